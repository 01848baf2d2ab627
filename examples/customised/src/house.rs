//! The rules of the house.

use gatewright::facts::Facts;
use gatewright::hooks::{ExtraField, Lock, Refused};
use gatewright::i18n::messages::{self as msg, Message};
use gatewright::model::NewUser;
use gatewright::{Hooks, Result, User, async_trait};
use serde_json::{Map, Value, json};

/// Every answer that differs from the usual one.
#[derive(Debug, Clone, Copy)]
pub struct House;

#[async_trait]
impl Hooks for House {
    /// Registration: what somebody likes to read (a column of that name that `user_extra_columns`
    /// names would keep it), and a number, whose column is there.
    fn fields(&self, form: &str) -> Vec<ExtraField> {
        match form {
            "register_form" => vec![
                ExtraField::text("genre", "What do you like to read?").required(),
                ExtraField::phone("us_phone_number", "Your phone number"),
            ],
            _ => Vec::new(),
        }
    }

    /// And what is wrong with that.
    async fn field_faults(
        &self,
        _: &str,
        values: &Map<String, Value>,
    ) -> Result<Vec<(&'static str, Message)>> {
        let manuals = values.get("genre").is_some_and(|genre| genre == "manuals");
        Ok(manuals.then(|| ("genre", own("We have no manuals."))).into_iter().collect())
    }

    /// Passwords: no book that everybody knows.
    async fn password_faults(&self, password: &str, _: Option<&User>) -> Result<Vec<Message>> {
        let known = ["moby dick", "war and peace"];
        let lower = password.to_lowercase();
        let fault = known.iter().any(|title| lower.contains(title));
        Ok(fault.then(|| own("Please choose no title from our shelf.")).into_iter().collect())
    }

    /// Addresses: nobody from a service for throw-away mail.
    async fn email_fault(&self, email: &str) -> Result<Option<Message>> {
        let fault = email.ends_with("@throwaway.example");
        Ok(fault.then(|| own("We write letters: please give an address that stays.")))
    }

    /// Usernames: some are taken for good.
    async fn username_fault(&self, username: &str) -> Result<Option<Message>> {
        let fault = ["librarian", "admin"].contains(&username.to_lowercase().as_str());
        Ok(fault.then(|| own("That name stands on the door already.")))
    }

    /// Phone numbers: the club calls nobody abroad.
    async fn phone_fault(&self, number: &str) -> Result<Option<Message>> {
        let fault = !number.starts_with("+1");
        Ok(fault.then(|| own("We cannot call you there.")))
    }

    /// New accounts: the librarian looks at those who want to borrow atlases before they come in.
    async fn new_user(&self, new: &mut NewUser, values: &Map<String, Value>) -> Result<()> {
        new.active = values.get("genre").is_none_or(|genre| genre != "atlases");
        Ok(())
    }

    /// Tokens: each says on whose card it was made out.
    fn augment_token(&self, user: &User, token: &mut Map<String, Value>) {
        token.insert("card".to_owned(), json!(user.username));
    }

    /// Who has got another card has to sign in again.
    fn verify_token(&self, user: &User, token: &Map<String, Value>) -> bool {
        token.get("card") == Some(&json!(user.username))
    }

    /// Accounts: readers with overdue books cannot sign in.
    async fn locked(&self, user: &User) -> Result<Option<Lock>> {
        let overdue = user.email.starts_with("overdue@");
        let text = "Please bring your books back first.".to_owned();
        Ok(overdue.then_some(Lock::with_text(text)))
    }

    /// JSON: what clients read of a user under `response.user`.
    fn user_payload(&self, user: &User) -> Map<String, Value> {
        let shelf = json!(format!("/shelf?reader={}", user.id));
        Map::from_iter([("shelf".to_owned(), shelf)])
    }

    /// Pages and mails: a name that every template knows, and one for the sign-in page alone.
    fn page_context(&self, page: &str, _: &Facts) -> Map<String, Value> {
        let mut names = Map::from_iter([("club".to_owned(), json!("The reading club"))]);
        if page == "login_user" {
            names.insert("open".to_owned(), json!("Mondays, seven to nine"));
        }
        names
    }

    /// Refusals: the cellar does not exist for those who may not enter it.
    fn refused(
        &self,
        facts: &Facts,
        why: Refused<'_>,
        wants_json: bool,
    ) -> Option<http::Response<Vec<u8>>> {
        if why != Refused::Forbidden || facts.path() != "/cellar" || wants_json {
            return None;
        }
        http::Response::builder().status(404).body(b"No such room.".to_vec()).ok()
    }
}

/// Words of the club's own. Those that come in several languages have keys in a Fluent file.
fn own(text: &str) -> Message {
    msg::LITERAL.with("text", text)
}
