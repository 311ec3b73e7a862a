//! The rules linked in, for native builds: the same answers in the interface's records, without another component.

use school_types::{Date, Language};
use signpost_rules::{
    Anonymity, Audience, Caution, Content, Due, FactGroup, LocalContacts, LocalKind, Opening, Place, Question, Rank,
    Refusal, Subject, Voice,
};

use super::{
    Rules,
    given::{calendar, day, moment, situation, way_kind},
    wit,
};

/// Calls the crate.
pub(crate) struct Linked;

impl Rules for Linked {
    fn advise(question: &Question<'_>, language: Language) -> Result<wit::Advice, wit::Refusal> {
        let advice = signpost_rules::advise(Content::shipped(), question).map_err(|refusal| match refusal {
            Refusal::AgeOutsideAudience => wit::Refusal::AgeOutsideAudience,
        })?;
        Ok(wit::Advice {
            title: advice.entry.title.say(advice.voice).get(language).to_owned(),
            first: advice.entry.first_for(question.audience, language),
            answers: advice.answers.iter().map(|one| answer(one, question.audience, language)).collect(),
        })
    }

    fn choices(audience: Audience, language: Language) -> Vec<wit::Choice> {
        let choices = Content::shipped().choices(audience).map(|entry| wit::Choice {
            situation: situation(entry.situation),
            code: entry.situation.as_str().to_owned(),
            title: entry.title.say(audience.voice()).get(language).to_owned(),
        });
        choices.collect()
    }

    fn panel(today: Date, language: Language) -> Vec<wit::PanelEntry> {
        let entries = signpost_rules::panel(Content::shipped(), today).into_iter().map(|entry| wit::PanelEntry {
            id: entry.service.id.as_str().to_owned(),
            name: entry.service.name.get(language).to_owned(),
            purpose: entry.service.purpose.say(Voice::Young).get(language).to_owned(),
            ways: entry
                .service
                .ways
                .iter()
                .filter(|way| way.doubt.is_none())
                .map(|way| wit::PanelWay {
                    kind: way_kind(way.contact.kind()),
                    value: way.contact.value().to_owned(),
                    href: way.contact.href(),
                    label: way.label.map(|label| label.get(language).to_owned()),
                })
                .collect(),
            last_checked: entry.last_checked.map(day),
        });
        entries.collect()
    }

    fn facts_to_check(
        contacts: &LocalContacts,
        by: Option<Date>,
        language: Language,
    ) -> Result<Vec<wit::FactGroup>, wit::Refusal> {
        let groups = match by {
            Some(by) => signpost_rules::due(Content::shipped(), contacts, by),
            None => signpost_rules::every(Content::shipped(), contacts),
        };
        Ok(groups.iter().map(|group| fact_group(group, language)).collect())
    }
}

fn answer(answer: &signpost_rules::Answer<'_>, audience: Audience, language: Language) -> wit::Answer {
    let voice = audience.voice();
    let (anonymity, cost) = match answer.place {
        Place::National(service) => (service.anonymity, service.cost),
        Place::Local(..) => (Anonymity::NotSaid, None),
    };
    let reason = |reason: &signpost_rules::Reason| wit::Reason {
        code: reason.as_str().to_owned(),
        sentence: Content::shipped().because(*reason, audience).get(language).to_owned(),
    };
    wit::Answer {
        id: answer.place.id().to_owned(),
        name: answer.place.name(language).to_owned(),
        rank: match answer.rank {
            Rank::Emergency => wit::Rank::Emergency,
            Rank::First => wit::Rank::First,
            Rank::Also => wit::Rank::Also,
        },
        reasons: answer.reasons.iter().map(reason).collect(),
        purpose: answer.place.purpose(voice).get(language).to_owned(),
        not_for: answer.place.not_for(voice).get(language).to_owned(),
        anonymity: match anonymity {
            Anonymity::Anonymous => wit::Anonymity::Anonymous,
            Anonymity::Optional => wit::Anonymity::Optional,
            Anonymity::UnlessAtRisk => wit::Anonymity::UnlessAtRisk,
            Anonymity::Named => wit::Anonymity::Named,
            Anonymity::NotSaid => wit::Anonymity::NotSaid,
        },
        cost: cost.map(|cost| cost.get(language).to_owned()),
        ages: answer.ages.map(|ages| wit::Ages { youngest: ages.min, oldest: ages.max }),
        opening: opening(answer.opening),
        instead: answer.instead.and_then(|place| u32::try_from(place).ok()),
        ways: answer.ways.iter().map(|one| way(one, language)).collect(),
        cautions: answer
            .cautions
            .iter()
            .map(|caution| match caution {
                Caution::Unverified(doubt) => wit::Caution::Unverified(doubt.get(language).to_owned()),
                Caution::LastChecked(date) => wit::Caution::LastChecked(day(*date)),
            })
            .collect(),
    }
}

fn way(way: &signpost_rules::OpenWay<'_>, language: Language) -> wit::Way {
    wit::Way {
        kind: way_kind(way.contact.kind()),
        value: way.contact.value().to_owned(),
        href: way.contact.href(),
        label: way.label.map(|label| label.get(language).to_owned()),
        opening: opening(way.opening),
    }
}

fn opening(opening: Opening) -> wit::Opening {
    match opening {
        Opening::Answering { until } => wit::Opening::Answering(until.map(moment)),
        Opening::TakesMessages => wit::Opening::TakesMessages,
        Opening::Unknown => wit::Opening::Unknown,
        Opening::Closed { opens } => wit::Opening::Closed(opens.map(moment)),
    }
}

fn fact_group(group: &Due<'_>, language: Language) -> wit::FactGroup {
    let (subject, facts) = match group.subject {
        Subject::National(service) => (service.name.get(language), facts(group.group, language)),
        Subject::Role(role) => (role.name.get(language), wit::Facts::LocalRole(local_kind(role.kind))),
        Subject::Local(kind, name) => (name.get(language), wit::Facts::LocalContact(local_kind(kind))),
        Subject::BankHolidays(whose) => ("", wit::Facts::BankHolidays(calendar(whose))),
    };
    wit::FactGroup {
        subject: subject.to_owned(),
        facts,
        sources: group.sources.iter().map(|page| (*page).to_owned()).collect(),
        last_verified: day(group.last_verified),
        due: day(group.due),
        unverified: group.unverified.map(|doubt| doubt.get(language).to_owned()),
    }
}

fn facts(group: FactGroup<'_>, language: Language) -> wit::Facts {
    match group {
        FactGroup::About | FactGroup::All => wit::Facts::About,
        FactGroup::Who => wit::Facts::Who,
        FactGroup::Way(value) => wit::Facts::Way(value.to_owned()),
        FactGroup::Superseded(name) => wit::Facts::Superseded(name.get(language).to_owned()),
    }
}

const fn local_kind(kind: LocalKind) -> wit::LocalKind {
    match kind {
        LocalKind::SocialCare => wit::LocalKind::SocialCare,
        LocalKind::Lado => wit::LocalKind::Lado,
        LocalKind::Prevent => wit::LocalKind::Prevent,
        LocalKind::OnlineSafety => wit::LocalKind::OnlineSafety,
    }
}
