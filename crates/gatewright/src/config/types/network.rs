//! Networks and the proxies in them.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use serde_json::Value;

use crate::config::table::Setting;

/// Addresses that begin alike, as CIDR writes them (RFC 4632, RFC 4291): `10.0.0.0/8`, `fd00::/8`,
/// or one address.
///
/// ```
/// use gatewright::config::Network;
///
/// let network: Network = "10.0.0.0/8".parse().unwrap();
/// assert!(network.contains("10.1.2.3".parse().unwrap()));
/// assert!(network.contains("::ffff:10.1.2.3".parse().unwrap()), "the same machine over IPv6");
/// assert!(!network.contains("11.1.2.3".parse().unwrap()));
/// assert!("10.0.0.1/8".parse::<Network>().is_err(), "which of both is meant?");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    first: IpAddr,
    bits: u8,
}

impl Network {
    /// True if the address is in this network. An IPv4 address in IPv6 clothes (`::ffff:…`) is an
    /// IPv4 address.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.first, address.to_canonical()) {
            (IpAddr::V4(first), IpAddr::V4(address)) => {
                let rest = 32 - u32::from(self.bits);
                same_above(first.to_bits().into(), address.to_bits().into(), rest)
            }
            (IpAddr::V6(first), IpAddr::V6(address)) => {
                same_above(first.to_bits(), address.to_bits(), 128 - u32::from(self.bits))
            }
            _ => false,
        }
    }
}

fn same_above(one: u128, other: u128, rest: u32) -> bool {
    (one ^ other).checked_shr(rest).unwrap_or(0) == 0
}

/// Why a text is no [`Network`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotANetwork;

impl fmt::Display for NotANetwork {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a network such as \"10.0.0.0/8\" or \"fd00::/8\", or one address")
    }
}

impl std::error::Error for NotANetwork {}

impl FromStr for Network {
    type Err = NotANetwork;

    fn from_str(text: &str) -> Result<Self, NotANetwork> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let first: IpAddr = address.parse().map_err(|_| NotANetwork)?;
        let most = if first.is_ipv4() { 32 } else { 128 };
        let plain = |bits: &&str| bits.len() < 4 && bits.bytes().all(|b| b.is_ascii_digit());
        let bits = match bits {
            Some(bits) => Some(bits).filter(plain).and_then(|bits| bits.parse().ok()),
            None => Some(most),
        };
        let bits = bits.filter(|bits| *bits <= most).ok_or(NotANetwork)?;
        let network = Self { first, bits };
        // One that begins within itself was meant as something else, and one of IPv4 in IPv6
        // clothes would never match.
        let ends_in_zeros = match first {
            IpAddr::V4(first) => first.to_bits().checked_shl(bits.into()).unwrap_or(0) == 0,
            IpAddr::V6(first) => first.to_bits().checked_shl(bits.into()).unwrap_or(0) == 0,
        };
        let clear = ends_in_zeros && first.to_canonical() == first;
        clear.then_some(network).ok_or(NotANetwork)
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.first, self.bits)
    }
}

impl Setting for Network {
    fn kind() -> String {
        "network".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        let text = value.as_str().map(str::trim);
        text.and_then(|text| text.parse().ok()).ok_or_else(|| NotANetwork.to_string())
    }

    fn show(&self) -> Value {
        Value::from(self.to_string())
    }
}

/// Somebody whose `X-Forwarded-…` headers are believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrustedProxy {
    /// Everybody in this network.
    Network(Network),
    /// Whoever comes without an address: through a Unix socket.
    Unix,
}

impl TrustedProxy {
    /// True if this is the peer of that address.
    pub fn is(&self, peer: Option<IpAddr>) -> bool {
        match (self, peer) {
            (Self::Network(network), Some(address)) => network.contains(address),
            (Self::Unix, None) => true,
            _ => false,
        }
    }
}

impl Setting for TrustedProxy {
    fn kind() -> String {
        "network or unix".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        match value.as_str().map(str::trim) {
            Some("unix") => Ok(Self::Unix),
            _ => {
                Network::read(value).map(Self::Network).map_err(|why| format!("{why}, or \"unix\""))
            }
        }
    }

    fn show(&self) -> Value {
        match self {
            Self::Network(network) => network.show(),
            Self::Unix => Value::from("unix"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(text: &str) -> Network {
        text.parse().unwrap()
    }

    #[test]
    fn a_network_holds_the_addresses_that_begin_like_it() {
        for (text, address, expected) in [
            ("10.0.0.0/8", "10.255.255.255", true),
            ("10.0.0.0/8", "11.0.0.0", false),
            ("10.0.0.0/8", "::ffff:10.0.0.1", true),
            ("10.0.0.0/8", "::10.0.0.1", false),
            ("0.0.0.0/0", "255.255.255.255", true),
            ("0.0.0.0/0", "::1", false),
            ("192.168.1.128/25", "192.168.1.127", false),
            ("192.168.1.128/25", "192.168.1.200", true),
            ("127.0.0.1", "127.0.0.1", true),
            ("127.0.0.1", "127.0.0.2", false),
            ("::/0", "2001:db8::1", true),
            ("::/0", "1.2.3.4", false),
            ("fd00::/8", "fdff::1", true),
            ("fd00::/8", "fe00::1", false),
            ("::1", "::1", true),
            ("2001:db8::/33", "2001:db8:8000::", false),
        ] {
            let address = address.parse().unwrap();
            assert_eq!(network(text).contains(address), expected, "{text} {address}");
        }
    }

    #[test]
    fn what_could_mean_two_things_is_refused() {
        for text in [
            "",
            "/",
            "10.0.0.0/",
            "/8",
            "10.0.0.0/33",
            "10.0.0.0/-1",
            "10.0.0.0/+8",
            "10.0.0.0/08x",
            "10.0.0.0/8/8",
            "10.0.0.1/8",
            "10.0.0/8",
            "10.0.0.0/255.0.0.0",
            "fd00::/129",
            "fd00::1/8",
            "::ffff:10.0.0.0/104",
            "localhost",
            "10.0.0.0 /8",
            "10.0.0.0/1000",
        ] {
            assert!(text.parse::<Network>().is_err(), "{text}");
        }
        assert_eq!(network("10.0.0.1").to_string(), "10.0.0.1/32");
        assert_eq!(network("FD00::/8").to_string(), "fd00::/8");
    }
}
