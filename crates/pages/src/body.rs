//! Several parts, one after the other.

use maud::{Markup, PreEscaped, Render};

/// What stands in a page, a form or a panel: components and text, in order. Text is escaped.
#[derive(Clone, Debug, Default)]
pub struct Body(String);

impl Body {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a part after those there are.
    #[must_use]
    pub fn with(mut self, part: impl Render) -> Self {
        part.render_to(&mut self.0);
        self
    }

    /// Puts every part after those there are.
    #[must_use]
    pub fn with_all(mut self, parts: impl IntoIterator<Item = impl Render>) -> Self {
        for part in parts {
            part.render_to(&mut self.0);
        }
        self
    }

    /// Whether nothing was put in.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Render for Body {
    fn render(&self) -> Markup {
        PreEscaped(self.0.clone())
    }

    fn render_to(&self, buffer: &mut String) {
        buffer.push_str(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_typed_is_never_markup() {
        let typed = "<script>alert('x')</script> & \"Co\"";
        let body = Body::new().with(typed).with_all([typed.to_owned()]);
        let shown = body.render().into_string();
        assert!(!shown.contains('<') && shown.contains("&lt;script&gt;"), "{shown}");
    }
}
