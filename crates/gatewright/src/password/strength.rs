//! How easily a password is guessed, as the library `zxcvbn` estimates it.

use crate::i18n::messages::{self as msg, Key};

/// How much of a password is judged, in characters: the work grows with the square of it, to half a
/// second at a hundred, and what is hard to guess up to here is hard to guess.
#[cfg(feature = "zxcvbn")]
const LONGEST: usize = 48;

/// The most that is said beside what is wrong.
#[cfg(feature = "zxcvbn")]
const MOST_ADVICE: usize = 2;

/// What a password lacks that is guessed too easily: the reason, then advice. Empty if it reaches
/// the lowest score, 0 to 4. `inputs` are what others know of its owner.
#[cfg(feature = "zxcvbn")]
pub(crate) fn faults(password: &str, inputs: &[String], lowest: u8) -> Vec<Key> {
    let head: String = password.chars().take(LONGEST).collect();
    let inputs: Vec<&str> = inputs.iter().map(String::as_str).collect();
    let judged = zxcvbn::zxcvbn(&head, &inputs);
    if u8::from(judged.score()) >= lowest {
        return Vec::new();
    }
    let Some(feedback) = judged.feedback() else { return vec![msg::PASSWORD_TOO_SIMPLE] };
    let reason = feedback.warning().map_or(msg::PASSWORD_TOO_SIMPLE, words::warning);
    let advice = feedback.suggestions().iter().map(|one| words::suggestion(*one));
    std::iter::once(reason).chain(advice.take(MOST_ADVICE)).collect()
}

/// Settings that ask for it are refused in a build without it.
#[cfg(not(feature = "zxcvbn"))]
pub(crate) fn faults(_: &str, _: &[String], _: u8) -> Vec<Key> {
    vec![msg::PASSWORD_TOO_SIMPLE]
}

/// The library's findings as messages of this catalogue.
#[cfg(feature = "zxcvbn")]
mod words {
    use zxcvbn::feedback::{Suggestion, Warning};

    use crate::i18n::messages::{self as msg, Key};

    pub(super) fn warning(warning: Warning) -> Key {
        match warning {
            Warning::StraightRowsOfKeysAreEasyToGuess => msg::PASSWORD_WEAK_KEY_ROW,
            Warning::ShortKeyboardPatternsAreEasyToGuess => msg::PASSWORD_WEAK_KEY_PATTERN,
            Warning::RepeatsLikeAaaAreEasyToGuess => msg::PASSWORD_WEAK_REPEATED_CHARACTER,
            Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
                msg::PASSWORD_WEAK_REPEATED_PART
            }
            Warning::ThisIsATop10Password => msg::PASSWORD_WEAK_TOP_10,
            Warning::ThisIsATop100Password => msg::PASSWORD_WEAK_TOP_100,
            Warning::ThisIsACommonPassword => msg::PASSWORD_WEAK_COMMON,
            Warning::ThisIsSimilarToACommonlyUsedPassword => msg::PASSWORD_WEAK_SIMILAR,
            Warning::SequencesLikeAbcAreEasyToGuess => msg::PASSWORD_WEAK_SEQUENCE,
            Warning::RecentYearsAreEasyToGuess => msg::PASSWORD_WEAK_YEAR,
            Warning::AWordByItselfIsEasyToGuess => msg::PASSWORD_WEAK_WORD,
            Warning::DatesAreOftenEasyToGuess => msg::PASSWORD_WEAK_DATE,
            Warning::NamesAndSurnamesByThemselvesAreEasyToGuess => msg::PASSWORD_WEAK_NAME,
            Warning::CommonNamesAndSurnamesAreEasyToGuess => msg::PASSWORD_WEAK_NAMES,
        }
    }

    pub(super) fn suggestion(suggestion: Suggestion) -> Key {
        match suggestion {
            Suggestion::UseAFewWordsAvoidCommonPhrases => msg::PASSWORD_ADVICE_FEW_WORDS,
            Suggestion::NoNeedForSymbolsDigitsOrUppercaseLetters => msg::PASSWORD_ADVICE_NO_SIGNS,
            Suggestion::AddAnotherWordOrTwo => msg::PASSWORD_ADVICE_MORE_WORDS,
            Suggestion::CapitalizationDoesntHelpVeryMuch => msg::PASSWORD_ADVICE_CAPITAL,
            Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase => {
                msg::PASSWORD_ADVICE_CAPITALS
            }
            Suggestion::ReversedWordsArentMuchHarderToGuess => msg::PASSWORD_ADVICE_REVERSED,
            Suggestion::PredictableSubstitutionsDontHelpVeryMuch => msg::PASSWORD_ADVICE_SWAPS,
            Suggestion::UseALongerKeyboardPatternWithMoreTurns => msg::PASSWORD_ADVICE_KEY_PATTERN,
            Suggestion::AvoidRepeatedWordsAndCharacters => msg::PASSWORD_ADVICE_NO_REPEATS,
            Suggestion::AvoidSequences => msg::PASSWORD_ADVICE_NO_SEQUENCES,
            Suggestion::AvoidRecentYears => msg::PASSWORD_ADVICE_NO_RECENT_YEARS,
            Suggestion::AvoidYearsThatAreAssociatedWithYou => msg::PASSWORD_ADVICE_NO_OWN_YEARS,
            Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou => {
                msg::PASSWORD_ADVICE_NO_OWN_DATES
            }
        }
    }
}

