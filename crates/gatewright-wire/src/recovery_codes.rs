//! Recovery codes as one text column keeps them: a comma list, each code plain or a Fernet token.

use std::fmt;

use crate::digest::constant_time_eq;
use crate::fernet::Multi;
use crate::{Result, lists};

/// Reads and writes the column. Debug shows no code and no key.
///
/// ```
/// use gatewright_wire::recovery_codes::Column;
///
/// let column = Column::plain();
/// let text = column.write(&["08cb-4f70-5cbd", "b032-2efb-ddff"], 0)?;
/// assert_eq!(column.take(Some(&text), "08cb-4f70-5cbd", 0).as_deref(), Some("b032-2efb-ddff"));
/// # Ok::<(), gatewright_wire::Error>(())
/// ```
#[derive(Clone)]
pub struct Column {
    keys: Option<Multi>,
    life: Option<i64>,
}

impl Column {
    /// Codes are kept as they are.
    pub fn plain() -> Self {
        Self { keys: None, life: None }
    }

    /// Codes are encrypted; those older than `life` seconds are no longer read.
    pub fn encrypted(keys: Multi, life: Option<i64>) -> Self {
        Self { keys: Some(keys), life }
    }

    /// The codes that can be read, in order. What was written in the other way, by a forgotten key
    /// or too long ago is silently absent.
    pub fn read(&self, column: Option<&str>, now: i64) -> Vec<String> {
        lists::split(column).into_iter().filter_map(|entry| self.open(entry, now)).collect()
    }

    /// Writes a new set of codes.
    ///
    /// # Errors
    /// As [`Multi::encrypt`].
    pub fn write<S: AsRef<str>>(&self, codes: &[S], now: i64) -> Result<String> {
        let Some(keys) = &self.keys else { return Ok(lists::join(codes)) };
        let entries: Result<Vec<_>> =
            codes.iter().map(|code| keys.encrypt(code.as_ref().as_bytes(), now)).collect();
        Ok(lists::join(&entries?))
    }

    /// Uses a code up: the column without it, every other entry as it was; `None` if it is not
    /// among them. The comparison is exact.
    pub fn take(&self, column: Option<&str>, code: &str, now: i64) -> Option<String> {
        let mut entries = lists::split(column);
        let fits = |entry: &String| {
            self.open(entry.clone(), now)
                .is_some_and(|known| constant_time_eq(known.as_bytes(), code.as_bytes()))
        };
        let place = entries.iter().position(fits).filter(|_| !code.is_empty())?;
        entries.remove(place);
        Some(lists::join(&entries))
    }

    fn open(&self, entry: String, now: i64) -> Option<String> {
        match &self.keys {
            None => Some(entry),
            Some(keys) => String::from_utf8(keys.decrypt(&entry, self.life, now).ok()?).ok(),
        }
    }
}

impl fmt::Debug for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Column").field("encrypted", &self.keys.is_some()).finish_non_exhaustive()
    }
}
