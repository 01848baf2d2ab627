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
        None => BASE64URL_NOPAD.encode_append(json.as_bytes(), out),
    }
}

/// Reads the URL-safe form.
pub(super) fn decode(payload: &str) -> Result<Vec<u8>> {
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
fn inflate(packed: &[u8]) -> Result<Vec<u8>> {
    let run = |cell: &RefCell<Decompress>| {
        let mut inflate = cell.borrow_mut();
        inflate.reset(true);
        let mut out = Vec::with_capacity((packed.len() * 3).clamp(256, MAX_JSON));
        loop {
            let (before_in, before_out) = (inflate.total_in(), out.len());
            let taken = usize::try_from(before_in).map_err(|_| Error::Malformed)?;
            let rest = packed.get(taken..).ok_or(Error::Malformed)?;
            let status = inflate
                .decompress_vec(rest, &mut out, FlushDecompress::None)
                .map_err(|_| Error::Malformed)?;
            if status == Status::StreamEnd {
                return if out.len() > MAX_JSON { Err(Error::Malformed) } else { Ok(out) };
            }
            let full = out.len() == out.capacity();
            let stuck = inflate.total_in() == before_in && out.len() == before_out;
            if out.len() > MAX_JSON || (stuck && !full) {
                return Err(Error::Malformed);
            }
            if full {
                out.reserve(out.len().min(MAX_JSON + 1 - out.len()).max(1));
            }
        }
    };
    INFLATE.try_with(run).map_err(|_| Error::Malformed)?
}
