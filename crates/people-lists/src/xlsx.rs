//! Excel workbooks (ECMA-376): the first visible sheet, as rows of text.

use std::{
    borrow::Cow,
    io::{Cursor, Read},
};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

use crate::{
    FileProblem, Row,
    room::{MOST_COLUMNS, Room},
    values,
};

/// What is unpacked of a workbook at most: a list of 20,000 rows has a tenth of it.
const MOST_BYTES: u64 = 40_000_000;
/// What is kept of the text of one cell, in bytes: forty times the longest that is taken, so that longer ones are still
/// too long, and a note in a column that nothing is taken from keeps nobody's list out.
const MOST_IN_CELL: usize = 8_000;
/// How deep elements stand in each other at most. Sheets have a tenth of it.
const DEEPEST: usize = 200;

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// The rows of the first visible sheet that hold anything.
///
/// # Errors
/// [`FileProblem::DamagedWorkbook`] for what is no workbook, [`FileProblem::TooManyRows`], [`FileProblem::TooMuch`], and
/// [`FileProblem::Empty`] for a sheet without rows.
pub(crate) fn rows(bytes: &[u8]) -> Result<Sheet, FileProblem> {
    let mut archive = Archive::new(Cursor::new(bytes)).map_err(|_| FileProblem::DamagedWorkbook)?;
    let Parts { sheet, texts } = parts(&mut archive)?;
    let texts = match part(&mut archive, &texts)? {
        Some(xml) => shared_texts(&xml)?,
        None => Vec::new(),
    };
    let xml = part(&mut archive, &sheet)?.ok_or(FileProblem::DamagedWorkbook)?;
    let sheet = sheet_rows(&xml, &texts)?;
    if sheet.rows.is_empty() { Err(FileProblem::Empty) } else { Ok(sheet) }
}

/// A sheet's rows that hold anything, and the lines of those that are hidden.
#[derive(Default)]
pub(crate) struct Sheet {
    pub(crate) rows: Vec<Row>,
    pub(crate) hidden: Vec<u32>,
}

/// The names of the parts that are read.
struct Parts {
    sheet: String,
    texts: String,
}

/// A part of the workbook, unpacked; none if it has no such part. Names of parts are the same in capitals (ECMA-376 part 2,
/// section 6.2.2.3).
fn part(archive: &mut Archive<'_>, name: &str) -> Result<Option<String>, FileProblem> {
    let known = archive.file_names().flatten().find(|known| known.eq_ignore_ascii_case(name)).map(Cow::into_owned);
    let Some(known) = known else { return Ok(None) };
    let Ok(file) = archive.by_name(&known) else { return Ok(None) };
    let mut xml = Vec::with_capacity(usize::try_from(file.size().min(MOST_BYTES)).unwrap_or(0));
    let read = file.take(MOST_BYTES + 1).read_to_end(&mut xml).map_err(|_| FileProblem::DamagedWorkbook)?;
    if read as u64 > MOST_BYTES {
        return Err(FileProblem::TooMuch);
    }
    String::from_utf8(xml).map(Some).map_err(|_| FileProblem::DamagedWorkbook)
}

/// A relation of one part to another (ECMA-376 part 2, section 6.5).
struct Relation {
    id: String,
    /// The last word of its type: `worksheet`, `sharedStrings`.
    kind: String,
    /// The other part's name, from the top of the archive.
    target: String,
}

