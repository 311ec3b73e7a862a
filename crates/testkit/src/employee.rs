//! Staff who do not exist.

use clock::later;
use credentials::{Passphrase, TotpSecret};
use futures::executor::block_on;
use jiff::SignedDuration;
use records::{Credential, StaffFacts, staff_id};
use school_types::{OperationId, Redacted, Role, StaffId};

use crate::{
    Installation,
    installation::{must, school},
};

/// Somebody who works at a school, with all they sign in with.
#[derive(Clone, Debug)]
pub struct Employee {
    /// The school's slug.
    pub school: String,
    /// Their id.
    pub id: StaffId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub e_mail: String,
    /// Their passphrase.
    pub passphrase: &'static str,
    /// The secret on their telephone.
    pub totp_secret: Vec<u8>,
    /// Their recovery codes.
    pub recovery_codes: Vec<String>,
}

/// What every one of them chose: it makes tests no weaker, and shorter.
pub const PASSPHRASE: &str = "four umbrellas in a thimble";

impl Employee {
    /// What their telephone shows now.
    pub fn code(&self, installation: &Installation) -> String {
        let secret = TotpSecret::kept(Redacted::new(self.totp_secret.clone()));
        secret.code_at(installation.clock.now())
    }

    /// What it shows `seconds` later.
    pub fn code_in(&self, installation: &Installation, seconds: i64) -> String {
        let secret = TotpSecret::kept(Redacted::new(self.totp_secret.clone()));
        secret.code_at(later(installation.clock.now(), SignedDuration::from_secs(seconds)))
    }
}

impl Installation {
    /// Lists somebody as staff, invited by nobody yet.
    pub fn list_employee(&self, slug: &str, name: &str, roles: &[Role]) -> Employee {
        let (school, forename) = (school(slug), name.split(' ').next().unwrap_or_default());
        let id = staff_id(self.records.vault(), &school, name);
        let e_mail = format!("{}@{slug}.example.org", forename.to_lowercase());
        let facts = StaffFacts {
            name: Redacted::new(name.to_owned()),
            e_mail: Redacted::new(e_mail.clone()),
            roles: roles.to_vec(),
            classes: Vec::new(),
        };
        must(block_on(self.records.list_staff(&school, &[(id.clone(), facts)])));
        Employee {
            school: slug.to_owned(),
            id,
            name: name.to_owned(),
            e_mail,
            passphrase: PASSPHRASE,
            totp_secret: Vec::new(),
            recovery_codes: Vec::new(),
        }
    }

    /// The code of an invitation just made for somebody.
    pub fn invite_employee(&self, employee: &Employee, reset: bool) -> String {
        let school = school(&employee.school);
        let operation = OperationId::from_bytes(must(vault::random()));
        must(block_on(self.records.invite_staff(&school, &employee.id, reset, &operation)));
        self.records.invitation_code(&school, &operation).grouped()
    }

    /// Lists somebody as staff who has set their account up.
    pub fn employ(&self, slug: &str, name: &str, roles: &[Role]) -> Employee {
        let mut employee = self.list_employee(slug, name, roles);
        let code = must(self.invite_employee(&employee, false).parse());
        let (school, records) = (school(slug), &self.records);
        let operation = OperationId::from_bytes(must(vault::random()));
        let codes = records.recovery_codes(&school, &employee.id, &operation);
        let totp_secret = must(TotpSecret::generate()).bytes();
        let credential = Credential {
            passphrase: must(Passphrase::typed(PASSPHRASE).hash()),
            totp_secret: totp_secret.clone(),
            recovery: codes.iter().map(|code| records.recovery_hash(&school, &employee.id, code)).collect(),
        };
        must(block_on(records.set_up_staff(&school, &employee.id, credential, &code, &operation)));
        employee.totp_secret = totp_secret.into_inner();
        employee.recovery_codes = codes.iter().map(vault::LetterCode::grouped).collect();
        employee
    }
}
