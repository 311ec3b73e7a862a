//! From pieces of markup to runs of text.

use super::{
    attributes, css, data_url,
    gathered::Gathered,
    nested::Nested,
    tokens::{Attribute, Cutter, Piece},
    trail::Trail,
};
use crate::{
    cuts,
    document::{Kind, Origin, PictureOnPage, Run},
    intake::Intake,
    readers::{Submission, encoding},
};

/// Text right after a picture is taken for its caption up to this length, in bytes.
const CAPTION: usize = 200;

/// Reads a page.
pub(crate) fn read(submission: &Submission<'_>, intake: &mut dyn Intake) {
    let label = submission.content_type.and_then(encoding::charset).or_else(|| label_in_page(submission.bytes));
    match encoding::decode(submission.bytes, label.as_deref()) {
        Ok(source) => {
            intake.begin("body");
            read_markup(&source, 0, intake);
            intake.end(&source, submission.bytes.len() as u64);
        }
        Err(why) => intake.not_examined("body", why),
    }
}

/// Pages within pages are followed this deep.
const DEEPEST: usize = 3;

/// Reads markup, `depth` pages deep inside others.
pub(super) fn read_markup(source: &str, depth: usize, intake: &mut dyn Intake) {
    Reader::new(source, depth, intake).run();
}

/// `<meta charset>` within the first 1024 bytes (HTML Living Standard 13.2.3.2).
fn label_in_page(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..bytes.len().min(1024))?;
    let head: String = head.iter().map(|byte| char::from(*byte)).collect();
    encoding::charset(&head)
}

struct Reader<'s, 'i> {
    source: &'s str,
    intake: &'i mut dyn Intake,
    /// The last picture, until what follows has shown whether it is credited.
    picture: Option<PictureOnPage>,
    block: Gathered,
    kind: Kind,
    figures: usize,
    pre: usize,
    in_row: bool,
    /// A picture stands in the current block.
    picture_here: bool,
    /// The last block held a picture, and this one may be its caption.
    picture_before: bool,
    style: bool,
    depth: usize,
    trail: Trail,
}

impl<'s, 'i> Reader<'s, 'i> {
    fn new(source: &'s str, depth: usize, intake: &'i mut dyn Intake) -> Self {
        Self {
            source,
            intake,
            picture: None,
            block: Gathered::default(),
            kind: Kind::Body,
            figures: 0,
            pre: 0,
            in_row: false,
            picture_here: false,
            picture_before: false,
            style: false,
            depth,
            trail: Trail::default(),
        }
    }

    fn run(mut self) {
        for piece in Cutter::new(self.source) {
            self.piece(piece);
        }
        self.flush();
        self.trail.end(self.source, self.intake);
        self.settle_picture();
    }

