//! The school's own safeguarding lead, where the school has named one. It is the school's word, so it goes into no rule: the
//! rules answer for national services and the area.

use pages::{Icon, PanelPlace, Paragraph, ServiceCard, ServiceWay};
use profiles::{NamedContact, SchoolSettings};
use signpost_rules::{Audience, Situation};
use words::Words;

/// Whether the lead is named for this worry. Not where an adult at the school may be the danger (that goes to the head and
/// the authority), and not to those who worry about themselves.
pub(crate) const fn is_named(situation: Situation) -> bool {
    !matches!(situation, Situation::AdultAtWork | Situation::OwnThoughts)
}

/// The lead of `school` as a card.
pub(crate) fn card(w: Words, school: &SchoolSettings, audience: Audience) -> Option<ServiceCard> {
    let lead = school.profile().safeguarding_lead.as_ref()?;
    let card = ServiceCard::new("school-lead", lead.name.as_str()).with(Paragraph::new(purpose(w, school, audience)));
    Some(ways(w, lead).into_iter().fold(card, |card, (icon, label, href)| card.way(ServiceWay::new(icon, label, href))))
}

/// The lead of `school` as a place of the panel.
pub(crate) fn place(w: Words, school: &SchoolSettings) -> Option<PanelPlace> {
    let lead = school.profile().safeguarding_lead.as_ref()?;
    let place = PanelPlace::new(lead.name.as_str(), w.help_lead_panel());
    Some(ways(w, lead).into_iter().fold(place, |place, (_, label, href)| place.way(label, href)))
}

fn purpose(w: Words, school: &SchoolSettings, audience: Audience) -> String {
    let school = school.name().get(w.language());
    match audience {
        Audience::Under11 | Audience::From11To18 => w.help_lead_child(school),
        Audience::Staff => w.help_lead_staff(school),
        Audience::Parent | Audience::Public => w.help_lead_adult(school),
    }
}

fn ways(w: Words, lead: &NamedContact) -> Vec<(Icon, String, String)> {
    let digits = |number: &str| number.chars().filter(|sign| !sign.is_whitespace()).collect::<String>();
    let number = lead.telephone.iter().map(|one| (Icon::Phone, w.help_call(one), format!("tel:{}", digits(one))));
    let address = lead.e_mail.iter().map(|one| (Icon::Letter, w.help_email(one), format!("mailto:{one}")));
    number.chain(address).collect()
}
