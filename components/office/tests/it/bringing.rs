//! The steps of bringing a list, for the tests of lists.

use futures::executor::block_on;
use http::{Method, StatusCode};
use permission_rules::PermissionEvent;
use records::{Accounts, Child, Contact, Roll};
use school_types::{ChildId, ContactId};
use testkit::{
    Answer, Browser, Form, Page,
    installation::{ELM, school},
};

use crate::harness::Setup;

/// The lists of Elm Street as the made-up installation has them.
pub(crate) const PUPILS: &str = "id,forename,surname,year_group,class\r\n\
    Wilhelmina,Wilhelmina,Quillfeather,5,5K\r\nPeregrine,Peregrine,Quillfeather,2,2K\r\n\
    Isolde,Isolde,Quillfeather,R,0K\r\nJocasta,Jocasta,Overbrook,3,3K\r\n";
pub(crate) const CONTACTS: &str = "pupil_id,name,relation,parental_responsibility,email\r\n\
    Wilhelmina,Odalys Quillfeather,mother,Y,odalys@quill.example.org\r\n\
    Peregrine,Odalys Quillfeather,mother,Y,odalys@quill.example.org\r\n\
    Isolde,Odalys Quillfeather,mother,Y,odalys@quill.example.org\r\n\
    Wilhelmina,Bram Quillfeather,father,Y,bram@quill.example.org\r\n\
    Peregrine,Bram Quillfeather,father,Y,bram@quill.example.org\r\n\
    Isolde,Bram Quillfeather,father,Y,bram@quill.example.org\r\n\
    Wilhelmina,Henrietta Thistlewood,grandmother,N,henrietta@thistle.example.org\r\n\
    Peregrine,Henrietta Thistlewood,grandmother,N,henrietta@thistle.example.org\r\n\
    Isolde,Henrietta Thistlewood,grandmother,N,henrietta@thistle.example.org\r\n\
    Jocasta,Tamsin Overbrook,mother,Y,\r\n";

const BOUNDARY: &str = "----boundary7f3a";

/// A form with a file in it, as a browser sends it.
fn in_parts(form: &Form, file: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    for name in form.names().into_iter().filter(|name| *name != "list") {
        let value = form.value(name).unwrap_or_default();
        body.extend(
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    let head = "Content-Disposition: form-data; name=\"list\"; filename=\"list.csv\"\r\nContent-Type: text/csv";
    body.extend(format!("--{BOUNDARY}\r\n{head}\r\n\r\n").bytes());
    body.extend(file);
    body.extend(format!("\r\n--{BOUNDARY}--\r\n").bytes());
    body
}

/// Sends a form with a file, and answers what came.
pub(crate) fn send_file(browser: &mut Browser, form: &Form, file: &[u8]) -> Answer {
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    browser.send(Method::POST, &form.action, Some((&kind, in_parts(form, file).into())), &[])
}

/// The form for a list.
pub(crate) fn form_for(browser: &mut Browser, list: &str) -> Form {
    browser.open(&format!("/s/{ELM}/office/people/{list}")).form("/office/people/")
}

/// Brings a file; what taking it would change.
pub(crate) fn bring(browser: &mut Browser, list: &str, file: &[u8]) -> Page {
    let form = form_for(browser, list);
    let answer = send_file(browser, &form, file);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    browser.open(answer.header("location"))
}

/// Brings a list and takes it; what is said afterwards.
pub(crate) fn take(browser: &mut Browser, list: &str, file: &str) -> Page {
    let preview = bring(browser, list, file.as_bytes());
    browser.submit(&preview.form("/import/").with("sure", "yes"))
}

/// The numbers above a preview: new, changed, and so on.
pub(crate) fn numbers(page: &Page) -> Vec<String> {
    page.texts("main dl dd")
}

impl Setup {
    /// What is held of the pupil with this number.
    pub(crate) fn held(&self, number: &str) -> Child {
        let records = &self.installation.records;
        let stream = records.child(&school(ELM), &self.numbered(number));
        block_on(stream.fold::<Child>()).unwrap().value
    }

    pub(crate) fn numbered(&self, number: &str) -> ChildId {
        records::child_id(self.installation.records.vault(), &school(ELM), number)
    }

    /// The do-not-photograph flag of the pupil with this number, each time it was set or lifted.
    pub(crate) fn flags(&self, number: &str) -> Vec<bool> {
        self.flags_of(&self.numbered(number))
    }

    fn flags_of(&self, child: &ChildId) -> Vec<bool> {
        let said = block_on(self.installation.records.permission(&school(ELM), child).read()).unwrap();
        let flag = |event| match event {
            PermissionEvent::DoNotPhotograph { set, .. } => Some(set),
            _ => None,
        };
        said.into_iter().filter_map(|entry| flag(entry.event)).collect()
    }

    pub(crate) fn roll(&self) -> Roll {
        block_on(self.installation.records.roll(&school(ELM)).fold::<Roll>()).unwrap().value
    }

    pub(crate) fn contact_now(&self, contact: &ContactId) -> Contact {
        block_on(self.installation.records.contact(&school(ELM), contact).fold::<Contact>()).unwrap().value
    }

    /// Who may sign in at Elm Street with an address.
    pub(crate) fn whose(&self, e_mail: &str) -> Vec<ContactId> {
        let accounts = block_on(self.installation.records.address(e_mail).fold::<Accounts>()).unwrap().value;
        accounts.0.into_iter().filter(|account| account.school.as_str() == ELM).map(|account| account.contact).collect()
    }

    /// Everything a list may change, as it is now: each pupil with class, flag and contacts, each contact, and whose each address is.
    pub(crate) fn everything(&self, addresses: &[&str]) -> String {
        let roll = self.roll();
        let mut said = Vec::new();
        for child in roll.present().map(|(child, _)| child).chain(roll.left()) {
            let held = block_on(self.installation.records.child(&school(ELM), child).fold::<Child>()).unwrap().value;
            let facts = held.facts().unwrap();
            let name = facts.name.full();
            let on = roll.get(child).unwrap();
            let mut listed: Vec<String> = facts
                .contacts
                .iter()
                .map(|listed| {
                    let contact = self.contact_now(&listed.contact).0;
                    let facts = contact.unwrap_or_else(|| unreachable!("{name} has a contact who is none"));
                    assert!(facts.children.contains(child), "{name}'s contact does not know them");
                    let e_mail = facts.e_mail.as_ref().map(|e_mail| e_mail.reveal().as_str()).unwrap_or_default();
                    format!("{} {} {}", facts.name.reveal(), listed.parental_responsibility, e_mail)
                })
                .collect();
            listed.sort();
            assert_eq!(on.left, held.left().is_some(), "{name} on the roll");
            let flags = self.flags_of(child);
            said.push(format!("{name} {} {} {flags:?} {listed:?}", on.class.reveal(), on.left));
        }
        said.sort();
        for address in addresses {
            said.push(format!("{address}: {}", self.whose(address).len()));
        }
        said.join("\n")
    }
}
