//! Catalogues of the reference: known, so that a configuration moves as it is.

use crate::config::table::settings;

settings! {
    /// Settings of gettext catalogues: accepted, without effect here, where texts are Fluent files
    /// (`TEXT_OVERRIDES`) and the locale is `BABEL_DEFAULT_LOCALE`.
    "Internationalisation"
    pub struct Settings {
        /// Name of the catalogue.
        domain: String = "flask_security".into() => "SECURITY_I18N_DOMAIN",
        /// Folders of the catalogue.
        dirname: Vec<String> = vec!["builtin".into()] => "SECURITY_I18N_DIRNAME",
        /// Translate the messages of form fields.
        form_messages: bool = true => "WTF_I18N_ENABLED",
        /// Time zone of formatted times.
        babel_default_timezone: String = "UTC".into() => "BABEL_DEFAULT_TIMEZONE",
        /// Folders of the application's own catalogues.
        babel_translation_directories: String = "translations".into()
            => "BABEL_TRANSLATION_DIRECTORIES",
        /// Name of the application's own catalogue.
        babel_domain: String = "messages".into() => "BABEL_DOMAIN",
    }
}
