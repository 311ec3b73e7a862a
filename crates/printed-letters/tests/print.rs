//! What was printed, read back from the PDF by another program, page by page.

#![allow(clippy::unwrap_used, reason = "so a test fails")]

use std::{collections::BTreeMap, process::Command, time::Instant};

use permission_rules::Purpose;
use printed_letters::{CodeLetter, ListedChild, PaperForm, Printed, Printing, School, Sheet, print, to_write_by_hand};
use school_types::{Date, Language, Text};

const SIGN_IN: &str = "https://gate.example.org/s/elm-street/sign-in/letter";

fn text(en: &str, cy: &str) -> Text {
    Text::try_from(BTreeMap::from([(Language::En, en.to_owned()), (Language::Cy, cy.to_owned())])).unwrap()
}

fn purposes() -> Vec<Purpose> {
    let purpose = |id: &str, basis: &str, title: [&str; 2]| {
        serde_json::from_value::<Purpose>(serde_json::json!({
            "id": id, "version": 1, "source": "P1", "basis": basis, "subject": "single-picture",
            "title": { "en": title[0], "cy": title[1] },
            "what": { "en": "A picture in which your child can be recognised.", "cy": "Llun lle gellir adnabod eich plentyn." },
            "why": { "en": "To show families what pupils do.", "cy": "I ddangos i deuluoedd." },
            "where": { "en": "On our website, for everybody.", "cy": "Ar ein gwefan, i bawb." },
            "how_long": { "en": "Until the end of the school year.", "cy": "Tan ddiwedd y flwyddyn ysgol." },
        }))
        .unwrap()
    };
    vec![
        purpose("website", "consent", ["Our website", "Ein gwefan"]),
        purpose("display", "public-task", ["Displays in school", "Arddangosfeydd yn yr ysgol"]),
        purpose("papers", "consent", ["Local newspapers", "Papurau newydd lleol"]),
    ]
}

fn child(name: &str, class: &str) -> ListedChild {
    ListedChild { name: name.into(), called: name.split(' ').next().unwrap().into(), class: class.into() }
}

fn letter(to: &str, code: &str) -> Sheet {
    Sheet::Letter(CodeLetter {
        to: to.into(),
        children: vec![child("Llŷr Quillfeather", "3B"), child("Maya Quillfeather", "RW")],
        code: code.into(),
    })
}

fn printed(sheets: &[Sheet], languages: &[Language]) -> Printed {
    let (name, purposes) = (text("Elm Street Primary School", "Ysgol Gynradd Stryd y Llwyfen"), purposes());
    let school = School {
        name: &name,
        telephone: "01632 960142",
        e_mail: "office@elm-street.example.org",
        sign_in: SIGN_IN,
        purposes: &purposes,
    };
    let (made, return_by) = (Date::constant(2026, 9, 3), Some(Date::constant(2026, 9, 18)));
    print(&school, sheets, &Printing { languages, made, return_by }).unwrap()
}

