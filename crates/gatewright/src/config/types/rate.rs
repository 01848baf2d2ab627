//! How often something may happen.

use std::time::Duration;

use serde_json::Value;

use crate::config::table::Setting;
use crate::config::values::{in_units, parse_span};

/// The most that a rate may allow in its span.
const MOST: u32 = 100_000;
/// The longest span of a rate, in seconds: a week.
const LONGEST: i64 = 7 * 86_400;

/// How often something may happen: so many times within a span, all of them at once or spread out.
///
/// ```
/// use gatewright::config::Rate;
///
/// let rate: Rate = "10/minute".parse().unwrap();
/// assert_eq!((rate.count(), rate.per().as_secs()), (10, 60));
/// assert_eq!("5/15 minutes".parse::<Rate>().unwrap().to_string(), "5/15 minutes");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rate {
    count: u32,
    seconds: u32,
}

impl Rate {
    /// So many in a span of whole seconds. What lies outside of 1 to 100,000 and of a second to a
    /// week is moved to the nearer end.
    pub fn new(count: u32, per: Duration) -> Self {
        let seconds = per.as_secs().clamp(1, LONGEST.unsigned_abs());
        let seconds = u32::try_from(seconds).unwrap_or(1);
        Self { count: count.clamp(1, MOST), seconds }
    }

    /// How many.
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// Within what span.
    pub const fn per(&self) -> Duration {
        Duration::from_secs(self.seconds as u64)
    }
}

impl std::str::FromStr for Rate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            "text such as \"10/minute\" or \"5/15 minutes\" (1 to 100000, in a second to a week)"
                .to_owned()
        };
        let (count, span) = text.split_once('/').ok_or_else(wrong)?;
        let count: u32 = count.trim().parse().map_err(|_| wrong())?;
        let span = span.trim();
        // "10/minute" leaves out the one.
        let span = if span.starts_with(|c: char| c.is_ascii_digit()) {
            parse_span(span)
        } else {
            parse_span(&format!("1 {span}")).filter(|_| !span.is_empty())
        };
        let seconds = span.filter(|span| span.subsec_nanos() == 0).map(|span| span.as_secs());
        let seconds =
            seconds.filter(|seconds| (1..=LONGEST).contains(seconds)).ok_or_else(wrong)?;
        if !(1..=MOST).contains(&count) {
            return Err(wrong());
        }
        Ok(Self { count, seconds: u32::try_from(seconds).map_err(|_| wrong())? })
    }
}

impl std::fmt::Display for Rate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match in_units(self.seconds.into()) {
            (1, unit) => write!(f, "{}/{unit}", self.count),
            (many, unit) => write!(f, "{}/{many} {unit}s", self.count),
        }
    }
}

impl Setting for Rate {
    fn kind() -> String {
        "rate".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        value.as_str().unwrap_or_default().parse()
    }

    fn show(&self) -> Value {
        Value::from(self.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_as_people_write_them() {
        for (text, count, seconds, shown) in [
            ("10/minute", 10, 60, "10/minute"),
            ("10 / min", 10, 60, "10/minute"),
            ("1/s", 1, 1, "1/second"),
            ("5/15 minutes", 5, 900, "5/15 minutes"),
            ("100/h", 100, 3600, "100/hour"),
            ("3/90s", 3, 90, "3/90 seconds"),
            ("1/1 week", 1, 604_800, "1/7 days"),
            ("100000/day", 100_000, 86_400, "100000/day"),
        ] {
            let rate: Rate = text.parse().unwrap();
            assert_eq!((rate.count, rate.seconds), (count, seconds), "{text}");
            assert_eq!(rate.to_string(), shown);
            assert_eq!(shown.parse(), Ok(rate));
        }
    }

    #[test]
    fn what_is_no_rate_is_refused() {
        for text in [
            "",
            "10",
            "/minute",
            "10/",
            "ten/minute",
            "0/minute",
            "-1/minute",
            "100001/day",
            "1/0s",
            "1/8 days",
            "1/0.5s",
            "1/fortnight",
            "1/minute/minute",
        ] {
            assert!(text.parse::<Rate>().is_err(), "{text}");
        }
        assert_eq!(Rate::new(0, Duration::ZERO).to_string(), "1/second");
        assert_eq!(Rate::new(u32::MAX, Duration::MAX).to_string(), "100000/7 days");
    }
}
