//! Every situation for every audience and age, in every nation, at telling hours, with every kind of profile. What may be
//! named is compared with the content file itself, read anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing helper is a failing test")]

mod asked;

use std::collections::{BTreeMap, BTreeSet};

use asked::{NATIONS, PROFILES, contacts};
use school_types::Date;
use signpost_rules::{
    Advice, Answer, Audience, Caution, Content, Danger, DateTime, LocalContacts, Opening, Place, Question, Rank,
    Situation, WayKind, advise,
};
use toml::{Table, Value};

/// Telling hours: what the day is, and when.
const HOURS: [(&str, &str); 13] = [
    ("a Wednesday morning", "2026-11-25T11:30"),
    ("a Wednesday evening", "2026-11-25T21:00"),
    ("the dead of night", "2026-11-26T03:00"),
    ("a minute before closing", "2026-11-25T16:59"),
    ("a Saturday", "2026-11-28T12:00"),
    ("a Sunday night", "2026-11-29T23:59"),
    ("a bank holiday everywhere", "2026-12-28T11:30"),
    ("Christmas Day", "2026-12-25T11:30"),
    ("St Andrew's Day", "2026-11-30T11:30"),
    ("the Twelfth of July", "2027-07-12T11:30"),
    ("before anything was checked", "2026-03-03T11:30"),
    ("when checks are due", "2027-11-24T11:30"),
    ("long after, beyond the bank holidays listed", "2031-06-04T11:30"),
];

/// Every audience, by itself and with ages at its edges.
fn askers() -> Vec<(Audience, Option<u8>)> {
    let mut askers: Vec<_> = Audience::ALL.iter().map(|audience| (*audience, None)).collect();
    askers.extend([0, 7, 10].map(|age| (Audience::Under11, Some(age))));
    askers.extend([11, 12, 13, 17, 18].map(|age| (Audience::From11To18, Some(age))));
    askers
}

/// Runs `check` on every question there is, with a sentence that names it.
fn every_question(mut check: impl FnMut(&Question<'_>, &Advice<'_>, &str)) {
    let profiles: BTreeMap<&str, LocalContacts> =
        PROFILES.iter().map(|profile| (*profile, contacts(profile))).collect();
    let mut asked = 0;
    for situation in Situation::ALL {
        for (audience, age) in askers() {
            for (nation_name, nation) in NATIONS {
                for (hour, at) in HOURS {
                    for (profile, contacts) in &profiles {
                        let at: DateTime = at.parse().unwrap();
                        let question = Question { situation: *situation, audience, age, nation, contacts, at };
                        let named = format!("{situation}, {audience} {age:?}, {nation_name}, {hour}, {profile}");
                        let advice =
                            advise(Content::shipped(), &question).unwrap_or_else(|error| panic!("{named}: {error}"));
                        check(&question, &advice, &named);
                        asked += 1;
                    }
                }
            }
        }
    }
    assert_eq!(asked, Situation::ALL.len() * 13 * NATIONS.len() * HOURS.len() * PROFILES.len());
}

fn is_emergency_number(answer: &Answer<'_>) -> bool {
    answer.place.id() == "police-emergency"
}

#[test]
fn everybody_gets_an_ordered_answer_that_is_open() {
    every_question(|_, advice, named| {
        let ranks: Vec<Rank> = advice.answers.iter().map(|answer| answer.rank).collect();
        assert!(ranks.is_sorted(), "{named}: {ranks:?}");
        let best = ranks.iter().filter(|rank| **rank == Rank::First).count();
        assert!((1..=2).contains(&best), "{named}: {best} best answers");
        let places: BTreeSet<&str> = advice.answers.iter().map(|answer| answer.place.id()).collect();
        assert_eq!(places.len(), advice.answers.len(), "{named}: a place twice");
        let first = advice.answers.iter().find(|answer| answer.rank == Rank::First).unwrap();
        assert!(first.opening.is_open(), "{named}: the first is {:?}", first.opening);
        for answer in &advice.answers {
            assert!(!answer.ways.is_empty() && !answer.reasons.is_empty(), "{named}: {}", answer.place.id());
        }
    });
}

#[test]
fn where_somebody_may_be_in_danger_999_is_first_and_somebody_else_answers_now() {
    every_question(|_, advice, named| {
        let emergencies: Vec<usize> =
            (0..advice.answers.len()).filter(|place| is_emergency_number(&advice.answers[*place])).collect();
        if advice.entry.danger == Danger::Unlikely {
            assert_eq!(emergencies, [advice.answers.len() - 1], "{named}");
        } else {
            assert_eq!(emergencies, [0], "{named}");
            assert_eq!(advice.answers[0].rank, Rank::Emergency, "{named}");
            let answers_now = |answer: &&Answer<'_>| answer.rank == Rank::First && answer.opening.is_answering();
            assert!(advice.answers.iter().any(|answer| answers_now(&answer)), "{named}: nobody answers");
        }
        assert!(advice.answers.iter().any(|answer| answer.opening.is_answering()), "{named}");
    });
}

