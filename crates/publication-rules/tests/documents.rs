//! Documents and pictures that say a name where readers do not look: each kind, and its near neighbours.
#![allow(clippy::unwrap_used, reason = "the helpers of a test are part of it")]

#[allow(unreachable_pub, dead_code, reason = "shared with the hostile samples")]
mod samples;

use publication_rules::{
    BlindList, Checker, ListKey, Message, Profile, PupilForms, Report, Rule, Severity, Submission, Verdict,
};
use samples::docx;
use school_types::PersonName;

fn checked(bytes: &[u8]) -> Report {
    let list = BlindList::blind(&ListKey::new([3; 32]), &[PupilForms::new(&PersonName::new("Amara", "Okafor"))]);
    let profile = Profile::default();
    Checker::new(&profile, Some(&list)).check(&Submission { bytes, ..Submission::default() })
}

fn has(report: &Report, rule: Rule) -> bool {
    report.findings.iter().any(|finding| finding.rule == rule && finding.severity > Severity::Note)
}

fn names(report: &Report) -> bool {
    [Rule::PupilFullName, Rule::NameInFileName, Rule::PictureMetadataName].into_iter().any(|rule| has(report, rule))
}

/// A PDF of one page: its content, its font, what its dictionaries hold beside that, and further objects from 6 on.
fn pdf(content: &str, font: &str, catalog: &str, page: &str, more: &str) -> Vec<u8> {
    format!(
        "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R{catalog}>> endobj\n\
         2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
         3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/Properties<</M<</ActualText(Amara)>>>>>>{page}>> endobj\n\
         4 0 obj <</Length {}>> stream\n{content}\nendstream endobj\n\
         5 0 obj <</Type/Font{font}>> endobj\n{more}\n\
         trailer <</Root 1 0 R/Info 9 0 R>>\nstartxref\n0\n%%EOF\n",
        content.len()
    )
    .into_bytes()
}

const HELVETICA: &str = "/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding";

fn drawn(content: &str) -> Report {
    checked(&pdf(content, HELVETICA, "", "", ""))
}

fn beside(catalog: &str, page: &str, more: &str) -> Report {
    checked(&pdf("BT /F 12 Tf (Hello) Tj ET", HELVETICA, catalog, page, more))
}

#[test]
fn a_name_is_read_however_its_letters_are_placed() {
    for content in [
        "BT /F 12 Tf 3 Tc 72 700 Td (Amara) Tj 60 0 Td (Okafor) Tj ET",
        "BT /F 12 Tf 72 700 Td [(A) -240 (m) -240 (a) -240 (r) -240 (a) -900 (O) -240 (k) -240 (a) -240 (f) -240 (o) -240 (r)] TJ ET",
        "BT /F 12 Tf 72 700 Td [(Amara) -250 (Okafor)] TJ ET",
        "BT /F 12 Tf 72 700 Td (Amara) Tj ET BT /F 12 Tf 110 700 Td (Okafor) Tj ET",
        "BT /F 12 Tf 72 700 Td (Amara) Tj .3 0 Td (Amara) Tj 38 0 Td (Okafor) Tj .3 0 Td (Okafor) Tj ET",
        "BT /F 12 Tf 72 700 Td (Amara) Tj /F 7 Tf 4 Ts (2) Tj 0 Ts /F 12 Tf ( Okafor) Tj ET",
        "BT /F 40 Tf 200 500 Td (Amara) Tj ET BT /F 40 Tf 190 395 Td (Okafor) Tj ET",
        "BT /F 40 Tf 72 700 Td (A) Tj ET BT /F 12 Tf 100 716 Td (mara Okafor ran) Tj ET",
        "0 1 -1 0 300 100 cm BT /F 12 Tf [(Amara) -300 (Okafor)] TJ ET",
        "/Span <</ActualText (Amara)>> BDC BT /F 12 Tf 72 700 Td (Xy) Tj ET EMC BT /F 12 Tf 110 700 Td (Okafor) Tj ET",
        "/Span /M BDC BT /F 12 Tf 72 700 Td (\\245) Tj ET EMC BT /F 12 Tf 110 700 Td (Okafor) Tj ET",
        "/Span <</ActualText <FEFF0041006D0061007200610020004F006B00610066006F0072>>> BDC EMC BT /F 12 Tf (x) Tj ET",
        "/Figure <</Alt (Amara Okafor)>> BDC EMC BT /F 12 Tf (x) Tj ET",
    ] {
        let report = drawn(content);
        assert!(names(&report), "{content}: {report:?}");
    }
}

