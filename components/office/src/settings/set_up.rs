//! What is still missing before families are asked, worked out from the records.

use pages::{Body, Checklist, Heading, Notice, Paragraph, Progress, Todo, Width};
use profiles::{Profile, ProfileFields, SchoolSettings};
use reception::{Colleague, Problem};
use records::{Roll, School, Staff};
use school_types::{ChildId, Role};
use signpost_rules::LocalKind;
use web::Response;

use super::letters;

/// What the records say.
struct Facts {
    administrators: usize,
    leads: usize,
    staff: usize,
    pupils: usize,
    /// Pupils for whom nobody can decide.
    undecided: usize,
    letters: bool,
}

async fn facts(colleague: &Colleague<'_, '_>) -> Result<Facts, Problem> {
    let (records, school) = (colleague.records(), colleague.school()?);
    let accounts = records.staff_accounts(school).await?;
    let has = |staff: &Staff, role| staff.present().is_some_and(|facts| facts.roles.contains(&role));
    let with = |role| accounts.iter().filter(|(_, staff)| staff.credential.is_some() && has(staff, role)).count();
    let roll = records.roll(school).fold::<Roll>().await?.value;
    let ids: Vec<ChildId> = roll.present().map(|(child, _)| child.clone()).collect();
    let children = records.children(school, &ids).await?;
    Ok(Facts {
        administrators: with(Role::Administrator),
        leads: with(Role::SafeguardingLead),
        staff: accounts.iter().filter(|(_, staff)| staff.present().is_some()).count(),
        pupils: ids.len(),
        undecided: children.iter().filter(|(_, child)| child.holders().is_empty()).count(),
        letters: letters::is_ready(colleague).await?,
    })
}

/// Whether `settings` still hold what some template gives as an example.
fn is_example(
    settings: &SchoolSettings,
    templates: &[Profile],
    same: impl Fn(&ProfileFields, &ProfileFields) -> bool,
) -> bool {
    templates.iter().any(|template| same(settings.profile(), template))
}

/// The checklist.
pub(super) async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let school = colleague.records().school(colleague.school()?).fold::<School>().await?.value.0;
    let settings = *school.ok_or(Problem::Broken("the school vanished"))?;
    let facts = facts(colleague).await?;
    let (all, done) = todos(colleague, &settings, &facts)?;
    let guest = colleague.guest();
    let w = guest.words();
    let count = all.len() as u64;
    let mut body = Body::new().with(Heading::page(w.set_up_title()));
    body = if done == count {
        let ready = Notice::success().title(w.set_up_ready());
        body.with(ready.with(Paragraph::new(w.set_up_ready_text())))
    } else {
        body.with(Paragraph::lead(w.set_up_lead()))
    };
    let progress = Progress::new(w.set_up_progress(&done.to_string(), &count.to_string()), done, count);
    let body = body.with(Paragraph::new(progress)).with(Checklist::new(w, all));
    let chrome = colleague.chrome(w.set_up_title())?.width(Width::Middle).back(guest.at("office")?);
    Ok(colleague.page(&chrome, body))
}

/// Everything there is to do, and how much of it is done.
fn todos(colleague: &Colleague<'_, '_>, settings: &SchoolSettings, facts: &Facts) -> Result<(Vec<Todo>, u64), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let templates = Profile::templates().unwrap_or_default();
    let profile = settings.profile();
    let example = |same: fn(&ProfileFields, &ProfileFields) -> bool| is_example(settings, &templates, same);
    let crest = !example(|own, template| own.crest == template.crest);
    let office = !example(|own, template| {
        own.office.telephone == template.office.telephone
            || own.office.e_mail == template.office.e_mail
            || own.office.address == template.office.address
    });
    let websites = !example(|own, template| own.embed_origins == template.embed_origins);
    let area = profile.local_contacts.social_care.is_some()
        && !example(|own, template| {
            let made_up = |kind: &&LocalKind| {
                let contact = own.local_contacts.get(**kind);
                contact.is_some_and(|contact| {
                    Some(contact.ways()) == template.local_contacts.get(**kind).map(|c| c.ways())
                })
            };
            LocalKind::ALL.iter().any(|kind| made_up(&kind))
        });
    let lead = profile.safeguarding_lead.is_some();
    let privacy = profile.privacy.is_complete();
    let accessibility = profile.accessibility.reviewed.is_some();
    let still = |is_own: bool, missing: &'static str| if is_own { String::new() } else { missing.to_owned() };
    let people = |count: usize| count as u64;
    let rows: [(&str, &str, &str, bool, String); 15] = [
        (
            w.settings_topic_name(),
            w.set_up_name_why(),
            "settings/name",
            true,
            settings.name().get(w.language()).to_owned(),
        ),
        (
            w.set_up_template(),
            w.set_up_template_why(),
            "settings/profile",
            true,
            profile.title.get(w.language()).to_owned(),
        ),
        (w.settings_topic_crest(), w.set_up_crest_why(), "settings/crest", crest, still(crest, w.set_up_example())),
        (
            w.settings_topic_office(),
            w.set_up_office_why(),
            "settings/office",
            office,
            still(office, w.set_up_office_missing()),
        ),
        (
            w.settings_topic_safeguarding_lead(),
            w.set_up_safeguarding_lead_why(),
            "settings/safeguarding-lead",
            lead,
            still(lead, w.set_up_not_entered()),
        ),
        (
            w.settings_topic_privacy(),
            w.set_up_privacy_why(),
            "settings/privacy",
            privacy,
            still(privacy, w.set_up_privacy_missing()),
        ),
        (
            w.settings_topic_accessibility(),
            w.set_up_accessibility_why(),
            "settings/accessibility",
            accessibility,
            still(accessibility, w.set_up_not_entered()),
        ),
        (
            w.set_up_administrator(),
            w.set_up_administrator_why(),
            "staff",
            facts.administrators > 1,
            w.set_up_administrator_now(people(facts.administrators)),
        ),
        (w.set_up_lead_person(), w.set_up_lead_person_why(), "staff", facts.leads > 0, String::new()),
        (w.set_up_staff(), w.set_up_staff_why(), "people", facts.staff > 2, w.set_up_staff_now(people(facts.staff))),
        (
            w.set_up_pupils(),
            w.set_up_pupils_why(),
            "people",
            facts.pupils > 0,
            w.set_up_pupils_now(people(facts.pupils)),
        ),
        (
            w.set_up_contacts(),
            w.set_up_contacts_why(),
            "people",
            facts.pupils > 0 && facts.undecided == 0,
            w.set_up_contacts_now(people(facts.undecided)),
        ),
        (w.settings_topic_letters(), w.set_up_letters_why(), "settings/letters", facts.letters, String::new()),
        (w.settings_topic_area(), w.set_up_area_why(), "settings/area", area, still(area, w.set_up_example())),
        (
            w.settings_topic_websites(),
            w.set_up_websites_why(),
            "settings/websites",
            websites,
            still(websites, w.set_up_example()),
        ),
    ];
    let mut todos = Vec::with_capacity(rows.len());
    let mut done = 0;
    for (title, why, path, is_done, now) in rows {
        let todo = Todo::new(title, why, guest.at(&format!("office/{path}"))?, is_done);
        todos.push(if now.is_empty() { todo } else { todo.now(now) });
        done += u64::from(is_done);
    }
    Ok((todos, done))
}
