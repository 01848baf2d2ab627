//! Events that leave the house.

use serde_json::Value;
use tracing::Instrument;

use crate::error::{Error, Result};
use crate::event::Event;
use crate::facts::Facts;
use crate::model::User;
use crate::security::Security;

impl Security {
    /// Tells of something that an administrator has done; `details` is a JSON object without secrets.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only commands tell"))]
    pub(crate) async fn administered(&self, action: &str, user: Option<&User>, details: Value) {
        let Value::Object(details) = details else { return };
        self.announce(None, &Event::Administered { action, user, details: &details }).await;
    }

    /// As much work as announcing an event, for one that has not happened because there is no such
    /// account: the answer must not tell that by its time. Make it of [`User::stand_in`].
    pub(crate) async fn pretend(&self, facts: Option<&Facts>, event: &Event<'_>) {
        self.rehearse(facts, event).await;
        let Some(webhooks) = self.webhooks() else { return };
        // As with those that happen, a queue that takes nothing is no fault of the request.
        let pretended = webhooks.pretend(event, self.letterbox()).await;
        if let Err(error) = &pretended {
            tracing::error!(event = event.name(), ?error, "an event is not posted");
        }
        if let Ok(Some(letter)) = pretended {
            // Beside the answer: what has happened is posted there, too.
            let security = self.clone();
            let forgetting = async move {
                let Some(webhooks) = security.webhooks() else { return };
                if let Err(error) = webhooks.forget(&letter, security.letterbox()).await {
                    tracing::debug!(%error, "a letter to nobody waits for the background");
                }
            };
            tokio::spawn(forgetting.in_current_span());
        }
    }

    /// Posts an event to whom the settings name. What happens does not depend on that.
    pub(super) async fn publish(&self, event: &Event<'_>) {
        let Some(webhooks) = self.webhooks() else { return };
        let outcome = match webhooks.message(event, self.clock()) {
            Ok(None) => return,
            Ok(Some(message)) => {
                let security = self.clone();
                // A client that goes away takes no event with it.
                let telling = async move {
                    match security.webhooks() {
                        Some(webhooks) => webhooks.tell(&message, security.letterbox()).await,
                        None => Ok(()),
                    }
                };
                whole(tokio::spawn(telling.in_current_span()).await)
            }
            Err(error) => Err(error),
        };
        if let Err(error) = outcome {
            tracing::error!(event = event.name(), error = ?error, "an event is lost");
        }
    }
}

fn whole(joined: Result<Result<()>, tokio::task::JoinError>) -> Result<()> {
    joined.map_err(|error| Error::store("the sender died").caused_by(error)).flatten()
}
