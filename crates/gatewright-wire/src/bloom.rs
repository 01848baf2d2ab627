//! A file that knows which SHA-1 hashes it was made from, in a few bits for each.
//!
//! A Bloom filter in blocks (Putze, Sanders, Singler: "Cache-, Hash- and Space-Efficient Bloom
//! Filters"): all bits of a hash lie in one block of 64 bytes, so that a look-up reads one cache
//! line. A hash that was put in is always found; another one is found by chance, and the header says
//! how often. The format is this crate's own, all numbers little-endian:
//!
//! | bytes | content |
//! | --- | --- |
//! | 0–7 | `GWBLOOM\n` |
//! | 8–11 | version, 1 |
//! | 12–15 | bits of a hash |
//! | 16–23 | number of blocks |
//! | 24–31 | number of hashes |
//! | 32–39 | how often a password had been seen at least |
//! | 40–47 | how often a foreign hash is found, as IEEE 754 |
//! | 48–79 | SHA-256 of the blocks |
//! | 80–95 | zero |
//! | 96–127 | SHA-256 of bytes 0 to 95 |
//! | 128– | the blocks |
//!
//! The first eight bytes of a hash, big-endian, choose the block, in proportion: hashes in their order
//! fill blocks in their order. The other twelve bytes, little-endian, give nine bits after the other.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::digest::sha256;

/// Bytes before the first block.
pub const HEADER: usize = 128;

/// Bytes of a block.
pub const BLOCK: usize = 64;

/// The most blocks of a filter: a tebibyte.
pub const MOST_BLOCKS: u64 = 1 << 34;

/// The most bits of a hash: there are no more in it.
pub const MOST_PROBES: u32 = 10;

const MAGIC: [u8; 8] = *b"GWBLOOM\n";
const VERSION: u32 = 1;
const BITS: u32 = BLOCK as u32 * 8;

/// What a filter says about itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    /// Where hashes lie.
    pub shape: Shape,
    /// How many hashes were put in.
    pub keys: u64,
    /// How often a password had been seen at least.
    pub least: u64,
    /// How often a hash is found that was not put in, from 0 to 1.
    pub false_positives: f64,
    /// SHA-256 of the blocks.
    pub body: [u8; 32],
}

/// Where the bits of a hash lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    blocks: u64,
    probes: u32,
}

/// Why bytes are no header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// They are something else.
    NoFilter,
    /// They are of a version that is not known here.
    Version(u32),
    /// They are not as they were written.
    Damaged,
}

impl Header {
    /// Reads the first [`HEADER`] bytes of a file.
    ///
    /// # Errors
    ///
    /// See [`Fault`].
    pub fn parse(bytes: &[u8; HEADER]) -> Result<Self, Fault> {
        if bytes.get(..8) != Some(&MAGIC[..]) {
            return Err(Fault::NoFilter);
        }
        let version = u32::from_le_bytes(part(bytes, 8));
        if version != VERSION {
            return Err(Fault::Version(version));
        }
        if part::<32>(bytes, 96) != sha256(&part::<96>(bytes, 0)) {
            return Err(Fault::Damaged);
        }
        let probes = u32::from_le_bytes(part(bytes, 12));
        let blocks = u64::from_le_bytes(part(bytes, 16));
        let shape = Shape::new(blocks, probes).ok_or(Fault::Damaged)?;
        let false_positives = f64::from_le_bytes(part(bytes, 40));
        if !(0.0..=1.0).contains(&false_positives) || part(bytes, 80) != [0; 16] {
            return Err(Fault::Damaged);
        }
        let keys = u64::from_le_bytes(part(bytes, 24));
        let least = u64::from_le_bytes(part(bytes, 32));
        Ok(Self { shape, keys, least, false_positives, body: part(bytes, 48) })
    }

    /// The bytes at the beginning of the file.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; HEADER] {
        let mut bytes = Vec::with_capacity(HEADER);
        bytes.extend(MAGIC);
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(self.shape.probes.to_le_bytes());
        for number in [self.shape.blocks, self.keys, self.least] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(self.false_positives.to_le_bytes());
        bytes.extend(self.body);
        bytes.extend([0; 16]);
        let seal = sha256(&bytes);
        bytes.extend(seal);
        part(&bytes, 0)
    }

    /// The length of the whole file.
    #[must_use]
    pub fn file_length(&self) -> u64 {
        HEADER as u64 + self.shape.blocks * BLOCK as u64
    }
}

