//! Attributes that hold words, names of files or addresses.

use percent_encoding::percent_decode_str;

use super::{reader::Gathered, tokens::Attribute};
use crate::document::{Kind, Origin, Run};

/// The runs of one tag's attributes; `beside` when the element is a picture or stands in a figure.
pub(super) fn runs<'a>(source: &str, element: &str, attributes: &[Attribute], beside: bool) -> Vec<Run<'a>> {
    let mut runs = Vec::new();
    let machine = attributes.iter().any(|attribute| {
        matches!(attribute.name.as_str(), "name" | "property" | "http-equiv")
            && source.get(attribute.start..attribute.end).is_some_and(|value| {
                ["viewport", "charset", "content-type", "generator", "theme-color", "robots", "refresh", "csrf-token"]
                    .contains(&value)
            })
    });
    for attribute in attributes {
        let mut value = Gathered { in_attribute: true, ..Gathered::default() };
        value.append(source, attribute.start, attribute.end, true, true);
        if value.text.trim().is_empty() {
            continue;
        }
        match (attribute.name.as_str(), element) {
            ("alt", _) => runs.push(run(Kind::Alt, value, beside)),
            ("title" | "aria-label" | "aria-description" | "data-caption" | "data-title", _) => {
                runs.push(run(Kind::Title, value, beside));
            }
            ("content", "meta") if !machine => runs.push(run(Kind::Meta, value, false)),
            ("value" | "placeholder" | "label" | "summary" | "abbr", _) => runs.push(run(Kind::Meta, value, false)),
            ("href", "a" | "area" | "link") | ("action", "form") | ("cite" | "data-href", _) => {
                address(&mut runs, attribute, value, false)
            }
            ("src" | "data-src" | "poster" | "data" | "longdesc" | "background", _)
            | ("href" | "xlink:href", "image" | "use") => {
                address(&mut runs, attribute, value, beside);
            }
            ("srcset" | "data-srcset", _) => {
                if let Some(first) = value.text.split([',', ' ']).find(|piece| !piece.is_empty()) {
                    runs.extend(file_name(first, attribute.start, beside));
                }
            }
            ("data-cfemail", _) => runs.extend(protected(value.text.trim(), attribute.start)),
            _ => {}
        }
    }
    runs
}

fn run<'a>(kind: Kind, value: Gathered, beside: bool) -> Run<'a> {
    let mut run = Run::new(kind, value.text, Origin::Pieces(value.pieces));
    run.by_picture = beside;
    run.encoded = value.encoded;
    run
}

fn address<'a>(runs: &mut Vec<Run<'a>>, attribute: &Attribute, value: Gathered, beside: bool) {
    if let Some(code) = value.text.split("/cdn-cgi/l/email-protection#").nth(1) {
        runs.extend(protected(code, attribute.start));
    }
    if !value.text.starts_with("data:") && !value.text.starts_with("mailto:") && !value.text.starts_with("javascript:")
    {
        runs.extend(file_name(&value.text, attribute.start, beside));
    }
    if !value.text.starts_with("data:") {
        runs.push(run(Kind::LinkAddress, value, false));
    }
}

/// The last step of a path, percent signs resolved, when it is the name of a file.
fn file_name<'a>(address: &str, at: usize, beside: bool) -> Option<Run<'a>> {
    let path = address.split(['?', '#']).next()?;
    let (before, last) = path.rsplit_once('/').map_or(("", path), |(before, last)| (before, last));
    let (_, ending) = last.rsplit_once('.')?;
    let is_file = (2..=5).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric());
    if !is_file || before.is_empty() && path.contains(':') || before.ends_with('/') {
        return None;
    }
    let offset = address.find(last).unwrap_or(0);
    let decoded = percent_decode_str(last).decode_utf8_lossy().into_owned();
    let mut run = Run::new(Kind::FileName, decoded, Origin::Pieces(vec![(0, (at + offset) as u32)]));
    run.by_picture = beside;
    run.encoded = last.contains('%');
    Some(run)
}

/// An address that a well-known protection service hides: hexadecimal, the first byte the key of the others.
fn protected<'a>(code: &str, at: usize) -> Option<Run<'a>> {
    let bytes = data_encoding::HEXLOWER_PERMISSIVE.decode(code.as_bytes()).ok()?;
    let (key, rest) = bytes.split_first()?;
    let text = String::from_utf8(rest.iter().map(|byte| byte ^ key).collect()).ok()?;
    let mut run = Run::new(Kind::Meta, text, Origin::Pieces(vec![(0, at as u32)]));
    run.encoded = true;
    Some(run)
}
