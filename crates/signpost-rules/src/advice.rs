//! The answer to a question: whom to turn to, in what order, and why.

use jiff::civil::{Date, DateTime};
use school_types::{Language, Nation};

use crate::{
    candidate::{Candidate, allowed},
    contact::Contact,
    content::{Content, Name, RouteTo, SituationEntry, calendar_of},
    hours::{Hours, Opening},
    local::{LocalContact, LocalContacts},
    phrase::Phrase,
    service::{LocalRole, Service, ServiceId},
    terms::{Audience, Danger, LocalKind, Reason, Situation, Voice},
};

/// What somebody asks.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// What has happened.
    pub situation: Situation,
    /// Who asks.
    pub audience: Audience,
    /// Their age in years where it is known; only for the two audiences that are told by age.
    pub age: Option<u8>,
    /// Where the school is.
    pub nation: Nation,
    /// What the school has entered of its area.
    pub contacts: &'a LocalContacts,
    /// Now, in Europe/London.
    pub at: DateTime,
}

/// A question that contradicts itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The age given is not one of the audience's.
    #[error("the age does not belong to the audience")]
    AgeOutsideAudience,
}

/// Whom to turn to. `answers` is never empty, at least one of them answers at the moment asked about, and 999 stands
/// first where somebody may be in danger and last where that is unlikely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice<'a> {
    /// The situation: title, what to do first, danger.
    pub entry: &'static SituationEntry,
    /// In whose words.
    pub voice: Voice,
    /// In order.
    pub answers: Vec<Answer<'a>>,
}

/// One place to turn to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer<'a> {
    /// How prominent.
    pub rank: Rank,
    /// Which.
    pub place: Place<'a>,
    /// Why, the weightiest first; never empty.
    pub reasons: Vec<Reason>,
    /// The ages it takes, where it takes only some of this audience and nobody has asked the age. Has to be shown.
    pub ages: Option<Ages>,
    /// Whether it is open, by the best of its ways.
    pub opening: Opening,
    /// If it is not open: the place in `answers` of one that is.
    pub instead: Option<usize>,
    /// How it is reached. Never empty.
    pub ways: Vec<OpenWay<'a>>,
    /// What may not be relied on without checking. Has to be shown.
    pub cautions: Vec<Caution>,
    /// Whether the whole place, not only one of its ways, is unverified for this question. Only ever so for staff.
    pub doubted: bool,
}

/// How prominent an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// 999, where somebody may be in danger.
    Emergency,
    /// One of the one or two best.
    First,
    /// Also of use.
    Also,
}

/// A national service or a contact of the area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'a> {
    /// A national service.
    National(&'static Service),
    /// A contact of the area.
    Local(&'static LocalRole, &'a LocalContact),
}

impl<'a> Place<'a> {
    /// What it is called.
    pub fn name(&self, language: Language) -> &'a str {
        match *self {
            Self::National(service) => service.name.get(language),
            Self::Local(_, contact) => Name::Own(contact.name()).get(language),
        }
    }

    /// Its name in data: a service's id, or `local-` and the kind.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::National(service) => service.id.as_str(),
            Self::Local(role, _) => match role.kind {
                LocalKind::SocialCare => "local-social-care",
                LocalKind::Lado => "local-lado",
                LocalKind::Prevent => "local-prevent",
                LocalKind::OnlineSafety => "local-online-safety",
            },
        }
    }

    /// What it is for.
    pub fn purpose(&self, voice: Voice) -> Phrase {
        match self {
            Self::National(service) => service.purpose.say(voice),
            Self::Local(role, _) => role.purpose.say(voice),
        }
    }

    /// What it is not for.
    pub fn not_for(&self, voice: Voice) -> Phrase {
        match self {
            Self::National(service) => service.not_for.say(voice),
            Self::Local(role, _) => role.not_for.say(voice),
        }
    }
}

/// The ages a place takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ages {
    /// The youngest.
    pub min: Option<u8>,
    /// The oldest.
    pub max: Option<u8>,
}

/// One way of reaching a place, with what its hours say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenWay<'a> {
    /// The number or address.
    pub contact: &'a Contact,
    /// What it is, where its kind does not say.
    pub label: Option<Phrase>,
    /// Its hours.
    pub hours: &'a Hours,
    /// What they say now.
    pub opening: Opening,
}

/// Something that may not be relied on without checking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// A fact that is not established. Only ever shown to staff, as "check before use".
    Unverified(Phrase),
    /// Facts whose check is due: shown to everybody, with the date of the last.
    LastChecked(Date),
}

