use proptest::prelude::*;
use school_types::SchoolId;

use super::*;
use crate::Domain;

const KEY: &str = "elm-street/permission/0123456789abcdef/1";

fn elm() -> SchoolId {
    "elm-street".parse().unwrap()
}

fn key(byte: u8) -> MasterKey {
    MasterKey::from_bytes([byte; 32])
}

fn hex(text: &str) -> Vec<u8> {
    base16ct::lower::decode_vec(text).unwrap()
}

#[test]
fn the_cipher_is_the_one_of_the_xchacha_draft() {
    // draft-irtf-cfrg-xchacha-03, appendix A.3.1.
    let key = hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    let nonce: [u8; 24] = hex("404142434445464748494a4b4c4d4e4f5051525354555657").try_into().unwrap();
    let plaintext = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, \
                      sunscreen would be it.";
    let aad = hex("50515253c0c1c2c3c4c5c6c7");
    let sealed = XChaCha20Poly1305::new_from_slice(&key)
        .unwrap()
        .encrypt(&XNonce::from(nonce), Payload { msg: plaintext, aad: &aad })
        .unwrap();
    let expected = "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39\
                    ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9\
                    21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49";
    assert_eq!(base16ct::lower::encode_string(&sealed), expected);
}

#[test]
fn hmac_is_the_one_of_rfc_4231() {
    // RFC 4231, test case 2; the key padded as RFC 2104 says, as `blind` does.
    let mut block = [0; 64];
    block[..4].copy_from_slice(b"Jefe");
    let mut mac = <Hmac<Sha256> as KeyInit>::new((&block).into());
    mac.update(b"what do ya want for nothing?");
    let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    assert_eq!(base16ct::lower::encode_string(&mac.finalize().into_bytes()), expected);
}

#[test]
fn a_value_sealed_yesterday_still_opens() {
    let vault = Vault::new(key(7), None);
    let elm = elm();
    let scope = Scope::school(&elm, Domain::Permission);
    let sealed = vault.seal_with_nonce(&scope, KEY, b"agree", [9; 24]).unwrap();
    // If this changes, nothing stored before opens any more.
    assert_eq!(base16ct::lower::encode_string(&sealed), SEALED);
    assert_eq!(vault.open(&scope, KEY, &hex(SEALED)).unwrap(), b"agree");
    assert_eq!(base16ct::lower::encode_string(&vault.blind(&scope, "address", b"parent@example.org")), BLIND);
}

// Computed by another implementation, from the layout in `Vault`'s documentation and:
// master = HKDF-Extract-SHA-256(salt "schoolgate vault 2", ikm 07*32); key id = HKDF-Expand(master, "key id\0\0")[..4]
// domain = HKDF-Extract(the same salt, HKDF-Expand(master, "domain\0permission\0"))
// seal key = HKDF-Expand(domain, "seal\0elm-street\0"); associated data = the store key
// blind = HMAC-SHA-256 under HKDF-Expand(domain, "blind\0elm-street\0address")
const SEALED: &str =
    "6ebbe60509090909090909090909090909090909090909090909090926d8df282e34855b3d0a23f4eab3301212bdb55672";
const BLIND: &str = "5c835125d3c4528a4ed29716c3693a96a83c00b0e577147a91b116649f19491d";

#[test]
fn the_previous_key_opens_and_the_current_one_seals() {
    let elm = elm();
    let scope = Scope::school(&elm, Domain::People);
    let old = Vault::new(key(1), None);
    let changing = Vault::new(key(2), Some(key(1)));
    let changed = Vault::new(key(2), None);
    let before = old.seal(&scope, KEY, b"Ada").unwrap();
    let after = changing.seal(&scope, KEY, b"Ada").unwrap();
    assert_eq!(changing.open(&scope, KEY, &before).unwrap(), b"Ada");
    assert_eq!(changing.open(&scope, KEY, &after).unwrap(), b"Ada");
    assert_eq!(changed.open(&scope, KEY, &after).unwrap(), b"Ada");
    assert_eq!(changed.open(&scope, KEY, &before), Err(OpenError::UnknownKey));
    assert_eq!(old.open(&scope, KEY, &after), Err(OpenError::UnknownKey));
}

#[test]
fn a_blind_index_is_found_while_keys_are_being_changed() {
    let scope = Scope::installation(Domain::Index);
    let old = Vault::new(key(1), None);
    let changing = Vault::new(key(2), Some(key(1)));
    let before = old.blind(&scope, "address", b"parent@example.org");
    assert_ne!(changing.blind(&scope, "address", b"parent@example.org"), before);
    assert_eq!(changing.blind_previous(&scope, "address", b"parent@example.org"), Some(before));
    assert_eq!(old.blind_previous(&scope, "address", b"parent@example.org"), None);
}

