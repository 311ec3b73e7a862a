//! A school, ready for checking.

use publication_rules::{BlindList, Checker, Profile};

use crate::{
    bindings::exports::schoolgate::publication::rules::{
        self as wit, Day, Finding, GuestSchool, Language, LinkFact, ListProblem, PictureFacts, PublishFact, PupilList,
        RegisteredPicture,
    },
    given, told,
};

/// Its rules and its blinded list.
pub(crate) struct School {
    profile: Profile,
    list: Option<BlindList>,
}

impl School {
    /// Reads what the interface was given.
    pub(crate) fn read(profile: wit::Profile, pupils: Option<PupilList>) -> Result<Self, ListProblem> {
        let list = pupils.map(given::list).transpose()?;
        Ok(Self { profile: given::profile(profile), list })
    }

    pub(crate) fn checker(&self) -> Checker<'_> {
        Checker::new(&self.profile, self.list.as_ref())
    }

    pub(crate) fn judge_picture(
        &self,
        picture: PictureFacts,
        register: Vec<RegisteredPicture>,
        purpose: &str,
        language: Language,
    ) -> Option<Finding> {
        let picture = given::picture(picture)?;
        let register: Vec<_> = register.into_iter().filter_map(given::registered).collect();
        // Nobody can have permitted a purpose whose name is none.
        let purpose = purpose.parse().or_else(|_| "not-a-purpose".parse()).ok()?;
        let finding = publication_rules::judge_picture(&picture, &register, &purpose, &self.profile)?;
        Some(told::finding(finding, given::words(language)))
    }

    pub(crate) fn judge_links(
        &self,
        links: Vec<LinkFact>,
        today: Day,
        review_days: u16,
        language: Language,
    ) -> Vec<Finding> {
        let links: Vec<_> = links.into_iter().map(given::link).collect();
        // On a day that does not exist nothing is due.
        let today = given::day(today).unwrap_or(school_types::Date::MIN);
        told::findings(publication_rules::judge_links(&links, today, review_days, &self.profile), language)
    }

    pub(crate) fn judge_ceop_link(
        &self,
        pages: &[String],
        links: Vec<LinkFact>,
        language: Language,
    ) -> Option<Finding> {
        let links: Vec<_> = links.into_iter().map(given::link).collect();
        let finding = publication_rules::judge_ceop_link(pages, &links, &self.profile)?;
        Some(told::finding(finding, given::words(language)))
    }

    pub(crate) fn judge_must_publish(&self, items: Vec<PublishFact>, language: Language) -> Vec<Finding> {
        let items: Vec<_> = items.into_iter().map(given::publish).collect();
        told::findings(publication_rules::judge_must_publish(&items, &self.profile), language)
    }
}

impl GuestSchool for School {
    fn open(profile: wit::Profile, pupils: Option<PupilList>) -> Result<wit::School, ListProblem> {
        Self::read(profile, pupils).map(wit::School::new)
    }
}
