"""Why some answers of `beside.py` differ: Gatewright's documented deviations."""

# Cases and difference as regular expressions, and the reason.
REASONS = [
    (r"^inactive reset", r"", "Harden 3: whoever was deactivated resets no password"),
    (r"^inactive change email", r"", "Harden 8: whoever was deactivated changes no address"),
    (r"^inactive passwordless", r"", "Harden 4: only who may sign in does"),
    (r"^inactive confirm$", r"", "Harden 7: whoever was deactivated is confirmed, not signed in"),
    (r"^again passwordless", r"", "Harden 4: a link signs in once"),
    (r"^passwordless expired$", r"^events\.[01]\b|^mails\.0 ", "Harden 4: an old link brings one other link, not one each time"),
    # What the contract's section "Harden" asks for.
    (r"", r"^events\.\d+\.form_data\.(password|password_confirm) ", "Harden 13: listeners never hear passwords"),
    (r"", r"^events\.\d+\.form_data\.csrf_token ", "Harden 13: nor what guards the session"),
    (r"", r"^events\.\d+\.(user\.id|refresh_tracker\.(id|user_id)) null \| \d+", "Harden 11: committed first, so there is a key"),
    (r"", r"^json\.response\.user\.last_update null", "Harden 11: committed first, so there is a time"),
    (r"^register next", r"", "a next that a browser reads as another host is refused instead of quoted"),
    (r"^confirm asked|^reset asked|^recover username|^passwordless", r"^content-type .*text/html.* \| null|^vary .* \| null|^page \{.*\} \| \"<absent>\"", "OPTIONS has no body"),
    (r"", r"^page\.fields\.(email|username)\.value ", "a field shows what was typed, not its normal form"),
    (r"^register v1", r"Password not provided", "a value of a wrong type is one fault, not two"),
    (r"^generic csrf", r"^page\.errors", "the page says why it was refused"),
    (r"asked generic|username generic", r"sent to None", "no address is no None"),
    (r"^change email( views| generic)?$", r"^cookies.session \"<absent>\"", "a page about a wrong method shows what was flashed"),
    (r"^change( views| silent)?$|^silent flows|^no mails", r"fs_gexp", "a session that was renewed has its grace from the next check on"),
    (r"^confirm spa and in", r"^location .*8081/", "the application's own root gets no other host"),
    (r"^change username silent", r"", "a name that is no identity is unique whatever its case, and no name is no name (Harden 10)"),
    # Of guards and sessions, by the contract's core.
    (r"^by token|^protected$", r"fs_gexp", "Harden 13.1, 13.13: the grace is the session's, a token earns none"),
    (r"^by password", r"^events", "Harden 13.4: a wrong password by HTTP Basic is reported"),
    (r"^protected$", r"None is already associated", "no name is no name (Harden 10)"),
    (r"^protected but strangers", r"^page\.csrf", "a page has a token against CSRF although none is asked for"),
    (r"^mailed links unprotected$", r"^cookies\.session", "that a session is not fresh is written with the request that makes it"),
    (r"^nexts refused", r"", "Harden 13.6: backslashes and leading blanks are refused"),
    (r"^nexts as they are", r"^location", "Harden 13.8: what is quoted already is not quoted again"),
    (r"^spa merged", r"^location .*x=a\+b", "a view keeps the members of its query that have no value"),
    (r"^spa merged", r"^mails\.\d+\.to .*xn--", "a mail server is told a domain in ASCII"),
    (r"^slashed", r'^location "http://localhost(.*)" \| "\1"$|^content-type .* \| null|^vary .* \| null|^page \{', "a redirect to the path with its slash is relative and has no page"),
    (r"^password with an end", r"", "some schemes end a password at NUL: what comes behind it would count for nothing"),
]
