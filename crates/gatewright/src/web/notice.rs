//! What an owner is told of by mail without having asked.

use std::pin::Pin;

use crate::request::cx::Cx;
use crate::request::state::Notice;

/// Writes the mail of a notice. A mail that cannot be written must not change the answer.
pub(crate) fn tell(cx: &Cx, notice: Notice) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
    Box::pin(async move {
        let Notice::SessionReplayed(user) = notice;
        let (template, subject) = ("session_replayed", "MAIL_SESSION_REPLAYED_SUBJECT");
        if let Err(error) = cx.mail(template, subject, &user, cx.seen()).await {
            tracing::error!(error = ?error, template, "a notice could not be mailed");
        }
    })
}
