"""More conversations of `beside.py`: who asks, how a request is written, what is typed."""

import json
from datetime import timedelta

from beside_steps import (
    ALL, CONF, JSON, NAMES, NEW, OLD, REG, both, case, get, head, login, named, on, post, raw, sent, signed,
    token,
)

CSRF = {"WTF_CSRF_ENABLED": True}
# Checked for the whole application or for nobody: the mechanisms decide.
CSRF_APP = {**CSRF, "CSRF_PROTECT": True, "WTF_CSRF_CHECK_DEFAULT": False}
ADDRESSES = [
    "New@Ex.COM", "Support@ex.com", "WebMaster@ex.com", "üser@ex.com", "u\u0308ser2@ex.com", "user@BÜCHER.example", "user@xn--bcher-kva.example",
    "user@ｅｘ.com", "user@ex。com", "a b@ex.com", "user@ex.com\n", ".user@ex.com", "us..er@ex.com", "user.@ex.com",
    "x" * 65 + "@ex.com", "x" * 64 + "@" + "d" * 60 + ".com", "x@" + ".".join(["d" * 63] * 4) + ".com", "user@" + "l" * 64 + ".com",
    "user@ex", "user@ex.c0", "user@1.2.3.4", "user@[1.2.3.4]", '"quoted"@ex.com', "Joe <joe@ex.com>", "@ex.com", "user@ex_a.com",
    "user@-ex.com", "user@ex-.com", "user@ab--cd.com", "user@foo.test", "user@foo.invalid", "user@foo.local", "user@foo.onion",
    "user@arpa", "user@example.com", "user+tag@ex.com", "us.er@ex.com", "u\u200bser@ex.com", "\u0301user@ex.com", "user@ex.com.",
    "user@@ex.com", "user", "user\x00@ex.com", "\ue000user@ex.com", "ﬁsh@ex.com", "user@straße.com", "İser@ex.com",
]
PASSWORDS = [
    "1234567", "12345678", "é" * 7, "é" * 64, "é" * 65, "ﬃ" * 3, "ﬃ" * 2, "x" * 128, "x" * 129, " " * 8, " pass word ",
    "\U0001f511" * 8, "new@ex.com", "Passwort\n1",
]


def form(boundary, fields):
    parts = "".join(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items())
    return parts + f"--{boundary}--\r\n"


def written(path, good):
    """One request, written in every way."""
    text = json.dumps(good)
    return [
        raw(path, text, "application/json; charset=utf-8"), raw(path, text, "application/vnd.api+json"),
        raw(path, text, "text/plain"), raw(path, text, None),
        raw(path, form("b0undary", good), "multipart/form-data; boundary=b0undary"),
        raw(path, form("b0undary", good), "multipart/form-data; boundary=b0undary", headers=JSON),
        raw(path, "", "application/json"), raw(path, "", "application/x-www-form-urlencoded"),
        raw(path, "{", "application/json"), raw(path, '{"email": "joe@lp.com", "email": "nobody@lp.com"}', "application/json"),
        raw(path, "email=nobody%40lp.com&email=joe%40lp.com", "application/x-www-form-urlencoded"),
        raw(path, "email=a+b%2", "application/x-www-form-urlencoded"),
        *[post(path, good, headers={"Accept": accept}) for accept in (
            "text/html, application/json", "application/json, text/html", "application/json;q=0.9, text/html;q=0.8",
            "application/json;q=0.5, text/html", "*/*", "application/*", "text/html;q=0.3, application/json;q=0.3", "")],
        *[{"method": "POST", "path": path, "raw": None, "headers": {"Accept": accept}} for accept in ("*/*", "application/json")],
    ]


def addresses():
    return [sent("/register", {"email": address, **NEW}, tab=f"e{index}") for index, address in enumerate(ADDRESSES)]


def looked_up(path):
    return [sent(path, {"email": address}) for address in ADDRESSES]


