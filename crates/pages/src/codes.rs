//! What somebody takes from the screen: into a telephone by its camera, onto paper by hand.

use maud::{Markup, Render, html};
use qrcodegen::{QrCode, QrCodeEcc};

use crate::{Body, Example, Heading, Paragraph};

/// A picture that a telephone's camera reads. Beside it stands the same in text, for whoever cannot use a camera; so a text too
/// long for a picture leaves none.
#[derive(Clone, Debug)]
pub struct CameraCode {
    label: String,
    /// Its modules' side, with the margin, and the path that fills the dark ones.
    drawn: Option<(i32, String)>,
}

/// The margin a reader needs (ISO/IEC 18004 section 6.3.8), in modules.
const MARGIN: i32 = 4;

impl CameraCode {
    /// A picture of `text`, which `label` describes to those who do not see it.
    pub fn new(text: &str, label: impl Into<String>) -> Self {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok();
        let drawn = code.map(|code| (code.size() + 2 * MARGIN, path(&code)));
        Self { label: label.into(), drawn }
    }
}

/// One rectangle for each run of dark modules in a row.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let dark = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if dark > 0 {
                path.push_str(&format!("M{} {}h{dark}v1h-{dark}z", x + MARGIN, y + MARGIN));
            }
            x += dark.max(1);
        }
    }
    path
}

impl Render for CameraCode {
    fn render(&self) -> Markup {
        html! {
            @if let Some((side, path)) = &self.drawn {
                div.camera-code role="img" aria-label=(self.label) {
                    svg viewBox={ "0 0 " (side) " " (side) } aria-hidden="true" focusable="false" { path d=(path) {} }
                }
            }
        }
    }
}

/// Codes to type somewhere or to keep, one in each row, in letters that are told apart easily.
#[derive(Clone, Debug)]
pub struct Codes {
    label: String,
    codes: Vec<String>,
}

impl Codes {
    /// `label` says what they are, to those who do not see what stands above.
    pub fn new(label: impl Into<String>, codes: impl IntoIterator<Item = String>) -> Self {
        Self { label: label.into(), codes: codes.into_iter().collect() }
    }
}

impl Render for Codes {
    fn render(&self) -> Markup {
        html! { ul.codes aria-label=(self.label) { @for code in &self.codes { li { code { (code) } } } } }
    }
}

pub(crate) fn examples() -> Vec<Example> {
    vec![
        Example::part(
            "camera-code",
            Body::new()
                .with(Heading::page("Set up your telephone"))
                .with(CameraCode::new("https://example.org/", "A code for your app’s camera"))
                .with(Paragraph::new("Or type this into the app:"))
                .with(Codes::new("The secret", ["GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ".to_owned()])),
        ),
        Example::part(
            "recovery-codes",
            Body::new().with(Heading::page("Your recovery codes")).with(Codes::new(
                "Recovery codes",
                ["K7PM-3QXW-9D2T-HV5A", "0R4C-8ZJN-M1E6-YB7S", "P2GT-W5XK-3HQ9-D8VF"].map(str::to_owned),
            )),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_filled_and_no_other() {
        let text = "otpauth://totp/Fernhill:a%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Fernhill";
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
        let mut filled = 0;
        for run in path(&code).split('M').skip(1) {
            let (x, rest) = run.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
            let dark: i32 = rest.split_once('v').unwrap().0.parse().unwrap();
            assert!((x..x + dark).all(|x| code.get_module(x - MARGIN, y - MARGIN)));
            filled += dark;
        }
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        assert_eq!(filled as usize, all.filter(|(x, y)| code.get_module(*x, *y)).count());
    }

    #[test]
    fn a_text_too_long_for_a_picture_leaves_none() {
        let rendered = CameraCode::new(&"a".repeat(5000), "A code").render();
        assert_eq!(rendered.0, "");
    }
}
