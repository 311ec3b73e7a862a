//! Names in capitals, as many systems print surnames, written as people write them.

/// The name as people write it, if it is in capitals throughout; none if it is not. Of two capitals alone only a surname is
/// taken for a name (`NG`): a forename may be initials (`AJ`).
pub(crate) fn lowered(name: &str, is_surname: bool) -> Option<String> {
    let letters = name.chars().filter(|c| c.is_alphabetic());
    let (mut count, mut capitals) = (0, true);
    for letter in letters {
        count += 1;
        capitals &= !letter.is_lowercase();
    }
    if !capitals || count < if is_surname { 2 } else { 3 } {
        return None;
    }
    let words: Vec<String> = name.split(' ').map(word).collect();
    let lowered = words.join(" ");
    (lowered != name).then_some(lowered)
}

/// Words that stay small, or large, within a name.
fn word(word: &str) -> String {
    match word {
        "AP" | "AB" | "FERCH" => return word.to_lowercase(),
        "II" | "III" | "IV" => return word.to_owned(),
        _ => {}
    }
    let mut out = String::with_capacity(word.len());
    let mut begins = true;
    let chars: Vec<char> = word.chars().collect();
    for (place, c) in chars.iter().enumerate() {
        if !c.is_alphabetic() {
            out.push(*c);
            // `'T HOOFT` is `'t Hooft`, and `O'NEILL` is `O'Neill`; in `KING'S` nothing begins.
            let apostrophe = matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`');
            let ends = chars.len() - place <= 2;
            begins = !apostrophe || (place > 0 && !ends);
            continue;
        }
        if begins {
            out.push(*c);
        } else if *c == 'İ' {
            out.push('i');
        } else {
            out.extend(c.to_lowercase());
        }
        // `MCDONALD`; where `MAC` ends and a name begins nobody can tell.
        let within = |place: usize| chars.get(place).is_some_and(|c| c.is_alphabetic());
        let mc = *c == 'C' && place > 0 && chars[place - 1] == 'M' && (place < 2 || !within(place - 2));
        begins = mc && within(place + 1) && within(place + 2);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_capitals_is_written_as_people_write_it() {
        for (name, written) in [
            ("BOATENG", "Boateng"),
            ("O'NEILL", "O'Neill"),
            ("O’BRIEN", "O’Brien"),
            ("D'SOUZA", "D'Souza"),
            ("MCDONALD", "McDonald"),
            ("MACDONALD", "Macdonald"),
            ("SMITH-JONES", "Smith-Jones"),
            ("VAN DEN BERG", "Van Den Berg"),
            ("AP GWILYM", "ap Gwilym"),
            ("'T HOOFT", "'t Hooft"),
            ("ST. JOHN", "St. John"),
            ("NÍ DHÚILL", "Ní Dhúill"),
            ("ÉVANS", "Évans"),
            ("IŞIK", "Işik"),
            ("MCGEE", "McGee"),
            ("O'NEILL-MCGEE", "O'Neill-McGee"),
            ("NG", "Ng"),
        ] {
            assert_eq!(lowered(name, true).as_deref(), Some(written));
        }
        assert_eq!(lowered("AMARA", false).as_deref(), Some("Amara"));
        for (name, is_surname) in [
            ("AJ", false),
            ("O", true),
            ("King", true),
            ("McDonald", true),
            ("Ó hÓGÁIN", true),
            ("", true),
            ("李", true),
        ] {
            assert_eq!(lowered(name, is_surname), None, "{name}");
        }
    }
}
