//! Heads of requests: address, cookies, forwarded headers. Parts are divided by line feeds.
#![no_main]

use gatewright::fuzzing::head;
use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 8] = [
    "cookie", "host", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host",
    "x-forwarded-port", "user-agent", "content-length",
];

fuzz_target!(|data: &[u8]| {
    let mut parts = data.split(|&byte| byte == b'\n');
    let Some(Ok(uri)) = parts.next().map(std::str::from_utf8) else { return };
    let headers: Vec<(&str, &[u8])> = NAMES.into_iter().zip(parts).collect();
    let _ = head(uri, &headers);
});
