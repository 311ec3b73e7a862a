//! Letters with sign-in codes, and paper forms: who gets one, and the file to print.

use futures::future::try_join_all;
use pages::{
    Body, Bullets, Button, ButtonRow, Checkboxes, Choice, Column, DateInput, Empty, ErrorSummary, Form, Heading, Line,
    Notice, Paragraph, Radios, Render, Table, Width,
};
use printed_letters::{CodeLetter, ListedChild, PaperForm, Printing, Sheet};
use reception::{Colleague, Problem};
use records::{AuditEvent, Batch, MailingEvent, Mailings};
use school_types::{ChildId, ContactId, OperationId};
use web::{Refusal, Response};

use super::{
    choose::choice,
    gather::{Adult, Families, School, gather},
    group::Group,
    typed::{BOTH, Typed, Wanted, Wrong},
};
use crate::form::operation;

/// How many codes are kept at the same time.
const PORTION: usize = 64;

/// The groups in front of years and classes.
const GROUPS: [Group; 2] = [Group::NoEmail, Group::All];

/// The choice of families, and once they are chosen, what they will get.
pub(super) async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let school = School::of(colleague).await?;
    let group = colleague.guest().request().query().choice::<Group>("who").ok();
    let families = match &group {
        Some(group) => Some(gather(colleague, &school, group, None).await?),
        None => None,
    };
    let chosen = group.as_ref().zip(families.as_ref());
    let (chrome, body) = page(colleague, &school, chosen, None, &[], colleague.operation()?).await?;
    Ok(colleague.page(&chrome, body))
}

async fn page(
    colleague: &Colleague<'_, '_>,
    school: &School,
    chosen: Option<(&Group, &Families)>,
    typed: Option<&Typed>,
    errors: &[(&'static str, &'static str)],
    operation: OperationId,
) -> Result<(pages::Chrome, Body), Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let title = w.families_letters_title();
    let summary = errors.iter().fold(ErrorSummary::new(w), |summary, (field, text)| summary.with(*field, *text));
    let mut body = Body::new()
        .with(summary)
        .with(Heading::page(title))
        .with(Paragraph::lead(w.families_letters_lead()))
        .with(choice(colleague, school, "office/letters", &GROUPS, chosen.map(|(group, _)| group))?);
    if let Some((group, families)) = chosen {
        body = if families.pupils.is_empty() {
            body.with(Empty::new(w.families_none_title(), w.families_none_text()))
        } else {
            body.with(preview(colleague, group, families, typed, errors, operation).await?)
        };
    }
    let back = match chosen {
        Some((Group::Child(child), _)) => guest.at(&format!("office/children/{child}"))?,
        _ => guest.at("office")?,
    };
    Ok((colleague.chrome(title)?.width(Width::Wide).back(back), body))
}

