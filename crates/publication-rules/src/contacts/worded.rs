//! Addresses written with "at" and "dot" in words or brackets.

use super::email::{EmailHit, Written, domain_end, hit, is_common_top_level, is_domain_name, local_start};

/// An "at" or "dot": where it starts and ends, brackets and spaces included.
struct Word {
    start: usize,
    end: usize,
    bracketed: bool,
}

/// Adds the addresses written in words, where they do not overlap those found.
pub(super) fn worded(text: &str, hits: &mut Vec<EmailHit>) {
    let bytes = text.as_bytes();
    let mut from = 0;
    for at in memchr::memchr2_iter(b't', b'T', bytes) {
        if at < from.max(1) || !matches!(bytes[at - 1], b'a' | b'A') {
            continue;
        }
        let Some(word) = word_at(text, at - 1, at + 1) else { continue };
        if let Some(hit) = around(text, &word) {
            from = hit.end;
            if hits.iter().all(|other| other.end <= hit.start || hit.end <= other.start) {
                hits.push(hit);
            }
        }
    }
}

/// The word at `start..end`, when brackets or spaces set it apart.
fn word_at(text: &str, start: usize, end: usize) -> Option<Word> {
    let (front, back) = (text.get(..start)?, text.get(end..)?);
    let open = front.trim_end_matches(' ');
    let close = back.trim_start_matches(' ');
    let pairs = [('[', ']'), ('(', ')'), ('{', '}'), ('<', '>'), ('-', '-'), ('_', '_'), ('*', '*')];
    for (left, right) in pairs {
        if let (Some(outer), Some(rest)) = (open.strip_suffix(left), close.strip_prefix(right)) {
            return Some(Word { start: outer.len(), end: text.len() - rest.len(), bracketed: true });
        }
    }
    let spaced = front.ends_with([' ', '\u{a0}']) && back.starts_with([' ', '\u{a0}']);
    spaced.then_some(Word { start, end, bracketed: false })
}

/// An address around the `@` at a byte, with brackets or spaces round it or "dot" in words after it.
pub(super) fn around_sign(text: &str, at: usize) -> Option<EmailHit> {
    let word = word_at(text, at, at + 1).unwrap_or(Word { start: at, end: at + 1, bracketed: false });
    around(text, &word)
}

fn around(text: &str, sign: &Word) -> Option<EmailHit> {
    let space = [' ', '\u{a0}'];
    let front = text.get(..sign.start)?.trim_end_matches(space);
    let (start, local, local_worded) = local_before(text, front)?;
    let back = text.get(sign.end..)?;
    let from = sign.end + (back.len() - back.trim_start_matches(space).len());
    let (end, domain, domain_worded) = domain_after(text, from)?;
    if !is_domain_name(&domain) {
        return None;
    }
    let sure = sign.bracketed && (domain_worded || is_common_top_level(&domain))
        || domain_worded && is_common_top_level(&domain)
        || is_common_top_level(&domain) && (local_worded || looks_like_mailbox(text, start, &local));
    sure.then(|| hit(start, end, &local, &domain, Written::Words))
}

/// The local part that `front` ends with, "dot" in words included.
fn local_before(text: &str, front: &str) -> Option<(usize, String, bool)> {
    let mut start = local_start(front)?;
    let mut local = front.get(start..)?.to_owned();
    let mut worded = false;
    for _ in 0..4 {
        let before = text.get(..start)?;
        let Some(dot) = dot_before(text, before) else { break };
        let Some(earlier) = local_start(text.get(..dot)?.trim_end_matches(' ')) else { break };
        let part = text.get(earlier..dot)?.trim_end_matches(' ');
        local = format!("{part}.{local}");
        start = earlier;
        worded = true;
    }
    Some((start, local, worded))
}

/// Where a "dot" that ends right before `before`'s end starts.
fn dot_before(text: &str, before: &str) -> Option<usize> {
    let trimmed = before.trim_end_matches([' ', ']', ')', '}', '>']);
    let word = trimmed.len().checked_sub(3)?;
    if !trimmed.get(word..)?.eq_ignore_ascii_case("dot") {
        return None;
    }
    word_at(text, word, word + 3).map(|found| found.start)
}

/// The domain from `from` on, "dot" in words included.
fn domain_after(text: &str, from: usize) -> Option<(usize, String, bool)> {
    let mut end = domain_end(text, from);
    let mut domain = text.get(from..end)?.to_owned();
    let mut worded = false;
    for _ in 0..5 {
        let rest = text.get(end..)?;
        let word = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '[', '(', '{', '<', '-', '_']).len() + end;
        let length = match text.get(word..word + 3) {
            Some(dot) if dot.eq_ignore_ascii_case("dot") => 3,
            _ if text.get(word..).is_some_and(|rest| rest.starts_with('.')) && word > end => 1,
            _ => break,
        };
        let Some(found) = word_at(text, word, word + length).filter(|found| length == 3 || found.bracketed) else {
            break;
        };
        if found.start > end + 1 {
            break;
        }
        let back = text.get(found.end..)?;
        let next = found.end + (back.len() - back.trim_start_matches([' ', '\u{a0}']).len());
        let next_end = domain_end(text, next);
        if next_end == next {
            break;
        }
        domain.push('.');
        domain.push_str(text.get(next..next_end)?);
        end = next_end;
        worded = true;
    }
    (!domain.is_empty()).then_some((end, domain, worded))
}

/// Whether a word before a bare "at" is a mailbox and not a verb: `jane.smith`, `office`, or announced by "email".
fn looks_like_mailbox(text: &str, start: usize, local: &str) -> bool {
    let inside = local.get(1..).unwrap_or_default();
    if inside.contains(['.', '_', '+']) || local.chars().any(|c| c.is_ascii_digit()) {
        return true;
    }
    // "More info at example.org" is a sentence: a role has to stand on its own.
    let alone = text.get(..start).is_some_and(|front| front.is_empty() || front.ends_with(['\n', ':', '(', '\t']));
    if alone && super::mailbox::is_role(local) {
        return true;
    }
    let mut from = start.saturating_sub(24);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text.get(from..start).unwrap_or_default().to_lowercase();
    let before = before.trim_end_matches([' ', ':', '-', '\u{a0}']);
    ["email", "e-mail", "mail", "email address", "e-mail address", "address is", "write to", "email to", "message"]
        .iter()
        .any(|cue| before.ends_with(cue))
        || local.len() > 2 && local.chars().all(char::is_uppercase)
}
