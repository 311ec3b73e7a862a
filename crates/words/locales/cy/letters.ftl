### Messages to people: subjects and plain text.
