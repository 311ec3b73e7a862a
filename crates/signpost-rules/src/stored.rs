//! Local contacts as they are written: the very form they are read in, so that a profile kept in the store reads back the same.

use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeStruct},
};

use crate::{
    hours::{Hours, OnBankHolidays, Span, Timetable},
    local::{LocalContact, LocalWay},
};

impl Serialize for LocalContact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut contact = serializer.serialize_struct("LocalContact", 5)?;
        contact.serialize_field("name", self.name())?;
        contact.serialize_field("ways", self.ways())?;
        contact.serialize_field("takes_public", &self.takes_public())?;
        contact.serialize_field("source", self.source())?;
        contact.serialize_field("last_verified", &self.last_verified())?;
        contact.end()
    }
}

impl Serialize for LocalWay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut way = serializer.serialize_map(Some(2))?;
        way.serialize_entry(self.contact.kind().as_str(), self.contact.value())?;
        way.serialize_entry("hours", &self.hours)?;
        way.end()
    }
}

impl Serialize for Hours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Always => serializer.serialize_str("always"),
            Self::Messages => serializer.serialize_str("messages"),
            Self::Unknown => serializer.serialize_str("unknown"),
            Self::Timetable(timetable) => timetable.serialize(serializer),
            Self::Outside(timetable) => {
                let mut outside = serializer.serialize_map(Some(1))?;
                outside.serialize_entry("outside", timetable)?;
                outside.end()
            }
        }
    }
}

impl Serialize for Timetable {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut timetable = serializer.serialize_map(None)?;
        for (days, span) in [("weekdays", self.weekdays), ("saturday", self.saturday), ("sunday", self.sunday)] {
            if let Some(span) = span {
                timetable.serialize_entry(days, &clock_times(span))?;
            }
        }
        match self.bank_holidays {
            OnBankHolidays::Closed => timetable.serialize_entry("bank_holidays", "closed")?,
            OnBankHolidays::AsUsual => timetable.serialize_entry("bank_holidays", "as-usual")?,
            OnBankHolidays::Other(span) => timetable.serialize_entry("bank_holidays", &clock_times(span))?,
        }
        if let Some(calendar) = self.calendar {
            timetable.serialize_entry("calendar", calendar.as_str())?;
        }
        timetable.end()
    }
}

/// A span as files write it: `08:00-20:00`.
fn clock_times(span: Span) -> String {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let (from, to) = span.minutes();
    format!("{}-{}", clock(from), clock(to))
}
