//! The letter with the code a parent signs in with.

use records::SentCode;
use words::Words;

use crate::{Kind, Message, Part};

/// What the letter is made from.
pub struct SignInCodeLetter<'a> {
    /// What the school is called, in the reader's language.
    pub school: &'a str,
    /// The code. It is in the text only: subjects show on locked phones.
    pub code: &'a SentCode,
}

impl SignInCodeLetter<'_> {
    /// Writes the letter.
    pub fn write(&self, words: Words) -> Message {
        let subject = words.letter_code_subject(self.school);
        let how = match self.code {
            SentCode::Short(_) => words.letter_code_use(),
            SentCode::Long(_) => words.letter_code_long(),
        };
        let parts = vec![
            Part::Paragraph(words.letter_code_lead(self.school)),
            Part::Exact(self.code.grouped()),
            Part::Paragraph(how.to_owned()),
            Part::Paragraph(words.letter_code_secret().to_owned()),
            Part::Paragraph(words.letter_code_not_you().to_owned()),
            Part::Paragraph(words.letter_foot(self.school)),
        ];
        Message::new(Kind::SignInCode, words.language(), &subject, parts)
    }
}

#[cfg(test)]
mod tests {
    use school_types::Language;

    use super::*;
    use crate::test::check_letter;

    fn written(language: Language) -> Message {
        write(language, &SentCode::Short("042917".parse().unwrap()))
    }

    fn write(language: Language, code: &SentCode) -> Message {
        SignInCodeLetter { school: "Elm Street Primary School", code }.write(Words::new(language))
    }

    #[test]
    fn a_long_code_comes_with_the_reason_for_it() {
        let code = SentCode::Long("K7PM-3QXW-9D2T-HV5A".parse().unwrap());
        let text = write(Language::En, &code).text();
        assert!(text.contains("\n\nK7PM-3QXW-9D2T-HV5A\n\n"), "{text}");
        assert!(text.contains("longer than usual") && !text.contains("one hour"), "{text}");
        for language in Language::ALL {
            assert!(!write(language, &code).subject.into_inner().contains("K7PM"));
        }
    }

    #[test]
    fn a_parent_is_sent_the_code_they_asked_for() {
        check_letter(&written(Language::En), include_str!("en.txt"));
        check_letter(&written(Language::Cy), include_str!("cy.txt"));
    }

    #[test]
    fn a_locked_phone_shows_no_code() {
        for language in Language::ALL {
            let subject = written(language).subject.into_inner();
            assert!(!subject.contains(|c: char| c.is_ascii_digit()), "{subject}");
        }
    }

    #[test]
    fn the_letter_holds_no_link() {
        for language in Language::ALL {
            let message = written(language);
            assert!(!message.text().contains("://") && !message.html().contains("href"));
        }
    }
}
