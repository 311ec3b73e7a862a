//! E-mail addresses as such, backwards, and put together by a script.

use memchr::memchr_iter;

use crate::names::normal::is_invisible;

/// How an address is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// As an address.
    Plain,
    /// With "at" or "dot" in words.
    Words,
    /// Backwards, to be turned round by a style sheet.
    Backwards,
    /// In pieces that a script puts together.
    Pieces,
}

/// An address found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EmailHit {
    /// Byte where it starts.
    pub start: usize,
    /// Byte where it ends.
    pub end: usize,
    /// The address as one would type it, in lower case.
    pub address: String,
    /// How it is written.
    pub written: Written,
}

/// Longest local part (RFC 5321 4.5.3.1.1) and domain (4.5.3.1.2).
const LOCAL: usize = 64;
const DOMAIN: usize = 255;

/// The addresses of a piece of text; `script` also joins quoted pieces.
pub(crate) fn emails(text: &str, script: bool) -> Vec<EmailHit> {
    let mut hits = Vec::new();
    for at in memchr_iter(b'@', text.as_bytes()) {
        if script && is_of_a_program(text, at) {
            continue;
        }
        if script && let Some(hit) = pieces(text, at) {
            push(&mut hits, hit);
        } else if let Some(hit) = plain(text, at, at + 1) {
            push(&mut hits, hit);
        } else if let Some(hit) = super::worded::around_sign(text, at).filter(|_| !script) {
            push(&mut hits, hit);
        }
    }
    // Both are written with this byte first.
    let wide = memchr::memchr(0xef, text.as_bytes()).map_or(&[][..], |_| &['\u{ff20}', '\u{fe6b}']);
    for wide in wide {
        for (at, _) in text.match_indices(*wide) {
            if let Some(hit) = plain(text, at, at + wide.len_utf8()) {
                push(&mut hits, hit);
            }
        }
    }
    if !script {
        super::worded::worded(text, &mut hits);
    }
    hits.sort_by_key(|hit| hit.start);
    hits
}

/// Whether the sign at `at` in a script is a program's own: a key before a service's host, a step of a path in a state.
fn is_of_a_program(text: &str, at: usize) -> bool {
    let Some(front) = text.get(..at) else { return true };
    let start = local_start(front).unwrap_or(at);
    let local = front.get(start..).unwrap_or_default();
    let end = domain_end(text, at + 1);
    let domain = text.get(at + 1..end).unwrap_or_default();
    let hex = local.len() >= 16 && local.bytes().all(|byte| byte.is_ascii_hexdigit());
    let lower = domain.to_ascii_lowercase();
    let service = lower == "sentry.io" || lower.ends_with(".sentry.io") || lower.contains("sentry.");
    // A step of a path may have a capital inside, and a number for a name; no host that people write does.
    let state = domain.contains('.')
        && (!is_common_top_level(domain)
            || domain.split('.').any(|label| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit())));
    let glued = front.get(..start).is_some_and(|before| before.ends_with(['=', '/', '%']) && local.starts_with('.'));
    hex || service || state || glued || front.get(..start).is_some_and(|before| before.ends_with("//"))
}

fn push(hits: &mut Vec<EmailHit>, hit: EmailHit) {
    if hits.last().is_none_or(|last| last.end <= hit.start) {
        hits.push(hit);
    }
}

/// Whether a character may stand in a local part; quoted local parts are not written on school pages.
pub(crate) fn is_local(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '.' | '_' | '-' | '+' | '\'' | '’' | '%' | '&' | '=' | '~' | '!' | '#' | '$' | '*')
        || is_invisible(c)
}

/// Whether a character may stand in a domain.
pub(crate) fn is_domain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-') || is_invisible(c)
}

fn plain(text: &str, at: usize, after: usize) -> Option<EmailHit> {
    let front = text.get(..at)?;
    let spaced = front.ends_with(' ') && text.get(after..)?.starts_with(' ');
    let front = if spaced { front.trim_end_matches(' ') } else { front };
    let mut back = if spaced { after + 1 } else { after };
    // "j.smith@" at a line's end, and its host on the next; or the line ends before the sign.
    let rest = text.get(back..)?;
    let line = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'));
    let wrapped = line.filter(|line| line.starts_with(char::is_alphanumeric));
    if let Some(line) = wrapped {
        back = text.len() - line.len();
    }
    let above = front.strip_suffix('\n').map(|front| front.strip_suffix('\r').unwrap_or(front));
    let above = above.filter(|front| front.ends_with(char::is_alphanumeric) && wrapped.is_none());
    let front = above.unwrap_or(front);
    let start = local_start(front)?;
    let local = front.get(start..)?;
    if front.get(..start)?.ends_with('@') || local.contains("..") {
        return None;
    }
    let end = domain_end(text, back);
    let domain = text.get(back..end)?;
    if (spaced || wrapped.is_some()) && (local.len() < 2 || !is_common_top_level(domain)) {
        return None;
    }
    // "we met\n@example.org" may be a handle: a mailbox has a mark inside.
    if above.is_some() && !(local.contains(['.', '_']) && is_common_top_level(domain)) {
        return None;
    }
    if is_domain_name(domain) && local.chars().any(char::is_alphanumeric) {
        return Some(hit(start, end, local, domain, Written::Plain));
    }
    // Turned round: what stands after the sign is the mailbox.
    let mailbox_end = back + text.get(back..)?.chars().take_while(|c| is_local(*c)).map(char::len_utf8).sum::<usize>();
    let (mailbox, host) = (backwards(text.get(back..mailbox_end)?), backwards(local));
    (mailbox.len() > 1 && is_domain_name(&host) && is_common_top_level(&host))
        .then(|| hit(start, mailbox_end, &mailbox, &host, Written::Backwards))
}

