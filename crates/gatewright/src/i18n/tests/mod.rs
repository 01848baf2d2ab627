use std::collections::BTreeMap;

use serde_json::Value;

use super::messages as msg;
use super::*;

mod complete;

#[test]
fn the_catalogue_may_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Catalog>();
}

#[test]
fn the_keys_are_those_of_the_contract_and_ours() {
    let contract: BTreeMap<String, Value> =
        serde_json::from_str(include_str!("../../../testdata/messages.json")).unwrap();
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
        ["CSRF_", "SESSION", "PASSWORD_WEAK_", "PASSWORD_ADVICE_", "CHANGE_EMAIL_UND", "ACCOUNT_"]
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

#[test]
fn placeholders_are_filled_in() {
    let catalog = Catalog::builtin();
    let message = msg::USERNAME_INVALID_LENGTH.with("min", 4).with("max", 32);
    assert_eq!(catalog.text(&message, "en"), "A username needs 4 to 32 characters.");
    assert_eq!(catalog.text(&message, "xx"), "A username needs 4 to 32 characters.");
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
    catalog.add_language("cy_GB", "INVALID_PASSWORD = Cyfrinair anghywir").unwrap();
    assert_eq!(catalog.language(Some("cy-GB, en;q=0.5")), "cy-GB");
    let message = msg::INVALID_PASSWORD.message();
    assert_eq!(catalog.text(&message, "cy_GB"), "Cyfrinair anghywir");
    let english = catalog.text(&msg::INVALID_CODE.message(), "en");
    assert_eq!(catalog.text(&msg::INVALID_CODE.message(), "cy-GB"), english);
    assert_eq!(catalog.label("NO_SUCH_KEY", "cy-GB"), "NO_SUCH_KEY");
    assert_eq!(catalog.own_name("cy-GB"), "cy-GB", "not the name of English");
    catalog.fix_language("cy_GB");
    assert_eq!(catalog.language(Some("en")), "cy-GB");
    catalog.fix_language("tlh");
    assert_eq!(catalog.language(Some("cy-GB")), "en");
}

#[test]
fn texts_of_a_language_of_ours_can_be_replaced() {
    let mut catalog = Catalog::builtin();
    let count = catalog.languages().count();
    catalog.add_language("pt_br", "LOGIN_TITLE = Chega mais").unwrap();
    assert_eq!(catalog.languages().count(), count);
    assert_eq!(catalog.label("LOGIN_TITLE", "pt-BR"), "Chega mais");
    assert_eq!(catalog.label("LOGIN_TITLE", "en"), "Sign in");
}

#[test]
fn the_settings_say_which_languages_are_offered() {
    let tags = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
    let mut catalog = Catalog::builtin();
    catalog.offer(&tags(&["ja", "de_DE", "zh-CN", "de"])).unwrap();
    assert_eq!(catalog.languages().collect::<Vec<_>>(), ["ja", "de", "zh-Hans"]);
    assert_eq!(catalog.language(Some("fr, de;q=0.5")), "de");
    assert_eq!(catalog.find("fr"), None);
    // Without English, the first one is for everybody else.
    assert_eq!(catalog.language(Some("fr")), "ja");
    assert_eq!(catalog.language(None), "ja");
    catalog.offer(&tags(&["ja", "en"])).unwrap_err();
    let mut catalog = Catalog::builtin();
    catalog.offer(&tags(&["ja", "en"])).unwrap();
    assert_eq!(catalog.language(Some("fr")), "en");
    let error = catalog.offer(&tags(&["en", "tlh"])).unwrap_err();
    assert!(error.detail().contains("\"tlh\""), "{}", error.detail());
}

#[test]
fn spans_and_lists_are_phrases() {
    let catalog = Catalog::builtin();
    assert_eq!(catalog.duration(5400, "en"), "1 hour and 30 minutes");
    assert_eq!(catalog.duration(172_800, "en"), "2 days");
    assert_eq!(catalog.duration(3661, "en"), "1 hour, 1 minute, 1 second");
    assert_eq!(catalog.duration(3600, "de"), "1 Stunde");
    assert_eq!(catalog.duration(0, "en"), "0 seconds");
    let methods = ["email", "sms", "passkey"].map(str::to_owned);
    assert_eq!(catalog.list(&methods, "en"), "email, sms and passkey");
    assert_eq!(catalog.list(&[], "en"), "");
}

#[test]
fn spans_have_the_forms_of_each_language() {
    let catalog = Catalog::builtin();
    let said = |language: &str, seconds: u64| {
        catalog.duration(seconds, language).replace(['\u{2068}', '\u{2069}'], "")
    };
    for (language, minutes, words) in [
        ("pl", 1, "1 minutę"),
        ("pl", 2, "2 minuty"),
        ("pl", 5, "5 minut"),
        ("pl", 12, "12 minut"),
        ("pl", 22, "22 minuty"),
        ("ru", 1, "1 минуту"),
        ("ru", 3, "3 минуты"),
        ("ru", 11, "11 минут"),
        ("ru", 21, "21 минуту"),
        ("ar", 1, "دقيقة واحدة"),
        ("ar", 2, "دقيقتين"),
        ("ar", 3, "3 دقائق"),
        ("ar", 11, "11 دقيقة"),
        ("tr", 5, "5 dakika"),
        ("ja", 5, "5分"),
        ("zh-Hans", 5, "5 分钟"),
    ] {
        assert_eq!(said(language, minutes * 60), words, "{language}");
    }
    for (language, words) in [
        ("pl", "1 godzinę, 1 minutę, 1 sekundę"),
        ("tr", "1 saat 1 dakika 1 saniye"),
        ("ar", "ساعة واحدة ودقيقة واحدة وثانية واحدة"),
        ("ja", "1時間1分1秒"),
        ("zh-Hans", "1 小时 1 分钟 1 秒"),
    ] {
        assert_eq!(said(language, 3661), words, "{language}");
    }
    let methods = ["a", "b", "c"].map(str::to_owned);
    for (language, words) in [("pl", "a, b i c"), ("tr", "a, b ve c"), ("ja", "a、b、c")] {
        assert_eq!(catalog.list(&methods, language), words, "{language}");
    }
}

#[test]
fn words_from_right_to_left_keep_what_they_stand_around() {
    let mut catalog = Catalog::builtin();
    let text = "LOGIN_EMAIL_SENT = < { $email } >";
    catalog.add_language("he", text).unwrap();
    catalog.add_language("cy", text).unwrap();
    let message = msg::LOGIN_EMAIL_SENT.with("email", "joe@lp.com");
    assert_eq!(catalog.text(&message, "he"), "< \u{2068}joe@lp.com\u{2069} >");
    assert_eq!(catalog.text(&message, "cy"), "< joe@lp.com >");
}

#[test]
fn messages_do_not_show_what_was_filled_in() {
    let shown = format!("{:?}", msg::USE_CODE.with("code", "123456"));
    assert!(shown.contains("USE_CODE") && !shown.contains("123456"), "{shown}");
}
