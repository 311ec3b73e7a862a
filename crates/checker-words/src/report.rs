//! A whole report.

use publication_rules::{
    Report,
    wire::{Told, ToldUnexamined},
};
use words::Words;

use crate::finding;

/// A report with its sentences.
pub fn report(w: Words, report: Report) -> Told {
    let unread = |unread: publication_rules::NotExamined| ToldUnexamined {
        part: unread.part,
        why: finding::why(w, unread.why).to_owned(),
    };
    Told {
        verdict: report.verdict,
        examined: report.examined,
        not_examined: report.not_examined.into_iter().map(unread).collect(),
        findings: report.findings.into_iter().map(|finding| finding::told(w, finding)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use publication_rules::{Checker, Profile, Submission};
    use school_types::Language;

    use super::*;

    #[test]
    fn a_finding_says_the_same_in_both_languages_and_never_quotes_the_text() {
        let profile = Profile::default();
        let submission =
            Submission { bytes: b"Ring 07700 900123 today", content_type: Some("text/plain"), file_name: None };
        let checked = Checker::new(&profile, None).check(&submission);
        let told = |language| report(Words::new(language), checked.clone());
        let (english, welsh) = (told(Language::En), told(Language::Cy));
        assert_eq!(english.findings.len(), welsh.findings.len());
        for (one, other) in english.findings.iter().zip(&welsh.findings) {
            assert_ne!((&one.message, &one.fix, &one.policy), (&other.message, &other.fix, &other.policy));
            assert!(!format!("{}{}{}", one.message, one.fix, one.policy).contains("07700"));
        }
        assert_eq!(english.findings[0].message, "A mobile number.");
        assert!(!format!("{english:?}").contains("07700"));
    }
}
