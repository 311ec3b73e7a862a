//! Every route of every component, asked for over the wire by nobody, by its parent, by another parent of the school, by a parent of
//! another school, and by staff in every role.

use std::collections::BTreeSet;

use journeys::{
    browser::{Answer, Browser},
    colleague::Colleague,
    gate::Gate,
    page::Form,
    parent::Parent,
};
use reqwest::Method;
use school_types::Role;
use web::{Access, Route};

use crate::{OTHER_SCHOOL, SCHOOL, shared};

/// The components whose lists of routes are walked here, and the one whose files `house.rs` opens.
const COMPONENTS: [&str; 6] =
    ["consent-portal", "front-door", "office", "publication-checker", "signposting", "site-assets"];

/// The parts of an address that belong to one family.
const ONES_OWN: [&str; 4] = ["child", "draft", "operation", "reference"];

/// A route of any component.
struct Walked {
    name: &'static str,
    method: Method,
    access: Access,
    address: String,
    /// Whether the address names something of the family whose ids fill it.
    is_ones_own: bool,
}

/// The ids in addresses of a family that has decided, and has begun to again.
struct Ids {
    child: String,
    purpose: String,
    draft: String,
    operation: String,
    reference: String,
}

impl Ids {
    fn of(parent: &mut Parent, base: &str) -> Self {
        let last = |path: &str| path.trim_end_matches("/1").rsplit('/').next().unwrap().to_owned();
        let children = parent.sign_in(base).unwrap();
        let check = parent.prepare(&children).unwrap();
        let done = parent.send(&check.form("/check").unwrap()).unwrap();
        let child = parent.person.children[0].clone();
        let page = parent.browser.open(&parent.at(&format!("consent/child/{child}"))).unwrap();
        let purpose = last(&page.attributes("a[href*='/change/']", "href").unwrap()[0]);
        // Everything is answered; whoever begins again goes through all of it.
        let token = page.forms().unwrap()[0].value("form-token").unwrap().to_owned();
        let begin = Form::made_up(&parent.at("consent/begin"), &[("form-token", &token), ("whom", &child)]);
        let question = parent.browser.submit(&begin).unwrap();
        Self {
            child,
            purpose,
            draft: last(&question.path),
            operation: last(&done.path),
            reference: parent.receipts(&done).unwrap().remove(0).reference,
        }
    }

    fn fill(&self, hole: &str) -> String {
        let filled = match hole {
            "school" => SCHOOL,
            "child" => &self.child,
            "purpose" => &self.purpose,
            "draft" => &self.draft,
            "operation" => &self.operation,
            "reference" => &self.reference,
            "number" => "1",
            "list" => "pupils",
            "kind" => "lado",
            // Those of nobody: who may open the page is decided before it is looked for.
            "staff" | "class" | "contact" => &self.child,
            "token" => &self.operation,
            other => panic!("what stands in the hole {other} of an address?"),
        };
        filled.to_owned()
    }

    fn routes(&self) -> Vec<Walked> {
        let mut routes = Vec::new();
        routes.extend(consent_portal::routes::ROUTES.iter().map(|route| self.walked(route)));
        routes.extend(front_door::routes::ROUTES.iter().map(|route| self.walked(route)));
        routes.extend(office::routes::routes().iter().map(|route| self.walked(route)));
        routes.extend(publication_checker::routes::ROUTES.iter().map(|route| self.walked(route)));
        routes.extend(signposting::routes::ROUTES.iter().map(|route| self.walked(route)));
        routes
    }

    fn walked<A: Copy>(&self, route: &Route<A>) -> Walked {
        Walked {
            name: route.name,
            method: route.method.clone(),
            access: route.access,
            address: route.address(|hole| self.fill(hole)),
            is_ones_own: route.holes().any(|hole| ONES_OWN.contains(&hole)),
        }
    }
}

/// Asks as a page without scripts would; forms are sent empty, so that nobody's token lets them in.
fn ask(browser: &mut Browser, route: &Walked) -> Answer {
    let empty = ("application/x-www-form-urlencoded", String::new());
    let body = (route.method == Method::POST).then_some(empty);
    browser.send(route.method.clone(), &route.address, body, &[]).unwrap()
}

/// What somebody gets whom the route is not for: to sign in, when they look; a plain no, when they send.
fn sends_away(route: &Walked, answer: &Answer) -> bool {
    if route.method == Method::GET {
        answer.status == 303 && answer.header("location") == format!("/s/{SCHOOL}/sign-in")
    } else {
        answer.status == 401
    }
}

/// What whoever may ask gets: a page, the way to one, or a refusal of what was asked: of an empty form, of data without a question.
fn lets_in(route: &Walked, answer: &Answer) -> bool {
    if route.method == Method::GET {
        matches!(answer.status.as_u16(), 200 | 303 | 400)
    } else {
        // Whoever says who they are has given their code before.
        matches!(answer.status.as_u16(), 303 | 403 | 422) || route.name == "who" && answer.status == 401
    }
}

/// A role as data calls it.
fn name_of(role: Role) -> String {
    serde_json::to_value(role).unwrap().as_str().unwrap().to_owned()
}

/// What a program is told that asks as this browser, or nothing where it is let in.
fn code(browser: &mut Browser, route: &Walked) -> String {
    let empty = ("application/x-www-form-urlencoded", String::new());
    let body = (route.method == Method::POST).then_some(empty);
    let headers = [("accept", "application/problem+json")];
    let answer = browser.send(route.method.clone(), &route.address, body, &headers).unwrap();
    let problem: Option<serde_json::Value> = serde_json::from_str(&answer.body).ok();
    let code = problem.as_ref().and_then(|problem| problem["code"].as_str()).unwrap_or_default();
    assert!(!answer.status.is_server_error(), "{} answered {}", route.name, answer.status);
    code.to_owned()
}

