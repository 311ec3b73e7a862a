//! The panel on the school's own website.

use http::Method;
use profiles::NamedContact;
use testkit::{assert_sound_page, installation::ELM};

use crate::harness::Setup;

const PANEL: &str = "/embed/elm-street/help";

fn served(address: &str) -> usize {
    assets::find(address.strip_prefix("/assets/").unwrap()).unwrap().plain.len()
}

#[test]
fn ceop_iwf_childline_and_999_are_always_in_it() {
    let setup = Setup::new();
    for (moment, old) in [("2026-11-24T10:00:00Z", false), ("2031-11-24T10:00:00Z", true)] {
        setup.at(moment);
        for (lang, tag) in [("", "en"), ("?lang=cy", "cy")] {
            let response = setup.raw(Method::GET, &format!("{PANEL}{lang}"), &[]);
            assert_eq!(response.status(), 200);
            let page = String::from_utf8(response.into_body().to_vec()).unwrap();
            assert_sound_page(&page);
            assert!(page.contains(&format!("<html lang=\"{tag}\"")));
            for needed in ["ceop.police.uk", "iwf.org.uk/report", "tel:08001111", "href=\"tel:999\""] {
                assert!(page.contains(needed), "{needed} at {moment}");
            }
            let dated = page.contains("Last checked on") || page.contains("Gwiriwyd ddiwethaf");
            assert_eq!(dated, old, "old facts carry their date, new ones need none");
        }
    }
}

#[test]
fn the_help_panel_does_not_cut_childline_off_on_a_phone() {
    let setup = Setup::new();
    let page = String::from_utf8(setup.raw(Method::GET, PANEL, &[]).into_body().to_vec()).unwrap();
    let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}"));
    assert!(place("tel:999") < place("tel:08001111"));
    for later in ["ceop.police.uk", "iwf.org.uk/report", "report-remove"] {
        assert!(place("tel:08001111") < place(later), "{later}");
    }
    // At 320 pixels the heading, 999 and Childline take some 400 pixels; the frame that the README shows has more than twice that.
    let readme = include_str!("../../../../README.md");
    let frame = readme.split("<iframe").nth(1).unwrap().split("</iframe>").next().unwrap();
    let height: u32 = frame.split("height=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
    assert!(height >= 800, "{height}");
}

#[test]
fn the_school_s_own_safeguarding_lead_is_named_in_it() {
    let setup = Setup::new();
    let panel = || String::from_utf8(setup.raw(Method::GET, PANEL, &[]).into_body().to_vec()).unwrap();
    assert!(!panel().contains("safeguarding lead"), "no name is made up");
    setup.installation.change_profile(ELM, |profile| {
        let number = Some("01632 960 170".to_owned());
        profile.safeguarding_lead =
            Some(NamedContact { name: "Mrs Ada Quill".to_owned(), telephone: number, e_mail: None });
    });
    let page = panel();
    assert_sound_page(&page);
    assert!(page.contains("Mrs Ada Quill") && page.contains("href=\"tel:01632960170\""), "{page}");
    assert!(
        page.find("tel:08001111") < page.find("Mrs Ada Quill") && page.find("Mrs Ada Quill") < page.find("ceop.police")
    );
}

#[test]
fn only_the_websites_in_the_profile_may_frame_it() {
    let setup = Setup::new();
    let framing = || {
        let response = setup.raw(Method::GET, PANEL, &[]);
        let header = |name: &str| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let policy = header("content-security-policy").unwrap();
        (policy.split("frame-ancestors ").nth(1).unwrap().to_owned(), header("x-frame-options"))
    };
    assert_eq!(framing(), ("https://www.school.example.org".to_owned(), None));
    setup.installation.change_profile(ELM, |profile| {
        profile.embed_origins = vec!["https://a.example.org".to_owned(), "https://b.example.org:8443".to_owned()];
    });
    assert_eq!(framing(), ("https://a.example.org https://b.example.org:8443".to_owned(), None));
    setup.installation.change_profile(ELM, |profile| profile.embed_origins.clear());
    assert_eq!(framing(), ("'none'".to_owned(), Some("DENY".to_owned())));
}

#[test]
fn it_weighs_under_twenty_kilobytes_before_any_compression_and_runs_nothing() {
    let setup = Setup::new();
    let response = setup.raw(Method::GET, PANEL, &[]);
    let page = String::from_utf8(response.into_body().to_vec()).unwrap();
    // Its colours are one rule of under 400 bytes, which the front door serves.
    let total = page.len() + served(assets::PANEL_CSS) + 400;
    assert!(total < 20_000, "{total} bytes");
    assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("preload"));
}

#[test]
fn it_is_the_same_for_everybody_and_sets_no_cookie() {
    let setup = Setup::new();
    let mut bodies = Vec::new();
    for headers in [&[][..], &[("cookie", "__Host-sg-lang=cy")], &[("accept-language", "cy")]] {
        let response = setup.raw(Method::GET, PANEL, headers);
        assert_eq!(response.headers()["cache-control"], "public, max-age=3600");
        assert!(!response.headers().contains_key("set-cookie"));
        bodies.push(response.into_body());
    }
    assert!(bodies.windows(2).all(|pair| pair[0] == pair[1]));
    let welsh = setup.raw(Method::GET, &format!("{PANEL}?lang=cy"), &[]);
    assert!(!welsh.headers().contains_key("set-cookie"));
}
