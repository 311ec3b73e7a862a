//! What the checker says: rules, severities, findings and the report.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::message::{Fix, Message};

/// A rule of the checker. The names in JSON and SARIF are the kebab-case forms and never change meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// A pupil's full name, known from the school's blinded list (P0 3.6.5).
    PupilFullName,
    /// What looks like a child's full name, without the list saying so.
    LikelyFullName,
    /// A contact detail beside a named member of staff (P0 3.6.5, 4.5.4).
    StaffContact,
    /// An e-mail address other than the school's role mailboxes (P0 3.6.3, P4 Digital images).
    EmailAddress,
    /// A telephone number other than the school's own.
    PhoneNumber,
    /// A postcode or street address other than the school's own.
    PostalAddress,
    /// A name beside a picture: caption, alternative text, title or text nearby (P0 3.6.6, P4 School Website).
    NameByPicture,
    /// A name in a file name (P4 School Website).
    NameInFileName,
    /// A picture says where it was taken (P4 School Website, "geodata").
    PictureLocation,
    /// A picture's embedded metadata holds a name (P4 School Website, "tags").
    PictureMetadataName,
    /// A picture holds more than it shows: data behind its end, a small picture from before it was cut.
    PictureHoldsMore,
    /// An e-mail address open to harvesting (P1 2.1).
    HarvestableEmail,
    /// A picture that may not be used for this purpose.
    PictureWithoutPermission,
    /// A link that no longer works (P0 3.6.5).
    LinkBroken,
    /// A link that has moved.
    LinkMoved,
    /// A link nobody has reviewed within the school's own interval (P0 3.6.5).
    LinkUnreviewed,
    /// A service that has been replaced or closed.
    SupersededService,
    /// No link to the CEOP Safety Centre (P1 2.1; a recommendation, not a duty).
    CeopLinkMissing,
    /// Something the school has to publish was not found (P1 2.1).
    MustPublishMissing,
    /// Somebody else's picture without a credit (P0 3.6.5, P4 School Website): a question.
    CreditMissing,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 20] = [
        Self::PupilFullName,
        Self::LikelyFullName,
        Self::StaffContact,
        Self::EmailAddress,
        Self::PhoneNumber,
        Self::PostalAddress,
        Self::NameByPicture,
        Self::NameInFileName,
        Self::PictureLocation,
        Self::PictureMetadataName,
        Self::PictureHoldsMore,
        Self::HarvestableEmail,
        Self::PictureWithoutPermission,
        Self::LinkBroken,
        Self::LinkMoved,
        Self::LinkUnreviewed,
        Self::SupersededService,
        Self::CeopLinkMissing,
        Self::MustPublishMissing,
        Self::CreditMissing,
    ];

    /// The rule's id, as in JSON and SARIF.
    pub const fn id(self) -> &'static str {
        match self {
            Self::PupilFullName => "pupil-full-name",
            Self::LikelyFullName => "likely-full-name",
            Self::StaffContact => "staff-contact",
            Self::EmailAddress => "email-address",
            Self::PhoneNumber => "phone-number",
            Self::PostalAddress => "postal-address",
            Self::NameByPicture => "name-by-picture",
            Self::NameInFileName => "name-in-file-name",
            Self::PictureLocation => "picture-location",
            Self::PictureMetadataName => "picture-metadata-name",
            Self::PictureHoldsMore => "picture-holds-more",
            Self::HarvestableEmail => "harvestable-email",
            Self::PictureWithoutPermission => "picture-without-permission",
            Self::LinkBroken => "link-broken",
            Self::LinkMoved => "link-moved",
            Self::LinkUnreviewed => "link-unreviewed",
            Self::SupersededService => "superseded-service",
            Self::CeopLinkMissing => "ceop-link-missing",
            Self::MustPublishMissing => "must-publish-missing",
            Self::CreditMissing => "credit-missing",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing; publishing may go ahead.
    Note,
    /// A person has to look before it is published.
    Warn,
    /// Not to be published as it is.
    Stop,
}

/// The outcome for a whole submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Everything was examined, nothing but notes was found.
    Clear,
    /// Somebody has to look at a warning.
    Review,
    /// Part of it could not be examined, and what could is not a stop.
    NotExamined,
    /// At least one finding stops publication.
    Stop,
}

/// Why part of a submission was not examined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Larger than the limit.
    TooLarge,
    /// Inflates to more than the limit.
    TooMuchInside,
    /// Too many entries, objects or chunks.
    TooManyEntries,
    /// Nested too deeply.
    TooDeep,
    /// Damaged, or not what it says it is.
    Damaged,
    /// Protected by a password or encrypted.
    Encrypted,
    /// A kind of file the checker has no reader for.
    UnknownKind,
    /// A character encoding the checker has no reader for.
    UnknownEncoding,
    /// A page that draws something but holds no text: scanned, or drawn as shapes.
    NoText,
    /// A page whose fonts do not say which letters they draw.
    UnreadableFont,
    /// An embedded file or picture inside a document, in a form the checker does not read.
    Embedded,
    /// There are more findings than the limit.
    TooManyFindings,
}