/// The relations that a part has; none if it says none.
fn relations(archive: &mut Archive<'_>, of: &str) -> Result<Vec<Relation>, FileProblem> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let name = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let xml = part(archive, &name)?.unwrap_or_default();
    let mut relations = Vec::new();
    each(&xml, |event| {
        if let Event::Start(start) | Event::Empty(start) = event
            && start.local_name().as_ref() == b"Relationship"
            && let (Some(id), Some(target)) = (attribute(start, b"Id"), attribute(start, b"Target"))
        {
            let kind = attribute(start, b"Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            relations.push(Relation { id, kind, target: from_top(folder, &target) });
        }
        Ok(())
    })?;
    Ok(relations)
}

/// A part's name from the top of the archive, as another part in `folder` names it.
fn from_top(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for piece in target.split('/') {
        match piece {
            "" | "." => {}
            ".." => drop(parts.pop()),
            piece => parts.push(piece),
        }
    }
    parts.retain(|piece| !piece.is_empty());
    parts.join("/")
}

/// Which parts hold the first sheet that is not hidden, and the texts.
fn parts(archive: &mut Archive<'_>) -> Result<Parts, FileProblem> {
    let main = relations(archive, "")?.into_iter().find(|relation| relation.kind == "officeDocument");
    let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
    let workbook = part(archive, &main)?.ok_or(FileProblem::DamagedWorkbook)?;
    let mut first = None;
    each(&workbook, |event| {
        if let Event::Start(start) | Event::Empty(start) = event
            && start.local_name().as_ref() == b"sheet"
            && first.is_none()
            && !matches!(attribute(start, b"state").as_deref(), Some("hidden" | "veryHidden"))
        {
            first = attribute(start, b"id");
        }
        Ok(())
    })?;
    let relations = relations(archive, &main)?;
    let sheet = relations.iter().find(|relation| Some(&relation.id) == first.as_ref());
    let texts = relations.iter().find(|relation| relation.kind.eq_ignore_ascii_case("sharedStrings"));
    let name = |relation: Option<&Relation>, usual: &str| {
        relation.map_or_else(|| usual.to_owned(), |relation| relation.target.clone())
    };
    Ok(Parts { sheet: name(sheet, "xl/worksheets/sheet1.xml"), texts: name(texts, "xl/sharedStrings.xml") })
}

/// The texts that cells refer to by number. How a word is to be pronounced (`rPh`) is none of the text.
fn shared_texts(xml: &str) -> Result<Vec<String>, FileProblem> {
    let (mut texts, mut room) = (Vec::new(), Room::default());
    let (mut current, mut inside, mut spoken) = (String::new(), false, 0_u32);
    each(xml, |event| {
        match event {
            Event::Start(start) => match start.local_name().as_ref() {
                b"si" => current.clear(),
                b"t" => inside = spoken == 0,
                b"rPh" => spoken += 1,
                _ => {}
            },
            Event::Empty(start) if start.local_name().as_ref() == b"si" => {
                room.cells(1)?;
                texts.push(String::new());
            }
            Event::End(end) => match end.local_name().as_ref() {
                b"si" => {
                    room.cells(1)?;
                    room.text(current.len())?;
                    texts.push(std::mem::take(&mut current));
                }
                b"t" => inside = false,
                b"rPh" => spoken = spoken.saturating_sub(1),
                _ => {}
            },
            other if inside => push_text(&mut current, other),
            _ => {}
        }
        Ok(())
    })?;
    Ok(texts)
}

/// A cell being read.
#[derive(Default)]
struct Cell {
    column: usize,
    kind: String,
    text: String,
}

fn sheet_rows(xml: &str, texts: &[String]) -> Result<Sheet, FileProblem> {
    let (mut sheet, mut room, mut hidden) = (Sheet::default(), Room::default(), false);
    let mut row = Row { line: 0, cells: Vec::new() };
    let (mut cell, mut inside) = (Cell::default(), false);
    each(xml, |event| {
        match event {
            Event::Start(start) | Event::Empty(start) if start.local_name().as_ref() == b"row" => {
                let stated = attribute(start, b"r").and_then(|number| number.parse().ok());
                row = Row { line: stated.unwrap_or(row.line.saturating_add(1)), cells: Vec::new() };
                hidden = matches!(attribute(start, b"hidden").as_deref(), Some("1" | "true"));
            }
            Event::Start(start) if start.local_name().as_ref() == b"c" => {
                let column = attribute(start, b"r").and_then(|place| column_of(&place)).unwrap_or(row.cells.len());
                if column >= MOST_COLUMNS {
                    return Err(FileProblem::TooMuch);
                }
                cell = Cell { column, kind: attribute(start, b"t").unwrap_or_default(), text: String::new() };
            }
            Event::Start(start) => inside = matches!(start.local_name().as_ref(), b"v" | b"t"),
            Event::End(end) => match end.local_name().as_ref() {
                b"c" => {
                    let column = cell.column;
                    let text = shown(std::mem::take(&mut cell), texts);
                    room.text(text.len())?;
                    row.cells.resize(row.cells.len().max(column + 1), String::new());
                    row.cells[column] = text.into_owned();
                }
                b"row" if !row.is_blank() => {
                    room.row(&row)?;
                    if hidden {
                        sheet.hidden.push(row.line);
                    }
                    sheet.rows.push(Row { line: row.line, cells: std::mem::take(&mut row.cells) });
                }
                _ => inside = false,
            },
            other if inside => push_text(&mut cell.text, other),
            _ => {}
        }
        Ok(())
    })?;
    Ok(sheet)
}

/// What a cell shows.
fn shown(cell: Cell, texts: &[String]) -> Cow<'_, str> {
    match cell.kind.as_str() {
        "s" => cell
            .text
            .trim()
            .parse::<usize>()
            .ok()
            .and_then(|number| texts.get(number))
            .map_or("", String::as_str)
            .into(),
        "b" => if cell.text.trim() == "1" { "TRUE" } else { "FALSE" }.into(),
        "" | "n" => number(&cell.text).into(),
        _ => cell.text.into(),
    }
}

