# Polish. The keys are those of English.

## Accounts: addresses and confirmation

ALREADY_CONFIRMED = Wszystko gotowe: ten adres e-mail jest już potwierdzony.
CONFIRMATION_EXPIRED = Ten link był ważny przez { $within } i już nie działa. Poproś o nowy.
CONFIRMATION_REQUEST = Wysłaliśmy wiadomość na adres { $email }. Otwórz zawarty w niej link, aby potwierdzić adres.
CONFIRMATION_REQUIRED = Najpierw potwierdź swój adres e-mail; link jest w wiadomości od nas.
CONFIRM_REGISTRATION = Witamy! Jeszcze jeden krok: otwórz link w wiadomości wysłanej na adres { $email }.
EMAIL_CONFIRMED = Twój adres e-mail jest już potwierdzony. Dziękujemy!
INVALID_CONFIRMATION_TOKEN = Ten link potwierdzający nie działa. Poproś o nowy.
CHANGE_EMAIL_CONFIRMED = Gotowe: Twoje konto używa teraz nowego adresu e-mail.
CHANGE_EMAIL_EXPIRED = Ten link był ważny przez { $within } i już nie działa. Zacznij zmianę adresu od nowa.
CHANGE_EMAIL_SENT = Wysłaliśmy wiadomość na adres { $email }. Otwórz zawarty w niej link, aby dokończyć zmianę.
EMAIL_ALREADY_ASSOCIATED = Konto z adresem { $email } już istnieje. Zaloguj się na nie albo użyj innego adresu.
EMAIL_NOT_PROVIDED = Wpisz swój adres e-mail.
INVALID_EMAIL_ADDRESS = To nie wygląda na adres e-mail. Powinien mieć postać nazwa@example.com.
DISABLED_ACCOUNT = To konto jest wyłączone. Skontaktuj się z administratorem.
USER_DOES_NOT_EXIST = Nie znamy tego konta. Sprawdź wpisane dane.

## Signing in

ANONYMOUS_USER_REQUIRED = To konto jest już zalogowane; aby to zrobić, najpierw się wyloguj.
API_ERROR = Nie możemy odczytać tej wartości. Sprawdź żądanie.
FORGOT_PASSWORD = Nie pamiętasz hasła?
GENERIC_AUTHN_FAILED = Nie udało się. Sprawdź wpisane dane i spróbuj ponownie.
GENERIC_RECOVERY = Jeśli znamy to konto, wiadomość z dalszymi krokami jest już w drodze.
GENERIC_US_SIGNIN = Jeśli znamy to konto, kod jest już w drodze.
IDENTITY_ALREADY_ASSOCIATED = Wartości { $value } używa już inne konto ({ $attr }).
IDENTITY_NOT_REGISTERED = Dla { $id } nie ma tu konta. Najpierw się zarejestruj.
INVALID_LOGIN_TOKEN = Ten link do logowania nie działa. Poproś o nowy.
INVALID_REDIRECT = Nie możemy tam przekierować: ten adres nie należy do tej witryny.
LOGIN = Zaloguj się, aby zobaczyć tę stronę.
LOGIN_EMAIL_SENT = Wysłaliśmy wiadomość na adres { $email }. Otwórz zawarty w niej link, aby się zalogować.
LOGIN_EXPIRED = Ten link do logowania był ważny przez { $within } i już nie działa. Nowy wysłaliśmy na adres { $email }.
PASSWORDLESS_LOGIN_SUCCESSFUL = Witamy, logowanie się powiodło.
OAUTH_HANDSHAKE_ERROR = Druga usługa odmówiła zalogowania ({ $exerror }: { $exdesc }). Spróbuj ponownie.
REAUTHENTICATION_REQUIRED = Dla bezpieczeństwa potwierdź jeszcze raz, że to Ty.
REAUTHENTICATION_SUCCESSFUL = Dziękujemy, wiemy już, że to Ty.
REFRESH = Zaloguj się ponownie, aby zobaczyć tę stronę.
REFRESH_TOKEN_INVALID = Ten token odświeżania nie został przyjęty ({ $reason }). Zaloguj się, aby otrzymać nowy.
UNAUTHENTICATED = To jest dostępne tylko po zalogowaniu. Zaloguj się.
UNAUTHORIZED = Twoje konto nie ma do tego uprawnień.

## Passwords

