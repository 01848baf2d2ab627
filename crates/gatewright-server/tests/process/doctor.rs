//! The doctor and a real Flask-Security application, asked as the migration guide says.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::server::run;

const GUIDE: &str = include_str!("../../../../docs/migrating-from-flask-security.md");

/// The guide's program that prints settings.
fn program() -> &'static str {
    GUIDE.split("\n```python\n").nth(1).unwrap().split("\n```").next().unwrap()
}

#[test]
#[ignore = "needs Flask-Security: scripts/test"]
fn what_python_prints_is_read() {
    let python = env::var_os("TEST_PEER_PYTHON").expect("a Python that has Flask-Security");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("dump_settings.py"), program()).unwrap();
    let settings = "{'SECRET_KEY': b'bytes that are text, and many of them', \
                     'SECURITY_MSG_LOGIN': ('Come in.', 'info'), 'MY_OWN': object(), \
                     'SECURITY_EMAIL_SUBJECT_REGISTER': 'Hello', 'SECURITY_TWO_FACTOR': False}"
        .replace("object()", "'mine'");
    let output = Command::new(root.join(python))
        .arg("dump_settings.py")
        .arg(format!("app:make_app('app.db', {settings})"))
        .current_dir(folder)
        .env("PYTHONPATH", root.join("tests/peer"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success());
    let dump: Value = serde_json::from_slice(&output.stdout).unwrap();
    // What nobody has replaced stays out: texts of the library among them.
    assert_eq!(dump["SECURITY_MSG_LOGIN"], json!(["Come in.", "info"]));
    assert!(dump["SECURITY_MSG_LOGOUT"].is_null() && dump["SECURITY_DATETIME_FACTORY"].is_null());
    assert_eq!(dump["FLASK_SECURITY_CODE"], json!(["_mail_util_cls"]));
    fs::write(folder.join("flask.json"), output.stdout).unwrap();

    let output = run(folder, &["doctor", "--config", "flask.json", "--json"]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let about = |group: &str| -> Vec<String> {
        let list = report[group].as_array().unwrap();
        list.iter().map(|it| it["about"].as_str().unwrap().to_owned()).collect()
    };
    // The peer's salt and costs are for tests, and it keeps its mails; nothing else is odd about it.
    let mut decide = about("to_decide");
    decide.dedup();
    let odd =
        ["SECURITY_PASSWORD_SALT", "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS", "_mail_util_cls"];
    assert_eq!(decide, odd, "{report}");
    assert!(report["carries_over"][0]["text"].as_str().unwrap().contains("1 replaced message"));
    let other =
        &report["differs"].as_array().unwrap().iter().find(|it| it["about"] == "other settings");
    assert_eq!(other.unwrap()["names"], json!(["MY_OWN"]));
    assert_eq!(report["counts"]["users"], 0);
    assert_eq!(fs::read_dir(folder).unwrap().count(), 3, "nothing beside the database");
}
