# Italiano. Le chiavi in maiuscolo sono le stesse dell’inglese.

## Account: indirizzi e conferma

ALREADY_CONFIRMED = Tutto a posto: questo indirizzo email è già confermato.
CONFIRMATION_EXPIRED = Questo link era valido per { $within } e non funziona più. Richiedine uno nuovo.
CONFIRMATION_REQUEST = Abbiamo inviato un’email a { $email }. Apri il link che contiene per confermare l’indirizzo.
CONFIRMATION_REQUIRED = Conferma prima il tuo indirizzo email; il link è nell’email che ti abbiamo inviato.
CONFIRM_REGISTRATION = Ciao! Ancora un passo: apri il link nell’email che abbiamo inviato a { $email }.
EMAIL_CONFIRMED = Il tuo indirizzo email è ora confermato. Grazie!
INVALID_CONFIRMATION_TOKEN = Questo link di conferma non funziona. Richiedine uno nuovo.
CHANGE_EMAIL_CONFIRMED = Fatto: il tuo account usa ora il nuovo indirizzo email.
CHANGE_EMAIL_EXPIRED = Questo link era valido per { $within } e non funziona più. Ricomincia il cambio di indirizzo.
CHANGE_EMAIL_SENT = Abbiamo inviato un’email a { $email }. Apri il link che contiene per completare il cambio.
EMAIL_ALREADY_ASSOCIATED = Esiste già un account con l’indirizzo { $email }. Accedi a quell’account o usa un altro indirizzo.
EMAIL_NOT_PROVIDED = Inserisci il tuo indirizzo email.
INVALID_EMAIL_ADDRESS = Non sembra un indirizzo email. Dovrebbe essere simile a nome@example.com.
DISABLED_ACCOUNT = Questo account è disattivato. Rivolgiti a chi amministra il sito.
USER_DOES_NOT_EXIST = Non conosciamo questo account. Controlla quello che hai scritto.

## Accesso

ANONYMOUS_USER_REQUIRED = Hai già effettuato l’accesso; per fare questo, prima esci.
API_ERROR = Non riusciamo a leggere questo valore. Controlla la richiesta.
FORGOT_PASSWORD = Password dimenticata?
GENERIC_AUTHN_FAILED = Non ha funzionato. Controlla quello che hai scritto e riprova.
GENERIC_RECOVERY = Se conosciamo questo account, è in arrivo un’email con i prossimi passi.
GENERIC_US_SIGNIN = Se conosciamo questo account, è in arrivo un codice.
IDENTITY_ALREADY_ASSOCIATED = Un altro account usa già { $value } ({ $attr }).
IDENTITY_NOT_REGISTERED = Nessun account corrisponde a { $id }. Prima crea un account.
INVALID_LOGIN_TOKEN = Questo link di accesso non funziona. Richiedine uno nuovo.
INVALID_REDIRECT = Non possiamo portarti a quell’indirizzo: non fa parte di questo sito.
LOGIN = Accedi per vedere questa pagina.
LOGIN_EMAIL_SENT = Abbiamo inviato un’email a { $email }. Apri il link che contiene per accedere.
LOGIN_EXPIRED = Questo link di accesso era valido per { $within } e non funziona più. Ne abbiamo inviato uno nuovo a { $email }.
PASSWORDLESS_LOGIN_SUCCESSFUL = Ciao, hai effettuato l’accesso.
OAUTH_HANDSHAKE_ERROR = L’altro servizio non ti ha fatto entrare ({ $exerror }: { $exdesc }). Riprova.
REAUTHENTICATION_REQUIRED = Per sicurezza, conferma ancora una volta che sei tu.
REAUTHENTICATION_SUCCESSFUL = Grazie, sappiamo che sei tu.
REFRESH = Accedi di nuovo per vedere questa pagina.
REFRESH_TOKEN_INVALID = Questo token di rinnovo non viene accettato ({ $reason }). Accedi per ottenerne uno nuovo.
UNAUTHENTICATED = Per questo serve l’accesso. Accedi e riprova.
UNAUTHORIZED = Il tuo account non ha l’autorizzazione per questo.

## Password

