use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::report::{Finding, Report};
use super::*;
use crate::config::Preset;
use crate::security::Security;

const DATABASE: &[u8] = include_bytes!("../../../testdata/flask_security.sqlite");
const VALUES: &str = include_str!("../../../testdata/flask_security_sqlite.json");
const KEY: &str = "kq3Z7m1xV9dT5bW2hN8cR4gY6uP0sLfA";

/// An application in a folder of its own.
struct Patient {
    folder: TempDir,
    settings: Value,
}

impl Patient {
    /// The reference's database, with its salt and a good key.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("app.sqlite");
        fs::write(&file, DATABASE).unwrap();
        let settings = json!({
            "SECRET_KEY": KEY,
            "SECURITY_PASSWORD_SALT": values()["settings"]["SECURITY_PASSWORD_SALT"],
            "SQLALCHEMY_DATABASE_URI": format!("sqlite:///{}", file.display()),
        });
        Self { folder, settings }
    }

    fn with(mut self, key: &str, value: Value) -> Self {
        self.settings[key] = value;
        self
    }

    async fn look(&self) -> Report {
        self.examine().await.unwrap()
    }

    async fn examine(&self) -> Result<Report, Failure> {
        let file = self.folder.path().join("flask.json");
        fs::write(&file, self.settings.to_string()).unwrap();
        let templates = Some(self.folder.path().join("templates")).filter(|it| it.exists());
        let builder = Security::builder_with(Preset::Flask).config_file(file);
        DoctorCommand { templates }.examine(builder).await
    }

    fn template(self, name: &str, text: &str) -> Self {
        let file = self.folder.path().join("templates").join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        self
    }

    fn files(&self) -> Vec<String> {
        let files = fs::read_dir(self.folder.path()).unwrap();
        let mut files: Vec<_> =
            files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        files.sort();
        files
    }
}

fn values() -> Value {
    serde_json::from_str(VALUES).unwrap()
}

/// The texts of a group about something.
fn about<'a>(group: &'a [Finding], about: &str) -> Vec<&'a str> {
    group.iter().filter(|it| it.about == about).map(|it| it.text.as_str()).collect()
}

#[tokio::test]
async fn counts_and_nothing_about_anybody() {
    let patient = Patient::new().with("SECURITY_REFRESH_TOKEN", json!(true));
    let report = patient.look().await;
    let counts = report.counts.as_ref().unwrap();
    assert_eq!((counts.users, counts.active, counts.without_password), (20, 19, 1));
    assert_eq!((counts.roles, counts.grants), (5, 3));
    assert_eq!(counts.hashes.get("argon2"), Some(&12));
    assert_eq!(counts.hashes.get("plaintext"), Some(&1));
    assert_eq!(about(&report.carries_over, "refresh tokens").len(), 1);
    assert!(about(&report.to_decide, "passwords")[0].starts_with("1 in plaintext"));

    let said = [report.text(&Console::new(false)), serde_json::to_string(&report).unwrap()];
    let database = rusqlite::Connection::open(patient.folder.path().join("app.sqlite")).unwrap();
    let mut query = database
        .prepare("SELECT email, username, password, fs_uniquifier FROM user UNION ALL SELECT name, name, name, name FROM role")
        .unwrap();
    let mut rows = query.query([]).unwrap();
    let mut secrets = vec![KEY.to_owned()];
    secrets.push(patient.settings["SECURITY_PASSWORD_SALT"].as_str().unwrap().to_owned());
    while let Some(row) = rows.next().unwrap() {
        secrets.extend((0..4).filter_map(|at| row.get::<_, Option<String>>(at).unwrap()));
    }
    assert!(secrets.len() > 60);
    // Roles may be called like things the report has words for.
    let words = ["admin", "user", "editor", "reader", "empty"];
    for secret in secrets.iter().filter(|it| it.len() > 4 && !words.contains(&it.as_str())) {
        assert!(said.iter().all(|said| !said.contains(secret.as_str())), "{secret}");
    }
}

