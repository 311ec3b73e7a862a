### A school's front door, the list of demo schools, and the demo's outbox.

front-door-title = Welcome
front-door-lead = What would you like to do?
front-door-photos = Photo permission
front-door-photos-text = Say yes or no to photos, film and use of your child’s work, or change your mind.
front-door-help = Get help
front-door-help-text = Find someone to talk to if something online worries you or someone you know, and see who is there now.
front-door-receipt = Check a receipt
front-door-receipt-text = Check that a receipt is genuine.
front-door-staff = I work at the school
front-door-staff-text = Class lists, permission sheets and settings, for teachers, the office and governors.
schools-title = Sample schools
schools-lead = This is a demonstration. The schools and everyone in them are made up.
schools-outbox = See the messages that would have been sent
schools-count =
    { $count ->
        [one] 1 school
       *[other] { $count } schools
    }
outbox-title = Messages
outbox-lead = This is a demonstration, so no message leaves this computer. Messages that would have been sent are listed here, newest first.
outbox-empty-title = No messages yet
outbox-empty = Ask for a sign-in code at one of the schools, and it will appear here.
outbox-count =
    { $count ->
        [one] 1 message
       *[other] { $count } messages
    }
outbox-head = To { $address }, { $when }, { $school }
