#![doc = include_str!("../README.md")]

/// One file as it is served.
#[derive(Debug)]
pub struct Asset {
    /// Its name below `/assets/`, which changes whenever its bytes do.
    pub name: &'static str,
    /// Its `Content-Type`.
    pub media_type: &'static str,
    /// Its bytes.
    pub plain: &'static [u8],
    /// Its bytes in Brotli (RFC 7932); `None` where they are compressed already.
    pub brotli: Option<&'static [u8]>,
    /// Its bytes in gzip (RFC 1952); `None` where they are compressed already.
    pub gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/table.rs"));

/// The file of this name below `/assets/`.
pub fn find(name: &str) -> Option<&'static Asset> {
    ALL.iter().find(|asset| asset.name == name)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use data_encoding::HEXLOWER;
    use sha2::{Digest, Sha256};

    use super::*;

    fn served(address: &str) -> &'static Asset {
        find(address.strip_prefix("/assets/").unwrap()).unwrap()
    }

    #[test]
    fn a_name_changes_with_the_bytes() {
        for asset in &ALL {
            let hash = HEXLOWER.encode(&Sha256::digest(asset.plain)[..6]);
            assert!(asset.name.contains(&format!(".{hash}.")), "{} does not hold {hash}", asset.name);
        }
    }

    #[test]
    fn compressed_forms_unpack_to_the_plain_one_and_are_smaller() {
        for asset in &ALL {
            let (Some(brotli), Some(gzip)) = (asset.brotli, asset.gzip) else {
                assert_eq!(asset.media_type, "font/woff2", "{} is not compressed", asset.name);
                continue;
            };
            let mut unpacked = Vec::new();
            brotli::Decompressor::new(brotli, 4096).read_to_end(&mut unpacked).unwrap();
            assert_eq!(unpacked, asset.plain, "{}", asset.name);
            unpacked.clear();
            flate2::read::GzDecoder::new(gzip).read_to_end(&mut unpacked).unwrap();
            assert_eq!(unpacked, asset.plain, "{}", asset.name);
            assert!(brotli.len() < asset.plain.len() && gzip.len() < asset.plain.len(), "{}", asset.name);
        }
    }

    #[test]
    fn everything_the_style_sheet_fetches_is_served() {
        let sheet = std::str::from_utf8(served(SITE_CSS).plain).unwrap();
        let fetched: Vec<&str> =
            sheet.split("url(\"").skip(1).map(|after| after.split_once("\")").unwrap().0).collect();
        assert_eq!(fetched.len(), 4, "two weights, each in two cuts");
        for address in fetched {
            served(address);
        }
    }

    #[test]
    fn a_panel_on_another_site_fetches_its_own_small_sheet_and_nothing_more() {
        let panel = served(PANEL_CSS);
        let sheet = std::str::from_utf8(panel.plain).unwrap();
        assert!(!sheet.contains("url(") && !sheet.contains("@import"), "the panel's sheet fetches something");
        assert!(sheet.contains("--paper:"), "the values of the other pages");
        assert!(panel.plain.len() < 6_000, "{} bytes, uncompressed", panel.plain.len());
    }

    #[test]
    fn the_style_sheet_and_the_first_pages_fonts_fit_the_budget() {
        let sheet = served(SITE_CSS).gzip.unwrap().len();
        assert!(sheet < 20_000, "{sheet} bytes of style sheet");
        let script = served(SCRIPTS_PROGRESSIVE_JS).gzip.unwrap().len();
        let fonts = served(FONTS_ATKINSON_NEXT_LATIN_400_WOFF2).plain.len()
            + served(FONTS_ATKINSON_NEXT_LATIN_700_WOFF2).plain.len();
        let first_page = sheet + script + fonts;
        assert!(first_page < 45_000, "{first_page} bytes leave too little of 60 kB for the page itself");
    }

    #[test]
    fn the_fonts_licence_is_served_beside_them() {
        assert!(std::str::from_utf8(served(FONTS_OFL_TXT).plain).unwrap().contains("SIL OPEN FONT LICENSE"));
    }
}
