//! The way from one page of a long list to the next.

use maud::{Markup, Render, html};
use words::Words;

use crate::{Body, Example, Heading, Icon};

/// Links to the pages of a long list: the previous, the next, and those near this one.
#[derive(Clone, Debug)]
pub struct Pagination {
    words: Words,
    here: u64,
    of: u64,
    base: String,
}

impl Pagination {
    /// Page `here` of `of`, both counted from 1. `base` is the address without a page; `?page=` is put behind it.
    pub fn new(words: Words, base: impl Into<String>, here: u64, of: u64) -> Self {
        Self { words, here, of, base: base.into() }
    }

    fn href(&self, page: u64) -> String {
        let joint = if self.base.contains('?') { '&' } else { '?' };
        format!("{}{joint}page={page}", self.base)
    }

    /// This page, two on either side, the first and the last.
    fn shown(&self) -> Vec<u64> {
        (1..=self.of).filter(|page| *page == 1 || *page == self.of || page.abs_diff(self.here) <= 2).collect()
    }
}

impl Render for Pagination {
    fn render(&self) -> Markup {
        let words = self.words;
        html! {
            @if self.of > 1 {
                nav.pages aria-label=(words.shared_pages()) {
                    @if self.here > 1 {
                        a href=(self.href(self.here - 1)) rel="prev" { (Icon::Back) (words.shared_previous()) }
                    }
                    ul {
                        @for page in self.shown() {
                            li {
                                @if page == self.here {
                                    span.pages-here aria-current="page" {
                                        span.unseen { (words.shared_page()) " " } (page)
                                    }
                                } @else {
                                    a href=(self.href(page)) { span.unseen { (words.shared_page()) " " } (page) }
                                }
                            }
                        }
                    }
                    @if self.here < self.of {
                        a href=(self.href(self.here + 1)) rel="next" { (words.shared_next()) (Icon::Forward) }
                    }
                }
            }
        }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    let words = Words::new(school_types::Language::En);
    vec![Example::part(
        "pagination",
        Body::new().with(Heading::page("420 pupils")).with(Pagination::new(words, "/pupils?class=all", 7, 14)),
    )]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_shows_its_ends_and_the_neighbours() {
        let words = Words::new(school_types::Language::En);
        assert_eq!(Pagination::new(words, "/p", 7, 14).shown(), [1, 5, 6, 7, 8, 9, 14]);
        assert_eq!(Pagination::new(words, "/p", 1, 3).shown(), [1, 2, 3]);
        assert_eq!(Pagination::new(words, "/p", 1, 1).render().into_string(), "");
        assert_eq!(Pagination::new(words, "/p?a=b", 1, 3).href(2), "/p?a=b&page=2");
    }
}
