//! Languages; and the catalogues of the reference, known so that a configuration moves as it is.

use std::path::PathBuf;

use crate::config::table::settings;

settings! {
    /// Which languages there are and how one is chosen. Settings of gettext catalogues are accepted,
    /// without effect here, where texts are Fluent files.
    "Internationalisation"
    pub struct Settings {
        /// Languages that are offered, such as `en, de, fr`, in this order. None: all that there are.
        languages: Vec<String> = vec![] => "LANGUAGES",
        /// Folder of Fluent files named as their languages (`cy.ftl`): languages of the application's
        /// own, or other texts for one that comes with this crate.
        folder: Option<PathBuf> = None => "LANGUAGES_FOLDER",
        /// Cookie that keeps the language which a visitor has chosen. None: there is no choice on the
        /// pages, and the browser's languages decide.
        cookie: Option<String> = None, recommended = Some("gatewright_language".into())
            => "LANGUAGE_COOKIE",
        /// Path of the page on which visitors choose their language.
        url: String = "/language".into() => "LANGUAGE_URL",
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
