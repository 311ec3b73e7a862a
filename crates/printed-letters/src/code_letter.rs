//! The letter with the code that somebody without email signs in with.

use crate::{ListedChild, Page, layout::Block};

/// A letter for one adult.
#[derive(Clone, Debug)]
pub struct CodeLetter {
    /// Their name.
    pub to: String,
    /// The pupils they are listed for.
    pub children: Vec<ListedChild>,
    /// The code, in groups.
    pub code: String,
}

impl CodeLetter {
    /// What it says. The code stands in no address, so that no camera, browser or proxy writes it down.
    pub(crate) fn blocks(&self, page: &Page<'_>) -> Vec<Vec<Block>> {
        let w = page.words;
        let school = page.school_name();
        let about: Vec<String> =
            self.children.iter().map(|child| format!("{} ({})", page.written(&child.name), child.class)).collect();
        vec![
            vec![
                Block::Text(school.to_owned()),
                Block::Text(w.date(page.printing.made)),
                Block::Gap(8.0),
                Block::Text(w.print_letter_to(&page.written(&self.to))),
                Block::Text(w.print_letter_about(&w.list(&about))),
                Block::Gap(10.0),
                Block::Heading(1, w.print_letter_title().to_owned()),
                Block::Text(w.print_letter_why(school)),
                Block::Text(w.print_letter_time().to_owned()),
            ],
            vec![
                Block::Gap(6.0),
                Block::Heading(2, w.print_letter_open().to_owned()),
                Block::Text(page.school.sign_in.to_owned()),
                Block::Camera(page.school.sign_in.to_owned(), w.print_letter_camera(page.school.sign_in)),
            ],
            vec![
                Block::Gap(6.0),
                Block::Heading(2, w.print_letter_code().to_owned()),
                Block::Code(self.code.clone()),
                Block::Text(w.print_letter_keep().to_owned()),
                Block::Text(w.print_letter_secret().to_owned()),
            ],
            vec![
                Block::Gap(6.0),
                Block::Heading(2, w.print_letter_other().to_owned()),
                Block::Text(w.print_letter_paper().to_owned()),
                page.office(),
                Block::Gap(4.0),
                Block::Small(w.print_privacy(school)),
            ],
        ]
    }
}
