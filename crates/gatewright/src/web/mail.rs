//! Mails to users: templates in the language of their owner, then into the outbox.

use std::collections::BTreeMap;

use minijinja::value::{Serde, Value};
use serde_json::{Map, Value as Json, json};

use crate::error::Result;
use crate::event::Event;
use crate::model::User;
use crate::outbound::{Mail, Mailbox, Outgoing};
use crate::random;
use crate::request::cx::Cx;
use crate::request::whole::afterwards;
use crate::text::agent;
use crate::web::template::{common, page_error, page_name};

/// A mail that is to be written.
#[derive(Clone)]
pub(crate) struct Occasion<'a> {
    /// The template without its ending: `welcome`, or `security/email/welcome`.
    pub(crate) template: &'a str,
    /// The label of the subject.
    pub(crate) subject: &'a str,
    /// The subject of the settings, where they have one.
    pub(crate) own_subject: Option<&'a str>,
    /// Whose account it is about.
    pub(crate) user: Option<&'a User>,
    /// Whom it is for, if not the address of the account.
    pub(crate) to: Option<&'a str>,
    /// Further names for the template. Links are absolute; `within` is a number of seconds, which the
    /// template gets in words.
    pub(crate) context: Map<String, Json>,
}

impl Cx {
    /// Writes a mail to a user and posts it: when this returns, it cannot get lost. What a mail
    /// server does is no error here. If the mail tells of a change, [`Cx::outgoing`] takes both into
    /// one transaction; else make the change first.
    ///
    /// `subject` is a label, `context` holds further names for the template, as in [`Occasion`].
    ///
    /// # Errors
    /// The template or the store failed.
    pub(crate) async fn mail(
        &self,
        template: &str,
        subject: &str,
        user: &User,
        context: Map<String, Json>,
    ) -> Result<()> {
        let own_subject = None;
        let user = Some(user);
        let occasion = Occasion { template, subject, own_subject, user, to: None, context };
        let out = self.outgoing(&occasion)?;
        if !out.letters().is_empty() {
            self.store().mails()?.enqueue(out.letters()).await?;
        }
        self.posted(&out).await;
        Ok(())
    }

    /// Posts a mail that goes with no other change, and tells listeners of it. They are told before the
    /// mail is let go: whoever sends it would write beside them, and the answer would take longer than
    /// one about an account that does not exist.
    ///
    /// # Errors
    /// The store failed.
    pub(crate) async fn send(&self, out: Option<&Outgoing>, event: Event<'_>) -> Result<()> {
        let letters = out.map(Outgoing::letters).unwrap_or_default();
        if !letters.is_empty() {
            self.store().mails()?.enqueue(letters).await?;
        }
        self.announce(event).await;
        if let Some(out) = out {
            self.posted(out).await;
        }
        Ok(())
    }

    /// Writes a mail that goes with a change: give its `letters()` to `update_user_with` or
    /// `create_user_with`, and call [`Cx::posted`] if that was done.
    ///
    /// # Errors
    /// The template failed.
    pub(crate) fn outgoing(&self, occasion: &Occasion<'_>) -> Result<Outgoing> {
        let mail = self.compose(occasion)?;
        self.security().post().outgoing(mail, self.security().letterbox())
    }

    /// Lets a mail go whose letters are written. They stay in the outbox whatever happens here.
    pub(crate) async fn posted(&self, out: &Outgoing) {
        afterwards(self.security().post().posted(out, self.security().letterbox()).await);
    }

    /// Takes back a mail whose letters are written, for a change that was taken back: [`Cx::posted`]
    /// must not have been called.
    ///
    /// # Errors
    /// The store failed.
    pub(crate) async fn withdraw(&self, out: &Outgoing) -> Result<()> {
        for letter in out.letters() {
            self.store().mails()?.sent(&letter.id, i64::from(letter.claimed)).await?;
        }
        Ok(())
    }