/// Answers a question.
///
/// # Errors
/// [`Refusal::AgeOutsideAudience`] if the age contradicts the audience.
pub fn advise<'a>(content: &Content, question: &Question<'a>) -> Result<Advice<'a>, Refusal> {
    if let (Some(age), Some((youngest, oldest))) = (question.age, question.audience.ages())
        && !(youngest..=oldest).contains(&age)
    {
        return Err(Refusal::AgeOutsideAudience);
    }
    let entry = content.situation(question.situation);
    let mut found = Vec::new();
    for route in entry.routes.iter().filter(|route| route.audiences.contains(&question.audience)) {
        if is_named(route.to, content.emergency) {
            continue;
        }
        found.extend(allowed(content, question, route.to).map(|candidate| (candidate, vec![route.reason])));
    }
    if !found.iter().any(|(candidate, _)| helps_now(candidate, entry.danger)) {
        let rescue = allowed(content, question, RouteTo::National(content.lifeline(question.audience)));
        found.extend(rescue.map(|candidate| (candidate, vec![Reason::OpenNow])));
    }
    let mut answers = rank(found, entry.danger);
    let emergency = allowed(content, question, RouteTo::National(content.emergency));
    if let Some(candidate) = emergency {
        match entry.danger {
            Danger::Now => answers.insert(0, answer(candidate, Rank::Emergency, vec![Reason::DangerNow])),
            Danger::Possible => answers.insert(0, answer(candidate, Rank::Emergency, vec![Reason::DangerPossible])),
            Danger::Unlikely => answers.push(answer(candidate, Rank::Also, vec![Reason::DangerLater])),
        }
    }
    name_one_that_is_open(&mut answers);
    Ok(Advice { entry, voice: question.audience.voice(), answers })
}

/// Whether somebody who turns there now gets further: a form will do, unless somebody may be in danger.
fn helps_now(candidate: &Candidate<'_>, danger: Danger) -> bool {
    let opening = candidate.opening;
    !candidate.doubted && if danger == Danger::Unlikely { opening.is_open() } else { opening.is_answering() }
}

fn is_named(to: RouteTo, id: ServiceId) -> bool {
    matches!(to, RouteTo::National(named) if named == id)
}

/// Picks the one or two best and puts what is open before what is not.
fn rank<'a>(found: Vec<(Candidate<'a>, Vec<Reason>)>, danger: Danger) -> Vec<Answer<'a>> {
    let (mut first, mut also) = (Vec::new(), Vec::new());
    for found in found {
        // What staff must check before use is never put foremost.
        if first.len() < 2 && !found.0.doubted { first.push(found) } else { also.push(found) }
    }
    if !first.iter().any(|(candidate, _)| helps_now(candidate, danger)) {
        promote_one_that_helps_now(&mut first, &mut also, danger);
    }
    // Stable: among the open, and among the rest, the best fit stays first.
    first.sort_by_key(|(candidate, _)| !candidate.opening.is_open());
    also.sort_by_key(|(candidate, _)| !candidate.opening.is_open());
    let first = first.into_iter().map(|(candidate, reasons)| answer(candidate, Rank::First, reasons));
    let also = also.into_iter().map(|(candidate, reasons)| answer(candidate, Rank::Also, reasons));
    first.chain(also).collect()
}

/// Puts one that helps now among the best, in place of the second where there are two.
fn promote_one_that_helps_now<'a>(
    first: &mut Vec<(Candidate<'a>, Vec<Reason>)>,
    also: &mut Vec<(Candidate<'a>, Vec<Reason>)>,
    danger: Danger,
) {
    let helping = |(candidate, _): &(Candidate<'_>, Vec<Reason>)| helps_now(candidate, danger);
    let answering = also.iter().position(|found| helping(found) && found.0.opening.is_answering());
    let Some(place) = answering.or_else(|| also.iter().position(helping)) else { return };
    let (candidate, mut reasons) = also.remove(place);
    if !reasons.contains(&Reason::OpenNow) {
        reasons.push(Reason::OpenNow);
    }
    if first.len() == 2 {
        also.extend(first.pop());
        also.rotate_right(1);
    }
    first.push((candidate, reasons));
}

fn answer(candidate: Candidate<'_>, rank: Rank, reasons: Vec<Reason>) -> Answer<'_> {
    Answer {
        rank,
        place: candidate.place,
        reasons,
        ages: candidate.ages,
        opening: candidate.opening,
        instead: None,
        ways: candidate.ways,
        cautions: candidate.cautions,
        doubted: candidate.doubted,
    }
}

/// Names for every answer that is not open the first that is, other than 999, which is no substitute for a closed
/// office.
fn name_one_that_is_open(answers: &mut [Answer<'_>]) {
    let is_substitute = |answer: &Answer<'_>| {
        let urgent = answer.rank == Rank::Emergency || answer.reasons == [Reason::DangerLater];
        answer.opening.is_open() && !urgent && !answer.doubted
    };
    let open = answers.iter().position(|answer| is_substitute(answer) && answer.opening.is_answering());
    let open = open.or_else(|| answers.iter().position(is_substitute));
    for answer in answers.iter_mut().filter(|answer| !answer.opening.is_open()) {
        answer.instead = open;
    }
}

/// What the hours of a way say when the question is asked.
pub(crate) fn opening(content: &Content, question: &Question<'_>, hours: &Hours) -> Opening {
    hours.at(question.at, calendar_of(question.nation), content.holidays)
}
