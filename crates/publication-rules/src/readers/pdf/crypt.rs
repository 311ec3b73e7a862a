//! The standard security handler with the empty password (ISO 32000-2 7.6): what every viewer opens without asking.

use std::rc::Rc;

use aes::{Aes128, Aes256};
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyInit, KeyIvInit, StreamCipher, block_padding::NoPadding};
use md5::Md5;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::{
    objects::Objects,
    syntax::{Dict, Object},
};

/// What a password is filled up with; the whole of it for the empty one.
#[rustfmt::skip]
const PADDING: [u8; 32] = [
    0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08,
    0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    Plain,
    Rc4,
    Aes128,
    Aes256,
}

/// A file's key and what it is used with.
pub(super) struct Cipher {
    key: Vec<u8>,
    for_strings: Method,
    for_streams: Method,
    metadata: bool,
}

impl Cipher {
    /// The cipher that an encryption dictionary describes; `None` where the empty password does not open it, or it is not known.
    pub(super) fn open(objects: &Objects<'_>, dict: &Dict) -> Option<Self> {
        if objects.entry(dict, b"Filter").and_then(Object::name) != Some(b"Standard") {
            return None;
        }
        let number = |key: &[u8]| objects.entry(dict, key).and_then(Object::number);
        let text = |key: &[u8]| match objects.entry(dict, key) {
            Some(Object::Text(text)) => Some(text.as_slice()),
            _ => None,
        };
        let (version, revision) = (number(b"V")? as u32, number(b"R")? as u32);
        let metadata = objects.entry(dict, b"EncryptMetadata") != Some(&Object::Bool(false));
        let length = number(b"Length").map_or(5, |bits| (bits as usize / 8).clamp(5, 16));
        let method = |key: &[u8]| {
            let name = objects.entry(dict, key).and_then(Object::name).unwrap_or(b"Identity");
            let filter = objects.entry_dict(dict, b"CF").and_then(|filters| objects.entry_dict(filters, name));
            match filter.and_then(|filter| objects.entry(filter, b"CFM")).and_then(Object::name) {
                _ if name == b"Identity" => Some(Method::Plain),
                Some(b"V2") => Some(Method::Rc4),
                Some(b"AESV2") => Some(Method::Aes128),
                Some(b"AESV3") => Some(Method::Aes256),
                Some(b"None") | None => Some(Method::Plain),
                _ => None,
            }
        };
        let (for_strings, for_streams) = match version {
            1 | 2 => (Method::Rc4, Method::Rc4),
            4 | 5 => (method(b"StrF")?, method(b"StmF")?),
            _ => return None,
        };
        let (owner, user) = (text(b"O")?, text(b"U")?);
        let key = if revision >= 5 {
            file_key(user, text(b"UE")?, revision)?
        } else {
            let length = match (version, revision) {
                (_, 2) => 5,
                (4, _) => 16,
                _ => length,
            };
            let permissions = (number(b"P")? as i64 as u32).to_le_bytes();
            legacy_key(owner, permissions, &objects.id, user, revision, length, metadata)?
        };
        Some(Self { key, for_strings, for_streams, metadata })
    }

    /// An object with its strings decrypted.
    pub(super) fn strings(&self, object: Object, number: u32, generation: u32) -> Object {
        match object {
            Object::Text(text) => Object::Text(self.decrypt(self.for_strings, &text, number, generation)),
            Object::Array(items) => {
                let items = Rc::unwrap_or_clone(items).into_iter();
                Object::Array(Rc::new(items.map(|item| self.strings(item, number, generation)).collect()))
            }
            Object::Dict(dict) => {
                let entries = Rc::unwrap_or_clone(dict).0.into_iter();
                Object::Dict(Rc::new(Dict(
                    entries.map(|(key, value)| (key, self.strings(value, number, generation))).collect(),
                )))
            }
            other => other,
        }
    }

    /// A stream's bytes decrypted.
    pub(super) fn stream(&self, bytes: &[u8], number: u32, generation: u32, metadata: bool) -> Vec<u8> {
        let method = if metadata && !self.metadata { Method::Plain } else { self.for_streams };
        self.decrypt(method, bytes, number, generation)
    }

