# Deutsch. Die Schlüssel in Großbuchstaben sind dieselben wie im Englischen.

## Konten: Adressen und ihre Bestätigung

ALREADY_CONFIRMED = Alles erledigt: Diese E-Mail-Adresse ist bereits bestätigt.
CONFIRMATION_EXPIRED = Dieser Link galt { $within } und ist abgelaufen. Bitte fordern Sie einen neuen an.
CONFIRMATION_REQUEST = Wir haben eine E-Mail an { $email } geschickt. Öffnen Sie den Link darin, um die Adresse zu bestätigen.
CONFIRMATION_REQUIRED = Bestätigen Sie zuerst Ihre E-Mail-Adresse; der Link steht in der E-Mail von uns.
CONFIRM_REGISTRATION = Willkommen! Noch ein Schritt: Öffnen Sie den Link in der E-Mail an { $email }.
EMAIL_CONFIRMED = Ihre E-Mail-Adresse ist jetzt bestätigt. Vielen Dank!
INVALID_CONFIRMATION_TOKEN = Dieser Bestätigungslink funktioniert nicht. Bitte fordern Sie einen neuen an.
CHANGE_EMAIL_CONFIRMED = Fertig: Für Ihr Konto gilt jetzt die neue E-Mail-Adresse.
CHANGE_EMAIL_EXPIRED = Dieser Link galt { $within } und ist abgelaufen. Bitte beginnen Sie die Änderung von vorn.
CHANGE_EMAIL_SENT = Wir haben eine E-Mail an { $email } geschickt. Öffnen Sie den Link darin, um die Änderung abzuschließen.
EMAIL_ALREADY_ASSOCIATED = Ein Konto mit der Adresse { $email } gibt es schon. Melden Sie sich dort an oder nehmen Sie eine andere Adresse.
EMAIL_NOT_PROVIDED = Bitte geben Sie Ihre E-Mail-Adresse ein.
INVALID_EMAIL_ADDRESS = Das ist keine gültige E-Mail-Adresse. Sie sollte etwa so aussehen: name@example.com.
DISABLED_ACCOUNT = Dieses Konto ist abgeschaltet. Bitte wenden Sie sich an die Verwaltung.
USER_DOES_NOT_EXIST = Dieses Konto kennen wir nicht. Bitte prüfen Sie Ihre Eingabe.

## Anmelden

ANONYMOUS_USER_REQUIRED = Sie sind bereits angemeldet; melden Sie sich dafür zuerst ab.
API_ERROR = Diesen Wert können wir nicht lesen. Bitte prüfen Sie die Anfrage.
FORGOT_PASSWORD = Passwort vergessen?
GENERIC_AUTHN_FAILED = Das hat nicht geklappt. Prüfen Sie Ihre Eingaben und versuchen Sie es erneut.
GENERIC_RECOVERY = Falls wir dieses Konto kennen, ist eine E-Mail mit den nächsten Schritten unterwegs.
GENERIC_US_SIGNIN = Falls wir dieses Konto kennen, ist ein Code unterwegs.
IDENTITY_ALREADY_ASSOCIATED = Ein anderes Konto verwendet { $value } bereits ({ $attr }).
IDENTITY_NOT_REGISTERED = Zu { $id } gibt es hier kein Konto. Bitte registrieren Sie sich zuerst.
INVALID_LOGIN_TOKEN = Dieser Anmeldelink funktioniert nicht. Bitte fordern Sie einen neuen an.
INVALID_REDIRECT = Dorthin können wir Sie nicht schicken: Die Adresse gehört nicht zu dieser Website.
LOGIN = Melden Sie sich an, um diese Seite zu sehen.
LOGIN_EMAIL_SENT = Wir haben eine E-Mail an { $email } geschickt. Öffnen Sie den Link darin, um sich anzumelden.
LOGIN_EXPIRED = Dieser Anmeldelink galt { $within } und ist abgelaufen. Ein neuer ist unterwegs an { $email }.
PASSWORDLESS_LOGIN_SUCCESSFUL = Willkommen, Sie sind angemeldet.
OAUTH_HANDSHAKE_ERROR = Der andere Dienst hat die Anmeldung abgelehnt ({ $exerror }: { $exdesc }). Bitte versuchen Sie es erneut.
REAUTHENTICATION_REQUIRED = Zur Sicherheit: Bitte bestätigen Sie noch einmal, dass Sie es sind.
REAUTHENTICATION_SUCCESSFUL = Danke, jetzt wissen wir, dass Sie es sind.
REFRESH = Melden Sie sich erneut an, um diese Seite zu sehen.
REFRESH_TOKEN_INVALID = Dieses Refresh-Token gilt nicht ({ $reason }). Melden Sie sich an, um ein neues zu bekommen.
UNAUTHENTICATED = Das ist nur für Angemeldete. Bitte melden Sie sich an.
UNAUTHORIZED = Ihrem Konto fehlt die Berechtigung dafür.

## Passwörter