INVALID_PASSWORD = Questa password non è corretta.
INVALID_RESET_PASSWORD_TOKEN = Questo link non funziona o è già stato usato. Richiedine uno nuovo.
PASSWORD_BREACHED = Questa password è in un elenco di password rubate. Scegline un’altra.
PASSWORD_BREACHED_SITE_ERROR = Non siamo riusciti a verificare se questa password è stata rubata. Riprova tra un po’.
PASSWORD_CHANGE = La tua nuova password è attiva.
PASSWORD_INVALID_LENGTH = Una password deve avere da { $length } a 128 caratteri.
PASSWORD_IS_THE_SAME = È la password che hai adesso. Scegline un’altra.
PASSWORD_MISMATCH = Hai scritto due password diverse.
PASSWORD_NOT_PROVIDED = Inserisci una password.
PASSWORD_RESET = La tua nuova password è attiva e hai effettuato l’accesso.
PASSWORD_RESET_EXPIRED = Questo link era valido per { $within } e non funziona più. Richiedine uno nuovo.
PASSWORD_RESET_NO_LOGIN = La tua nuova password è attiva. Usala per accedere.
PASSWORD_RESET_REQUEST = Se { $email } corrisponde a un account, abbiamo inviato lì un’email. Spiega come impostare una nuova password.
PASSWORD_TOO_SIMPLE = Questa password è facile da indovinare. Qualche parola insolita in più la rende sicura.
PASSWORD_WEAK_CONTEXT = Questa password è fatta dei tuoi nomi o di quelli di questo sito. È la prima cosa che altri proverebbero.
PASSWORD_WEAK_KEY_ROW = I tasti vicini sono facili da indovinare.
PASSWORD_WEAK_KEY_PATTERN = Un breve percorso sulla tastiera è facile da indovinare.
PASSWORD_WEAK_REPEATED_CHARACTER = Lo stesso carattere ripetuto è facile da indovinare.
PASSWORD_WEAK_REPEATED_PART = Lo stesso pezzo ripetuto non è molto più difficile da indovinare del pezzo da solo.
PASSWORD_WEAK_TOP_10 = Quasi nessuna password è più usata di questa.
PASSWORD_WEAK_TOP_100 = È una delle cento password più usate.
PASSWORD_WEAK_COMMON = Molte persone usano questa password, quindi è tra le prime che si provano.
PASSWORD_WEAK_SIMILAR = Questa password somiglia molto a una usata da tante persone.
PASSWORD_WEAK_SEQUENCE = Lettere o cifre in ordine sono facili da indovinare.
PASSWORD_WEAK_YEAR = Un anno è facile da indovinare.
PASSWORD_WEAK_WORD = Una parola sola è facile da indovinare.
PASSWORD_WEAK_DATE = Una data è facile da indovinare.
PASSWORD_WEAK_NAME = Un nome da solo è facile da indovinare.
PASSWORD_WEAK_NAMES = I nomi comuni sono facili da indovinare.
PASSWORD_ADVICE_FEW_WORDS = Usa più parole che non c’entrano l’una con l’altra.
PASSWORD_ADVICE_NO_SIGNS = Segni, cifre e maiuscole non sono necessari.
PASSWORD_ADVICE_MORE_WORDS = Una o due parole insolite in più la rendono sicura.
PASSWORD_ADVICE_CAPITAL = Una maiuscola all’inizio aiuta poco.
PASSWORD_ADVICE_CAPITALS = Scrivere tutto in maiuscolo aiuta poco.
PASSWORD_ADVICE_REVERSED = Scrivere le parole al contrario aiuta poco.
PASSWORD_ADVICE_SWAPS = Sostituire lettere con segni, come @ al posto di a, aiuta poco.
PASSWORD_ADVICE_KEY_PATTERN = Un percorso sulla tastiera deve essere più lungo e cambiare direzione più spesso.
PASSWORD_ADVICE_NO_REPEATS = Non ripetere parole o caratteri.
PASSWORD_ADVICE_NO_SEQUENCES = Evita lettere e cifre in ordine.
PASSWORD_ADVICE_NO_RECENT_YEARS = Evita gli anni recenti.
PASSWORD_ADVICE_NO_OWN_YEARS = Evita gli anni che hanno a che fare con te.
PASSWORD_ADVICE_NO_OWN_DATES = Evita le date che hanno a che fare con te.
RETYPE_PASSWORD_MISMATCH = Le due password sono diverse. Scrivi due volte la stessa.

## Nomi e numeri

INVALID_INPUT = Ci sono caratteri che non possiamo accettare. Togli i tag e segni come < e &.
INVALID_INPUT_LENGTH = È troppo lungo; il massimo è di { $length } caratteri.
PHONE_INVALID = Questo numero di telefono non è valido. Scrivilo con il prefisso internazionale, come +39 06 1234 5678.
USERNAME_ALREADY_ASSOCIATED = Il nome utente { $username } è già preso. Scegline un altro.
USERNAME_CHANGE = Il tuo nuovo nome utente è attivo.
USERNAME_DISALLOWED_CHARACTERS = Un nome utente può contenere solo lettere e cifre.
USERNAME_INVALID_LENGTH = Un nome utente deve avere da { $min } a { $max } caratteri.
USERNAME_NOT_PROVIDED = Inserisci un nome utente.
USERNAME_RECOVERY_REQUEST = Se conosciamo questo indirizzo, è in arrivo un’email con il tuo nome utente.

## Codici e secondi fattori

CODE_HAS_BEEN_SENT = Ti abbiamo inviato un codice.
FAILED_TO_SEND_CODE = Non siamo riusciti a inviare il codice. Riprova più tardi.
INVALID_CODE = Il codice di questo link non è corretto. Richiedine uno nuovo.
INVALID_PASSWORD_CODE = Né la password né il codice sono corretti.
INVALID_RECOVERY_CODE = Questo codice di recupero non è corretto o è già stato usato.
NO_RECOVERY_CODES_SETUP = Non hai ancora codici di recupero.
TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL = Il tuo secondo fattore è configurato.
TWO_FACTOR_DISABLED = Il tuo secondo fattore è disattivato.
TWO_FACTOR_INVALID_TOKEN = Questo codice non è corretto. Controllalo o richiedine uno nuovo.
TWO_FACTOR_LOGIN_SUCCESSFUL = Il codice è corretto. Ciao!
TWO_FACTOR_METHOD_NOT_AVAILABLE = Questo secondo fattore non si può scegliere qui.
TWO_FACTOR_PERMISSION_DENIED = Prima accedi; il secondo fattore viene dopo.
TWO_FACTOR_SETUP_EXPIRED = Avevi { $within } per finire. Ricomincia la configurazione.
USE_CODE = Il tuo codice di accesso è { $code }. Nessuno di noi te lo chiederà mai.
US_CURRENT_METHODS = Puoi accedere con: { $method_list }.
US_METHOD_NOT_AVAILABLE = Non puoi accedere in questo modo: non è configurato.
US_SETUP_EXPIRED = Avevi { $within } per finire. Ricomincia la configurazione.
US_SETUP_SUCCESSFUL = Questo modo di accedere è configurato.
US_SPECIFY_IDENTITY = Non conosciamo questo account. Controlla quello che hai scritto.

