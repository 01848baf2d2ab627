use std::fs;

use data_encoding::HEXUPPER;

use super::*;
use crate::error::ErrorKind;

fn hash(password: &str) -> String {
    HEXUPPER.encode(&sha1(password.as_bytes()))
}

/// Lines for `breached 0` and so on, each seen as often as its number.
fn lines(count: u32) -> Vec<String> {
    (0..count).map(|number| format!("{}:{number}", hash(&format!("breached {number}")))).collect()
}

struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn build(&self, list: &str, recipe: Recipe) -> Result<Filter> {
        fs::write(self.path("list"), list).unwrap();
        build(&self.path("list"), &self.path("filter"), recipe, &mut |_, _| {})?;
        Filter::open(self.path("filter"))
    }

    fn why(&self, list: &str) -> String {
        let error = self.build(list, Recipe::default()).unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::Config);
        error.to_string()
    }
}

#[test]
fn what_is_on_the_list_is_found_and_the_rate_is_as_stated() {
    let place = Place::new();
    let mut list = lines(20_000);
    list.sort_unstable();
    let recipe = Recipe { bits: 12, least: 1, ..Recipe::default() };
    let filter = place.build(&list.join("\r\n"), recipe).unwrap();
    assert_eq!(filter.about().passwords, 19_999);
    assert!((1..20_000).all(|number| filter.contains(&format!("breached {number}")).unwrap()));
    let found = (0..40_000).filter(|number| filter.contains(&format!("fresh {number}")).unwrap());
    let measured = found.count() as f64 / 40_000.0;
    let stated = filter.about().false_positives;
    assert!(stated > 0.001 && (0.75..1.33).contains(&(measured / stated)), "{measured} {stated}");
    assert!(filter.is_intact(|_| {}).unwrap());
}

#[test]
fn the_order_of_the_list_and_the_memory_for_it_make_no_difference() {
    let place = Place::new();
    let mut list = lines(3000);
    let recipe = Recipe { memory: 10 * BLOCK, ..Recipe::default() };
    place.build(&list.join("\n"), recipe).unwrap();
    let in_parts = fs::read(place.path("filter")).unwrap();
    list.sort_unstable();
    place.build(&format!("\u{feff}{}\n\n", list.join("\n").to_lowercase()), recipe).unwrap();
    assert!(in_parts.len() > 100 * BLOCK);
    assert_eq!(fs::read(place.path("filter")).unwrap(), in_parts);
    assert!(!place.path("filter.partial").exists());
}

#[test]
fn progress_goes_on_to_its_end() {
    let place = Place::new();
    for memory in [1 << 20, 10 * BLOCK] {
        fs::write(place.path("list"), lines(3000).join("\n")).unwrap();
        let (recipe, mut told) = (Recipe { memory, ..Recipe::default() }, Vec::new());
        let mut hear = |read, whole| told.push((read, whole));
        build(&place.path("list"), &place.path("filter"), recipe, &mut hear).unwrap();
        assert!(told.is_sorted_by_key(|(read, _)| *read), "{told:?}");
        assert!(told.last().is_some_and(|(read, whole)| read == whole), "{told:?}");
    }
}

#[test]
fn lists_of_something_else_are_refused_and_leave_nothing() {
    let place = Place::new();
    let good = hash("one");
    let long = format!("{good}:{}", "9".repeat(200));
    for (bad, line) in [
        ("monkey", 1),
        (&good[..39], 1),
        (&format!("{good}\n{good};7"), 2),
        (&format!("{good}\n{good}:many"), 2),
        (&format!("{good}\n{good}:-1"), 2),
        (&long, 1),
        ("8846F7EAEE8FB117AD06BDD830B7586C:5", 1),
    ] {
        assert!(
            place.why(bad).contains(&format!("line {line}: it must be the 40 digits")),
            "{bad}"
        );
    }
    assert!(place.why("").contains("no such password"));
    assert!(place.why(&format!("{good}:0")).contains("no such password"));
    assert_eq!(fs::read_dir(place.0.path()).unwrap().count(), 1, "the list alone is left");
    let missing = build(&place.path("none"), &place.path("f"), Recipe::default(), &mut |_, _| {});
    assert_eq!(missing.unwrap_err().kind(), &ErrorKind::Io);
    let none = Recipe { bits: 7, ..Recipe::default() };
    assert!(place.build(&good, none).is_err());
}

#[test]
fn damaged_files_are_refused_and_nothing_panics() {
    let place = Place::new();
    let filter = place.build(&lines(500).join("\n"), Recipe::default()).unwrap();
    let good = fs::read(place.path("filter")).unwrap();
    let open = |bytes: &[u8]| {
        fs::write(place.path("other"), bytes).unwrap();
        Filter::open(place.path("other"))
    };
    for (bytes, why) in [
        (&b""[..], "is no filter"),
        (&good[..100], "is no filter"),
        (&good[..good.len() - 1], "length"),
        (&[&good[..], b"x"].concat(), "length"),
        (&[b"PK", &good[2..]].concat(), "is no filter"),
        (&[&good[..8], &[9], &good[9..]].concat(), "version 9"),
        (&[&good[..20], &[1], &good[21..]].concat(), "damaged"),
    ] {
        let error = open(bytes).unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::Config);
        let said = error.to_string();
        assert!(said.contains(why) && said.contains("make it anew"), "{said}");
    }
    let mut flipped = good.clone();
    *flipped.last_mut().unwrap() ^= 1;
    assert!(!open(&flipped).unwrap().is_intact(|_| {}).unwrap());
    assert!(Filter::open(place.path("none")).unwrap_err().to_string().contains("cannot be read"));
    // Cut off while it is in use.
    fs::File::options().write(true).open(place.path("filter")).unwrap().set_len(128).unwrap();
    assert_eq!(filter.contains("anything").unwrap_err().kind(), &ErrorKind::Io);
    assert!(!filter.is_intact(|_| {}).unwrap());
}
