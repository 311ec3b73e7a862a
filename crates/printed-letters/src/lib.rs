#![doc = include_str!("../README.md")]

mod code_letter;
mod draw;
mod fonts;
mod layout;
mod paper_form;

pub use code_letter::CodeLetter;
pub use paper_form::PaperForm;

use permission_rules::Purpose;
use school_types::{Date, Language, Text};
use words::Words;

use crate::{
    draw::Drawing,
    fonts::Fonts,
    layout::{Block, lay_out},
};

/// Why nothing was printed: a fault of ours. Belongs to the whole crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrintError {
    /// A typeface could not be read.
    #[error("a typeface could not be read")]
    Font,
    /// The PDF could not be made as it must be.
    #[error("the PDF could not be made")]
    Pdf,
}

/// What every sheet of a school says.
#[derive(Clone, Copy, Debug)]
pub struct School<'a> {
    /// What the school is called.
    pub name: &'a Text,
    /// The office's telephone number.
    pub telephone: &'a str,
    /// The office's email address.
    pub e_mail: &'a str,
    /// The address at which the code is typed in, as a browser takes it.
    pub sign_in: &'a str,
    /// What families are asked, in the school's own wording.
    pub purposes: &'a [Purpose],
}

/// A pupil as a sheet names them.
#[derive(Clone, Debug)]
pub struct ListedChild {
    /// The full name.
    pub name: String,
    /// The first name they are called by.
    pub called: String,
    /// The class.
    pub class: String,
}

/// One sheet.
#[derive(Clone, Debug)]
pub enum Sheet {
    /// The letter with a sign-in code, for one adult.
    Letter(CodeLetter),
    /// The form to answer on paper, about one pupil.
    Form(PaperForm),
}

/// How the sheets are printed.
#[derive(Clone, Copy, Debug)]
pub struct Printing<'a> {
    /// The languages: every sheet comes in each of them.
    pub languages: &'a [Language],
    /// The day they are made.
    pub made: Date,
    /// The day forms are to be back; none where the school asks for no day.
    pub return_by: Option<Date>,
}

/// What was printed.
#[derive(Clone, Debug)]
pub struct Printed {
    /// The file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Prints `sheets` in their order: each begins on a page of its own, and nothing of one stands on a page of another.
///
/// # Errors
/// [`PrintError`] when the PDF could not be made; no sheet can cause it by what it says.
pub fn print(school: &School<'_>, sheets: &[Sheet], printing: &Printing<'_>) -> Result<Printed, PrintError> {
    let fonts = Fonts::new()?;
    let first = printing.languages.first().copied().unwrap_or_default();
    let mut drawing = Drawing::new(Words::new(first).print_title(), first)?;
    for sheet in sheets {
        for language in printing.languages {
            let w = Words::new(*language);
            let page = Page { fonts: &fonts, words: w, school, printing };
            let (groups, label) = match sheet {
                Sheet::Letter(letter) => (letter.blocks(&page), page.written(&letter.to)),
                Sheet::Form(form) => (form.blocks(&page), page.written(&form.child.name)),
            };
            let foot = |number, of| match sheet {
                Sheet::Letter(_) => w.print_foot(school.name.get(*language), &w.number(number), &w.number(of)),
                Sheet::Form(form) => {
                    let whose = format!("{}, {}", page.written(&form.child.name), form.child.class);
                    w.print_foot(&whose, &w.number(number), &w.number(of))
                }
            };
            let laid = lay_out(&fonts, &groups, foot);
            drawing.sheet(&fonts, laid, &label, *language)?;
        }
    }
    let (pdf, pages) = drawing.finish()?;
    Ok(Printed { pdf, pages })
}

/// Those of `names` that cannot be printed, because our typefaces lack their letters. On the sheets there is a line to write
/// each on by hand, and whoever prints them must be told whose.
///
/// # Errors
/// [`PrintError::Font`].
pub fn to_write_by_hand<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<Vec<&'a str>, PrintError> {
    let fonts = Fonts::new()?;
    Ok(names.into_iter().filter(|name| !fonts.can_print(name)).collect())
}

/// What a sheet is written with.
pub(crate) struct Page<'a> {
    fonts: &'a Fonts,
    pub(crate) words: Words,
    pub(crate) school: &'a School<'a>,
    pub(crate) printing: &'a Printing<'a>,
}

impl Page<'_> {
    /// A name as it is printed: or a line to write it on.
    pub(crate) fn written(&self, name: &str) -> String {
        if self.fonts.can_print(name) { name.to_owned() } else { "_".repeat(24) }
    }

    /// The school's name in the sheet's language.
    pub(crate) fn school_name(&self) -> &str {
        self.school.name.get(self.words.language())
    }

    /// Whom to ask.
    pub(crate) fn office(&self) -> Block {
        Block::Text(self.words.print_office(self.school.telephone, self.school.e_mail))
    }
}
