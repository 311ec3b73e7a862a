//! Every page and action of the component, with who may ask for it.

use http::Method;
use web::{Access, Route};

/// What the component does for a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// What this is about, and where to begin.
    Start,
    /// The form for an e-mail address.
    AskForCode,
    /// Sends a code.
    SendCode,
    /// The form for the code.
    EnterCode,
    /// Tries the code.
    TryCode,
    /// The form for a letter's code.
    EnterLetterCode,
    /// Tries a letter's code.
    TryLetterCode,
    /// Asks who it is of several who share an address.
    WhoForm,
    /// Goes on as whoever was chosen.
    Who,
    /// Signs out.
    SignOut,
    /// Says that one is signed out.
    SignedOut,
    /// All of one's children.
    Children,
    /// Asks for whom the answers are.
    BeginForm,
    /// Begins to answer.
    Begin,
    /// One question.
    Question,
    /// Keeps the answer to it.
    Answer,
    /// All questions on one page.
    AllForm,
    /// Keeps the answers to all of them.
    All,
    /// All answers, before they are sent.
    Check,
    /// Records them.
    Send,
    /// What was recorded, with receipts.
    Done,
    /// What was said about one child, and what holds.
    Child,
    /// The form to change one answer.
    ChangeForm,
    /// Records the change.
    Change,
    /// The form to withdraw everything.
    WithdrawForm,
    /// Records the withdrawal.
    Withdraw,
    /// A receipt, to read and print.
    Receipt,
    /// A receipt, as a file.
    ReceiptFile,
    /// The form to check a receipt.
    VerifyForm,
    /// Checks a receipt.
    Verify,
    /// Tries again to send letters, and sweeps.
    Letters,
}

const fn get(name: &'static str, pattern: &'static str, access: Access, action: Action) -> Route<Action> {
    Route { name, method: Method::GET, pattern, access, action }
}

const fn post(name: &'static str, pattern: &'static str, access: Access, action: Action) -> Route<Action> {
    Route { name, method: Method::POST, pattern, access, action }
}

use Access::{Anyone, Parent, Token};

/// Every route.
pub const ROUTES: &[Route<Action>] = &[
    get("start", "/s/{school}/consent", Anyone, Action::Start),
    get("sign-in", "/s/{school}/sign-in", Anyone, Action::AskForCode),
    post("send-code", "/s/{school}/sign-in", Anyone, Action::SendCode),
    get("enter-code", "/s/{school}/sign-in/code", Anyone, Action::EnterCode),
    post("try-code", "/s/{school}/sign-in/code", Anyone, Action::TryCode),
    get("enter-letter-code", "/s/{school}/sign-in/letter", Anyone, Action::EnterLetterCode),
    post("try-letter-code", "/s/{school}/sign-in/letter", Anyone, Action::TryLetterCode),
    get("who-form", "/s/{school}/sign-in/who", Anyone, Action::WhoForm),
    post("who", "/s/{school}/sign-in/who", Anyone, Action::Who),
    post("sign-out", "/s/{school}/sign-out", Anyone, Action::SignOut),
    get("signed-out", "/s/{school}/sign-out", Anyone, Action::SignedOut),
    get("children", "/s/{school}/consent/children", Parent, Action::Children),
    get("begin-form", "/s/{school}/consent/begin", Parent, Action::BeginForm),
    post("begin", "/s/{school}/consent/begin", Parent, Action::Begin),
    get("question", "/s/{school}/consent/decide/{draft}/{number}", Parent, Action::Question),
    post("answer", "/s/{school}/consent/decide/{draft}/{number}", Parent, Action::Answer),
    get("all-form", "/s/{school}/consent/decide/{draft}/all", Parent, Action::AllForm),
    post("all", "/s/{school}/consent/decide/{draft}/all", Parent, Action::All),
    get("check", "/s/{school}/consent/decide/{draft}/check", Parent, Action::Check),
    post("send", "/s/{school}/consent/decide/{draft}/check", Parent, Action::Send),
    get("done", "/s/{school}/consent/done/{operation}", Parent, Action::Done),
    get("child", "/s/{school}/consent/child/{child}", Parent, Action::Child),
    get("change-form", "/s/{school}/consent/child/{child}/change/{purpose}", Parent, Action::ChangeForm),
    post("change", "/s/{school}/consent/child/{child}/change/{purpose}", Parent, Action::Change),
    get("withdraw-form", "/s/{school}/consent/child/{child}/withdraw", Parent, Action::WithdrawForm),
    post("withdraw", "/s/{school}/consent/child/{child}/withdraw", Parent, Action::Withdraw),
    get("receipt", "/s/{school}/consent/receipt/{reference}", Parent, Action::Receipt),
    get("receipt-file", "/s/{school}/consent/receipt/{reference}/file", Parent, Action::ReceiptFile),
    get("verify-form", "/s/{school}/receipts", Anyone, Action::VerifyForm),
    post("verify", "/s/{school}/receipts", Anyone, Action::Verify),
    post("letters", "/tasks/letters", Token, Action::Letters),
];
