//! Password hashes against the reference's golden values, and against hostile input.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use std::sync::LazyLock;

use gatewright_wire::{
    Error,
    passlib::{
        Context, Deprecated, Limits, MAX_SECRET, OptionValue, Options, Scheme, SingleHash,
        double_hash, hash_data, verify_data,
    },
};
use proptest::prelude::*;
use serde_json::Value;

static GOLDEN: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../testdata/passwords.json")).unwrap());

fn rows(group: &str) -> &'static [Value] {
    let rows = GOLDEN[group].as_array().unwrap();
    assert!(!rows.is_empty());
    rows
}

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_else(|| panic!("{key} in {row}"))
}

fn scheme(name: &Value) -> Scheme {
    name.as_str().unwrap().parse().unwrap()
}

/// The reference's default list.
const SCHEMES: [Scheme; 8] = [
    Scheme::Bcrypt,
    Scheme::Argon2,
    Scheme::DesCrypt,
    Scheme::Pbkdf2Sha256,
    Scheme::Pbkdf2Sha512,
    Scheme::Sha256Crypt,
    Scheme::Sha512Crypt,
    Scheme::Plaintext,
];

/// Costs so low that a test of many hashes takes no time.
fn cheap() -> Options {
    Options::from_pairs([
        ("argon2__memory_cost", 64),
        ("argon2__time_cost", 1),
        ("argon2__parallelism", 1),
        ("django_argon2__memory_cost", 64),
        ("django_argon2__time_cost", 1),
        ("django_argon2__parallelism", 1),
        ("bcrypt__rounds", 4),
        ("bcrypt_sha256__rounds", 4),
        ("django_bcrypt__rounds", 4),
        ("django_bcrypt_sha256__rounds", 4),
        ("pbkdf2_sha1__rounds", 1000),
        ("pbkdf2_sha256__rounds", 1000),
        ("pbkdf2_sha512__rounds", 1000),
        ("django_pbkdf2_sha1__rounds", 1000),
        ("django_pbkdf2_sha256__rounds", 1000),
        ("sha1_crypt__rounds", 1000),
        ("sha256_crypt__rounds", 1000),
        ("sha512_crypt__rounds", 1000),
        ("scrypt__rounds", 4),
    ])
    .unwrap()
}

fn context(schemes: Vec<Scheme>, default: Scheme, single: SingleHash) -> Context {
    let salt = GOLDEN["password_salt"].as_str().unwrap().as_bytes().to_vec();
    Context::new(schemes, default, Deprecated::Auto, single, Some(salt), cheap()).unwrap()
}

fn all(default: Scheme) -> Context {
    context(Scheme::ALL.to_vec(), default, SingleHash::default())
}

#[test]
fn double_hash_texts() {
    for row in rows("hmac") {
        let made = double_hash(text(row, "password"), text(row, "password_salt").as_bytes());
        assert_eq!(&*made, text(row, "double_hash_input"), "{row}");
    }
}

fn check_hashes(wanted: impl Fn(&str) -> bool) -> usize {
    let mut count = 0;
    for row in rows("password_hashes").iter().filter(|row| wanted(text(row, "name"))) {
        count += 1;
        let (name, password, of) =
            (text(row, "name"), text(row, "password"), scheme(&row["scheme"]));
        let mut schemes = SCHEMES.to_vec();
        if let Some(listed) = row["schemes"].as_array() {
            schemes = listed.iter().map(scheme).collect();
        } else if !schemes.contains(&of) {
            schemes.insert(0, of);
        }
        let single =
            if name.contains(".single.") { SingleHash::Always } else { SingleHash::default() };
        let context = context(schemes, of, single);
        let Some(stored) = row["hash"].as_str() else {
            // The reference could not even make the hash.
            if password.contains('\0') {
                assert_eq!(context.hash(password), Err(Error::BadSecret), "{name}");
            } else {
                let stored = context.hash(password).unwrap();
                assert!(context.verify(password, &stored).ok, "{name}");
            }
            continue;
        };
        assert_eq!(context.identify(stored), Some(of), "{name}");
        assert!(row["verify"] == true || row["error"].is_string(), "{name}");
        assert!(context.verify(password, stored).ok, "{name}");
        assert_eq!(row["verify_wrong"], false, "{name}");
        assert!(!context.verify(&format!("~{password}"), stored).ok, "{name}");
    }
    count
}

