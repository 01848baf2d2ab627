//! One-time codes: RFC 6238 over RFC 4226, with the reference's window and input rules.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::{Error, Result, salt};

/// The longest key, in bytes.
pub const MAX_KEY: usize = 512;

/// The widest window, in seconds; a wider one is cut to it.
pub const MAX_WINDOW: u32 = 86_400;

/// Sizes of the groups that a key is shown in, in order of preference.
const GROUPS: [usize; 3] = [4, 6, 5];

/// The digest under the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Algorithm {
    /// HMAC-SHA1, what every authenticator app knows.
    #[default]
    Sha1,
    /// HMAC-SHA256.
    Sha256,
    /// HMAC-SHA512.
    Sha512,
}

impl Algorithm {
    /// Returns `sha1`, `sha256` or `sha512`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "sha1",
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
        }
    }

    pub(crate) fn parse(name: &str) -> Result<Self> {
        match name.to_ascii_lowercase().as_str() {
            "sha1" => Ok(Self::Sha1),
            "sha256" => Ok(Self::Sha256),
            "sha512" => Ok(Self::Sha512),
            _ => Err(Error::UnknownScheme),
        }
    }
}

/// Returns the code of the step that `time` (seconds since 1970) falls into.
///
/// `digits` beyond 9 are filled with zeros on the left, as the algorithm has no more to give; a
/// `period` of 0 counts as 1, a time before 1970 as 0.
///
/// ```
/// use gatewright_wire::totp::{Algorithm, code};
///
/// // RFC 6238, appendix B
/// assert_eq!(code(b"12345678901234567890", 59, 8, 30, Algorithm::Sha1), "94287082");
/// ```
#[must_use]
pub fn code(key: &[u8], time: i64, digits: u32, period: u32, algorithm: Algorithm) -> String {
    code_at(key, counter(time, period), digits, algorithm)
}

/// A key with its parameters. Debug redacts the key.
#[derive(Clone)]
pub struct Totp {
    key: Zeroizing<Vec<u8>>,
    /// Digits of a code, 6 to 10.
    pub(crate) digits: u32,
    /// Seconds of a step, at least 1.
    pub(crate) period: u32,
    pub(crate) algorithm: Algorithm,
    pub(crate) label: Option<String>,
    pub(crate) issuer: Option<String>,
}

impl Totp {
    /// Makes a new random key of 20 bytes: SHA-1, six digits, 30 seconds.
    ///
    /// # Errors
    ///
    /// [`NoRandomness`](Error::NoRandomness).
    pub fn generate() -> Result<Self> {
        Self::from_key(&salt::random::<20>()?)
    }

    /// Takes a raw key: SHA-1, six digits, 30 seconds.
    ///
    /// # Errors
    ///
    /// [`Malformed`](Error::Malformed) for an empty key and one above [`MAX_KEY`].
    pub fn from_key(key: &[u8]) -> Result<Self> {
        if key.is_empty() || key.len() > MAX_KEY {
            return Err(Error::Malformed);
        }
        Ok(Self {
            key: Zeroizing::new(key.to_vec()),
            digits: 6,
            period: 30,
            algorithm: Algorithm::Sha1,
            label: None,
            issuer: None,
        })
    }

    /// Takes a base32 key as people type it: any case, blanks and dashes, with or without padding.
    ///
    /// # Errors
    ///
    /// [`Malformed`](Error::Malformed).
    pub fn from_base32(text: &str) -> Result<Self> {
        Self::from_key(&Zeroizing::new(base32_decode(text)?))
    }

    /// Replaces the parameters.
    ///
    /// # Errors
    ///
    /// [`BadOption`](Error::BadOption) unless there are 6 to 10 digits and a period of 1 second to
    /// one day.
    pub fn with_parameters(mut self, digits: u32, period: u32, alg: Algorithm) -> Result<Self> {
        if !(6..=10).contains(&digits) {
            return Err(Error::BadOption("digits".to_owned()));
        }
        if !(1..=86_400).contains(&period) {
            return Err(Error::BadOption("period".to_owned()));
        }
        (self.digits, self.period, self.algorithm) = (digits, period, alg);
        Ok(self)
    }

    /// Returns the raw key.
    #[must_use]
    pub fn key(&self) -> &[u8] {
        &self.key
    }

    /// Returns how many digits a code has.
    #[must_use]
    pub fn digits(&self) -> u32 {
        self.digits
    }

    /// Returns how many seconds a step has.
    #[must_use]
    pub fn period(&self) -> u32 {
        self.period
    }

