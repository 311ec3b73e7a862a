//! Kinds of writing that were called clear once, each with its near neighbours.
#![allow(clippy::unwrap_used, reason = "the helpers of a test are part of it")]

use publication_rules::{BlindList, Checker, Finding, ListKey, Profile, PupilForms, Rule, Severity, Submission};
use school_types::PersonName;

fn list() -> BlindList {
    let names = [
        ("Amara", "Okafor"),
        ("Ben", "Okafor"),
        ("Élise", "Laurent"),
        ("Alice", "Chapman"),
        ("Jay", "House"),
        ("Heath", "Blossom-Rose"),
        ("Zoë", "O'Brien"),
        ("Siân", "ap Gwilym"),
        ("Hüseyin", "Çelik"),
        ("Taylor", "Mason"),
        ("Muhammad Yusuf", "Al-Hashimi"),
        ("Khadija", "Ɗan Ɓauchi"),
    ];
    let forms: Vec<_> = names.iter().map(|(a, b)| PupilForms::new(&PersonName::new(*a, *b))).collect();
    BlindList::blind(&ListKey::new([9; 32]), &forms)
}

fn found(text: &str, kind: &str) -> Vec<Finding> {
    let (list, profile) = (list(), Profile::default());
    let submission = Submission { bytes: text.as_bytes(), content_type: Some(kind), file_name: None };
    Checker::new(&profile, Some(&list)).check(&submission).findings
}

/// The gravest finding of a pupil's name.
fn pupil(text: &str, kind: &str) -> Option<Severity> {
    let rules = [Rule::PupilFullName, Rule::NameInFileName, Rule::NameByPicture, Rule::PictureMetadataName];
    found(text, kind).iter().filter(|finding| rules.contains(&finding.rule)).map(|finding| finding.severity).max()
}

fn each(kind: &str, least: Severity, texts: &[&str]) {
    let missed: Vec<_> =
        texts.iter().filter(|text| pupil(text, kind).is_none_or(|severity| severity < least)).collect();
    assert!(missed.is_empty(), "{least:?} is not reached by {missed:#?}");
}

#[test]
fn every_white_space_parts_and_every_invisible_character_is_passed_over() {
    for space in "\u{b}\u{c}\u{85}\u{a0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200a}\u{2028}\u{202f}\u{205f}\u{3000}\u{2800}\u{3164}".chars() {
        let text = format!("Well done Amara{space}Okafor today");
        assert_eq!(pupil(&text, "text/plain"), Some(Severity::Stop), "U+{:04x}", space as u32);
    }
    for hidden in "\u{ad}\u{34f}\u{61c}\u{180e}\u{200b}\u{200c}\u{200d}\u{200e}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2060}\u{2066}\u{2069}\u{206a}\u{fe0f}\u{feff}\u{e0041}".chars() {
        for text in [
            format!("Amara{hidden} Okafor"),
            format!("Amara {hidden}Okafor"),
            format!("Am{hidden}ara Okaf{hidden}or"),
            format!("{hidden}Amara{hidden} {hidden}Okafor{hidden}"),
            format!("Amara{hidden}Okafor"),
            format!("amara{hidden}okafor"),
        ] {
            assert_eq!(pupil(&text, "text/plain"), Some(Severity::Stop), "U+{:04x} in {text}", hidden as u32);
        }
    }
}

#[test]
fn fields_with_labels_are_one_name() {
    each(
        "text/plain",
        Severity::Stop,
        &[
            "Forename: Amara Surname: Okafor",
            "First name: Amara\nSurname: Okafor\nClass: 5 Oak",
            "Surname: Okafor\nFirst name: Amara",
            "First Name - Amara\nLast Name - Okafor",
            "{\"first_name\": \"Amara\", \"last_name\": \"Okafor\"}",
            "{\"givenName\":\"Amara\",\"class\":\"5 Oak\",\"familyName\":\"Okafor\"}",
            "firstname=Amara&lastname=Okafor",
            "Enw cyntaf: Amara\nCyfenw: Okafor",
            "<forename>Amara</forename><surname>Okafor</surname>",
            "First name:\n\nAmara\n\nSurname:\n\nOkafor",
        ],
    );
    each(
        "text/html",
        Severity::Stop,
        &[
            "<dl><dt>First name<dd>Amara<dt>Surname<dd>Okafor</dl>",
            "<table><tr><th>Forename<td>Amara</tr><tr><th>Surname<td>Okafor</tr></table>",
            "<p>First name: Amara</p><p>Surname: Okafor</p>",
            "<label>First name</label><input value=Amara><label>Surname</label><input value=Okafor>",
            "<script type='application/ld+json'>{\"@type\":\"Person\",\"givenName\":\"Amara\",\"familyName\":\"Okafor\"}</script>",
            "<script type='application/ld+json'>{\"name\":\"Zo\\u00eb O\\u2019Brien\"}</script>",
            "<div data-pupil='{\"first\":1,\"givenName\":\"Amara\",\"familyName\":\"Okafor\"}'></div>",
        ],
    );
}

