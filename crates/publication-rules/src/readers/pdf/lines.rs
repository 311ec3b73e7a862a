//! From letters and where they stand to lines of text, and to what only stands beside or below each other.

/// A page's text is cut beyond this many bytes.
const LONGEST_PAGE: usize = 4 << 20;
/// Letters gathered before a line is put together, however long it goes on.
const LONGEST_LINE: usize = 4_000;
/// Pieces of lines that are compared with each other.
const MOST_PIECES: usize = 20_000;
/// How far back a letter drawn twice is looked for.
const TWICE: usize = 200;

/// A letter as it is drawn: its text, where its middle line starts and ends on the page, which way it is written, and how tall.
pub(super) struct Letter<'t> {
    pub(super) text: &'t str,
    pub(super) start: (f64, f64),
    pub(super) end: (f64, f64),
    /// Cosine and sine of the direction of writing.
    pub(super) along: (f64, f64),
    pub(super) size: f64,
    /// Changes whenever the font, its size or the space between letters does.
    pub(super) style: u32,
}

/// What comes before a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    Nothing,
    Tab,
    Back,
}

#[derive(Clone, Copy, Debug)]
struct Glyph {
    /// Bytes of [`Lines::drawn`].
    from: usize,
    to: usize,
    start: f64,
    end: f64,
    size: f64,
    style: u32,
    before: Before,
    /// The text that stands for it and its neighbours, by number.
    instead: Option<usize>,
}

/// A piece of a line without a wide gap.
#[derive(Clone, Copy, Debug)]
struct Piece {
    angle: i16,
    start: f64,
    end: f64,
    across: f64,
    size: f64,
    from: usize,
    to: usize,
}

/// A page's text as it grows.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// In the order it is drawn.
    pub(super) text: String,
    /// What is said instead of what is drawn, where the two differ.
    pub(super) spoken: String,
    /// Footnote marks, and texts that stand for something else.
    pub(super) notes: String,
    /// It was cut.
    pub(super) cut: bool,
    drawn: String,
    line: Vec<Glyph>,
    along: (f64, f64),
    across: f64,
    size: f64,
    furthest: f64,
    pieces: Vec<Piece>,
    /// What stands between the last line and this one.
    gap: &'static str,
    instead: Vec<String>,
    open: Option<usize>,
    used: bool,
}

impl Lines {
    /// Puts a letter down: on a new line where it stands lower or higher.
    pub(super) fn place(&mut self, letter: &Letter<'_>) {
        if self.text.len() > LONGEST_PAGE {
            self.cut = true;
            return;
        }
        let on =
            |point: (f64, f64), way: (f64, f64)| (point.0 * way.0 + point.1 * way.1, point.1 * way.0 - point.0 * way.1);
        let Some(last) = self.line.last().copied() else {
            self.begin(letter, on(letter.start, letter.along).1, "");
            return self.add(letter, on(letter.start, letter.along).0, on(letter.end, letter.along).0, Before::Nothing);
        };
        let turned = letter.along.0 * self.along.0 + letter.along.1 * self.along.1 < 0.95;
        let (start, across) = on(letter.start, self.along);
        let end = on(letter.end, self.along).0;
        let tall = letter.size.max(self.size);
        let off = (across - self.across).abs();
        let near = start > last.end - tall * 0.4 && start < last.end + tall * 0.6;
        let mark = !letter.text.chars().any(char::is_alphabetic) || self.drawn.ends_with(|c: char| c.is_ascii_digit());
        if mark && !turned && letter.size < self.size * 0.8 && off > tall * 0.12 && off < tall * 1.1 && near {
            return self.raised(letter, start, end);
        }
        if turned || off > tall * 0.5 {
            // Twice a line's height parts paragraphs.
            let gap = if turned || off > tall * 2.2 { "\n\n" } else { "\n" };
            self.flush();
            self.begin(letter, on(letter.start, letter.along).1, gap);
            let (start, end) = (on(letter.start, letter.along).0, on(letter.end, letter.along).0);
            return self.add(letter, start, end, Before::Nothing);
        }
        if start < self.furthest - letter.size * 0.1 && self.is_there(letter, start) {
            return;
        }
        let before = if start > last.end + tall * 1.5 {
            Before::Tab
        } else if start < last.end - tall {
            Before::Back
        } else {
            Before::Nothing
        };
        self.add(letter, start, end, before);
        self.size = tall;
        if self.line.len() >= LONGEST_LINE {
            let size = self.size;
            self.flush();
            self.gap = "";
            self.size = size;
        }
    }

