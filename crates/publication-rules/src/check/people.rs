//! Names in runs: pupils on the list, likely children, beside pictures and in file names.

use super::{Checker, Found, Raw};
use crate::{
    document::{Kind, Run},
    finding::{Rule, Severity},
    message::{Fix, Message},
    names::{
        judge::{self, NameHit, Place},
        likely::{self, Field},
        scan,
        tokens::{Cut, Tokens},
    },
};

impl Checker<'_> {
    /// Adds the names of `text[from..to]` of a run.
    pub(super) fn people(&self, run: &Run<'_>, from: usize, to: usize, found: &mut Found) {
        if run.kind == Kind::LinkAddress {
            return;
        }
        let (text, Found { raw, tokens, .. }) = (run.text.as_ref(), found);
        let hits = self.names(run, text, from, to, tokens);
        for hit in &hits {
            self.report(run, text, hit, raw);
        }
        if run.by_picture && self.profile.no_first_names_beside_pictures && run.kind != Kind::FileName {
            self.first_names(run, text, tokens, &hits, raw);
        }
    }

    fn names(&self, run: &Run<'_>, text: &str, from: usize, to: usize, tokens: &mut Tokens) -> Vec<NameHit> {
        let label = run.kind == Kind::FileName;
        let mixer = self.list.map(|list| list.mixer().clone()).unwrap_or_default();
        tokens.cut(text, from, to, if label { Cut::Label } else { Cut::Prose }, &mixer);
        let short = run.kind.is_short_field() || run.by_picture && text.len() <= 200;
        let mut hits: Vec<NameHit> = Vec::new();
        if let Some(list) = self.list {
            let place = Place { text, tokens, allowed: &self.allowed, label, short };
            let script = run.kind == Kind::Script;
            hits.extend(
                scan::matches(tokens, list, label).iter().filter_map(|found| judge::judge(&place, found)).filter(
                    |hit| !script || text.get(hit.start..hit.end).is_some_and(|name| name.contains(char::is_uppercase)),
                ),
            );
        }
        if matches!(run.kind, Kind::Script | Kind::Comment) {
            return hits;
        }
        let taken: Vec<(usize, usize)> = hits.iter().map(|hit| (hit.start, hit.end)).collect();
        let field = Field { text, tokens, allowed: &self.allowed, label, by_picture: run.by_picture, taken: &taken };
        hits.extend(likely::likely(&field));
        hits
    }

    fn report(&self, run: &Run<'_>, text: &str, hit: &NameHit, raw: &mut Vec<Raw>) {
        let given = text.get(hit.given.0..hit.given.1).unwrap_or_default();
        let mut add = |rule, severity, message, fix| {
            raw.push(Raw { rule, severity, start: hit.start, end: hit.end, message, fix });
        };
        if run.kind == Kind::FileName {
            let message = if hit.listed { Message::PupilInFileName } else { Message::LikelyNameInFileName };
            add(Rule::NameInFileName, hit.severity, message, Fix::RenameFile { replacement: renamed(text) });
            return;
        }
        let rule = if hit.listed { Rule::PupilFullName } else { Rule::LikelyFullName };
        let fix = if hit.severity == Severity::Note || given.chars().count() < 2 {
            Fix::Review
        } else {
            Fix::FirstNameOnly { replacement: given.to_owned() }
        };
        add(rule, hit.severity, hit.message.clone(), fix.clone());
        if run.by_picture && hit.severity > Severity::Note {
            let message = if hit.listed { Message::PupilBesidePicture } else { Message::LikelyNameBesidePicture };
            add(Rule::NameByPicture, hit.severity, message, fix);
        }
    }

    fn first_names(&self, run: &Run<'_>, text: &str, tokens: &Tokens, hits: &[NameHit], raw: &mut Vec<Raw>) {
        let field =
            Field { text, tokens, allowed: &self.allowed, label: false, by_picture: run.by_picture, taken: &[] };
        for (start, end) in likely::lone_forenames(&field) {
            if hits.iter().all(|hit| hit.end <= start || end <= hit.start) {
                let message = Message::FirstNameBesidePicture;
                raw.push(Raw {
                    rule: Rule::NameByPicture,
                    severity: Severity::Warn,
                    start,
                    end,
                    message,
                    fix: Fix::TakeOut,
                });
            }
        }
    }
}

/// A name for a file that names nobody: its kind and nothing else of it.
pub(crate) fn renamed(name: &str) -> String {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase())
        .filter(|ending| (1..=5).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric()));
    match ending.as_deref() {
        Some(ending @ ("jpg" | "jpeg" | "png" | "webp" | "heic" | "gif")) => format!("picture.{ending}"),
        Some(ending) => format!("document.{ending}"),
        None => "picture".to_owned(),
    }
}
