//! Some thousand requests put together at random, the same ones every time. `TEST_FUZZ_REQUESTS`
//! asks for more of them, `TEST_FUZZ_SEED` (a number) for others.

use gatewright::config::Preset;
use serde_json::json;

use crate::ask::Ask;
use crate::fixture::{Csrf, JOE, PASSWORD, PATHS, app, auth_token, csrf_token, session_cookie};

const REQUESTS: u64 = 6_000;
const SEED: u64 = 0x9e37_79b9_7f4a_7c15;

/// PCG-XSH-RR without its warm-up: enough to be arbitrary, and always the same.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u32 {
        let old = self.0;
        self.0 = old.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        let shifted = u32::try_from((((old >> 18) ^ old) >> 27) & 0xffff_ffff).unwrap();
        shifted.rotate_right(u32::try_from(old >> 59).unwrap())
    }

    fn below(&mut self, n: usize) -> usize {
        self.next() as usize % n
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// Changes, repeats, cuts or inserts some bytes.
    fn spoil(&mut self, mut bytes: Vec<u8>) -> Vec<u8> {
        for _ in 0..self.below(4) {
            let at = self.below(bytes.len() + 1);
            match self.below(5) {
                0 => bytes.truncate(at),
                1 => bytes.insert(at, u8::try_from(self.below(256)).unwrap()),
                2 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
                3 => bytes.splice(at..at, ODD[self.below(ODD.len())].bytes()).for_each(drop),
                _ => {
                    let tail = bytes.split_off(at);
                    let times = 1 + self.below(20);
                    bytes.extend(tail.repeat(times).into_iter().take(40_000));
                }
            }
        }
        bytes
    }

    fn word(&mut self) -> String {
        let length = self.below(40);
        match self.below(6) {
            0 => ODD[self.below(ODD.len())].to_owned(),
            1 => JOE.to_owned(),
            2 => PASSWORD.to_owned(),
            3 => (0..length).filter_map(|_| char::from_u32(self.next() % 0x11_0000)).collect(),
            4 => self.next().to_string(),
            _ => (0..length).map(|_| char::from(b' ' + (self.next() % 95) as u8)).collect(),
        }
    }

    fn json(&mut self, depth: usize) -> serde_json::Value {
        match self.below(if depth == 0 { 5 } else { 7 }) {
            0 => json!(null),
            1 => json!(self.chance(50)),
            2 => json!(f64::from(self.next()) - 1e9),
            3 | 4 => json!(self.word()),
            5 => (0..self.below(4)).map(|_| self.json(depth - 1)).collect(),
            _ => {
                let members = (0..self.below(5)).map(|_| {
                    let name =
                        if self.chance(80) { self.one(NAMES).to_owned() } else { self.word() };
                    (name, self.json(depth - 1))
                });
                serde_json::Value::Object(members.collect())
            }
        }
    }
}

const NAMES: &[&str] = &[
    "email",
    "password",
    "password_confirm",
    "username",
    "next",
    "remember",
    "csrf_token",
    "submit",
    "auth_token",
    "refresh_token",
    "revoke",
    "a-csrf_token",
    "",
];
const SESSION: &[&str] = &[
    "_user_id",
    "_fresh",
    "_id",
    "_permanent",
    "_remember_seconds",
    "_flashes",
    "csrf_token",
    "fs_cc",
    "fs_paa",
    "fs_gexp",
    "next",
    "a",
    " t",
    " di",
];
const ODD: &[&str] = &[
    "",
    "\0",
    "//evil.test",
    "\r\n",
    "%00",
    "%ff",
    "é",
    "\u{feff}",
    "\u{202e}",
    "'",
    "\"",
    "<",
    "{{",
    "{%",
    "..",
    "/",
    "\\",
    "&",
    ";",
    ",",
    "=",
    "|",
    ".",
    "[",
    "{",
    "1e400",
    "-1",
    "NaN",
    "null",
    "application/json",
    "*/*",
    "text/html",
    "localhost",
    "[::1]",
    "Basic ",
    "multipart/form-data",
];
const HEADERS: &[&str] = &[
    "accept",
    "accept-language",
    "content-type",
    "user-agent",
    "referer",
    "x-forwarded-for",
    "x-forwarded-proto",
    "x-csrftoken",
    "authorization",
    "authentication-token",
    "cookie",
    "host",
    "content-length",
    "origin",
];

fn cookie(dice: &mut Dice, uid: &str, now: i64) -> Vec<u8> {
    let mut members = serde_json::Map::new();
    for _ in 0..dice.below(5) {
        members.insert(dice.one(SESSION).to_owned(), dice.json(3));
    }
    if dice.chance(50) {
        members.insert("_user_id".into(), json!(uid));
        members.insert("fs_paa".into(), json!(now));
    }
    let mut text = serde_json::Value::Object(members).to_string().into_bytes();
    if dice.chance(20) {
        text = dice.spoil(text);
    }
    let cookie = session_cookie(&String::from_utf8_lossy(&text), now);
    if dice.chance(20) { dice.spoil(cookie.into_bytes()) } else { cookie.into_bytes() }
}

