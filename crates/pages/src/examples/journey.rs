//! A parent's way through: sign in, decide, check, keep the receipt, come back. Fictional throughout.

use maud::{Markup, Render};
use school_types::{Language, OperationId, PersonName};
use web::Refusal;
use words::Words;

use super::{Example, at_fernhill};
use crate::{
    Answer, AnswerBadge, Answers, Body, Bullets, Button, ButtonRow, Child, ChildCard, ChildCards, Choice, Chrome,
    Confirmation, Details, ErrorSummary, Facts, Form, Happening, Heading, Icon, Inset, Line, LinkButton, Notice,
    Paragraph, PrintButton, Progress, Radios, Refused, Steps, TextArea, TextInput, Timeline, receipt::specimen,
};

const TOKEN: &str = "cGxhY2Vob2xkZXI";
const CONSENT: &str = "/s/fernhill/consent";

fn words() -> Words {
    Words::new(Language::En)
}

fn chrome(title: &str) -> Chrome {
    at_fernhill(Chrome::new(words(), title)).languages(CONSENT)
}

fn signed_in(title: &str) -> Chrome {
    chrome(title).signed_in("Sara Okafor", "/s/fernhill/consent/sign-out", TOKEN)
}

fn form() -> Form {
    Form::post(CONSENT, TOKEN).operation(&OperationId::from_bytes([3; OperationId::BYTES]))
}

fn badge(answer: Answer) -> AnswerBadge {
    AnswerBadge::new(words(), answer)
}

fn children() -> (Child, Child) {
    (
        Child::new(&PersonName::new("Maya", "Okafor"), "Year 3, Kingfisher class"),
        Child::new(&PersonName::new("Tobi", "Okafor"), "Reception, Wren class"),
    )
}

pub(super) fn examples() -> Vec<Example> {
    vec![
        sign_in(),
        code(),
        code_refused(),
        letter_code(),
        family(),
        question(),
        question_unanswered(),
        objection(),
        pupils_view(),
        check(),
        done(),
        permissions(),
        withdraw(),
        history(),
        waiting(),
    ]
}

fn sign_in() -> Example {
    let body = Body::new()
        .with(Heading::page("Sign in to your family’s pages"))
        .with(Paragraph::lead("We send a six-digit code to your email. There is no password to remember."))
        .with(
            form()
                .with(
                    TextInput::email(words(), "email", "Your email address")
                        .hint("The one the school writes to you at."),
                )
                .with(ButtonRow::new().with(Button::primary("Send me a code"))),
        )
        .with(Heading::section("Other ways in"))
        .with(Paragraph::new(
            Line::new().text("Have a letter from school? ").link("Sign in with the code on your letter", "/s/fernhill/consent/letter"),
        ))
        .with(
            Details::new("I do not use email, or it has changed")
                .with(Paragraph::new("Tell the school office. They can change your address, print you a letter, or write your answers down with you.")),
        );
    Example::page("page-sign-in", &chrome("Sign in").back("/s/fernhill/"), body)
}

fn code_field() -> TextInput {
    TextInput::six_digits(words(), "code", "Six-digit code").hint("It works for one hour.")
}

fn code_foot() -> Markup {
    Body::new()
        .with(Heading::section("No email yet?"))
        .with(Bullets::new([
            "It can take a few minutes to come.",
            "Look in your junk or spam folder.",
            "Check that it is the address the school has for you.",
        ]))
        .with(Form::post("/s/fernhill/consent/again", TOKEN).with(Button::quiet("Send another code")))
        .render()
}

fn code() -> Example {
    let body = Body::new()
        .with(Heading::page("Look in your email"))
        .with(Paragraph::lead(
            Line::new()
                .text("If the school has the address ")
                .strong("sara@example.org")
                .text(" for you, we have sent a 6-digit code to it."),
        ))
        .with(form().with(code_field()).with(ButtonRow::new().with(Button::primary("Sign in"))))
        .with(code_foot());
    Example::page("page-code", &chrome("Your code").back("/s/fernhill/consent"), body)
}

