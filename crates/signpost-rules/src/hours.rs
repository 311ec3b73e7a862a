//! Opening hours, and what they say at a moment. Civil time in Europe/London throughout. The build script reads this
//! file too.

use std::{fmt, str::FromStr};

use jiff::civil::{Date, DateTime, Weekday};
use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, Visitor, value::MapAccessDeserializer},
};

use super::{holidays::BankHolidays, terms::Calendar};

/// How far ahead the next opening is looked for: longer than any run of closed days there is (Christmas to New Year).
const DAYS_AHEAD: usize = 14;

/// When somebody answers, or a message can be left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hours {
    /// Somebody answers day and night, every day of the year.
    Always,
    /// A form, page or mailbox that takes messages at any time and is read later.
    Messages,
    /// As the timetable says.
    Timetable(Timetable),
    /// Answered exactly when the timetable says closed: an emergency duty team.
    Outside(Timetable),
    /// Not established. Never taken for open.
    Unknown,
}

impl<'de> Deserialize<'de> for Hours {
    /// Reads `"always"`, `"messages"`, `"unknown"`, a timetable, or `{ outside = timetable }`.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HoursVisitor)
    }
}

/// By hand, because an untagged enumeration would swallow the reason why a timetable is refused.
struct HoursVisitor;

impl<'de> Visitor<'de> for HoursVisitor {
    type Value = Hours;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("always, messages, unknown or a timetable")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Hours, E> {
        match word {
            "always" => Ok(Hours::Always),
            "messages" => Ok(Hours::Messages),
            "unknown" => Ok(Hours::Unknown),
            _ => Err(E::custom("hours are always, messages, unknown or a timetable")),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Hours, A::Error> {
        let text = TimetableText::deserialize(MapAccessDeserializer::new(map))?;
        match &text.outside {
            None => Timetable::try_from(text).map(Hours::Timetable).map_err(de::Error::custom),
            Some(outside) if text == TimetableText { outside: Some(*outside), ..TimetableText::default() } => {
                Ok(Hours::Outside(*outside))
            }
            Some(_) => Err(de::Error::custom("hours outside a timetable have no timetable of their own")),
        }
    }
}

/// One span for the days Monday to Friday, one for Saturday, one for Sunday; none is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "TimetableText")]
pub struct Timetable {
    /// Monday to Friday.
    pub weekdays: Option<Span>,
    /// Saturday.
    pub saturday: Option<Span>,
    /// Sunday.
    pub sunday: Option<Span>,
    /// Bank holidays.
    pub bank_holidays: OnBankHolidays,
    /// Whose bank holidays; none: those of the school's nation.
    pub calendar: Option<Calendar>,
}

/// What a bank holiday changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnBankHolidays {
    /// Closed.
    Closed,
    /// Nothing: open as on any such day of the week.
    AsUsual,
    /// Other hours.
    Other(Span),
}

#[derive(Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct TimetableText {
    weekdays: Option<Span>,
    saturday: Option<Span>,
    sunday: Option<Span>,
    bank_holidays: Option<String>,
    calendar: Option<Calendar>,
    outside: Option<Timetable>,
}

impl TryFrom<TimetableText> for Timetable {
    type Error = &'static str;

    fn try_from(text: TimetableText) -> Result<Self, Self::Error> {
        let bank_holidays = match text.bank_holidays.as_deref() {
            None => return Err("a timetable says what bank holidays change"),
            Some("closed") => OnBankHolidays::Closed,
            Some("as-usual") => OnBankHolidays::AsUsual,
            Some(span) => OnBankHolidays::Other(span.parse()?),
        };
        if text.outside.is_some() {
            return Err("a timetable has spans, not an outside");
        }
        Self::new(text.weekdays, text.saturday, text.sunday, bank_holidays, text.calendar)
    }
}

/// A stretch of one day, in minutes after midnight: from (included) to (not included), at most 24:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Span {
    /// First minute, 0 to 1439.
    pub(crate) from: u16,
    /// Minute after the last, 1 to 1440.
    pub(crate) to: u16,
}

impl Span {
    /// The span between two minutes after midnight.
    ///
    /// # Errors
    /// If it does not end after it begins, by 1440 at the latest.
    pub const fn new(from: u16, to: u16) -> Result<Self, &'static str> {
        if from < to && to <= 1440 {
            Ok(Self { from, to })
        } else {
            Err("a span ends after it begins, on the same day")
        }
    }

    /// The span in minutes after midnight: first minute, and the minute after the last.
    pub const fn minutes(self) -> (u16, u16) {
        (self.from, self.to)
    }
}

impl FromStr for Span {
    type Err = &'static str;

    /// Reads `08:00-20:00`; `24:00` is midnight at the end of the day.
    fn from_str(text: &str) -> Result<Self, &'static str> {
        let minute = |clock: &str| -> Option<u16> {
            let (hour, minute) = clock.split_once(':')?;
            if hour.len() != 2 || minute.len() != 2 || !clock.bytes().all(|b| b.is_ascii_digit() || b == b':') {
                return None;
            }
            let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
            (minute < 60 && hour * 60 + minute <= 1440).then_some(hour * 60 + minute)
        };
        let (from, to) = text.split_once('-').ok_or("a span is written 08:00-20:00")?;
        match (minute(from), minute(to)) {
            (Some(from), Some(to)) => Self::new(from, to),
            _ => Err("a span is written 08:00-20:00"),
        }
    }
}

