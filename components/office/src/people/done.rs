//! After a list was taken: what it did, and what comes next.

use pages::{Body, ButtonRow, Confirmation, Heading, Line, LinkButton, Notice, Paragraph, Steps};
use people_lists::List;
use reception::{Colleague, Problem};
use records::ImportCounts;
use school_types::OperationId;
use web::Response;

use super::overview::counted;
use crate::roles;

/// The page.
pub(super) async fn show(
    colleague: &Colleague<'_, '_>,
    id: &OperationId,
    list: List,
    counts: &ImportCounts,
) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let title = match list {
        List::Pupils => w.people_done_pupils(),
        List::Contacts => w.people_done_contacts(),
        List::Staff => w.people_done_staff(),
    };
    let mut body = Body::new().with(Confirmation::new(title).lead(counted(w, counts)));
    if counts.rejected > 0 {
        let text = w.people_done_rejected(u64::from(counts.rejected));
        let file = guest.at(&format!("office/people/import/{id}/rejected.csv"))?;
        let link = Line::new().link(w.people_rejected_download(), &file);
        body = body.with(Notice::care().with(Paragraph::new(text)).with(Paragraph::new(link)));
    }
    let steps: Vec<String> = match list {
        List::Pupils => {
            [w.people_next_pupils_history(), w.people_next_pupils_contacts(), w.people_next_pupils_checker()]
                .map(str::to_owned)
                .to_vec()
        }
        List::Contacts => {
            [w.people_next_contacts_sign_in(), w.people_next_contacts_paper()].map(str::to_owned).to_vec()
        }
        List::Staff => vec![without_credential(colleague).await?],
    };
    body = body.with(Heading::section(w.people_next())).with(Steps::new(steps));
    let mut row = ButtonRow::new();
    row = match list {
        List::Pupils => row.with(LinkButton::primary(w.people_bring_contacts(), guest.at("office/people/contacts")?)),
        List::Staff if colleague.holds(roles::ACCOUNTS) => {
            row.with(LinkButton::primary(w.people_to_staff(), guest.at("office/staff")?))
        }
        List::Contacts if colleague.holds(roles::PERMISSIONS) => {
            row.with(LinkButton::primary(w.people_to_classes(), guest.at("office/classes")?))
        }
        List::Contacts | List::Staff => row,
    };
    let body = body.with(row.with(LinkButton::secondary(w.people_back_to_lists(), guest.at("office/people")?)));
    Ok(colleague.page(&colleague.chrome(title)?, body))
}

/// How many cannot sign in before they are invited.
async fn without_credential(colleague: &Colleague<'_, '_>) -> Result<String, Problem> {
    let w = colleague.guest().words();
    let accounts = colleague.records().staff_accounts(colleague.school()?).await?;
    let without = accounts.iter().filter(|(_, account)| account.present().is_some() && account.credential.is_none());
    let count = without.count() as u64;
    Ok(match (count, colleague.holds(roles::ACCOUNTS)) {
        (0, _) => w.people_next_staff_all().to_owned(),
        (_, true) => w.people_next_staff_invite(count),
        (_, false) => w.people_next_staff_ask(count),
    })
}
