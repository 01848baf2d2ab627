"""More conversations of `beside.py`: where forms and links lead, links that are too late, tokens in answers."""

from beside_steps import (
    ALL, CONF, GENERIC, JSON, NAMES, NEW, OLD, PAST, REG, SPA, V, both, case, get, head, login, named, on, post,
    sent, signed, token,
)

PLAIN = {"SECURITY_FLASH_MESSAGES": False}


def nexts(path, good):
    """Where a form leads; each time somebody new."""
    found = ["/page1?x=1&y=2#z", "page1", "http://localhost/page1", "http://localhost:80/page1", "//localhost/page1", "http:page1",
             "https://evil.com", "///evil.com", "javascript:alert(1)", "/pä ge", "index", ""]
    return [step for index, place in enumerate(found) for step in (
        post(path, {**good, "email": f"f{index}@lp.com", "next": place}, tab=f"f{index}"),
        sent(path, {**good, "email": f"j{index}@lp.com", "next": place}, tab=f"j{index}"))]


def stale(kind, ask, address="dave@lp.com", ident=3):
    """Links whose account has changed or gone since."""
    link = f"{{link:{kind}}}"
    again = [sent(ask, {"email": address}, tab="s")]
    use = [get(link, tab="s"), get(link, tab="s", headers=JSON)]
    use += both(link, NEW, tab="s") if kind == "reset" else []
    return [
        *again, {"sql": f"UPDATE user SET fs_uniquifier = '{'0' * 32}' WHERE id = {ident}"}, *use,
        *again, {"sql": f"UPDATE user SET email = 'moved@lp.com' WHERE id = {ident}"}, *use,
        {"sql": f"UPDATE user SET email = '{address}', confirmed_at = NULL WHERE id = {ident}"},
        *again, {"sql": f"DELETE FROM user WHERE id = {ident}"}, *use,
    ]


