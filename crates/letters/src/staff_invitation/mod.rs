//! The letter that invites a member of staff to set their account up.

use vault::LetterCode;
use words::Words;

use crate::{Kind, Message, Part};

/// What the letter is made from.
pub struct StaffInvitationLetter<'a> {
    /// What the school is called, in the reader's language.
    pub school: &'a str,
    /// Where to open the page for invitations. It signs nobody in: the code has to be typed there, with the address.
    pub page: &'a str,
    /// The code.
    pub code: &'a LetterCode,
    /// Until when it works, written out in the reader's language.
    pub until: &'a str,
}

impl StaffInvitationLetter<'_> {
    /// Writes the letter.
    pub fn write(&self, words: Words) -> Message {
        let parts = vec![
            Part::Paragraph(words.letter_invitation_lead(self.school)),
            Part::Paragraph(words.letter_invitation_open().to_owned()),
            Part::Exact(self.page.to_owned()),
            Part::Paragraph(words.letter_invitation_code().to_owned()),
            Part::Exact(self.code.grouped()),
            Part::Paragraph(words.letter_invitation_until(self.until)),
            Part::Paragraph(words.letter_invitation_secret().to_owned()),
            Part::Paragraph(words.letter_invitation_not_you().to_owned()),
            Part::Paragraph(words.letter_foot(self.school)),
        ];
        let subject = words.letter_invitation_subject(self.school);
        Message::new(Kind::StaffInvitation, words.language(), &subject, parts)
    }
}

#[cfg(test)]
mod tests {
    use school_types::Language;

    use super::*;
    use crate::test::check_letter;

    fn written(language: Language) -> Message {
        let letter = StaffInvitationLetter {
            school: "Elm Street Primary School",
            page: "https://gate.example.org/s/elm-street/office/invitation",
            code: &"K7PM-3QXW-9D2T-HV5A".parse().unwrap(),
            until: if language == Language::En { "Tuesday 17 March 2026" } else { "Dydd Mawrth 17 Mawrth 2026" },
        };
        letter.write(Words::new(language))
    }

    #[test]
    fn a_new_colleague_is_sent_where_to_go_and_what_to_type() {
        check_letter(&written(Language::En), include_str!("en.txt"));
        check_letter(&written(Language::Cy), include_str!("cy.txt"));
    }

    #[test]
    fn the_code_stands_in_no_subject_and_in_no_address() {
        for language in Language::ALL {
            let message = written(language);
            assert!(!message.subject.reveal().contains("K7PM"));
            assert!(message.text().lines().filter(|line| line.contains("://")).all(|line| !line.contains("K7PM")));
            assert!(!message.html().contains("href"));
        }
    }
}