INVALID_PASSWORD = To hasło jest nieprawidłowe.
INVALID_RESET_PASSWORD_TOKEN = Ten link nie działa lub został już użyty. Poproś o nowy.
PASSWORD_BREACHED = To hasło znajduje się na liście wykradzionych haseł. Wybierz inne.
PASSWORD_BREACHED_SITE_ERROR = Nie udało się sprawdzić, czy to hasło zostało wykradzione. Spróbuj ponownie za jakiś czas.
PASSWORD_CHANGE = Twoje nowe hasło już obowiązuje.
PASSWORD_INVALID_LENGTH = Hasło musi mieć od { $length } do 128 znaków.
PASSWORD_IS_THE_SAME = To jest Twoje obecne hasło. Wybierz inne.
PASSWORD_MISMATCH = Wpisane hasła są różne.
PASSWORD_NOT_PROVIDED = Wpisz hasło.
PASSWORD_RESET = Twoje nowe hasło już obowiązuje, a logowanie się powiodło.
PASSWORD_RESET_EXPIRED = Ten link był ważny przez { $within } i już nie działa. Poproś o nowy.
PASSWORD_RESET_NO_LOGIN = Twoje nowe hasło już obowiązuje. Zaloguj się nim.
PASSWORD_RESET_REQUEST = Jeśli do adresu { $email } należy konto, wysłaliśmy tam wiadomość. Wyjaśnia ona, jak ustawić nowe hasło.
PASSWORD_TOO_SIMPLE = To hasło łatwo odgadnąć. Kilka dodatkowych, nietypowych słów uczyni je bezpiecznym.
PASSWORD_WEAK_CONTEXT = To hasło składa się z Twoich danych lub z nazwy tej witryny. Inni spróbują go w pierwszej kolejności.
PASSWORD_WEAK_KEY_ROW = Sąsiednie klawisze łatwo odgadnąć.
PASSWORD_WEAK_KEY_PATTERN = Krótki wzór na klawiaturze łatwo odgadnąć.
PASSWORD_WEAK_REPEATED_CHARACTER = Ciągle ten sam znak łatwo odgadnąć.
PASSWORD_WEAK_REPEATED_PART = Powtarzany fragment jest niewiele trudniejszy do odgadnięcia niż sam fragment.
PASSWORD_WEAK_TOP_10 = Mało które hasło jest używane częściej niż to.
PASSWORD_WEAK_TOP_100 = To jedno ze stu najczęściej używanych haseł.
PASSWORD_WEAK_COMMON = Wiele osób używa tego hasła, więc jest próbowane jako jedno z pierwszych.
PASSWORD_WEAK_SIMILAR = To hasło jest bardzo podobne do hasła, którego używa wiele osób.
PASSWORD_WEAK_SEQUENCE = Litery lub cyfry po kolei łatwo odgadnąć.
PASSWORD_WEAK_YEAR = Rok łatwo odgadnąć.
PASSWORD_WEAK_WORD = Pojedyncze słowo łatwo odgadnąć.
PASSWORD_WEAK_DATE = Datę łatwo odgadnąć.
PASSWORD_WEAK_NAME = Samo imię lub nazwisko łatwo odgadnąć.
PASSWORD_WEAK_NAMES = Popularne imiona i nazwiska łatwo odgadnąć.
PASSWORD_ADVICE_FEW_WORDS = Użyj kilku słów, które nie są ze sobą związane.
PASSWORD_ADVICE_NO_SIGNS = Znaki specjalne, cyfry i wielkie litery nie są potrzebne.
PASSWORD_ADVICE_MORE_WORDS = Jedno lub dwa dodatkowe nietypowe słowa uczynią je bezpiecznym.
PASSWORD_ADVICE_CAPITAL = Wielka litera na początku niewiele pomaga.
PASSWORD_ADVICE_CAPITALS = Same wielkie litery niewiele pomagają.
PASSWORD_ADVICE_REVERSED = Słowa pisane od tyłu niewiele pomagają.
PASSWORD_ADVICE_SWAPS = Znaki zamiast liter, na przykład @ zamiast a, niewiele pomagają.
PASSWORD_ADVICE_KEY_PATTERN = Wzór na klawiaturze musi być dłuższy i częściej zmieniać kierunek.
PASSWORD_ADVICE_NO_REPEATS = Nie powtarzaj słów ani znaków.
PASSWORD_ADVICE_NO_SEQUENCES = Unikaj liter i cyfr po kolei.
PASSWORD_ADVICE_NO_RECENT_YEARS = Unikaj ostatnich lat.
PASSWORD_ADVICE_NO_OWN_YEARS = Unikaj lat, które mają związek z Tobą.
PASSWORD_ADVICE_NO_OWN_DATES = Unikaj dat, które mają związek z Tobą.
RETYPE_PASSWORD_MISMATCH = Hasła się różnią. Wpisz dwa razy to samo.

## Names and numbers

INVALID_INPUT = Są tu znaki, których nie możemy przyjąć. Usuń znaczniki, takie jak < i &.
INVALID_INPUT_LENGTH = To jest za długie; dopuszczalna liczba znaków: { $length }.
PHONE_INVALID = To nie jest prawidłowy numer telefonu. Wpisz go z numerem kierunkowym kraju, na przykład +48 22 123 45 67.
USERNAME_ALREADY_ASSOCIATED = Nazwa użytkownika { $username } jest zajęta. Wybierz inną.
USERNAME_CHANGE = Twoja nowa nazwa użytkownika już obowiązuje.
USERNAME_DISALLOWED_CHARACTERS = Nazwa użytkownika może zawierać tylko litery i cyfry.
USERNAME_INVALID_LENGTH = Nazwa użytkownika musi mieć od { $min } do { $max } znaków.
USERNAME_NOT_PROVIDED = Wpisz nazwę użytkownika.
USERNAME_RECOVERY_REQUEST = Jeśli znamy ten adres, wiadomość z Twoją nazwą użytkownika jest już w drodze.

## Codes and second factors

CODE_HAS_BEEN_SENT = Kod jest już w drodze.
FAILED_TO_SEND_CODE = Nie udało się wysłać kodu. Spróbuj ponownie za jakiś czas.
INVALID_CODE = Ten link zawiera nieprawidłowy kod. Poproś o nowy.
INVALID_PASSWORD_CODE = Ani hasło, ani kod nie są prawidłowe.
INVALID_RECOVERY_CODE = Ten kod odzyskiwania jest nieprawidłowy lub został już użyty.
NO_RECOVERY_CODES_SETUP = Nie masz jeszcze kodów odzyskiwania.
TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL = Twój drugi składnik jest skonfigurowany.
TWO_FACTOR_DISABLED = Twój drugi składnik jest wyłączony.
TWO_FACTOR_INVALID_TOKEN = Ten kod jest nieprawidłowy. Sprawdź go lub poproś o nowy.
TWO_FACTOR_LOGIN_SUCCESSFUL = Kod jest prawidłowy. Witamy!
TWO_FACTOR_METHOD_NOT_AVAILABLE = Tego drugiego składnika nie można tu wybrać.
TWO_FACTOR_PERMISSION_DENIED = Najpierw się zaloguj; drugi składnik przyjdzie potem.
TWO_FACTOR_SETUP_EXPIRED = Można to było dokończyć przez { $within }. Zacznij konfigurację od nowa.
USE_CODE = Twój kod logowania to { $code }. Nikt od nas nigdy o niego nie zapyta.
US_CURRENT_METHODS = Możesz się zalogować w ten sposób: { $method_list }.
US_METHOD_NOT_AVAILABLE = Nie możesz się zalogować w ten sposób; nie jest skonfigurowany.
US_SETUP_EXPIRED = Można to było dokończyć przez { $within }. Zacznij konfigurację od nowa.
US_SETUP_SUCCESSFUL = Ten sposób logowania jest skonfigurowany.
US_SPECIFY_IDENTITY = Nie znamy tego konta. Sprawdź wpisane dane.

