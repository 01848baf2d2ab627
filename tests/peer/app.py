"""A small application on the real Flask-Security, to be signed in to from the other side.

    python app.py DATABASE [--csrf] [--behind-proxy] [--config JSON]

Serves on a loopback port that the system chooses and prints one line, `READY http://127.0.0.1:PORT`.
Ends when its standard input does, so it never outlives the test that started it.

Beside the endpoints of Flask-Security itself there are two routes to be guarded (`/whoami`,
`/admin`) and, under `/peer/`, what a test must be able to arrange or to ask; see README.md.
Everything secret in here is made up and public.
"""

import argparse
import json
import os
import sys
import threading
from datetime import datetime, timezone

from flask import Flask, jsonify, request, session
from flask_security import (
    MailUtil,
    Security,
    SQLAlchemyUserDatastore,
    auth_required,
    current_user,
    hash_password,
    roles_required,
    verify_password,
)
from flask_security.core import _get_pwd_context
from flask_security.decorators import get_request_attr
from flask_security.models import fsqla_v4 as fsqla
from flask_sqlalchemy import SQLAlchemy
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.serving import make_server

SETTINGS = {
    "SECRET_KEY": "a peer secret that is long enough to be no warning",
    "SECURITY_PASSWORD_SALT": "146585145368132386173505678016728509634",
    "SECURITY_TRACKABLE": True,
    "SECURITY_USERNAME_ENABLE": True,
    "SECURITY_REGISTERABLE": True,
    "SECURITY_SEND_REGISTER_EMAIL": False,
    "SECURITY_USE_REGISTER_V2": True,
    "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
    "SECURITY_TOKEN_MAX_AGE": 3600,
    "SECURITY_REFRESH_TOKEN": True,
    "SECURITY_REFRESH_TOKEN_COOKIE_NAME": None,
    # Cheap hashes: the formats are under test, not the costs.
    "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": {
        "argon2__time_cost": 1,
        "argon2__memory_cost": 64,
        "argon2__parallelism": 1,
        "bcrypt__rounds": 4,
        "pbkdf2_sha256__rounds": 100,
        "pbkdf2_sha512__rounds": 100,
        "sha256_crypt__rounds": 1000,
        "sha512_crypt__rounds": 1000,
    },
}


class KeptMails(MailUtil):
    """Sends nothing: the links are what a test wants to have."""

    sent = []

    def send_mail(self, template, subject, recipient, sender, body, html, **context):
        links = {key: value for key, value in context.items() if key.endswith("_link")}
        self.sent.append({"to": recipient, "template": template, "links": links})


def make_app(database, settings, behind_proxy=False):
    app = Flask(__name__)
    if behind_proxy:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)
    app.config.update(SETTINGS)
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///" + os.path.abspath(database)
    app.config.update(settings)

    db = SQLAlchemy(app)
    fsqla.FsModels.set_db_info(db)

    class Role(db.Model, fsqla.FsRoleMixin):
        pass

    class User(db.Model, fsqla.FsUserMixin):
        pass

    class WebAuthn(db.Model, fsqla.FsWebAuthnMixin):
        pass

    class FsRefreshTracker(db.Model, fsqla.FsRefreshTrackerMixin):
        pass

    datastore = SQLAlchemyUserDatastore(db, User, Role, WebAuthn, FsRefreshTracker)
    app.security = Security(app, datastore, mail_util_cls=KeptMails)
    with app.app_context():
        db.create_all()

    guarded_routes(app)
    peer_routes(app, db, datastore)
    return app


def guarded_routes(app):
    @app.after_request
    def name_the_side(response):
        response.headers["X-Side"] = "flask"
        return response

    @app.get("/whoami")
    @auth_required("session", "token", "basic")
    def whoami():
        return jsonify(
            email=current_user.email,
            via=get_request_attr("fs_authn_via"),
            roles=sorted(role.name for role in current_user.roles),
        )

    @app.get("/admin")
    @auth_required("session", "token")
    @roles_required("admin")
    def admin():
        return jsonify(email=current_user.email)


def peer_routes(app, db, datastore):
    def hashed(password, scheme):
        before = app.config["SECURITY_PASSWORD_HASH"]
        app.config["SECURITY_PASSWORD_HASH"] = scheme or before
        app.security.pwd_context = _get_pwd_context(app)
        try:
            return hash_password(password)
        finally:
            app.config["SECURITY_PASSWORD_HASH"] = before
            app.security.pwd_context = _get_pwd_context(app)

    @app.post("/peer/users")
    def create_user():
        """{email, password, scheme?, username?, active?, roles?: {name: [permission]}}"""
        asked = request.get_json()
        user = datastore.create_user(
            email=asked["email"],
            username=asked.get("username"),
            password=hashed(asked["password"], asked.get("scheme")),
            active=asked.get("active", True),
            confirmed_at=datetime.now(timezone.utc).replace(tzinfo=None),
        )
        for name, permissions in asked.get("roles", {}).items():
            role = datastore.find_or_create_role(name, permissions=set(permissions))
            datastore.add_role_to_user(user, role)
        datastore.commit()
        return jsonify(uniquifier=user.fs_uniquifier, password=user.password)

    @app.get("/peer/users/<email>")
    def show_user(email):
        db.session.expire_all()
        user = datastore.find_user(email=email)
        if user is None:
            return jsonify(error="no such user"), 404
        return jsonify(
            email=user.email,
            username=user.username,
            uniquifier=user.fs_uniquifier,
            password=user.password,
            active=user.active,
            login_count=user.login_count,
            current_login_at=user.current_login_at and user.current_login_at.isoformat(),
            roles={r.name: sorted(r.permissions or []) for r in user.roles},
        )

    @app.post("/peer/users/<email>/active")
    def set_active(email):
        """{active}"""
        user = datastore.find_user(email=email)
        user.active = request.get_json()["active"]
        datastore.commit()
        return jsonify(active=user.active)

    @app.post("/peer/hash")
    def make_hash():
        """{password, scheme}"""
        asked = request.get_json()
        return jsonify(hash=hashed(asked["password"], asked["scheme"]))

    @app.post("/peer/verify")
    def check_hash():
        """{password, hash}"""
        asked = request.get_json()
        return jsonify(good=bool(verify_password(asked["password"], asked["hash"])))

    @app.post("/peer/token")
    def auth_token():
        """{email}"""
        user = datastore.find_user(email=request.get_json()["email"])
        return jsonify(token=user.get_auth_token())

    @app.get("/peer/mails")
    def mails():
        """What would have been mailed so far: {to, template, links}."""
        return jsonify(mails=KeptMails.sent)

    @app.get("/peer/session")
    def show_session():
        """What this side reads in the session cookie that came with the request."""
        return jsonify(session={k: v for k, v in session.items() if k != "_flashes"})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("database")
    parser.add_argument("--csrf", action="store_true", help="forms check their token")
    parser.add_argument("--behind-proxy", action="store_true", help="believe X-Forwarded-…")
    parser.add_argument("--config", default="{}", help="further settings as JSON")
    options = parser.parse_args()

    settings = {"WTF_CSRF_ENABLED": options.csrf}
    settings.update(json.loads(options.config))
    app = make_app(options.database, settings, options.behind_proxy)
    server = make_server("127.0.0.1", 0, app, threaded=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"READY http://127.0.0.1:{server.port}", flush=True)
    sys.stdin.read()
    server.shutdown()


if __name__ == "__main__":
    main()
