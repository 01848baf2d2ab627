//! Templates of mails that are built in.

/// The layouts of mails, and mails that no feature owns.
pub(super) const TEMPLATES: &[(&str, &str)] = &[
    ("security/email/_parts.html", include_str!("templates/email/_parts.html")),
    ("security/email/_parts.txt", include_str!("templates/email/_parts.txt")),
    ("security/email/_password_notice.html", include_str!("templates/email/_password_notice.html")),
    ("security/email/_password_notice.txt", include_str!("templates/email/_password_notice.txt")),
    ("security/email/base.html", include_str!("templates/email/base.html")),
    ("security/email/base.txt", include_str!("templates/email/base.txt")),
    ("security/email/account_locked.html", include_str!("templates/email/account_locked.html")),
    ("security/email/account_locked.txt", include_str!("templates/email/account_locked.txt")),
    ("security/email/change_notice.html", include_str!("templates/email/change_notice.html")),
    ("security/email/change_notice.txt", include_str!("templates/email/change_notice.txt")),
    ("security/email/refresh_replayed.html", include_str!("templates/email/refresh_replayed.html")),
    ("security/email/refresh_replayed.txt", include_str!("templates/email/refresh_replayed.txt")),
    ("security/email/session_replayed.html", include_str!("templates/email/session_replayed.html")),
    ("security/email/session_replayed.txt", include_str!("templates/email/session_replayed.txt")),
    ("security/email/test.html", include_str!("templates/email/test.html")),
    ("security/email/test.txt", include_str!("templates/email/test.txt")),
];
