//! Passwords that are tried first, without asking anybody: what NIST SP 800-63B, section 3.1.1.2,
//! calls commonly used, expected and context-specific.

use std::sync::LazyLock;

use crate::i18n::messages::{self as msg, Key};

/// The most used passwords, reduced to what is looked for: small letters, nothing around them.
static COMMON: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("common.txt").lines().collect());

/// Keys in their order on a keyboard, along its rows and down its columns.
const ROWS: &[&str] = &[
    "`1234567890-=",
    "qwertyuiop[]",
    "asdfghjkl;'",
    "zxcvbnm,./",
    "qwertzuiop",
    "yxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "1qaz",
    "2wsx",
    "3edc",
    "4rfv",
    "5tgb",
    "6yhn",
    "7ujm",
    "8ik,",
    "9ol.",
];

/// Characters around a common password that do not make it another.
const TRIMMINGS: usize = 6;

/// The shortest word of context that counts; shorter ones are part of too many others.
const SHORTEST_WORD: usize = 3;

/// Letters and digits beside words of context that are too few to count.
const REST: usize = 4;

/// The most words of context that are looked for.
const MOST_WORDS: usize = 64;

/// Why a password in normal form is tried first; `None` if nothing here says so. `context` holds
/// addresses and names, whole.
pub(crate) fn fault(password: &str, context: &[String]) -> Option<Key> {
    let text = password.to_lowercase();
    let unit = unit(&text);
    if is_row(&text) {
        return Some(msg::PASSWORD_WEAK_SEQUENCE);
    }
    if is_common(&text) || is_common(unit) {
        return Some(msg::PASSWORD_WEAK_COMMON);
    }
    if unit.len() < text.len() {
        let one = unit.chars().count() == 1;
        let (of_one, of_more) =
            (msg::PASSWORD_WEAK_REPEATED_CHARACTER, msg::PASSWORD_WEAK_REPEATED_PART);
        return Some(if one { of_one } else { of_more });
    }
    is_context(&text, context).then_some(msg::PASSWORD_WEAK_CONTEXT)
}

/// On the list, as it is, with digits and signs around it, or with signs in place of letters.
fn is_common(text: &str) -> bool {
    let known = |text: &str| COMMON.binary_search(&text).is_ok();
    let bare = trimmed(text);
    let spelt = |ones| {
        let letters = spelt_out(text, ones);
        known(&letters) || known(trimmed(&letters)) || known(&spelt_out(bare, ones))
    };
    known(text) || known(bare) || spelt('i') || spelt('l')
}

/// Without the digits and signs before and behind its letters, if those are few or a row.
fn trimmed(text: &str) -> &str {
    let bare = text.trim_matches(|c: char| !c.is_alphabetic());
    let Some((head, tail)) = text.split_once(bare).filter(|_| !bare.is_empty()) else {
        return text;
    };
    let slight = |part: &str| {
        let length = part.chars().count();
        length <= TRIMMINGS || is_row(part) || unit(part).len() < part.len()
    };
    if slight(head) && slight(tail) { bare } else { text }
}

fn spelt_out(text: &str, ones: char) -> String {
    let letter = |c| match c {
        '@' | '4' => 'a',
        '3' | '€' => 'e',
        '1' | '!' | '|' => ones,
        '0' => 'o',
        '$' | '5' => 's',
        '7' | '+' => 't',
        c => c,
    };
    text.chars().map(letter).collect()
}

/// The shortest part that the whole text is a repetition of.
fn unit(text: &str) -> &str {
    let ends = text.char_indices().map(|(at, _)| at).filter(|at| *at > 0);
    for end in ends.take_while(|end| end * 2 <= text.len()) {
        let (Some(head), Some(rest)) = (text.get(..end), text.get(end..)) else { continue };
        let whole = rest.len() / end * end;
        let fits = rest.as_bytes().chunks(end).all(|part| head.as_bytes().starts_with(part));
        // A repetition may break off, but not before it has come three times.
        if fits && (whole == rest.len() || rest.len() >= 2 * end) {
            return head;
        }
    }
    text
}

/// Made of runs along the alphabet, the digits or the keys, four characters each on average.
fn is_row(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let mut runs = 1;
    let mut way: Option<Vec<i32>> = None;
    for pair in chars.windows(2) {
        let &[one, two] = pair else { continue };
        let steps = steps(one, two);
        let kept = match &way {
            Some(way) => way.iter().copied().filter(|step| steps.contains(step)).collect(),
            None => steps.clone(),
        };
        if kept.is_empty() {
            // This pair begins a run of its own, with its second character.
            runs += 1;
            way = None;
        } else {
            way = Some(kept);
        }
    }
    chars.len() >= 4 && chars.len() >= 4 * runs
}

