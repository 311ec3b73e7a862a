//! The letter with the receipt for what a parent decided.

use permission_rules::{Answer, How, Removal};
use school_types::{Fingerprint, Reference, Timestamp};
use words::Words;

use crate::{Kind, Message, Part};

/// What the letter is made from: one sitting of one parent at one school.
pub struct ReceiptLetter<'a> {
    /// What the school is called, in the reader's language.
    pub school: &'a str,
    /// When the answers were recorded.
    pub recorded_at: Timestamp,
    /// How they reached the school: whoever filled in a form on paper compares it with what was typed in.
    pub how: &'a How,
    /// One receipt per child.
    pub children: &'a [ChildReceipt],
    /// The page where anyone holding a receipt can check it.
    pub verify_address: &'a str,
    /// The page where a parent begins. It signs nobody in.
    pub consent_address: &'a str,
}

/// The receipt for one child. It has room for an initial and, where two begin alike, as few letters as tell them apart:
/// email is not private enough for a child's name.
#[derive(Clone, PartialEq, Eq)]
pub struct ChildReceipt {
    /// The first letter of the forename, or as many as it takes.
    pub label: String,
    /// The answers, in the order they were asked.
    pub answers: Vec<ReceiptLine>,
    /// Set where this is a withdrawal.
    pub withdrawal: Option<Removal>,
    /// What the receipt is found by.
    pub reference: Reference,
    /// SHA-256 of the receipt's canonical JSON.
    pub fingerprint: Fingerprint,
}

/// One answer.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptLine {
    /// What the decision is about, in the reader's language.
    pub purpose: String,
    /// What was said.
    pub answer: Answer,
}

impl ReceiptLetter<'_> {
    /// Writes the letter.
    pub fn write(&self, words: Words) -> Message {
        let is_withdrawal = self.children.iter().all(|child| child.withdrawal.is_some());
        let subject = if is_withdrawal {
            words.letter_receipt_withdrawal_subject(self.school)
        } else {
            words.letter_receipt_subject(self.school)
        };
        let when = words.date_time(self.recorded_at);
        let mut parts = vec![Part::Paragraph(words.letter_receipt_lead(self.school, &when))];
        match self.how {
            How::Online => {}
            How::Paper { dated, .. } => parts.push(Part::Paragraph(words.letter_receipt_paper(&words.date(*dated)))),
            How::Spoken { dated, .. } => parts.push(Part::Paragraph(words.letter_receipt_spoken(&words.date(*dated)))),
        }
        parts.push(Part::Paragraph(words.letter_receipt_initials().to_owned()));
        for child in self.children {
            child.write(words, &mut parts);
        }
        parts.extend([
            Part::Heading(words.letter_receipt_check_title().to_owned()),
            Part::Paragraph(words.letter_receipt_check_here(self.verify_address)),
            Part::Paragraph(words.letter_receipt_check_alone().to_owned()),
            Part::Heading(words.letter_receipt_change_title().to_owned()),
            Part::Paragraph(words.letter_receipt_change_here(self.consent_address)),
            Part::Paragraph(words.letter_receipt_change_office().to_owned()),
            Part::Paragraph(words.letter_foot(self.school)),
        ]);
        Message::new(Kind::Receipt, words.language(), &subject, parts)
    }
}

impl ChildReceipt {
    fn write(&self, words: Words, parts: &mut Vec<Part>) {
        parts.push(Part::Heading(words.letter_receipt_child(&self.label)));
        match self.withdrawal {
            None => {}
            Some(Removal::FromNowOn) => {
                parts.push(Part::Paragraph(words.letter_receipt_withdrawn_from_now().to_owned()));
            }
            Some(Removal::AlsoPublished) => {
                parts.push(Part::Paragraph(words.letter_receipt_withdrawn_removal().to_owned()));
            }
        }
        parts.push(Part::List(self.answers.iter().map(|line| line.write(words)).collect()));
        parts.push(Part::Paragraph(words.letter_receipt_reference(self.reference.as_str())));
        parts.push(Part::Paragraph(words.letter_receipt_fingerprint().to_owned()));
        parts.push(Part::Exact(self.fingerprint.to_string()));
    }
}

