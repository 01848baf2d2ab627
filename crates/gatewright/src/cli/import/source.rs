//! Records out of a file, one after the other, whatever its size.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use csv::ByteRecord;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use tokio::sync::mpsc::Sender;

use crate::cli::console::Failure;
use crate::cli::import::options::Format;
use crate::cli::import::{document, refused};

/// The longest record, in bytes: one without an end must not fill the memory.
const LONGEST: u64 = 1024 * 1024;

/// A record, or why it cannot be read.
pub(super) struct Item {
    /// Where it stands: its line, or the how manieth of the array it is.
    pub(super) at: u64,
    /// How many bytes were read.
    pub(super) position: u64,
    pub(super) record: Result<Map<String, Value>, String>,
    pub(super) raw: Raw,
}

/// A record as it stands in the file.
pub(super) enum Raw {
    /// The names, and the values.
    Csv(Arc<ByteRecord>, ByteRecord),
    /// A line of its own.
    Line(Vec<u8>),
    /// An element of an array, or with `true` of the array `users` in an object.
    Element(Box<RawValue>, bool),
    /// Nothing that could be kept.
    Lost,
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

/// Sends every record; ends early when nobody takes them any more.
pub(super) fn read(
    input: Box<dyn Read + Send>,
    format: Format,
    delimiter: u8,
    sender: &Sender<Item>,
) {
    let measure = Rc::new(Measure::default());
    let mut input = BufReader::new(input);
    let start = look(&mut input);
    let output = Output { sender, measure: Rc::clone(&measure) };
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
        output.send(output.measure.last.get() + 1, Err(why), Raw::Lost);
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
    pub(super) measure: Rc<Measure>,
}

impl Output<'_> {
    /// False if nobody takes them any more.
    pub(super) fn send(
        &self,
        at: u64,
        record: Result<Map<String, Value>, String>,
        raw: Raw,
    ) -> bool {
        self.measure.record.set(0);
        self.measure.last.set(at);
        let position = self.measure.bytes.get();
        self.sender.blocking_send(Item { at, position, record, raw }).is_ok()
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
    let names = Arc::new(reader.byte_headers().map_err(|error| error.to_string())?.clone());
    let texts: Option<Vec<&str>> =
        names.iter().map(|name| std::str::from_utf8(name).ok().map(str::trim)).collect();
    let texts = texts.ok_or("the names of the columns are not UTF-8")?;
    let mut record = ByteRecord::new();
    loop {
        let more = reader.read_byte_record(&mut record);
        if !more.map_err(|error| error.to_string())? {
            return Ok(());
        }
        // The second character of a line's end counts as the next one's.
        let line = record.position().map_or(0, csv::Position::line) + u64::from(crlf);
        let read = fields(&texts, &record);
        if !output.send(line, read, Raw::Csv(Arc::clone(&names), record.clone())) {
            return Ok(());
        }
    }
}

fn fields(names: &[&str], record: &ByteRecord) -> Result<Map<String, Value>, String> {
    if record.len() != names.len() {
        return Err(format!("it has {} values under {} names", record.len(), names.len()));
    }
    let mut fields = Map::new();
    for (name, value) in names.iter().zip(record) {
        let value = std::str::from_utf8(value).map_err(|_| "it is not UTF-8".to_owned())?;
        let value = match refused::unguarded(value) {
            "" => Value::Null,
            text => Value::from(text),
        };
        if fields.insert((*name).to_owned(), value).is_some() {
            return Err(format!("two columns have the name {name:?}"));
        }
    }
    Ok(fields)
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
        let sent = if too_long {
            output.send(number, Err(format!("a line has at most {LONGEST} bytes")), Raw::Lost)
        } else {
            let record = serde_json::from_slice(&bytes);
            // The error of the parser could quote a password.
            let record = record.map_err(|_| "it is not a JSON object".to_owned());
            bytes.truncate(bytes.trim_ascii_end().len());
            output.send(number, record, Raw::Line(bytes))
        };
        if !sent {
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
