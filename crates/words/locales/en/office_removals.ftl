### What families asked to have taken down. For staff; never who of a family asked.

office-removals-title = Removals asked for
office-removals-about = What families asked the school to take down, and since when.
office-removals-lead = When a family withdraws, they may ask the school to take down what is already published. What has waited longest comes first.
office-removals-count = { $count ->
    [one] 1 removal was asked for
   *[other] { $count } removals were asked for
}
office-removals-since = Asked for on
office-removals-owed = The school owes it to the family to take this down wherever it can, and to tell them what was done.
office-removals-all = See everything that was asked for
office-removals-child = To be taken down
# $date is a day written out, $purposes a list of what pictures are for.
office-removals-line = Asked for on { $date }: { $purposes }
office-removals-purpose-gone = something the school no longer asks about
office-removals-pupil-gone = a pupil who is no longer listed
office-removals-none-title = Nothing was asked for
office-removals-none-text = A family’s request appears here as soon as they withdraw online and ask for it, or the office enters it for them.
