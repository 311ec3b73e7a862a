//! One small file of every kind the checker reads, with something to find in each.

use std::io::{Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

/// A page with a name, contacts, a picture, a comment and a script.
pub const PAGE: &[u8] = "<!doctype html><title>News</title><p>Well done <b>Amara</b> Okafor, 07700 900123, a&commat;example.org</p>\
<figure><img src='/a/amara-okafor.jpg' alt='Amara Okafor'><figcaption>Zo&euml;</figcaption></figure><!-- x --><script>'a'+'@'+'b.org'</script>\
<table><tr><td>Okafor<td>Amara</table><textarea>y</textarea>".as_bytes();

/// A Word document of these files.
pub fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A Word document with a paragraph, a table and a header.
pub fn sample_docx() -> Vec<u8> {
    let body = r#"<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Amara</w:t></w:r><w:r><w:t xml:space="preserve"> Okafor</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Okafor</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Amara</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        </w:body></w:document>"#;
    docx(&[
        ("word/document.xml", body),
        ("word/header1.xml", "<w:hdr><w:p><w:r><w:t>07700 900123</w:t></w:r></w:p></w:hdr>"),
    ])
}

/// A PDF of one page with this content, a font, and a form that draws itself.
pub fn pdf(content: &str) -> Vec<u8> {
    format!(
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
         3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>> endobj\n\
         4 0 obj <</Length {}>> stream\n{content}\nendstream endobj\n\
         5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n\
         6 0 obj <</Subtype/Form/Resources<</XObject<</X 6 0 R>>>>/Length 4>> stream\n/X Do\nendstream endobj\n\
         trailer <</Root 1 0 R>>\n%%EOF",
        content.len()
    )
    .into_bytes()
}

/// A JPEG with EXIF, XMP, a comment and IPTC.
pub fn jpeg() -> Vec<u8> {
    let mut tiff = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0".to_vec();
    // A GPS directory of latitude and longitude.
    tiff.extend(b"\x02\0\x02\0\x05\0\x03\0\0\0\x38\0\0\0\x04\0\x05\0\x03\0\0\0\x50\0\0\0\0\0\0\0");
    for number in [51_u32, 1, 30, 1, 0, 0, 1, 1, 2, 1, 3, 1] {
        tiff.extend(number.to_le_bytes());
    }
    let mut file = vec![0xff, 0xd8];
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:RDF><rdf:Description><Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Amara Okafor</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage></rdf:Description></rdf:RDF></x:xmpmeta>";
    for (marker, body) in [
        (0xe1_u8, tiff.as_slice()),
        (0xe1, xmp),
        (0xfe, b"by Amara Okafor"),
        (0xed, b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x12\x1c\x02\x5a\0\x06Elmton"),
    ] {
        file.extend([0xff, marker]);
        file.extend((body.len() as u16 + 2).to_be_bytes());
        file.extend(body);
    }
    file.extend([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0, 4, 0xff, 0xd9]);
    file
}

/// A PNG with texts.
pub fn png() -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, body) in [
        (b"IHDR", &b"0123456789abc"[..]),
        (b"tEXt", b"Author\0Amara Okafor"),
        (b"zTXt", b"Comment\0\0\x78\x9c\x03\0"),
        (b"IDAT", b"x"),
        (b"IEND", b""),
    ] {
        file.extend((body.len() as u32).to_be_bytes());
        file.extend(kind);
        file.extend(body);
        file.extend([0; 4]);
    }
    file
}

/// A WebP with XMP.
pub fn webp() -> Vec<u8> {
    let mut file = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x0c\0\0\0\0\0\0\0\0\0XMP \x30\0\0\0".to_vec();
    file.extend(b"<x:xmpmeta><a exif:GPSLatitude=\"51,3N\"/></x:xmpme");
    let length = (file.len() as u32 - 8).to_le_bytes();
    file[4..8].copy_from_slice(&length);
    file
}

/// One of every kind.
pub fn samples() -> Vec<Vec<u8>> {
    vec![
        PAGE.to_vec(),
        sample_docx(),
        pdf("BT /F 12 Tf (Amara Okafor) Tj 0 -14 Td [(07700) -300 (900123)] TJ ET"),
        jpeg(),
        png(),
        webp(),
        b"\0\0\0\x18ftypheic\0\0\0\0heicmif1\0\0\0\x10meta\0\0\0\0iinf".to_vec(),
        "Okafor, Amara\tjane at example dot org\u{200b} AB1 2DE (01632) 960 123 Zo\u{308}e".as_bytes().to_vec(),
    ]
}
