# Français. Les clés en majuscules sont celles de l’anglais.

## Comptes : adresses et confirmation

ALREADY_CONFIRMED = Rien à faire : cette adresse e-mail est déjà confirmée.
CONFIRMATION_EXPIRED = Ce lien était valable { $within } et ne fonctionne plus. Demandez-en un nouveau.
CONFIRMATION_REQUEST = Nous avons envoyé un e-mail à { $email }. Ouvrez le lien qu’il contient pour confirmer l’adresse.
CONFIRMATION_REQUIRED = Confirmez d’abord votre adresse e-mail ; le lien se trouve dans l’e-mail que nous vous avons envoyé.
CONFIRM_REGISTRATION = Bienvenue ! Encore une étape : ouvrez le lien contenu dans l’e-mail envoyé à { $email }.
EMAIL_CONFIRMED = Votre adresse e-mail est maintenant confirmée. Merci !
INVALID_CONFIRMATION_TOKEN = Ce lien de confirmation ne fonctionne pas. Demandez-en un nouveau.
CHANGE_EMAIL_CONFIRMED = C’est fait : votre compte utilise désormais la nouvelle adresse e-mail.
CHANGE_EMAIL_EXPIRED = Ce lien était valable { $within } et ne fonctionne plus. Recommencez le changement d’adresse.
CHANGE_EMAIL_SENT = Nous avons envoyé un e-mail à { $email }. Ouvrez le lien qu’il contient pour terminer le changement.
EMAIL_ALREADY_ASSOCIATED = Un compte existe déjà avec l’adresse { $email }. Connectez-vous à ce compte ou utilisez une autre adresse.
EMAIL_NOT_PROVIDED = Saisissez votre adresse e-mail.
INVALID_EMAIL_ADDRESS = Cela ne ressemble pas à une adresse e-mail. Elle devrait s’écrire comme nom@example.com.
DISABLED_ACCOUNT = Ce compte est désactivé. Adressez-vous à l’administration du site.
USER_DOES_NOT_EXIST = Nous ne connaissons pas ce compte. Vérifiez votre saisie.

## Connexion

ANONYMOUS_USER_REQUIRED = Votre session est déjà ouverte ; déconnectez-vous d’abord pour faire cela.
API_ERROR = Nous ne pouvons pas lire cette valeur. Vérifiez la requête.
FORGOT_PASSWORD = Mot de passe oublié ?
GENERIC_AUTHN_FAILED = Cela n’a pas fonctionné. Vérifiez votre saisie et réessayez.
GENERIC_RECOVERY = Si nous connaissons ce compte, un e-mail expliquant la suite est en route.
GENERIC_US_SIGNIN = Si nous connaissons ce compte, un code est en route.
IDENTITY_ALREADY_ASSOCIATED = Un autre compte utilise déjà { $value } ({ $attr }).
IDENTITY_NOT_REGISTERED = Aucun compte ne correspond à { $id }. Créez d’abord un compte.
INVALID_LOGIN_TOKEN = Ce lien de connexion ne fonctionne pas. Demandez-en un nouveau.
INVALID_REDIRECT = Nous ne pouvons pas vous envoyer à cette adresse : elle ne fait pas partie de ce site.
LOGIN = Connectez-vous pour voir cette page.
LOGIN_EMAIL_SENT = Nous avons envoyé un e-mail à { $email }. Ouvrez le lien qu’il contient pour vous connecter.
LOGIN_EXPIRED = Ce lien de connexion était valable { $within } et ne fonctionne plus. Nous en avons envoyé un nouveau à { $email }.
PASSWORDLESS_LOGIN_SUCCESSFUL = Bienvenue, la connexion a réussi.
OAUTH_HANDSHAKE_ERROR = L’autre service a refusé la connexion ({ $exerror } : { $exdesc }). Réessayez.
REAUTHENTICATION_REQUIRED = Par sécurité, confirmez encore une fois que c’est bien vous.
REAUTHENTICATION_SUCCESSFUL = Merci, nous savons que c’est bien vous.
REFRESH = Connectez-vous de nouveau pour voir cette page.
REFRESH_TOKEN_INVALID = Ce jeton d’actualisation n’est pas accepté ({ $reason }). Connectez-vous pour en obtenir un nouveau.
UNAUTHENTICATED = Ceci n’est accessible qu’après connexion. Connectez-vous.
UNAUTHORIZED = Votre compte n’a pas l’autorisation nécessaire.

## Mots de passe

