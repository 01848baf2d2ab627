use axum::Router;
use axum::routing::post;
use jiff::SignedDuration;
use serde_json::{Map, json};

use crate::config::{Delivery, Preset};
use crate::error::Result;
use crate::hooks::Hooks;
use crate::model::User;
use crate::outbound::{Mail, Mailer};
use crate::request::cx::Cx;
use crate::security::Security;
use crate::store::Lookup;
use crate::testing::TestApp;

/// Tells a user that their session was used with an old key.
async fn tell(security: &Security, user: &User) {
    let cx = security.offline();
    let context = cx.seen();
    cx.mail("session_replayed", "MAIL_SESSION_REPLAYED_SUBJECT", user, context).await.unwrap();
}

#[tokio::test]
async fn a_notice_has_both_parts_and_the_headers_of_an_automatic_mail() {
    let app = TestApp::new(|_| {}).await;
    let joe = app.user("joe@lp.com", "correct horse").await;
    tell(app.security(), &joe).await;
    let mail = app.outbox().last();
    assert_eq!(mail.subject, "We have ended a session of your account");
    assert_eq!(mail.to.address, "joe@lp.com");
    assert_eq!(mail.sender.address, "no-reply@localhost");
    assert!(mail.headers.contains(&("Auto-Submitted".into(), "auto-generated".into())));
    assert!(mail.text().contains("IP address: unknown\n"), "{}", mail.text());
    let html = mail.html.as_deref().unwrap();
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"), "{html}");
    assert!(html.contains("prefers-color-scheme: dark"));
    for remote in ["src=", "url(", "@import", "<link", "<script"] {
        assert!(!html.contains(remote), "{remote} loads something from elsewhere");
    }
}

#[tokio::test]
async fn settings_leave_out_parts() {
    for (plaintext, html) in [(true, false), (false, true)] {
        let app = TestApp::new(move |config| {
            (config.mail.plaintext, config.mail.html) = (plaintext, html);
        })
        .await;
        let joe = app.user("joe@lp.com", "correct horse").await;
        tell(app.security(), &joe).await;
        let mail = app.outbox().last();
        assert_eq!((mail.text.is_some(), mail.html.is_some()), (plaintext, html));
    }
}

#[tokio::test]
async fn a_mail_speaks_the_language_of_its_owner() {
    struct German;
    impl Hooks for German {
        fn language(&self, _: &User) -> Option<String> {
            Some("de".to_owned())
        }
    }
    let app = TestApp::with(Preset::Recommended, |builder| builder.hooks(German)).await;
    let joe = app.user("joe@lp.com", "correct horse").await;
    tell(app.security(), &joe).await;
    let mail = app.outbox().last();
    assert_eq!(mail.subject, "Wir haben eine Sitzung Ihres Kontos beendet");
    assert!(mail.text().contains("Zeit: "), "{}", mail.text());
    assert!(mail.html.as_deref().unwrap().contains("lang=\"de\""));
    // Spans of time, too, whatever the language of the request is.
    let (cx, mut context) = (app.security().offline(), Map::new());
    context.insert("within".into(), json!(900));
    cx.mail("account_locked", "MAIL_ACCOUNT_LOCKED_SUBJECT", &joe, context).await.unwrap();
    let mail = app.outbox().last();
    assert!(mail.text().contains("15 Minuten"), "{}", mail.text());
    assert!(mail.html.as_deref().unwrap().contains("15 Minuten"));
}

