//! Doors for the fuzz targets: what reads a stranger's text is private otherwise.
#![allow(missing_docs, reason = "no part of the interface")]

use std::net::IpAddr;
use std::sync::Arc;

use futures_util::FutureExt;
use serde_json::json;
use tokio::runtime::{Builder, Runtime};

use crate::authn::links::{self, Fault, Purpose};
use crate::clock::Clock;
use crate::config::{Preset, ProxyFix, TrustedProxy};
use crate::error::Result;
use crate::facts::Facts;
use crate::model::{NewUser, User};
use crate::request::cx::Cx;
use crate::request::form::{body_token, parse};
use crate::security::Security;
use crate::web::{accept, redirect};

pub fn wants_json(content_type: Option<&str>, accept: Option<&str>) -> bool {
    accept::wants_json(content_type, accept)
}

/// A site as a request comes to it, and which other hosts its settings allow.
#[derive(Debug, Clone, Copy, Default)]
pub struct Site<'a> {
    pub scheme: &'a str,
    pub host: &'a str,
    /// `REDIRECT_ALLOW_SUBDOMAINS` with this `SERVER_NAME`.
    pub parent: Option<&'a str>,
    /// `REDIRECT_BASE_DOMAIN` and one of `REDIRECT_ALLOWED_SUBDOMAINS`.
    pub listed: Option<(&'a str, &'a str)>,
    pub redirect_host: Option<&'a str>,
}

/// Whether a form takes a `next`, and the `Location` that comes of it.
pub fn next(target: &str, site: &Site<'_>) -> (bool, Option<String>) {
    let rules = redirect::Rules {
        allow_subdomains: site.parent.is_some(),
        server_name: site.parent.map(str::to_owned),
        base_domain: site.listed.map(|(base, _)| base.to_owned()),
        allowed_subdomains: site.listed.iter().map(|(_, label)| (*label).to_owned()).collect(),
        host: site.redirect_host.map(str::to_owned),
    };
    let base = redirect::Base { scheme: site.scheme, host: site.host };
    let to = redirect::location(target, &rules, &base, None);
    (redirect::valid(target, &rules, &base), to)
}

/// Reads a body as an endpoint does; the number of fields, or `None` if it is refused.
pub fn form(content_type: &str, body: &[u8]) -> Option<usize> {
    let body = bytes::Bytes::copy_from_slice(body);
    let _ = body_token(&body, "auth_token");
    let sent = parse(Some(content_type), body).now_or_never()?.ok()?;
    Some(sent.names().count())
}

/// Reads the head of a request: cookies, query, addresses.
pub fn head(uri: &str, headers: &[(&str, &[u8])]) -> Option<()> {
    let mut request = http::Request::builder().uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let (parts, ()) = request.body(()).ok()?.into_parts();
    let trusted = ProxyFix { x_for: 1, x_proto: 1, x_host: 1, x_port: 1, ..ProxyFix::default() };
    let proxies = [TrustedProxy::Unix];
    let facts = Facts::new(&parts, None, &trusted, &proxies);
    let _ = (facts.cookie("session"), facts.query("next"), facts.client(), facts.host());
    let _ = (facts.is_loopback(), facts.header_latin1("user-agent"), facts.content_length());
    Some(())
}

pub fn login_next(target: &str) -> String {
    let base = redirect::Base { scheme: "http", host: "localhost" };
    redirect::login_next("/login", target, &base)
}

/// An application on its own, and the runtime that it works on.
fn site(preset: Preset, settings: &[(&str, serde_json::Value)]) -> Result<(Runtime, Security)> {
    let runtime = Builder::new_current_thread().build()?;
    let fixed = [
        ("SECRET_KEY", json!("a secret key that only tests use 0123456789")),
        ("SECURITY_PASSWORD_SALT", json!("a salt that only tests use 0123456789")),
        ("ALLOW_WEAK_SECRETS", json!(true)),
        ("DELIVERY", json!("outbox")),
    ];
    let builder = Security::builder_with(preset)
        .database("sqlite::memory:")
        .without_background()
        .clock(Clock::system());
    let builder = fixed
        .iter()
        .chain(settings)
        .fold(builder, |builder, (key, value)| builder.setting(key, value.clone()));
    let security = runtime.block_on(builder.build())?;
    Ok((runtime, security))
}

/// The mailed links of an application with one user.
#[derive(Debug)]
pub struct Links {
    runtime: Runtime,
    cx: Cx,
    user: Arc<User>,
}

/// How many purposes a link may have; each is named by its number.
pub const PURPOSES: usize = ALL.len();

const ALL: [Purpose; 6] = [
    Purpose::Confirm,
    Purpose::Reset,
    Purpose::Login,
    Purpose::ChangeEmail,
    Purpose::UndoEmail,
    Purpose::Reopen,
];

/// What a link is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worth {
    Good,
    Expired,
    Nothing,
}

impl Links {
    pub fn new() -> Result<Self> {
        let (runtime, security) = site(Preset::Recommended, &[])?;
        let mut new = NewUser::new("joe@lp.com");
        new.password = Some("$argon2id$no hash, and nobody looks".to_owned());
        let user = Arc::new(runtime.block_on(security.store().create_user(new))?);
        Ok(Self { runtime, cx: security.offline(), user })
    }

    /// What names the user in a link of this purpose, as JSON.
    pub fn owner(&self, purpose: usize) -> String {
        match ALL[purpose] {
            Purpose::UndoEmail => self.user.id.to_string(),
            _ => json!(self.user.uniquifier).to_string(),
        }
    }

    /// A good link.
    pub fn mint(&self, purpose: usize) -> String {
        let carries = matches!(ALL[purpose], Purpose::ChangeEmail | Purpose::UndoEmail);
        links::mint(&self.cx, ALL[purpose], &self.user, carries.then_some("new@lp.com"))
    }

    /// A link that says this, as if it were ours.
    pub fn sign(&self, purpose: usize, json: &str) -> String {
        links::sign(&self.cx, ALL[purpose], json)
    }

    pub fn read(&self, purpose: usize, token: &str) -> Result<Worth> {
        let read = self.runtime.block_on(links::read(&self.cx, ALL[purpose], token))?;
        Ok(match read {
            Ok(_) => Worth::Good,
            Err(Fault::Expired(_)) => Worth::Expired,
            Err(Fault::Invalid) => Worth::Nothing,
        })
    }
}

/// An application whose mails hold links.
#[derive(Debug)]
pub struct Origin {
    _runtime: Runtime,
    security: Security,
}

impl Origin {
    pub fn new(flask: bool, settings: &[(&str, serde_json::Value)]) -> Result<Self> {
        let preset = if flask { Preset::Flask } else { Preset::Recommended };
        let (runtime, security) = site(preset, settings)?;
        Ok(Self { _runtime: runtime, security })
    }

    /// Where a link in a mail leads that this request asks for; `None` if the request is none, or is
    /// refused.
    pub fn link(
        &self,
        peer: Option<IpAddr>,
        uri: &str,
        headers: &[(&str, &[u8])],
        path: &str,
    ) -> Option<String> {
        let mut request = http::Request::builder().uri(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (parts, ()) = request.body(()).ok()?.into_parts();
        let core = &self.security.config().core;
        let facts = Facts::new(&parts, peer, &core.proxy_fix, &core.trusted_proxies);
        let cx = Cx::new(self.security.clone(), facts);
        cx.check_host().ok()?;
        cx.absolute_url(path).ok()
    }
}
