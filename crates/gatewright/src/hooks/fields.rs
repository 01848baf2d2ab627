//! Fields that an application adds to forms.

/// One more field of a form: see [`Hooks::fields`](crate::Hooks::fields).
///
/// ```
/// use gatewright::hooks::ExtraField;
///
/// let company = ExtraField::text("company", "Company").required().autocomplete("organization");
/// let terms = ExtraField::checkbox("terms", "I accept the terms of use").required();
/// assert_eq!((company.name, terms.label), ("company", "I accept the terms of use"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExtraField {
    /// Its name in forms, JSON and events, and of the column that keeps it.
    pub name: &'static str,
    /// The key of a label in the catalogue, or the label itself.
    pub label: &'static str,
    /// What it takes.
    pub kind: FieldKind,
    /// It must be filled in, a box ticked.
    pub required: bool,
    /// What browsers fill in, as HTML names it (`organization`, `tel`, …).
    pub autocomplete: &'static str,
    /// The most characters of a text.
    pub most: usize,
    /// No account may have that value as one of its identities.
    pub free_identity: bool,
}

/// What a field takes, how browsers show it, and what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum FieldKind {
    /// A line of text, as typed.
    Text,
    /// An email address, normalised.
    Email,
    /// A phone number, in the form E.164. Needs the cargo feature `phone`.
    Phone,
    /// A whole number.
    Integer,
    /// A box: true if it is ticked.
    Checkbox,
}

impl ExtraField {
    /// A field of this kind that may be left empty.
    pub const fn new(name: &'static str, kind: FieldKind, label: &'static str) -> Self {
        let (required, free_identity) = (false, false);
        Self { name, label, kind, required, autocomplete: "off", most: 255, free_identity }
    }

    /// A line of text.
    pub const fn text(name: &'static str, label: &'static str) -> Self {
        Self::new(name, FieldKind::Text, label)
    }

    /// An email address.
    pub const fn email(name: &'static str, label: &'static str) -> Self {
        Self::new(name, FieldKind::Email, label).autocomplete("email")
    }

    /// A phone number. `us_phone_number` is kept in the column of that name.
    pub const fn phone(name: &'static str, label: &'static str) -> Self {
        Self::new(name, FieldKind::Phone, label).autocomplete("tel")
    }

    /// A whole number.
    pub const fn integer(name: &'static str, label: &'static str) -> Self {
        Self::new(name, FieldKind::Integer, label)
    }

    /// A box to tick.
    pub const fn checkbox(name: &'static str, label: &'static str) -> Self {
        Self::new(name, FieldKind::Checkbox, label)
    }

    /// It must be filled in; a box must be ticked.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// What browsers may fill in.
    #[must_use]
    pub const fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = token;
        self
    }

    /// Takes at most so many characters.
    #[must_use]
    pub const fn most(mut self, characters: usize) -> Self {
        self.most = characters;
        self
    }

    /// Refuses a value by which another account can be found already (`IDENTITY_ALREADY_ASSOCIATED`),
    /// whichever of `USER_IDENTITY_ATTRIBUTES` that is. The refusal tells that there is such an
    /// account, with generic answers, too.
    #[must_use]
    pub const fn free_identity(mut self) -> Self {
        self.free_identity = true;
        self
    }
}
