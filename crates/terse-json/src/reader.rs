//! Serde's way in.

use std::borrow::Cow;

use serde::{
    Deserializer,
    de::{Visitor, value::StrDeserializer},
    forward_to_deserialize_any,
};

use crate::{
    NotThisForm,
    access::{Members, Variant},
    text::Text,
};

/// Reads one value.
pub(crate) struct Reader<'de> {
    pub(crate) text: Text<'de>,
}

impl<'de> Reader<'de> {
    pub(crate) const fn new(json: &'de str) -> Self {
        Self { text: Text::new(json) }
    }

    /// Nothing follows.
    pub(crate) fn end(&mut self) -> Result<(), NotThisForm> {
        if self.text.peek().is_none() { Ok(()) } else { Err(NotThisForm) }
    }

    pub(crate) fn boolean(&mut self) -> Result<bool, NotThisForm> {
        let is_true = self.text.peek() == Some(b't');
        self.text.word(if is_true { "true" } else { "false" })?;
        Ok(is_true)
    }
}

pub(crate) fn visit_number<'de, V: Visitor<'de>>(number: &str, visitor: V) -> Result<V::Value, NotThisForm> {
    // `-0` is a fraction to whoever keeps its sign.
    if number == "-0" {
        return Err(NotThisForm);
    }
    if number.starts_with('-') {
        visitor.visit_i64(number.parse().map_err(|_| NotThisForm)?)
    } else {
        visitor.visit_u64(number.parse().map_err(|_| NotThisForm)?)
    }
}

pub(crate) fn visit_text<'de, V: Visitor<'de>>(text: Cow<'de, str>, visitor: V) -> Result<V::Value, NotThisForm> {
    match text {
        Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
        Cow::Owned(text) => visitor.visit_string(text),
    }
}

macro_rules! read {
    ($($method:ident => $read:expr),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThisForm> {
            let read: fn(Self, V) -> Result<V::Value, NotThisForm> = $read;
            read(self, visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = NotThisForm;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThisForm> {
        match self.text.peek() {
            Some(b'"') => self.deserialize_str(visitor),
            Some(b'{') => self.deserialize_map(visitor),
            Some(b'[') => self.deserialize_seq(visitor),
            Some(b't' | b'f') => self.deserialize_bool(visitor),
            Some(b'n') => self.deserialize_unit(visitor),
            _ => self.deserialize_u64(visitor),
        }
    }

    read! {
        deserialize_bool => |reader, visitor| visitor.visit_bool(reader.boolean()?),
        deserialize_u64 => |reader, visitor| visit_number(reader.text.number()?, visitor),
        deserialize_str => |reader, visitor| visit_text(reader.text.string()?, visitor),
        deserialize_unit => |reader, visitor| {
            reader.text.word("null")?;
            visitor.visit_unit()
        },
        deserialize_ignored_any => |reader, visitor| {
            reader.text.skip()?;
            visitor.visit_unit()
        },
        deserialize_seq => |reader, visitor| {
            reader.text.open(b'[')?;
            let value = visitor.visit_seq(Members::of(reader))?;
            reader.text.close(b']')?;
            Ok(value)
        },
        deserialize_map => |reader, visitor| {
            reader.text.open(b'{')?;
            let value = visitor.visit_map(Members::of(reader))?;
            reader.text.close(b'}')?;
            Ok(value)
        },
        deserialize_i8 => |reader, visitor| reader.deserialize_u64(visitor),
        deserialize_i16 => |reader, visitor| reader.deserialize_u64(visitor),
        deserialize_i32 => |reader, visitor| reader.deserialize_u64(visitor),
        deserialize_i64 => |reader, visitor| reader.deserialize_u64(visitor),
        deserialize_u8 => |reader, visitor| reader.deserialize_u64(visitor),
        deserialize_u16 => |reader, visitor| reader.deserialize_u64(visitor),
        deserialize_u32 => |reader, visitor| reader.deserialize_u64(visitor),
        deserialize_char => |reader, visitor| reader.deserialize_str(visitor),
        deserialize_string => |reader, visitor| reader.deserialize_str(visitor),
        deserialize_identifier => |reader, visitor| reader.deserialize_str(visitor),
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotThisForm> {
        if self.text.peek() == Some(b'n') {
            self.text.word("null")?;
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, NotThisForm> {
        if name == crate::raw::NAME {
            return visitor.visit_borrowed_str(self.text.raw()?);
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotThisForm> {
        self.deserialize_map(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, NotThisForm> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, NotThisForm> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, NotThisForm> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotThisForm> {
        if self.text.peek() == Some(b'"') {
            let name = self.text.string()?;
            return visitor.visit_enum(StrDeserializer::new(&name));
        }
        self.text.open(b'{')?;
        let value = visitor.visit_enum(Variant(self))?;
        self.text.close(b'}')?;
        Ok(value)
    }

    // Bytes are arrays of numbers, as `serde_json` writes them; fractions and very long numbers do not occur.
    forward_to_deserialize_any! { f32 f64 i128 u128 bytes byte_buf }
}
