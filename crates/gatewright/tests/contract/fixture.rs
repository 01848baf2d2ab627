//! The application that the conversations were recorded with.

use axum::Router;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use gatewright::config::Preset;
use gatewright::i18n::messages;
use gatewright::model::{NewRole, NewUser};
use gatewright::testing::TestApp;
use gatewright::{
    Cx, Guard, Hooks, Mechanism, User, anonymous_user_required, auth_required, auth_token_required,
    http_auth_required, roles_required, unauth_csrf,
};
use jiff::SignedDuration;
use serde_json::{Map, Value, json};

pub(crate) fn data() -> Value {
    serde_json::from_str(include_str!("../../testdata/http.json")).unwrap()
}

struct Payload;

impl Hooks for Payload {
    fn user_payload(&self, user: &User) -> Map<String, Value> {
        Map::from_iter([("email".to_owned(), json!(user.email))])
    }
}

/// Builds the application of the fixture with the case's own settings.
pub(crate) async fn app(data: &Value, config: &Value, csrf_protect: bool) -> TestApp {
    let _ = tracing_subscriber::fmt().with_test_writer().try_init();
    let fixture = &data["http_fixture"];
    let mut settings = fixture["base_config"].as_object().unwrap().clone();
    // The reasons of a CSRF refusal come from the form library and stand as they are.
    for key in messages::ALL.iter().filter(|key| !key.name().starts_with("CSRF_")) {
        let pair = json!([format!("{{{{{}}}}}", key.name()), key.category().as_str()]);
        settings.insert(format!("SECURITY_MSG_{}", key.name()), pair);
    }
    settings.extend(config.as_object().unwrap().clone());
    settings.insert("CSRF_PROTECT".to_owned(), json!(csrf_protect));
    settings.insert("ALLOW_WEAK_SECRETS".to_owned(), json!(true));
    let identities = settings.get_mut("SECURITY_USER_IDENTITY_ATTRIBUTES");
    if let Some(Value::Array(list)) = identities {
        for one in list {
            for how in one.as_object_mut().unwrap().values_mut() {
                let mapper = how["mapper"].as_str().unwrap().to_owned();
                how["mapper"] = json!(format!("uia_{mapper}_mapper"));
            }
        }
    }
    let app = TestApp::with(Preset::Flask, |mut builder| {
        for (key, value) in settings {
            builder = builder.setting(&key, value);
        }
        builder.hooks(Payload).endpoint("index", "/").allow_unbuilt()
    })
    .await;
    fill(&app, fixture).await;
    app.serve(routes())
}

async fn fill(app: &TestApp, fixture: &Value) {
    let store = app.security().store();
    for (name, permissions) in fixture["roles"].as_object().unwrap() {
        let mut role = NewRole::new(name);
        let list = permissions.as_array().unwrap().iter();
        role.permissions = Some(list.map(|one| one.as_str().unwrap().to_owned()).collect());
        store.create_role(role).await.unwrap();
    }
    for one in fixture["users"].as_array().unwrap() {
        let mut user = NewUser::new(one["email"].as_str().unwrap());
        user.username = one["username"].as_str().map(str::to_owned);
        user.active = one["active"].as_bool().unwrap();
        user.uniquifier = one["fs_uniquifier"].as_str().map(str::to_owned);
        let hash = fixture["password_hash"].as_str().unwrap();
        let without = one.get("password").is_some_and(Value::is_null);
        user.password = (!without).then(|| hash.to_owned());
        let roles = one["roles"].as_array().unwrap().iter();
        user.roles = roles.map(|role| role.as_str().unwrap().to_owned()).collect();
        store.create_user(user).await.unwrap();
    }
}

fn routes() -> Router {
    use Mechanism::{Basic, Session, Token};
    let any = auth_required().mechanisms(&[Basic, Session, Token]);
    let half_hour = SignedDuration::from_mins(30);
    let ten = Some(SignedDuration::from_mins(10));
    Router::new()
        .route("/any", both(any.clone()))
        .route("/def", both(auth_required()))
        .route("/sessonly", both(auth_required().mechanisms(&[Session])))
        .route("/tokonly", both(auth_token_required()))
        .route("/http", both(http_auth_required()))
        .route("/httprealm", one(http_auth_required().realm("My Realm")))
        .route("/fresh", both(auth_required().within(half_hour, ten)))
        .route("/freshbasic", one(any.within(half_hour, None)))
        .route("/adminauth", one(auth_required().roles_required(["admin", "editor"])))
        .route("/admin", one(roles_required(["admin"])))
        .route("/acc", one(auth_required().roles_accepted(["admin", "editor"])))
        .route("/perm", one(auth_required().permissions_required(["read", "write"])))
        .route("/perma", one(auth_required().permissions_accepted(["read", "write"])))
        .route("/anon", both(anonymous_user_required()))
        .route("/uc", both(unauth_csrf()))
}

fn one(guard: Guard) -> MethodRouter {
    get(who).layer(guard)
}

fn both(guard: Guard) -> MethodRouter {
    get(who).post(who).layer(guard)
}

/// The recorded application answers by which mechanism the user came, or the route's name.
async fn who(cx: Cx, uri: http::Uri) -> Response {
    let via = cx.mechanism().await.unwrap().map(Mechanism::name);
    match uri.path() {
        "/any" => Json(json!({ "flashes": cx.flashes(), "via": via })).into_response(),
        "/def" => {
            let user = cx.user().await.unwrap();
            let email = user.map(|user| user.email.clone());
            Json(json!({ "user": email, "via": via })).into_response()
        }
        "/http" | "/httprealm" | "/tokonly" | "/fresh" | "/freshbasic" | "/sessonly" => {
            Json(json!({ "via": via })).into_response()
        }
        path => Html(path.trim_start_matches('/').to_owned()).into_response(),
    }
}

struct Json(Value);

impl IntoResponse for Json {
    fn into_response(self) -> Response {
        ([("content-type", "application/json")], self.0.to_string()).into_response()
    }
}
