//! Old hashes at sign-in: replaced when they are due, and never by a cheaper one.

use gatewright::config::Preset;
use gatewright::jiff::SignedDuration;
use gatewright::model::UserField;
use gatewright::testing::TestApp;
use gatewright_wire::passlib::{Context, Deprecated, Foreign, Options, Scheme, SingleHash};
use serde_json::{Value, json};

use crate::with;

const SALT: &str = "a salt that only tests use 0123456789";
const PASSWORD: &str = "correct horse";

fn hash(scheme: Scheme, salt: &str, costs: &[(&str, i64)]) -> String {
    let options = Options::from_pairs(costs.iter().copied()).unwrap();
    let salt = Some(salt.as_bytes().to_vec());
    let (auto, single) = (Deprecated::Auto, SingleHash::default());
    Context::new(vec![scheme], scheme, auto, single, salt, options).unwrap().hash(PASSWORD).unwrap()
}

/// What is stored after somebody with this hash has signed in.
async fn after_sign_in(app: &TestApp, stored: &str) -> String {
    let email = "joe@lp.com";
    if app.find(email).await.is_none() {
        app.user(email, "something else").await;
    }
    app.change(email, &[UserField::Password(Some(stored.to_owned()))]).await;
    // Many sign-ins in a row are too many.
    app.advance(SignedDuration::from_mins(5));
    let body = json!({ "email": email, "password": PASSWORD });
    app.browser().post_json("/login", &body).await.is(200);
    app.find(email).await.unwrap().password.unwrap()
}

const SCHEMES: [(Scheme, &[(&str, i64)]); 8] = [
    (Scheme::Bcrypt, &[("bcrypt__rounds", 4)]),
    (Scheme::DesCrypt, &[]),
    (Scheme::Pbkdf2Sha256, &[("pbkdf2_sha256__rounds", 1000)]),
    (Scheme::Pbkdf2Sha512, &[("pbkdf2_sha512__rounds", 1000)]),
    (Scheme::Sha256Crypt, &[("sha256_crypt__rounds", 1000)]),
    (Scheme::Sha512Crypt, &[("sha512_crypt__rounds", 1000)]),
    (Scheme::DjangoPbkdf2Sha256, &[("django_pbkdf2_sha256__rounds", 1000)]),
    (Scheme::DjangoSaltedSha1, &[]),
];

fn accepted() -> Value {
    let others = SCHEMES.iter().map(|(scheme, _)| scheme.name());
    others.chain(["argon2"]).collect()
}

