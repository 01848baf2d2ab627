# English. Keys in capitals are what clients, settings and templates name; never rename one.

## Accounts: addresses and confirmation

ALREADY_CONFIRMED = Nothing left to do: this email address is confirmed.
CONFIRMATION_EXPIRED = This link has expired: it was valid for { $within }. Please ask for a new one.
CONFIRMATION_REQUEST = We have sent an email to { $email }. Open the link in it to confirm the address.
CONFIRMATION_REQUIRED = Confirm your email address first. The link is in the email that we have sent you.
CONFIRM_REGISTRATION = Welcome! One more step: open the link in the email that we have sent to { $email }.
EMAIL_CONFIRMED = Thank you! Your email address is confirmed.
INVALID_CONFIRMATION_TOKEN = This confirmation link does not work. Please ask for a new one.
CHANGE_EMAIL_CONFIRMED = Done: your account now uses the new email address.
CHANGE_EMAIL_EXPIRED = This link has expired: it was valid for { $within }. Please start the change of address again.
CHANGE_EMAIL_SENT = We have sent an email to { $email }. Open the link in it to complete the change.
EMAIL_ALREADY_ASSOCIATED = There is already an account with the address { $email }. Sign in to it, or use another address.
EMAIL_NOT_PROVIDED = Please enter your email address.
INVALID_EMAIL_ADDRESS = This does not look like an email address. It should read like name@example.com.
DISABLED_ACCOUNT = This account is disabled. Please ask an administrator.
USER_DOES_NOT_EXIST = We do not know this account. Please check what you typed.

## Signing in

ANONYMOUS_USER_REQUIRED = You are already signed in. Sign out first if you want to do this.
API_ERROR = We cannot read this value. Please check the request.
FORGOT_PASSWORD = Forgot your password?
GENERIC_AUTHN_FAILED = That did not work. Check what you typed and try again.
GENERIC_RECOVERY = If we know this account, an email with the next steps is on its way.
GENERIC_US_SIGNIN = If we know this account, a code is on its way.
IDENTITY_ALREADY_ASSOCIATED = Another account already uses { $value } as its { $attr }.
IDENTITY_NOT_REGISTERED = No account here belongs to { $id }. Please register first.
INVALID_LOGIN_TOKEN = This sign-in link does not work. Please ask for a new one.
INVALID_REDIRECT = You cannot be sent to that address: it is not part of this site.
LOGIN = Sign in to see this page.
LOGIN_EMAIL_SENT = We have sent an email to { $email }. Open the link in it to sign in.
LOGIN_EXPIRED = This sign-in link has expired: it was valid for { $within }. We have sent a new one to { $email }.
PASSWORDLESS_LOGIN_SUCCESSFUL = Welcome, you are signed in.
OAUTH_HANDSHAKE_ERROR = The other service did not let you in ({ $exerror }: { $exdesc }). Please try again.
REAUTHENTICATION_REQUIRED = To keep your account safe, please confirm that it is you.
REAUTHENTICATION_SUCCESSFUL = Thank you, now we know that it is you.
REFRESH = Sign in again to see this page.
REFRESH_TOKEN_INVALID = This refresh token is not accepted ({ $reason }). Sign in to get a new one.
UNAUTHENTICATED = Please sign in first.
UNAUTHORIZED = Your account does not have permission for this.

## Passwords

