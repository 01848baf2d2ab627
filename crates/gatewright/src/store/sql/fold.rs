//! Finds every ASCII-case variant of a text through an ordinary index, without reading the table.
//!
//! An index in byte order can say "the first entry that is not less than this". Asked for the
//! smallest variant first (all capitals), its answer is either a match or tells how far to jump:
//! to the smallest variant that is not less than the answer. Whatever lies between two variants is
//! never looked at, so the cost depends on how entries and variants interleave, not on the table.

/// The smallest variant of a lower-case text.
pub(super) fn first(target: &str) -> String {
    target.to_ascii_uppercase()
}

/// The smallest variant of a lower-case text that is greater than `found`.
///
/// A variant that equals `found` is not wanted either: that one has been seen.
pub(super) fn after(target: &str, found: &str) -> Option<String> {
    let (target, found) = (target.as_bytes(), found.as_bytes());
    let spelt_as_found =
        target.iter().zip(found).take_while(|(want, have)| have.to_ascii_lowercase() == **want);
    let common = spelt_as_found.count();
    let variant = |keep: usize, byte: Option<u8>| {
        let mut bytes = found.get(..keep)?.to_vec();
        bytes.extend(byte);
        let rest = target.get(bytes.len()..)?;
        bytes.extend(rest.iter().map(u8::to_ascii_uppercase));
        String::from_utf8(bytes).ok()
    };
    // `found` is a true beginning of the target: everything that goes on is greater.
    if common == found.len() && common < target.len() {
        return variant(common, None);
    }
    // Otherwise it must become greater somewhere; the later, the smaller the result.
    (0..=common.min(target.len().checked_sub(1)?)).rev().find_map(|at| {
        let want = *target.get(at)?;
        let have = found.get(at).copied();
        let spellings = [want.to_ascii_uppercase(), want];
        let byte = spellings.into_iter().find(|byte| have.is_none_or(|have| *byte > have))?;
        variant(at, Some(byte))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn variants(target: &str) -> BTreeSet<String> {
        let letters: Vec<char> = target.chars().collect();
        (0_u32..1 << letters.len())
            .map(|mask| {
                let spell = |(at, c): (usize, &char)| {
                    if mask & (1 << at) == 0 { c.to_ascii_uppercase() } else { *c }
                };
                letters.iter().enumerate().map(spell).collect()
            })
            .collect()
    }

    #[test]
    fn the_next_variant_is_the_next_of_all_variants() {
        for target in ["a", "ab1", "x@é.b", "zz", "a_b"] {
            let all = variants(target);
            assert_eq!(all.first(), Some(&first(target)));
            let mut probes: Vec<String> = all.iter().cloned().collect();
            for variant in &all {
                probes.extend(["", "!", "~", "é", "0", "A"].map(|tail| format!("{variant}{tail}")));
                for cut in variant.char_indices().map(|(at, _)| at) {
                    probes.extend(
                        ["", "!", "~", "é", "Z", "_"].map(|t| variant[..cut].to_owned() + t),
                    );
                }
            }
            for probe in probes {
                let wanted = all.iter().find(|variant| **variant > probe);
                assert_eq!(after(target, &probe).as_ref(), wanted, "{target} after {probe:?}");
            }
        }
    }
}