#[test]
fn what_is_closed_says_so_and_names_one_that_is_open() {
    every_question(|question, advice, named| {
        for answer in &advice.answers {
            if answer.opening.is_open() {
                assert_eq!(answer.instead, None, "{named}: {}", answer.place.id());
                continue;
            }
            let instead = &advice.answers[answer.instead.unwrap_or_else(|| panic!("{named}: {}", answer.place.id()))];
            assert!(instead.opening.is_open() && !is_emergency_number(instead), "{named}: {}", instead.place.id());
            if let Opening::Closed { opens: Some(opens) } = answer.opening {
                assert!(opens > question.at, "{named}: opens at {opens}");
            }
        }
    });
}

/// The content file as it stands, with no help from the types under test.
struct Raw(BTreeMap<String, Table>);

impl Raw {
    fn read() -> Self {
        let file: Table = include_str!("../../../content/services.toml").parse().unwrap();
        let services = file["service"].as_array().unwrap().iter().map(|service| service.as_table().unwrap().clone());
        Self(services.map(|service| (service["id"].as_str().unwrap().to_owned(), service)).collect())
    }

    fn lists(&self, id: &str, list: &str, word: &str) -> bool {
        let who = self.0[id]["who"].as_table().unwrap();
        who.get(list).is_some_and(|list| list.as_array().unwrap().iter().any(|item| item.as_str() == Some(word)))
    }

    fn ages(&self, id: &str) -> (i64, i64) {
        let age = |name: &str| self.0[id]["who"].get(name).and_then(Value::as_integer);
        (age("min_age").unwrap_or(0), age("max_age").unwrap_or(200))
    }
}

#[test]
fn nobody_is_sent_to_a_service_they_may_not_use() {
    let raw = Raw::read();
    every_question(|question, advice, named| {
        let nation = NATIONS.iter().find(|(_, nation)| *nation == question.nation).unwrap().0;
        for answer in &advice.answers {
            let Place::National(service) = answer.place else { continue };
            let (id, audience) = (service.id.as_str(), question.audience.as_str());
            let staff = question.audience == Audience::Staff;
            let may =
                raw.lists(id, "audiences", audience) || (staff && raw.lists(id, "unverified_audiences", audience));
            let here = raw.lists(id, "nations", nation) || (staff && raw.lists(id, "unverified_nations", nation));
            assert!(may && here, "{named}: {id}");
            let (youngest, oldest) = raw.ages(id);
            if let Some(age) = question.age {
                assert!((youngest..=oldest).contains(&age.into()), "{named}: {id} does not take that age");
                assert_eq!(answer.ages, None, "{named}: {id}");
            } else if let Some((from, to)) = question.audience.ages() {
                let takes_all = youngest <= from.into() && oldest >= to.into();
                assert!(takes_all || answer.ages.is_some(), "{named}: {id} does not say its ages");
            }
        }
    });
}

#[test]
fn nothing_unverified_is_shown_to_anybody_but_staff() {
    let raw = Raw::read();
    let mut told_to_staff = 0;
    every_question(|question, advice, named| {
        for answer in &advice.answers {
            let doubts = answer.cautions.iter().filter(|caution| matches!(caution, Caution::Unverified(_))).count();
            if question.audience == Audience::Staff {
                told_to_staff += doubts;
                continue;
            }
            assert_eq!(doubts, 0, "{named}: {}", answer.place.id());
            let Place::National(service) = answer.place else { continue };
            let entry = &raw.0[service.id.as_str()];
            assert!(entry["about"].get("unverified").is_none(), "{named}: {}", service.id.as_str());
            for way in entry["way"].as_array().unwrap() {
                let shown = |shown: &&str| answer.ways.iter().any(|way| way.contact.value() == *shown);
                let value = WayKind::ALL.iter().find_map(|kind| way.get(kind.as_str())?.as_str()).unwrap();
                assert!(way.get("unverified").is_none() || !shown(&value), "{named}: {value}");
            }
        }
    });
    assert!(told_to_staff > 0);
}

#[test]
fn what_staff_must_check_first_is_never_put_foremost() {
    every_question(|question, advice, named| {
        for answer in advice.answers.iter().filter(|answer| answer.rank != Rank::Also) {
            let Place::National(service) = answer.place else { continue };
            let sure = service.doubt.is_none()
                && service.who.audiences.contains(&question.audience)
                && service.who.nations.contains(&question.nation);
            assert!(sure, "{named}: {}", service.id.as_str());
        }
    });
}