INVALID_PASSWORD = Ce mot de passe n’est pas le bon.
INVALID_RESET_PASSWORD_TOKEN = Ce lien ne fonctionne pas ou a déjà servi. Demandez-en un nouveau.
PASSWORD_BREACHED = Ce mot de passe figure dans une liste de mots de passe volés. Choisissez-en un autre.
PASSWORD_BREACHED_SITE_ERROR = Nous n’avons pas pu vérifier si ce mot de passe a été volé. Réessayez dans un moment.
PASSWORD_CHANGE = Votre nouveau mot de passe est enregistré.
PASSWORD_INVALID_LENGTH = Un mot de passe doit compter de { $length } à 128 caractères.
PASSWORD_IS_THE_SAME = C’est votre mot de passe actuel. Choisissez-en un autre.
PASSWORD_MISMATCH = Vous avez saisi deux mots de passe différents.
PASSWORD_NOT_PROVIDED = Saisissez un mot de passe.
PASSWORD_RESET = Votre nouveau mot de passe est enregistré et votre session est ouverte.
PASSWORD_RESET_EXPIRED = Ce lien était valable { $within } et ne fonctionne plus. Demandez-en un nouveau.
PASSWORD_RESET_NO_LOGIN = Votre nouveau mot de passe est enregistré. Utilisez-le pour vous connecter.
PASSWORD_RESET_REQUEST = Si { $email } correspond à un compte, nous y avons envoyé un e-mail. Il explique comment définir un nouveau mot de passe.
PASSWORD_TOO_SIMPLE = Ce mot de passe est facile à deviner. Quelques mots inhabituels de plus le rendent sûr.
PASSWORD_WEAK_CONTEXT = Ce mot de passe est fait de vos noms ou de ceux de ce site. C’est ce qu’on essaierait en premier.
PASSWORD_WEAK_KEY_ROW = Des touches voisines sont faciles à deviner.
PASSWORD_WEAK_KEY_PATTERN = Un petit motif sur le clavier est facile à deviner.
PASSWORD_WEAK_REPEATED_CHARACTER = Le même caractère répété est facile à deviner.
PASSWORD_WEAK_REPEATED_PART = Le même morceau répété n’est guère plus difficile à deviner que le morceau seul.
PASSWORD_WEAK_TOP_10 = Presque aucun mot de passe n’est plus utilisé que celui-ci.
PASSWORD_WEAK_TOP_100 = C’est l’un des cent mots de passe les plus utilisés.
PASSWORD_WEAK_COMMON = Beaucoup de gens utilisent ce mot de passe : c’est l’un des premiers qu’on essaie.
PASSWORD_WEAK_SIMILAR = Ce mot de passe ressemble trop à un autre, très utilisé.
PASSWORD_WEAK_SEQUENCE = Des lettres ou des chiffres qui se suivent sont faciles à deviner.
PASSWORD_WEAK_YEAR = Une année est facile à deviner.
PASSWORD_WEAK_WORD = Un mot seul est facile à deviner.
PASSWORD_WEAK_DATE = Une date est facile à deviner.
PASSWORD_WEAK_NAME = Un nom seul est facile à deviner.
PASSWORD_WEAK_NAMES = Les noms courants sont faciles à deviner.
PASSWORD_ADVICE_FEW_WORDS = Prenez plusieurs mots qui n’ont rien à voir entre eux.
PASSWORD_ADVICE_NO_SIGNS = Signes, chiffres et majuscules ne sont pas nécessaires.
PASSWORD_ADVICE_MORE_WORDS = Un ou deux mots inhabituels de plus le rendent sûr.
PASSWORD_ADVICE_CAPITAL = Une majuscule au début n’aide guère.
PASSWORD_ADVICE_CAPITALS = Tout écrire en majuscules n’aide guère.
PASSWORD_ADVICE_REVERSED = Écrire des mots à l’envers n’aide guère.
PASSWORD_ADVICE_SWAPS = Remplacer des lettres par des signes, comme @ pour a, n’aide guère.
PASSWORD_ADVICE_KEY_PATTERN = Un motif sur le clavier doit être plus long et changer plus souvent de direction.
PASSWORD_ADVICE_NO_REPEATS = Ne répétez ni mots ni caractères.
PASSWORD_ADVICE_NO_SEQUENCES = Évitez les lettres et les chiffres qui se suivent.
PASSWORD_ADVICE_NO_RECENT_YEARS = Évitez les années récentes.
PASSWORD_ADVICE_NO_OWN_YEARS = Évitez les années qui ont un rapport avec vous.
PASSWORD_ADVICE_NO_OWN_DATES = Évitez les dates qui ont un rapport avec vous.
RETYPE_PASSWORD_MISMATCH = Les deux mots de passe sont différents. Saisissez deux fois le même.

## Noms et numéros

INVALID_INPUT = Certains caractères ne peuvent pas être acceptés. Retirez les balises et les signes comme < et &.
INVALID_INPUT_LENGTH = C’est trop long ; { $length } caractères au maximum.
PHONE_INVALID = Ce numéro de téléphone n’est pas valide. Écrivez-le avec l’indicatif du pays, comme +33 1 99 00 12 34.
USERNAME_ALREADY_ASSOCIATED = Le nom d’utilisateur { $username } est déjà pris. Choisissez-en un autre.
USERNAME_CHANGE = Votre nouveau nom d’utilisateur est enregistré.
USERNAME_DISALLOWED_CHARACTERS = Un nom d’utilisateur ne peut contenir que des lettres et des chiffres.
USERNAME_INVALID_LENGTH = Un nom d’utilisateur doit compter de { $min } à { $max } caractères.
USERNAME_NOT_PROVIDED = Saisissez un nom d’utilisateur.
USERNAME_RECOVERY_REQUEST = Si nous connaissons cette adresse, un e-mail avec votre nom d’utilisateur est en route.

## Codes et seconds facteurs

CODE_HAS_BEEN_SENT = Un code est en route vers vous.
FAILED_TO_SEND_CODE = Nous n’avons pas pu envoyer le code. Réessayez dans un moment.
INVALID_CODE = Le code de ce lien n’est pas le bon. Demandez-en un nouveau.
INVALID_PASSWORD_CODE = Ni le mot de passe ni le code n’est le bon.
INVALID_RECOVERY_CODE = Ce code de récupération n’est pas le bon ou a déjà servi.
NO_RECOVERY_CODES_SETUP = Vous n’avez pas encore de codes de récupération.
TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL = Votre second facteur est configuré.
TWO_FACTOR_DISABLED = Votre second facteur est désactivé.
TWO_FACTOR_INVALID_TOKEN = Ce code n’est pas le bon. Vérifiez-le ou demandez-en un nouveau.
TWO_FACTOR_LOGIN_SUCCESSFUL = Le code est le bon. Bienvenue !
TWO_FACTOR_METHOD_NOT_AVAILABLE = Ce second facteur ne peut pas être choisi ici.
TWO_FACTOR_PERMISSION_DENIED = Connectez-vous d’abord ; le second facteur vient ensuite.
TWO_FACTOR_SETUP_EXPIRED = Vous aviez { $within } pour terminer. Recommencez la configuration.
USE_CODE = Votre code de connexion est { $code }. Personne de chez nous ne vous le demandera jamais.
US_CURRENT_METHODS = Vous pouvez vous connecter avec : { $method_list }.
US_METHOD_NOT_AVAILABLE = Vous ne pouvez pas vous connecter ainsi : ce moyen n’est pas configuré.
US_SETUP_EXPIRED = Vous aviez { $within } pour terminer. Recommencez la configuration.
US_SETUP_SUCCESSFUL = Ce moyen de connexion est configuré.
US_SPECIFY_IDENTITY = Nous ne connaissons pas ce compte. Vérifiez votre saisie.

