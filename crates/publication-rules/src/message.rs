//! What a finding says and how to put it right, as codes with data: the sentences are in whoever shows them.

use serde::{Deserialize, Serialize};

/// What was found and why it was reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "data", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Message {
    /// A pupil on the list, by forename and surname.
    PupilOnList,
    /// A pupil on the list by initial and surname, which others may share.
    PupilByInitial,
    /// A pupil on the list, but every part is also an ordinary word; capitals or context speak for a person.
    PupilNameOfWords,
    /// A pupil on the list, but it reads like ordinary words here.
    PupilNameReadsAsWords,
    /// A pupil on the list, but what follows makes it a place, class or building.
    PupilNameReadsAsPlace,
    /// A pupil on the list, but a title such as "Mrs" makes it an adult of the same name.
    PupilNameOfAdult,
    /// Forename and surname of two neighbours in a list of first names.
    PupilNameAcrossList,
    /// A child's likely full name: what around it says so.
    LikelyChild {
        /// What the context was.
        context: ChildContext,
    },
    /// A likely full name of somebody, child or adult.
    LikelyPerson,
    /// A contact detail beside a named member of staff.
    ContactOfStaff,
    /// An individual's mailbox at the school's own domain.
    EmailOfIndividual,
    /// An address at another organisation.
    EmailElsewhere,
    /// A pupil's name inside an e-mail address.
    EmailOfPupil,
    /// A mobile telephone number.
    PhoneMobile,
    /// A number of a line at a place.
    PhoneLandline,
    /// A number of an organisation (03, 08, 09).
    PhoneOrganisation,
    /// A number in another country.
    PhoneAbroad,
    /// A number written without its area code, after a word such as "Tel".
    PhoneLocal,
    /// A postcode on its own.
    Postcode,
    /// A house number and a street.
    StreetAddress,
    /// A pupil's full name beside a picture.
    PupilBesidePicture,
    /// A likely full name beside a picture.
    LikelyNameBesidePicture,
    /// A first name beside a picture, where the school wants none.
    FirstNameBesidePicture,
    /// A pupil's name in a file name.
    PupilInFileName,
    /// A likely full name in a file name.
    LikelyNameInFileName,
    /// Where the picture was taken.
    PicturePosition {
        /// Where the position was held.
        held_in: MetadataSource,
    },
    /// The place's name in the metadata.
    PicturePlaceName {
        /// Where it was held.
        held_in: MetadataSource,
        /// The field's name.
        field: String,
    },
    /// The maker's own block, which may hold a position.
    PictureMakerData,
    /// Something stands behind the picture's end: often what was cut away, or a film.
    PictureLeftBehind {
        /// How many bytes.
        bytes: u64,
    },
    /// The small picture inside shows more than the picture, or something else.
    PictureThumbnail,
    /// A pupil's name in the metadata.
    PictureNamesPupil {
        /// Where it was held.
        held_in: MetadataSource,
        /// The field's name.
        field: String,
    },
    /// Some person's name in the metadata.
    PictureNamesPerson {
        /// Where it was held.
        held_in: MetadataSource,
        /// The field's name.
        field: String,
    },
    /// An address and how easily a program collects it.
    EmailHarvest {
        /// How it is written.
        grade: HarvestGrade,
    },
    /// A picture of somebody without permission for the purpose.
    PictureNotPermitted {
        /// Whether the very same bytes are registered, or a resized or recompressed copy.
        exact: bool,
    },
    /// A link that gave an error.
    LinkGone {
        /// The HTTP status, where there was an answer.
        status: Option<u16>,
    },
    /// A link that leads elsewhere now.
    LinkElsewhere {
        /// The new address.
        to: String,
    },
    /// A link whose review is overdue.
    LinkReviewDue {
        /// The day it was last reviewed, if ever.
        last: Option<school_types::Date>,
    },
    /// A service that has been replaced.
    ServiceSuperseded {
        /// Its old name.
        service: String,
        /// What took its place, where something did.
        replaced_by: Option<String>,
    },
    /// No link to the CEOP Safety Centre on the pages looked at.
    CeopMissing {
        /// How many pages were looked at.
        looked_at: u32,
    },
    /// An item of the must-publish list was not found.
    ItemMissing {
        /// The item's id in the list.
        item: String,
        /// Whether it is a duty (else: recommended).
        duty: bool,
        /// Where it was looked for.
        looked_at: Vec<String>,
    },
    /// A picture from another site without a credit near it.
    PictureUncredited,
}

/// What made a name a child's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChildContext {
    /// A class or year group beside it.
    Class,
    /// An age.
    Age,
    /// A prize, certificate or praise.
    Award,
    /// A team, match or performance.
    Team,
    /// A parent or sibling: "son of".
    Family,
    /// The words "pupil", "child", "student".
    Pupil,
}

/// Where metadata was held in a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MetadataSource {
    /// EXIF.
    Exif,
    /// XMP.
    Xmp,
    /// IPTC.
    Iptc,
    /// A comment or text chunk.
    Comment,
}

/// How an address is written, from hardest to collect to easiest. Field tests rank them; none of it is a guarantee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HarvestGrade {
    /// Put together by a script.
    Script,
    /// Written with character references or percent signs.
    Encoded,
    /// Written with "at" in words.
    Words,
    /// In plain text.
    Plain,
    /// In a `mailto:` link.
    Mailto,
    /// Hidden in a way that also hides it from a screen reader: fails WCAG 2.2 1.1.1 or 1.3.2.
    BreaksScreenReaders,
}

/// The safe version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "data", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Fix {
    /// Put the first name alone.
    FirstNameOnly {
        /// What to put instead.
        replacement: String,
    },
    /// Take it out.
    TakeOut,
    /// Give the school's own contact instead.
    SchoolContact {
        /// The school's own, where the profile names one.
        replacement: Option<String>,
    },
    /// Give the file another name.
    RenameFile {
        /// A name without people.
        replacement: String,
    },
    /// Take the metadata out; the picture itself stays as it is.
    StripMetadata,
    /// Use a contact form or a role mailbox.
    ContactForm,
    /// Choose another picture.
    OtherPicture,
    /// Change the link.
    ChangeLink {
        /// To what, where it is known.
        replacement: Option<String>,
    },
    /// Look at it and decide.
    Review,
    /// Publish the item.
    Publish,
    /// Add a credit, or confirm that the picture is the school's own.
    AddCredit,
}
