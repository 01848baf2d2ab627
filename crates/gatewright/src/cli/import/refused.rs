//! What was refused, in a file of the same format: to be mended and imported again.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use csv::ByteRecord;
use serde_json::value::{RawValue, to_raw_value};

use crate::cli::console::{FORMULA, Failure};
use crate::cli::import::source::Raw;

/// The column or member that says why. It is left out when the file is read.
pub(super) const REASON: &str = "import_refused";

/// A file that only its owner may read: it holds hashes.
pub(super) struct Refused {
    path: PathBuf,
    file: BufWriter<File>,
    written: u64,
    /// What ends the file.
    end: &'static str,
}

impl Refused {
    /// A new file. One that exists is left alone, as it may be the only copy.
    pub(super) fn create(path: &Path) -> Result<Self, Failure> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path).map_err(|error| {
            Failure::usage(format!("{} cannot be made for --refused: {error}", path.display()))
        })?;
        Ok(Self { path: path.to_owned(), file: BufWriter::new(file), written: 0, end: "" })
    }

    pub(super) fn write(&mut self, raw: &Raw, why: &str) -> Result<(), Failure> {
        match raw {
            Raw::Csv(names, record) => self.csv(names, record, why)?,
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
            Raw::Lost => return Ok(()),
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
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(&mut self.file);
        let reason = names.iter().position(|name| name == REASON.as_bytes());
        let own = |values: &ByteRecord, last: &str| {
            let kept = values.iter().enumerate().filter(|(at, _)| Some(*at) != reason);
            let kept = kept.map(|(_, value)| guarded(value));
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

/// With an apostrophe before what a spreadsheet would run (OWASP, CSV Injection).
fn guarded(value: &[u8]) -> Vec<u8> {
    let mut guarded = Vec::with_capacity(value.len() + 1);
    if String::from_utf8_lossy(value).starts_with(FORMULA) {
        guarded.push(b'\'');
    }
    guarded.extend_from_slice(value);
    guarded
}

/// Without that apostrophe.
pub(super) fn unguarded(value: &str) -> &str {
    value.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(value)
}

fn with_reason(object: &str, why: &str) -> Option<String> {
    let mut members: BTreeMap<String, Box<RawValue>> = serde_json::from_str(object).ok()?;
    members.insert(REASON.to_owned(), to_raw_value(why).ok()?);
    serde_json::to_string(&members).ok()
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
        ] {
            let written = String::from_utf8(guarded(value.as_bytes())).unwrap();
            assert!(!written.starts_with(FORMULA), "{written}");
            assert_eq!(unguarded(&written), value);
        }
    }
}
