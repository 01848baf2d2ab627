//! Mails of this application's own: what a client looks for, each on a line.

use gatewright::Builder;

macro_rules! own {
    ($name:literal) => {
        (
            concat!("security/email/", $name),
            include_str!(concat!("../templates/security/email/", $name)),
        )
    };
}

const TEMPLATES: &[(&str, &str)] = &[
    own!("change_email_instructions_test.html"),
    own!("change_email_instructions_test.txt"),
    own!("confirmation_instructions_test.html"),
    own!("confirmation_instructions_test.txt"),
    own!("login_instructions.txt"),
    own!("reset_instructions_test.html"),
    own!("reset_instructions_test.txt"),
    own!("welcome.txt"),
    own!("welcome_existing.txt"),
];

/// In place of the library's text parts, and beside them.
pub(crate) fn templates(builder: Builder) -> Builder {
    TEMPLATES.iter().fold(builder, |builder, (name, text)| builder.template(*name, *text))
}
