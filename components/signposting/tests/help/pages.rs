//! The two questions and the answer, for everybody who may ask.

use http::StatusCode;
use profiles::NamedContact;
use school_types::Language;
use signpost_rules::{Audience, Content, Danger, Situation};
use testkit::installation::{ASH, ELM};

use crate::harness::Setup;

/// A working day, a night, and a bank holiday.
const MOMENTS: [&str; 3] = ["2026-11-24T10:00:00Z", "2026-11-25T03:00:00Z", "2026-12-25T11:00:00Z"];

#[test]
fn everybody_gets_from_the_first_question_to_an_answer_by_two_taps() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let who = browser.open("/s/elm-street/help");
    assert_eq!(who.heading(), "Who are you?");
    let audiences = who.links("audience=");
    assert_eq!(audiences.len(), Audience::ALL.len());
    for audience in audiences {
        let what = browser.open(&audience);
        let situations = what.links("situation=");
        assert!(situations.len() > 5, "{audience}");
        for situation in situations {
            let answer = browser.open(&situation);
            assert_eq!(answer.status(), StatusCode::OK);
            assert!(!answer.texts("main h2").is_empty(), "{situation}");
            assert_eq!(answer.link("audience="), audience, "the way back to the situations");
        }
    }
    assert!(browser.cookies().is_empty(), "who reads for help is given no cookie: {:?}", browser.cookies());
}

#[test]
fn every_situation_has_an_answer_for_everybody_at_any_hour_in_both_languages() {
    let setup = Setup::new();
    for moment in MOMENTS {
        setup.at(moment);
        for (school, language) in [(ELM, Language::En), (ASH, Language::Cy)] {
            let mut browser = setup.browser();
            browser.speak(language);
            for audience in Audience::ALL {
                for situation in Situation::ALL {
                    let path = format!("/s/{school}/help?audience={audience}&situation={situation}");
                    let page = browser.open(&path);
                    let places = page.texts(".service h2, .service h3");
                    let states = page.texts(".service-state.service-open");
                    assert!(!places.is_empty() && !states.is_empty(), "{path} at {moment}");
                    let danger = Content::shipped().situation(*situation).danger;
                    assert_eq!(places[0].contains("999"), danger != Danger::Unlikely, "{path}: {places:?}");
                    assert!(!page.attributes(".service-ways a", "href").is_empty(), "{path}");
                }
            }
        }
    }
}

#[test]
fn a_closed_place_leads_to_one_that_is_open() {
    let setup = Setup::new();
    setup.at(MOMENTS[1]);
    let page = setup.browser().open("/s/elm-street/help?audience=staff&situation=filter-failure");
    let closed = page.texts(".service-state:not(.service-open)");
    assert!(closed.iter().any(|state| state.starts_with("Closed now. Opens today at ")), "{closed:?}");
    assert!(!page.links("#place-").is_empty());
    assert!(page.text().contains("is open instead"));
}

#[test]
fn a_school_s_own_contacts_are_named_to_its_staff() {
    let setup = Setup::new();
    let page = setup.browser().open("/s/elm-street/help?audience=staff&situation=adult-at-work");
    assert!(page.text().contains("Exampleshire designated officer (LADO)"));
    assert!(page.links("tel:01632960932").len() == 1);
    let other = setup.browser().open("/s/ash-grove/help?audience=staff&situation=adult-at-work");
    assert!(other.text().contains("Examplemouth designated officer (LADO)"));
}

#[test]
fn nothing_doubtful_is_shown_to_anybody_but_staff() {
    let setup = Setup::new();
    let mut doubtful = 0;
    for audience in Audience::ALL {
        for situation in Situation::ALL {
            let path = format!("/s/elm-street/help?audience={audience}&situation={situation}");
            let page = setup.browser().open(&path);
            let doubts = page.text().matches("Check before use").count();
            doubtful += doubts;
            assert!(*audience == Audience::Staff || doubts == 0, "{path}");
        }
    }
    assert!(doubtful > 0, "staff are never told to check before use");
}

#[test]
fn for_self_harm_everybody_is_offered_more_than_999_and_childline() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    for (audience, ways) in [
        ("under-11", &["tel:08001111", "sms:85258", "tel:111"][..]),
        ("11-18", &["tel:08001111", "sms:85258", "tel:116123", "tel:111"]),
        ("parent", &["tel:116123", "sms:85258", "tel:111"]),
        ("staff", &["tel:116123", "sms:85258", "tel:111"]),
    ] {
        let page = browser.open(&format!("/s/elm-street/help?audience={audience}&situation=self-harm"));
        let offered = page.attributes(".service-ways a", "href");
        for way in ways {
            assert!(offered.iter().any(|offered| offered == way), "{audience}: {way} of {offered:?}");
        }
    }
}

#[test]
fn report_remove_leads_to_its_own_page_and_not_to_childlines_first() {
    let setup = Setup::new();
    let page = setup.browser().open("/s/elm-street/help?audience=11-18&situation=picture-of-me");
    let ways = page.attributes("#place-report-remove .service-ways a", "href");
    assert!(ways.len() == 1 && ways[0].ends_with("/report-remove/"), "{ways:?}");
}

#[test]
fn parents_do_not_read_what_staff_are_told_to_do() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    for situation in Situation::ALL {
        let address = |audience: Audience| format!("/s/elm-street/help?audience={audience}&situation={situation}");
        let lead = browser.open(&address(Audience::Parent)).text();
        let own = Content::shipped().situation(*situation).staff;
        assert!(!lead.contains("Staff:"), "{situation}");
        if let Some(own) = own {
            assert!(!lead.contains(own.en), "{situation}");
            assert!(browser.open(&address(Audience::Staff)).text().contains(own.en), "{situation}");
        }
    }
}