#[test]
fn columns_are_read_across_and_down() {
    let cell = |x: u32, y: u32, text: &str| format!("BT /F 12 Tf {x} {y} Td ({text}) Tj ET\n");
    let by_column = [(72, "Amara"), (72, "Ben"), (300, "Okafor"), (300, "Hill")];
    let content: String =
        by_column.iter().enumerate().map(|(at, (x, text))| cell(*x, 700 - 20 * (at as u32 % 2), text)).collect();
    assert!(names(&drawn(&content)));
    // Two columns drawn line by line: the left one goes on below.
    let lines = [
        (72, 700, "We all stood up and clapped for Amara"),
        (330, 700, "On Friday the band played in the"),
        (72, 686, "Okafor when she came in at last."),
        (330, 686, "hall and everybody danced along."),
    ];
    let content: String = lines.iter().map(|(x, y, text)| cell(*x, *y, text)).collect();
    assert!(names(&drawn(&content)));
    // Nobody of that name: the columns only stand side by side.
    let apart = [
        (72, 700, "We all stood up and clapped for Amara"),
        (72, 686, "when she came in at last."),
        (330, 700, "Okafor is a surname in Nigeria and here"),
    ];
    let content: String = apart.iter().map(|(x, y, text)| cell(*x, *y, text)).collect();
    assert!(!names(&drawn(&content)));
}

#[test]
fn a_name_is_found_wherever_a_file_holds_it() {
    let form = "stream\nBT /F 12 Tf (Amara Okafor) Tj ET\nendstream endobj";
    for (catalog, page, more) in [
        ("/AcroForm<</Fields[6 0 R]>>", "", "6 0 obj <</FT/Tx/T(n)/Kids[7 0 R]/V(Amara Okafor)>> endobj"),
        (
            "/AcroForm<</XFA[(datasets) 6 0 R]>>",
            "",
            "6 0 obj <</Length 60>> stream\n<data><first>Amara</first><last>Okafor</last></data>\nendstream endobj",
        ),
        ("", "/Annots[<</Subtype/Widget/FT/Ch/Opt[[(1)(Amara Okafor)]]>>]", ""),
        ("", "/Annots[<</Subtype/Widget/FT/Btn/MK<</CA(Amara Okafor)>>>>]", ""),
        ("", "/Annots[<</Subtype/Widget/AP<</N<</On 6 0 R/Off 7 0 R>>>>>>]", &format!("6 0 obj <</Length 33>> {form}")),
        ("", "/Annots[<</Subtype/FreeText/RC(<p>Amara Okafor</p>)>>]", ""),
        ("", "/Annots[<</Subtype/Link/A<</S/Launch/F<</UF(amara-okafor.doc)>>>>>>]", ""),
        ("/Dests<</Amara#20Okafor[3 0 R/Fit]>>", "", ""),
        ("/PageLabels<</Nums[0<</P(Amara Okafor)>>]>>", "", ""),
        ("/OCProperties<</OCGs[<</Type/OCG/Name(Amara Okafor)>>]>>", "", ""),
        ("/Outlines<</First<</Title(Amara Okafor)/Parent 1 0 R>>>>", "", ""),
        ("", "", "9 0 obj <</Custom(Amara Okafor)>> endobj"),
        ("", "", "9 0 obj <</Author<FEFF0041006D0061007200610020004F006B00610066006F0072>>> endobj"),
        // A page taken out of the tree, a pattern nobody paints with, a value in a stream.
        ("", "", &format!("6 0 obj <</Type/Page/Contents 7 0 R>> endobj 7 0 obj <</Length 33>> {form}")),
        ("", "", &format!("6 0 obj <</PatternType 1/Length 33>> {form}")),
        ("", "", "6 0 obj <</Length 12>> stream\nAmara Okafor\nendstream endobj"),
        (
            "/Names<</EmbeddedFiles<</Names[(a)<</EF<</F 6 0 R>>>>]>>>>",
            "",
            "6 0 obj <</Type/EmbeddedFile/Length 19>> stream\n<p>Amara Okafor</p>\nendstream endobj",
        ),
    ] {
        let report = beside(catalog, page, more);
        assert!(names(&report), "{catalog} {page} {more}: {report:?}");
    }
}