#[tokio::test]
async fn nothing_is_left_behind() {
    let patient = Patient::new();
    patient.look().await;
    assert_eq!(patient.files(), ["app.sqlite", "flask.json"]);
    let file = patient.folder.path().join("app.sqlite");
    assert!(fs::read(&file).unwrap() == DATABASE);

    let writer = rusqlite::Connection::open(&file).unwrap();
    writer.pragma_update(None, "journal_mode", "WAL").unwrap();
    drop(writer);
    let before = fs::read(&file).unwrap();
    assert_eq!(patient.look().await.counts.unwrap().active, 19);
    assert_eq!(patient.files(), ["app.sqlite", "flask.json"]);
    assert!(fs::read(&file).unwrap() == before);

    // While somebody writes, the log is read, too.
    let writer = rusqlite::Connection::open(&file).unwrap();
    writer.execute("UPDATE user SET active = 0", []).unwrap();
    assert_eq!(patient.look().await.counts.unwrap().active, 0);
    drop(writer);
    assert_eq!(patient.files(), ["app.sqlite", "flask.json"]);
}

#[tokio::test]
async fn a_database_that_cannot_be_read_is_code_2() {
    for address in ["missing.sqlite", "flask.json"] {
        let patient = Patient::new();
        let path = patient.folder.path().join(address);
        let address = format!("sqlite:///{}", path.display());
        let patient = patient.with("SQLALCHEMY_DATABASE_URI", json!(address));
        assert_eq!(patient.examine().await.unwrap_err().code(), 2, "{address}");
        assert_eq!(path.exists(), path.ends_with("flask.json"));
    }
    let none = DoctorCommand { templates: None }.examine(Security::builder_with(Preset::Flask));
    assert_eq!(none.await.unwrap_err().code(), 2);
    let elsewhere = json!("postgresql://app:hunter2@db/app");
    let report = Patient::new().with("SQLALCHEMY_DATABASE_URI", elsewhere).look().await;
    assert!(about(&report.to_decide, "database")[0].starts_with("not yet: postgresql"));
    assert!(!serde_json::to_string(&report).unwrap().contains("hunter2"));
}

#[tokio::test]
async fn a_salt_that_hashes_need() {
    let report = Patient::new().with("SECURITY_PASSWORD_SALT", Value::Null).look().await;
    let salt = about(&report.to_decide, "SECURITY_PASSWORD_SALT");
    assert_eq!(salt, ["is missing, and these hashes were made with it: none fits without"]);
    let strict = Patient::new().with("SECURITY_PASSWORD_SCHEMES", json!(["argon2"])).look().await;
    assert!(about(&strict.to_decide, "passwords")[0].contains("does not accept these"));
}

#[tokio::test]
async fn rows_that_need_somebody() {
    let patient = Patient::new();
    let database = rusqlite::Connection::open(patient.folder.path().join("app.sqlite")).unwrap();
    let script = "UPDATE user SET email = 'Joe@example.org' WHERE id = 1;
        UPDATE user SET email = 'joe@EXAMPLE.org' WHERE id = 2;
        UPDATE user SET email = ' ann@example.org' WHERE id = 3;
        UPDATE user SET password = 'scrypt:32768:8:1$salt$00ff' WHERE id = 4;
        ALTER TABLE user ADD COLUMN tenant INTEGER;";
    database.execute_batch(script).unwrap();
    let report = patient.look().await;
    let addresses = about(&report.to_decide, "addresses");
    assert!(addresses[0].starts_with("1 addresses belong to several"), "{addresses:?}");
    assert!(addresses[1].starts_with("1 is not stored in normal form"), "{addresses:?}");
    let passwords = about(&report.to_decide, "passwords");
    assert!(passwords.iter().any(|it| it.starts_with("1 of a form")), "{passwords:?}");
}

