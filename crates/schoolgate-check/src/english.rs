//! The sentences of the command line, in English.

use publication_rules::{
    ChildContext, Finding, Fix, HarvestGrade, Message, MetadataSource, PolicyTopic, Rule, Why, wire::Sentences,
};

/// The sentences of a finding.
pub(crate) fn sentences(finding: &Finding) -> Sentences {
    Sentences { message: message(&finding.message), fix: fix(&finding.fix), policy: policy(finding) }
}

fn policy(finding: &Finding) -> String {
    let about = match finding.policy.topic {
        PolicyTopic::PupilNames => "pupils' names",
        PolicyTopic::ContactDetails => "contact details",
        PolicyTopic::Pictures => "pictures of pupils",
        PolicyTopic::PictureMetadata => "what pictures carry inside",
        PolicyTopic::EmailHarvesting => "how e-mail addresses are written",
        PolicyTopic::Links => "links",
        PolicyTopic::MustPublish => "what the school publishes",
        PolicyTopic::Credits => "other people's material",
    };
    match &finding.policy.section {
        Some(section) => format!("The school's policy on {about}: {section}."),
        None => format!("The school's policy on {about}."),
    }
}

fn message(message: &Message) -> String {
    let text = match message {
        Message::PupilOnList => "A pupil's full name.",
        Message::PupilByInitial => "An initial and surname that a pupil has; others may share them.",
        Message::PupilNameOfWords => "A pupil has this name, though each part is an ordinary word too.",
        Message::PupilNameReadsAsWords => "A pupil has this name, but here it reads like ordinary words.",
        Message::PupilNameReadsAsPlace => "A pupil has this name, but here it reads like a place or a thing.",
        Message::PupilNameOfAdult => "A pupil has this name, but the title in front is an adult's.",
        Message::PupilNameAcrossList => "Two neighbours in this list make a pupil's name, surname first.",
        Message::LikelyChild { context } => return format!("Probably a child's full name: {}.", child(*context)),
        Message::LikelyPerson => "Probably somebody's full name.",
        Message::ContactOfStaff => "A contact of a named member of staff.",
        Message::EmailOfIndividual => "One person's mailbox at the school.",
        Message::EmailElsewhere => "An e-mail address that is not the school's.",
        Message::EmailOfPupil => "An e-mail address with a pupil's name in it.",
        Message::PhoneMobile => "A mobile number.",
        Message::PhoneLandline => "A telephone number that is not the school's.",
        Message::PhoneOrganisation => "A number of an organisation.",
        Message::PhoneAbroad => "A telephone number in another country.",
        Message::PhoneLocal => "A telephone number without its area code.",
        Message::Postcode => "A postcode that is not the school's.",
        Message::StreetAddress => "A street address that is not the school's.",
        Message::PupilBesidePicture => "A pupil's full name beside a picture.",
        Message::LikelyNameBesidePicture => "Probably somebody's full name beside a picture.",
        Message::FirstNameBesidePicture => "A first name beside a picture.",
        Message::PupilInFileName => "A pupil's name in a file's name.",
        Message::LikelyNameInFileName => "Probably somebody's name in a file's name.",
        Message::PicturePosition { held_in } => {
            return format!("The picture says where it was taken ({}).", source(*held_in));
        }
        Message::PicturePlaceName { held_in, field } => {
            return format!("The picture names a place ({}, {field}).", source(*held_in));
        }
        Message::PictureMakerData => "The camera's own data is still in the picture and may hold a place.",
        Message::PictureNamesPupil { held_in, field } => {
            return format!("A pupil's name inside the picture ({}, {field}).", source(*held_in));
        }
        Message::PictureNamesPerson { held_in, field } => {
            return format!("Somebody's name inside the picture ({}, {field}).", source(*held_in));
        }
        Message::EmailHarvest { grade } => return harvest(*grade).to_owned(),
        Message::PictureNotPermitted { exact: true } => "Not everybody in this picture may appear here.",
        Message::PictureNotPermitted { exact: false } => {
            "This looks like a copy of a picture in which not everybody may appear here."
        }
        Message::LinkGone { status: Some(status) } => return format!("The link answers with error {status}."),
        Message::LinkGone { status: None } => "The link does not answer.",
        Message::LinkElsewhere { to } => return format!("The link has moved to {to}."),
        Message::LinkReviewDue { last: Some(last) } => return format!("The link was last reviewed on {last}."),
        Message::LinkReviewDue { last: None } => "Nobody has reviewed this link.",
        Message::ServiceSuperseded { service, replaced_by: Some(new) } => {
            return format!("{service} no longer exists; {new} took its place.");
        }
        Message::ServiceSuperseded { service, replaced_by: None } => return format!("{service} no longer exists."),
        Message::CeopMissing { looked_at } => {
            return format!("No link to the CEOP Safety Centre on the {looked_at} pages looked at. It is recommended.");
        }
        Message::ItemMissing { item, duty, looked_at } => {
            let must = if *duty { "has to" } else { "should" };
            return format!("The school {must} publish {item}; it was looked for on {}.", looked_at.join(", "));
        }
        Message::PictureUncredited => "A picture from another site, with no credit near it. Whose is it?",
    };
    text.to_owned()
}