#[test]
fn values_parted_by_marks_are_one_name() {
    each(
        "text/plain",
        Severity::Stop,
        &[
            "Amara,Okafor,4B",
            "\"Okafor\",\"Amara\"",
            "\"Amara\",\"Okafor\"",
            "1001;Amara;Okafor;5B",
            "Okafor;Amara",
            "Amara|Okafor|5B",
            "Amara | Okafor",
            "Amara\tOkafor",
            "id,forename,surname\n1,Amara,Okafor\n",
            "amara,okafor",
            "Siân,ap Gwilym,5B",
        ],
    );
    each(
        "text/plain",
        Severity::Warn,
        &[
            "Okafor/Amara",
            "Okafor: Amara",
            "Amara • Okafor",
            "Amara · Okafor",
            "Okafor – Amara",
            "Amara > Okafor",
            "Amara=Okafor",
            "Heath\tBlossom-Rose",
            "Name\tClass\nHeath\tBlossom-Rose\nAlice\tChapman",
            "Blossom-Rose\tHeath",
        ],
    );
    for text in ["Mason,Taylor,Jordan", "Mason/Taylor", "Well said, Okafor.Amara ran", "Taylor, Mason and Ben"] {
        assert!(pupil(text, "text/plain").is_none_or(|severity| severity == Severity::Note), "{text}");
    }
}

#[test]
fn brothers_and_sisters_share_their_surname() {
    each(
        "text/plain",
        Severity::Stop,
        &[
            "the Okafors, Amara and Ben, ran.",
            "The Okafors (Amara and Ben) ran.",
            "the Okafors: Ben and Amara",
            "the Okafor children Amara and Ben",
            "the Okafor siblings, Amara and Ben",
            "Amara and Ben, the Okafor twins, ran",
            "Amara, Ben and Zoe Okafor ran",
            "Amara, Leo & Ben Okafor ran",
        ],
    );
}

#[test]
fn handles_and_hashtags_name_a_pupil() {
    each(
        "text/plain",
        Severity::Stop,
        &[
            "@amara.okafor",
            "@amara_okafor",
            "@amaraokafor",
            "#amaraokafor",
            "#AmaraOkafor",
            "follow @amara-okafor now",
            "amara.okafor",
            "@okafor.amara",
            "@taylor.mason",
        ],
    );
}

#[test]
fn names_of_words_and_half_in_small_letters_are_looked_at() {
    each(
        "text/plain",
        Severity::Warn,
        &[
            "Well done É. Laurent!",
            "Well done E. Laurent!",
            "É Laurent ran",
            "Well done Alice chapman",
            "Alice chapman won.",
            "Was that Jay House?",
            "I sat with Jay House.",
            "Jay House",
        ],
    );
    for text in ["They met at Jay House on Sunday.", "Come to Jay House Hall."] {
        assert!(pupil(text, "text/plain").is_none_or(|severity| severity == Severity::Note), "{text}");
    }
}

#[test]
fn a_name_over_several_elements_is_found() {
    each(
        "text/html",
        Severity::Stop,
        &[
            "<div>Amara</div><div>Okafor</div>",
            "<span>Amara</span><span>Okafor</span>",
            "<span>amara</span> <span>okafor</span>",
            "<span>Amara</span><span>OKAFOR</span>",
            "<p>Amara</p>\n<p>Okafor</p>",
            "<h2>Amara</h2><h3>Okafor</h3>",
            "<ul><li>Okafor<li>Amara</ul>",
            "<p>Amara<br>Okafor</p>",
            "<td>Siân</td><td>ap Gwilym</td>",
            "<div>Siân</div><div>ap Gwilym</div>",
        ],
    );
}

