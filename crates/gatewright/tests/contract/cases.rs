//! The 65 recorded conversations.

use gatewright::testing::Answer;
use serde_json::{Value, json};

use crate::client::{Client, list_items, shown};
use crate::deviations::{self, expected_otherwise};
use crate::fixture::{app, data};

/// Requests in the recording, without the actions between them.
const PLAYED: usize = 285;

#[tokio::test]
async fn every_recorded_conversation_goes_as_recorded() {
    let data = data();
    let secret = data["meta"]["secret_key"].as_str().unwrap();
    let mut wrong = Vec::new();
    let (mut conversations, mut played) = (0, 0);
    let mut otherwise = Vec::new();
    for case in data["http_cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let protect = case["csrf_protect"].as_bool().unwrap();
        let app = app(&data, &case["config"], protect).await;
        let mut client = Client::new(app, secret);
        conversations += 1;
        for (index, step) in case["steps"].as_array().unwrap().iter().enumerate() {
            if step.get("action").is_some() {
                client.act(step).await;
                continue;
            }
            let answer = client.ask(&step["request"]).await;
            let mut expect = step["expect"].clone();
            expected_otherwise(name, index, &mut expect);
            if expect != step["expect"] {
                otherwise.push((name, index));
            }
            played += 1;
            for difference in compare(&client, &expect, &answer) {
                wrong.push(format!("{name} step {index} {}: {difference}", step["request"]));
            }
        }
    }
    assert_eq!((conversations, played), (65, PLAYED));
    for (name, index, why) in deviations::ALL {
        let at = otherwise.iter().position(|one| *one == (*name, *index));
        otherwise.swap_remove(at.unwrap_or_else(|| panic!("{name} {index} is as recorded: {why}")));
    }
    assert!(otherwise.is_empty(), "deviations without a reason: {otherwise:?}");
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

fn compare(client: &Client, expect: &Value, answer: &Answer) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut check = |what: &str, want: Value, got: Value| {
        if want != got {
            wrong.push(format!("{what}: want {want}, got {got}"));
        }
    };
    check("status", expect["status"].clone(), json!(answer.status.as_u16()));
    for (what, name) in [
        ("content_type", "content-type"),
        ("vary", "vary"),
        ("cache_control", "cache-control"),
        ("location", "location"),
        ("www_authenticate", "www-authenticate"),
    ] {
        // The reference writes a directive that no cache knows; see its row on Cache-Control.
        let want = expect[what].as_str().map(|text| text.replace("=True", ""));
        check(what, json!(want), json!(answer.header(name)));
    }
    if let Some(want) = expect.get("json") {
        // The form library's own text, which no setting of the recorded application replaces.
        let text = want.to_string().replace("This field is required.", "{{FIELD_REQUIRED}}");
        let want = &serde_json::from_str::<Value>(&text).unwrap();
        check("json", want.clone(), volatile(want, answer.json()));
    }
    if let Some(want) = expect.get("html_errors") {
        check("errors", want.clone(), json!(list_items(&answer.text(), "fs-error-msg")));
    }
    if expect.get("html_h1").is_some() {
        check("heading", json!(true), json!(answer.text().contains("<h1")));
    }
    if let Some(text) = expect["text"].as_str().filter(|text| text.starts_with("{{")) {
        check("text", json!(text), json!(answer.text()));
    }
    cookies(client, expect, answer, &mut check);
    wrong
}

fn cookies(
    client: &Client,
    expect: &Value,
    answer: &Answer,
    check: &mut impl FnMut(&str, Value, Value),
) {
    let want = expect["set_cookies"].as_array().cloned().unwrap_or_default();
    let got: Vec<Value> = answer
        .set_cookies()
        .into_iter()
        .enumerate()
        .map(|(index, line)| cookie(client, line, want.get(index).unwrap_or(&Value::Null)))
        .collect();
    check("cookies", json!(want), json!(got));
}

fn cookie(client: &Client, line: &str, want: &Value) -> Value {
    let mut parts = line.split("; ");
    let (name, value) = parts.next().unwrap().split_once('=').unwrap();
    let mut attributes: Vec<String> = parts.map(str::to_owned).collect();
    let cleared = attributes.iter().any(|one| one == "Max-Age=0");
    for one in &mut attributes {
        if one.starts_with("Expires=") && !cleared {
            *one = "Expires=<date>".to_owned();
        }
    }
    let mut got = json!({ "name": name, "cleared": cleared, "attributes": attributes });
    if name == "session" && !cleared {
        got["session"] = shown(&client.session(value), &want["session"]);
    } else if let Some(recorded) = want.get("value") {
        got["value"] = recorded.clone();
    }
    got
}

/// Values that differ from run to run, by the names that the recording gives them.
fn volatile(want: &Value, mut got: Value) -> Value {
    for pointer in [
        "/response/csrf_token",
        "/response/user/authentication_token",
        "/response/user/refresh_token",
    ] {
        let named = want.pointer(pointer).and_then(Value::as_str);
        let is_text = got.pointer(pointer).is_some_and(Value::is_string);
        if let (Some(name), true, Some(place)) = (named, is_text, got.pointer_mut(pointer)) {
            *place = json!(name);
        }
    }
    got
}
