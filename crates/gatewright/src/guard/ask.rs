//! The page with a button that a mailed link shows before it changes anything.

use crate::error::Result;
use crate::guard::csrf;
use crate::request::cx::Cx;
use crate::request::form::{Field, Form, Kind, Submitted};
use crate::request::reply::Reply;

/// What the page asks; all of them labels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Question {
    pub(crate) title: &'static str,
    pub(crate) text: &'static str,
    pub(crate) button: &'static str,
}

/// The page to show instead of following the link; `None` if the link may do its work now.
///
/// Programs that read mails follow links, so asking changes nothing: with `MAILED_LINKS_ASK` a link
/// works by its button. HEAD never does anything. `email` is shown, so that its owner knows which
/// account it is about.
///
/// # Errors
/// As forms.
pub(crate) async fn ask(
    cx: &Cx,
    sent: &Submitted,
    question: Question,
    email: &str,
) -> Result<Option<Reply>> {
    let asks = cx.config().links.ask;
    let head = cx.facts().method() == "HEAD";
    if !asks && !head {
        return Ok(None);
    }
    button(cx, sent, question, email).await
}

/// As [`ask`], whatever the settings say.
///
/// # Errors
/// As forms.
pub(crate) async fn button(
    cx: &Cx,
    sent: &Submitted,
    question: Question,
    email: &str,
) -> Result<Option<Reply>> {
    let mut form = Form::new("link_form")
        .field(Field::new("submit", Kind::Submit, question.button))
        .field(Field::new("csrf_token", Kind::Hidden, ""))
        .bind(sent);
    if sent.posted {
        csrf::form(cx, &mut form, sent, true).await?;
        if !form.has_errors() {
            return Ok(None);
        }
    }
    let page = Reply::page("security/link.html", form)
        .context("title", cx.label(question.title))
        .context("text", cx.label_with(question.text, &[("email", email)]));
    Ok(Some(page))
}
