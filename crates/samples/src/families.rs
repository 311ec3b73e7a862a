//! Made-up families: who is whose child, in which class, and who decides.

use school_types::YearGroup;

use crate::content::{Names, SampleError};

/// A pupil who does not exist.
#[derive(Clone, Debug)]
pub struct Pupil {
    /// The id in the school's own system.
    pub id: String,
    /// Given name.
    pub forename: String,
    /// Surname.
    pub surname: String,
    /// Year group.
    pub year_group: YearGroup,
}

/// An adult of a family.
#[derive(Clone, Debug)]
pub struct Adult {
    /// The id in the school's own system.
    pub id: String,
    /// Full name.
    pub name: String,
    /// What they are to the children.
    pub relation: &'static str,
    /// Whether they hold parental responsibility.
    pub parental_responsibility: bool,
    /// E-mail address; none for families on the paper list.
    pub e_mail: Option<String>,
}

/// A family: its children at one school, and its adults.
#[derive(Clone, Debug)]
pub struct Family {
    /// One to three children.
    pub pupils: Vec<Pupil>,
    /// One to three adults.
    pub adults: Vec<Adult>,
    /// What makes it worth trying, if anything: see [`crate::DemoParent::known_for`].
    pub known_for: Option<&'static str>,
}

/// Makes families, the same ones from the same seed.
#[derive(Debug)]
pub struct Families {
    chance: fastrand::Rng,
    names: Names,
    school: String,
    years: (YearGroup, YearGroup),
    pupils_made: usize,
    adults_made: usize,
}

impl Families {
    /// Families of a school whose pupils are in the year groups `years`, first to last.
    ///
    /// # Errors
    /// [`SampleError::Content`] when there are no names to give them.
    pub fn of(school: &str, seed: u64, years: (YearGroup, YearGroup)) -> Result<Self, SampleError> {
        Ok(Self {
            chance: fastrand::Rng::with_seed(seed),
            names: Names::read()?,
            school: school.to_owned(),
            years,
            pupils_made: 0,
            adults_made: 0,
        })
    }

    /// Families with `pupils` pupils between them. The first are the ones worth trying.
    pub fn make(&mut self, pupils: usize) -> Vec<Family> {
        let mut families = Vec::new();
        let planned: &[(usize, &'static str)] = match pupils {
            0..=2 => &[(1, "no-e-mail")],
            3..=8 => &[(1, "no-e-mail"), (1, "disagree")],
            _ => &[(3, "three-children"), (1, "disagree"), (1, "no-e-mail"), (2, "two-schools")],
        };
        let mut left = pupils;
        for (children, known_for) in planned {
            families.push(self.family((*children).min(left), Some(*known_for)));
            left -= (*children).min(left);
        }
        while left > 0 {
            let children = match self.chance.u8(0..10) {
                0..=5 => 1,
                6..=8 => 2,
                _ => 3,
            };
            families.push(self.family(children.min(left), None));
            left -= children.min(left);
        }
        families
    }

    fn family(&mut self, children: usize, known_for: Option<&'static str>) -> Family {
        let surname = self.pick(|names| &names.surnames);
        let mut pupils: Vec<Pupil> = Vec::new();
        while pupils.len() < children {
            let forename = self.pick(|names| &names.forenames);
            if pupils.iter().all(|sibling| sibling.forename != forename) {
                pupils.push(self.pupil(forename, &surname));
            }
        }
        let mut adults = vec![self.adult(&surname, "mother", true, known_for != Some("no-e-mail"))];
        let second = matches!(known_for, Some("three-children" | "disagree")) || self.chance.u8(0..10) < 6;
        if second && known_for != Some("no-e-mail") {
            adults.push(self.adult(&surname, "father", true, true));
        }
        if known_for.is_none() && self.chance.u8(0..20) == 0 {
            adults.push(self.adult(&surname, "grandmother", false, true));
        }
        Family { pupils, adults, known_for }
    }

    fn pupil(&mut self, forename: String, surname: &str) -> Pupil {
        self.pupils_made += 1;
        let (first, last) = self.years;
        let year = self.chance.i8(first.number()..=last.number());
        Pupil {
            id: format!("P{:05}", self.pupils_made),
            forename,
            surname: surname.to_owned(),
            year_group: YearGroup::new(year).unwrap_or(first),
        }
    }

    fn adult(&mut self, surname: &str, relation: &'static str, responsible: bool, has_e_mail: bool) -> Adult {
        self.adults_made += 1;
        let forename = self.pick(|names| &names.forenames);
        let plain: String = forename.chars().filter(char::is_ascii_alphanumeric).collect();
        let e_mail = format!("{}{}@{}.families.example.org", plain.to_lowercase(), self.adults_made, self.school);
        Adult {
            id: format!("C{:05}", self.adults_made),
            name: format!("{forename} {surname}"),
            relation,
            parental_responsibility: responsible,
            e_mail: has_e_mail.then_some(e_mail),
        }
    }

    fn pick(&mut self, list: impl Fn(&Names) -> &Vec<String>) -> String {
        let list = list(&self.names);
        list.get(self.chance.usize(0..list.len().max(1))).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years() -> (YearGroup, YearGroup) {
        (YearGroup::new(0).unwrap(), YearGroup::new(6).unwrap())
    }

    #[test]
    fn the_same_seed_makes_the_same_people() {
        let make = || format!("{:?}", Families::of("elm", 7, years()).unwrap().make(60));
        assert_eq!(make(), make());
    }

    #[test]
    fn every_size_of_school_gets_its_pupils() {
        for pupils in [0, 1, 2, 3, 9, 64, 420] {
            let families = Families::of("elm", 1, years()).unwrap().make(pupils);
            assert_eq!(families.iter().map(|family| family.pupils.len()).sum::<usize>(), pupils);
        }
    }

    #[test]
    fn a_large_school_has_the_families_worth_trying() {
        let families = Families::of("elm", 1, years()).unwrap().make(64);
        let known = |what| families.iter().find(|family| family.known_for == Some(what)).unwrap();
        assert_eq!(known("three-children").pupils.len(), 3);
        assert_eq!(known("disagree").adults.len(), 2);
        assert!(known("no-e-mail").adults.iter().all(|adult| adult.e_mail.is_none()));
    }
}
