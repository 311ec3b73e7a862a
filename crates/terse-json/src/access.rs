//! The members of arrays and objects, and the variants of enums.

use serde::de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use crate::{NotThisForm, key::Key, reader::Reader};

/// The members of the array or object the reader is in.
pub(crate) struct Members<'r, 'de> {
    reader: &'r mut Reader<'de>,
    first: bool,
}

impl<'r, 'de> Members<'r, 'de> {
    pub(crate) const fn of(reader: &'r mut Reader<'de>) -> Self {
        Self { reader, first: true }
    }
}

impl<'de> SeqAccess<'de> for Members<'_, 'de> {
    type Error = NotThisForm;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, NotThisForm> {
        if self.reader.text.next(&mut self.first, b']')? {
            return seed.deserialize(&mut *self.reader).map(Some);
        }
        Ok(None)
    }
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = NotThisForm;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, NotThisForm> {
        if self.reader.text.next(&mut self.first, b'}')? {
            return seed.deserialize(Key(self.reader.text.string()?)).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, NotThisForm> {
        self.reader.text.expect(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

/// A variant with something in it: an object of one member.
pub(crate) struct Variant<'r, 'de>(pub(crate) &'r mut Reader<'de>);

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = NotThisForm;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), NotThisForm> {
        let name = seed.deserialize(Key(self.0.text.string()?))?;
        self.0.text.expect(b':')?;
        Ok((name, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = NotThisForm;

    fn unit_variant(self) -> Result<(), NotThisForm> {
        self.0.text.word("null")
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, NotThisForm> {
        seed.deserialize(self.0)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, NotThisForm> {
        serde::Deserializer::deserialize_seq(self.0, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, NotThisForm> {
        serde::Deserializer::deserialize_map(self.0, visitor)
    }
}
