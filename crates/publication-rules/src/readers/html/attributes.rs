//! Attributes that hold words, names of files or addresses.

use percent_encoding::percent_decode_str;

use super::{reader::Gathered, tokens::Attribute};
use crate::document::{Kind, Origin, Run};

/// Whether an attribute's value is a file's bytes and not its address.
pub(super) fn is_data(source: &str, attribute: &Attribute) -> bool {
    let value = source.get(attribute.start..attribute.end).unwrap_or_default().trim_start();
    value.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
}

/// What an attribute holds.
enum Holds {
    /// Words for people.
    Words(Kind),
    /// The address of something linked.
    Link,
    /// The address of something shown.
    Source,
    /// The addresses of one picture in several sizes.
    Sources,
    /// An address that a protection service hides.
    Protected,
}

/// What an attribute of an element holds that is to be examined; `machine` where a `meta` is not for people.
fn holds(attribute: &str, element: &str, machine: bool) -> Option<Holds> {
    Some(match (attribute, element) {
        ("alt", _) => Holds::Words(Kind::Alt),
        ("title" | "aria-label" | "aria-description" | "data-caption" | "data-title", _) => Holds::Words(Kind::Title),
        ("content", "meta") if !machine => Holds::Words(Kind::Meta),
        ("value" | "placeholder" | "label" | "summary" | "abbr", _) => Holds::Words(Kind::Meta),
        ("href", "a" | "area" | "link") | ("action", "form") | ("cite" | "data-href", _) => Holds::Link,
        ("src" | "data-src" | "poster" | "data" | "longdesc" | "background", _)
        | ("href" | "xlink:href", "image" | "use") => Holds::Source,
        ("srcset" | "data-srcset", _) => Holds::Sources,
        ("data-cfemail", _) => Holds::Protected,
        _ => return None,
    })
}

/// Hands on the runs of one tag's attributes; `beside` when the element is a picture or stands in a figure.
pub(super) fn runs(
    source: &str,
    element: &str,
    attributes: &[Attribute],
    beside: bool,
    hand_on: &mut dyn FnMut(Run<'_>),
) {
    let machine = element == "meta"
        && attributes.iter().any(|attribute| {
            matches!(attribute.name.as_str(), "name" | "property" | "http-equiv")
                && source.get(attribute.start..attribute.end).is_some_and(|value| MACHINE.contains(&value))
        });
    for attribute in attributes {
        let Some(holds) = holds(&attribute.name, element, machine) else { continue };
        if matches!(holds, Holds::Link | Holds::Source) && is_data(source, attribute) {
            continue;
        }
        let mut value = Gathered { in_attribute: true, ..Gathered::default() };
        value.append(source, attribute.start, attribute.end, true, true);
        if value.text.trim().is_empty() {
            continue;
        }
        match holds {
            Holds::Words(Kind::Meta) => hand_on(run(Kind::Meta, value, false)),
            Holds::Words(kind) => hand_on(run(kind, value, beside)),
            Holds::Link => address(attribute, value, false, hand_on),
            Holds::Source => address(attribute, value, beside, hand_on),
            Holds::Sources => {
                if let Some(first) = value.text.split([',', ' ']).find(|piece| !piece.is_empty()) {
                    file_name(first, attribute.start, beside).into_iter().for_each(&mut *hand_on);
                }
            }
            Holds::Protected => protected(value.text.trim(), attribute.start).into_iter().for_each(&mut *hand_on),
        }
    }
}

/// What a `meta` is called whose content is for machines.
const MACHINE: [&str; 8] =
    ["viewport", "charset", "content-type", "generator", "theme-color", "robots", "refresh", "csrf-token"];

fn run<'a>(kind: Kind, value: Gathered, beside: bool) -> Run<'a> {
    let mut run = Run::new(kind, value.text, Origin::Pieces(value.pieces));
    run.by_picture = beside;
    run.encoded = value.encoded;
    run
}

fn address(attribute: &Attribute, value: Gathered, beside: bool, hand_on: &mut dyn FnMut(Run<'_>)) {
    if let Some(code) = value.text.split("/cdn-cgi/l/email-protection#").nth(1) {
        protected(code, attribute.start).into_iter().for_each(&mut *hand_on);
    }
    if !value.text.starts_with("mailto:") && !value.text.starts_with("javascript:") {
        file_name(&value.text, attribute.start, beside).into_iter().for_each(&mut *hand_on);
    }
    hand_on(run(Kind::LinkAddress, value, false));
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
