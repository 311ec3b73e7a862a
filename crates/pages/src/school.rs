//! A school's look, from its settings.

use profiles::SchoolSettings;
use school_types::Language;

use crate::{
    Contact, SchoolLook,
    look::{Accent, Look},
};

impl SchoolLook {
    /// What `school` looks like to a reader of `language`.
    pub fn of(school: &SchoolSettings, language: Language) -> Self {
        let profile = school.profile();
        // The colours follow from the accent and this release alone, so naming both names them, without working them out
        // for every page.
        let accent = profile.accent.to_string();
        let css_version = format!("{}-{}", accent.trim_start_matches('#'), env!("CARGO_PKG_VERSION"));
        let contact =
            Contact { telephone: Some(profile.office.telephone.clone()), email: Some(profile.office.e_mail.clone()) };
        Self {
            school: school.id().clone(),
            name: school.name().get(language).to_owned(),
            css_version,
            has_crest: true,
            contact: Some(contact),
        }
    }
}

impl Look {
    /// The colours of `school`. Its settings were checked, so an accent that is none cannot come; ours stands in for it.
    pub fn of_school(school: &SchoolSettings) -> Self {
        Self::of(school.profile().accent.to_string().parse::<Accent>().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use profiles::Profile;
    use school_types::Text;

    use super::*;

    fn school(accent: &str) -> SchoolSettings {
        let profile = Profile::template("p0").unwrap().unwrap();
        let profile = profile.with(|fields| fields.accent = accent.parse().unwrap()).unwrap();
        SchoolSettings::new("elm-street".parse().unwrap(), Text::english("Elm Street"), profile).unwrap()
    }

    #[test]
    fn a_school_that_changes_its_colour_gets_a_new_style_sheet_address() {
        let version = |accent| SchoolLook::of(&school(accent), Language::En).css_version;
        assert_ne!(version("#7a1f3d"), version("#0b5c8a"));
        assert_eq!(version("#7a1f3d"), version("#7a1f3d"));
    }

    #[test]
    fn the_colours_are_the_schools_own() {
        assert!(Look::of_school(&school("#7a1f3d")).css().contains("--brand: #7a1f3d"));
    }
}