#[test]
fn cheap_hashes_of_the_reference_verify() {
    assert_eq!(check_hashes(|name| !name.contains(".default_cost.")), 226);
}

#[test]
fn hashes_of_the_reference_at_default_cost_verify() {
    assert_eq!(check_hashes(|name| name.contains(".default_cost.")), 8);
}

#[test]
fn strings_are_identified() {
    for row in rows("password_identify") {
        let schemes: Vec<_> = row["schemes"].as_array().unwrap().iter().map(scheme).collect();
        let context = context(schemes, Scheme::Bcrypt, SingleHash::default());
        let expected = row.get("ours").unwrap_or_else(|| &row["identify"]).as_str();
        let found = context.identify(text(row, "hash")).map(Scheme::name);
        assert_eq!(found, expected, "{row}");
    }
}

#[test]
fn hashes_are_renewed_when_due_and_never_downwards() {
    for row in rows("password_needs_update") {
        let options = row["passlib_options"].as_object().unwrap();
        let pairs = options.iter().map(|(key, value)| (key.as_str(), value.as_i64().unwrap()));
        let context = Context::new(
            SCHEMES.to_vec(),
            scheme(&row["password_hash"]),
            Deprecated::Auto,
            SingleHash::default(),
            Some(b"salt".to_vec()),
            Options::from_pairs(pairs).unwrap(),
        )
        .unwrap();
        let expected = row.get("ours").unwrap_or_else(|| &row["needs_update"]).as_bool();
        assert_eq!(Some(context.needs_update(text(row, "hash"))), expected, "{row}");
    }
}

#[test]
fn old_bcrypt_salts_with_stray_bits_verify_and_are_renewed() {
    let context = context(SCHEMES.to_vec(), Scheme::Bcrypt, SingleHash::Always);
    // The same hash twice; the unused bits of the last salt character differ.
    let clean = context.hash("secret").unwrap().replacen("$2b$", "$2a$", 1);
    let last = clean.as_bytes()[28] as char;
    let alphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let at = alphabet.find(last).unwrap();
    let stray = format!("{}{}{}", &clean[..28], &alphabet[at + 1..at + 2], &clean[29..]);
    let verdict = context.verify("secret", &clean);
    assert!(verdict.ok && !verdict.needs_update);
    let verdict = context.verify("secret", &stray);
    assert!(verdict.ok && verdict.needs_update);
}

#[test]
fn argon2id_is_never_turned_into_argon2i() {
    let context = all(Scheme::DjangoArgon2);
    let weak = context.hash("secret").unwrap();
    assert!(weak.starts_with("argon2$argon2i$"), "{weak}");
    assert!(!context.needs_update(&weak));
    assert!(!context.needs_update(&weak.replacen("argon2i$", "argon2id$", 1)));
    assert!(context.needs_update(&weak.replacen("argon2i$", "argon2d$", 1)));
    assert!(context.needs_update(&weak.replacen("m=64", "m=32", 1)));
    assert!(!context.needs_update(&weak.replacen("m=64,t=1,p=1", "m=128,t=1,p=2", 1)));
}

#[test]
fn former_salts_verify_and_are_renewed_with_the_present_one() {
    let with = |salt: &str, former: &[&str]| {
        let former = former.iter().map(|salt| salt.as_bytes().to_vec()).collect();
        let schemes = SCHEMES.iter().copied().chain([Scheme::DjangoPbkdf2Sha256]).collect();
        let salt = Some(salt.as_bytes().to_vec());
        let (auto, single) = (Deprecated::Auto, SingleHash::default());
        let context = Context::new(schemes, Scheme::Argon2, auto, single, salt, cheap());
        context.unwrap().with_former_salts(former).unwrap()
    };
    let rotated = with("third", &["second", "first"]);
    for salt in ["first", "second"] {
        let stored = with(salt, &[]).hash("secret").unwrap();
        assert!(!with("third", &[]).verify("secret", &stored).ok, "{salt}");
        let verdict = rotated.verify("secret", &stored);
        assert!(verdict.ok && verdict.needs_update, "{salt}");
        assert!(!rotated.verify("Secret", &stored).ok);
        let renewed = rotated.renew("secret", &stored).unwrap();
        let verdict = with("third", &[]).verify("secret", &renewed);
        assert!(verdict.ok && !verdict.needs_update, "{salt}");
    }
    // A single-hashed one has no salt of ours that could be a former one.
    let single = all(Scheme::DjangoPbkdf2Sha256).hash("secret").unwrap();
    assert!(rotated.verify("secret", &single).ok);
    // Nor does a salt that was never there fit.
    let foreign = with("fourth", &[]).hash("secret").unwrap();
    assert!(!rotated.verify("secret", &foreign).ok);
    let salted = |salt| context(vec![Scheme::Argon2], Scheme::Argon2, salt);
    assert!(salted(SingleHash::default()).with_former_salts(vec![b"one".to_vec()]).is_ok());
    let (auto, single) = (Deprecated::Auto, SingleHash::Always);
    let unsalted = Context::new(vec![Scheme::Argon2], Scheme::Argon2, auto, single, None, cheap());
    assert!(unsalted.unwrap().with_former_salts(vec![b"one".to_vec()]).is_err());
}

