//! What holds for every page that mails something to whoever is named there.

use serde_json::json;

use crate::i18n::messages::Message;
use crate::testing::fixture::{JOE, members};
use crate::testing::{Heard, TestApp};

/// Asks for a mail to each of these addresses, as a program and as a browser. Everybody is answered
/// alike, at the same cost, with what `said` says of an address; only the first, Joe, gets mails, and
/// listeners hear of those alone.
pub(crate) async fn are_answered_alike(
    app: &TestApp,
    page: &str,
    heard: &Heard,
    said: impl Fn(&str) -> Message,
    emails: &[&str],
) {
    heard.take();
    let mut first = None;
    for &email in emails {
        let before = app.security().passwords().jobs();
        let told = app.browser().post_json(page, &json!({ "email": email })).await;
        let cost = app.security().passwords().jobs() - before;
        let shown = app.browser().post_form(page, [("email", email)]).await;
        assert!(shown.text().contains(&app.text(said(email))), "{}", shown.text());
        let text = shown.text().replace(email, "");
        let headers: Vec<String> = shown.headers.keys().map(ToString::to_string).collect();
        let answer = (told.status, members(&told), cost, shown.status, text, headers);
        assert_eq!(*first.get_or_insert_with(|| answer.clone()), answer, "{email}");
    }
    assert_eq!(app.outbox().len(), 2, "nobody else gets mail");
    assert_eq!(heard.take().iter().filter(|line| line.contains("instructions_sent")).count(), 2);
    // Nor does it tell anything that what was sent is no address.
    for odd in [json!({}), json!({ "email": 7 }), json!({ "email": "<joe>" })] {
        app.browser().post_json(page, &odd).await.is(200);
    }
    let shown = app.browser().post_form(page, [("email", "<b>joe")]).await;
    assert!(shown.is(200).text().contains("&lt;b&gt;joe"), "{}", shown.text());
}

/// With generic answers and CSRF protection: a form without a token is refused, whoever it names.
pub(crate) async fn want_a_token(app: &TestApp, page: &str) {
    for email in [JOE, "nobody@lp.com"] {
        let answer = app.browser().post_json(page, &json!({ "email": email })).await;
        let faults = answer.is(400).field_errors();
        assert!(faults.get("csrf_token").is_some() && faults.get("email").is_none(), "{faults}");
    }
    assert!(app.outbox().is_empty());
}

/// With `LIMIT_MAIL_IDENTITY` of two and `LIMIT_MAIL` of five: both hold for known and unknown alike.
pub(crate) async fn are_limited(app: &TestApp, page: &str) {
    for email in [JOE, "nobody@lp.com"] {
        let at = |last: u8| app.browser().at([192, 0, 2, last]);
        for last in 1..=2 {
            at(last).post_json(page, &json!({ "email": email })).await.is(200);
        }
        at(3).post_json(page, &json!({ "email": email.to_uppercase() })).await.is(429);
    }
    let at = || app.browser().at([198, 51, 100, 1]);
    for left in 0..5 {
        at().post_json(page, &json!({ "email": format!("user{left}@lp.com") })).await.is(200);
    }
    at().post_json(page, &json!({ "email": "last@lp.com" })).await.is(429);
    at().get(page).await.is(200);
}

/// A link leads to this site, whatever a request says of its host.
pub(crate) async fn keep_their_host(app: &TestApp, page: &str) {
    let forged = app.browser().base("http://evil.test").header("x-forwarded-host", "evil.test");
    let forged = forged.header("x-forwarded-proto", "gopher");
    let mut forged = forged.header("forwarded", "host=evil.test");
    forged.post_json(page, &json!({ "email": JOE })).await.is(200);
    let mail = app.outbox().last();
    assert!(mail.link().contains(&format!("://localhost{page}/")), "{}", mail.link());
    let parts = [mail.text().to_owned(), mail.html.clone().unwrap()];
    assert!(parts.iter().all(|part| !part.contains("evil")), "{}", mail.text());
}
