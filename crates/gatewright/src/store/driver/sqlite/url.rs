use std::path::PathBuf;

use crate::error::{Error, Result};

/// Where a SQLite database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    Memory,
    File(PathBuf),
}

/// Reads `sqlite:app.db` and, as SQLAlchemy spells it, `sqlite:///app.db` (relative),
/// `sqlite:/srv/app.db` and `sqlite:////srv/app.db` (absolute), `sqlite::memory:` and `sqlite://`.
pub(crate) fn parse(url: &str) -> Result<Place> {
    let Some(rest) = url.strip_prefix("sqlite:") else {
        return Err(Error::config("the address of a SQLite database starts with `sqlite:`"));
    };
    let path = match rest.strip_prefix("//") {
        None => rest,
        Some("" | "/:memory:") => return Ok(Place::Memory),
        // The third slash ends the host that there is none of; a fourth begins an absolute path.
        Some(path) if path.starts_with('/') => path.get(1..).unwrap_or_default(),
        Some(_) => {
            return Err(Error::config(
                "a SQLite database has no host: write `sqlite:app.db` for a relative path, \
                 `sqlite:////srv/app.db` for an absolute one",
            ));
        }
    };
    match path {
        ":memory:" => Ok(Place::Memory),
        "" | "/" => Err(Error::config("the address of the SQLite database lacks a file name")),
        // SQLite would read these as addresses of its own, with options.
        path if path.starts_with("file:") || path.contains('?') => {
            Err(Error::config("options in the address of a SQLite database are not supported"))
        }
        path => Ok(Place::File(path.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let file = |path: &str| Some(Place::File(path.into()));
        for (url, place) in [
            ("sqlite:app.db", file("app.db")),
            ("sqlite:data/app.db", file("data/app.db")),
            ("sqlite:/srv/app.db", file("/srv/app.db")),
            ("sqlite:///app.db", file("app.db")),
            ("sqlite:///data/app.db", file("data/app.db")),
            ("sqlite:////srv/app.db", file("/srv/app.db")),
            ("sqlite::memory:", Some(Place::Memory)),
            ("sqlite:///:memory:", Some(Place::Memory)),
            ("sqlite://", Some(Place::Memory)),
            ("sqlite:", None),
            ("sqlite:///", None),
            ("sqlite://host/app.db", None),
            ("sqlite:file:app.db", None),
            ("sqlite:app.db?mode=ro", None),
            ("postgres://localhost/app", None),
        ] {
            assert_eq!(parse(url).ok(), place, "{url}");
        }
    }
}