    /// A mark that stands higher or lower: a footnote's after a word is not part of the word, the `th` of a number is.
    fn raised(&mut self, letter: &Letter<'_>, start: f64, end: f64) {
        let word = self.drawn.ends_with(|c: char| c.is_alphabetic() || c.is_whitespace());
        if word && !letter.text.chars().any(|c| c.is_alphabetic() || c.is_whitespace()) {
            self.note(letter.text);
            if let Some(last) = self.line.last_mut() {
                last.end = end;
            }
        } else {
            self.add(letter, start, end, Before::Nothing);
        }
    }

    fn begin(&mut self, letter: &Letter<'_>, across: f64, gap: &'static str) {
        self.along = letter.along;
        self.across = across;
        self.size = letter.size;
        self.furthest = f64::MIN;
        self.gap = gap;
    }

    fn add(&mut self, letter: &Letter<'_>, start: f64, end: f64, before: Before) {
        let from = self.drawn.len();
        self.drawn.push_str(letter.text);
        self.used |= self.open.is_some();
        self.furthest = self.furthest.max(end);
        let (to, size, style, instead) = (self.drawn.len(), letter.size, letter.style, self.open);
        self.line.push(Glyph { from, to, start, end, size, style, before, instead });
    }

    /// Whether the same letter was just drawn at nearly the same place, as bold is imitated.
    fn is_there(&self, letter: &Letter<'_>, start: f64) -> bool {
        self.line.iter().rev().take(TWICE).any(|glyph| {
            (glyph.start - start).abs() < letter.size * 0.15
                && self.drawn.get(glyph.from..glyph.to) == Some(letter.text)
                && !letter.text.is_empty()
        })
    }

    /// From here to [`Lines::end_instead`], this stands for what is drawn (14.9.4).
    pub(super) fn begin_instead(&mut self, text: String) {
        if self.open.is_none() && self.instead.len() < LONGEST_LINE {
            self.open = Some(self.instead.len());
            self.instead.push(text);
            self.used = false;
        } else {
            self.note(&text);
        }
    }

    /// The end of that; a text that stands for nothing is a note.
    pub(super) fn end_instead(&mut self) {
        if let Some(open) = self.open.take()
            && !self.used
        {
            let text = self.instead.get(open).cloned().unwrap_or_default();
            self.note(&text);
        }
    }

    /// Whether a text stands for what is drawn now.
    pub(super) const fn is_instead(&self) -> bool {
        self.open.is_some()
    }

    /// Something that is not part of the lines.
    pub(super) fn note(&mut self, text: &str) {
        if !text.trim().is_empty() {
            if self.notes.len() > LONGEST_PAGE {
                self.cut = true;
                return;
            }
            self.notes.push_str(text.trim());
            self.notes.push('\n');
        }
    }

    /// Puts the line together.
    pub(super) fn flush(&mut self) {
        if self.line.is_empty() {
            return;
        }
        let line = std::mem::take(&mut self.line);
        let first = self.text.len() + self.gap.len();
        if !self.text.is_empty() {
            self.text.push_str(self.gap);
        }
        let spaces = spaces(&line, &self.drawn);
        let replaced = line.iter().any(|glyph| glyph.instead.is_some()).then(|| self.replaced(&line, &spaces));
        match replaced {
            Some((spoken, true)) => self.text.push_str(&spoken),
            other => {
                if let Some((spoken, _)) = other {
                    self.spoken.push_str(&spoken);
                    self.spoken.push('\n');
                }
                self.pieces_of(&line, &spaces, first);
            }
        }
        self.drawn.clear();
        if self.open.is_none() {
            self.instead.clear();
        }
        self.line = line;
        self.line.clear();
    }

