//! The safe version of a submission: pictures without metadata, texts and pages with first names and without private contacts.

mod docx;

use crate::{
    check::{Checker, Found, Raw, source_byte},
    cuts,
    document::{Kind, Origin, PictureOnPage, Run},
    finding::{Finding, Report, Severity, Verdict, Why},
    intake::{Embedded, Intake},
    message::Fix,
    names::tokens::BLOCK_END,
    picture::{self, Metadata},
    readers::{self, Submission, escapes, kind, kind::FileKind},
};

/// A safe version, and what is still to be done by hand.
#[derive(Clone, PartialEq, Eq)]
pub struct Clean {
    /// The bytes to publish.
    pub bytes: Vec<u8>,
    /// Their media type: what was said of the submission where that fits, in UTF-8 for texts and pages.
    pub content_type: String,
    /// The name to publish them under, where the old one named somebody.
    pub file_name: Option<String>,
    /// How many places were changed.
    pub changes: usize,
    /// What the checker says of the safe version.
    pub remaining: Report,
}

impl std::fmt::Debug for Clean {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Clean").field("changes", &self.changes).finish_non_exhaustive()
    }
}

/// Why there is no safe version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotClean {
    /// No safe version is made of this kind of file; the findings say what to change in the original.
    #[error("no safe version is made of this kind of file")]
    OtherKind,
    /// A PDF is changed in the program it came from, and made anew.
    #[error("a PDF is changed in the program it came from")]
    Pdf,
    /// The file could not be read, or not all of its metadata could be taken out.
    #[error("the file could not be read whole")]
    Unread(Why),
}

impl Checker<'_> {
    /// Makes the safe version.
    ///
    /// # Errors
    /// For kinds other than text, pages, pictures and Word documents, and for what cannot be read.
    pub fn clean(&self, submission: &Submission<'_>) -> Result<Clean, NotClean> {
        if submission.bytes.len() > self.limits().bytes {
            return Err(NotClean::Unread(Why::TooLarge));
        }
        let kind = kind::kind_of(submission);
        let (bytes, changes, content_type) = match kind {
            FileKind::Picture(format) => {
                let bytes = picture::clean::clean(submission.bytes, format, self.limits()).map_err(NotClean::Unread)?;
                let changes = usize::from(bytes != submission.bytes);
                (bytes, changes, format.media_type(submission.bytes).to_owned())
            }
            FileKind::Text | FileKind::Html => return self.clean_text(submission, kind == FileKind::Html),
            FileKind::Docx => {
                let (bytes, changes) = docx::clean(self, submission.bytes).map_err(NotClean::Unread)?;
                (bytes, changes, docx::MEDIA_TYPE.to_owned())
            }
            FileKind::Pdf => return Err(NotClean::Pdf),
            FileKind::Other => return Err(NotClean::OtherKind),
        };
        let file_name = self.renamed(submission);
        let remaining = self.remaining(submission, &bytes, file_name.as_deref());
        Ok(Clean { bytes, content_type, file_name, changes, remaining })
    }

    /// What the checker says of the safe version.
    fn remaining(&self, submission: &Submission<'_>, bytes: &[u8], file_name: Option<&str>) -> Report {
        self.check(&Submission { bytes, file_name: file_name.or(submission.file_name), ..*submission })
    }

    /// Rewrites a text or page until nothing is found in it that can be replaced: with one thing gone, what stood on its two
    /// sides may read as another.
    fn clean_text(&self, submission: &Submission<'_>, page: bool) -> Result<Clean, NotClean> {
        let file_name = self.renamed(submission);
        let (mut bytes, mut changes) = self.rewrite(submission, page)?;
        let mut remaining = self.remaining(submission, &bytes, file_name.as_deref());
        for _ in 1..ROUNDS {
            if !remaining.findings.iter().any(is_replaced) {
                break;
            }
            let (again, more) = self.rewrite(&Submission { bytes: &bytes, ..*submission }, page)?;
            if again == bytes {
                break;
            }
            (bytes, changes) = (again, changes + more);
            remaining = self.remaining(submission, &bytes, file_name.as_deref());
        }
        Ok(Clean { bytes, content_type: text_type(submission, page), file_name, changes, remaining })
    }

    fn renamed(&self, submission: &Submission<'_>) -> Option<String> {
        let name = submission.file_name?;
        let named = Submission { bytes: b"", content_type: Some("text/plain"), file_name: Some(name) };
        self.check(&named).findings.into_iter().filter(|finding| finding.severity > Severity::Note).find_map(
            |finding| match finding.fix {
                Fix::RenameFile { replacement } => Some(replacement),
                _ => None,
            },
        )
    }

    fn rewrite(&self, submission: &Submission<'_>, page: bool) -> Result<(Vec<u8>, usize), NotClean> {
        let nameless = Submission { file_name: None, ..*submission };
        let mut rewriting = Rewriting::new(self, page);
        readers::read_into(&nameless, self.limits(), &mut rewriting);
        let (text, changes) = rewriting.outcome.map_err(NotClean::Unread)?;
        Ok((encoded(text, submission.bytes, page), changes))
    }
}

