//! The interface, called as a caller would, without WebAssembly.

use signpost_rules::Situation;

use crate::{
    Guest, SignpostRules,
    bindings::exports::schoolgate::signposting::rules::{
        self as wit, Audience, Calendar, Day, Facts, Hours, Language, LocalContact, LocalContacts, LocalKind, LocalWay,
        Moment, Nation, OnBankHolidays, Opening, Question, Rank, Refusal, Span, Timetable, WayKind,
    },
    given, told,
};

const TODAY: Day = Day { year: 2026, month: 11, day: 25 };

fn nobody() -> LocalContacts {
    LocalContacts { social_care: None, lado: None, prevent: None, online_safety: None }
}

fn lado() -> LocalContact {
    let office = Timetable {
        weekdays: Some(Span { opens: 540, closes: 1020 }),
        saturday: None,
        sunday: None,
        bank_holidays: OnBankHolidays::Closed,
        calendar: Some(Calendar::EnglandAndWales),
    };
    LocalContact {
        name: "Elm Vale LADO".to_owned(),
        ways: vec![LocalWay {
            kind: WayKind::Phone,
            value: "01632 960011".to_owned(),
            hours: Hours::Timetable(office),
        }],
        takes_public: false,
        sources: vec!["elm-vale.example.org/lado".to_owned()],
        last_verified: Day { year: 2026, month: 9, day: 1 },
    }
}

fn question(situation: wit::Situation, audience: Audience, contacts: LocalContacts) -> Question {
    let at = Moment { date: TODAY, hour: 17, minute: 30 };
    Question { situation, audience, age: None, nation: Nation::England, contacts, at, language: Language::En }
}

#[test]
fn a_teacher_worried_about_a_colleague_learns_when_the_lado_opens_and_who_is_open_now() {
    let contacts = LocalContacts { lado: Some(lado()), ..nobody() };
    let advice = SignpostRules::advise(question(wit::Situation::AdultAtWork, Audience::Staff, contacts)).unwrap();
    assert_eq!(advice.answers[0].rank, Rank::Emergency);
    let lado = advice.answers.iter().find(|answer| answer.id == "local-lado").unwrap();
    assert_eq!((lado.name.as_str(), lado.rank), ("Elm Vale LADO", Rank::First));
    assert_eq!(lado.ways[0].href, "tel:01632960011");
    let Opening::Closed(Some(opens)) = lado.opening else { panic!("{:?}", lado.opening) };
    assert_eq!((opens.date.day, opens.hour, opens.minute), (26, 9, 0));
    let instead = &advice.answers[lado.instead.unwrap() as usize];
    assert_eq!(instead.id, "police-non-emergency");
    assert!(!lado.reasons[0].sentence.is_empty());
}

#[test]
fn a_child_is_answered_in_welsh_and_in_their_own_words() {
    let asked = Question { language: Language::Cy, ..question(wit::Situation::Talk, Audience::UnderEleven, nobody()) };
    let advice = SignpostRules::advise(asked).unwrap();
    assert_eq!(advice.title, "Dydw i ddim yn siŵr, neu rwyf eisiau siarad");
    assert_eq!(advice.answers[0].id, "childline");
    assert_eq!(advice.answers[0].opening.is_day_and_night(), Some(true));
}

impl Opening {
    fn is_day_and_night(&self) -> Option<bool> {
        match self {
            Self::Answering(until) => Some(until.is_none()),
            _ => None,
        }
    }
}

#[test]
fn every_situation_of_the_rules_is_one_of_the_interface_and_back() {
    for situation in Situation::ALL {
        assert_eq!(given::situation(told::situation(*situation)), *situation);
    }
}

#[test]
fn a_time_that_does_not_exist_is_refused() {
    let refused = |date, hour, minute| {
        let asked = Question {
            at: Moment { date, hour, minute },
            ..question(wit::Situation::Talk, Audience::Parent, nobody())
        };
        matches!(SignpostRules::advise(asked), Err(Refusal::NoSuchMoment))
    };
    assert!(refused(Day { year: 2026, month: 2, day: 29 }, 12, 0));
    assert!(refused(Day { year: 2026, month: 13, day: 1 }, 12, 0));
    assert!(refused(Day { year: 2026, month: 200, day: 1 }, 12, 0));
    assert!(refused(Day { year: -1, month: 0, day: 0 }, 12, 0));
    assert!(refused(TODAY, 24, 0));
    assert!(refused(TODAY, 255, 0));
    assert!(refused(TODAY, 12, 60));
    assert!(!refused(TODAY, 23, 59));
}