/// The ways on which the second character follows the first.
fn steps(one: char, two: char) -> Vec<i32> {
    let mut found = Vec::new();
    let (a, b) = (u32::from(one), u32::from(two));
    let alike = one.is_ascii_digit() == two.is_ascii_digit();
    for (step, next) in [(0, Some(a)), (1, a.checked_add(1)), (-1, a.checked_sub(1))] {
        if next == Some(b) && alike {
            found.push(step);
        }
    }
    for (row, keys) in (2..).zip(ROWS) {
        let place = |wanted| keys.chars().position(|key| key == wanted);
        if let (Some(from), Some(to)) = (place(one), place(two)) {
            if to == from + 1 {
                found.push(row);
            } else if from == to + 1 {
                found.push(-row);
            }
        }
    }
    found
}

/// Made of words that others know of its owner or of the site, and little else.
fn is_context(text: &str, context: &[String]) -> bool {
    let mut words: Vec<String> = Vec::new();
    for known in context {
        let known = known.to_lowercase();
        let parts = known.split(|c: char| !c.is_alphanumeric());
        words.extend(parts.map(str::to_owned));
        words.push(known);
    }
    words.retain(|word| word.chars().count() >= SHORTEST_WORD);
    words.truncate(MOST_WORDS);
    // The longest first: an address counts as a whole before its parts do.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    ['i', 'l'].map(|ones| spelt_out(text, ones)).iter().map(String::as_str).chain([text]).any(
        |text| {
            let mut left = text.to_owned();
            for word in &words {
                left = left.replace(word.as_str(), "\0");
            }
            let rest: String = left.chars().filter(|c| c.is_alphanumeric()).collect();
            left.contains('\0') && (rest.chars().count() <= REST || is_row(&rest))
        },
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn name(password: &str, context: &[&str]) -> Option<&'static str> {
        let context: Vec<String> = context.iter().map(ToString::to_string).collect();
        fault(password, &context).map(Key::name)
    }

    #[test]
    fn the_list_can_be_searched() {
        assert!(COMMON.is_sorted() && COMMON.len() > 900, "{}", COMMON.len());
        let plain =
            |word: &&str| word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        assert!(COMMON.iter().all(plain));
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        for password in [
            "password",
            "Password2024!",
            "P@ssw0rd123456789",
            "iloveyou",
            "!!Sunshine99!!",
            "pa$$w0rd1",
            "passwordpassword",
            "L3tme1n",
            "welcome01welcome01",
            "12345678password",
            "trustno1",
        ] {
            assert_eq!(name(password, &[]), Some("PASSWORD_WEAK_COMMON"), "{password}");
        }
        for password in [
            "abcdefgh12345678",
            "1qaz2wsx3edc4rfv",
            "qwertyuiopasdfgh",
            "zyxwvutsrqponmlk",
            "1234567890123456",
            "lkjhgfdsa09876543",
        ] {
            assert_eq!(name(password, &[]), Some("PASSWORD_WEAK_SEQUENCE"), "{password}");
        }
        assert_eq!(name("zxyzxyzxyzxyzxyz", &[]), Some("PASSWORD_WEAK_REPEATED_PART"));
        assert_eq!(name("blorp7blorp7", &[]), Some("PASSWORD_WEAK_REPEATED_PART"));
        assert_eq!(name("ÄÄÄÄÄÄÄÄ", &[]), Some("PASSWORD_WEAK_SEQUENCE"));
    }

    #[test]
    fn what_others_know_is_refused() {
        let context = ["joe.smith@example.org", "jsmith", "Wonder Widgets"];
        for password in [
            "joe.smith@example.org1",
            "JoeSmith2024",
            "wonderwidgets!",
            "W1dgets-W0nder-99",
            "jsmithjsmithjs",
            "exampleexample.org",
            "joe12345678",
        ] {
            assert!(name(password, &context).is_some(), "{password}");
        }
        assert_eq!(name("Wonder.Widgets.77", &context), Some("PASSWORD_WEAK_CONTEXT"));
    }

    #[test]
    fn what_is_long_and_odd_is_accepted() {
        let context = ["joe@example.org", "Wonder Widgets"];
        for password in [
            "correct horse",
            "correct horse battery staple",
            "zK9#vQ2!mL7p",
            "monkey-7361925384",
            "example of a purple teapot",
            "joe met eleven widgets",
            "Tr0ub4dour&3",
            "another good one",
            "schöner Käse im Regal",
            "我的密码很长很长",
        ] {
            assert_eq!(name(password, &context), None, "{password}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_panics(password in any::<String>(), one in any::<String>(), two in "\\PC{0,9}") {
            let repeated = two.repeat(3);
            let _ = fault(&password, &[one.clone(), two.clone()]);
            let _ = fault(&repeated, &[one]);
            prop_assert!(repeated.is_empty() || fault(&repeated, &[]).is_some(), "{}", repeated);
        }
    }
}
