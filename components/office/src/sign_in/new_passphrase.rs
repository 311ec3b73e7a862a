//! A new passphrase, typed twice.

use credentials::{Passphrase, Weakness};
use pages::{Body, TextInput};
use reception::{Guest, Problem};
use records::StaffFacts;
use school_types::Language;
use web::Fields;
use words::Words;

use crate::form::Wrong;

/// A new passphrase, typed twice.
pub(crate) struct NewPassphrase;

impl NewPassphrase {
    /// The two fields, with what is wrong in them.
    pub(crate) fn fields(w: Words, label: &'static str, wrong: &[Wrong]) -> Body {
        let said = |field: &str| wrong.iter().find(|(other, _)| *other == field).map(|(_, sentence)| *sentence);
        Body::new()
            .with(
                TextInput::passphrase(w, "new", label)
                    .autocomplete("new-password")
                    .hint(w.staff_passphrase_hint())
                    .error(said("new")),
            )
            .with(
                TextInput::passphrase(w, "again", w.staff_passphrase_again())
                    .autocomplete("new-password")
                    .error(said("again")),
            )
    }

    /// Reads it for whoever the school says these facts of; what is wrong, by field.
    pub(crate) fn read(
        guest: &Guest<'_>,
        fields: &Fields,
        facts: &StaffFacts,
    ) -> Result<Result<Passphrase, Vec<Wrong>>, Problem> {
        let w = guest.words();
        let Ok(typed) = fields.one("new") else { return Ok(Err(vec![("new", w.staff_passphrase_missing())])) };
        let passphrase = Passphrase::typed(typed);
        let school = guest.school()?;
        let mut about = vec![facts.name.reveal().as_str(), facts.e_mail.reveal().as_str(), school.id().as_str()];
        about.extend(Language::ALL.map(|language| school.name().get(language)));
        if let Err(weakness) = passphrase.check(&about) {
            return Ok(Err(vec![("new", wrong_passphrase(w, weakness))]));
        }
        Ok(match fields.one("again") {
            Err(_) => Err(vec![("again", w.staff_passphrase_again_missing())]),
            Ok(again) if Passphrase::typed(again) != passphrase => Err(vec![("again", w.staff_passphrase_not_same())]),
            Ok(_) => Ok(passphrase),
        })
    }
}

/// Why something cannot be a passphrase, and what to do.
fn wrong_passphrase(w: Words, weakness: Weakness) -> &'static str {
    match weakness {
        Weakness::TooShort => w.staff_passphrase_too_short(),
        Weakness::TooLong => w.staff_passphrase_too_long(),
        Weakness::Common => w.staff_passphrase_common(),
        Weakness::AboutYou => w.staff_passphrase_about_you(),
    }
}
