//! From names to addresses, of which those inside can be left out.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::vec::IntoIter;

use hyper_util::client::legacy::connect::dns::{GaiResolver, Name};
use tower::Service;

use crate::text::address::is_public;

/// The system's names. What it gives is what is connected to: nobody asks a second time.
#[derive(Clone)]
pub(super) struct Resolver {
    system: GaiResolver,
    public_only: bool,
}

impl Resolver {
    pub(super) fn new(system: GaiResolver, public_only: bool) -> Self {
        Self { system, public_only }
    }
}

impl Service<Name> for Resolver {
    type Response = IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<IntoIter<SocketAddr>>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.system.poll_ready(cx)
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let public_only = self.public_only;
        if public_only && is_here(name.as_str()) {
            return Box::pin(async { Err(io::Error::other("the name is this machine's own")) });
        }
        let looked_up = self.system.call(name);
        Box::pin(async move {
            let found = looked_up.await?;
            let good = |address: &SocketAddr| !public_only || is_public(address.ip());
            let addresses: Vec<SocketAddr> = found.filter(good).collect();
            if addresses.is_empty() {
                return Err(io::Error::other("the name has no address that is public"));
            }
            Ok(addresses.into_iter())
        })
    }
}

/// Names that no server is to be asked for (RFC 6761, section 6.3): some know an answer.
fn is_here(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    name.rsplit('.').next() == Some("localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_is_known_by_its_names() {
        for name in ["localhost", "LOCALHOST.", "db.localhost", "x.y.Localhost."] {
            assert!(is_here(name), "{name}");
        }
        for name in ["localhost.example.org", "mylocalhost", "", "example.org"] {
            assert!(!is_here(name), "{name}");
        }
    }
}