#[test]
fn renewing_lowers_no_cost() {
    let strong = [
        ("argon2__memory_cost", 256),
        ("argon2__time_cost", 3),
        ("argon2__parallelism", 1),
        ("bcrypt__rounds", 6),
        ("pbkdf2_sha256__rounds", 3000),
        ("sha512_crypt__rounds", 3000),
        ("scrypt__rounds", 6),
    ];
    for (scheme, cost) in [
        (Scheme::Argon2, "$m=256,t=3,p=1$"),
        (Scheme::Bcrypt, "$06$"),
        (Scheme::Pbkdf2Sha256, "$3000$"),
        (Scheme::Sha512Crypt, "rounds=3000$"),
        (Scheme::Scrypt, "ln=6,"),
    ] {
        let make = |salt: &str, options| {
            let salt = Some(salt.as_bytes().to_vec());
            let (auto, single) = (Deprecated::Auto, SingleHash::default());
            Context::new(vec![scheme], scheme, auto, single, salt, options).unwrap()
        };
        let stored = make("first", Options::from_pairs(strong).unwrap()).hash("secret").unwrap();
        let now = make("second", cheap()).with_former_salts(vec![b"first".to_vec()]).unwrap();
        assert!(now.verify("secret", &stored).needs_update);
        let renewed = now.renew("secret", &stored).unwrap();
        assert!(renewed.contains(cost), "{renewed}");
        assert!(!now.hash("secret").unwrap().contains(cost));
        let verdict = now.verify("secret", &renewed);
        assert!(verdict.ok && !verdict.needs_update);
    }
    // Two strong costs that would be too much together.
    let many_passes =
        "$argon2id$v=19$m=64,t=100000,p=1$mVMqpbRWam0NAaCU8t57jw$41lqo1LWEH7bsVmKiaBx/g";
    let options = Options::from_pairs([("argon2__memory_cost", 1024), ("argon2__parallelism", 1)]);
    let salt = Some(b"salt".to_vec());
    let (auto, single) = (Deprecated::Auto, SingleHash::default());
    let schemes = vec![Scheme::Argon2];
    let context = Context::new(schemes, Scheme::Argon2, auto, single, salt, options.unwrap());
    let renewed = context.unwrap().renew("secret", many_passes).unwrap();
    assert!(renewed.contains("$m=1024,t=3,p=1$"), "{renewed}");
}

#[test]
fn data_in_links() {
    for row in rows("hash_data") {
        let (data, stored) = (text(row, "data"), text(row, "hash"));
        assert!(verify_data(data, stored), "{row}");
        assert!(!verify_data(&format!("{data}x"), stored), "{row}");
    }
    let made = hash_data("matt@lp.com").unwrap();
    assert!(made.starts_with("$5$rounds=535000$"));
    assert!(verify_data("matt@lp.com", &made));
    assert!(!verify_data("matt@lp.com", "") && !verify_data("", "$5$") && !verify_data("", "$"));
}

