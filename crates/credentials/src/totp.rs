//! One-time codes that change every half minute (RFC 6238, over RFC 4226).

use base32ct::{Base32UpperUnpadded, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use school_types::{Redacted, Timestamp};
use sha1::Sha1;
use vault::{RandomError, random, same};

/// The seconds of a step. Authenticator apps leave no choice, nor of digits or hash: several ignore what else a secret asks for.
const STEP: i64 = 30;
/// How many steps before and after the present one count: clocks differ, and people type slowly (RFC 6238 section 5.2).
const AROUND: i64 = 1;
/// The bytes of a secret: as long as the hash (RFC 4226 section 4, R6).
const SECRET: usize = 20;

/// What an authenticator app and we share.
///
/// The code is made here, from RustCrypto's HMAC and SHA-1, because whoever accepts one has to know the step it belongs to,
/// which a yes or no does not tell.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret(Redacted<Vec<u8>>);

/// Whether bytes have a secret's length.
pub const fn is_totp_secret(bytes: &[u8]) -> bool {
    bytes.len() == SECRET
}

impl TotpSecret {
    /// A new secret.
    ///
    /// # Errors
    /// [`RandomError`].
    pub fn generate() -> Result<Self, RandomError> {
        Ok(Self(Redacted::new(random::<SECRET>()?.to_vec())))
    }

    /// A secret that was kept.
    pub const fn kept(bytes: Redacted<Vec<u8>>) -> Self {
        Self(bytes)
    }

    /// Its bytes, to keep.
    pub fn bytes(&self) -> Redacted<Vec<u8>> {
        self.0.clone()
    }

    /// The secret as people type it into an app, in base 32 (RFC 4648 section 6), in groups of four.
    pub fn grouped(&self) -> String {
        let text = self.base32();
        let groups = text.as_bytes().chunks(4).map(String::from_utf8_lossy);
        groups.collect::<Vec<_>>().join(" ")
    }

    /// What an app reads from a picture: whose codes these are, and the secret. `issuer` is the school's name, `account` what one
    /// signs in with.
    pub fn uri(&self, issuer: &str, account: &str) -> Redacted<String> {
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let (issuer, account, secret) = (encoded(issuer), encoded(account), self.base32());
        Redacted::new(format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}"))
    }

    /// The code at a time, as an app shows it.
    pub fn code_at(&self, now: Timestamp) -> String {
        let digits = self.code(step_at(now));
        digits.iter().copied().map(char::from).collect()
    }

    /// The step whose code `typed` is, of the present one and its neighbours. It takes as long whichever it is, and if none.
    pub fn step_of(&self, typed: &str, now: Timestamp) -> Option<u64> {
        let present = step_at(now);
        let mut found = None;
        for step in present - AROUND..=present + AROUND {
            if same(&self.code(step), typed.as_bytes()) {
                found = u64::try_from(step).ok();
            }
        }
        found
    }

    fn base32(&self) -> String {
        Base32UpperUnpadded::encode_string(self.0.reveal())
    }

    /// RFC 4226 section 5.3.
    fn code(&self, step: i64) -> [u8; 6] {
        // HMAC takes a key of any length.
        let Ok(mut mac) = <Hmac<Sha1> as KeyInit>::new_from_slice(self.0.reveal()) else { return [0; 6] };
        mac.update(&step.to_be_bytes());
        let hash = mac.finalize().into_bytes();
        let offset = usize::from(hash[hash.len() - 1] & 0xf);
        let mut four = [0; 4];
        four.copy_from_slice(&hash[offset..offset + 4]);
        let mut rest = u32::from_be_bytes(four) & 0x7fff_ffff;
        let mut digits = [b'0'; 6];
        for digit in digits.iter_mut().rev() {
            *digit += (rest % 10) as u8;
            rest /= 10;
        }
        digits
    }
}

fn step_at(now: Timestamp) -> i64 {
    now.as_second().div_euclid(STEP)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    fn of_the_rfc() -> TotpSecret {
        TotpSecret::kept(Redacted::new(b"12345678901234567890".to_vec()))
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238 appendix B, the last six of its eight digits.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(of_the_rfc().code_at(at(seconds)), code);
        }
    }

    #[test]
    fn a_clock_may_differ_by_one_step_and_no_more() {
        let secret = of_the_rfc();
        let code = secret.code_at(at(1_234_567_890));
        for (seconds, counts) in [(-31, false), (-30, true), (0, true), (29, true), (59, true), (60, false)] {
            let now = at(1_234_567_890 + seconds);
            let step = secret.step_of(&code, now);
            assert_eq!(step, counts.then_some(41_152_263), "{seconds}");
        }
    }

    #[test]
    fn an_app_reads_whose_codes_these_are() {
        let secret = of_the_rfc();
        assert_eq!(secret.grouped(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        let uri = secret.uri("St Anne’s: Infants & Juniors", "ann@st-anne.example.org").into_inner();
        assert_eq!(
            uri,
            "otpauth://totp/St%20Anne%E2%80%99s%3A%20Infants%20%26%20Juniors:ann%40st%2Danne%2Eexample%2Eorg\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=St%20Anne%E2%80%99s%3A%20Infants%20%26%20Juniors"
        );
    }

    proptest! {
        #[test]
        fn a_code_is_accepted_at_its_own_time(bytes in prop::collection::vec(any::<u8>(), 20), seconds in 0..4_000_000_000i64) {
            let secret = TotpSecret::kept(Redacted::new(bytes));
            let step = secret.step_of(&secret.code_at(at(seconds)), at(seconds));
            prop_assert!(step.is_some());
        }

        #[test]
        fn nothing_typed_makes_it_panic(typed in "\\PC{0,20}") {
            of_the_rfc().step_of(&typed, at(0));
        }
    }
}