    /// Returns the digest under the code.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// Returns the key in base32 without padding.
    #[must_use]
    pub fn base32(&self) -> String {
        data_encoding::BASE32_NOPAD.encode(&self.key)
    }

    /// Returns the base32 key in groups joined by dashes, for people who type it.
    #[must_use]
    pub fn pretty(&self) -> String {
        let text = self.base32();
        let len = text.len();
        // The size that leaves no short group, or else the longest short one; the first one wins.
        let longest = || GROUPS.into_iter().rev().max_by_key(|size| len % size);
        let even = GROUPS.into_iter().find(|size| len.is_multiple_of(*size));
        let best = even.or_else(longest).unwrap_or(4);
        let mut out = String::with_capacity(len + len / best);
        for (at, char) in text.chars().enumerate() {
            if at > 0 && at.is_multiple_of(best) {
                out.push('-');
            }
            out.push(char);
        }
        out
    }

    /// Returns the `otpauth://totp/` address that authenticator apps read from a QR code.
    ///
    /// A colon in `username` would end the issuer, so it is left out.
    ///
    /// ```
    /// let totp = gatewright_wire::totp::Totp::from_base32("JBSWY3DPEHPK3PXP")?;
    /// assert_eq!(
    ///     totp.uri("My App", "matt@lp.com"),
    ///     "otpauth://totp/My%20App:matt@lp.com?secret=JBSWY3DPEHPK3PXP&issuer=My%20App",
    /// );
    /// # Ok::<(), gatewright_wire::Error>(())
    /// ```
    #[must_use]
    pub fn uri(&self, issuer: &str, username: &str) -> String {
        let mut uri = String::from("otpauth://totp/");
        escape(&mut uri, issuer, "@");
        uri.push(':');
        escape(&mut uri, &username.replace(':', ""), "@");
        uri.push_str("?secret=");
        uri.push_str(&self.base32());
        if self.algorithm != Algorithm::Sha1 {
            uri.push_str("&algorithm=");
            uri.push_str(&self.algorithm.name().to_ascii_uppercase());
        }
        if self.digits != 6 {
            uri.push_str(&format!("&digits={}", self.digits));
        }
        if self.period != 30 {
            uri.push_str(&format!("&period={}", self.period));
        }
        uri.push_str("&issuer=");
        escape(&mut uri, issuer, "");
        uri
    }

    /// Returns the code of the step that `time` (seconds since 1970) falls into.
    #[must_use]
    pub fn code(&self, time: i64) -> String {
        code(&self.key, time, self.digits, self.period, self.algorithm)
    }

    /// Checks a code at `now` and returns the counter of the step it belongs to.
    ///
    /// Every step that touches `window` seconds before or after `now` counts, the oldest first.
    /// Store the returned counter and give it as `last_counter` next time: the same step is then
    /// [`Used`](Refused::Used) and older ones do not match.
    ///
    /// ```
    /// use gatewright_wire::totp::{Refused, Totp};
    ///
    /// let totp = Totp::from_base32("JBSWY3DPEHPK3PXP")?;
    /// let now = 1_768_478_410;
    /// let code = totp.code(now);
    /// let counter = totp.verify(code.as_str(), now, 120, None).unwrap();
    /// assert_eq!(totp.verify(code.as_str(), now, 120, Some(counter)), Err(Refused::Used));
    /// # Ok::<(), gatewright_wire::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Why the code is not accepted.
    pub fn verify<'a>(
        &self,
        token: impl Into<Token<'a>>,
        now: i64,
        window: u32,
        last_counter: Option<u64>,
    ) -> std::result::Result<u64, Refused> {
        let token = token.into().normalise(self.digits)?;
        let window = i64::from(window.min(MAX_WINDOW));
        let first = counter(now.saturating_sub(window), self.period);
        let last = counter(now.saturating_add(window), self.period);
        for step in first.max(last_counter.unwrap_or(0))..=last {
            let expected = code_at(&self.key, step, self.digits, self.algorithm);
            if expected.as_bytes().ct_eq(token.as_bytes()).into() {
                return if Some(step) == last_counter { Err(Refused::Used) } else { Ok(step) };
            }
        }
        Err(Refused::NoMatch)
    }
}

impl PartialEq for Totp {
    fn eq(&self, other: &Self) -> bool {
        let rest = |totp: &Self| (totp.digits, totp.period, totp.algorithm);
        let keys = self.key.ct_eq(&other.key);
        bool::from(keys)
            && rest(self) == rest(other)
            && self.label == other.label
            && self.issuer == other.issuer
    }
}

