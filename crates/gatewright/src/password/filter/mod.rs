//! Passwords known from breaches, in a file of our own: nobody is asked, nothing leaves the house.

mod build;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use gatewright_wire::bloom::{BLOCK, Blocks, HEADER, Header};
use gatewright_wire::digest::sha1;

use crate::error::{Error, Result};

pub use build::{Recipe, build};

/// An open filter.
///
/// A look-up reads 64 bytes at their place in the file, which the system's cache answers from memory
/// after the first time. A file that is cut off meanwhile gives an error, where a memory map would
/// end the process.
#[derive(Debug)]
pub struct Filter {
    file: File,
    path: PathBuf,
    header: Header,
}

/// What a filter says about itself.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct About {
    /// How many passwords it was made from.
    pub passwords: u64,
    /// How often each of them had been seen at least.
    pub least: u64,
    /// Length of the file, in bytes.
    pub bytes: u64,
    /// How many bits each password has.
    pub probes: u32,
    /// How often a password is found that is not in it, from 0 to 1.
    pub false_positives: f64,
}

impl Filter {
    /// Opens a filter, and checks its header and its length.
    ///
    /// # Errors
    /// [`Config`](crate::ErrorKind::Config): the file cannot be read, is no filter, or is damaged.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref().to_owned();
        let wrong = |why: &str| {
            Error::config(format!(
                "{}: {why}; make it anew with `gatewright passwords build-filter`",
                path.display()
            ))
        };
        let mut file =
            File::open(&path).map_err(|error| wrong("it cannot be read").caused_by(error))?;
        let mut head = [0; HEADER];
        file.read_exact(&mut head).map_err(|_| wrong("it is no filter"))?;
        let header = Header::parse(&head).map_err(|fault| wrong(&fault.to_string()))?;
        if file.metadata()?.len() != header.file_length() {
            return Err(wrong("its length is not that of its header"));
        }
        Ok(Self { file, path, header })
    }

    /// True if a password, in the form that is hashed, is in the filter or found by chance.
    ///
    /// Reads from the file: call it off the async threads.
    ///
    /// # Errors
    /// [`Io`](crate::ErrorKind::Io): the file cannot be read any more.
    pub fn contains(&self, password: &str) -> Result<bool> {
        let hash = sha1(password.as_bytes());
        let shape = self.header.shape;
        let mut block = [0; BLOCK];
        let place = HEADER as u64 + shape.block_of(&hash) * BLOCK as u64;
        read_at(&self.file, &mut block, place)?;
        Ok(shape.has(&block, &hash))
    }

    /// What the filter says about itself.
    pub fn about(&self) -> About {
        let Header { shape, keys, least, false_positives, .. } = self.header;
        let (bytes, probes) = (self.header.file_length(), shape.probes());
        About { passwords: keys, least, bytes, probes, false_positives }
    }

    /// Reads the whole file: true if it is as it was written. `progress` hears how many bytes were
    /// read so far.
    ///
    /// # Errors
    /// [`Io`](crate::ErrorKind::Io): the file cannot be read.
    pub fn is_intact(&self, mut progress: impl FnMut(u64)) -> Result<bool> {
        let mut file = File::open(&self.path)?;
        file.read_exact(&mut [0; HEADER])?;
        let (mut digest, mut buffer) = (Blocks::default(), vec![0; 1 << 20]);
        let mut read = HEADER as u64;
        loop {
            let length = file.read(&mut buffer)?;
            let Some(bytes) = buffer.get(..length).filter(|bytes| !bytes.is_empty()) else { break };
            digest.add(bytes);
            read += length as u64;
            progress(read);
        }
        Ok(read == self.header.file_length() && digest.finish() == self.header.body)
    }
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], place: u64) -> std::io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, place)
}

#[cfg(windows)]
fn read_at(file: &File, mut bytes: &mut [u8], mut place: u64) -> std::io::Result<()> {
    while !bytes.is_empty() {
        let length = std::os::windows::fs::FileExt::seek_read(file, bytes, place)?;
        if length == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        bytes = bytes.get_mut(length..).unwrap_or_default();
        place += length as u64;
    }
    Ok(())
}
