//! Forms with files in them: `multipart/form-data` (RFC 7578), read from a body that is in memory already.
//!
//! Of our own, because the crates for it read streams, and bring an executor's parts or every character set of the world.

use std::fmt;

use bytes::Bytes;
use http::header;

use crate::{Fields, Limits, Refusal, Request};

/// More parts than any form of ours has.
const MOST_PARTS: usize = 40;
/// A part's own headers are three lines.
const LONGEST_HEAD: usize = 2_000;
/// RFC 2046 section 5.1.1.
const LONGEST_BOUNDARY: usize = 70;

/// A form that may carry files.
///
/// `Debug` shows nothing of what was sent.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Multipart {
    /// What was typed and chosen.
    pub fields: Fields,
    /// The files, in order. A form whose file was not chosen sends one without a name and without a byte.
    pub files: Vec<File>,
}

/// A file of a form. What it was called where it came from is not kept: nothing may depend on it.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// The field it was chosen for.
    pub field: String,
    /// Its bytes.
    pub content: Bytes,
}

impl Multipart {
    /// The first file chosen for `field` that holds anything.
    pub fn file(&self, field: &str) -> Option<&Bytes> {
        self.files.iter().find(|file| file.field == field && !file.content.is_empty()).map(|file| &file.content)
    }
}

impl Request {
    /// Reads the body as a form that may carry files. `limits` bounds its fields as in [`Fields::parse`]; the files are
    /// bounded by what was read of the body.
    ///
    /// # Errors
    ///
    /// [`Refusal::UnsupportedContentType`] unless it is `multipart/form-data`, [`Refusal::BadForm`] when it is not well formed
    /// or beyond the limits, or a field is not UTF-8, and as [`Request::body`].
    pub fn multipart(&self, limits: &Limits) -> Result<Multipart, Refusal> {
        let kind = self.header(&header::CONTENT_TYPE).ok_or(Refusal::UnsupportedContentType)?;
        let boundary = boundary(kind).ok_or(Refusal::UnsupportedContentType)?;
        parse(self.body()?, boundary, limits).ok_or(Refusal::BadForm)
    }
}

/// The boundary that a `Content-Type` of `multipart/form-data` names.
fn boundary(kind: &str) -> Option<&str> {
    let (kind, parameters) = kind.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = parameters.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("boundary").then_some(value.trim().trim_matches('"'))
    })?;
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || b"'()+_,-./:=? ".contains(&byte);
    ((1..=LONGEST_BOUNDARY).contains(&boundary.len()) && boundary.bytes().all(sound)).then_some(boundary)
}

fn parse(body: &Bytes, boundary: &str, limits: &Limits) -> Option<Multipart> {
    let delimiter = format!("\r\n--{boundary}").into_bytes();
    // The first delimiter may stand at the very beginning, without a line end before it.
    let mut at = match body.starts_with(&delimiter[2..]) {
        true => delimiter.len() - 2,
        false => find(body, &delimiter, 0)? + delimiter.len(),
    };
    let mut form = Multipart::default();
    let mut fields = Vec::new();
    for _ in 0..MOST_PARTS {
        let rest = &body[at..];
        if rest.starts_with(b"--") {
            form.fields = fields.into_iter().collect();
            return Some(form);
        }
        let padding = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        if !rest[padding..].starts_with(b"\r\n") {
            return None;
        }
        let head = at + padding;
        let head_end = find(&body[..body.len().min(head + LONGEST_HEAD)], b"\r\n\r\n", head)?;
        let (name, is_file) = disposition(std::str::from_utf8(&body[head..head_end]).ok()?)?;
        // A part without content ends where its head does: the line end belongs to both.
        let content = head_end + 4;
        let end = find(body, &delimiter, head_end + 2)?;
        let value = body.slice(content.min(end)..end);
        at = end + delimiter.len();
        if name.len() > limits.name || fields.len() + form.files.len() == limits.count {
            return None;
        }
        if is_file {
            form.files.push(File { field: name, content: value });
        } else {
            let text = std::str::from_utf8(&value).ok()?;
            if text.len() > limits.value || text.contains('\0') {
                return None;
            }
            fields.push((name, text.to_owned()));
        }
    }
    None
}

/// Where `wanted`, which begins with a carriage return, next stands in `bytes`.
fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == b'\r')?;
        if bytes[at..].starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}

/// The field a part's head names, and whether it is a file.
fn disposition(head: &str) -> Option<(String, bool)> {
    let line = head.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("content-disposition").then_some(value)
    })?;
    let mut rest = line.trim().strip_prefix("form-data")?.trim_start();
    let (mut field, mut is_file) = (None, false);
    while let Some(parameter) = rest.strip_prefix(';') {
        let (name, after) = parameter.split_once('=')?;
        let (value, after) = match after.strip_prefix('"') {
            // Browsers write a quotation mark in a name as %22 (HTML standard, section 4.10.21.8), so the next one ends it.
            Some(quoted) => quoted.split_once('"')?,
            None => after.split_at(after.find(';').unwrap_or(after.len())),
        };
        match name.trim().to_ascii_lowercase().as_str() {
            "name" if field.is_none() => field = Some(value.trim().to_owned()),
            "name" => return None,
            "filename" | "filename*" => is_file = true,
            _ => {}
        }
        rest = after.trim_start();
    }
    rest.is_empty().then_some((field?, is_file))
}