## Passkeys

WEBAUTHN_CREDENTIAL_DELETED = Klucz dostępu „{ $name }” został usunięty.
WEBAUTHN_CREDENTIAL_ID_INUSE = Ten klucz dostępu jest już zarejestrowany.
WEBAUTHN_CREDENTIAL_WRONG_USAGE = Ten klucz dostępu jest zarejestrowany dla innego etapu logowania.
WEBAUTHN_EXPIRED = Klucza dostępu można było użyć przez { $within }. Spróbuj ponownie.
WEBAUTHN_MISMATCH_USER_HANDLE = Ten klucz dostępu należy do innego konta.
WEBAUTHN_NAME_DISALLOWED_CHARACTERS = Nazwa może zawierać tylko litery, cyfry, spacje, łączniki i podkreślenia.
WEBAUTHN_NAME_INUSE = Masz już klucz dostępu o nazwie „{ $name }”.
WEBAUTHN_NAME_NOT_FOUND = Nie masz klucza dostępu o nazwie „{ $name }”.
WEBAUTHN_NAME_REQUIRED = Nadaj kluczowi dostępu nazwę.
WEBAUTHN_NO_VERIFY = Klucz dostępu nie został przyjęty ({ $cause }). Spróbuj ponownie.
WEBAUTHN_ORPHAN_CREDENTIAL_ID = Konto tego klucza dostępu już nie istnieje.
WEBAUTHN_REGISTER_SUCCESSFUL = Klucz dostępu „{ $name }” jest gotowy do użycia.
WEBAUTHN_UNKNOWN_CREDENTIAL_ID = Nie znamy tego klucza dostępu.

## Requests: what clients may compare word for word

LITERAL = { $text }
REGISTRATION_SENT = Jeśli tego adresu jeszcze tu nie było, jego konto jest gotowe: możesz się zalogować.
FIRST_ADMINISTRATOR_READY = Masz teraz uprawnienia administratora.
ACCOUNT_UNLOCKED = Twoje konto jest odblokowane. Możesz się znowu zalogować.
CHANGE_EMAIL_UNDONE = Twoje konto znowu używa adresu { $email } i zostało wszędzie wylogowane. Dalsze kroki są w wiadomości, którą wysłaliśmy.
CHANGE_EMAIL_UNDO_EXPIRED = Ten link był ważny przez { $within } i już nie działa. Napisz do osób prowadzących tę witrynę.
CHANGE_EMAIL_UNDO_INVALID = Ten link nie działa lub zmiana została już cofnięta.
CHANGE_EMAIL_UNDO_TAKEN = Adresu { $email } używa już inne konto, więc nie możemy przywrócić go Twojemu. Napisz do osób prowadzących tę witrynę.
ACCOUNT_CLOSED = Twoje konto jest zamknięte i zostanie usunięte za { $within }. Jeśli zmienisz zdanie, otwórz link w wiadomości, którą wysłaliśmy.
ACCOUNT_REOPENED = Twoje konto jest znowu otwarte. Zaloguj się, aby kontynuować.
ACCOUNT_REOPEN_INVALID = Ten link nie działa lub konto jest już otwarte.
ACCOUNT_LAST_ADMINISTRATOR = To konto jest ostatnim kontem administratora. Zanim je zamkniesz, nadaj tę rolę komuś innemu.
VISIT_FIRST = Najpierw zajrzyj na tę stronę.
SESSION_REVOKED = To urządzenie zostało wylogowane.
SESSION_GONE = To urządzenie było już wylogowane.
SESSIONS_OTHERS_REVOKED = Wylogowaliśmy Cię wszędzie poza tym urządzeniem.
SESSIONS_ALL_REVOKED = Wylogowaliśmy Cię wszędzie. Aby kontynuować, zaloguj się ponownie.
CSRF_TOKEN_MISSING = The CSRF token is missing.
CSRF_SESSION_TOKEN_MISSING = The CSRF session token is missing.
CSRF_TOKEN_EXPIRED = The CSRF token has expired.
CSRF_TOKEN_INVALID = The CSRF token is invalid.
CSRF_TOKEN_MISMATCH = The CSRF tokens do not match.
CSRF_REFERRER_MISSING = The referrer header is missing.
CSRF_REFERRER_MISMATCH = The referrer does not match the host.
CSRF_ORIGIN_MISMATCH = The request comes from another site.
FIELD_REQUIRED = Wypełnij to pole.
CHOICE_INVALID = Wybierz jedną z podanych możliwości.

## Spans of time and lists

# Spans of time are in the accusative: the sentences around them ask for it.

DURATION_YEARS = { $count ->
    [one] { $count } rok
    [few] { $count } lata
    [many] { $count } lat
   *[other] { $count } roku
}
DURATION_MONTHS = { $count ->
    [one] { $count } miesiąc
    [few] { $count } miesiące
    [many] { $count } miesięcy
   *[other] { $count } miesiąca
}
DURATION_DAYS = { $count ->
    [one] { $count } dzień
    [few] { $count } dni
    [many] { $count } dni
   *[other] { $count } dnia
}
DURATION_HOURS = { $count ->
    [one] { $count } godzinę
    [few] { $count } godziny
    [many] { $count } godzin
   *[other] { $count } godziny
}
DURATION_MINUTES = { $count ->
    [one] { $count } minutę
    [few] { $count } minuty
    [many] { $count } minut
   *[other] { $count } minuty
}
DURATION_SECONDS = { $count ->
    [one] { $count } sekundę
    [few] { $count } sekundy
    [many] { $count } sekund
   *[other] { $count } sekundy
}
DURATION_AND = { $first } i { $last }
DURATION_COMMA = { $first }, { $last }
LIST_COMMA = { $first }, { $last }
LIST_END = { $first } i { $last }

