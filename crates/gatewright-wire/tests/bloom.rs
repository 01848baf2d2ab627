//! The filter: what is in it is found, what is not is found as rarely as it says, and no bytes are
//! trusted.
#![allow(clippy::unwrap_used, reason = "tests")]

use gatewright_wire::bloom::{BLOCK, Fault, HEADER, Header, MOST_BLOCKS, Shape};
use gatewright_wire::digest::sha1;
use proptest::prelude::*;

fn hash(number: u32) -> [u8; 20] {
    sha1(&number.to_be_bytes())
}

fn filled(keys: u32, bits: u32) -> (Shape, Vec<[u8; BLOCK]>) {
    let shape = Shape::for_keys(keys.into(), bits).unwrap();
    let mut blocks = vec![[0; BLOCK]; usize::try_from(shape.blocks()).unwrap()];
    for key in (0..keys).map(hash) {
        shape.put(&mut blocks[shape.block_of(&key) as usize], &key);
    }
    (shape, blocks)
}

fn header() -> Header {
    let shape = Shape::new(77, 7).unwrap();
    Header { shape, keys: 1000, least: 3, false_positives: 0.001, body: [7; 32] }
}

#[test]
fn what_was_put_in_is_found_and_little_else() {
    // Foreign hashes are as many as make chance errors small: a hundred or more are found.
    for (bits, others, about) in
        [(8, 20_000, 0.03), (16, 200_000, 0.001), (24, 2_000_000, 0.000_06)]
    {
        let keys = 20_000;
        let (shape, blocks) = filled(keys, bits);
        let found = |number| {
            let key = hash(number);
            shape.has(&blocks[shape.block_of(&key) as usize], &key)
        };
        assert!((0..keys).all(found), "{bits}");
        let measured = (keys..keys + others).filter(|number| found(*number)).count();
        let measured = measured as f64 / f64::from(others);
        let chances: f64 = blocks.iter().map(|block| shape.chance(block)).sum();
        let computed = chances / blocks.len() as f64;
        assert!((0.4..2.5).contains(&(computed / about)), "{bits}: {computed}");
        assert!((0.7..1.4).contains(&(measured / computed)), "{bits}: {measured} {computed}");
    }
}

#[test]
fn hashes_in_their_order_fill_blocks_in_their_order() {
    let shape = Shape::new(1000, 5).unwrap();
    let mut keys: Vec<_> = (0..5000).map(hash).collect();
    keys.sort_unstable();
    let blocks: Vec<u64> = keys.iter().map(|key| shape.block_of(key)).collect();
    assert!(blocks.is_sorted() && blocks[0] < 5 && blocks[4999] > 990);
    assert_eq!(shape.block_of(&[0; 20]), 0);
    assert_eq!(shape.block_of(&[0xff; 20]), 999);
}

#[test]
fn headers_come_back_and_damaged_ones_do_not() {
    let good = header().to_bytes();
    assert_eq!(Header::parse(&good), Ok(header()));
    assert_eq!(header().file_length(), 128 + 77 * 64);
    for at in 0..HEADER {
        let mut bad = good;
        bad[at] ^= 1;
        let fault = Header::parse(&bad).unwrap_err();
        let want = match at {
            0..8 => Fault::NoFilter,
            8..12 => Fault::Version(1 ^ 1 << (8 * (at - 8))),
            _ => Fault::Damaged,
        };
        assert_eq!(fault, want, "{at}");
    }
    let odd = Header { false_positives: f64::NAN, ..header() };
    assert_eq!(Header::parse(&odd.to_bytes()), Err(Fault::Damaged));
}

#[test]
fn no_filter_is_larger_than_there_can_be() {
    assert!(
        Shape::new(0, 1).is_none() && Shape::new(1, 0).is_none() && Shape::new(1, 11).is_none()
    );
    assert!(Shape::new(MOST_BLOCKS + 1, 1).is_none());
    assert!(Shape::for_keys(u64::MAX, u32::MAX).is_none());
    assert_eq!(Shape::for_keys(0, 24).map(Shape::blocks), Some(1));
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), HEADER), at in 0..96_usize, to in any::<u8>()) {
        let bytes: [u8; HEADER] = bytes.try_into().unwrap();
        let _ = Header::parse(&bytes);
        // A forged one, with a seal that fits.
        let mut forged = header().to_bytes();
        forged[at] = to;
        let seal = gatewright_wire::digest::sha256(&forged[..96]);
        forged[96..].copy_from_slice(&seal);
        if let Ok(header) = Header::parse(&forged) {
            prop_assert!(header.file_length() <= 128 + 64 * MOST_BLOCKS);
            prop_assert!(header.shape.block_of(&[0xff; 20]) < header.shape.blocks());
        }
    }
}
