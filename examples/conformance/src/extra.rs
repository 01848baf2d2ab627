//! Routes that the configuration brings.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Router;
use axum::response::{IntoResponse, Response};
use gatewright::{Cx, Guard, Mechanism, Result, auth_required, login_required, roles_required};
use http::{Method, StatusCode};
use jiff::SignedDuration;

use crate::page::{redirect, text};
use crate::routes::{allowed, serve};
use crate::settings::{Asked, Extra};

/// A router for the routes, below the application's root. Of two with one path the first counts.
pub(crate) fn router(root: &str, routes: &[Extra]) -> Router {
    let mut router = Router::new();
    let mut seen = BTreeSet::new();
    for route in routes {
        let plain = route.path.starts_with('/') && !route.path.contains(['{', '}', '*', ':']);
        if !plain || !seen.insert(&route.path) {
            tracing::warn!("the route {:?} is left out", route.path);
            continue;
        }
        let methods: Vec<Method> = route
            .methods
            .iter()
            .filter_map(|name| name.to_ascii_uppercase().parse().ok())
            .collect();
        let what = Arc::new(What::of(route));
        let mut endpoint = serve(&methods, move |cx, body| {
            let what = Arc::clone(&what);
            async move { what.answer(&cx, &body).await }
        });
        // The first of the list asks first.
        for asked in route.guards.iter().rev() {
            endpoint = endpoint.route_layer(guard(asked));
        }
        let endpoint = endpoint.merge(allowed(&methods));
        router = router.route(&format!("{root}{}", route.path), endpoint);
    }
    router
}

/// What a route does.
struct What {
    signs_in: bool,
    redirect: Option<String>,
    body: String,
}

impl What {
    fn of(route: &Extra) -> Self {
        let (redirect, body) = (route.redirect.clone(), route.body.clone());
        Self { signs_in: route.login_form_email, redirect, body }
    }

    async fn answer(&self, cx: &Cx, body: &[u8]) -> Response {
        if self.signs_in {
            match sign_in(cx, body).await {
                Ok(true) => {}
                Ok(false) => return StatusCode::FORBIDDEN.into_response(),
                Err(error) => return cx.respond(error).await,
            }
        }
        match &self.redirect {
            Some(place) => redirect(place),
            None => text(&self.body),
        }
    }
}

/// Signs in whom the form names. No credentials are asked: this is for tests alone.
async fn sign_in(cx: &Cx, body: &[u8]) -> Result<bool> {
    let email = form_urlencoded::parse(body).find(|(name, _)| name == "email");
    let Some((_, email)) = email else { return Ok(false) };
    match cx.user_by_identity(&email).await? {
        Some(user) => cx.sign_in(user, &[], None).await,
        None => Ok(false),
    }
}

fn guard(asked: &Asked) -> Guard {
    match asked {
        Asked::Login {} => login_required(),
        Asked::Roles { roles } => roles
            .iter()
            .fold(roles_required([]), |guard, role| guard.roles_required([role.as_str()])),
        Asked::Auth { mechanisms, within, grace } => {
            let mut guard = auth_required();
            if let Some(names) = mechanisms {
                let named: Vec<_> =
                    names.iter().filter_map(|name| Mechanism::named(name)).collect();
                guard = guard.mechanisms(&named);
            }
            match within {
                Some(within) => guard.within(minutes(*within), grace.map(minutes)),
                None => guard,
            }
        }
    }
}

fn minutes(count: f64) -> SignedDuration {
    SignedDuration::try_from_secs_f64(count * 60.0).unwrap_or(SignedDuration::MAX)
}