INVALID_PASSWORD = Dieses Passwort stimmt nicht.
INVALID_RESET_PASSWORD_TOKEN = Dieser Link funktioniert nicht oder wurde schon benutzt. Bitte fordern Sie einen neuen an.
PASSWORD_BREACHED = Dieses Passwort steht in einer Liste gestohlener Passwörter. Bitte nehmen Sie ein anderes.
PASSWORD_BREACHED_SITE_ERROR = Wir konnten nicht prüfen, ob dieses Passwort gestohlen wurde. Bitte versuchen Sie es später erneut.
PASSWORD_CHANGE = Ihr neues Passwort gilt jetzt.
PASSWORD_INVALID_LENGTH = Ein Passwort braucht { $length } bis 128 Zeichen.
PASSWORD_IS_THE_SAME = Das ist Ihr jetziges Passwort. Bitte nehmen Sie ein anderes.
PASSWORD_MISMATCH = Die beiden Passwörter sind verschieden.
PASSWORD_NOT_PROVIDED = Bitte geben Sie ein Passwort ein.
PASSWORD_RESET = Ihr neues Passwort gilt jetzt, und Sie sind angemeldet.
PASSWORD_RESET_EXPIRED = Dieser Link galt { $within } und ist abgelaufen. Bitte fordern Sie einen neuen an.
PASSWORD_RESET_NO_LOGIN = Ihr neues Passwort gilt jetzt. Melden Sie sich damit an.
PASSWORD_RESET_REQUEST = Falls zu { $email } ein Konto gehört, haben wir eine E-Mail dorthin geschickt. Darin steht, wie Sie ein neues Passwort festlegen.
PASSWORD_TOO_SIMPLE = Dieses Passwort ist leicht zu erraten. Ein paar ungewöhnliche Wörter mehr machen es sicher.
PASSWORD_WEAK_CONTEXT = Dieses Passwort besteht aus Ihren eigenen Namen oder denen dieser Seite. Andere würden es zuerst versuchen.
PASSWORD_WEAK_KEY_ROW = Tasten, die nebeneinander liegen, sind leicht zu erraten.
PASSWORD_WEAK_KEY_PATTERN = Ein kurzes Muster auf der Tastatur ist leicht zu erraten.
PASSWORD_WEAK_REPEATED_CHARACTER = Immer dasselbe Zeichen ist leicht zu erraten.
PASSWORD_WEAK_REPEATED_PART = Immer dasselbe Stück ist kaum schwerer zu erraten als das Stück allein.
PASSWORD_WEAK_TOP_10 = Kaum ein Passwort wird häufiger benutzt als dieses.
PASSWORD_WEAK_TOP_100 = Das ist eines der hundert häufigsten Passwörter.
PASSWORD_WEAK_COMMON = Viele benutzen dieses Passwort, darum wird es zuerst versucht.
PASSWORD_WEAK_SIMILAR = Dieses Passwort gleicht einem, das viele benutzen.
PASSWORD_WEAK_SEQUENCE = Buchstaben oder Ziffern der Reihe nach sind leicht zu erraten.
PASSWORD_WEAK_YEAR = Eine Jahreszahl ist leicht zu erraten.
PASSWORD_WEAK_WORD = Ein Wort allein ist leicht zu erraten.
PASSWORD_WEAK_DATE = Ein Datum ist leicht zu erraten.
PASSWORD_WEAK_NAME = Ein Name allein ist leicht zu erraten.
PASSWORD_WEAK_NAMES = Häufige Namen sind leicht zu erraten.
PASSWORD_ADVICE_FEW_WORDS = Nehmen Sie mehrere Wörter, die nicht zusammengehören.
PASSWORD_ADVICE_NO_SIGNS = Sonderzeichen, Ziffern und Großbuchstaben braucht es nicht.
PASSWORD_ADVICE_MORE_WORDS = Ein oder zwei ungewöhnliche Wörter mehr machen es sicher.
PASSWORD_ADVICE_CAPITAL = Ein Großbuchstabe am Anfang hilft wenig.
PASSWORD_ADVICE_CAPITALS = Lauter Großbuchstaben helfen wenig.
PASSWORD_ADVICE_REVERSED = Rückwärts geschriebene Wörter helfen wenig.
PASSWORD_ADVICE_SWAPS = Zeichen anstelle von Buchstaben, etwa @ für a, helfen wenig.
PASSWORD_ADVICE_KEY_PATTERN = Ein Muster auf der Tastatur muss länger sein und öfter abbiegen.
PASSWORD_ADVICE_NO_REPEATS = Wiederholen Sie keine Wörter oder Zeichen.
PASSWORD_ADVICE_NO_SEQUENCES = Lassen Sie Buchstaben und Ziffern der Reihe nach weg.
PASSWORD_ADVICE_NO_RECENT_YEARS = Lassen Sie die Zahlen der letzten Jahre weg.
PASSWORD_ADVICE_NO_OWN_YEARS = Lassen Sie Jahreszahlen weg, die mit Ihnen zu tun haben.
PASSWORD_ADVICE_NO_OWN_DATES = Lassen Sie Daten weg, die mit Ihnen zu tun haben.
RETYPE_PASSWORD_MISMATCH = Die beiden Passwörter sind verschieden. Bitte geben Sie zweimal dasselbe ein.

## Namen und Nummern

INVALID_INPUT = Einige Zeichen darin gehen nicht. Bitte lassen Sie Auszeichnungen wie < und & weg.
INVALID_INPUT_LENGTH = Das ist zu lang; höchstens { $length } Zeichen sind möglich.
PHONE_INVALID = Das ist keine gültige Telefonnummer. Schreiben Sie sie mit Landesvorwahl, etwa +49 30 12345678.
USERNAME_ALREADY_ASSOCIATED = Der Benutzername { $username } ist vergeben. Bitte nehmen Sie einen anderen.
USERNAME_CHANGE = Ihr neuer Benutzername gilt jetzt.
USERNAME_DISALLOWED_CHARACTERS = Ein Benutzername darf nur Buchstaben und Ziffern enthalten.
USERNAME_INVALID_LENGTH = Ein Benutzername braucht { $min } bis { $max } Zeichen.
USERNAME_NOT_PROVIDED = Bitte geben Sie einen Benutzernamen ein.
USERNAME_RECOVERY_REQUEST = Falls wir diese Adresse kennen, ist eine E-Mail mit Ihrem Benutzernamen unterwegs.

## Codes und zweite Faktoren

CODE_HAS_BEEN_SENT = Ein Code ist zu Ihnen unterwegs.
FAILED_TO_SEND_CODE = Wir konnten den Code nicht senden. Bitte versuchen Sie es später erneut.
INVALID_CODE = Der Code in diesem Link stimmt nicht. Bitte fordern Sie einen neuen an.
INVALID_PASSWORD_CODE = Weder Passwort noch Code stimmt.
INVALID_RECOVERY_CODE = Dieser Wiederherstellungscode stimmt nicht oder wurde schon benutzt.
NO_RECOVERY_CODES_SETUP = Sie haben noch keine Wiederherstellungscodes.
TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL = Ihr zweiter Faktor ist eingerichtet.
TWO_FACTOR_DISABLED = Ihr zweiter Faktor ist abgeschaltet.
TWO_FACTOR_INVALID_TOKEN = Dieser Code stimmt nicht. Bitte prüfen Sie ihn oder fordern Sie einen neuen an.
TWO_FACTOR_LOGIN_SUCCESSFUL = Der Code stimmt. Willkommen!
TWO_FACTOR_METHOD_NOT_AVAILABLE = Dieser zweite Faktor steht hier nicht zur Wahl.
TWO_FACTOR_PERMISSION_DENIED = Bitte melden Sie sich zuerst an; der zweite Faktor kommt danach.
TWO_FACTOR_SETUP_EXPIRED = Sie hatten { $within } Zeit dafür. Bitte beginnen Sie die Einrichtung von vorn.
USE_CODE = Ihr Anmeldecode ist { $code }. Niemand von uns fragt Sie je danach.
US_CURRENT_METHODS = So können Sie sich anmelden: { $method_list }.
US_METHOD_NOT_AVAILABLE = So können Sie sich nicht anmelden; es ist nicht eingerichtet.
US_SETUP_EXPIRED = Sie hatten { $within } Zeit dafür. Bitte beginnen Sie die Einrichtung von vorn.
US_SETUP_SUCCESSFUL = Diese Art der Anmeldung ist eingerichtet.
US_SPECIFY_IDENTITY = Dieses Konto kennen wir nicht. Bitte prüfen Sie Ihre Eingabe.

