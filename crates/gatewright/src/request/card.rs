//! What a feature shows on the page of one's own account.

/// A card of the account page. Titles and labels are keys of the catalogue.
#[derive(Debug, Clone)]
pub(crate) struct Card {
    /// What programs call it.
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    /// One line about how it stands, in the reader's language.
    pub(crate) text: String,
    /// The endpoint where it is changed, and the label of the link there.
    pub(crate) link: (&'static str, &'static str),
}
