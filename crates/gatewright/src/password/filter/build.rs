//! Making a filter from a list of hashes.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use data_encoding::HEXUPPER_PERMISSIVE;
use gatewright_wire::bloom::{BLOCK, Blocks, HEADER, Header, Shape};

use crate::error::{Error, Result};
use crate::password::filter::{About, Filter};

/// The longest line of a list, in bytes; a hash and its count are half of it.
const LONGEST: usize = 128;

/// How a filter is made.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Recipe {
    /// Bits of the file for each password, 8 to 64: more of them make errors rarer.
    pub bits: u32,
    /// Leaves out passwords that were seen less often; lines without a count were seen once.
    pub least: u64,
    /// The most memory that a list takes that is not in the order of its hashes, in bytes. It is
    /// read once for each such part of the filter.
    pub memory: usize,
}

impl Default for Recipe {
    /// 24 bits, everything, 256 MiB.
    fn default() -> Self {
        Self { bits: 24, least: 1, memory: 256 << 20 }
    }
}

/// Makes a filter from a list with a line `SHA1` or `SHA1:COUNT` for each password, the hash in
/// hexadecimal digits.
///
/// The list is read twice, to count and to fill, with little memory if it is in the order of its
/// hashes. The filter gets its name when it is complete: a server that has the former one open keeps
/// it until its next start. `progress` hears how much was read, and how much there is to read, in
/// bytes.
///
/// # Errors
/// [`Config`](crate::ErrorKind::Config): a line is something else, or the list is empty;
/// [`Io`](crate::ErrorKind::Io): a file cannot be read or written.
pub fn build(
    list: &Path,
    filter: &Path,
    recipe: Recipe,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<About> {
    if !(8..=64).contains(&recipe.bits) {
        return Err(Error::config("a password takes from 8 to 64 bits of a filter"));
    }
    let length = fs::metadata(list)?.len();
    let counted = count(list, recipe.least, &mut |read| progress(read, 2 * length))?;
    if counted.keys == 0 {
        return Err(Error::config(format!("{} has no such password", list.display())));
    }
    let shape = Shape::for_keys(counted.keys, recipe.bits)
        .ok_or_else(|| Error::config("the filter would be too large"))?;
    let mut name = filter.as_os_str().to_owned();
    name.push(".partial");
    let partial = PathBuf::from(name);
    let made = Output::create(&partial).and_then(|mut output| {
        if counted.sorted {
            in_order(list, recipe.least, shape, &mut output, &mut |read| {
                progress(length + read, 2 * length);
            })?;
        } else {
            in_parts(list, recipe, shape, &mut output, &mut |read, parts| {
                progress(length + read, (1 + parts) * length);
            })?;
        }
        output.finish(shape, counted.keys, recipe.least)
    });
    let made = made.and_then(|()| Ok(fs::rename(&partial, filter)?));
    if let Err(error) = made {
        // It may not exist, and the other error says more.
        let _ = fs::remove_file(&partial);
        return Err(error);
    }
    Ok(Filter::open(filter)?.about())
}

struct Counted {
    keys: u64,
    sorted: bool,
}

fn count(list: &Path, least: u64, progress: &mut dyn FnMut(u64)) -> Result<Counted> {
    let (mut keys, mut sorted, mut last) = (0, true, [0; 20]);
    each(list, least, progress, &mut |hash| {
        sorted &= last <= *hash;
        last = *hash;
        keys += 1;
        Ok(())
    })?;
    Ok(Counted { keys, sorted })
}

/// Fills one block after the other.
fn in_order(
    list: &Path,
    least: u64,
    shape: Shape,
    output: &mut Output,
    progress: &mut dyn FnMut(u64),
) -> Result<()> {
    let (mut number, mut block) = (0, [0; BLOCK]);
    each(list, least, progress, &mut |hash| {
        let next = shape.block_of(hash);
        if next < number {
            return Err(changed(list));
        }
        while number < next {
            output.add(shape, &block)?;
            block = [0; BLOCK];
            number += 1;
        }
        shape.put(&mut block, hash);
        Ok(())
    })?;
    while number < shape.blocks() {
        output.add(shape, &block)?;
        block = [0; BLOCK];
        number += 1;
    }
    Ok(())
}

/// Fills as many blocks as memory has room for, then reads the list again for the next ones.
fn in_parts(
    list: &Path,
    recipe: Recipe,
    shape: Shape,
    output: &mut Output,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<()> {
    let room = (recipe.memory / BLOCK).max(1) as u64;
    let parts = shape.blocks().div_ceil(room);
    let length = fs::metadata(list)?.len();
    for part in 0..parts {
        let from = part * room;
        let size = usize::try_from(room.min(shape.blocks() - from)).unwrap_or(usize::MAX);
        let mut blocks = vec![[0; BLOCK]; size];
        let mut told = |read| progress(part * length + read, parts);
        each(list, recipe.least, &mut told, &mut |hash| {
            let place = shape.block_of(hash).checked_sub(from);
            let place = place.and_then(|place| usize::try_from(place).ok());
            if let Some(block) = place.and_then(|place| blocks.get_mut(place)) {
                shape.put(block, hash);
            }
            Ok(())
        })?;
        for block in &blocks {
            output.add(shape, block)?;
        }
    }
    Ok(())
}

/// Calls `take` with each hash that was seen often enough.
fn each(
    list: &Path,
    least: u64,
    progress: &mut dyn FnMut(u64),
    take: &mut dyn FnMut(&[u8; 20]) -> Result<()>,
) -> Result<()> {
    let mut input = BufReader::with_capacity(1 << 20, File::open(list)?);
    let (mut line, mut number, mut read) = (Vec::new(), 0_u64, 0_u64);
    loop {
        line.clear();
        let mut part = std::io::Read::take(&mut input, LONGEST as u64);
        let length = part.read_until(b'\n', &mut line)?;
        if length == 0 {
            progress(read);
            return Ok(());
        }
        number += 1;
        read += length as u64;
        if number.is_multiple_of(1 << 16) {
            progress(read);
        }
        let text = line.strip_prefix(b"\xef\xbb\xbf").filter(|_| number == 1).unwrap_or(&line);
        let text = text.trim_ascii();
        if text.is_empty() && length < LONGEST {
            continue;
        }
        let Some((hash, count)) = parse(text) else {
            return Err(Error::config(format!(
                "{}, line {number}: it must be the 40 digits of a SHA-1, perhaps with a colon and \
                 a count",
                list.display()
            )));
        };
        if count >= least {
            take(&hash)?;
        }
    }
}

fn parse(line: &[u8]) -> Option<([u8; 20], u64)> {
    let (digits, rest) = line.split_at_checked(40)?;
    let mut hash = [0; 20];
    HEXUPPER_PERMISSIVE.decode_mut(digits, &mut hash).ok()?;
    let count = match rest {
        [] => 1,
        [b':', count @ ..] => std::str::from_utf8(count).ok()?.trim().parse().ok()?,
        _ => return None,
    };
    Some((hash, count))
}

fn changed(list: &Path) -> Error {
    Error::config(format!("{} changed while it was read", list.display()))
}

/// Blocks on their way into a file, whose header comes last.
struct Output {
    file: BufWriter<File>,
    digest: Blocks,
    chances: f64,
}

impl Output {
    fn create(path: &Path) -> Result<Self> {
        let mut file = BufWriter::with_capacity(1 << 20, File::create(path)?);
        // No header yet: what breaks off is no filter.
        file.write_all(&[0; HEADER])?;
        Ok(Self { file, digest: Blocks::default(), chances: 0.0 })
    }

    fn add(&mut self, shape: Shape, block: &[u8; BLOCK]) -> Result<()> {
        self.digest.add(block);
        self.chances += shape.chance(block);
        Ok(self.file.write_all(block)?)
    }

    fn finish(self, shape: Shape, keys: u64, least: u64) -> Result<()> {
        let Self { file, digest, chances } = self;
        let body = digest.finish();
        #[allow(clippy::cast_precision_loss, reason = "a rate of that many blocks is close enough")]
        let false_positives = (chances / shape.blocks() as f64).clamp(0.0, 1.0);
        let header = Header { shape, keys, least, false_positives, body };
        let mut file = file.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        file.rewind()?;
        file.write_all(&header.to_bytes())?;
        Ok(file.sync_all()?)
    }
}