## Clés d’accès

WEBAUTHN_CREDENTIAL_DELETED = La clé d’accès « { $name } » est supprimée.
WEBAUTHN_CREDENTIAL_ID_INUSE = Cette clé d’accès est déjà enregistrée.
WEBAUTHN_CREDENTIAL_WRONG_USAGE = Cette clé d’accès est enregistrée pour une autre étape de la connexion.
WEBAUTHN_EXPIRED = Vous aviez { $within } pour utiliser votre clé d’accès. Réessayez.
WEBAUTHN_MISMATCH_USER_HANDLE = Cette clé d’accès appartient à un autre compte.
WEBAUTHN_NAME_DISALLOWED_CHARACTERS = Le nom ne peut contenir que des lettres, des chiffres, des espaces, des tirets et des tirets bas.
WEBAUTHN_NAME_INUSE = Vous avez déjà une clé d’accès nommée « { $name } ».
WEBAUTHN_NAME_NOT_FOUND = Vous n’avez pas de clé d’accès nommée « { $name } ».
WEBAUTHN_NAME_REQUIRED = Donnez un nom à la clé d’accès.
WEBAUTHN_NO_VERIFY = La clé d’accès n’a pas été acceptée ({ $cause }). Réessayez.
WEBAUTHN_ORPHAN_CREDENTIAL_ID = Le compte de cette clé d’accès n’existe plus.
WEBAUTHN_REGISTER_SUCCESSFUL = La clé d’accès « { $name } » est prête à l’emploi.
WEBAUTHN_UNKNOWN_CREDENTIAL_ID = Nous ne connaissons pas cette clé d’accès.

## Requêtes : ce que les programmes comparent mot pour mot reste en anglais

LITERAL = { $text }
REGISTRATION_SENT = Si cette adresse est nouvelle ici, son compte est prêt : connectez-vous maintenant.
FIRST_ADMINISTRATOR_READY = Vous administrez désormais ce site.
ACCOUNT_UNLOCKED = Votre compte est déverrouillé. Vous pouvez de nouveau vous connecter.
CHANGE_EMAIL_UNDONE = Votre compte utilise de nouveau { $email } et il est déconnecté partout. La suite est expliquée dans l’e-mail que nous vous avons envoyé.
CHANGE_EMAIL_UNDO_EXPIRED = Ce lien était valable { $within } et ne fonctionne plus. Écrivez aux responsables de ce site.
CHANGE_EMAIL_UNDO_INVALID = Ce lien ne fonctionne pas, ou le changement a déjà été annulé.
CHANGE_EMAIL_UNDO_TAKEN = Entre-temps, un autre compte utilise { $email } ; nous ne pouvons pas rendre cette adresse au vôtre. Écrivez aux responsables de ce site.
ACCOUNT_CLOSED = Votre compte est fermé et sera supprimé dans { $within }. Si vous changez d’avis, ouvrez le lien contenu dans l’e-mail que nous vous avons envoyé.
ACCOUNT_REOPENED = Votre compte est de nouveau ouvert. Connectez-vous pour continuer.
ACCOUNT_REOPEN_INVALID = Ce lien ne fonctionne pas, ou le compte est déjà ouvert.
ACCOUNT_LAST_ADMINISTRATOR = Personne d’autre n’administre ce site. Donnez ce rôle à quelqu’un avant de fermer votre compte.
VISIT_FIRST = Regardez d’abord cette page.
SESSION_REVOKED = Cet appareil est maintenant déconnecté.
SESSION_GONE = Cet appareil était déjà déconnecté.
SESSIONS_OTHERS_REVOKED = Votre session est fermée partout sauf ici.
SESSIONS_ALL_REVOKED = Votre session est fermée partout. Connectez-vous de nouveau pour continuer.
CSRF_TOKEN_MISSING = The CSRF token is missing.
CSRF_SESSION_TOKEN_MISSING = The CSRF session token is missing.
CSRF_TOKEN_EXPIRED = The CSRF token has expired.
CSRF_TOKEN_INVALID = The CSRF token is invalid.
CSRF_TOKEN_MISMATCH = The CSRF tokens do not match.
CSRF_REFERRER_MISSING = The referrer header is missing.
CSRF_REFERRER_MISMATCH = The referrer does not match the host.
CSRF_ORIGIN_MISMATCH = The request comes from another site.
FIELD_REQUIRED = Remplissez ce champ.
CHOICE_INVALID = Choisissez l’une des options proposées.

## Durées et listes

DURATION_YEARS = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}
DURATION_MONTHS = { $count ->
    [one] { $count } mois
   *[other] { $count } mois
}
DURATION_DAYS = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
DURATION_HOURS = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
DURATION_MINUTES = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
DURATION_SECONDS = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}
DURATION_AND = { $first } et { $last }
DURATION_COMMA = { $first }, { $last }
LIST_COMMA = { $first }, { $last }
LIST_END = { $first } et { $last }

## Ce que toute page contient

