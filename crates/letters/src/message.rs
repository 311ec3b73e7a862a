//! What a letter says, apart from how it travels.

use jiff::SignedDuration;
use maud::{DOCTYPE, Markup, html};
use school_types::{Language, Redacted};
use serde::{Deserialize, Serialize};

/// Which letter it is. This much of it is noted for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The code a parent signs in with.
    SignInCode,
    /// What a parent decided.
    Receipt,
    /// What an administrator sends to themself.
    Test,
    /// What a member of staff sets their account up with.
    StaffInvitation,
    /// What families are invited to answer with.
    FamilyInvitation,
    /// What those who have not answered are reminded with.
    FamilyReminder,
}

impl Kind {
    /// Every letter.
    pub const ALL: [Self; 6] = [
        Self::SignInCode,
        Self::Receipt,
        Self::Test,
        Self::StaffInvitation,
        Self::FamilyInvitation,
        Self::FamilyReminder,
    ];

    /// For how long it is worth trying to send, from the first try on. None for a letter that is of no use to anybody
    /// who is not waiting for it: they ask for another.
    pub const fn worth_sending_for(self) -> Option<SignedDuration> {
        match self {
            Self::SignInCode | Self::Test => None,
            Self::Receipt => Some(SignedDuration::from_hours(7 * 24)),
            // Later than this the office has looked what became of it.
            Self::FamilyInvitation | Self::FamilyReminder => Some(SignedDuration::from_hours(3 * 24)),
            // Whoever invites hands the page over where the post fails; later than this they have.
            Self::StaffInvitation => Some(SignedDuration::from_hours(24)),
        }
    }
}

/// A piece of a message.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// A line that says what follows.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// Something to copy exactly, on a line of its own.
    Exact(String),
    /// Short entries, one below the other.
    List(Vec<String>),
}

/// A letter as it is read: in one language, as plain text or simple HTML.
///
/// `Debug` shows the kind and the language.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Which letter it is.
    pub kind: Kind,
    /// The language it is written in.
    pub language: Language,
    /// Its subject: one line.
    pub subject: Redacted<String>,
    /// What it says.
    pub parts: Redacted<Vec<Part>>,
}

impl Message {
    pub(crate) fn new(kind: Kind, language: Language, subject: &str, parts: Vec<Part>) -> Self {
        // A school's name is text of its own: whatever it holds, a subject stays one line.
        let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { kind, language, subject: subject.into(), parts: parts.into() }
    }

    /// The message as plain text: pieces apart by an empty line, entries of a list behind `* `, which GOV.UK Notify
    /// shows as bullets.
    pub fn text(&self) -> String {
        let pieces: Vec<String> = self.parts.reveal().iter().map(Part::text).collect();
        pieces.join("\n\n") + "\n"
    }

    /// The message as a document of HTML without styles, pictures or links: whoever carries it may dress it.
    pub fn html(&self) -> String {
        let page = html! {
            (DOCTYPE)
            html lang=(self.language.tag()) {
                head {
                    meta charset="utf-8";
                    title { (self.subject.reveal()) }
                }
                body {
                    @for part in self.parts.reveal() { (part.html()) }
                }
            }
        };
        page.into_string()
    }
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Message({:?}, {})", self.kind, self.language)
    }
}

impl Part {
    fn text(&self) -> String {
        match self {
            Self::Heading(text) | Self::Paragraph(text) | Self::Exact(text) => text.clone(),
            Self::List(entries) => entries.iter().map(|entry| format!("* {entry}")).collect::<Vec<_>>().join("\n"),
        }
    }

    fn html(&self) -> Markup {
        html! {
            @match self {
                Self::Heading(text) => h2 { (text) },
                Self::Paragraph(text) => p { (text) },
                Self::Exact(text) => p { code { (text) } },
                Self::List(entries) => ul { @for entry in entries { li { (entry) } } },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message() -> Message {
        let parts = vec![
            Part::Heading("Planted <heading>".to_owned()),
            Part::Exact("042 917".to_owned()),
            Part::List(vec!["One & two".to_owned(), "Three".to_owned()]),
        ];
        Message::new(Kind::Receipt, Language::Cy, "Planted\r\nBcc: x", parts)
    }

    #[test]
    fn a_subject_stays_one_line_whatever_a_school_is_called() {
        assert_eq!(message().subject.reveal(), "Planted Bcc: x");
    }

    #[test]
    fn a_message_reads_the_same_as_text_and_as_html() {
        assert_eq!(message().text(), "Planted <heading>\n\n042 917\n\n* One & two\n* Three\n");
        let html = message().html();
        assert!(html.contains("<html lang=\"cy\">"), "{html}");
        let body =
            "<h2>Planted &lt;heading&gt;</h2><p><code>042 917</code></p><ul><li>One &amp; two</li><li>Three</li></ul>";
        assert!(html.contains(body), "{html}");
    }

    #[test]
    fn debug_shows_nothing_of_what_it_says() {
        assert_eq!(format!("{:?}", message()), "Message(Receipt, cy)");
    }

    #[test]
    fn a_message_kept_for_later_reads_back() {
        let kept = serde_json::to_string(&message()).unwrap();
        assert_eq!(serde_json::from_str::<Message>(&kept).unwrap(), message());
    }
}
