//! Hashes of other systems, made by their own libraries, and strings that only look like hashes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use std::sync::LazyLock;

use data_encoding::BASE64;
use gatewright_wire::passlib::{
    Context, Deprecated, Digest, Foreign, Limits, Options, Scheme, SingleHash,
};
use gatewright_wire::{Error, Result};
use proptest::prelude::*;
use serde_json::Value;

static GOLDEN: LazyLock<Vec<Value>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../testdata/foreign_passwords.json")).unwrap()
});

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_else(|| panic!("{key} in {row}"))
}

fn number(value: &Value) -> u32 {
    value.as_u64().unwrap().try_into().unwrap()
}

fn import(row: &Value) -> Result<Foreign> {
    let hash = text(row, "hash");
    let bytes = |key: &str| BASE64.decode(text(row, key).as_bytes()).unwrap();
    match text(row, "how") {
        "read" => Foreign::read(hash),
        "devise" => Foreign::devise(hash),
        "firebase" => Foreign::firebase(
            hash,
            text(row, "salt"),
            text(row, "separator"),
            number(&row["rounds"]),
            number(&row["mem_cost"]),
        ),
        "pbkdf2" => {
            let digest = match text(row, "digest") {
                "Sha1" => Digest::Sha1,
                "Sha256" => Digest::Sha256,
                _ => Digest::Sha512,
            };
            Foreign::pbkdf2(digest, number(&row["rounds"]), &bytes("salt"), &bytes("hash"))
        }
        "argon2" => {
            let [memory, passes, lanes] = [0, 1, 2].map(|at| number(&row["costs"][at]));
            let costs = (memory, passes, lanes);
            Foreign::argon2(text(row, "kind"), costs, &bytes("salt"), &bytes("hash"))
        }
        other => panic!("{other}"),
    }
}

/// A context that hashes with the salt of its own before everything that is its own.
fn context(peppers: &[&str], signers: &[&str]) -> Context {
    let costs = [("argon2__memory_cost", 64), ("argon2__time_cost", 1), ("argon2__parallelism", 1)];
    let context = Context::new(
        vec![Scheme::Argon2, Scheme::Bcrypt, Scheme::Plaintext, Scheme::Imported],
        Scheme::Argon2,
        Deprecated::List(Vec::new()),
        SingleHash::Schemes(Vec::new()),
        Some(b"a salt that other systems do not know".to_vec()),
        Options::from_pairs(costs).unwrap(),
    );
    context.unwrap().with_foreign_keys(
        peppers.iter().map(|pepper| pepper.as_bytes().to_vec()).collect(),
        signers.iter().map(|key| BASE64.decode(key.as_bytes()).unwrap()).collect(),
    )
}

fn keys(row: &Value) -> Context {
    let one = |key: &str| row[key].as_str().map(|key| vec![key]).unwrap_or_default();
    context(&one("pepper"), &one("signer_key"))
}

#[test]
fn hashes_of_every_origin_verify_and_are_to_be_renewed() {
    assert!(GOLDEN.len() >= 40);
    for row in GOLDEN.iter() {
        let foreign = import(row).unwrap_or_else(|error| panic!("{row}: {error}"));
        assert_eq!(foreign.is_weak(), row["weak"].as_bool().unwrap_or(false), "{row}");
        let context = keys(row);
        assert_eq!(context.identify(foreign.stored()), Some(Scheme::Imported));
        let verdict = context.verify(text(row, "password"), foreign.stored());
        assert!(verdict.ok && verdict.needs_update, "{row}");
        for wrong in ["", "correct horse batterz", "Password", foreign.stored(), text(row, "hash")]
        {
            assert!(!context.verify(wrong, foreign.stored()).ok, "{row} with {wrong}");
        }
        // Renewed with what is today's, to which the salt belongs.
        let renewed = context.renew(text(row, "password"), foreign.stored()).unwrap();
        assert_eq!(context.identify(&renewed), Some(Scheme::Argon2));
        let verdict = context.verify(text(row, "password"), &renewed);
        assert!(verdict.ok && !verdict.needs_update, "{row}");
        assert!(!format!("{foreign:?}").contains(text(row, "hash")));
    }
}

#[test]
fn a_hash_of_the_password_itself_needs_the_mark() {
    let row = &GOLDEN[0];
    // Without it, the same text is one of our own, whose password went through an HMAC before.
    assert!(!keys(row).verify(text(row, "password"), text(row, "hash")).ok);
}

#[test]
fn keys_that_are_not_in_the_hash_decide() {
    let of = |how: &str| GOLDEN.iter().find(|row| row["how"] == how).unwrap();
    let (devise, firebase) = (of("devise"), of("firebase"));
    let fits = |row: &Value, peppers: &[&str], signers: &[&str]| {
        let stored = import(row).unwrap();
        context(peppers, signers).verify(text(row, "password"), stored.stored()).ok
    };
    let pepper = text(devise, "pepper");
    assert!(fits(devise, &["former", pepper], &[]) && fits(devise, &[pepper, "former"], &[]));
    assert!(!fits(devise, &["former"], &[]) && !fits(devise, &[], &[]));
    let signer = text(firebase, "signer_key");
    let other = BASE64.encode(&[7; 64]);
    assert!(fits(firebase, &[], &[&other, signer]));
    assert!(!fits(firebase, &[], &[&other]) && !fits(firebase, &[], &[]));
    for row in [devise, firebase] {
        let stored = import(row).unwrap();
        for key in ["pepper", "signer_key"] {
            assert!(row[key].as_str().is_none_or(|key| !stored.stored().contains(key)));
        }
    }
}

