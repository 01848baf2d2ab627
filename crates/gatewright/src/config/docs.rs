//! The page of the documentation about settings, made from the tables.

use std::fmt::Write as _;

use serde_json::Value;

use crate::config::check::{IDLE, MISSING};
use crate::config::known;
use crate::config::values::span_in_words;
use crate::config::{Config, Preset};

const HEAD: &str = "# Settings

This page is made from the settings tables in the source; `UPDATE_DOCS=1 cargo test -p gatewright
settings_page` writes it again.

Settings come from a TOML or JSON file, then from the environment, then from code; later wins. The
names are those of Flask and Flask-Security. In a file, Flask's own settings are top-level keys in
either case (`secret_key`), and Flask-Security's are the same (`SECURITY_LOGIN_URL`) or stand in a
table without their prefix:

```toml
secret_key = \"…\"

[security]
login_url = \"/sign-in\"
freshness = \"2 hours\"
```

In the environment they are in capitals, with or without `GATEWRIGHT_` in front (names of one word,
such as `DEBUG`, only with it). Lists and tables are JSON there; a list may also be words with
commas. Durations are seconds, or text such as `30 minutes`. `false` stands for *none*.

The defaults depend on the preset: `recommended` is for new applications, `flask` has those of
Flask-Security 5.9.2. `preset = \"flask\"` in the file, or `GATEWRIGHT_PRESET`, chooses. Where they
differ, the recommended one is bold.

An unknown setting is an error, and so is one that contradicts another.
";

const ABSENT: &str = "This version does not have it yet: the settings are read and checked, and \
                      what switches it on is refused.\n\n";

const MESSAGES: &str = "
## Messages

`SECURITY_MSG_<KEY> = [text, category]` replaces a message. The text has the placeholders of the
original as `%(name)s`; the category is `info`, `success`, `warning` or `error`.
";

/// The whole page, in Markdown.
pub fn page() -> String {
    let flask = Config::preset(Preset::Flask);
    let recommended = Config::preset(Preset::Recommended);
    let mut page = HEAD.to_owned();
    for (owner, title, about) in Config::groups() {
        // Writing to a string cannot fail.
        let _ = write!(page, "\n## {title}\n\n{} In code: `config.{owner}`.\n\n", about.trim());
        if MISSING.contains(&owner) {
            page.push_str(ABSENT);
        }
        page.push_str("| Setting | Type | Recommended | Flask | Meaning |\n");
        page.push_str("|---|---|---|---|---|\n");
        for row in known::ROWS.iter().filter(|row| row.owner == owner) {
            let shown = |config: &Config| {
                let value = config.show(row.key).unwrap_or_default();
                in_words(&value, row.kind.starts_with("duration"))
            };
            let (ours, theirs) = (shown(&recommended), shown(&flask));
            // What the presets disagree about should catch the eye.
            let ours = if ours == theirs { ours } else { format!("**{ours}**") };
            let mut name = format!("`{}`", row.key);
            for alias in row.aliases {
                let _ = write!(name, " or `{alias}`");
            }
            let mut doc = row.doc.trim().replace('|', "\\|").replace("  ", " ");
            if IDLE.contains(&row.key) {
                doc.push_str(" *Without effect in this version.*");
            }
            let kind = &row.kind;
            let _ = writeln!(page, "| {name} | {kind} | {ours} | {theirs} | {doc} |");
        }
    }
    page.push_str(MESSAGES);
    page
}

fn in_words(value: &Value, duration: bool) -> String {
    match value {
        Value::Null => "none".into(),
        value if duration => span_in_words(value),
        Value::Array(items) if items.is_empty() => "none".into(),
        Value::Object(map) if map.is_empty() => "none".into(),
        value => format!("`{value}`"),
    }
}
