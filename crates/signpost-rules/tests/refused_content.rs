//! Content that could mislead somebody does not build. Each case spoils the real files in one place and states the refusal.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing helper is a failing test")]

#[path = "../build/check.rs"]
mod check;
#[path = "../src/contact.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build script's modules, whole")]
mod contact;
#[path = "../src/holidays.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build script's modules, whole")]
mod holidays;
#[path = "../src/hours.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build script's modules, whole")]
mod hours;
#[path = "../src/phrase.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build script's modules, whole")]
mod phrase;
#[path = "../src/provenance.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build script's modules, whole")]
mod provenance;
#[path = "../build/shape.rs"]
#[allow(dead_code, reason = "the build script's modules, whole")]
mod shape;
#[path = "../src/terms.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build script's modules, whole")]
mod terms;

const SERVICES: &str = include_str!("../../../content/services.toml");
const SITUATIONS: &str = include_str!("../../../content/situations.toml");
const HOLIDAYS: &str = include_str!("../../../content/bank-holidays.toml");

fn refusal(services: &str, situations: &str, holidays: &str) -> Option<String> {
    shape::read(services, situations, holidays).and_then(|files| check::check(&files)).err()
}

/// Spoils one file by putting `after` in place of the first `before`.
fn spoil(text: &str, before: &str, after: &str) -> String {
    assert!(text.contains(before), "nothing to spoil: {before:?}");
    text.replacen(before, after, 1)
}

#[track_caller]
fn services_refused(before: &str, after: &str, expected: &str) {
    let refused = refusal(&spoil(SERVICES, before, after), SITUATIONS, HOLIDAYS).unwrap_or_default();
    assert!(refused.contains(expected), "expected {expected:?}, got: {refused}");
}

#[track_caller]
fn situations_refused(before: &str, after: &str, expected: &str) {
    let refused = refusal(SERVICES, &spoil(SITUATIONS, before, after), HOLIDAYS).unwrap_or_default();
    assert!(refused.contains(expected), "expected {expected:?}, got: {refused}");
}

#[test]
fn the_content_as_it_stands_is_taken() {
    assert_eq!(refusal(SERVICES, SITUATIONS, HOLIDAYS), None);
}

#[test]
fn a_number_without_a_source_or_a_date_is_refused() {
    let way = "phone = \"0800 1111\"\nhours = \"always\"\nsource = [\"eastcambs.gov.uk/content/report-child-abuse\", \"angus.gov.uk\"]\nlast_verified = 2026-08-01";
    let without = |line: &str| way.lines().filter(|kept| !kept.starts_with(line)).collect::<Vec<_>>().join("\n");
    services_refused(way, &without("source"), "missing field `source`");
    services_refused(way, &without("last_verified"), "missing field `last_verified`");
    services_refused(
        way,
        &way.replace("[\"eastcambs.gov.uk/content/report-child-abuse\", \"angus.gov.uk\"]", "[]"),
        "childline, way 1: the source is a list of pages",
    );
    services_refused(way, &way.replace("2026-08-01", "\"last summer\""), "content/services.toml");
}

#[test]
fn a_number_or_address_in_the_wrong_form_is_refused() {
    services_refused("phone = \"0800 1111\"", "phone = \"0800-1111\"", "childline, way 1: not a telephone number");
    services_refused(
        "phone = \"0800 1111\"",
        "phone = \"0800 1111\"\nemail = \"help@example.org\"",
        "exactly one of phone",
    );
    services_refused(
        "web = \"https://www.childline.org.uk/\"",
        "web = \"http://www.childline.org.uk/\"",
        "not an https address",
    );
    services_refused("relay = \"18001 101\"", "relay = \"101\"", "not 18001");
    services_refused("10:00-16:00", "16:00-10:00", "a span ends after it begins");
}

#[test]
fn a_number_hidden_in_a_sentence_is_refused() {
    services_refused("big or small.", "big or small: 0800 1111.", "a number or address stands in a sentence");
    situations_refused(
        "Tell a grown-up you trust.",
        "See www.example.org.",
        "a number or address stands in a sentence",
    );
}

#[test]
fn a_text_missing_in_a_language_or_for_an_audience_is_refused() {
    services_refused("cy = \"Childline\"", "cy = \"\"", "childline: a text is empty");
    services_refused(", cy = \"Childline\"", "", "missing field `cy`");
    services_refused(
        "under-11 = { en = \"Talking to a kind",
        "adult = { en = \"Talking to a kind",
        "childline, for: nothing is written for under-11",
    );
    situations_refused(
        "young = { en = \"They listen",
        "# { en = \"They listen",
        "listens: nothing is written for young",
    );
}

#[test]
fn a_name_that_leads_nowhere_is_refused() {
    situations_refused("service = \"childline\"", "service = \"childlyne\"", "childlyne: there is no such service");
    services_refused("id = \"posh\"", "id = \"iwf\"", "iwf: the id is used twice");
    services_refused("panel = [\"childline\", ", "panel = [\"childlyne\", ", "childlyne: there is no such service");
    situations_refused("id = \"hurt\"", "id = \"hurting\"", "not one of the known words for a situation");
}

#[test]
fn an_audience_sent_nowhere_or_where_it_may_not_go_is_refused() {
    situations_refused(
        "service = \"childline\"\naudiences = [\"under-11\", \"11-18\"]",
        "service = \"childline\"\naudiences = [\"11-18\"]",
        "danger-now: under-11 is sent nowhere",
    );
    situations_refused(
        "service = \"childline\"\naudiences = [\"under-11\", \"11-18\"]",
        "service = \"childline\"\naudiences = [\"under-11\", \"11-18\", \"parent\"]",
        "danger-now, route to childline: parent may not use it",
    );
}

#[test]
fn a_lifeline_that_is_none_is_refused() {
    services_refused(
        "child_lifeline = \"childline\"",
        "child_lifeline = \"ceop\"",
        "ceop: has to be a lifeline without doubt",
    );
    services_refused(
        "phone = \"0800 1111\"\nhours = \"always\"",
        "phone = \"0800 1111\"\nhours = \"messages\"",
        "childline: has no telephone that is answered day and night",
    );
    services_refused(
        "adult_lifeline = \"police-non-emergency\"",
        "adult_lifeline = \"childline\"",
        "childline: does not take all it stands by for",
    );
}

#[test]
fn something_superseded_that_is_still_offered_is_refused() {
    services_refused(
        "https://www.reportfraud.police.uk/",
        "https://www.actionfraud.police.uk/",
        "actionfraud.police.uk: superseded and yet offered",
    );
}

#[test]
fn a_doubt_without_its_reason_is_refused() {
    services_refused(
        "unverified_nations = [\"wales\", \"scotland\", \"northern-ireland\"]\n",
        "",
        "who.unverified says what",
    );
    services_refused(
        "phone = \"0808 800 5000\"\nhours = \"unknown\"",
        "phone = \"0808 800 5000\"\nhours = \"always\"",
        "nspcc-helpline, way 1: unverified hours are unknown hours",
    );
}

#[test]
fn bank_holidays_out_of_order_or_missing_are_refused() {
    let refused = |before, after| refusal(SERVICES, SITUATIONS, &spoil(HOLIDAYS, before, after)).unwrap_or_default();
    assert!(refused("date = 2026-04-03", "date = 2026-04-13").contains("days are in order"));
    assert!(refused("last_year = 2028", "last_year = 2029").contains("2029 has fewer than eight"));
    assert!(
        refused("id = \"scotland\"", "id = \"northern-ireland\"")
            .contains("scotland: a calendar is listed exactly once")
    );
}
