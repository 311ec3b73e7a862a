#![doc = include_str!("../README.md")]

mod decision;
mod emailing;
mod erasure;
mod names;
mod notice;
mod overview;
mod permissions;
mod provenance;
mod purpose;
mod sheet;
mod wording;

pub use decision::{
    Answer, DecidedFor, Decider, Decision, DecisionProblem, How, PermissionEvent, PupilView, PurposeAnswer, Removal,
};
pub use emailing::{Addressee, DAYS_BETWEEN_EMAILS, EMAILS_A_DAY, FamilyEmail, Gets, is_answered, is_lately, who_gets};
pub use erasure::{CONFIRM_WITHIN_HOURS, ERASE_AFTER_HOURS, ErasureAsked, ErasureLapse, ErasureStanding};
pub use names::{by_first_name, by_surname, is_meant, sheet_names, shortest_beginnings};
pub use notice::{Notice, NoticeId, NoticeWay};
pub use overview::{Answering, Figures, Mark, PurposeFigures};
pub use permissions::{ChildPermissions, Reason, Said, Standing};
pub use provenance::{DayProblem, RecordFor, check_day, may_name_deciders, may_read_answers, said_on, said_since};
pub use purpose::{LawfulBasis, Purpose, Subject};
pub use sheet::{OnSheet, SheetLine, by_kind, sheet};
pub use wording::{Wording, WordingRef};
