//! The form on which a family answers in ink: the same questions, in the same words and order, as the office then types in.

use permission_rules::{Answer, PupilView, Purpose};
use words::Words;

use crate::{ListedChild, Page, layout::Block};

/// A form about one pupil.
#[derive(Clone, Debug)]
pub struct PaperForm {
    /// About whom.
    pub child: ListedChild,
    /// Whether the school asks what the pupil thinks.
    pub asks_view: bool,
}

impl PaperForm {
    pub(crate) fn blocks(&self, page: &Page<'_>) -> Vec<Vec<Block>> {
        let w = page.words;
        let back = match page.printing.return_by {
            Some(day) => w.print_form_return_by(&w.date(day)),
            None => w.print_form_return().to_owned(),
        };
        let mut groups = vec![vec![
            Block::Text(page.school_name().to_owned()),
            Block::Heading(1, w.print_form_title().to_owned()),
            Block::Text(w.print_form_child(&page.written(&self.child.name), &self.child.class)),
            Block::Text(w.print_form_lead().to_owned()),
            Block::Text(w.print_form_free().to_owned()),
            Block::Text(back.clone()),
        ]];
        // As the office's form has them: first what needs permission, then what families are told of.
        for is_notice in [false, true] {
            let of_kind = page.school.purposes.iter().filter(|purpose| purpose.basis.is_notice() == is_notice);
            groups.extend(of_kind.map(|purpose| question(w, purpose)));
        }
        if self.asks_view {
            let views = [PupilView::Happy, PupilView::RatherNot, PupilView::NotSaid];
            let called = page.written(&self.child.called);
            groups.push(vec![
                Block::Gap(6.0),
                Block::Heading(2, w.view_title(&called)),
                Block::Ticks(views.into_iter().map(|each| view(w, each).to_owned()).collect()),
            ]);
        }
        groups.push(vec![
            Block::Gap(10.0),
            Block::Heading(2, w.print_form_sign().to_owned()),
            Block::Small(w.print_form_who().to_owned()),
            Block::WriteOn(w.print_form_name().to_owned()),
            Block::WriteOn(w.print_form_relation().to_owned()),
            Block::WriteOn(w.print_form_signature().to_owned()),
            Block::WriteOn(w.print_form_date().to_owned()),
            Block::Gap(8.0),
            Block::Text(back),
            page.office(),
            Block::Small(w.print_form_change().to_owned()),
            Block::Small(w.print_privacy(page.school_name())),
        ]);
        groups
    }
}

/// A purpose with its whole wording: what is ticked is recorded with exactly these words.
fn question(w: Words, purpose: &Purpose) -> Vec<Block> {
    let language = w.language();
    let fact = |name: &str, text: &str| Block::Small(format!("{name}: {text}"));
    vec![
        Block::Gap(8.0),
        Block::Heading(2, purpose.title.get(language).to_owned()),
        fact(w.step_what(), purpose.what.get(language)),
        fact(w.step_why(), purpose.why.get(language)),
        fact(w.step_where(), purpose.where_shown.get(language)),
        fact(w.step_how_long(), purpose.how_long.get(language)),
        Block::Ticks(purpose.basis.answers().into_iter().map(|each| answer(w, each).to_owned()).collect()),
    ]
}

fn answer(w: Words, answer: Answer) -> &'static str {
    match answer {
        Answer::Agree => w.answer_agree(),
        Answer::Refuse => w.answer_refuse(),
        Answer::NoObjection => w.answer_no_objection(),
        Answer::Object => w.answer_object(),
    }
}

fn view(w: Words, view: PupilView) -> &'static str {
    match view {
        PupilView::Happy => w.view_happy(),
        PupilView::RatherNot => w.view_rather_not(),
        PupilView::NotSaid => w.view_not_said(),
    }
}
