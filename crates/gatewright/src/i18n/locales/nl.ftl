# Nederlands. De sleutels in hoofdletters zijn dezelfde als in het Engels.

## Accounts: adressen en bevestiging

ALREADY_CONFIRMED = Er is niets meer te doen: dit e-mailadres is al bevestigd.
CONFIRMATION_EXPIRED = Deze link was { $within } geldig en werkt niet meer. Vraag een nieuwe aan.
CONFIRMATION_REQUEST = We hebben een e-mail gestuurd naar { $email }. Open de link daarin om het adres te bevestigen.
CONFIRMATION_REQUIRED = Bevestig eerst je e-mailadres; de link staat in de e-mail die we je hebben gestuurd.
CONFIRM_REGISTRATION = Welkom! Nog één stap: open de link in de e-mail die we hebben gestuurd naar { $email }.
EMAIL_CONFIRMED = Je e-mailadres is nu bevestigd. Bedankt!
INVALID_CONFIRMATION_TOKEN = Deze bevestigingslink werkt niet. Vraag een nieuwe aan.
CHANGE_EMAIL_CONFIRMED = Klaar: je account gebruikt nu het nieuwe e-mailadres.
CHANGE_EMAIL_EXPIRED = Deze link was { $within } geldig en werkt niet meer. Begin opnieuw met de adreswijziging.
CHANGE_EMAIL_SENT = We hebben een e-mail gestuurd naar { $email }. Open de link daarin om de wijziging af te ronden.
EMAIL_ALREADY_ASSOCIATED = Er bestaat al een account met het adres { $email }. Log daarop in of gebruik een ander adres.
EMAIL_NOT_PROVIDED = Vul je e-mailadres in.
INVALID_EMAIL_ADDRESS = Dit lijkt geen e-mailadres. Het hoort eruit te zien als naam@example.com.
DISABLED_ACCOUNT = Dit account is uitgeschakeld. Neem contact op met de beheerder.
USER_DOES_NOT_EXIST = We kennen dit account niet. Controleer wat je hebt ingevuld.

## Inloggen

ANONYMOUS_USER_REQUIRED = Je bent al ingelogd; log eerst uit als je dit wilt doen.
API_ERROR = We kunnen deze waarde niet lezen. Controleer het verzoek.
FORGOT_PASSWORD = Wachtwoord vergeten?
GENERIC_AUTHN_FAILED = Dat is niet gelukt. Controleer wat je hebt ingevuld en probeer het opnieuw.
GENERIC_RECOVERY = Als we dit account kennen, is er een e-mail met de volgende stappen onderweg.
GENERIC_US_SIGNIN = Als we dit account kennen, is er een code onderweg.
IDENTITY_ALREADY_ASSOCIATED = Een ander account gebruikt { $value } al ({ $attr }).
IDENTITY_NOT_REGISTERED = Bij { $id } hoort hier geen account. Maak eerst een account aan.
INVALID_LOGIN_TOKEN = Deze inloglink werkt niet. Vraag een nieuwe aan.
INVALID_REDIRECT = We kunnen je niet naar dat adres sturen: het hoort niet bij deze site.
LOGIN = Log in om deze pagina te zien.
LOGIN_EMAIL_SENT = We hebben een e-mail gestuurd naar { $email }. Open de link daarin om in te loggen.
LOGIN_EXPIRED = Deze inloglink was { $within } geldig en werkt niet meer. We hebben een nieuwe gestuurd naar { $email }.
PASSWORDLESS_LOGIN_SUCCESSFUL = Welkom, je bent ingelogd.
OAUTH_HANDSHAKE_ERROR = De andere dienst heeft je niet binnengelaten ({ $exerror }: { $exdesc }). Probeer het opnieuw.
REAUTHENTICATION_REQUIRED = Laat voor de zekerheid nog één keer zien dat jij het bent.
REAUTHENTICATION_SUCCESSFUL = Bedankt, nu weten we dat jij het bent.
REFRESH = Log opnieuw in om deze pagina te zien.
REFRESH_TOKEN_INVALID = Dit verversingstoken wordt niet geaccepteerd ({ $reason }). Log in om een nieuw te krijgen.
UNAUTHENTICATED = Dit is alleen voor wie is ingelogd. Log eerst in.
UNAUTHORIZED = Je account heeft hiervoor geen rechten.

## Wachtwoorden