CASES = [
    # Where forms lead.
    case("nexts", {**REG, "SECURITY_SEND_REGISTER_EMAIL": False}, nexts("/register", NEW)),
    case("nexts refused", REG, [step for index, place in enumerate(["\\evil.com", " /page1"]) for step in both(
        "/register", {**NEW, "email": f"r{index}@lp.com", "next": place}, tab=f"r{index}")]),
    case("nexts as they are", REG, post("/register", {**NEW, "email": "new@lp.com", "next": "/%5Cevil"}, tab="q")),
    case("nexts v1", {**CONF, "SECURITY_USE_REGISTER_V2": False}, nexts("/register", NEW)[:12]),
    case("nexts of a named server", {**REG, "SERVER_NAME": "localhost", "SECURITY_SEND_REGISTER_EMAIL": False,
                                     "SECURITY_REDIRECT_ALLOW_SUBDOMAINS": True}, nexts("/register", NEW), [
        sent("/register", {"email": f"s{index}@lp.com", **NEW, "next": place}, tab=f"s{index}") for index, place in enumerate(
            ["http://sub.localhost/x", "http://evillocalhost/x", "https://a.b.localhost:8080/x?y#z"])]),
    case("views after sign-in", {**ALL, **NAMES, "SECURITY_POST_LOGIN_VIEW": "/profile", "SECURITY_AUTO_LOGIN_AFTER_CONFIRM": True,
                                 "SECURITY_AUTO_LOGIN_AFTER_RESET": True}, post("/register", {"email": "new@lp.com", "username": "fresh", **NEW}, tab="r"),
         get("{link:confirm}", tab="r"), post("/reset", {"email": "joe@lp.com"}, tab="s"), post("{link:reset}", NEW, tab="s"),
         post("/change", {**OLD, "password": "battery staple", "new_password": "tree house", "new_password_confirm": "tree house"}, tab="s"),
         post("/change-username", {"username": "later"}, tab="s"), post("/change-email", {"email": "later@lp.com"}, tab="s"),
         get("{link:change-email}", tab="s"), get("/register", tab="s"), get("/recover-username", tab="s")),
    case("endpoint views", {**ALL, **NAMES, "SECURITY_POST_LOGIN_VIEW": "profile", "SECURITY_POST_CONFIRM_VIEW": ".forgot_password",
                            "SECURITY_POST_RESET_VIEW": "index", "SECURITY_CONFIRM_ERROR_VIEW": ".login",
                            "SECURITY_POST_REGISTER_VIEW": "/a?b=c", "SECURITY_POST_CHANGE_VIEW": "page_1"},
         post("/register", {"email": "new@lp.com", "username": "fresh", **NEW}, tab="r"), get("{link:confirm}", tab="r"), get("/confirm/bogus", tab="r"),
         post("/reset", {"email": "joe@lp.com"}, tab="s"), post("{link:reset}", NEW, tab="s"), login(tab="m"), post("/change", OLD, tab="m")),
    case("spa merged", {**ALL, **NAMES, **SPA, "SECURITY_CONFIRM_ERROR_VIEW": "/e?error=mine&x=a+b&email=", "SECURITY_POST_CONFIRM_VIEW": "/c?email=old&x=%C3%BC#top",
                        "SECURITY_USER_IDENTITY_ATTRIBUTES": list(reversed(NAMES["SECURITY_USER_IDENTITY_ATTRIBUTES"]))},
         get("/confirm/bogus"), sent("/register", {"email": "n+w@lp.com", "username": "Fresh", **NEW}, tab="r"), get("{link:confirm}", tab="r"),
         get("{link:confirm}", tab="r"), sent("/login", {"email": "matt@lp.com", "password": "password"}, tab="m"),
         sent("/change-email", {"email": "neu@bücher.example"}, tab="m"), get("{link:change-email}", tab="m"), get("{link:change-email}", tab="m")),
    # Messages and mails.
    case("silent flows", {**ALL, **NAMES, **PLAIN}, post("/register", {"email": "new@lp.com", "username": "fresh", **NEW}, tab="r"),
         get("{link:confirm}", tab="r"), get("/confirm/bogus", tab="r"), post("/confirm", {"email": "dave@lp.com"}, tab="r"),
         post("/reset", {"email": "joe@lp.com"}, tab="r"), get("/reset/bogus", tab="r"), post("{link:reset}", NEW, tab="r"),
         post("/recover-username", {"email": "joe@lp.com"}, tab="r"), login(tab="m"), post("/change-email", {"email": "m2@lp.com"}, tab="m"),
         get("{link:change-email}", tab="m"), post("/change-username", {"username": "later"}, tab="m"), post("/change", OLD, tab="m")),
    case("flashed next", REG, sent("/register", {"email": "new@lp.com", **NEW, "next": "//evil.com"}, tab="r"), get("/", tab="r"),
         post("/register", {"email": "bogus", **NEW, "next": "//evil.com"}, tab="r")),
    case("html mails", {**ALL, **NAMES, "SECURITY_EMAIL_PLAINTEXT": False, "SECURITY_EMAIL_SENDER": "App <app@lp.com>",
                        "SECURITY_EMAIL_SUBJECT_CONFIRM": "Ünique: please confirm", "SECURITY_EMAIL_SUBJECT_PASSWORD_RESET": "x" * 120},
         sent("/confirm", {"email": "dave@lp.com"}), sent("/reset", {"email": "joe@lp.com"}), sent("/recover-username", {"email": "joe@lp.com"}),
         sent("/register", {"email": "ünew@lp.com", "username": "fresh", **NEW}, tab="r")),
    case("no mails", {**ALL, **NAMES, "SECURITY_SEND_REGISTER_EMAIL": False, "SECURITY_SEND_PASSWORD_CHANGE_EMAIL": False,
                      "SECURITY_SEND_USERNAME_CHANGE_EMAIL": False, "SECURITY_SEND_PASSWORD_RESET_NOTICE_EMAIL": False, **GENERIC},
         both("/register", {"email": "matt@lp.com", "username": "fresh", **NEW}, tab="r"), sent("/register", {"email": "new@lp.com", "username": "joey", **NEW}, tab="s"),
         sent("/register", {"email": "new@lp.com", "username": "fresh", **NEW}, tab="t"), login(tab="m"), sent("/change-username", {"username": "later"}, tab="m"),
         sent("/change", OLD, tab="m")),
    # Links.
    case("stale confirm", CONF, stale("confirm", "/confirm")),
    case("stale reset", on("RECOVERABLE"), stale("reset", "/reset")),
    case("stale passwordless", on("PASSWORDLESS"), stale("login", "/login")),
    case("expired and gone", {**CONF, **on("RECOVERABLE"), "SECURITY_CONFIRM_EMAIL_WITHIN": PAST, "SECURITY_RESET_PASSWORD_WITHIN": PAST},
         sent("/confirm", {"email": "dave@lp.com"}), sent("/reset", {"email": "joe@lp.com"}), {"sql": "DELETE FROM user WHERE id IN (2, 3)"},
         get("{link:confirm}"), get("{link:reset}"), *both("{link:reset}", NEW)),
    case("expired passwordless and gone", {**on("PASSWORDLESS"), "SECURITY_LOGIN_WITHIN": PAST}, sent("/login", {"email": "joe@lp.com"}),
         {"sql": "DELETE FROM user WHERE id = 2"}, get("{link:login}"), get("/login")),
    case("two changes of an address", on("CHANGE_EMAIL", "CONFIRMABLE"), login(tab="m"), sent("/change-email", {"email": "one@lp.com"}, tab="m"),
         sent("/change-email", {"email": "two@lp.com"}, tab="m"), get("{link:change-email:0}", tab="m"), get("{link:change-email}", tab="m"),
         {"sql": "UPDATE user SET confirmed_at = NULL"}, sent("/change-email", {"email": "three@lp.com"}, tab="m"), get("{link:change-email}", tab="o")),
    case("links of one kind for another", {**CONF, **on("RECOVERABLE")}, sent("/confirm", {"email": "dave@lp.com"}), sent("/reset", {"email": "joe@lp.com"}),
         get("/reset/{token:confirm}"), get("/confirm/{token:reset}"), sent("/reset/{token:confirm}", NEW)),
    case("slow hashes in links", {**CONF, **on("RECOVERABLE", "CHANGE_EMAIL"), "SECURITY_HASHING_SCHEMES": ["sha256_crypt", "hex_md5"]},
         sent("/confirm", {"email": "dave@lp.com"}), get("{link:confirm}"), sent("/reset", {"email": "joe@lp.com"}), sent("{link:reset}", NEW),
         login(tab="m"), sent("/change-email", {"email": "one@lp.com"}, tab="m"), get("{link:change-email}", tab="m")),
    case("confirm signed in as another", {**CONF, "SECURITY_AUTO_LOGIN_AFTER_CONFIRM": True}, login(tab="m"), sent("/confirm", {"email": "dave@lp.com"}, tab="m"),
         get("{link:confirm}", tab="m"), get("/profile", tab="m"), get("/", tab="m")),
    case("confirm without waiting", {**CONF, "SECURITY_LOGIN_WITHOUT_CONFIRMATION": True, "SECURITY_AUTO_LOGIN_AFTER_CONFIRM": True, **on("RECOVERABLE", "USERNAME_RECOVERY")},
         post("/register", {"email": "new@lp.com", **NEW}, tab="r"), get("/profile", tab="r"), get("{link:confirm}", tab="r"), get("/", tab="r"),
         sent("/reset", {"email": "dave@lp.com"}), sent("/recover-username", {"email": "dave@lp.com"}), login("dave@lp.com", tab="d")),
    case("reset and in, unconfirmed", {**CONF, **on("RECOVERABLE", "AUTO_LOGIN_AFTER_RESET")}, sent("/reset", {"email": "joe@lp.com"}),
         {"sql": "UPDATE user SET confirmed_at = NULL WHERE id = 2"}, post("{link:reset}", NEW, tab="r"), get("/profile", tab="r")),
    case("reset and in, as another", on("RECOVERABLE", "AUTO_LOGIN_AFTER_RESET"), login(tab="m"), sent("/reset", {"email": "joe@lp.com"}, tab="m"),
         post("{link:reset}", NEW, tab="m"), get("/profile", tab="m")),
    case("remembered", {**on("CHANGEABLE", "RECOVERABLE", "AUTO_LOGIN_AFTER_RESET", "PASSWORDLESS"), "SECURITY_DEFAULT_REMEMBER_ME": True},
         sent("/login", {"email": "matt@lp.com"}, tab="m"), get("{link:login}", tab="m"), post("/change", OLD, tab="m"),
         sent("/reset", {"email": "joe@lp.com"}, tab="r"), post("{link:reset}", NEW, tab="r")),
    case("remembered change", on("CHANGEABLE"), post("/login", {"email": "matt@lp.com", "password": "password", "remember": "y"}, tab="m"),
         post("/change", OLD, tab="m"), get("/profile", tab="m")),
    # Other places.
    case("another sign-in page", {**ALL, **NAMES, "SECURITY_LOGIN_URL": "/enter", "SECURITY_LOGOUT_URL": "/leave"},
         get("/change"), get("/change-email?a=b"), post("/reset", {"email": "joe@lp.com"}), post("{link:reset}", NEW), get("/enter"),
         post("/recover-username", {"email": "joe@lp.com"}), post("/register", {"email": "new@lp.com", "username": "fresh", **NEW}, tab="r"),
         get("{link:confirm}", tab="r"), post("/enter", {"email": "matt@lp.com", "password": "password"}, tab="m"), get("/leave", tab="m")),
    case("slashed paths", {**ALL, **NAMES, **on("AUTO_LOGIN_AFTER_RESET"), "SECURITY_RESET_URL": "/reset/", "SECURITY_CONFIRM_URL": "/confirm/",
                           "SECURITY_CHANGE_EMAIL_URL": "/change-email/", "SECURITY_REGISTER_URL": "/register/"},
         get("/reset"), get("/reset/"), get("/register?next=/page1"), sent("/register", {"email": "n@lp.com", **NEW}), post("/reset/", {"email": "joe@lp.com"}),
         get("{link:reset}"), get("/reset/bogus"), get("/reset/bogus/"), post("{link:reset}", NEW, tab="s"), sent("/confirm/", {"email": "dave@lp.com"}),
         get("{link:confirm}"), sent("/change-email/", {"email": "two@lp.com"}, tab="s"), get("{link:change-email}", tab="s")),
    case("slashed passwordless", {**on("PASSWORDLESS"), "SECURITY_LOGIN_URL": "/login/"}, get("/login"), sent("/login/", {"email": "matt@lp.com"}),
         get("{link:login}"), get("/login/bogus"), get("/login/bogus/")),
    case("a group of another name", {**ALL, "SECURITY_BLUEPRINT_NAME": "auth", "SECURITY_POST_CONFIRM_VIEW": "auth.forgot_password",
                                     "SECURITY_POST_RESET_VIEW": ".login", "SECURITY_CONFIRM_ERROR_VIEW": ".send_confirmation"},
         sent("/confirm", {"email": "dave@lp.com"}), get("{link:confirm}"), get("/confirm/bogus"), sent("/reset", {"email": "joe@lp.com"}),
         post("{link:reset}", NEW), get("/change")),
    case("links of a named server", {**ALL, "SERVER_NAME": "lp.com:8000", **SPA}, sent("/confirm", {"email": "dave@lp.com"}, headers={"Host": "lp.com:8000"}),
         get("{link:confirm}", headers={"Host": "lp.com:8000"}), sent("/reset", {"email": "joe@lp.com"}, headers={"Host": "lp.com:8000"}),
         get("{link:reset}", headers={"Host": "lp.com:8000"}), get("/change", headers={"Host": "lp.com:8000"})),
    case("heads of links", {**CONF, **on("CHANGE_EMAIL", "RECOVERABLE")}, sent("/reset", {"email": "joe@lp.com"}), head("{link:reset}"), head("/reset/bogus"),
         head("/confirm/bogus"), head("/change-email/bogus")),
    case("views of other sites", {**CONF, **on("RECOVERABLE"), "SECURITY_POST_CONFIRM_VIEW": "https://app.lp.com/in?x=1", "SECURITY_POST_RESET_VIEW": "https://app.lp.com/in",
                                  "SECURITY_CONFIRM_ERROR_VIEW": "https://app.lp.com/bad"},
         sent("/confirm", {"email": "dave@lp.com"}), get("{link:confirm}"), get("{link:confirm}"), get("/confirm/bogus"), sent("/reset", {"email": "joe@lp.com"}),
         post("{link:reset}", NEW)),
    # Tokens in answers.
    case("tokens always", {**ALL, **NAMES, **on("AUTO_LOGIN_AFTER_CONFIRM", "AUTO_LOGIN_AFTER_RESET", "LOGIN_WITHOUT_CONFIRMATION", "BACKWARDS_COMPAT_AUTH_TOKEN")},
         sent("/register", {"email": "new@lp.com", "username": "fresh", **NEW}, tab="r"), sent("/reset", {"email": "joe@lp.com"}, tab="s"),
         sent("{link:reset}", NEW, tab="s"), sent("/change", {**OLD, "password": "battery staple", "new_password": "tree house", "new_password_confirm": "tree house"}, tab="s"),
         sent("/change-username", {"username": "later"}, tab="s"), sent("/change-email", {"email": "later@lp.com"}, tab="s"), get("/change-email", tab="s", headers=JSON)),
    case("refresh tokens", {**REG, **on("RECOVERABLE", "AUTO_LOGIN_AFTER_RESET", "CHANGEABLE", "REFRESH_TOKEN"), "SECURITY_TOKEN_MAX_AGE": 600},
         sent("/register?include_auth_token", {"email": "new@lp.com", **NEW}, tab="r"), sent("/reset", {"email": "joe@lp.com"}, tab="s"),
         sent("{link:reset}?include_auth_token", NEW, tab="s"),
         sent("/change?include_auth_token", {**OLD, "password": "battery staple", "new_password": "tree house", "new_password_confirm": "tree house"}, tab="s")),
    # The older pair of forms, and generic answers with other faults.
    case("register v1 names", {**REG, **NAMES, "SECURITY_USE_REGISTER_V2": False, **on("USERNAME_REQUIRED")}, named(["fresh", "matt", None, "no!way"]),
         both("/register", {"email": "matt@lp.com", "username": "matt", **NEW}, tab="t"), both("/register", {"email": "bogus", "username": "x"}, tab="t")),
    case("register v1 generic", {**CONF, **NAMES, **GENERIC, "SECURITY_USE_REGISTER_V2": False}, [
        step for index, (address, name, password) in enumerate([
            ("matt@lp.com", "matt", "battery staple"), ("new@lp.com", "joey", "battery staple"), ("matt@lp.com", "fresh", "short"),
            ("bogus", "matt", "battery staple"), ("new@lp.com", "matt", ""), ("new@lp.com", "fresh", "battery staple")])
        for step in both("/register", {"email": address, "username": name, "password": password, "password_confirm": password}, tab=f"g{index}")]),
    case("generic with other faults", {**CONF, **NAMES, **GENERIC, **on("USERNAME_REQUIRED")}, [
        step for index, change in enumerate([
            {"username": ""}, {"username": None}, {"password": "short"}, {"password_confirm": "other"}, {"next": "//evil.com"}, {"username": "no!"},
            {"email": ""}, {"email": 7}, {"email": "bogus", "username": "matt"}, {"username": "joey", "password": "short"}])
        for step in [sent("/register", {"email": "matt@lp.com", "username": "fresh", **NEW, **change}, tab=f"o{index}")]]),
    case("views and generic", {**ALL, **NAMES, **GENERIC, **V["views"]}, both("/register", {"email": "matt@lp.com", "username": "fresh", **NEW, "next": "/page1"}, tab="r"),
         both("/register?next=/page1", {"email": "matt@lp.com", "username": "fresh", **NEW}, tab="r"), both("/register", {"email": "joe@lp.com", "username": "fresh", **NEW}, tab="r")),
]
