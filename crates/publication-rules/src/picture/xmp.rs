//! XMP: positions, people and places, wherever the packet stands.

use quick_xml::{Reader, events::Event};

use super::{FieldRole, Metadata};
use crate::{limits::Limits, message::MetadataSource};

/// The packets in bytes of any kind.
pub(super) fn packets(bytes: &[u8]) -> Vec<&[u8]> {
    let mut packets = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memmem::find(rest, b"<x:xmpmeta")) {
        let start = at + found;
        let rest = bytes.get(start..).unwrap_or_default();
        let length = memchr::memmem::find(rest, b"</x:xmpmeta>").map_or(rest.len(), |end| end + 12);
        packets.push(&rest[..length]);
        at = start + length;
        if packets.len() >= 64 {
            break;
        }
    }
    packets
}

/// Reads a packet; what is damaged in it is passed over.
pub(super) fn read(packet: &[u8], limits: &Limits, metadata: &mut Metadata) {
    let text = String::from_utf8_lossy(packet);
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut path: Vec<String> = Vec::new();
    let mut value = String::new();
    for _ in 0..limits.entries.saturating_mul(4) {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                attributes(&start, metadata);
                path.push(local(start.name().as_ref()));
                value.clear();
                if path.len() > limits.depth {
                    return;
                }
            }
            Ok(Event::Empty(start)) => attributes(&start, metadata),
            Ok(Event::Text(piece)) => value.push_str(&piece.decode().unwrap_or_default()),
            Ok(Event::GeneralRef(reference)) => {
                value.push_str(&crate::readers::docx::resolve_reference(&reference));
            }
            Ok(Event::End(_)) => {
                if let Some(name) = path
                    .iter()
                    .rev()
                    .find(|name| !matches!(name.as_str(), "li" | "Bag" | "Seq" | "Alt" | "Description"))
                {
                    property(name, value.trim(), metadata);
                }
                value.clear();
                path.pop();
            }
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn attributes(start: &quick_xml::events::BytesStart<'_>, metadata: &mut Metadata) {
    for attribute in start.attributes().with_checks(false).flatten().take(200) {
        if attribute.key.as_ref().starts_with(b"xmlns") {
            continue;
        }
        let name = local(attribute.key.as_ref());
        let value = crate::readers::docx::unescaped(&String::from_utf8_lossy(&attribute.value));
        property(&name, value.trim(), metadata);
    }
}

fn local(name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name);
    name.rsplit(':').next().unwrap_or_default().to_owned()
}

/// Whether a property holds a latitude or longitude, in whatever vocabulary.
fn is_position(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let gps = name.starts_with("gps") || name.contains("gpsl") || name.contains("gpsdest");
    let degrees = ["latitude", "longitude", "position", "coordinates", "coords"].iter().any(|word| name.contains(word));
    gps && degrees && !name.ends_with("ref")
        || matches!(name.as_str(), "latitude" | "longitude" | "lat" | "long" | "lon")
}

pub(super) fn property(name: &str, value: &str, metadata: &mut Metadata) {
    if value.is_empty() {
        return;
    }
    if is_position(name) {
        if value.bytes().any(|byte| matches!(byte, b'1'..=b'9')) {
            metadata.add_position(MetadataSource::Xmp);
        }
        return;
    }
    let role = match name {
        "creator" | "Credit" | "CaptionWriter" | "AuthorsPosition" | "Artist" | "OwnerName" | "By-line" | "author"
        | "Photographer" => FieldRole::Maker,
        "PersonInImage" | "PersonInImageWName" | "PersonName" | "PersonDisplayName" | "Name" | "PersonInImageName"
        | "Personality" => FieldRole::Shown,
        "City"
        | "Location"
        | "Sublocation"
        | "State"
        | "LocationName"
        | "CountryName"
        | "Country"
        | "LocationShownSublocation" => FieldRole::Place,
        "title"
        | "description"
        | "rights"
        | "subject"
        | "Headline"
        | "Instructions"
        | "UserComment"
        | "ImageDescription"
        | "TagsList"
        | "hierarchicalSubject"
        | "Keywords"
        | "LastKeywordXMP"
        | "CatalogSets"
        | "AltTextAccessibility"
        | "ExtDescrAccessibility"
        | "SupplementalCategories"
        | "caption"
        | "Label" => FieldRole::Text,
        _ => FieldRole::Other,
    };
    metadata.add(MetadataSource::Xmp, name, value, role);
}
