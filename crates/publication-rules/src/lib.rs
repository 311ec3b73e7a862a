#![doc = include_str!("../README.md")]

mod check;
mod clean;
mod contacts;
mod cuts;
mod document;
mod finding;
mod intake;
mod limits;
mod message;
mod names;
mod picture;
mod profile;
mod readers;
mod register;
mod site;
pub mod wire;

pub use check::Checker;
pub use clean::{Clean, NotClean};
pub use document::{Document, Kind, Origin, Part, PictureOnPage, Run};
pub use finding::{Examined, Finding, NotExamined, PolicyRef, PolicyTopic, Report, Rule, Severity, Verdict, Why};
pub use limits::Limits;
pub use message::{ChildContext, Fix, HarvestGrade, Message, MetadataSource};
pub use names::{BlindList, ListFileError, ListKey, PupilForms};
pub use picture::{
    Field, FieldRole, Metadata,
    looks::{Looks, NotLooks},
};
pub use profile::Profile;
pub use readers::{Submission, read};
pub use register::{PictureFacts, RegisteredPicture, judge_picture};
pub use site::{
    LinkAnswer, LinkFact, PublishFact, SupersededService, judge_ceop_link, judge_links, judge_must_publish,
};
