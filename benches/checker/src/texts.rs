//! What is checked: prose, newsletters, and texts made to take much.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use publication_rules::{BlindList, Profile};

use crate::accuracy::measure;

const FILLER: &str = "The children of the school went out to look at the sea and wrote about what they had found there, and in the \
afternoon they made models of boats from card and string. On Thursday everybody may bring a cake, and the choir will sing in the hall. ";

/// The texts, and the school they are checked for.
pub(crate) struct Texts {
    /// 8 MB of prose with a policy now and then.
    pub(crate) prose: String,
    /// A newsletter of 60 KB, full of names and contacts.
    pub(crate) newsletter: String,
    /// Every text of the practice corpus once.
    pub(crate) mixed: String,
    pub(crate) profile: Profile,
    pub(crate) list: BlindList,
}

impl Texts {
    /// Reads them from the practice corpus under `root`.
    pub(crate) fn read(root: &Path) -> Result<Self> {
        let folder = root.join("tests/corpora/practice");
        let read = |name: &str| fs::read_to_string(folder.join(name)).with_context(|| name.to_owned());
        let (policy, news) = (read("policy-01.txt")?, read("newsletter-01.txt")?);
        let mut prose = String::new();
        while prose.len() < 8 << 20 {
            prose.push_str(&FILLER.repeat(30));
            prose.push_str("\n\n");
            prose.push_str(&policy);
        }
        let mut names: Vec<_> = fs::read_dir(&folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
        names.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
        names.sort();
        let mut mixed = String::new();
        for name in names {
            mixed.push_str(&fs::read_to_string(name)?);
            mixed.push_str("\n\n");
        }
        let newsletter = news.repeat((60 << 10) / news.len());
        Ok(Self { prose, newsletter, mixed, profile: measure::profile(), list: measure::list(&folder) })
    }
}

/// Texts, pages and files that hold nothing but what is dear to check: a name, and how `megabytes` of it are made.
pub(crate) fn dense(megabytes: usize) -> Vec<(&'static str, Option<&'static str>, Vec<u8>)> {
    let bytes = megabytes << 20;
    let repeated = |piece: &str| piece.repeat(bytes / piece.len()).into_bytes();
    let (text, html) = (Some("text/plain"), Some("text/html"));
    vec![
        ("prose", text, repeated(FILLER)),
        ("names of pupils", text, repeated("Amara Okafor ")),
        ("names of strangers", text, repeated("Oliver Hughes Jones ")),
        ("initials and surnames", text, repeated("A. Okafor ")),
        ("telephone numbers of organisations", text, repeated("03069 990123, ")),
        ("postcodes", text, repeated("AB1 2DE, ")),
        ("digits", text, repeated("07 ")),
        ("\"at\" and \"dot\"", text, repeated("a at b dot ")),
        ("a page of cells", html, repeated("<td>x")),
        ("a page of pictures", html, repeated("<img src=/a/b.jpg alt='A tree'>")),
        ("a page of comments", html, repeated("<!--a-->")),
        ("a page of references", html, repeated("a&amp;")),
        ("one link of many addresses", html, [b"<a href='mailto:".to_vec(), repeated("a@example.org,")].concat()),
        ("a PDF of one array", None, [b"%PDF-1.4\n1 0 obj [".to_vec(), repeated("1 ")].concat()),
        ("a PDF of open objects", None, [b"%PDF-1.4\n".to_vec(), repeated("1 0 obj << /A (")].concat()),
    ]
}
