//! Somebody else gets the same address, in another case, while the link is followed.

use std::sync::{Arc, OnceLock};

use serde_json::{Map, Value};

use super::{JOE, NEW, fixture_with};
use crate::config::Preset::Recommended;
use crate::facts::Facts;
use crate::hooks::Hooks;
use crate::model::{NewUser, UserField, UserId};
use crate::security::Security;

/// Is asked after the address was found free, and before it is written.
struct Quicker(Arc<OnceLock<Security>>);

impl Hooks for Quicker {
    fn page_context(&self, page: &str, _: &Facts) -> Map<String, Value> {
        if let (true, Some(security)) = (page.contains("change_email_done"), self.0.get()) {
            let mut other = NewUser::new(NEW.to_uppercase());
            other.id = Some(UserId::Int(0));
            let made = security.store().create_user(other);
            let made =
                tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(made));
            assert!(made.is_ok() || made.is_err_and(|error| error.is_conflict()));
        }
        Map::new()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_second_leaves_everything_as_it_was() {
    let security = Arc::new(OnceLock::new());
    let hooks = Quicker(Arc::clone(&security));
    let it = fixture_with(Recommended, &[], |builder| builder.hooks(hooks)).await;
    it.app.change(JOE, &[UserField::ConfirmedAt(None)]).await;
    let mut tab = it.tab().await;
    let link = it.asked(&mut tab, NEW).await;
    let mails = it.app.outbox().len();
    assert!(security.set(it.app.security().clone()).is_ok());
    tab.post_form(&link, []).await;
    let store = it.app.security().store();
    assert_eq!(store.count_users().await.unwrap(), 2, "nobody was quicker");
    let joe = it.app.find(JOE).await.unwrap();
    assert_eq!(joe.confirmed_at, None, "nobody has proven that address");
    assert_eq!(
        store.mails().unwrap().list(false, "", 9).await.unwrap(),
        [],
        "a mail about what is not so"
    );
    assert_eq!(it.app.outbox().len(), mails);
    assert!(it.heard.take().iter().all(|one| !one.starts_with("change_email_confirmed")));
}