#[test]
fn superseded_services_never_appear() {
    let gone: Vec<String> = signpost_rules::superseded(Content::shipped())
        .flat_map(|(_, gone)| gone.addresses.iter().chain(gone.phrases).map(|text| text.to_lowercase()))
        .collect();
    assert!(gone.iter().any(|text| text == "action fraud") && gone.iter().any(|text| text == "thinkuknow.co.uk"));
    let mut said = BTreeSet::new();
    every_question(|_, advice, _| {
        said.extend(
            [advice.entry.title, advice.entry.first].map(|text| text.say(advice.voice)).map(|text| [text.en, text.cy]),
        );
        for answer in &advice.answers {
            let texts = [answer.place.purpose(advice.voice), answer.place.not_for(advice.voice)];
            said.extend(texts.map(|text| [text.en, text.cy]));
            if let Place::National(service) = answer.place {
                said.insert([service.name.en, service.name.cy]);
                said.extend(service.ways.iter().map(|way| [way.contact.value(), ""]));
            }
        }
    });
    for text in said.iter().flatten().map(|text| text.to_lowercase()) {
        for dead in &gone {
            assert!(!text.contains(dead), "{dead} in {text:?}");
        }
    }
}

#[test]
fn what_is_past_its_date_carries_it_and_what_is_long_past_is_gone() {
    every_question(|question, advice, named| {
        let years = |since: Date| (question.at.date() - since).get_days() / 365;
        for answer in &advice.answers {
            let (lifeline, mut dates) = match answer.place {
                Place::Local(role, contact) => (false, vec![contact.last_verified(), role.provenance.last_verified]),
                Place::National(service) => {
                    let dates = vec![service.about.last_verified, service.who.provenance.last_verified];
                    let ways = service.ways.iter().filter(|way| way.doubt.is_none());
                    let shown = ways.filter(|way| answer.ways.iter().any(|shown| *shown.contact == way.contact));
                    (service.lifeline, dates.into_iter().chain(shown.map(|way| way.provenance.last_verified)).collect())
                }
            };
            dates.sort();
            let told = answer.cautions.iter().find_map(|caution| match caution {
                Caution::LastChecked(date) => Some(*date),
                Caution::Unverified(_) => None,
            });
            let id = answer.place.id();
            assert_eq!(told, Some(dates[0]).filter(|oldest| years(*oldest) >= 1), "{named}: {id}");
            let kept = lifeline || question.audience == Audience::Staff || dates.iter().all(|date| years(*date) < 2);
            assert!(kept, "{named}: {id} was last checked on {}", dates[0]);
        }
    });
}

#[test]
fn local_contacts_go_to_those_who_may_turn_to_them_where_they_exist() {
    let mut seen = BTreeSet::new();
    every_question(|question, advice, named| {
        for answer in &advice.answers {
            let Place::Local(_, contact) = answer.place else { continue };
            let nation = NATIONS.iter().find(|(_, nation)| *nation == question.nation).unwrap().0;
            let id = answer.place.id();
            seen.insert((id, question.audience, nation));
            assert_ne!(question.audience, Audience::Under11, "{named}: {id}");
            assert!(id != "local-lado" || nation == "england", "{named}: a LADO");
            assert!(id != "local-prevent" || nation != "northern-ireland", "{named}: Prevent");
            assert!(id != "local-online-safety" || question.audience == Audience::Staff, "{named}: {id}");
            let asked_too = contact.takes_public() || id == "local-social-care" || question.audience == Audience::Staff;
            assert!(asked_too, "{named}: {id} does not take the public");
        }
    });
    assert!(seen.contains(&("local-lado", Audience::Staff, "england")));
    assert!(seen.contains(&("local-lado", Audience::Parent, "england")));
    assert!(seen.contains(&("local-prevent", Audience::Staff, "wales")));
    assert!(seen.contains(&("local-social-care", Audience::From11To18, "northern-ireland")));
    assert!(seen.contains(&("local-online-safety", Audience::Staff, "scotland")));
}

#[test]
fn fraud_in_scotland_goes_to_the_police_and_elsewhere_to_report_fraud() {
    let bare = LocalContacts::default();
    for (name, nation) in NATIONS {
        let at = "2026-11-25T11:30".parse().unwrap();
        let question =
            Question { situation: Situation::Scam, audience: Audience::Parent, age: None, nation, contacts: &bare, at };
        let advice = advise(Content::shipped(), &question).unwrap();
        let first = advice.answers[0].place.id();
        assert_eq!(first, if name == "scotland" { "police-non-emergency" } else { "report-fraud" }, "{name}");
    }
}

#[test]
fn an_age_outside_the_audience_is_refused() {
    let bare = LocalContacts::default();
    for (audience, age) in [(Audience::Under11, 11), (Audience::From11To18, 10), (Audience::From11To18, 19)] {
        let question = Question {
            situation: Situation::Talk,
            audience,
            age: Some(age),
            nation: NATIONS[0].1,
            contacts: &bare,
            at: "2026-11-25T11:30".parse().unwrap(),
        };
        assert!(advise(Content::shipped(), &question).is_err(), "{audience} aged {age}");
    }
}
