//! IPTC-IIM in Photoshop resources (resource 0x0404): the fields with names and places.

use super::{FieldRole, Metadata};
use crate::{message::MetadataSource, readers::encoding::decode};

/// Reads the resources of an APP13 segment, with the EXIF and XMP they may hold too. Data sets are found by their marker, so that a damaged resource hides nothing.
pub(super) fn read(body: &[u8], metadata: &mut Metadata) {
    let mut at = 0;
    while let Some(found) = body.get(at..).and_then(|rest| memchr::memmem::find(rest, &[0x1c, 0x02])) {
        let start = at + found;
        at = start + 2;
        let (Some(set), Some(length)) = (body.get(start + 2), body.get(start + 3..start + 5)) else { return };
        let length = usize::from(length[0]) << 8 | usize::from(length[1]);
        let Some(value) = body.get(start + 5..start + 5 + length) else { continue };
        let (name, role) = match set {
            // The record's version, dates and times, and what is a number or a picture (1.2.1).
            0
            | 8
            | 10
            | 30
            | 35
            | 37
            | 38
            | 42
            | 47
            | 50
            | 55
            | 60
            | 62
            | 63
            | 70
            | 75
            | 125
            | 130
            | 131
            | 150..=202 => continue,
            27 => ("ContentLocationName", FieldRole::Place),
            5 => ("ObjectName", FieldRole::Text),
            25 => ("Keywords", FieldRole::Text),
            40 => ("SpecialInstructions", FieldRole::Text),
            80 => ("By-line", FieldRole::Maker),
            90 => ("City", FieldRole::Place),
            92 => ("Sub-location", FieldRole::Place),
            95 => ("Province-State", FieldRole::Place),
            105 => ("Headline", FieldRole::Text),
            110 => ("Credit", FieldRole::Maker),
            116 => ("CopyrightNotice", FieldRole::Text),
            118 => ("Contact", FieldRole::Maker),
            120 => ("Caption-Abstract", FieldRole::Text),
            122 => ("Writer-Editor", FieldRole::Maker),
            101 => ("Country", FieldRole::Place),
            _ => ("IPTC", FieldRole::Other),
        };
        metadata.add(MetadataSource::Iptc, name, &decode(value, None).unwrap_or_default(), role);
        at = start + 5 + length;
    }
}
