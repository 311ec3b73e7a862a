//! What the office typed, and what it comes to.

use permission_rules::{Answer, How, PupilView, Purpose, Removal};
use reception::{Colleague, Problem};
use school_types::{ContactId, Language};
use web::Fields;
use words::Words;

use super::{Holder, Subject};
use crate::{children::said, form};

/// Which of the two forms it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Answers,
    Withdrawal,
}

impl What {
    pub(super) const FIELD: &'static str = "what";

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Withdrawal => "withdrawal",
        }
    }
}

/// The choice "everything" among purposes to withdraw.
pub(super) const EVERYTHING: &str = "everything";
/// The choice "not on the form".
pub(super) const NOT_SAID: &str = "not-said";

/// The field that fills in the questions nothing was chosen for, as a form with one tick for everything says.
pub(super) const ALL: &str = "all";
/// Its choices: as chosen question by question; yes to the rest; no to the rest.
pub(super) const EACH: &str = "each";
pub(super) const YES: &str = "yes";
pub(super) const NO: &str = "no";

/// The field that says of whom, and up to which number of the pupil's stream, the form has shown that they answered.
pub(super) const SEEN: &str = "seen";

/// What the field holds.
pub(super) fn seen_field(holder: &ContactId, upto: u64) -> String {
    format!("{holder}/{upto}")
}

/// The fields as they were typed.
#[derive(Clone)]
pub(super) struct Typed {
    pub(super) what: What,
    pub(super) who: String,
    pub(super) how: String,
    pub(super) day: [String; 3],
    pub(super) language: String,
    /// One of [`EACH`], [`YES`] and [`NO`], or nothing.
    pub(super) all: String,
    /// What was chosen for each purpose, in the school's order; of a withdrawal nothing.
    pub(super) answers: Vec<String>,
    pub(super) view: String,
    /// The purposes of a withdrawal.
    pub(super) purposes: Vec<String>,
    pub(super) removal: String,
    /// See [`SEEN`].
    pub(super) seen: String,
}

/// What it comes to.
pub(super) struct Entered<'a> {
    pub(super) holder: &'a Holder,
    pub(super) how: How,
    pub(super) language: Language,
    pub(super) answers: Vec<(&'a Purpose, Answer)>,
    pub(super) view: Option<PupilView>,
    pub(super) withdrawal: Option<Removal>,
}

/// A field and what is wrong with it.
type Wrong = Vec<(String, String)>;

impl Typed {
    /// Nothing typed yet. The language is the page's: most forms are in it.
    pub(super) fn empty(what: What, language: Language) -> Self {
        Self {
            what,
            who: String::new(),
            how: String::new(),
            day: Default::default(),
            language: language.tag().to_owned(),
            all: String::new(),
            answers: Vec::new(),
            view: String::new(),
            purposes: Vec::new(),
            removal: String::new(),
            seen: String::new(),
        }
    }

    /// What was sent; none where it is neither of the two forms.
    pub(super) fn sent(fields: &Fields, purposes: &[Purpose]) -> Option<Self> {
        let what = match fields.one(What::FIELD) {
            Ok("answers") => What::Answers,
            Ok("withdrawal") => What::Withdrawal,
            _ => return None,
        };
        let first = |name: &str| fields.first(name).to_owned();
        Some(Self {
            what,
            who: first("who"),
            how: first("how"),
            day: pages::DateInput::PARTS.map(|part| first(&format!("dated{part}"))),
            language: first("language"),
            all: first(ALL),
            answers: purposes.iter().map(|purpose| first(&field_of(purpose))).collect(),
            view: first("view"),
            purposes: fields.all("purpose").map(str::to_owned).collect(),
            removal: first("removal"),
            seen: first(SEEN),
        })
    }

    /// Up to which number of the pupil's stream the form has shown that this person answered; of another, nothing.
    pub(super) fn seen_of(&self, holder: &ContactId) -> u64 {
        let shown = self.seen.split_once('/').filter(|(who, _)| *who == holder.as_str());
        shown.and_then(|(_, upto)| upto.parse().ok()).unwrap_or(0)
    }

    /// Fills in what nothing was chosen for, where the form says yes or no to everything; none where it does not, or
    /// where nothing is left to fill in. To be shown before it is recorded: nobody answers what they did not see.
    pub(super) fn filled(&self, purposes: &[Purpose]) -> Option<Self> {
        let place = match (self.what, self.all.as_str()) {
            (What::Answers, YES) => 0,
            (What::Answers, NO) => 1,
            _ => return None,
        };
        if self.answers.iter().all(|answer| !answer.is_empty()) {
            return None;
        }
        let fill = |(purpose, answer): (&Purpose, &String)| match answer.as_str() {
            "" => said::field_of(purpose.basis.answers()[place]).to_owned(),
            chosen => chosen.to_owned(),
        };
        let answers = purposes.iter().zip(&self.answers).map(fill).collect();
        Some(Self { all: EACH.to_owned(), answers, ..self.clone() })
    }

