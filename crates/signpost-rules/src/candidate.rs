//! Which places may be named at all: never a service to somebody who may not use it, nothing unverified to anybody but
//! staff, nothing whose last check is too long ago.

use jiff::civil::Date;

use crate::{
    advice::{Ages, Caution, OpenWay, Place, Question, opening},
    content::{Content, RouteTo},
    hours::Opening,
    local::LocalContact,
    provenance::Age,
    service::{LocalRole, Service, ServiceId, ServiceWay, Who},
    terms::{Audience, LocalKind},
};

/// A place that may be named, with the ways that may be shown.
pub(crate) struct Candidate<'a> {
    pub(crate) place: Place<'a>,
    pub(crate) ages: Option<Ages>,
    pub(crate) opening: Opening,
    pub(crate) ways: Vec<OpenWay<'a>>,
    pub(crate) cautions: Vec<Caution>,
    /// Whether the whole place, not only one of its ways, is unverified for this question.
    pub(crate) doubted: bool,
}

/// The place, if it may be named in answer to this question.
pub(crate) fn allowed<'a>(content: &Content, question: &Question<'a>, to: RouteTo) -> Option<Candidate<'a>> {
    match to {
        RouteTo::National(id) => national(content, question, id),
        RouteTo::Local(kind) => local(content, question, kind),
    }
}

fn national<'a>(content: &Content, question: &Question<'a>, id: ServiceId) -> Option<Candidate<'a>> {
    let service = content.service(id.as_str())?;
    let staff = question.audience == Audience::Staff;
    let ages = match fit(&service.who, question.audience, question.age) {
        Fit::Whole => None,
        Fit::Ages(ages) => Some(ages),
        Fit::No => return None,
    };
    let mut cautions = Vec::new();
    let sure_of_audience = service.who.audiences.contains(&question.audience);
    let sure_of_nation = service.who.nations.contains(&question.nation);
    let known = (sure_of_audience || service.who.unverified_audiences.contains(&question.audience))
        && (sure_of_nation || service.who.unverified_nations.contains(&question.nation));
    let doubted = service.doubt.is_some() || !sure_of_audience || !sure_of_nation;
    if !known || (doubted && !staff) {
        return None;
    }
    if doubted {
        cautions.extend(service.doubt.map(Caution::Unverified));
        if !sure_of_audience || !sure_of_nation {
            cautions.extend(service.who.doubt.map(Caution::Unverified));
        }
    }
    let mut dates = Dates::new(content, question, service.lifeline);
    if !dates.take(service.about.last_verified) || !dates.take(service.who.provenance.last_verified) {
        return None;
    }
    let mut ways = Vec::new();
    for way in service.ways {
        // Of a number that is not established the doubt is told, to staff; its date would only cloud that of the others.
        let shown_to_them = if way.doubt.is_some() { staff } else { dates.take(way.provenance.last_verified) };
        if !shown_to_them {
            continue;
        }
        if staff {
            cautions.extend(way.doubt.map(Caution::Unverified));
            cautions.extend(way.hours_doubt.map(Caution::Unverified));
        }
        ways.push(shown(content, question, way));
    }
    cautions.extend(dates.oldest.map(Caution::LastChecked));
    finish(Place::National(service), ages, ways, cautions, doubted, verified(service))
}

/// Whether a way's number is established, by its place among the ways shown: an unverified one never makes a service open.
fn verified(service: &'static Service) -> impl Fn(&OpenWay<'_>) -> bool {
    move |shown| service.ways.iter().any(|way| way.doubt.is_none() && way.contact == *shown.contact)
}

fn shown<'a>(content: &Content, question: &Question<'_>, way: &'static ServiceWay) -> OpenWay<'a> {
    OpenWay {
        contact: &way.contact,
        label: way.label,
        hours: &way.hours,
        opening: opening(content, question, &way.hours),
    }
}