fn code_refused() -> Example {
    let problem = "That code is not right. You have 4 tries left";
    let body = Body::new()
        .with(ErrorSummary::new(words()).with("code", problem))
        .with(Heading::page("Look in your email"))
        .with(
            form()
                .with(code_field().value("40219").error(Some(problem)))
                .with(ButtonRow::new().with(Button::primary("Sign in"))),
        )
        .with(code_foot());
    Example::page("page-code-error", &chrome("Your code").back("/s/fernhill/consent").has_errors(true), body)
}

fn letter_code() -> Example {
    let body = form()
        .with(
            TextInput::letter_code(words(), "letter-code", "What is the code on your letter?")
                .as_heading()
                .hint("Four groups of four letters and numbers. Small or capital letters both work."),
        )
        .with(ButtonRow::new().with(Button::primary("Sign in")));
    Example::page("page-letter-code", &chrome("Your letter").back("/s/fernhill/consent"), body)
}

fn family() -> Example {
    let (maya, tobi) = children();
    let cards = ChildCards::new([
        ChildCard::new(maya).href("/s/fernhill/consent/maya").progress(Progress::new("3 of 8 answered", 3, 8)),
        ChildCard::new(tobi).href("/s/fernhill/consent/tobi").progress(Progress::new(
            "Not started, about 4 minutes",
            0,
            8,
        )),
    ]);
    let body = Body::new()
        .with(Heading::page("Photos and video").caption("Hello Sara"))
        .with(Paragraph::lead("Say where the school may show pictures of your children. There is no right answer, and you can change it whenever you like."))
        .with(cards)
        .with(
            Notice::info()
                .title("Until you answer, it counts as no")
                .with(Paragraph::new("The school uses no picture that needs your yes before you have given it.")),
        );
    Example::page("page-family", &signed_in("Your children").back("/s/fernhill/"), body)
}

fn website_question(chosen: Option<&str>, error: Option<&str>) -> Radios {
    let facts = Facts::new()
        .with(
            Icon::Picture,
            "What is taken",
            "Photos of groups at work, at play and on trips. Maya can be recognised in some of them.",
        )
        .with(
            Icon::Question,
            "Why",
            "So that families, and those choosing a school, can see what a day at Fernhill is like.",
        )
        .with(
            Icon::Place,
            "Where it appears",
            "On the school’s own website, which anyone can look at and copy from. Never with a full name beside it.",
        )
        .with(
            Icon::Calendar,
            "For how long",
            "Until the end of the next school year, 31 August 2027. Then it is taken down.",
        );
    let law = Details::new("The law, and your rights")
        .with(Paragraph::new("The school asks for your consent. You may take it back on any day, and it is as easy as giving it. Pictures that were already copied by others cannot be called back."))
        .with(Paragraph::new("The school decides how the pictures are used and is responsible for them. You may also complain to the Information Commissioner."));
    Radios::new(words(), "website-group", "May the school show group pictures with Maya on its website?")
        .as_heading()
        .caption("Maya, Year 3")
        .explanation(facts)
        .explanation(law)
        .error(error)
        .with(Choice::new("yes", "Yes, the school may"))
        .with(
            Choice::new("no", "No, the school may not")
                .hint("Maya still takes part in everything. Staff keep her out of these pictures."),
        )
        .chosen(chosen)
}

fn question() -> Example {
    let body = form().with(website_question(None, None)).with(
        ButtonRow::new()
            .with(Button::primary("Save and continue"))
            .with(LinkButton::quiet("Leave it for later", CONSENT)),
    );
    let chrome = signed_in("School website, in groups").back("/s/fernhill/consent/maya/2").step(3, 8);
    Example::page("page-question", &chrome, body)
}

