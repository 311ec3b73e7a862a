//! Opening a school: from one of the profiles, with an invitation for its first administrator.
//!
//! The same request again is the same school: it finishes what was cut short, and answers the same invitation as long as it works.

use std::collections::BTreeMap;

use http::{HeaderValue, StatusCode, header::CONTENT_TYPE};
use profiles::{Profile, SchoolSettings};
use reception::{Guest, Problem};
use records::{
    Asker, AuditEvent, INVITATION_LASTS, Opening, Records, SettingsPart, StaffFacts, normal_address, staff_id,
};
use school_types::{Language, OperationId, Redacted, Role, SchoolId, StaffId, Text};
use serde::{Deserialize, Serialize};
use vault::{Domain, Scope};
use web::{Fields, Refusal, Response};

/// The longest name, in characters.
const NAME: usize = 80;

/// What is sent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// The school, as it stands in addresses: `elm-street`.
    id: String,
    /// What it is called.
    name: String,
    /// What it is called in Welsh, where that differs.
    #[serde(default)]
    name_cy: Option<String>,
    /// The profile it starts from: `p0` to `p4`.
    profile: String,
    /// Who sets it up.
    administrator: Administrator,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Administrator {
    /// The id in the school's own list of staff, so that bringing that list later finds the same account.
    #[serde(default)]
    id: Option<String>,
    name: Redacted<String>,
    e_mail: Redacted<String>,
}

/// What comes back.
#[derive(Serialize)]
struct Opened<'a> {
    school: &'a SchoolId,
    /// Where the administrator sets their account up.
    address: String,
    e_mail: &'a str,
    /// The code they need there; none once it was used or its time is over.
    invitation: Option<String>,
    invitation_works_for_days: Option<i64>,
}

/// What is wrong with a request (RFC 9457).
#[derive(Serialize)]
struct Refused<'a> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    code: &'static str,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
}

fn refuse(
    status: StatusCode,
    code: &'static str,
    title: &'static str,
    detail: &str,
    field: Option<&str>,
) -> Result<Response, Problem> {
    let body =
        Refused { r#type: "about:blank", title, status: status.as_u16(), code, detail: detail.to_owned(), field };
    let mut response = web::json(status, &body)?;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    Ok(response)
}

fn wrong(field: &str, detail: &str) -> Result<Response, Problem> {
    refuse(StatusCode::UNPROCESSABLE_ENTITY, "wrong-field", "A field cannot be taken", detail, Some(field))
}

/// Opens the school.
pub(super) async fn open(guest: &Guest<'_>) -> Result<Response, Problem> {
    let request = guest.request();
    if request.content_type().as_deref() != Some("application/json") {
        return Err(Refusal::UnsupportedContentType.into());
    }
    let asked: Asked = match terse_json::read(request.body()?) {
        Ok(asked) => asked,
        Err(_) => {
            let detail = "Send {\"id\", \"name\", \"profile\", \"administrator\": {\"name\", \"e_mail\"}}.";
            return refuse(StatusCode::BAD_REQUEST, "bad-json", "The body is not as it should be", detail, None);
        }
    };
    let Ok(school) = asked.id.parse::<SchoolId>() else {
        return wrong("id", "2 to 40 of a to z, 0 to 9 and single hyphens inside");
    };
    let Some(profile) = Profile::template(&asked.profile).ok().flatten() else {
        return wrong("profile", "one of p0, p1, p2, p3 and p4");
    };
    let mut names = BTreeMap::from([(Language::En, asked.name)]);
    names.extend(asked.name_cy.map(|name| (Language::Cy, name)));
    let Ok(name) = Text::try_from(names) else { return wrong("name", "one line of 1 to 80 letters") };
    let Ok(settings) = SchoolSettings::new(school.clone(), name, profile) else {
        return wrong("name", "one line of 1 to 80 letters");
    };
    let person: Fields = [("name", asked.administrator.name.reveal()), ("e_mail", asked.administrator.e_mail.reveal())]
        .into_iter()
        .collect();
    let Ok(name) = person.line("name", NAME) else {
        return wrong("administrator.name", "one line of 1 to 80 letters");
    };
    let Ok(e_mail) = person.email("e_mail") else {
        return wrong("administrator.e_mail", "an e-mail address");
    };
    let e_mail = normal_address(e_mail.reveal());

    let records = guest.desk().records().as_asker(Asker::task("schools"));
    // The operation is the request itself: whoever sends it again means the same school.
    let operation = operation(&records, request.body()?);
    match records.open_school(&settings, &operation).await? {
        Opening::Taken => {
            let detail = "There is a school of this id already. Nothing was changed.";
            refuse(StatusCode::CONFLICT, "school-exists", "The school is there", detail, Some("id"))
        }
        Opening::Busy => Err(Refusal::StoreDown.into()),
        opening => {
            let id = asked.administrator.id.unwrap_or_else(|| e_mail.clone());
            let staff = staff_id(records.vault(), &school, &id);
            let first = Administration { records: &records, school: &school, staff: &staff, operation: &operation };
            let facts = StaffFacts {
                name: Redacted::new(name),
                e_mail: Redacted::new(e_mail.clone()),
                roles: vec![Role::Administrator],
                classes: Vec::new(),
            };
            let invitation = first.invite(facts, opening).await?;
            let status = if opening == Opening::Opened { StatusCode::CREATED } else { StatusCode::OK };
            let origin = guest.desk().settings().public_address.as_ref().map_or("", |origin| origin.as_str());
            let answer = Opened {
                school: &school,
                address: format!("{origin}/s/{school}/office/invitation"),
                e_mail: &e_mail,
                invitation_works_for_days: invitation.as_ref().map(|_| INVITATION_LASTS.as_hours() / 24),
                invitation,
            };
            Ok(web::json(status, &answer)?)
        }
    }
}

/// The id of the operation that a body stands for.
fn operation(records: &Records, body: &[u8]) -> OperationId {
    let hash = records.vault().blind(&Scope::installation(Domain::Index), "open school", body);
    let mut id = [0; OperationId::BYTES];
    id.copy_from_slice(&hash[..OperationId::BYTES]);
    OperationId::from_bytes(id)
}

/// The school's first account.
struct Administration<'a> {
    records: &'a Records,
    school: &'a SchoolId,
    staff: &'a StaffId,
    operation: &'a OperationId,
}

impl Administration<'_> {
    /// Lists and invites them, as far as that is still to be done; the code, as long as it works.
    async fn invite(&self, facts: StaffFacts, opening: Opening) -> Result<Option<String>, Problem> {
        let Self { records, school, staff, operation } = *self;
        let account = records.staff_account(school, staff).await?;
        // Once there is an account, it is the school's own business what becomes of it.
        if account.facts().is_none() {
            records.list_staff(school, &[(staff.clone(), facts)]).await?;
        }
        if account.credential.is_none() && account.invitation.is_none() {
            records.invite_staff(school, staff, false, operation).await?;
            let audit = records.audit(school);
            if opening == Opening::Opened {
                audit.append(&AuditEvent::SettingsChanged { what: SettingsPart::Opened }, None).await?;
            }
            audit.append(&AuditEvent::StaffInvited { staff: staff.clone() }, None).await?;
        }
        let account = records.staff_account(school, staff).await?;
        let works = records.invitation_works(school, &account, operation);
        Ok(works.then(|| records.invitation_code(school, operation).grouped()))
    }
}
