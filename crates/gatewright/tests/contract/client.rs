//! Plays the steps of a recorded conversation.

use std::collections::BTreeMap;

use gatewright::model::UserField;
use gatewright::testing::{Answer, Browser, TestApp};
use gatewright_wire::flask::session::{Codec, Payload};
use serde_json::{Value, json};

const LIFE: i64 = 31 * 24 * 3600;

/// A client that remembers what placeholders stand for.
pub(crate) struct Client {
    app: TestApp,
    codec: Codec,
    pub(crate) browser: Browser,
    seen: BTreeMap<&'static str, String>,
}

impl Client {
    pub(crate) fn new(app: TestApp, secret: &str) -> Self {
        let browser = app.browser();
        let codec = Codec::new(&[secret.as_bytes()], "cookie-session");
        Self { app, codec, browser, seen: BTreeMap::new() }
    }

    pub(crate) async fn act(&mut self, step: &Value) {
        match step["action"].as_str().unwrap() {
            "new_client" => self.browser = self.app.browser(),
            "drop_cookie" => self.browser.set_cookie(step["name"].as_str().unwrap(), None),
            "patch_session" => self.patch_session(&step["values"]),
            "patch_user" => self.patch_user(step).await,
            other => panic!("unknown action {other}"),
        }
    }

    pub(crate) async fn ask(&mut self, request: &Value) -> Answer {
        let path = self.fill(request["path"].as_str().unwrap());
        let mut headers: Vec<(String, String)> = Vec::new();
        let mut body = Vec::new();
        if let Some(json) = request.get("json") {
            headers.push(("content-type".into(), "application/json".into()));
            body = self.fill(&json.to_string()).into_bytes();
        } else if let Some(form) = request.get("form") {
            headers.push(("content-type".into(), "application/x-www-form-urlencoded".into()));
            let mut out = form_urlencoded::Serializer::new(String::new());
            for (name, value) in form.as_object().unwrap() {
                out.append_pair(name, &self.fill(value.as_str().unwrap()));
            }
            body = out.finish().into_bytes();
        } else if let Some(raw) = request.get("raw") {
            body = self.fill(raw.as_str().unwrap()).into_bytes();
        }
        let own = request["headers"].as_object();
        for (name, value) in own.into_iter().flatten() {
            headers.push((name.clone(), self.fill(value.as_str().unwrap())));
        }
        if !own.is_some_and(|own| own.contains_key("User-Agent")) {
            headers.push(("user-agent".to_owned(), "Werkzeug/3.1.9".to_owned()));
        }
        let headers: Vec<(&str, &str)> =
            headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let base = request["base_url"].as_str().unwrap_or("http://localhost");
        self.browser = self.browser.clone().base(base);
        let method = request["method"].as_str().unwrap();
        let answer = self.browser.send(method, &path, &headers, body).await;
        self.learn(&answer);
        answer
    }

    /// The session that an answer sets, decoded; `None` if it sets none.
    pub(crate) fn session(&self, value: &str) -> Payload {
        let now = self.app.clock().unix();
        self.codec.decode(value, now, LIFE).expect("our own session cookie")
    }

    fn fill(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (name, value) in &self.seen {
            text = text.replace(&format!("<{name}>"), value);
        }
        text
    }

    fn learn(&mut self, answer: &Answer) {
        if let Some(xsrf) = self.browser.cookie("XSRF-TOKEN") {
            self.seen.insert("xsrf_cookie", xsrf.to_owned());
        }
        let is_json = answer.header("content-type") == Some("application/json");
        let Some(response) = is_json.then(|| answer.json()) else { return };
        let response = &response["response"];
        let user = &response["user"];
        for (name, value) in [
            ("csrf", &response["csrf_token"]),
            ("auth_token", &user["authentication_token"]),
            ("refresh_token", &user["refresh_token"]),
        ] {
            if let Some(text) = value.as_str() {
                if let Some(former) = self.seen.get(name).filter(|_| name == "refresh_token") {
                    self.seen.insert("prev_refresh_token", former.clone());
                }
                self.seen.insert(name, text.to_owned());
            }
        }
    }

    /// Times are offsets from now; null removes the key.
    fn patch_session(&mut self, values: &Value) {
        let now = self.app.clock().unix();
        let cookie = self.browser.cookie("session").expect("there is a session").to_owned();
        let mut payload = self.session(&cookie);
        for (key, value) in values.as_object().unwrap() {
            match value.as_i64() {
                Some(offset) if key == "fs_paa" => {
                    payload.set_f64(key, self.app.clock().unix_float() + offset as f64);
                }
                Some(offset) => payload.set_i64(key, now + offset),
                None => {
                    payload.remove(key);
                }
            }
        }
        let cookie = self.codec.encode(&payload, now).unwrap();
        self.browser.set_cookie("session", Some(&cookie));
    }

    async fn patch_user(&self, step: &Value) {
        let user = self.app.find(step["email"].as_str().unwrap()).await.unwrap();
        let mut set = Vec::new();
        for (column, value) in step["values"].as_object().unwrap() {
            set.push(match column.as_str() {
                "fs_uniquifier" => UserField::Uniquifier(value.as_str().unwrap().to_owned()),
                "active" => UserField::Active(value.as_bool().unwrap()),
                other => panic!("unknown column {other}"),
            });
        }
        assert!(self.app.security().store().update_user(&user.id, &set, &[]).await.unwrap());
    }
}

/// The texts of list items with a class, in the order of the page.
pub(crate) fn list_items(page: &str, class: &str) -> Vec<String> {
    let mark = format!("class=\"{class}\"");
    let mut rest = page;
    let mut all = Vec::new();
    while let Some(at) = rest.find(&mark) {
        rest = &rest[at..];
        let from = rest.find('>').unwrap() + 1;
        let to = rest.find("</li>").unwrap();
        all.push(rest[from..to].trim().to_owned());
        rest = &rest[to..];
    }
    all
}

/// A session as the vectors show it: volatile values by name.
pub(crate) fn shown(payload: &Payload, recorded: &Value) -> Value {
    let mut all = serde_json::Map::new();
    for key in payload.keys() {
        let raw = payload.get_raw(key).unwrap();
        let value: Value = serde_json::from_str(raw).unwrap();
        let named = recorded[key].as_str().filter(|text| text.starts_with('<'));
        all.insert(key.to_owned(), named.map_or_else(|| tagged(value), |name| json!(name)));
    }
    Value::Object(all)
}

/// Tuples as the vectors show them.
fn tagged(value: Value) -> Value {
    match value {
        Value::Array(list) => Value::Array(list.into_iter().map(tagged).collect()),
        Value::Object(mut map) if map.len() == 1 && map.contains_key(" t") => {
            json!({ "$type": "tuple", "value": map.remove(" t") })
        }
        other => other,
    }
}
