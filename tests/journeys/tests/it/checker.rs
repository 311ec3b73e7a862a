//! The publication checker as a web team's programs meet it: the real components, over HTTP.

use std::{
    fs,
    io::{Cursor, Write},
    net::TcpStream,
    thread,
    time::Duration,
};

use journeys::gate::{Gate, Options};
use reqwest::blocking::{Body, Client, Response};
use serde_json::Value;

use crate::{OTHER_SCHOOL, SCHOOL, crowd::all_at_once, shared};

/// The most that is checked at once.
const MOST: usize = 20 << 20;

/// What a newsletter says that is nobody's business: no name, no contact.
const PROSE: &str = "The summer fair is on Friday after school. There will be cakes, a raffle and music in the hall. \
    Please bring a bottle for the tombola, and wear something bright. Year 4 have been reading about rivers.\n";

/// A program of a school.
struct Program {
    client: Client,
    base: String,
    token: String,
}

impl Program {
    fn of(gate: &Gate, school: &str) -> Self {
        let client = Client::builder().timeout(Duration::from_secs(120)).build().unwrap();
        let base = format!("{}/s/{school}/check/api/v1", gate.base());
        Self { client, base, token: gate.demo().schools[school].api_token.clone() }
    }

    fn send(&self, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Response {
        let mut request = self.client.post(format!("{}{path}", self.base)).bearer_auth(&self.token);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(body).send().unwrap()
    }

    fn check(&self, kind: &str, body: impl Into<Body>) -> Value {
        let response = self.send("", &[("content-type", kind)], body);
        assert_eq!(response.status(), 200);
        read(response)
    }
}

fn read(response: Response) -> Value {
    serde_json::from_slice(&response.bytes().unwrap()).unwrap()
}

/// Full names of pupils at a sample school.
fn pupils(gate: &Gate, school: &str) -> Vec<String> {
    let named = |person: &journeys::demo::Person| {
        let surname = person.name.split_once(' ').map_or("", |(_, surname)| surname).to_owned();
        person.forenames.iter().map(move |forename| format!("{forename} {surname}")).collect::<Vec<_>>()
    };
    gate.demo().schools[school].parents.iter().flat_map(named).collect()
}

/// Prose of this many bytes.
fn prose(bytes: usize) -> Vec<u8> {
    PROSE.bytes().cycle().take(bytes).collect()
}

/// The memory of the host in megabytes, where the system tells.
fn memory(gate: &Gate) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", gate.demo().process)).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes >> 10)
}

#[test]
fn the_pupils_of_every_sample_school_are_known_out_of_the_box() {
    let gate = shared();
    for school in gate.demo().schools.keys() {
        let program = Program::of(&gate, school);
        for name in pupils(&gate, school).iter().take(12) {
            let answer = program.check("text/plain; charset=utf-8", format!("Well done to {name} of year 4!"));
            assert_eq!(answer["verdict"], "stop", "{school}");
            assert_eq!(answer["findings"][0]["rule"], "pupil-full-name", "{school}");
        }
        assert_eq!(program.check("text/plain", PROSE)["verdict"], "clear", "{school}");
    }
}

#[test]
fn places_are_scalar_values_of_the_body_whatever_its_script() {
    let gate = shared();
    let program = Program::of(&gate, SCHOOL);
    let name = pupils(&gate, SCHOOL).remove(0);
    for before in ["😀👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿 ", "شكرا إلى ", "תודה ל ", "e\u{301}\u{200d} ", "\u{feff}"]
    {
        let answer = program.check("text/plain; charset=utf-8", format!("{before}{name} 🎉"));
        let finding = &answer["findings"][0];
        let (start, end) = (before.chars().count(), before.chars().count() + name.chars().count());
        assert_eq!((&finding["start"], &finding["end"]), (&start.into(), &end.into()), "{before:?}");
    }
}

#[test]
fn a_large_paste_is_checked_and_memory_does_not_grow_with_each() {
    let gate = shared();
    let program = Program::of(&gate, SCHOOL);
    let name = pupils(&gate, SCHOOL).remove(0);
    let mut paste = prose(5 << 20);
    paste.push(b'\n');
    paste.extend_from_slice(name.as_bytes());
    assert_eq!(program.check("text/plain", paste)["findings"][0]["rule"], "pupil-full-name");

    let mut largest = prose(MOST - name.len() - 1);
    largest.push(b'\n');
    largest.extend_from_slice(name.as_bytes());
    assert_eq!(largest.len(), MOST);
    let before = memory(&gate);
    for _ in 0..4 {
        let answer = program.check("text/plain", largest.clone());
        let finding = answer["findings"].as_array().unwrap().last().unwrap();
        assert_eq!(finding["start"], MOST - name.len(), "ASCII up to there");
    }
    if let (Some(before), Some(after)) = (before, memory(&gate)) {
        assert!(after < before + 150, "from {before} to {after} MB after checking 80 MB");
    }
    largest.push(b'.');
    let refused = program.send("", &[("content-type", "text/plain")], largest);
    assert_eq!(refused.status(), 413);
    assert_eq!(refused.headers()["content-type"], "application/problem+json");
}

#[test]
fn several_of_the_largest_at_once_are_all_answered() {
    let gate = shared();
    let name = pupils(&gate, SCHOOL).remove(0);
    let answers = all_at_once((0..3).collect(), |_: u8| {
        let body = [format!("{name}\n").into_bytes(), prose(MOST - name.len() - 1)].concat();
        Program::of(&gate, SCHOOL).check("text/plain", body)
    });
    assert!(answers.iter().all(|answer| answer["verdict"] == "stop" && answer["findings"][0]["start"] == 0));
}

