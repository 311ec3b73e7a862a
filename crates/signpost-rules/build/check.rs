//! What the shapes alone cannot tell: that everything named exists, that every audience has its words, that nobody is left
//! without an answer, and that no number hides in a sentence. Every problem is listed, not only the first.

use std::collections::BTreeSet;

use school_types::Nation;

use crate::{
    hours::Hours,
    shape::{Files, Phrase, Service, SituationEntry, Voiced},
    terms::{Audience, Calendar, LocalKind, Reason, Situation, Voice, WayKind},
};

const NATIONS: [Nation; 4] = [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland];

/// Longest sentence, in characters: one that fits a telephone's screen.
const LONGEST: usize = 420;

/// Collects problems under the name of what is looked at.
struct Problems(Vec<String>);

impl Problems {
    fn add(&mut self, place: &str, problem: &str) {
        self.0.push(format!("{place}: {problem}"));
    }

    fn unless(&mut self, holds: bool, place: &str, problem: &str) {
        if !holds {
            self.add(place, problem);
        }
    }
}

/// Checks the content as a whole.
pub(crate) fn check(files: &Files) -> Result<(), String> {
    let mut problems = Problems(Vec::new());
    let checking = &files.services.checking;
    problems.unless(
        checking.every_months > 0 && checking.withdrawn_after_months > checking.every_months,
        "checking",
        "facts are withdrawn some months after their check is due",
    );
    for service in &files.services.services {
        check_service(&mut problems, service);
    }
    check_names(&mut problems, files);
    check_lifelines(&mut problems, files);
    check_locals(&mut problems, files);
    check_situations(&mut problems, files);
    check_holidays(&mut problems, files);
    if problems.0.is_empty() { Ok(()) } else { Err(problems.0.join("\n")) }
}

fn check_service(problems: &mut Problems, service: &Service) {
    let place = service.id.as_str();
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    problems.unless(
        !place.is_empty() && place.bytes().all(plain),
        place,
        "an id is made of a to z, 0 to 9 and hyphens",
    );
    phrase(problems, place, &service.name);
    let who = &service.who;
    let audiences: Vec<Audience> = who.audiences.iter().chain(&who.unverified_audiences).copied().collect();
    problems.unless(!audiences.is_empty(), place, "nobody may use it");
    problems.unless(!who.nations.is_empty() || !who.unverified_nations.is_empty(), place, "it is in no nation");
    let doubtful = !who.unverified_audiences.is_empty() || !who.unverified_nations.is_empty();
    problems.unless(
        doubtful == who.unverified.is_some(),
        place,
        "who.unverified says what of the unverified lists is unverified",
    );
    problems.unless(
        who.min_age.unwrap_or(0) <= who.max_age.unwrap_or(u8::MAX),
        place,
        "its ages are the wrong way round",
    );
    for (what, text) in [("for", &service.purpose), ("not_for", &service.not_for)] {
        voiced(problems, &format!("{place}, {what}"), text, &audiences);
    }
    source(problems, &format!("{place}, about"), &service.about.source);
    source(problems, &format!("{place}, who"), &who.source);
    let notes = [&service.about.cost, &service.about.unverified, &who.unverified];
    for note in notes.into_iter().flatten() {
        phrase(problems, place, note);
    }
    problems.unless(!service.ways.is_empty(), place, "there is no way of reaching it");
    for (number, way) in service.ways.iter().enumerate() {
        let place = format!("{place}, way {}", number + 1);
        if let Err(problem) = way.contact() {
            problems.add(&place, &problem);
        }
        source(problems, &place, &way.source);
        for note in [&way.label, &way.unverified, &way.hours_unverified].into_iter().flatten() {
            phrase(problems, &place, note);
        }
        let named = way.hours_unverified.is_none() || way.hours == Hours::Unknown;
        problems.unless(
            named,
            &place,
            "unverified hours are unknown hours: what is believed goes into hours_unverified",
        );
    }
    for gone in &service.supersedes {
        let place = format!("{place}, supersedes {}", gone.name.en);
        phrase(problems, &place, &gone.name);
        phrase(problems, &place, &gone.explanation);
        source(problems, &place, &gone.source);
        problems.unless(!gone.addresses.is_empty() || !gone.phrases.is_empty(), &place, "nothing to look for");
        let lower = gone.addresses.iter().all(|address| *address == address.to_lowercase());
        problems.unless(lower, &place, "addresses are in lower case");
    }
}

