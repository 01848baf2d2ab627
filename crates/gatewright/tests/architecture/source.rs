//! Rust sources as lists of paths: enough of the grammar to see who imports whom.

use std::fs;
use std::path::Path;

const TIME: &[[&str; 2]] =
    &[["SystemTime", "now"], ["Timestamp", "now"], ["Zoned", "now"], ["Utc", "now"]];

/// Every source below a folder of this package, tests aside.
pub(crate) fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            if path.is_dir() && !name.ends_with("tests") {
                folders.push(path);
            } else if name.ends_with(".rs") && !name.ends_with("tests.rs") {
                found.push(Source::new(&name, &fs::read_to_string(path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "no sources found");
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) module: Vec<String>,
    text: String,
    tokens: Vec<String>,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let mut module: Vec<String> = path.split('/').map(str::to_owned).collect();
        let last = module.pop().unwrap();
        if !matches!(last.as_str(), "mod.rs" | "lib.rs" | "main.rs") {
            module.push(last.trim_end_matches(".rs").to_owned());
        }
        let text = without_comments(text);
        let tokens = without_tests(tokens(&text));
        Self { path: path.to_owned(), module, text, tokens }
    }

    pub(crate) fn top(&self) -> &str {
        self.module.first().map_or("", String::as_str)
    }

    pub(crate) fn has(&self, sequence: &[&str]) -> bool {
        self.tokens.windows(sequence.len()).any(|window| window.iter().eq(sequence))
    }

    /// Does a path begin with this crate?
    pub(crate) fn names_crate(&self, name: &str) -> bool {
        let begins = |at: usize| at == 0 || self.tokens[at - 1] != "::";
        (0..self.tokens.len()).any(|at| {
            self.tokens[at] == name
                && begins(at)
                && (self.tokens.get(at + 1).is_some_and(|next| next == "::")
                    || at > 0 && self.tokens[at - 1] == "use")
        })
    }

    pub(crate) fn reads_time(&self) -> Vec<String> {
        TIME.iter()
            .filter(|[what, read]| self.has(&[what, "::", read]))
            .map(|[what, read]| format!("{}: reads `{what}::{read}`, not `clock`", self.path))
            .collect()
    }

    /// Every path into this crate, from its root; groups are unfolded.
    pub(crate) fn imports(&self) -> Vec<Vec<String>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at + 1 < self.tokens.len() {
            let starts = at == 0 || self.tokens[at - 1] != "::";
            let mut prefix = match self.tokens[at].as_str() {
                "crate" if starts => Vec::new(),
                "super" if starts => parent(&self.module),
                _ => {
                    at += 1;
                    continue;
                }
            };
            at += 1;
            while self.tokens[at] == "::" && self.tokens.get(at + 1).is_some_and(|t| t == "super") {
                prefix = parent(&prefix);
                at += 2;
            }
            if self.tokens[at] == "::" {
                at = tree(&self.tokens, at + 1, prefix, &mut found);
            }
        }
        found.retain(|path| !path.is_empty() && path[0] != "*");
        found
    }

    /// The names in the manifest's `depends: &["…"]`.
    pub(crate) fn depends(&self) -> Vec<String> {
        let list = self.text.split("depends: &[").nth(1).and_then(|rest| rest.split(']').next());
        list.unwrap_or("")
            .split(',')
            .map(|name| name.trim().trim_matches('"').to_owned())
            .filter(|name| !name.is_empty())
            .collect()
    }
}

/// Reads one use tree, returns where it ends. A macro (`crate::name!`) has no home to check.
fn tree(tokens: &[String], at: usize, path: Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
    let mut path = path;
    let mut at = at;
    while let Some(token) = tokens.get(at) {
        match token.as_str() {
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token != "}") {
                    let next = tree(tokens, at, path.clone(), found);
                    at = if next == at { at + 1 } else { next };
                }
                return at + 1;
            }
            "self" => at += 1,
            name if name == "*" || name.starts_with(|c: char| c.is_alphabetic() || c == '_') => {
                path.push(name.to_owned());
                at += 1;
            }
            _ => break,
        }
        if tokens.get(at).is_some_and(|token| token == "::") {
            at += 1;
        } else {
            break;
        }
    }
    if tokens.get(at).is_none_or(|token| token != "!") && !path.is_empty() {
        found.push(path);
    }
    at
}

fn parent(module: &[String]) -> Vec<String> {
    module[..module.len().saturating_sub(1)].to_vec()
}

/// Cuts at `//`, also in a string: what is lost behind `https:` is no import.
fn without_comments(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

fn tokens(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_alphanumeric() || c == '_' {
            let mut word = c.to_string();
            while let Some(c) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                word.push(c);
            }
            found.push(word);
        } else if c == ':' && chars.next_if_eq(&':').is_some() {
            found.push("::".to_owned());
        } else if !c.is_whitespace() {
            found.push(c.to_string());
        }
    }
    found
}

/// Cuts at `#[cfg(test)] mod … {`: tests stand last, and may come through the front door.
fn without_tests(mut tokens: Vec<String>) -> Vec<String> {
    const HEAD: [&str; 8] = ["#", "[", "cfg", "(", "test", ")", "]", "mod"];
    let start = tokens
        .windows(HEAD.len() + 2)
        .position(|window| window.iter().zip(HEAD).all(|(a, b)| a == b) && window[9] == "{");
    tokens.truncate(start.unwrap_or(tokens.len()));
    tokens
}