INVALID_PASSWORD = That is not the right password.
INVALID_RESET_PASSWORD_TOKEN = This link does not work, or has been used already. Please ask for a new one.
PASSWORD_BREACHED = This password appears in a list of stolen passwords. Please choose another one.
PASSWORD_BREACHED_SITE_ERROR = We could not check this password against the list of stolen ones. Please try again in a while.
PASSWORD_CHANGE = Your new password is set.
PASSWORD_INVALID_LENGTH = A password needs { $length } to 128 characters.
PASSWORD_IS_THE_SAME = This is your current password. Please choose another one.
PASSWORD_MISMATCH = You typed two different passwords.
PASSWORD_NOT_PROVIDED = Please enter a password.
PASSWORD_RESET = Your new password is set, and you are signed in.
PASSWORD_RESET_EXPIRED = This link has expired: it was valid for { $within }. Please ask for a new one.
PASSWORD_RESET_NO_LOGIN = Your new password is set. Sign in with it.
PASSWORD_RESET_REQUEST = If { $email } belongs to an account, an email is on its way there. It says how to set a new password.
PASSWORD_TOO_SIMPLE = This password is easy to guess. A few more unusual words make it safe.
PASSWORD_WEAK_CONTEXT = This password is made of names that are yours or this site’s. Those are tried first.
PASSWORD_WEAK_KEY_ROW = Keys side by side are easy to guess.
PASSWORD_WEAK_KEY_PATTERN = A short pattern on the keyboard is easy to guess.
PASSWORD_WEAK_REPEATED_CHARACTER = The same character again and again is easy to guess.
PASSWORD_WEAK_REPEATED_PART = A part that is repeated is hardly harder to guess than the part alone.
PASSWORD_WEAK_TOP_10 = This is one of the ten most used passwords.
PASSWORD_WEAK_TOP_100 = This is one of the hundred most used passwords.
PASSWORD_WEAK_COMMON = Many people use this password, so it is tried first.
PASSWORD_WEAK_SIMILAR = This password is very similar to one that many people use.
PASSWORD_WEAK_SEQUENCE = Letters or digits in sequence are easy to guess.
PASSWORD_WEAK_YEAR = A year is easy to guess.
PASSWORD_WEAK_WORD = One word alone is easy to guess.
PASSWORD_WEAK_DATE = A date is easy to guess.
PASSWORD_WEAK_NAME = A name alone is easy to guess.
PASSWORD_WEAK_NAMES = Common names are easy to guess.
PASSWORD_ADVICE_FEW_WORDS = Take several words that do not belong together.
PASSWORD_ADVICE_NO_SIGNS = Symbols, digits and capital letters are not needed.
PASSWORD_ADVICE_MORE_WORDS = One or two more unusual words make it safe.
PASSWORD_ADVICE_CAPITAL = A capital letter at the beginning helps little.
PASSWORD_ADVICE_CAPITALS = Capital letters throughout help little.
PASSWORD_ADVICE_REVERSED = Words written backwards help little.
PASSWORD_ADVICE_SWAPS = Symbols in place of letters, such as @ for a, help little.
PASSWORD_ADVICE_KEY_PATTERN = A pattern on the keyboard has to be longer and change direction more often.
PASSWORD_ADVICE_NO_REPEATS = Do not repeat words or characters.
PASSWORD_ADVICE_NO_SEQUENCES = Leave out sequences of letters and digits.
PASSWORD_ADVICE_NO_RECENT_YEARS = Leave out recent years.
PASSWORD_ADVICE_NO_OWN_YEARS = Leave out years that have to do with you.
PASSWORD_ADVICE_NO_OWN_DATES = Leave out dates that have to do with you.
RETYPE_PASSWORD_MISMATCH = The two passwords differ. Please type the same one twice.

## Names and numbers

INVALID_INPUT = This has characters that we cannot accept. Please leave out markup such as < and &.
INVALID_INPUT_LENGTH = This is too long. Please use { $length } characters at most.
PHONE_INVALID = This is not a valid phone number. Write it with the country code, like +1 650 253 0000.
USERNAME_ALREADY_ASSOCIATED = The username { $username } is taken. Please choose another one.
USERNAME_CHANGE = Your new username is set.
USERNAME_DISALLOWED_CHARACTERS = A username may only have letters and digits.
USERNAME_INVALID_LENGTH = A username needs { $min } to { $max } characters.
USERNAME_NOT_PROVIDED = Please enter a username.
USERNAME_RECOVERY_REQUEST = If we know this address, an email with your username is on its way.

## Codes and second factors

CODE_HAS_BEEN_SENT = A code is on its way to you.
FAILED_TO_SEND_CODE = We could not send the code. Please try again in a while.
INVALID_CODE = This link has a wrong code. Please ask for a new one.
INVALID_PASSWORD_CODE = Neither the password nor the code is right.
INVALID_RECOVERY_CODE = This recovery code is not right, or was used before.
NO_RECOVERY_CODES_SETUP = You have no recovery codes yet.
TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL = Your second factor is set up.
TWO_FACTOR_DISABLED = Your second factor is switched off.
TWO_FACTOR_INVALID_TOKEN = This code is not right. Please check it, or ask for a new one.
TWO_FACTOR_LOGIN_SUCCESSFUL = The code is right. Welcome!
TWO_FACTOR_METHOD_NOT_AVAILABLE = This second factor cannot be chosen here.
TWO_FACTOR_PERMISSION_DENIED = Please sign in first; the second factor comes after it.
TWO_FACTOR_SETUP_EXPIRED = You had { $within } to finish this. Please start the set-up again.
USE_CODE = Your sign-in code is { $code }. Nobody from us will ever ask you for it.
US_CURRENT_METHODS = You can sign in with: { $method_list }.
US_METHOD_NOT_AVAILABLE = You cannot sign in this way; it is not set up.
US_SETUP_EXPIRED = You had { $within } to finish this. Please start the set-up again.
US_SETUP_SUCCESSFUL = This way of signing in is set up.
US_SPECIFY_IDENTITY = We do not know this account. Please check what you typed.

