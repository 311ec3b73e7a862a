//! Ways of writing that other tools miss or invent.
#![allow(clippy::unwrap_used, reason = "the helpers of a test are part of it")]

use publication_rules::{BlindList, Checker, Finding, ListKey, Profile, PupilForms, Rule, Severity, Submission};
use school_types::{PersonName, Redacted};

fn pupils() -> Vec<PupilForms> {
    let mut names: Vec<PersonName> = [
        ("Amara", "Okafor"),
        ("Zoë", "O'Neill-Smith"),
        ("Lotte", "van der Berg"),
        ("Muhammad Yusuf", "Khan"),
        ("Li", "Wei"),
        ("Thi Hoa", "Nguyen"),
        ("Rhys", "ap Gwilym"),
        ("Łukasz", "Wójcik"),
        ("Jürgen", "Müller"),
        ("Ella", "Brown"),
        ("Oscar", "Wilde"),
        ("Sean", "D'Arcy"),
        ("Mary-Jane", "St. Clair"),
        ("Наталья", "Иванова"),
        ("Eun-ji", "Kim"),
        ("Xiaoming", "Wang"),
        ("João Pedro", "da Silva Santos"),
        ("Ilse", "van 't Hoff"),
        ("Mhairi", "Mac an tSaoir"),
        ("Max", "Power"),
    ]
    .map(|(forename, surname)| PersonName::new(forename, surname))
    .to_vec();
    let mut known = PersonName::new("Elizabeth", "Adeyemi-Cole");
    known.preferred_forename = Some(Redacted::new("Buki".to_owned()));
    names.push(known);
    names.iter().map(PupilForms::new).collect()
}

fn findings(text: &str, content_type: &str, file_name: Option<&str>) -> Vec<Finding> {
    let list = BlindList::blind(&ListKey::new([5; 32]), &pupils());
    let profile = Profile::default();
    let report = Checker::new(&profile, Some(&list)).check(&Submission {
        bytes: text.as_bytes(),
        content_type: Some(content_type),
        file_name,
    });
    report.findings.into_iter().filter(|finding| finding.severity > Severity::Note).collect()
}

fn has(found: &[Finding], rule: Rule) -> bool {
    found.iter().any(|finding| finding.rule == rule)
}

#[test]
fn pupils_are_found_however_they_are_written() {
    for text in [
        "amara okafor won",
        "AMARA OKAFOR",
        "Okafor, A.",
        "Amara G. Okafor",
        "Amara\u{a0}Okafor's",
        "Amara  Okafor",
        "zoe oneill-smith",
        "Zoe O Neill Smith",
        "Zoë O`Neill",
        "O'NEILL-SMITH, Zoë",
        "Lotte Van Der Berg",
        "Lotte van den Berg is not, Lotte v. d. Berg? Lotte Berg",
        "Yusuf Khan",
        "M. Y. Khan",
        "KHAN Muhammad Yusuf",
        "Li Wei",
        "Wei Li",
        "Nguyen Thi Hoa",
        "Hoa Nguyen",
        "Rhys Ap-Gwilym",
        "Lukasz Wojcik",
        "Łukasz WÓJCIK",
        "Juergen Mueller",
        "Jurgen Muller",
        "Ella Brown (Year 3)",
        "Oscar Wilde",
        "Sean DArcy",
        "Sean D’arcy",
        "Mary Jane St Clair",
        "Mary-Jane StClair",
        "Наталья Иванова",
        "ИВАНОВА Наталья",
        "Beth Adeyemi",
        "Lizzie Adeyemi-Cole",
        "Buki Cole",
        "Elizabeth (Buki) Adeyemi-Cole",
        "Elizabeth \"Buki\" Adeyemi-Cole",
        "#AmaraOkafor",
        "Amara and Tom Okafor",
        "Tom & Amara Okafor",
        "Star of the week – Amara Okafor – 5B",
        "1. Amara Okafor",
        "*Amara Okafor*",
        "**Amara Okafor**",
        "Amara_Okafor",
        "Okafor/Amara Okafor",
        "Amara\tOkafor",
        "Amara\u{200b} Oka\u{ad}for",
        "Ａｍａｒａ Ｏｋａｆｏｒ",
        "\"Amara Okafor\"",
        "Miss Amara Okafor",
        "Amara-Okafor",
        "The whole of the school stood up and clapped for Amara\nOkafor when she came in.",
        "Clap for Amara\nOkafor",
        "The whole of the school stood up and clapped for Amara Oka-\nfor when she came in.",
        "The whole of the school stood up and clapped for Zoë O'Neill-\nSmith when she came in.",
        "Kim Eun-ji sang",
        "Wang Xiao Ming sang",
        "Pedro da Silva ran",
        "Ilse van ’t Hoff ran",
        "Mhairi Mac an tSaoir ran",
        "the Okafor twins Ben and Amara",
        "Amara \"the rocket\" Okafor",
        "**Amara** Okafor",
        "follow @amaraokafor",
        "#AmaraOkafor",
        "A M A R A  O K A F O R",
        "A M A R A O K A F O R",
        "Am\u{430}ra Ok\u{430}for",
        "ᴀᴍᴀʀᴀ ᴏᴋᴀꜰᴏʀ",
        "𝐀𝐦𝐚𝐫𝐚 𝐎𝐤𝐚𝐟𝐨𝐫",
    ] {
        assert!(has(&findings(text, "text/plain", None), Rule::PupilFullName), "{text}");
    }
}