/// How often a text is rewritten at most.
const ROUNDS: usize = 8;

/// Whether a safe version puts something else in a finding's place.
const fn is_replaced(finding: &Finding) -> bool {
    !matches!(finding.severity, Severity::Note)
        && matches!(finding.fix, Fix::FirstNameOnly { .. } | Fix::SchoolContact { .. } | Fix::TakeOut)
}

/// A text or page being rewritten: what to change is gathered run by run, and done at its end.
struct Rewriting<'c> {
    checker: &'c Checker<'c>,
    page: bool,
    found: Found,
    edits: Vec<Edit>,
    /// What is put in, one after another.
    words: String,
    /// The new text, and how many places were changed.
    outcome: Result<(String, usize), Why>,
}

/// Bytes of the source, and the bytes of [`Rewriting::words`] to put there. Small, as there may be millions.
struct Edit {
    start: u32,
    end: u32,
    put: (u32, u32),
    first: bool,
}

impl<'c> Rewriting<'c> {
    fn new(checker: &'c Checker<'c>, page: bool) -> Self {
        let (found, edits, words) = (Found::default(), Vec::new(), String::new());
        Self { checker, page, found, edits, words, outcome: Err(Why::Damaged) }
    }

    fn edits_of(&mut self, source: &str, run: &Run<'_>) {
        self.found.addresses.clear();
        if self.found.raw.is_empty() {
            return;
        }
        let mut found = std::mem::take(&mut self.found);
        found.raw.retain(|raw| raw.severity > Severity::Note);
        found.raw.sort_by_key(|raw| (raw.start, std::cmp::Reverse(raw.end)));
        let mut end = 0;
        for raw in found.raw.drain(..) {
            if raw.start < end {
                continue;
            }
            let Some(put) = replacement(&raw, run) else { continue };
            end = raw.end;
            self.edit(source, run, &raw, &put);
        }
        self.found = found;
    }

    /// The bytes of the source that a match's characters stand in: tags between them stay.
    fn edit(&mut self, source: &str, run: &Run<'_>, raw: &Raw, put: &str) {
        let from = self.words.len() as u32;
        if self.page {
            self.words.push_str(&escaped(put))
        } else {
            self.words.push_str(put)
        }
        let mut put = (from, self.words.len() as u32);
        let mut first = true;
        for (at, c) in run.text.get(raw.start..raw.end).unwrap_or_default().char_indices() {
            // Nothing of the source stands between two blocks.
            if c == BLOCK_END {
                continue;
            }
            let start = source_byte(run, raw.start + at);
            // What a reader put between, as a tab between cells.
            if start >= source.len() {
                continue;
            }
            let end = character_end(source, run, start, c) as u32;
            let start = start as u32;
            match self.edits.last_mut().filter(|_| !first) {
                Some(last) if last.end == start => last.end = end,
                _ => self.edits.push(Edit {
                    start,
                    end,
                    put: std::mem::take(&mut put),
                    first: std::mem::take(&mut first),
                }),
            }
        }
    }

    fn rewrite(&mut self, source: &str) -> (String, usize) {
        self.edits.sort_by_key(|edit| (edit.start, edit.end));
        let (mut text, mut at, mut changes) = (String::with_capacity(source.len()), 0, 0);
        for edit in &self.edits {
            // Where two overlap, the first counts.
            if (edit.start as usize) < at {
                continue;
            }
            text.push_str(source.get(at..edit.start as usize).unwrap_or_default());
            text.push_str(self.words.get(edit.put.0 as usize..edit.put.1 as usize).unwrap_or_default());
            at = edit.end as usize;
            changes += usize::from(edit.first);
        }
        text.push_str(source.get(at..).unwrap_or_default());
        (text, changes)
    }
}

