//! Whether two samples have the same mean: Welch's t-test.

/// Two samples compared.
pub(crate) struct Compared {
    pub(crate) means: (f64, f64),
    /// Of the difference of the means, in the samples' unit.
    pub(crate) standard_error: f64,
    pub(crate) t: f64,
    pub(crate) degrees: f64,
    /// How often chance alone gives a difference as large as this one (two-sided).
    pub(crate) p: f64,
}

/// Compares the means of two samples whose variances may differ (Welch 1947). The distribution of t
/// is taken as the normal one, which it is for samples of thousands.
pub(crate) fn welch(one: &[f64], other: &[f64]) -> Compared {
    let ((m1, v1), (m2, v2)) = (mean_and_variance(one), mean_and_variance(other));
    let (n1, n2) = (count(one), count(other));
    let (e1, e2) = (v1 / n1, v2 / n2);
    let standard_error = (e1 + e2).sqrt();
    let t = (m2 - m1) / standard_error;
    let degrees = (e1 + e2).powi(2) / (e1.powi(2) / (n1 - 1.0) + e2.powi(2) / (n2 - 1.0));
    Compared { means: (m1, m2), standard_error, t, degrees, p: two_sided(t) }
}

/// Drops of both samples what lies above the same bound, the given part of all values: a machine
/// that was interrupted says nothing about an account.
pub(crate) fn trim(one: &mut Vec<f64>, other: &mut Vec<f64>, keep: f64) {
    let mut all: Vec<f64> = one.iter().chain(other.iter()).copied().collect();
    all.sort_by(f64::total_cmp);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a count")]
    let at = (count(&all) * keep) as usize;
    if let Some(&bound) = all.get(at) {
        one.retain(|&value| value < bound);
        other.retain(|&value| value < bound);
    }
}

/// The probability of a standard normal value at least as far from zero.
pub(crate) fn two_sided(t: f64) -> f64 {
    complement_of_error_function(t.abs() / std::f64::consts::SQRT_2)
}

/// erfc for x of zero or more: the power series of erf (DLMF 7.6.1) where it is quick, else the
/// continued fraction (DLMF 7.9.1), which stays exact where nearly nothing is left.
fn complement_of_error_function(x: f64) -> f64 {
    let root_of_pi = std::f64::consts::PI.sqrt();
    if x < 2.0 {
        let (mut term, mut sum) = (x, x);
        for n in 1..60 {
            let n = f64::from(n);
            term *= -x * x / n;
            sum += term / (2.0 * n + 1.0);
        }
        return 1.0 - 2.0 / root_of_pi * sum;
    }
    let mut tail = x;
    for n in (1..120).rev() {
        tail = x + f64::from(n) / 2.0 / tail;
    }
    (-x * x).exp() / root_of_pi / tail
}

fn mean_and_variance(values: &[f64]) -> (f64, f64) {
    let n = count(values);
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (mean, squares / (n - 1.0))
}

#[allow(clippy::cast_precision_loss, reason = "samples of thousands")]
fn count(values: &[f64]) -> f64 {
    values.len() as f64
}