INVALID_PASSWORD = Dit wachtwoord klopt niet.
INVALID_RESET_PASSWORD_TOKEN = Deze link werkt niet of is al gebruikt. Vraag een nieuwe aan.
PASSWORD_BREACHED = Dit wachtwoord staat op een lijst van gestolen wachtwoorden. Kies een ander.
PASSWORD_BREACHED_SITE_ERROR = We konden niet nagaan of dit wachtwoord is gestolen. Probeer het later opnieuw.
PASSWORD_CHANGE = Je nieuwe wachtwoord geldt nu.
PASSWORD_INVALID_LENGTH = Een wachtwoord moet { $length } tot 128 tekens hebben.
PASSWORD_IS_THE_SAME = Dit is het wachtwoord dat je nu hebt. Kies een ander.
PASSWORD_MISMATCH = Je hebt twee verschillende wachtwoorden ingevuld.
PASSWORD_NOT_PROVIDED = Vul een wachtwoord in.
PASSWORD_RESET = Je nieuwe wachtwoord geldt nu en je bent ingelogd.
PASSWORD_RESET_EXPIRED = Deze link was { $within } geldig en werkt niet meer. Vraag een nieuwe aan.
PASSWORD_RESET_NO_LOGIN = Je nieuwe wachtwoord geldt nu. Log ermee in.
PASSWORD_RESET_REQUEST = Als { $email } bij een account hoort, hebben we daar een e-mail heen gestuurd. Daarin staat hoe je een nieuw wachtwoord instelt.
PASSWORD_TOO_SIMPLE = Dit wachtwoord is makkelijk te raden. Met een paar ongewone woorden erbij is het veilig.
PASSWORD_WEAK_CONTEXT = Dit wachtwoord bestaat uit je eigen namen of die van deze site. Dat zouden anderen als eerste proberen.
PASSWORD_WEAK_KEY_ROW = Toetsen naast elkaar zijn makkelijk te raden.
PASSWORD_WEAK_KEY_PATTERN = Een kort patroon op het toetsenbord is makkelijk te raden.
PASSWORD_WEAK_REPEATED_CHARACTER = Steeds hetzelfde teken is makkelijk te raden.
PASSWORD_WEAK_REPEATED_PART = Steeds hetzelfde stuk is nauwelijks moeilijker te raden dan dat stuk alleen.
PASSWORD_WEAK_TOP_10 = Bijna geen wachtwoord wordt vaker gebruikt dan dit.
PASSWORD_WEAK_TOP_100 = Dit is een van de honderd meestgebruikte wachtwoorden.
PASSWORD_WEAK_COMMON = Veel mensen gebruiken dit wachtwoord, dus het wordt als eerste geprobeerd.
PASSWORD_WEAK_SIMILAR = Dit wachtwoord lijkt erg op een dat veel mensen gebruiken.
PASSWORD_WEAK_SEQUENCE = Letters of cijfers op volgorde zijn makkelijk te raden.
PASSWORD_WEAK_YEAR = Een jaartal is makkelijk te raden.
PASSWORD_WEAK_WORD = Eén woord alleen is makkelijk te raden.
PASSWORD_WEAK_DATE = Een datum is makkelijk te raden.
PASSWORD_WEAK_NAME = Een naam alleen is makkelijk te raden.
PASSWORD_WEAK_NAMES = Veelvoorkomende namen zijn makkelijk te raden.
PASSWORD_ADVICE_FEW_WORDS = Neem een paar woorden die niets met elkaar te maken hebben.
PASSWORD_ADVICE_NO_SIGNS = Leestekens, cijfers en hoofdletters zijn niet nodig.
PASSWORD_ADVICE_MORE_WORDS = Met een of twee ongewone woorden erbij is het veilig.
PASSWORD_ADVICE_CAPITAL = Een hoofdletter aan het begin helpt weinig.
PASSWORD_ADVICE_CAPITALS = Alles in hoofdletters helpt weinig.
PASSWORD_ADVICE_REVERSED = Woorden achterstevoren schrijven helpt weinig.
PASSWORD_ADVICE_SWAPS = Tekens in plaats van letters, zoals @ voor a, helpen weinig.
PASSWORD_ADVICE_KEY_PATTERN = Een patroon op het toetsenbord moet langer zijn en vaker van richting veranderen.
PASSWORD_ADVICE_NO_REPEATS = Herhaal geen woorden of tekens.
PASSWORD_ADVICE_NO_SEQUENCES = Vermijd letters en cijfers op volgorde.
PASSWORD_ADVICE_NO_RECENT_YEARS = Vermijd jaartallen van de laatste tijd.
PASSWORD_ADVICE_NO_OWN_YEARS = Vermijd jaartallen die met jou te maken hebben.
PASSWORD_ADVICE_NO_OWN_DATES = Vermijd datums die met jou te maken hebben.
RETYPE_PASSWORD_MISMATCH = De twee wachtwoorden zijn verschillend. Vul twee keer hetzelfde in.

## Namen en nummers

INVALID_INPUT = Hier staan tekens in die we niet kunnen aannemen. Laat opmaak zoals < en & weg.
INVALID_INPUT_LENGTH = Dit is te lang; { $length } tekens is het maximum.
PHONE_INVALID = Dit is geen geldig telefoonnummer. Schrijf het met de landcode, zoals +31 20 123 4567.
USERNAME_ALREADY_ASSOCIATED = De gebruikersnaam { $username } is al bezet. Kies een andere.
USERNAME_CHANGE = Je nieuwe gebruikersnaam geldt nu.
USERNAME_DISALLOWED_CHARACTERS = Een gebruikersnaam mag alleen letters en cijfers bevatten.
USERNAME_INVALID_LENGTH = Een gebruikersnaam moet { $min } tot { $max } tekens hebben.
USERNAME_NOT_PROVIDED = Vul een gebruikersnaam in.
USERNAME_RECOVERY_REQUEST = Als we dit adres kennen, is er een e-mail met je gebruikersnaam onderweg.

## Codes en tweede factoren

CODE_HAS_BEEN_SENT = Er is een code naar je onderweg.
FAILED_TO_SEND_CODE = We konden de code niet versturen. Probeer het later opnieuw.
INVALID_CODE = De code in deze link klopt niet. Vraag een nieuwe aan.
INVALID_PASSWORD_CODE = Het wachtwoord klopt niet en de code ook niet.
INVALID_RECOVERY_CODE = Deze herstelcode klopt niet of is al gebruikt.
NO_RECOVERY_CODES_SETUP = Je hebt nog geen herstelcodes.
TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL = Je tweede factor is ingesteld.
TWO_FACTOR_DISABLED = Je tweede factor is uitgeschakeld.
TWO_FACTOR_INVALID_TOKEN = Deze code klopt niet. Controleer hem of vraag een nieuwe aan.
TWO_FACTOR_LOGIN_SUCCESSFUL = De code klopt. Welkom!
TWO_FACTOR_METHOD_NOT_AVAILABLE = Deze tweede factor kun je hier niet kiezen.
TWO_FACTOR_PERMISSION_DENIED = Log eerst in; de tweede factor komt daarna.
TWO_FACTOR_SETUP_EXPIRED = Je had hiervoor { $within }. Begin opnieuw met instellen.
USE_CODE = Je inlogcode is { $code }. Niemand van ons zal je er ooit om vragen.
US_CURRENT_METHODS = Je kunt inloggen met: { $method_list }.
US_METHOD_NOT_AVAILABLE = Zo kun je niet inloggen; het is niet ingesteld.
US_SETUP_EXPIRED = Je had hiervoor { $within }. Begin opnieuw met instellen.
US_SETUP_SUCCESSFUL = Deze manier van inloggen is ingesteld.
US_SPECIFY_IDENTITY = We kennen dit account niet. Controleer wat je hebt ingevuld.