PAGE_LANGUAGE = fr
LANGUAGE_NAME = Français
SITE_NAME = Gatewright
NAV_HOME = Accueil
NAV_LOGIN = Se connecter
NAV_LOGOUT = Se déconnecter
NAV_REGISTER = Créer un compte
NAV_FORGOT_PASSWORD = Mot de passe oublié ?
NAV_CONFIRM = Renvoyer l’e-mail de confirmation
NAV_RECOVER_USERNAME = Nom d’utilisateur oublié ?
NAV_CHANGE_PASSWORD = Changer le mot de passe
NAV_CHANGE_EMAIL = Changer l’adresse e-mail
NAV_CHANGE_USERNAME = Changer le nom d’utilisateur
NAV_SESSIONS = Vos appareils
NAV_ACCOUNT = Compte
NAV_LANGUAGE = Langue
NAV_BACK = Retour
NAV_MENU = Votre compte
NAV_SKIP = Aller au contenu
LANGUAGE_TITLE = Choisissez votre langue
FLASH_TITLE = Messages
ERRORS_TITLE = Corrigez ceci :

## Champs

FIELD_EMAIL = Adresse e-mail
FIELD_EMAIL_NEW = Nouvelle adresse e-mail
FIELD_IDENTITY = Adresse e-mail ou nom d’utilisateur
FIELD_USERNAME = Nom d’utilisateur
FIELD_USERNAME_NEW = Nouveau nom d’utilisateur
FIELD_PASSWORD = Mot de passe
FIELD_PASSWORD_NOW = Mot de passe actuel
FIELD_PASSWORD_NEW = Nouveau mot de passe
FIELD_PASSWORD_AGAIN = Le même mot de passe encore une fois
FIELD_PASSWORD_OPTIONAL = Mot de passe (peut rester vide)
FIELD_PASSWORD_OR_CODE = Mot de passe ou code
FIELD_REMEMBER = Rester connecté sur cet appareil
FIELD_PHONE = Numéro de téléphone
FIELD_CODE = Code
FIELD_OPTIONAL = facultatif
FIELD_ROLES = Rôles
PASSWORD_HINT = Plusieurs mots inhabituels se retiennent mieux que des signes.

## Page : se connecter

LOGIN_TITLE = Connexion
LOGIN_SUBMIT = Se connecter
LOGIN_EITHER = Votre adresse e-mail ou votre nom d’utilisateur : l’un des deux suffit.
LOGIN_NEW_HERE = Première visite ?
LOGIN_OTHER_WAYS = Autres moyens de se connecter
LOGIN_WITH = Se connecter avec { $provider }

## Page : mot de passe oublié

FORGOT_PASSWORD_TITLE = Mot de passe oublié ?
FORGOT_PASSWORD_TEXT = Saisissez votre adresse e-mail. Nous vous enverrons un lien qui permet de définir un nouveau mot de passe.
FORGOT_PASSWORD_SUBMIT = Envoyer le lien

## Page : un nouveau mot de passe à la place d’un mot de passe oublié

RESET_PASSWORD_TITLE = Définir un nouveau mot de passe
RESET_PASSWORD_TEXT = Votre session sera fermée sur tous les appareils.
RESET_PASSWORD_SUBMIT = Définir le mot de passe

## Page : changer le mot de passe

CHANGE_PASSWORD_TITLE = Changer le mot de passe
CHANGE_PASSWORD_TEXT = Votre session reste ouverte ici et sera fermée sur tous les autres appareils.
CHANGE_PASSWORD_FIRST = Votre compte n’a pas encore de mot de passe.
CHANGE_PASSWORD_SUBMIT = Changer le mot de passe

## Page : un lien pour se connecter

SEND_LOGIN_TEXT = Saisissez votre adresse e-mail. Nous vous enverrons un lien qui vous connecte.
SEND_LOGIN_SUBMIT = Envoyer le lien
LOGIN_LINK_TITLE = Connexion
LOGIN_LINK_TEXT = Vous allez vous connecter en tant que { $email }.
LOGIN_LINK_SUBMIT = Se connecter
LOGIN_LINK_EXPIRED_TITLE = Ce lien est trop ancien
LOGIN_LINK_EXPIRED_TEXT = Il ne permet plus de se connecter. Nous pouvons en envoyer un nouveau à { $email }.
LOGIN_LINK_EXPIRED_SUBMIT = Envoyer un nouveau lien

## Page : se déconnecter

LOGOUT_TITLE = Déconnexion
LOGOUT_TEXT = Voulez-vous vous déconnecter sur cet appareil ?
LOGOUT_SUBMIT = Se déconnecter
LOGOUT_STAY = Rester connecté

## Page : c’est toujours vous

VERIFY_TITLE = Confirmez que c’est bien vous
VERIFY_TEXT = La suite est sensible. Saisissez encore une fois votre mot de passe pour continuer.
VERIFY_SUBMIT = Continuer

## Page : ses propres sessions

SESSIONS_TITLE = Vos appareils
SESSIONS_TEXT = Votre compte est connecté sur ces appareils. L’un d’eux vous est inconnu ? Déconnectez-le et changez votre mot de passe.
SESSIONS_CURRENT = cet appareil
SESSIONS_UNKNOWN = Appareil inconnu
SESSIONS_SEEN = Dernière utilisation
SESSIONS_NOW = à l’instant
SESSIONS_AGO = il y a { $span }
SESSIONS_ADDRESS = Adresse IP
SESSIONS_BEGAN = Connexion
SESSIONS_ENDS = Fin si inutilisée
SESSIONS_REMEMBERED = reste connecté
SESSIONS_REVOKE = Déconnecter
SESSIONS_REVOKE_LABEL = Déconnecter : { $device }, { $address }, { $seen }
SESSIONS_NONE = Aucun appareil n’est connecté par une page ; des applications peuvent l’être, avec des jetons.
SESSIONS_OTHERS_TITLE = Tout déconnecter d’un coup
SESSIONS_OTHERS_TEXT = Cela met aussi fin aux applications qui utilisent votre compte et aux liens contenus dans les e-mails que nous vous avons envoyés.
SESSIONS_OTHERS = Déconnecter tous les autres appareils
SESSIONS_ALL = Se déconnecter partout, ici aussi

