//! Small line icons, drawn for these pages on a grid of 24. Each stands beside the words it illustrates, so screen readers skip it.

use maud::{Markup, PreEscaped, Render, html};

/// An icon; its size and colour come from the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Photos and video.
    Camera,
    /// Advice and places to turn to.
    Lifebuoy,
    /// Something is worrying me.
    Speech,
    /// A telephone number.
    Phone,
    /// A website.
    Globe,
    /// Staff pages.
    Key,
    /// A school.
    School,
    /// A letter on paper or by e-mail.
    Letter,
    /// A receipt.
    Receipt,
    /// A signature.
    Pen,
    /// Yes.
    Tick,
    /// No.
    Cross,
    /// Not yet answered.
    Clock,
    /// An objection.
    Hand,
    /// Something to know.
    Info,
    /// Something is wrong.
    Alert,
    /// The way back.
    Back,
    /// The way on.
    Forward,
    /// What is taken: a picture.
    Picture,
    /// Where something appears: a place.
    Place,
    /// How long: a calendar.
    Calendar,
    /// Why: a question.
    Question,
    /// The law something rests on.
    Scales,
    /// Printing.
    Printer,
    /// Sorted upwards.
    Up,
    /// Sorted downwards.
    Down,
    /// Our own mark.
    Gate,
}

impl Icon {
    /// Every icon.
    pub const ALL: [Self; 27] = [
        Self::Camera,
        Self::Lifebuoy,
        Self::Speech,
        Self::Phone,
        Self::Globe,
        Self::Key,
        Self::School,
        Self::Letter,
        Self::Receipt,
        Self::Pen,
        Self::Tick,
        Self::Cross,
        Self::Clock,
        Self::Hand,
        Self::Info,
        Self::Alert,
        Self::Back,
        Self::Forward,
        Self::Picture,
        Self::Place,
        Self::Calendar,
        Self::Question,
        Self::Scales,
        Self::Printer,
        Self::Up,
        Self::Down,
        Self::Gate,
    ];

    /// The strokes, as SVG path data.
    pub(crate) const fn strokes(self) -> &'static str {
        match self {
            Self::Camera => {
                "M4 8.5A1.5 1.5 0 0 1 5.5 7H8l1.5-2.5h5L16 7h2.5A1.5 1.5 0 0 1 20 8.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5zM12 16a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5z"
            }
            Self::Lifebuoy => {
                "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM6 6l3.5 3.5M18 6l-3.5 3.5M6 18l3.5-3.5M18 18l-3.5-3.5"
            }
            Self::Speech => {
                "M5.5 4.5h13A1.5 1.5 0 0 1 20 6v9a1.5 1.5 0 0 1-1.5 1.5H12L7.5 20v-3.5h-2A1.5 1.5 0 0 1 4 15V6a1.5 1.5 0 0 1 1.5-1.5zM8 9h8M8 12.5h5"
            }
            Self::Phone => {
                "M7.5 3.75l2 4.25-2 1.75a11.5 11.5 0 0 0 6.75 6.75L16 14.5l4.25 2v3a1 1 0 0 1-1 1A15.75 15.75 0 0 1 3.5 4.75a1 1 0 0 1 1-1z"
            }
            Self::Globe => {
                "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM3.5 12h17M12 3.5c2.25 2.25 3.5 5.25 3.5 8.5s-1.25 6.25-3.5 8.5c-2.25-2.25-3.5-5.25-3.5-8.5s1.25-6.25 3.5-8.5z"
            }
            Self::Key => "M8 20a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM11 13l8-8M15.5 8.5l2.5 2.5M18 6l2 2",
            Self::School => {
                "M3.5 20.5h17M5.5 20.5v-9M18.5 20.5v-9M3.5 12L12 6.5l8.5 5.5M12 6.5v-4l3.5 1.25L12 5M10 20.5v-4.5a2 2 0 0 1 4 0v4.5"
            }
            Self::Letter => {
                "M5 5.5h14A1.5 1.5 0 0 1 20.5 7v10a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 17V7A1.5 1.5 0 0 1 5 5.5zM4 7l8 6 8-6"
            }
            Self::Receipt => "M6 3.5h12v17l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5-2 1.5zM9 8h6M9 11.5h6M9 15h3",
            Self::Pen => "M4 20l1-4.5L15.5 5a2 2 0 0 1 3 0l.5.5a2 2 0 0 1 0 3L8.5 19zM13.5 7l3.5 3.5",
            Self::Tick => "M5 12.5l4.5 4.5L19 7.5",
            Self::Cross => "M6.5 6.5l11 11M17.5 6.5l-11 11",
            Self::Clock => "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2",
            Self::Hand => {
                "M7.5 12.5V7a1.25 1.25 0 0 1 2.5 0v4M10 10.5V5a1.25 1.25 0 0 1 2.5 0v5.5M12.5 10.5V5.75a1.25 1.25 0 0 1 2.5 0V11M15 11V8a1.25 1.25 0 0 1 2.5 0v6.5a6 6 0 0 1-6 6c-3 0-4-1.5-5.5-4L4 13.5a1.25 1.25 0 0 1 2-1.25l1.5 1.75"
            }
            Self::Info => "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11v5.5M12 7.75v.01",
            Self::Alert => "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V13M12 16.25v.01",
            Self::Back => "M14.5 6L8.5 12l6 6",
            Self::Forward => "M9.5 6l6 6-6 6",
            Self::Picture => {
                "M5 4.5h14A1.5 1.5 0 0 1 20.5 6v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18V6A1.5 1.5 0 0 1 5 4.5zM4 17l5-5.5 4 4 2.5-2.5L20 17.5M15.5 9.5a1 1 0 1 0 0-2 1 1 0 0 0 0 2z"
            }
            Self::Place => {
                "M12 21c4.5-4.5 6.5-7.75 6.5-11a6.5 6.5 0 0 0-13 0c0 3.25 2 6.5 6.5 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z"
            }
            Self::Calendar => {
                "M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM4 10.5h16M8 3.5V7.5M16 3.5V7.5"
            }
            Self::Question => {
                "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM9.5 9.75a2.5 2.5 0 1 1 3.75 2.15c-.8.5-1.25 1-1.25 2M12 16.5v.01"
            }
            Self::Scales => "M12 4v16M8 20h8M5 7h14M5 7l-2.5 6a2.75 2.75 0 0 0 5 0zM19 7l-2.5 6a2.75 2.75 0 0 0 5 0z",
            Self::Printer => {
                "M7.5 9V4h9v5M7.5 17H5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2.5M7.5 14h9v6h-9z"
            }
            Self::Up => "M6.5 14.5L12 9l5.5 5.5",
            Self::Down => "M6.5 9.5L12 15l5.5-5.5",
            Self::Gate => {
                "M5 20.5v-11M19 20.5v-11M5 10.5c2.5-5 11.5-5 14 0M9 20.5V7.75M12 20.5V7M15 20.5V7.75M3.5 20.5h17M5 15h14"
            }
        }
    }
}

impl Render for Icon {
    fn render(&self) -> Markup {
        html! {
            svg.icon viewBox="0 0 24 24" aria-hidden="true" focusable="false" { path d=(PreEscaped(self.strokes())) {} }
        }
    }
}
