//! Choices that are words.

use serde_json::Value;

use crate::config::table::Setting;
use crate::config::types::NormalForm;

/// Declares an enumeration whose values are words.
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$doc:meta])+ $variant:ident = $word:literal ),+ $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $( $(#[$doc])+ $variant, )+ }

        impl $name {
            /// The word that stands for the value in a configuration.
            pub fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $word, )+ }
            }
        }

        impl Setting for $name {
            fn kind() -> String {
                [$($word),+].join(", ")
            }

            fn read(value: &Value) -> Result<Self, String> {
                let given = value.as_str().unwrap_or_default();
                $( if given.eq_ignore_ascii_case($word) { return Ok(Self::$variant); } )+
                Err(format!("one of {}", [$(concat!("\"", $word, "\"")),+].join(", ")))
            }

            fn show(&self) -> Value {
                Value::from(self.as_str())
            }
        }
    };
}

words! {
    /// Which defaults a configuration starts from.
    #[derive(Default)]
    pub enum Preset {
        /// Hardened defaults, for a new application.
        #[default]
        Recommended = "recommended",
        /// The defaults of Flask-Security 5.9.2, to take over or run beside one of its applications.
        Flask = "flask",
    }
}

words! {
    /// Where a signed-in session lives.
    pub enum SessionStore {
        /// In the cookie, signed: the reference's format, which cannot be taken back.
        Cookie = "cookie",
        /// On the server; the cookie names it.
        Server = "server",
    }
}

words! {
    /// The `SameSite` attribute of a cookie.
    pub enum SameSite {
        /// Only sent with requests from the same site.
        Strict = "Strict",
        /// Also sent when a link leads here.
        Lax = "Lax",
        /// Always sent.
        None = "None",
    }
}

words! {
    /// What happens when the client's fingerprint no longer fits its session.
    pub enum Protection {
        /// The session is no longer fresh.
        Basic = "basic",
        /// The session ends.
        Strong = "strong",
    }
}

words! {
    /// When mail, SMS and webhooks leave.
    pub enum Delivery {
        /// From a table, in the background, with retries.
        Outbox = "outbox",
        /// Before the response is sent.
        Inline = "inline",
    }
}

words! {
    /// Who takes a mail.
    pub enum MailSender {
        /// The SMTP server of `MAIL_SERVER`.
        Smtp = "smtp",
        /// The terminal, links included. For development.
        Log = "log",
        /// A folder of `.eml` files, `MAIL_FOLDER`.
        File = "file",
    }
}

words! {
    /// How the value of an identity attribute is normalised before it is looked up.
    pub enum Mapper {
        /// As an email address; anything else is no identity.
        Email = "uia_email_mapper",
        /// As a username.
        Username = "uia_username_mapper",
        /// As a phone number, in E.164 form.
        Phone = "uia_phone_mapper",
        /// As it is.
        Raw = "raw",
    }
}

words! {
    /// What a look-up in a corpus of breached passwords decides; `false` in a file is off.
    pub enum Breached {
        /// The password is refused also when the corpus cannot be asked.
        Strict = "strict",
        /// The password is accepted when the corpus cannot be asked.
        BestEffort = "best-effort",
    }
}

impl Setting for NormalForm {
    fn kind() -> String {
        "NFC, NFD, NFKC, NFKD".into()
    }

    fn read(value: &Value) -> Result<Self, String> {
        let form = value.as_str().and_then(|name| name.to_ascii_uppercase().parse().ok());
        form.ok_or_else(|| "one of \"NFC\", \"NFD\", \"NFKC\", \"NFKD\"".into())
    }

    fn show(&self) -> Value {
        Value::from(self.name())
    }
}
