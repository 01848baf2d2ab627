//! Records out of a file, one after the other, whatever its size.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use csv::ByteRecord;
use tokio::runtime::Handle;
use tokio::sync::mpsc::Sender;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::cli::console::Failure;
use crate::cli::import::document;
use crate::cli::import::options::Format;
use crate::cli::import::record::{Names, Raw};

/// The longest record, in bytes: one without an end must not fill the memory.
const LONGEST: u64 = 1024 * 1024;

/// What may wait to be written, in bytes: a thousand of the longest records would be a gigabyte.
const WAITING: u32 = 8 * 1024 * 1024;

/// A record on its way.
pub(super) struct Item {
    /// Where it stands: its line, or the how manieth of the array it is.
    pub(super) at: u64,
    /// How many bytes were read.
    pub(super) position: u64,
    pub(super) raw: Raw,
    /// Its room, given back when it is dropped.
    _room: Option<OwnedSemaphorePermit>,
}

pub(super) fn open(file: &Path) -> Result<(Box<dyn Read + Send>, Option<u64>), Failure> {
    if file == Path::new("-") {
        return Ok((Box::new(io::stdin()), None));
    }
    let opened = File::open(file)
        .map_err(|error| Failure::usage(format!("{} cannot be read: {error}", file.display())))?;
    let about = opened.metadata()?;
    if about.is_dir() {
        return Err(Failure::usage(format!("{} is a folder", file.display())));
    }
    Ok((Box::new(opened), about.is_file().then_some(about.len())))
}

/// Sends every record; ends early when nobody takes them any more. On a thread of its own.
pub(super) fn read(
    input: Box<dyn Read + Send>,
    format: Format,
    delimiter: u8,
    sender: &Sender<Item>,
    runtime: &Handle,
) {
    let measure = Rc::new(Measure::default());
    let mut input = BufReader::new(input);
    let start = look(&mut input);
    let room = Arc::new(Semaphore::new(WAITING as usize));
    let output = Output { sender, runtime, room, measure: Rc::clone(&measure) };
    let ended = match (format, start) {
        (_, Err(error)) => Err(error.to_string()),
        (Format::Csv, Ok(start)) => {
            // It reads ahead, so that the limit is rough.
            csv(Measured { inner: input, measure }, delimiter, start.crlf, &output)
        }
        (Format::Jsonl, _) => lines(input, &output),
        (Format::Auth0, Ok(start)) if start.byte != Some(b'[') => lines(input, &output),
        _ => document::read(Measured { inner: input, measure }, &output),
    };
    if let Err(why) = ended {
        output.send(output.measure.last.get() + 1, Raw::Lost(why));
    }
}

/// How a file begins.
struct Start {
    /// Its first byte that is no blank.
    byte: Option<u8>,
    /// Lines end with two characters.
    crlf: bool,
}

/// Looks past the mark of UTF-8.
fn look(input: &mut BufReader<Box<dyn Read + Send>>) -> io::Result<Start> {
    if input.fill_buf()?.starts_with(b"\xef\xbb\xbf") {
        input.consume(3);
    }
    let seen = input.fill_buf()?;
    let byte = seen.iter().copied().find(|byte| !byte.is_ascii_whitespace());
    let end = seen.iter().position(|byte| *byte == b'\n').and_then(|at| at.checked_sub(1));
    let crlf = end.and_then(|at| seen.get(at)) == Some(&b'\r');
    Ok(Start { byte, crlf })
}

/// What was read so far, and how much of it since the last record.
#[derive(Default)]
pub(super) struct Measure {
    bytes: Cell<u64>,
    /// Where the last record stood.
    pub(super) last: Cell<u64>,
    pub(super) record: Cell<u64>,
    pub(super) bounded: Cell<bool>,
}

struct Measured<R> {
    inner: R,
    measure: Rc<Measure>,
}

impl<R: Read> Read for Measured<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(buffer)?;
        let measure = &self.measure;
        measure.bytes.set(measure.bytes.get() + length as u64);
        measure.record.set(measure.record.get() + length as u64);
        if measure.bounded.get() && measure.record.get() > LONGEST {
            let why = format!("a record has at most {LONGEST} bytes: is a quote left open before?");
            return Err(io::Error::other(why));
        }
        Ok(length)
    }
}

pub(super) struct Output<'a> {
    sender: &'a Sender<Item>,
    runtime: &'a Handle,
    room: Arc<Semaphore>,
    pub(super) measure: Rc<Measure>,
}

impl Output<'_> {
    /// False if nobody takes them any more.
    pub(super) fn send(&self, at: u64, raw: Raw) -> bool {
        self.measure.record.set(0);
        self.measure.last.set(at);
        let position = self.measure.bytes.get();
        let size = u32::try_from(raw.size()).unwrap_or(WAITING).min(WAITING);
        let room = Arc::clone(&self.room).acquire_many_owned(size);
        let _room = self.runtime.block_on(room).ok();
        self.sender.blocking_send(Item { at, position, raw, _room }).is_ok()
    }
}

fn csv(
    input: Measured<impl Read>,
    delimiter: u8,
    crlf: bool,
    output: &Output<'_>,
) -> Result<(), String> {
    output.measure.bounded.set(true);
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.delimiter(delimiter).flexible(true).from_reader(input);
    let names = reader.byte_headers().map_err(|error| error.to_string())?.clone();
    let names = Arc::new(Names::new(names)?);
    output.measure.last.set(1);
    let mut record = ByteRecord::new();
    loop {
        let more = reader.read_byte_record(&mut record);
        if !more.map_err(|error| error.to_string())? {
            return Ok(());
        }
        // The second character of a line's end counts as the next one's.
        let line = record.position().map_or(0, csv::Position::line) + u64::from(crlf);
        // Where lines end with `\r` alone, they are not counted.
        let line = line.max(output.measure.last.get() + 1);
        // A clone would be as long as the longest record so far.
        let kept = record.iter().collect();
        if !output.send(line, Raw::Csv(Arc::clone(&names), kept)) {
            return Ok(());
        }
    }
}

fn lines(mut input: impl BufRead, output: &Output<'_>) -> Result<(), String> {
    let mut number = 0;
    loop {
        let mut bytes = Vec::new();
        let mut part = input.by_ref().take(LONGEST + 1);
        let length = part.read_until(b'\n', &mut bytes).map_err(|error| error.to_string())?;
        if length == 0 {
            return Ok(());
        }
        let measure = &output.measure;
        measure.bytes.set(measure.bytes.get() + length as u64);
        number += 1;
        let too_long = length as u64 > LONGEST && bytes.last() != Some(&b'\n');
        if too_long {
            skip_line(&mut input).map_err(|error| error.to_string())?;
        }
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        let raw = if too_long {
            Raw::Lost(format!("a line has at most {LONGEST} bytes"))
        } else {
            bytes.truncate(bytes.trim_ascii_end().len());
            Raw::Line(bytes)
        };
        if !output.send(number, raw) {
            return Ok(());
        }
    }
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let (length, found) = {
            let bytes = input.fill_buf()?;
            match bytes.iter().position(|&byte| byte == b'\n') {
                Some(at) => (at + 1, true),
                None => (bytes.len(), bytes.is_empty()),
            }
        };
        input.consume(length);
        if found {
            return Ok(());
        }
    }
}
