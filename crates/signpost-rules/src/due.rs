//! What staff have to check again, and when.

use jiff::civil::Date;

use crate::{
    content::{Content, Name},
    local::LocalContacts,
    phrase::Phrase,
    provenance::Provenance,
    service::{LocalRole, Service},
    terms::{Calendar, LocalKind},
};

/// One group of facts to compare with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due<'a> {
    /// What the facts are about.
    pub subject: Subject<'a>,
    /// Which group.
    pub group: FactGroup<'a>,
    /// Where to look.
    pub sources: Vec<&'a str>,
    /// When it was last compared.
    pub last_verified: Date,
    /// When it has to be compared again. For a list of bank holidays that runs out: half a year before its end.
    pub due: Date,
    /// Why it is not established at all; such a group is due whatever its date.
    pub unverified: Option<Phrase>,
}

/// What facts are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject<'a> {
    /// A national service.
    National(&'static Service),
    /// A role of local contacts in general.
    Role(&'static LocalRole),
    /// A contact the school entered.
    Local(LocalKind, Name<'a>),
    /// A list of bank holidays.
    BankHolidays(Calendar),
}

/// Which facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactGroup<'a> {
    /// What it is for and not for, anonymity and cost.
    About,
    /// Who may use it, and where.
    Who,
    /// A number or address and its hours.
    Way(&'a str),
    /// What it replaced.
    Superseded(Phrase),
    /// The whole list or contact.
    All,
}

/// Everything that is due by `by`, the longest overdue first; what is unverified comes before what is merely old.
///
/// For "what is due today" pass today; for the term's list, the last day of term.
pub fn due<'a>(content: &'a Content, contacts: &'a LocalContacts, by: Date) -> Vec<Due<'a>> {
    let mut list = every(content, contacts);
    list.retain(|group| group.unverified.is_some() || group.due <= by);
    list.sort_by_key(|group| (group.unverified.is_none(), group.due));
    list
}

/// Every group of facts there is, with its sources: the page on which staff can check the lot.
pub fn every<'a>(content: &'a Content, contacts: &'a LocalContacts) -> Vec<Due<'a>> {
    let mut list = Vec::new();
    for service in content.services {
        let subject = Subject::National(service);
        let mut add = |group, provenance: &'a Provenance, unverified| {
            list.push(national(content, subject, group, provenance, unverified));
        };
        add(FactGroup::About, &service.about, service.doubt);
        add(FactGroup::Who, &service.who.provenance, service.who.doubt);
        for way in service.ways {
            add(FactGroup::Way(way.contact.value()), &way.provenance, way.doubt.or(way.hours_doubt));
        }
        for gone in service.supersedes {
            add(FactGroup::Superseded(gone.name), &gone.provenance, None);
        }
    }
    for role in content.local_roles {
        list.push(national(content, Subject::Role(role), FactGroup::All, &role.provenance, None));
    }
    for holidays in content.holidays {
        let subject = Subject::BankHolidays(holidays.calendar);
        let mut group = national(content, subject, FactGroup::All, &holidays.provenance, None);
        let half_a_year_before_the_end = Date::new(holidays.last_year, 7, 1).unwrap_or(Date::MIN);
        group.due = group.due.min(half_a_year_before_the_end);
        list.push(group);
    }
    for kind in LocalKind::ALL {
        if let Some(contact) = contacts.get(*kind) {
            list.push(Due {
                subject: Subject::Local(*kind, Name::Own(contact.name())),
                group: FactGroup::All,
                sources: contact.source().iter().map(String::as_str).collect(),
                last_verified: contact.last_verified(),
                due: content.checking.due(contact.last_verified()),
                unverified: None,
            });
        }
    }
    list
}

fn national<'a>(
    content: &Content,
    subject: Subject<'a>,
    group: FactGroup<'a>,
    provenance: &'a Provenance,
    unverified: Option<Phrase>,
) -> Due<'a> {
    Due {
        subject,
        group,
        sources: provenance.sources.to_vec(),
        last_verified: provenance.last_verified,
        due: content.checking.due(provenance.last_verified),
        unverified,
    }
}