    fn piece(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Text { start, end, references } if !self.style => self.text(start, end, references),
            Piece::Text { start, end, .. } => self.style_sheet(start, end, false),
            Piece::Start { name, attributes } => self.start(&name, &attributes),
            Piece::End { name } => self.end(&name),
            Piece::Comment { start, end } => self.plain(Kind::Comment, start, end),
            Piece::Script { start, end } => self.plain(Kind::Script, start, end),
        }
    }

    fn text(&mut self, start: usize, end: usize, references: bool) {
        let source = self.source;
        for (from, to) in cuts::pieces(source.get(start..end).unwrap_or_default()) {
            self.block.append(source, start + from, start + to, references, self.pre > 0);
            self.hand_on_long();
        }
    }

    fn plain(&mut self, kind: Kind, start: usize, end: usize) {
        let source = self.source;
        if let Some(text) = source.get(start..end).filter(|text| !text.trim().is_empty()) {
            self.intake.run(source, Run::new(kind, text, Origin::Straight(start)));
        }
    }

    fn start(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.style = name == "style";
        match name {
            "img" | "picture" | "video" | "image" | "svg" => self.picture_here = true,
            "figure" => {
                self.flush();
                self.figures += 1;
            }
            "br" => {
                self.block.text.push('\n');
                self.hand_on_long();
            }
            "pre" | "textarea" => self.pre += 1,
            "td" | "th" => self.cell(),
            _ => {}
        }
        if is_block(name) && !matches!(name, "td" | "th") && (!self.in_row || matches!(name, "table" | "tr")) {
            self.flush();
        }
        match name {
            "tr" => self.in_row = true,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !self.in_row => self.kind = Kind::Heading,
            "figcaption" | "caption" => self.kind = Kind::Caption,
            "title" => self.kind = Kind::Title,
            _ => {}
        }
        if name == "img" {
            self.picture(attributes);
        }
        let beside = self.figures > 0 || matches!(name, "img" | "video" | "picture");
        let (source, intake, trail) = (self.source, &mut *self.intake, &mut self.trail);
        attributes::runs(source, name, attributes, beside, &mut |run| {
            // What is filled into a form stands between its labels.
            if name == "input" && run.kind == Kind::Meta {
                trail.add(source, &run, intake);
            }
            intake.run(source, run);
        });
        for attribute in attributes {
            match attribute.name.as_ref() {
                "style" => self.style_sheet(attribute.start, attribute.end, true),
                "srcdoc" => self.page_inside(attribute),
                _ if attributes::is_data(self.source, attribute) => {
                    data_url::read(self.source, attribute.start, attribute.end, self.intake);
                }
                _ => {}
            }
        }
    }

    /// Files and words that a style sheet shows.
    fn style_sheet(&mut self, start: usize, end: usize, in_attribute: bool) {
        let (source, intake) = (self.source, &mut *self.intake);
        css::read(source, start, end, in_attribute, intake);
    }

    /// A page that an attribute holds whole.
    fn page_inside(&mut self, attribute: &Attribute<'_>) {
        if self.depth >= DEEPEST {
            self.intake.not_examined("page in the page", crate::finding::Why::TooDeep);
            return;
        }
        let mut page = Gathered { in_attribute: true, ..Gathered::default() };
        page.append(self.source, attribute.start, attribute.end, true, true);
        let mut nested = Nested::new(self.source, &page.pieces, self.intake);
        read_markup(&page.text, self.depth + 1, &mut nested);
    }

    fn picture(&mut self, attributes: &[Attribute<'_>]) {
        let address = attributes.iter().find(|attribute| attribute.name == "src");
        let Some(attribute) = address.filter(|address| !attributes::is_data(self.source, address)) else { return };
        self.settle_picture();
        let mut gathered = Gathered { in_attribute: true, ..Gathered::default() };
        gathered.append(self.source, attribute.start, attribute.end, true, true);
        self.picture = Some(PictureOnPage { address: gathered.text, at: attribute.start, credited: false });
    }

    fn settle_picture(&mut self) {
        if let Some(picture) = self.picture.take() {
            self.intake.picture(self.source, picture);
        }
    }

    fn end(&mut self, name: &str) {
        self.style = false;
        if matches!(name, "pre" | "textarea") {
            self.pre = self.pre.saturating_sub(1);
        }
        if is_block(name) && (!self.in_row || matches!(name, "table" | "tr" | "tbody" | "thead")) {
            self.flush();
        }
        match name {
            "figure" => self.figures = self.figures.saturating_sub(1),
            "tr" | "table" => self.in_row = false,
            _ => {}
        }
        if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "figcaption" | "caption" | "title") {
            self.kind = Kind::Body;
        }
    }

    /// A cell of a row: parted from the last by a tab.
    fn cell(&mut self) {
        if !self.in_row {
            self.flush();
        } else if !self.block.text.is_empty() {
            self.block.text.push('\t');
            self.hand_on_long();
        }
    }

    /// Hands on the block, and ends it.
    fn flush(&mut self) {
        let here = std::mem::take(&mut self.picture_here);
        if self.hand_on(here) {
            self.picture_before = here;
        } else {
            self.picture_before |= here;
        }
    }

    /// Hands on a block that grows too long, and goes on with it.
    fn hand_on_long(&mut self) {
        if cuts::is_long(&self.block.text) {
            self.hand_on(self.picture_here);
        }
    }

    /// Hands on what the block holds, if that is more than white space.
    fn hand_on(&mut self, here: bool) -> bool {
        let block = std::mem::take(&mut self.block);
        let text = block.text.trim();
        if text.is_empty() {
            return false;
        }
        let near = here || self.figures > 0 || self.picture_before && block.text.len() <= CAPTION;
        if near
            && let Some(picture) = self.picture.as_mut()
            && !picture.credited
        {
            picture.credited = is_credit(text);
        }
        let kind = if self.in_row && self.kind == Kind::Body { Kind::Cell } else { self.kind };
        let mut run = Run::new(kind, block.text, Origin::Pieces(block.pieces));
        run.by_picture = near && kind != Kind::Title;
        run.encoded = block.encoded;
        if matches!(kind, Kind::Body | Kind::Cell | Kind::Heading) {
            self.trail.add(self.source, &run, self.intake);
        }
        self.intake.run(self.source, run);
        true
    }
}

