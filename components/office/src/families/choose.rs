//! The choice of families: a list of groups, in which nothing is chosen beforehand.

use pages::{Filters, Select};
use reception::{Colleague, Problem};

use super::{gather::School, group::Group};
use crate::pupils::{year, years_taught};

/// The choice, as a form that leads back to `path` below the school's address.
pub(super) fn choice(
    colleague: &Colleague<'_, '_>,
    school: &School,
    path: &str,
    groups: &[Group],
    chosen: Option<&Group>,
) -> Result<Filters, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let mut select =
        Select::new(w, "who", w.families_who()).option("", w.families_who_choose()).chosen(chosen.map(Group::word));
    if let Some(group @ Group::NotReached(_)) = chosen {
        select = select.option(group.word(), w.families_who_not_reached());
    }
    for group in groups {
        let label = match group {
            Group::NoEmail => w.families_who_no_email(),
            _ => w.families_who_all(),
        };
        select = select.option(group.word(), label);
    }
    let also = match chosen {
        Some(Group::Year(year)) => Some(*year),
        _ => None,
    };
    for group in years_taught(&guest.school()?.profile().key_stages, also) {
        select = select.option(Group::Year(group).word(), w.families_who_year(&year(w, group.number())));
    }
    for class in &school.classes {
        select = select.option(Group::Class(class.id.clone()).word(), w.families_who_class(&class.name));
    }
    Ok(Filters::new(w, guest.at(path)?).with(select))
}
