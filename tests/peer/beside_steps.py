"""What the conversations of `beside.py` are made of.

A step is a request: `method`, `path`, `form` or `json` (or `raw`), `headers`, `tab` (a browser of its own); or `sql`,
done on both sides. `{link:reset}` is the path of the last mailed link with `/reset/`, `{token:reset}` its token,
`{csrf:a}` the token of the last page in the tab `a`, `{auth:a}` that of its last sign-in.
"""

from datetime import timedelta

JSON = {"Accept": "application/json"}
PAST = timedelta(seconds=-1)
V = {"views": {
    "SECURITY_POST_LOGIN_VIEW": "/post_login", "SECURITY_POST_REGISTER_VIEW": "/post_register",
    "SECURITY_POST_CONFIRM_VIEW": "/post_confirm", "SECURITY_CONFIRM_ERROR_VIEW": "/confirm-error",
    "SECURITY_POST_RESET_VIEW": "/post_reset", "SECURITY_POST_CHANGE_VIEW": "/post_change",
    "SECURITY_POST_CHANGE_EMAIL_VIEW": "/post_change_email", "SECURITY_CHANGE_EMAIL_ERROR_VIEW": "/change-email-error",
    "SECURITY_POST_CHANGE_USERNAME_VIEW": "/post_change_username",
}}
SPA = {
    "SECURITY_REDIRECT_BEHAVIOR": "spa", "SECURITY_REDIRECT_HOST": "localhost:8081",
    "SECURITY_LOGIN_ERROR_VIEW": "/login-error", "SECURITY_CONFIRM_ERROR_VIEW": "/confirm-error?a=b",
    "SECURITY_POST_CONFIRM_VIEW": "/confirm-redirect", "SECURITY_RESET_ERROR_VIEW": "/reset-error",
    "SECURITY_RESET_VIEW": "/reset-redirect", "SECURITY_CHANGE_EMAIL_ERROR_VIEW": "/change-email-error",
    "SECURITY_POST_CHANGE_EMAIL_VIEW": "/change-email-redirect", "SECURITY_POST_RESET_VIEW": "/post_reset",
}
SPA_LOGIN = {**SPA, "SECURITY_POST_LOGIN_VIEW": "/login-redirect"}
GENERIC = {"SECURITY_RETURN_GENERIC_RESPONSES": True}
NAMES = {"SECURITY_USERNAME_ENABLE": True, "SECURITY_USER_IDENTITY_ATTRIBUTES": [
    {"email": {"mapper": "uia_email_mapper", "case_insensitive": True}},
    {"username": {"mapper": "uia_username_mapper", "case_insensitive": True}}]}
NEW = {"password": "battery staple", "password_confirm": "battery staple"}
OLD = {"password": "password", "new_password": "battery staple", "new_password_confirm": "battery staple"}
LOCKED = {"locked_users": {"gal@lp.com": "You are locked"}}


def on(*features, **more):
    return {**{f"SECURITY_{feature}": True for feature in features}, **more}


def get(path, **more):
    return {"path": path, **more}


def post(path, form, **more):
    return {"method": "POST", "path": path, "form": form, **more}


def sent(path, body, **more):
    return {"method": "POST", "path": path, "json": body, **more}


def both(path, form, **more):
    """As JSON, then as a form."""
    return [sent(path, form, **more), post(path, form, **more)]


def login(who="matt@lp.com", password="password", **more):
    return post("/login", {"email": who, "password": password}, **more)


def case(name, settings, *steps, own=None):
    flat = []
    for step in steps:
        flat += step if isinstance(step, list) else [step]
    if "SECURITY_REDIRECT_HOST" in settings:
        # The reference cannot answer a form's sign-in then.
        flat = [sent(one["path"], one["form"], tab=one["tab"]) if "password" in one.get("form", {})
                and one["path"] == "/login" else one for one in flat]
    return {"name": name, "settings": settings, "steps": flat, "own": own or {}}


def head(path, **more):
    return {"method": "HEAD", "path": path, **more}


def raw(path, body, kind, **more):
    headers = {"Content-Type": kind, **more.pop("headers", {})} if kind else more.pop("headers", {})
    return {"method": "POST", "path": path, "raw": body, "headers": headers, **more}


def signed(who="matt@lp.com", tab="m"):
    """Signs in as JSON, for a token that `{auth:TAB}` gives."""
    return sent("/login?include_auth_token", {"email": who, "password": "password"}, tab=tab)


def token(tab="m"):
    return {"Authentication-Token": f"{{auth:{tab}}}"}


def named(names):
    new = {"password": "battery staple", "password_confirm": "battery staple"}
    steps = []
    for index, name in enumerate(names):
        steps += [sent("/register", {**new, "email": f"j{index}@lp.com", "username": name}, tab=f"j{index}"),
                  post("/register", {**new, "email": f"f{index}@lp.com", "username": name or ""}, tab=f"f{index}")]
    return steps


REG = on("REGISTERABLE")
CONF = on("REGISTERABLE", "CONFIRMABLE")
ALL = on("REGISTERABLE", "CONFIRMABLE", "RECOVERABLE", "CHANGEABLE", "CHANGE_EMAIL", "CHANGE_USERNAME", "USERNAME_RECOVERY")
