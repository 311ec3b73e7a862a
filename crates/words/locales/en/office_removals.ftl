### What families asked to have taken down. For staff; never who of a family asked.

office-removals-title = Requests to take pictures down
office-removals-about = Which pictures families have asked the school to take down, and when they asked.
office-removals-lead = When a family withdraws permission, they can ask the school to take down pictures that are already published. The oldest request is first.
office-removals-count = { $count ->
    [one] 1 request
   *[other] { $count } requests
}
office-removals-since = Date of request
office-removals-owed = The school must take these pictures down wherever it can, and tell the family what it did.
office-removals-all = See all requests
office-removals-child = To be taken down
# $date is a day written out, $purposes a list of what pictures are for.
office-removals-line = Asked on { $date }: { $purposes }
office-removals-purpose-gone = something the school no longer asks about
office-removals-pupil-gone = a pupil who is no longer listed
office-removals-none-title = No requests
office-removals-none-text = A request appears here when a family withdraws permission online and asks for pictures to be taken down, or when the office enters it for them.
