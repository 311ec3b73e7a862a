//! Instructions of fields (ECMA-376 17.16): addresses, tooltips and texts in them.

use crate::document::Kind;

/// What an instruction says: `HYPERLINK "mailto:..." \o "tooltip"`, `QUOTE "text"`, `MACROBUTTON none text`.
pub(super) fn said(instruction: &str) -> Vec<(Kind, String)> {
    let mut words = words(instruction).into_iter();
    let Some((_, field)) = words.next() else { return Vec::new() };
    let leads = matches!(field.to_ascii_uppercase().as_str(), "HYPERLINK" | "INCLUDEPICTURE" | "INCLUDETEXT" | "LINK");
    let (mut found, mut rest, mut address) = (Vec::new(), String::new(), leads);
    for (quoted, word) in words {
        let switch = !quoted && word.starts_with('\\');
        if address && !switch {
            found.push((Kind::LinkAddress, word));
            address = false;
        } else if quoted {
            found.push((Kind::Title, word));
        } else if !switch {
            rest.push_str(&word);
            rest.push(' ');
        }
    }
    if !rest.trim().is_empty() {
        found.push((Kind::Comment, rest));
    }
    found
}

/// The words of an instruction, and whether each stood in quotation marks.
fn words(instruction: &str) -> Vec<(bool, String)> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    let mut characters = instruction.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' if quoted && characters.peek().is_some_and(|next| matches!(next, '"' | '\\')) => {
                word.extend(characters.next());
            }
            '"' | '\u{201c}' | '\u{201d}' => {
                if quoted || !word.is_empty() {
                    words.push((quoted, std::mem::take(&mut word)));
                }
                quoted = !quoted;
            }
            c if c.is_whitespace() && !quoted => {
                if !word.is_empty() {
                    words.push((false, std::mem::take(&mut word)));
                }
            }
            c => word.push(c),
        }
    }
    if !word.is_empty() {
        words.push((quoted, word));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instruction_says_where_it_leads_and_what_it_shows() {
        let link = said(r#" HYPERLINK "mailto:a@example.org" \o "Amara Okafor" \t "_blank" "#);
        assert_eq!(link[0], (Kind::LinkAddress, "mailto:a@example.org".to_owned()));
        assert_eq!(link[1], (Kind::Title, "Amara Okafor".to_owned()));
        assert_eq!(said("MACROBUTTON none Amara Okafor"), [(Kind::Comment, "none Amara Okafor ".to_owned())]);
        assert_eq!(said(r#"QUOTE "say \"Amara\"""#), [(Kind::Title, "say \"Amara\"".to_owned())]);
        assert_eq!(said("  "), []);
    }
}
