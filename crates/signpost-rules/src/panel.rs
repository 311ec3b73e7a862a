//! What a school's website always shows (P1 2.1): CEOP and IWF, and whom a child can talk to.

use jiff::civil::Date;

use crate::{
    content::Content,
    provenance::Age,
    service::{Service, Superseded},
};

/// One service of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PanelEntry {
    /// Which.
    pub service: &'static Service,
    /// When it was last checked, if that is due again: has to be shown.
    pub last_checked: Option<Date>,
}

/// The services of the panel on `today`, in order. They are there whatever their age, because a school has to show them; one
/// whose check is due carries its date.
pub fn panel(content: &Content, today: Date) -> Vec<PanelEntry> {
    let services = content.panel.iter().filter_map(|id| content.service(id.as_str()));
    services
        .map(|service| {
            let ways = service.ways.iter().filter(|way| way.doubt.is_none()).map(|way| way.provenance.last_verified);
            let oldest = ways.chain([service.about.last_verified, service.who.provenance.last_verified]).min();
            let overdue = |date: &Date| content.checking.age(*date, today) != Age::Fresh;
            PanelEntry { service, last_checked: oldest.filter(overdue) }
        })
        .collect()
}

/// Every dead service and address, with what replaced it: what the publication checker looks for (R39).
pub fn superseded(content: &Content) -> impl Iterator<Item = (&'static Service, &'static Superseded)> {
    content.services.iter().flat_map(|service| service.supersedes.iter().map(move |gone| (service, gone)))
}