## Passkeys

WEBAUTHN_CREDENTIAL_DELETED = Der Passkey „{ $name }“ ist entfernt.
WEBAUTHN_CREDENTIAL_ID_INUSE = Dieser Passkey ist bereits registriert.
WEBAUTHN_CREDENTIAL_WRONG_USAGE = Dieser Passkey ist für einen anderen Schritt der Anmeldung registriert.
WEBAUTHN_EXPIRED = Sie hatten { $within } Zeit, Ihren Passkey zu benutzen. Bitte versuchen Sie es erneut.
WEBAUTHN_MISMATCH_USER_HANDLE = Dieser Passkey gehört zu einem anderen Konto.
WEBAUTHN_NAME_DISALLOWED_CHARACTERS = Der Name darf nur Buchstaben, Ziffern, Leerzeichen, Binde- und Unterstriche enthalten.
WEBAUTHN_NAME_INUSE = Sie haben bereits einen Passkey namens „{ $name }“.
WEBAUTHN_NAME_NOT_FOUND = Sie haben keinen Passkey namens „{ $name }“.
WEBAUTHN_NAME_REQUIRED = Bitte geben Sie dem Passkey einen Namen.
WEBAUTHN_NO_VERIFY = Der Passkey wurde nicht anerkannt ({ $cause }). Bitte versuchen Sie es erneut.
WEBAUTHN_ORPHAN_CREDENTIAL_ID = Das Konto zu diesem Passkey gibt es nicht mehr.
WEBAUTHN_REGISTER_SUCCESSFUL = Der Passkey „{ $name }“ ist einsatzbereit.
WEBAUTHN_UNKNOWN_CREDENTIAL_ID = Diesen Passkey kennen wir nicht.

## Anfragen: was Programme Wort für Wort vergleichen, bleibt englisch

LITERAL = { $text }
REGISTRATION_SENT = Wenn diese Adresse hier neu ist, ist ihr Konto bereit: Melden Sie sich jetzt an.
FIRST_ADMINISTRATOR_READY = Sie sind jetzt Administrator.
ACCOUNT_UNLOCKED = Ihr Konto ist entsperrt. Sie können sich wieder anmelden.
CHANGE_EMAIL_UNDONE = Ihr Konto hat wieder die Adresse { $email } und ist überall abgemeldet. Die nächsten Schritte stehen in der E-Mail, die wir Ihnen geschickt haben.
CHANGE_EMAIL_UNDO_EXPIRED = Dieser Link galt { $within } und ist abgelaufen. Bitte wenden Sie sich an die Betreiber dieser Website.
CHANGE_EMAIL_UNDO_INVALID = Dieser Link funktioniert nicht, oder die Änderung wurde bereits rückgängig gemacht.
CHANGE_EMAIL_UNDO_TAKEN = Die Adresse { $email } gehört inzwischen zu einem anderen Konto; wir können sie Ihrem nicht zurückgeben. Bitte wenden Sie sich an die Betreiber dieser Website.
ACCOUNT_CLOSED = Ihr Konto ist geschlossen. Es bleibt noch { $within } erhalten und wird dann gelöscht. Wenn Sie es sich anders überlegen, öffnen Sie den Link in der E-Mail, die wir Ihnen geschickt haben.
ACCOUNT_REOPENED = Ihr Konto ist wieder offen. Melden Sie sich an, um weiterzumachen.
ACCOUNT_REOPEN_INVALID = Dieser Link funktioniert nicht, oder das Konto ist bereits offen.
ACCOUNT_LAST_ADMINISTRATOR = Sie verwalten diese Website als Letzte oder Letzter. Geben Sie jemand anderem diese Rolle, bevor Sie Ihr Konto schließen.
VISIT_FIRST = Bitte sehen Sie sich zuerst diese Seite an.
SESSION_REVOKED = Dieses Gerät ist jetzt abgemeldet.
SESSION_GONE = Dieses Gerät war bereits abgemeldet.
SESSIONS_OTHERS_REVOKED = Sie sind jetzt überall außer hier abgemeldet.
SESSIONS_ALL_REVOKED = Sie sind jetzt überall abgemeldet. Melden Sie sich neu an, um weiterzumachen.
CSRF_TOKEN_MISSING = The CSRF token is missing.
CSRF_SESSION_TOKEN_MISSING = The CSRF session token is missing.
CSRF_TOKEN_EXPIRED = The CSRF token has expired.
CSRF_TOKEN_INVALID = The CSRF token is invalid.
CSRF_TOKEN_MISMATCH = The CSRF tokens do not match.
CSRF_REFERRER_MISSING = The referrer header is missing.
CSRF_REFERRER_MISMATCH = The referrer does not match the host.
CSRF_ORIGIN_MISMATCH = The request comes from another site.
FIELD_REQUIRED = Bitte füllen Sie dieses Feld aus.
CHOICE_INVALID = Bitte wählen Sie eine der angebotenen Möglichkeiten.

## Zeitspannen und Aufzählungen