## Passkey

WEBAUTHN_CREDENTIAL_DELETED = La passkey “{ $name }” è stata eliminata.
WEBAUTHN_CREDENTIAL_ID_INUSE = Questa passkey è già registrata.
WEBAUTHN_CREDENTIAL_WRONG_USAGE = Questa passkey è registrata per un altro passo dell’accesso.
WEBAUTHN_EXPIRED = Avevi { $within } per usare la tua passkey. Riprova.
WEBAUTHN_MISMATCH_USER_HANDLE = Questa passkey appartiene a un altro account.
WEBAUTHN_NAME_DISALLOWED_CHARACTERS = Il nome può contenere solo lettere, cifre, spazi, trattini e trattini bassi.
WEBAUTHN_NAME_INUSE = Hai già una passkey di nome “{ $name }”.
WEBAUTHN_NAME_NOT_FOUND = Non hai nessuna passkey di nome “{ $name }”.
WEBAUTHN_NAME_REQUIRED = Dai un nome alla passkey.
WEBAUTHN_NO_VERIFY = La passkey non è stata accettata ({ $cause }). Riprova.
WEBAUTHN_ORPHAN_CREDENTIAL_ID = L’account di questa passkey non esiste più.
WEBAUTHN_REGISTER_SUCCESSFUL = La passkey “{ $name }” è pronta all’uso.
WEBAUTHN_UNKNOWN_CREDENTIAL_ID = Non conosciamo questa passkey.

## Richieste: ciò che i programmi confrontano parola per parola resta in inglese

LITERAL = { $text }
REGISTRATION_SENT = Se questo indirizzo è nuovo qui, il suo account è pronto: accedi ora.
FIRST_ADMINISTRATOR_READY = Ora amministri questo sito.
ACCOUNT_UNLOCKED = Il tuo account è sbloccato. Puoi accedere di nuovo.
CHANGE_EMAIL_UNDONE = Il tuo account usa di nuovo { $email } ed è disconnesso ovunque. I prossimi passi sono nell’email che ti abbiamo inviato.
CHANGE_EMAIL_UNDO_EXPIRED = Questo link era valido per { $within } e non funziona più. Scrivi a chi gestisce questo sito.
CHANGE_EMAIL_UNDO_INVALID = Questo link non funziona o il cambio è già stato annullato.
CHANGE_EMAIL_UNDO_TAKEN = Nel frattempo un altro account usa { $email }, quindi non possiamo restituirlo al tuo. Scrivi a chi gestisce questo sito.
ACCOUNT_CLOSED = Il tuo account è chiuso e verrà eliminato tra { $within }. Se cambi idea, apri il link nell’email che ti abbiamo inviato.
ACCOUNT_REOPENED = Il tuo account è di nuovo aperto. Accedi per continuare.
ACCOUNT_REOPEN_INVALID = Questo link non funziona o l’account è già aperto.
ACCOUNT_LAST_ADMINISTRATOR = Nessun altro amministra questo sito. Dai questo ruolo a qualcuno prima di chiudere il tuo account.
VISIT_FIRST = Dai prima un’occhiata a questa pagina.
SESSION_REVOKED = Quel dispositivo ora è disconnesso.
SESSION_GONE = Quel dispositivo era già disconnesso.
SESSIONS_OTHERS_REVOKED = La tua sessione è chiusa ovunque tranne qui.
SESSIONS_ALL_REVOKED = La tua sessione è chiusa ovunque. Accedi di nuovo per continuare.
CSRF_TOKEN_MISSING = The CSRF token is missing.
CSRF_SESSION_TOKEN_MISSING = The CSRF session token is missing.
CSRF_TOKEN_EXPIRED = The CSRF token has expired.
CSRF_TOKEN_INVALID = The CSRF token is invalid.
CSRF_TOKEN_MISMATCH = The CSRF tokens do not match.
CSRF_REFERRER_MISSING = The referrer header is missing.
CSRF_REFERRER_MISMATCH = The referrer does not match the host.
CSRF_ORIGIN_MISMATCH = The request comes from another site.
FIELD_REQUIRED = Compila questo campo.
CHOICE_INVALID = Scegli una delle opzioni offerte.

## Durate ed elenchi

DURATION_YEARS = { $count ->
    [one] { $count } anno
   *[other] { $count } anni
}
DURATION_MONTHS = { $count ->
    [one] { $count } mese
   *[other] { $count } mesi
}
DURATION_DAYS = { $count ->
    [one] { $count } giorno
   *[other] { $count } giorni
}
DURATION_HOURS = { $count ->
    [one] { $count } ora
   *[other] { $count } ore
}
DURATION_MINUTES = { $count ->
    [one] { $count } minuto
   *[other] { $count } minuti
}
DURATION_SECONDS = { $count ->
    [one] { $count } secondo
   *[other] { $count } secondi
}
DURATION_AND = { $first } e { $last }
DURATION_COMMA = { $first }, { $last }
LIST_COMMA = { $first }, { $last }
LIST_END = { $first } e { $last }

## Ciò che ogni pagina ha

