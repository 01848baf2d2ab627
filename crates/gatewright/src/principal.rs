//! Identities, needs and permissions: may this user do this to that object?

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::User;

/// One thing that a user may provide and a permission may ask for.
///
/// ```
/// use gatewright::Need;
/// let edit_post_7 = Need::item("edit", "post", "7");
/// assert_ne!(edit_post_7, Need::role("editor"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Need {
    /// To be this user, by `fs_uniquifier`.
    User(String),
    /// To have this role.
    Role(String),
    /// To have this permission through some role.
    Permission(String),
    /// To be allowed an action.
    Action(String),
    /// To be allowed an action on one object of a kind.
    Item {
        /// What is done: `edit`.
        action: String,
        /// The kind of object: `post`.
        kind: String,
        /// Which one: `7`.
        id: String,
    },
}

impl Need {
    /// To be this user.
    pub fn user(uniquifier: impl Into<String>) -> Self {
        Self::User(uniquifier.into())
    }

    /// To have this role.
    pub fn role(name: impl Into<String>) -> Self {
        Self::Role(name.into())
    }

    /// To have this permission through some role.
    pub fn permission(name: impl Into<String>) -> Self {
        Self::Permission(name.into())
    }

    /// To be allowed an action.
    pub fn action(name: impl Into<String>) -> Self {
        Self::Action(name.into())
    }

    /// To be allowed an action on one object.
    pub fn item(action: impl Into<String>, kind: impl Into<String>, id: impl Into<String>) -> Self {
        Self::Item { action: action.into(), kind: kind.into(), id: id.into() }
    }
}

/// What must, and what must not, be provided. Any one of the needs suffices; any one of the
/// excluded needs refuses. Without needs everybody passes who provides nothing excluded.
///
/// ```
/// use gatewright::{Need, Permission};
/// let edit = Permission::any([Need::role("editor"), Need::item("edit", "post", "7")]);
/// let not_banned = Permission::any([Need::role("banned")]).reverse();
/// let both = edit.union(&not_banned);
/// assert!(both.allows(&[Need::role("editor")].into()));
/// assert!(!both.allows(&[Need::role("editor"), Need::role("banned")].into()));
/// assert!(!both.allows(&[Need::role("reader")].into()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Permission {
    needs: HashSet<Need>,
    excludes: HashSet<Need>,
}

impl Permission {
    /// Any one of these needs suffices.
    pub fn any(needs: impl IntoIterator<Item = Need>) -> Self {
        Self { needs: needs.into_iter().collect(), excludes: HashSet::new() }
    }

    /// Refuses whoever provides one of these.
    #[must_use]
    pub fn excluding(mut self, needs: impl IntoIterator<Item = Need>) -> Self {
        self.excludes.extend(needs);
        self
    }

    /// The needs and exclusions of both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self {
            needs: self.needs.union(&other.needs).cloned().collect(),
            excludes: self.excludes.union(&other.excludes).cloned().collect(),
        }
    }

    /// The needs and exclusions of this one that the other has not.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        Self {
            needs: self.needs.difference(&other.needs).cloned().collect(),
            excludes: self.excludes.difference(&other.excludes).cloned().collect(),
        }
    }

    /// What was needed is excluded, and the other way round.
    #[must_use]
    pub fn reverse(&self) -> Self {
        Self { needs: self.excludes.clone(), excludes: self.needs.clone() }
    }

    /// True if every need and exclusion of this one is among the other's.
    pub fn is_subset(&self, other: &Self) -> bool {
        self.needs.is_subset(&other.needs) && self.excludes.is_subset(&other.excludes)
    }

    /// Whether somebody who provides these may pass.
    pub fn allows(&self, provided: &HashSet<Need>) -> bool {
        let needed = self.needs.is_empty() || !self.needs.is_disjoint(provided);
        needed && self.excludes.is_disjoint(provided)
    }
}

/// A user together with everything they provide.
#[derive(Debug, Clone)]
pub struct Identity {
    user: Arc<User>,
    provides: HashSet<Need>,
}

impl Identity {
    /// The user with the needs that follow from roles and permissions.
    pub fn new(user: Arc<User>) -> Self {
        let mut provides = HashSet::from([Need::user(&user.uniquifier)]);
        for role in user.roles.iter() {
            provides.insert(Need::role(&role.name));
            provides.extend(role.permissions.iter().map(Need::permission));
        }
        Self { user, provides }
    }

    /// Adds what the application knows beside roles.
    pub fn provide(&mut self, needs: impl IntoIterator<Item = Need>) {
        self.provides.extend(needs);
    }

    /// The user.
    pub fn user(&self) -> &Arc<User> {
        &self.user
    }

    /// Everything that is provided.
    pub fn provides(&self) -> &HashSet<Need> {
        &self.provides
    }

    /// Whether this identity may pass.
    pub fn can(&self, permission: &Permission) -> bool {
        permission.allows(&self.provides)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Role, UserId};

    fn identity() -> Identity {
        let mut user = User::new(UserId::Int(1), "joe@lp.com", "3f0c");
        let permissions = vec!["read".to_owned(), "write".to_owned()];
        let editor = Role {
            id: 1,
            name: "editor".to_owned(),
            description: None,
            permissions,
            update_datetime: None,
        };
        user.roles = vec![editor];
        Identity::new(Arc::new(user))
    }

    #[test]
    fn an_identity_provides_itself_its_roles_and_their_permissions() {
        let expected = HashSet::from([
            Need::user("3f0c"),
            Need::role("editor"),
            Need::permission("read"),
            Need::permission("write"),
        ]);
        assert_eq!(identity().provides(), &expected);
    }

    #[test]
    fn one_need_suffices_and_one_exclusion_forbids() {
        let mut joe = identity();
        let editors = Permission::any([Need::role("editor"), Need::role("admin")]);
        assert!(joe.can(&editors));
        assert!(!joe.can(&Permission::any([Need::role("Editor")])), "names are exact");
        assert!(!joe.can(&editors.clone().excluding([Need::permission("write")])));
        assert!(joe.can(&Permission::default()), "who asks nothing lets everybody pass");
        let seven = Permission::any([Need::item("edit", "post", "7")]);
        assert!(!joe.can(&seven));
        joe.provide([Need::item("edit", "post", "7")]);
        assert!(joe.can(&seven));
        assert!(!joe.can(&seven.reverse()));
    }

    #[test]
    fn permissions_are_sets() {
        let (a, b) = (Permission::any([Need::role("a")]), Permission::any([Need::role("b")]));
        let both = a.union(&b);
        assert!(a.is_subset(&both) && b.is_subset(&both) && !both.is_subset(&a));
        assert_eq!(both.difference(&b), a);
        assert_eq!(a.reverse().reverse(), a);
    }
}
