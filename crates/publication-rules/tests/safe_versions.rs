//! Safe versions: what was named is gone, everything else is as it was.
#![allow(clippy::unwrap_used, reason = "the helpers of a test are part of it")]

#[allow(unreachable_pub, dead_code, reason = "shared with the hostile samples")]
mod samples;

use publication_rules::{BlindList, Checker, ListKey, NotClean, Profile, PupilForms, Rule, Submission, Verdict};
use samples::docx;
use school_types::PersonName;

fn cleaned(text: &str, content_type: &str, file_name: Option<&str>) -> (String, Option<String>, Verdict) {
    let list = BlindList::blind(&ListKey::new([2; 32]), &[PupilForms::new(&PersonName::new("Amara", "Okafor"))]);
    let profile = Profile {
        email_domains: vec!["elm.example.org".to_owned()],
        phones: vec!["01632 960100".to_owned()],
        ..Profile::default()
    };
    let checker = Checker::new(&profile, Some(&list));
    let clean =
        checker.clean(&Submission { bytes: text.as_bytes(), content_type: Some(content_type), file_name }).unwrap();
    (String::from_utf8(clean.bytes).unwrap(), clean.file_name, clean.remaining.verdict)
}

#[test]
fn a_text_keeps_first_names_and_the_schools_own_contacts() {
    let (text, _, verdict) =
        cleaned("Well done OKAFOR, Amara! Ring 07700 900123 or jo@example.com.", "text/plain", None);
    assert_eq!(text, "Well done Amara! Ring 01632 960100 or office@elm.example.org.");
    assert_eq!(verdict, Verdict::Clear);
}

#[test]
fn a_page_keeps_its_markup() {
    let page =
        "<p>Well done <b>Am&aacute;ra</b> <i>Okafor</i>!</p><a href=\"mailto:jo@example.com\">jo&#64;example.com</a>";
    let (text, _, verdict) = cleaned(page, "text/html", None);
    let expected =
        "<p>Well done <b>Amára</b><i></i>!</p><a href=\"mailto:office@elm.example.org\">office@elm.example.org</a>";
    assert_eq!(text, expected);
    assert_eq!(verdict, Verdict::Clear);
}

#[test]
fn a_file_named_after_a_pupil_gets_another_name() {
    let (_, name, verdict) = cleaned("A poem.", "text/plain", Some("amara-okafor.txt"));
    assert_eq!(name.as_deref(), Some("document.txt"));
    assert_eq!(verdict, Verdict::Clear);
}

