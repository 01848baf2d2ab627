//! The words of a template that a compiler does not look at until a page is rendered: filters, tests,
//! methods, other templates.

/// What was found, each with its line.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Scan<'a> {
    pub(super) words: Vec<(usize, Word<'a>)>,
    /// Names of templates that this one extends, includes or imports.
    pub(super) templates: Vec<(usize, &'a str)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word<'a> {
    Filter(&'a str),
    Test(&'a str),
    /// `.name(`
    Call(&'a str),
    Name(&'a str),
}

impl<'a> Scan<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut scan = Self::default();
        let (mut rest, mut line) = (text, 1);
        while let Some(at) = rest.find('{') {
            let Some((before, code)) = rest.split_at_checked(at) else { break };
            line += before.matches('\n').count();
            let end = match code.get(..2) {
                Some("{{") => "}}",
                Some("{%") => "%}",
                Some("{#") => "#}",
                _ => {
                    rest = code.get(1..).unwrap_or_default();
                    continue;
                }
            };
            let inner = code.get(2..).unwrap_or_default();
            let length = inner.find(end).unwrap_or(inner.len());
            let (inside, after) = inner.split_at_checked(length).unwrap_or((inner, ""));
            if end != "#}" {
                scan.code(inside, line);
            }
            line += inside.matches('\n').count();
            rest = after.get(2..).unwrap_or_default();
            if end == "%}" && inside.trim_matches(['-', '+', ' ']) == "raw" {
                let length = rest.find("endraw").unwrap_or(rest.len());
                let (raw, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
                line += raw.matches('\n').count();
                rest = after;
            }
        }
        scan
    }

    /// The line on which a name is used first.
    pub(super) fn first(&self, name: &str) -> usize {
        let found = self.words.iter().find(|(_, word)| *word == Word::Name(name));
        found.map_or(1, |(line, _)| *line)
    }

    fn code(&mut self, code: &'a str, start: usize) {
        let mut before = "";
        let mut statement: Option<&str> = None;
        let mut at = 0;
        while let Some(c) = code.get(at..).and_then(|rest| rest.chars().next()) {
            let line = start + code.get(..at).unwrap_or_default().matches('\n').count();
            let rest = code.get(at..).unwrap_or_default();
            let length = match c {
                '"' | '\'' => {
                    let length = quoted(rest, c);
                    let inner = rest.get(1..length.saturating_sub(1)).unwrap_or_default();
                    let loads = ["extends", "include", "import", "from"];
                    if statement.is_some_and(|word| loads.contains(&word)) {
                        self.templates.push((line, inner));
                    }
                    before = "";
                    length
                }
                c if c.is_alphabetic() || c == '_' => {
                    let is_part = |c: char| c.is_alphanumeric() || c == '_';
                    let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
                    let word = rest.get(..length).unwrap_or_default();
                    let called =
                        rest.get(length..).is_some_and(|rest| rest.trim_start().starts_with('('));
                    match before {
                        "|" => self.words.push((line, Word::Filter(word))),
                        "." if called => self.words.push((line, Word::Call(word))),
                        "." => {}
                        "is" if word == "not" => {}
                        "is" => self.words.push((line, Word::Test(word))),
                        _ if statement == Some("filter") => {
                            self.words.push((line, Word::Filter(word)));
                        }
                        _ => self.words.push((line, Word::Name(word))),
                    }
                    // The word that says what a `{% … %}` does; in `{{ … }}` it does no harm.
                    statement = statement.or(Some(word));
                    if !(before == "is" && word == "not") {
                        before = word;
                    }
                    length
                }
                c if c.is_whitespace() => c.len_utf8(),
                c => {
                    before = rest.get(..c.len_utf8()).unwrap_or_default();
                    c.len_utf8()
                }
            };
            at += length;
        }
    }
}

/// Length of a text with its quotes.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_lines() {
        let text = "{% extends \"base.html\" %}\n{# {{ x|no }} #}{% raw %}{{ y|no }}{% endraw %}\n\
                    {% from 'm.html' import field as f %}\n{{ user.name.upper()|e|d('|x') }}\n\
                    {% if a is not defined and b is odd %}{% filter up %}{% endfilter %}{% endif %}\n\
                    {% import \"n.html\" as n %}{{ n.call(1) }}{% include 'o.html' %}";
        let scan = Scan::of(text);
        assert_eq!(scan.templates, [(1, "base.html"), (3, "m.html"), (6, "n.html"), (6, "o.html")]);
        let found: Vec<_> =
            scan.words.iter().filter(|(_, word)| !matches!(word, Word::Name(_))).copied().collect();
        assert_eq!(
            found,
            [
                (4, Word::Call("upper")),
                (4, Word::Filter("e")),
                (4, Word::Filter("d")),
                (5, Word::Test("defined")),
                (5, Word::Test("odd")),
                (5, Word::Filter("up")),
                (6, Word::Call("call")),
            ]
        );
        assert_eq!(scan.first("user"), 4);
        assert_eq!(Scan::of("{{ 'unclosed"), Scan::default());
        assert_eq!(Scan::of("{% \u{e9}\u{0} {"), Scan::of("{% \u{e9}\u{0}"));
    }
}