def passwords():
    return [step for index, password in enumerate(PASSWORDS) for step in (
        sent("/register", {"email": f"p{index}@ex.com", "password": password, "password_confirm": password}, tab=f"p{index}"),
        sent("/login", {"email": f"p{index}@ex.com", "password": password}, tab=f"q{index}"))]


def protected():
    """Every endpoint that takes a token against CSRF, without one, with a wrong one, with the right one."""
    steps = []
    for path, good in (
        ("/change", OLD), ("/change-email", {"email": "new@lp.com"}), ("/change-username", {"username": "fresh"}),
    ):
        steps += [get(path, tab="m", headers=JSON), *both(path, good, tab="m"), *both(path, {**good, "csrf_token": "bogus"}, tab="m"),
                  sent(path, good, tab="m", headers={"X-CSRF-Token": "{csrf:m}"}),
                  sent(path, {"csrf_token": "bogus"}, tab="m"), sent(path, good, tab="t", headers=token())]
    steps += [post("/change-email", {"email": "new@lp.com", "csrf_token": "{csrf:m}"}, tab="m")]
    return steps


def mailed_without_protection():
    return [
        get("/reset", tab="r"), post("/reset", {"email": "joe@lp.com", "csrf_token": "{csrf:r}"}, tab="r"),
        *both("{link:reset}", {"password": "short", "password_confirm": "short"}, tab="x"),
        *both("/reset/bogus", NEW, tab="x"), post("{link:reset}", NEW, tab="x"),
        get("/confirm", tab="r"), post("/confirm", {"email": "dave@lp.com", "csrf_token": "{csrf:r}"}, tab="r"),
        post("/confirm/bogus", {}, tab="x"), post("{link:confirm}", {}, tab="x"),
    ]