impl TryFrom<String> for Span {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, &'static str> {
        text.parse()
    }
}

/// What the hours say at a moment. Times are civil, Europe/London.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Somebody answers now.
    Answering {
        /// Until when; none: day and night.
        until: Option<DateTime>,
    },
    /// A message can be left now, and is read later.
    TakesMessages,
    /// The hours, or the bank holidays they depend on, are not known.
    Unknown,
    /// Closed.
    Closed {
        /// When it next opens; none if not within a fortnight, or if the bank holidays until then are not known.
        opens: Option<DateTime>,
    },
}

impl Opening {
    /// Whether somebody answers now or a message can be left now.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Answering { .. } | Self::TakesMessages)
    }

    /// Whether somebody answers now.
    pub const fn is_answering(self) -> bool {
        matches!(self, Self::Answering { .. })
    }

    /// Orders ways of contact by how much use they are now, best first.
    pub(crate) const fn usefulness(self) -> u8 {
        match self {
            Self::Answering { .. } => 0,
            Self::TakesMessages => 1,
            Self::Unknown => 2,
            Self::Closed { .. } => 3,
        }
    }
}

impl Hours {
    /// What these hours say at `now`. `holidays` are those of the school's nation; a timetable that names another
    /// calendar is looked up in `all`.
    pub fn at(&self, now: DateTime, home: Calendar, all: &[BankHolidays]) -> Opening {
        match self {
            Self::Always => Opening::Answering { until: None },
            Self::Messages => Opening::TakesMessages,
            Self::Unknown => Opening::Unknown,
            Self::Timetable(timetable) => timetable.at(now, home, all),
            Self::Outside(timetable) => match timetable.at(now, home, all) {
                Opening::Closed { opens } => Opening::Answering { until: opens },
                Opening::Answering { until } => Opening::Closed { opens: until },
                other => other,
            },
        }
    }
}

impl Timetable {
    /// The timetable of these spans.
    ///
    /// # Errors
    /// If no day has an opening.
    pub fn new(
        weekdays: Option<Span>,
        saturday: Option<Span>,
        sunday: Option<Span>,
        bank_holidays: OnBankHolidays,
        calendar: Option<Calendar>,
    ) -> Result<Self, &'static str> {
        if weekdays.is_none() && saturday.is_none() && sunday.is_none() {
            return Err("a timetable without a single opening");
        }
        Ok(Self { weekdays, saturday, sunday, bank_holidays, calendar })
    }

    fn at(&self, now: DateTime, home: Calendar, all: &[BankHolidays]) -> Opening {
        let calendar = self.calendar.unwrap_or(home);
        let holidays = all.iter().find(|holidays| holidays.calendar == calendar);
        let Some(today) = self.on(now.date(), holidays) else { return Opening::Unknown };
        let minute = u16::from(now.hour().unsigned_abs()) * 60 + u16::from(now.minute().unsigned_abs());
        if let Some(span) = today {
            if (span.from..span.to).contains(&minute) {
                return Opening::Answering { until: moment(now.date(), span.to) };
            }
            if minute < span.from {
                return Opening::Closed { opens: moment(now.date(), span.from) };
            }
        }
        Opening::Closed { opens: self.next_day_open(now.date(), holidays) }
    }

    fn next_day_open(&self, today: Date, holidays: Option<&BankHolidays>) -> Option<DateTime> {
        let mut date = today;
        for _ in 0..DAYS_AHEAD {
            date = date.tomorrow().ok()?;
            // A day whose bank holidays are unknown may be open: no later day is promised before it.
            if let Some(span) = self.on(date, holidays)? {
                return moment(date, span.from);
            }
        }
        None
    }

    /// The span of `date`; the outer none if it depends on bank holidays that are not known.
    fn on(&self, date: Date, holidays: Option<&BankHolidays>) -> Option<Option<Span>> {
        let usual = match date.weekday() {
            Weekday::Saturday => self.saturday,
            Weekday::Sunday => self.sunday,
            _ => self.weekdays,
        };
        let other = match self.bank_holidays {
            OnBankHolidays::AsUsual => return Some(usual),
            OnBankHolidays::Closed => None,
            OnBankHolidays::Other(span) => Some(span),
        };
        // Closed either way: no need to know.
        if usual.is_none() && other.is_none() {
            return Some(None);
        }
        Some(if holidays?.is_holiday(date)? { other } else { usual })
    }
}

/// The moment `minute` minutes after the midnight that begins `date`; 1440 is the next midnight.
fn moment(date: Date, minute: u16) -> Option<DateTime> {
    if minute >= 1440 {
        return Some(date.tomorrow().ok()?.at(0, 0, 0, 0));
    }
    let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
    Some(date.at(hour, minute, 0, 0))
}