## Passkeys

WEBAUTHN_CREDENTIAL_DELETED = De passkey “{ $name }” is verwijderd.
WEBAUTHN_CREDENTIAL_ID_INUSE = Deze passkey is al geregistreerd.
WEBAUTHN_CREDENTIAL_WRONG_USAGE = Deze passkey is geregistreerd voor een andere stap van het inloggen.
WEBAUTHN_EXPIRED = Je had { $within } om je passkey te gebruiken. Probeer het opnieuw.
WEBAUTHN_MISMATCH_USER_HANDLE = Deze passkey hoort bij een ander account.
WEBAUTHN_NAME_DISALLOWED_CHARACTERS = De naam mag alleen letters, cijfers, spaties, koppeltekens en lage streepjes bevatten.
WEBAUTHN_NAME_INUSE = Je hebt al een passkey met de naam “{ $name }”.
WEBAUTHN_NAME_NOT_FOUND = Je hebt geen passkey met de naam “{ $name }”.
WEBAUTHN_NAME_REQUIRED = Geef de passkey een naam.
WEBAUTHN_NO_VERIFY = De passkey is niet geaccepteerd ({ $cause }). Probeer het opnieuw.
WEBAUTHN_ORPHAN_CREDENTIAL_ID = Het account bij deze passkey bestaat niet meer.
WEBAUTHN_REGISTER_SUCCESSFUL = De passkey “{ $name }” is klaar voor gebruik.
WEBAUTHN_UNKNOWN_CREDENTIAL_ID = We kennen deze passkey niet.

## Verzoeken: wat programma’s woord voor woord vergelijken, blijft Engels

LITERAL = { $text }
REGISTRATION_SENT = Als dit adres hier nieuw is, staat het account klaar: log nu in.
FIRST_ADMINISTRATOR_READY = Je bent nu beheerder.
ACCOUNT_UNLOCKED = Je account is ontgrendeld. Je kunt weer inloggen.
CHANGE_EMAIL_UNDONE = Je account gebruikt weer { $email } en is overal uitgelogd. De volgende stappen staan in de e-mail die we je hebben gestuurd.
CHANGE_EMAIL_UNDO_EXPIRED = Deze link was { $within } geldig en werkt niet meer. Schrijf aan wie deze site beheert.
CHANGE_EMAIL_UNDO_INVALID = Deze link werkt niet, of de wijziging is al teruggedraaid.
CHANGE_EMAIL_UNDO_TAKEN = Een ander account gebruikt { $email } intussen, dus we kunnen het adres niet aan het jouwe teruggeven. Schrijf aan wie deze site beheert.
ACCOUNT_CLOSED = Je account is gesloten en wordt over { $within } verwijderd. Bedenk je je, open dan de link in de e-mail die we je hebben gestuurd.
ACCOUNT_REOPENED = Je account is weer open. Log in om verder te gaan.
ACCOUNT_REOPEN_INVALID = Deze link werkt niet, of het account is al open.
ACCOUNT_LAST_ADMINISTRATOR = Je bent de laatste beheerder. Maak eerst iemand anders beheerder voordat je je account sluit.
VISIT_FIRST = Bekijk eerst deze pagina.
SESSION_REVOKED = Dat apparaat is nu uitgelogd.
SESSION_GONE = Dat apparaat was al uitgelogd.
SESSIONS_OTHERS_REVOKED = Je bent nu overal uitgelogd, behalve hier.
SESSIONS_ALL_REVOKED = Je bent nu overal uitgelogd. Log opnieuw in om verder te gaan.
CSRF_TOKEN_MISSING = The CSRF token is missing.
CSRF_SESSION_TOKEN_MISSING = The CSRF session token is missing.
CSRF_TOKEN_EXPIRED = The CSRF token has expired.
CSRF_TOKEN_INVALID = The CSRF token is invalid.
CSRF_TOKEN_MISMATCH = The CSRF tokens do not match.
CSRF_REFERRER_MISSING = The referrer header is missing.
CSRF_REFERRER_MISMATCH = The referrer does not match the host.
CSRF_ORIGIN_MISMATCH = The request comes from another site.
FIELD_REQUIRED = Vul dit veld in.
CHOICE_INVALID = Kies een van de mogelijkheden.

## Tijdsduur en opsommingen

DURATION_YEARS = { $count ->
    [one] { $count } jaar
   *[other] { $count } jaar
}
DURATION_MONTHS = { $count ->
    [one] { $count } maand
   *[other] { $count } maanden
}
DURATION_DAYS = { $count ->
    [one] { $count } dag
   *[other] { $count } dagen
}
DURATION_HOURS = { $count ->
    [one] { $count } uur
   *[other] { $count } uur
}
DURATION_MINUTES = { $count ->
    [one] { $count } minuut
   *[other] { $count } minuten
}
DURATION_SECONDS = { $count ->
    [one] { $count } seconde
   *[other] { $count } seconden
}
DURATION_AND = { $first } en { $last }
DURATION_COMMA = { $first }, { $last }
LIST_COMMA = { $first }, { $last }
LIST_END = { $first } en { $last }