const fn child(context: ChildContext) -> &'static str {
    match context {
        ChildContext::Class => "a class or year stands beside it",
        ChildContext::Age => "an age stands beside it",
        ChildContext::Award => "it is about a prize or praise",
        ChildContext::Team => "it is about a team or performance",
        ChildContext::Family => "a parent, brother or sister is named",
        ChildContext::Pupil => "it is about a pupil",
    }
}

const fn source(source: MetadataSource) -> &'static str {
    match source {
        MetadataSource::Exif => "EXIF",
        MetadataSource::Xmp => "XMP",
        MetadataSource::Iptc => "IPTC",
        MetadataSource::Comment => "comment",
    }
}

const fn harvest(grade: HarvestGrade) -> &'static str {
    match grade {
        HarvestGrade::Script => "This address is put together by a script, which few collectors read.",
        HarvestGrade::Encoded => "This address is written in codes, which some collectors read.",
        HarvestGrade::Words => "This address is written in words, which some collectors read.",
        HarvestGrade::Plain => "Programs that collect addresses will find this one.",
        HarvestGrade::Mailto => "Programs that collect addresses will find this one at once.",
        HarvestGrade::BreaksScreenReaders => "This address is hidden in a way that a screen reader cannot read out.",
    }
}

fn fix(fix: &Fix) -> String {
    match fix {
        Fix::FirstNameOnly { replacement } => format!("Write \"{replacement}\" instead."),
        Fix::TakeOut => "Take it out.".to_owned(),
        Fix::SchoolContact { replacement: Some(own) } => format!("Give {own} instead."),
        Fix::SchoolContact { replacement: None } => "Give the school's own contact instead.".to_owned(),
        Fix::RenameFile { replacement } => format!("Call it \"{replacement}\"."),
        Fix::StripMetadata => "Publish a copy without the metadata.".to_owned(),
        Fix::ContactForm => "A contact form or an office mailbox is safer.".to_owned(),
        Fix::OtherPicture => "Choose another picture.".to_owned(),
        Fix::ChangeLink { replacement: Some(link) } => format!("Link to {link}."),
        Fix::ChangeLink { replacement: None } => "Change or remove the link.".to_owned(),
        Fix::Review => "Please check.".to_owned(),
        Fix::Publish => "Add it.".to_owned(),
        Fix::AddCredit => "Add a credit, or confirm that it is the school's own.".to_owned(),
    }
}

/// What a rule looks for.
pub(crate) fn rule(rule: Rule) -> String {
    match rule {
        Rule::PupilFullName => "Pupils' full names",
        Rule::LikelyFullName => "Children's likely full names",
        Rule::StaffContact => "Contacts of named staff",
        Rule::EmailAddress => "E-mail addresses",
        Rule::PhoneNumber => "Telephone numbers",
        Rule::PostalAddress => "Postcodes and street addresses",
        Rule::NameByPicture => "Names beside pictures",
        Rule::NameInFileName => "Names in file names",
        Rule::PictureLocation => "Places in pictures' metadata",
        Rule::PictureMetadataName => "Names in pictures' metadata",
        Rule::HarvestableEmail => "Addresses that programs collect",
        Rule::PictureWithoutPermission => "Pictures without permission",
        Rule::LinkBroken => "Broken links",
        Rule::LinkMoved => "Links that have moved",
        Rule::LinkUnreviewed => "Links nobody has reviewed",
        Rule::SupersededService => "Services that no longer exist",
        Rule::CeopLinkMissing => "A link to the CEOP Safety Centre",
        Rule::MustPublishMissing => "What the school has to publish",
        Rule::CreditMissing => "Pictures without a credit",
    }
    .to_owned()
}

/// Why something was not examined.
pub(crate) const fn why(why: Why) -> &'static str {
    match why {
        Why::TooLarge => "it is too large",
        Why::TooMuchInside => "it holds more than it should when unpacked",
        Why::TooManyEntries => "it has too many parts",
        Why::TooDeep => "it is nested too deeply",
        Why::Damaged => "it is damaged or not what it says",
        Why::Encrypted => "it is protected by a password",
        Why::UnknownKind => "the checker cannot read this kind of file",
        Why::UnknownEncoding => "the checker cannot read its character encoding",
        Why::NoText => "it shows something but holds no text, as scanned pages do",
        Why::UnreadableFont => "its letters cannot be told apart",
        Why::Embedded => "it is a file inside a file",
        Why::TooManyFindings => "there are too many findings to list",
    }
}