async fn preview(
    colleague: &Colleague<'_, '_>,
    group: &Group,
    families: &Families,
    typed: Option<&Typed>,
    errors: &[(&'static str, &'static str)],
    operation: OperationId,
) -> Result<Body, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let (records, school) = (colleague.records(), colleague.school()?);
    let profile = guest.school()?.profile();
    let error = |field: &str| errors.iter().find(|(name, _)| *name == field).map(|(_, text)| *text);
    let have = try_join_all(families.adults.iter().map(|adult| records.has_letter_code(school, &adult.id))).await?;
    let sent = records.mailings(school).fold::<Mailings>().await?.value;
    let (letters, forms) = (families.adults.len() as u64, families.pupils.len() as u64);
    let mut body = Body::new();
    let by_hand = by_hand(families)?;
    if !by_hand.is_empty() {
        let names = Bullets::new(by_hand);
        body = body.with(
            Notice::care().title(w.families_by_hand()).with(Paragraph::new(w.families_by_hand_text())).with(names),
        );
    }
    let ending = have.iter().filter(|has| **has).count() as u64;
    if ending > 0 && profile.sign_in.letter_codes {
        body = body.with(Notice::info().with(Paragraph::new(w.families_codes_end(ending))));
    }
    let mut form =
        Form::post(guest.at("office/letters")?, colleague.token()).operation(&operation).hidden("who", group.word());
    if group.is_chosen_from() {
        let mut which = Checkboxes::new(w, "pupil", w.families_pupils()).error(error("pupil"));
        for id in &families.pupils {
            let name = families.known.get(id).map(|pupil| pupil.entry.listed()).unwrap_or_default();
            which = which.choice(id.as_str(), name);
        }
        let ticked = typed.map_or_else(|| families.pupils.clone(), |typed| typed.pupils.clone());
        form = form.with(which.chosen(ticked.iter().map(ChildId::as_str)));
    }
    let mut what = Checkboxes::new(w, "what", w.families_what()).error(error("what"));
    if profile.sign_in.letter_codes {
        let count = w.families_what_letters_count(letters);
        what = what.with(Choice::new("letters", w.families_what_letters()).hint(count));
    } else {
        body = body.with(Notice::info().with(Paragraph::new(w.families_no_codes())));
    }
    what = what.with(Choice::new("forms", w.families_what_forms()).hint(w.families_what_forms_count(forms)));
    let ticked = typed.map(|typed| [("letters", typed.letters), ("forms", typed.forms)]).into_iter().flatten();
    form = form.with(what.chosen(ticked.filter(|(_, is)| *is).map(|(word, _)| word)));
    if profile.languages.len() > 1 {
        let mut language = Radios::new(w, "language", w.families_language()).in_row().error(error("language"));
        for each in &profile.languages {
            language = language.choice(each.tag(), each.own_name());
        }
        let language = language.choice(BOTH, w.families_language_both());
        form = form.with(language.chosen(typed.map(|typed| typed.language.as_str())));
    }
    let day = typed.map(|typed| typed.day.clone()).unwrap_or_default();
    let day = DateInput::new(w, "return", w.families_return()).hint(w.families_return_hint()).typed(day);
    form = form
        .with(day.error(error("return")))
        .with(Paragraph::soft(w.families_letters_record()))
        .with(ButtonRow::new().with(Button::primary(w.families_print())));
    Ok(body.with(form).with(who_gets(colleague, families, &sent)?))
}

/// Who gets a letter, about whom, and when they last got one.
fn who_gets(colleague: &Colleague<'_, '_>, families: &Families, sent: &Mailings) -> Result<Body, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let columns = [
        Column::new(w.families_column_adult()),
        Column::new(w.families_column_children()),
        Column::new(w.families_column_email()),
        Column::new(w.families_column_letter()),
    ];
    let mut table = Table::new("adults", w.families_adults_count(families.adults.len() as u64), columns);
    for adult in &families.adults {
        let email = match &adult.e_mail {
            Some(address) => Line::new().email(address),
            None => Line::new().text(w.families_no_email()),
        };
        let last = sent.letters.get(&adult.id).map_or_else(|| w.families_never().to_owned(), |at| w.date_time(*at));
        let children = w.list(&families.names(&adult.children));
        table = table.row([adult.name.render(), children.render(), email.render(), last.render()]);
    }
    Ok(Body::new().with(table))
}

/// The names that our typefaces cannot print.
fn by_hand(families: &Families) -> Result<Vec<String>, Problem> {
    let children: Vec<String> = families.known.values().map(|pupil| pupil.entry.facts.name.full()).collect();
    let names = families.adults.iter().map(|adult| adult.name.as_str()).chain(children.iter().map(String::as_str));
    let names = printed_letters::to_write_by_hand(names).map_err(|_| Problem::Broken("a typeface cannot be read"))?;
    Ok(names.into_iter().map(str::to_owned).collect())
}

/// Prints. The same form sent again prints the same codes.
pub(super) async fn print(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let fields = colleague.form()?;
    let guest = colleague.guest();
    let w = guest.words();
    let operation = operation(&fields)?;
    let group = fields.choice::<Group>("who").map_err(|_| Refusal::BadForm)?;
    let school = School::of(colleague).await?;
    let typed = Typed::of(&fields);
    let profile = guest.school()?.profile();
    let mut wanted = typed.read(w, &profile.languages, clock::london_date(guest.now()));
    let is_chosen = group.is_chosen_from();
    if is_chosen && typed.pupils.is_empty() {
        let wrong = ("pupil", w.families_pupils_missing());
        wanted = Err(wanted.err().into_iter().flatten().chain([wrong]).collect::<Wrong>());
    }
    match wanted {
        Err(wrong) => {
            let families = gather(colleague, &school, &group, None).await?;
            let chosen = Some((&group, &families));
            let (chrome, body) = page(colleague, &school, chosen, Some(&typed), &wrong, operation).await?;
            Ok(guest.page_with_errors(chrome, body))
        }
        Ok(wanted) => {
            let chosen = is_chosen.then_some(typed.pupils.as_slice());
            let families = gather(colleague, &school, &group, chosen).await?;
            if families.pupils.is_empty() {
                return Err(Refusal::NotFound.into());
            }
            file(colleague, &families, &typed, &wanted, &operation).await
        }
    }
}

