//! Laid-out sheets as a PDF.

use krilla::{
    Document, SerializeSettings,
    color::luma,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{PathBuilder, Point, Rect},
    metadata::Metadata,
    num::NormalizedF32,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, FillRule, Stroke},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagTree},
};
use school_types::Language;

use crate::{
    PrintError,
    fonts::{Fonts, Weight},
    layout::{Laid, Mark, PAGE},
};

/// A PDF that is being made, sheet by sheet.
pub(crate) struct Drawing {
    document: Document,
    tree: TagTree,
    outline: Outline,
    pages: usize,
}

impl Drawing {
    /// An empty one, which promises to be accessible: what breaks that promise is an error when it is finished.
    pub(crate) fn new(title: &str, language: Language) -> Result<Self, PrintError> {
        let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
        let configuration = configuration.map_err(|_| PrintError::Pdf)?;
        let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
        let metadata = Metadata::new().title(title.to_owned()).language(language.tag().to_owned());
        document.set_metadata(metadata.creator("Schoolgate".to_owned()));
        Ok(Self { document, tree: TagTree::new(), outline: Outline::new(), pages: 0 })
    }

    /// Adds a sheet, to be found as `label`.
    pub(crate) fn sheet(
        &mut self,
        fonts: &Fonts,
        laid: Laid,
        label: &str,
        language: Language,
    ) -> Result<(), PrintError> {
        self.outline
            .push_child(OutlineNode::new(label.to_owned(), XyzDestination::new(self.pages, Point::from_xy(0.0, 0.0))));
        let mut groups: Vec<TagGroup> = laid.blocks.into_iter().map(TagGroup::new).collect();
        for marks in laid.pages {
            let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or(PrintError::Pdf)?;
            let mut page = self.document.start_page_with(settings);
            let mut surface = page.surface();
            for mark in &marks {
                if let Some((block, id)) = draw(&mut surface, fonts, mark)
                    && let Some(group) = groups.get_mut(block)
                {
                    group.push(id);
                }
            }
            surface.finish();
            page.finish();
            self.pages += 1;
        }
        let mut section = TagGroup::new(Tag::Section.with_lang(Some(language.tag().to_owned())));
        groups.into_iter().for_each(|group| section.push(group));
        self.tree.push(section);
        Ok(())
    }

    /// The file, and how many pages it has.
    pub(crate) fn finish(mut self) -> Result<(Vec<u8>, usize), PrintError> {
        self.document.set_tag_tree(self.tree);
        self.document.set_outline(self.outline);
        let bytes = self.document.finish().map_err(|_| PrintError::Pdf)?;
        Ok((bytes, self.pages))
    }
}

fn draw(surface: &mut Surface<'_>, fonts: &Fonts, mark: &Mark) -> Option<(usize, Identifier)> {
    match mark {
        Mark::Text { x, y, size, weight, text, block } => {
            let is_foot = *block == usize::MAX;
            let tag = if is_foot {
                ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer))
            } else {
                ContentTag::Span(SpanTag::empty())
            };
            let id = surface.start_tagged(tag);
            text_at(surface, fonts, text, *weight, (*x, *y), *size);
            surface.end_tagged();
            (!is_foot).then_some((*block, id))
        }
        Mark::Rule { x, y, width } => {
            let mut path = PathBuilder::new();
            path.move_to(*x, *y);
            path.line_to(x + width, *y);
            decorate(surface, path);
            None
        }
        Mark::Tick { x, y } => {
            let mut path = PathBuilder::new();
            path.push_rect(Rect::from_xywh(*x, *y, crate::layout::TICK, crate::layout::TICK)?);
            decorate(surface, path);
            None
        }
        Mark::Camera { x, y, module, dark, block } => {
            let mut path = PathBuilder::new();
            for (left, top, run) in dark {
                let (left, top) = (x + *left as f32 * module, y + *top as f32 * module);
                path.push_rect(Rect::from_xywh(left, top, *run as f32 * module, *module)?);
            }
            let path = path.finish()?;
            let id = surface.start_tagged(ContentTag::Other);
            surface.set_stroke(None);
            surface.set_fill(Some(black()));
            surface.draw_path(&path);
            surface.end_tagged();
            Some((*block, id))
        }
    }
}

fn black() -> Fill {
    Fill { paint: luma::Color::black().into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn text_at(surface: &mut Surface<'_>, fonts: &Fonts, text: &str, weight: Weight, (mut x, y): (f32, f32), size: f32) {
    surface.set_stroke(None);
    surface.set_fill(Some(black()));
    for run in fonts.runs(text, weight) {
        surface.draw_glyphs(Point::from_xy(x, y), &run.glyphs, run.font, &run.text, size, false);
        x += run.width * size;
    }
}

/// A line that says nothing to who cannot see it: its words stand beside it.
fn decorate(surface: &mut Surface<'_>, path: PathBuilder) {
    let Some(path) = path.finish() else { return };
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke { paint: luma::Color::black().into(), width: 0.8, ..Stroke::default() }));
    surface.draw_path(&path);
    surface.end_tagged();
}
