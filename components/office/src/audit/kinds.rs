//! Kinds of entries, for the filter.

use std::str::FromStr;

use records::AuditEvent;
use school_types::StaffId;
use words::Words;

/// A kind of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    SignIn,
    Accounts,
    Lists,
    Children,
    Decisions,
    Settings,
    Tokens,
    Sheets,
    Letters,
}

impl Kind {
    pub(super) const ALL: [Self; 9] = [
        Self::SignIn,
        Self::Accounts,
        Self::Lists,
        Self::Children,
        Self::Decisions,
        Self::Settings,
        Self::Tokens,
        Self::Sheets,
        Self::Letters,
    ];

    /// What an entry is.
    pub(super) const fn of(event: &AuditEvent) -> Self {
        match event {
            AuditEvent::SignedIn | AuditEvent::SignInFailed { .. } | AuditEvent::SessionsEnded { .. } => Self::SignIn,
            AuditEvent::StaffInvited { .. }
            | AuditEvent::RolesChanged { .. }
            | AuditEvent::StaffLeft { .. }
            | AuditEvent::StaffReset { .. } => Self::Accounts,
            AuditEvent::Imported { .. } | AuditEvent::ListExported { .. } => Self::Lists,
            AuditEvent::FlagSet { .. }
            | AuditEvent::FlagLifted { .. }
            | AuditEvent::ChildEdited { .. }
            | AuditEvent::ContactAdded { .. }
            | AuditEvent::ContactEdited { .. }
            | AuditEvent::ContactEnded { .. }
            | AuditEvent::RecordExported { .. }
            | AuditEvent::Erased { .. }
            | AuditEvent::ErasureAsked { .. }
            | AuditEvent::ErasureConfirmed { .. }
            | AuditEvent::ErasureUndone { .. }
            | AuditEvent::ParentConfirmed { .. }
            | AuditEvent::ParentKeptOut { .. } => Self::Children,
            AuditEvent::DecisionEntered { .. }
            | AuditEvent::NoticeGiven { .. }
            | AuditEvent::ClassNoticeGiven { .. } => Self::Decisions,
            AuditEvent::SettingsChanged { .. } => Self::Settings,
            AuditEvent::TokenMade | AuditEvent::TokenEnded => Self::Tokens,
            AuditEvent::SheetPrinted { .. } | AuditEvent::SheetViewed { .. } => Self::Sheets,
            AuditEvent::LettersPrinted { .. } | AuditEvent::FamiliesEmailed { .. } | AuditEvent::EmailCameBack => {
                Self::Letters
            }
        }
    }

    /// As it stands in an address.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Accounts => "accounts",
            Self::Lists => "lists",
            Self::Children => "pupils",
            Self::Decisions => "decisions",
            Self::Settings => "settings",
            Self::Tokens => "tokens",
            Self::Sheets => "sheets",
            Self::Letters => "letters",
        }
    }

    /// In the reader's language.
    pub(super) fn said(self, w: Words) -> &'static str {
        match self {
            Self::SignIn => w.audit_kind_sign_in(),
            Self::Accounts => w.audit_kind_accounts(),
            Self::Lists => w.audit_kind_lists(),
            Self::Children => w.audit_kind_children(),
            Self::Decisions => w.audit_kind_decisions(),
            Self::Settings => w.audit_kind_settings(),
            Self::Tokens => w.audit_kind_tokens(),
            Self::Sheets => w.audit_kind_sheets(),
            Self::Letters => w.audit_kind_letters(),
        }
    }
}

impl FromStr for Kind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(())
    }
}

/// Whom of the staff an entry is about.
pub(super) const fn about(event: &AuditEvent) -> Option<&StaffId> {
    match event {
        AuditEvent::SignInFailed { staff }
        | AuditEvent::StaffInvited { staff }
        | AuditEvent::RolesChanged { staff }
        | AuditEvent::StaffLeft { staff }
        | AuditEvent::StaffReset { staff }
        | AuditEvent::SessionsEnded { staff } => Some(staff),
        _ => None,
    }
}