## What every page has

PAGE_LANGUAGE = pl
LANGUAGE_NAME = Polski
SITE_NAME = Gatewright
NAV_HOME = Strona główna
NAV_LOGIN = Zaloguj się
NAV_LOGOUT = Wyloguj się
NAV_REGISTER = Załóż konto
NAV_FORGOT_PASSWORD = Nie pamiętasz hasła?
NAV_CONFIRM = Wyślij wiadomość potwierdzającą ponownie
NAV_RECOVER_USERNAME = Nie pamiętasz nazwy użytkownika?
NAV_CHANGE_PASSWORD = Zmień hasło
NAV_CHANGE_EMAIL = Zmień adres e-mail
NAV_CHANGE_USERNAME = Zmień nazwę użytkownika
NAV_SESSIONS = Twoje urządzenia
NAV_ACCOUNT = Konto
NAV_LANGUAGE = Język
NAV_BACK = Wstecz
NAV_MENU = Twoje konto
NAV_SKIP = Przejdź do treści
LANGUAGE_TITLE = Wybierz język
FLASH_TITLE = Komunikaty
ERRORS_TITLE = Popraw następujące pola:

## Fields

FIELD_EMAIL = Adres e-mail
FIELD_EMAIL_NEW = Nowy adres e-mail
FIELD_IDENTITY = Adres e-mail lub nazwa użytkownika
FIELD_USERNAME = Nazwa użytkownika
FIELD_USERNAME_NEW = Nowa nazwa użytkownika
FIELD_PASSWORD = Hasło
FIELD_PASSWORD_NOW = Obecne hasło
FIELD_PASSWORD_NEW = Nowe hasło
FIELD_PASSWORD_AGAIN = To samo hasło jeszcze raz
FIELD_PASSWORD_OPTIONAL = Hasło (może pozostać puste)
FIELD_PASSWORD_OR_CODE = Hasło lub kod
FIELD_REMEMBER = Nie wylogowuj mnie na tym urządzeniu
FIELD_PHONE = Numer telefonu
FIELD_CODE = Kod
FIELD_OPTIONAL = opcjonalnie
FIELD_ROLES = Role
PASSWORD_HINT = Kilka nietypowych słów łatwiej zapamiętać niż znaki specjalne.

## Page: sign in

LOGIN_TITLE = Logowanie
LOGIN_SUBMIT = Zaloguj się
LOGIN_EITHER = Adres e-mail lub nazwa użytkownika: wystarczy jedno z nich.
LOGIN_NEW_HERE = Pierwszy raz tutaj?
LOGIN_OTHER_WAYS = Inne sposoby logowania
LOGIN_WITH = Zaloguj się przez { $provider }

## Page: password forgotten

FORGOT_PASSWORD_TITLE = Nie pamiętasz hasła?
FORGOT_PASSWORD_TEXT = Wpisz swój adres e-mail. Wyślemy Ci link, za pomocą którego ustawisz nowe hasło.
FORGOT_PASSWORD_SUBMIT = Wyślij link

## Page: a new password in place of a forgotten one

RESET_PASSWORD_TITLE = Ustaw nowe hasło
RESET_PASSWORD_TEXT = Nastąpi wylogowanie na wszystkich urządzeniach.
RESET_PASSWORD_SUBMIT = Ustaw hasło

## Page: change the password

CHANGE_PASSWORD_TITLE = Zmiana hasła
CHANGE_PASSWORD_TEXT = Tutaj nic się nie zmieni, ale na wszystkich innych urządzeniach nastąpi wylogowanie.
CHANGE_PASSWORD_FIRST = Twoje konto nie ma jeszcze hasła.
CHANGE_PASSWORD_SUBMIT = Zmień hasło

## Page: a link to sign in

SEND_LOGIN_TEXT = Wpisz swój adres e-mail. Wyślemy Ci link, który Cię zaloguje.
SEND_LOGIN_SUBMIT = Wyślij link
LOGIN_LINK_TITLE = Logowanie
LOGIN_LINK_TEXT = Zaraz zalogujesz się jako { $email }.
LOGIN_LINK_SUBMIT = Zaloguj się
LOGIN_LINK_EXPIRED_TITLE = Ten link jest za stary
LOGIN_LINK_EXPIRED_TEXT = Nie można się już nim zalogować. Możemy wysłać nowy na adres { $email }.
LOGIN_LINK_EXPIRED_SUBMIT = Wyślij nowy link

## Page: sign out

LOGOUT_TITLE = Wylogowanie
LOGOUT_TEXT = Czy chcesz się wylogować na tym urządzeniu?
LOGOUT_SUBMIT = Wyloguj się
LOGOUT_STAY = Nie wylogowuj

## Page: it is still you

VERIFY_TITLE = Potwierdź, że to Ty
VERIFY_TEXT = To, co nastąpi, jest poufne. Aby kontynuować, wpisz hasło jeszcze raz.
VERIFY_SUBMIT = Dalej

## Page: one's own sessions

SESSIONS_TITLE = Twoje urządzenia
SESSIONS_TEXT = Na tych urządzeniach jest zalogowane Twoje konto. Nie znasz któregoś z nich? Wyloguj je i zmień hasło.
SESSIONS_CURRENT = to urządzenie
SESSIONS_UNKNOWN = Nieznane urządzenie
SESSIONS_SEEN = Ostatnio używane
SESSIONS_NOW = przed chwilą
SESSIONS_AGO = { $span } temu
SESSIONS_ADDRESS = Adres IP
SESSIONS_BEGAN = Zalogowano
SESSIONS_ENDS = Bez użycia wygaśnie
SESSIONS_REMEMBERED = pozostaje zalogowane
SESSIONS_REVOKE = Wyloguj
SESSIONS_REVOKE_LABEL = Wyloguj: { $device }, { $address }, { $seen }
SESSIONS_NONE = Żadne urządzenie nie jest zalogowane przez stronę; aplikacje mogą być zalogowane tokenami.
SESSIONS_OTHERS_TITLE = Wyloguj za jednym razem
SESSIONS_OTHERS_TEXT = Odłącza to także aplikacje, które korzystają z Twojego konta, i unieważnia linki w wiadomościach od nas.
SESSIONS_OTHERS = Wyloguj wszystkie inne urządzenia
SESSIONS_ALL = Wyloguj wszędzie, także tutaj