#[test]
fn a_value_moved_anywhere_else_does_not_open() {
    let vault = Vault::new(key(1), None);
    let (elm, oak) = (elm(), "oak-lane".parse().unwrap());
    let scope = Scope::school(&elm, Domain::People);
    let sealed = vault.seal(&scope, KEY, b"Ada").unwrap();
    for (scope, key) in [
        (scope, "elm-street/permission/0123456789abcdef/2"),
        (Scope::school(&oak, Domain::People), KEY),
        (Scope::school(&elm, Domain::Permission), KEY),
        (Scope::installation(Domain::People), KEY),
    ] {
        assert_eq!(vault.open(&scope, key, &sealed), Err(OpenError::NotAuthentic));
    }
}

#[test]
fn the_same_text_is_never_sealed_alike_twice_and_nothing_of_it_shows() {
    let vault = Vault::new(key(1), None);
    let scope = Scope::installation(Domain::Letters);
    let text = b"Ada Lovelace";
    let one = vault.seal(&scope, KEY, text).unwrap();
    let other = vault.seal(&scope, KEY, text).unwrap();
    assert_ne!(one, other);
    assert_eq!(one.len(), text.len() + Vault::OVERHEAD);
    assert!(!one.windows(3).any(|w| w == b"Ada" || w == b"ace"));
}

#[test]
fn hashes_for_two_uses_cannot_be_compared() {
    let vault = Vault::new(key(1), None);
    let scope = Scope::installation(Domain::SignIn);
    let index = vault.blind(&scope, "address", b"parent@example.org");
    assert_ne!(index, vault.blind(&scope, "bucket", b"parent@example.org"));
    assert_ne!(index, vault.blind(&Scope::installation(Domain::Index), "address", b"parent@example.org"));
    assert!(same(&index, &vault.blind(&scope, "address", b"parent@example.org")));
    assert!(!same(&index, &index[..31]));
}

#[test]
fn debug_shows_no_key() {
    assert_eq!(format!("{:?}", Vault::new(key(1), Some(key(2)))), "Vault([redacted])");
}

proptest! {
    #[test]
    fn what_is_sealed_opens_to_the_same(plaintext in proptest::collection::vec(any::<u8>(), 0..300), place in ".{0,60}") {
        let vault = Vault::new(key(3), None);
        let scope = Scope::installation(Domain::Form);
        let sealed = vault.seal(&scope, &place, &plaintext).unwrap();
        prop_assert_eq!(vault.open(&scope, &place, &sealed).unwrap(), plaintext);
    }

    #[test]
    fn no_change_and_no_cut_goes_unnoticed(
        plaintext in proptest::collection::vec(any::<u8>(), 0..100),
        cut in any::<prop::sample::Index>(),
        flip in any::<prop::sample::Index>(),
        bit in 0..8_u8,
    ) {
        let vault = Vault::new(key(3), Some(key(4)));
        let scope = Scope::installation(Domain::Form);
        let sealed = vault.seal(&scope, KEY, &plaintext).unwrap();
        let kept = cut.index(sealed.len());
        prop_assert!(vault.open(&scope, KEY, &sealed[..kept]).is_err());
        let mut changed = sealed;
        let place = flip.index(changed.len());
        changed[place] ^= 1 << bit;
        prop_assert!(vault.open(&scope, KEY, &changed).is_err());
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let vault = Vault::new(key(3), Some(key(4)));
        prop_assert!(vault.open(&Scope::installation(Domain::Form), KEY, &bytes).is_err());
    }
}

#[test]
fn what_is_found_by_a_keyed_hash_is_still_found_after_the_master_key_has_changed() {
    let key = |byte| MasterKey::from_bytes([byte; 32]);
    let before = Vault::new(key(1), None).with_index_key(key(9));
    let after = Vault::new(key(2), Some(key(1))).with_index_key(key(9));
    let scope = Scope::installation(Domain::Index);
    assert_eq!(before.blind(&scope, "e-mail", b"a@example.org"), after.blind(&scope, "e-mail", b"a@example.org"));
    assert_eq!(after.blind_previous(&scope, "e-mail", b"a@example.org"), None);
    let other = Vault::new(key(1), None).with_index_key(key(8));
    assert_ne!(before.blind(&scope, "e-mail", b"a@example.org"), other.blind(&scope, "e-mail", b"a@example.org"));
    let sealed = before.seal(&scope, "_/index/x", b"kept").unwrap();
    assert_eq!(after.open(&scope, "_/index/x", &sealed).unwrap(), b"kept");
}