#[test]
fn a_contact_that_is_none_is_refused_without_repeating_it() {
    let spoiled: [fn(&mut LocalContact); 5] = [
        |contact| contact.ways.clear(),
        |contact| contact.sources.clear(),
        |contact| contact.ways[0].value = "ask Ms Jones".to_owned(),
        |contact| contact.ways[0].hours = Hours::Outside(Timetable { weekdays: None, ..office(contact) }),
        |contact| {
            let backwards = Some(Span { opens: 1020, closes: 540 });
            contact.ways[0].hours = Hours::Timetable(Timetable { weekdays: backwards, ..office(contact) });
        },
    ];
    for spoil in spoiled {
        let mut contact = lado();
        spoil(&mut contact);
        let contacts = LocalContacts { lado: Some(contact), ..nobody() };
        let refused = SignpostRules::advise(question(wit::Situation::Talk, Audience::Staff, contacts)).err();
        let Some(Refusal::BadContact(bad)) = refused else { panic!("{refused:?}") };
        assert_eq!(bad.kind, LocalKind::Lado);
        assert!(!bad.problem.is_empty() && !bad.problem.contains("Jones"), "{}", bad.problem);
    }
}

fn office(contact: &LocalContact) -> Timetable {
    match contact.ways[0].hours {
        Hours::Timetable(table) => table,
        _ => panic!("the sample has a timetable"),
    }
}

#[test]
fn an_age_that_contradicts_the_audience_is_refused() {
    let asked = Question { age: Some(12), ..question(wit::Situation::Talk, Audience::UnderEleven, nobody()) };
    assert!(matches!(SignpostRules::advise(asked), Err(Refusal::AgeOutsideAudience)));
}

#[test]
fn the_panel_shows_ceop_and_the_iwf_and_no_address_that_is_not_established() {
    let panel = SignpostRules::panel(TODAY, Language::En);
    let entry = |id: &str| panel.iter().find(|entry| entry.id == id).unwrap();
    assert!(!entry("iwf").ways.is_empty());
    assert_eq!(entry("ceop").ways.len(), 1, "the unverified path is left out");
    assert!(panel.iter().all(|entry| entry.last_checked.is_none()));
    let nonsense = SignpostRules::panel(Day { year: 2026, month: 99, day: 1 }, Language::En);
    assert!(nonsense.iter().all(|entry| entry.last_checked.is_some()));
}

#[test]
fn the_checker_is_told_where_to_point_instead() {
    let gone = SignpostRules::superseded_services(Language::En);
    let action_fraud = gone.iter().find(|gone| gone.name == "Action Fraud").unwrap();
    assert_eq!(action_fraud.replaced_by, "Report Fraud");
    assert_eq!(action_fraud.replacement, "https://www.reportfraud.police.uk/");
    assert_eq!(action_fraud.since.map(|day| (day.year, day.month, day.day)), Some((2025, 12, 4)));
}

#[test]
fn staff_see_what_is_due_with_its_sources() {
    let contacts = || LocalContacts { lado: Some(lado()), ..nobody() };
    let due = SignpostRules::facts_to_check(contacts(), Some(TODAY), Language::En).unwrap();
    assert!(due[0].unverified.is_some() && due.iter().all(|group| !group.sources.is_empty()));
    assert!(!due.iter().any(|group| matches!(group.facts, Facts::LocalContact(_))));
    let every = SignpostRules::facts_to_check(contacts(), None, Language::En).unwrap();
    assert!(every.iter().any(|group| matches!(group.facts, Facts::LocalContact(LocalKind::Lado))));
    assert!(every.len() > due.len());
    let never = Some(Day { year: 2026, month: 2, day: 30 });
    assert!(SignpostRules::facts_to_check(contacts(), never, Language::En).is_err());
}

#[test]
fn each_audience_is_offered_its_situations_in_its_words() {
    let teen = SignpostRules::choices(Audience::ElevenToEighteen, Language::En);
    assert_eq!(teen[0].code, "danger-now");
    assert!(!teen.iter().any(|choice| choice.code == "filter-failure"));
    let staff = SignpostRules::choices(Audience::Staff, Language::En);
    assert!(staff.iter().any(|choice| choice.code == "filter-failure"));
}
