//! What a client sent: urlencoded, multipart or JSON, as the same map.

use std::collections::HashMap;
use std::convert::Infallible;

use bytes::Bytes;
use futures_util::stream;
use serde_json::{Map, Value};

use crate::error::{Error, Result};

/// Most fields a body may have, whatever its type: each costs many times its bytes.
const MAX_FIELDS: usize = 1000;
const URLENCODED: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// The fields that a client sent, and the parameters of the path.
#[derive(Default)]
pub(crate) struct Submitted {
    fields: HashMap<String, Vec<Sent>>,
    params: HashMap<String, String>,
    /// The method was one that sends a form.
    pub(crate) posted: bool,
    /// The body was JSON, or would have been if there had been one.
    pub(crate) json: bool,
}

/// One value as a form sees it.
#[derive(Clone)]
pub(crate) enum Sent {
    Text(String),
    /// JSON `null`: present, without a value.
    Null,
    /// JSON of another type.
    Other(Value),
}

impl Sent {
    /// A box is ticked unless it is absent, `false`, `0`, empty or the text `false`.
    pub(crate) fn truthy(&self) -> bool {
        match self {
            Self::Text(text) => !text.is_empty() && text != "false",
            Self::Null => true,
            Self::Other(Value::Bool(value)) => *value,
            Self::Other(Value::Number(number)) => number.as_f64() != Some(0.0),
            Self::Other(_) => true,
        }
    }
}

/// An authentication token in a JSON body. A value of another type defeats the other sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BodyToken {
    Text(String),
    Unusable,
}

impl Submitted {
    pub(crate) fn with_params(mut self, params: HashMap<String, String>) -> Self {
        self.params = params;
        self
    }

    /// A parameter of the path.
    pub(crate) fn param(&self, name: &str) -> Option<&str> {
        self.params.get(name).map(String::as_str)
    }

    /// The first value of a field.
    pub(crate) fn first(&self, name: &str) -> Option<&Sent> {
        self.fields.get(name)?.first()
    }

    /// The first value of a field, if it is text.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        match self.first(name)? {
            Sent::Text(text) => Some(text),
            Sent::Null | Sent::Other(_) => None,
        }
    }

    /// True if a field has a value that is neither text nor `null`.
    pub(crate) fn wrong_type(&self, name: &str) -> bool {
        matches!(self.first(name), Some(Sent::Other(_)))
    }

    /// The fields' names.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.fields.keys().map(String::as_str)
    }
}

/// Reads a body. Without one there are no fields; what is not an object is an error.
pub(crate) async fn parse(content_type: Option<&str>, body: Bytes) -> Result<Submitted> {
    let mut sent = Submitted { posted: true, ..Submitted::default() };
    sent.json = crate::facts::is_json(content_type);
    if body.is_empty() {
        return Ok(sent);
    }
    if sent.json {
        let object = json_object(&body)?;
        if object.len() > MAX_FIELDS {
            return Err(too_many());
        }
        for (name, value) in object {
            if let Some(values) = json_values(value) {
                sent.fields.insert(name, values);
            }
        }
        return Ok(sent);
    }
    let media = content_type.unwrap_or_default();
    if is(content_type, URLENCODED) {
        for (at, (name, value)) in form_urlencoded::parse(&body).enumerate() {
            if at == MAX_FIELDS {
                return Err(too_many());
            }
            let values = sent.fields.entry(name.into_owned()).or_default();
            values.push(Sent::Text(value.into_owned()));
        }
    } else if is(content_type, MULTIPART) {
        multipart(media, body, &mut sent).await?;
    }
    Ok(sent)
}

fn too_many() -> Error {
    Error::bad_request("the body has too many fields")
}

/// Whether a content type is one of the two that forms have.
pub(crate) fn is_form(content_type: Option<&str>) -> bool {
    is(content_type, URLENCODED) || is(content_type, MULTIPART)
}

fn is(content_type: Option<&str>, media: &str) -> bool {
    let bare = content_type.unwrap_or_default().split(';').next().unwrap_or_default();
    bare.trim().eq_ignore_ascii_case(media)
}

/// The token in a JSON object body, under the name of the setting.
pub(crate) fn body_token(body: &[u8], key: &str) -> Option<BodyToken> {
    match json_object(body).ok()?.remove(key)? {
        Value::String(text) => Some(BodyToken::Text(text)),
        _ => Some(BodyToken::Unusable),
    }
}

fn json_object(body: &[u8]) -> Result<Map<String, Value>> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(map)) => Ok(map),
        Ok(Value::Null) => Ok(Map::new()),
        Ok(_) => Err(Error::bad_request("the JSON body must be an object")),
        Err(error) => Err(Error::malformed("the body is not valid JSON").caused_by(error)),
    }
}

fn json_values(value: Value) -> Option<Vec<Sent>> {
    let one = |value| match value {
        Value::String(text) => Sent::Text(text),
        Value::Null => Sent::Null,
        other => Sent::Other(other),
    };
    match value {
        Value::Array(list) if list.is_empty() => None,
        Value::Array(list) => Some(list.into_iter().map(one).collect()),
        other => Some(vec![one(other)]),
    }
}

