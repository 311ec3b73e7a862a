//! Our tokenizer against html5ever's: the same words, however awkward the page.

use proptest::prelude::*;
use publication_rules::{Kind, Limits, Submission, read};
use scraper::Html;

/// Letters and digits of what a page shows, in order.
fn ours(page: &str) -> String {
    let submission =
        Submission { bytes: page.as_bytes(), content_type: Some("text/html; charset=utf-8"), file_name: None };
    let document = read(&submission, &Limits::default());
    let shown = |kind: Kind| matches!(kind, Kind::Body | Kind::Heading | Kind::Caption | Kind::Cell);
    let runs = document.parts.iter().flat_map(|part| &part.runs).filter(|run| shown(run.kind));
    runs.flat_map(|run| run.text.chars().collect::<Vec<_>>()).filter(|c| c.is_alphanumeric()).collect()
}

fn theirs(page: &str) -> String {
    let document = Html::parse_document(page);
    let mut words = String::new();
    for node in document.tree.root().descendants() {
        if let Some(text) = node.value().as_text() {
            let hidden = node.ancestors().any(|parent| {
                parent
                    .value()
                    .as_element()
                    .is_some_and(|element| matches!(element.name(), "script" | "style" | "title"))
            });
            if !hidden {
                words.extend(text.chars().filter(|c| c.is_alphanumeric()));
            }
        }
    }
    words
}

#[test]
fn awkward_pages_read_the_same() {
    for page in [
        "<p>a<b>b</b>c",
        "<p>3 < 5 & x &amp; y &lt;z&gt; &eacute;&#233;&#xe9;</p>",
        "<!-- a > b --><p>c<!-->d<!--->e<!-- f --!>g",
        "<p title='a>b'>c</p><p title=d>e</p><p title = \"f\" >g",
        "<script>var a = '<p>x</p>';</script><p>y</p>",
        "<style>p > a { }</style>z",
        "<textarea><b>t</b>&amp;</textarea>u",
        "<p/>v<br/>w</br>x",
        "<A HREF=q>r</A>",
        "&notanentity; &ampx; &copy2024 a&nbsp;b",
        "<p>un<span>bro</span>ken</p></p></div>",
        "<![CDATA[x]]>y",
        "<?php echo 1 ?>z",
        "</>a</ b>c",
        "<p a=1 a=2 =3 /x>d",
    ] {
        assert_eq!(ours(page), theirs(page), "{page}");
    }
}

proptest! {
    #[test]
    fn pages_of_any_pieces_read_the_same(page in "(<p>|</p>|<b>|</b>|<br>|<h1>|</h1>|<!--|-->|<a href='x'>|</a>|<img alt=\"y\">|<div class=z>|</div>|&amp;|&eacute;|&#65;|a|b|c| |<|>|=|\"|'|&|;|\n|<ul><li>|</ul>){0,30}") {
        prop_assert_eq!(ours(&page), theirs(&page));
    }
}