#[tokio::test]
async fn settings_as_python_prints_them() {
    let patient = Patient::new()
        .with("SECURITY_TOKEN_MAX_AGE", json!("datetime.timedelta(seconds=3600)"))
        .with("SECURITY_FRESHNESS", json!("1 day, 0:00:00"))
        .with("SECURITY_REGISTER_FORM", json!("<class 'app.forms.Register'>"))
        .with("SECURITY_LOGIN_ULR", json!("/sign-in"))
        .with("SECURITY_LOGIN_URL", json!(7))
        .with("WTF_CSRF_SECRET_KEY", json!({ "$bytes": "ff00ff00" }))
        .with("MAIL_DEFAULT_SENDER", json!("b'joe@example.org'"))
        .with("MAX_CONTENT_LENGTH", Value::Null)
        .with("SESSION_TYPE", json!("redis"))
        .with("MY_SETTING", json!({ "any": "thing" }))
        .with(
            "FLASK_SECURITY_CODE",
            json!(["User.is_locked", "signal.user_registered", "_strange"]),
        )
        .with("SECURITY_TWO_FACTOR", json!(true));
    let report = patient.look().await;
    let decide = |name: &str| about(&report.to_decide, name);
    assert_eq!(decide("SECURITY_TOKEN_MAX_AGE"), <[&str; 0]>::default());
    assert_eq!(decide("SECURITY_FRESHNESS"), <[&str; 0]>::default());
    assert_eq!(decide("MAX_CONTENT_LENGTH"), <[&str; 0]>::default());
    assert!(decide("SECURITY_REGISTER_FORM")[0].starts_with("a form of one's own"));
    assert!(decide("SECURITY_LOGIN_ULR")[0].contains("did you mean SECURITY_LOGIN_URL"));
    assert_eq!(decide("SECURITY_LOGIN_URL"), ["must be text"]);
    assert!(decide("WTF_CSRF_SECRET_KEY")[0].starts_with("is bytes that are no text"));
    assert!(decide("MAIL_DEFAULT_SENDER")[0].starts_with("is spelt as Python prints bytes"));
    assert!(decide("Flask-Session")[0].contains("they end"));
    assert_eq!(decide("User.is_locked"), ["locked accounts: Hooks::locked"]);
    assert!(decide("signal.user_registered")[0].contains("Builder::listen"));
    assert!(decide("_strange")[0].starts_with("code that the doctor does not know"));
    assert!(decide("SECURITY_TWO_FACTOR")[0].starts_with("not yet"));
    let own = report.differs.iter().find(|it| it.about == "other settings").unwrap();
    assert_eq!(own.names, ["MY_SETTING"]);
}

#[tokio::test]
async fn what_differs_depends_on_the_settings() {
    let plain = Patient::new().look().await;
    assert!(about(&plain.differs, "new tokens").is_empty());
    assert!(about(&plain.carries_over, "sessions").len() == 1);
    let keys = json!(["an older key that was long enough, too"]);
    let rotated = Patient::new().with("SECRET_KEY_FALLBACKS", keys).look().await;
    assert_eq!(about(&rotated.differs, "new tokens").len(), 1);
    let hardened = Patient::new().with("PRESET", json!("recommended")).look().await;
    assert!(about(&hardened.differs, "sessions")[0].contains("are over"));
    assert!(about(&hardened.carries_over, "sessions").is_empty());
}

#[tokio::test]
async fn templates_are_tried() {
    let patient = Patient::new()
        .template("layout.html", "{% block content %}{% endblock %}\n{{ moment }}{{ 1|nosuch }}")
        .template(
            "security/login_user.html",
            "{% extends 'layout.html' %}\n{{ login_user_form.email.label }}{{ url_for('x') }}\n\
             {{ config.SITE }}{% for a, b in c.items() %}{% endfor %}",
        )
        .template("security/email/account_locked.txt", "{% trans %}Hello{% endtrans %}")
        .template("security/two_factor_setup.html", "{{ chosen_method }}")
        .template("security/verify.html", "{% include 'gone.html' %}")
        .template("pages/own.html", "{% never looked at %}");
    let report = patient.look().await;
    let found = |text: &str| -> Vec<String> {
        let finding = report.to_decide.iter().find(|it| it.text.starts_with(text));
        finding.map(|it| it.names.clone()).unwrap_or_default()
    };
    assert_eq!(found("minijinja has no filter `nosuch`"), ["layout.html:2"]);
    assert_eq!(found("nothing is given by the name `moment`"), ["layout.html:2"]);
    assert_eq!(found("nothing is given by the name `config`"), ["security/login_user.html:3"]);
    assert_eq!(found("`.items(…)` is Python's"), ["security/login_user.html:3"]);
    assert_eq!(
        found("minijinja: unknown statement trans"),
        ["security/email/account_locked.txt:1"]
    );
    assert_eq!(found("there is no template gone.html"), ["security/verify.html:1"]);
    assert_eq!(found("of pages and mails"), ["security/two_factor_setup.html"]);
    let matching = report.carries_over.iter().find(|it| it.about == "templates").unwrap();
    assert!(matching.names.contains(&"security/login_user.html".to_owned()));
    assert!(!serde_json::to_string(&report).unwrap().contains("own.html"));
    let folder = Path::new("no such folder").to_owned();
    let builder = || Security::builder_with(Preset::Flask).config_file("Cargo.toml");
    let missing = DoctorCommand { templates: Some(folder) }.examine(builder()).await;
    assert_eq!(missing.unwrap_err().code(), 2);
}