impl ReceiptLine {
    fn write(&self, words: Words) -> String {
        match self.answer {
            Answer::Agree => words.letter_receipt_agree(&self.purpose),
            Answer::Refuse => words.letter_receipt_refuse(&self.purpose),
            Answer::NoObjection => words.letter_receipt_no_objection(&self.purpose),
            Answer::Object => words.letter_receipt_object(&self.purpose),
        }
    }
}

#[cfg(test)]
mod tests {
    use school_types::Language;

    use super::*;
    use crate::test::check_letter;

    fn line(purpose: &str, answer: Answer) -> ReceiptLine {
        ReceiptLine { purpose: purpose.to_owned(), answer }
    }

    fn children() -> [ChildReceipt; 2] {
        [
            ChildReceipt {
                label: "A".to_owned(),
                answers: vec![
                    line("Group pictures on the website", Answer::Agree),
                    line("Local newspapers", Answer::Refuse),
                    line("Displays in school", Answer::NoObjection),
                    line("Recordings of plays", Answer::Object),
                ],
                withdrawal: None,
                reference: "K7PM-3QXW-9D2T".parse().unwrap(),
                fingerprint: Fingerprint::of(b"one"),
            },
            ChildReceipt {
                label: "Ŵ".to_owned(),
                answers: vec![line("Group pictures on the website", Answer::Refuse)],
                withdrawal: Some(Removal::AlsoPublished),
                reference: "M2NH-77RC-04ZV".parse().unwrap(),
                fingerprint: Fingerprint::of(b"two"),
            },
        ]
    }

    fn written(language: Language, children: &[ChildReceipt]) -> Message {
        let letter = ReceiptLetter {
            school: "Elm Street Primary School",
            recorded_at: "2026-07-03T16:05:00Z".parse().unwrap(),
            how: &How::Online,
            children,
            verify_address: "https://gate.example.org/s/elm-street/consent/verify",
            consent_address: "https://gate.example.org/s/elm-street/consent",
        };
        letter.write(Words::new(language))
    }

    #[test]
    fn a_parent_is_sent_what_they_said_and_how_to_check_it() {
        check_letter(&written(Language::En, &children()), include_str!("en.txt"));
        check_letter(&written(Language::Cy, &children()), include_str!("cy.txt"));
    }

    #[test]
    fn a_withdrawal_says_what_the_school_does_now() {
        let [mut child, _] = children();
        child.withdrawal = Some(Removal::FromNowOn);
        for (language, sentence) in [(Language::En, "stops from now on."), (Language::Cy, "o hyn ymlaen.")] {
            let text = written(language, std::slice::from_ref(&child)).text();
            assert!(text.contains(sentence), "{text}");
        }
    }

    #[test]
    fn a_withdrawal_is_not_called_a_receipt_for_answers() {
        let [answered, mut withdrawn] = children();
        withdrawn.label = "E".to_owned();
        let subject = |children: &[ChildReceipt]| written(Language::En, children).subject.reveal().clone();
        assert_ne!(subject(std::slice::from_ref(&withdrawn)), subject(std::slice::from_ref(&answered)));
        assert_eq!(subject(&children()), subject(std::slice::from_ref(&answered)));
    }

    #[test]
    fn who_filled_in_a_paper_form_is_told_that_it_was_typed_in() {
        let dated = "2026-07-01".parse().unwrap();
        let how = How::Paper { entered_by: school_types::StaffId::from_bytes([1; 10]), dated };
        let [child, _] = children();
        let letter = ReceiptLetter {
            school: "Elm Street Primary School",
            recorded_at: "2026-07-03T16:05:00Z".parse().unwrap(),
            how: &how,
            children: std::slice::from_ref(&child),
            verify_address: "https://gate.example.org/s/elm-street/consent/verify",
            consent_address: "https://gate.example.org/s/elm-street/consent",
        };
        let text = letter.write(Words::new(Language::En)).text();
        assert!(text.contains("paper form dated Wednesday 1 July 2026"), "{text}");
    }

    #[test]
    fn every_fingerprint_is_there_in_full() {
        let text = written(Language::En, &children()).text();
        for child in children() {
            assert!(text.contains(child.fingerprint.as_str()) && text.contains(child.reference.as_str()));
        }
    }
}
