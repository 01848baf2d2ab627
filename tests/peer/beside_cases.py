"""The flows of `beside.py`, from the first request to the last."""

from datetime import timedelta

from beside_steps import (
    CONF, GENERIC, JSON, LOCKED, NAMES, NEW, PAST, REG, SPA, SPA_LOGIN, V, both, case, get, login, named, on, post, sent,
)

ADDRESSES = ["matt@lp.com", "dave@lp.com", "gal@lp.com", "tiya@lp.com", "jess@lp.com", "JOE@lp.com", "nobody@lp.com",
             "", " ", "no-address", "a@b", "joe@lp.com ", "x@localhost"]


def asked(path, **more):
    """Every kind of address, as JSON and as a form, and no or wrong bodies."""
    steps = [step for address in ADDRESSES for step in both(path, {"email": address}, **more)]
    steps += [sent(path, body, **more) for body in ({}, {"email": None}, {"email": ["joe@lp.com", "x"]}, {"email": 7},
                                                    {"email": {"a": 1}}, {"email": "joe@lp.com", "next": "//evil.com"})]
    steps += [get(path, **more), get(path, headers=JSON, **more), get(path + "?email=joe@lp.com", **more),
              post(path, {}, **more), {"method": "HEAD", "path": path, **more},
              {"method": "OPTIONS", "path": path, **more}, {"method": "PUT", "path": path, **more},
              post(path, {"email": "joe@lp.com"}, headers=JSON, **more)]
    return steps


def registrations(fields):
    new = {"email": "new@lp.com", "password": "battery staple", "password_confirm": "battery staple", **fields}
    variants = [
        {"email": "matt@lp.com"}, {"email": "MATT@LP.COM"}, {"email": ""}, {"email": " "}, {"email": "bogus"},
        {"password": ""}, {"password": "        ", "password_confirm": "        "}, {"password_confirm": "other words"},
        {"password_confirm": ""}, {"password": "short", "password_confirm": "short"},
        {"email": "matt@lp.com", "password": "short", "password_confirm": "short"},
        {"email": "bogus", "password": "short", "password_confirm": "shorter"}, {"next": "http://evil.com/"}, {"password": "x" * 129, "password_confirm": "x" * 129},
    ]
    steps = [get("/register"), get("/register", headers=JSON), get("/register?next=/page1")]
    for index, variant in enumerate(variants):
        steps += both("/register", {**new, **variant}, tab=f"v{index}")
    steps += [sent("/register", {}, tab="e"), post("/register", {}, tab="e"),
              sent("/register", {**new, "password": 7}, tab="e"), sent("/register", {**new, "email": None}, tab="e"),
              sent("/register", {**new, "email": "Json@LP.com", "next": "/page1", "active": False}, tab="j"),
              get("/register", tab="j"), get("/register", tab="j", headers=JSON), sent("/register", new, tab="j"),
              get("/", tab="j"), post("/register", {**new, "email": "form@lp.com", "next": "/page1"}, tab="f"),
              get("/", tab="f"), get("/profile", tab="f"),
              post("/register?next=/page1", {**new, "email": "form2@lp.com"}, tab="g"),
              sent("/register?include_auth_token", {**new, "email": "tok@lp.com"}, tab="t")]
    return steps


TAKEN = [
    step for index, (address, name) in enumerate([
        ("matt@lp.com", "matt"), ("matt@lp.com", "joey"), ("matt@lp.com", "fresh"), ("new@lp.com", "JOEY"),
        ("dave@lp.com", "fresh"), ("tiya@lp.com", "fresh"), ("gal@lp.com", ""), ("jess@lp.com", "jess"),
        ("matt@lp.com", "no!")])
    for step in both("/register", {"email": address, "username": name, "password": "battery staple",
                                   "password_confirm": "battery staple"}, tab=f"t{index}")
]
USERNAMES = ["fresh", "  trimmed  ", "matt", "MATT", "abc", "x" * 33, "no!way", "<b>bold</b>", "a&bcd", "    ", "", None,
             "éclairé", "１２３４", "tab\tname", 7]

LINKS = ["{link:confirm}", "/confirm/bogus", "/confirm/a.b.c"]


