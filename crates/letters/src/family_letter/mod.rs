//! The letters that invite families to say what may be done with pictures, and remind those who have not.
//!
//! One goes to each adult for all their children. Children stand in it as initials: email is not private enough for names.

use permission_rules::FamilyEmail;
use school_types::Language;
use words::Words;

use crate::{Kind, Message, Part};

/// What the letter is made from.
pub struct FamilyLetter<'a> {
    /// Which one.
    pub email: FamilyEmail,
    /// What the school is called, in each language.
    pub school: &'a school_types::Text,
    /// Where to begin. It signs nobody in.
    pub page: &'a str,
    /// The office's telephone number.
    pub telephone: &'a str,
    /// The office's email address.
    pub office: &'a str,
    /// The first letter of each child's name, or as many as tell them apart.
    pub children: &'a [String],
    /// What the school does without asking, each as its title and its sentence in each language (UK GDPR arts. 13 and 21(4)).
    pub told: &'a [(&'a school_types::Text, &'a school_types::Text)],
}

impl FamilyLetter<'_> {
    /// Writes the letter in one language, or in several, one after the other.
    pub fn write(&self, languages: &[Language]) -> Message {
        let first = languages.first().copied().unwrap_or_default();
        let mut subjects = Vec::new();
        let mut parts = Vec::new();
        for language in languages {
            let words = Words::new(*language);
            subjects.push(self.subject(words));
            if languages.len() > 1 {
                parts.push(Part::Heading(language.own_name().to_owned()));
            }
            self.write_in(words, &mut parts);
        }
        let kind = match self.email {
            FamilyEmail::Invitation => Kind::FamilyInvitation,
            FamilyEmail::Reminder => Kind::FamilyReminder,
        };
        Message::new(kind, first, &subjects.join(" / "), parts)
    }

    fn subject(&self, words: Words) -> String {
        let school = self.school.get(words.language());
        match self.email {
            FamilyEmail::Invitation => words.letter_family_subject(school),
            FamilyEmail::Reminder => words.letter_reminder_subject(school),
        }
    }

    fn write_in(&self, words: Words, parts: &mut Vec<Part>) {
        let language = words.language();
        let school = self.school.get(language);
        let lead = match self.email {
            FamilyEmail::Invitation => words.letter_family_lead(school),
            FamilyEmail::Reminder => words.letter_reminder_lead(school),
        };
        parts.extend([
            Part::Paragraph(lead),
            Part::Paragraph(words.letter_family_children(&words.list(self.children))),
            Part::Paragraph(words.letter_family_open().to_owned()),
            Part::Exact(self.page.to_owned()),
            Part::Paragraph(words.letter_family_sign_in().to_owned()),
            Part::Paragraph(words.letter_family_free().to_owned()),
        ]);
        if !self.told.is_empty() {
            let told = self.told.iter();
            let lines = told.map(|(title, what)| words.letter_family_told_of(title.get(language), what.get(language)));
            parts.extend([
                Part::Heading(words.letter_family_told_title().to_owned()),
                Part::Paragraph(words.letter_family_told().to_owned()),
                Part::List(lines.collect()),
            ]);
        }
        parts.extend([
            Part::Paragraph(words.letter_family_paper(self.telephone, self.office)),
            Part::Paragraph(words.letter_foot(school)),
        ]);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use school_types::Text;

    use super::*;
    use crate::test::check_letter;

    fn text(en: &str, cy: &str) -> Text {
        let both = BTreeMap::from([(Language::En, en.to_owned()), (Language::Cy, cy.to_owned())]);
        Text::try_from(both).unwrap()
    }

    fn written(email: FamilyEmail, languages: &[Language]) -> Message {
        let displays = text("Displays in school", "Arddangosfeydd yn yr ysgol");
        let what = text("We put work on our walls.", "Rydym yn rhoi gwaith ar ein waliau.");
        let letter = FamilyLetter {
            email,
            school: &text("Elm Street Primary School", "Ysgol Gynradd Stryd y Llwyfen"),
            page: "https://gate.example.org/s/elm-street/consent",
            telephone: "01632 960142",
            office: "office@elm-street.example.org",
            children: &["Is".to_owned(), "W".to_owned()],
            told: &[(&displays, &what)],
        };
        letter.write(languages)
    }

    #[test]
    fn a_family_reads_what_to_do_in_their_language_or_in_both() {
        check_letter(&written(FamilyEmail::Invitation, &[Language::En]), include_str!("invitation-en.txt"));
        check_letter(&written(FamilyEmail::Invitation, &[Language::Cy]), include_str!("invitation-cy.txt"));
        check_letter(&written(FamilyEmail::Reminder, &Language::ALL), include_str!("reminder-both.txt"));
    }

    #[test]
    fn no_link_signs_anybody_in() {
        for email in [FamilyEmail::Invitation, FamilyEmail::Reminder] {
            let message = written(email, &Language::ALL);
            assert!(message.text().lines().filter(|line| line.contains("://")).all(|line| line.ends_with("/consent")));
            assert!(!message.html().contains("href"));
        }
    }
}