/// The text of each page as a reader of PDF has it, white space put right.
fn pages(printed: &Printed) -> Vec<String> {
    let folder = std::env::temp_dir().join(format!("printed-{}-{:?}", std::process::id(), std::thread::current().id()));
    std::fs::write(&folder, &printed.pdf).unwrap();
    let read = Command::new("pdftotext").arg("-layout").arg(&folder).arg("-").output().unwrap();
    std::fs::remove_file(&folder).unwrap();
    assert!(read.status.success());
    let text = String::from_utf8(read.stdout).unwrap();
    let pages: Vec<String> = text
        .trim_end_matches('\u{c}')
        .split('\u{c}')
        .map(|page| page.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(pages.len(), printed.pages);
    pages
}

#[test]
fn a_letter_says_what_it_is_for_where_to_go_and_the_code_on_one_page() {
    let page = pages(&printed(&[letter("Siân Ŵyn-Nguyễn", "K7PM-3QXW-9D2T-HV5A")], &[Language::En]));
    assert_eq!(page.len(), 1);
    for part in [
        "To: Siân Ŵyn-Nguyễn",
        "About: Llŷr Quillfeather (3B) and Maya Quillfeather (RW)",
        "Elm Street Primary School asks every family",
        SIGN_IN,
        "K7PM-3QXW-9D2T-HV5A",
        "01632 960142",
        "Privacy:",
    ] {
        assert!(page[0].contains(part), "{part}: {}", page[0]);
    }
}

#[test]
fn every_letter_is_a_page_of_its_own_in_every_language_asked_for() {
    let sheets = [letter("Ada Planted", "AAAA-AAAA-AAAA-AAAA"), letter("Bo Planted", "BBBB-BBBB-BBBB-BBBB")];
    let pages = pages(&printed(&sheets, &[Language::Cy, Language::En]));
    assert_eq!(pages.len(), 4);
    assert!(pages[0].contains("At: Ada Planted") && pages[1].contains("To: Ada Planted"));
    assert!(pages[2].contains("At: Bo Planted") && pages[3].contains("To: Bo Planted"));
    assert!(
        pages[..2].iter().all(|page| !page.contains("BBBB")) && pages[2..].iter().all(|page| !page.contains("AAAA"))
    );
}

#[test]
fn the_form_asks_what_the_office_types_in_in_the_schools_own_words() {
    let form = Sheet::Form(PaperForm { child: child("Maya Quillfeather", "RW"), asks_view: true });
    let text = pages(&printed(&[form], &[Language::En])).join(" ");
    let places: Vec<usize> = [
        "Child: Maya Quillfeather, class RW",
        "Our website",
        "Why: To show families what pupils do.",
        "Yes, I give permission",
        "Local newspapers",
        "Displays in school",
        "What does Maya think?",
        "Your name",
        "Signature",
        "You can change your mind at any time",
    ]
    .into_iter()
    .map(|part| text.find(part).unwrap_or_else(|| panic!("{part}: {text}")))
    .collect();
    assert_eq!(text.matches("Please return this form to the school office by Friday 18 September 2026").count(), 2);
    assert!(places.is_sorted(), "first what needs permission, then what families are told of: {places:?}");
}

#[test]
fn a_name_in_letters_we_have_not_is_a_line_to_write_on_and_whoever_prints_is_told() {
    let names = ["Siân Ŵyn", "王小明", "Ольга Nowak"];
    assert_eq!(to_write_by_hand(names).unwrap(), ["王小明"]);
    let page = pages(&printed(&[letter("王小明", "K7PM-3QXW-9D2T-HV5A")], &[Language::En])).remove(0);
    assert!(page.contains("To: ____") && page.contains("Llŷr Quillfeather (3B)"), "{page}");
}

#[test]
fn nothing_that_a_school_or_a_family_writes_stops_the_print() {
    let odd = ["", " ", "\u{202e}\u{0}🎉", &"x".repeat(3000), "<b>&\"(\\", "\u{301}"];
    for name in odd {
        let sheets = [
            letter(name, name),
            Sheet::Form(PaperForm {
                child: ListedChild { name: name.into(), called: name.into(), class: name.into() },
                asks_view: true,
            }),
        ];
        assert!(printed(&sheets, &[Language::En]).pages >= 2, "{name:?}");
    }
}

#[test]
fn a_school_of_four_hundred_and_twenty_is_printed_in_seconds_and_everybody_once() {
    let sheets: Vec<Sheet> = (0..420)
        .flat_map(|n| {
            let form = PaperForm { child: child(&format!("Pupil{n:03} Planted"), "3B"), asks_view: true };
            [letter(&format!("Parent{n:03} Planted"), "K7PM-3QXW-9D2T-HV5A"), Sheet::Form(form)]
        })
        .collect();
    let began = Instant::now();
    let printed = printed(&sheets, &[Language::En]);
    let took = began.elapsed();
    assert!(took.as_secs() < 60, "{took:?}");
    assert!(printed.pdf.len() < 20_000_000, "{} bytes", printed.pdf.len());
    let text = pages(&printed).join("\n");
    for n in 0..420 {
        assert_eq!(text.matches(&format!("To: Parent{n:03} Planted")).count(), 1);
        assert_eq!(text.matches(&format!("Child: Pupil{n:03} Planted")).count(), 1);
    }
}