## Wat elke pagina heeft

PAGE_LANGUAGE = nl
LANGUAGE_NAME = Nederlands
SITE_NAME = Gatewright
NAV_HOME = Startpagina
NAV_LOGIN = Inloggen
NAV_LOGOUT = Uitloggen
NAV_REGISTER = Account aanmaken
NAV_FORGOT_PASSWORD = Wachtwoord vergeten?
NAV_CONFIRM = Bevestigingsmail opnieuw sturen
NAV_RECOVER_USERNAME = Gebruikersnaam vergeten?
NAV_CHANGE_PASSWORD = Wachtwoord wijzigen
NAV_CHANGE_EMAIL = E-mailadres wijzigen
NAV_CHANGE_USERNAME = Gebruikersnaam wijzigen
NAV_SESSIONS = Je apparaten
NAV_ACCOUNT = Je account
NAV_LANGUAGE = Taal
NAV_BACK = Terug
NAV_MENU = Je account
NAV_SKIP = Naar de inhoud
LANGUAGE_TITLE = Kies je taal
FLASH_TITLE = Berichten
ERRORS_TITLE = Verbeter het volgende:

## Velden

FIELD_EMAIL = E-mailadres
FIELD_EMAIL_NEW = Nieuw e-mailadres
FIELD_IDENTITY = E-mailadres of gebruikersnaam
FIELD_USERNAME = Gebruikersnaam
FIELD_USERNAME_NEW = Nieuwe gebruikersnaam
FIELD_PASSWORD = Wachtwoord
FIELD_PASSWORD_NOW = Huidig wachtwoord
FIELD_PASSWORD_NEW = Nieuw wachtwoord
FIELD_PASSWORD_AGAIN = Nog een keer hetzelfde wachtwoord
FIELD_PASSWORD_OPTIONAL = Wachtwoord (mag leeg blijven)
FIELD_PASSWORD_OR_CODE = Wachtwoord of code
FIELD_REMEMBER = Ingelogd blijven op dit apparaat
FIELD_PHONE = Telefoonnummer
FIELD_CODE = Code
FIELD_OPTIONAL = optioneel
FIELD_ROLES = Rollen
PASSWORD_HINT = Een paar ongewone woorden onthoud je makkelijker dan leestekens.

## Pagina: inloggen

LOGIN_TITLE = Inloggen
LOGIN_SUBMIT = Inloggen
LOGIN_EITHER = Je e-mailadres of je gebruikersnaam: een van de twee is genoeg.
LOGIN_NEW_HERE = Nieuw hier?
LOGIN_OTHER_WAYS = Andere manieren om in te loggen
LOGIN_WITH = Inloggen met { $provider }

## Pagina: wachtwoord vergeten

FORGOT_PASSWORD_TITLE = Wachtwoord vergeten?
FORGOT_PASSWORD_TEXT = Vul je e-mailadres in. We sturen je een link waarmee je een nieuw wachtwoord kunt instellen.
FORGOT_PASSWORD_SUBMIT = Link versturen

## Pagina: een nieuw wachtwoord in plaats van een vergeten

RESET_PASSWORD_TITLE = Nieuw wachtwoord instellen
RESET_PASSWORD_TEXT = Je wordt op alle apparaten uitgelogd.
RESET_PASSWORD_SUBMIT = Wachtwoord instellen

## Pagina: het wachtwoord wijzigen

CHANGE_PASSWORD_TITLE = Wachtwoord wijzigen
CHANGE_PASSWORD_TEXT = Hier blijf je ingelogd; op alle andere apparaten word je uitgelogd.
CHANGE_PASSWORD_FIRST = Je account heeft nog geen wachtwoord.
CHANGE_PASSWORD_SUBMIT = Wachtwoord wijzigen

## Pagina: een link om in te loggen

SEND_LOGIN_TEXT = Vul je e-mailadres in. We sturen je een link waarmee je inlogt.
SEND_LOGIN_SUBMIT = Link versturen
LOGIN_LINK_TITLE = Inloggen
LOGIN_LINK_TEXT = Je gaat inloggen als { $email }.
LOGIN_LINK_SUBMIT = Inloggen
LOGIN_LINK_EXPIRED_TITLE = Deze link is te oud
LOGIN_LINK_EXPIRED_TEXT = Je kunt er niet meer mee inloggen. We kunnen een nieuwe sturen naar { $email }.
LOGIN_LINK_EXPIRED_SUBMIT = Nieuwe link versturen

## Pagina: uitloggen

LOGOUT_TITLE = Uitloggen
LOGOUT_TEXT = Wil je op dit apparaat uitloggen?
LOGOUT_SUBMIT = Uitloggen
LOGOUT_STAY = Ingelogd blijven

## Pagina: ben je het nog

VERIFY_TITLE = Bevestig dat jij het bent
VERIFY_TEXT = Wat nu komt, is gevoelig. Vul je wachtwoord nog een keer in om verder te gaan.
VERIFY_SUBMIT = Verder

## Pagina: de eigen sessies

