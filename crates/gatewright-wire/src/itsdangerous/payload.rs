//! JSON text to URL-safe text and back, with zlib where it helps.

use std::cell::RefCell;

use data_encoding::BASE64URL_NOPAD;
use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

use crate::{Error, Result};

/// The longest JSON text that a payload may hold once inflated, in bytes (256 KiB).
pub const MAX_JSON: usize = 256 * 1024;

thread_local! {
    // Their tables are large; making them anew costs more than most payloads.
    static INFLATE: RefCell<Decompress> = RefCell::new(Decompress::new(true));
    static DEFLATE: RefCell<Compress> = RefCell::new(Compress::new(Compression::new(6), true));
}

/// Appends the URL-safe form: a leading dot says that zlib was worth it.
pub(super) fn encode(json: &str, out: &mut String) {
    match deflate(json.as_bytes()) {
        Some(packed) => {
            out.push('.');
            BASE64URL_NOPAD.encode_append(&packed, out);
        }
        None => encode_plain(json, out),
    }
}

/// Appends the URL-safe form of what zlib cannot shorten.
pub(super) fn encode_plain(json: &str, out: &mut String) {
    BASE64URL_NOPAD.encode_append(json.as_bytes(), out);
}

/// Reads the URL-safe form.
pub(crate) fn decode(payload: &str) -> Result<Vec<u8>> {
    let (packed, text) = match payload.strip_prefix('.') {
        Some(text) => (true, text),
        None => (false, payload),
    };
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| Error::Malformed)?;
    if packed { inflate(&bytes) } else { Ok(bytes) }
}

/// The zlib form if it is at least two bytes shorter, as the reference decides.
fn deflate(json: &[u8]) -> Option<Vec<u8>> {
    let limit = json.len().checked_sub(2)?;
    let mut out = Vec::with_capacity(limit);
    let status = DEFLATE.try_with(|cell| {
        let mut deflate = cell.borrow_mut();
        deflate.reset();
        // The capacity is the limit: what does not fit is not worth it.
        deflate.compress_vec(json, &mut out, FlushCompress::Finish)
    });
    matches!(status, Ok(Ok(Status::StreamEnd))).then_some(out)
}

/// Inflates up to [`MAX_JSON`] bytes, and no further.
///
/// In one go, because that spares the copy through a window; what does not fit is tried again with
/// four times the room, so that the work stays in proportion to the result.
fn inflate(packed: &[u8]) -> Result<Vec<u8>> {
    let run = |cell: &RefCell<Decompress>| {
        let mut inflate = cell.borrow_mut();
        let mut room = packed.len().saturating_mul(3).clamp(256, MAX_JSON);
        loop {
            let mut out = Vec::with_capacity(room);
            inflate.reset(true);
            let status = inflate.decompress_vec(packed, &mut out, FlushDecompress::Finish);
            match status {
                Ok(Status::StreamEnd) if out.len() <= MAX_JSON => return Ok(out),
                Ok(Status::BufError) if out.len() == out.capacity() && room < MAX_JSON => {
                    room = room.saturating_mul(4).min(MAX_JSON);
                }
                _ => return Err(Error::Malformed),
            }
        }
    };
    INFLATE.try_with(run).map_err(|_| Error::Malformed)?
}