#[test]
fn pupils_are_found_in_pages() {
    for page in [
        "<p>Am<b>ara</b> Oka<span>for</span>",
        "<table><tr><td>Okafor</td><td>Amara</td></table>",
        "<tr><td>Amara<td>Okafor</tr>",
        "<p>Amara<!-- x --> Okafor",
        "<p>&#65;mara&nbsp;&#x4f;kafor",
        "<img alt='Amara Okafor'>",
        "<a title='Amara Okafor'>x</a>",
        "<meta name=author content='Amara Okafor'>",
        "<title>Amara Okafor</title>",
        "<!-- Amara Okafor -->",
        "<script>{\"name\":\"Amara Okafor\"}</script>",
        "<input value='Amara Okafor'>",
        "<p>Amara\nOkafor",
        "<li>Amara&#8203; Okafor",
        "<svg><text>Amara Okafor</text></svg>",
        "<noscript>Amara Okafor</noscript>",
        "<option>Amara Okafor</option>",
        "<p>Amara&shy; Okafor",
    ] {
        assert!(has(&findings(page, "text/html", None), Rule::PupilFullName), "{page}");
    }
}

#[test]
fn pupils_are_found_in_file_names_and_mailboxes() {
    for name in [
        "amara-okafor.jpg",
        "AmaraOkafor_2024.png",
        "okafor_amara.webp",
        "IMG_20240501_Amara_Okafor.jpg",
        "y5 amara okafor (2).pdf",
        "amaraokafor.docx",
        "zoe-oneill-smith-cup.jpg",
        "ZoeONeill.jpg",
        "OKAFOR Amara report.pdf",
        "poem_by_okafor.amara.txt",
        "aokafor.jpg",
        "okafora5b.jpg",
    ] {
        assert!(has(&findings("Hello.", "text/plain", Some(name)), Rule::NameInFileName), "{name}");
    }
    for address in ["amara.okafor@example.org", "22okafor.amara@example.org", "amaraokafor@example.org"] {
        let found = findings(address, "text/plain", None);
        assert!(found.iter().any(|finding| finding.message == publication_rules::Message::EmailOfPupil), "{address}");
    }
    let page = "<img src='/media/Amara%20Okafor.jpg'><a href='reports/amara-okafor.pdf'>x</a>";
    assert_eq!(
        findings(page, "text/html", None).iter().filter(|finding| finding.rule == Rule::NameInFileName).count(),
        2
    );
}

#[test]
fn nobody_is_found_where_nobody_is_named() {
    for text in [
        "Amara won. Okafor is a surname.",
        "Amara, Ben and Zoe",
        "We sang, then Ella made brown bread.",
        "Year 5 went to Berg.",
        "Li and Wei are different children.",
        "Okafor's. Amara's.",
        "Khan Academy",
        "the Brown family and Ella",
        "Ella\n\nBrown bread recipe",
        "Oscars, Wilde parties",
        "Smith, Jones and Khan",
        "Wei. Li.",
        "Max power output",
        "Amara Hughes and Ben Okafor",
        "Amara\n\nOkafor",
        "Kim, Amara and Eun",
    ] {
        assert!(
            !has(&findings(text, "text/plain", None), Rule::PupilFullName),
            "{text}: {:?}",
            findings(text, "text/plain", None)
        );
    }
}

#[test]
fn likely_children_are_warned_of_without_a_list() {
    let profile = Profile::default();
    let checker = Checker::new(&profile, None);
    let likely = |text: &str| {
        let report = checker.check(&Submission { bytes: text.as_bytes(), ..Submission::default() });
        report.findings.iter().any(|finding| finding.rule == Rule::LikelyFullName && finding.severity == Severity::Warn)
    };
    for text in [
        "Well done to Priya Raghunathan (5B).",
        "Star of the week: Callum Hetherington",
        "Goals from Jayden Mbeki and Kai Lund.",
        "Sophie Winterbourne, 9, won the poetry prize.",
        "Tadhg Moriarty, son of a fisherman, swam first.",
        "Congratulations to Xanthippe Wrzesniewski!",
        "Our new head girl is Ngozi Umeh.",
        "The certificate was awarded to Isla McTavish-Brown.",
    ] {
        assert!(likely(text), "{text}");
    }
    for text in [
        "The Harvest Festival is at St Mary's Church.",
        "Key Stage Two won a trip to Oak Crescent.",
        "We learnt about the Great Fire of London.",
        "Mrs Helen Ashworth won a teaching award.",
        "A story by Charles Dickens won the class vote.",
        "Well done to Amber Class and Holly Class!",
        "Congratulations to Year Six. Sports Day is on Friday.",
        "Rosa Parks (1913-2005) was very brave.",
        "Victoria Park hosted the match.",
        "Black History Month",
        "World Book Day winners will be told on Monday.",
    ] {
        assert!(!likely(text), "{text}");
    }
}