    fn pieces_of(&mut self, line: &[Glyph], spaces: &[bool], first: usize) {
        let mut from = first.min(self.text.len());
        let angle = (self.along.1.atan2(self.along.0).to_degrees() / 2.0).round() as i16;
        let (across, size) = (self.across, self.size);
        let mut piece: Option<(f64, f64)> = None;
        for (glyph, space) in line.iter().zip(spaces) {
            if glyph.before != Before::Nothing {
                self.piece(piece.take(), angle, across, size, from);
                self.text.push(if glyph.before == Before::Tab { '\t' } else { ' ' });
                from = self.text.len();
            } else if *space && !self.text.ends_with([' ', '\n', '\t']) {
                self.text.push(' ');
            }
            self.text.push_str(self.drawn.get(glyph.from..glyph.to).unwrap_or_default());
            let (start, end) = piece.unwrap_or((glyph.start, glyph.end));
            piece = Some((start.min(glyph.start), end.max(glyph.end)));
        }
        self.piece(piece, angle, across, size, from);
    }

    fn piece(&mut self, extent: Option<(f64, f64)>, angle: i16, across: f64, size: f64, from: usize) {
        let to = self.text.len();
        if let Some((start, end)) = extent
            && self.pieces.len() < MOST_PIECES
            && self.text.get(from..to).is_some_and(|text| !text.trim().is_empty())
        {
            self.pieces.push(Piece { angle, start, end, across, size, from, to });
        }
    }

    /// The line with what stands for its letters, and whether the letters themselves say nothing else.
    fn replaced(&self, line: &[Glyph], spaces: &[bool]) -> (String, bool) {
        let (mut spoken, mut under, mut over) = (String::new(), String::new(), String::new());
        let mut last = None;
        for (glyph, space) in line.iter().zip(spaces) {
            let again = glyph.instead.is_some() && glyph.instead == last;
            if glyph.before != Before::Nothing || *space && !again {
                spoken.push(' ');
            }
            let drawn = self.drawn.get(glyph.from..glyph.to).unwrap_or_default();
            match glyph.instead {
                Some(number) => {
                    under.extend(drawn.chars().filter(|c| c.is_alphanumeric()));
                    if !again {
                        let text = self.instead.get(number).map_or("", String::as_str);
                        over.extend(text.chars().filter(|c| c.is_alphanumeric()));
                        spoken.push_str(text);
                    }
                }
                None => spoken.push_str(drawn),
            }
            last = glyph.instead;
        }
        (spoken, under.is_empty() || under == over)
    }

    /// What stands beside each other, or below, but is drawn apart: columns drawn one after another, a capital over two lines.
    pub(super) fn neighbours(&self) -> Vec<String> {
        let mut order: Vec<usize> = (0..self.pieces.len()).collect();
        let key = |piece: &Piece| (piece.angle, (-piece.across / 2.0).round() as i64, (piece.start * 10.0) as i64);
        order.sort_by_key(|at| self.pieces.get(*at).map(key));
        let mut found = Vec::new();
        self.rows(&order, &mut found);
        self.below(&order, &mut found);
        found
    }

    fn words(&self, piece: &Piece) -> Vec<&str> {
        self.text.get(piece.from..piece.to).unwrap_or_default().split_whitespace().collect()
    }

    fn rows(&self, order: &[usize], found: &mut Vec<String>) {
        let mut row: Vec<usize> = Vec::new();
        let mut rows: Vec<Vec<usize>> = Vec::new();
        for at in order {
            let (Some(piece), last) = (self.pieces.get(*at), row.last().and_then(|last| self.pieces.get(*last))) else {
                continue;
            };
            let same = last.is_some_and(|last| {
                last.angle == piece.angle && (last.across - piece.across).abs() < last.size.max(piece.size) * 0.5
            });
            if !same && !row.is_empty() {
                rows.push(std::mem::take(&mut row));
            }
            row.push(*at);
        }
        rows.push(row);
        for mut row in rows {
            row.sort_by(|a, b| match (self.pieces.get(*a), self.pieces.get(*b)) {
                (Some(a), Some(b)) => a.start.total_cmp(&b.start),
                _ => std::cmp::Ordering::Equal,
            });
            // Only short pieces are cells of a row; two columns of prose are not read across.
            for cells in row.split(|at| self.pieces.get(*at).is_none_or(|piece| self.words(piece).len() > 4)) {
                let apart = cells.windows(2).any(|pair| pair[1] != pair[0] + 1);
                if apart && cells.len() < 40 {
                    let texts =
                        cells.iter().filter_map(|at| self.pieces.get(*at)).map(|piece| self.words(piece).join(" "));
                    found.push(texts.collect::<Vec<_>>().join("\t"));
                }
            }
        }
    }

