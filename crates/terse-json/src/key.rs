//! The keys of objects: strings, and whatever is written as one.

use std::borrow::Cow;

use serde::{
    Deserializer,
    de::{Visitor, value::StrDeserializer},
    forward_to_deserialize_any,
};

use crate::{
    NotThisForm,
    reader::{visit_number, visit_text},
};

/// A key. Numbers stand in quotation marks (RFC 8259 section 4).
pub(crate) struct Key<'de>(pub(crate) Cow<'de, str>);

macro_rules! number {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThisForm> {
            // Only as a number is written: `+1` and `01` are other keys.
            let digits = self.0.strip_prefix('-').unwrap_or(&self.0);
            let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
            if plain { visit_number(&self.0, visitor) } else { Err(NotThisForm) }
        }
    )*};
}

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = NotThisForm;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThisForm> {
        visit_text(self.0, visitor)
    }

    number! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThisForm> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, NotThisForm> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotThisForm> {
        visitor.visit_enum(StrDeserializer::new(&self.0))
    }

    forward_to_deserialize_any! {
        bool i128 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}
