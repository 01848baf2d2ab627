//! Every language says all that English says, in its own words.

use std::collections::{BTreeMap, BTreeSet};

use crate::i18n::Catalog;
use crate::i18n::language::{BUILTIN, parse};
use crate::i18n::messages as msg;

/// Texts that are the same in every language: clients compare them, or there is nothing to say.
const SAME: &[&str] = &[
    "CSRF_ORIGIN_MISMATCH",
    "CSRF_REFERRER_MISMATCH",
    "CSRF_REFERRER_MISSING",
    "CSRF_SESSION_TOKEN_MISSING",
    "CSRF_TOKEN_EXPIRED",
    "CSRF_TOKEN_INVALID",
    "CSRF_TOKEN_MISMATCH",
    "CSRF_TOKEN_MISSING",
    "LITERAL",
    "SITE_NAME",
];

/// Words that two languages happen to share: language and key.
const ALIKE: &[(&str, &str)] = &[
    ("de", "FIELD_CODE"),
    ("fr", "FIELD_CODE"),
    ("fr", "FLASH_TITLE"),
    ("es", "FIELD_ROLES"),
    ("it", "ACCOUNT_PASSWORD_TITLE"),
    ("it", "FIELD_PASSWORD"),
    ("it", "NAV_ACCOUNT"),
    ("nl", "FIELD_CODE"),
];

/// The plural categories of whole numbers that a language tells apart (CLDR).
fn categories(language: &str) -> &'static [&'static str] {
    match language {
        "ja" | "zh-Hans" => &["other"],
        "pl" | "ru" => &["few", "many", "one", "other"],
        "ar" => &["few", "many", "one", "other", "two", "zero"],
        _ => &["one", "other"],
    }
}

/// One text of a file, as its lines say it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Text {
    said: String,
    places: BTreeSet<String>,
    variants: BTreeSet<String>,
}

fn texts(language: &str, source: &str) -> BTreeMap<String, Text> {
    let mut texts: BTreeMap<String, Text> = BTreeMap::new();
    let mut key = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let mut said = line;
        if let Some((name, text)) =
            line.split_once(" =").filter(|_| !line.starts_with([' ', '}', '*', '[']))
        {
            key = name.to_owned();
            said = text;
            let again = texts.insert(key.clone(), Text::default()).is_some();
            assert!(!again, "{language}: {key} is there twice");
            assert!(said.starts_with(' ') && !said.starts_with("  "), "{language}: {key}: blanks");
        }
        assert_eq!(line.trim_end(), line, "{language}: {key} ends with a blank");
        let Some(text) = texts.get_mut(&key) else { continue };
        for place in line.split("{ $").skip(1) {
            text.places.insert(place.split([' ', '}']).next().unwrap().to_owned());
        }
        if let Some((variant, _)) = line.trim_start_matches([' ', '*', '[']).split_once(']')
            && line.trim_start().starts_with(['*', '['])
        {
            text.variants.insert(variant.to_owned());
        }
        text.said.push_str(said.trim());
        text.said.push('\n');
    }
    texts
}

/// False if a text only joins what is filled in: `{ $first }, { $last }`.
fn has_words(text: &str) -> bool {
    let own = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
    own.flat_map(str::chars).any(char::is_alphabetic)
}

fn english() -> BTreeMap<String, Text> {
    texts(BUILTIN[0].0, BUILTIN[0].1)
}

#[test]
fn english_has_every_message_with_its_placeholders() {
    let english = english();
    for key in msg::ALL {
        let placeholders = key.placeholders().iter().map(ToString::to_string).collect();
        let text = english.get(key.name()).unwrap_or_else(|| panic!("no text for {}", key.name()));
        assert_eq!(text.places, placeholders, "{}", key.name());
    }
}

#[test]
fn every_language_can_be_read_and_names_itself() {
    let catalog = Catalog::builtin();
    for (language, source) in BUILTIN {
        parse(source).unwrap_or_else(|error| panic!("{language}: {error}"));
        assert!(!source.contains('\t') && !source.contains("\r"), "{language}");
        assert_eq!(catalog.label("PAGE_LANGUAGE", language), language);
        assert_ne!(catalog.own_name(language), language);
    }
}

#[test]
fn every_language_has_every_text_with_its_placeholders_and_no_other() {
    let english = english();
    let mut wrong = Vec::new();
    for (language, source) in BUILTIN {
        let own = texts(language, source);
        for (key, text) in &english {
            match own.get(key) {
                Some(own) if own.places == text.places => {}
                Some(_) => wrong.push(format!("{language}: {key} has other placeholders")),
                None => wrong.push(format!("{language}: {key} is missing")),
            }
        }
        let further = own.keys().filter(|key| !english.contains_key(*key));
        wrong.extend(further.map(|key| format!("{language}: {key} is not in English")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_language_has_its_own_words() {
    let english = english();
    for (language, source) in BUILTIN.into_iter().skip(1) {
        let own = texts(language, source);
        for (key, text) in &own {
            let Some(english) = english.get(key) else { continue };
            if key.starts_with("DURATION_") && !text.variants.is_empty() {
                continue;
            }
            let same = SAME.contains(&key.as_str());
            let alike = ALIKE.contains(&(language, key.as_str())) || !has_words(&text.said);
            if same || !alike {
                assert_eq!(text.said == english.said, same, "{language}: {key}: {}", text.said);
            }
            for sign in ["<", "&", "\\"] {
                let (here, there) = (text.said.matches(sign), english.said.matches(sign));
                assert_eq!(here.count(), there.count(), "{language}: {key}: {sign}");
            }
        }
    }
}

#[test]
fn every_language_is_in_its_own_letters_and_quotes() {
    for (language, source) in BUILTIN {
        for (key, text) in texts(language, source) {
            assert!(!text.said.contains(['"', '\'', '`']), "{language}: {key}: {}", text.said);
            let foreign = matches!(language, "ru" | "ar" | "ja" | "zh-Hans");
            let kept = SAME.contains(&key.as_str()) || key == "PAGE_LANGUAGE";
            if foreign && !kept && has_words(&text.said) {
                let own = |letter: char| letter.is_alphabetic() && letter > '\u{2ff}';
                assert!(text.said.chars().any(own), "{language}: {key}: {}", text.said);
            }
        }
    }
}

#[test]
fn what_is_counted_has_the_forms_of_the_language() {
    let counted = |key: &&String| english()[*key].variants.len() > 1;
    let keys: Vec<String> = english().keys().filter(counted).cloned().collect();
    assert!(keys.len() >= 6, "{keys:?}");
    for (language, source) in BUILTIN {
        let own = texts(language, source);
        for key in &keys {
            let Some(text) = own.get(key) else { continue };
            let wanted: BTreeSet<String> =
                categories(language).iter().map(ToString::to_string).collect();
            let plain = wanted.len() == 1 && text.variants.is_empty();
            assert!(plain || text.variants == wanted, "{language}: {key}: {:?}", text.variants);
        }
    }
}