def confirm_flow():
    return [
        sent("/register", {"email": "new@lp.com", **NEW}, tab="r"), login("new@lp.com", "battery staple", tab="r"),
        get("{link:confirm}", tab="r"), get("/login", tab="r"), get("{link:confirm}", tab="r"), get("/confirm", tab="r"),
        login("new@lp.com", "battery staple", tab="r"), get("/", tab="r"),
        post("/confirm", {"email": "dave@lp.com"}, tab="d"), get("/confirm/bogus", tab="d"), get("/", tab="d"),
        login(tab="m"), get("{link:confirm}", tab="m"), get("/profile", tab="m"), get("{link:confirm}", tab="m"),
        {"sql": "UPDATE user SET confirmed_at = NULL WHERE id IN (3, 5)"},
        sent("/confirm", {"email": "dave@lp.com"}, tab="d"), get("{link:confirm}", tab="d", headers=JSON),
        {"sql": "UPDATE user SET confirmed_at = NULL WHERE id = 3"},
        sent("/confirm", {"email": "dave@lp.com"}, tab="d"), {"sql": "UPDATE user SET email = 'd2@lp.com' WHERE id = 3"},
        get("{link:confirm}", tab="d"), get("/confirm/{token:confirm}x", tab="d"),
        post("/confirm/bogus", {}, tab="d", headers=JSON), sent("/confirm/bogus", {}, tab="d"),
    ]


def expired(path, kind, *after):
    return [post(path, {"email": "dave@lp.com" if kind == "confirm" else "matt@lp.com"}, tab="x"),
            get(f"{{link:{kind}}}", tab="x"), get("/", tab="x"), get(f"{{link:{kind}}}", tab="x", headers=JSON), *after]


def reset_flow():
    ask = [post("/reset", {"email": "joe@lp.com"}, tab="r")]
    return [
        *ask, get("{link:reset}", tab="r"), get("{link:reset}", tab="r", headers=JSON),
        *both("{link:reset}", {"password": "short", "password_confirm": "short"}, tab="r"),
        *both("{link:reset}", {"password": "battery staple", "password_confirm": "other staple"}, tab="r"),
        *both("{link:reset}", {}, tab="r"), sent("{link:reset}", {"password": 7, "password_confirm": 7}, tab="r"),
        *both("/reset/bogus", NEW, tab="b"), get("/reset/bogus", tab="b"), get("/reset", tab="b"),
        login("joe@lp.com", tab="old"), get("/profile", tab="old"),
        post("{link:reset}", NEW, tab="r"), get("/login", tab="r"), get("/profile", tab="old"),
        *both("{link:reset}", NEW, tab="r"), get("{link:reset}", tab="r"), get("/reset", tab="r"),
        login("joe@lp.com", "battery staple", tab="r"), get("/", tab="r"),
        sent("/reset", {"email": "joe@lp.com"}, tab="r"), sent("{link:reset}", NEW, tab="r"), get("/profile", tab="r"),
        login(tab="m"), sent("/reset", {"email": "joe@lp.com"}, tab="m"), get("/reset", tab="m"),
        post("{link:reset}", NEW, tab="m"), get("/profile", tab="m"),
        sent("/reset", {"email": "jess@lp.com"}, tab="j"), sent("{link:reset}?include_auth_token", NEW, tab="j"),    ]


def change_flow():
    def change(old, new, again=None, **more):
        return {"password": old, "new_password": new, "new_password_confirm": new if again is None else again}

    bad = [change("password", "battery staple", "other"), change("wrong", "battery staple"), change("", "battery staple"),
           change("password", "password"), change("password", "short"), change("wrong", "short"), change("password", ""),
           change("", ""), change("password", " " * 9), {}, change("password", "x" * 129)]
    return [
        get("/change", tab="n"), get("/change?a=b", tab="n", headers=JSON), sent("/change", bad[0], tab="n"),
        post("/change", bad[0], tab="n"), get("/login", tab="n"),
        login(tab="c"), login(tab="other"), get("/change", tab="c"), get("/change", tab="c", headers=JSON),
        *[step for one in bad for step in both("/change", one, tab="c")],
        sent("/change", change("password", 7), tab="c"), sent("/change", {**change("password", "battery staple"), "password": None}, tab="c"),
        post("/change", change("password", "battery staple"), tab="c"), get("/", tab="c"), get("/profile", tab="c"),
        get("/profile", tab="other"), sent("/change?include_auth_token", change("battery staple", "tree house"), tab="c"),
        get("/profile", tab="c"), login("matt@lp.com", "tree house", tab="c2"),
        {"sql": "UPDATE user SET password = NULL WHERE id = 1"}, get("/change", tab="c"), get("/change", tab="c", headers=JSON),
        *both("/change", {"new_password": "battery staple", "new_password_confirm": "battery staple"}, tab="c"),
    ]


