//! What is kept, and what is logged, says nothing to whoever reads it.

use std::{collections::BTreeMap, env, fs, path::Path};

use journeys::{
    demo::Person,
    gate::{Gate, Options},
    page::Form,
    parent::{Parent, codes},
};

use crate::SCHOOL;

/// What xtask keeps beside the records: the keys, and what scripts need to sign in. No application has them.
const BESIDE: [&str; 2] = ["secrets.json", "seeded.json"];

/// Shorter names could stand in sealed bytes by chance.
const LONG_ENOUGH: usize = 5;

/// Every file of a folder and the folders in it in small letters, but for those `BESIDE` the records.
pub fn files(folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            files(&path, found);
        } else if !BESIDE.contains(&name.as_str()) {
            found.insert(name, fs::read(&path).unwrap().to_ascii_lowercase());
        }
    }
}

/// Whether bytes, all in small letters, hold a text, in capitals or not: as a word of its own or, where it is long, as part of one.
pub fn hold(bytes: &[u8], text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let is_word = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let is_within = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        is_word(before) || is_word(bytes.get(at + text.len()))
    };
    memchr::memmem::find_iter(bytes, text.as_bytes()).any(|at| text.len() > 6 || !is_within(at))
}

/// A family of two children, with names that cannot be there by chance.
fn family(gate: &Gate) -> Person {
    let long = |name: &str| name.split(' ').all(|part| part.len() >= LONG_ENOUGH);
    let families = gate.demo().families(SCHOOL).unwrap();
    let found = families.into_iter().find(|person| {
        person.children.len() >= 2 && long(&person.name) && person.forenames.iter().all(|name| long(name))
    });
    found.unwrap().clone()
}

/// Types a text that should not be there into every field that takes one, as people mistake one field for another.
fn type_everywhere(parent: &mut Parent, text: &str) {
    for (address, to) in [("sign-in", "/sign-in"), ("sign-in/letter", "/sign-in/letter"), ("receipts", "/receipts")] {
        let mut form: Form = parent.browser.open(&parent.at(address)).unwrap().form(to).unwrap();
        for name in form.names().into_iter().filter(|name| *name != "form-token").map(str::to_owned).collect::<Vec<_>>()
        {
            form = form.with(&name, text);
        }
        assert_eq!(parent.browser.submit(&form).unwrap().status(), 422, "{address}");
    }
    let search = parent.at(&format!("consent?{}", form_urlencoded(text)));
    assert_eq!(parent.browser.open(&search).unwrap().status(), 200);
}

fn form_urlencoded(text: &str) -> String {
    Form::made_up("", &[("q", text)]).encoded()
}

#[test]
fn no_name_address_code_or_typed_text_is_readable_in_the_records_or_the_logs() {
    let gate = Gate::start(Options::default()).unwrap();
    let mut parent = Parent::new(gate.browser().unwrap(), SCHOOL, family(&gate));
    let typed = "Plimsoll Quagmire";
    let unknown = "nobody.whom.they.know@families.example.org";
    let letter = gate.demo().known_for(SCHOOL, "no-e-mail").unwrap().clone();

    type_everywhere(&mut parent, typed);
    let form = parent.browser.open(&parent.at("sign-in")).unwrap().form("/sign-in").unwrap();
    parent.browser.submit(&form.with("email", unknown)).unwrap();
    let form = parent.ask().unwrap();
    let code = codes(gate.base()).unwrap()[parent.e_mail().unwrap()].clone();
    let children = parent.enter(&form, &code).unwrap();
    let check = parent.prepare(&children).unwrap();
    let done = parent.send(&check.form("/check").unwrap()).unwrap();
    let slips = parent.receipts(&done).unwrap();
    parent.verify(&slips[0]).unwrap();
    let child = parent.person.children[0].clone();
    let withdraw = parent.browser.open(&parent.at(&format!("consent/child/{child}/withdraw"))).unwrap();
    let withdraw = withdraw.form("/withdraw").unwrap().with("removal", "also-published");
    assert_eq!(parent.receipts(&parent.browser.clone().submit(&withdraw).unwrap()).unwrap().len(), 1);
    let mut by_letter = gate.browser().unwrap();
    let form = by_letter.open(&parent.at("sign-in/letter")).unwrap().form("/sign-in/letter").unwrap();
    let letter_code = letter.letter_code.clone().unwrap();
    assert_eq!(by_letter.submit(&form.with("letter-code", &letter_code)).unwrap().status(), 200);

    let mut secrets = vec![typed.to_owned(), "Plimsoll".to_owned(), unknown.to_owned(), "nobody.whom".to_owned()];
    secrets.extend([code.clone(), format!("{} {}", &code[..3], &code[3..])]);
    secrets.extend([letter_code.clone(), letter_code.replace('-', ""), letter.name.clone()]);
    secrets.extend(parent.person.name.split(' ').chain([parent.person.name.as_str()]).map(str::to_owned));
    secrets.extend(parent.person.forenames.clone());
    let e_mail = parent.e_mail().unwrap().to_owned();
    secrets.extend([e_mail.replace('@', "%40"), e_mail.split('@').next().unwrap().to_owned(), e_mail]);

    let mut kept = BTreeMap::new();
    // While it runs, with what is still in the write-ahead log, and after it has put everything in its place.
    files(&gate.folder(), &mut kept);
    gate.stop().unwrap();
    let mut after = BTreeMap::new();
    files(&gate.folder(), &mut after);
    kept.extend(after.into_iter().map(|(name, bytes)| (format!("{name}, after the end"), bytes)));
    kept.insert("the log".to_owned(), gate.log().to_ascii_lowercase().into_bytes());

    // That one looks in the right places, and that looking finds.
    assert!(hold(&kept["sqlite_key_value.db, after the end"], SCHOOL), "{:?}", kept.keys());
    assert!(hold(b"by carys.", "Carys") && !hold(b"a1234567", "123456"));
    // The runner logs each request on standard error. Spin logs what it likes, in files of the state folder, or nothing.
    let is_runner = env::var("SCHOOLGATE_WITH").is_ok_and(|with| with != "spin");
    assert!(!is_runner || hold(&kept["the log"], "POST"));
    for (place, bytes) in &kept {
        for secret in &secrets {
            assert!(!hold(bytes, secret), "{place} holds a text of {} letters: {secret}", secret.len());
        }
    }
}