SESSIONS_TITLE = Je apparaten
SESSIONS_TEXT = Op deze apparaten ben je ingelogd. Staat er een bij dat je niet kent? Log het uit en wijzig je wachtwoord.
SESSIONS_CURRENT = dit apparaat
SESSIONS_UNKNOWN = Onbekend apparaat
SESSIONS_SEEN = Laatst gebruikt
SESSIONS_NOW = zojuist
SESSIONS_AGO = { $span } geleden
SESSIONS_ADDRESS = IP-adres
SESSIONS_BEGAN = Ingelogd
SESSIONS_ENDS = Eindigt bij geen gebruik
SESSIONS_REMEMBERED = blijft ingelogd
SESSIONS_REVOKE = Uitloggen
SESSIONS_REVOKE_LABEL = Uitloggen: { $device }, { $address }, { $seen }
SESSIONS_NONE = Op geen enkele pagina is een apparaat ingelogd; toepassingen kunnen dat wel zijn, met tokens.
SESSIONS_OTHERS_TITLE = In één keer uitloggen
SESSIONS_OTHERS_TEXT = Dit beëindigt ook toepassingen die je account gebruiken, en links in e-mails die we je hebben gestuurd.
SESSIONS_OTHERS = Alle andere apparaten uitloggen
SESSIONS_ALL = Overal uitloggen, ook hier

## Pagina: een ander e-mailadres

CHANGE_EMAIL_TITLE = E-mailadres wijzigen
CHANGE_EMAIL_NOW = Je account gebruikt nu dit adres:
CHANGE_EMAIL_TEXT = We sturen een link naar het nieuwe adres. De wijziging is rond als je die binnen { $within } opent.
CHANGE_EMAIL_SUBMIT = Link versturen
CHANGE_EMAIL_ASK_TITLE = Dit adres gebruiken?
CHANGE_EMAIL_ASK_TEXT = Vanaf dan gebruikt je account { $email }. Daarmee log je in, en onze e-mails gaan daarheen.
CHANGE_EMAIL_ASK_SUBMIT = Dit adres gebruiken
UNDO_EMAIL_TITLE = De wijziging terugdraaien?
UNDO_EMAIL_TEXT = Je account gebruikt dan weer { $email } en wordt overal uitgelogd. Daarna mailen we je wat je moet doen.
UNDO_EMAIL_SUBMIT = Wijziging terugdraaien

## Pagina: een andere gebruikersnaam

CHANGE_USERNAME_TITLE = Gebruikersnaam wijzigen
CHANGE_USERNAME_NOW = Je gebruikersnaam is:
CHANGE_USERNAME_NONE = Je hebt nog geen gebruikersnaam.
CHANGE_USERNAME_HINT = { $min } tot { $max } letters en cijfers.
CHANGE_USERNAME_EMPTY = Laat leeg om er geen te hebben.
CHANGE_USERNAME_SUBMIT = Gebruikersnaam wijzigen

## Pagina: gebruikersnaam vergeten

RECOVER_USERNAME_TITLE = Gebruikersnaam vergeten?
RECOVER_USERNAME_TEXT = We sturen hem naar het e-mailadres van je account.
RECOVER_USERNAME_SUBMIT = Stuur mij mijn gebruikersnaam

## Pagina: het eigen account

ACCOUNT_TITLE = Je account
ACCOUNT_CONFIRMED = bevestigd
ACCOUNT_UNCONFIRMED = niet bevestigd
ACCOUNT_SINCE = Lid sinds
ACCOUNT_LAST_LOGIN = Vorige keer ingelogd
ACCOUNT_EMAIL_TITLE = E-mailadres
ACCOUNT_USERNAME_TITLE = Gebruikersnaam
ACCOUNT_PASSWORD_TITLE = Wachtwoord
ACCOUNT_PASSWORD_SET = Je logt in met een wachtwoord.
ACCOUNT_PASSWORD_NONE = Je hebt geen wachtwoord.
ACCOUNT_SESSIONS_TEXT = Bekijk waar je bent ingelogd en log apparaten uit.
ACCOUNT_SESSIONS_LINK = Je apparaten bekijken
ACCOUNT_CONFIRM_TITLE = Je adres is niet bevestigd
ACCOUNT_CONFIRM_TEXT = Open de link in de e-mail die we hebben gestuurd naar { $email }, of vraag een nieuwe aan.
ACCOUNT_ACTIVITY_TITLE = Recente activiteit
ACCOUNT_ACTIVITY_TEXT = Staat er iets bij dat jij niet was? Wijzig je wachtwoord en log alle andere apparaten uit.
ACCOUNT_DATA_TITLE = Je gegevens
ACCOUNT_DATA_TEXT = Bewaar een kopie van wat we over je hebben opgeslagen, of sluit je account.
ACCOUNT_DATA_LINK = Je gegevens downloaden
ACCOUNT_CLOSE_LINK = Je account sluiten
CLOSE_ACCOUNT_TITLE = Je account sluiten?
CLOSE_ACCOUNT_NOW = Je wordt meteen overal uitgelogd, en niemand kan meer inloggen.
CLOSE_ACCOUNT_LATER = Over { $within } wordt je account verwijderd, met alles wat erbij hoort. Tot die tijd kun je het weer openen met een link die we je mailen; daarna kan niemand het terughalen.
CLOSE_ACCOUNT_DATA = Wil je een kopie van je gegevens bewaren? Haal die eerst op:
CLOSE_ACCOUNT_SUBMIT = Mijn account sluiten
CLOSE_ACCOUNT_STAY = Terug naar je account
REOPEN_ACCOUNT_TITLE = Je account houden?
REOPEN_ACCOUNT_TEXT = Het account { $email } is gesloten. Als je het houdt, wordt het niet verwijderd en kun je weer inloggen.
REOPEN_ACCOUNT_SUBMIT = Mijn account houden
ACTIVITY_USER_AUTHENTICATED = Ingelogd
ACTIVITY_USER_FAILED_AUTHN = Verkeerd wachtwoord of verkeerde code
ACTIVITY_PASSWORD_CHANGED = Wachtwoord gewijzigd
ACTIVITY_PASSWORD_RESET = Vergeten wachtwoord vervangen
ACTIVITY_CHANGE_EMAIL_CONFIRMED = E-mailadres gewijzigd
ACTIVITY_EMAIL_CHANGE_UNDONE = Wijziging van het e-mailadres teruggedraaid
ACTIVITY_USERNAME_CHANGED = Gebruikersnaam gewijzigd
ACTIVITY_ACCOUNT_LOCKED = Account vergrendeld
ACTIVITY_ACCOUNT_UNLOCKED = Account ontgrendeld
ACTIVITY_ACCOUNT_CLOSED = Account gesloten
ACTIVITY_ACCOUNT_REOPENED = Account weer geopend
ACTIVITY_SESSION_REVOKED = Apparaat uitgelogd
ACTIVITY_SESSION_REPLAYED = Gekopieerde sessie beëindigd
ACTIVITY_USER_CONFIRMED = E-mailadres bevestigd
ACTIVITY_USER_REGISTERED = Account aangemaakt
ACTIVITY_RESET_PASSWORD_INSTRUCTIONS_SENT = Link voor een nieuw wachtwoord aangevraagd
ACTIVITY_CHANGE_EMAIL_INSTRUCTIONS_SENT = Wijziging van het e-mailadres aangevraagd
ACTIVITY_CONFIRM_INSTRUCTIONS_SENT = Link om het e-mailadres te bevestigen aangevraagd
ACTIVITY_LOGIN_INSTRUCTIONS_SENT = Link om in te loggen aangevraagd
ACTIVITY_USERNAME_RECOVERY_EMAIL_SENT = Gebruikersnaam opgevraagd
ACTIVITY_USER_CREATED = Account aangemaakt door de beheerder