#[test]
fn what_an_update_replaced_is_still_read() {
    let mut file = pdf("BT /F 12 Tf (Amara Okafor) Tj ET", HELVETICA, "", "", "");
    file.extend(
        b"4 0 obj <</Length 25>> stream\nBT /F 12 Tf (Hello) Tj ET\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n",
    );
    let report = checked(&file);
    assert!(report.findings.iter().any(|finding| finding.part == "contents of no page"), "{report:?}");
    // The file's own table says that the older version counts again.
    let text = String::from_utf8_lossy(&file).into_owned();
    let at = text.find("4 0 obj").unwrap();
    file.extend(
        format!("xref\n4 1\n{at:010} 00000 n \ntrailer <</Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", file.len()).bytes(),
    );
    let report = checked(&file);
    assert!(report.findings.iter().any(|finding| finding.page == Some(1)), "{report:?}");
}

#[test]
fn letters_that_no_font_names_are_never_clear() {
    let unreadable = "/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/DW 500>>]";
    let words = "BT /F 12 Tf <002400500044> Tj ET";
    let plain =
        "BT /G 12 Tf (We had a lovely day at the farm and everybody fed the lambs before lunch.) Tj ET ".repeat(9);
    let file = pdf(&format!("{words} {plain}"), unreadable, "", "", "").to_vec();
    let file = String::from_utf8(file).unwrap().replace("/F 5 0 R", "/F 5 0 R/G<</Subtype/Type1/BaseFont/Helvetica>>");
    assert_eq!(checked(file.as_bytes()).verdict, Verdict::NotExamined);
    // Maps that are there and say nothing: characters of nobody, or one for all.
    for map in ["<E001> <E002> <E003>", "<0020> <0020> <0020>", "<FFFD> <FFFD> <FFFD>"] {
        let codes = map.split(' ').zip(["0024", "0050", "0044"]).map(|(text, code)| format!("<{code}> {text} "));
        let map = format!("4 beginbfchar {}<0060> <0020> endbfchar", codes.collect::<String>());
        let object = format!("7 0 obj <</Length {}>> stream\n{map}\nendstream endobj\ntrailer", map.len());
        let mapped = file.replace("/DW 500>>]", "/DW 500>>]/ToUnicode 7 0 R").replace("trailer", &object);
        assert_eq!(checked(mapped.as_bytes()).verdict, Verdict::NotExamined, "{map}");
    }
    let bullet = file.replace("<002400500044>", "<0024>");
    assert_eq!(checked(bullet.as_bytes()).verdict, Verdict::Clear);
}

#[test]
fn a_jpeg_behind_several_filters_is_looked_into() {
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(&samples::jpeg(), 6);
    let mut file = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[3 0 R]>> endobj\n\
        3 0 obj <</Type/Page/Contents 4 0 R/Resources<</Font<</F<</Subtype/Type1>>>>>>>> endobj\n\
        4 0 obj <</Length 23>> stream\nBT /F 9 Tf (Hi) Tj ET\nendstream endobj\n"
        .to_vec();
    file.extend(
        format!("6 0 obj <</Subtype/Image/Filter[/FlateDecode/DCTDecode]/Length {}>> stream\n", packed.len()).bytes(),
    );
    file.extend(&packed);
    file.extend(b"\nendstream endobj\ntrailer <</Root 1 0 R>>\n");
    assert!(has(&checked(&file), Rule::PictureLocation));
}

#[test]
fn files_that_the_empty_password_opens_are_read() {
    for file in
        [&include_bytes!("samples/owner-password-aes-256.pdf")[..], include_bytes!("samples/owner-password-rc4.pdf")]
    {
        let report = checked(file);
        assert!(names(&report) && report.not_examined.is_empty(), "{report:?}");
    }
    let locked = checked(include_bytes!("samples/user-password-aes-256.pdf"));
    assert_eq!(locked.verdict, Verdict::NotExamined);
}

fn body(inner: &str) -> Vec<u8> {
    docx(&[("word/document.xml", &format!("<w:document><w:body>{inner}</w:body></w:document>"))])
}