#[test]
fn addresses_name_pupils_too() {
    each(
        "text/html",
        Severity::Warn,
        &[
            "<a href=\"/news/amara-okafor-wins\">x</a>",
            "<a href=\"/pupils/amara-okafor/\">x</a>",
            "<a href=\"/p?name=Amara+Okafor\">x</a>",
            "<a href=\"/p?name=Amara%20Okafor\">x</a>",
            "<a href=\"/zo%C3%AB-o-brien\">x</a>",
            "<a href=\"https://x.example/#amara-okafor\">x</a>",
            "<a href=\"/@amaraokafor\">x</a>",
            "<h2 id=amara-okafor>x</h2>",
            "<a href=\"/d/1\" download=\"Amara Okafor.pdf\">x</a>",
            "<p>Sponsor us: https://fundraise.example.org/amaraokafor</p>",
            "<link rel=canonical href=\"https://x.example/amara-okafor\">",
            "<meta property='og:url' content='https://x.example/news/amara-okafor-wins'>",
        ],
    );
}

#[test]
fn every_place_of_a_page_is_read() {
    each(
        "text/html",
        Severity::Warn,
        &[
            "<div style=\"background-image:url(/photos/amara-okafor.jpg)\"></div>",
            "<div style='background:url(&quot;/photos/amara-okafor.jpg&quot;)'></div>",
            "<style>.h{background:url(\"img/amara-okafor.jpg\")}</style>",
            "<style>.n:after{content:\"Amara Okafor\"}</style>",
            "<style>.n:after{content:\"Zo\\eb  O'Brien\"}</style>",
            "<img src=1.jpg data-image-title=\"Amara Okafor\">",
            "<img src=1.jpg data-orig-file=\"https://x.example/amara-okafor.jpg\">",
            "<img src=1.jpg srcset=\"1.jpg 1x, amara-okafor.jpg 2x\">",
            "<img src=1.jpg data-author='Amara Okafor'>",
            "<div aria-label='Amara Okafor'></div>",
            "<div aria-description='Amara Okafor'></div>",
            "<button onclick=\"show('Amara Okafor')\">x</button>",
            "<iframe srcdoc=\"<p>Amara <b>Okafor</b></p>\"></iframe>",
            "<iframe srcdoc='&lt;p&gt;Amara Okafor&lt;/p&gt;'></iframe>",
            "<a href=\"data:text/html,<p>Amara%20Okafor\">x</a>",
            "<a href=\"data:text/plain;base64,QW1hcmEgT2thZm9y\">x</a>",
            "<img src=\"data:image/svg+xml,<svg><text>Amara Okafor</text></svg>\">",
            "<meta property='og:title' content='Amara Okafor'>",
            "<script>var t=\"Si\\xe2n ap Gwilym\";</script>",
            "<script>var t=\"Zo\\u{eb} O'Brien\";</script>",
        ],
    );
}

#[test]
fn what_an_encoding_made_of_a_name_is_still_the_name() {
    each(
        "text/plain",
        Severity::Stop,
        &[
            "Well done Zoe O&#39;Brien",
            "Well done Zoe O&rsquo;Brien",
            "Well done ZoÃ« O'Brien",
            "Well done Zo├½ O'Brien",
            "Well done Zo√´ O'Brien",
            "Well done ZoÃƒÂ« O'Brien",
            "Well done Zoe Oâ€™Brien",
            "Well done Zoe O?Brien",
            "Well done Zoe O\u{fffd}Brien",
            "Well done Zo\u{fffd} O'Brien",
            "Well done Zo‰ O'Brien",
            "Well done Si?n ap Gwilym",
            "Well done Si\u{fffd}n ap Gwilym",
            "Well done H\u{fffd}seyin \u{fffd}elik",
            "Well done Zo%C3%AB O%27Brien",
            "Well done Zo=C3=AB O'Brien",
            "Well done Zo\\u00eb O'Brien",
            "Well done Oka=\nfor, Amara",
            "Well done Amara&nbsp;Okafor",
            "Well done Amara%20Okafor",
            "Well done Amara Oka\u{ad}\nfor",
            "Well done Amara Oka\u{2010}\nfor",
            "Khadija Dan Bauchi",
            "Yusuf Hashimi",
        ],
    );
    each(
        "text/html",
        Severity::Stop,
        &["<p>Zoe O&amp;#39;Brien", "<p>Amara&amp;nbsp;Okafor", "<p>Amara&emsp;Okafor", "<p>Amara&#8287;Okafor"],
    );
}