    /// As much work as posting a mail, for one that is to nobody: the answer must not tell by its time
    /// whether there is such an account. Write it to [`User::stand_in`]; the event is what would follow.
    ///
    /// # Errors
    /// The store failed.
    pub(crate) async fn pretend(&self, out: Option<&Outgoing>, event: Event<'_>) -> Result<()> {
        let decoys = out.map(Outgoing::decoys).unwrap_or_default();
        if !decoys.is_empty() {
            self.store().mails()?.enqueue(&decoys).await?;
        }
        self.security().pretend(Some(self.facts()), &event).await;
        self.security().post().pretended(&decoys, self.security().letterbox()).await
    }

    /// Writes a mail.
    pub(crate) fn compose(&self, occasion: &Occasion<'_>) -> Result<Mail> {
        let config = self.config();
        let locale = self.language_of(occasion.user).to_owned();
        let catalog = self.security().catalog();
        let subject = occasion
            .own_subject
            .map_or_else(|| catalog.label_with(occasion.subject, &[], &locale), str::to_owned);
        let of_user = || occasion.user.map(|user| user.email.as_str());
        let to = occasion.to.or_else(of_user).unwrap_or_default();
        let sender = config.mail.sender.as_ref().or(config.mail.default_sender.as_ref());
        let sender = sender.map_or_else(|| Mailbox::new("no-reply@localhost"), Mailbox::from);
        let (id, date) = (random::uniquifier()?, self.clock().unix());
        let mut mail = Mail::new(sender, Mailbox::new(to), &subject, &id, date);
        let context = self.mail_context(occasion, &locale, &mail.subject);
        let name = match occasion.template.contains('/') {
            true => occasion.template.to_owned(),
            false => format!("security/email/{}", occasion.template),
        };
        let pages = self.security().pages();
        let part = |ending: &str| -> Result<String> {
            let template = pages.get_template(&format!("{name}.{ending}")).map_err(page_error)?;
            template.render(&context).map_err(page_error)
        };
        // A mail needs at least one part, whatever the settings say.
        if config.mail.plaintext || !config.mail.html {
            mail.text = Some(part("txt")?);
        }
        if config.mail.html {
            mail.html = Some(part("html")?);
        }
        Ok(mail)
    }

    /// What is known of whoever sent this request, for notices: `time`, `address` and `agent`.
    /// Nothing that they could word themselves: it would be their letter on our paper.
    pub(crate) fn seen(&self) -> Map<String, Json> {
        let facts = self.facts();
        let agent = facts.header("user-agent").and_then(agent::describe);
        let mut seen = Map::new();
        seen.insert(
            "time".into(),
            json!(self.clock().now().strftime("%Y-%m-%d %H:%M UTC").to_string()),
        );
        seen.insert("address".into(), json!(facts.client().map(|address| address.to_string())));
        seen.insert("agent".into(), json!(agent));
        seen
    }

    fn mail_context(&self, occasion: &Occasion<'_>, locale: &str, subject: &str) -> Value {
        let user = occasion.user.map(|user| {
            json!({
                "email": user.email,
                "username": user.username,
                "name": self.user_name(user),
            })
        });
        let mut all: BTreeMap<String, Value> = common(self, locale)
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        all.insert("user".to_owned(), Value::from(Serde(user)));
        all.insert("subject".to_owned(), Value::from(subject));
        let name = page_name(occasion.template);
        let hooks = self.security().hooks().page_context(name, self.facts());
        for (name, mut value) in occasion.context.clone().into_iter().chain(hooks) {
            // A span in seconds: its words are the reader's, who may not be the one who asked.
            if let ("within", Some(seconds)) = (name.as_str(), value.as_u64()) {
                value = json!(self.security().catalog().duration(seconds, locale));
            }
            all.insert(name, Value::from(Serde(value)));
        }
        // Who asks for a mail and who reads it may speak different languages.
        if let Some(seconds) = occasion.context.get("within").and_then(Json::as_u64) {
            let words = self.security().catalog().duration(seconds, locale);
            all.insert("within".to_owned(), Value::from(words));
        }
        Value::from(all)
    }
}