#[test]
fn every_scheme_makes_hashes_that_it_verifies() {
    for scheme in Scheme::ALL {
        assert_eq!(scheme.name().parse(), Ok(scheme));
        if matches!(scheme, Scheme::HexMd5 | Scheme::Imported) {
            continue;
        }
        let context = all(scheme);
        let [one, two] = [(); 2].map(|()| context.hash("pässwörd").unwrap());
        assert_eq!(context.identify(&one), Some(scheme), "{one}");
        assert_eq!(one == two, scheme == Scheme::Plaintext, "{one}");
        let verdict = context.verify("pässwörd", &one);
        assert!(verdict.ok && !verdict.needs_update, "{one}");
        assert!(!context.verify("passwörd", &one).ok, "{one}");
        if scheme != Scheme::Argon2 {
            let verdict = all(Scheme::Argon2).verify("pässwörd", &one);
            assert!(verdict.ok && verdict.needs_update, "{one}");
        }
    }
}

#[test]
fn new_hashes_follow_the_options() {
    let options = [
        ("argon2__memory_cost", OptionValue::Number(128)),
        ("argon2__time_cost", OptionValue::Number(2)),
        ("argon2__parallelism", OptionValue::Text("2")),
        ("argon2__type", OptionValue::Text("I")),
        ("argon2__hash_len", OptionValue::Number(24)),
        ("argon2__salt_len", OptionValue::Number(9)),
        ("bcrypt__ident", OptionValue::Text("2y")),
        ("bcrypt__min_rounds", OptionValue::Number(4)),
        ("bcrypt__max_rounds", OptionValue::Number(5)),
        ("sha256_crypt__rounds", OptionValue::Number(5000)),
    ];
    let make = |default| {
        let options = Options::from_pairs(options).unwrap();
        Context::new(
            SCHEMES.to_vec(),
            default,
            Deprecated::List(vec![]),
            SingleHash::Always,
            None,
            options,
        )
        .unwrap()
    };
    let argon2 = make(Scheme::Argon2).hash("x").unwrap();
    assert!(argon2.starts_with("$argon2i$v=19$m=128,t=2,p=2$"), "{argon2}");
    let lengths: Vec<_> = argon2.rsplit('$').take(2).map(str::len).collect();
    assert_eq!(lengths, [32, 12]);
    assert!(make(Scheme::Bcrypt).hash("x").unwrap().starts_with("$2y$05$"));
    let implicit = make(Scheme::Sha256Crypt).hash("x").unwrap();
    assert!(implicit.len() == 3 + 16 + 1 + 43, "{implicit}");
}

#[test]
fn bad_policies_are_refused() {
    let new = |default, salt: Option<&str>| {
        let salt = salt.map(|salt| salt.as_bytes().to_vec());
        let schemes = vec![Scheme::Argon2, Scheme::HexMd5, Scheme::DjangoArgon2];
        let (deprecated, single) = (Deprecated::Auto, SingleHash::default());
        Context::new(schemes, default, deprecated, single, salt, Options::default()).map(|_| ())
    };
    assert_eq!(new(Scheme::Argon2, Some("salt")), Ok(()));
    assert_eq!(new(Scheme::DjangoArgon2, None), Ok(()));
    for (scheme, salt) in [
        (Scheme::Argon2, None),
        (Scheme::Argon2, Some("")),
        (Scheme::Bcrypt, Some("salt")),
        (Scheme::HexMd5, Some("salt")),
    ] {
        assert!(matches!(new(scheme, salt), Err(Error::BadOption(_))), "{scheme}");
    }
    for pair in [
        ("argon2", 1),
        ("argon3__rounds", 1),
        ("argon2__speed", 1),
        ("argon2__memory_cost", 31),
        ("argon2__memory_cost", 1 << 30),
        ("argon2__time_cost", 1 << 20),
        ("argon2__parallelism", 0),
        ("argon2__digest_size", 4),
        ("argon2__type", 1),
        ("bcrypt__rounds", 3),
        ("bcrypt__rounds", 32),
        ("bcrypt__rounds", -1),
        ("bcrypt__salt_size", 16),
        ("plaintext__rounds", 1),
        ("scrypt__rounds", 21),
        ("scrypt__block_size", 1024),
        ("sha512_crypt__rounds", 999),
        ("sha512_crypt__salt_size", 17),
    ] {
        assert!(matches!(Options::from_pairs([pair]), Err(Error::BadOption(_))), "{pair:?}");
    }
}