## Passkeys

WEBAUTHN_CREDENTIAL_DELETED = The passkey “{ $name }” is removed.
WEBAUTHN_CREDENTIAL_ID_INUSE = This passkey is registered already.
WEBAUTHN_CREDENTIAL_WRONG_USAGE = This passkey is registered for another step of signing in.
WEBAUTHN_EXPIRED = You had { $within } to use your passkey. Please try again.
WEBAUTHN_MISMATCH_USER_HANDLE = This passkey belongs to another account.
WEBAUTHN_NAME_DISALLOWED_CHARACTERS = The name may only have letters, digits, blanks, hyphens and underscores.
WEBAUTHN_NAME_INUSE = You already have a passkey named “{ $name }”.
WEBAUTHN_NAME_NOT_FOUND = You have no passkey named “{ $name }”.
WEBAUTHN_NAME_REQUIRED = Please give the passkey a name.
WEBAUTHN_NO_VERIFY = The passkey was not accepted ({ $cause }). Please try again.
WEBAUTHN_ORPHAN_CREDENTIAL_ID = The account of this passkey is gone.
WEBAUTHN_REGISTER_SUCCESSFUL = The passkey “{ $name }” is ready to use.
WEBAUTHN_UNKNOWN_CREDENTIAL_ID = We do not know this passkey.

## Requests: what clients may compare word for word

LITERAL = { $text }
REGISTRATION_SENT = If this address is new here, its account is ready: sign in now.
FIRST_ADMINISTRATOR_READY = You are the administrator now.
ACCOUNT_UNLOCKED = Your account is unlocked. You can sign in again.
CHANGE_EMAIL_UNDONE = Your account uses { $email } again, and is signed out everywhere. The next steps are in the email that we have sent you.
CHANGE_EMAIL_UNDO_EXPIRED = This link has expired: it was valid for { $within }. Please write to the people who run this site.
CHANGE_EMAIL_UNDO_INVALID = This link does not work, or the change has been undone already.
CHANGE_EMAIL_UNDO_TAKEN = Another account uses { $email } now, so we cannot give it back to yours. Please write to the people who run this site.
ACCOUNT_CLOSED = Your account is closed and will be deleted in { $within }. If you change your mind, open the link in the email that we have sent you.
ACCOUNT_REOPENED = Your account is open again. Sign in to continue.
ACCOUNT_REOPEN_INVALID = This link does not work, or the account is open already.
ACCOUNT_LAST_ADMINISTRATOR = You are the last administrator. Make somebody else one before you close your account.
VISIT_FIRST = Please have a look at this page first.
SESSION_REVOKED = That device is signed out now.
SESSION_GONE = That device was signed out already.
SESSIONS_OTHERS_REVOKED = You are signed out everywhere but here.
SESSIONS_ALL_REVOKED = You are signed out everywhere. Sign in again to continue.
CSRF_TOKEN_MISSING = The CSRF token is missing.
CSRF_SESSION_TOKEN_MISSING = The CSRF session token is missing.
CSRF_TOKEN_EXPIRED = The CSRF token has expired.
CSRF_TOKEN_INVALID = The CSRF token is invalid.
CSRF_TOKEN_MISMATCH = The CSRF tokens do not match.
CSRF_REFERRER_MISSING = The referrer header is missing.
CSRF_REFERRER_MISMATCH = The referrer does not match the host.
CSRF_ORIGIN_MISMATCH = The request comes from another site.
FIELD_REQUIRED = Please fill this in.
CHOICE_INVALID = Please choose one of the options offered.

## Spans of time and lists

DURATION_YEARS = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
DURATION_MONTHS = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
DURATION_DAYS = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
DURATION_HOURS = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
DURATION_MINUTES = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
DURATION_SECONDS = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
DURATION_AND = { $first } and { $last }
DURATION_COMMA = { $first }, { $last }
LIST_COMMA = { $first }, { $last }
LIST_END = { $first } and { $last }

