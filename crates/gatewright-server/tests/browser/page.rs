//! What a person does with a page.

use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::Value;

/// Generous: the machine may be busy, and hashing a password takes its time.
const PATIENCE: Duration = Duration::from_secs(15);

pub(crate) struct Page<'a>(pub(crate) &'a Client);

impl Page<'_> {
    /// Waits until the page of this name is there.
    pub(crate) async fn is(&self, name: &str) {
        self.has(&format!("body[data-page={name}]")).await;
    }

    pub(crate) async fn has(&self, css: &str) -> Element {
        match self.0.wait().at_most(PATIENCE).for_element(Locator::Css(css)).await {
            Ok(element) => element,
            Err(error) => {
                let source = self.0.source().await.unwrap_or_default();
                panic!("no `{css}` ({error}) in:\n{source}")
            }
        }
    }

    pub(crate) async fn has_no(&self, css: &str) {
        let found = self.0.find_all(Locator::Css(css)).await.unwrap();
        assert!(found.is_empty(), "there is a `{css}`");
    }

    pub(crate) async fn fill(&self, id: &str, text: &str) {
        let field = self.has(&format!("input#{id}")).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    pub(crate) async fn click(&self, css: &str) {
        self.has(css).await.click().await.unwrap();
    }

    pub(crate) async fn text(&self, css: &str) -> String {
        self.has(css).await.text().await.unwrap()
    }

    /// Keys to whatever has the focus.
    pub(crate) async fn keys(&self, keys: &str) {
        self.0.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    /// Goes on with the tabulator until the focus is there, as somebody without a mouse does.
    pub(crate) async fn tab_to(&self, css: &str) {
        let script = format!("return document.activeElement.matches({css:?})");
        for _ in 0..20 {
            if self.value(&script).await == true {
                return;
            }
            self.keys("\u{e004}").await;
        }
        panic!("the tabulator does not reach `{css}`");
    }

    pub(crate) async fn value(&self, script: &str) -> Value {
        self.0.execute(script, vec![]).await.unwrap()
    }
}