impl Eq for Totp {}

impl fmt::Debug for Totp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Totp")
            .field("key", &"redacted")
            .field("digits", &self.digits)
            .field("period", &self.period)
            .field("algorithm", &self.algorithm)
            .finish_non_exhaustive()
    }
}

/// Why a code was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// No step of the window has this code.
    NoMatch,
    /// The code is right, but its step was used before.
    Used,
    /// Not a code at all.
    Malformed,
}

/// A code as it arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'a> {
    /// Text: blanks, `-` and `=` are ignored, the rest must be exactly the digits.
    Text(&'a str),
    /// A JSON number, whose leading zeros are lost.
    Number(i64),
}

impl<'a> From<&'a str> for Token<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Token<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl Token<'_> {
    fn normalise(self, digits: u32) -> std::result::Result<String, Refused> {
        let digits = digits as usize;
        let (text, numeric) = match self {
            Self::Number(number) => (format!("{number:0digits$}"), true),
            Self::Text(text) if text.len() > 256 => return Err(Refused::Malformed),
            Self::Text(text) => {
                let keep = |c: &char| !c.is_whitespace() && !['-', '='].contains(c);
                let text: String = text.chars().filter(keep).collect();
                let numeric = text.chars().all(char::is_numeric);
                (text, numeric)
            }
        };
        if numeric && text.chars().count() == digits { Ok(text) } else { Err(Refused::Malformed) }
    }
}

fn counter(time: i64, period: u32) -> u64 {
    let step = time.div_euclid(i64::from(period.max(1)));
    u64::try_from(step).unwrap_or(0)
}

fn code_at(key: &[u8], counter: u64, digits: u32, algorithm: Algorithm) -> String {
    let message = counter.to_be_bytes();
    let digest = match algorithm {
        Algorithm::Sha1 => mac::<Hmac<sha1::Sha1>>(key, &message),
        Algorithm::Sha256 => mac::<Hmac<sha2::Sha256>>(key, &message),
        Algorithm::Sha512 => mac::<Hmac<sha2::Sha512>>(key, &message),
    };
    // RFC 4226, 5.3: the last four bits say which four bytes count.
    let offset = usize::from(digest.last().copied().unwrap_or(0) & 15);
    let chosen = digest.get(offset..offset + 4).unwrap_or(&[0; 4]);
    let number = chosen.iter().fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    let modulus = 10_u64.checked_pow(digits).unwrap_or(u64::MAX);
    let number = (number & 0x7fff_ffff) % modulus;
    format!("{number:0width$}", width = digits.min(32) as usize)
}

fn mac<M: Mac + KeyInit>(key: &[u8], message: &[u8]) -> Vec<u8> {
    // An HMAC takes keys of any length, so there is always a digest.
    <M as KeyInit>::new_from_slice(key)
        .map(|mac| mac.chain_update(message).finalize().into_bytes().to_vec())
        .unwrap_or_default()
}

/// Reads base32 leniently: `8` is a misread `B` and `0` a misread `O`.
pub(crate) fn base32_decode(text: &str) -> Result<Vec<u8>> {
    if text.len() > 4 * MAX_KEY {
        return Err(Error::Malformed);
    }
    let mut out = Vec::with_capacity(text.len() * 5 / 8);
    let (mut bits, mut held, mut chars) = (0_u32, 0, 0);
    for char in text.trim_end_matches('=').chars() {
        let value = match char.to_ascii_uppercase() {
            '-' | ' ' | '\t' | '\r' | '\n' => continue,
            '8' => 1,
            '0' => 14,
            letter @ 'A'..='Z' => letter as u32 - 'A' as u32,
            digit @ '2'..='7' => digit as u32 - '2' as u32 + 26,
            _ => return Err(Error::Malformed),
        };
        bits = ((bits << 5) | value) & 0xfff;
        held += 5;
        chars += 1;
        if held >= 8 {
            held -= 8;
            out.push(((bits >> held) & 0xff) as u8);
        }
    }
    // No whole number of bytes ends after one, three or six characters.
    if matches!(chars % 8, 1 | 3 | 6) {
        return Err(Error::Malformed);
    }
    Ok(out)
}

fn escape(out: &mut String, text: &str, also: &str) {
    for byte in text.bytes() {
        let char = char::from(byte);
        if byte.is_ascii_alphanumeric() || "_.-~".contains(char) || also.contains(char) {
            out.push(char);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
}
