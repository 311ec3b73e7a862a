//! The classes of the school.

use pages::{Body, Column, Empty, Heading, Line, Paragraph, Render, Table, Width};
use reception::{Colleague, Problem};
use web::Response;

use crate::{pupils, roles};

/// Every class, with its sheet, and its matrix for those who may see it.
pub(super) async fn show(colleague: &Colleague<'_, '_>) -> Result<Response, Problem> {
    let guest = colleague.guest();
    let w = guest.words();
    let mut classes = pupils::classes(colleague, &pupils::roll(colleague).await?)?;
    let account = colleague.records().staff_account(colleague.school()?, colleague.id()).await?;
    let own = super::mine::own(colleague, &account)?;
    classes.sort_by_key(|class| !own.contains(&class.id));
    let mut body =
        Body::new().with(Heading::page(w.office_classes_title())).with(Paragraph::lead(w.office_classes_lead()));
    if classes.is_empty() {
        body = body.with(Empty::new(w.office_classes_none_title(), w.office_classes_none_text()));
    } else {
        let sees_all = colleague.holds(roles::PERMISSIONS);
        let caption = w.office_classes_count(classes.len() as u64);
        let columns = [
            Column::new(w.office_column_class()),
            Column::number(w.office_column_pupils()),
            Column::new(w.office_column_today()),
            Column::new(w.office_column_sheet()),
        ];
        let mut table = Table::new("classes", caption, columns);
        for class in &classes {
            let address = guest.at(&format!("office/classes/{}", class.id))?;
            let name = if sees_all { Line::new().link(&class.name, &address) } else { Line::new().text(&class.name) };
            let sheet = Line::new().link(w.office_classes_sheet(&class.name), &format!("{address}/sheet"));
            let today = Line::new().link(w.office_classes_today(&class.name), &format!("{address}/today"));
            table = table.row([name.render(), w.number(class.pupils).render(), today.render(), sheet.render()]);
        }
        body = body.with(table);
    }
    let chrome = colleague.chrome(w.office_classes_title())?.width(Width::Wide).back(guest.at("office")?);
    Ok(colleague.page(&chrome, body))
}
