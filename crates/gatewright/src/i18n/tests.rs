use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::messages as msg;
use super::*;

#[test]
fn the_catalogue_may_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Catalog>();
}

#[test]
fn the_keys_are_those_of_the_contract_and_ours() {
    let contract: BTreeMap<String, Value> =
        serde_json::from_str(include_str!("../../testdata/messages.json")).unwrap();
    assert_eq!(contract.len(), 92);
    for (name, message) in &contract {
        let key = Key::find(name).unwrap_or_else(|| panic!("{name} is missing"));
        assert_eq!(key.category().as_str(), message["category"]);
        let placeholders: Vec<String> =
            serde_json::from_value(message["placeholders"].clone()).unwrap();
        assert_eq!(key.placeholders(), placeholders, "{name}");
    }
    let ours: Vec<&str> = msg::ALL
        .iter()
        .map(|key| key.name())
        .filter(|name| !contract.contains_key(*name))
        .collect();
    let shared = |name: &&str| {
        ["CSRF_", "SESSION", "PASSWORD_WEAK_", "PASSWORD_ADVICE_"]
            .iter()
            .any(|ours| name.starts_with(ours))
            || [
                "FIELD_REQUIRED",
                "CHOICE_INVALID",
                "LITERAL",
                "REGISTRATION_SENT",
                "FIRST_ADMINISTRATOR_READY",
                "VISIT_FIRST",
                "ACCOUNT_UNLOCKED",
            ]
            .contains(name)
    };
    assert!(ours.iter().all(shared), "{ours:?}");
}

/// Key to placeholders, for each text of a file.
fn texts(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut texts = BTreeMap::new();
    let mut key = String::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
            key = name.to_owned();
            assert!(texts.insert(key.clone(), BTreeSet::new()).is_none(), "{key} is there twice");
        }
        for place in line.split("{ $").skip(1) {
            let name = place.split([' ', '}']).next().unwrap();
            texts.get_mut(&key).unwrap().insert(name.to_owned());
        }
    }
    texts
}

#[test]
fn every_language_has_every_text_with_its_placeholders_and_no_other() {
    let english = texts(BUILTIN[0].1);
    for key in msg::ALL {
        let placeholders = key.placeholders().iter().map(ToString::to_string).collect();
        assert_eq!(english.get(key.name()), Some(&placeholders), "{}", key.name());
    }
    for (language, source) in BUILTIN {
        parse(source).unwrap_or_else(|error| panic!("{language}: {error}"));
        assert_eq!(texts(source), english, "{language}");
    }
}

#[test]
fn placeholders_are_filled_in() {
    let catalog = Catalog::builtin();
    let message = msg::USERNAME_INVALID_LENGTH.with("min", 4).with("max", 32);
    assert_eq!(catalog.text(&message, "en"), "A user name needs 4 to 32 characters.");
    assert_eq!(catalog.text(&message, "xx"), "A user name needs 4 to 32 characters.");
}

#[test]
fn settings_win_over_files_and_files_over_languages() {
    let mut catalog = Catalog::builtin();
    let message = msg::LOGIN_EMAIL_SENT.with("email", "a@b.c%(email)s");
    catalog.replace("LOGIN_EMAIL_SENT = To { $email }").unwrap();
    assert_eq!(catalog.text(&message, "de"), "To a@b.c%(email)s");
    catalog.set_message("LOGIN_EMAIL_SENT", "100%% %(email)s %(other)s %", "info").unwrap();
    assert_eq!(catalog.text(&message, "de"), "100% a@b.c%(email)s %(other)s %");
    assert_eq!(catalog.category(&message), "info");
    assert_eq!(catalog.category(&msg::LOGIN_EXPIRED.message()), "error");
    assert!(catalog.set_message("NO_SUCH_KEY", "", "").is_err());
    assert!(catalog.replace("= nonsense").is_err());
}

#[test]
fn a_language_can_be_added_and_falls_back_to_english() {
    let mut catalog = Catalog::builtin();
    catalog.add_language("fr_FR", "INVALID_PASSWORD = Mot de passe incorrect").unwrap();
    assert_eq!(catalog.language(Some("fr-FR, en;q=0.5")), "fr-FR");
    let message = msg::INVALID_PASSWORD.message();
    assert_eq!(catalog.text(&message, "fr_FR"), "Mot de passe incorrect");
    let english = catalog.text(&msg::INVALID_CODE.message(), "en");
    assert_eq!(catalog.text(&msg::INVALID_CODE.message(), "fr-FR"), english);
    assert_eq!(catalog.label("NO_SUCH_KEY", "fr-FR"), "NO_SUCH_KEY");
    catalog.fix_language("fr_FR");
    assert_eq!(catalog.language(Some("en")), "fr-FR");
    catalog.fix_language("ja");
    assert_eq!(catalog.language(Some("fr-FR")), "en");
}

#[test]
fn spans_and_lists_are_phrases() {
    let catalog = Catalog::builtin();
    assert_eq!(catalog.duration(5400, "en"), "1 hour and 30 minutes");
    assert_eq!(catalog.duration(172_800, "en"), "2 days");
    assert_eq!(catalog.duration(3661, "en"), "1 hour, 1 minute, 1 second");
    assert_eq!(catalog.duration(0, "en"), "0 seconds");
    let methods = ["email", "sms", "passkey"].map(str::to_owned);
    assert_eq!(catalog.list(&methods, "en"), "email, sms and passkey");
    assert_eq!(catalog.list(&[], "en"), "");
}

#[test]
fn messages_do_not_show_what_was_filled_in() {
    let shown = format!("{:?}", msg::USE_CODE.with("code", "123456"));
    assert!(shown.contains("USE_CODE") && !shown.contains("123456"), "{shown}");
}
