# What a developer may want. `scripts/test` is everything; the rest are its parts, for a quick look.

features := "gatewright/testing,gatewright/phone,gatewright/cli,gatewright/http-client,gatewright/zxcvbn"

default:
    @just --list

# Everything that decides whether a change is good.
test:
    scripts/test

# The quickest useful answer: format, lints.
check:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets --features {{features}} -- -D warnings

# Tests that need nothing but Rust; a name narrows them.
unit *name:
    cargo nextest run --workspace --features {{features}} {{name}}

# Back and forth with the real Flask-Security (environment: tests/peer/README.md; nginx and Caddy: scripts/test).
compat:
    TEST_PEER_PYTHON=target/peer-venv/bin/python TEST_PROXIES=target/proxies cargo nextest run --workspace --features {{features}} --run-ignored all -E 'binary(live) | test(doctor)'

# The pages in a real browser; needs chromium and chromedriver.
browser:
    TEST_ARTIFACTS=artifacts cargo nextest run -p gatewright-server --run-ignored all -E 'binary(browser)'

# Licences, versions, sources and advisories of what is built in.
deny:
    cargo deny check

docs:
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --features {{features}}

# Everything measured, or what has this in its name: `router`, `server`, `sign-ins`, `session_cookie`.
bench *name:
    cargo bench --workspace {{name}}

# Does the time of an answer tell whether an account exists, or how the mail server is?
timing:
    cargo bench -p gatewright --features testing --bench timing

# The same in instructions, which a busy machine cannot blur; needs valgrind.
weigh:
    scripts/weigh

# Needs nightly and cargo-fuzz; seconds per target.
fuzz seconds="60":
    for t in $(cargo +nightly fuzz list); do mkdir -p "fuzz/corpus/$t"; cargo +nightly fuzz run "$t" "fuzz/corpus/$t" "fuzz/seeds/$t" -- -max_total_time={{seconds}} -max_len=8192; done

serve:
    cargo run --release -- serve