## What every page has

PAGE_LANGUAGE = en
LANGUAGE_NAME = English
SITE_NAME = Gatewright
NAV_HOME = Home
NAV_LOGIN = Sign in
NAV_LOGOUT = Sign out
NAV_REGISTER = Create an account
NAV_FORGOT_PASSWORD = Forgot your password?
NAV_CONFIRM = Send the confirmation email again
NAV_RECOVER_USERNAME = Forgot your username?
NAV_CHANGE_PASSWORD = Change your password
NAV_CHANGE_EMAIL = Change your email address
NAV_CHANGE_USERNAME = Change your username
NAV_SESSIONS = Your devices
NAV_ACCOUNT = Account
NAV_LANGUAGE = Language
NAV_BACK = Back
NAV_MENU = Your account
NAV_SKIP = Skip to the content
LANGUAGE_TITLE = Choose your language
FLASH_TITLE = Messages
ERRORS_TITLE = Please correct this:

## Fields

FIELD_EMAIL = Email address
FIELD_EMAIL_NEW = New email address
FIELD_IDENTITY = Email address or username
FIELD_USERNAME = Username
FIELD_USERNAME_NEW = New username
FIELD_PASSWORD = Password
FIELD_PASSWORD_NOW = Current password
FIELD_PASSWORD_NEW = New password
FIELD_PASSWORD_AGAIN = Repeat the password
FIELD_PASSWORD_OPTIONAL = Password (optional)
FIELD_PASSWORD_OR_CODE = Password or code
FIELD_REMEMBER = Keep me signed in on this device
FIELD_PHONE = Phone number
FIELD_CODE = Code
FIELD_OPTIONAL = optional
FIELD_ROLES = Roles
PASSWORD_HINT = A few unusual words are easier to remember than symbols.

## Page: sign in

LOGIN_TITLE = Sign in
LOGIN_SUBMIT = Sign in
LOGIN_EITHER = Your email address or your username is enough.
LOGIN_NEW_HERE = New here?
LOGIN_OTHER_WAYS = Other ways to sign in
LOGIN_WITH = Sign in with { $provider }

## Page: password forgotten

FORGOT_PASSWORD_TITLE = Forgot your password?
FORGOT_PASSWORD_TEXT = Enter your email address, and we will send you a link to set a new one.
FORGOT_PASSWORD_SUBMIT = Send the link

## Page: a new password in place of a forgotten one

RESET_PASSWORD_TITLE = Set a new password
RESET_PASSWORD_TEXT = You will be signed out on all devices.
RESET_PASSWORD_SUBMIT = Set the password

## Page: change the password

CHANGE_PASSWORD_TITLE = Change your password
CHANGE_PASSWORD_TEXT = You will stay signed in here, and be signed out on all other devices.
CHANGE_PASSWORD_FIRST = Your account has no password yet.
CHANGE_PASSWORD_SUBMIT = Change the password

## Page: a link to sign in

SEND_LOGIN_TEXT = Enter your email address, and we will send you a link that signs you in.
SEND_LOGIN_SUBMIT = Send the link
LOGIN_LINK_TITLE = Sign in
LOGIN_LINK_TEXT = You are about to sign in as { $email }.
LOGIN_LINK_SUBMIT = Sign in
LOGIN_LINK_EXPIRED_TITLE = This link has expired
LOGIN_LINK_EXPIRED_TEXT = It no longer signs you in. We can send a new one to { $email }.
LOGIN_LINK_EXPIRED_SUBMIT = Send a new link

## Page: sign out

LOGOUT_TITLE = Sign out
LOGOUT_TEXT = Do you want to sign out on this device?
LOGOUT_SUBMIT = Sign out
LOGOUT_STAY = Stay signed in

## Page: it is still you

VERIFY_TITLE = Please confirm that it is you
VERIFY_TEXT = The next step is a sensitive one. Enter your password again to continue.
VERIFY_SUBMIT = Continue

## Page: one's own sessions

