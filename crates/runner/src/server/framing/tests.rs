use super::*;

const HEAD: &str = "POST /x HTTP/1.1\r\nHost: gate.example.org\r\n";

/// What comes of these bytes, whole and byte by byte: where reading stands then, or why it stopped.
fn read(text: &str) -> Result<Reading, Violation> {
    let mut whole = Framing::new();
    let outcome = whole.read(text.as_bytes()).map(|()| whole.reading);
    let mut single = Framing::new();
    let by_byte = text.as_bytes().iter().try_for_each(|byte| single.read(&[*byte])).map(|()| single.reading);
    assert_eq!(outcome, by_byte, "{text:?} byte by byte");
    outcome
}

#[test]
fn requests_one_after_the_other_are_told_apart() {
    let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    for text in [
        get.to_owned(),
        get.repeat(3),
        format!("\r\n{get}"),
        format!("{HEAD}Content-Length: 0\r\n\r\n{get}"),
        format!("{HEAD}Content-Length: 5\r\n\r\na\nb\r\n{get}"),
        format!("{HEAD}content-length:5 \r\n\r\n12345\r\n{get}"),
        format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n{get}"),
        format!("{HEAD}Transfer-Encoding: Chunked\r\n\r\n3;a=b\r\n\n\n\n\r\nA\r\n0123456789\r\n0\r\nX: y\r\n\r\n{get}"),
    ] {
        assert_eq!(read(&text), Ok(Reading::Head), "{text:?}");
    }
    assert_eq!(read(&format!("{HEAD}Content-Length: 5\r\n\r\n123")), Ok(Reading::Body(2)));
    assert_eq!(read(&format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n10\r\n123")), Ok(Reading::Chunk(13)));
}

#[test]
fn what_others_might_read_otherwise_is_refused() {
    for text in [
        "GET / HTTP/1.1\nHost: a\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\nHost: a\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\nHost: a\r\n\n".to_owned(),
        "\nGET / HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\nHost : a\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n".to_owned(),
        "GET /\r\n\r\n".to_owned(),
        "CONNECT a.example:443 HTTP/1.1\r\nHost: a.example\r\n\r\n".to_owned(),
        "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n".to_owned(),
        format!("{HEAD}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"),
        format!("{HEAD}Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n"),
        format!("{HEAD}Content-Length: 3\r\nContent-Length: 3\r\n\r\n"),
        format!("{HEAD}Content-Length: 3, 3\r\n\r\n"),
        format!("{HEAD}Content-Length: +3\r\n\r\n"),
        format!("{HEAD}Content-Length: -1\r\n\r\n"),
        format!("{HEAD}Content-Length:\r\n\r\n"),
        format!("{HEAD}Content-Length: 99999999999999999999\r\n\r\n"),
        format!("{HEAD}Transfer-Encoding: gzip, chunked\r\n\r\n"),
        format!("{HEAD}Transfer-Encoding: chunked, identity\r\n\r\n"),
        format!("{HEAD}Transfer-Encoding: xchunked\r\n\r\n"),
        format!("{HEAD}Transfer-Encoding: \u{b}chunked\r\n\r\n"),
        format!("{HEAD}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n"),
        format!("{HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
        format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n0x1\r\n"),
        format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n1\na\r\n"),
        format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n"),
        format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n1\r\na\n0\r\n\r\n"),
        format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n0\r\nX: y\n\r\n"),
        format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n11111111111111111\r\n"),
    ] {
        assert!(read(&text).is_err(), "{text:?} is {:?}", read(&text));
    }
}

#[test]
fn a_head_and_the_lines_between_chunks_have_limits() {
    let long = "a".repeat(HEAD_LIMIT);
    assert_eq!(read(&format!("GET /{long}")), Err(Violation::TooLarge));
    let many = "A: b\r\n".repeat(HEADERS);
    assert_eq!(read(&format!("{HEAD}{many}\r\n")), Err(Violation::TooLarge));
    let chunked = format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n");
    assert_eq!(read(&format!("{chunked}1;{long}")), Err(Violation::TooLarge));
    assert_eq!(read(&format!("{chunked}0\r\nX: {long}")), Err(Violation::TooLarge));
}

#[test]
fn http_2_is_known_by_its_preface_alone() {
    let preface = from_utf8(PREFACE).unwrap();
    assert_eq!(read(&format!("{preface}\0\0\n\n\0")), Ok(Reading::Multiplexed));
    assert_eq!(read("PRI * HT"), Ok(Reading::Preface));
    assert!(read("PRI * HTTP/2.0\r\n\r\nSX").is_err());
    assert_eq!(read("PUT / HTTP/1.1\r\nHost: a\r\n\r\n"), Ok(Reading::Head));
    let mut framing = Framing::new();
    framing.read(b"P").unwrap();
    assert!(framing.is_within_head());
    framing.read(b"UT / HTTP/1.1\r\n\r\n").unwrap();
    assert!(!framing.is_within_head() && !framing.is_multiplexed());
}