/// A JPEG with an orientation, a comment, and a second picture behind its end.
fn phone_picture() -> Vec<u8> {
    let tiff = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\x01\x3b\0\x02\0\0\0\x0d\0\0\0\x26\0\0\0\0Amara Okafor\0";
    let mut file = vec![0xff, 0xd8];
    for (marker, body) in [(0xe0_u8, &b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"[..]), (0xe1, tiff), (0xfe, b"Amara Okafor")] {
        file.extend([0xff, marker]);
        file.extend((body.len() as u16 + 2).to_be_bytes());
        file.extend(body);
    }
    file.extend([0xff, 0xda, 0, 4, 1, 2, 3, 0xff, 0, 4, 0xff, 0xd9]);
    file.extend(b"\xff\xd8\xff\xe1\0\x40Exif\0\0<x:xmpmeta><a exif:GPSLatitude='51,3N'/></x:xmpmeta>".repeat(2));
    file
}

#[test]
fn a_picture_keeps_its_pixels_and_its_orientation_alone() {
    let list = BlindList::blind(&ListKey::new([2; 32]), &[PupilForms::new(&PersonName::new("Amara", "Okafor"))]);
    let profile = Profile::default();
    let checker = Checker::new(&profile, Some(&list));
    let bytes = phone_picture();
    let submission = Submission { bytes: &bytes, content_type: None, file_name: Some("Amara Okafor.jpg") };
    let found = checker.check(&submission).findings;
    for rule in [Rule::PictureLocation, Rule::PictureMetadataName, Rule::NameInFileName] {
        assert!(found.iter().any(|finding| finding.rule == rule), "{rule}: {found:?}");
    }
    let clean = checker.clean(&submission).unwrap();
    assert_eq!(clean.remaining.verdict, Verdict::Clear);
    assert_eq!(clean.file_name.as_deref(), Some("picture.jpg"));
    let has = |needle: &[u8]| clean.bytes.windows(needle.len()).any(|window| window == needle);
    assert!(!has(b"Amara") && !has(b"GPS"));
    assert!(has(b"\xff\xda\0\x04\x01\x02\x03\xff\0\x04\xff\xd9") && has(b"\x01\x12\0\x03\0\0\0\x01\0\x06"));
}

#[test]
fn no_safe_version_is_made_of_a_pdf() {
    let profile = Profile::default();
    let refused = Checker::new(&profile, None).clean(&Submission { bytes: b"%PDF-1.4", ..Submission::default() });
    assert_eq!(refused.unwrap_err(), NotClean::Pdf);
}

/// A Word document with everything that gives somebody away.
fn word_document() -> Vec<u8> {
    let body = "<w:document xmlns:w='w' xmlns:r='r'><w:body><w:p w:rsidR='00A1'><w:r><w:t xml:space='preserve'>Well done </w:t></w:r>\
        <w:r><w:rPr><w:b/></w:rPr><w:t>Am</w:t></w:r><w:r><w:t xml:space='preserve'>ara Okafor &amp; all</w:t></w:r>\
        <w:commentRangeStart w:id='1'/><w:del w:author='Amara Okafor'><w:r><w:delText>Okafor, Amara</w:delText></w:r></w:del>\
        <w:ins w:author='Amara Okafor'><w:r><w:t>!</w:t></w:r></w:ins><w:r><w:commentReference w:id='1'/></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Okafor</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Amara</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:trPr><w:del w:author='x'/></w:trPr><w:tc><w:p><w:r><w:t>Amara Okafor</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:r><w:drawing><wp:docPr id='1' name='amara-okafor.jpg' descr='Amara Okafor &quot;jumps&quot;'/></w:drawing></w:r></w:p>\
        <w:p><w:hyperlink r:id='rId2' w:tooltip='Amara Okafor'><w:r><w:t>jo@example.com</w:t></w:r></w:hyperlink></w:p></w:body></w:document>";
    let rels = "<Relationships><Relationship Id='rId1' Type='t/comments' Target='comments.xml'/>\
        <Relationship Id='rId2' Type='t/hyperlink' Target='mailto:jo@example.com' TargetMode='External'/></Relationships>";
    docx(&[
        (
            "[Content_Types].xml",
            "<Types><Default Extension='xml' ContentType='application/xml'/><Override PartName='/word/comments.xml' ContentType='c'/></Types>",
        ),
        ("word/document.xml", body),
        ("word/_rels/document.xml.rels", rels),
        (
            "word/comments.xml",
            "<w:comments><w:comment w:author='Amara Okafor'><w:p><w:r><w:t>Ring Amara Okafor</w:t></w:r></w:p></w:comment></w:comments>",
        ),
        (
            "word/settings.xml",
            "<w:settings><w:zoom w:percent='100'/><w:docVars><w:docVar w:name='x' w:val='Amara Okafor'/></w:docVars></w:settings>",
        ),
        (
            "docProps/core.xml",
            "<cp:coreProperties xmlns:cp='cp'><dc:creator>Amara Okafor</dc:creator></cp:coreProperties>",
        ),
        ("customXml/item1.xml", "<a>Amara Okafor</a>"),
    ])
}

fn entry(file: &[u8], name: &str) -> Option<String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let text = std::io::read_to_string(archive.by_name(name).ok()?).unwrap();
    Some(text)
}

#[test]
fn a_word_document_keeps_its_words_without_what_gives_somebody_away() {
    let list = BlindList::blind(&ListKey::new([2; 32]), &[PupilForms::new(&PersonName::new("Amara", "Okafor"))]);
    let profile = Profile { email_domains: vec!["elm.example.org".to_owned()], ..Profile::default() };
    let checker = Checker::new(&profile, Some(&list));
    let bytes = word_document();
    let submission = Submission { bytes: &bytes, ..Submission::default() };
    assert_eq!(checker.check(&submission).verdict, Verdict::Stop);
    let clean = checker.clean(&submission).unwrap();
    assert_eq!(clean.remaining.verdict, Verdict::Clear, "{:?}", clean.remaining);
    assert_eq!(clean.content_type, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    let body = entry(&clean.bytes, "word/document.xml").unwrap();
    for kept in [
        "Well done </w:t>",
        "<w:rPr><w:b/></w:rPr><w:t>Amara</w:t>",
        " &amp; all",
        "<w:r><w:t>!</w:t></w:r>",
        "office@elm.example.org",
        "&quot;jumps&quot;",
    ] {
        assert!(body.contains(kept), "{kept}: {body}");
    }
    for gone in ["Okafor", "rsid", "w:del", "w:ins", "comment", "amara"] {
        assert!(!body.contains(gone), "{gone}: {body}");
    }
    for part in ["word/comments.xml", "customXml/item1.xml"] {
        assert_eq!(entry(&clean.bytes, part), None);
    }
    let rels = entry(&clean.bytes, "word/_rels/document.xml.rels").unwrap();
    assert!(!rels.contains("comments") && rels.contains("mailto:office@elm.example.org"), "{rels}");
    assert!(!entry(&clean.bytes, "[Content_Types].xml").unwrap().contains("comments"));
    assert!(entry(&clean.bytes, "word/settings.xml").unwrap().contains("w:zoom"));
    assert!(!entry(&clean.bytes, "docProps/core.xml").unwrap().contains("Okafor"));
}
