//! The real Flask-Security and the program, asked the same.

use std::env;
use std::path::Path;
use std::process::Command;

#[test]
#[ignore = "needs Flask-Security: scripts/test"]
fn every_answer_mail_and_event_is_as_the_references() {
    let python = env::var_os("TEST_PEER_PYTHON")
        .expect("TEST_PEER_PYTHON names a Python that has Flask-Security");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let said = Command::new(root.join(python))
        .args(["-B", "-W", "ignore"])
        .arg(root.join("tests/peer/beside.py"))
        .arg(env!("CARGO_BIN_EXE_conformance"))
        .output()
        .expect("the conversations start");
    let (out, err) = (String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    assert!(said.status.success(), "{out}{err}");
    // As many as there are: a table that was not read would agree, too.
    assert!(out.contains("138 conversations"), "{out}");
}