PAGE_LANGUAGE = it
LANGUAGE_NAME = Italiano
SITE_NAME = Gatewright
NAV_HOME = Pagina iniziale
NAV_LOGIN = Accedi
NAV_LOGOUT = Esci
NAV_REGISTER = Crea un account
NAV_FORGOT_PASSWORD = Password dimenticata?
NAV_CONFIRM = Invia di nuovo l’email di conferma
NAV_RECOVER_USERNAME = Nome utente dimenticato?
NAV_CHANGE_PASSWORD = Cambia la password
NAV_CHANGE_EMAIL = Cambia l’indirizzo email
NAV_CHANGE_USERNAME = Cambia il nome utente
NAV_SESSIONS = I tuoi dispositivi
NAV_ACCOUNT = Account
NAV_LANGUAGE = Lingua
NAV_BACK = Indietro
NAV_MENU = Il tuo account
NAV_SKIP = Vai al contenuto
LANGUAGE_TITLE = Scegli la tua lingua
FLASH_TITLE = Messaggi
ERRORS_TITLE = Correggi quanto segue:

## Campi

FIELD_EMAIL = Indirizzo email
FIELD_EMAIL_NEW = Nuovo indirizzo email
FIELD_IDENTITY = Indirizzo email o nome utente
FIELD_USERNAME = Nome utente
FIELD_USERNAME_NEW = Nuovo nome utente
FIELD_PASSWORD = Password
FIELD_PASSWORD_NOW = Password attuale
FIELD_PASSWORD_NEW = Nuova password
FIELD_PASSWORD_AGAIN = Ancora la stessa password
FIELD_PASSWORD_OPTIONAL = Password (puoi lasciarla vuota)
FIELD_PASSWORD_OR_CODE = Password o codice
FIELD_REMEMBER = Mantieni l’accesso su questo dispositivo
FIELD_PHONE = Numero di telefono
FIELD_CODE = Codice
FIELD_OPTIONAL = facoltativo
FIELD_ROLES = Ruoli
PASSWORD_HINT = Più parole insolite si ricordano meglio dei segni.

## Pagina: accesso

LOGIN_TITLE = Accedi
LOGIN_SUBMIT = Accedi
LOGIN_EITHER = Il tuo indirizzo email o il tuo nome utente: ne basta uno.
LOGIN_NEW_HERE = È la prima volta qui?
LOGIN_OTHER_WAYS = Altri modi di accedere
LOGIN_WITH = Accedi con { $provider }

## Pagina: password dimenticata

FORGOT_PASSWORD_TITLE = Password dimenticata?
FORGOT_PASSWORD_TEXT = Inserisci il tuo indirizzo email. Ti invieremo un link con cui impostare una nuova password.
FORGOT_PASSWORD_SUBMIT = Invia il link

## Pagina: una nuova password al posto di quella dimenticata

RESET_PASSWORD_TITLE = Imposta una nuova password
RESET_PASSWORD_TEXT = La tua sessione verrà chiusa su tutti i dispositivi.
RESET_PASSWORD_SUBMIT = Imposta la password

## Pagina: cambiare la password

CHANGE_PASSWORD_TITLE = Cambia la password
CHANGE_PASSWORD_TEXT = Qui la tua sessione resta aperta; su tutti gli altri dispositivi verrà chiusa.
CHANGE_PASSWORD_FIRST = Il tuo account non ha ancora una password.
CHANGE_PASSWORD_SUBMIT = Cambia la password

## Pagina: un link per accedere

SEND_LOGIN_TEXT = Inserisci il tuo indirizzo email. Ti invieremo un link con cui accedi.
SEND_LOGIN_SUBMIT = Invia il link
LOGIN_LINK_TITLE = Accedi
LOGIN_LINK_TEXT = Stai per accedere come { $email }.
LOGIN_LINK_SUBMIT = Accedi
LOGIN_LINK_EXPIRED_TITLE = Questo link è troppo vecchio
LOGIN_LINK_EXPIRED_TEXT = Non serve più per accedere. Possiamo inviarne uno nuovo a { $email }.
LOGIN_LINK_EXPIRED_SUBMIT = Invia un nuovo link

## Pagina: uscita

LOGOUT_TITLE = Esci
LOGOUT_TEXT = Vuoi uscire su questo dispositivo?
LOGOUT_SUBMIT = Esci
LOGOUT_STAY = Non uscire

## Pagina: sei ancora tu

VERIFY_TITLE = Conferma che sei tu
VERIFY_TEXT = Quello che segue è delicato. Inserisci ancora una volta la tua password per continuare.
VERIFY_SUBMIT = Continua

## Pagina: le proprie sessioni

SESSIONS_TITLE = I tuoi dispositivi
SESSIONS_TEXT = Il tuo account è connesso su questi dispositivi. Ce n’è uno che non conosci? Disconnettilo e cambia la tua password.
SESSIONS_CURRENT = questo dispositivo
SESSIONS_UNKNOWN = Dispositivo sconosciuto
SESSIONS_SEEN = Ultimo uso
SESSIONS_NOW = proprio ora
SESSIONS_AGO = { $span } fa
SESSIONS_ADDRESS = Indirizzo IP
SESSIONS_BEGAN = Accesso
SESSIONS_ENDS = Termina se non usata
SESSIONS_REMEMBERED = resta connesso
SESSIONS_REVOKE = Disconnetti
SESSIONS_REVOKE_LABEL = Disconnetti: { $device }, { $address }, { $seen }
SESSIONS_NONE = Nessun dispositivo è connesso tramite una pagina; potrebbero esserlo delle applicazioni, con token.
SESSIONS_OTHERS_TITLE = Disconnetti tutto in una volta
SESSIONS_OTHERS_TEXT = Questo chiude anche le applicazioni che usano il tuo account e annulla i link nelle email che ti abbiamo inviato.
SESSIONS_OTHERS = Disconnetti tutti gli altri dispositivi
SESSIONS_ALL = Esci ovunque, anche qui