## Page : une autre adresse e-mail

CHANGE_EMAIL_TITLE = Changer l’adresse e-mail
CHANGE_EMAIL_NOW = Votre compte utilise actuellement cette adresse :
CHANGE_EMAIL_TEXT = Nous enverrons un lien à la nouvelle adresse. Le changement sera fait quand vous l’ouvrirez, dans un délai de { $within }.
CHANGE_EMAIL_SUBMIT = Envoyer le lien
CHANGE_EMAIL_ASK_TITLE = Utiliser cette adresse ?
CHANGE_EMAIL_ASK_TEXT = Votre compte utilisera désormais { $email }. Vous vous connecterez avec cette adresse, et nos e-mails y arriveront.
CHANGE_EMAIL_ASK_SUBMIT = Utiliser cette adresse
UNDO_EMAIL_TITLE = Annuler le changement ?
UNDO_EMAIL_TEXT = Votre compte utilisera de nouveau { $email } et sera déconnecté partout. Nous vous expliquerons ensuite par e-mail ce qu’il faut faire.
UNDO_EMAIL_SUBMIT = Annuler le changement

## Page : un autre nom d’utilisateur

CHANGE_USERNAME_TITLE = Changer le nom d’utilisateur
CHANGE_USERNAME_NOW = Votre nom d’utilisateur est :
CHANGE_USERNAME_NONE = Vous n’avez pas encore de nom d’utilisateur.
CHANGE_USERNAME_HINT = De { $min } à { $max } lettres et chiffres.
CHANGE_USERNAME_EMPTY = Laissez ce champ vide pour ne pas en avoir.
CHANGE_USERNAME_SUBMIT = Changer le nom d’utilisateur

## Page : nom d’utilisateur oublié

RECOVER_USERNAME_TITLE = Nom d’utilisateur oublié ?
RECOVER_USERNAME_TEXT = Nous l’enverrons à l’adresse e-mail de votre compte.
RECOVER_USERNAME_SUBMIT = M’envoyer mon nom d’utilisateur

## Page : son propre compte

ACCOUNT_TITLE = Votre compte
ACCOUNT_CONFIRMED = confirmée
ACCOUNT_UNCONFIRMED = non confirmée
ACCOUNT_SINCE = Membre depuis
ACCOUNT_LAST_LOGIN = Connexion précédente
ACCOUNT_EMAIL_TITLE = Adresse e-mail
ACCOUNT_USERNAME_TITLE = Nom d’utilisateur
ACCOUNT_PASSWORD_TITLE = Mot de passe
ACCOUNT_PASSWORD_SET = Vous vous connectez avec un mot de passe.
ACCOUNT_PASSWORD_NONE = Vous n’avez pas de mot de passe.
ACCOUNT_SESSIONS_TEXT = Voyez où votre session est ouverte et déconnectez des appareils.
ACCOUNT_SESSIONS_LINK = Voir vos appareils
ACCOUNT_CONFIRM_TITLE = Votre adresse n’est pas confirmée
ACCOUNT_CONFIRM_TEXT = Ouvrez le lien contenu dans l’e-mail envoyé à { $email }, ou demandez-en un autre.
ACCOUNT_ACTIVITY_TITLE = Activité récente
ACCOUNT_ACTIVITY_TEXT = Quelque chose ne vient pas de vous ? Changez votre mot de passe et déconnectez tous les autres appareils.
ACCOUNT_DATA_TITLE = Vos données
ACCOUNT_DATA_TEXT = Gardez une copie de ce que nous avons enregistré à votre sujet, ou fermez votre compte.
ACCOUNT_DATA_LINK = Télécharger vos données
ACCOUNT_CLOSE_LINK = Fermer votre compte
CLOSE_ACCOUNT_TITLE = Fermer votre compte ?
CLOSE_ACCOUNT_NOW = Votre session est fermée partout, tout de suite, et plus personne ne peut se connecter.
CLOSE_ACCOUNT_LATER = Dans { $within }, votre compte et tout ce qui s’y rattache seront supprimés. D’ici là, un lien que nous vous envoyons permet de le rouvrir ; ensuite, personne ne peut le récupérer.
CLOSE_ACCOUNT_DATA = Voulez-vous garder une copie de vos données ? Récupérez-la d’abord :
CLOSE_ACCOUNT_SUBMIT = Fermer mon compte
CLOSE_ACCOUNT_STAY = Revenir à votre compte
REOPEN_ACCOUNT_TITLE = Garder votre compte ?
REOPEN_ACCOUNT_TEXT = Le compte { $email } est fermé. Si vous le gardez, il n’est pas supprimé et vous pouvez de nouveau vous connecter.
REOPEN_ACCOUNT_SUBMIT = Garder mon compte
ACTIVITY_USER_AUTHENTICATED = Connexion
ACTIVITY_USER_FAILED_AUTHN = Mot de passe ou code erroné
ACTIVITY_PASSWORD_CHANGED = Mot de passe changé
ACTIVITY_PASSWORD_RESET = Mot de passe oublié remplacé
ACTIVITY_CHANGE_EMAIL_CONFIRMED = Adresse e-mail changée
ACTIVITY_EMAIL_CHANGE_UNDONE = Changement d’adresse e-mail annulé
ACTIVITY_USERNAME_CHANGED = Nom d’utilisateur changé
ACTIVITY_ACCOUNT_LOCKED = Compte verrouillé
ACTIVITY_ACCOUNT_UNLOCKED = Compte déverrouillé
ACTIVITY_ACCOUNT_CLOSED = Compte fermé
ACTIVITY_ACCOUNT_REOPENED = Compte rouvert
ACTIVITY_SESSION_REVOKED = Appareil déconnecté
ACTIVITY_SESSION_REPLAYED = Session copiée fermée
ACTIVITY_USER_CONFIRMED = Adresse e-mail confirmée
ACTIVITY_USER_REGISTERED = Compte créé
ACTIVITY_RESET_PASSWORD_INSTRUCTIONS_SENT = Lien pour un nouveau mot de passe demandé
ACTIVITY_CHANGE_EMAIL_INSTRUCTIONS_SENT = Changement de l’adresse e-mail demandé
ACTIVITY_CONFIRM_INSTRUCTIONS_SENT = Lien pour confirmer l’adresse e-mail demandé
ACTIVITY_LOGIN_INSTRUCTIONS_SENT = Lien de connexion demandé
ACTIVITY_USERNAME_RECOVERY_EMAIL_SENT = Nom d’utilisateur demandé
ACTIVITY_USER_CREATED = Compte créé par l’administration