def email_flow():
    values = ["new@lp.com", "joe@lp.com", "JOE@LP.com", "matt@lp.com", "Matt@LP.com", "", "bogus", " "]
    return [
        get("/change-email", tab="n"), sent("/change-email", {"email": "new@lp.com"}, tab="n"),
        login(tab="c"), get("/change-email", tab="c"), get("/change-email", tab="c", headers=JSON),
        *[step for value in values for step in both("/change-email", {"email": value}, tab="c")],
        sent("/change-email", {}, tab="c"), sent("/change-email", {"email": 7}, tab="c"),
        post("/change-email", {"email": "Next@LP.com"}, tab="c"), get("/change-email/bogus", tab="c"), get("/", tab="c"),
        get("{link:change-email}", tab="o"), get("/", tab="o"), get("{link:change-email}", tab="c"),
        get("/change-email", tab="c"), get("/profile", tab="c"),
        sent("/change-email", {"email": "third@lp.com"}, tab="c"), get("{link:change-email}", tab="c", headers=JSON),
        sent("/change-email", {"email": "fourth@lp.com"}, tab="c"),
        {"sql": "UPDATE user SET email = 'fourth@lp.com' WHERE id = 2"}, get("{link:change-email}", tab="c"),
        {"method": "POST", "path": "{link:change-email}", "tab": "c"},
    ]


def username_flow():
    return [
        get("/change-username", tab="n"), sent("/change-username", {"username": "fresh"}, tab="n"),
        login(tab="c"), get("/change-username", tab="c"), get("/change-username", tab="c", headers=JSON),
        *[step for value in USERNAMES for step in both("/change-username", {"username": value if value is not None else ""}, tab="c")],
        sent("/change-username", {"username": "again"}, tab="c"), sent("/change-username", {"username": None}, tab="c"),
        sent("/change-username", {"username": "again"}, tab="c"), get("/change-username", tab="c", headers=JSON),
        post("/change-username", {"username": "later"}, tab="c"), get("/", tab="c"),
    ]


def passwordless_flow():
    return [
        *asked("/login", tab="a"), sent("/login", {"email": "matt@lp.com"}, tab="p"), get("{link:login}", tab="p"),
        get("/", tab="p"), get("/profile", tab="p"), get("{link:login}", tab="p"),
        get("/login/bogus", tab="b"), get("/login", tab="b"), get("/login/bogus", tab="b", headers=JSON),
        post("/login?next=/page1", {"email": "joe@lp.com"}, tab="x"), get("{link:login}?next=/page1", tab="x"),
        get("/page1", tab="x"), post("/login", {"email": "joe@lp.com"}, tab="p"), get("/login", tab="p"),
    ]