#[tokio::test]
async fn from_right_to_left_addresses_and_times_stay_in_one_piece() {
    let fix = |builder: crate::Builder| builder.setting("BABEL_DEFAULT_LOCALE", "ar");
    let app = TestApp::with(Preset::Recommended, fix).await;
    let joe = app.user("joe@lp.com", "correct horse").await;
    let (cx, mut context) = (app.security().offline(), Map::new());
    let link = "https://app.test/unlock/a?b=1";
    context.insert("link".into(), json!(link));
    context.insert("within".into(), json!(120));
    context.insert("time".into(), json!("2026-01-02 03:04 UTC"));
    context.insert("address".into(), json!("203.0.113.7"));
    cx.mail("account_locked", "MAIL_ACCOUNT_LOCKED_SUBJECT", &joe, context).await.unwrap();
    let mail = app.outbox().last();
    let (text, html) = (mail.text(), mail.html.as_deref().unwrap());
    assert!(text.contains("\u{2066}2026-01-02 03:04 UTC\u{2069}"), "{text}");
    assert!(text.contains("\u{2066}203.0.113.7\u{2069}"), "{text}");
    assert!(text.contains("دقيقتين"), "{text}");
    // What makes addresses into links would take the isolates into them.
    assert!(text.contains(&format!("\n{link}\n")), "{text}");
    assert!(
        html.contains("lang=\"ar\" dir=\"rtl\"") && html.contains("text-align:right"),
        "{html}"
    );
    assert!(html.contains("\u{2066}203.0.113.7\u{2069}"), "{html}");
    assert!(html.contains("<span dir=\"ltr\" style=\"word-break:break-all;\">https:"), "{html}");
}

#[tokio::test]
async fn every_mail_keeps_times_and_addresses_in_one_piece() {
    let app = TestApp::new(|_| {}).await;
    let mails = app.security().pages().templates().filter(|(name, _)| name.ends_with(".txt"));
    let mails: Vec<_> = mails.map(|(name, mail)| (name, mail.source().to_owned())).collect();
    assert!(mails.iter().any(|(_, mail)| mail.contains("{{ ltr(time) }}")));
    for (name, mail) in mails {
        for bare in ["{{ time", "{{ address", "{{ agent"] {
            assert!(!mail.contains(bare), "{name}: wrap what follows {bare} in ltr(…)");
        }
    }
}

#[tokio::test]
async fn what_a_template_is_given_cannot_leave_its_place() {
    let app = TestApp::new(|_| {}).await;
    let joe = app.user("joe@lp.com", "correct horse").await;
    let mut context = Map::new();
    context.insert("link".into(), json!("https://app.test/unlock/a?b=1&c=\"><script>"));
    context.insert("within".into(), json!("15 minutes"));
    let cx = app.security().offline();
    cx.mail("account_locked", "MAIL_ACCOUNT_LOCKED_SUBJECT", &joe, context).await.unwrap();
    let mail = app.outbox().last();
    assert_eq!(mail.link(), "https://app.test/unlock/a?b=1&c=\"><script>");
    assert!(mail.text().contains("after 15 minutes."), "{}", mail.text());
    let html = mail.html.as_deref().unwrap();
    assert!(!html.contains("<script>"));
    assert!(html.contains("\"https://app.test/unlock/a?b=1&amp;c=&quot;&gt;"), "{html}");
}

#[tokio::test]
async fn in_the_outbox_a_mail_waits_for_its_round() {
    let app = TestApp::new(|config| config.core.delivery = Delivery::Outbox).await;
    let joe = app.user("joe@lp.com", "correct horse").await;
    tell(app.security(), &joe).await;
    assert!(app.outbox().is_empty());
    let waiting = app.security().store().mails().unwrap().list(false, "", 10).await.unwrap();
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].recipient, "joe@lp.com");
    assert!(!waiting[0].payload.contains("session"), "the letter can be read");
    app.security().tidy().await.unwrap();
    assert_eq!(app.outbox().len(), 1);
    app.security().tidy().await.unwrap();
    assert_eq!(app.outbox().len(), 1, "sent twice");
}

#[tokio::test]
async fn nothing_is_sent_where_the_settings_say_so() {
    let app = TestApp::new(|config| config.mail.suppress_send = true).await;
    let joe = app.user("joe@lp.com", "correct horse").await;
    tell(app.security(), &joe).await;
    assert!(app.outbox().is_empty());
}