fn body(dice: &mut Dice) -> (String, Vec<u8>) {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for _ in 0..dice.below(7) {
        pairs.push((dice.one(NAMES).to_owned(), dice.word()));
    }
    let (media, body) = match dice.below(4) {
        0 => ("application/json", dice.json(5).to_string().into_bytes()),
        1 => {
            let fields = pairs.iter().map(|(name, value)| (name.clone(), json!(value)));
            let fields: serde_json::Map<_, _> = fields.collect();
            ("application/json", serde_json::Value::Object(fields).to_string().into_bytes())
        }
        2 => {
            let form =
                form_urlencoded::Serializer::new(String::new()).extend_pairs(&pairs).finish();
            ("application/x-www-form-urlencoded", form.into_bytes())
        }
        _ => {
            let mut text = String::new();
            for (name, value) in &pairs {
                text.push_str(&format!(
                    "--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                ));
            }
            ("multipart/form-data; boundary=edge", (text + "--edge--\r\n").into_bytes())
        }
    };
    let body = if dice.chance(30) { dice.spoil(body) } else { body };
    (media.to_owned(), body)
}

fn request(dice: &mut Dice, uid: &str, now: i64) -> Ask {
    let method = dice.one(&["GET", "GET", "POST", "POST", "POST", "PUT", "HEAD", "OPTIONS", "X"]);
    let mut path = dice.one(PATHS).as_bytes().to_vec();
    if dice.chance(30) {
        let value: String = form_urlencoded::byte_serialize(dice.word().as_bytes()).collect();
        path.extend(format!("?{}={value}", dice.one(NAMES)).bytes());
    }
    if dice.chance(15) {
        path = dice.spoil(path);
    }
    let mut ask = Ask::new(method, path);
    if dice.chance(60) {
        let (media, body) = body(dice);
        ask = ask.header("content-type", media).body(body);
    }
    if dice.chance(50) {
        ask = ask.header("cookie", cookie(dice, uid, now));
    }
    if dice.chance(20) {
        let mut claims = json!({ "ver": "5", "uid": uid, "fs_paa": now, "exp": 0 });
        if dice.chance(50) {
            claims[dice.one(&["ver", "uid", "fs_paa", "exp", "x"])] = dice.json(2);
        }
        let token = auth_token(&claims.to_string(), now).into_bytes();
        let token = if dice.chance(30) { dice.spoil(token) } else { token };
        ask = ask.header("authentication-token", token);
    }
    if dice.chance(20) {
        ask = ask.header("x-csrftoken", csrf_token(&dice.json(1).to_string(), now));
    }
    if dice.chance(40) {
        ask = ask.header("accept", "application/json");
    }
    for _ in 0..dice.below(3) {
        let name = dice.one(HEADERS);
        let value = dice.word().into_bytes();
        ask = ask.header(name, dice.spoil(value));
    }
    if dice.chance(5) {
        ask = ask.chunked();
    }
    ask
}

#[tokio::test]
async fn whatever_is_sent_is_answered() {
    let asked = |name: &str, usual: u64| {
        std::env::var(name).map_or(usual, |text| text.parse().expect("a number"))
    };
    let (requests, seed) = (asked("TEST_FUZZ_REQUESTS", REQUESTS), asked("TEST_FUZZ_SEED", SEED));
    let mut seen = std::collections::BTreeMap::<u16, usize>::new();
    let mut carried = 0;
    let setups = [
        (Preset::Recommended, Csrf::Off),
        (Preset::Flask, Csrf::Off),
        (Preset::Recommended, Csrf::Form),
        (Preset::Flask, Csrf::Global),
        (Preset::Recommended, Csrf::Guards),
    ];
    let share = requests / setups.len() as u64;
    for (at, (preset, csrf)) in setups.into_iter().enumerate() {
        let test = app(preset, csrf).await;
        let (app, now) = (test.router(), test.clock().unix());
        let uid = test.find(JOE).await.unwrap().uniquifier;
        let mut dice = Dice(seed.wrapping_add(at as u64));
        for number in 0..share {
            let ask = request(&mut dice, &uid, now);
            let Some(reply) = ask.try_to(&app).await else { continue };
            carried += 1;
            *seen.entry(reply.status).or_default() += 1;
            assert!(reply.status < 500, "{} to request {number}: {}", reply.status, ask.shown());
        }
    }
    assert!(carried > requests / 2, "HTTP carried {carried} only");
    // Dice that only ever hit one kind of answer test nothing.
    for status in [200, 302, 400, 401, 404, 405] {
        assert!(seen.contains_key(&status), "never {status}: {seen:?}");
    }
}