impl fmt::Debug for Multipart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Multipart({:?}, {} files redacted)", self.fields, self.files.len())
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "File({} bytes redacted)", self.content.len())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::test::post;

    const KIND: &str = "multipart/form-data; boundary=----WebKitFormBoundaryx1";
    const LIMITS: Limits = Limits { count: 5, name: 20, value: 100 };

    fn sent(parts: &[(&str, &str)]) -> String {
        let parts = parts.iter().map(|(head, value)| {
            format!("------WebKitFormBoundaryx1\r\nContent-Disposition: form-data; {head}\r\n\r\n{value}\r\n")
        });
        parts.collect::<String>() + "------WebKitFormBoundaryx1--\r\n"
    }

    fn read(body: &str) -> Result<Multipart, Refusal> {
        post("/x", KIND, body).multipart(&LIMITS)
    }

    #[test]
    fn a_browsers_form_is_read_with_its_file() {
        let file = "id;name\r\n1;Siân \"x\"\r\n--\r\n";
        let head = "name=\"list\"; filename=\"class; %22b%22.csv\"\r\nContent-Type: text/csv";
        let form = read(&sent(&[("name=\"token\"", "abc"), ("name=whole", ""), (head, file)])).unwrap();
        assert_eq!((form.fields.first("token"), form.fields.first("whole")), ("abc", ""));
        assert_eq!(form.file("list").unwrap(), file.as_bytes());
        assert_eq!(form.file("other"), None);
    }

    #[test]
    fn a_file_that_was_not_chosen_is_none() {
        let head = "name=\"list\"; filename=\"\"\r\nContent-Type: application/octet-stream";
        let form = read(&sent(&[(head, "")])).unwrap();
        assert_eq!((form.files.len(), form.file("list")), (1, None));
    }

    #[test]
    fn a_file_of_any_bytes_comes_through_as_it_is() {
        let mut body = b"--b\r\nContent-Disposition: form-data; name=f; filename=x\r\n\r\n".to_vec();
        let bytes: Vec<u8> = (0..=255).chain(*b"\r\n--\r\r\n-b").collect();
        body.extend(&bytes);
        body.extend(b"\r\n--b--");
        let form = parse(&Bytes::from(body), "b", &LIMITS).unwrap();
        assert_eq!(form.files[0].content, bytes);
    }

    #[test]
    fn what_is_not_well_formed_or_beyond_the_limits_is_refused() {
        let whole = sent(&[("name=\"a\"", "1")]);
        assert!(read(&whole).is_ok());
        for cut in 0..whole.len() - 4 {
            assert_eq!(read(&whole[..cut]), Err(Refusal::BadForm), "cut at {cut}");
        }
        for head in ["filename=x", "name=a; name=b", "name=\"a", "name", "name=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"] {
            assert_eq!(read(&sent(&[(head, "1")])), Err(Refusal::BadForm), "{head}");
        }
        assert_eq!(read(&sent(&[("name=a", &"x".repeat(101))])), Err(Refusal::BadForm));
        assert_eq!(read(&sent(&[("name=a", "\0")])), Err(Refusal::BadForm));
        assert_eq!(read(&sent(&[("name=a", "1"); 6])), Err(Refusal::BadForm));
        let long = format!("name=a\r\nX: {}", "x".repeat(3_000));
        assert_eq!(read(&sent(&[(&long, "1")])), Err(Refusal::BadForm));
    }

    #[test]
    fn only_its_own_content_type_is_read() {
        for kind in [
            "",
            "multipart/form-data",
            "multipart/mixed; boundary=x",
            "application/x-www-form-urlencoded; boundary=x",
            "multipart/form-data; boundary=\"\"",
            "multipart/form-data; boundary=a*b",
        ] {
            let refused = post("/x", kind, "--x--").multipart(&LIMITS);
            assert_eq!(refused, Err(Refusal::UnsupportedContentType), "{kind}");
        }
        assert!(post("/x", "Multipart/Form-Data; charset=utf-8; Boundary=\"x\"", "--x--").multipart(&LIMITS).is_ok());
    }

    #[test]
    fn debug_shows_nothing_of_what_was_sent() {
        let form = read(&sent(&[("name=planted", "planted"), ("name=planted; filename=planted", "planted")])).unwrap();
        assert!(!format!("{form:?} {:?}", form.files).contains("planted"));
    }

    proptest! {
        #[test]
        fn no_body_panics(body in "(--b|--|\r|\n|\r\n\r\n|Content-Disposition: form-data; |name=|;|\"|[a-b]){0,40}") {
            let _ = parse(&Bytes::from(body.into_bytes()), "b", &LIMITS);
        }
    }
}