## Page : créer un compte

REGISTER_TITLE = Créer un compte
REGISTER_SUBMIT = Créer le compte
REGISTER_HAVE_ACCOUNT = Vous avez déjà un compte ?
REGISTER_PASSWORD_HINT = Au moins { $length } caractères. Plusieurs mots inhabituels se retiennent mieux que des signes.

## Pages : confirmer l’adresse

SEND_CONFIRMATION_TITLE = Confirmer votre adresse e-mail
SEND_CONFIRMATION_TEXT = Nous vous envoyons un e-mail avec un lien. Ouvrez-le et votre adresse est confirmée.
SEND_CONFIRMATION_SUBMIT = M’envoyer l’e-mail
CONFIRM_EMAIL_TITLE = Confirmer votre adresse e-mail
CONFIRM_EMAIL_TEXT = L’adresse { $email } est-elle la vôtre ? Appuyez sur le bouton pour la confirmer.
CONFIRM_EMAIL_SUBMIT = Confirmer mon adresse

## Page : bienvenue

WELCOME_TITLE = Bienvenue
WELCOME_SIGNED_IN = Session ouverte en tant que { $name }.
WELCOME_SIGNED_OUT = Aucune session n’est ouverte.
WELCOME_NO_ROLES = aucun
WELCOME_NEXT_TITLE = Que faire ensuite
WELCOME_NEXT_IN = Cette page d’accueil est celle du serveur. Mettez votre propre application à sa place et indiquez quelle page demande quel rôle.
WELCOME_NEXT_OUT = Connectez-vous pour voir votre compte.

## Page : le premier compte d’administration

UNLOCK_TITLE = Déverrouiller votre compte
UNLOCK_TEXT = Votre compte a été verrouillé après trop de mots de passe ou de codes erronés. Vous pouvez y mettre fin ici.
UNLOCK_SUBMIT = Déverrouiller mon compte
SETUP_TITLE = Créer le premier compte d’administration
SETUP_TEXT = Ce site n’a pas encore de comptes. Celui que vous créez ici pourra tout faire.
SETUP_TOKEN = Clé d’installation
SETUP_TOKEN_HINT = Elle se trouve dans le journal que le serveur a écrit à son démarrage.
SETUP_TOKEN_WRONG = Cette clé d’installation n’est pas la bonne. Copiez-la de nouveau depuis le journal du serveur.
SETUP_SUBMIT = Créer le compte d’administration
SETUP_DONE = Le compte d’administration existe maintenant. Connectez-vous pour continuer.

## Pages : quelque chose ne va pas

ERROR_400_TITLE = Nous n’avons pas pu lire cela
ERROR_400_TEXT = Revenez en arrière, rechargez la page et réessayez.
ERROR_401_TITLE = Connectez-vous
ERROR_401_TEXT = Cette page n’est accessible qu’après connexion.
ERROR_401_STALE_TEXT = Cette page demande une connexion plus récente. Déconnectez-vous, reconnectez-vous et revenez.
ERROR_403_TITLE = Accès refusé
ERROR_403_TEXT = Si vous avez besoin de cette page, demandez l’accès à l’administration du site.
ERROR_404_TITLE = Il n’y a rien ici
ERROR_404_TEXT = Cette adresse ne mène nulle part. Vérifiez qu’elle ne contient pas de faute de frappe, ou repartez de l’accueil.
ERROR_405_TITLE = Pas de cette façon
ERROR_405_TEXT = Cette adresse existe, mais pas pour ce que vous avez essayé. Repartez de l’accueil.
ERROR_HOST_TEXT = Ce site ne répond pas à cette adresse. Vérifiez l’adresse dans le navigateur, ou prévenez les responsables du site.
ERROR_CROSS_SITE_TEXT = Cette demande vient de la page d’un autre site ; rien n’a donc été fait. Si c’était voulu, ouvrez ce site dans un nouvel onglet et faites-le là.
ERROR_413_TITLE = Trop volumineux
ERROR_413_TEXT = Vous avez envoyé plus que ce que nous acceptons. Envoyez moins et réessayez.
ERROR_429_TITLE = Un peu plus lentement, s’il vous plaît
ERROR_429_TEXT = Il y a eu trop d’essais. Attendez { $wait } et réessayez.
ERROR_500_TITLE = L’erreur est de notre côté
ERROR_500_TEXT = Quelque chose a échoué chez nous, et c’est noté dans le journal. Réessayez dans un moment.
ERROR_503_TITLE = Beaucoup de monde
ERROR_503_TEXT = Il y a en ce moment plus à faire que nous ne pouvons traiter. Réessayez dans { $wait }.
ERROR_CSRF_TITLE = Ce formulaire est trop ancien
ERROR_CSRF_TEXT = Pour votre sécurité, un formulaire n’est valable qu’un certain temps. Envoyez-le de nouveau.