#[test]
fn a_word_document_says_names_in_many_places() {
    for inner in [
        "<w:p><w:r><w:t xml:space='preserve'>Amara </w:t></w:r><w:del w:author='x'><w:r><w:delText>Okafor</w:delText></w:r></w:del></w:p>",
        "<w:p><w:moveFrom><w:r><w:t>Amara </w:t></w:r></w:moveFrom><w:r><w:t>Okafor</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>Amara </w:t></w:r><w:ins><w:r><w:t>Jones</w:t></w:r></w:ins><w:del><w:r><w:delText>Okafor</w:delText></w:r></w:del></w:p>",
        "<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr><w:r><w:t>A</w:t></w:r></w:p><w:p><w:r><w:t>mara Okafor won</w:t></w:r></w:p>",
        "<w:p><w:r><w:pict><v:shape><v:textpath string='Amara Okafor'/></v:shape></w:pict></w:r></w:p>",
        "<w:p><w:r><w:instrText>HYPERLINK \"x\" \\o \"Amara </w:instrText></w:r><w:r><w:instrText>Okafor\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>MACROBUTTON x Amara Okafor</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
        "<w:p><w:sdt><w:sdtPr><w:alias w:val='Amara Okafor'/></w:sdtPr></w:sdt></w:p>",
        "<w:p><w:r><w:fldChar><w:ffData><w:ddList><w:listEntry w:val='Amara Okafor'/></w:ddList></w:ffData></w:fldChar></w:r></w:p>",
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>Amara Okafor</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
        "<w:p><w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:p><w:r><w:t>Amara Okafor</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        "<!-- Amara Okafor -->",
    ] {
        let report = checked(&body(inner));
        assert!(names(&report), "{inner}: {report:?}");
    }
}

#[test]
fn every_part_of_a_package_is_read_whatever_its_name() {
    let hello = "<w:document><w:body><w:p><w:r><w:t>Hello</w:t></w:r></w:p></w:body></w:document>";
    for (name, content) in [
        (
            "word/header1.xml",
            "<w:hdr><w:p><w:r><w:pict><v:textpath string='Amara Okafor'/></w:pict></w:r></w:p></w:hdr>",
        ),
        ("word/charts/chart1.xml", "<c:chartSpace><c:pt><c:v>Amara Okafor</c:v></c:pt></c:chartSpace>"),
        (
            "word/diagrams/data1.xml",
            "<dgm:dataModel><a:p><a:r><a:t>Amara </a:t></a:r><a:r><a:t>Okafor</a:t></a:r></a:p></dgm:dataModel>",
        ),
        ("word/people.xml", "<w15:people><w15:person w15:author='Amara Okafor'/></w15:people>"),
        ("word/numbering.xml", "<w:numbering><w:lvlText w:val='Amara Okafor %1'/></w:numbering>"),
        ("customXml/item1.xml", "<pupil><first>Amara</first><last>Okafor</last></pupil>"),
        (
            "docProps/custom.xml",
            "<Properties><property name='x'><vt:lpwstr>Amara Okafor</vt:lpwstr></property></Properties>",
        ),
        ("word/Chunk.HTM", "<p>Amara <b>Okafor</b></p>"),
        ("word/notes.txt", "Amara Okafor"),
        ("word/media/amara-okafor.emf", "\u{1}\0\0\0"),
    ] {
        let report = checked(&docx(&[("word/document.xml", hello), (name, content)]));
        assert!(names(&report), "{name}: {report:?}");
    }
    let message = "MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nPHA+QW1hcmE8L3A+";
    let chunk = checked(&docx(&[("word/document.xml", hello), ("word/afchunk.mht", message)]));
    assert_eq!(chunk.verdict, Verdict::NotExamined);
    let folders = docx(&[("word/document.xml", hello), ("word/media/", "")]);
    assert_eq!(checked(&folders).verdict, Verdict::Clear);
    let rels = "<Relationships><Relationship Type='http://x/officeDocument' Target='/word/Main.xml'/></Relationships>";
    let elsewhere = docx(&[("_rels/.rels", rels), ("word/main.XML", hello)]);
    assert_eq!(checked(&elsewhere).verdict, Verdict::Clear);
    assert_eq!(checked(&docx(&[("_rels/.rels", rels), ("word/document.xml", hello)])).verdict, Verdict::NotExamined);
}

