"""The reference's side of `beside.py`: the application that `examples/conformance` is a counterpart of."""

from datetime import datetime

import flask
import flask_principal
from flask import Flask, render_template_string
from flask_security import MailUtil, Security, SQLAlchemyUserDatastore, auth_required, hash_password, signals
from flask_security.models import fsqla_v4 as fsqla
from flask_sqlalchemy import SQLAlchemy
from jinja2 import DictLoader, ChoiceLoader

SETTINGS = {
    "SECURITY_PASSWORD_SALT": "salty",
    "SECURITY_PASSWORD_HASH": "plaintext",
    "SECURITY_HASHING_SCHEMES": ["hex_md5"],
    "SECURITY_DEPRECATED_HASHING_SCHEMES": [],
    "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
    "WTF_CSRF_ENABLED": False,
}

# Address, username, password, active, confirmed.
USERS = [
    ("matt@lp.com", "matt", "password", True, True),
    ("joe@lp.com", "joey", "password", True, True),
    ("dave@lp.com", None, "password", True, False),
    ("gal@lp.com", "gal2", "password", True, True),
    ("tiya@lp.com", "tiya", "password", False, True),
    ("jess@lp.com", "jess", None, True, True),
]

PAGE = """{% with m = get_flashed_messages(with_categories=true) %}{% if m %}<ul class="flashes">
{% for c, t in m %}<li class="{{ c }}">{{ t }}</li>{% endfor %}</ul>{% endif %}{% endwith %}<p>{{ content }}</p>"""

COMMON = "Email:{{ user.email or '' }}\nToken:{{ %s or '' }}\nRegisterBlueprint:True\n"
MAILS = {
    "security/email/login_instructions.txt": "Link:{{ login_link }}\n" + COMMON % "login_token",
    "security/email/welcome.txt": "Link:{{ confirmation_link or '' }}\n" + COMMON % "confirmation_token",
    "security/email/welcome_existing.txt": (
        "Email:{{ user.email }}\nUser:{{ user.username or '' }}\nRegisterBlueprint:True\n"
        "ResetLink:{{ reset_link or '' }}\nResetToken:{{ reset_token or '' }}\n"
        "ConfirmationLink:{{ confirmation_link or '' }}\nConfirmationToken:{{ confirmation_token or '' }}\n"
    ),
}
for name, link, token, more in (
    ("confirmation_instructions", "confirmation_link", "confirmation_token", ""),
    ("change_email_instructions", "link", "token", ""),
    ("reset_instructions", "reset_link", "reset_token", "SecurityConfig:{{ config['SECURITY_RESET_URL'] }}\n"),
):
    MAILS[f"security/email/{name}_test.txt"] = (
        f"Link:{{{{ {link} }}}}\n" + COMMON % token + more
        + "Within:{{ within }}\n{% include 'security/email/" + name + ".txt' %}"
    )
    MAILS[f"security/email/{name}_test.html"] = "{% include 'security/email/" + name + ".html' %}"


def make(side, database, case):
    app = Flask(__name__)
    app.config.update(SETTINGS)
    app.config.update(SECRET_KEY="secret", SQLALCHEMY_DATABASE_URI=f"sqlite:///{database}", TESTING=False)
    app.config.update(case.get("settings", {}))
    app.jinja_loader = ChoiceLoader([DictLoader(MAILS)])
    if app.config.get("CSRF_PROTECT"):
        from flask_wtf import CSRFProtect

        CSRFProtect(app)
    db = SQLAlchemy(app)
    fsqla.FsModels.set_db_info(db)
    locked = case.get("own", {}).get("locked_users", {})

    class Role(db.Model, fsqla.FsRoleMixin):
        pass

    class User(db.Model, fsqla.FsUserMixin):
        security_number = db.Column(db.Integer, unique=True)

        def is_locked(self, form_error=None):
            text = locked.get(self.email)
            if text and form_error is not None:
                form_error.append(text)
            return bool(text)

        def get_security_payload(self):
            return {"email": str(self.email), "last_update": self.update_datetime}

    class WebAuthn(db.Model, fsqla.FsWebAuthnMixin):
        pass

    class FsRefreshTracker(db.Model, fsqla.FsRefreshTrackerMixin):
        pass

    class Mails(MailUtil):
        def send_mail(self, template, subject, recipient, sender, body, html, **context):
            side.mail(recipient, str(sender), str(subject), body, html)

    datastore = SQLAlchemyUserDatastore(db, User, Role, WebAuthn, FsRefreshTracker)
    app.security = Security(app, datastore, mail_util_cls=Mails)
    with app.app_context():
        db.create_all()
        for address, username, password, active, confirmed in USERS:
            datastore.create_user(
                email=address, username=username, active=active,
                password=password and hash_password(password),
                confirmed_at=datetime(2026, 1, 1) if confirmed else None,
            )
        datastore.commit()
    routes(app)
    listen(app, side)
    return app


def routes(app):
    def shown(path, name, content, *guards):
        def view():
            return render_template_string(PAGE, content=content)

        for guard in guards:
            view = guard(view)
        app.add_url_rule(path, name, view)

    shown("/", "index", "Home Page")
    app.add_url_rule("/page1", "page_1", lambda: "Page 1")
    shown("/profile", "profile", "Profile Page", auth_required())
    for name in ("post_register", "post_confirm", "post_reset", "post_change_username"):
        shown(f"/{name}", name, name)


NAMES = [
    "user_authenticated", "user_unauthenticated", "user_failed_authn", "user_registered", "user_not_registered",
    "user_confirmed", "confirm_instructions_sent", "login_instructions_sent", "password_reset", "password_changed",
    "reset_password_instructions_sent", "change_email_instructions_sent", "change_email_confirmed",
    "username_recovery_email_sent", "username_changed", "refresh_tracker_created", "refresh_tracker_revoked",
]
SHOWN = {
    "user": ("id", "email", "fs_uniquifier"),
    "refresh_tracker": ("id", "refresh_family", "gen", "user_id"),
}
# Former names of what is sent under a newer one, too.
LEFT_OUT = {"confirm_token", "reset_token", "_async_wrapper"}
TWICE = {"confirm_instructions_sent": {"confirmation_token"}}


def listen(app, side):
    kept = app.extensions.setdefault("beside", [])

    def hear(name):
        def heard(_, **carried):
            event = {"event": name}
            for key, value in carried.items():
                if key not in LEFT_OUT and key not in TWICE.get(name, ()):
                    event[key] = shown(value, SHOWN[key]) if key in SHOWN else value
            side.events.append(plain(event))

        kept.append(heard)
        return heard

    for name in NAMES:
        getattr(signals, name).connect(hear(name), app)

    def flashed(_, message, category, **__):
        side.events.append({"event": "message_flashed", "message": str(message), "category": category})

    def changed(_, identity, **__):
        side.events.append({"event": "identity_changed", "identity": identity.id})

    kept += [flashed, changed]
    flask.message_flashed.connect(flashed, app)
    flask_principal.identity_changed.connect(changed, app)


def shown(row, columns):
    return row and {column: getattr(row, column) for column in columns}


def plain(value):
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)