    /// What it comes to, or what is wrong with it.
    ///
    /// # Errors
    /// [`Problem`] where the school cannot be read.
    pub(super) fn read<'a>(
        &self,
        colleague: &Colleague<'a, '_>,
        subject: &'a Subject,
    ) -> Result<Result<Entered<'a>, Wrong>, Problem> {
        let guest = colleague.guest();
        let w = guest.words();
        let profile = guest.school()?.profile();
        let mut wrong = Wrong::new();
        let holder =
            self.who.parse::<ContactId>().ok().and_then(|id| subject.holders.iter().find(|holder| holder.id == id));
        if holder.is_none() {
            wrong.push(("who".into(), w.office_decide_who_error().into()));
        }
        let dated = form::past_day(w, &self.day, clock::london_date(guest.now()));
        let entered_by = colleague.id().clone();
        let how = match (self.how.as_str(), &dated) {
            ("paper", Ok(dated)) => Some(How::Paper { entered_by, dated: *dated }),
            ("spoken", Ok(dated)) => Some(How::Spoken { entered_by, dated: *dated }),
            ("paper" | "spoken", Err(_)) => None,
            _ => {
                wrong.push(("how".into(), w.office_decide_how_error().into()));
                None
            }
        };
        if let Err(message) = &dated {
            wrong.push(("dated".into(), (*message).into()));
        }
        let language = profile.languages.iter().find(|language| language.tag() == self.language).copied();
        if language.is_none() {
            wrong.push(("language".into(), w.office_decide_language_error().into()));
        }
        let answers = match self.what {
            What::Answers => self.answers(w, &profile.purposes, &mut wrong),
            What::Withdrawal => self.withdrawn(w, &profile.purposes, &mut wrong),
        };
        if let (Some(holder), Ok(dated)) = (holder, &dated) {
            for (purpose, _) in &answers {
                if let Some(since) = subject.since(&holder.id, &purpose.id, *dated) {
                    let field = if self.what == What::Answers { field_of(purpose) } else { "purpose".to_owned() };
                    let title = purpose.title.get(w.language());
                    wrong.push((field, w.office_decide_since(title, &w.short_date(since))));
                }
            }
        }
        let withdrawal = self.removal(w, &mut wrong);
        let view = self.view(w, &mut wrong);
        match (holder, how, language) {
            (Some(holder), Some(how), Some(language)) if wrong.is_empty() => {
                Ok(Ok(Entered { holder, how, language, answers, view, withdrawal }))
            }
            _ => Ok(Err(wrong)),
        }
    }

    fn answers<'a>(&self, w: Words, purposes: &'a [Purpose], wrong: &mut Wrong) -> Vec<(&'a Purpose, Answer)> {
        let mut given = Vec::new();
        for (purpose, typed) in purposes.iter().zip(&self.answers) {
            if typed.is_empty() || typed == NOT_SAID {
                continue;
            }
            match purpose.basis.answers().into_iter().find(|answer| said::field_of(*answer) == typed) {
                Some(answer) => given.push((purpose, answer)),
                None => wrong.push((field_of(purpose), w.office_decide_answer_error().into())),
            }
        }
        if given.is_empty() && wrong.iter().all(|(field, _)| !field.starts_with("answer-")) {
            let first = purposes.first().map_or_else(|| "who".to_owned(), field_of);
            wrong.push((first, w.office_decide_none().into()));
        }
        given
    }

    fn withdrawn<'a>(&self, w: Words, purposes: &'a [Purpose], wrong: &mut Wrong) -> Vec<(&'a Purpose, Answer)> {
        let is_known = |id: &String| id == EVERYTHING || purposes.iter().any(|purpose| purpose.id.as_str() == id);
        if self.purposes.is_empty() || !self.purposes.iter().all(is_known) {
            wrong.push(("purpose".into(), w.office_withdrawal_which_error().into()));
        }
        let is_meant =
            |purpose: &&Purpose| self.purposes.iter().any(|id| id == EVERYTHING || id == purpose.id.as_str());
        let refused = |purpose: &'a Purpose| (purpose, purpose.basis.answers()[1]);
        purposes.iter().filter(is_meant).map(refused).collect()
    }

    fn removal(&self, w: Words, wrong: &mut Wrong) -> Option<Removal> {
        match (self.what, self.removal.as_str()) {
            (What::Answers, _) => None,
            (What::Withdrawal, "from-now-on") => Some(Removal::FromNowOn),
            (What::Withdrawal, "also-published") => Some(Removal::AlsoPublished),
            (What::Withdrawal, _) => {
                wrong.push(("removal".into(), w.withdraw_error().into()));
                None
            }
        }
    }

    fn view(&self, w: Words, wrong: &mut Wrong) -> Option<PupilView> {
        if self.what == What::Withdrawal || self.view.is_empty() {
            return None;
        }
        let view = said::VIEWS.into_iter().find(|view| said::view_field(*view) == self.view);
        if view.is_none() {
            wrong.push(("view".into(), w.office_decide_answer_error().into()));
        }
        view
    }
}

/// The field of a purpose.
pub(super) fn field_of(purpose: &Purpose) -> String {
    format!("answer-{}", purpose.id)
}