#[test]
fn a_document_that_swells_when_opened_ends_in_an_answer() {
    let gate = shared();
    let program = Program::of(&gate, SCHOOL);
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_level(Some(1));
    bomb.start_file("word/document.xml", options).unwrap();
    bomb.write_all(b"<w:document><w:body><w:p><w:r><w:t>").unwrap();
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..96 {
        bomb.write_all(&spaces).unwrap();
    }
    let bomb = bomb.finish().unwrap().into_inner();
    assert!(bomb.len() < 2 << 20, "{} bytes", bomb.len());
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let before = memory(&gate);
    for _ in 0..3 {
        let answer = program.check(kind, bomb.clone());
        assert_eq!(answer["verdict"], "not-examined");
    }
    if let (Some(before), Some(after)) = (before, memory(&gate)) {
        assert!(after < before + 300, "from {before} to {after} MB");
    }
    let nested = b"(".repeat(1 << 20);
    assert_eq!(
        program.check("application/pdf", [b"%PDF-1.4\n".as_slice(), &nested].concat())["verdict"],
        "not-examined"
    );
}

#[test]
fn another_school_s_token_opens_nothing_and_learns_nothing() {
    let gate = shared();
    let mut stranger = Program::of(&gate, OTHER_SCHOOL);
    stranger.base = Program::of(&gate, SCHOOL).base;
    let name = pupils(&gate, SCHOOL).remove(0);
    for path in ["", "/clean"] {
        let response = stranger.send(path, &[("content-type", "text/plain")], name.clone());
        assert_eq!(response.status(), 401);
        assert_eq!(response.headers()["www-authenticate"], "Bearer");
        assert!(!response.text().unwrap().contains(&name));
    }
}

#[test]
fn many_programs_at_once_each_get_the_answer_to_their_own_file() {
    let gate = shared();
    let names = pupils(&gate, SCHOOL);
    let programs: Vec<_> = names.iter().take(24).enumerate().collect();
    let answers = all_at_once(programs, |(number, name)| {
        let program = Program::of(&gate, SCHOOL);
        let before = "x ".repeat(number * 100);
        (0..4).map(|_| (number, program.check("text/plain", format!("{before}{name}")))).collect::<Vec<_>>()
    });
    for (number, answer) in answers.into_iter().flatten() {
        let at = &answer["findings"][0]["start"];
        assert_eq!(*at, number * 200, "somebody else's answer");
    }
}

#[test]
fn the_same_findings_come_as_sarif_and_as_a_safe_version() {
    let gate = shared();
    let program = Program::of(&gate, SCHOOL);
    let name = pupils(&gate, SCHOOL).remove(0);
    let headers = [("content-type", "text/plain"), ("accept", "application/sarif+json"), ("accept-language", "cy")];
    let sarif = program.send("?filename=news.txt", &headers, name.clone());
    assert_eq!(sarif.headers()["content-type"], "application/sarif+json");
    let log = read(sarif);
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().contains("sarif-2.1.0"));
    let run = &log["runs"][0];
    let result = &run["results"][0];
    let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
    assert_eq!((&rule["id"], &result["level"]), (&result["ruleId"], &"error".into()));
    assert_eq!(rule["shortDescription"]["text"], "Enwau llawn disgyblion");
    let clean = program.send("/clean", &[("content-type", "text/plain")], format!("Well done, {name}!"));
    assert_eq!((clean.status().as_u16(), clean.headers()["schoolgate-verdict"].to_str().unwrap()), (200, "clear"));
    let forename = name.split(' ').next().unwrap();
    assert_eq!(clean.text().unwrap(), format!("Well done, {forename}!"));
    assert_eq!(program.send("/clean", &[("content-type", "application/pdf")], "%PDF-1.4").status(), 422);
}

#[test]
fn nothing_that_was_checked_is_kept_or_logged_also_when_the_host_dies() {
    let mut gate = Gate::start(Options::default()).unwrap();
    let program = Program::of(&gate, SCHOOL);
    let planted = "Zebedee Plantedname";
    program.send(
        &format!("?filename={}", planted.replace(' ', "-")),
        &[("content-type", "text/plain")],
        format!("Well done to {planted} of year 4. Ring 07700 900461."),
    );
    // One check is on its way when the host dies: its body has come in half.
    let address = gate.base().strip_prefix("http://").unwrap().to_owned();
    let mut half = TcpStream::connect(&address).unwrap();
    let head = format!(
        "POST /s/{SCHOOL}/check/api/v1 HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {}\r\n\
         content-type: text/plain\r\ncontent-length: 1000000\r\n\r\n{planted}",
        program.token
    );
    half.write_all(head.as_bytes()).unwrap();
    half.write_all(&prose(100_000)).unwrap();
    thread::sleep(Duration::from_millis(200));
    gate.kill().unwrap();
    gate.restart().unwrap();
    let answer = Program::of(&gate, SCHOOL).check("text/plain", pupils(&gate, SCHOOL).remove(0));
    assert_eq!(answer["verdict"], "stop");
    gate.stop().unwrap();
    let log = gate.log().to_lowercase();
    for text in ["zebedee", "plantedname", "07700 900461", "900461"] {
        assert!(!log.contains(text), "the log has {text}");
    }
    let mut folders = vec![gate.folder()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).unwrap().to_ascii_lowercase();
            assert!(memchr::memmem::find(&bytes, b"plantedname").is_none(), "{} has the text", path.display());
        }
    }
}
