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
pub(crate) fn rows(bytes: &[u8]) -> Result<Vec<Row>, FileProblem> {
    let mut archive = Archive::new(Cursor::new(bytes)).map_err(|_| FileProblem::DamagedWorkbook)?;
    let sheet = first_sheet(&mut archive)?;
    let texts = match part(&mut archive, "xl/sharedStrings.xml")? {
        Some(xml) => shared_texts(&xml)?,
        None => Vec::new(),
    };
    let xml = part(&mut archive, &sheet)?.ok_or(FileProblem::DamagedWorkbook)?;
    let rows = sheet_rows(&xml, &texts)?;
    if rows.is_empty() { Err(FileProblem::Empty) } else { Ok(rows) }
}

/// A part of the workbook, unpacked; none if it has no such part.
fn part(archive: &mut Archive<'_>, name: &str) -> Result<Option<String>, FileProblem> {
    let Ok(file) = archive.by_name(name) else { return Ok(None) };
    let mut xml = Vec::with_capacity(usize::try_from(file.size().min(MOST_BYTES)).unwrap_or(0));
    let read = file.take(MOST_BYTES + 1).read_to_end(&mut xml).map_err(|_| FileProblem::DamagedWorkbook)?;
    if read as u64 > MOST_BYTES {
        return Err(FileProblem::TooMuch);
    }
    String::from_utf8(xml).map(Some).map_err(|_| FileProblem::DamagedWorkbook)
}

/// The name of the part that holds the first sheet that is not hidden.
fn first_sheet(archive: &mut Archive<'_>) -> Result<String, FileProblem> {
    let workbook = part(archive, "xl/workbook.xml")?.ok_or(FileProblem::DamagedWorkbook)?;
    let mut relation = None;
    each(&workbook, |event| {
        if let Event::Start(start) | Event::Empty(start) = event
            && start.local_name().as_ref() == b"sheet"
            && relation.is_none()
            && !matches!(attribute(start, b"state").as_deref(), Some("hidden" | "veryHidden"))
        {
            relation = attribute(start, b"id");
        }
        Ok(())
    })?;
    let relations = part(archive, "xl/_rels/workbook.xml.rels")?.unwrap_or_default();
    let mut target = None;
    each(&relations, |event| {
        if let Event::Start(start) | Event::Empty(start) = event
            && start.local_name().as_ref() == b"Relationship"
            && relation.is_some()
            && attribute(start, b"Id") == relation
        {
            target = attribute(start, b"Target");
        }
        Ok(())
    })?;
    let target = target.unwrap_or_else(|| "worksheets/sheet1.xml".to_owned());
    Ok(match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    })
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

fn sheet_rows(xml: &str, texts: &[String]) -> Result<Vec<Row>, FileProblem> {
    let (mut rows, mut room) = (Vec::new(), Room::default());
    let mut row = Row { line: 0, cells: Vec::new() };
    let (mut cell, mut inside) = (Cell::default(), false);
    each(xml, |event| {
        match event {
            Event::Start(start) | Event::Empty(start) if start.local_name().as_ref() == b"row" => {
                let stated = attribute(start, b"r").and_then(|number| number.parse().ok());
                row = Row { line: stated.unwrap_or(row.line.saturating_add(1)), cells: Vec::new() };
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
                    rows.push(Row { line: row.line, cells: std::mem::take(&mut row.cells) });
                }
                _ => inside = false,
            },
            other if inside => push_text(&mut cell.text, other),
            _ => {}
        }
        Ok(())
    })?;
    Ok(rows)
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

/// A number as a person writes it: the workbook has `7.7009001230000000E9` for a telephone number.
fn number(text: &str) -> String {
    let whole = text.trim().parse::<f64>().ok().filter(|number| number.fract() == 0.0 && number.abs() < 1e15);
    whole.map_or_else(|| text.to_owned(), |number| format!("{number:.0}"))
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