## Pagina: account aanmaken

REGISTER_TITLE = Account aanmaken
REGISTER_SUBMIT = Account aanmaken
REGISTER_HAVE_ACCOUNT = Heb je al een account?
REGISTER_PASSWORD_HINT = Minstens { $length } tekens. Een paar ongewone woorden onthoud je makkelijker dan leestekens.

## Pagina’s: het adres bevestigen

SEND_CONFIRMATION_TITLE = Bevestig je e-mailadres
SEND_CONFIRMATION_TEXT = We sturen je een e-mail met een link. Open die, en je adres is bevestigd.
SEND_CONFIRMATION_SUBMIT = Stuur mij de e-mail
CONFIRM_EMAIL_TITLE = Bevestig je e-mailadres
CONFIRM_EMAIL_TEXT = Is { $email } jouw adres? Druk op de knop, en het is bevestigd.
CONFIRM_EMAIL_SUBMIT = Mijn adres bevestigen

## Pagina: welkom

WELCOME_TITLE = Welkom
WELCOME_SIGNED_IN = Je bent ingelogd als { $name }.
WELCOME_SIGNED_OUT = Je bent niet ingelogd.
WELCOME_NO_ROLES = geen
WELCOME_NEXT_TITLE = Wat je nu kunt doen
WELCOME_NEXT_IN = Deze startpagina hoort bij de server. Zet je eigen toepassing ervoor in de plaats en geef aan welke pagina welke rol vereist.
WELCOME_NEXT_OUT = Log in om je account te zien.

## Pagina: de eerste beheerder

UNLOCK_TITLE = Je account ontgrendelen
UNLOCK_TEXT = Je account is vergrendeld na te veel verkeerde wachtwoorden of codes. Hier kun je dat opheffen.
UNLOCK_SUBMIT = Mijn account ontgrendelen
SETUP_TITLE = De eerste beheerder aanmaken
SETUP_TEXT = Deze site heeft nog geen accounts. Het account dat je hier aanmaakt, mag alles.
SETUP_TOKEN = Installatiesleutel
SETUP_TOKEN_HINT = Die staat in het logboek dat de server bij het starten heeft geschreven.
SETUP_TOKEN_WRONG = Deze installatiesleutel klopt niet. Kopieer hem opnieuw uit het logboek van de server.
SETUP_SUBMIT = De beheerder aanmaken
SETUP_DONE = De beheerder bestaat nu. Log in om verder te gaan.

## Pagina’s: er klopt iets niet

ERROR_400_TITLE = Dat konden we niet lezen
ERROR_400_TEXT = Ga terug, laad de pagina opnieuw en probeer het nog een keer.
ERROR_401_TITLE = Log in
ERROR_401_TEXT = Deze pagina is alleen voor wie is ingelogd.
ERROR_401_STALE_TEXT = Voor deze pagina moet je korter geleden zijn ingelogd. Log uit, log opnieuw in en kom terug.
ERROR_403_TITLE = Niet toegestaan
ERROR_403_TEXT = Heb je deze pagina nodig? Vraag de beheerder om toegang.
ERROR_404_TITLE = Hier is niets
ERROR_404_TEXT = Dit adres leidt nergens heen. Controleer het op tikfouten of begin op de startpagina.
ERROR_405_TITLE = Niet op deze manier
ERROR_405_TEXT = Dit adres bestaat, maar niet voor wat je probeerde. Begin op de startpagina.
ERROR_HOST_TEXT = Deze site is niet te vinden onder dat adres. Controleer het adres in de browser of meld het aan wie deze site beheert.
ERROR_CROSS_SITE_TEXT = Dit is verstuurd door de pagina van een andere site, dus er is niets gedaan. Als dit de bedoeling was, open deze site dan in een nieuw tabblad en doe het daar.
ERROR_413_TITLE = Te groot
ERROR_413_TEXT = Je hebt meer gestuurd dan we aannemen. Stuur minder en probeer het opnieuw.
ERROR_429_TITLE = Iets langzamer, alsjeblieft
ERROR_429_TEXT = Er waren te veel pogingen. Wacht { $wait } en probeer het opnieuw.
ERROR_500_TITLE = De fout ligt bij ons
ERROR_500_TEXT = Bij ons is iets misgegaan; het staat in het logboek. Probeer het later opnieuw.
ERROR_503_TITLE = Heel druk
ERROR_503_TEXT = Er is nu meer te doen dan we aankunnen. Probeer het over { $wait } opnieuw.
ERROR_CSRF_TITLE = Dit formulier is te oud
ERROR_CSRF_TEXT = Voor je veiligheid is een formulier maar beperkte tijd geldig. Verstuur het nog een keer.