## Page: another email address

CHANGE_EMAIL_TITLE = Zmiana adresu e-mail
CHANGE_EMAIL_NOW = Twoje konto używa teraz tego adresu:
CHANGE_EMAIL_TEXT = Wyślemy link na nowy adres. Zmiana będzie gotowa, gdy otworzysz go w ciągu podanego czasu: { $within }.
CHANGE_EMAIL_SUBMIT = Wyślij link
CHANGE_EMAIL_ASK_TITLE = Używać tego adresu?
CHANGE_EMAIL_ASK_TEXT = Od tej chwili Twoje konto będzie używać adresu { $email }. Posłuży on do logowania i tam będziemy wysyłać wiadomości.
CHANGE_EMAIL_ASK_SUBMIT = Używaj tego adresu
UNDO_EMAIL_TITLE = Cofnąć zmianę?
UNDO_EMAIL_TEXT = Twoje konto będzie znowu używać adresu { $email } i zostanie wszędzie wylogowane. Następnie wyślemy Ci wiadomość z dalszymi krokami.
UNDO_EMAIL_SUBMIT = Cofnij zmianę

## Page: another user name

CHANGE_USERNAME_TITLE = Zmiana nazwy użytkownika
CHANGE_USERNAME_NOW = Twoja nazwa użytkownika:
CHANGE_USERNAME_NONE = Nie masz jeszcze nazwy użytkownika.
CHANGE_USERNAME_HINT = Od { $min } do { $max } liter i cyfr.
CHANGE_USERNAME_EMPTY = Aby nie mieć żadnej, pozostaw to pole puste.
CHANGE_USERNAME_SUBMIT = Zmień nazwę użytkownika

## Page: user name forgotten

RECOVER_USERNAME_TITLE = Nie pamiętasz nazwy użytkownika?
RECOVER_USERNAME_TEXT = Wyślemy ją na adres Twojego konta.
RECOVER_USERNAME_SUBMIT = Wyślij moją nazwę użytkownika

## Page: one's own account

ACCOUNT_TITLE = Twoje konto
ACCOUNT_CONFIRMED = potwierdzony
ACCOUNT_UNCONFIRMED = niepotwierdzony
ACCOUNT_SINCE = Konto istnieje od
ACCOUNT_LAST_LOGIN = Poprzednie logowanie
ACCOUNT_EMAIL_TITLE = Adres e-mail
ACCOUNT_USERNAME_TITLE = Nazwa użytkownika
ACCOUNT_PASSWORD_TITLE = Hasło
ACCOUNT_PASSWORD_SET = Logujesz się hasłem.
ACCOUNT_PASSWORD_NONE = Nie masz hasła.
ACCOUNT_SESSIONS_TEXT = Sprawdź, gdzie konto jest zalogowane, i wyloguj urządzenia.
ACCOUNT_SESSIONS_LINK = Zobacz swoje urządzenia
ACCOUNT_CONFIRM_TITLE = Twój adres nie jest potwierdzony
ACCOUNT_CONFIRM_TEXT = Otwórz link w wiadomości wysłanej na adres { $email } albo poproś o nową.
ACCOUNT_ACTIVITY_TITLE = Ostatnia aktywność
ACCOUNT_ACTIVITY_TEXT = Jest tu coś, czego nie znasz? Zmień hasło i wyloguj wszystkie inne urządzenia.
ACCOUNT_DATA_TITLE = Twoje dane
ACCOUNT_DATA_TEXT = Zachowaj kopię tego, co o Tobie przechowujemy, lub zamknij konto.
ACCOUNT_DATA_LINK = Pobierz swoje dane
ACCOUNT_CLOSE_LINK = Zamknij konto
CLOSE_ACCOUNT_TITLE = Zamknąć konto?
CLOSE_ACCOUNT_NOW = Konto zostanie natychmiast wszędzie wylogowane i nikt nie będzie mógł się już na nie zalogować.
CLOSE_ACCOUNT_LATER = Za { $within } Twoje konto i wszystko, co do niego należy, zostanie usunięte. Do tego czasu otworzysz je ponownie linkiem, który wyślemy; potem nikt już go nie przywróci.
CLOSE_ACCOUNT_DATA = Chcesz zachować kopię swoich danych? Najpierw ją pobierz:
CLOSE_ACCOUNT_SUBMIT = Zamknij moje konto
CLOSE_ACCOUNT_STAY = Wróć do konta
REOPEN_ACCOUNT_TITLE = Zachować konto?
REOPEN_ACCOUNT_TEXT = Konto { $email } jest zamknięte. Jeśli je zachowasz, nie zostanie usunięte i znowu będzie można się zalogować.
REOPEN_ACCOUNT_SUBMIT = Zachowaj moje konto
ACTIVITY_USER_AUTHENTICATED = Zalogowano
ACTIVITY_USER_FAILED_AUTHN = Błędne hasło lub kod
ACTIVITY_PASSWORD_CHANGED = Zmieniono hasło
ACTIVITY_PASSWORD_RESET = Zastąpiono zapomniane hasło
ACTIVITY_CHANGE_EMAIL_CONFIRMED = Zmieniono adres e-mail
ACTIVITY_EMAIL_CHANGE_UNDONE = Cofnięto zmianę adresu e-mail
ACTIVITY_USERNAME_CHANGED = Zmieniono nazwę użytkownika
ACTIVITY_ACCOUNT_LOCKED = Zablokowano konto
ACTIVITY_ACCOUNT_UNLOCKED = Odblokowano konto
ACTIVITY_ACCOUNT_CLOSED = Zamknięto konto
ACTIVITY_ACCOUNT_REOPENED = Otwarto konto ponownie
ACTIVITY_SESSION_REVOKED = Wylogowano urządzenie
ACTIVITY_SESSION_REPLAYED = Zakończono skopiowaną sesję
ACTIVITY_USER_CONFIRMED = Potwierdzono adres e-mail
ACTIVITY_USER_REGISTERED = Założono konto
ACTIVITY_RESET_PASSWORD_INSTRUCTIONS_SENT = Poproszono o link do ustawienia nowego hasła
ACTIVITY_CHANGE_EMAIL_INSTRUCTIONS_SENT = Poproszono o zmianę adresu e-mail
ACTIVITY_CONFIRM_INSTRUCTIONS_SENT = Poproszono o link do potwierdzenia adresu e-mail
ACTIVITY_LOGIN_INSTRUCTIONS_SENT = Poproszono o link do logowania
ACTIVITY_USERNAME_RECOVERY_EMAIL_SENT = Poproszono o nazwę użytkownika
ACTIVITY_USER_CREATED = Konto utworzone przez administratora