## E-mails

MAIL_FOOTER = Cet e-mail a été envoyé automatiquement ; personne ne lit les réponses.
MAIL_LINK_HINT = Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :
MAIL_UNKNOWN = inconnu
MAIL_SEEN_TIME = Heure
MAIL_SEEN_ADDRESS = Adresse IP
MAIL_SEEN_AGENT = Appareil
MAIL_SESSION_REPLAYED_SUBJECT = Nous avons mis fin à une session de votre compte
MAIL_SESSION_REPLAYED_TEXT = Une clé de votre session qui n’était plus valable a été utilisée. Cela arrive quand la session a été copiée sur un autre appareil ; nous y avons donc mis fin.
MAIL_REFRESH_REPLAYED_SUBJECT = Nous avons déconnecté une application de votre compte
MAIL_REFRESH_REPLAYED_TEXT = Une clé avec laquelle une application reste connectée à votre compte a été utilisée deux fois. Cela arrive quand elle a été copiée ; nous l’avons donc annulée.
MAIL_REPLAYED_YOU = Si c’était vous, par exemple avec un profil de navigateur copié ou une sauvegarde restaurée, il suffit de vous reconnecter.
MAIL_REPLAYED_NOT_YOU = Sinon, quelqu’un a peut-être eu accès à votre compte. Changez votre mot de passe, déconnectez-vous partout et vérifiez que vos appareils ne contiennent pas de logiciel malveillant.
MAIL_ACCOUNT_LOCKED_SUBJECT = Votre compte est verrouillé pour le moment
MAIL_ACCOUNT_LOCKED_TEXT = Il y a eu trop de mots de passe ou de codes erronés pour votre compte ; nous l’avons donc verrouillé.
MAIL_ACCOUNT_LOCKED_WITHIN = Il se déverrouille de lui-même après { $within }.
MAIL_ACCOUNT_LOCKED_LINK = Si c’était vous, vous pouvez le déverrouiller tout de suite :
MAIL_ACCOUNT_LOCKED_BUTTON = Déverrouiller mon compte
MAIL_ACCOUNT_LOCKED_NOT_YOU = Sinon, quelqu’un essaie d’entrer. Cela n’a pas réussi et vous n’avez rien à faire. Si vous utilisez aussi votre mot de passe ailleurs, c’est le bon moment pour le changer.
MAIL_LINK_WITHIN = Le lien sert une seule fois, pendant { $within }.
MAIL_CONFIRM_SUBJECT = Confirmez votre adresse e-mail
MAIL_CONFIRM_TEXT = L’adresse { $email } est-elle la vôtre ? Ouvrez ce lien pour la confirmer.
MAIL_CONFIRM_BUTTON = Confirmer mon adresse
MAIL_CONFIRM_NOT_YOU = Si vous n’avez pas demandé cet e-mail, vous pouvez l’ignorer : rien n’est confirmé sans le lien.
MAIL_RESET_SUBJECT = Définir un nouveau mot de passe
MAIL_RESET_TEXT = Quelqu’un, sans doute vous, veut définir un nouveau mot de passe pour votre compte. Ce lien mène à la page prévue pour cela. Il sert une seule fois, pendant { $within } :
MAIL_RESET_BUTTON = Définir un nouveau mot de passe
MAIL_RESET_NOT_YOU = Si ce n’était pas vous, vous pouvez supprimer cet e-mail : votre mot de passe reste le même.
MAIL_RESET_NOTICE_SUBJECT = Votre mot de passe a été réinitialisé
MAIL_RESET_NOTICE_TEXT = Un nouveau mot de passe a été défini pour votre compte, par un lien que nous avions envoyé à cette adresse. Votre session est fermée sur tous les appareils.
MAIL_CHANGE_NOTICE_SUBJECT = Votre mot de passe a été changé
MAIL_CHANGE_NOTICE_TEXT = Le mot de passe de votre compte a été changé. Tous les autres appareils sont déconnectés.
MAIL_PASSWORD_NOT_YOU = Si ce n’était pas vous, quelqu’un a accès à votre compte. Définissez tout de suite un nouveau mot de passe et assurez-vous que personne d’autre ne peut lire vos e-mails.
MAIL_LOGIN_SUBJECT = Votre lien de connexion
MAIL_LOGIN_TEXT = Avec ce lien, vous vous connectez à votre compte. Il sert une seule fois, pendant { $within } :
MAIL_LOGIN_BUTTON = Se connecter
MAIL_LOGIN_NOT_YOU = Ne le transmettez à personne : quiconque a le lien est connecté. Si vous ne l’avez pas demandé, vous pouvez supprimer cet e-mail.
MAIL_CHANGE_EMAIL_SUBJECT = Confirmez votre nouvelle adresse e-mail
MAIL_CHANGE_EMAIL_TEXT = Le compte { $email } doit utiliser désormais cette adresse e-mail. Si c’est ce que vous voulez, ouvrez ce lien :
MAIL_CHANGE_EMAIL_BUTTON = Utiliser cette adresse
MAIL_CHANGE_EMAIL_WITHIN = Le lien est valable { $within }. Voici d’où vient la demande :
MAIL_CHANGE_EMAIL_NOT_YOU = Si vous ne connaissez pas ce compte, vous n’avez rien à faire : sans le lien, rien ne change.
MAIL_CHANGE_EMAIL_DONE_SUBJECT = L’adresse e-mail de votre compte a été changée
MAIL_CHANGE_EMAIL_DONE_TEXT = Votre compte utilise maintenant une autre adresse e-mail : { $email }. Nous n’enverrons plus rien à celle-ci.
MAIL_CHANGE_EMAIL_DONE_YOU = Si c’était vous, vous n’avez rien à faire.
MAIL_CHANGE_EMAIL_DONE_NOT_YOU = Sinon, quelqu’un a accès à votre compte. Annulez le changement maintenant : votre compte reprend cette adresse et toutes les sessions sont fermées. Le lien est valable { $within }.
MAIL_CHANGE_EMAIL_DONE_BUTTON = Annuler le changement
MAIL_CHANGE_EMAIL_UNDONE_SUBJECT = Votre compte a retrouvé son adresse e-mail
MAIL_CHANGE_EMAIL_UNDONE_TEXT = Le changement vers { $email } a été annulé. Votre compte utilise de nouveau cette adresse-ci et il est déconnecté partout.
MAIL_CHANGE_EMAIL_UNDONE_RESET = La personne qui a changé l’adresse connaît peut-être votre mot de passe. Définissez-en un nouveau maintenant ; le lien est valable { $within }.
MAIL_CHANGE_EMAIL_UNDONE_BUTTON = Définir un nouveau mot de passe
MAIL_CHANGE_EMAIL_UNDONE_NO_RESET = La personne qui a changé l’adresse connaît peut-être votre mot de passe. Connectez-vous et définissez-en un nouveau maintenant. Si votre mot de passe ne fonctionne plus, écrivez aux responsables de ce site.
MAIL_CHANGE_EMAIL_TAKEN_BACK_SUBJECT = Cette adresse e-mail n’appartient plus au compte
MAIL_CHANGE_EMAIL_TAKEN_BACK_TEXT = La personne à qui appartient l’adresse précédente a annulé le changement. Le compte n’utilise plus cette adresse-ci et il est déconnecté partout.
MAIL_CHANGE_EMAIL_TAKEN_BACK_YOU = Si le compte est le vôtre, regardez les e-mails envoyés à votre ancienne adresse : ils expliquent la suite.
MAIL_CHANGE_USERNAME_SUBJECT = Votre nom d’utilisateur a été changé
MAIL_CHANGE_USERNAME_TEXT = Votre nom d’utilisateur est maintenant { $username }.
MAIL_CHANGE_USERNAME_NONE = Votre compte n’a plus de nom d’utilisateur. Connectez-vous avec votre adresse e-mail.
MAIL_CHANGE_USERNAME_NOT_YOU = Si ce n’était pas vous, quelqu’un a accès à votre compte. Changez votre mot de passe et déconnectez-vous partout.
MAIL_USERNAME_RECOVERY_SUBJECT = Votre nom d’utilisateur
MAIL_USERNAME_RECOVERY_TEXT = Voici votre nom d’utilisateur :
MAIL_USERNAME_RECOVERY_NONE = Votre compte n’a pas de nom d’utilisateur. Connectez-vous avec votre adresse e-mail, { $email }.
MAIL_USERNAME_RECOVERY_NOT_YOU = Si vous ne l’avez pas demandé, vous pouvez ignorer cet e-mail : personne d’autre ne l’a reçu.
MAIL_WELCOME_SUBJECT = Bienvenue
MAIL_WELCOME_READY = Votre compte est prêt. Nous nous réjouissons de vous accueillir !
MAIL_WELCOME_CONFIRM = Nous nous réjouissons de vous accueillir ! Encore une étape : ouvrez ce lien pour confirmer que l’adresse est la vôtre.
MAIL_WELCOME_NOT_YOU = Si vous n’avez pas créé de compte ici, quelqu’un d’autre a saisi votre adresse, peut-être par erreur. Vous pouvez ignorer cet e-mail.
MAIL_EXISTING_SUBJECT = Vous avez déjà un compte
MAIL_EXISTING_TEXT = Quelqu’un, sans doute vous, a essayé de créer un compte avec cette adresse. Elle appartient déjà à votre compte, et rien n’a été modifié.
MAIL_EXISTING_USERNAME = Votre nom d’utilisateur est { $username }.
MAIL_EXISTING_CONFIRM = Votre adresse n’est pas encore confirmée. Ouvrez ce lien pour le faire :
MAIL_EXISTING_RESET = Mot de passe oublié ? Ouvrez ce lien pour en définir un nouveau :
MAIL_EXISTING_RESET_BUTTON = Définir un nouveau mot de passe
MAIL_EXISTING_RECOVERY = Quand ce lien sera trop ancien, demandez-en un autre ici :
MAIL_EXISTING_NOT_YOU = Si ce n’était pas vous, vous pouvez ignorer cet e-mail : personne n’a eu accès à votre compte.
MAIL_USERNAME_TAKEN_SUBJECT = Choisissez un autre nom d’utilisateur
MAIL_USERNAME_TAKEN_TEXT = Quelqu’un, sans doute vous, a essayé de créer un compte ici sous le nom { $username } avec l’adresse { $email }. Un autre compte a déjà ce nom d’utilisateur, donc rien n’a été créé. Recommencez avec un autre nom.
MAIL_ACCOUNT_CLOSED_SUBJECT = Votre compte est fermé
MAIL_ACCOUNT_CLOSED_TEXT = Votre compte est fermé et déconnecté partout. Il sera définitivement supprimé le { $date }.
MAIL_ACCOUNT_CLOSED_LINK = Si vous changez d’avis, vous pouvez le garder. Le lien est valable { $within } :
MAIL_ACCOUNT_CLOSED_BUTTON = Garder mon compte
MAIL_ACCOUNT_CLOSED_NOT_YOU = Si ce n’était pas vous, gardez votre compte dès maintenant et changez votre mot de passe.
MAIL_TEST_SUBJECT = Un e-mail de test
MAIL_TEST_TEXT = Si vous pouvez lire ceci, l’envoi d’e-mails fonctionne.