#[test]
fn every_route_is_open_to_those_it_is_for_and_to_nobody_else() {
    let gate = shared();
    let mut owner = Parent::new(gate.browser().unwrap(), SCHOOL, gate.somebody(SCHOOL).unwrap());
    let ids = Ids::of(&mut owner, gate.base());
    let before = owner.history(&ids.child).unwrap();
    let mut neighbour = Parent::new(gate.browser().unwrap(), SCHOOL, gate.somebody(SCHOOL).unwrap());
    neighbour.sign_in(gate.base()).unwrap();
    let mut stranger = Parent::new(gate.browser().unwrap(), OTHER_SCHOOL, gate.somebody(OTHER_SCHOOL).unwrap());
    stranger.sign_in(gate.base()).unwrap();

    let mut staff: Vec<(Role, Colleague)> =
        Role::ALL.into_iter().map(|role| (role, Colleague::sign_in(&gate, SCHOOL, &name_of(role)).unwrap())).collect();

    for route in ids.routes() {
        let mut nobody = gate.browser().unwrap();
        let mut others = vec![("nobody", nobody.clone()), ("a parent of another school", stranger.browser.clone())];
        match route.access {
            Access::Anyone => {
                others.extend([("the parent", owner.browser.clone()), ("another parent", neighbour.browser.clone())]);
                for (who, mut browser) in others {
                    let answer = ask(&mut browser, &route);
                    assert!(lets_in(&route, &answer), "{who} got {} from {}", answer.status, route.name);
                }
            }
            Access::Parent => {
                for (who, mut browser) in others {
                    let answer = ask(&mut browser, &route);
                    assert!(sends_away(&route, &answer), "{who} got {} from {}", answer.status, route.name);
                    assert!(!answer.body.contains(&owner.person.forenames[0]), "{who} was told of {}", route.name);
                }
                let answer = ask(&mut owner.browser, &route);
                let is_let_in = lets_in(&route, &answer) && !sends_away(&route, &answer);
                assert!(is_let_in, "the parent got {} from {}", answer.status, route.name);
                let answer = ask(&mut neighbour.browser, &route);
                if route.is_ones_own {
                    // An empty form may be refused for its form first.
                    let refused = answer.status == 404 || route.method == Method::POST && answer.status == 403;
                    assert!(refused, "another parent got {} from {}", answer.status, route.name);
                    assert!(
                        !answer.body.contains(&owner.person.forenames[0]),
                        "another parent was told of {}",
                        route.name
                    );
                } else {
                    let is_let_in = lets_in(&route, &answer) && !sends_away(&route, &answer);
                    assert!(is_let_in, "another parent got {} from {}", answer.status, route.name);
                }
            }
            Access::Token => {
                others.push(("the parent", owner.browser.clone()));
                for (who, mut browser) in others {
                    let answer = ask(&mut browser, &route);
                    assert_eq!(answer.status, 401, "{who} without the token, on {}", route.name);
                }
                let with_wrong_token = [("authorization", "Bearer made-up")];
                let answer = nobody.send(route.method.clone(), &route.address, None, &with_wrong_token).unwrap();
                assert_eq!(answer.status, 401, "a wrong token, on {}", route.name);
            }
            Access::DemoOnly => {
                // That there is none of it elsewhere is in `house.rs`.
                assert_eq!(ask(&mut nobody, &route).status, 200, "{} in a demonstration", route.name);
            }
            Access::Staff(roles) => {
                others.extend([("the parent", owner.browser.clone()), ("another parent", neighbour.browser.clone())]);
                for (who, mut browser) in others {
                    assert_eq!(code(&mut browser, &route), "sign-in-needed", "{who}, on {}", route.name);
                    let answer = ask(&mut browser, &route);
                    let is_led_away = answer.status == 401 || answer.header("location").ends_with("/office/sign-in");
                    assert!(is_led_away, "{who} got {} from {}", answer.status, route.name);
                }
                for (role, colleague) in &mut staff {
                    let code = code(&mut colleague.browser, &route);
                    if roles.contains(role) {
                        let is_let_in =
                            !["sign-in-needed", "wrong-person", "broken", "misconfigured"].contains(&&*code);
                        assert!(is_let_in, "{role:?} got {code} from {}", route.name);
                    } else {
                        assert_eq!(code, "wrong-person", "{role:?}, on {}", route.name);
                    }
                }
            }
        }
    }
    assert_eq!(owner.history(&ids.child).unwrap(), before, "the walk changed what was said");
}

/// Asserts that nothing of a demonstration is there: for an application that is none.
pub fn assert_no_demonstration(gate: &Gate) {
    let mut browser = gate.browser().unwrap();
    let only = front_door::routes::ROUTES.iter().filter(|route| route.access == Access::DemoOnly);
    let mut walked = 0;
    for route in only {
        let answer = browser.open(&route.address(|_| SCHOOL.to_owned())).unwrap();
        assert_eq!(answer.status(), 404, "{} outside a demonstration", route.name);
        walked += 1;
    }
    assert!(walked >= 3, "the list of schools, the outbox and its JSON");
}

#[test]
fn no_component_serves_http_without_being_walked() {
    let manifest: toml::Table = include_str!("../../../../spin.toml").parse().unwrap();
    let triggers = manifest["trigger"]["http"].as_array().unwrap();
    let serving: BTreeSet<&str> = triggers.iter().map(|trigger| trigger["component"].as_str().unwrap()).collect();
    assert_eq!(serving, BTreeSet::from(COMPONENTS));
}
