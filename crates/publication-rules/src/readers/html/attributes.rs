//! Attributes that hold words, names of files or addresses.

use percent_encoding::percent_decode_str;

use super::{gathered::Gathered, tokens::Attribute};
use crate::document::{Kind, Origin, Run};

/// Whether an attribute's value is a file's bytes and not its address.
pub(super) fn is_data(source: &str, attribute: &Attribute<'_>) -> bool {
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
    /// The name that a file is saved under.
    File,
    /// A name within the page, which links lead to.
    Anchor,
    /// An address that a protection service hides.
    Protected,
    /// Something of a program's: an address, a state, or words after all.
    Unknown,
}

/// What an attribute of an element holds that is to be examined; `machine` where a `meta` is not for people.
fn holds(attribute: &str, element: &str, machine: bool) -> Option<Holds> {
    Some(match (attribute, element) {
        ("alt", _) => Holds::Words(Kind::Alt),
        (
            "title"
            | "aria-label"
            | "aria-description"
            | "aria-roledescription"
            | "aria-valuetext"
            | "aria-placeholder"
            | "data-caption"
            | "data-title"
            | "data-alt"
            | "data-image-title"
            | "data-image-caption"
            | "data-image-description"
            | "data-description",
            _,
        ) => Holds::Words(Kind::Title),
        ("content", "meta") if !machine => Holds::Words(Kind::Meta),
        ("value" | "placeholder" | "label" | "summary" | "abbr", _) => Holds::Words(Kind::Meta),
        ("href", "a" | "area" | "link") | ("action", "form") | ("cite" | "data-href", _) => Holds::Link,
        ("src" | "data-src" | "poster" | "data" | "longdesc" | "background", _)
        | ("href" | "xlink:href", "image" | "use") => Holds::Source,
        ("srcset" | "data-srcset" | "imagesrcset", _) => Holds::Sources,
        ("download", _) => Holds::File,
        ("id" | "name", _) if element != "meta" => Holds::Anchor,
        ("data-cfemail", _) => Holds::Protected,
        _ if is_technical(attribute) => return None,
        _ => Holds::Unknown,
    })
}

/// Attributes that say how something looks or behaves, and those that are read in another place.
#[rustfmt::skip]
fn is_technical(attribute: &str) -> bool {
    matches!(
        attribute,
        "class" | "id" | "name" | "style" | "srcdoc" | "type" | "rel" | "width" | "height" | "lang" | "xml:lang" | "dir" | "role"
        | "target" | "method" | "charset" | "d" | "points" | "viewbox" | "transform" | "fill" | "stroke" | "xmlns"
        | "integrity" | "nonce" | "sizes" | "media" | "tabindex" | "colspan" | "rowspan" | "async" | "defer"
        | "crossorigin" | "loading" | "decoding" | "fetchpriority" | "property" | "http-equiv" | "content" | "for"
        | "align" | "valign" | "border" | "cellpadding" | "cellspacing" | "bgcolor" | "color" | "autocomplete"
        | "enctype" | "accept" | "pattern" | "step" | "min" | "max" | "maxlength" | "rows" | "cols" | "hreflang"
        | "referrerpolicy" | "sandbox" | "allow" | "itemprop" | "itemtype" | "itemscope" | "scope" | "headers"
    )
}

/// Hands on the runs of one tag's attributes; `beside` when the element is a picture or stands in a figure.
pub(super) fn runs(
    source: &str,
    element: &str,
    attributes: &[Attribute<'_>],
    beside: bool,
    hand_on: &mut dyn FnMut(Run<'_>),
) {
    let machine = element == "meta"
        && attributes.iter().any(|attribute| {
            matches!(attribute.name.as_ref(), "name" | "property" | "http-equiv")
                && source.get(attribute.start..attribute.end).is_some_and(|value| MACHINE.contains(&value))
        });
    for attribute in attributes {
        let Some(holds) = holds(&attribute.name, element, machine) else { continue };
        if is_data(source, attribute) {
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
                let mut last = "";
                for piece in value.text.split(|c: char| c == ',' || c.is_whitespace()).filter(|piece| !piece.is_empty())
                {
                    // The sizes of one picture often have one name.
                    let run = file_name(piece, attribute.start + offset_in(&value.text, piece), beside);
                    if let Some(run) = run.filter(|_| piece != last) {
                        hand_on(run);
                        last = piece;
                    }
                }
            }
            Holds::File => hand_on(Run { kind: Kind::FileName, ..run(Kind::FileName, value, beside) }),
            Holds::Anchor => {
                if value.text.len() > SHORTEST {
                    hand_on(Run { kind: Kind::LinkAddress, text: format!("#{}", value.text).into(), ..anchor(value) });
                }
            }
            Holds::Unknown => unknown(attribute, value, beside, hand_on),
            Holds::Protected => protected(value.text.trim(), attribute.start).into_iter().for_each(&mut *hand_on),
        }
    }
}

/// No full name is shorter.
const SHORTEST: usize = 4;

/// Where a part of a text starts in it.
fn offset_in(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

/// The place of a name within the page, its mark in front counted in.
fn anchor(value: Gathered) -> Run<'static> {
    let pieces = value.pieces.iter().map(|(text, source)| (if *text == 0 { 0 } else { text + 1 }, *source)).collect();
    Run::new(Kind::LinkAddress, String::new(), Origin::Pieces(pieces))
}

/// What a program keeps in an attribute: an address, or something that may hold a name among other things.
fn unknown(attribute: &Attribute<'_>, value: Gathered, beside: bool, hand_on: &mut dyn FnMut(Run<'_>)) {
    let text = value.text.trim();
    if text.len() <= SHORTEST || !text.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return;
    }
    let spaced = text.contains(char::is_whitespace);
    if !spaced && (text.starts_with("http") || text.starts_with('/') || text.contains('/') || is_file_name(text)) {
        file_name(&value.text, attribute.start, beside).into_iter().for_each(&mut *hand_on);
        hand_on(run(Kind::LinkAddress, value, false));
    } else {
        hand_on(run(Kind::Script, value, false));
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

fn address(attribute: &Attribute<'_>, value: Gathered, beside: bool, hand_on: &mut dyn FnMut(Run<'_>)) {
    let hidden = memchr::memchr(b'#', value.text.as_bytes())
        .and_then(|_| value.text.split("/cdn-cgi/l/email-protection#").nth(1));
    if let Some(code) = hidden {
        protected(code, attribute.start).into_iter().for_each(&mut *hand_on);
    }
    if !value.text.starts_with("mailto:") && !value.text.starts_with("javascript:") {
        file_name(&value.text, attribute.start, beside).into_iter().for_each(&mut *hand_on);
    }
    hand_on(run(Kind::LinkAddress, value, false));
}

/// Whether the last step of a path is the name of a file.
pub(crate) fn is_file_name(step: &str) -> bool {
    step.rsplit_once('.')
        .is_some_and(|(_, ending)| (2..=5).contains(&ending.len()) && ending.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// The last step of a path, percent signs resolved, when it is the name of a file.
pub(super) fn file_name<'a>(address: &str, at: usize, beside: bool) -> Option<Run<'a>> {
    let path = address.split(['?', '#']).next()?;
    let (before, last) = path.rsplit_once('/').map_or(("", path), |(before, last)| (before, last));
    if !is_file_name(last) || before.is_empty() && path.contains(':') || before.ends_with('/') {
        return None;
    }
    let decoded = percent_decode_str(last).decode_utf8_lossy().into_owned();
    let mut run = Run::new(Kind::FileName, decoded, Origin::Pieces(vec![(0, (at + path.len() - last.len()) as u32)]));
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
