//! The form of a record over which its fingerprint is taken.

use school_types::Fingerprint;
use serde::Serialize;

/// A record has no canonical form: a map with keys that are not text, or a number JSON does not have.
/// Carries nothing of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the record has no canonical JSON form")]
pub struct CanonicalError;

/// The canonical JSON of a record (RFC 8785): one sequence of bytes whatever wrote it, so that anyone can
/// recompute a receipt's fingerprint from the printed record without us.
pub fn canonical_json(record: &impl Serialize) -> Result<Vec<u8>, CanonicalError> {
    serde_json_canonicalizer::to_vec(record).map_err(|_| CanonicalError)
}

/// SHA-256 over the canonical JSON of a record.
pub fn fingerprint(record: &impl Serialize) -> Result<Fingerprint, CanonicalError> {
    canonical_json(record).map(|json| Fingerprint::of(&json))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_json_is_the_one_of_rfc_8785() {
        // RFC 8785, section 3.2.2 and its result in 3.2.4.
        let input = r#"{
            "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
            "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
            "literals": [null, true, false]
        }"#;
        let value: serde_json::Value = serde_json::from_str(input).unwrap();
        let canonical = String::from_utf8(canonical_json(&value).unwrap()).unwrap();
        let expected = "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
                        \"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";
        assert_eq!(canonical, expected);
    }

    #[test]
    fn keys_are_sorted_by_their_utf_16_units() {
        // RFC 8785, section 3.2.3.
        let input = r#"{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}"#;
        let value: serde_json::Value = serde_json::from_str(input).unwrap();
        let canonical = String::from_utf8(canonical_json(&value).unwrap()).unwrap();
        assert_eq!(canonical, "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{fb33}\":3}");
    }

    #[test]
    fn a_fingerprint_does_not_depend_on_the_order_of_fields() {
        let one = serde_json::json!({"purpose": "website-group", "answer": "agree"});
        let other: serde_json::Value =
            serde_json::from_str(r#"{ "answer": "agree", "purpose": "website-group" }"#).unwrap();
        assert_eq!(fingerprint(&one), fingerprint(&other));
        // printf '{"answer":"agree","purpose":"website-group"}' | sha256sum
        let by_hand = "39667e3227a0c397702baaa5a33b46920451216df07b51c18346a29dcceec20b";
        assert_eq!(fingerprint(&one).unwrap().as_str(), by_hand);
    }

    #[test]
    fn what_json_cannot_say_has_no_canonical_form() {
        assert_eq!(canonical_json(&std::collections::BTreeMap::from([([1_u8], 1)])), Err(CanonicalError));
    }
}