#[test]
fn a_package_that_programs_read_differently_is_not_clear() {
    let text =
        |words: &str| format!("<w:document><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>");
    // The writer refuses two entries of one name: the second is renamed in the bytes.
    let two = docx(&[("word/document.xml", &text("Hello")), ("word/documenu.xml", &text("Amara"))]);
    let two: Vec<u8> = {
        let mut bytes = two;
        let name = b"word/documenu.xml";
        while let Some(at) = bytes.windows(name.len()).position(|window| window == name) {
            bytes[at + 12] = b't';
        }
        bytes
    };
    assert_ne!(checked(&two).verdict, Verdict::Clear);
    let declared =
        "<!DOCTYPE x [<!ENTITY n \"Amara Okafor\">]><w:document><w:p><w:r><w:t>&n;</w:t></w:r></w:p></w:document>";
    let report = checked(&docx(&[("word/document.xml", declared)]));
    assert!(names(&report) && !report.not_examined.is_empty(), "{report:?}");
    // A second archive before the first: its entries are listed nowhere.
    let mut hidden = docx(&[("word/document.xml", &text("Amara Okafor"))]);
    let end = hidden.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    hidden.truncate(end);
    hidden.extend(docx(&[("word/document.xml", &text("Hello"))]));
    assert_ne!(checked(&hidden).verdict, Verdict::Clear);
}

fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let mut chunk = (body.len() as u32).to_be_bytes().to_vec();
    chunk.extend(kind);
    chunk.extend(body);
    chunk.extend([0; 4]);
    chunk
}

fn png(chunks: &[(&[u8; 4], &[u8])], behind: &[u8]) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    file.extend(chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
    for (kind, body) in chunks {
        file.extend(chunk(kind, body));
    }
    file.extend(chunk(b"IDAT", b"x"));
    file.extend(chunk(b"IEND", b""));
    file.extend(behind);
    file
}

/// A TIFF structure with one GPS entry of this type: its count and its value.
fn gps(tag: u8, kind: u8, count: u8, value: &[u8]) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0\x01\0".to_vec();
    tiff.extend([tag, 0, kind, 0, count, 0, 0, 0, 44, 0, 0, 0, 0, 0, 0, 0]);
    tiff.extend(value);
    tiff
}

#[test]
fn a_position_of_any_type_is_a_position() {
    let rational: Vec<u8> = [51_u32, 1, 30, 1, 0, 1].iter().flat_map(|n| n.to_le_bytes()).collect();
    for (tag, kind, count, value) in [
        (2, 5, 3, rational.clone()),
        (4, 10, 3, rational.clone()),
        (20, 10, 3, rational.clone()),
        (22, 5, 3, rational.clone()),
        (2, 2, 8, b"51.5072\0".to_vec()),
        (2, 12, 1, 51.5_f64.to_le_bytes().to_vec()),
    ] {
        let tiff = gps(tag, kind, count, &value);
        assert!(has(&checked(&png(&[(b"eXIf", &tiff)], b"")), Rule::PictureLocation), "tag {tag}, type {kind}");
        let hexadecimal: String = tiff.iter().map(|byte| format!("{byte:02x}")).collect();
        let profile = format!("Raw profile type exif\0\nexif\n{:8}\n{hexadecimal}\n", tiff.len());
        assert!(has(&checked(&png(&[(b"tEXt", profile.as_bytes())], b"")), Rule::PictureLocation));
    }
    let none = gps(2, 5, 3, &[0; 24]);
    assert!(!has(&checked(&png(&[(b"eXIf", &none)], b"")), Rule::PictureLocation));
    for text in ["exif:GPSLatitude\x0051/1, 30/1", "GPSLongitude\0-0.12"] {
        assert!(has(&checked(&png(&[(b"tEXt", text.as_bytes())], b"")), Rule::PictureLocation), "{text}");
    }
    let xmp =
        b"XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta><a drone:GpsLatitude='51.5' exif:GPSDestLongitude='1,2E'/></x:xmpmeta>";
    assert!(has(&checked(&png(&[(b"iTXt", xmp)], b"")), Rule::PictureLocation));
}

#[test]
fn what_stands_behind_a_pictures_end_is_said() {
    let cut = checked(&png(&[], &[0x5a; 231_000]));
    assert!(has(&cut, Rule::PictureHoldsMore));
    assert_eq!(cut.verdict, Verdict::Review);
    assert!(cut.findings.iter().any(|finding| finding.message == Message::PictureLeftBehind { bytes: 231_000 }));
    assert_eq!(checked(&png(&[], &[0; 4_000])).verdict, Verdict::Clear);
    assert_eq!(checked(&png(&[], b"made by a camera")).verdict, Verdict::Clear);
    let mut film = vec![1; 2_000];
    film.extend(b"\0\x20\xa9xyz\0\x12\x15\xc7+51.5072-000.1276/");
    assert!(has(&checked(&png(&[], &film)), Rule::PictureLocation));
    assert!(has(&checked(&png(&[], &samples::jpeg())), Rule::PictureLocation));
}