/// The file. The codes work from the moment it is handed out: it is made before they are kept, so that no code that works
/// is on no letter.
async fn file(
    colleague: &Colleague<'_, '_>,
    families: &Families,
    typed: &Typed,
    wanted: &Wanted,
    operation: &OperationId,
) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let (records, school) = (colleague.records(), colleague.school()?);
    let settings = guest.school()?;
    let profile = settings.profile();
    let adults: &[Adult] = if typed.letters && profile.sign_in.letter_codes { &families.adults } else { &[] };
    let forms: &[ChildId] = if typed.forms { &families.pupils } else { &[] };
    let origin = guest.desk().settings().public_address()?;
    let sheets = sheets(colleague, families, adults, forms, operation)?;
    let on_paper = printed_letters::School {
        name: settings.name(),
        telephone: &profile.office.telephone,
        e_mail: &profile.office.e_mail,
        sign_in: &origin.at(&guest.at("sign-in/letter")?),
        purposes: &profile.purposes,
    };
    let printing =
        Printing { languages: &wanted.languages, made: clock::london_date(guest.now()), return_by: wanted.return_by };
    let printed = printed_letters::print(&on_paper, &sheets, &printing)
        .map_err(|_| Problem::Broken("letters could not be printed"))?;
    for portion in adults.chunks(PORTION) {
        try_join_all(portion.iter().map(|adult| records.issue_letter_code(school, &adult.id, operation))).await?;
    }
    let letters: Vec<ContactId> = adults.iter().map(|adult| adult.id.clone()).collect();
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let audit = AuditEvent::LettersPrinted { letters: count(letters.len()), forms: count(forms.len()) };
    let mut batch = Batch::default();
    batch.add(&records.audit(school), &audit, operation)?;
    batch.add(&records.mailings(school), &MailingEvent::Printed { letters, forms: forms.to_vec() }, operation)?;
    records.append_all(&batch).await?;
    Ok(web::download(printed.pdf, "application/pdf", &guest.words().families_file(guest.school_id()?.as_str())))
}

/// The sheets, family by family: a pupil's form lies behind the letters of whoever decides about them.
fn sheets(
    colleague: &Colleague<'_, '_>,
    families: &Families,
    adults: &[Adult],
    forms: &[ChildId],
    operation: &OperationId,
) -> Result<Vec<Sheet>, Problem> {
    let guest = colleague.guest();
    let (records, school) = (colleague.records(), colleague.school()?);
    let profile = guest.school()?.profile();
    let listed = |id: &ChildId| {
        let entry = &families.known.get(id)?.entry;
        let (name, called) = (entry.facts.name.full(), entry.called().to_owned());
        Some(ListedChild { name, called, class: entry.facts.class.reveal().clone() })
    };
    let mut sheets = Vec::new();
    let mut left: Vec<&Adult> = adults.iter().collect();
    for id in &families.pupils {
        let (own, others): (Vec<&Adult>, Vec<&Adult>) = left.into_iter().partition(|adult| adult.children.contains(id));
        left = others;
        for adult in own {
            let code = records.letter_code(school, &adult.id, operation).grouped();
            let children = adult.children.iter().filter_map(listed).collect();
            sheets.push(Sheet::Letter(CodeLetter { to: adult.name.clone(), children, code }));
        }
        if let Some((child, pupil)) = listed(id).zip(families.known.get(id)).filter(|_| forms.contains(id)) {
            let facts = &pupil.entry.facts;
            let asks_view = profile.pupil_view.asks(facts.year_group, Some(facts.key_stage));
            sheets.push(Sheet::Form(PaperForm { child, asks_view }));
        }
    }
    Ok(sheets)
}
