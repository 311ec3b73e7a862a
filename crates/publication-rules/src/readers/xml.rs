//! XML of any kind, for what a file says beside its own words: every text and every value.

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use crate::{finding::Why, limits::Limits};

/// Something an XML file says.
pub(crate) enum Said<'t> {
    /// Character data of an element.
    Text(&'t str),
    /// A value of an attribute.
    Value(&'t str),
    /// A comment, instruction or document type.
    Aside(&'t str),
}

/// Tells everything a file says, in order.
///
/// # Errors
/// [`Why::TooDeep`] beyond the limit, [`Why::Damaged`] where it is no XML or refers to what is not there.
pub(crate) fn tell(text: &str, limits: &Limits, mut each: impl FnMut(Said<'_>)) -> Result<(), Why> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let (mut depth, mut held, mut whole) = (0_usize, String::new(), Ok(()));
    loop {
        let event = reader.read_event();
        if !matches!(event, Ok(Event::Text(_) | Event::CData(_) | Event::GeneralRef(_))) && !held.is_empty() {
            each(Said::Text(&held));
            held.clear();
        }
        match event {
            Ok(Event::Start(start)) => {
                depth += 1;
                if depth > limits.depth {
                    return Err(Why::TooDeep);
                }
                values(&start, &mut each);
            }
            Ok(Event::Empty(start)) => values(&start, &mut each),
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::Text(piece)) => held.push_str(&piece.decode().unwrap_or_default()),
            Ok(Event::CData(piece)) => held.push_str(&String::from_utf8_lossy(&piece)),
            Ok(Event::GeneralRef(reference)) => match super::docx::resolved(&reference) {
                Some(text) => held.push_str(&text),
                None => whole = Err(Why::Damaged),
            },
            Ok(Event::Comment(aside)) => each(Said::Aside(&String::from_utf8_lossy(&aside))),
            Ok(Event::PI(aside)) => each(Said::Aside(&String::from_utf8_lossy(&aside))),
            Ok(Event::DocType(aside)) => each(Said::Aside(&String::from_utf8_lossy(&aside))),
            Ok(Event::Decl(_)) => {}
            Ok(Event::Eof) => return whole,
            Err(_) => return Err(Why::Damaged),
        }
    }
}

fn values(start: &BytesStart<'_>, each: &mut impl FnMut(Said<'_>)) {
    for attribute in start.attributes().with_checks(false).flatten() {
        let name = attribute.key.as_ref();
        if !name.starts_with(b"xmlns") {
            let value = super::docx::unescaped(&String::from_utf8_lossy(&attribute.value));
            each(Said::Value(&value));
        }
    }
}
