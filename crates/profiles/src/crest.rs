//! School crests: drawings that may be served to anyone.

use serde::{Deserialize, Serialize};

/// A crest as SVG text. It holds shapes only: no script, style, text in a foreign format, picture, link or address,
/// so that serving it, or putting it into a page, can do nothing but draw.
///
/// [`Crest::new`] sees to that. Reading one with serde does not: what a sealed record holds was checked before it was
/// sealed, and a profile made of fields that came from anywhere else checks its crest with the rest
/// ([`crate::Profile::new`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Crest(String);

/// Why a drawing is not taken as a crest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CrestProblem {
    /// Longer than [`Crest::MAX_BYTES`].
    #[error("the crest is larger than 12,000 bytes: save it with fewer points")]
    TooLarge,
    /// Not XML, or with a document type declaration.
    #[error("the crest is not an SVG drawing: {0}")]
    NotXml(String),
    /// The outermost element is not `svg` in SVG's namespace.
    #[error("the crest is not an SVG drawing: it must begin with <svg xmlns=\"http://www.w3.org/2000/svg\">")]
    NotSvg,
    /// Without a view box it cannot be shown at any size.
    #[error("the crest has no viewBox")]
    NoViewBox,
    /// An element that is not in the list of shapes.
    #[error("the crest holds <{0}>, but only shapes are taken")]
    Element(String),
    /// An attribute that is not in the list.
    #[error("the crest holds the attribute `{0}`, which is not taken")]
    Attribute(String),
    /// An attribute whose value points somewhere else.
    #[error("the attribute `{0}` of the crest points outside the drawing")]
    Address(String),
}

const SVG: &str = "http://www.w3.org/2000/svg";

/// Shapes, groups and gradients (SVG 1.1 chapters 5, 9 and 13).
const ELEMENTS: &[&str] = &[
    "svg",
    "g",
    "defs",
    "title",
    "desc",
    "path",
    "circle",
    "ellipse",
    "rect",
    "line",
    "polygon",
    "polyline",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
];

/// Geometry and paint. `style`, `class`, `href` and every `on…` are left out on purpose.
const ATTRIBUTES: &[&str] = &[
    "id",
    "viewBox",
    "width",
    "height",
    "preserveAspectRatio",
    "role",
    "aria-hidden",
    "focusable",
    "version",
    "d",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "fx",
    "fy",
    "points",
    "transform",
    "pathLength",
    "fill",
    "fill-rule",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-opacity",
    "opacity",
    "color",
    "offset",
    "stop-color",
    "stop-opacity",
    "gradientUnits",
    "gradientTransform",
    "spreadMethod",
    "clip-path",
    "clip-rule",
    "clipPathUnits",
    "vector-effect",
];

impl Crest {
    /// A crest is read with a school's settings on every page, so it is kept small.
    pub const MAX_BYTES: usize = 12_000;

    /// Takes a drawing, or says why not.
    ///
    /// # Errors
    /// See [`CrestProblem`].
    pub fn new(svg: impl Into<String>) -> Result<Self, CrestProblem> {
        let svg = svg.into().trim().to_owned();
        if svg.len() > Self::MAX_BYTES {
            return Err(CrestProblem::TooLarge);
        }
        check(&svg)?;
        Ok(Self(svg))
    }

    /// The SVG text.
    pub fn as_svg(&self) -> &str {
        &self.0
    }
}

fn check(svg: &str) -> Result<(), CrestProblem> {
    // The reader refuses document type declarations, and with them entities.
    let document = roxmltree::Document::parse(svg).map_err(|error| CrestProblem::NotXml(error.to_string()))?;
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return Err(CrestProblem::NotSvg);
    }
    if root.attribute("viewBox").is_none() {
        return Err(CrestProblem::NoViewBox);
    }
    for node in document.descendants() {
        if node.is_pi() {
            return Err(CrestProblem::Element("?".into()));
        }
        if !node.is_element() {
            continue;
        }
        let tag = node.tag_name();
        if tag.namespace() != Some(SVG) || !ELEMENTS.contains(&tag.name()) {
            return Err(CrestProblem::Element(tag.name().to_owned()));
        }
        for attribute in node.attributes() {
            let name = attribute.name();
            if attribute.namespace().is_some() || !ATTRIBUTES.contains(&name) {
                return Err(CrestProblem::Attribute(name.to_owned()));
            }
            if points_elsewhere(attribute.value()) {
                return Err(CrestProblem::Address(name.to_owned()));
            }
        }
    }
    Ok(())
}

/// Whether a value names anything but a part of the same drawing, `url(#gold)`. CSS escapes could spell `url`
/// another way, so no backslash is taken; and CSS has other functions that take an address (`image(`, `image-set(`, `src(`),
/// so no address is.
fn points_elsewhere(value: &str) -> bool {
    let value = value.to_ascii_lowercase();
    let inside = |rest: &str| rest.trim_start().starts_with('#');
    let functions = ["javascript:", "//", "image(", "image-set(", "src("];
    value.contains('\\')
        || functions.iter().any(|function| value.contains(function))
        || value.split("url(").skip(1).any(|rest| !inside(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crest(inside: &str) -> Result<Crest, CrestProblem> {
        Crest::new(format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{inside}</svg>"#))
    }

    #[test]
    fn a_drawing_of_shapes_is_taken() {
        let inside = r##"<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
            <g fill="url(#a)"><path d="M0 0h8v8z"/><!-- the river --></g>"##;
        assert!(crest(inside).unwrap().as_svg().contains("the river"));
    }

    #[test]
    fn anything_that_could_do_more_than_draw_is_refused() {
        for inside in [
            "<script>x()</script>",
            "<style>*{fill:red}</style>",
            r#"<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>"#,
            r#"<image href="https://example.org/x.png"/>"#,
            r##"<use href="#a"/>"##,
            r#"<a href="https://example.org"><path d=""/></a>"#,
            r#"<animate attributeName="href"/>"#,
            r#"<path onclick="x()"/>"#,
            r#"<path style="fill:red"/>"#,
            r#"<path xmlns:x="http://www.w3.org/1999/xlink" x:href="https://example.org"/>"#,
            r#"<path fill="url(https://example.org/x)"/>"#,
            r#"<path fill="URL( '//example.org/x#a')"/>"#,
            r#"<path fill="\75rl(//example.org)"/>"#,
            r#"<path fill="image-set('x' 1x)"/>"#,
            r#"<path fill="image(http:x)"/>"#,
            r#"<path clip-path="src('x')"/>"#,
            r#"<p xmlns="http://www.w3.org/1999/xhtml">x</p>"#,
            "<?xml-stylesheet href='x.css'?>",
        ] {
            assert!(crest(inside).is_err(), "{inside}");
        }
    }

    #[test]
    fn what_is_no_svg_drawing_is_refused() {
        assert_eq!(Crest::new("<svg viewBox='0 0 1 1'/>"), Err(CrestProblem::NotSvg));
        assert_eq!(Crest::new("<svg xmlns='http://www.w3.org/2000/svg'/>"), Err(CrestProblem::NoViewBox));
        assert!(matches!(Crest::new("crest"), Err(CrestProblem::NotXml(_))));
        let bomb = "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>";
        assert!(matches!(Crest::new(bomb), Err(CrestProblem::NotXml(_))));
        assert_eq!(crest(&" ".repeat(Crest::MAX_BYTES)), Err(CrestProblem::TooLarge));
    }
}
