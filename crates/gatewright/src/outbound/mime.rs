//! A mail as it travels (RFC 5322, 2045, 2047, 6532).

use std::time::{Duration, SystemTime};

use lettre::Address;
use lettre::address::Envelope;
use lettre::message::header::{ContentType, HeaderName, HeaderValue, MessageId};
use lettre::message::{Mailbox as Encoded, Message, MultiPart, SinglePart};

use crate::error::{Error, Result};
use crate::outbound::mail::{Mail, Mailbox, one_line};

/// Encodes a mail.
pub(super) fn message(mail: &Mail) -> Result<Message> {
    let (from, to) = (mailbox(&mail.sender)?, mailbox(&mail.to)?);
    let envelope = Envelope::new(Some(from.email.clone()), vec![to.email.clone()])
        .map_err(|error| refused("the envelope", error))?;
    let seconds = u64::try_from(mail.date).unwrap_or_default();
    let mut builder = Message::builder()
        .envelope(envelope)
        .from(from)
        .to(to)
        .subject(one_line(&mail.subject))
        .date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
        .header(MessageId::from(format!("<{}>", id(&mail.message_id))));
    for (name, value) in &mail.headers {
        let name = HeaderName::new_from_ascii(name.clone())
            .map_err(|error| refused("the name of a header", error))?;
        builder = builder.raw_header(HeaderValue::new(name, one_line(value)));
    }
    let part =
        |kind: ContentType, text: &String| SinglePart::builder().header(kind).body(text.clone());
    let text = mail.text.as_ref().map(|text| part(ContentType::TEXT_PLAIN, text));
    let html = mail.html.as_ref().map(|html| part(ContentType::TEXT_HTML, html));
    match (text, html) {
        // The last part is the one that a reader should prefer.
        (Some(text), Some(html)) => {
            builder.multipart(MultiPart::alternative().singlepart(text).singlepart(html))
        }
        (Some(part), None) | (None, Some(part)) => builder.singlepart(part),
        (None, None) => builder.body(String::new()),
    }
    .map_err(|error| refused("the mail", error))
}

fn mailbox(mailbox: &Mailbox) -> Result<Encoded> {
    let wrong = || Error::mail_refused("the address cannot be used in a mail");
    let (local, domain) = mailbox.address.trim().rsplit_once('@').ok_or_else(wrong)?;
    // Servers that know no Unicode in addresses know these domains all the same.
    let domain = idna::domain_to_ascii(domain).map_err(|_| wrong())?;
    let address = Address::new(local, &domain).map_err(|error| wrong().caused_by(error))?;
    if mailbox.address.chars().any(char::is_control) {
        return Err(wrong());
    }
    let name = mailbox.name.as_deref().map(one_line).filter(|name| !name.is_empty());
    Ok(Encoded::new(name, address))
}

/// Letters that a `Message-ID` may have; whoever makes mails of their own may have put in others.
fn id(text: &str) -> String {
    let fits = |c: &char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.@".contains(*c);
    text.chars().filter(fits).collect()
}

fn refused(what: &str, error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    let error = error.into();
    Error::mail_refused(format!("{what} cannot be encoded: {error}")).caused_by(error)
}
