//! Which plural categories each language has (CLDR, supplemental/plurals.xml, cardinal).

/// All of CLDR's categories.
pub(crate) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Those that whole numbers of `language` fall into. A language not listed here has only `other`, so that
/// using more in its catalogue is an error until its rule stands in `src/plural.rs`.
pub(crate) fn categories(language: &str) -> &'static [&'static str] {
    match language {
        "en" => &["one", "other"],
        "cy" => &CATEGORIES,
        _ => &["other"],
    }
}
