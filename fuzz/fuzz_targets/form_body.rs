//! Bodies: urlencoded, multipart, JSON. The first line is the content type.
#![no_main]

use gatewright::fuzzing::form;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let end = data.iter().position(|&byte| byte == b'\n').unwrap_or(0);
    let (head, body) = data.split_at(end);
    let Ok(content_type) = std::str::from_utf8(head) else { return };
    let fields = form(content_type, body.get(1..).unwrap_or_default());
    assert!(fields.unwrap_or(0) <= data.len());
});
