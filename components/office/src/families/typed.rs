//! What was typed into the form of letters.

use school_types::{ChildId, Date, Language};
use web::Fields;
use words::Words;

/// The fields as they were sent.
pub(super) struct Typed {
    pub(super) letters: bool,
    pub(super) forms: bool,
    pub(super) language: String,
    pub(super) day: [String; 3],
    /// The pupils that are ticked.
    pub(super) pupils: Vec<ChildId>,
}

/// What is wrong: a field, and a sentence.
pub(super) type Wrong = Vec<(&'static str, &'static str)>;

/// What to print.
pub(super) struct Wanted {
    pub(super) languages: Vec<Language>,
    pub(super) return_by: Option<Date>,
}

/// Every language of the school, one after the other.
pub(super) const BOTH: &str = "both";

impl Typed {
    pub(super) fn of(fields: &Fields) -> Self {
        let part = |part: &str| fields.first(&format!("return-{part}")).to_owned();
        Self {
            letters: fields.has("what", "letters"),
            forms: fields.has("what", "forms"),
            language: fields.first("language").to_owned(),
            day: [part("day"), part("month"), part("year")],
            pupils: fields.choices("pupil").unwrap_or_default(),
        }
    }

    /// What is to be printed, or what is wrong. `languages` are those the school offers.
    pub(super) fn read(&self, w: Words, languages: &[Language], today: Date) -> Result<Wanted, Wrong> {
        let mut wrong = Vec::new();
        if !self.letters && !self.forms {
            wrong.push(("what", w.families_what_missing()));
        }
        let chosen: Vec<Language> = match languages {
            [only] => vec![*only],
            _ if self.language == BOTH => languages.to_vec(),
            _ => languages.iter().filter(|language| language.tag() == self.language).copied().collect(),
        };
        if chosen.is_empty() {
            wrong.push(("language", w.families_language_missing()));
        }
        let return_by = match self.day(today) {
            Ok(day) => day,
            Err(()) => {
                wrong.push(("return", w.families_return_wrong()));
                None
            }
        };
        if wrong.is_empty() { Ok(Wanted { languages: chosen, return_by }) } else { Err(wrong) }
    }

    /// The day forms are to be back: none where nothing was typed.
    fn day(&self, today: Date) -> Result<Option<Date>, ()> {
        if self.day.iter().all(|part| part.trim().is_empty()) {
            return Ok(None);
        }
        let [day, month, year] = self.day.each_ref().map(|part| part.trim().parse::<i16>().map_err(|_| ()));
        let narrow = |number: i16| i8::try_from(number).map_err(|_| ());
        let date = Date::new(year?, narrow(month?)?, narrow(day?)?).map_err(|_| ())?;
        let in_a_year = today.saturating_add(jiff::Span::new().years(1));
        if (today..=in_a_year).contains(&date) { Ok(Some(date)) } else { Err(()) }
    }
}
