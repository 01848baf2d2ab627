//! What payloads said the last time.
//!
//! Inflating and parsing takes ten times as long as checking the signature, and a browser sends the
//! same cookie with every request. Only payloads whose signature was just found to be good come
//! here, so that a stranger can neither look anything up nor push anything out.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Payload;
use crate::Result;

/// Sets of entries, each with a lock of its own; a power of two.
const SETS: usize = 512;
/// Entries of a set, the one used last in front.
const WAYS: usize = 4;
/// Larger payloads (bytes, as they travel and as JSON) are not kept: browsers do not either.
const LARGEST: usize = 4096;

/// A table of bounded size. Entries are without signature: nobody can sign in with one.
pub(super) struct Memo(Vec<Mutex<Vec<Entry>>>);

struct Entry {
    text: Box<str>,
    payload: Payload,
}

impl Default for Memo {
    fn default() -> Self {
        Self((0..SETS).map(|_| Mutex::default()).collect())
    }
}

impl Memo {
    /// The payload of a verified cookie: what is remembered for its text, or what `read` makes of
    /// it together with the length of its JSON.
    pub(super) fn get_or(
        &self,
        cookie: &str,
        text: &str,
        read: impl FnOnce() -> Result<(Payload, usize)>,
    ) -> Result<Payload> {
        let Some(set) = self.0.get(place(cookie)).filter(|_| text.len() <= LARGEST) else {
            return read().map(|(payload, _)| payload);
        };
        if let Some(payload) = find(&mut lock(set), text) {
            return Ok(payload);
        }
        // Not under the lock: another cookie of this set need not wait.
        let (payload, length) = read()?;
        if length <= LARGEST {
            let mut entries = lock(set);
            entries.truncate(WAYS - 1);
            entries.insert(0, Entry { text: text.into(), payload: payload.clone() });
        }
        Ok(payload)
    }
}

fn lock(set: &Mutex<Vec<Entry>>) -> MutexGuard<'_, Vec<Entry>> {
    set.lock().unwrap_or_else(PoisonError::into_inner)
}

fn find(entries: &mut [Entry], text: &str) -> Option<Payload> {
    let at = entries.iter().position(|entry| *entry.text == *text)?;
    entries.get_mut(..=at)?.rotate_right(1);
    entries.first().map(|entry| entry.payload.clone())
}

/// A signature is a hash that nobody can choose: its letters (six bits each) say which set.
fn place(cookie: &str) -> usize {
    let letters = cookie.bytes().rev().skip(1).take(4);
    letters.fold(0_usize, |sum, letter| sum.wrapping_mul(41).wrapping_add(letter.into())) % SETS
}

impl fmt::Debug for Memo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memo").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload(value: &str) -> Result<(Payload, usize)> {
        let mut payload = Payload::default();
        payload.set_str("key", value);
        Ok((payload, 10))
    }

    fn held(memo: &Memo) -> usize {
        memo.0.iter().map(|set| lock(set).len()).sum()
    }

    #[test]
    fn a_text_is_read_once() {
        let memo = Memo::default();
        let first = memo.get_or("signed", "text", || payload("a")).unwrap();
        let again = memo.get_or("signed", "text", || panic!("it is known")).unwrap();
        assert_eq!(first, again);
    }

    #[test]
    fn texts_of_one_set_are_not_mistaken_for_one_another() {
        let memo = Memo::default();
        memo.get_or("signed", "text", || payload("a")).unwrap();
        let other = memo.get_or("signed", "another", || payload("b")).unwrap();
        assert_eq!(other.get_str("key").as_deref(), Some("b"));
    }

    #[test]
    fn the_one_that_rested_longest_goes_first() {
        let memo = Memo::default();
        for text in ["a", "b", "c", "d", "a", "e"] {
            memo.get_or("signed", text, || payload(text)).unwrap();
        }
        assert_eq!(held(&memo), WAYS);
        memo.get_or("signed", "a", || panic!("it was used lately")).unwrap();
        let mut read = false;
        memo.get_or("signed", "b", || {
            read = true;
            payload("b")
        })
        .unwrap();
        assert!(read);
    }

    #[test]
    fn what_is_large_or_unreadable_is_not_kept() {
        let memo = Memo::default();
        memo.get_or("signed", &"x".repeat(LARGEST + 1), || payload("a")).unwrap();
        memo.get_or("signed", "text", || Ok((Payload::default(), LARGEST + 1))).unwrap();
        memo.get_or("signed", "text", || Err(crate::Error::Malformed)).unwrap_err();
        assert_eq!(held(&memo), 0);
    }

    #[test]
    fn a_change_stays_with_the_one_who_made_it() {
        let memo = Memo::default();
        let mut mine = memo.get_or("signed", "text", || payload("a")).unwrap();
        mine.set_str("key", "changed");
        let other = memo.get_or("signed", "text", || panic!("it is known")).unwrap();
        assert_eq!(other.get_str("key").as_deref(), Some("a"));
    }
}