fn local<'a>(content: &Content, question: &Question<'a>, kind: LocalKind) -> Option<Candidate<'a>> {
    let contact: &'a LocalContact = question.contacts.get(kind)?;
    let role: &'static LocalRole = content.local_role(kind)?;
    let told = role.audiences.contains(&question.audience)
        || (contact.takes_public() && role.public_audiences.contains(&question.audience));
    if !told || !role.nations.contains(&question.nation) {
        return None;
    }
    let mut dates = Dates::new(content, question, false);
    if !dates.take(contact.last_verified()) || !dates.take(role.provenance.last_verified) {
        return None;
    }
    let ways = contact.ways().iter().map(|way| OpenWay {
        contact: &way.contact,
        label: None,
        hours: &way.hours,
        opening: opening(content, question, &way.hours),
    });
    let cautions = dates.oldest.map(Caution::LastChecked).into_iter().collect();
    finish(Place::Local(role, contact), None, ways.collect(), cautions, false, |_| true)
}

fn finish<'a>(
    place: Place<'a>,
    ages: Option<Ages>,
    ways: Vec<OpenWay<'a>>,
    cautions: Vec<Caution>,
    doubted: bool,
    counts: impl Fn(&OpenWay<'_>) -> bool,
) -> Option<Candidate<'a>> {
    if ways.is_empty() {
        return None;
    }
    let best = ways.iter().filter(|way| counts(way)).map(|way| way.opening).reduce(better);
    Some(Candidate { place, ages, opening: best.unwrap_or(Opening::Unknown), ways, cautions, doubted })
}

/// The more useful of two openings: answering before taking messages before unknown before closed, and the longer or earlier
/// of two alike.
fn better(a: Opening, b: Opening) -> Opening {
    match (a, b) {
        (Opening::Answering { until: None }, _) | (_, Opening::Answering { until: None }) => {
            Opening::Answering { until: None }
        }
        (Opening::Answering { until: Some(a) }, Opening::Answering { until: Some(b) }) => {
            Opening::Answering { until: Some(a.max(b)) }
        }
        (Opening::Closed { opens: Some(a) }, Opening::Closed { opens: Some(b) }) => {
            Opening::Closed { opens: Some(a.min(b)) }
        }
        (Opening::Closed { opens: None }, Opening::Closed { .. }) => b,
        _ if b.usefulness() < a.usefulness() => b,
        _ => a,
    }
}

enum Fit {
    Whole,
    Ages(Ages),
    No,
}

/// Whether a service takes somebody of this audience and age. Where the age is not known it has to take the whole audience,
/// unless it is one that says its ages.
fn fit(who: &Who, audience: Audience, age: Option<u8>) -> Fit {
    let ages = Ages { min: who.min_age, max: who.max_age };
    let takes = |age: u8| ages.min.is_none_or(|min| age >= min) && ages.max.is_none_or(|max| age <= max);
    let Some((youngest, oldest)) = audience.ages() else {
        // An adult's age is not asked; a service for children is not for them.
        return if ages.max.is_some_and(|max| max < 18) { Fit::No } else { Fit::Whole };
    };
    match age {
        Some(age) if takes(age) => Fit::Whole,
        Some(_) => Fit::No,
        None if takes(youngest) && takes(oldest) => Fit::Whole,
        None if who.says_ages && (youngest..=oldest).any(takes) => Fit::Ages(ages),
        None => Fit::No,
    }
}

/// The dates of the facts an answer rests on.
struct Dates<'q> {
    content: &'q Content,
    today: Date,
    keep: bool,
    oldest: Option<Date>,
}

impl<'q> Dates<'q> {
    fn new(content: &'q Content, question: &Question<'_>, lifeline: bool) -> Self {
        let keep = lifeline || question.audience == Audience::Staff;
        Self { content, today: question.at.date(), keep, oldest: None }
    }

    /// Takes note of one date; false if a fact that old may no longer be shown.
    fn take(&mut self, last_verified: Date) -> bool {
        match self.content.checking.age(last_verified, self.today) {
            Age::Fresh => return true,
            Age::Withdrawn if !self.keep => return false,
            Age::Overdue | Age::Withdrawn => {}
        }
        self.oldest = Some(self.oldest.map_or(last_verified, |oldest| oldest.min(last_verified)));
        true
    }
}
