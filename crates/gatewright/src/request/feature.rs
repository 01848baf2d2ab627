//! What a feature is: a manifest and its routes.

use std::future::Future;
use std::pin::Pin;

use crate::config::Config;
use crate::error::Result;
use crate::model::User;
use crate::request::card::Card;
use crate::request::cx::Cx;
use crate::request::form::Submitted;
use crate::request::reply::Reply;
use crate::request::rule::Rule;

/// A feature's manifest; the list of them is `features/mod.rs`.
pub(crate) struct Feature {
    #[allow(dead_code, reason = "read by the architecture test")]
    pub(crate) name: &'static str,
    /// Features whose code this one may call.
    #[allow(dead_code, reason = "read by the architecture test")]
    pub(crate) depends: &'static [&'static str],
    pub(crate) enabled: fn(&Config) -> bool,
    pub(crate) routes: fn(&Config, &mut Routes),
    /// What it shows on the page of one's own account, if anything.
    pub(crate) account: Option<fn(&Cx, &User) -> Option<Card>>,
    /// Name and text of each page.
    pub(crate) templates: &'static [(&'static str, &'static str)],
}

/// The routes of every enabled feature, as data.
#[derive(Default)]
pub(crate) struct Routes {
    pub(crate) list: Vec<Route>,
}

/// One endpoint.
pub(crate) struct Route {
    pub(crate) endpoint: &'static str,
    pub(crate) path: String,
    pub(crate) methods: Vec<String>,
    pub(crate) rule: Rule,
    pub(crate) handler: Handler,
}

/// An endpoint's function: the request and what the client sent, to an outcome.
pub(crate) type Handler =
    Box<dyn Fn(Cx, Submitted) -> Pin<Box<dyn Future<Output = Result<Reply>> + Send>> + Send + Sync>;

impl Routes {
    /// Adds an endpoint for GET (and HEAD) and POST.
    pub(crate) fn get_post<F, Fut>(
        &mut self,
        endpoint: &'static str,
        path: &str,
        f: F,
    ) -> &mut Route
    where
        F: Fn(Cx, Submitted) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Reply>> + Send + 'static,
    {
        self.add(endpoint, path, &["GET", "POST"], f)
    }

    /// Adds an endpoint for the named methods.
    pub(crate) fn add<F, Fut>(
        &mut self,
        endpoint: &'static str,
        path: &str,
        methods: &[impl AsRef<str>],
        f: F,
    ) -> &mut Route
    where
        F: Fn(Cx, Submitted) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Reply>> + Send + 'static,
    {
        let handler: Handler = Box::new(move |cx, sent| Box::pin(f(cx, sent)));
        let methods = methods.iter().map(|method| method.as_ref().to_ascii_uppercase()).collect();
        let index = self.list.len();
        let path = path.to_owned();
        self.list.push(Route { endpoint, path, methods, rule: Rule::default(), handler });
        &mut self.list[index]
    }
}

/// The path of what a mailed token opens, below a path: where that ends in a slash, this does, too.
pub(crate) fn token_path(url: &str) -> String {
    if url.ends_with('/') { format!("{url}{{token}}/") } else { format!("{url}/{{token}}") }
}

impl Route {
    /// What a request must show before the endpoint runs.
    pub(crate) fn require(&mut self, rule: Rule) -> &mut Self {
        self.rule = rule;
        self
    }
}
