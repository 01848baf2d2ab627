"""Why some answers of `beside.py` differ: Gatewright's documented deviations."""

# Cases and difference as regular expressions, and the reason.
REASONS = [
    (r"^inactive reset", r"", "Harden 3: whoever was deactivated resets no password"),
    (r"^inactive change email", r"", "Harden 8: whoever was deactivated changes no address"),
    (r"^inactive passwordless", r"", "Harden 4: only who may sign in does"),
    (r"^inactive confirm$", r"", "Harden 7: whoever was deactivated is confirmed, not signed in"),
    (r"^again passwordless", r"", "Harden 4: a link signs in once"),
    # What the contract's section "Harden" asks for.
    (r"", r"^events\.\d+\.form_data\.(password|password_confirm) ", "Harden 13: listeners never hear passwords"),
    (r"", r"^events\.\d+\.form_data\.(next|submit|csrf_token) ", "what is not about the account is not told"),
    (r"", r"^events\.\d+\.form_data\.username null", "no name is left out"),
    (r"^register|^confirm|^other paths", r"^events\.\d+\.user\.id null \| \d+", "Harden 11: committed first, so there is a key"),
    (r"^register|^confirm", r"^json\.response\.user\.last_update null", "Harden 11: committed first, so there is a time"),
    (r"^register next", r"", "a next that a browser reads as another host is refused instead of quoted"),
    (r"^confirm asked|^reset asked|^recover username|^passwordless", r"^content-type .*text/html.* \| null|^vary .* \| null|^page \{.*\} \| \"<absent>\"", "OPTIONS has no body"),
    (r"", r"^page\.fields\.(email|username)\.value ", "a field shows what was typed, not its normal form"),
    (r"^register v1", r"Password not provided", "a value of a wrong type is one fault, not two"),
    (r"^generic csrf", r"^page\.errors", "the page says why it was refused"),
    (r"asked generic|username generic", r"sent to None", "no address is no None"),
    (r"^change email( views| generic)?$", r"^cookies.session \"<absent>\"", "a page about a wrong method shows what was flashed"),
    (r"^change( views| silent)?$", r"^events.*user_failed_authn", "Harden 15: a wrong current password is reported"),
    (r"^change( views| silent)?$", r"fs_gexp", "a session that was renewed has its grace from the next check on"),
    (r"^confirm spa and in", r"^location .*8081/", "the application's own root gets no other host"),
    (r"^change username silent", r"", "a name that is no identity is unique whatever its case, and no name is no name (Harden 10)"),
]
