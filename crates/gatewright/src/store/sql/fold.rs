//! Finds every variant of a text in other letter case through an ordinary index, without reading the
//! table.
//!
//! An index in byte order can say "the first entry that is not less than this". Asked for the
//! smallest variant first, its answer is either a match or tells how far to jump: to the smallest
//! variant that is not less than the answer. Whatever lies between two variants is never looked at,
//! so the cost depends on how entries and variants interleave, not on the table. The order of bytes
//! is that of characters (RFC 3629, section 1).

use crate::text::case::spellings;

/// A text with the characters that each of its characters may be written as, in their order.
pub(super) struct Variants(Vec<[char; 3]>);

impl Variants {
    pub(super) fn of(text: &str) -> Self {
        Self(text.chars().map(spellings).collect())
    }

    /// The smallest variant.
    pub(super) fn first(&self) -> String {
        self.0.iter().map(|[first, ..]| first).collect()
    }

    /// Whether a text is one of them.
    pub(super) fn has(&self, found: &str) -> bool {
        self.spelt_as(found) == self.0.len() && found.chars().count() == self.0.len()
    }

    /// The smallest variant that is greater than `found`.
    ///
    /// A variant that equals `found` is not wanted either: that one has been seen.
    pub(super) fn after(&self, found: &str) -> Option<String> {
        let last = self.0.len().checked_sub(1)?;
        // It must become greater somewhere; the later, the smaller the result.
        (0..=self.spelt_as(found).min(last)).rev().find_map(|at| {
            let have = found.chars().nth(at);
            let greater = |one: &&char| have.is_none_or(|have| **one > have);
            let next = self.0.get(at)?.iter().find(greater)?;
            let rest = self.0.get(at + 1..)?.iter().map(|[first, ..]| *first);
            Some(found.chars().take(at).chain([*next]).chain(rest).collect())
        })
    }

    /// With how many characters they begin alike.
    fn spelt_as(&self, found: &str) -> usize {
        self.0.iter().zip(found.chars()).take_while(|(one, have)| one.contains(have)).count()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn all(target: &str) -> BTreeSet<String> {
        let letters: Vec<char> = target.chars().collect();
        (0_u32..1 << letters.len())
            .map(|mask| {
                let spell = |(at, c): (usize, &char)| {
                    let [one, .., other] = spellings(*c);
                    if mask & (1 << at) == 0 { one } else { other }
                };
                letters.iter().enumerate().map(spell).collect()
            })
            .collect()
    }

    #[test]
    fn the_next_variant_is_the_next_of_all_variants() {
        for target in ["a", "ab1", "x@é.b", "zz", "a_b", "жé", "ⱥa"] {
            let (all, variants) = (all(target), Variants::of(target));
            assert_eq!(all.first(), Some(&variants.first()));
            let mut probes: Vec<String> = all.iter().cloned().collect();
            for variant in &all {
                assert!(variants.has(variant));
                probes.extend(["", "!", "~", "é", "0", "A"].map(|tail| format!("{variant}{tail}")));
                for cut in variant.char_indices().map(|(at, _)| at) {
                    probes.extend(
                        ["", "!", "~", "é", "Z", "_", "Ж"].map(|t| variant[..cut].to_owned() + t),
                    );
                }
            }
            for probe in probes {
                let wanted = all.iter().find(|variant| **variant > probe);
                assert_eq!(variants.after(&probe).as_ref(), wanted, "{target} after {probe:?}");
                assert_eq!(variants.has(&probe), all.contains(&probe), "{target} is {probe:?}");
            }
        }
        assert!(Variants::of("").after("").is_none());
    }

    #[test]
    fn letters_of_another_kind_are_others() {
        for (one, other) in
            [("ıs", "Is"), ("ıs", "is"), ("ſe", "se"), ("ſe", "SE"), ("ß", "SS"), ("é", "e")]
        {
            assert!(
                !Variants::of(one).has(other) && !Variants::of(other).has(one),
                "{one} {other}"
            );
        }
        for (one, other) in
            [("Νίκος", "ΝΊΚΟΣ"), ("ИВАН", "Иван"), ("Æon", "æON"), ("Straße", "STRAẞE")]
        {
            assert!(Variants::of(one).has(other) && Variants::of(other).has(one), "{one} {other}");
        }
    }
}