## E-mails

MAIL_FOOTER = Deze e-mail is automatisch verstuurd; niemand leest de antwoorden.
MAIL_LINK_HINT = Werkt de knop niet? Kopieer dan dit adres naar je browser:
MAIL_UNKNOWN = onbekend
MAIL_SEEN_TIME = Tijd
MAIL_SEEN_ADDRESS = IP-adres
MAIL_SEEN_AGENT = Apparaat
MAIL_SESSION_REPLAYED_SUBJECT = We hebben een sessie van je account beëindigd
MAIL_SESSION_REPLAYED_TEXT = Iemand heeft een sleutel van je sessie gebruikt die niet meer geldig was. Dat gebeurt als de sessie naar een ander apparaat is gekopieerd, dus we hebben haar beëindigd.
MAIL_REFRESH_REPLAYED_SUBJECT = We hebben een toepassing van je account uitgelogd
MAIL_REFRESH_REPLAYED_TEXT = Een sleutel waarmee een toepassing op je account ingelogd blijft, is twee keer gebruikt. Dat gebeurt als die is gekopieerd, dus we hebben hem ongeldig gemaakt.
MAIL_REPLAYED_YOU = Was jij dit, bijvoorbeeld met een gekopieerd browserprofiel of een teruggezette back-up? Log dan gewoon opnieuw in.
MAIL_REPLAYED_NOT_YOU = Zo niet, dan heeft iemand misschien toegang gehad tot je account. Wijzig je wachtwoord, log overal uit en controleer je apparaten op kwaadaardige software.
MAIL_ACCOUNT_LOCKED_SUBJECT = Je account is voorlopig vergrendeld
MAIL_ACCOUNT_LOCKED_TEXT = Er waren te veel verkeerde wachtwoorden of codes voor je account, dus we hebben het vergrendeld.
MAIL_ACCOUNT_LOCKED_WITHIN = Na { $within } gaat het vanzelf weer open.
MAIL_ACCOUNT_LOCKED_LINK = Was jij dit? Dan kun je het meteen ontgrendelen:
MAIL_ACCOUNT_LOCKED_BUTTON = Mijn account ontgrendelen
MAIL_ACCOUNT_LOCKED_NOT_YOU = Was jij het niet, dan probeert iemand binnen te komen. Dat is niet gelukt en je hoeft niets te doen. Gebruik je je wachtwoord ook ergens anders, dan is dit een goed moment om het te wijzigen.
MAIL_LINK_WITHIN = De link is één keer te gebruiken, { $within } lang.
MAIL_CONFIRM_SUBJECT = Bevestig je e-mailadres
MAIL_CONFIRM_TEXT = Is { $email } jouw adres? Open deze link om het te bevestigen.
MAIL_CONFIRM_BUTTON = Mijn adres bevestigen
MAIL_CONFIRM_NOT_YOU = Heb je niet om deze e-mail gevraagd, dan kun je hem negeren: zonder de link wordt er niets bevestigd.
MAIL_RESET_SUBJECT = Stel een nieuw wachtwoord in
MAIL_RESET_TEXT = Iemand, waarschijnlijk jij, wil een nieuw wachtwoord instellen voor je account. Deze link leidt naar de pagina daarvoor. Hij is één keer te gebruiken, { $within } lang:
MAIL_RESET_BUTTON = Nieuw wachtwoord instellen
MAIL_RESET_NOT_YOU = Was jij het niet, dan kun je deze e-mail weggooien: je wachtwoord blijft zoals het is.
MAIL_RESET_NOTICE_SUBJECT = Je wachtwoord is opnieuw ingesteld
MAIL_RESET_NOTICE_TEXT = Er is een nieuw wachtwoord ingesteld voor je account, via een link die we naar dit adres hadden gestuurd. Je bent op alle apparaten uitgelogd.
MAIL_CHANGE_NOTICE_SUBJECT = Je wachtwoord is gewijzigd
MAIL_CHANGE_NOTICE_TEXT = Het wachtwoord van je account is gewijzigd. Alle andere apparaten zijn uitgelogd.
MAIL_PASSWORD_NOT_YOU = Was jij het niet, dan heeft iemand toegang tot je account. Stel meteen een nieuw wachtwoord in en zorg dat niemand anders je e-mails kan lezen.
MAIL_LOGIN_SUBJECT = Je link om in te loggen
MAIL_LOGIN_TEXT = Met deze link log je in op je account. Hij is één keer te gebruiken, { $within } lang:
MAIL_LOGIN_BUTTON = Inloggen
MAIL_LOGIN_NOT_YOU = Geef hem niet door: wie de link heeft, komt in je account. Heb je er niet om gevraagd, dan kun je deze e-mail weggooien.
MAIL_CHANGE_EMAIL_SUBJECT = Bevestig je nieuwe e-mailadres
MAIL_CHANGE_EMAIL_TEXT = Het account { $email } gaat voortaan dit e-mailadres gebruiken. Als je dat wilt, open dan deze link:
MAIL_CHANGE_EMAIL_BUTTON = Dit adres gebruiken
MAIL_CHANGE_EMAIL_WITHIN = De link is { $within } geldig. Hier komt het verzoek vandaan:
MAIL_CHANGE_EMAIL_NOT_YOU = Ken je dat account niet, dan hoef je niets te doen: zonder de link verandert er niets.
MAIL_CHANGE_EMAIL_DONE_SUBJECT = Het e-mailadres van je account is gewijzigd
MAIL_CHANGE_EMAIL_DONE_TEXT = Je account gebruikt nu een ander e-mailadres: { $email }. Naar dit adres sturen we niets meer.
MAIL_CHANGE_EMAIL_DONE_YOU = Was jij dit, dan hoef je niets te doen.
MAIL_CHANGE_EMAIL_DONE_NOT_YOU = Zo niet, dan heeft iemand toegang tot je account. Draai de wijziging nu terug: je account krijgt dit adres terug en iedereen wordt uitgelogd. De link is { $within } geldig.
MAIL_CHANGE_EMAIL_DONE_BUTTON = Wijziging terugdraaien
MAIL_CHANGE_EMAIL_UNDONE_SUBJECT = Je account heeft zijn e-mailadres terug
MAIL_CHANGE_EMAIL_UNDONE_TEXT = De wijziging naar { $email } is teruggedraaid. Je account gebruikt weer dit adres en is overal uitgelogd.
MAIL_CHANGE_EMAIL_UNDONE_RESET = Wie het adres heeft gewijzigd, kent misschien je wachtwoord. Stel nu een nieuw in; de link is { $within } geldig.
MAIL_CHANGE_EMAIL_UNDONE_BUTTON = Nieuw wachtwoord instellen
MAIL_CHANGE_EMAIL_UNDONE_NO_RESET = Wie het adres heeft gewijzigd, kent misschien je wachtwoord. Log in en stel nu een nieuw in. Werkt je wachtwoord niet meer, schrijf dan aan wie deze site beheert.
MAIL_CHANGE_EMAIL_TAKEN_BACK_SUBJECT = Dit e-mailadres hoort niet meer bij het account
MAIL_CHANGE_EMAIL_TAKEN_BACK_TEXT = Wie het vorige adres bezit, heeft de wijziging teruggedraaid. Het account gebruikt dit adres niet meer en is overal uitgelogd.
MAIL_CHANGE_EMAIL_TAKEN_BACK_YOU = Is het account van jou, kijk dan in de e-mails aan je vorige adres: daarin staat hoe het verder gaat.
MAIL_CHANGE_USERNAME_SUBJECT = Je gebruikersnaam is gewijzigd
MAIL_CHANGE_USERNAME_TEXT = Je gebruikersnaam is nu { $username }.
MAIL_CHANGE_USERNAME_NONE = Je account heeft geen gebruikersnaam meer. Log in met je e-mailadres.
MAIL_CHANGE_USERNAME_NOT_YOU = Was jij het niet, dan heeft iemand toegang tot je account. Wijzig je wachtwoord en log overal uit.
MAIL_USERNAME_RECOVERY_SUBJECT = Je gebruikersnaam
MAIL_USERNAME_RECOVERY_TEXT = Dit is je gebruikersnaam:
MAIL_USERNAME_RECOVERY_NONE = Je account heeft geen gebruikersnaam. Log in met je e-mailadres, { $email }.
MAIL_USERNAME_RECOVERY_NOT_YOU = Heb je er niet om gevraagd, dan kun je deze e-mail negeren: alleen jij hebt hem gekregen.
MAIL_WELCOME_SUBJECT = Welkom
MAIL_WELCOME_READY = Je account staat klaar. Fijn dat je er bent!
MAIL_WELCOME_CONFIRM = Fijn dat je er bent! Nog één stap: open deze link om te bevestigen dat het adres van jou is.
MAIL_WELCOME_NOT_YOU = Heb je hier geen account aangemaakt, dan heeft iemand anders je adres ingevuld, misschien per ongeluk. Je kunt deze e-mail negeren.
MAIL_EXISTING_SUBJECT = Je hebt al een account
MAIL_EXISTING_TEXT = Iemand, waarschijnlijk jij, heeft geprobeerd een account aan te maken met dit adres. Het hoort al bij je account, en er is niets gewijzigd.
MAIL_EXISTING_USERNAME = Je gebruikersnaam is { $username }.
MAIL_EXISTING_CONFIRM = Je adres is nog niet bevestigd. Open deze link om dat te doen:
MAIL_EXISTING_RESET = Wachtwoord vergeten? Open deze link om een nieuw in te stellen:
MAIL_EXISTING_RESET_BUTTON = Nieuw wachtwoord instellen
MAIL_EXISTING_RECOVERY = Als die link te oud is, vraag je hier een andere aan:
MAIL_EXISTING_NOT_YOU = Was jij het niet, dan kun je deze e-mail negeren: niemand heeft toegang tot je account gekregen.
MAIL_USERNAME_TAKEN_SUBJECT = Kies een andere gebruikersnaam
MAIL_USERNAME_TAKEN_TEXT = Iemand, waarschijnlijk jij, heeft geprobeerd hier een account aan te maken als { $username } met het adres { $email }. Een ander account heeft die gebruikersnaam al, dus er is geen account aangemaakt. Probeer het opnieuw met een andere naam.
MAIL_ACCOUNT_CLOSED_SUBJECT = Je account is gesloten
MAIL_ACCOUNT_CLOSED_TEXT = Je account is gesloten en overal uitgelogd. Op { $date } wordt het definitief verwijderd.
MAIL_ACCOUNT_CLOSED_LINK = Bedenk je je, dan kun je het houden. De link is { $within } geldig:
MAIL_ACCOUNT_CLOSED_BUTTON = Mijn account houden
MAIL_ACCOUNT_CLOSED_NOT_YOU = Was jij het niet, houd dan nu je account en wijzig je wachtwoord.
MAIL_TEST_SUBJECT = Een testmail
MAIL_TEST_TEXT = Als je dit kunt lezen, werkt de e-mail.
