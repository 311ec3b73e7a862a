//! From the rules' own types to the interface's records.

use school_types::{Date, Language, Nation};
use signpost_rules::{
    Audience, Calendar, DateTime, Hours, LocalContact, LocalContacts, LocalKind, OnBankHolidays, Question, Situation,
    Span, Timetable, WayKind,
};

use super::wit;

pub(crate) fn question(asked: &Question<'_>, language: Language) -> wit::Question {
    wit::Question {
        situation: situation(asked.situation),
        audience: audience(asked.audience),
        age: asked.age,
        nation: nation(asked.nation),
        contacts: contacts(asked.contacts, language),
        at: moment(asked.at),
        language: self::language(language),
    }
}

pub(crate) fn day(date: Date) -> wit::Day {
    wit::Day { year: date.year(), month: date.month().unsigned_abs(), day: date.day().unsigned_abs() }
}

pub(crate) const fn language(language: Language) -> wit::Language {
    match language {
        Language::En => wit::Language::En,
        Language::Cy => wit::Language::Cy,
    }
}

pub(crate) const fn audience(audience: Audience) -> wit::Audience {
    match audience {
        Audience::Under11 => wit::Audience::UnderEleven,
        Audience::From11To18 => wit::Audience::ElevenToEighteen,
        Audience::Parent => wit::Audience::Parent,
        Audience::Staff => wit::Audience::Staff,
        Audience::Public => wit::Audience::OtherAdult,
    }
}

pub(crate) const fn nation(nation: Nation) -> wit::Nation {
    match nation {
        Nation::England => wit::Nation::England,
        Nation::Wales => wit::Nation::Wales,
        Nation::Scotland => wit::Nation::Scotland,
        Nation::NorthernIreland => wit::Nation::NorthernIreland,
    }
}

pub(crate) fn moment(at: DateTime) -> wit::Moment {
    wit::Moment { date: day(at.date()), hour: at.hour().unsigned_abs(), minute: at.minute().unsigned_abs() }
}

pub(crate) fn contacts(contacts: &LocalContacts, language: Language) -> wit::LocalContacts {
    let of = |kind| contacts.get(kind).map(|one| contact(one, language));
    wit::LocalContacts {
        social_care: of(LocalKind::SocialCare),
        lado: of(LocalKind::Lado),
        prevent: of(LocalKind::Prevent),
        online_safety: of(LocalKind::OnlineSafety),
    }
}

pub(crate) fn contact(contact: &LocalContact, language: Language) -> wit::LocalContact {
    let ways = contact.ways().iter().map(|way| wit::LocalWay {
        kind: way_kind(way.contact.kind()),
        value: way.contact.value().to_owned(),
        hours: hours(&way.hours),
    });
    wit::LocalContact {
        name: contact.name().get(language).to_owned(),
        ways: ways.collect(),
        takes_public: contact.takes_public(),
        sources: contact.source().to_vec(),
        last_verified: day(contact.last_verified()),
    }
}

pub(crate) const fn way_kind(kind: WayKind) -> wit::WayKind {
    match kind {
        WayKind::Phone => wit::WayKind::Phone,
        WayKind::Relay => wit::WayKind::Relay,
        WayKind::Text => wit::WayKind::Text,
        WayKind::Email => wit::WayKind::Email,
        WayKind::Web => wit::WayKind::Web,
    }
}

pub(crate) fn hours(hours: &Hours) -> wit::Hours {
    match hours {
        Hours::Always => wit::Hours::Always,
        Hours::Messages => wit::Hours::Messages,
        Hours::Unknown => wit::Hours::Unknown,
        Hours::Timetable(table) => wit::Hours::Timetable(timetable(table)),
        Hours::Outside(table) => wit::Hours::Outside(timetable(table)),
    }
}

pub(crate) fn timetable(table: &Timetable) -> wit::Timetable {
    wit::Timetable {
        weekdays: table.weekdays.map(span),
        saturday: table.saturday.map(span),
        sunday: table.sunday.map(span),
        bank_holidays: match table.bank_holidays {
            OnBankHolidays::Closed => wit::OnBankHolidays::Closed,
            OnBankHolidays::AsUsual => wit::OnBankHolidays::AsUsual,
            OnBankHolidays::Other(other) => wit::OnBankHolidays::Other(span(other)),
        },
        calendar: table.calendar.map(calendar),
    }
}