CASES = [
    # Who asks.
    case("by token", {**REG, **on("CHANGEABLE", "CHANGE_EMAIL", "CHANGE_USERNAME", "USERNAME_RECOVERY"), **NAMES}, signed(),
         sent("/register", {"email": "new@lp.com", **NEW}, tab="t", headers=token()), get("/register", tab="t", headers=token()),
         get("/register?auth_token={auth:m}", tab="t"), sent("/register", {"email": "new@lp.com", **NEW, "auth_token": "{auth:m}"}, tab="t"),
         sent("/recover-username", {"email": "joe@lp.com"}, tab="t", headers=token()), get("/recover-username", tab="t", headers=token()),
         get("/change-username", tab="t", headers={**JSON, **token()}), sent("/change-username", {"username": "fresh"}, tab="t", headers=token()),
         get("/change-email", tab="t", headers={**JSON, **token()}), sent("/change-email", {"email": "new@lp.com"}, tab="t", headers=token()),
         get("/change", tab="t", headers={**JSON, **token()}), sent("/change", {**OLD, "password": "wrong"}, tab="t", headers=token()),
         sent("/change?include_auth_token", OLD, tab="u", headers=token()), get("/profile", tab="u"), get("/profile", tab="t", headers=token())),
    case("by password", {**on("CHANGEABLE", "CHANGE_EMAIL"), "SECURITY_API_ENABLED_METHODS": ["basic"]},
         sent("/change", OLD, tab="n"), post("/change", OLD, tab="n"), get("/change?x=1", tab="n"),
         sent("/change", OLD, tab="b", headers={"Authorization": "Basic bWF0dEBscC5jb206d3Jvbmc="}),
         get("/change", tab="b", headers={**JSON, "Authorization": "Basic bWF0dEBscC5jb206cGFzc3dvcmQ="}),
         get("/change-email", tab="b", headers={**JSON, "Authorization": "Basic bWF0dEBscC5jb206cGFzc3dvcmQ="})),
    case("by token alone", {**on("CHANGEABLE", "CHANGE_EMAIL"), "SECURITY_API_ENABLED_METHODS": ["token"]}, signed(),
         get("/change", tab="m"), sent("/change", OLD, tab="m"), sent("/change", OLD, tab="t", headers=token()), get("/profile", tab="t")),
    case("signed in", {**ALL, **NAMES, "SECURITY_POST_LOGIN_VIEW": "/post_login"}, login(tab="m"), *[
        step for path in ("/register", "/recover-username") for step in [
            get(path + "?next=/page1", tab="m"), get(path, tab="m", headers=JSON), head(path, tab="m"),
            *both(path, {"email": "new@lp.com", **NEW, "next": "/page1"}, tab="m")]],
        post("/register", {}, tab="m", headers=JSON)),
    case("signed in passwordless", on("PASSWORDLESS", "REGISTERABLE"), sent("/login", {"email": "matt@lp.com"}, tab="m"),
         get("{link:login}", tab="m"), sent("/login", {"email": "joe@lp.com"}, tab="m"), get("{link:login}", tab="m"),
         get("{link:login}", tab="m", headers=JSON), get("/profile", tab="m"), {"method": "POST", "path": "{link:login}", "tab": "m"},
         sent("/register", {"email": "new@lp.com", **NEW}, tab="r"), sent("/login?next=/page1", {"email": "tiya@lp.com", "remember": True}, tab="r")),
    case("not fresh", {**on("CHANGEABLE", "CHANGE_EMAIL", "CHANGE_USERNAME"), **NAMES, "SECURITY_FRESHNESS": timedelta(seconds=0),
                       "SECURITY_FRESHNESS_GRACE_PERIOD": timedelta(seconds=-1)}, login(tab="c"),
         get("/change", tab="c"), sent("/change", OLD, tab="c"), {"sql": "UPDATE user SET password = NULL WHERE id = 1"},
         get("/change?a=1&b=2", tab="c"), get("/change", tab="c", headers=JSON), *both("/change", OLD, tab="c"),
         post("/change-email?q=a%20b&e=%C3%9F", {"email": "new@lp.com"}, tab="c"), head("/change-email", tab="c")),
    case("not fresh, no session", {**on("CHANGE_EMAIL", "CHANGE_USERNAME"), "SECURITY_FRESHNESS": timedelta(minutes=-1)}, signed(),
         get("/change-email", tab="t", headers={**JSON, **token()}), sent("/change-email", {"email": "new@lp.com"}, tab="t", headers=token())),
    # How a request is written.
    case("written confirm", CONF, written("/confirm", {"email": "dave@lp.com"})),
    case("written reset", on("RECOVERABLE"), written("/reset", {"email": "matt@lp.com"})),
    case("written passwordless", on("PASSWORDLESS"), written("/login", {"email": "matt@lp.com"})),
    case("heads", {**ALL, **NAMES}, login(tab="m"), [head(path) for path in ("/register", "/confirm", "/reset", "/recover-username", "/change")], [
        head(path, tab="m") for path in ("/confirm", "/reset", "/change", "/change-email", "/change-username")]),
    # Against CSRF.
    case("protected", {**on("CHANGEABLE", "CHANGE_EMAIL", "CHANGE_USERNAME"), **CSRF}, get("/login", tab="m"),
         sent("/login?include_auth_token", {"email": "matt@lp.com", "password": "password", "csrf_token": "{csrf:m}"}, tab="m"), protected()),
    case("protected everywhere", {**on("CHANGEABLE", "CHANGE_EMAIL", "CHANGE_USERNAME"), **CSRF_APP}, get("/login", tab="m"),
         sent("/login?include_auth_token", {"email": "matt@lp.com", "password": "password", "csrf_token": "{csrf:m}"}, tab="m"), protected()),
    case("protected but tokens", {**on("CHANGEABLE", "CHANGE_EMAIL", "CHANGE_USERNAME"), **CSRF_APP,
                                  "SECURITY_CSRF_PROTECT_MECHANISMS": ["session", "basic"]}, get("/login", tab="m"),
         sent("/login?include_auth_token", {"email": "matt@lp.com", "password": "password", "csrf_token": "{csrf:m}"}, tab="m"), protected()),
    case("protected but strangers", {**REG, **on("RECOVERABLE"), **CSRF_APP, "SECURITY_CSRF_IGNORE_UNAUTH_ENDPOINTS": True,
                                     "SECURITY_CSRF_PROTECT_MECHANISMS": ["session"]},
         both("/reset", {"email": "joe@lp.com"}, tab="a"), both("/register", {"email": "new@lp.com", **NEW}, tab="b")),
    case("mailed links unprotected", {**CONF, **on("RECOVERABLE"), **CSRF}, mailed_without_protection()),
    case("mailed links unprotected everywhere", {**CONF, **on("RECOVERABLE"), **CSRF_APP}, mailed_without_protection()),
    # Addresses, passwords, names.
    case("addresses", {**REG, "SECURITY_SEND_REGISTER_EMAIL": False}, addresses()),
    case("addresses plain", {**REG, "SECURITY_SEND_REGISTER_EMAIL": False,
                             "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False, "allow_smtputf8": False, "strict": True}}, addresses()),
    case("addresses wide", {**REG, "SECURITY_SEND_REGISTER_EMAIL": False,
                            "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False, "allow_quoted_local": True, "test_environment": True,
                                                              "allow_domain_literal": True, "allow_display_name": True,
                                                              "globally_deliverable": False, "allow_empty_local": True}}, addresses()),
    case("addresses looked up", on("RECOVERABLE"), looked_up("/reset")),
    case("addresses passwordless", on("PASSWORDLESS"), looked_up("/login")),
    case("passwords", {**REG, "SECURITY_SEND_REGISTER_EMAIL": False}, passwords()),
    case("password with an end", REG, sent("/register", {"email": "p@ex.com", "password": "pass\x00word", "password_confirm": "pass\x00word"}, tab="p")),
    case("passwords as typed", {**REG, "SECURITY_SEND_REGISTER_EMAIL": False, "SECURITY_PASSWORD_NORMALIZE_FORM": None,
                                "SECURITY_PASSWORD_LENGTH_MIN": 12}, passwords()),
    case("passwords the same", on("CHANGEABLE", "RECOVERABLE"), login(tab="c"),
         sent("/change", {"password": "password", "new_password": "ｐassword", "new_password_confirm": "ｐassword"}, tab="c"),
         sent("/reset", {"email": "joe@lp.com"}), sent("{link:reset}", {"password": "password", "password_confirm": "password"}),
         sent("/change", {"password": "password", "new_password": "ﬁsh and chips", "new_password_confirm": "fish and chips"}, tab="c")),
    case("usernames short", {**REG, **NAMES, "SECURITY_USERNAME_MIN_LENGTH": 2, "SECURITY_USERNAME_MAX_LENGTH": 6, "SECURITY_INPUT_NORMALIZE_FORM": None},
         named(["ab", "a", "abcdefg", "é\u0301ab", "Ⅷab", "ab½"])),
    case("usernames wide", {**REG, **NAMES, "SECURITY_USERNAME_ALLOWED_CHARS": ["L", "N", "P", "Z", "S", "M"]},
         named(["o'neil", "a b c d", "one,two", "a<b>c", "x&amp;y", "m@tt!", "joe@lp.com", "e\u0301toile", "ab\u00a0cd", "a=b+c"])),
    case("usernames not asked", {**REG, "SECURITY_USERNAME_REQUIRED": True}, named(["fresh", None])),
    case("case counts", {**REG, **on("CHANGE_EMAIL", "RECOVERABLE", "CHANGE_USERNAME"), "SECURITY_USERNAME_ENABLE": True,
                         "SECURITY_USER_IDENTITY_ATTRIBUTES": [
                             {"email": {"mapper": "uia_email_mapper", "case_insensitive": False}},
                             {"username": {"mapper": "uia_username_mapper", "case_insensitive": False}}]},
         both("/reset", {"email": "JOE@lp.com"}), sent("/register", {"email": "Joe@lp.com", **NEW, "username": "JOEY"}, tab="r"),
         login(tab="c"), *both("/change-email", {"email": "Matt@lp.com"}, tab="c"), get("{link:change-email}", tab="c"),
         sent("/change-username", {"username": "Matt"}, tab="c"), sent("/change-username", {"username": "joey"}, tab="c")),
]