#[test]
fn nobody_is_named_where_a_program_speaks() {
    for page in [
        "<script>{\"x\":\"aGk==.sprinkledBody.content@filterEmpty.0.byline\"}</script>",
        "<script>Sentry.init({dsn:\"https://0123456789abcdef@o12.ingest.sentry.io/34\"})</script>",
        "<script>dsn='key@sentry.io'</script>",
        "<script>import x from 'https://user@cdn.example.com/a'</script>",
        "<link href='/fonts/ProximaNova-Bold.woff2'><img src='/i/AAk3dSu.img'>",
        "<style>@font-face{src:url(ProximaNova-Bold.woff2)}</style>",
    ] {
        assert!(
            found(page, "text/html").iter().all(|finding| finding.severity == Severity::Note),
            "{page}: {:?}",
            found(page, "text/html")
        );
    }
    assert!(
        found("<script>a='office'+'@'+'example.org'</script>", "text/html")
            .iter()
            .any(|one| one.rule == Rule::EmailAddress)
    );
    assert!(
        found("<script>var mail = \"jane.doe@example.com\"</script>", "text/html")
            .iter()
            .any(|one| one.rule == Rule::EmailAddress)
    );
}

#[test]
fn contacts_are_found_over_line_ends_and_in_links() {
    for (text, kind, rule) in [
        ("Write to j.smith@\nexample.org today", "text/plain", Rule::EmailAddress),
        ("Write to j.smith@\r\nexample.org today", "text/plain", Rule::EmailAddress),
        ("Write to j.smith\n@example.org today", "text/plain", Rule::EmailAddress),
        ("Write to jsmith&#64;example.org today", "text/plain", Rule::EmailAddress),
        ("Write to jsmith%40example.org today", "text/plain", Rule::EmailAddress),
        ("<a href=\"https://api.whatsapp.com/send?phone=447700900123\">x</a>", "text/html", Rule::PhoneNumber),
        ("<a href=\"https://wa.me/447700900123\">x</a>", "text/html", Rule::PhoneNumber),
        ("<a href=\"viber://chat?number=%2B447700900123\">x</a>", "text/html", Rule::PhoneNumber),
        ("<a href=\"https://signal.me/#p/+447700900123\">x</a>", "text/html", Rule::PhoneNumber),
    ] {
        assert!(found(text, kind).iter().any(|finding| finding.rule == rule), "{text}: {:?}", found(text, kind));
    }
}

/// What is said without a list: the gravest finding of a likely name.
fn likely(text: &str, kind: &str) -> Option<Severity> {
    let profile = Profile::default();
    let submission = Submission { bytes: text.as_bytes(), content_type: Some(kind), file_name: None };
    let findings = Checker::new(&profile, None).check(&submission).findings;
    let rules = [Rule::LikelyFullName, Rule::NameByPicture];
    findings.iter().filter(|finding| rules.contains(&finding.rule)).map(|finding| finding.severity).max()
}

#[test]
fn without_a_list_what_is_a_pupil_s_is_warned_of_and_other_names_are_noted() {
    for (text, kind) in [
        ("Priya Raghunathan\nCallum Hetherington\nSophie Winterbourne\n", "text/plain"),
        ("Terrence Mbeki, Kazimierz Nowak, Toshimi Sato", "text/plain"),
        ("<ul><li>Priya Raghunathan<li>Callum Hetherington<li>Sophie Winterbourne</ul>", "text/html"),
        ("Priya Raghunathan has an inhaler for her asthma.", "text/plain"),
        ("Callum Hetherington takes his medication at noon.", "text/plain"),
        ("The EHCP of Sophie Winterbourne is due.", "text/plain"),
        ("Picture: Priya Raghunathan and Callum Hetherington", "text/plain"),
        ("RAGHUNATHAN Priya", "text/plain"),
        ("HETHERINGTON, Callum", "text/plain"),
        ("1. RAGHUNATHAN Priya\n2. HETHERINGTON Callum", "text/plain"),
    ] {
        assert_eq!(likely(text, kind), Some(Severity::Warn), "{text}");
    }
    for text in [
        "We spoke to Priya Raghunathan about the fence.",
        "Later Callum Hetherington joined us.",
        "A letter from Toshimi Sato came.",
    ] {
        assert_eq!(likely(text, "text/plain"), Some(Severity::Note), "{text}");
    }
    for text in [
        "We went to Victoria Park and to St Mary's Church.",
        "Mrs Helen Ashworth met us.",
        "A story by Charles Dickens was read.",
        "Our headteacher Gareth Pugh spoke.",
        "The Great Fire of London",
    ] {
        assert_eq!(likely(text, "text/plain"), None, "{text}");
    }
}