## Pagina: un altro indirizzo email

CHANGE_EMAIL_TITLE = Cambia l’indirizzo email
CHANGE_EMAIL_NOW = Il tuo account ora usa questo indirizzo:
CHANGE_EMAIL_TEXT = Invieremo un link al nuovo indirizzo. Il cambio è completo quando lo apri, entro { $within }.
CHANGE_EMAIL_SUBMIT = Invia il link
CHANGE_EMAIL_ASK_TITLE = Usare questo indirizzo?
CHANGE_EMAIL_ASK_TEXT = Da quel momento il tuo account usa { $email }. Con questo indirizzo accedi, e lì arrivano le nostre email.
CHANGE_EMAIL_ASK_SUBMIT = Usa questo indirizzo
UNDO_EMAIL_TITLE = Annullare il cambio?
UNDO_EMAIL_TEXT = Il tuo account userà di nuovo { $email } e verrà disconnesso ovunque. Poi ti scriveremo che cosa fare.
UNDO_EMAIL_SUBMIT = Annulla il cambio

## Pagina: un altro nome utente

CHANGE_USERNAME_TITLE = Cambia il nome utente
CHANGE_USERNAME_NOW = Il tuo nome utente è:
CHANGE_USERNAME_NONE = Non hai ancora un nome utente.
CHANGE_USERNAME_HINT = Da { $min } a { $max } lettere e cifre.
CHANGE_USERNAME_EMPTY = Lascialo vuoto per non averne.
CHANGE_USERNAME_SUBMIT = Cambia il nome utente

## Pagina: nome utente dimenticato

RECOVER_USERNAME_TITLE = Nome utente dimenticato?
RECOVER_USERNAME_TEXT = Lo invieremo all’indirizzo email del tuo account.
RECOVER_USERNAME_SUBMIT = Inviami il mio nome utente

## Pagina: il proprio account

ACCOUNT_TITLE = Il tuo account
ACCOUNT_CONFIRMED = confermato
ACCOUNT_UNCONFIRMED = non confermato
ACCOUNT_SINCE = Account creato
ACCOUNT_LAST_LOGIN = Accesso precedente
ACCOUNT_EMAIL_TITLE = Indirizzo email
ACCOUNT_USERNAME_TITLE = Nome utente
ACCOUNT_PASSWORD_TITLE = Password
ACCOUNT_PASSWORD_SET = Accedi con una password.
ACCOUNT_PASSWORD_NONE = Non hai una password.
ACCOUNT_SESSIONS_TEXT = Guarda dove il tuo account è connesso e disconnetti i dispositivi.
ACCOUNT_SESSIONS_LINK = Vedi i tuoi dispositivi
ACCOUNT_CONFIRM_TITLE = Il tuo indirizzo non è confermato
ACCOUNT_CONFIRM_TEXT = Apri il link nell’email che abbiamo inviato a { $email } o richiedine un’altra.
ACCOUNT_ACTIVITY_TITLE = Attività recente
ACCOUNT_ACTIVITY_TEXT = C’è qualcosa che non hai fatto tu? Cambia la tua password e disconnetti tutti gli altri dispositivi.
ACCOUNT_DATA_TITLE = I tuoi dati
ACCOUNT_DATA_TEXT = Conserva una copia di ciò che abbiamo salvato su di te o chiudi il tuo account.
ACCOUNT_DATA_LINK = Scarica i tuoi dati
ACCOUNT_CLOSE_LINK = Chiudi il tuo account
CLOSE_ACCOUNT_TITLE = Chiudere il tuo account?
CLOSE_ACCOUNT_NOW = La tua sessione viene chiusa subito ovunque e nessuno può più accedere.
CLOSE_ACCOUNT_LATER = Tra { $within } il tuo account verrà eliminato con tutto ciò che gli appartiene. Fino ad allora puoi riaprirlo con un link che ti inviamo; dopo nessuno potrà recuperarlo.
CLOSE_ACCOUNT_DATA = Vuoi conservare una copia dei tuoi dati? Scaricala prima:
CLOSE_ACCOUNT_SUBMIT = Chiudi il mio account
CLOSE_ACCOUNT_STAY = Torna al tuo account
REOPEN_ACCOUNT_TITLE = Mantenere il tuo account?
REOPEN_ACCOUNT_TEXT = L’account { $email } è chiuso. Se lo mantieni, non viene eliminato e puoi accedere di nuovo.
REOPEN_ACCOUNT_SUBMIT = Mantieni il mio account
ACTIVITY_USER_AUTHENTICATED = Accesso
ACTIVITY_USER_FAILED_AUTHN = Password o codice sbagliati
ACTIVITY_PASSWORD_CHANGED = Password cambiata
ACTIVITY_PASSWORD_RESET = Password dimenticata sostituita
ACTIVITY_CHANGE_EMAIL_CONFIRMED = Indirizzo email cambiato
ACTIVITY_EMAIL_CHANGE_UNDONE = Cambio di indirizzo email annullato
ACTIVITY_USERNAME_CHANGED = Nome utente cambiato
ACTIVITY_ACCOUNT_LOCKED = Account bloccato
ACTIVITY_ACCOUNT_UNLOCKED = Account sbloccato
ACTIVITY_ACCOUNT_CLOSED = Account chiuso
ACTIVITY_ACCOUNT_REOPENED = Account riaperto
ACTIVITY_SESSION_REVOKED = Dispositivo disconnesso
ACTIVITY_SESSION_REPLAYED = Sessione copiata chiusa
ACTIVITY_USER_CONFIRMED = Indirizzo email confermato
ACTIVITY_USER_REGISTERED = Account creato
ACTIVITY_RESET_PASSWORD_INSTRUCTIONS_SENT = Richiesto un link per una nuova password
ACTIVITY_CHANGE_EMAIL_INSTRUCTIONS_SENT = Richiesto il cambio dell’indirizzo email
ACTIVITY_CONFIRM_INSTRUCTIONS_SENT = Richiesto un link per confermare l’indirizzo email
ACTIVITY_LOGIN_INSTRUCTIONS_SENT = Richiesto un link di accesso
ACTIVITY_USERNAME_RECOVERY_EMAIL_SENT = Richiesto il nome utente
ACTIVITY_USER_CREATED = Account creato dall’amministrazione

