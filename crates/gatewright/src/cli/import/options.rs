//! What `import` is told.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::console::Failure;

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct ImportUsers {
    /// The file; `-` is standard input, which needs --format.
    pub(super) file: PathBuf,
    /// What the file is. Otherwise its name says so: .csv, .json, .jsonl or .ndjson.
    #[arg(long, value_enum)]
    pub(super) format: Option<Format>,
    /// Takes a column or member as an attribute, such as --map mail=email; an empty attribute leaves
    /// it out. May be repeated.
    #[arg(long, value_name = "COLUMN=ATTRIBUTE", value_parser = mapping)]
    pub(super) map: Vec<(String, String)>,
    /// What made the password hashes.
    #[arg(long, value_enum, default_value_t = HashFormat::Auto)]
    pub(super) hash_format: HashFormat,
    /// Looks at everything and writes nothing.
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Changes users whose address exists to what the file says, instead of refusing them.
    #[arg(long)]
    pub(super) update: bool,
    /// What stands between roles in one column.
    #[arg(long, value_name = "TEXT", default_value = ",")]
    pub(super) roles_separator: String,
    /// A role that everybody gets; may be repeated.
    #[arg(long = "role", value_name = "NAME")]
    pub(super) roles: Vec<String>,
    /// Makes the roles that do not exist, without permissions.
    #[arg(long)]
    pub(super) create_roles: bool,
    /// Accounts of which the file says nothing are disabled.
    #[arg(long)]
    pub(super) inactive: bool,
    /// Addresses of which the file says nothing count as confirmed.
    #[arg(long)]
    pub(super) confirmed: bool,
    /// Takes hashes, too, that can be searched through quickly: des_crypt, md5_crypt, salted digests.
    #[arg(long)]
    pub(super) allow_weak: bool,
    /// Writes what was refused to a new file of the same format, with the reasons.
    #[arg(long, value_name = "FILE")]
    pub(super) refused: Option<PathBuf>,
    /// Between the values of a CSV file.
    #[arg(long, value_name = "CHARACTER", default_value = ",", value_parser = delimiter)]
    pub(super) delimiter: u8,
    /// Firebase: `base64_salt_separator` of the project.
    #[arg(long, value_name = "BASE64", default_value = "Bw==")]
    pub(super) firebase_salt_separator: String,
    /// Firebase: `rounds` of the project.
    #[arg(long, value_name = "N", default_value_t = 8)]
    pub(super) firebase_rounds: u32,
    /// Firebase: `mem_cost` of the project.
    #[arg(long, value_name = "N", default_value_t = 14)]
    pub(super) firebase_mem_cost: u32,
}

/// What a file of users is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[non_exhaustive]
pub enum Format {
    /// Values between delimiters, with a line of names.
    Csv,
    /// An array of objects, or an object with the array `users`.
    Json,
    /// An object on each line.
    Jsonl,
    /// What `firebase auth:export users.json` writes.
    Firebase,
    /// An export of a realm with its users.
    Keycloak,
    /// An export of users with their hashes: an object on each line, or an array.
    Auth0,
    /// What `manage.py dumpdata auth.user` writes.
    Django,
}

/// What made a password hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[non_exhaustive]
pub enum HashFormat {
    /// Any whose form says it: bcrypt, Argon2, PBKDF2, scrypt, Django, Werkzeug, crypt, WordPress,
    /// LDAP.
    Auto,
    /// This application, or Flask-Security with the same SECURITY_PASSWORD_SALT.
    FlaskSecurity,
    /// Devise with a pepper, which SECURITY_PASSWORD_PEPPERS holds.
    Devise,
    /// Firebase, with a salt beside it and the key in SECURITY_PASSWORD_FIREBASE_KEYS.
    Firebase,
}

impl ImportUsers {
    /// What the file is: as it was said, or as its name says.
    pub(super) fn format(&self) -> Result<Format, Failure> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        let ending = self.file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        match ending.to_ascii_lowercase().as_str() {
            "csv" => Ok(Format::Csv),
            "json" => Ok(Format::Json),
            "jsonl" | "ndjson" => Ok(Format::Jsonl),
            _ => Err(Failure::usage("say what the file is: --format csv, json, jsonl or another")),
        }
    }
}

fn mapping(text: &str) -> Result<(String, String), String> {
    let (column, attribute) =
        text.split_once('=').ok_or("write COLUMN=ATTRIBUTE, such as mail=email")?;
    Ok((column.to_owned(), attribute.to_owned()))
}

fn delimiter(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        b"\\t" => Ok(b'\t'),
        [one] if one.is_ascii() && !matches!(one, b'"' | b'\n' | b'\r') => Ok(*one),
        _ => Err("one ASCII character, or \\t".to_owned()),
    }
}
