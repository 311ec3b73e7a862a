### A school's front door, the list of demo schools, and the demo's outbox.

front-door-lead = What would you like to do?
front-door-photos = Photo permission
front-door-photos-text = Say yes or no to photos, film and work of your child, or change your mind.
front-door-receipt = Check a receipt
front-door-receipt-text = See whether a receipt you hold is genuine.
front-door-office = The school office
schools-title = Sample schools
schools-lead = This is a demonstration. The schools and everyone in them are made up.
schools-outbox = See the messages that would have been sent
schools-count =
    { $count ->
        [one] 1 school
       *[other] { $count } schools
    }
outbox-title = Messages
outbox-lead = In this demonstration nothing leaves the machine. Every message that would have been sent is listed here, the newest first.
outbox-empty = No messages yet. Ask for a sign-in code and it will appear here.
outbox-to = To
outbox-when = When
outbox-school = School
outbox-count =
    { $count ->
        [one] 1 message
       *[other] { $count } messages
    }
