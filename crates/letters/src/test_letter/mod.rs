//! The letter with which an administrator finds out whether letters arrive.

use words::Words;

use crate::{Kind, Message, Part};

/// What the letter is made from.
pub struct TestLetter<'a> {
    /// What the school is called, in the reader's language.
    pub school: &'a str,
}

impl TestLetter<'_> {
    /// Writes the letter.
    pub fn write(&self, words: Words) -> Message {
        let parts = vec![
            Part::Paragraph(words.letter_test_lead(self.school)),
            Part::Paragraph(words.letter_test_next().to_owned()),
            Part::Paragraph(words.letter_foot(self.school)),
        ];
        Message::new(Kind::Test, words.language(), &words.letter_test_subject(self.school), parts)
    }
}

#[cfg(test)]
mod tests {
    use school_types::Language;

    use super::*;
    use crate::test::check_letter;

    #[test]
    fn an_administrator_is_told_that_letters_arrive() {
        let written = |language| TestLetter { school: "Elm Street Primary School" }.write(Words::new(language));
        check_letter(&written(Language::En), include_str!("en.txt"));
        check_letter(&written(Language::Cy), include_str!("cy.txt"));
    }
}