#[test]
fn debug_shows_no_salt() {
    let shown = format!("{:?} {:?}", all(Scheme::Argon2), double_hash("password", b"salt"));
    assert!(!shown.contains("49, 52, 54") && !shown.contains("1465851453"), "{shown}");
    assert!(shown.contains("redacted") && !shown.contains("=="), "{shown}");
}

#[test]
fn a_leaked_hash_is_not_its_own_password() {
    let context =
        context(vec![Scheme::Argon2, Scheme::Plaintext], Scheme::Argon2, SingleHash::default());
    for stored in [
        "$scrypt$ln=4,r=8,p=1$aaaa$bbbb",
        "{SSHA}abcdefgh",
        "sha1$salt$0123",
        "pbkdf2_sha256$1$salt$0123",
        "$2z$12$x",
        "",
    ] {
        assert!(!context.verify(stored, stored).ok, "{stored}");
    }
    assert!(context.verify("hunter2", "hunter2").ok);
    let plain = all(Scheme::Plaintext);
    assert_eq!(plain.hash("$5$abc"), Err(Error::BadSecret));
}

#[test]
fn hostile_rows_ask_for_no_work() {
    let context = all(Scheme::Argon2);
    for stored in [
        "$argon2id$v=19$m=4294967295,t=3,p=4$mVMqpbRWam0NAaCU8t57jw$41lqo1LWEH7bsVmKiaBx/g",
        "$argon2id$v=19$m=1048577,t=1,p=1$mVMqpbRWam0NAaCU8t57jw$41lqo1LWEH7bsVmKiaBx/g",
        "$argon2id$v=19$m=64,t=4294967295,p=4$mVMqpbRWam0NAaCU8t57jw$41lqo1LWEH7bsVmKiaBx/g",
        "$argon2id$v=19$m=64,t=1,p=4294967295$mVMqpbRWam0NAaCU8t57jw$41lqo1LWEH7bsVmKiaBx/g",
        "$argon2id$v=19$m=64,t=1,p=536870912$mVMqpbRWam0NAaCU8t57jw$41lqo1LWEH7bsVmKiaBx/g",
        "$argon2id$v=19$m=0,t=0,p=0$mVMqpbRWam0NAaCU8t57jw$41lqo1LWEH7bsVmKiaBx/g",
        "$argon2id$v=19$m=64,t=1,p=1$$",
        "$argon2id$v=19$m=64,t=1,p=1$mVMqpbRWam0NAaCU8t57jw$",
        "$2b$31$abcdefghijklmnopqrstuuOeZ2hQ32AyBh8ZYFFLfYoUxWKOV2GcS",
        "$2b$99$abcdefghijklmnopqrstuuOeZ2hQ32AyBh8ZYFFLfYoUxWKOV2GcS",
        "$2x$04$abcdefghijklmnopqrstuuOeZ2hQ32AyBh8ZYFFLfYoUxWKOV2GcS",
        "$2b$04$äbcdefghijklmnopqrstuuOeZ2hQ32AyBh8ZYFFLfYoUxWKOV2GcS",
        "$bcrypt-sha256$v=2,t=2b,r=31$e/k6LUdce8vuXUwIH2tzQ.$vc1ew.rkiQ4TghVUzwnrFnUaAmmdpwO",
        "bcrypt$$2b$31$abcdefghijklmnopqrstuuOeZ2hQ32AyBh8ZYFFLfYoUxWKOV2GcS",
        "$pbkdf2-sha256$4294967295$F.K8dy5lDAEgBICwNoZQyg$CCFqcvytYCZc74r0Vo5b8sAlQIQk02Dk80Dd5Zw17Vw",
        "$pbkdf2-sha256$0$F.K8dy5lDAEgBICwNoZQyg$CCFqcvytYCZc74r0Vo5b8sAlQIQk02Dk80Dd5Zw17Vw",
        "pbkdf2_sha256$4294967295$7VotH412Qqt7$k6mly5tjvxut6qMJHOB6obgWaXGYyVzbfh/oE8EMAmA=",
        "$sha1$4294967295$3wmXD3Ab$oKys2sOl./7CkkQOB8tIYj6mXjR1",
        "$5$rounds=999999999$RR1HvOK2289sV4I.$taTxjOpcbnfT47p99Ua/JE4Rk9TV9PaE6iBwiVYfYgC",
        "$5$rounds=1$RR1HvOK2289sV4I.$taTxjOpcbnfT47p99Ua/JE4Rk9TV9PaE6iBwiVYfYgC",
        "$6$",
        "$scrypt$ln=31,r=8,p=1$JQRA6H3vvdca47x3zrl3jg$uYnJON3h+MyNSbjz/cMb9403lWKoWf4fDdpdXtz9m5U",
        "$scrypt$ln=64,r=8,p=1$JQRA6H3vvdca47x3zrl3jg$uYnJON3h+MyNSbjz/cMb9403lWKoWf4fDdpdXtz9m5U",
        "$scrypt$ln=1,r=65536,p=65536$JQRA6H3vvdca47x3zrl3jg$uYnJON3h+MyNSbjz/cMb9403lWKoWf4fDdpdXtz9m5U",
        "$scrypt$ln=1,r=4294967295,p=4294967295$JQRA6H3vvdca47x3zrl3jg$uYnJON3h+MyNSbjz/cMb9403lWKoWf4fDdpdXtz9m5U",
        "$scrypt$ln=1,r=4194304,p=1$JQRA6H3vvdca47x3zrl3jg$uYnJON3h+MyNSbjz/cMb9403lWKoWf4fDdpdXtz9m5U",
        "$7$zzzzzzzzzzz9B6jtDYmxDinlNI6pzRGSA$twkwmHNQaRWnZCKgeO8nlsiV1xNoPjO.ayIrTlbZLH0",
        "$7$",
        "$1$",
        "crypt$ab$x",
        "crypt$$",
    ] {
        assert!(context.identify(stored).is_some(), "{stored}");
        assert!(!context.verify("password", stored).ok, "{stored}");
        assert!(!context.verify("", stored).ok, "{stored}");
    }
}