/// Ids are unique, references resolve, and nothing superseded is offered.
fn check_names(problems: &mut Problems, files: &Files) {
    let services = &files.services.services;
    let mut ids = BTreeSet::new();
    for service in services {
        problems.unless(ids.insert(service.id.as_str()), &service.id, "the id is used twice");
    }
    let named = [&files.services.emergency, &files.services.child_lifeline, &files.services.adult_lifeline];
    let routes = files.situations.situations.iter().flat_map(|situation| &situation.routes);
    let routed: Vec<&String> = routes.filter_map(|route| route.service.as_ref()).collect();
    let used: BTreeSet<&str> =
        named.into_iter().chain(&files.services.panel).chain(routed).map(String::as_str).collect();
    for missing in used.difference(&ids) {
        problems.add(missing, "there is no such service");
    }
    for unused in ids.difference(&used) {
        problems.add(unused, "no situation leads to it");
    }
    for gone in services.iter().flat_map(|service| &service.supersedes).flat_map(|gone| &gone.addresses) {
        for way in services.iter().flat_map(|service| &service.ways) {
            let offered = way.contact().is_ok_and(|contact| contact.value().contains(gone.as_str()));
            problems.unless(!offered, gone, "superseded and yet offered");
        }
    }
}

/// Those who answer whatever else is closed, overdue or not verified.
fn check_lifelines(problems: &mut Problems, files: &Files) {
    let all = [
        (&files.services.emergency, Audience::ALL),
        (&files.services.child_lifeline, &[Audience::Under11, Audience::From11To18]),
        (&files.services.adult_lifeline, &[Audience::Parent, Audience::Staff, Audience::Public]),
    ];
    for (id, audiences) in all {
        let Some(service) = files.services.services.iter().find(|service| service.id == *id) else { continue };
        let who = &service.who;
        problems.unless(
            service.lifeline && service.about.unverified.is_none(),
            id,
            "has to be a lifeline without doubt",
        );
        problems.unless(
            audiences.iter().all(|audience| who.audiences.contains(audience)),
            id,
            "does not take all it stands by for",
        );
        problems.unless(NATIONS.iter().all(|nation| who.nations.contains(nation)), id, "is not in every nation");
        problems.unless(
            who.min_age.is_none() && who.max_age.is_none_or(|max| max >= 18),
            id,
            "does not take every age it stands by for",
        );
        let answers = service.ways.iter().any(|way| {
            way.hours == Hours::Always
                && way.unverified.is_none()
                && way.contact().is_ok_and(|contact| contact.kind() == WayKind::Phone)
        });
        problems.unless(answers, id, "has no telephone that is answered day and night");
    }
}

fn check_locals(problems: &mut Problems, files: &Files) {
    for kind in LocalKind::ALL {
        let count = files.services.locals.iter().filter(|local| local.kind == *kind).count();
        problems.unless(count == 1, kind.as_str(), "a local role is described exactly once");
    }
    for local in &files.services.locals {
        let place = local.kind.as_str();
        let audiences: Vec<Audience> = local.audiences.iter().chain(&local.public_audiences).copied().collect();
        phrase(problems, place, &local.name);
        voiced(problems, place, &local.purpose, &audiences);
        voiced(problems, place, &local.not_for, &audiences);
        source(problems, place, &local.source);
        problems.unless(!local.nations.is_empty() && !audiences.is_empty(), place, "nobody may use it");
    }
}

fn check_situations(problems: &mut Problems, files: &Files) {
    let listed: Vec<Situation> = files.situations.situations.iter().map(|entry| entry.id).collect();
    problems.unless(listed == Situation::ALL, "situations.toml", "every situation once, in the order of Situation");
    for reason in Reason::ALL {
        let count = files.situations.reasons.iter().filter(|entry| entry.id == *reason).count();
        problems.unless(count == 1, reason.as_str(), "a reason is worded exactly once");
    }
    for entry in &files.situations.situations {
        let place = entry.id.as_str();
        voiced(problems, &format!("{place}, title"), &entry.title, Audience::ALL);
        voiced(problems, &format!("{place}, first"), &entry.first, Audience::ALL);
        if let Some(staff) = &entry.staff {
            phrase(problems, &format!("{place}, staff"), staff);
        }
        problems.unless(!entry.offered_to.is_empty(), place, "it is offered to nobody");
        for audience in Audience::ALL {
            let answered =
                entry.routes.iter().any(|route| route.service.is_some() && route.audiences.contains(audience));
            problems.unless(answered, place, &format!("{audience} is sent nowhere"));
        }
        check_routes(problems, files, entry);
    }
    for reason in [Reason::DangerNow, Reason::DangerPossible, Reason::DangerLater, Reason::OpenNow] {
        check_reason(problems, files, reason, Audience::ALL);
    }
}

