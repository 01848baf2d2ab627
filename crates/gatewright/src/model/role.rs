use jiff::civil::DateTime;

/// A role: a name, and the permissions that everyone who has it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The primary key.
    pub id: i64,
    /// The unique name.
    pub name: String,
    /// A text for people.
    pub description: Option<String>,
    /// The permissions as stored: in order, with repetitions. Empty if the column is NULL or absent.
    pub permissions: Vec<String>,
    /// When the row was last written, UTC.
    pub update_datetime: Option<DateTime>,
}

impl Role {
    /// True if the role holds the permission; the comparison is exact.
    pub fn has_permission(&self, permission: &str) -> bool {
        self.permissions.iter().any(|held| held == permission)
    }
}

/// A role that is about to be created.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct NewRole {
    /// The unique name.
    pub name: String,
    /// A text for people.
    pub description: Option<String>,
    /// The permissions; `None` stores NULL. A comma inside one splits it when it is read again.
    pub permissions: Option<Vec<String>>,
}

impl NewRole {
    /// A role without description and permissions.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// With a text for people.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// With one permission more.
    #[must_use]
    pub fn permission(mut self, name: impl Into<String>) -> Self {
        self.permissions.get_or_insert_default().push(name.into());
        self
    }
}
