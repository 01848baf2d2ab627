//! Messages for the next page.

use gatewright_wire::flask::session::{Tagged, decode, encode};

use crate::error::Result;
use crate::event::Event;
use crate::request::cx::Cx;
use crate::session::FLASHES;

/// Enough for every honest page; a client that collects more loses the oldest.
const MOST: usize = 20;

/// Keeps a message for the next page that is rendered; nothing if flashing is off.
pub(crate) async fn flash(cx: &Cx, category: &str, text: &str) -> Result<()> {
    if !cx.config().core.flash_messages {
        return Ok(());
    }
    let mut all = kept(cx);
    all.push((category.to_owned(), text.to_owned()));
    let skip = all.len().saturating_sub(MOST);
    let list = all
        .into_iter()
        .skip(skip)
        .map(|(category, text)| Tagged::Tuple(vec![Tagged::Text(category), Tagged::Text(text)]));
    let json = encode(&Tagged::List(list.collect()));
    cx.session().set_raw(FLASHES, &json)?;
    cx.announce(Event::MessageFlashed { message: text, category }).await;
    Ok(())
}

impl Cx {
    /// Takes the messages that were kept for the next page: category and text of each. Asked again
    /// in one request, it answers the same.
    pub fn flashes(&self) -> Vec<(String, String)> {
        take(self)
    }
}

/// Takes the messages out of the session; asked again in one request, it answers the same.
pub(crate) fn take(cx: &Cx) -> Vec<(String, String)> {
    let taken = cx.state().outgoing().flashed.clone();
    if !taken.is_empty() {
        return taken;
    }
    let all = kept(cx);
    if cx.session().has(FLASHES) {
        cx.session().remove(FLASHES);
    }
    cx.state().outgoing().flashed.clone_from(&all);
    all
}

fn kept(cx: &Cx) -> Vec<(String, String)> {
    let Some(raw) = cx.session().raw(FLASHES) else { return Vec::new() };
    let Ok(Tagged::List(list)) = decode(&raw) else { return Vec::new() };
    list.into_iter().filter_map(pair).collect()
}

fn pair(item: Tagged) -> Option<(String, String)> {
    let (Tagged::Tuple(mut parts) | Tagged::List(mut parts)) = item else { return None };
    let text = parts.pop()?;
    let category = parts.pop()?;
    match (category, text) {
        (Tagged::Text(category), Tagged::Text(text) | Tagged::Markup(text)) => {
            Some((category, text))
        }
        _ => None,
    }
}