fn check_routes(problems: &mut Problems, files: &Files, entry: &SituationEntry) {
    let mut seen = BTreeSet::new();
    for route in &entry.routes {
        let to = match (&route.service, route.local) {
            (Some(service), None) => service.clone(),
            (None, Some(kind)) => kind.as_str().to_owned(),
            _ => {
                problems.add(entry.id.as_str(), "a route leads to a service or to a local contact");
                continue;
            }
        };
        let place = format!("{}, route to {to}", entry.id);
        check_reason(problems, files, route.reason, &route.audiences);
        for audience in &route.audiences {
            problems.unless(seen.insert((to.clone(), *audience)), &place, "the same audience is sent there twice");
            let service = files.services.services.iter().find(|service| service.id == to);
            let local = files.services.locals.iter().find(|local| Some(local.kind) == route.local);
            let takes = service
                .is_some_and(|s| s.who.audiences.contains(audience) || s.who.unverified_audiences.contains(audience))
                || local.is_some_and(|l| l.audiences.contains(audience) || l.public_audiences.contains(audience));
            problems.unless(takes, &place, &format!("{audience} may not use it"));
        }
    }
}

fn check_reason(problems: &mut Problems, files: &Files, reason: Reason, audiences: &[Audience]) {
    if let Some(entry) = files.situations.reasons.iter().find(|entry| entry.id == reason) {
        voiced(problems, reason.as_str(), &entry.text, audiences);
    }
}

fn check_holidays(problems: &mut Problems, files: &Files) {
    for calendar in Calendar::ALL {
        let count = files.holidays.calendars.iter().filter(|entry| entry.id == *calendar).count();
        problems.unless(count == 1, calendar.as_str(), "a calendar is listed exactly once");
    }
    for entry in &files.holidays.calendars {
        let place = entry.id.as_str();
        source(problems, place, &entry.source);
        problems.unless(entry.days.is_sorted_by(|a, b| a.date < b.date), place, "days are in order, each once");
        for day in &entry.days {
            phrase(problems, place, &day.name);
            let within = (entry.first_year..=entry.last_year).contains(&day.date.year());
            problems.unless(within, place, "a day lies outside the years listed");
        }
        for year in entry.first_year..=entry.last_year {
            let days = entry.days.iter().filter(|day| day.date.year() == year).count();
            problems.unless(days >= 8, place, &format!("{year} has fewer than eight bank holidays"));
        }
    }
}

fn source(problems: &mut Problems, place: &str, source: &[String]) {
    let named = |page: &String| page.contains('.') && !page.contains("://") && !page.contains(' ');
    problems.unless(
        !source.is_empty() && source.iter().all(named),
        place,
        "the source is a list of pages, without https://",
    );
}

/// The voices of these audiences are there, and every sentence is one.
fn voiced(problems: &mut Problems, place: &str, text: &Voiced, audiences: &[Audience]) {
    let needed: BTreeSet<Voice> = audiences.iter().map(|audience| audience.voice()).collect();
    for voice in needed {
        problems.unless(text.own(voice).is_some(), place, &format!("nothing is written for {voice}"));
    }
    for sentence in text.all() {
        phrase(problems, place, sentence);
    }
}

/// A sentence holds no number or address: those stand where they have a source and a date. 999, 101 and 111 may be spoken of.
fn phrase(problems: &mut Problems, place: &str, text: &Phrase) {
    for sentence in [&text.en, &text.cy] {
        problems.unless(!sentence.trim().is_empty() && sentence.trim() == sentence, place, "a text is empty or padded");
        problems.unless(sentence.chars().count() <= LONGEST, place, "a text is too long for a telephone's screen");
        problems.unless(!sentence.contains('\n'), place, "a text is one line");
        let digits = sentence.split(|c: char| !c.is_ascii_digit());
        let number =
            digits.into_iter().any(|run| run.len() > 2 && !["999", "101", "111"].contains(&run) && !is_year(run));
        let address = ["http", "www.", "@", ".uk", ".com", ".org"].iter().any(|part| sentence.contains(part));
        problems.unless(
            !number && !address,
            place,
            "a number or address stands in a sentence, without source and date",
        );
    }
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.starts_with("20")
}
