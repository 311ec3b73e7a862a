//! What a person and a script are told once the application runs.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::fresh_file::write_private;

/// Writes the demo file, readable by its owner alone: `base`, the address without a slash at the end, `process`, the
/// id of the host's process, and `schools` by their slug.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn write(path: &Path, address: &str, process: u32, schools: &Map<String, Value>) -> Result<()> {
    let demo = json!({ "base": address, "process": process, "schools": schools });
    let text = serde_json::to_vec_pretty(&demo).context("the demo file as JSON")?;
    write_private(path, &text)
}

/// What to open, in the order somebody new would.
pub(crate) fn invitation(address: &str, schools: &Map<String, Value>, demo_file: &Path) -> String {
    let mut text = format!("\nSchoolgate is running. Open {address}/\n\n");
    for (slug, school) in schools {
        text += &format!("  {address}/s/{slug}/");
        if let Some(e_mail) = parent_to_try(school) {
            text += &format!("  (a parent: {e_mail})");
        }
        text.push('\n');
    }
    text += &format!(
        "\nMessages, with the sign-in codes in them, arrive at {address}/dev/outbox\n\
         Everybody's sign-in details are in {}\n\
         Ctrl-C stops it; the same command goes on where you left off.\n",
        demo_file.display()
    );
    text
}

/// The e-mail address of the parent with the most children: there is most to see.
fn parent_to_try(school: &Value) -> Option<&str> {
    let parents = school.get("parents")?.as_array()?.iter();
    let reachable = parents.filter_map(|parent| {
        let children = parent.get("children")?.as_array()?.len();
        Some((children, parent.get("e_mail")?.as_str()?))
    });
    reachable.max_by_key(|(children, _)| *children).map(|(_, e_mail)| e_mail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_new_is_told_what_to_open_and_whom_to_be() {
        let schools = json!({
            "ashgrove": { "parents": [
                { "e_mail": "one@example.org", "children": ["a"] },
                { "e_mail": "three@example.org", "children": ["b", "c", "d"] },
                { "e_mail": null, "children": ["e", "f", "g", "h"] },
            ] },
            "brook-lane": { "parents": [] },
        });
        let said = invitation("http://127.0.0.1:3000", schools.as_object().unwrap(), Path::new("d/demo.json"));
        assert_eq!(
            said,
            "\nSchoolgate is running. Open http://127.0.0.1:3000/\n\n\
             \x20 http://127.0.0.1:3000/s/ashgrove/  (a parent: three@example.org)\n\
             \x20 http://127.0.0.1:3000/s/brook-lane/\n\n\
             Messages, with the sign-in codes in them, arrive at http://127.0.0.1:3000/dev/outbox\n\
             Everybody's sign-in details are in d/demo.json\n\
             Ctrl-C stops it; the same command goes on where you left off.\n"
        );
    }

    #[test]
    fn the_demo_file_holds_the_address_the_process_and_every_school() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("demo.json");
        let schools = json!({ "ashgrove": { "api_token": "t" } });
        write(&path, "http://localhost:1", 7, schools.as_object().unwrap()).unwrap();
        let read: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        assert_eq!(read, json!({ "base": "http://localhost:1", "process": 7, "schools": schools }));
    }
}
