### Names of days and months, and how dates and times are put together. Used by `Words::date` and its neighbours.

# $day counts from Monday, 1 to 7.
date-weekday = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-day-month-year = { $day } { $month } { $year }
date-with-weekday = { $weekday } { $date }
date-at-time = { $date } at { $time }
time-am = am
time-pm = pm
time-midday = midday
time-midnight = midnight