#[test]
fn what_is_said_to_be_safe_holds_nothing_that_was_stopped() {
    let (list, profile) = (list(), Profile::default());
    let checker = Checker::new(&profile, Some(&list));
    let texts = [
        ("Well done #AmaraOkafor and @amara.okafor!", "text/plain"),
        ("<p><span>Amara</span><span>Okafor</span> won</p>", "text/html"),
        ("<div>Amara</div><div>Okafor</div>", "text/html"),
        ("A M A R A O K A F O R", "text/plain"),
        ("#amaraokafor", "text/plain"),
        ("Zoe O&#39;Brien and Zo\\u00eb O'Brien", "text/plain"),
        ("Amara,Okafor,4B\n\"Okafor\",\"Ben\"", "text/plain"),
        ("Forename: Amara Surname: Okafor", "text/plain"),
        ("the Okafors, Amara and Ben, ran.", "text/plain"),
        ("<dl><dt>First name<dd>Amara<dt>Surname<dd>Okafor</dl>", "text/html"),
        ("<p>Zoe O&amp;#39;Brien", "text/html"),
        ("<script>{\"givenName\":\"Amara\",\"familyName\":\"Okafor\"}</script>", "text/html"),
        ("<style>.n:after{content:\"Amara Okafor\"}</style>", "text/html"),
        ("<iframe srcdoc='<p>Amara <b>Okafor</b></p>'></iframe>", "text/html"),
        ("<a href=\"data:text/plain;base64,QW1hcmEgT2thZm9y\">x</a>", "text/html"),
        ("Call ０７７００ ９００１２３ or j.smith@\nexample.org", "text/plain"),
        ("Am\u{200b}ara\u{2003}Okaf\u{ad}or", "text/plain"),
    ];
    for (text, kind) in texts {
        let submission = Submission { bytes: text.as_bytes(), content_type: Some(kind), file_name: None };
        assert!(checker.check(&submission).findings.iter().any(|one| one.severity == Severity::Stop), "{text}");
        let clean = checker.clean(&submission).unwrap();
        let left: Vec<_> = clean.remaining.findings.iter().filter(|one| one.severity == Severity::Stop).collect();
        assert!(left.is_empty(), "{text} became {}: {left:?}", String::from_utf8_lossy(&clean.bytes));
    }
}

/// A small JPEG with a position and nothing else of note.
fn picture() -> Vec<u8> {
    let mut tiff = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0".to_vec();
    tiff.extend(b"\x02\0\x02\0\x05\0\x03\0\0\0\x38\0\0\0\x04\0\x05\0\x03\0\0\0\x50\0\0\0\0\0\0\0");
    for number in [51_u32, 1, 30, 1, 0, 0, 1, 1, 2, 1, 3, 1] {
        tiff.extend(number.to_le_bytes());
    }
    let mut file = vec![0xff, 0xd8, 0xff, 0xe1];
    file.extend((tiff.len() as u16 + 2).to_be_bytes());
    file.extend(tiff);
    file.extend([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0, 4, 0xff, 0xd9]);
    file
}

#[test]
fn a_picture_in_an_address_gives_its_position_away_and_loses_it() {
    let encoded = data_encoding::BASE64.encode(&picture());
    for page in [
        format!("<p>x<img src=\"data:image/jpeg;base64,{encoded}\">"),
        format!("<p>x<div style='background:url(data:image/jpeg;base64,{encoded})'></div>"),
        format!("<p>x<style>p{{background:url(\"data:image/jpeg;base64,{encoded}\")}}</style>"),
    ] {
        let places: Vec<_> =
            found(&page, "text/html").into_iter().filter(|finding| finding.rule == Rule::PictureLocation).collect();
        assert_eq!(places.first().map(|finding| finding.severity), Some(Severity::Stop), "{page}");
        assert!(places[0].start.unwrap() > 3 && places[0].part == "body");
        let profile = Profile::default();
        let submission = Submission { bytes: page.as_bytes(), content_type: Some("text/html"), file_name: None };
        let clean = Checker::new(&profile, None).clean(&submission).unwrap();
        assert!(clean.remaining.findings.iter().all(|finding| finding.rule != Rule::PictureLocation));
        assert!(String::from_utf8(clean.bytes).unwrap().contains("data:image/jpeg;base64,"));
    }
}