async fn multipart(content_type: &str, body: Bytes, sent: &mut Submitted) -> Result<()> {
    let unreadable = |error| Error::malformed("the multipart body is broken").caused_by(error);
    let boundary = multer::parse_boundary(content_type).map_err(unreadable)?;
    let body = stream::once(async move { Ok::<_, Infallible>(body) });
    let mut parts = multer::Multipart::new(body, boundary);
    let mut count = 0;
    while let Some(part) = parts.next_field().await.map_err(unreadable)? {
        count += 1;
        if count > MAX_FIELDS {
            return Err(too_many());
        }
        let Some(name) = part.name().map(str::to_owned) else { continue };
        if part.file_name().is_some() {
            continue;
        }
        let text = part.text().await.map_err(unreadable)?;
        sent.fields.entry(name).or_default().push(Sent::Text(text));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    async fn read(media: &str, body: &[u8]) -> Result<Submitted> {
        parse(Some(media), Bytes::copy_from_slice(body)).await
    }

    #[tokio::test]
    async fn three_encodings_say_the_same() {
        let multipart = b"--e\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n\
            --e\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n2\r\n\
            --e\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n3\r\n--e--\r\n";
        for (media, body) in [
            ("application/x-www-form-urlencoded; charset=utf-8", &b"a=1&a=2"[..]),
            ("multipart/form-data; boundary=e", multipart),
            ("application/json", br#"{"a":["1","2"]}"#),
        ] {
            let sent = read(media, body).await.unwrap();
            assert!(sent.posted);
            assert_eq!(sent.text("a"), Some("1"), "{media}");
            assert_eq!(sent.names().collect::<Vec<_>>(), ["a"], "{media}");
        }
    }

    #[tokio::test]
    async fn what_cannot_be_read_is_an_error_or_nothing() {
        for (media, body, kind) in [
            ("application/json", &b"{"[..], ErrorKind::Malformed),
            ("application/json", b"[]", ErrorKind::BadRequest),
            ("application/json", b"7", ErrorKind::BadRequest),
            ("multipart/form-data", b"x", ErrorKind::Malformed),
            ("multipart/form-data; boundary=e", b"--e\r\nX", ErrorKind::Malformed),
        ] {
            let error = read(media, body).await.err().unwrap();
            assert_eq!(*error.kind(), kind, "{media}");
        }
        for (media, body) in [
            ("text/plain", &b"a=1"[..]),
            ("", b"a=1"),
            ("application/json", b""),
            ("application/json", b"null"),
        ] {
            assert_eq!(read(media, body).await.unwrap().names().count(), 0, "{media}");
        }
        // The last of several members counts, as with every JSON reader.
        let twice = read("application/json", br#"{"a":"1","a":"2"}"#).await.unwrap();
        assert_eq!(twice.text("a"), Some("2"));
    }

    #[test]
    fn boxes_are_ticked_as_the_reference_ticks_them() {
        let ticked = |json: &str| {
            json_values(serde_json::from_str(json).unwrap()).is_some_and(|all| all[0].truthy())
        };
        for yes in ["\"y\"", "\"0\"", "\"true\"", "true", "1", "null", "{}"] {
            assert!(ticked(yes), "{yes}");
        }
        for no in ["\"\"", "\"false\"", "false", "0", "0.0", "[]"] {
            assert!(!ticked(no), "{no}");
        }
    }

    #[test]
    fn a_token_in_a_body_is_text_or_useless() {
        let token = |body: &str| body_token(body.as_bytes(), "auth_token");
        assert_eq!(token(r#"{"auth_token":"x"}"#), Some(BodyToken::Text("x".into())));
        assert_eq!(token(r#"{"auth_token":7}"#), Some(BodyToken::Unusable));
        assert_eq!(token(r#"{"auth_token":null}"#), Some(BodyToken::Unusable));
        assert_eq!(token(r#"{"other":"x"}"#), None);
        assert_eq!(token("["), None);
    }

    /// 64 KiB of short names would be kept as megabytes, for as long as a password waits for its
    /// turn.
    #[tokio::test]
    async fn a_body_has_so_many_fields_and_no_more() {
        let pairs = |count: usize| (0..count).map(|at| format!("{at}=")).collect::<Vec<_>>();
        let form = |count| (Some("application/x-www-form-urlencoded"), pairs(count).join("&"));
        let members = |count: usize| (0..count).map(|at| format!("\"{at}\":0")).collect::<Vec<_>>();
        let json = |count| (Some("application/json"), format!("{{{}}}", members(count).join(",")));
        let part = "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n";
        let parts = |count| {
            (Some("multipart/form-data; boundary=x"), format!("{}--x--\r\n", part.repeat(count)))
        };
        for (good, bad) in [
            (form(MAX_FIELDS), form(MAX_FIELDS + 1)),
            (json(MAX_FIELDS), json(MAX_FIELDS + 1)),
            (parts(MAX_FIELDS), parts(MAX_FIELDS + 1)),
        ] {
            assert!(parse(good.0, good.1.into()).await.is_ok(), "{:?}", good.0);
            assert!(parse(bad.0, bad.1.into()).await.is_err(), "{:?}", bad.0);
        }
    }
}
