//! Safe versions.

use serde_json::Value;

use crate::harness::{CHECK, CLEAN, Setup, header, json, refused};

#[test]
fn the_safe_version_of_a_text_has_first_names_only_and_says_what_remains() {
    let setup = Setup::new();
    let response = setup.post(
        &format!("{CLEAN}?filename=jocasta-overbrook.txt"),
        "text/plain",
        &[],
        "Siân sah Jocasta Overbrook. Ring 07700 900123.".as_bytes(),
    );
    assert_eq!(response.status(), 200);
    let text = String::from_utf8(response.body().to_vec()).unwrap();
    assert!(text.contains("Jocasta") && !text.contains("Overbrook") && !text.contains("07700"), "{text}");
    assert_eq!(header(&response, "content-type"), "text/plain; charset=utf-8");
    assert_eq!((header(&response, "schoolgate-verdict"), header(&response, "schoolgate-changes")), ("clear", "2"));
    let name = header(&response, "content-disposition");
    assert!(name.starts_with("attachment; ") && !name.to_lowercase().contains("overbrook"), "{name}");
    assert_eq!(json(&setup.post(CHECK, "text/plain", &[], text.as_bytes()))["verdict"], "clear");
}

#[test]
fn a_page_keeps_its_markup_and_its_type() {
    let response = Setup::new().post(CLEAN, "text/html", &[], b"<p>Jocasta <b>Overbrook</b> won");
    assert_eq!(header(&response, "content-type"), "text/html; charset=utf-8");
    assert_eq!(response.body().as_ref(), b"<p>Jocasta<b></b> won");
    assert!(header(&response, "content-security-policy").contains("default-src 'none'"));
}

#[test]
fn a_document_has_no_safe_version_and_says_so_in_the_language_asked_for() {
    let setup = Setup::new();
    let response = setup.post(CLEAN, "application/pdf", &[], b"%PDF-1.4");
    assert_eq!(refused(&response), (422, "not-clean".to_owned()));
    let welsh = setup.post(CLEAN, "application/pdf", &[("accept-language", "cy")], b"%PDF-1.4");
    let body: Value = serde_json::from_slice(welsh.body()).unwrap();
    assert!(body["detail"].as_str().unwrap().contains("copi diogel"), "{body}");
    assert_eq!(refused(&setup.post(CLEAN, "image/jpeg", &[], b"\xff\xd8\xff\xe0\xff")).0, 422);
}

#[test]
fn the_profile_is_the_one_the_command_line_reads() {
    let setup = Setup::new();
    let bearer = format!("Bearer {}", crate::harness::TOKEN);
    let path = format!("{CHECK}/profile");
    let response = setup.raw(http::Method::GET, &path, &[("authorization", &bearer)], b"");
    let profile: publication_rules::Profile = serde_json::from_value(json(&response)).unwrap();
    assert!(profile.phones.contains(&"01632 960000".to_owned()));
    assert!(!profile.superseded.is_empty());
    assert_eq!(setup.raw(http::Method::GET, &path, &[], b"").status(), 401);
}