/// Words that credit a picture.
pub(crate) fn is_credit(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "photo",
        "©",
        "(c)",
        "credit",
        "courtesy",
        "copyright",
        "picture by",
        "image:",
        "illustration",
        "artist",
        "licence",
        "taken by",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

/// Elements that begin a block of their own.
#[rustfmt::skip]
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address" | "article" | "aside" | "blockquote" | "body" | "button" | "caption" | "center" | "dd" | "details"
        | "dialog" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2"
        | "h3" | "h4" | "h5" | "h6" | "head" | "header" | "hr" | "html" | "legend" | "li" | "main" | "nav" | "ol"
        | "option" | "p" | "pre" | "section" | "select" | "summary" | "table" | "tbody" | "td" | "template"
        | "textarea" | "tfoot" | "th" | "thead" | "title" | "tr" | "ul" | "script" | "style" | "iframe" | "video"
        | "audio" | "text"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn runs(page: &str) -> Vec<(Kind, String, bool)> {
        let mut document = Document::default();
        read(&Submission { bytes: page.as_bytes(), ..Submission::default() }, &mut document);
        let runs = document.parts.into_iter().flat_map(|part| part.runs);
        runs.map(|run| (run.kind, run.text.trim().to_owned(), run.by_picture)).collect()
    }

    #[test]
    fn every_place_where_a_page_holds_words_is_a_run() {
        let page = r#"<title>News</title><meta name="author" content="A"><h1>Hi</h1><p>a&nbsp;<b>b</b><i>c</i><!-- note -->
            <figure><img src="x/amara.jpg" alt="Alt"><figcaption>Cap</figcaption></figure>
            <table><tr><td>Okafor</td><td>Amara</td></tr></table><script>var a=1</script><style>p{}</style>"#;
        let found = runs(page);
        for (kind, text, beside) in [
            (Kind::Title, "News", false),
            (Kind::Meta, "A", false),
            (Kind::Heading, "Hi", false),
            (Kind::Body, "a\u{a0}bc", false),
            (Kind::Comment, "note", false),
            (Kind::FileName, "amara.jpg", true),
            (Kind::Alt, "Alt", true),
            (Kind::Caption, "Cap", true),
            (Kind::Cell, "Okafor\tAmara", false),
            (Kind::Script, "var a=1", false),
        ] {
            assert!(found.contains(&(kind, text.to_owned(), beside)), "{kind:?} {text} in {found:?}");
        }
        assert!(!found.iter().any(|(_, text, _)| text.contains("p{}")));
    }

    #[test]
    fn a_page_cut_anywhere_is_read_to_its_end() {
        let page = "<p title='x>y'>a<b c=d>e</b><!-- f --><img alt=\"g\"><script>h</script><td>&eacute;";
        for end in 0..page.len() {
            if page.is_char_boundary(end) {
                let _ = runs(&page[..end]);
            }
        }
    }
}