/// A number as a person writes it: the workbook has `7.7009001230000000E9` for a telephone number, and `4.0999999999999996` for
/// the class 4.1.
fn number(text: &str) -> String {
    let Ok(number) = text.trim().parse::<f64>() else { return text.to_owned() };
    match () {
        () if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        () if number.is_finite() && (1e-5..1e15).contains(&number.abs()) => values::rounded(number),
        () => text.to_owned(),
    }
}

/// The column, from 0, of a place like `AB12`.
fn column_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase).take(4);
    letters.fold(0_usize, |column, letter| column * 26 + usize::from(letter - b'A') + 1).checked_sub(1)
}

fn attribute(start: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    let attribute = start.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = std::str::from_utf8(&attribute.value).ok().filter(|value| value.len() <= MOST_IN_CELL)?;
    quick_xml::escape::unescape(value).ok().map(Cow::into_owned)
}

/// Adds what fits into a cell: the rest is cut.
fn push_text(text: &mut String, event: &Event<'_>) {
    let room = MOST_IN_CELL.saturating_sub(text.len());
    let mut push = |piece: &str| text.push_str(&piece[..piece.floor_char_boundary(room)]);
    match event {
        Event::Text(piece) => push(&piece.decode().unwrap_or_default()),
        Event::CData(piece) => push(&String::from_utf8_lossy(piece)),
        Event::GeneralRef(reference) => match reference.resolve_char_ref() {
            Ok(Some(character)) => push(character.encode_utf8(&mut [0; 4])),
            _ => push(match &reference[..] {
                b"amp" => "&",
                b"lt" => "<",
                b"gt" => ">",
                b"quot" => "\"",
                b"apos" => "'",
                _ => "\u{fffd}",
            }),
        },
        _ => {}
    }
}

/// Every event of an XML document, in order. Its own entities are never expanded.
fn each(xml: &str, mut act: impl FnMut(&Event<'_>) -> Result<(), FileProblem>) -> Result<(), FileProblem> {
    let (mut reader, mut depth) = (Reader::from_str(xml), 0_usize);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return Ok(()),
            Ok(event) => {
                match event {
                    Event::Start(_) => depth += 1,
                    Event::End(_) => depth = depth.saturating_sub(1),
                    _ => {}
                }
                if depth > DEEPEST {
                    return Err(FileProblem::TooMuch);
                }
                act(&event)?;
            }
            Err(_) => return Err(FileProblem::DamagedWorkbook),
        }
    }
}
