//! Breached passwords, looked up in a file.

use std::path::Path;

use gatewright::config::Preset;
use gatewright::password::filter::{Recipe, build};
use gatewright::testing::TestApp;
use serde_json::json;

use crate::service::KNOWN;
use crate::{faults, with};

fn make(folder: &Path) -> String {
    let hash = data_encoding::HEXUPPER.encode(&gatewright_wire::digest::sha1(KNOWN.as_bytes()));
    std::fs::write(folder.join("list"), format!("{hash}:7\n")).unwrap();
    let filter = folder.join("breached.filter");
    build(&folder.join("list"), &filter, Recipe::default(), &mut |_, _| {}).unwrap();
    filter.to_str().unwrap().to_owned()
}

#[tokio::test]
async fn nobody_is_asked() {
    let place = tempfile::tempdir().unwrap();
    let filter = make(place.path());
    let settings = [("SECURITY_PASSWORD_BREACHED_FILTER", json!(filter))];
    for preset in [Preset::Flask, Preset::Recommended] {
        let app = with(preset, &settings).await;
        assert_eq!(faults(app.security(), KNOWN).await, ["PASSWORD_BREACHED"]);
        assert!(faults(app.security(), "another battery, another horse").await.is_empty());
    }
}

#[tokio::test]
async fn a_file_that_fails_lets_nothing_through_unless_told_to() {
    let place = tempfile::tempdir().unwrap();
    for (rule, want) in
        [(json!(false), &["PASSWORD_BREACHED_SITE_ERROR"][..]), (json!("best-effort"), &[])]
    {
        let filter = make(place.path());
        let settings = [
            ("SECURITY_PASSWORD_BREACHED_FILTER", json!(filter)),
            ("SECURITY_PASSWORD_CHECK_BREACHED", rule),
            ("SECURITY_PASSWORD_BREACHED_URL", json!("http://127.0.0.1:9/")),
        ];
        let app = with(Preset::Recommended, &settings).await;
        std::fs::File::options().write(true).open(&filter).unwrap().set_len(128).unwrap();
        assert_eq!(faults(app.security(), "another battery, another horse").await, want);
    }
}

#[tokio::test]
async fn a_bad_file_is_said_at_the_start() {
    let place = tempfile::tempdir().unwrap();
    let filter = make(place.path());
    let whole = std::fs::read(&filter).unwrap();
    for (bytes, why) in [(&whole[..whole.len() - 1], "length"), (&b"no"[..], "no filter")] {
        std::fs::write(&filter, bytes).unwrap();
        let builder = gatewright::Security::builder()
            .database("sqlite::memory:")
            .secret_key("a secret key that only tests use 0123456789")
            .setting("SECURITY_PASSWORD_SALT", "a salt that only tests use 0123456789")
            .setting("SECURITY_PASSWORD_BREACHED_FILTER", filter.clone());
        let error = builder.build().await.unwrap_err();
        assert_eq!(error.kind(), &gatewright::ErrorKind::Config);
        let said = error.to_string();
        assert!(
            said.starts_with("SECURITY_PASSWORD_BREACHED_FILTER: ") && said.contains(why),
            "{said}"
        );
    }
    let _: TestApp = with(Preset::Recommended, &[]).await;
}