#[tokio::test]
async fn every_deprecated_scheme_gives_way_to_the_present_one() {
    for preset in [Preset::Flask, Preset::Recommended] {
        let app = with(preset, &[("SECURITY_PASSWORD_SCHEMES", accepted())]).await;
        for (scheme, costs) in SCHEMES {
            let stored = after_sign_in(&app, &hash(scheme, SALT, costs)).await;
            assert!(stored.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{scheme}: {stored}");
            assert_eq!(after_sign_in(&app, &stored).await, stored, "renewed once");
        }
    }
}

#[tokio::test]
async fn a_scheme_that_is_not_deprecated_stays() {
    let settings = [
        ("SECURITY_PASSWORD_SCHEMES", accepted()),
        ("SECURITY_DEPRECATED_PASSWORD_SCHEMES", json!(["des_crypt"])),
    ];
    let app = with(Preset::Flask, &settings).await;
    for (scheme, costs) in SCHEMES {
        let before = hash(scheme, SALT, costs);
        let kept = after_sign_in(&app, &before).await == before;
        assert_eq!(kept, scheme != Scheme::DesCrypt, "{scheme}");
    }
}

#[tokio::test]
async fn a_stronger_hash_is_never_replaced_by_a_weaker_one() {
    for preset in [Preset::Flask, Preset::Recommended] {
        for (scheme, key, low, due, strong) in [
            (Scheme::Bcrypt, "bcrypt__rounds", 5, 4, 6),
            (Scheme::Pbkdf2Sha256, "pbkdf2_sha256__rounds", 2000, 1999, 2001),
            (Scheme::Sha512Crypt, "sha512_crypt__rounds", 2000, 1999, 2001),
        ] {
            let settings = [
                ("SECURITY_PASSWORD_HASH", json!(scheme.name())),
                ("SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS", json!({ key: low })),
            ];
            let app = with(preset, &settings).await;
            let weak = hash(scheme, SALT, &[(key, due)]);
            assert_ne!(after_sign_in(&app, &weak).await, weak, "{scheme}");
            for rounds in [low, strong] {
                let stored = hash(scheme, SALT, &[(key, rounds)]);
                assert_eq!(after_sign_in(&app, &stored).await, stored, "{scheme} {rounds}");
            }
        }
        let app = with(preset, &[]).await;
        for (memory, passes) in [(16, 1), (8, 2)] {
            let costs = [
                ("argon2__memory_cost", memory),
                ("argon2__rounds", passes),
                ("argon2__parallelism", 1),
            ];
            let stored = hash(Scheme::Argon2, SALT, &costs);
            assert_eq!(after_sign_in(&app, &stored).await, stored, "{memory} {passes}");
        }
    }
}

#[tokio::test]
async fn a_replaced_salt_is_forgotten_as_people_sign_in() {
    let cheap = [("argon2__memory_cost", 8), ("argon2__rounds", 1), ("argon2__parallelism", 1)];
    let (first, second) =
        ("the first salt of the tests, 01234", "the second salt of the tests, 12345");
    let fallbacks = [("SECURITY_PASSWORD_SALT_FALLBACKS", json!([second, first]))];
    for preset in [Preset::Flask, Preset::Recommended] {
        let rotated = with(preset, &fallbacks).await;
        let plain = with(preset, &[]).await;
        for former in [first, second] {
            let stored = hash(Scheme::Argon2, former, &cheap);
            let renewed = after_sign_in(&rotated, &stored).await;
            assert_ne!(renewed, stored);
            assert_eq!(after_sign_in(&plain, &renewed).await, renewed, "the fallbacks can go");
        }
        let present = hash(Scheme::Argon2, SALT, &cheap);
        assert_eq!(after_sign_in(&rotated, &present).await, present);
        // Strong under the former salt, and as strong under the present one.
        let strong =
            [("argon2__memory_cost", 16), ("argon2__rounds", 2), ("argon2__parallelism", 1)];
        let renewed = after_sign_in(&rotated, &hash(Scheme::Argon2, first, &strong)).await;
        assert!(renewed.starts_with("$argon2id$v=19$m=16,t=2,p=1$"), "{renewed}");
        let body = json!({ "email": "joe@lp.com", "password": "incorrect horse" });
        rotated.browser().post_json("/login", &body).await.is(400);
    }
}

#[tokio::test]
async fn an_imported_hash_gives_way_to_one_of_our_own() {
    let bcrypt = |password: &str| {
        let costs = Options::from_pairs([("bcrypt__rounds", 4)]).unwrap();
        let (list, scheme) = (vec![Scheme::Bcrypt], Scheme::Bcrypt);
        let other =
            Context::new(list, scheme, Deprecated::Auto, SingleHash::Always, None, costs).unwrap();
        Foreign::read(&other.hash(password).unwrap()).unwrap().stored().to_owned()
    };
    // Whatever the list of deprecated schemes says.
    let lists = [json!(["auto"]), json!(["bcrypt"])];
    for (preset, deprecated) in [Preset::Flask, Preset::Recommended].into_iter().zip(lists) {
        let app = with(preset, &[("SECURITY_DEPRECATED_PASSWORD_SCHEMES", deprecated)]).await;
        let stored = after_sign_in(&app, &bcrypt(PASSWORD)).await;
        assert!(stored.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{stored}");
        assert_eq!(after_sign_in(&app, &stored).await, stored, "renewed once");
        // Others hash what was typed; some keyboards send letters and their accents apart.
        for typed in ["p\u{e4}ssw\u{f6}rd \u{ba}", "pa\u{308}sswo\u{308}rd \u{ba}"] {
            let hash = bcrypt("p\u{e4}ssw\u{f6}rd \u{ba}");
            app.change("joe@lp.com", &[UserField::Password(Some(hash))]).await;
            app.advance(SignedDuration::from_mins(5));
            for (password, status) in [("pässwort º", 400), (typed, 200)] {
                let body = json!({ "email": "joe@lp.com", "password": password });
                app.browser().post_json("/login", &body).await.is(status);
            }
            let stored = app.find("joe@lp.com").await.unwrap().password.unwrap();
            assert!(stored.starts_with("$argon2id$"), "{stored}");
        }
    }
}
