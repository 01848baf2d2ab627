//! The one page of this application, and answers in JSON.

use std::fmt::Write;

use axum::response::{Html, IntoResponse, Response};
use gatewright::Cx;
use http::{StatusCode, header};
use serde_json::Value;

/// The page: messages, who is signed in, where to go, and the content.
pub(crate) async fn page(cx: &Cx, content: &str) -> Response {
    let user = match cx.user().await {
        Ok(user) => user,
        Err(error) => return cx.respond(error).await,
    };
    let mut html = String::from("<!doctype html>\n");
    let flashes = cx.flashes();
    if !flashes.is_empty() {
        html.push_str("<ul class=\"flashes\">\n");
        for (category, text) in &flashes {
            line(
                &mut html,
                &[r#"<li class=""#, &escape(category), r#"">"#, &escape(text), "</li>"],
            );
        }
        html.push_str("</ul>\n");
    }
    let (mut door, mut label) = ("login", "Log in");
    if let Some(user) = &user {
        let (welcome, name) = (cx.label("WELCOME_TITLE"), cx.user_name(user));
        line(&mut html, &["<p>", &escape(&welcome), " ", &escape(name), "</p>"]);
        (door, label) = ("logout", "Log out");
    }
    for (endpoint, label) in [("index", "Index"), ("profile", "Profile"), (door, label)] {
        // Sign-out may be switched off.
        if let Some(path) = cx.url_for(endpoint) {
            line(&mut html, &[r#"<a href=""#, &escape(path), r#"">"#, label, "</a>"]);
        }
    }
    line(&mut html, &["<p>", &escape(content), "</p>"]);
    text(&html)
}

/// Bare text, as a browser shows it.
pub(crate) fn text(text: &str) -> Response {
    Html(text.to_owned()).into_response()
}

/// A JSON value.
pub(crate) fn json(value: &Value) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], format!("{value}\n")).into_response()
}

/// A redirect, as browsers and the reference's clients expect it.
pub(crate) fn redirect(location: &str) -> Response {
    (StatusCode::FOUND, [(header::LOCATION, location)]).into_response()
}

fn line(html: &mut String, parts: &[&str]) {
    // Writing to a string cannot fail.
    let _ = writeln!(html, "{}", parts.concat());
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&#34;")
        .replace('\'', "&#39;")
}
