//! What a picture's metadata gives away.

use super::{Checker, Found};
use crate::{
    cuts::pieces,
    document::{Kind, Origin, Run},
    finding::{Finding, Rule, Severity},
    message::{Fix, Message},
    picture::{Field, FieldRole, Metadata},
};

impl Checker<'_> {
    /// The findings of one picture.
    pub(super) fn metadata(&self, part: &str, metadata: &Metadata, scratch: &mut Found) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut add = |rule: Rule, severity, excerpt: &str, message| {
            findings.push(Finding {
                rule,
                severity,
                part: part.to_owned(),
                start: None,
                end: None,
                page: None,
                line: None,
                excerpt: excerpt.to_owned(),
                message,
                fix: Fix::StripMetadata,
                policy: self.profile.policy_for(rule),
            });
        };
        for held_in in &metadata.positions {
            // The position itself is not repeated: the report would give it away.
            add(Rule::PictureLocation, Severity::Stop, "", Message::PicturePosition { held_in: *held_in });
        }
        if metadata.maker_data && metadata.positions.is_empty() {
            add(Rule::PictureLocation, Severity::Note, "", Message::PictureMakerData);
        }
        if metadata.left_behind > 0 {
            let bytes = metadata.left_behind as u64;
            add(Rule::PictureHoldsMore, Severity::Warn, "", Message::PictureLeftBehind { bytes });
        }
        if metadata.thumbnail_differs {
            add(Rule::PictureHoldsMore, Severity::Warn, "", Message::PictureThumbnail);
        }
        for field in &metadata.fields {
            for (rule, severity, excerpt, message) in self.field(field, scratch) {
                add(rule, severity, &excerpt, message);
            }
        }
        findings
    }

    fn field(&self, field: &Field, scratch: &mut Found) -> Vec<(Rule, Severity, String, Message)> {
        let (held_in, name) = (field.source, field.name.clone());
        let mut run = Run::new(Kind::Property, field.value.as_str(), Origin::Straight(0));
        run.by_picture = true;
        for (from, to) in pieces(&run.text) {
            self.piece(&run, from, to, scratch);
        }
        if looks_like_path(&field.value) {
            let path = Run { kind: Kind::FileName, ..run };
            self.piece(&path, 0, path.text.len(), scratch);
        }
        scratch.addresses.clear();
        let mut found: Vec<_> = scratch
            .raw
            .drain(..)
            .filter_map(|raw| {
                let excerpt = super::locate::excerpt(&field.value, raw.start, raw.end);
                match raw.rule {
                    Rule::LikelyFullName | Rule::PhoneNumber | Rule::PostalAddress
                        if matches!(field.role, FieldRole::Other | FieldRole::Place) =>
                    {
                        None
                    }
                    Rule::NameInFileName if raw.message != Message::PupilInFileName => None,
                    Rule::PupilFullName | Rule::NameInFileName => {
                        let message = Message::PictureNamesPupil { held_in, field: name.clone() };
                        Some((Rule::PictureMetadataName, raw.severity, excerpt, message))
                    }
                    Rule::LikelyFullName => {
                        // Who took the picture is usually an adult.
                        let severity = if field.role == FieldRole::Maker { Severity::Note } else { Severity::Warn };
                        let message = Message::PictureNamesPerson { held_in, field: name.clone() };
                        Some((Rule::PictureMetadataName, severity, excerpt, message))
                    }
                    Rule::EmailAddress | Rule::PhoneNumber | Rule::PostalAddress => {
                        Some((raw.rule, raw.severity, excerpt, raw.message))
                    }
                    _ => None,
                }
            })
            .collect();
        if field.role == FieldRole::Place {
            let message = Message::PicturePlaceName { held_in, field: name.clone() };
            found.push((Rule::PictureLocation, Severity::Warn, shortened(&field.value), message));
        }
        // A path is read in two ways.
        let mut seen = Vec::new();
        found.retain(|(rule, _, excerpt, _)| {
            let new = !seen.contains(&(*rule, excerpt.clone()));
            seen.push((*rule, excerpt.clone()));
            new
        });
        if field.role == FieldRole::Shown && !found.iter().any(|(rule, ..)| *rule == Rule::PictureMetadataName) {
            let message = Message::PictureNamesPerson { held_in, field: name };
            found.push((Rule::PictureMetadataName, Severity::Warn, shortened(&field.value), message));
        }
        found
    }
}

/// Whether a value may be the name of a file, or its path.
fn looks_like_path(value: &str) -> bool {
    let ending = value.rsplit_once('.').is_some_and(|(_, ending)| (2..=5).contains(&ending.len()));
    value.len() < 1_000 && (ending || value.contains(['/', '\\', '_']) || !value.contains(char::is_whitespace))
}

fn shortened(value: &str) -> String {
    value.chars().take(40).map(|c| if c.is_control() { ' ' } else { c }).collect()
}