pub(crate) fn hit(start: usize, end: usize, local: &str, domain: &str, written: Written) -> EmailHit {
    let mut address = format!("{}@{}", local.replace('’', "'"), domain).to_lowercase();
    if !address.is_ascii() {
        address.retain(|c| !is_invisible(c));
    }
    EmailHit { start, end, address, written }
}

fn backwards(text: &str) -> String {
    text.chars().rev().collect()
}

/// Where the local part that `front` ends with starts.
pub(crate) fn local_start(front: &str) -> Option<usize> {
    let mut start = front.len();
    for (at, c) in front.char_indices().rev().take(LOCAL) {
        if !is_local(c) {
            break;
        }
        start = at;
    }
    let local = front.get(start..)?;
    // Punctuation in front belongs to the sentence.
    let trimmed = local.trim_start_matches(['.', '\'', '’', '-', '&', '=', '*', '#', '!', '%', '~', '$']);
    (!trimmed.is_empty() && !trimmed.ends_with('.')).then_some(front.len() - trimmed.len())
}

/// Where the domain that starts at `from` ends, a sentence's own punctuation left out.
pub(crate) fn domain_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let length: usize = rest.chars().take(DOMAIN).take_while(|c| is_domain(*c)).map(char::len_utf8).sum();
    let domain =
        rest.get(..length).unwrap_or_default().trim_end_matches(|c: char| matches!(c, '.' | '-') || is_invisible(c));
    from + domain.split("..").next().unwrap_or_default().len()
}

/// Whether a string is a domain with at least two labels and a top level that can exist.
pub(crate) fn is_domain_name(domain: &str) -> bool {
    let shown: String;
    let domain = if domain.is_ascii() {
        domain
    } else {
        shown = domain.chars().filter(|c| !is_invisible(*c)).collect();
        &shown
    };
    let labels: Vec<&str> = domain.split('.').collect();
    let Some((top, others)) = labels.split_last() else { return false };
    let label =
        |label: &&str| !label.is_empty() && label.len() <= 63 && !label.starts_with('-') && !label.ends_with('-');
    let letters = top.chars().filter(|c| c.is_alphabetic()).count();
    let top_exists = top.starts_with("xn--") || letters >= 2 && letters == top.chars().count();
    !others.is_empty() && others.iter().all(label) && top_exists && !is_file_ending(&top.to_lowercase())
}

/// `logo@2x.png` is a picture for sharp screens.
#[rustfmt::skip]
fn is_file_ending(top: &str) -> bool {
    matches!(
        top,
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "svg" | "css" | "js" | "pdf" | "doc" | "docx" | "html" | "htm"
        | "php" | "ico" | "bmp" | "tiff" | "tif" | "heic" | "avif" | "mp3" | "mp4" | "ttf" | "woff" | "json" | "xml"
        | "txt"
    )
}

/// Top levels that addresses of schools, families and their clubs have; asked for only where the rest is unsure.
pub(crate) fn is_common_top_level(domain: &str) -> bool {
    let mut top = domain.rsplit('.').next().unwrap_or_default().to_lowercase();
    top.retain(|c| !is_invisible(c));
    matches!(
        top.as_str(),
        "uk" | "com"
            | "org"
            | "net"
            | "edu"
            | "gov"
            | "info"
            | "co"
            | "eu"
            | "ie"
            | "ac"
            | "wales"
            | "cymru"
            | "scot"
            | "school"
            | "academy"
            | "london"
            | "online"
            | "email"
            | "io"
            | "me"
            | "tv"
            | "club"
            | "education"
            | "foundation"
            | "charity"
            | "church"
            | "community"
            | "group"
            | "fr"
            | "de"
            | "es"
            | "it"
            | "pl"
            | "nl"
            | "pt"
            | "ro"
            | "in"
            | "pk"
            | "ng"
            | "gh"
            | "au"
            | "nz"
            | "us"
            | "ca"
            | "biz"
            | "sch"
            | "test"
            | "example"
            | "invalid"
            | "localhost"
            | "digital"
            | "app"
            | "dev"
            | "team"
            | "today"
            | "live"
            | "studio"
            | "photography"
            | "kids"
            | "college"
    )
}

