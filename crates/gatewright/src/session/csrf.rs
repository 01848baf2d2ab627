//! The CSRF token of a session: one raw value in the session, a signed token for each request.

use crate::error::Result;
use crate::random;
use crate::request::cx::Cx;

impl Cx {
    /// The token that forms and headers of this session must carry; made at the first need.
    ///
    /// # Errors
    /// The system has no randomness to give.
    pub fn csrf_token(&self) -> Result<String> {
        if let Some(token) = self.state().csrf().token.clone() {
            return Ok(token);
        }
        let raw = self.csrf_raw()?;
        let token = self.security().keys().csrf.token(&raw, self.clock().unix());
        self.state().csrf().token = Some(token.clone());
        Ok(token)
    }

    /// The raw value in the session.
    pub(crate) fn csrf_raw(&self) -> Result<String> {
        let key = &self.config().csrf.field_name;
        if let Some(raw) = self.session().text(key) {
            return Ok(raw);
        }
        let raw = random::hex40()?;
        self.session().set_text(key, &raw);
        Ok(raw)
    }
}