## Page: register

REGISTER_TITLE = Załóż konto
REGISTER_SUBMIT = Załóż konto
REGISTER_HAVE_ACCOUNT = Masz już konto?
REGISTER_PASSWORD_HINT = Minimalna liczba znaków: { $length }. Kilka nietypowych słów łatwiej zapamiętać niż znaki specjalne.

## Pages: confirm the address

SEND_CONFIRMATION_TITLE = Potwierdź swój adres e-mail
SEND_CONFIRMATION_TEXT = Wyślemy Ci wiadomość z linkiem. Po jego otwarciu adres będzie potwierdzony.
SEND_CONFIRMATION_SUBMIT = Wyślij wiadomość
CONFIRM_EMAIL_TITLE = Potwierdź swój adres e-mail
CONFIRM_EMAIL_TEXT = Czy { $email } to Twój adres? Naciśnij przycisk, aby go potwierdzić.
CONFIRM_EMAIL_SUBMIT = Potwierdź mój adres

## Page: welcome

WELCOME_TITLE = Witamy
WELCOME_SIGNED_IN = Zalogowane konto: { $name }.
WELCOME_SIGNED_OUT = Żadne konto nie jest zalogowane.
WELCOME_NO_ROLES = brak
WELCOME_NEXT_TITLE = Co dalej
WELCOME_NEXT_IN = Ta strona startowa jest częścią serwera. Umieść w jej miejscu własną aplikację i określ, która z jej stron wymaga której roli.
WELCOME_NEXT_OUT = Zaloguj się, aby zobaczyć swoje konto.

## Page: the first administrator

UNLOCK_TITLE = Odblokuj swoje konto
UNLOCK_TEXT = Twoje konto zostało zablokowane po zbyt wielu błędnych hasłach lub kodach. Tutaj możesz to zakończyć.
UNLOCK_SUBMIT = Odblokuj moje konto
SETUP_TITLE = Utwórz pierwszego administratora
SETUP_TEXT = W tej witrynie nie ma jeszcze kont. To, które teraz utworzysz, będzie miało wszystkie uprawnienia.
SETUP_TOKEN = Klucz konfiguracji
SETUP_TOKEN_HINT = Znajduje się w dzienniku, który serwer zapisał przy uruchomieniu.
SETUP_TOKEN_WRONG = Ten klucz konfiguracji jest nieprawidłowy. Skopiuj go jeszcze raz z dziennika serwera.
SETUP_SUBMIT = Utwórz administratora
SETUP_DONE = Administrator już istnieje. Zaloguj się, aby kontynuować.

## Pages: something is wrong

ERROR_400_TITLE = Nie udało się tego odczytać
ERROR_400_TEXT = Wróć, odśwież stronę i spróbuj ponownie.
ERROR_401_TITLE = Zaloguj się
ERROR_401_TEXT = Ta strona jest dostępna tylko po zalogowaniu.
ERROR_401_STALE_TEXT = Ta strona wymaga niedawnego logowania. Wyloguj się, zaloguj ponownie i wróć tutaj.
ERROR_403_TITLE = Brak dostępu
ERROR_403_TEXT = Jeśli potrzebujesz tej strony, poproś administratora o dostęp.
ERROR_404_TITLE = Nic tu nie ma
ERROR_404_TEXT = Ten adres donikąd nie prowadzi. Sprawdź, czy nie ma w nim literówki, albo zacznij od strony głównej.
ERROR_405_TITLE = Nie w ten sposób
ERROR_405_TEXT = Ten adres istnieje, ale nie do tego służy. Zacznij od strony głównej.
ERROR_HOST_TEXT = Ta witryna nie działa pod tym adresem. Sprawdź adres w przeglądarce albo powiadom osoby prowadzące witrynę.
ERROR_CROSS_SITE_TEXT = To żądanie wysłała strona innej witryny, więc nic nie zrobiliśmy. Jeśli tego chcesz, otwórz tę witrynę w nowej karcie i zrób to tam.
ERROR_413_TITLE = Za dużo danych
ERROR_413_TEXT = Przesłano więcej, niż przyjmujemy. Wyślij mniej i spróbuj ponownie.
ERROR_429_TITLE = Prosimy trochę wolniej
ERROR_429_TEXT = Było zbyt wiele prób. Poczekaj { $wait } i spróbuj ponownie.
ERROR_500_TITLE = To nasz błąd
ERROR_500_TEXT = Coś zawiodło po naszej stronie; zapisaliśmy to w dzienniku. Spróbuj ponownie za jakiś czas.
ERROR_503_TITLE = Duży ruch
ERROR_503_TEXT = Jest teraz więcej pracy, niż możemy obsłużyć. Spróbuj ponownie za { $wait }.
ERROR_CSRF_TITLE = Ten formularz jest za stary
ERROR_CSRF_TEXT = Dla Twojego bezpieczeństwa formularz działa tylko przez pewien czas. Wyślij go ponownie.

