//! One place to turn to, as a card.

use pages::{Line, Notice, Paragraph, ServiceCard, ServiceWay};
use signpost_rules::{Audience, DateTime};
use words::Words;

use crate::{
    rules::{date, wit},
    said,
};

/// Who reads the card, and when.
#[derive(Clone, Copy)]
pub(crate) struct Reader {
    /// In which words.
    pub(crate) words: Words,
    /// Who.
    pub(crate) audience: Audience,
    /// Now, in London.
    pub(crate) now: DateTime,
}

/// The card of `answer`, one of `answers`.
pub(crate) fn card(reader: Reader, answer: &wit::Answer, answers: &[wit::Answer]) -> ServiceCard {
    let w = reader.words;
    let mut card = ServiceCard::new(answer.id.as_str(), answer.name.as_str());
    if let Some(opening) = said::opening_for(reader, answer.opening) {
        card = card.state(said::is_open(answer.opening), opening);
    }
    card = match answer.rank {
        wit::Rank::Emergency => card.foremost(),
        wit::Rank::First => card,
        wit::Rank::Also => card.listed(),
    };
    if let Some(open) = answer.instead.and_then(|place| answers.get(usize::try_from(place).ok()?)) {
        card = card.with(Paragraph::new(Line::new().link(w.help_instead(&open.name), &ServiceCard::anchor(&open.id))));
    }
    // The weightiest reason is enough for a child.
    let reasons = if reader.audience.is_child() { 1 } else { answer.reasons.len() };
    for reason in answer.reasons.iter().take(reasons) {
        card = card.with(Paragraph::new(reason.sentence.as_str()));
    }
    if let Some(ages) = answer.ages.and_then(|ages| said::ages(w, ages)) {
        card = card.with(Paragraph::new(Line::new().strong(ages)));
    }
    for caution in &answer.cautions {
        card = match caution {
            wit::Caution::Unverified(doubt) => {
                card.with(Notice::care().with(Paragraph::new(w.help_check_before_use(doubt))))
            }
            wit::Caution::LastChecked(day) => {
                card.with(Paragraph::soft(w.help_last_checked(&w.short_date(date(*day)))))
            }
        };
    }
    let card = answer.ways.iter().fold(card, |card, one| card.way(way(reader, one, answer.opening)));
    terms(reader, card, answer)
}

fn way(reader: Reader, way: &wit::Way, of_the_place: wit::Opening) -> ServiceWay {
    let (icon, label) = said::way(reader.words, way.kind, &way.value, way.label.as_deref());
    let shown = ServiceWay::new(icon, label, way.href.as_str());
    // A page's label is its name already; a number's says whose it is.
    let own = way.label.clone().filter(|_| way.kind != wit::WayKind::Web);
    let hours = (way.opening != of_the_place).then(|| said::opening_for(reader, way.opening));
    let notes: Vec<String> = own.into_iter().chain(hours.flatten()).collect();
    if notes.is_empty() { shown } else { shown.note(notes.join(". ")) }
}

/// What to know before turning there: in sight for adults at the foremost places, folded away for children and further down.
fn terms(reader: Reader, card: ServiceCard, answer: &wit::Answer) -> ServiceCard {
    let w = reader.words;
    let mut card =
        card.term(w.help_for_title(), answer.purpose.as_str()).term(w.help_not_for_title(), answer.not_for.as_str());
    if let Some(name) = said::anonymity(w, answer.anonymity) {
        card = card.term(w.help_name_title(), name);
    }
    if let Some(cost) = &answer.cost {
        card = card.term(w.help_cost_title(), cost.as_str());
    }
    let is_folded = reader.audience.is_child() || answer.rank == wit::Rank::Also;
    if is_folded { card.fold_terms(w.help_about(&answer.name)) } else { card }
}