SESSIONS_TITLE = Your devices
SESSIONS_TEXT = These devices are signed in to your account. If there is one that you do not know, sign it out and change your password.
SESSIONS_CURRENT = this device
SESSIONS_UNKNOWN = Unknown device
SESSIONS_SEEN = Last used
SESSIONS_NOW = just now
SESSIONS_AGO = { $span } ago
SESSIONS_ADDRESS = IP address
SESSIONS_BEGAN = Signed in
SESSIONS_ENDS = Expires if unused
SESSIONS_REMEMBERED = stays signed in
SESSIONS_REVOKE = Sign out
SESSIONS_REVOKE_LABEL = Sign out: { $device }, { $address }, { $seen }
SESSIONS_NONE = No device is signed in on a page; applications may be, with tokens.
SESSIONS_OTHERS_TITLE = Sign out all at once
SESSIONS_OTHERS_TEXT = This also signs out applications that use your account, and ends the links in emails that we have sent you.
SESSIONS_OTHERS = Sign out all other devices
SESSIONS_ALL = Sign out everywhere, here too

## Page: another email address

CHANGE_EMAIL_TITLE = Change your email address
CHANGE_EMAIL_NOW = Your current address:
CHANGE_EMAIL_TEXT = We will send a link to the new address. Open it within { $within } to complete the change.
CHANGE_EMAIL_SUBMIT = Send the link
CHANGE_EMAIL_ASK_TITLE = Use this address?
CHANGE_EMAIL_ASK_TEXT = Your account will then use { $email }. You sign in with it, and our emails go there.
CHANGE_EMAIL_ASK_SUBMIT = Use this address
UNDO_EMAIL_TITLE = Undo the change of address?
UNDO_EMAIL_TEXT = Your account will use { $email } again and be signed out everywhere. We will then email you the next steps.
UNDO_EMAIL_SUBMIT = Undo the change

## Page: another user name

CHANGE_USERNAME_TITLE = Change your username
CHANGE_USERNAME_NOW = Your current username:
CHANGE_USERNAME_NONE = You have no username yet.
CHANGE_USERNAME_HINT = { $min } to { $max } letters and digits.
CHANGE_USERNAME_EMPTY = Leave it empty to remove yours.
CHANGE_USERNAME_SUBMIT = Change the username

## Page: user name forgotten

RECOVER_USERNAME_TITLE = Forgot your username?
RECOVER_USERNAME_TEXT = Enter your email address, and we will send you your username.
RECOVER_USERNAME_SUBMIT = Send my username

## Page: one's own account

ACCOUNT_TITLE = Your account
ACCOUNT_CONFIRMED = confirmed
ACCOUNT_UNCONFIRMED = not confirmed
ACCOUNT_SINCE = Member since
ACCOUNT_LAST_LOGIN = Previous sign-in
ACCOUNT_EMAIL_TITLE = Email address
ACCOUNT_USERNAME_TITLE = Username
ACCOUNT_PASSWORD_TITLE = Password
ACCOUNT_PASSWORD_SET = You sign in with a password.
ACCOUNT_PASSWORD_NONE = You have no password.
ACCOUNT_SESSIONS_TEXT = See where you are signed in, and sign devices out.
ACCOUNT_SESSIONS_LINK = See your devices
ACCOUNT_CONFIRM_TITLE = Your address is not confirmed
ACCOUNT_CONFIRM_TEXT = Open the link in the email that we have sent to { $email }, or ask for another one.
ACCOUNT_ACTIVITY_TITLE = Recent activity
ACCOUNT_ACTIVITY_TEXT = Was something here not you? Change your password and sign out all other devices.
ACCOUNT_DATA_TITLE = Your data
ACCOUNT_DATA_TEXT = Download a copy of what we have stored about you, or close your account.
ACCOUNT_DATA_LINK = Download your data
ACCOUNT_CLOSE_LINK = Close your account
CLOSE_ACCOUNT_TITLE = Close your account?
CLOSE_ACCOUNT_NOW = You will be signed out everywhere at once, and nobody can sign in any more.
CLOSE_ACCOUNT_LATER = In { $within } your account and everything that belongs to it will be deleted. Until then, a link that we email you opens it again; after that, nobody can bring it back.
CLOSE_ACCOUNT_DATA = Do you want to keep a copy of your data? Get it first:
CLOSE_ACCOUNT_SUBMIT = Close my account
CLOSE_ACCOUNT_STAY = Back to your account
REOPEN_ACCOUNT_TITLE = Keep your account?
REOPEN_ACCOUNT_TEXT = The account { $email } is closed. If you keep it, it is not deleted, and you can sign in again.
REOPEN_ACCOUNT_SUBMIT = Keep my account
ACTIVITY_USER_AUTHENTICATED = Signed in
ACTIVITY_USER_FAILED_AUTHN = Wrong password or code
ACTIVITY_PASSWORD_CHANGED = Password changed
ACTIVITY_PASSWORD_RESET = Forgotten password replaced
ACTIVITY_CHANGE_EMAIL_CONFIRMED = Email address changed
ACTIVITY_EMAIL_CHANGE_UNDONE = Change of email address undone
ACTIVITY_USERNAME_CHANGED = Username changed
ACTIVITY_ACCOUNT_LOCKED = Account locked
ACTIVITY_ACCOUNT_UNLOCKED = Account unlocked
ACTIVITY_ACCOUNT_CLOSED = Account closed
ACTIVITY_ACCOUNT_REOPENED = Account reopened
ACTIVITY_SESSION_REVOKED = Device signed out
ACTIVITY_SESSION_REPLAYED = Copied session ended
ACTIVITY_USER_CONFIRMED = Email address confirmed
ACTIVITY_USER_REGISTERED = Account created
ACTIVITY_RESET_PASSWORD_INSTRUCTIONS_SENT = Link to set a new password requested
ACTIVITY_CHANGE_EMAIL_INSTRUCTIONS_SENT = Change of email address requested
ACTIVITY_CONFIRM_INSTRUCTIONS_SENT = Link to confirm the email address requested
ACTIVITY_LOGIN_INSTRUCTIONS_SENT = Link to sign in requested
ACTIVITY_USERNAME_RECOVERY_EMAIL_SENT = Username requested
ACTIVITY_USER_CREATED = Account created by an administrator