impl Shape {
    /// As many blocks, and as many bits of a hash; `None` outside of what there can be.
    #[must_use]
    pub fn new(blocks: u64, probes: u32) -> Option<Self> {
        let sound = (1..=MOST_BLOCKS).contains(&blocks) && (1..=MOST_PROBES).contains(&probes);
        sound.then_some(Self { blocks, probes })
    }

    /// Room for as many hashes with as many bits of the file for each, so that foreign ones are
    /// found as rarely as can be. `None` if that is more than there can be.
    #[must_use]
    pub fn for_keys(keys: u64, bits: u32) -> Option<Self> {
        let blocks = u128::from(keys) * u128::from(bits.max(1));
        let blocks = u64::try_from(blocks.div_ceil(u128::from(BITS))).ok()?.max(1);
        let load = f64::from(BITS) / f64::from(bits.max(1));
        let by_chance = |probes: &u32| expected(load, *probes);
        let probes = (1..=MOST_PROBES).min_by(|a, b| by_chance(a).total_cmp(&by_chance(b)))?;
        Self::new(blocks, probes)
    }

    /// How many blocks there are.
    #[must_use]
    pub const fn blocks(self) -> u64 {
        self.blocks
    }

    /// How many bits each hash has.
    #[must_use]
    pub const fn probes(self) -> u32 {
        self.probes
    }

    /// The number of the block of a hash.
    #[must_use]
    pub fn block_of(self, hash: &[u8; 20]) -> u64 {
        let place = u128::from(u64::from_be_bytes(part(hash, 0))) * u128::from(self.blocks);
        u64::try_from(place >> 64).unwrap_or_default()
    }

    /// Puts a hash into its block.
    pub fn put(self, block: &mut [u8; BLOCK], hash: &[u8; 20]) {
        for bit in self.bits(hash) {
            if let Some(byte) = block.get_mut(bit / 8) {
                *byte |= 1 << (bit % 8);
            }
        }
    }

    /// True if a hash was put into its block, or by chance.
    #[must_use]
    pub fn has(self, block: &[u8; BLOCK], hash: &[u8; 20]) -> bool {
        let set = |bit| block.get(bit / 8).is_some_and(|byte| (byte >> (bit % 8)) & 1 == 1);
        self.bits(hash).all(set)
    }

    /// How often a foreign hash is found that falls into this block.
    #[must_use]
    pub fn chance(self, block: &[u8; BLOCK]) -> f64 {
        let ones: u32 = block.iter().map(|byte| byte.count_ones()).sum();
        (f64::from(ones) / f64::from(BITS)).powf(f64::from(self.probes))
    }

    fn bits(self, hash: &[u8; 20]) -> impl Iterator<Item = usize> {
        let mut digits = [0; 16];
        digits[..12].copy_from_slice(&part::<12>(hash, 8));
        let digits = u128::from_le_bytes(digits);
        (0..self.probes).map(move |probe| (digits >> (9 * probe)) as usize % BITS as usize)
    }
}

/// SHA-256 of blocks as they come.
#[derive(Debug, Clone, Default)]
pub struct Blocks(Sha256);

impl Blocks {
    /// Takes further bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest of all of them.
    #[must_use]
    pub fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFilter => f.write_str("it is no filter"),
            Self::Version(version) => write!(f, "its version {version} is not known here"),
            Self::Damaged => f.write_str("it is damaged"),
        }
    }
}

impl std::error::Error for Fault {}

/// How often a foreign hash is found where blocks hold `load` hashes on average: how many a block
/// holds follows Poisson's law.
fn expected(load: f64, probes: u32) -> f64 {
    let most = (load + 12.0 * load.sqrt() + 20.0) as u32;
    let mut weight = (-load).exp();
    let mut sum = 0.0;
    for keys in 1..=most {
        weight *= load / f64::from(keys);
        let clear = (1.0 - 1.0 / f64::from(BITS)).powf(f64::from(keys * probes));
        sum += weight * (1.0 - clear).powf(f64::from(probes));
    }
    sum
}

/// `N` bytes from a place on; zero where there are none.
fn part<const N: usize>(bytes: &[u8], from: usize) -> [u8; N] {
    let mut out = [0; N];
    for (out, byte) in out.iter_mut().zip(bytes.iter().skip(from)) {
        *out = *byte;
    }
    out
}