OFF = {"sql": "UPDATE user SET active = 0 WHERE id = 1"}
CASES = [
    case("register", on("REGISTERABLE", "TRACKABLE"), registrations({})),
    case("register next", REG, both("/register", {"email": "n@lp.com", **NEW, "next": "/\\evil.com"})),
    case("register views", {**REG, **V["views"]}, registrations({})),
    case("register v1", {**REG, "SECURITY_USE_REGISTER_V2": False}, registrations({})),
    case("register v1 confirmable", {**CONF, "SECURITY_USE_REGISTER_V2": False}, registrations({})),
    case("register without repeat", {**REG, "SECURITY_PASSWORD_CONFIRM_REQUIRED": False}, registrations({})),
    case("register confirmable", CONF, registrations({})),
    case("register confirmable at once", {**CONF, "SECURITY_LOGIN_WITHOUT_CONFIRMATION": True}, registrations({})),
    case("register silent", {**REG, "SECURITY_SEND_REGISTER_EMAIL": False, "SECURITY_FLASH_MESSAGES": False}, registrations({})),
    case("register usernames", {**REG, **NAMES}, named(USERNAMES), registrations({"username": "filled"})),
    case("register usernames required", {**REG, **NAMES, "SECURITY_USERNAME_REQUIRED": True}, named(USERNAMES)),
    case("register taken", {**CONF, **NAMES}, TAKEN),
    case("register generic", {**REG, **GENERIC}, registrations({})),
    case("register generic names", {**CONF, **NAMES, **GENERIC, **on("RECOVERABLE")}, TAKEN, own=LOCKED),
    case("register generic names, no recovery", {**REG, **NAMES, **GENERIC}, TAKEN),
    case("register plain mail", {**CONF, "SECURITY_EMAIL_HTML": False}, registrations({})[:6], own=LOCKED),
    case("register csrf", {**CONF, "WTF_CSRF_ENABLED": True}, [
        get("/register"), post("/register", {"email": "new@lp.com", **NEW}), sent("/register", {"email": "new@lp.com", **NEW}),
        post("/register", {"email": "new@lp.com", **NEW, "csrf_token": "bogus"}),
        post("/register", {"email": "new@lp.com", **NEW, "csrf_token": "{csrf:a}"})]),
    case("generic csrf", {**CONF, **GENERIC, **on("RECOVERABLE", "USERNAME_RECOVERY"), "WTF_CSRF_ENABLED": True}, [
        step for path in ("/confirm", "/reset", "/recover-username") for step in [
            get(path), *both(path, {"email": "matt@lp.com"}), *both(path, {"email": "nobody@lp.com"}),
            *both(path, {"email": "nobody@lp.com", "csrf_token": "{csrf:a}"})]]),
    case("confirm asked", CONF, asked("/confirm"), own=LOCKED),
    case("confirm asked generic", {**CONF, **GENERIC}, asked("/confirm"), own=LOCKED),
    case("confirm", CONF, confirm_flow()),
    case("confirm views", {**CONF, **V["views"]}, confirm_flow()),
    case("confirm and in", {**CONF, "SECURITY_AUTO_LOGIN_AFTER_CONFIRM": True, **on("TRACKABLE")}, confirm_flow()),
    case("confirm spa", {**CONF, **SPA}, confirm_flow()),
    case("confirm spa and in", {**CONF, **SPA, "SECURITY_AUTO_LOGIN_AFTER_CONFIRM": True}, confirm_flow()),
    case("confirm expired", {**CONF, "SECURITY_CONFIRM_EMAIL_WITHIN": PAST}, expired("/confirm", "confirm")),
    case("confirm expired spa", {**CONF, **SPA, "SECURITY_CONFIRM_EMAIL_WITHIN": PAST}, expired("/confirm", "confirm")),
    case("unconfirmed elsewhere", {**CONF, **on("RECOVERABLE", "USERNAME_RECOVERY"),
                                   "SECURITY_REQUIRES_CONFIRMATION_ERROR_VIEW": "/confirm"}, [
        step for path in ("/reset", "/recover-username") for step in both(path, {"email": "dave@lp.com"})],
        login("dave@lp.com"), get("/confirm"), get("/confirm?email=dave@lp.com"), sent("/login", {"email": "dave@lp.com", "password": "password"})),
    case("unconfirmed elsewhere generic", {**CONF, **GENERIC, **on("RECOVERABLE", "USERNAME_RECOVERY"),
                                           "SECURITY_REQUIRES_CONFIRMATION_ERROR_VIEW": "/confirm"}, [
        step for path in ("/reset", "/recover-username") for step in both(path, {"email": "dave@lp.com"})]),
    case("reset asked", on("RECOVERABLE"), asked("/reset"), login(tab="m"), asked("/reset", tab="m"), own=LOCKED),
    case("reset asked confirmable", on("RECOVERABLE", "CONFIRMABLE"), asked("/reset"), own=LOCKED),
    case("reset asked generic", {**on("RECOVERABLE", "CONFIRMABLE"), **GENERIC}, asked("/reset"), own=LOCKED),
    case("reset", on("RECOVERABLE"), reset_flow()),
    case("reset views", {**on("RECOVERABLE"), **V["views"]}, reset_flow()),
    case("reset and in", {**on("RECOVERABLE", "AUTO_LOGIN_AFTER_RESET", "TRACKABLE")}, reset_flow()),
    case("reset spa", {**on("RECOVERABLE"), **SPA}, reset_flow()),
    case("reset silent", {**on("RECOVERABLE"), "SECURITY_SEND_PASSWORD_RESET_EMAIL": False,
                          "SECURITY_SEND_PASSWORD_RESET_NOTICE_EMAIL": False}, asked("/reset")[:4]),
    case("reset expired", {**on("RECOVERABLE"), "SECURITY_RESET_PASSWORD_WITHIN": PAST},
         expired("/reset", "reset", *both("{link:reset}", NEW, tab="x"))),
    case("reset expired spa", {**on("RECOVERABLE"), **SPA, "SECURITY_RESET_PASSWORD_WITHIN": PAST},
         expired("/reset", "reset", *both("{link:reset}", NEW, tab="x"))),
    case("mail templates", {**CONF, **on("RECOVERABLE", "CHANGE_EMAIL"),
                            "SECURITY_EMAIL_TEMPLATE_CONFIRM": "security/email/confirmation_instructions_test",
                            "SECURITY_EMAIL_TEMPLATE_PASSWORD_RESET": "security/email/reset_instructions_test",
                            "SECURITY_CHANGE_EMAIL_EMAIL_TEMPLATE": "security/email/change_email_instructions_test",
                            "SECURITY_RESET_PASSWORD_WITHIN": timedelta(minutes=90),
                            "SECURITY_CONFIRM_EMAIL_WITHIN": timedelta(days=400, hours=2, seconds=5),
                            "SECURITY_EMAIL_SENDER": "me@lp.com"},
         post("/confirm", {"email": "dave@lp.com"}), post("/reset", {"email": "joe@lp.com"}), login(tab="m"),
         post("/change-email", {"email": "new@lp.com"}, tab="m")),
    case("change", on("CHANGEABLE"), change_flow()),
    case("change views", {**on("CHANGEABLE", "TRACKABLE"), **V["views"]}, change_flow()),
    case("change silent", {**on("CHANGEABLE"), "SECURITY_SEND_PASSWORD_CHANGE_EMAIL": False}, change_flow()[5:]),
    case("change basic", {**on("CHANGEABLE"), "SECURITY_API_ENABLED_METHODS": ["basic", "session"]}, change_flow()[:5]),
    case("change email", on("CHANGE_EMAIL"), email_flow()),
    case("change email views", {**on("CHANGE_EMAIL"), **V["views"]}, email_flow()),
    case("change email spa", {**on("CHANGE_EMAIL"), **SPA}, email_flow()),
    case("change email generic", {**on("CHANGE_EMAIL"), **GENERIC}, email_flow()),
    case("change email expired", {**on("CHANGE_EMAIL"), "SECURITY_CHANGE_EMAIL_WITHIN": PAST}, login(tab="c"),
         post("/change-email", {"email": "new@lp.com"}, tab="c"), get("{link:change-email}", tab="c"), get("/change-email", tab="c")),
    case("change email stale", {**on("CHANGE_EMAIL", "CHANGE_USERNAME"), **NAMES, "SECURITY_FRESHNESS": timedelta(seconds=0),
                                "SECURITY_FRESHNESS_GRACE_PERIOD": timedelta(seconds=-1)}, login(tab="c"), [
        step for path in ("/change-email", "/change-username") for step in [
            get(path + "?a=1", tab="c"), get(path, tab="c", headers=JSON), *both(path, {"email": "new@lp.com", "username": "fresh"}, tab="c")]]),
    case("change username", {**on("CHANGE_USERNAME"), **NAMES}, username_flow()),
    case("change username required", {**on("CHANGE_USERNAME", "USERNAME_REQUIRED"), **NAMES, **V["views"]}, username_flow()),
    case("change username silent", {**on("CHANGE_USERNAME"), "SECURITY_SEND_USERNAME_CHANGE_EMAIL": False}, username_flow()),
    case("recover username", {**on("USERNAME_RECOVERY"), **NAMES}, asked("/recover-username"), get("/login"), login(tab="m"),
         get("/recover-username", tab="m"), sent("/recover-username", {"email": "joe@lp.com"}, tab="m"), own=LOCKED),
    case("recover username confirmable", {**on("USERNAME_RECOVERY", "CONFIRMABLE"), **NAMES}, asked("/recover-username"), own=LOCKED),
    case("recover username generic", {**on("USERNAME_RECOVERY", "CONFIRMABLE"), **NAMES, **GENERIC}, asked("/recover-username"), own=LOCKED),
    case("passwordless", on("PASSWORDLESS", "TRACKABLE"), passwordless_flow(), own=LOCKED),
    case("passwordless views", {**on("PASSWORDLESS", "CONFIRMABLE"), **V["views"]}, passwordless_flow(), own=LOCKED),
    case("passwordless spa", {**on("PASSWORDLESS"), **SPA_LOGIN}, passwordless_flow(), own=LOCKED),
    case("passwordless generic", {**on("PASSWORDLESS"), **GENERIC}, passwordless_flow(), own=LOCKED),
    case("passwordless expired", {**on("PASSWORDLESS"), "SECURITY_LOGIN_WITHIN": PAST}, sent("/login", {"email": "matt@lp.com"}),
         get("{link:login}"), get("/login"), get("{link:login:0}", headers=JSON)),
    case("passwordless expired spa", {**on("PASSWORDLESS"), **SPA_LOGIN, "SECURITY_LOGIN_WITHIN": PAST},
         sent("/login", {"email": "matt@lp.com"}), get("{link:login}"), get("/login")),
    case("inactive reset", on("RECOVERABLE"), sent("/reset", {"email": "matt@lp.com"}), OFF, get("{link:reset}"),
         post("{link:reset}", NEW), get("/profile")),
    case("inactive change email", on("CHANGE_EMAIL"), login(tab="c"), sent("/change-email", {"email": "new@lp.com"}, tab="c"),
         OFF, get("{link:change-email}")),
    case("inactive passwordless", on("PASSWORDLESS"), sent("/login", {"email": "matt@lp.com"}), OFF, get("{link:login}"),
         get("/profile")),
    case("inactive confirm", {**CONF, "SECURITY_AUTO_LOGIN_AFTER_CONFIRM": True}, {"sql": "UPDATE user SET confirmed_at = NULL"},
         sent("/confirm", {"email": "tiya@lp.com"}), get("{link:confirm}"), get("/profile")),
    case("inactive confirmed", CONF, {"sql": "UPDATE user SET confirmed_at = NULL"},
         sent("/confirm", {"email": "tiya@lp.com"}), post("{link:confirm}", {}), get("/profile")),
    case("again passwordless", on("PASSWORDLESS"), sent("/login", {"email": "matt@lp.com"}), get("{link:login}", tab="p"),
         get("{link:login}", tab="q")),
    case("other paths", {**CONF, **on("RECOVERABLE", "CHANGEABLE", "CHANGE_EMAIL", "CHANGE_USERNAME", "USERNAME_RECOVERY"), **NAMES,
                         "SECURITY_URL_PREFIX": "/auth", "SECURITY_CONFIRM_URL": "/verify-mail", "SECURITY_RESET_URL": "/lost",
                         "SECURITY_REGISTER_URL": "/join", "SECURITY_CHANGE_EMAIL_URL": "/move"},
         post("/auth/join", {"email": "new@lp.com", **NEW}), get("{link:verify-mail}"), post("/auth/lost", {"email": "matt@lp.com"}),
         get("{link:lost}"), post("{link:lost}", NEW), get("/auth/lost/bogus"), get("/auth/verify-mail/bogus"),
         post("/auth/login", {"email": "matt@lp.com", "password": "battery staple"}), post("/auth/move", {"email": "m2@lp.com"}),
         get("{link:move}"), get("/auth/recover-username"), get("/auth/change")),
]