#[test]
fn what_would_cost_too_much_is_refused_and_never_run() {
    let digest = "A".repeat(43);
    let salt = "AAAAAAAAAAAAAAAAAAAAAA";
    let bcrypt = "abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyz01234";
    let hostile = [
        format!("$2b$31${bcrypt}"),
        format!("$wp$2y$31${bcrypt}"),
        format!("bcrypt_sha256$$2b$30${bcrypt}"),
        format!("$pbkdf2-sha256$2147483648${salt}${digest}"),
        format!("pbkdf2_sha256$2147483647$salt${digest}="),
        format!("pbkdf2:sha256:4294967295$salt${}", "ab".repeat(32)),
        format!("$scrypt$ln=31,r=8,p=1${salt}${digest}"),
        format!("$scrypt$ln=1,r=1,p=100000000${salt}${digest}"),
        format!("scrypt:2147483648:8:1$salt${}", "ab".repeat(32)),
        format!("scrypt$salt$1048576$1024$64${digest}="),
        format!("$argon2id$v=19$m=4294967295,t=1,p=1${salt}${digest}"),
        format!("$argon2id$v=19$m=65536,t=4294967295,p=1${salt}${digest}"),
        format!("$argon2id$v=19$m=65536,t=1,p=4294967295${salt}${digest}"),
        format!("$5$rounds=999999999$salt${digest}"),
        format!("$6$rounds=999999999$salt${digest}{digest}"),
        format!("$P$z12345678{}", "a".repeat(22)),
    ];
    let context = context(&["pepper"], &[]);
    for hash in hostile {
        let refused = Foreign::read(&hash);
        assert!(
            matches!(refused, Err(Error::BadOption(_) | Error::Malformed)),
            "{hash}: {refused:?}"
        );
        // As if somebody had put it into the database: it would run for hours.
        assert!(!context.verify("password", &format!("{{imported}}{hash}")).ok, "{hash}");
    }
    assert!(matches!(Foreign::devise(&format!("$2a$31${bcrypt}")), Err(Error::BadOption(_))));
    for (rounds, mem_cost) in [(8, 31), (8, u32::MAX), (u32::MAX, 14), (0, 14), (8, 0)] {
        let hash = BASE64.encode(&[1; 64]);
        assert!(Foreign::firebase(&hash, "AAAA", "Bw==", rounds, mem_cost).is_err());
    }
    // Each block of a digest costs all rounds again.
    let limit = Limits::DEFAULT.pbkdf2_rounds;
    assert!(Foreign::pbkdf2(Digest::Sha256, limit, b"salt", &[0; 32]).is_ok());
    assert!(Foreign::pbkdf2(Digest::Sha256, limit, b"salt", &[0; 64]).is_err());
    assert!(Foreign::pbkdf2(Digest::Sha256, 0, b"salt", &[0; 32]).is_err());
}

#[test]
fn what_is_no_hash_is_refused() {
    let no = [
        "",
        " ",
        "password",
        "$",
        "$$",
        "{imported}",
        "{imported}$2b$04$",
        "$2x$04$",
        "$2b$04$x",
        "5f4dcc3b5aa765d61d8327deb882cf99",
        "{SSHA}",
        "{SSHA}AAAA",
        "{SSHA1024}AAAA",
        "{MD5}AAAA",
        "{CRYPT}",
        "{CRYPT}password",
        "$P$",
        "$P$B",
        "$firebase$",
        "$firebase$m=14,r=8$$$",
        "$devise",
        "$wp",
        "$wp$2y",
        "pbkdf2:md5:1$a$00",
        "pbkdf2:",
        "scrypt:",
        "scrypt:3:8:1$a$00",
        "scrypt$",
        "scrypt$a$16$8$1$",
        "sha256$salt$00",
        "$pbkdf2-sha256$1000$$",
        "md5$",
        "crypt$",
        "$argon2id$v=19$m=64,t=1,p=1$$",
        "$5$salt$short",
        "$scrypt$ln=4,r=8,p=1$AAAA$AAAA",
    ];
    for hash in no {
        assert!(Foreign::read(hash).is_err(), "{hash}");
        assert!(!context(&["pepper"], &[]).verify("password", &format!("{{imported}}{hash}")).ok);
    }
    assert!(Foreign::read(&"$".repeat(10_000)).is_err());
    assert!(Foreign::devise("").is_err() && Foreign::devise("$argon2id$").is_err());
    assert!(Foreign::firebase("no base64!", "AAAA", "Bw==", 8, 14).is_err());
}

proptest! {
    #[test]
    fn nothing_panics(text in ".{0,120}", at in 0_usize..200, row in 0_usize..40) {
        let limits = Limits::TINY;
        let tiny = context(&["pepper"], &[]).with_limits(limits);
        let _ = Foreign::read(&text);
        let _ = tiny.verify("password", &format!("{{imported}}{text}"));
        // A good hash with something else in its middle.
        let golden = &GOLDEN[row % GOLDEN.len()];
        let mut broken: Vec<char> = text_of(golden).chars().collect();
        let at = at % broken.len();
        broken.splice(at..at, text.chars().take(2));
        let broken: String = broken.into_iter().collect();
        let _ = Foreign::read(&broken);
        let _ = Foreign::devise(&broken);
        let _ = Foreign::firebase(&broken, &text, &text, 8, 14);
        let _ = tiny.verify("password", &format!("{{imported}}{broken}"));
    }
}

fn text_of(row: &Value) -> String {
    let stored = import(row).unwrap();
    stored.stored().trim_start_matches("{imported}").to_owned()
}
