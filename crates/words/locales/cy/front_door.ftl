### The school’s front door, and the list of schools in demo mode.
