//! Answers as people would read them, one file each in `tests/answers`. The first line of a file is the question; a new case
//! is a new file with that line alone, filled in by `WRITE_ANSWERS=1 cargo test -p signpost-rules --test answers`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing helper is a failing test")]

mod asked;

use std::{env, fmt::Write as _, fs, path::Path};

use asked::{contacts, nation};
use school_types::Language;
use signpost_rules::{Advice, Answer, Caution, Content, Opening, Place, Question, Rank, advise};

/// `situation, audience[ age], nation, date and time, profile, language`.
fn answer(line: &str) -> String {
    let parts: Vec<&str> = line.split(", ").collect();
    let [situation, asker, place, at, profile, language] = parts[..] else { panic!("not a question: {line}") };
    let (audience, age) = match asker.split_once(" aged ") {
        Some((audience, age)) => (audience, Some(age.parse().unwrap())),
        None => (asker, None),
    };
    let contacts = contacts(profile);
    let question = Question {
        situation: situation.parse().unwrap(),
        audience: audience.parse().unwrap(),
        age,
        nation: nation(place),
        contacts: &contacts,
        at: at.replace(' ', "T").parse().unwrap(),
    };
    match advise(Content::shipped(), &question) {
        Ok(advice) => told(&advice, &question, language.parse().unwrap()),
        Err(refusal) => format!("Refused: {refusal}\n"),
    }
}

fn told(advice: &Advice<'_>, question: &Question<'_>, language: Language) -> String {
    let mut text = String::new();
    let say = |voiced: &signpost_rules::Voiced| voiced.say(advice.voice).get(language);
    writeln!(text, "{}\n{}\n", say(&advice.entry.title), advice.entry.first_for(question.audience, language)).unwrap();
    for (number, answer) in advice.answers.iter().enumerate() {
        let rank = match answer.rank {
            Rank::Emergency => "  <- first, because somebody may be in danger",
            Rank::First => "  <- one of the best",
            Rank::Also => "",
        };
        writeln!(text, "{}. {}{rank}", number + 1, answer.place.name(language)).unwrap();
        describe(&mut text, advice, answer, question, language);
    }
    text
}

fn describe(text: &mut String, advice: &Advice<'_>, answer: &Answer<'_>, question: &Question<'_>, language: Language) {
    for reason in &answer.reasons {
        let because = Content::shipped().because(*reason, question.audience);
        writeln!(text, "   Why: {}", because.get(language)).unwrap();
    }
    writeln!(text, "   For: {}", answer.place.purpose(advice.voice).get(language)).unwrap();
    writeln!(text, "   Not for: {}", answer.place.not_for(advice.voice).get(language)).unwrap();
    if let Some(ages) = answer.ages {
        writeln!(
            text,
            "   Ages: {} to {}",
            ages.min.unwrap_or(0),
            ages.max.map_or_else(|| "any".into(), |max| max.to_string())
        )
        .unwrap();
    }
    if let Place::National(service) = answer.place {
        if let Some(cost) = service.cost {
            writeln!(text, "   Cost: {}", cost.get(language)).unwrap();
        }
        writeln!(text, "   Anonymous: {}", service.anonymity).unwrap();
    }
    writeln!(text, "   Now: {}", opening(answer.opening)).unwrap();
    if let Some(instead) = answer.instead {
        writeln!(text, "   Open meanwhile: {}", advice.answers[instead].place.name(language)).unwrap();
    }
    for way in &answer.ways {
        let label = way.label.map_or_else(String::new, |label| format!(" ({})", label.get(language)));
        writeln!(text, "   - {} {}{label}: {}", way.contact.kind(), way.contact.value(), opening(way.opening)).unwrap();
    }
    for caution in &answer.cautions {
        match caution {
            Caution::Unverified(doubt) => writeln!(text, "   Check before use: {}", doubt.get(language)).unwrap(),
            Caution::LastChecked(date) => writeln!(text, "   Last checked on {date}").unwrap(),
        }
    }
}

fn opening(opening: Opening) -> String {
    match opening {
        Opening::Answering { until: None } => "open day and night".to_owned(),
        Opening::Answering { until: Some(until) } => format!("open until {}", until.strftime("%A %-d %B %Y, %H:%M")),
        Opening::TakesMessages => "takes messages at any time".to_owned(),
        Opening::Unknown => "opening hours not known".to_owned(),
        Opening::Closed { opens: Some(opens) } => format!("closed, opens {}", opens.strftime("%A %-d %B %Y, %H:%M")),
        Opening::Closed { opens: None } => "closed".to_owned(),
    }
}

#[test]
fn the_answers_read_as_they_should() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/answers");
    let mut wrong = Vec::new();
    let mut cases = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let held = fs::read_to_string(&path).unwrap();
        let line = held.lines().next().unwrap().strip_prefix("Asked: ").unwrap();
        let now = format!("Asked: {line}\n\n{}", answer(line));
        cases += 1;
        if env::var_os("WRITE_ANSWERS").is_some() {
            fs::write(&path, now).unwrap();
        } else if now != held {
            wrong.push(format!("{}:\n{now}", path.display()));
        }
    }
    assert!(cases >= 24, "only {cases} answers are held");
    assert!(wrong.is_empty(), "{} answers have changed:\n{}", wrong.len(), wrong.join("\n"));
}
