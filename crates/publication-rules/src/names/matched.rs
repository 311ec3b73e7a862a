//! Words that are a name on the list, and which of them count where they overlap.

use super::forms::Class;

/// How the words of a match stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    /// Each after a label: `First name: Amara`, `Surname: Okafor`.
    Labelled,
    /// A mark that parts things stands between: `Okafor/Amara`, `Amara,Okafor`.
    Parted,
    /// Forename at the end of a short line, surname on the next.
    OverLine,
    /// One word: `AmaraOkafor`.
    Together,
    /// Forename and surname with others between, `Amara Grace Okafor`, or shared: `Amara and Ben Okafor`.
    Apart,
    /// Surname first.
    Turned,
    /// Forename first, one after the other.
    Straight,
}

/// Words `from..=to` are a name on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    pub from: usize,
    pub to: usize,
    /// The words of the forename, inclusive; the same as the surname's where both are one word.
    pub given: (usize, usize),
    /// The words of the surname, inclusive.
    pub surname: (usize, usize),
    pub class: Class,
    pub how: How,
}

/// Of matches that overlap, keeps the ones that read best: the forename before the surname, full before initial, longer first.
pub(super) fn resolve(mut found: Vec<Match>) -> Vec<Match> {
    if found.len() < 2 {
        return found;
    }
    found.sort_by_key(|found| {
        (found.class == Class::Initial, std::cmp::Reverse(found.how), std::cmp::Reverse(found.to - found.from))
    });
    // Which kept match each word belongs to, by its place in `kept`.
    let words = found.iter().map(|found| found.to + 1).max().unwrap_or(0);
    let mut owners: Vec<Option<u32>> = vec![None; words];
    let mut kept: Vec<Match> = Vec::new();
    for candidate in found {
        let mut touching = owners[candidate.from..=candidate.to].iter().flatten();
        let place = match touching.next().copied() {
            None => {
                kept.push(candidate);
                kept.len() as u32 - 1
            }
            // "Amara Grace Okafor" holds "Grace Okafor": the wider one is the whole name.
            Some(only)
                if touching.all(|other| *other == only)
                    && candidate.how == How::Apart
                    && candidate.class == kept[only as usize].class
                    && candidate.from <= kept[only as usize].from
                    && candidate.to >= kept[only as usize].to =>
            {
                kept[only as usize] = candidate;
                only
            }
            Some(_) => continue,
        };
        owners[candidate.from..=candidate.to].fill(Some(place));
    }
    kept.sort_by_key(|found| found.from);
    kept
}
