//! Which events somebody wants to hear of.

use crate::event::{Event, NAMES};

/// Names of events, in the order of the alphabet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Selection(Vec<&'static str>);

impl Selection {
    /// Reads names, `*` for all, and names with a minus for those that are left out; a later word
    /// wins. The error is the word that names no event.
    pub(crate) fn read(words: &[String]) -> Result<Self, &str> {
        let mut chosen = Vec::new();
        for word in words {
            let (name, wanted) = match word.strip_prefix('-') {
                Some(name) => (name, false),
                None => (word.as_str(), true),
            };
            let known = NAMES.iter().find(|known| **known == name);
            match known {
                None if name == "*" && wanted => chosen = NAMES.to_vec(),
                None => return Err(word),
                Some(name) => {
                    chosen.retain(|one| one != name);
                    chosen.extend(wanted.then_some(*name));
                }
            }
        }
        chosen.sort_unstable();
        Ok(Self(chosen))
    }

    pub(crate) fn wants(&self, event: &Event<'_>) -> bool {
        self.0.binary_search(&event.name()).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Vec<&'static str>, String> {
        let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
        Selection::read(&words).map(|chosen| chosen.0).map_err(str::to_owned)
    }

    #[test]
    fn later_words_win() {
        assert_eq!(read(&[]).unwrap(), [""; 0]);
        assert_eq!(read(&["*"]).unwrap(), NAMES);
        let some = read(&["user_confirmed", "account_locked", "user_confirmed"]).unwrap();
        assert_eq!(some, ["account_locked", "user_confirmed"]);
        let most = read(&["*", "-user_confirmed"]).unwrap();
        assert_eq!(most.len(), NAMES.len() - 1);
        assert_eq!(read(&["-user_confirmed", "*"]).unwrap(), NAMES);
        assert_eq!(read(&["*", "-user_confirmed", "user_confirmed"]).unwrap(), NAMES);
    }

    #[test]
    fn what_names_no_event_is_refused() {
        for bad in ["-*", "user_confirm", "", "-", "USER_CONFIRMED"] {
            assert_eq!(read(&["*", bad]), Err(bad.to_owned()));
        }
    }

    #[test]
    fn an_event_is_wanted_by_its_name() {
        let chosen = Selection::read(&["*".to_owned(), "-message_flashed".to_owned()]).unwrap();
        assert!(chosen.wants(&Event::UserUnauthenticated));
        assert!(!chosen.wants(&Event::MessageFlashed { message: "", category: "info" }));
    }
}
