//! The arithmetic by which `just timing` judges, compared with values from tables.

#![allow(clippy::float_cmp, reason = "exact by construction")]

#[path = "../benches/timing/stats.rs"]
mod stats;

use stats::{trim, two_sided, welch};

fn close(found: f64, expected: f64) {
    assert!((found / expected - 1.0).abs() < 1e-6, "found {found}, expected {expected}");
}

#[test]
fn p_is_that_of_the_normal_distribution() {
    assert_eq!(two_sided(0.0), 1.0);
    for (t, p) in [
        (0.674_489_750_196, 0.5),
        (1.0, 0.317_310_507_863),
        (1.959_963_984_54, 0.05),
        (2.575_829_303_55, 0.01),
        (2.9, 0.003_731_626_72),
        (3.290_526_731_49, 0.001),
        (5.0, 5.733_031_437_6e-7),
        (10.0, 1.523_970_604_8e-23),
    ] {
        close(two_sided(t), p);
        close(two_sided(-t), p);
    }
}

#[test]
fn means_are_compared_in_units_of_their_error() {
    // Means 3 and 6, variances 2.5 and 10: standard error √(2.5/5 + 10/5).
    let compared = welch(&[1.0, 2.0, 3.0, 4.0, 5.0], &[2.0, 4.0, 6.0, 8.0, 10.0]);
    assert_eq!(compared.means, (3.0, 6.0));
    close(compared.standard_error, 2.5_f64.sqrt());
    close(compared.t, 3.0 / 2.5_f64.sqrt());
    close(compared.degrees, 6.25 / (0.0625 + 1.0));
    close(compared.p, two_sided(3.0 / 2.5_f64.sqrt()));
}

#[test]
fn both_samples_lose_what_lies_above_one_bound() {
    let mut one: Vec<f64> = (0..50).map(f64::from).collect();
    let mut other: Vec<f64> = (50..100).map(f64::from).collect();
    trim(&mut one, &mut other, 0.9);
    assert_eq!((one.len(), other.len()), (50, 40));
    assert_eq!(other.last(), Some(&89.0));
}
