//! One finding: what it says, how to put it right, and the school's own rule.

use publication_rules::{
    ChildContext, Finding, Fix, HarvestGrade, Message, MetadataSource, NotClean, PolicyRef, PolicyTopic, Rule,
    Severity, Verdict, Why, wire::ToldFinding,
};
use words::Words;

/// A finding with its sentences.
pub fn told(w: Words, finding: Finding) -> ToldFinding {
    ToldFinding {
        message: message(w, &finding.message),
        fix: fix(w, &finding.fix),
        policy: policy(w, &finding.policy),
        rule: finding.rule,
        severity: finding.severity,
        part: finding.part,
        start: finding.start,
        end: finding.end,
        page: finding.page,
        line: finding.line,
        excerpt: finding.excerpt,
    }
}

/// The school's own rule behind a finding.
pub fn policy(w: Words, policy: &PolicyRef) -> String {
    let about = match policy.topic {
        PolicyTopic::PupilNames => w.checker_about_pupil_names(),
        PolicyTopic::ContactDetails => w.checker_about_contact_details(),
        PolicyTopic::Pictures => w.checker_about_pictures(),
        PolicyTopic::PictureMetadata => w.checker_about_picture_metadata(),
        PolicyTopic::EmailHarvesting => w.checker_about_email_harvesting(),
        PolicyTopic::Links => w.checker_about_links(),
        PolicyTopic::MustPublish => w.checker_about_must_publish(),
        PolicyTopic::Credits => w.checker_about_credits(),
    };
    match &policy.section {
        Some(section) => w.checker_policy_section(about, section),
        None => w.checker_policy(about),
    }
}

/// What was found and why it was reported.
pub fn message(w: Words, message: &Message) -> String {
    let text = match message {
        Message::PupilOnList => w.checker_pupil_on_list(),
        Message::PupilByInitial => w.checker_pupil_by_initial(),
        Message::PupilNameOfWords => w.checker_pupil_name_of_words(),
        Message::PupilNameReadsAsWords => w.checker_pupil_name_reads_as_words(),
        Message::PupilNameReadsAsPlace => w.checker_pupil_name_reads_as_place(),
        Message::PupilNameOfAdult => w.checker_pupil_name_of_adult(),
        Message::PupilNameAcrossList => w.checker_pupil_name_across_list(),
        Message::LikelyChild { context } => likely_child(w, *context),
        Message::LikelyPerson => w.checker_likely_person(),
        Message::ContactOfStaff => w.checker_contact_of_staff(),
        Message::EmailOfIndividual => w.checker_email_of_individual(),
        Message::EmailElsewhere => w.checker_email_elsewhere(),
        Message::EmailOfPupil => w.checker_email_of_pupil(),
        Message::PhoneMobile => w.checker_phone_mobile(),
        Message::PhoneLandline => w.checker_phone_landline(),
        Message::PhoneOrganisation => w.checker_phone_organisation(),
        Message::PhoneAbroad => w.checker_phone_abroad(),
        Message::PhoneLocal => w.checker_phone_local(),
        Message::Postcode => w.checker_postcode(),
        Message::StreetAddress => w.checker_street_address(),
        Message::PupilBesidePicture => w.checker_pupil_beside_picture(),
        Message::LikelyNameBesidePicture => w.checker_likely_name_beside_picture(),
        Message::FirstNameBesidePicture => w.checker_first_name_beside_picture(),
        Message::PupilInFileName => w.checker_pupil_in_file_name(),
        Message::LikelyNameInFileName => w.checker_likely_name_in_file_name(),
        Message::PictureMakerData => w.checker_picture_maker_data(),
        Message::PictureThumbnail => w.checker_picture_thumbnail(),
        Message::EmailHarvest { grade } => harvest(w, *grade),
        Message::PictureNotPermitted { exact: true } => w.checker_picture_not_permitted(),
        Message::PictureNotPermitted { exact: false } => w.checker_picture_copy_not_permitted(),
        Message::LinkGone { status: None } => w.checker_link_silent(),
        Message::LinkReviewDue { last: None } => w.checker_link_never_reviewed(),
        Message::PictureUncredited => w.checker_picture_uncredited(),
        Message::PicturePosition { held_in } => return w.checker_picture_position(source(w, *held_in)),
        Message::PicturePlaceName { held_in, field } => {
            return w.checker_picture_place_name(source(w, *held_in), field);
        }
        Message::PictureNamesPupil { held_in, field } => {
            return w.checker_picture_names_pupil(source(w, *held_in), field);
        }
        Message::PictureNamesPerson { held_in, field } => {
            return w.checker_picture_names_person(source(w, *held_in), field);
        }
        Message::PictureLeftBehind { bytes } => return w.checker_picture_left_behind(bytes.div_ceil(1_000)),
        Message::LinkGone { status: Some(status) } => return w.checker_link_error(&status.to_string()),
        Message::LinkElsewhere { to } => return w.checker_link_elsewhere(to),
        Message::LinkReviewDue { last: Some(last) } => return w.checker_link_review_due(&w.date(*last)),
        Message::ServiceSuperseded { service, replaced_by: Some(new) } => {
            return w.checker_service_replaced(service, new);
        }
        Message::ServiceSuperseded { service, replaced_by: None } => return w.checker_service_gone(service),
        Message::CeopMissing { looked_at } => return w.checker_ceop_missing(u64::from(*looked_at)),
        Message::ItemMissing { item, duty: true, looked_at } => {
            return w.checker_item_has_to(item, &looked_at.join(", "));
        }
        Message::ItemMissing { item, duty: false, looked_at } => {
            return w.checker_item_should(item, &looked_at.join(", "));
        }
    };
    text.to_owned()
}

