//! What a request pays for the formats.
#![allow(clippy::unwrap_used, missing_docs, reason = "a bench")]

use divan::{Bencher, black_box};

use gatewright_wire::flask::csrf::Csrf;
use gatewright_wire::flask::session::{self, Codec, Payload};
use gatewright_wire::flask::{identifier, remember};
use gatewright_wire::itsdangerous::{Derivation, Timed};

const SECRET: &[u8] = b"core-secret-key-0123456789abcdef";
const UID: &str = "1f2e3d4c5b6a798897a6b5c4d3e2f101";
const NOW: i64 = 1_780_000_000;

fn main() {
    divan::main();
}

/// A visitor with a CSRF value: not worth zlib.
fn small() -> Payload {
    let mut payload = Payload::default();
    payload.set_str("csrf_token", "e16334cd50fc334fefae1216d681f54021855d35");
    payload.set_str("fs_cc", "set");
    payload
}

/// A signed-in user: zlib.
fn signed_in() -> Payload {
    let mut payload = small();
    payload.set_str("_id", &identifier::client(Some("127.0.0.1"), Some(b"Werkzeug/3.1.9")));
    payload.set_str("_user_id", UID);
    payload.set_bool("_fresh", true);
    payload.set_f64("fs_paa", 1_779_999_990.823_607);
    payload
}

#[divan::bench_group]
mod session_cookie {
    use super::*;

    fn decode(bencher: Bencher<'_, '_>, payload: &Payload) {
        let codec = Codec::new(&[SECRET], "cookie-session");
        let cookie = codec.encode(payload, NOW).unwrap();
        bencher.bench(|| codec.decode(black_box(&cookie), NOW, 60));
    }

    fn encode(bencher: Bencher<'_, '_>, payload: &Payload) {
        let codec = Codec::new(&[SECRET], "cookie-session");
        bencher.bench(|| codec.encode(black_box(payload), NOW));
    }

    #[divan::bench]
    fn decode_plain(bencher: Bencher<'_, '_>) {
        decode(bencher, &small());
    }

    /// The cookie that the browser sent last time, too.
    #[divan::bench]
    fn decode_zlib_again(bencher: Bencher<'_, '_>) {
        decode(bencher, &signed_in());
    }

    #[divan::bench]
    fn decode_zlib_first(bencher: Bencher<'_, '_>) {
        let new = || Codec::new(&[SECRET], "cookie-session");
        let cookie = new().encode(&signed_in(), NOW).unwrap();
        bencher.with_inputs(new).bench_refs(|codec| codec.decode(black_box(&cookie), NOW, 60));
    }

    #[divan::bench]
    fn encode_plain(bencher: Bencher<'_, '_>) {
        encode(bencher, &small());
    }

    #[divan::bench]
    fn encode_zlib(bencher: Bencher<'_, '_>) {
        encode(bencher, &signed_in());
    }

    #[divan::bench]
    fn refuse_forged(bencher: Bencher<'_, '_>) {
        let codec = Codec::new(&[SECRET], "cookie-session");
        let cookie = Codec::new(&[b"other"], "cookie-session").encode(&signed_in(), NOW).unwrap();
        bencher.bench(|| codec.decode(black_box(&cookie), NOW, 60));
    }

    #[divan::bench]
    fn tagged_flashes(bencher: Bencher<'_, '_>) {
        let json = r#"[{" t":["info","one thing"]},{" t":["error","another thing"]}]"#;
        bencher.bench(|| session::decode(black_box(json)));
    }
}

#[divan::bench_group]
mod token {
    use super::*;

    const JSON: &str =
        r#"{"ver":"5","uid":"1f2e3d4c5b6a798897a6b5c4d3e2f101","fs_paa":1779999990.25,"exp":0}"#;

    fn tokens() -> Timed {
        Timed::new(&[SECRET], "remember-salt", Derivation::DjangoConcat)
    }

    #[divan::bench]
    fn sign(bencher: Bencher<'_, '_>) {
        let tokens = tokens();
        bencher.bench(|| tokens.dumps(black_box(JSON), NOW));
    }

    #[divan::bench]
    fn verify(bencher: Bencher<'_, '_>) {
        let tokens = tokens();
        let token = tokens.dumps(JSON, NOW);
        bencher.bench(|| tokens.loads(black_box(&token), NOW, Some(900)));
    }

    #[divan::bench]
    fn derive_keys() -> Timed {
        tokens()
    }
}

#[divan::bench_group]
mod cookies {
    use super::*;

    const RAW: &str = "e16334cd50fc334fefae1216d681f54021855d35";

    #[divan::bench]
    fn csrf_make(bencher: Bencher<'_, '_>) {
        let csrf = Csrf::new(SECRET);
        bencher.bench(|| csrf.token(black_box(RAW), NOW));
    }

    #[divan::bench]
    fn csrf_check(bencher: Bencher<'_, '_>) {
        let csrf = Csrf::new(SECRET);
        let token = csrf.token(RAW, NOW);
        bencher.bench(|| csrf.check(black_box(&token), RAW, NOW, Some(3600)));
    }

    #[divan::bench]
    fn remember_check(bencher: Bencher<'_, '_>) {
        let cookie = remember::encode(SECRET, UID);
        bencher.bench(|| remember::decode(SECRET, black_box(&cookie)));
    }

    #[divan::bench]
    fn client_identifier() -> String {
        identifier::client(black_box(Some("127.0.0.1")), Some(b"Mozilla/5.0 (X11; Linux x86_64)"))
    }
}
