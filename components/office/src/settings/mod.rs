//! The school's settings, one topic a page, and setting a school up.

mod area;
mod fields;
mod form;
mod index;
mod letters;
mod look;
mod notices;
mod plain;
mod profile;
mod publication;
mod purpose_added;
mod purpose_state;
mod purposes;
mod save;
mod set_up;
pub(crate) mod tokens;
mod topics;
mod views;

use form::Form;
use reception::{Colleague, Problem};
use school_types::PurposeId;
use web::{Access, Found, Refusal, Response, Route};

pub(crate) use topics::topic_said;

use crate::{
    Office, roles,
    routes::{self, get, post},
};

/// What is done here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// What is still missing.
    SetUp,
    /// Every topic, and how it stands.
    Index,
    /// A topic's form.
    Show(Page),
    /// Saves it.
    Save(Page),
    /// Every question to families.
    Purposes,
    /// Every contact of the area.
    Area,
    /// How letters travel.
    Letters,
    /// Keeps the account they travel by.
    SaveLetters,
    /// Sends a letter to whoever asks for it.
    TestLetter,
    /// Tokens of programs.
    Tokens,
    /// Makes one.
    MakeToken,
    /// Ends one.
    EndToken,
}

/// A topic that has a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The school's name.
    Name,
    /// Its languages.
    Languages,
    /// Its colour.
    Accent,
    /// Its crest.
    Crest,
    /// How the office is reached.
    Office,
    /// How parents sign in.
    SignIn,
    /// Pupils' views.
    PupilView,
    /// Websites that show the help panel.
    Websites,
    /// What may be published.
    Checker,
    /// The profile it starts from.
    Template,
    /// The safeguarding lead.
    SafeguardingLead,
    /// The privacy notice.
    Privacy,
    /// The accessibility statement.
    Accessibility,
    /// One question to families.
    Purpose,
    /// Whether it is asked.
    PurposeState,
    /// The area's authority.
    Authority,
    /// One contact of the area.
    Contact,
}

const STAFF: Access = Access::Staff(roles::SETTINGS);
const DECIDERS: Access = Access::Staff(roles::PURPOSES);

/// Its routes.
pub(crate) const ROUTES: &[Route<Action>] = &[
    get("set-up", "/s/{school}/office/set-up", STAFF, Action::SetUp),
    get("settings", "/s/{school}/office/settings", STAFF, Action::Index),
    get("name-form", "/s/{school}/office/settings/name", STAFF, Action::Show(Page::Name)),
    post("name", "/s/{school}/office/settings/name", STAFF, Action::Save(Page::Name)),
    get("languages-form", "/s/{school}/office/settings/languages", STAFF, Action::Show(Page::Languages)),
    post("languages", "/s/{school}/office/settings/languages", STAFF, Action::Save(Page::Languages)),
    get("accent-form", "/s/{school}/office/settings/accent", STAFF, Action::Show(Page::Accent)),
    post("accent", "/s/{school}/office/settings/accent", STAFF, Action::Save(Page::Accent)),
    get("crest-form", "/s/{school}/office/settings/crest", STAFF, Action::Show(Page::Crest)),
    post("crest", "/s/{school}/office/settings/crest", STAFF, Action::Save(Page::Crest)),
    get("contact-details-form", "/s/{school}/office/settings/office", STAFF, Action::Show(Page::Office)),
    post("contact-details", "/s/{school}/office/settings/office", STAFF, Action::Save(Page::Office)),
    get("ways-form", "/s/{school}/office/settings/sign-in", STAFF, Action::Show(Page::SignIn)),
    post("ways", "/s/{school}/office/settings/sign-in", STAFF, Action::Save(Page::SignIn)),
    get("pupil-view-form", "/s/{school}/office/settings/pupil-view", STAFF, Action::Show(Page::PupilView)),
    post("pupil-view", "/s/{school}/office/settings/pupil-view", STAFF, Action::Save(Page::PupilView)),
    get("websites-form", "/s/{school}/office/settings/websites", STAFF, Action::Show(Page::Websites)),
    post("websites", "/s/{school}/office/settings/websites", STAFF, Action::Save(Page::Websites)),
    get("publication-form", "/s/{school}/office/settings/publication", STAFF, Action::Show(Page::Checker)),
    post("publication", "/s/{school}/office/settings/publication", STAFF, Action::Save(Page::Checker)),
    get("lead-form", "/s/{school}/office/settings/safeguarding-lead", STAFF, Action::Show(Page::SafeguardingLead)),
    post("lead", "/s/{school}/office/settings/safeguarding-lead", STAFF, Action::Save(Page::SafeguardingLead)),
    get("privacy-form", "/s/{school}/office/settings/privacy", STAFF, Action::Show(Page::Privacy)),
    post("privacy", "/s/{school}/office/settings/privacy", STAFF, Action::Save(Page::Privacy)),
    get("accessibility-form", "/s/{school}/office/settings/accessibility", STAFF, Action::Show(Page::Accessibility)),
    post("accessibility", "/s/{school}/office/settings/accessibility", STAFF, Action::Save(Page::Accessibility)),
    get("profile-form", "/s/{school}/office/settings/profile", STAFF, Action::Show(Page::Template)),
    post("profile", "/s/{school}/office/settings/profile", STAFF, Action::Save(Page::Template)),
    get("purposes", "/s/{school}/office/settings/purposes", DECIDERS, Action::Purposes),
    get("purpose-form", "/s/{school}/office/settings/purposes/{purpose}", DECIDERS, Action::Show(Page::Purpose)),
    post("purpose", "/s/{school}/office/settings/purposes/{purpose}", DECIDERS, Action::Save(Page::Purpose)),
    get(
        "purpose-state-form",
        "/s/{school}/office/settings/purposes/{purpose}/state",
        DECIDERS,
        Action::Show(Page::PurposeState),
    ),
    post(
        "purpose-state",
        "/s/{school}/office/settings/purposes/{purpose}/state",
        DECIDERS,
        Action::Save(Page::PurposeState),
    ),
    get("area", "/s/{school}/office/settings/area", STAFF, Action::Area),
    get("authority-form", "/s/{school}/office/settings/area/authority", STAFF, Action::Show(Page::Authority)),
    post("authority", "/s/{school}/office/settings/area/authority", STAFF, Action::Save(Page::Authority)),
    get("local-contact-form", "/s/{school}/office/settings/area/{kind}", STAFF, Action::Show(Page::Contact)),
    post("local-contact", "/s/{school}/office/settings/area/{kind}", STAFF, Action::Save(Page::Contact)),
    get("letters", "/s/{school}/office/settings/letters", STAFF, Action::Letters),
    post("save-letters", "/s/{school}/office/settings/letters", STAFF, Action::SaveLetters),
    post("test-letter", "/s/{school}/office/settings/letters/test", STAFF, Action::TestLetter),
    get("tokens", "/s/{school}/office/settings/tokens", STAFF, Action::Tokens),
    post("make-token", "/s/{school}/office/settings/tokens", STAFF, Action::MakeToken),
    post("end-token", "/s/{school}/office/settings/tokens/{token}/end", STAFF, Action::EndToken),
];