fn likely_child(w: Words, context: ChildContext) -> &'static str {
    match context {
        ChildContext::Class => w.checker_likely_child_class(),
        ChildContext::Age => w.checker_likely_child_age(),
        ChildContext::Award => w.checker_likely_child_award(),
        ChildContext::Team => w.checker_likely_child_team(),
        ChildContext::Family => w.checker_likely_child_family(),
        ChildContext::Pupil => w.checker_likely_child_pupil(),
    }
}

fn source(w: Words, source: MetadataSource) -> &'static str {
    match source {
        MetadataSource::Exif => "EXIF",
        MetadataSource::Xmp => "XMP",
        MetadataSource::Iptc => "IPTC",
        MetadataSource::Comment => w.checker_source_comment(),
    }
}

fn harvest(w: Words, grade: HarvestGrade) -> &'static str {
    match grade {
        HarvestGrade::Script => w.checker_harvest_script(),
        HarvestGrade::Encoded => w.checker_harvest_encoded(),
        HarvestGrade::Words => w.checker_harvest_words(),
        HarvestGrade::Plain => w.checker_harvest_plain(),
        HarvestGrade::Mailto => w.checker_harvest_mailto(),
        HarvestGrade::BreaksScreenReaders => w.checker_harvest_breaks_screen_readers(),
    }
}

/// How to put it right.
pub fn fix(w: Words, fix: &Fix) -> String {
    let text = match fix {
        Fix::FirstNameOnly { replacement } => return w.checker_fix_first_name(replacement),
        Fix::SchoolContact { replacement: Some(own) } => return w.checker_fix_school_contact(own),
        Fix::RenameFile { replacement } => return w.checker_fix_rename(replacement),
        Fix::ChangeLink { replacement: Some(link) } => return w.checker_fix_link_to(link),
        Fix::TakeOut => w.checker_fix_take_out(),
        Fix::SchoolContact { replacement: None } => w.checker_fix_own_contact(),
        Fix::StripMetadata => w.checker_fix_strip(),
        Fix::ContactForm => w.checker_fix_contact_form(),
        Fix::OtherPicture => w.checker_fix_other_picture(),
        Fix::ChangeLink { replacement: None } => w.checker_fix_link(),
        Fix::Review => w.checker_fix_review(),
        Fix::Publish => w.checker_fix_publish(),
        Fix::AddCredit => w.checker_fix_credit(),
    };
    text.to_owned()
}

