//! Notes of one's own: a page of three files, and the API that it calls.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get};
use gatewright::{Builder, CurrentUser, auth_required};
use http::{StatusCode, header};
use serde_json::{Value, json};

/// Nothing but the page's own three files, no inline scripts or styles, and no text that becomes HTML.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
                      img-src 'self' data:; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'; require-trusted-types-for 'script'";

const MOST_NOTES: usize = 100;
const LONGEST_NOTE: usize = 500;

/// What this application sets beside the preset `recommended`.
pub fn settings(builder: Builder) -> Builder {
    builder
        // Every request that changes something carries the token in a header, ours and the API's.
        .setting("CSRF_PROTECT", true)
        .setting("CONTENT_SECURITY_POLICY", POLICY)
}

/// The page and its API.
pub fn routes() -> Router {
    // Whoever deletes everything shows their password again, unless they did so lately.
    let all = delete(clear).layer(auth_required().fresh());
    Router::new()
        .route("/", file("text/html; charset=utf-8", include_str!("../page/index.html")))
        .route("/app.css", file("text/css; charset=utf-8", include_str!("../page/app.css")))
        .route("/app.js", file("text/javascript; charset=utf-8", include_str!("../page/app.js")))
        .route("/api/me", get(me))
        .route("/api/notes", get(list).post(add).merge(all))
        .with_state(Notes::default())
}

/// In memory, by the user's address: a real application has a table.
#[derive(Clone, Default)]
struct Notes(Arc<Mutex<HashMap<String, Vec<String>>>>);

impl Notes {
    fn open(&self) -> MutexGuard<'_, HashMap<String, Vec<String>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn me(me: CurrentUser) -> Response {
    answer(StatusCode::OK, &json!({ "email": me.email }))
}

async fn list(me: CurrentUser, State(notes): State<Notes>) -> Response {
    answer(StatusCode::OK, &json!({ "notes": notes.open().get(&me.email) }))
}

async fn add(me: CurrentUser, State(notes): State<Notes>, body: String) -> Response {
    let sent: Value = serde_json::from_str(&body).unwrap_or_default();
    let text = sent["text"].as_str().unwrap_or_default().trim();
    if text.is_empty() || text.chars().count() > LONGEST_NOTE {
        return refuse("A note has between 1 and 500 characters.");
    }
    let mut notes = notes.open();
    let mine = notes.entry(me.email.clone()).or_default();
    if mine.len() == MOST_NOTES {
        return refuse("There is room for 100 notes. Delete them to begin anew.");
    }
    mine.push(text.to_owned());
    answer(StatusCode::CREATED, &json!({ "notes": mine }))
}

async fn clear(me: CurrentUser, State(notes): State<Notes>) -> Response {
    notes.open().remove(&me.email);
    answer(StatusCode::OK, &json!({ "notes": [] }))
}

fn refuse(why: &str) -> Response {
    answer(StatusCode::UNPROCESSABLE_ENTITY, &json!({ "errors": [why] }))
}

fn answer(status: StatusCode, json: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], json.to_string()).into_response()
}

fn file(media: &'static str, text: &'static str) -> axum::routing::MethodRouter<Notes> {
    // Asked for again after each new version, rather than kept beyond it.
    let headers = [(header::CONTENT_TYPE, media), (header::CACHE_CONTROL, "no-cache")];
    get(async move || (headers, text))
}