## Pagina: creare un account

REGISTER_TITLE = Crea un account
REGISTER_SUBMIT = Crea l’account
REGISTER_HAVE_ACCOUNT = Hai già un account?
REGISTER_PASSWORD_HINT = Almeno { $length } caratteri. Più parole insolite si ricordano meglio dei segni.

## Pagine: confermare l’indirizzo

SEND_CONFIRMATION_TITLE = Conferma il tuo indirizzo email
SEND_CONFIRMATION_TEXT = Ti inviamo un’email con un link. Aprilo e il tuo indirizzo è confermato.
SEND_CONFIRMATION_SUBMIT = Inviami l’email
CONFIRM_EMAIL_TITLE = Conferma il tuo indirizzo email
CONFIRM_EMAIL_TEXT = { $email } è il tuo indirizzo? Premi il pulsante per confermarlo.
CONFIRM_EMAIL_SUBMIT = Conferma il mio indirizzo

## Pagina: benvenuto

WELCOME_TITLE = Ti diamo il benvenuto
WELCOME_SIGNED_IN = Hai effettuato l’accesso come { $name }.
WELCOME_SIGNED_OUT = Non hai effettuato l’accesso.
WELCOME_NO_ROLES = nessuno
WELCOME_NEXT_TITLE = Che cosa fare adesso
WELCOME_NEXT_IN = Questa pagina iniziale fa parte del server. Metti al suo posto la tua applicazione e indica quale pagina richiede quale ruolo.
WELCOME_NEXT_OUT = Accedi per vedere il tuo account.

## Pagina: il primo account di amministrazione

UNLOCK_TITLE = Sblocca il tuo account
UNLOCK_TEXT = Il tuo account è stato bloccato dopo troppe password o troppi codici sbagliati. Qui puoi sbloccarlo.
UNLOCK_SUBMIT = Sblocca il mio account
SETUP_TITLE = Crea il primo account di amministrazione
SETUP_TEXT = Questo sito non ha ancora account. Quello che crei qui potrà fare tutto.
SETUP_TOKEN = Chiave di installazione
SETUP_TOKEN_HINT = Si trova nel registro che il server ha scritto all’avvio.
SETUP_TOKEN_WRONG = Questa chiave di installazione non è corretta. Copiala di nuovo dal registro del server.
SETUP_SUBMIT = Crea l’account di amministrazione
SETUP_DONE = L’account di amministrazione ora esiste. Accedi per continuare.

## Pagine: qualcosa non va

ERROR_400_TITLE = Non siamo riusciti a leggerlo
ERROR_400_TEXT = Torna indietro, ricarica la pagina e riprova.
ERROR_401_TITLE = Accedi
ERROR_401_TEXT = Per questa pagina serve l’accesso.
ERROR_401_STALE_TEXT = Questa pagina richiede un accesso più recente. Esci, accedi di nuovo e torna qui.
ERROR_403_TITLE = Accesso non consentito
ERROR_403_TEXT = Se ti serve questa pagina, chiedi l’accesso a chi amministra il sito.
ERROR_404_TITLE = Qui non c’è niente
ERROR_404_TEXT = Questo indirizzo non porta da nessuna parte. Controlla che sia scritto bene o riparti dalla pagina iniziale.
ERROR_405_TITLE = Non in questo modo
ERROR_405_TEXT = Questo indirizzo esiste, ma non per quello che hai provato a fare. Riparti dalla pagina iniziale.
ERROR_HOST_TEXT = Questo sito non risponde a quell’indirizzo. Controlla l’indirizzo nel browser o avvisa chi gestisce il sito.
ERROR_CROSS_SITE_TEXT = La richiesta viene dalla pagina di un altro sito, quindi non è stato fatto nulla. Se era quello che volevi, apri questo sito in una nuova scheda e fallo lì.
ERROR_413_TITLE = Troppo grande
ERROR_413_TEXT = Hai inviato più di quanto accettiamo. Invia meno e riprova.
ERROR_429_TITLE = Un po’ più piano, per favore
ERROR_429_TEXT = Ci sono stati troppi tentativi. Attendi { $wait } e riprova.
ERROR_500_TITLE = L’errore è nostro
ERROR_500_TEXT = Qualcosa non ha funzionato da parte nostra ed è stato annotato nel registro. Riprova più tardi.
ERROR_503_TITLE = Molto affollato
ERROR_503_TEXT = In questo momento c’è più lavoro di quanto possiamo gestire. Riprova tra { $wait }.
ERROR_CSRF_TITLE = Questo modulo è troppo vecchio
ERROR_CSRF_TEXT = Per la tua sicurezza un modulo vale solo per un certo tempo. Invialo di nuovo.