fn question_unanswered() -> Example {
    let problem = "Choose yes or no, or leave the question for later";
    let body = Body::new().with(ErrorSummary::new(words()).with("website-group", problem)).with(
        form().with(website_question(None, Some(problem))).with(
            ButtonRow::new()
                .with(Button::primary("Save and continue"))
                .with(LinkButton::quiet("Leave it for later", CONSENT)),
        ),
    );
    let chrome = signed_in("School website, in groups").back("/s/fernhill/consent/maya/2").step(3, 8).has_errors(true);
    Example::page("page-question-error", &chrome, body)
}

fn objection() -> Example {
    let facts = Facts::new()
        .with(Icon::Picture, "What is taken", "One portrait a year, for the school’s register.")
        .with(Icon::Question, "Why", "So that staff on duty, and anyone who stands in for a teacher, know every child.")
        .with(Icon::Place, "Where it appears", "Only in the school’s own records. It is never published.")
        .with(Icon::Scales, "Lawful basis", "Public task: the school needs it to keep children safe, so it tells you and does not ask. If it is wrong for your child, you can object, and the head decides within one month.");
    let body = form()
        .with(
            Radios::new(words(), "records", "A portrait for the school’s records")
                .as_heading()
                .caption("Maya, Year 3")
                .explanation(facts)
                .choice("told", "I have read this")
                .with(Choice::new("object", "I object").hint("You can say why on the next page."))
                .chosen(Some("told")),
        )
        .with(ButtonRow::new().with(Button::primary("Save and continue")));
    let chrome = signed_in("School records").back("/s/fernhill/consent/maya/7").step(8, 8);
    Example::page("page-objection", &chrome, body)
}

fn pupils_view() -> Example {
    let body = form()
        .with(
            TextArea::new(words(), "view", "What does Maya say about it?", 500)
                .as_heading()
                .caption("Maya, Year 3")
                .hint("You need not write anything. The school keeps it with your answer and takes it seriously."),
        )
        .with(ButtonRow::new().with(Button::primary("Save and continue")));
    Example::page("page-pupils-view", &signed_in("Maya’s view").back("/s/fernhill/consent/maya/8"), body)
}

fn check() -> Example {
    let answers = Answers::new(words())
        .changeable("School website, in groups", badge(Answer::Yes), "#")
        .changeable("School website, alone and recognisable", badge(Answer::No), "#")
        .changeable("School social media", badge(Answer::No), "#")
        .changeable("Newsletter and prospectus", badge(Answer::Yes), "#")
        .changeable("Displays in school", badge(Answer::Yes), "#")
        .changeable("Local press", badge(Answer::Open), "#")
        .changeable("Recordings of plays and events", badge(Answer::Yes), "#")
        .changeable("A portrait for the school’s records", badge(Answer::NoObjection), "#");
    let body = Body::new()
        .with(Heading::page("Check your answers").caption("Maya, Year 3"))
        .with(answers)
        .with(Heading::section("What Maya says"))
        .with(Inset::new(Paragraph::new("I like being in the play but I don’t want to be on the internet by myself.")))
        .with(Paragraph::new("When you confirm, the school is told at once, and you get a receipt to keep."))
        .with(form().with(
            ButtonRow::new().with(Button::primary("Confirm my answers")).with(LinkButton::quiet("Not yet", CONSENT)),
        ));
    Example::page("page-check", &signed_in("Check your answers").back("/s/fernhill/consent/maya/8"), body)
}

fn done() -> Example {
    let body = Body::new()
        .with(
            Confirmation::new("Thank you, Maya’s answers are saved")
                .lead("They count from now on. You can change them whenever you like."),
        )
        .with(specimen(words()))
        .with(
            ButtonRow::new()
                .with(LinkButton::primary("Go on to Tobi", "/s/fernhill/consent/tobi"))
                .with(PrintButton::new(words())),
        )
        .with(Heading::section("What happens next"))
        .with(Steps::new([
            "This receipt is on its way to sara@example.org too.",
            "Maya’s teachers see your answers on their class sheet from tomorrow morning.",
            "On Tuesday 1 September 2026 we ask you to look at them again.",
        ]))
        .with(
            Details::new("What the fingerprint is for")
                .with(Paragraph::new("It changes if a single letter of your answers changes. Anyone who holds this receipt can check it at the school’s front page, or without us.")),
        );
    Example::page("page-done", &signed_in("Saved"), body)
}