/// What to put in place of what was found, where a program can do it: a text, a file name, a link; empty where it is to be taken
/// out.
pub fn replacement(fix: Fix) -> Option<String> {
    match fix {
        Fix::FirstNameOnly { replacement } | Fix::RenameFile { replacement } => Some(replacement),
        Fix::SchoolContact { replacement } | Fix::ChangeLink { replacement } => replacement,
        Fix::TakeOut => Some(String::new()),
        Fix::StripMetadata | Fix::ContactForm | Fix::OtherPicture | Fix::Review | Fix::Publish | Fix::AddCredit => None,
    }
}

/// What a rule looks for.
pub fn described(w: Words, rule: Rule) -> &'static str {
    match rule {
        Rule::PupilFullName => w.checker_rule_pupil_full_name(),
        Rule::LikelyFullName => w.checker_rule_likely_full_name(),
        Rule::StaffContact => w.checker_rule_staff_contact(),
        Rule::EmailAddress => w.checker_rule_email_address(),
        Rule::PhoneNumber => w.checker_rule_phone_number(),
        Rule::PostalAddress => w.checker_rule_postal_address(),
        Rule::NameByPicture => w.checker_rule_name_by_picture(),
        Rule::NameInFileName => w.checker_rule_name_in_file_name(),
        Rule::PictureLocation => w.checker_rule_picture_location(),
        Rule::PictureMetadataName => w.checker_rule_picture_metadata_name(),
        Rule::PictureHoldsMore => w.checker_rule_picture_holds_more(),
        Rule::HarvestableEmail => w.checker_rule_harvestable_email(),
        Rule::PictureWithoutPermission => w.checker_rule_picture_without_permission(),
        Rule::LinkBroken => w.checker_rule_link_broken(),
        Rule::LinkMoved => w.checker_rule_link_moved(),
        Rule::LinkUnreviewed => w.checker_rule_link_unreviewed(),
        Rule::SupersededService => w.checker_rule_superseded_service(),
        Rule::CeopLinkMissing => w.checker_rule_ceop_link_missing(),
        Rule::MustPublishMissing => w.checker_rule_must_publish_missing(),
        Rule::CreditMissing => w.checker_rule_credit_missing(),
    }
}

/// Why something was not examined.
pub fn why(w: Words, why: Why) -> &'static str {
    match why {
        Why::TooLarge => w.checker_why_too_large(),
        Why::TooMuchInside => w.checker_why_too_much_inside(),
        Why::TooManyEntries => w.checker_why_too_many_entries(),
        Why::TooDeep => w.checker_why_too_deep(),
        Why::Damaged => w.checker_why_damaged(),
        Why::Encrypted => w.checker_why_encrypted(),
        Why::UnknownKind => w.checker_why_unknown_kind(),
        Why::UnknownEncoding => w.checker_why_unknown_encoding(),
        Why::NoText => w.checker_why_no_text(),
        Why::UnreadableFont => w.checker_why_unreadable_font(),
        Why::Embedded => w.checker_why_embedded(),
        Why::TooManyFindings => w.checker_why_too_many_findings(),
    }
}

/// Why there is no safe version.
pub fn not_clean(w: Words, problem: NotClean) -> String {
    match problem {
        NotClean::OtherKind => w.checker_not_clean_other_kind().to_owned(),
        NotClean::Pdf => w.checker_not_clean_pdf().to_owned(),
        NotClean::Unread(unread) => format!("{} {}", w.checker_not_clean_unread(), why(w, unread)),
    }
}

/// An outcome, in a few words.
pub fn verdict(w: Words, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Clear => w.checker_verdict_clear(),
        Verdict::Review => w.checker_verdict_review(),
        Verdict::NotExamined => w.checker_verdict_not_examined(),
        Verdict::Stop => w.checker_verdict_stop(),
    }
}

/// How much a finding matters, in a word.
pub fn severity(w: Words, severity: Severity) -> &'static str {
    match severity {
        Severity::Stop => w.checker_severity_stop(),
        Severity::Warn => w.checker_severity_warn(),
        Severity::Note => w.checker_severity_note(),
    }
}
