//! The application's templates: which of them have a page here, and what minijinja does not do as
//! Jinja does.

mod scan;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use minijinja::{Environment, ErrorKind};

use self::scan::{Scan, Word};
use crate::cli::console::Failure;
use crate::cli::doctor::report::{Finding, Report, many};
use crate::config::Loaded;
use crate::features;
use crate::web::template;

/// Bounds for a folder that is not what was meant.
const MOST_FILES: usize = 5_000;
const DEEPEST: usize = 12;
const LARGEST: u64 = 1024 * 1024;

/// Names that minijinja itself gives, and the words of blocks.
const OWN_NAMES: &[&str] = &[
    "range",
    "dict",
    "debug",
    "namespace",
    "loop",
    "self",
    "super",
    "caller",
    "varargs",
    "kwargs",
];

/// What Jinja lets templates call on Python's values.
const METHODS: &[&str] = &[
    "append",
    "capitalize",
    "count",
    "endswith",
    "extend",
    "format",
    "get",
    "index",
    "isdigit",
    "isoformat",
    "items",
    "join",
    "keys",
    "lower",
    "lstrip",
    "pop",
    "replace",
    "rstrip",
    "split",
    "splitlines",
    "startswith",
    "strftime",
    "strip",
    "title",
    "update",
    "upper",
    "values",
];

pub(super) fn look(report: &mut Report, loaded: &Loaded, folder: &Path) -> Result<(), Failure> {
    let files = read(folder)?;
    let built_in = built_in()?;
    let theirs = reference(loaded, &built_in);
    let mut wanted: Vec<&str> =
        files.keys().map(String::as_str).filter(|name| name.starts_with("security/")).collect();
    let (mut matching, mut later) = (Vec::new(), Vec::new());
    for name in &wanted {
        match theirs.get(*name) {
            Some(false) => later.push((*name).to_owned()),
            Some(true) => matching.push((*name).to_owned()),
            None if built_in.get_template(name).is_ok() => matching.push((*name).to_owned()),
            None => {}
        }
    }
    if !matching.is_empty() {
        let text =
            format!("{} by the names of pages and mails here", many(matching.len() as u64, "file"));
        let page = "docs/migrating-from-flask-security.md";
        report.carries_over(Finding::new("templates", text).names(matching).page(page));
    }
    let given = given_names(&built_in);
    let mut faults = Faults::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    while let Some(name) = wanted.pop() {
        let Some((name, text)) = files.get_key_value(name) else { continue };
        if !seen.insert(name) {
            continue;
        }
        let scan = Scan::of(text);
        let mut note = |line: usize, text: String| {
            faults.entry(text).or_default().insert((name.clone(), line));
        };
        // What pages that are not here yet will be given is not known.
        let given = (!later.contains(name)).then_some(&given);
        check(name, text, &scan, given, &mut note);
        for (line, other) in &scan.templates {
            match files.get_key_value(*other) {
                Some((other, _)) => wanted.push(other),
                None if built_in.get_template(other).is_ok() => {}
                None => note(*line, format!("there is no template {other}")),
            }
        }
    }
    if !later.is_empty() {
        let text = "of pages and mails that this version does not have";
        report.decide(Finding::new("templates", text).names(later));
    }
    for (text, places) in faults {
        let places = places.into_iter().map(|(name, line)| format!("{name}:{line}"));
        report.decide(Finding::new("templates", text).names(places.collect()));
    }
    Ok(())
}

/// What is wrong, and where.
type Faults = BTreeMap<String, BTreeSet<(String, usize)>>;

