//! The `settings!` macro: a struct, its defaults, its reader and its documentation from one table.

use serde_json::Value;

/// What can stand in a configuration.
pub(crate) trait Setting: Sized {
    /// The type in words, for the documentation and for messages.
    fn kind() -> String;

    /// Reads what a file or the program says.
    ///
    /// The error completes the sentence "KEY must be …".
    fn read(value: &Value) -> Result<Self, String>;

    /// Reads an environment variable: JSON, or plain text.
    fn read_text(text: &str) -> Result<Self, String> {
        match serde_json::from_str::<Value>(text) {
            Ok(value) => {
                Self::read(&value).or_else(|why| Self::read(&Value::from(text)).map_err(|_| why))
            }
            Err(_) => Self::read(&Value::from(text)),
        }
    }

    /// The value as it may be shown: secrets are struck out.
    fn show(&self) -> Value;

    /// True if both are the same, secrets included.
    fn same(&self, other: &Self) -> bool {
        self.show() == other.show()
    }
}

/// A value on its way in.
#[derive(Debug, Clone)]
pub(crate) enum Given {
    /// From a file or from the program.
    Value(Value),
    /// From the environment.
    Text(String),
}

impl Given {
    pub(crate) fn read<T: Setting>(&self) -> Result<T, String> {
        match self {
            Self::Value(value) => T::read(value),
            Self::Text(text) => T::read_text(text.trim()),
        }
    }
}

/// One line of a settings table.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// The field of `Config` that holds the table.
    pub(crate) owner: &'static str,
    /// The field in that table.
    pub(crate) field: &'static str,
    /// The name of the setting.
    pub(crate) key: &'static str,
    /// Other names for the same setting.
    pub(crate) aliases: &'static [&'static str],
    /// The type in words.
    pub(crate) kind: String,
    /// What it means.
    pub(crate) doc: &'static str,
}

impl Row {
    /// True if the setting goes by this name.
    pub(crate) fn is(&self, key: &str) -> bool {
        self.key == key || self.aliases.contains(&key)
    }
}

/// Declares the settings of one owner.
///
/// A line is `field: Type = default [, recommended = default] => "KEY" [| "ALIAS"]`, where the first
/// default is that of both presets unless a recommended one follows.
macro_rules! settings {
    (
        $(#[doc = $about:literal])+
        $title:literal
        pub struct Settings {
            $(
                $(#[doc = $doc:literal])+
                $field:ident : $type:ty = $default:expr $(, recommended = $recommended:expr)?
                    => $key:literal $(| $alias:literal)*
            ),+ $(,)?
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone)]
        #[non_exhaustive]
        pub struct Settings {
            $(
                $(#[doc = $doc])+
                #[doc = concat!("\n\nSetting `", $key, "`.")]
                pub $field: $type,
            )+
        }

        impl Settings {
            pub(crate) const TITLE: &'static str = $title;
            pub(crate) const ABOUT: &'static str = concat!($($about),+);

            pub(crate) fn preset(preset: $crate::config::Preset) -> Self {
                let recommended = preset == $crate::config::Preset::Recommended;
                // A table without a recommended value of its own has no use for the flag.
                let _ = recommended;
                Self {
                    $(
                        $field: {
                            $( if recommended { $recommended } else )? { $default }
                        },
                    )+
                }
            }

            pub(crate) fn rows(owner: &'static str) -> Vec<$crate::config::table::Row> {
                vec![
                    $(
                        $crate::config::table::Row {
                            owner,
                            field: stringify!($field),
                            key: $key,
                            aliases: &[$($alias),*],
                            kind: <$type as $crate::config::table::Setting>::kind(),
                            doc: concat!($($doc),+),
                        },
                    )+
                ]
            }

            /// Sets one setting; `None` if it is not in this table.
            pub(crate) fn set(
                &mut self,
                key: &str,
                given: &$crate::config::table::Given,
            ) -> Option<Result<(), String>> {
                match key {
                    $( $key => Some(given.read().map(|value| self.$field = value)), )+
                    _ => None,
                }
            }

            /// Shows one setting; `None` if it is not in this table.
            pub(crate) fn show(&self, key: &str) -> Option<serde_json::Value> {
                use $crate::config::table::Setting as _;
                match key {
                    $( $key => Some(self.$field.show()), )+
                    _ => None,
                }
            }

            /// Adds the names of the settings that differ, secrets included.
            pub(crate) fn differences(&self, other: &Self, into: &mut Vec<&'static str>) {
                use $crate::config::table::Setting as _;
                $( if !self.$field.same(&other.$field) { into.push($key); } )+
            }
        }
    };
}

pub(crate) use settings;