DURATION_YEARS = { $count ->
    [one] { $count } Jahr
   *[other] { $count } Jahre
}
DURATION_MONTHS = { $count ->
    [one] { $count } Monat
   *[other] { $count } Monate
}
DURATION_DAYS = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
DURATION_HOURS = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
DURATION_MINUTES = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
DURATION_SECONDS = { $count ->
    [one] { $count } Sekunde
   *[other] { $count } Sekunden
}
DURATION_AND = { $first } und { $last }
DURATION_COMMA = { $first }, { $last }
LIST_COMMA = { $first }, { $last }
LIST_END = { $first } und { $last }

## Was jede Seite hat

PAGE_LANGUAGE = de
LANGUAGE_NAME = Deutsch
SITE_NAME = Gatewright
NAV_HOME = Startseite
NAV_LOGIN = Anmelden
NAV_LOGOUT = Abmelden
NAV_REGISTER = Konto anlegen
NAV_FORGOT_PASSWORD = Passwort vergessen?
NAV_CONFIRM = Bestätigungsmail noch einmal senden
NAV_RECOVER_USERNAME = Benutzernamen vergessen?
NAV_CHANGE_PASSWORD = Passwort ändern
NAV_CHANGE_EMAIL = E-Mail-Adresse ändern
NAV_CHANGE_USERNAME = Benutzernamen ändern
NAV_SESSIONS = Ihre Geräte
NAV_ACCOUNT = Konto
NAV_LANGUAGE = Sprache
NAV_BACK = Zurück
NAV_MENU = Ihr Konto
NAV_SKIP = Zum Inhalt springen
LANGUAGE_TITLE = Wählen Sie Ihre Sprache
FLASH_TITLE = Meldungen
ERRORS_TITLE = Bitte korrigieren Sie:

## Felder

FIELD_EMAIL = E-Mail-Adresse
FIELD_EMAIL_NEW = Neue E-Mail-Adresse
FIELD_IDENTITY = E-Mail-Adresse oder Benutzername
FIELD_USERNAME = Benutzername
FIELD_USERNAME_NEW = Neuer Benutzername
FIELD_PASSWORD = Passwort
FIELD_PASSWORD_NOW = Jetziges Passwort
FIELD_PASSWORD_NEW = Neues Passwort
FIELD_PASSWORD_AGAIN = Dasselbe Passwort noch einmal
FIELD_PASSWORD_OPTIONAL = Passwort (darf leer bleiben)
FIELD_PASSWORD_OR_CODE = Passwort oder Code
FIELD_REMEMBER = Auf diesem Gerät angemeldet bleiben
FIELD_PHONE = Telefonnummer
FIELD_CODE = Code
FIELD_OPTIONAL = freiwillig
FIELD_ROLES = Rollen
PASSWORD_HINT = Mehrere ungewöhnliche Wörter merkt man sich leichter als Sonderzeichen.

## Seite: Anmelden

LOGIN_TITLE = Anmelden
LOGIN_SUBMIT = Anmelden
LOGIN_EITHER = E-Mail-Adresse oder Benutzername: Eins von beiden genügt.
LOGIN_NEW_HERE = Neu hier?
LOGIN_OTHER_WAYS = Andere Wege
LOGIN_WITH = Mit { $provider } anmelden

## Seite: Passwort vergessen

FORGOT_PASSWORD_TITLE = Passwort vergessen?
FORGOT_PASSWORD_TEXT = Geben Sie Ihre E-Mail-Adresse ein. Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort festlegen können.
FORGOT_PASSWORD_SUBMIT = Link senden

## Seite: ein neues Passwort statt eines vergessenen

RESET_PASSWORD_TITLE = Neues Passwort festlegen
RESET_PASSWORD_TEXT = Sie werden auf allen Geräten abgemeldet.
RESET_PASSWORD_SUBMIT = Passwort festlegen

## Seite: das Passwort ändern

CHANGE_PASSWORD_TITLE = Passwort ändern
CHANGE_PASSWORD_TEXT = Hier bleiben Sie angemeldet; auf allen anderen Geräten werden Sie abgemeldet.
CHANGE_PASSWORD_FIRST = Ihr Konto hat noch kein Passwort.
CHANGE_PASSWORD_SUBMIT = Passwort ändern

## Seite: ein Link zum Anmelden

SEND_LOGIN_TEXT = Geben Sie Ihre E-Mail-Adresse ein. Wir schicken Ihnen einen Link, der Sie anmeldet.
SEND_LOGIN_SUBMIT = Link senden
LOGIN_LINK_TITLE = Anmelden
LOGIN_LINK_TEXT = Sie melden sich als { $email } an.
LOGIN_LINK_SUBMIT = Anmelden
LOGIN_LINK_EXPIRED_TITLE = Dieser Link ist zu alt
LOGIN_LINK_EXPIRED_TEXT = Er meldet nicht mehr an. Wir können einen neuen an { $email } schicken.
LOGIN_LINK_EXPIRED_SUBMIT = Neuen Link senden

## Seite: Abmelden

LOGOUT_TITLE = Abmelden
LOGOUT_TEXT = Möchten Sie sich auf diesem Gerät abmelden?
LOGOUT_SUBMIT = Abmelden
LOGOUT_STAY = Angemeldet bleiben

## Seite: Sind Sie es noch?

VERIFY_TITLE = Bitte bestätigen Sie, dass Sie es sind
VERIFY_TEXT = Der nächste Schritt ist heikel. Geben Sie Ihr Passwort noch einmal ein, um fortzufahren.
VERIFY_SUBMIT = Weiter

## Seite: die eigenen Sitzungen

SESSIONS_TITLE = Ihre Geräte
SESSIONS_TEXT = Hier ist Ihr Konto angemeldet. Kennen Sie ein Gerät nicht? Melden Sie es ab, und ändern Sie Ihr Passwort.
SESSIONS_CURRENT = dieses Gerät
SESSIONS_UNKNOWN = Unbekanntes Gerät
SESSIONS_SEEN = Zuletzt benutzt
SESSIONS_NOW = gerade eben
SESSIONS_AGO = { $span } her
SESSIONS_ADDRESS = IP-Adresse
SESSIONS_BEGAN = Angemeldet
SESSIONS_ENDS = Endet unbenutzt
SESSIONS_REMEMBERED = bleibt angemeldet
SESSIONS_REVOKE = Abmelden
SESSIONS_REVOKE_LABEL = Abmelden: { $device }, { $address }, { $seen }
SESSIONS_NONE = Auf keiner Seite ist ein Gerät angemeldet; Anwendungen können es mit Tokens sein.
SESSIONS_OTHERS_TITLE = Auf einmal abmelden
SESSIONS_OTHERS_TEXT = Damit enden auch Anwendungen, die Ihr Konto nutzen, und Links in E-Mails, die wir Ihnen geschickt haben.
SESSIONS_OTHERS = Alle anderen Geräte abmelden
SESSIONS_ALL = Überall abmelden, auch hier

