//! What stands on the first page, in this order; everybody sees what their roles open.

use pages::Icon;
use school_types::Role;
use words::Words;

use crate::roles;

/// A way on from the first page.
pub(super) struct Card {
    /// Whoever holds one of these sees it. The page it leads to says so again in its route.
    pub(super) roles: &'static [Role],
    pub(super) icon: Icon,
    pub(super) title: fn(Words) -> &'static str,
    pub(super) about: fn(Words) -> &'static str,
    /// Below the school's address.
    pub(super) path: &'static str,
}

/// Every card.
pub(super) const CARDS: &[Card] = &[
    Card {
        roles: roles::SHEET,
        icon: Icon::Camera,
        title: |w| w.office_home_classes(),
        about: |w| w.office_home_classes_about(),
        path: "office/classes",
    },
    Card {
        roles: roles::CHILDREN,
        icon: Icon::Speech,
        title: |w| w.office_children_title(),
        about: |w| w.office_home_children_about(),
        path: "office/children",
    },
    Card {
        roles: roles::FIGURES,
        icon: Icon::Info,
        title: |w| w.office_progress_title(),
        about: |w| w.office_home_progress_about(),
        path: "office/progress",
    },
    Card {
        roles: roles::PERMISSIONS,
        icon: Icon::Letter,
        title: |w| w.office_outstanding_title(),
        about: |w| w.office_home_outstanding_about(),
        path: "office/outstanding",
    },
    Card {
        roles: roles::HOME_LETTERS,
        icon: Icon::Speech,
        title: |w| w.emails_title(),
        about: |w| w.emails_about(),
        path: "office/emails",
    },
    Card {
        roles: roles::HOME_LETTERS,
        icon: Icon::Letter,
        title: |w| w.families_letters_title(),
        about: |w| w.families_letters_about(),
        path: "office/letters",
    },
    Card {
        roles: roles::PERMISSIONS,
        icon: Icon::Picture,
        title: |w| w.office_removals_title(),
        about: |w| w.office_removals_about(),
        path: "office/removals",
    },
    Card {
        roles: roles::PEOPLE,
        icon: Icon::Receipt,
        title: |w| w.people_home(),
        about: |w| w.people_home_about(),
        path: "office/people",
    },
    Card {
        roles: roles::ACCOUNTS,
        icon: Icon::Key,
        title: |w| w.office_home_staff(),
        about: |w| w.office_home_staff_about(),
        path: "office/staff",
    },
    Card {
        roles: roles::SETTINGS,
        icon: Icon::Tick,
        title: |w| w.settings_home_set_up(),
        about: |w| w.settings_home_set_up_about(),
        path: "office/set-up",
    },
    Card {
        roles: roles::SETTINGS,
        icon: Icon::School,
        title: |w| w.settings_home_settings(),
        about: |w| w.settings_home_settings_about(),
        path: "office/settings",
    },
    Card {
        roles: roles::PURPOSES,
        icon: Icon::Scales,
        title: |w| w.settings_home_purposes(),
        about: |w| w.settings_home_purposes_about(),
        path: "office/settings/purposes",
    },
    Card {
        roles: roles::AUDIT,
        icon: Icon::Clock,
        title: |w| w.audit_home(),
        about: |w| w.audit_home_about(),
        path: "office/audit",
    },
    Card {
        roles: roles::EVERYBODY,
        icon: Icon::Pen,
        title: |w| w.office_home_account(),
        about: |w| w.office_home_account_about(),
        path: "office/account",
    },
];