/// Does it.
pub(crate) async fn act(
    office: &Office,
    colleague: &Colleague<'_, '_>,
    found: &Found<routes::Action>,
    action: Action,
) -> Result<Response, Problem> {
    match action {
        Action::SetUp => set_up::show(colleague).await,
        Action::Index => index::show(colleague).await,
        Action::Show(page) => save::show(colleague, form_of(colleague, found, page)?.as_ref()).await,
        Action::Save(page) => save::save(colleague, form_of(colleague, found, page)?.as_ref()).await,
        Action::Purposes => purposes::list(colleague),
        Action::Area => area::list(colleague),
        Action::Letters => letters::show(colleague).await,
        Action::SaveLetters => letters::save(colleague).await,
        Action::TestLetter => letters::test(office, colleague).await,
        Action::Tokens => tokens::list(colleague).await,
        Action::MakeToken => tokens::make(colleague).await,
        Action::EndToken => tokens::end(colleague, &found.segment("token")?).await,
    }
}

/// The form of a page; there is none of a purpose or contact nobody knows.
fn form_of(colleague: &Colleague<'_, '_>, found: &Found<routes::Action>, page: Page) -> Result<Box<dyn Form>, Problem> {
    Ok(match page {
        Page::Name => Box::new(plain::Name),
        Page::Languages => Box::new(plain::Languages),
        Page::Accent => Box::new(look::Accent),
        Page::Crest => Box::new(look::CrestForm),
        Page::Office => Box::new(plain::OfficeForm),
        Page::SignIn => Box::new(plain::SignInForm),
        Page::PupilView => Box::new(views::PupilView),
        Page::Websites => Box::new(plain::Websites),
        Page::Checker => Box::new(publication::Checker),
        Page::Template => Box::new(profile::Template),
        Page::SafeguardingLead => Box::new(notices::SafeguardingLead),
        Page::Privacy => Box::new(notices::PrivacyForm),
        Page::Accessibility => Box::new(notices::AccessibilityForm),
        Page::Authority => Box::new(area::Authority),
        Page::Contact => Box::new(area::ContactForm { kind: found.segment("kind")? }),
        Page::Purpose | Page::PurposeState => {
            let id: PurposeId = found.segment("purpose")?;
            let known = colleague.guest().school()?.profile().any_purpose(&id).cloned();
            match (known, page) {
                (Some(purpose), Page::Purpose) => Box::new(purposes::PurposeForm { purpose }),
                (Some(purpose), _) => Box::new(purpose_state::StateForm { purpose }),
                (None, Page::Purpose) if profiles::is_own(&id) => Box::new(purpose_added::AddedForm { id }),
                (None, _) => return Err(Refusal::NotFound.into()),
            }
        }
    })
}