## Seite: eine andere E-Mail-Adresse

CHANGE_EMAIL_TITLE = E-Mail-Adresse ändern
CHANGE_EMAIL_NOW = Ihr Konto hat jetzt diese Adresse:
CHANGE_EMAIL_TEXT = Wir schicken einen Link an die neue Adresse; er gilt { $within }. Sobald Sie ihn öffnen, ist die Adresse geändert.
CHANGE_EMAIL_SUBMIT = Link senden
CHANGE_EMAIL_ASK_TITLE = Diese Adresse verwenden?
CHANGE_EMAIL_ASK_TEXT = Von da an hat Ihr Konto die Adresse { $email }. Sie melden sich damit an, und unsere E-Mails gehen dorthin.
CHANGE_EMAIL_ASK_SUBMIT = Diese Adresse verwenden
UNDO_EMAIL_TITLE = Änderung rückgängig machen?
UNDO_EMAIL_TEXT = Ihr Konto hat dann wieder die Adresse { $email } und wird überall abgemeldet. Danach schicken wir Ihnen, was als Nächstes zu tun ist.
UNDO_EMAIL_SUBMIT = Rückgängig machen

## Seite: ein anderer Benutzername

CHANGE_USERNAME_TITLE = Benutzernamen ändern
CHANGE_USERNAME_NOW = Ihr Benutzername ist:
CHANGE_USERNAME_NONE = Sie haben noch keinen Benutzernamen.
CHANGE_USERNAME_HINT = { $min } bis { $max } Buchstaben und Ziffern.
CHANGE_USERNAME_EMPTY = Lassen Sie das Feld leer, um keinen zu haben.
CHANGE_USERNAME_SUBMIT = Benutzernamen ändern

## Seite: Benutzername vergessen

RECOVER_USERNAME_TITLE = Benutzername vergessen?
RECOVER_USERNAME_TEXT = Wir schicken ihn an die Adresse Ihres Kontos.
RECOVER_USERNAME_SUBMIT = Benutzernamen schicken

## Seite: das eigene Konto

ACCOUNT_TITLE = Ihr Konto
ACCOUNT_CONFIRMED = bestätigt
ACCOUNT_UNCONFIRMED = nicht bestätigt
ACCOUNT_SINCE = Dabei seit
ACCOUNT_LAST_LOGIN = Vorige Anmeldung
ACCOUNT_EMAIL_TITLE = E-Mail-Adresse
ACCOUNT_USERNAME_TITLE = Benutzername
ACCOUNT_PASSWORD_TITLE = Passwort
ACCOUNT_PASSWORD_SET = Sie melden sich mit einem Passwort an.
ACCOUNT_PASSWORD_NONE = Sie haben kein Passwort.
ACCOUNT_SESSIONS_TEXT = Sehen Sie, wo Sie angemeldet sind, und melden Sie Geräte ab.
ACCOUNT_SESSIONS_LINK = Ihre Geräte ansehen
ACCOUNT_CONFIRM_TITLE = Ihre Adresse ist nicht bestätigt
ACCOUNT_CONFIRM_TEXT = Öffnen Sie den Link in der E-Mail, die wir an { $email } geschickt haben, oder fordern Sie eine neue an.
ACCOUNT_ACTIVITY_TITLE = Was zuletzt geschah
ACCOUNT_ACTIVITY_TEXT = Ist etwas dabei, das nicht von Ihnen kam? Ändern Sie Ihr Passwort und melden Sie alle anderen Geräte ab.
ACCOUNT_DATA_TITLE = Ihre Daten
ACCOUNT_DATA_TEXT = Behalten Sie eine Kopie dessen, was wir über Sie gespeichert haben, oder schließen Sie Ihr Konto.
ACCOUNT_DATA_LINK = Ihre Daten herunterladen
ACCOUNT_CLOSE_LINK = Ihr Konto schließen
CLOSE_ACCOUNT_TITLE = Ihr Konto schließen?
CLOSE_ACCOUNT_NOW = Sie werden sofort überall abgemeldet, und niemand kann sich mehr anmelden.
CLOSE_ACCOUNT_LATER = Ihr Konto bleibt noch { $within } erhalten und wird dann mit allem, was dazugehört, gelöscht. Bis dahin öffnet es ein Link, den wir Ihnen schicken, wieder; danach kann es niemand zurückholen.
CLOSE_ACCOUNT_DATA = Möchten Sie eine Kopie Ihrer Daten behalten? Holen Sie sie vorher:
CLOSE_ACCOUNT_SUBMIT = Mein Konto schließen
CLOSE_ACCOUNT_STAY = Zurück zu Ihrem Konto
REOPEN_ACCOUNT_TITLE = Konto behalten?
REOPEN_ACCOUNT_TEXT = Das Konto { $email } ist geschlossen. Wenn Sie es behalten, wird es nicht gelöscht, und Sie können sich wieder anmelden.
REOPEN_ACCOUNT_SUBMIT = Mein Konto behalten
ACTIVITY_USER_AUTHENTICATED = Angemeldet
ACTIVITY_USER_FAILED_AUTHN = Falsches Passwort oder falscher Code
ACTIVITY_PASSWORD_CHANGED = Passwort geändert
ACTIVITY_PASSWORD_RESET = Vergessenes Passwort ersetzt
ACTIVITY_CHANGE_EMAIL_CONFIRMED = E-Mail-Adresse geändert
ACTIVITY_EMAIL_CHANGE_UNDONE = Änderung der E-Mail-Adresse rückgängig gemacht
ACTIVITY_USERNAME_CHANGED = Benutzername geändert
ACTIVITY_ACCOUNT_LOCKED = Konto gesperrt
ACTIVITY_ACCOUNT_UNLOCKED = Konto entsperrt
ACTIVITY_ACCOUNT_CLOSED = Konto geschlossen
ACTIVITY_ACCOUNT_REOPENED = Konto wieder geöffnet
ACTIVITY_SESSION_REVOKED = Gerät abgemeldet
ACTIVITY_SESSION_REPLAYED = Kopierte Sitzung beendet
ACTIVITY_USER_CONFIRMED = E-Mail-Adresse bestätigt
ACTIVITY_USER_REGISTERED = Konto angelegt
ACTIVITY_RESET_PASSWORD_INSTRUCTIONS_SENT = Link für ein neues Passwort angefordert
ACTIVITY_CHANGE_EMAIL_INSTRUCTIONS_SENT = Änderung der E-Mail-Adresse angefordert
ACTIVITY_CONFIRM_INSTRUCTIONS_SENT = Link zum Bestätigen der E-Mail-Adresse angefordert
ACTIVITY_LOGIN_INSTRUCTIONS_SENT = Link zum Anmelden angefordert
ACTIVITY_USERNAME_RECOVERY_EMAIL_SENT = Benutzername angefordert
ACTIVITY_USER_CREATED = Konto von der Verwaltung angelegt