fn photograph(width: u16, height: u16, right_of: u16, thumbnail: Option<&[u8]>) -> Vec<u8> {
    let light = |x: u16, y: u16| (((x + right_of) / 40 * 67 + y / 30 * 41) % 251) as u8;
    let pixels: Vec<u8> = (0..height).flat_map(|y| (0..width).map(move |x| light(x, y))).collect();
    let mut file = Vec::new();
    jpeg_encoder::Encoder::new(&mut file, 90).encode(&pixels, width, height, jpeg_encoder::ColorType::Luma).unwrap();
    if let Some(thumbnail) = thumbnail {
        let mut tiff =
            b"Exif\0\0II*\0\x08\0\0\0\0\0\x0e\0\0\0\x02\0\x01\x02\x04\0\x01\0\0\0\x2c\0\0\0\x02\x02\x04\0\x01\0\0\0"
                .to_vec();
        tiff.extend((thumbnail.len() as u32).to_le_bytes());
        tiff.extend([0; 4]);
        tiff.extend(thumbnail);
        let mut segment = vec![0xff, 0xe1];
        segment.extend((tiff.len() as u16 + 2).to_be_bytes());
        segment.extend(tiff);
        file.splice(2..2, segment);
    }
    file
}

#[test]
fn a_small_picture_that_shows_more_is_said() {
    let whole = photograph(160, 120, 0, None);
    let same = checked(&photograph(160, 120, 0, Some(&whole)));
    assert!(!has(&same, Rule::PictureHoldsMore), "{same:?}");
    let narrower = checked(&photograph(90, 120, 0, Some(&whole)));
    assert!(has(&narrower, Rule::PictureHoldsMore), "{narrower:?}");
    let other = checked(&photograph(160, 120, 100, Some(&whole)));
    assert!(has(&other, Rule::PictureHoldsMore), "{other:?}");
}

#[test]
fn fields_of_any_vocabulary_may_name_a_pupil() {
    for packet in [
        "<crs:RawFileName>Amara Okafor.CR2</crs:RawFileName>",
        "<xmpMM:PreservedFileName>amara-okafor.jpg</xmpMM:PreservedFileName>",
        "<a GettyImagesGIFT:Personality='Amara Okafor'/>",
        "<digiKam:Something><rdf:Bag><rdf:li>Amara Okafor</rdf:li></rdf:Bag></digiKam:Something>",
    ] {
        let text = format!("XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta>{packet}</x:xmpmeta>");
        assert!(names(&checked(&png(&[(b"iTXt", text.as_bytes())], b""))), "{packet}");
    }
    for set in [20, 26, 27, 7, 22, 15] {
        let mut jpeg = vec![0xff, 0xd8, 0xff, 0xed];
        let body = [&b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x11\x1c\x02"[..], &[set, 0, 12], b"Amara Okafor"].concat();
        jpeg.extend((body.len() as u16 + 2).to_be_bytes());
        jpeg.extend(body);
        jpeg.extend([0xff, 0xda, 0, 2, 1, 0xff, 0xd9]);
        assert!(names(&checked(&jpeg)), "data set {set}");
    }
}

#[test]
fn the_safe_png_and_webp_stay_turned_as_they_are() {
    let profile = Profile::default();
    let checker = Checker::new(&profile, None);
    let tiff = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let turned = png(&[(b"eXIf", tiff), (b"tEXt", b"Author\0Amara Okafor")], b"");
    let mut webp = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x0c\0\0\0\0\0\0\0\0\0VP8 \x02\0\0\0xxEXIF".to_vec();
    webp.extend((tiff.len() as u32).to_le_bytes());
    webp.extend(tiff);
    let length = (webp.len() as u32 - 8).to_le_bytes();
    webp[4..8].copy_from_slice(&length);
    for picture in [turned, webp] {
        let clean = checker.clean(&Submission { bytes: &picture, ..Submission::default() }).unwrap();
        let kept = |needle: &[u8]| clean.bytes.windows(needle.len()).any(|window| window == needle);
        assert!(kept(b"\x01\x12\0\x03\0\0\0\x01\0\x06") && !kept(b"Amara"));
        assert_eq!(clean.remaining.verdict, Verdict::Clear);
    }
}