fn check(
    name: &str,
    text: &str,
    scan: &Scan<'_>,
    given: Option<&BTreeSet<String>>,
    note: &mut impl FnMut(usize, String),
) {
    let environment = Environment::new();
    match environment.template_from_named_str(name, text) {
        Err(error) => {
            let detail = error.detail().unwrap_or("this cannot be read");
            note(error.line().unwrap_or(1), format!("minijinja: {detail}"));
        }
        Ok(template) => {
            let unknown = |name: &&String| {
                given.is_some_and(|given| !given.contains(*name)) && !is_usual(name)
            };
            for name in template.undeclared_variables(false).iter().filter(unknown) {
                let text =
                    format!("nothing is given by the name `{name}`; Hooks::page_context can");
                note(scan.first(name), text);
            }
        }
    }
    for (line, word) in &scan.words {
        let lacks = |code: String, kind| missing(&environment, &code, kind);
        match word {
            Word::Filter(name) if lacks(format!("1|{name}"), ErrorKind::UnknownFilter) => {
                note(*line, format!("minijinja has no filter `{name}`"));
            }
            Word::Test(name) if lacks(format!("1 is {name}"), ErrorKind::UnknownTest) => {
                note(*line, format!("minijinja has no test `{name}`"));
            }
            Word::Call(name) if METHODS.contains(name) => {
                note(*line, format!("`.{name}(…)` is Python's: minijinja has filters instead"));
            }
            Word::Filter(_) | Word::Test(_) | Word::Call(_) | Word::Name(_) => {}
        }
    }
}

/// Names of minijinja's, and those by which pages and mails are given their forms and links.
fn is_usual(name: &str) -> bool {
    OWN_NAMES.contains(&name)
        || ["user", "username", "email", "within", "token"].contains(&name)
        || ["_form", "_link", "_token"].iter().any(|end| name.ends_with(end))
}

fn missing(environment: &Environment<'_>, expression: &str, kind: ErrorKind) -> bool {
    let result = environment.compile_expression(expression).and_then(|it| it.eval(()));
    result.is_err_and(|error| error.kind() == kind)
}

/// Every page and mail that can be rendered here.
fn built_in() -> Result<Environment<'static>, Failure> {
    let pages = features::ALL.iter().flat_map(|feature| feature.templates.iter().copied());
    Ok(template::environment(pages, &BTreeMap::new(), None)?)
}

/// What the templates here use is what they are given.
fn given_names(environment: &Environment<'static>) -> BTreeSet<String> {
    let all = environment.templates();
    let mut names: BTreeSet<String> =
        all.flat_map(|(_, template)| template.undeclared_variables(false)).collect();
    let common = [
        "_fs_is_user_authenticated",
        "_fsdomain",
        "csp_nonce",
        "csrf_token",
        "current_user",
        "form",
        "get_flashed_messages",
        "locale",
        "page",
        "request",
        "security",
        "stylesheet",
        "t",
        "url_for",
        "url_for_security",
    ];
    names.extend(common.map(str::to_owned));
    names
}

/// The names that Flask-Security looks for, as the settings have them, and whether there is such a
/// page here.
fn reference(loaded: &Loaded, built_in: &Environment<'_>) -> BTreeMap<String, bool> {
    let mut names = BTreeMap::new();
    for line in loaded.list().iter().filter(|line| line.key.contains("_TEMPLATE")) {
        let Some(usual) = line.flask.as_str() else { continue };
        let value = line.value.as_str().unwrap_or(usual);
        // Mails have two files and no ending.
        let endings: &[&str] = if usual.contains('.') { &[""] } else { &[".txt", ".html"] };
        for ending in endings {
            let here = built_in.get_template(&format!("{usual}{ending}")).is_ok();
            names.insert(format!("{usual}{ending}"), here);
            names.insert(format!("{value}{ending}"), here);
        }
    }
    names
}

fn read(folder: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let mut files = BTreeMap::new();
    let cannot = |path: &Path, error: std::io::Error| {
        Failure::usage(format!("{} cannot be read: {error}", path.display()))
    };
    let mut folders = vec![(folder.to_owned(), String::new(), 0)];
    while let Some((folder, prefix, depth)) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| cannot(&folder, error))? {
            let entry = entry.map_err(|error| cannot(&folder, error))?;
            let (path, kind) = (entry.path(), entry.file_type());
            let kind = kind.map_err(|error| cannot(&path, error))?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if kind.is_dir() && depth < DEEPEST {
                folders.push((path, format!("{name}/"), depth + 1));
            } else if kind.is_file() && is_template(&path) && files.len() < MOST_FILES {
                let small = entry.metadata().is_ok_and(|it| it.len() <= LARGEST);
                if small && let Ok(text) = fs::read_to_string(&path) {
                    files.insert(name, text);
                }
            }
        }
    }
    Ok(files)
}

fn is_template(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ["html", "htm", "txt", "j2", "jinja", "jinja2"].contains(&ending)
}
