//! The parents who ask: signed in once, before anything is measured.

use std::net::SocketAddr;

use anyhow::{Context, Result, bail};
use http::{Method, StatusCode};
use samples::{Demo, DemoParent};
use school_types::OperationId;
use serde_json::Value;
use testkit::Form;

use crate::client::Client;

/// How many decisions stand in a child's history before its page is measured.
pub(crate) const HISTORY: usize = 3;

/// A parent who is signed in.
pub(crate) struct Parent {
    pub(crate) client: Client,
    /// The page of their child.
    pub(crate) child: String,
    change: Form,
    sent: usize,
}

/// The largest sample school.
pub(crate) fn school(demo: &Demo) -> Result<&str> {
    let largest = demo.schools.iter().max_by_key(|(_, school)| school.pupils);
    largest.map(|(slug, _)| slug.as_str()).context("there is no school")
}

/// Signs in `number` parents of the largest school, each with one child and decisions in its history.
pub(crate) async fn sign_in(server: SocketAddr, demo: &Demo, number: usize) -> Result<Vec<Parent>> {
    let slug = school(demo)?;
    let plain =
        |parent: &&DemoParent| parent.known_for.is_none() && parent.e_mail.is_some() && parent.parental_responsibility;
    let mut seen = std::collections::BTreeSet::new();
    let first_of_family =
        |parent: &&DemoParent| parent.children.first().is_some_and(|child| seen.insert(child.clone()));
    let parents: Vec<_> =
        demo.schools[slug].parents.iter().filter(plain).filter(first_of_family).take(number).collect();
    if parents.len() < number {
        bail!("{slug} has only {} parents to measure with", parents.len());
    }
    let mut signed_in = Vec::with_capacity(number);
    for (place, parent) in (1..).zip(parents) {
        signed_in.push(Parent::sign_in(server, place, slug, parent).await?);
    }
    Ok(signed_in)
}

/// Gives every one of them a fresh connection.
pub(crate) async fn reconnect(parents: &mut [Parent]) -> Result<()> {
    for parent in parents {
        parent.client.reconnect().await?;
    }
    Ok(())
}

impl Parent {
    async fn sign_in(server: SocketAddr, place: u16, slug: &str, parent: &DemoParent) -> Result<Self> {
        let e_mail = parent.e_mail.as_deref().unwrap_or_default();
        let mut client = Client::connect(server, place).await?;
        let page = client.open(&format!("/s/{slug}/sign-in")).await?;
        let page = client.submit(&page.form("/sign-in").with("email", e_mail)).await?;
        let code = sent_code(&mut client, e_mail).await?;
        let page = client.submit(&page.form("/sign-in/code").with("code", &code)).await?;
        if !page.path.ends_with("/consent/children") {
            bail!("signing in led to {}", page.path);
        }
        let id = parent.children.first().context("a parent without children")?;
        let child = format!("/s/{slug}/consent/child/{id}");
        let change = client.open(&child).await?.link("/change/");
        let change = client.open(&change).await?.form("/change/");
        let mut parent = Self { client, child, change, sent: 0 };
        for _ in 0..HISTORY {
            parent.decide().await?;
        }
        Ok(parent)
    }

    /// Sends a decision: the other answer than last time, as a form of its own.
    pub(crate) async fn decide(&mut self) -> Result<()> {
        self.sent += 1;
        let answer = if self.sent.is_multiple_of(2) { "no" } else { "yes" };
        let mut bytes = [0; OperationId::BYTES];
        fastrand::fill(&mut bytes);
        let operation = OperationId::from_bytes(bytes);
        let form = self.change.clone().with("answer", answer).with("operation", operation.as_str());
        let (status, _) = self.client.ask(Method::POST, &form.action, Some(form.encoded())).await?;
        if status != StatusCode::SEE_OTHER {
            bail!("a decision was answered {status}");
        }
        Ok(())
    }

    /// Opens an address and reads the page.
    pub(crate) async fn read(&mut self, path: &str) -> Result<()> {
        let (status, _) = self.client.ask(Method::GET, path, None).await?;
        if status != StatusCode::OK {
            bail!("{path} was answered {status}");
        }
        Ok(())
    }
}

/// The code in the latest message to an address, from the demonstration's outbox.
async fn sent_code(client: &mut Client, e_mail: &str) -> Result<String> {
    let (status, body) = client.ask(Method::GET, "/dev/outbox.json", None).await?;
    let letters: Value = serde_json::from_slice(&body).with_context(|| format!("the outbox answered {status}"))?;
    let to = |letter: &&Value| letter["to"] == e_mail;
    let text =
        letters.as_array().and_then(|letters| letters.iter().find(to)).and_then(|letter| letter["text"].as_str());
    let is_code = |line: &&str| line.len() == 7 && line.bytes().all(|b| b.is_ascii_digit() || b == b' ');
    let code = text.and_then(|text| text.lines().map(str::trim).find(is_code));
    Ok(code.context("no code was sent")?.to_owned())
}
