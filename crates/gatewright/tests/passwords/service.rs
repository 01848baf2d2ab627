//! A stand-in for the service that knows breached passwords, on a port of this machine.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

/// SHA-1 of `correct horse battery staple` begins with BF3E9; this is the rest of it.
pub(crate) const KNOWN: &str = "correct horse battery staple";

/// What the service was asked: path and headers.
pub(crate) type Asked = Arc<Mutex<Vec<(String, HeaderMap)>>>;

pub(crate) struct Service {
    port: u16,
    pub(crate) asked: Asked,
}

impl Service {
    pub(crate) async fn start() -> Self {
        let asked = Asked::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let routes = Router::new().route("/{way}/{prefix}", get(answer)).with_state(asked.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Self { port, asked }
    }

    /// The address that answers in this way.
    pub(crate) fn url(&self, way: &str) -> String {
        format!("http://127.0.0.1:{}/{way}/", self.port)
    }

    pub(crate) fn questions(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

async fn answer(
    State(asked): State<Asked>,
    Path((way, prefix)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    asked.lock().unwrap().push((format!("/{way}/{prefix}"), headers));
    let digest = gatewright_wire::digest::sha1(KNOWN.as_bytes());
    let hash = data_encoding::HEXUPPER.encode(&digest);
    let suffix = hash.strip_prefix(&prefix).unwrap_or("0123456789ABCDEF0123456789ABCDEF012");
    let foreign = "FEDCBA9876543210FEDCBA9876543210FED:99";
    match way.as_str() {
        "range" => format!("{foreign}\r\n{suffix}:3\r\n").into_response(),
        "bom" => format!("\u{feff}{suffix}:3\r\n{foreign}").into_response(),
        "lower" => format!("{}:3\n", suffix.to_lowercase()).into_response(),
        "padding" => format!("{foreign}\r\n{suffix}:0\r\n").into_response(),
        "none" => "".into_response(),
        "late" => std::future::pending().await,
        "page" => "<html>please sign in to this network</html>".into_response(),
        "cut" => format!("{foreign}\r\n{}", &suffix[..20]).into_response(),
        "bytes" => vec![0xff; 300].into_response(),
        "huge" => format!("{foreign}\r\n").repeat(60_000).into_response(),
        "elsewhere" => {
            let to = format!("/range/{prefix}");
            (StatusCode::FOUND, [(header::LOCATION, to)]).into_response()
        }
        "gone" => StatusCode::NOT_FOUND.into_response(),
        _ => (StatusCode::INTERNAL_SERVER_ERROR, format!("{suffix}:3")).into_response(),
    }
}