#[tokio::test]
async fn a_mailer_that_panics_costs_one_attempt() {
    struct Broken;
    #[crate::async_trait]
    impl Mailer for Broken {
        async fn send(&self, _: &Mail) -> Result<()> {
            panic!("a mailer that fails");
        }
    }
    let app = TestApp::with(Preset::Recommended, |builder| builder.mailer(Broken)).await;
    let joe = app.user("joe@lp.com", "correct horse").await;
    tell(app.security(), &joe).await;
    app.advance(SignedDuration::from_mins(1));
    app.security().tidy().await.unwrap();
    let waiting = app.security().store().mails().unwrap().list(false, "", 10).await.unwrap();
    assert_eq!((waiting[0].attempts, waiting[0].claimed), (2, false));
}

#[tokio::test]
async fn words_of_a_stranger_do_not_get_into_a_mail() {
    let app = TestApp::new(|_| {}).await;
    app.user("joe@lp.com", "correct horse").await;
    let tell = post(async |cx: Cx| {
        let by =
            Lookup::Identity { attribute: "email", value: "joe@lp.com", case_insensitive: true };
        let joe = cx.store().user(by).await.unwrap().unwrap();
        let context = cx.seen();
        cx.mail("refresh_replayed", "MAIL_REFRESH_REPLAYED_SUBJECT", &joe, context).await.unwrap();
    });
    let app = app.serve(Router::new().route("/tell", tell));
    let agent = "Firefox/1 (Call +1 555 0100 <b>now</b>, https://evil.test)";
    app.browser().header("user-agent", agent).post_form("/tell", []).await.is(200);
    let mail = app.outbox().last();
    assert!(mail.text().contains("Device: Firefox\n"), "{}", mail.text());
    assert!(mail.text().contains("IP address: 127.0.0.1\n"), "{}", mail.text());
    for part in [mail.text(), mail.html.as_deref().unwrap()] {
        assert!(!part.contains("evil") && !part.contains("555"), "{part}");
    }
}

/// What an application's own mails may be made of: the same words in both kinds.
#[tokio::test]
async fn a_mail_can_be_made_of_the_parts_of_ours() {
    let words = "{{- parts.say(\"Hello\") }}\
                 {{- parts.value(\"Your code\", code) }}\
                 {{- parts.link(\"Or follow this\", link, \"Come in\") }}\
                 {{- parts.seen() }}\
                 {{- parts.end(\"Bye\") }}";
    let mail = |ending: &str| {
        format!(
            "{{% extends \"security/email/base.{ending}\" %}}\
             {{% import \"security/email/_parts.{ending}\" as parts %}}\
             {{% block content %}}{words}{{% endblock %}}"
        )
    };
    let app = TestApp::with(Preset::Recommended, |builder| {
        let builder = builder.template("security/email/ours.txt", mail("txt"));
        builder.template("security/email/ours.html", mail("html"))
    })
    .await;
    let joe = app.user("joe@lp.com", "correct horse").await;
    let cx = app.security().offline();
    for seen in [false, true] {
        let mut context = if seen { cx.seen() } else { Map::new() };
        context.insert("code".into(), json!("<42>"));
        context.insert("link".into(), json!("https://app.test/in?a=1&b=2"));
        cx.mail("ours", "MAIL_TEST_SUBJECT", &joe, context).await.unwrap();
        let mail = app.outbox().last();
        let link =
            "Hello\n\nYour code\n\n<42>\n\nOr follow this\n\nhttps://app.test/in?a=1&b=2\n\n";
        assert!(mail.text().starts_with(link), "{}", mail.text());
        assert!(mail.text().contains("\n\nBye\n\n-- \n"), "{}", mail.text());
        assert_eq!(mail.text().contains("IP address: unknown\n"), seen, "{}", mail.text());
        let html = mail.html.as_deref().unwrap();
        assert!(html.contains("dir=\"auto\">&lt;42&gt;</p>"), "{html}");
        assert!(html.contains("<a class=\"button\" href=\"https://app.test/in?a=1&amp;b=2\""));
        assert_eq!(html.contains("<td style=\"padding:2px 0;\">"), seen, "{html}");
    }
}
