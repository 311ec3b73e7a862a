//! Writes workbooks as Excel does: shared texts, cells that are left out, parts in a zip.

use std::io::{Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

/// A workbook whose second sheet has these rows; the first is hidden. A cell beginning with `=` is a number.
pub(crate) fn of(rows: &[&[&str]]) -> Vec<u8> {
    let mut texts = String::new();
    let mut sheet = String::new();
    let mut count = 0;
    for (line, row) in (1..).zip(rows) {
        sheet += &format!("<row r=\"{line}\">");
        for (column, cell) in (b'A'..).zip(*row) {
            let place = format!("{}{line}", char::from(column));
            match cell.strip_prefix('=') {
                Some(number) => sheet += &format!("<c r=\"{place}\"><v>{number}</v></c>"),
                None => {
                    sheet += &format!("<c r=\"{place}\" t=\"s\"><v>{count}</v></c>");
                    let (first, rest) = cell.split_at(cell.chars().next().map_or(0, char::len_utf8));
                    let rest = rest.replace('&', "&amp;");
                    texts += &format!(
                        "<si><r><t>{first}</t></r><r><t xml:space=\"preserve\">{rest}</t></r><rPh><t>x</t></rPh></si>"
                    );
                    count += 1;
                }
            }
        }
        sheet += "</row>";
    }
    of_parts(&texts, &sheet)
}

/// A workbook of these shared texts and these rows, both as XML.
pub(crate) fn of_parts(texts: &str, sheet: &str) -> Vec<u8> {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    let parts = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Notes\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>\
             <sheet name=\"Pupils\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"
                .to_owned(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>\
             <Relationship Id=\"rId2\" Target=\"worksheets/sheet2.xml\"/></Relationships>"
                .to_owned(),
        ),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>".to_owned()),
        ("xl/worksheets/sheet2.xml", format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>")),
        ("xl/sharedStrings.xml", format!("<sst>{texts}</sst>")),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(format!("{head}{xml}").as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