/// The media type of a text or page: the one that was said, if it is one of those, and what it is read as otherwise.
fn text_type(submission: &Submission<'_>, page: bool) -> String {
    let said = submission.content_type.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    let is_token =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b));
    let well_formed = said.split_once('/').is_some_and(|(kind, sub)| is_token(kind) && is_token(sub));
    let fits = well_formed && (said.starts_with("text/") || said.contains("xml") || said.contains("json"));
    let kind = match (fits, page) {
        (true, _) => said,
        (false, true) => "text/html",
        (false, false) => "text/plain",
    };
    format!("{kind}; charset=utf-8")
}

impl Intake for Rewriting<'_> {
    fn begin(&mut self, _part: &str) {}

    fn run(&mut self, source: &str, run: Run<'_>) {
        // A picture's own address is not changed: it would no longer be found.
        if run.kind == Kind::FileName {
            return;
        }
        let (checker, run) = (self.checker, escapes::resolved(run));
        for (from, to) in cuts::pieces(&run.text) {
            checker.piece(&run, from, to, &mut self.found);
            self.edits_of(source, &run);
        }
        checker.whole(&run, &mut self.found);
        self.edits_of(source, &run);
    }

    fn end(&mut self, source: &str, _bytes: u64) {
        self.outcome = Ok(self.rewrite(source));
    }

    fn not_examined(&mut self, _part: &str, why: Why) {
        self.outcome = Err(why);
    }

    fn picture(&mut self, _source: &str, _picture: PictureOnPage) {}

    fn metadata(&mut self, _part: &str, _metadata: Metadata) {}

    fn traces(&self) -> bool {
        true
    }

    /// A picture in an address is put back without its metadata, a text that something stops is taken out.
    fn embedded(&mut self, _source: &str, at: (usize, usize), embedded: Embedded<'_>) {
        let put = match embedded {
            Embedded::Picture { bytes, format } => match picture::clean::clean(bytes, format, self.checker.limits()) {
                Ok(safe) if safe == bytes => return,
                Ok(safe) => {
                    let kind = format.media_type(&safe);
                    format!("data:{kind};base64,{}", data_encoding::BASE64.encode(&safe))
                }
                Err(_) => NOTHING.to_owned(),
            },
            Embedded::Text(text) => {
                let submission = Submission { bytes: text.as_bytes(), ..Submission::default() };
                if self.checker.check(&submission).verdict < Verdict::Stop {
                    return;
                }
                NOTHING.to_owned()
            }
        };
        let from = self.words.len() as u32;
        self.words.push_str(&put);
        let put = (from, self.words.len() as u32);
        self.edits.push(Edit { start: at.0 as u32, end: at.1 as u32, put, first: true });
    }
}

/// An address of nothing.
const NOTHING: &str = "data:,";

fn replacement(raw: &Raw, run: &Run<'_>) -> Option<String> {
    match &raw.fix {
        Fix::FirstNameOnly { replacement } => Some(replacement.clone()),
        Fix::SchoolContact { replacement } => {
            let own = replacement.clone().unwrap_or_default();
            Some(match run.kind {
                Kind::LinkAddress if own.contains('@') => format!("mailto:{own}"),
                Kind::LinkAddress if !own.is_empty() => format!("tel:{}", own.replace(' ', "")),
                Kind::LinkAddress => "#".to_owned(),
                _ => own,
            })
        }
        Fix::TakeOut => Some(String::new()),
        _ => None,
    }
}

fn character_end(source: &str, run: &Run<'_>, start: usize, c: char) -> usize {
    let rest = source.get(start..).unwrap_or_default();
    if matches!(run.origin, Origin::Pieces(_)) {
        return start + escapes::written(rest, c);
    }
    start + rest.chars().next().map_or(0, char::len_utf8)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// A page in another encoding keeps to ASCII, with references for all else, so that it reads the same under its old label.
fn encoded(text: String, original: &[u8], page: bool) -> Vec<u8> {
    if !page || std::str::from_utf8(original).is_ok() {
        return text.into_bytes();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() { out.push(c) } else { out.push_str(&format!("&#{};", c as u32)) }
    }
    out.into_bytes()
}