pub(crate) const fn calendar(calendar: Calendar) -> wit::Calendar {
    match calendar {
        Calendar::EnglandAndWales => wit::Calendar::EnglandAndWales,
        Calendar::Scotland => wit::Calendar::Scotland,
        Calendar::NorthernIreland => wit::Calendar::NorthernIreland,
    }
}

pub(crate) const fn span(span: Span) -> wit::Span {
    let (opens, closes) = span.minutes();
    wit::Span { opens, closes }
}

pub(crate) const fn situation(situation: Situation) -> wit::Situation {
    match situation {
        Situation::DangerNow => wit::Situation::DangerNow,
        Situation::Hurt => wit::Situation::Hurt,
        Situation::PictureOfMe => wit::Situation::PictureOfMe,
        Situation::OnlineContact => wit::Situation::OnlineContact,
        Situation::SelfHarm => wit::Situation::SelfHarm,
        Situation::Bullying => wit::Situation::Bullying,
        Situation::SawAbusePictures => wit::Situation::SawAbusePictures,
        Situation::UpsettingContent => wit::Situation::UpsettingContent,
        Situation::FakeOrHacked => wit::Situation::FakeOrHacked,
        Situation::Scam => wit::Situation::Scam,
        Situation::Hate => wit::Situation::Hate,
        Situation::Radicalisation => wit::Situation::Radicalisation,
        Situation::AdultAtWork => wit::Situation::AdultAtWork,
        Situation::OwnThoughts => wit::Situation::OwnThoughts,
        Situation::Talk => wit::Situation::Talk,
        Situation::PictureOnDevice => wit::Situation::PictureOnDevice,
        Situation::FilterFailure => wit::Situation::FilterFailure,
    }
}

#[cfg(test)]
mod tests {
    use profiles::Profile;

    use super::*;

    /// The number of a case, in the order in which both lists stand.
    fn place<T: Copy, W: Copy + PartialEq>(all: &[T], to: impl Fn(T) -> W) -> usize {
        let told: Vec<W> = all.iter().map(|one| to(*one)).collect();
        // No two are taken for one.
        (0..told.len()).filter(|place| !told[..*place].contains(&told[*place])).count()
    }

    #[test]
    fn no_two_words_are_taken_for_one() {
        assert_eq!(place(Situation::ALL, situation), Situation::ALL.len());
        assert_eq!(place(Audience::ALL, audience), Audience::ALL.len());
        assert_eq!(place(WayKind::ALL, way_kind), WayKind::ALL.len());
        assert_eq!(place(Calendar::ALL, calendar), Calendar::ALL.len());
    }

    #[test]
    fn a_school_s_own_contacts_cross_whole() {
        let profile = Profile::template("p1").unwrap().unwrap();
        let told = contacts(&profile.local_contacts, Language::Cy);
        let care = told.social_care.unwrap();
        assert_eq!(care.name, "Gofal cymdeithasol plant Exampleshire");
        assert!(care.takes_public);
        assert_eq!(care.sources, ["exampleshire.example.org/children"]);
        assert_eq!(care.last_verified, wit::Day { year: 2026, month: 9, day: 1 });
        let table = wit::Timetable {
            weekdays: Some(wit::Span { opens: 540, closes: 1020 }),
            saturday: None,
            sunday: None,
            bank_holidays: wit::OnBankHolidays::Closed,
            calendar: None,
        };
        let ways: Vec<_> = care.ways.iter().map(|way| (way.kind, way.value.as_str(), way.hours)).collect();
        assert_eq!(
            ways,
            [
                (wit::WayKind::Phone, "01632 960930", wit::Hours::Timetable(table)),
                (wit::WayKind::Phone, "01632 960931", wit::Hours::Outside(table)),
            ]
        );
        let email = &told.lado.unwrap().ways[1];
        assert_eq!((email.kind, &email.hours), (wit::WayKind::Email, &wit::Hours::Messages));
        assert!(told.prevent.is_some() && told.online_safety.is_some());
    }
}