    fn decrypt(&self, method: Method, data: &[u8], number: u32, generation: u32) -> Vec<u8> {
        let key = || {
            let mut hash = Md5::new();
            hash.update(&self.key);
            hash.update(&number.to_le_bytes()[..3]);
            hash.update(&generation.to_le_bytes()[..2]);
            if method == Method::Aes128 {
                hash.update(b"sAlT");
            }
            let mut key = hash.finalize().to_vec();
            key.truncate((self.key.len() + 5).min(16));
            key
        };
        match method {
            Method::Plain => data.to_vec(),
            Method::Rc4 => rc4(&key(), data),
            Method::Aes128 => {
                aes_blocks(data, |iv| cbc::Decryptor::<Aes128>::new_from_slices(&key(), iv).ok()).unwrap_or_default()
            }
            Method::Aes256 => {
                aes_blocks(data, |iv| cbc::Decryptor::<Aes256>::new_from_slices(&self.key, iv).ok()).unwrap_or_default()
            }
        }
    }
}

fn rc4(key: &[u8], data: &[u8]) -> Vec<u8> {
    let mut data = data.to_vec();
    if let Ok(mut cipher) = rc4::Rc4::new_from_slice(key) {
        cipher.apply_keystream(&mut data);
    }
    data
}

/// Decrypts what begins with its initialisation vector and ends in padding; damaged padding stays.
fn aes_blocks<D: BlockModeDecrypt>(data: &[u8], decryptor: impl FnOnce(&[u8]) -> Option<D>) -> Option<Vec<u8>> {
    let (iv, body) = data.split_at_checked(16)?;
    let mut body = body.get(..body.len() / 16 * 16)?.to_vec();
    decryptor(iv)?.decrypt_padded::<NoPadding>(&mut body).ok()?;
    let padding = body.last().copied().map_or(0, usize::from);
    if (1..=16).contains(&padding) {
        body.truncate(body.len() - padding);
    }
    Some(body)
}

/// Revisions 2 to 4 (algorithms 2, 4 and 5).
fn legacy_key(
    owner: &[u8],
    permissions: [u8; 4],
    id: &[u8],
    user: &[u8],
    revision: u32,
    length: usize,
    metadata: bool,
) -> Option<Vec<u8>> {
    let mut hash = Md5::new();
    hash.update(PADDING);
    hash.update(owner.get(..32)?);
    hash.update(permissions);
    hash.update(id);
    if revision >= 4 && !metadata {
        hash.update([0xff; 4]);
    }
    let mut key = hash.finalize().to_vec();
    if revision >= 3 {
        for _ in 0..50 {
            key = Md5::digest(key.get(..length)?).to_vec();
        }
    }
    key.truncate(length);
    let expected = if revision == 2 {
        rc4(&key, &PADDING)
    } else {
        let mut hash = Md5::new();
        hash.update(PADDING);
        hash.update(id);
        (0..20_u8).fold(hash.finalize().to_vec(), |data, round| {
            let key: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
            rc4(&key, &data)
        })
    };
    (user.get(..expected.len())? == expected).then_some(key)
}

/// Revisions 5 and 6 (algorithm 2.A): the file's key is sealed under the password's hash.
fn file_key(user: &[u8], sealed: &[u8], revision: u32) -> Option<Vec<u8>> {
    let hash = |salt: &[u8]| if revision == 5 { Some(Sha256::digest(salt).to_vec()) } else { hardened(salt) };
    if hash(user.get(32..40)?)? != user.get(..32)? {
        return None;
    }
    let mut key = sealed.get(..32)?.to_vec();
    let decryptor = cbc::Decryptor::<Aes256>::new_from_slices(&hash(user.get(40..48)?)?, &[0; 16]).ok()?;
    decryptor.decrypt_padded::<NoPadding>(&mut key).ok()?;
    Some(key)
}

/// Algorithm 2.B, for the empty user password.
fn hardened(salt: &[u8]) -> Option<Vec<u8>> {
    let mut key = Sha256::digest(salt).to_vec();
    for round in 0..512_usize {
        let mut block = key.repeat(64);
        let length = block.len();
        let encryptor = cbc::Encryptor::<Aes128>::new_from_slices(key.get(..16)?, key.get(16..32)?).ok()?;
        encryptor.encrypt_padded::<NoPadding>(&mut block, length).ok()?;
        let sum: u32 = block.iter().take(16).map(|byte| u32::from(*byte)).sum();
        key = match sum % 3 {
            0 => Sha256::digest(&block).to_vec(),
            1 => Sha384::digest(&block).to_vec(),
            _ => Sha512::digest(&block).to_vec(),
        };
        let last = block.last().copied().map_or(0, usize::from);
        if round >= 63 && last + 32 <= round + 1 {
            break;
        }
    }
    key.truncate(32);
    Some(key)
}
