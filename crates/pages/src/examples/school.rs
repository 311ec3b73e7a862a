//! Whole pages of a school: its front door, the list of schools, what staff see.

use maud::Render as _;
use school_types::Language;
use words::Words;

use super::{Example, at_fernhill, of_school};
use crate::{
    Answer, AnswerBadge, Body, Chrome, Column, Contact, Door, Doors, Heading, Icon, Pagination, Paragraph, Sorting,
    Table, Width, look::Look,
};

/// A colour that has to be corrected: gold.
pub(super) fn harbour_look() -> Look {
    "#ffd400".parse().map(Look::of).unwrap_or_default()
}

fn at_harbour(chrome: Chrome) -> Chrome {
    let contact = Contact { telephone: Some("01632 960 877".into()), email: Some("swyddfa@harbwr.example.org".into()) };
    of_school(chrome, "harbour", "Ysgol Gynradd yr Harbwr", &harbour_look(), contact)
}

pub(super) fn examples() -> Vec<Example> {
    vec![front_door(), welsh_front_door(), schools(), staff_list()]
}

fn front_door() -> Example {
    let words = Words::new(Language::En);
    let chrome = at_fernhill(Chrome::new(words, "Welcome")).languages("/s/fernhill/").width(Width::Middle).public();
    let doors = Doors::new([
        Door::new(
            Icon::Camera,
            "Photos and video",
            "Say where pictures of your child may appear, or change your mind.",
            "/s/fernhill/consent",
        ),
        Door::new(
            Icon::Receipt,
            "Check a receipt",
            "See that a receipt from this school is real and has not been altered.",
            "/s/fernhill/consent/verify",
        ),
        Door::new(
            Icon::Speech,
            "Tell us about a worry",
            "About something online, for yourself or someone else. You need not give your name.",
            "/s/fernhill/concern",
        ),
        Door::new(
            Icon::Lifebuoy,
            "Get help",
            "Places to turn to, who they are for, and when someone is there.",
            "/s/fernhill/help",
        ),
    ]);
    let body = Body::new()
        .with(Heading::page("What would you like to do?"))
        .with(Paragraph::lead("For families and staff of Fernhill. It takes a few minutes, on a phone or a computer."))
        .with(doors)
        .with(Paragraph::new(crate::Line::new().text("Work here? ").link("Staff sign in", "/s/fernhill/office")));
    Example::page("page-front-door", &chrome, body)
}

fn welsh_front_door() -> Example {
    let words = Words::new(Language::Cy);
    let chrome = at_harbour(Chrome::new(words, "Croeso")).languages("/s/harbour/").width(Width::Middle).public();
    let doors = Doors::new([
        Door::new(
            Icon::Camera,
            "Lluniau a fideo",
            "Dywedwch ble y caiff lluniau o’ch plentyn ymddangos, neu newidiwch eich meddwl.",
            "/s/harbour/consent",
        ),
        Door::new(
            Icon::Receipt,
            "Gwirio derbynneb",
            "Gweld bod derbynneb gan yr ysgol hon yn ddilys a heb ei newid.",
            "/s/harbour/consent/verify",
        ),
    ]);
    let body = Body::new().with(Heading::page("Beth hoffech chi ei wneud?")).with(doors);
    Example::page("page-front-door-welsh", &chrome, body)
}

fn schools() -> Example {
    let words = Words::new(Language::En);
    let chrome = Chrome::new(words, "Schools").languages("/").width(Width::Middle);
    let doors = Doors::new([
        Door::new(Icon::School, "Fernhill Primary School", "Ashcombe", "/s/fernhill/").image("/s/fernhill/crest.svg"),
        Door::new(Icon::School, "Ysgol Gynradd yr Harbwr", "Porth Hwyl", "/s/harbour/").image("/s/harbour/crest.svg"),
    ]);
    let body = Body::new()
        .with(Heading::page("Two sample schools"))
        .with(Paragraph::lead("Everything here is made up, so try whatever you like."))
        .with(doors);
    Example::page("page-schools", &chrome, body)
}

fn staff_list() -> Example {
    let words = Words::new(Language::En);
    let chrome = at_fernhill(Chrome::new(words, "Kingfisher class"))
        .signed_in("Jo Marsh", "/s/fernhill/office/sign-out", "token")
        .back("/s/fernhill/office")
        .width(Width::Wide);
    let columns = [
        Column::new("Name").sort("?sort=name-down", Some(Sorting::Up)),
        Column::new("Website, in groups").sort("?sort=website", None),
        Column::new("Website, alone"),
        Column::new("Newsletter"),
        Column::new("Local press"),
        Column::number("Answered").sort("?sort=answered", None),
    ];
    let pupils = [
        ("Amara D", [Answer::Yes, Answer::Yes, Answer::Yes, Answer::No], "8"),
        ("Ben T", [Answer::Yes, Answer::No, Answer::Yes, Answer::No], "8"),
        ("Chloe W", [Answer::Open, Answer::Open, Answer::Open, Answer::Open], "0"),
        ("Dylan M", [Answer::No, Answer::No, Answer::No, Answer::No], "8"),
        ("Maya O", [Answer::Yes, Answer::No, Answer::Yes, Answer::Open], "7"),
    ];
    let mut table = Table::new("pupils", "5 of 28 pupils in Kingfisher class", columns);
    for (name, answers, count) in pupils {
        let badges = answers.map(|answer| AnswerBadge::new(words, answer).render());
        table = table.row([name.render()].into_iter().chain(badges).chain([count.render()]));
    }
    let body = Body::new()
        .with(Heading::page("Kingfisher class").caption("Photos and video"))
        .with(table)
        .with(Pagination::new(words, "/s/fernhill/office/class", 1, 6));
    Example::page("page-staff-list", &chrome, body)
}
