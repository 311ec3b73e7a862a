//! Names in runs: pupils on the list, likely children, beside pictures and in file names.

use super::{Checker, Found, Raw};
use crate::{
    document::{Kind, Run},
    finding::{Rule, Severity},
    message::{Fix, Message},
    names::{
        BlindList,
        cut::Cut,
        forms::Class,
        judge::{self, NameHit, Place},
        likely::{self, Field},
        scan,
        tokens::Tokens,
    },
};

/// Steps of an address that are looked at for names, in bytes.
const SHORTEST: usize = 4;
const LONGEST: usize = 300;

impl Checker<'_> {
    /// Adds the names of `text[from..to]` of a run.
    pub(super) fn people(&self, run: &Run<'_>, from: usize, to: usize, found: &mut Found) {
        let (text, Found { raw, tokens, .. }) = (run.text.as_ref(), found);
        if run.kind == Kind::LinkAddress {
            self.in_address(text, 0, 0, tokens, raw);
            return;
        }
        let hits = self.names(run, text, from, to, tokens);
        for hit in &hits {
            self.report(run, text, hit, raw);
        }
        if run.by_picture && self.profile.no_first_names_beside_pictures && run.kind != Kind::FileName {
            self.first_names(run, text, tokens, &hits, raw);
        }
        if run.kind != Kind::FileName {
            self.in_written_addresses(text, from, to, tokens, raw);
        }
    }

    /// Adds the names that stand over two blocks of a page, or in blocks after labels.
    pub(super) fn across(&self, run: &Run<'_>, from: usize, to: usize, found: &mut Found) {
        let (text, Found { raw, tokens, .. }) = (run.text.as_ref(), found);
        let Some(list) = self.list else {
            self.rows(run, from, to, tokens, raw);
            return;
        };
        tokens.cut(text, from, to, Cut::Prose, Some(list.mixer()));
        let place = Place { text, tokens, allowed: &self.allowed, label: false, short: false };
        for hit in scan::across(tokens, list).iter().filter_map(|found| judge::judge(&place, found)) {
            self.report(run, text, &hit, raw);
        }
    }

    /// Adds the names that stand one below another in short blocks, where there is no list to know anybody by.
    fn rows(&self, run: &Run<'_>, from: usize, to: usize, tokens: &mut Tokens, raw: &mut Vec<Raw>) {
        let text = run.text.as_ref();
        tokens.cut(text, from, to, Cut::Prose, None);
        let field =
            Field { text, tokens, allowed: &self.allowed, label: false, by_picture: false, taken: &[], listless: true };
        for hit in likely::likely(&field).iter().filter(|hit| hit.severity == Severity::Warn) {
            self.report(run, text, hit, raw);
        }
    }

    /// Adds the pupils that addresses written in a text name: `https://example.org/amaraokafor`.
    fn in_written_addresses(&self, text: &str, from: usize, to: usize, tokens: &mut Tokens, raw: &mut Vec<Raw>) {
        if self.list.is_none() {
            return;
        }
        let piece = text.get(from..to).unwrap_or_default();
        for found in memchr::memchr_iter(b':', piece.as_bytes()) {
            let start = from + found + 3;
            let Some(rest) = text.get(from + found..).and_then(|rest| rest.strip_prefix("://")) else { continue };
            let ends =
                |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '(' | ')' | '[' | ']' | '\\');
            let address = rest.get(..rest.find(ends).unwrap_or(rest.len())).unwrap_or_default();
            if let Some(path) = address.find('/') {
                let known = raw.len();
                self.in_address(address.get(path..).unwrap_or_default(), start + path, known, tokens, raw);
            }
        }
    }

    /// Adds the pupils that the steps of an address name, as `at` bytes on in the run. A file at its end is looked at as such.
    fn in_address(&self, address: &str, at: usize, known: usize, tokens: &mut Tokens, raw: &mut Vec<Raw>) {
        let Some(list) = self.list else { return };
        let (scheme, path) = address.split_once(':').unwrap_or(("", address));
        if !scheme.is_empty() && !matches!(scheme, "http" | "https") {
            return;
        }
        // The host names no pupil.
        let path = match path.strip_prefix("//") {
            Some(rest) => rest.find(['/', '?', '#']).and_then(|end| rest.get(end..)).unwrap_or_default(),
            None => path,
        };
        let mut start = at + address.len() - path.len();
        let last_step = path.split(['?', '#']).next().and_then(|steps| steps.rsplit('/').next()).unwrap_or_default();
        for step in path.split(['/', '?', '#', '&', '=']) {
            let (from, to) = (start, start + step.len());
            start = to + 1;
            let is_file = std::ptr::eq(step, last_step) && crate::readers::html::is_file_name(step) && at == 0;
            // One short word is no full name.
            if step.len() < SHORTEST
                || step.len() > LONGEST
                || step.len() < scan::RUN_TOGETHER && step.bytes().all(|byte| byte.is_ascii_lowercase())
                || is_file
                || !step.bytes().any(|b| b.is_ascii_alphabetic())
            {
                continue;
            }
            let decoded = percent_encoding::percent_decode_str(step).decode_utf8_lossy();
            tokens.cut(&decoded, 0, decoded.len(), Cut::Label, Some(list.mixer()));
            let place = Place { text: &decoded, tokens, allowed: &self.allowed, label: true, short: false };
            let found = scan::matches(tokens, list, true);
            let hit = found
                .iter()
                .filter(|found| found.class == Class::Full)
                .filter_map(|found| judge::judge(&place, found))
                .find(|hit| hit.severity > Severity::Note);
            let said = |other: &Raw| other.start < to && from < other.end && other.rule == Rule::PupilFullName;
            if let Some(hit) = hit.filter(|_| !raw.get(..known).unwrap_or_default().iter().any(said)) {
                let fix = Fix::ChangeLink { replacement: None };
                let (rule, severity, message) = (Rule::PupilFullName, Severity::Warn, hit.message);
                raw.push(Raw { rule, severity, start: from, end: to, message, fix });
            }
        }
    }

    fn names(&self, run: &Run<'_>, text: &str, from: usize, to: usize, tokens: &mut Tokens) -> Vec<NameHit> {
        let label = run.kind == Kind::FileName;
        tokens.cut(text, from, to, if label { Cut::Label } else { Cut::Prose }, self.list.map(BlindList::mixer));
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
        if matches!(run.kind, Kind::Script | Kind::Comment) || label && is_machine_made(text) {
            return hits;
        }
        let taken: Vec<(usize, usize)> = hits.iter().map(|hit| (hit.start, hit.end)).collect();
        let field = Field {
            text,
            tokens,
            allowed: &self.allowed,
            label,
            by_picture: run.by_picture,
            taken: &taken,
            listless: self.list.is_none(),
        };
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
        let fix = if hit.severity == Severity::Stop && given.is_empty() {
            Fix::TakeOut
        } else if hit.severity == Severity::Note || given.chars().count() < 2 {
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
        let field = Field {
            text,
            tokens,
            allowed: &self.allowed,
            label: false,
            by_picture: run.by_picture,
            taken: &[],
            listless: false,
        };
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

/// Fonts, scripts and style sheets, and names that a program counted or hashed: `ProximaNova-Bold.woff2`, `AAk3dSu.img`.
fn is_machine_made(name: &str) -> bool {
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let ending = ending.to_ascii_lowercase();
    if matches!(ending.as_str(), "woff" | "woff2" | "ttf" | "otf" | "eot" | "js" | "mjs" | "css" | "map" | "wasm") {
        return true;
    }
    let word = !stem.contains(['-', '_', ' ', '.', '%']);
    let digit = stem.bytes().any(|byte| byte.is_ascii_digit());
    let upper = stem.bytes().any(|byte| byte.is_ascii_uppercase());
    let lower = stem.bytes().any(|byte| byte.is_ascii_lowercase());
    // A digit between letters, in capitals and small ones alike.
    let inside = stem.trim_end_matches(|c: char| c.is_ascii_digit()).bytes().any(|byte| byte.is_ascii_digit());
    word && digit && upper && lower && inside
}