## Seite: Registrieren

REGISTER_TITLE = Konto anlegen
REGISTER_SUBMIT = Konto anlegen
REGISTER_HAVE_ACCOUNT = Sie haben schon ein Konto?
REGISTER_PASSWORD_HINT = Mindestens { $length } Zeichen. Mehrere ungewöhnliche Wörter merkt man sich leichter als Sonderzeichen.

## Seiten: Adresse bestätigen

SEND_CONFIRMATION_TITLE = E-Mail-Adresse bestätigen
SEND_CONFIRMATION_TEXT = Wir schicken Ihnen eine E-Mail mit einem Link. Öffnen Sie ihn, und Ihre Adresse ist bestätigt.
SEND_CONFIRMATION_SUBMIT = E-Mail senden
CONFIRM_EMAIL_TITLE = E-Mail-Adresse bestätigen
CONFIRM_EMAIL_TEXT = Gehört { $email } Ihnen? Ein Druck auf die Schaltfläche bestätigt die Adresse.
CONFIRM_EMAIL_SUBMIT = Meine Adresse bestätigen

## Seite: Willkommen

WELCOME_TITLE = Willkommen
WELCOME_SIGNED_IN = Sie sind als { $name } angemeldet.
WELCOME_SIGNED_OUT = Sie sind nicht angemeldet.
WELCOME_NO_ROLES = keine
WELCOME_NEXT_TITLE = Wie es weitergeht
WELCOME_NEXT_IN = Diese Startseite gehört zum Server. Setzen Sie Ihre eigene Anwendung an ihre Stelle und legen Sie fest, welche Seite welche Rolle verlangt.
WELCOME_NEXT_OUT = Melden Sie sich an, um Ihr Konto zu sehen.

## Seite: das erste Verwaltungskonto

UNLOCK_TITLE = Konto entsperren
UNLOCK_TEXT = Ihr Konto wurde nach zu vielen falschen Passwörtern oder Codes gesperrt. Hier können Sie das beenden.
UNLOCK_SUBMIT = Mein Konto entsperren
SETUP_TITLE = Erstes Verwaltungskonto anlegen
SETUP_TEXT = Hier gibt es noch keine Konten. Das erste, das Sie jetzt anlegen, darf alles.
SETUP_TOKEN = Einrichtungsschlüssel
SETUP_TOKEN_HINT = Er steht im Protokoll, das der Server beim Start geschrieben hat.
SETUP_TOKEN_WRONG = Dieser Einrichtungsschlüssel stimmt nicht. Kopieren Sie ihn noch einmal aus dem Protokoll des Servers.
SETUP_SUBMIT = Konto anlegen
SETUP_DONE = Das Verwaltungskonto ist angelegt. Melden Sie sich an, um fortzufahren.

## Seiten: Etwas stimmt nicht

ERROR_400_TITLE = Das konnten wir nicht lesen
ERROR_400_TEXT = Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.
ERROR_401_TITLE = Bitte melden Sie sich an
ERROR_401_TEXT = Diese Seite ist nur für Angemeldete.
ERROR_401_STALE_TEXT = Diese Seite verlangt, dass Sie sich vor Kurzem angemeldet haben. Melden Sie sich ab, wieder an, und kommen Sie zurück.
ERROR_403_TITLE = Nicht erlaubt
ERROR_403_TEXT = Wenn Sie diese Seite brauchen, wenden Sie sich an die Verwaltung.
ERROR_404_TITLE = Hier ist nichts
ERROR_404_TEXT = Diese Adresse führt nirgendwohin. Prüfen Sie sie auf Tippfehler, oder beginnen Sie auf der Startseite.
ERROR_405_TITLE = So geht es nicht
ERROR_405_TEXT = Diese Adresse gibt es, aber nicht für diesen Zweck. Beginnen Sie auf der Startseite.
ERROR_HOST_TEXT = Diese Website gibt es unter dieser Adresse nicht. Prüfen Sie die Adresse im Browser, oder sagen Sie es den Betreibern.
ERROR_CROSS_SITE_TEXT = Die Seite einer anderen Website hat das geschickt, darum ist nichts geschehen. Wenn Sie es wollten, öffnen Sie diese Website in einem neuen Tab und tun Sie es dort.
ERROR_413_TITLE = Zu groß
ERROR_413_TEXT = Sie haben mehr geschickt, als wir annehmen. Schicken Sie weniger und versuchen Sie es noch einmal.
ERROR_429_TITLE = Bitte etwas langsamer
ERROR_429_TEXT = Das waren zu viele Versuche. Warten Sie { $wait } und versuchen Sie es dann noch einmal.
ERROR_500_TITLE = Das war unser Fehler
ERROR_500_TEXT = Bei uns ist etwas schiefgegangen; es steht im Protokoll. Bitte versuchen Sie es später erneut.
ERROR_503_TITLE = Sehr viel los
ERROR_503_TEXT = Gerade ist mehr zu tun, als wir schaffen. Warten Sie { $wait } und versuchen Sie es dann noch einmal.
ERROR_CSRF_TITLE = Dieses Formular ist zu alt
ERROR_CSRF_TEXT = Zu Ihrer Sicherheit gilt ein Formular nur begrenzte Zeit. Bitte senden Sie es noch einmal.