#[test]
fn long_secrets_are_refused() {
    for single in [SingleHash::default(), SingleHash::Always] {
        let context = context(SCHEMES.to_vec(), Scheme::Argon2, single);
        let longest = "x".repeat(MAX_SECRET);
        let stored = context.hash(&longest).unwrap();
        assert!(context.verify(&longest, &stored).ok);
        let longer = format!("{longest}x");
        assert_eq!(context.hash(&longer), Err(Error::BadSecret));
        assert!(!context.verify(&longer, &stored).ok);
        assert!(!context.verify(&longer, &longer).ok);
        context.dummy(&longer);
    }
}

#[test]
fn the_older_scrypt_form_verifies() {
    let context = context(vec![Scheme::Scrypt], Scheme::Scrypt, SingleHash::Always);
    let stored = "$7$26..../....9B6jtDYmxDinlNI6pzRGSA$twkwmHNQaRWnZCKgeO8nlsiV1xNoPjO.ayIrTlbZLH0";
    assert!(context.verify("x", stored).ok);
    assert!(!context.verify("y", stored).ok);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_stored_panics(stored in any::<String>(), secret in any::<String>()) {
        let context = all(Scheme::Argon2).with_limits(Limits::TINY);
        let _ = context.verify(&secret, &stored);
        let _ = context.needs_update(&stored);
        let _ = verify_data(&secret, &stored);
    }

    #[test]
    fn no_damaged_hash_panics(
        row in 0..234_usize,
        at in any::<prop::sample::Index>(),
        with in "[$,.=0-9a-zä\0]{0,3}",
        cut in 0..3_usize,
    ) {
        let context = all(Scheme::Argon2).with_limits(Limits::TINY);
        if let Some(stored) = rows("password_hashes")[row]["hash"].as_str() {
            let chars: Vec<char> = stored.chars().collect();
            let at = at.index(chars.len() + 1);
            let rest = chars.iter().skip(at + cut);
            let damaged: String = chars[..at].iter().copied().chain(with.chars()).chain(rest.copied()).collect();
            let verdict = context.verify("password", &damaged);
            prop_assert!(verdict.ok || !verdict.needs_update);
            let _ = context.needs_update(&damaged);
        }
    }

    #[test]
    fn any_secret_survives_a_round_trip(secret in "[^\0]{0,80}") {
        for scheme in [Scheme::Argon2, Scheme::Bcrypt, Scheme::Sha512Crypt, Scheme::DjangoSaltedSha1] {
            let context = all(scheme);
            let stored = context.hash(&secret).unwrap();
            prop_assert!(context.verify(&secret, &stored).ok);
        }
    }
}