    /// A large first letter goes with the topmost line beside it.
    fn initial(&self, large: &Piece, near: &[usize], found: &mut Vec<String>) {
        if self.text.get(large.from..large.to).is_none_or(|text| text.trim().chars().count() != 1) {
            return;
        }
        let beside = near.iter().take(120).filter_map(|at| self.pieces.get(*at)).find(|small| {
            let up = small.across - large.across;
            small.angle == large.angle
                && large.size > small.size * 1.8
                && (-0.5 * large.size..large.size).contains(&up)
                && (small.start - large.end).abs() < large.size * 0.6
        });
        if let Some(beside) = beside {
            let words = self.words(beside);
            let line = words.get(..words.len().min(6)).unwrap_or_default().join(" ");
            found.push(format!("{}{line}", self.words(large).concat()));
        }
    }

    fn below(&self, order: &[usize], found: &mut Vec<String>) {
        for (place, at) in order.iter().enumerate() {
            let Some(upper) = self.pieces.get(*at) else { continue };
            let ahead = order.iter().skip(place + 1).take(60).filter_map(|at| Some((*at, self.pieces.get(*at)?)));
            let mut next: Option<(usize, &Piece)> = None;
            self.initial(upper, order.get(place.saturating_sub(60)..).unwrap_or_default(), found);
            for (other, lower) in ahead {
                let down = upper.across - lower.across;
                if lower.angle != upper.angle || down > upper.size * 3.4 {
                    break;
                }
                let alike = (lower.size - upper.size).abs() < upper.size * 0.15;
                let middle = (lower.start + lower.end - upper.start - upper.end).abs() < upper.size * 2.0;
                let lined_up = (lower.start - upper.start).abs() < upper.size * 1.2 || middle;
                if alike && lined_up && down > upper.size * 0.5 {
                    next = Some((other, lower));
                    break;
                }
            }
            let Some((other, lower)) = next else { continue };
            let (above, under) = (self.words(upper), self.words(lower));
            let between = self.text.get(upper.to..lower.from);
            let joined = between.is_some_and(|between| between == "\n" || between == " ");
            // A paragraph goes on below; so does a name on a certificate, set large and loose.
            let prose = other != at + 1 && above.len() >= 4 && upper.across - lower.across < upper.size * 2.2;
            let display = upper.size >= 18.0 && above.len() <= 3 && under.len() <= 3;
            if !joined && (prose || display) {
                let tail = above.get(above.len().saturating_sub(3)..).unwrap_or_default().join(" ");
                let head = under.get(..under.len().min(3)).unwrap_or_default().join(" ");
                found.push(format!("{tail}\n{head}"));
            }
        }
    }
}

/// Before which letters of a line there is a space: where the gap is wider than those between the letters of a word, which may be
/// set wide themselves.
fn spaces(line: &[Glyph], drawn: &str) -> Vec<bool> {
    let text = |glyph: &Glyph| drawn.get(glyph.from..glyph.to).unwrap_or_default();
    let gap = |pair: &[Glyph]| (pair[1].start - pair[0].end) / pair[0].size.max(pair[1].size).max(1e-6);
    let mut spaces = vec![false; line.len()];
    let mut from = 0;
    while let Some(first) = line.get(from) {
        let length = line.iter().skip(from).take_while(|glyph| glyph.style == first.style).count();
        let same = line.get(from..from + length).unwrap_or_default();
        let letters = |glyph: &Glyph| text(glyph).chars().all(char::is_alphabetic) && glyph.before == Before::Nothing;
        let pairs = same.windows(2).filter(|pair| letters(&pair[1]) && text(&pair[0]).chars().all(char::is_alphabetic));
        let mut gaps: Vec<f64> = pairs.map(gap).filter(|gap| (-0.5..1.5).contains(gap)).collect();
        let middle = gaps.len() / 2;
        let usual = if gaps.len() >= 3 { *gaps.select_nth_unstable_by(middle, f64::total_cmp).1 } else { 0.0 };
        let least = if usual > 0.06 { usual * 1.35 + 0.1 } else { 0.16 };
        for at in from..from + length {
            let Some(pair) = at.checked_sub(1).and_then(|before| line.get(before..=at)) else { continue };
            let least = if at == from { 0.16 } else { least };
            if let (Some(space), true) = (spaces.get_mut(at), gap(pair) > least) {
                *space = !text(&pair[1]).starts_with(char::is_whitespace);
            }
        }
        from += length.max(1);
    }
    spaces
}