## E-Mails

MAIL_FOOTER = Diese E-Mail wurde automatisch verschickt; Antworten darauf liest niemand.
MAIL_LINK_HINT = Falls die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:
MAIL_UNKNOWN = unbekannt
MAIL_SEEN_TIME = Zeit
MAIL_SEEN_ADDRESS = IP-Adresse
MAIL_SEEN_AGENT = Gerät
MAIL_SESSION_REPLAYED_SUBJECT = Wir haben eine Sitzung Ihres Kontos beendet
MAIL_SESSION_REPLAYED_TEXT = Jemand hat einen Schlüssel Ihrer Sitzung benutzt, der nicht mehr galt. Das kommt vor, wenn die Sitzung auf ein anderes Gerät kopiert wurde; deshalb haben wir sie beendet.
MAIL_REFRESH_REPLAYED_SUBJECT = Wir haben eine Anwendung von Ihrem Konto abgemeldet
MAIL_REFRESH_REPLAYED_TEXT = Ein Schlüssel, mit dem eine Anwendung an Ihrem Konto angemeldet bleibt, wurde zweimal benutzt. Das kommt vor, wenn er kopiert wurde; deshalb haben wir ihn ungültig gemacht.
MAIL_REPLAYED_YOU = Falls Sie das waren, etwa mit einem kopierten Browserprofil oder einer zurückgespielten Sicherung, melden Sie sich einfach wieder an.
MAIL_REPLAYED_NOT_YOU = Falls nicht, hatte womöglich jemand Zugang zu Ihrem Konto. Ändern Sie Ihr Passwort, melden Sie sich überall ab und prüfen Sie Ihre Geräte auf Schadsoftware.
MAIL_ACCOUNT_LOCKED_SUBJECT = Ihr Konto ist vorübergehend gesperrt
MAIL_ACCOUNT_LOCKED_TEXT = Für Ihr Konto gab es zu viele falsche Passwörter oder Codes; deshalb haben wir es gesperrt.
MAIL_ACCOUNT_LOCKED_WITHIN = Die Sperre dauert { $within } und endet von selbst.
MAIL_ACCOUNT_LOCKED_LINK = Falls Sie das waren, können Sie es sofort entsperren:
MAIL_ACCOUNT_LOCKED_BUTTON = Mein Konto entsperren
MAIL_ACCOUNT_LOCKED_NOT_YOU = Falls nicht, versucht jemand hineinzukommen. Das ist nicht gelungen, und Sie müssen nichts tun. Wenn Sie Ihr Passwort auch anderswo benutzen, ist jetzt eine gute Zeit, es zu ändern.
MAIL_LINK_WITHIN = Der Link gilt einmal, { $within } lang.
MAIL_CONFIRM_SUBJECT = Bitte bestätigen Sie Ihre E-Mail-Adresse
MAIL_CONFIRM_TEXT = Gehört { $email } Ihnen? Öffnen Sie diesen Link, um die Adresse zu bestätigen.
MAIL_CONFIRM_BUTTON = Meine Adresse bestätigen
MAIL_CONFIRM_NOT_YOU = Falls Sie diese E-Mail nicht angefordert haben, können Sie sie ignorieren: Ohne den Link wird nichts bestätigt.
MAIL_RESET_SUBJECT = Ein neues Passwort festlegen
MAIL_RESET_TEXT = Jemand, vermutlich Sie, möchte ein neues Passwort für Ihr Konto festlegen. Dieser Link führt zur Seite dafür. Er gilt einmal, { $within } lang:
MAIL_RESET_BUTTON = Neues Passwort festlegen
MAIL_RESET_NOT_YOU = Falls Sie das nicht waren, können Sie diese E-Mail löschen: Ihr Passwort bleibt, wie es ist.
MAIL_RESET_NOTICE_SUBJECT = Ihr Passwort wurde zurückgesetzt
MAIL_RESET_NOTICE_TEXT = Für Ihr Konto wurde ein neues Passwort festgelegt, über einen Link, den wir an diese Adresse geschickt hatten. Sie sind auf allen Geräten abgemeldet.
MAIL_CHANGE_NOTICE_SUBJECT = Ihr Passwort wurde geändert
MAIL_CHANGE_NOTICE_TEXT = Das Passwort Ihres Kontos wurde geändert. Alle anderen Geräte sind abgemeldet.
MAIL_PASSWORD_NOT_YOU = Falls Sie das nicht waren, hat jemand Zugang zu Ihrem Konto. Legen Sie sofort ein neues Passwort fest, und sorgen Sie dafür, dass niemand sonst Ihre E-Mails lesen kann.
MAIL_LOGIN_SUBJECT = Ihr Link zum Anmelden
MAIL_LOGIN_TEXT = Mit diesem Link melden Sie sich an Ihrem Konto an. Er gilt einmal, { $within } lang:
MAIL_LOGIN_BUTTON = Anmelden
MAIL_LOGIN_NOT_YOU = Geben Sie ihn nicht weiter: Wer den Link hat, ist angemeldet. Falls Sie nicht darum gebeten haben, können Sie diese E-Mail löschen.
MAIL_CHANGE_EMAIL_SUBJECT = Bestätigen Sie Ihre neue E-Mail-Adresse
MAIL_CHANGE_EMAIL_TEXT = Das Konto { $email } soll künftig diese E-Mail-Adresse verwenden. Wenn Sie das möchten, öffnen Sie diesen Link:
MAIL_CHANGE_EMAIL_BUTTON = Diese Adresse verwenden
MAIL_CHANGE_EMAIL_WITHIN = Der Link gilt { $within }. Angefordert wurde er so:
MAIL_CHANGE_EMAIL_NOT_YOU = Falls Sie dieses Konto nicht kennen, müssen Sie nichts tun: Ohne den Link ändert sich nichts.
MAIL_CHANGE_EMAIL_DONE_SUBJECT = Die E-Mail-Adresse Ihres Kontos wurde geändert
MAIL_CHANGE_EMAIL_DONE_TEXT = Ihr Konto hat jetzt eine andere E-Mail-Adresse: { $email }. An diese hier schicken wir nichts mehr.
MAIL_CHANGE_EMAIL_DONE_YOU = Falls Sie das waren, müssen Sie nichts tun.
MAIL_CHANGE_EMAIL_DONE_NOT_YOU = Falls nicht, hat jemand Zugang zu Ihrem Konto. Machen Sie die Änderung jetzt rückgängig: Ihr Konto bekommt diese Adresse zurück, und alle werden abgemeldet. Der Link gilt { $within }.
MAIL_CHANGE_EMAIL_DONE_BUTTON = Rückgängig machen
MAIL_CHANGE_EMAIL_UNDONE_SUBJECT = Ihr Konto hat seine E-Mail-Adresse zurück
MAIL_CHANGE_EMAIL_UNDONE_TEXT = Die Änderung zu { $email } wurde rückgängig gemacht. Ihr Konto hat wieder diese Adresse und ist überall abgemeldet.
MAIL_CHANGE_EMAIL_UNDONE_RESET = Wer die Adresse geändert hat, kennt vielleicht Ihr Passwort. Legen Sie jetzt ein neues fest; der Link gilt { $within }.
MAIL_CHANGE_EMAIL_UNDONE_BUTTON = Neues Passwort festlegen
MAIL_CHANGE_EMAIL_UNDONE_NO_RESET = Wer die Adresse geändert hat, kennt vielleicht Ihr Passwort. Melden Sie sich an und legen Sie jetzt ein neues fest. Wenn Ihr Passwort nicht mehr gilt, wenden Sie sich bitte an die Betreiber dieser Website.
MAIL_CHANGE_EMAIL_TAKEN_BACK_SUBJECT = Diese E-Mail-Adresse gehört nicht mehr zu dem Konto
MAIL_CHANGE_EMAIL_TAKEN_BACK_TEXT = Wem die frühere Adresse gehört, hat die Änderung rückgängig gemacht. Das Konto verwendet diese hier nicht mehr und ist überall abgemeldet.
MAIL_CHANGE_EMAIL_TAKEN_BACK_YOU = Wenn das Konto Ihres ist, sehen Sie in die E-Mails an Ihre frühere Adresse: Dort steht, wie es weitergeht.
MAIL_CHANGE_USERNAME_SUBJECT = Ihr Benutzername wurde geändert
MAIL_CHANGE_USERNAME_TEXT = Ihr Benutzername ist jetzt { $username }.
MAIL_CHANGE_USERNAME_NONE = Ihr Konto hat keinen Benutzernamen mehr. Melden Sie sich mit Ihrer E-Mail-Adresse an.
MAIL_CHANGE_USERNAME_NOT_YOU = Falls Sie das nicht waren, hat jemand Zugang zu Ihrem Konto. Ändern Sie Ihr Passwort und melden Sie sich überall ab.
MAIL_USERNAME_RECOVERY_SUBJECT = Ihr Benutzername
MAIL_USERNAME_RECOVERY_TEXT = Das ist Ihr Benutzername:
MAIL_USERNAME_RECOVERY_NONE = Ihr Konto hat keinen Benutzernamen. Melden Sie sich mit Ihrer E-Mail-Adresse an, { $email }.
MAIL_USERNAME_RECOVERY_NOT_YOU = Falls Sie nicht danach gefragt haben, können Sie diese E-Mail ignorieren: Nur Sie haben sie bekommen.
MAIL_WELCOME_SUBJECT = Willkommen
MAIL_WELCOME_READY = Ihr Konto ist bereit. Schön, dass Sie da sind!
MAIL_WELCOME_CONFIRM = Schön, dass Sie da sind! Ein Schritt fehlt noch: Öffnen Sie diesen Link, um zu bestätigen, dass die Adresse Ihnen gehört.
MAIL_WELCOME_NOT_YOU = Falls Sie sich hier nicht registriert haben, hat jemand anderes Ihre Adresse eingegeben, vielleicht aus Versehen. Sie können diese E-Mail ignorieren.
MAIL_EXISTING_SUBJECT = Sie haben schon ein Konto
MAIL_EXISTING_TEXT = Jemand, vermutlich Sie, wollte sich mit dieser Adresse registrieren. Sie gehört schon zu Ihrem Konto, und nichts wurde geändert.
MAIL_EXISTING_USERNAME = Ihr Benutzername ist { $username }.
MAIL_EXISTING_CONFIRM = Ihre Adresse ist noch nicht bestätigt. Öffnen Sie dazu diesen Link:
MAIL_EXISTING_RESET = Passwort vergessen? Öffnen Sie diesen Link, um ein neues festzulegen:
MAIL_EXISTING_RESET_BUTTON = Neues Passwort festlegen
MAIL_EXISTING_RECOVERY = Wenn der Link zu alt ist, bekommen Sie hier einen neuen:
MAIL_EXISTING_NOT_YOU = Falls Sie das nicht waren, können Sie diese E-Mail ignorieren: Niemand hat Zugang zu Ihrem Konto erhalten.
MAIL_USERNAME_TAKEN_SUBJECT = Bitte wählen Sie einen anderen Benutzernamen
MAIL_USERNAME_TAKEN_TEXT = Jemand, vermutlich Sie, wollte sich hier als { $username } mit der Adresse { $email } registrieren. Ein anderes Konto hat diesen Benutzernamen, deshalb wurde keines angelegt. Bitte registrieren Sie sich noch einmal mit einem anderen.
MAIL_ACCOUNT_CLOSED_SUBJECT = Ihr Konto ist geschlossen
MAIL_ACCOUNT_CLOSED_TEXT = Ihr Konto ist geschlossen und überall abgemeldet. Am { $date } wird es endgültig gelöscht.
MAIL_ACCOUNT_CLOSED_LINK = Wenn Sie es sich anders überlegen, können Sie es behalten. Der Link gilt { $within }:
MAIL_ACCOUNT_CLOSED_BUTTON = Mein Konto behalten
MAIL_ACCOUNT_CLOSED_NOT_YOU = Falls Sie das nicht waren, behalten Sie Ihr Konto jetzt und ändern Sie Ihr Passwort.
MAIL_TEST_SUBJECT = Eine Test-E-Mail
MAIL_TEST_TEXT = Wenn Sie das lesen können, funktioniert der Versand von E-Mails.