fn permissions() -> Example {
    let (maya, tobi) = children();
    let body = Body::new()
        .with(Heading::page("Photos and video"))
        .with(Paragraph::lead("This is what holds today for your two children."))
        .with(maya.heading())
        .with(
            Answers::new(words())
                .changeable("School website, in groups", badge(Answer::Yes), "#")
                .changeable("School website, alone and recognisable", badge(Answer::No), "#")
                .changeable("Newsletter and prospectus", badge(Answer::Yes), "#")
                .changeable("A portrait for the school’s records", badge(Answer::Objected), "#"),
        )
        .with(tobi.heading())
        .with(
            Answers::new(words())
                .changeable("School website, in groups", badge(Answer::Open), "#")
                .changeable("School website, alone and recognisable", badge(Answer::Open), "#")
                .changeable("Newsletter and prospectus", badge(Answer::Open), "#")
                .changeable("A portrait for the school’s records", badge(Answer::NoObjection), "#"),
        )
        .with(
            ButtonRow::new()
                .with(LinkButton::primary("Answer for Tobi", "/s/fernhill/consent/tobi"))
                .with(LinkButton::secondary("Withdraw everything", "/s/fernhill/consent/withdraw")),
        )
        .with(Paragraph::new(Line::new().link("Earlier answers and receipts", "/s/fernhill/consent/history")));
    Example::page("page-permissions", &signed_in("What holds today").back(CONSENT), body)
}

fn withdraw() -> Example {
    let body = form()
        .with(
            Radios::new(words(), "reach", "What should happen to pictures that are already out?")
                .as_heading()
                .caption("Withdraw everything for Maya and Tobi")
                .with(Choice::new("from-now", "Leave them, and use no new ones").hint("Takes effect at once."))
                .with(
                    Choice::new("remove", "Take them down as well")
                        .hint("The school finds every place a picture was used and tells you when each is done."),
                ),
        )
        .with(Notice::care().title("Some things cannot be undone").with(Paragraph::new(
            "Printed newsletters stay where they are, and copies others have made are out of the school’s reach.",
        )))
        .with(
            ButtonRow::new()
                .with(Button::warning("Withdraw everything"))
                .with(LinkButton::quiet("Keep things as they are", CONSENT)),
        );
    Example::page("page-withdraw", &signed_in("Withdraw").back("/s/fernhill/consent/permissions"), body)
}

fn history() -> Example {
    let body = Body::new()
        .with(Heading::page("Earlier answers").caption("Maya, Year 3"))
        .with(Paragraph::lead("3 entries about group pictures on the website, the newest first."))
        .with(Timeline::new([
            Happening::new("Tuesday 3 March 2026, 7:42 pm", "You said no")
                .with(Paragraph::new(Line::new().text("Online. ").link("Receipt 28T5-CY4T-QNG8", "#")))
                .with(badge(Answer::No)),
            Happening::new("Friday 5 September 2025, 8:10 am", "You said yes")
                .with(Paragraph::new(
                    Line::new().text("On paper, entered by the school office. ").link("Receipt 9QXW-3K7P-M2TD", "#"),
                ))
                .with(badge(Answer::Yes)),
            Happening::new("Monday 1 September 2025", "The school asked you").with(badge(Answer::Open)),
        ]));
    Example::page("page-history", &signed_in("Earlier answers").back("/s/fernhill/consent/permissions"), body)
}

fn waiting() -> Example {
    let refused = Refused::new(words(), &Refusal::StoreDown).way_on("Try again", "/s/fernhill/consent");
    Example::page("page-refusal", &chrome(refused.title()), &refused)
}