/// `"office" + "@" + "example.org"` and the like.
fn pieces(text: &str, at: usize) -> Option<EmailHit> {
    let quote = |c: char| matches!(c, '"' | '\'' | '`');
    let front = text.get(..at)?;
    let back = text.get(at + 1..)?;
    let sign_is_alone = front.ends_with(quote) || back.starts_with(quote);
    if !sign_is_alone {
        return None;
    }
    let (local, start) = if front.ends_with(quote) {
        let joined = front.get(..front.len() - 1)?.trim_end().strip_suffix('+')?.trim_end();
        let inner = joined.strip_suffix(quote)?;
        let open = inner.rfind(quote)? + 1;
        (inner.get(open..)?, open)
    } else {
        let open = front.rfind(quote)? + 1;
        (front.get(open..)?, open)
    };
    let mut domain = String::new();
    let mut position = at + 1;
    if !back.starts_with(quote) {
        let close = back.find(quote)?;
        domain.push_str(back.get(..close)?);
        position += close;
    }
    // From here on `position` is at a closing quote; take what is added to it, at most a few pieces.
    for _ in 0..8 {
        let rest = text.get(position + 1..).unwrap_or_default();
        let Some(added) = rest.trim_start().strip_prefix('+').map(str::trim_start) else { break };
        let Some(inner) = added.strip_prefix(quote) else { break };
        let Some(close) = inner.find(quote) else { break };
        domain.push_str(inner.get(..close)?);
        position = text.len() - inner.len() + close;
    }
    let end = domain_end(&domain, 0);
    let domain = domain.get(..end)?;
    (local.len() <= LOCAL && !local.is_empty() && local.chars().all(is_local) && is_domain_name(domain))
        .then(|| hit(start, position, local, domain, Written::Pieces))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        emails(text, false).into_iter().map(|hit| hit.address).collect()
    }

    #[test]
    fn addresses_in_every_written_form_are_found() {
        for (text, address) in [
            ("Write to Office@Elm.Example.ORG.", "office@elm.example.org"),
            ("(o'lastname@example.org)", "o'lastname@example.org"),
            ("a_b-c+d@my-school.example.photography,", "a_b-c+d@my-school.example.photography"),
            ("post@münchen.example", "post@münchen.example"),
            ("jo @ example.org", "jo@example.org"),
            ("jo.smith [at] example [dot] org", "jo.smith@example.org"),
            ("jo.smith(at)example.org", "jo.smith@example.org"),
            ("jo dot smith at example dot sch dot uk", "jo.smith@example.sch.uk"),
            ("email jsmith at example.org today", "jsmith@example.org"),
            ("JSMITH AT EXAMPLE.ORG", "jsmith@example.org"),
            ("office{at}example{dot}org", "office@example.org"),
            ("gro.elpmaxe@eciffo", "office@example.org"),
            ("a＠example.org", "a@example.org"),
            ("jo.smith [@] example.org", "jo.smith@example.org"),
            ("jo.smith[@]example[.]org", "jo.smith@example.org"),
            ("jo.smith@example[dot]org", "jo.smith@example.org"),
            ("jo.smith @ example dot org", "jo.smith@example.org"),
            ("jo.smith@ example.org", "jo.smith@example.org"),
            ("jo.smith @example.org", "jo.smith@example.org"),
            ("jo\u{ad}.smith\u{200b}@exam\u{ad}ple.org", "jo.smith@example.org"),
        ] {
            assert_eq!(found(text), [address], "{text}");
        }
    }

    #[test]
    fn other_things_with_at_are_not_addresses() {
        for text in [
            "hall at 7.30pm",
            "More info at example.org or at help.example.org",
            "follow us @elm.school or @oak",
            "logo@2x.png",
            "@elmschool",
            "Look at example.org",
            "we met at st.marys",
            "5 @ 30p",
            "a@b",
            "meet @ 7.30",
            "arrive at 3.15 dot on time",
            "@user@server.example",
            "back at home.Then we",
            "at the end dot",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn a_script_that_puts_an_address_together_is_read() {
        for script in [
            "x = 'office' + '@' + 'example.org'",
            "w(\"office@\"+\"example\"+\".org\")",
            "var a='office'+\"@example.org\"",
        ] {
            let hits = emails(script, true);
            assert_eq!(hits.len(), 1, "{script}");
            assert_eq!(
                (hits[0].address.as_str(), hits[0].written),
                ("office@example.org", Written::Pieces),
                "{script}"
            );
        }
    }
}