## Email

MAIL_FOOTER = Questa email è stata inviata automaticamente; nessuno legge le risposte.
MAIL_LINK_HINT = Se il pulsante non funziona, copia questo indirizzo nel tuo browser:
MAIL_UNKNOWN = sconosciuto
MAIL_SEEN_TIME = Ora
MAIL_SEEN_ADDRESS = Indirizzo IP
MAIL_SEEN_AGENT = Dispositivo
MAIL_SESSION_REPLAYED_SUBJECT = Abbiamo chiuso una sessione del tuo account
MAIL_SESSION_REPLAYED_TEXT = Qualcuno ha usato una chiave della tua sessione che non era più valida. Succede quando la sessione viene copiata su un altro dispositivo, quindi l’abbiamo chiusa.
MAIL_REFRESH_REPLAYED_SUBJECT = Abbiamo disconnesso un’applicazione dal tuo account
MAIL_REFRESH_REPLAYED_TEXT = Una chiave con cui un’applicazione resta connessa al tuo account è stata usata due volte. Succede quando viene copiata, quindi l’abbiamo annullata.
MAIL_REPLAYED_YOU = Se eri tu, per esempio con un profilo del browser copiato o un backup ripristinato, basta accedere di nuovo.
MAIL_REPLAYED_NOT_YOU = Altrimenti qualcuno potrebbe aver avuto accesso al tuo account. Cambia la tua password, esci ovunque e controlla che sui tuoi dispositivi non ci siano programmi dannosi.
MAIL_ACCOUNT_LOCKED_SUBJECT = Il tuo account è bloccato per il momento
MAIL_ACCOUNT_LOCKED_TEXT = Per il tuo account ci sono state troppe password o troppi codici sbagliati, quindi l’abbiamo bloccato.
MAIL_ACCOUNT_LOCKED_WITHIN = Si sblocca da solo dopo { $within }.
MAIL_ACCOUNT_LOCKED_LINK = Se eri tu, puoi sbloccarlo subito:
MAIL_ACCOUNT_LOCKED_BUTTON = Sblocca il mio account
MAIL_ACCOUNT_LOCKED_NOT_YOU = Altrimenti qualcuno sta cercando di entrare. Non ci è riuscito e non devi fare nulla. Se usi la tua password anche altrove, è un buon momento per cambiarla.
MAIL_LINK_WITHIN = Il link vale una sola volta, per { $within }.
MAIL_CONFIRM_SUBJECT = Conferma il tuo indirizzo email
MAIL_CONFIRM_TEXT = { $email } è il tuo indirizzo? Apri questo link per confermarlo.
MAIL_CONFIRM_BUTTON = Conferma il mio indirizzo
MAIL_CONFIRM_NOT_YOU = Se non hai chiesto questa email, puoi ignorarla: senza il link non viene confermato nulla.
MAIL_RESET_SUBJECT = Imposta una nuova password
MAIL_RESET_TEXT = Qualcuno, probabilmente tu, vuole impostare una nuova password per il tuo account. Questo link porta alla pagina per farlo. Vale una sola volta, per { $within }:
MAIL_RESET_BUTTON = Imposta una nuova password
MAIL_RESET_NOT_YOU = Se non eri tu, puoi eliminare questa email: la tua password resta com’è.
MAIL_RESET_NOTICE_SUBJECT = La tua password è stata reimpostata
MAIL_RESET_NOTICE_TEXT = È stata impostata una nuova password per il tuo account, tramite un link che avevamo inviato a questo indirizzo. La tua sessione è chiusa su tutti i dispositivi.
MAIL_CHANGE_NOTICE_SUBJECT = La tua password è stata cambiata
MAIL_CHANGE_NOTICE_TEXT = La password del tuo account è stata cambiata. Tutti gli altri dispositivi sono disconnessi.
MAIL_PASSWORD_NOT_YOU = Se non eri tu, qualcuno ha accesso al tuo account. Imposta subito una nuova password e assicurati che nessun altro possa leggere le tue email.
MAIL_LOGIN_SUBJECT = Il tuo link di accesso
MAIL_LOGIN_TEXT = Con questo link accedi al tuo account. Vale una sola volta, per { $within }:
MAIL_LOGIN_BUTTON = Accedi
MAIL_LOGIN_NOT_YOU = Non darlo a nessuno: chi ha il link entra nel tuo account. Se non l’hai chiesto, puoi eliminare questa email.
MAIL_CHANGE_EMAIL_SUBJECT = Conferma il tuo nuovo indirizzo email
MAIL_CHANGE_EMAIL_TEXT = L’account { $email } deve usare d’ora in poi questo indirizzo email. Se è quello che vuoi, apri questo link:
MAIL_CHANGE_EMAIL_BUTTON = Usa questo indirizzo
MAIL_CHANGE_EMAIL_WITHIN = Il link è valido per { $within }. La richiesta viene da qui:
MAIL_CHANGE_EMAIL_NOT_YOU = Se non conosci quell’account, non devi fare nulla: senza il link non cambia niente.
MAIL_CHANGE_EMAIL_DONE_SUBJECT = L’indirizzo email del tuo account è stato cambiato
MAIL_CHANGE_EMAIL_DONE_TEXT = Il tuo account ora usa un altro indirizzo email: { $email }. A questo non invieremo più nulla.
MAIL_CHANGE_EMAIL_DONE_YOU = Se eri tu, non devi fare nulla.
MAIL_CHANGE_EMAIL_DONE_NOT_YOU = Altrimenti qualcuno ha accesso al tuo account. Annulla subito il cambio: il tuo account riavrà questo indirizzo e tutte le sessioni verranno chiuse. Il link è valido per { $within }.
MAIL_CHANGE_EMAIL_DONE_BUTTON = Annulla il cambio
MAIL_CHANGE_EMAIL_UNDONE_SUBJECT = Il tuo account ha di nuovo il suo indirizzo email
MAIL_CHANGE_EMAIL_UNDONE_TEXT = Il cambio a { $email } è stato annullato. Il tuo account usa di nuovo questo indirizzo ed è disconnesso ovunque.
MAIL_CHANGE_EMAIL_UNDONE_RESET = Chi ha cambiato l’indirizzo forse conosce la tua password. Impostane subito una nuova; il link è valido per { $within }.
MAIL_CHANGE_EMAIL_UNDONE_BUTTON = Imposta una nuova password
MAIL_CHANGE_EMAIL_UNDONE_NO_RESET = Chi ha cambiato l’indirizzo forse conosce la tua password. Accedi e impostane subito una nuova. Se la tua password non funziona più, scrivi a chi gestisce questo sito.
MAIL_CHANGE_EMAIL_TAKEN_BACK_SUBJECT = Questo indirizzo email non appartiene più all’account
MAIL_CHANGE_EMAIL_TAKEN_BACK_TEXT = La persona a cui appartiene l’indirizzo precedente ha annullato il cambio. L’account non usa più questo indirizzo ed è disconnesso ovunque.
MAIL_CHANGE_EMAIL_TAKEN_BACK_YOU = Se l’account è tuo, guarda le email arrivate al tuo indirizzo precedente: spiegano come continuare.
MAIL_CHANGE_USERNAME_SUBJECT = Il tuo nome utente è stato cambiato
MAIL_CHANGE_USERNAME_TEXT = Il tuo nome utente ora è { $username }.
MAIL_CHANGE_USERNAME_NONE = Il tuo account non ha più un nome utente. Accedi con il tuo indirizzo email.
MAIL_CHANGE_USERNAME_NOT_YOU = Se non eri tu, qualcuno ha accesso al tuo account. Cambia la tua password ed esci ovunque.
MAIL_USERNAME_RECOVERY_SUBJECT = Il tuo nome utente
MAIL_USERNAME_RECOVERY_TEXT = Questo è il tuo nome utente:
MAIL_USERNAME_RECOVERY_NONE = Il tuo account non ha un nome utente. Accedi con il tuo indirizzo email, { $email }.
MAIL_USERNAME_RECOVERY_NOT_YOU = Se non l’hai chiesto, puoi ignorare questa email: l’hai ricevuta solo tu.
MAIL_WELCOME_SUBJECT = Ti diamo il benvenuto
MAIL_WELCOME_READY = Il tuo account è pronto. È bello averti qui!
MAIL_WELCOME_CONFIRM = È bello averti qui! Manca un passo: apri questo link per confermare che l’indirizzo è tuo.
MAIL_WELCOME_NOT_YOU = Se non hai creato un account qui, qualcun altro ha inserito il tuo indirizzo, forse per errore. Puoi ignorare questa email.
MAIL_EXISTING_SUBJECT = Hai già un account
MAIL_EXISTING_TEXT = Qualcuno, probabilmente tu, ha provato a creare un account con questo indirizzo. Appartiene già al tuo account e non è stato cambiato nulla.
MAIL_EXISTING_USERNAME = Il tuo nome utente è { $username }.
MAIL_EXISTING_CONFIRM = Il tuo indirizzo non è ancora confermato. Apri questo link per farlo:
MAIL_EXISTING_RESET = Password dimenticata? Apri questo link per impostarne una nuova:
MAIL_EXISTING_RESET_BUTTON = Imposta una nuova password
MAIL_EXISTING_RECOVERY = Quando quel link sarà troppo vecchio, richiedine un altro qui:
MAIL_EXISTING_NOT_YOU = Se non eri tu, puoi ignorare questa email: nessuno ha avuto accesso al tuo account.
MAIL_USERNAME_TAKEN_SUBJECT = Scegli un altro nome utente
MAIL_USERNAME_TAKEN_TEXT = Qualcuno, probabilmente tu, ha provato a creare un account qui come { $username } con l’indirizzo { $email }. Un altro account ha già quel nome utente, quindi non ne è stato creato nessuno. Riprova con un altro nome.
MAIL_ACCOUNT_CLOSED_SUBJECT = Il tuo account è chiuso
MAIL_ACCOUNT_CLOSED_TEXT = Il tuo account è chiuso e disconnesso ovunque. Verrà eliminato definitivamente in data { $date }.
MAIL_ACCOUNT_CLOSED_LINK = Se cambi idea, puoi mantenerlo. Il link è valido per { $within }:
MAIL_ACCOUNT_CLOSED_BUTTON = Mantieni il mio account
MAIL_ACCOUNT_CLOSED_NOT_YOU = Se non eri tu, mantieni subito il tuo account e cambia la tua password.
MAIL_TEST_SUBJECT = Un’email di prova
MAIL_TEST_TEXT = Se riesci a leggere questo, la posta funziona.
