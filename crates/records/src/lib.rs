#![doc = include_str!("../README.md")]

mod api_tokens;
mod asker;
mod audit;
mod batch;
mod brought;
mod checkpoints;
mod child;
mod cover;
mod drafts;
mod erase;
mod erasure_requests;
mod erasures;
mod errors;
mod expiring;
mod family;
mod fold;
mod guessing;
mod imports;
mod kept;
mod ledger;
mod letter_codes;
mod limits;
mod links;
mod mailings;
mod once;
mod opening;
mod pace;
mod parent_checks;
mod people;
mod permission;
mod place;
mod pupil_list;
mod quotas;
mod receipts;
mod records;
mod removals;
mod roll;
mod schools;
mod sequence;
mod sign_in;
#[cfg(feature = "spin")]
pub mod spin;
mod staff;
mod staff_accounts;
mod staff_roll;
mod staff_sessions;
mod staff_sign_in;
mod store;
mod traces;
#[cfg(any(test, feature = "spin"))]
mod turns;
mod values;
mod verify;

pub use api_tokens::{ApiToken, ApiTokens, TokenEvent, TokenScope};
pub use asker::Asker;
pub use audit::{AuditEvent, EnteredFrom, ExportedList, PeopleList, SettingsPart};
pub use batch::Batch;
pub use brought::{BroughtEvent, LIST_LASTS};
pub use checkpoints::{CheckpointEvent, CheckpointId, Checkpointed, Reached};
pub use child::{Child, ChildChange, ChildEvent, ChildFacts, ChildField, Listed, Touched, child_id};
pub use drafts::{Chosen, DRAFT_LASTS, Draft, Step};
pub use erase::Erased;
pub use erasure_requests::{ErasureRequest, ErasureRequestEvent, ErasureRequests};
pub use erasures::{ErasedStream, ErasureEvent};
pub use errors::{RecordsError, StoreError};
pub use expiring::{Swept, Temporary};
pub use family::{Family, FamilyChild};
pub use fold::{Folded, View};
pub use guessing::{
    GUESSES_AT_ONCE, INSTALLATION_A_MONTH, INSTALLATION_AN_HOUR, KNOWN_BROWSER_A_DAY, MAILBOX_A_DAY, MAILBOX_A_MONTH,
    SHORT_CODES,
};
pub use imports::{Beginning, Import, ImportCounts, ImportEvent, Imports, RunningImport, TakenImport};
pub use kept::KeptSchools;
pub use ledger::{Entry, Page, Stream, Written};
pub use limits::{Counted, Limit};
pub use links::{Failing, LinkEvent, LinkOutcome, Links};
pub use mailings::{EmailEnd, EmailRound, MailingEvent, Mailings, ROUND_LASTS};
pub use once::{Claim, Standing, Winner};
pub use opening::Opening;
pub use pace::Pace;
pub use parent_checks::{ParentCheck, ParentCheckEvent, ParentChecks};
pub use people::{
    Account, Accounts, AddressEvent, Contact, ContactByHand, ContactChange, ContactEvent, ContactFacts, ContactField,
    contact_id, normal_address,
};
pub use place::{Place, PlacePart};
pub use pupil_list::PupilList;
pub use quotas::Quota;
pub use receipts::{Receipt, ReceiptAnswer};
pub use records::Records;
pub use removals::{RemovalAsked, RemovalEvent, RemovalsAsked};
pub use roll::{Enrolled, OnRoll, Roll, RollEvent};
pub use schools::{School, Schools, SchoolsEvent, SettingsEvent};
pub use sign_in::{AskedFor, CODE_LASTS, GUESSES, Guessing, KnownBrowser, SentCode, Tried};
pub use staff::{Credential, Invitation, Staff, StaffEvent, StaffFacts, staff_id};
pub use staff_accounts::{AccountChange, INVITATION_LASTS};
pub use staff_roll::{StaffAddress, StaffAddressEvent, StaffRoll, StaffRollEvent};
pub use staff_sessions::{BrowserFamily, BrowserKind, BrowserSystem, StaffSession, StaffSessionEvent, StaffSessions};
pub use staff_sign_in::TriedAs;
pub use store::{Store, read_counter};
pub use traces::{TracedContact, Traces};
pub use verify::{Fault, Verified};