#[cfg(all(test, feature = "zxcvbn"))]
mod tests {
    use proptest::prelude::*;
    use zxcvbn::Score;

    use super::*;
    use crate::text::tests::core;

    fn score(password: &str, inputs: &[String]) -> u8 {
        (1..=4).rev().find(|lowest| faults(password, inputs, *lowest).is_empty()).unwrap_or(0)
    }

    #[test]
    fn scores_and_reasons_are_those_of_the_reference() {
        let rows = core("password_zxcvbn");
        assert_eq!(rows.len(), 10);
        for row in rows {
            let password = row["password"].as_str().unwrap();
            let inputs: Vec<String> = serde_json::from_value(row["user_inputs"].clone()).unwrap();
            assert_eq!(row["score"], score(password, &inputs), "{row}");
            let found = faults(password, &inputs, 3).first().map(|key| key.name());
            let reasons = [
                ("This is a very common password.", "PASSWORD_WEAK_COMMON"),
                ("This is a top-100 common password.", "PASSWORD_WEAK_TOP_100"),
                ("Repeats like \"aaa\" are easy to guess.", "PASSWORD_WEAK_REPEATED_CHARACTER"),
                ("Sequences like \"abc\" or \"6543\" are easy to guess.", "PASSWORD_WEAK_SEQUENCE"),
                ("Dates are often easy to guess.", "PASSWORD_WEAK_DATE"),
            ];
            let said = row["errors"][0].as_str();
            let want = said.map(|said| {
                let known = reasons.iter().find(|(reason, _)| *reason == said);
                known.map_or("PASSWORD_TOO_SIMPLE", |(_, key)| key)
            });
            assert_eq!(found, want, "{row}");
        }
    }

    /// On the list although the library does not know them: phrases, and words of other languages.
    const PHRASES: &[&str] = &[
        "allahuakbar",
        "correcthorsebatterystaple",
        "ichliebedich",
        "maytheforcebewithyou",
        "superuser",
        "thequickbrownfox",
        "tobeornottobe",
        "usuario",
    ];

    #[test]
    fn the_list_of_common_passwords_holds_what_is_guessed_first() {
        let list = include_str!("common.txt").lines();
        let odd: Vec<&str> =
            list.filter(|word| zxcvbn::zxcvbn(word, &[]).score() > Score::One).collect();
        assert_eq!(odd, PHRASES);
    }

    #[test]
    fn what_is_known_of_the_owner_counts_for_nothing() {
        let name = "Zaphrodelia-Quimby".to_owned();
        assert!(faults(&name, &[], 3).is_empty());
        assert!(!faults(&name, std::slice::from_ref(&name), 3).is_empty());
    }

    #[test]
    fn advice_follows_the_reason() {
        let found: Vec<_> = faults("P@ssword", &[], 3).iter().map(|key| key.name()).collect();
        assert_eq!(found.len(), 1 + MOST_ADVICE, "{found:?}");
        assert_eq!(found[0], "PASSWORD_WEAK_SIMILAR");
        assert!(found[1..].iter().all(|name| name.starts_with("PASSWORD_ADVICE_")), "{found:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn nothing_typed_panics(password in any::<String>(), input in any::<String>()) {
            let _ = faults(&password, &[input], 3);
        }
    }
}
