//! What was refused, in a file of the same format: to be mended and imported again.

use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use csv::ByteRecord;
use serde_json::value::RawValue;

use crate::cli::console::{FORMULA, Failure};
use crate::cli::import::record::{Members, Raw};

/// The column or member that says why. It is left out when the file is read.
pub(super) const REASON: &str = "import_refused";

/// A file that only its owner may read: it holds hashes.
pub(super) struct Refused {
    path: PathBuf,
    file: BufWriter<File>,
    written: u64,
    /// Between the values of a table.
    delimiter: u8,
    /// What ends the file.
    end: &'static str,
}

impl Refused {
    /// A new file. One that exists is left alone, as it may be the only copy.
    pub(super) fn create(path: &Path, delimiter: u8) -> Result<Self, Failure> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path).map_err(|error| {
            Failure::usage(format!("{} cannot be made for --refused: {error}", path.display()))
        })?;
        let (path, file) = (path.to_owned(), BufWriter::new(file));
        Ok(Self { path, file, written: 0, delimiter, end: "" })
    }

    pub(super) fn write(&mut self, raw: &Raw, why: &str) -> Result<(), Failure> {
        match raw {
            Raw::Csv(names, record) => self.csv(&names.bytes, record, why)?,
            Raw::Line(line) => {
                let text = std::str::from_utf8(line).ok();
                match text.and_then(|text| with_reason(text, why)) {
                    Some(line) => writeln!(self.file, "{line}")?,
                    None => {
                        self.file.write_all(line)?;
                        self.file.write_all(b"\n")?;
                    }
                }
            }
            Raw::Element(element, inside) => {
                let (start, end) =
                    if *inside { ("{\"users\":[\n", "\n]}\n") } else { ("[\n", "\n]\n") };
                self.end = end;
                self.file.write_all(if self.written == 0 { start } else { ",\n" }.as_bytes())?;
                let text = with_reason(element.get(), why);
                self.file.write_all(text.as_deref().unwrap_or_else(|| element.get()).as_bytes())?;
            }
            // There is nothing that could be mended in a copy.
            Raw::Lost(_) => return Ok(()),
        }
        self.written += 1;
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<(), Failure> {
        self.file.write_all(self.end.as_bytes())?;
        self.file.flush()?;
        if self.written == 0 {
            fs::remove_file(&self.path)?;
        }
        Ok(())
    }

    fn csv(&mut self, names: &ByteRecord, record: &ByteRecord, why: &str) -> Result<(), Failure> {
        let mut writer = csv::WriterBuilder::new();
        let mut writer =
            writer.delimiter(self.delimiter).flexible(true).from_writer(&mut self.file);
        let reason = names.iter().position(|name| name.trim_ascii() == REASON.as_bytes());
        let own = |values: &ByteRecord, last: &str| {
            let kept = values.iter().enumerate().filter(|(at, _)| Some(*at) != reason);
            // A file of this program's own has its apostrophes, where nobody took them away.
            let kept = kept.map(|(_, value)| match (reason, std::str::from_utf8(value)) {
                (Some(_), Ok(text)) => guarded(unguarded(text).as_bytes()),
                _ => guarded(value),
            });
            kept.chain([guarded(last.as_bytes())]).collect::<Vec<_>>()
        };
        let failed = |error: csv::Error| Failure::from(std::io::Error::from(error));
        if self.written == 0 {
            writer.write_record(own(names, REASON)).map_err(failed)?;
        }
        writer.write_record(own(record, why)).map_err(failed)?;
        Ok(writer.flush()?)
    }
}

/// With an apostrophe before what a spreadsheet would run (OWASP, CSV Injection), and before what
/// looks as if it had one.
fn guarded(value: &[u8]) -> Vec<u8> {
    let mut guarded = Vec::with_capacity(value.len() + 1);
    if String::from_utf8_lossy(value).trim_start_matches('\'').starts_with(FORMULA) {
        guarded.push(b'\'');
    }
    guarded.extend_from_slice(value);
    guarded
}

/// Without that apostrophe.
pub(super) fn unguarded(value: &str) -> &str {
    let runs = value.trim_start_matches('\'').starts_with(FORMULA);
    value.strip_prefix('\'').filter(|_| runs).unwrap_or(value)
}

fn with_reason(object: &str, why: &str) -> Option<String> {
    let members: Members<Box<RawValue>> = serde_json::from_str(object).ok()?;
    let kept = members.0.iter().filter(|(name, _)| name != REASON);
    let mut parts = Vec::with_capacity(members.0.len() + 1);
    for (name, value) in kept {
        parts.push(format!("{}:{}", serde_json::to_string(name).ok()?, value.get()));
    }
    parts.push(format!("\"{REASON}\":{}", serde_json::to_string(why).ok()?));
    Some(format!("{{{}}}", parts.join(",")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_comes_back_as_it_was() {
        for value in [
            "=1+1",
            "+49 30 1234",
            "-1",
            "@x",
            "\tx",
            "\n=1",
            "＝1",
            "＋1",
            "plain",
            "",
            "'",
            "'quoted'",
            "'=x",
            "''-x",
            "'＝1",
        ] {
            let written = String::from_utf8(guarded(value.as_bytes())).unwrap();
            assert!(!written.starts_with(FORMULA), "{written}");
            assert_eq!(unguarded(&written), value);
        }
    }
}
