### Enwau'r dyddiau a'r misoedd, a sut mae rhoi dyddiad ac amser at ei gilydd.

date-weekday = { $day ->
    [1] dydd Llun
    [2] dydd Mawrth
    [3] dydd Mercher
    [4] dydd Iau
    [5] dydd Gwener
    [6] dydd Sadwrn
   *[7] dydd Sul
}
date-month = { $month ->
    [1] Ionawr
    [2] Chwefror
    [3] Mawrth
    [4] Ebrill
    [5] Mai
    [6] Mehefin
    [7] Gorffennaf
    [8] Awst
    [9] Medi
    [10] Hydref
    [11] Tachwedd
   *[12] Rhagfyr
}
date-day-month-year = { $day } { $month } { $year }
date-with-weekday = { $weekday } { $date }
date-at-time = { $date } am { $time }
time-am = am
time-pm = pm
time-midday = hanner dydd
time-midnight = hanner nos