## Page: register

REGISTER_TITLE = Create an account
REGISTER_SUBMIT = Create the account
REGISTER_HAVE_ACCOUNT = Do you have an account?
REGISTER_PASSWORD_HINT = At least { $length } characters. A few unusual words are easier to remember than symbols.

## Pages: confirm the address

SEND_CONFIRMATION_TITLE = Confirm your email address
SEND_CONFIRMATION_TEXT = We will send you an email with a link. Open it to confirm your address.
SEND_CONFIRMATION_SUBMIT = Send the email
CONFIRM_EMAIL_TITLE = Confirm your email address
CONFIRM_EMAIL_TEXT = Is { $email } your address? Press the button to confirm it.
CONFIRM_EMAIL_SUBMIT = Confirm my address

## Page: welcome

WELCOME_TITLE = Welcome
WELCOME_SIGNED_IN = You are signed in as { $name }.
WELCOME_SIGNED_OUT = You are not signed in.
WELCOME_NO_ROLES = none
WELCOME_NEXT_TITLE = What to do next
WELCOME_NEXT_IN = This start page comes with the server. Put your own application in its place and say which of its pages need which role.
WELCOME_NEXT_OUT = Sign in to see your account.

## Page: the first administrator

UNLOCK_TITLE = Unlock your account
UNLOCK_TEXT = Your account was locked after too many wrong passwords or codes. You can unlock it here.
UNLOCK_SUBMIT = Unlock my account
SETUP_TITLE = Create the first administrator
SETUP_TEXT = This site has no accounts yet. The one that you create here can do everything.
SETUP_TOKEN = Set-up key
SETUP_TOKEN_HINT = It is in the log that the server wrote when it started.
SETUP_TOKEN_WRONG = This set-up key is not right. Copy it again from the log of the server.
SETUP_SUBMIT = Create the administrator
SETUP_DONE = The administrator exists now. Sign in to continue.

## Pages: something is wrong

ERROR_400_TITLE = We could not read that
ERROR_400_TEXT = Go back, reload the page and try again.
ERROR_401_TITLE = Please sign in
ERROR_401_TEXT = This page is for signed-in visitors.
ERROR_401_STALE_TEXT = This page needs a more recent sign-in. Sign out, sign in again, and come back.
ERROR_403_TITLE = Not allowed
ERROR_403_TEXT = If you need this page, ask an administrator for access.
ERROR_404_TITLE = Nothing here
ERROR_404_TEXT = This address leads nowhere. Check it for a typing error, or start from the home page.
ERROR_405_TITLE = That does not work here
ERROR_405_TEXT = This address exists, but not for what you tried. Start from the home page.
ERROR_HOST_TEXT = This site is not served under that address. Check the address in the browser, or tell the people who run this site.
ERROR_CROSS_SITE_TEXT = A page of another site has sent this, so nothing was done. If you meant it, open this site in a new tab and do it there.
ERROR_413_TITLE = Too large
ERROR_413_TEXT = You have sent more than we accept. Send less and try again.
ERROR_429_TITLE = A little slower, please
ERROR_429_TEXT = There were too many attempts. Wait { $wait } and try again.
ERROR_500_TITLE = That was our mistake
ERROR_500_TEXT = Something failed on our side, and it has been written to the log. Please try again in a while.
ERROR_503_TITLE = Very busy
ERROR_503_TEXT = There is more to do than we can handle right now. Please try again in { $wait }.
ERROR_CSRF_TITLE = This form is too old
ERROR_CSRF_TEXT = For your safety a form works for a limited time only. Please send it again.