#[test]
fn the_school_s_own_safeguarding_lead_is_named_where_the_school_has_said_who_it_is() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let address =
        |audience: &str, situation: &str| format!("/s/elm-street/help?audience={audience}&situation={situation}");
    assert!(!browser.open(&address("parent", "bullying")).text().contains("safeguarding lead"), "no name is made up");
    setup.installation.change_profile(ELM, |profile| {
        let e_mail = Some("safe@elm-street.example.org".to_owned());
        profile.safeguarding_lead = Some(NamedContact { name: "Mrs Ada Quill".to_owned(), telephone: None, e_mail });
    });
    for audience in ["under-11", "11-18", "parent", "staff", "public"] {
        let page = browser.open(&address(audience, "bullying"));
        let ways = page.attributes("#place-school-lead .service-ways a", "href");
        assert_eq!(ways, ["mailto:safe@elm-street.example.org"], "{audience}");
    }
    let about_an_adult = browser.open(&address("staff", "adult-at-work"));
    assert!(!about_an_adult.text().contains("Mrs Ada Quill"), "a worry about an adult goes to the head");
}

#[test]
fn a_distressed_child_never_reads_that_we_do_not_know_when_it_is_open() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    for audience in ["under-11", "11-18"] {
        for situation in Situation::ALL {
            let text = browser.open(&format!("/s/elm-street/help?audience={audience}&situation={situation}")).text();
            assert!(!text.contains("opening hours before you"), "{audience}, {situation}");
        }
    }
}

#[test]
fn staff_do_not_read_where_an_address_was_found() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    for situation in Situation::ALL {
        let text = browser.open(&format!("/s/elm-street/help?audience=staff&situation={situation}")).text();
        for trace in ["stored page", "was read in", "path of this address", "established"] {
            assert!(!text.contains(trace), "{situation}: {trace}");
        }
    }
}

#[test]
fn a_child_reads_fewer_words_than_a_grown_up_and_is_never_warned_in_red() {
    let setup = Setup::new();
    for situation in [Situation::Bullying, Situation::Talk, Situation::Hurt] {
        let words = |audience| {
            let page = setup.browser().open(&format!("/s/elm-street/help?audience={audience}&situation={situation}"));
            assert!(!page.answer.body.contains("button-warning") && !page.answer.body.contains("notice-care"));
            let folded: usize = page.texts(".details").iter().map(|text| text.split(' ').count()).sum();
            page.texts("main").join(" ").split(' ').count() - folded
        };
        let parent = words(Audience::Parent);
        assert!(words(Audience::Under11) < parent, "{situation}");
    }
}

#[test]
fn an_age_is_an_offer_and_sorts_the_places() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let path = "/s/elm-street/help?audience=11-18&situation=picture-of-me";
    let unknown = browser.open(path);
    assert!(
        unknown.text().contains("For ages up to 17") || unknown.text().contains("For ages 1"),
        "{}",
        unknown.text()
    );
    let twelve = browser.open(&format!("{path}&age=12"));
    assert!(!twelve.texts(".service strong").iter().any(|text| text.starts_with("For ages")));
    for bad in ["19", "7", "twelve", "-1"] {
        let page = browser.open(&format!("{path}&age={bad}"));
        assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
        assert!(page.text().contains("Write your age as a number, from 11 to 18"));
        assert_eq!(page.value("age").as_deref(), Some(bad), "what was typed is still there");
        assert!(!page.texts(".service").is_empty(), "the places are there all the same");
    }
    let grown_up = browser.open("/s/elm-street/help?audience=parent&situation=talk");
    assert!(!grown_up.answer.body.contains("name=\"age\""));
}

#[test]
fn a_value_that_is_none_is_asked_again_and_never_guessed() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    for (query, heading) in [
        ("audience=toddler", "Who are you?"),
        ("audience=parent&audience=staff", "Who are you?"),
        ("audience=parent&situation=unknown", "What is it about?"),
        ("audience=under-11&situation=talk&situation=hurt", "What has happened?"),
    ] {
        let page = browser.open(&format!("/s/elm-street/help?{query}"));
        assert_eq!((page.status(), page.heading().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, heading), "{query}");
        assert!(page.texts("title")[0].starts_with("Error: "));
    }
    let kept = browser.open("/s/elm-street/help?situation=talk");
    assert!(kept.links("audience=").iter().all(|link| link.ends_with("&situation=talk")));
}

#[test]
fn the_language_switch_keeps_what_was_answered() {
    let setup = Setup::new();
    let mut browser = setup.browser();
    let page = browser.open("/s/elm-street/help?audience=11-18&situation=talk&age=12");
    let switch = page.attributes(".languages a", "href").remove(0);
    assert_eq!(switch, "/s/elm-street/help?audience=11-18&situation=talk&age=12&lang=cy");
    let welsh = browser.open(&switch);
    assert_eq!(welsh.attributes("html", "lang"), ["cy"]);
    assert_eq!(browser.cookies(), ["__Host-sg-lang"], "a chosen language is all that is kept");
}

#[test]
fn a_title_over_somebody_s_shoulder_says_nothing_of_what_happened() {
    let setup = Setup::new();
    for situation in Situation::ALL {
        let page = setup.browser().open(&format!("/s/elm-street/help?audience=11-18&situation={situation}"));
        assert_eq!(page.texts("title"), ["Get help - Elm Street Primary School"]);
        assert_eq!(page.links("bbc.co.uk/weather").len(), 1, "the quick way out");
    }
}
