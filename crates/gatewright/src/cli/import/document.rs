//! Users out of one JSON document, of which only one user is in memory.

use std::io::Read;

use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::value::RawValue;

use crate::cli::import::record::Raw;
use crate::cli::import::source::Output;

/// An array of objects, or an object with the array `users`.
pub(super) fn read(input: impl Read, output: &Output<'_>) -> Result<(), String> {
    let mut reader = serde_json::Deserializer::from_reader(input);
    let read = Document { output }.deserialize(&mut reader).and_then(|()| reader.end());
    // Without the text of the file, which holds hashes.
    read.map_err(|error| match error.classify() {
        serde_json::error::Category::Data | serde_json::error::Category::Io => error.to_string(),
        _ => format!("the file is no JSON from line {} on", error.line()),
    })
}

struct Document<'a> {
    output: &'a Output<'a>,
}

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an array of users, or an object with the array `users`")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<(), A::Error> {
        Users { output: self.output, inside: false }.visit_seq(elements)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut found = false;
        let measure = &self.output.measure;
        loop {
            // Only names are kept, so that only they need a bound.
            measure.record.set(0);
            measure.bounded.set(true);
            let Some(name) = members.next_key::<String>()? else { break };
            measure.bounded.set(false);
            if name == "users" {
                found = true;
                members.next_value_seed(Users { output: self.output, inside: true })?;
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        match found {
            true => Ok(()),
            false => Err(A::Error::custom("the file has no array `users`")),
        }
    }
}

struct Users<'a> {
    output: &'a Output<'a>,
    /// In an object.
    inside: bool,
}

impl<'de> DeserializeSeed<'de> for Users<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Users<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an array of users")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        let measure = &self.output.measure;
        measure.record.set(0);
        measure.bounded.set(true);
        while let Some(raw) = elements.next_element::<Box<RawValue>>()? {
            if !self.output.send(measure.last.get() + 1, Raw::Element(raw, self.inside)) {
                return Err(A::Error::custom("nobody takes the users"));
            }
        }
        measure.bounded.set(false);
        Ok(())
    }
}