## Mails

MAIL_FOOTER = This email was sent automatically; nobody reads replies to it.
MAIL_LINK_HINT = If the button does not work, copy this address into your browser:
MAIL_UNKNOWN = unknown
MAIL_SEEN_TIME = Time
MAIL_SEEN_ADDRESS = IP address
MAIL_SEEN_AGENT = Device
MAIL_SESSION_REPLAYED_SUBJECT = We have ended a session of your account
MAIL_SESSION_REPLAYED_TEXT = Somebody used a key of your session that was no longer valid. That happens if the session was copied to another device, so we have ended it.
MAIL_REFRESH_REPLAYED_SUBJECT = We have signed an application out of your account
MAIL_REFRESH_REPLAYED_TEXT = A key with which an application stays signed in to your account was used twice. That happens if it was copied, so we have made it invalid.
MAIL_REPLAYED_YOU = If this was you, for example with a copied browser profile or a restored backup, just sign in again.
MAIL_REPLAYED_NOT_YOU = If it was not, somebody may have had access to your account. Change your password, sign out everywhere and check your devices for malware.
MAIL_ACCOUNT_LOCKED_SUBJECT = Your account is locked for now
MAIL_ACCOUNT_LOCKED_TEXT = There were too many wrong passwords or codes for your account, so we have locked it.
MAIL_ACCOUNT_LOCKED_WITHIN = It unlocks by itself after { $within }.
MAIL_ACCOUNT_LOCKED_LINK = If this was you, you can unlock it right now:
MAIL_ACCOUNT_LOCKED_BUTTON = Unlock my account
MAIL_ACCOUNT_LOCKED_NOT_YOU = If it was not you, somebody is trying to get in. They have not succeeded, and there is nothing that you need to do. If you use the same password elsewhere, now is a good time to change it.
MAIL_LINK_WITHIN = The link works once, within { $within }.
MAIL_CONFIRM_SUBJECT = Please confirm your email address
MAIL_CONFIRM_TEXT = Is { $email } your address? Open this link to confirm it.
MAIL_CONFIRM_BUTTON = Confirm my address
MAIL_CONFIRM_NOT_YOU = If you did not ask for this email, you can ignore it: nothing is confirmed without the link.
MAIL_RESET_SUBJECT = Set a new password
MAIL_RESET_TEXT = Somebody, probably you, wants to set a new password for your account. Open this link to do that. It works once, within { $within }:
MAIL_RESET_BUTTON = Set a new password
MAIL_RESET_NOT_YOU = If it was not you, you can ignore this email: your password stays as it is.
MAIL_RESET_NOTICE_SUBJECT = Your password was reset
MAIL_RESET_NOTICE_TEXT = A new password was set for your account, using a link that we had sent to this address. You are signed out on all devices.
MAIL_CHANGE_NOTICE_SUBJECT = Your password was changed
MAIL_CHANGE_NOTICE_TEXT = The password of your account was changed. All other devices are signed out.
MAIL_PASSWORD_NOT_YOU = If it was not you, somebody has access to your account. Set a new password at once, and make sure that nobody else can read your emails.
MAIL_LOGIN_SUBJECT = Your link to sign in
MAIL_LOGIN_TEXT = This link signs you in to your account. It works once, within { $within }:
MAIL_LOGIN_BUTTON = Sign in
MAIL_LOGIN_NOT_YOU = Do not pass it on: whoever has the link can sign in as you. If you did not ask for it, you can ignore this email.
MAIL_CHANGE_EMAIL_SUBJECT = Confirm your new email address
MAIL_CHANGE_EMAIL_TEXT = Somebody wants to use this email address for the account { $email }. If that was you, open this link:
MAIL_CHANGE_EMAIL_BUTTON = Use this address
MAIL_CHANGE_EMAIL_WITHIN = The link works for { $within }. This is where the request came from:
MAIL_CHANGE_EMAIL_NOT_YOU = If you do not know that account, there is nothing to do: without the link nothing changes.
MAIL_CHANGE_EMAIL_DONE_SUBJECT = The email address of your account was changed
MAIL_CHANGE_EMAIL_DONE_TEXT = Your account now uses another email address: { $email }. We will send no further emails to this one.
MAIL_CHANGE_EMAIL_DONE_YOU = If this was you, there is nothing to do.
MAIL_CHANGE_EMAIL_DONE_NOT_YOU = If it was not, somebody has access to your account. Undo the change now: your account gets this address back, and everybody is signed out. The link works for { $within }.
MAIL_CHANGE_EMAIL_DONE_BUTTON = Undo the change
MAIL_CHANGE_EMAIL_UNDONE_SUBJECT = Your account has its email address back
MAIL_CHANGE_EMAIL_UNDONE_TEXT = The change to { $email } was undone. Your account uses this address again and is signed out everywhere.
MAIL_CHANGE_EMAIL_UNDONE_RESET = Whoever changed the address may know your password. Set a new one now; the link works for { $within }.
MAIL_CHANGE_EMAIL_UNDONE_BUTTON = Set a new password
MAIL_CHANGE_EMAIL_UNDONE_NO_RESET = Whoever changed the address may know your password. Sign in and set a new one now. If your password no longer works, please write to the people who run this site.
MAIL_CHANGE_EMAIL_TAKEN_BACK_SUBJECT = This email address no longer belongs to the account
MAIL_CHANGE_EMAIL_TAKEN_BACK_TEXT = The owner of the former address has undone the change. The account no longer uses this address and is signed out everywhere.
MAIL_CHANGE_EMAIL_TAKEN_BACK_YOU = If the account is yours, look at the emails to your former address: they say what to do next.
MAIL_CHANGE_USERNAME_SUBJECT = Your username was changed
MAIL_CHANGE_USERNAME_TEXT = Your username is now { $username }.
MAIL_CHANGE_USERNAME_NONE = Your account no longer has a username. Sign in with your email address.
MAIL_CHANGE_USERNAME_NOT_YOU = If this was not you, somebody has access to your account. Change your password and sign out everywhere.
MAIL_USERNAME_RECOVERY_SUBJECT = Your username
MAIL_USERNAME_RECOVERY_TEXT = This is your username:
MAIL_USERNAME_RECOVERY_NONE = Your account has no username. Sign in with your email address, { $email }.
MAIL_USERNAME_RECOVERY_NOT_YOU = If you did not ask for it, you can ignore this email: nobody else has received it.
MAIL_WELCOME_SUBJECT = Welcome
MAIL_WELCOME_READY = Your account is ready. Good to have you here!
MAIL_WELCOME_CONFIRM = Good to have you here! One step is left: open this link to confirm that the address is yours.
MAIL_WELCOME_NOT_YOU = If you did not register here, somebody else entered your address, perhaps by mistake. You can ignore this email.
MAIL_EXISTING_SUBJECT = You already have an account
MAIL_EXISTING_TEXT = Somebody, probably you, tried to register with this address. It already belongs to your account, and nothing was changed.
MAIL_EXISTING_USERNAME = Your username is { $username }.
MAIL_EXISTING_CONFIRM = Your address is not confirmed yet. Open this link to confirm it:
MAIL_EXISTING_RESET = Forgot your password? Open this link to set a new one:
MAIL_EXISTING_RESET_BUTTON = Set a new password
MAIL_EXISTING_RECOVERY = If that link has expired, ask for another here:
MAIL_EXISTING_NOT_YOU = If this was not you, you can ignore this email: nobody has gained access to your account.
MAIL_USERNAME_TAKEN_SUBJECT = Please choose another username
MAIL_USERNAME_TAKEN_TEXT = Somebody, probably you, tried to register here as { $username } with the address { $email }. That username belongs to another account, so no account was created. Please register again with another one.
MAIL_ACCOUNT_CLOSED_SUBJECT = Your account is closed
MAIL_ACCOUNT_CLOSED_TEXT = Your account is closed and signed out everywhere. On { $date } it will be deleted for good.
MAIL_ACCOUNT_CLOSED_LINK = If you change your mind, you can keep it. The link works for { $within }:
MAIL_ACCOUNT_CLOSED_BUTTON = Keep my account
MAIL_ACCOUNT_CLOSED_NOT_YOU = If this was not you, keep your account now and change your password.
MAIL_TEST_SUBJECT = A test email
MAIL_TEST_TEXT = If you can read this, sending email works.