/// A part that was examined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examined {
    /// The part: `body`, `file name`, `page 3`, `word/header1.xml`, `picture`.
    pub part: String,
    /// Bytes of it, as read (inflated where it was compressed).
    pub bytes: u64,
}

/// A part that was not examined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotExamined {
    /// The part.
    pub part: String,
    /// Why.
    pub why: Why,
}

/// The part of the school's policy a rule rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PolicyTopic {
    /// Pupils' names.
    PupilNames,
    /// Contact details of pupils and staff.
    ContactDetails,
    /// Pictures of pupils, and names beside them.
    Pictures,
    /// What pictures carry inside.
    PictureMetadata,
    /// How e-mail addresses are written.
    EmailHarvesting,
    /// Links to other sites, and services named.
    Links,
    /// What the school has to or should publish.
    MustPublish,
    /// Other people's material.
    Credits,
}

impl Rule {
    /// The part of a school's policy this rule rests on.
    pub const fn topic(self) -> PolicyTopic {
        match self {
            Self::PupilFullName | Self::LikelyFullName => PolicyTopic::PupilNames,
            Self::StaffContact | Self::EmailAddress | Self::PhoneNumber | Self::PostalAddress => {
                PolicyTopic::ContactDetails
            }
            Self::NameByPicture | Self::NameInFileName | Self::PictureWithoutPermission => PolicyTopic::Pictures,
            Self::PictureLocation | Self::PictureMetadataName | Self::PictureHoldsMore => PolicyTopic::PictureMetadata,
            Self::HarvestableEmail => PolicyTopic::EmailHarvesting,
            Self::LinkBroken | Self::LinkMoved | Self::LinkUnreviewed | Self::SupersededService => PolicyTopic::Links,
            Self::CeopLinkMissing | Self::MustPublishMissing => PolicyTopic::MustPublish,
            Self::CreditMissing => PolicyTopic::Credits,
        }
    }
}

/// The school's own rule behind a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyRef {
    /// What the rule is about.
    pub topic: PolicyTopic,
    /// Where the school's policy says so, from its profile: `3.6.5 School website`.
    pub section: Option<String>,
}

/// One finding.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// The part it is in.
    pub part: String,
    /// Where it starts, in Unicode scalar values: of the body for plain text, of the markup for a web page, of the
    /// part's own text for everything else. `None` where a part has no text.
    pub start: Option<u64>,
    /// Where it ends, exclusive.
    pub end: Option<u64>,
    /// The page, from 1, for a PDF.
    pub page: Option<u32>,
    /// The line of the body it starts on, from 1, for a text or web page.
    pub line: Option<u64>,
    /// What was found, with at most ten characters on either side.
    pub excerpt: String,
    /// What it is and why it was reported.
    pub message: Message,
    /// The safe version to take instead.
    pub fix: Fix,
    /// The school's own rule.
    pub policy: PolicyRef,
}

impl fmt::Debug for Finding {
    /// Leaves out the excerpt, the message and the fix: they quote what was checked.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Finding")
            .field("rule", &self.rule)
            .field("severity", &self.severity)
            .field("start", &self.start)
            .field("end", &self.end)
            .finish_non_exhaustive()
    }
}

/// Everything the checker has to say about one submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The outcome.
    pub verdict: Verdict,
    /// What was examined.
    pub examined: Vec<Examined>,
    /// What was not.
    pub not_examined: Vec<NotExamined>,
    /// What was found, in order of part and position.
    pub findings: Vec<Finding>,
}

impl Report {
    /// A report with its verdict worked out: a stop outweighs what was not examined, which outweighs a warning.
    pub fn new(examined: Vec<Examined>, not_examined: Vec<NotExamined>, findings: Vec<Finding>) -> Self {
        let verdict = match findings.iter().map(|finding| finding.severity).max() {
            Some(Severity::Stop) => Verdict::Stop,
            _ if !not_examined.is_empty() => Verdict::NotExamined,
            Some(Severity::Warn) => Verdict::Review,
            _ => Verdict::Clear,
        };
        Self { verdict, examined, not_examined, findings }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_every_rule_is_its_name_in_json() {
        for rule in Rule::ALL {
            assert_eq!(serde_json::to_string(&rule).unwrap(), format!("\"{}\"", rule.id()));
        }
    }

    #[test]
    fn something_unread_is_never_clear() {
        let unread = vec![NotExamined { part: "page 1".to_owned(), why: Why::NoText }];
        assert_eq!(Report::new(vec![], unread, vec![]).verdict, Verdict::NotExamined);
        assert_eq!(Report::new(vec![], vec![], vec![]).verdict, Verdict::Clear);
    }
}