## Mails

MAIL_FOOTER = Ta wiadomość została wysłana automatycznie; nikt nie czyta odpowiedzi na nią.
MAIL_LINK_HINT = Jeśli przycisk nie działa, skopiuj ten adres do przeglądarki:
MAIL_UNKNOWN = nieznane
MAIL_SEEN_TIME = Czas
MAIL_SEEN_ADDRESS = Adres IP
MAIL_SEEN_AGENT = Urządzenie
MAIL_SESSION_REPLAYED_SUBJECT = Zakończyliśmy sesję Twojego konta
MAIL_SESSION_REPLAYED_TEXT = Ktoś użył klucza Twojej sesji, który nie był już ważny. Dzieje się tak, gdy sesja zostanie skopiowana na inne urządzenie, dlatego ją zakończyliśmy.
MAIL_REFRESH_REPLAYED_SUBJECT = Wylogowaliśmy aplikację z Twojego konta
MAIL_REFRESH_REPLAYED_TEXT = Klucz, dzięki któremu aplikacja pozostaje zalogowana na Twoim koncie, został użyty dwa razy. Dzieje się tak, gdy zostanie skopiowany, dlatego go unieważniliśmy.
MAIL_REPLAYED_YOU = Jeśli to Ty, na przykład przez skopiowany profil przeglądarki lub przywróconą kopię zapasową, po prostu zaloguj się ponownie.
MAIL_REPLAYED_NOT_YOU = Jeśli nie, ktoś mógł mieć dostęp do Twojego konta. Zmień hasło, wyloguj się wszędzie i sprawdź urządzenia pod kątem złośliwego oprogramowania.
MAIL_ACCOUNT_LOCKED_SUBJECT = Twoje konto jest chwilowo zablokowane
MAIL_ACCOUNT_LOCKED_TEXT = Dla Twojego konta podano zbyt wiele błędnych haseł lub kodów, dlatego je zablokowaliśmy.
MAIL_ACCOUNT_LOCKED_WITHIN = Odblokuje się samo za { $within }.
MAIL_ACCOUNT_LOCKED_LINK = Jeśli to Ty, możesz je odblokować od razu:
MAIL_ACCOUNT_LOCKED_BUTTON = Odblokuj moje konto
MAIL_ACCOUNT_LOCKED_NOT_YOU = Jeśli nie, ktoś próbuje się dostać na Twoje konto. Nie udało mu się i nie musisz nic robić. Jeśli używasz tego hasła także gdzie indziej, to dobra chwila, aby je zmienić.
MAIL_LINK_WITHIN = Link działa jeden raz, przez { $within }.
MAIL_CONFIRM_SUBJECT = Potwierdź swój adres e-mail
MAIL_CONFIRM_TEXT = Czy { $email } to Twój adres? Otwórz ten link, aby go potwierdzić.
MAIL_CONFIRM_BUTTON = Potwierdź mój adres
MAIL_CONFIRM_NOT_YOU = Jeśli ta wiadomość nie jest na Twoją prośbę, możesz ją zignorować: bez linku nic nie zostanie potwierdzone.
MAIL_RESET_SUBJECT = Ustaw nowe hasło
MAIL_RESET_TEXT = Ktoś, prawdopodobnie Ty, chce ustawić nowe hasło do Twojego konta. Ten link prowadzi do odpowiedniej strony. Działa jeden raz, przez { $within }:
MAIL_RESET_BUTTON = Ustaw nowe hasło
MAIL_RESET_NOT_YOU = Jeśli to nie Ty, możesz usunąć tę wiadomość: Twoje hasło pozostanie bez zmian.
MAIL_RESET_NOTICE_SUBJECT = Twoje hasło zostało ustawione na nowo
MAIL_RESET_NOTICE_TEXT = Dla Twojego konta ustawiono nowe hasło za pomocą linku, który wysłaliśmy na ten adres. Nastąpiło wylogowanie na wszystkich urządzeniach.
MAIL_CHANGE_NOTICE_SUBJECT = Twoje hasło zostało zmienione
MAIL_CHANGE_NOTICE_TEXT = Hasło do Twojego konta zostało zmienione. Wszystkie inne urządzenia zostały wylogowane.
MAIL_PASSWORD_NOT_YOU = Jeśli to nie Ty, ktoś ma dostęp do Twojego konta. Natychmiast ustaw nowe hasło i upewnij się, że nikt inny nie może czytać Twojej poczty.
MAIL_LOGIN_SUBJECT = Twój link do logowania
MAIL_LOGIN_TEXT = Tym linkiem zalogujesz się na swoje konto. Działa jeden raz, przez { $within }:
MAIL_LOGIN_BUTTON = Zaloguj się
MAIL_LOGIN_NOT_YOU = Nie przekazuj go nikomu: kto ma link, ten jest zalogowany. Jeśli to nie była Twoja prośba, możesz usunąć tę wiadomość.
MAIL_CHANGE_EMAIL_SUBJECT = Potwierdź swój nowy adres e-mail
MAIL_CHANGE_EMAIL_TEXT = Konto { $email } ma odtąd używać tego adresu e-mail. Jeśli tego chcesz, otwórz ten link:
MAIL_CHANGE_EMAIL_BUTTON = Używaj tego adresu
MAIL_CHANGE_EMAIL_WITHIN = Link jest ważny przez { $within }. O zmianę poproszono stąd:
MAIL_CHANGE_EMAIL_NOT_YOU = Jeśli nie znasz tego konta, nie musisz nic robić: bez linku nic się nie zmieni.
MAIL_CHANGE_EMAIL_DONE_SUBJECT = Adres e-mail Twojego konta został zmieniony
MAIL_CHANGE_EMAIL_DONE_TEXT = Twoje konto używa teraz innego adresu e-mail: { $email }. Na ten adres nie będą już przychodzić wiadomości.
MAIL_CHANGE_EMAIL_DONE_YOU = Jeśli to Ty, nie musisz nic robić.
MAIL_CHANGE_EMAIL_DONE_NOT_YOU = Jeśli nie, ktoś ma dostęp do Twojego konta. Cofnij zmianę teraz: konto odzyska ten adres, a wszyscy zostaną wylogowani. Link jest ważny przez { $within }.
MAIL_CHANGE_EMAIL_DONE_BUTTON = Cofnij zmianę
MAIL_CHANGE_EMAIL_UNDONE_SUBJECT = Twoje konto odzyskało swój adres e-mail
MAIL_CHANGE_EMAIL_UNDONE_TEXT = Zmiana na { $email } została cofnięta. Twoje konto znowu używa tego adresu i zostało wszędzie wylogowane.
MAIL_CHANGE_EMAIL_UNDONE_RESET = Osoba, która zmieniła adres, może znać Twoje hasło. Ustaw teraz nowe; link jest ważny przez { $within }.
MAIL_CHANGE_EMAIL_UNDONE_BUTTON = Ustaw nowe hasło
MAIL_CHANGE_EMAIL_UNDONE_NO_RESET = Osoba, która zmieniła adres, może znać Twoje hasło. Zaloguj się i ustaw teraz nowe. Jeśli hasło już nie działa, napisz do osób prowadzących tę witrynę.
MAIL_CHANGE_EMAIL_TAKEN_BACK_SUBJECT = Ten adres e-mail nie należy już do konta
MAIL_CHANGE_EMAIL_TAKEN_BACK_TEXT = Właściciel poprzedniego adresu cofnął zmianę. Konto nie używa już tego adresu i zostało wszędzie wylogowane.
MAIL_CHANGE_EMAIL_TAKEN_BACK_YOU = Jeśli konto należy do Ciebie, zajrzyj do wiadomości pod poprzednim adresem: mówią, co robić dalej.
MAIL_CHANGE_USERNAME_SUBJECT = Twoja nazwa użytkownika została zmieniona
MAIL_CHANGE_USERNAME_TEXT = Twoja nazwa użytkownika to teraz { $username }.
MAIL_CHANGE_USERNAME_NONE = Twoje konto nie ma już nazwy użytkownika. Loguj się adresem e-mail.
MAIL_CHANGE_USERNAME_NOT_YOU = Jeśli to nie Ty, ktoś ma dostęp do Twojego konta. Zmień hasło i wyloguj się wszędzie.
MAIL_USERNAME_RECOVERY_SUBJECT = Twoja nazwa użytkownika
MAIL_USERNAME_RECOVERY_TEXT = Oto Twoja nazwa użytkownika:
MAIL_USERNAME_RECOVERY_NONE = Twoje konto nie ma nazwy użytkownika. Zaloguj się adresem e-mail { $email }.
MAIL_USERNAME_RECOVERY_NOT_YOU = Jeśli to nie była Twoja prośba, możesz zignorować tę wiadomość: dotarła tylko do Ciebie.
MAIL_WELCOME_SUBJECT = Witamy
MAIL_WELCOME_READY = Twoje konto jest gotowe. Cieszymy się, że jesteś z nami!
MAIL_WELCOME_CONFIRM = Cieszymy się, że jesteś z nami! Został jeden krok: otwórz ten link, aby potwierdzić, że adres należy do Ciebie.
MAIL_WELCOME_NOT_YOU = Jeśli to nie Twoja rejestracja, ktoś inny podał Twój adres, być może przez pomyłkę. Możesz zignorować tę wiadomość.
MAIL_EXISTING_SUBJECT = Masz już konto
MAIL_EXISTING_TEXT = Ktoś, prawdopodobnie Ty, próbował się zarejestrować z tym adresem. Adres należy już do Twojego konta i nic się nie zmieniło.
MAIL_EXISTING_USERNAME = Twoja nazwa użytkownika to { $username }.
MAIL_EXISTING_CONFIRM = Twój adres nie jest jeszcze potwierdzony. Otwórz ten link, aby to zrobić:
MAIL_EXISTING_RESET = Nie pamiętasz hasła? Otwórz ten link, aby ustawić nowe:
MAIL_EXISTING_RESET_BUTTON = Ustaw nowe hasło
MAIL_EXISTING_RECOVERY = Jeśli ten link jest za stary, poproś o nowy tutaj:
MAIL_EXISTING_NOT_YOU = Jeśli to nie Ty, możesz zignorować tę wiadomość: nikt nie uzyskał dostępu do Twojego konta.
MAIL_USERNAME_TAKEN_SUBJECT = Wybierz inną nazwę użytkownika
MAIL_USERNAME_TAKEN_TEXT = Ktoś, prawdopodobnie Ty, próbował się tu zarejestrować jako { $username } z adresem { $email }. Tej nazwy używa już inne konto, więc nowe nie powstało. Zarejestruj się ponownie z inną nazwą.
MAIL_ACCOUNT_CLOSED_SUBJECT = Twoje konto jest zamknięte
MAIL_ACCOUNT_CLOSED_TEXT = Twoje konto jest zamknięte i zostało wszędzie wylogowane. Data ostatecznego usunięcia: { $date }.
MAIL_ACCOUNT_CLOSED_LINK = Jeśli zmienisz zdanie, możesz je zachować. Link jest ważny przez { $within }:
MAIL_ACCOUNT_CLOSED_BUTTON = Zachowaj moje konto
MAIL_ACCOUNT_CLOSED_NOT_YOU = Jeśli to nie Ty, zachowaj konto teraz i zmień hasło.
MAIL_TEST_SUBJECT = Wiadomość testowa
MAIL_TEST_TEXT = Jeśli możesz to przeczytać, poczta działa.
