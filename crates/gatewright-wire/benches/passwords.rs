//! What a sign-in pays for its password hash, per scheme at default cost, and for a one-time code.
#![allow(clippy::unwrap_used, missing_docs, reason = "a bench")]

use divan::{Bencher, black_box};
use gatewright_wire::{
    passlib::{Context, Deprecated, Options, Scheme, SingleHash, double_hash},
    totp::Totp,
    totp_wallet::Wallet,
};

const SECRET: &str = "correct horse battery";
const SALT: &[u8] = b"146585145368132386173505678016728509634";
const NOW: i64 = 1_780_000_000;

fn main() {
    divan::main();
}

fn context(default: Scheme) -> Context {
    let (deprecated, single) = (Deprecated::Auto, SingleHash::default());
    let (schemes, salt) = (Scheme::ALL.to_vec(), Some(SALT.to_vec()));
    Context::new(schemes, default, deprecated, single, salt, Options::default()).unwrap()
}

const MEASURED: [Scheme; 14] = [
    Scheme::Argon2,
    Scheme::Bcrypt,
    Scheme::BcryptSha256,
    Scheme::DesCrypt,
    Scheme::Pbkdf2Sha1,
    Scheme::Pbkdf2Sha256,
    Scheme::Pbkdf2Sha512,
    Scheme::Scrypt,
    Scheme::Sha256Crypt,
    Scheme::Sha512Crypt,
    Scheme::Md5Crypt,
    Scheme::Sha1Crypt,
    Scheme::DjangoPbkdf2Sha256,
    Scheme::DjangoSaltedSha1,
];

#[divan::bench(args = MEASURED, sample_count = 5, sample_size = 1)]
fn verify(bencher: Bencher<'_, '_>, scheme: Scheme) {
    let context = context(scheme);
    let stored = context.hash(SECRET).unwrap();
    bencher.bench_local(|| context.verify(black_box(SECRET), &stored));
}

/// The library itself with the same parameters, for comparison.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn argon2_crate_alone(bencher: Bencher<'_, '_>) {
    let params = argon2::Params::new(65_536, 3, 4, Some(32)).unwrap();
    let bare = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    bencher.bench_local(|| {
        let mut out = [0; 32];
        bare.hash_password_into(black_box(SECRET.as_bytes()), b"0123456789abcdef", &mut out)
            .unwrap();
        out
    });
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn argon2_hash(bencher: Bencher<'_, '_>) {
    let context = context(Scheme::Argon2);
    bencher.bench_local(|| context.hash(black_box(SECRET)));
}

#[divan::bench]
fn double_hash_text() -> usize {
    double_hash(black_box(SECRET), SALT).len()
}

#[divan::bench]
fn identify(bencher: Bencher<'_, '_>) {
    let context = context(Scheme::Argon2);
    bencher.bench_local(|| context.identify(black_box("plain password")));
}

#[divan::bench]
fn totp_code(bencher: Bencher<'_, '_>) {
    let totp = Totp::generate().unwrap();
    bencher.bench_local(|| totp.code(black_box(NOW)));
}

#[divan::bench]
fn totp_wrong_code_window_300(bencher: Bencher<'_, '_>) {
    let totp = Totp::generate().unwrap();
    bencher.bench_local(|| totp.verify(black_box("000000"), NOW, 300, None));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn totp_record_decrypt(bencher: Bencher<'_, '_>) {
    let wallet = Wallet::new([("1", "TjQ9Qa31VOrfEzuPy4VHQWPCTmRzCnFzMKLxXYiZu9B")]).unwrap();
    let stored = wallet.encrypt(&Totp::generate().unwrap()).unwrap();
    bencher.bench_local(|| wallet.decrypt(black_box(&stored)));
}
