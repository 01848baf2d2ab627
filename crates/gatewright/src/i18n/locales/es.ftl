# Español. Las claves en mayúsculas son las mismas que en inglés.

## Cuentas: direcciones y confirmación

ALREADY_CONFIRMED = No queda nada por hacer: esta dirección de correo ya está confirmada.
CONFIRMATION_EXPIRED = Este enlace era válido durante { $within } y ya no funciona. Pide uno nuevo.
CONFIRMATION_REQUEST = Hemos enviado un correo a { $email }. Abre el enlace que contiene para confirmar la dirección.
CONFIRMATION_REQUIRED = Confirma primero tu dirección de correo; el enlace está en el correo que te enviamos.
CONFIRM_REGISTRATION = ¡Hola! Falta un paso: abre el enlace del correo que hemos enviado a { $email }.
EMAIL_CONFIRMED = Tu dirección de correo ya está confirmada. ¡Gracias!
INVALID_CONFIRMATION_TOKEN = Este enlace de confirmación no funciona. Pide uno nuevo.
CHANGE_EMAIL_CONFIRMED = Listo: tu cuenta usa ahora la nueva dirección de correo.
CHANGE_EMAIL_EXPIRED = Este enlace era válido durante { $within } y ya no funciona. Empieza de nuevo el cambio de dirección.
CHANGE_EMAIL_SENT = Hemos enviado un correo a { $email }. Abre el enlace que contiene para completar el cambio.
EMAIL_ALREADY_ASSOCIATED = Ya existe una cuenta con la dirección { $email }. Inicia sesión en ella o usa otra dirección.
EMAIL_NOT_PROVIDED = Escribe tu dirección de correo.
INVALID_EMAIL_ADDRESS = Esto no parece una dirección de correo. Debería ser como nombre@example.com.
DISABLED_ACCOUNT = Esta cuenta está desactivada. Consulta con la administración del sitio.
USER_DOES_NOT_EXIST = No conocemos esta cuenta. Revisa lo que has escrito.

## Iniciar sesión

ANONYMOUS_USER_REQUIRED = Ya has iniciado sesión; ciérrala primero si quieres hacer esto.
API_ERROR = No podemos leer este valor. Revisa la solicitud.
FORGOT_PASSWORD = ¿Has olvidado la contraseña?
GENERIC_AUTHN_FAILED = No ha funcionado. Revisa lo que has escrito e inténtalo de nuevo.
GENERIC_RECOVERY = Si conocemos esta cuenta, va en camino un correo con los próximos pasos.
GENERIC_US_SIGNIN = Si conocemos esta cuenta, va en camino un código.
IDENTITY_ALREADY_ASSOCIATED = Otra cuenta ya usa { $value } ({ $attr }).
IDENTITY_NOT_REGISTERED = Aquí ninguna cuenta corresponde a { $id }. Crea primero una cuenta.
INVALID_LOGIN_TOKEN = Este enlace para iniciar sesión no funciona. Pide uno nuevo.
INVALID_REDIRECT = No podemos llevarte a esa dirección: no forma parte de este sitio.
LOGIN = Inicia sesión para ver esta página.
LOGIN_EMAIL_SENT = Hemos enviado un correo a { $email }. Abre el enlace que contiene para iniciar sesión.
LOGIN_EXPIRED = Este enlace para iniciar sesión era válido durante { $within } y ya no funciona. Hemos enviado uno nuevo a { $email }.
PASSWORDLESS_LOGIN_SUCCESSFUL = Hola, has iniciado sesión.
OAUTH_HANDSHAKE_ERROR = El otro servicio no te ha dejado entrar ({ $exerror }: { $exdesc }). Inténtalo de nuevo.
REAUTHENTICATION_REQUIRED = Por seguridad, confirma una vez más que eres tú.
REAUTHENTICATION_SUCCESSFUL = Gracias, sabemos que eres tú.
REFRESH = Vuelve a iniciar sesión para ver esta página.
REFRESH_TOKEN_INVALID = Este token de renovación no se acepta ({ $reason }). Inicia sesión para obtener uno nuevo.
UNAUTHENTICATED = A esto solo se accede con la sesión iniciada. Inicia sesión.
UNAUTHORIZED = Tu cuenta no tiene permiso para esto.

## Contraseñas

INVALID_PASSWORD = Esta contraseña no es correcta.
INVALID_RESET_PASSWORD_TOKEN = Este enlace no funciona o ya se ha usado. Pide uno nuevo.
PASSWORD_BREACHED = Esta contraseña está en una lista de contraseñas robadas. Elige otra.
PASSWORD_BREACHED_SITE_ERROR = No hemos podido comprobar si esta contraseña ha sido robada. Inténtalo más tarde.
PASSWORD_CHANGE = Tu nueva contraseña ya está activa.
PASSWORD_INVALID_LENGTH = Una contraseña necesita entre { $length } y 128 caracteres.
PASSWORD_IS_THE_SAME = Esta es la contraseña que tienes ahora. Elige otra.
PASSWORD_MISMATCH = Has escrito dos contraseñas distintas.
PASSWORD_NOT_PROVIDED = Escribe una contraseña.
PASSWORD_RESET = Tu nueva contraseña ya está activa y has iniciado sesión.
PASSWORD_RESET_EXPIRED = Este enlace era válido durante { $within } y ya no funciona. Pide uno nuevo.
PASSWORD_RESET_NO_LOGIN = Tu nueva contraseña ya está activa. Inicia sesión con ella.
PASSWORD_RESET_REQUEST = Si { $email } pertenece a una cuenta, hemos enviado allí un correo. Explica cómo poner una contraseña nueva.
PASSWORD_TOO_SIMPLE = Esta contraseña es fácil de adivinar. Con unas cuantas palabras poco comunes más, será segura.
PASSWORD_WEAK_CONTEXT = Esta contraseña se compone de tus nombres o de los de este sitio. Es lo primero que probarían otros.
PASSWORD_WEAK_KEY_ROW = Las teclas contiguas son fáciles de adivinar.
PASSWORD_WEAK_KEY_PATTERN = Un dibujo corto en el teclado es fácil de adivinar.
PASSWORD_WEAK_REPEATED_CHARACTER = El mismo carácter una y otra vez es fácil de adivinar.
PASSWORD_WEAK_REPEATED_PART = El mismo trozo una y otra vez es apenas más difícil de adivinar que el trozo solo.
PASSWORD_WEAK_TOP_10 = Casi ninguna contraseña se usa más que esta.
PASSWORD_WEAK_TOP_100 = Esta es una de las cien contraseñas más usadas.
PASSWORD_WEAK_COMMON = Mucha gente usa esta contraseña, así que es de las primeras que se prueban.
PASSWORD_WEAK_SIMILAR = Esta contraseña se parece mucho a otra que usa mucha gente.
PASSWORD_WEAK_SEQUENCE = Las letras o cifras en orden son fáciles de adivinar.
PASSWORD_WEAK_YEAR = Un año es fácil de adivinar.
PASSWORD_WEAK_WORD = Una sola palabra es fácil de adivinar.
PASSWORD_WEAK_DATE = Una fecha es fácil de adivinar.
PASSWORD_WEAK_NAME = Un nombre solo es fácil de adivinar.
PASSWORD_WEAK_NAMES = Los nombres comunes son fáciles de adivinar.
PASSWORD_ADVICE_FEW_WORDS = Usa varias palabras que no tengan relación entre sí.
PASSWORD_ADVICE_NO_SIGNS = Los signos, las cifras y las mayúsculas no hacen falta.
PASSWORD_ADVICE_MORE_WORDS = Con una o dos palabras poco comunes más, será segura.
PASSWORD_ADVICE_CAPITAL = Una mayúscula al principio ayuda poco.
PASSWORD_ADVICE_CAPITALS = Escribirlo todo en mayúsculas ayuda poco.
PASSWORD_ADVICE_REVERSED = Escribir las palabras al revés ayuda poco.
PASSWORD_ADVICE_SWAPS = Cambiar letras por signos, como @ por a, ayuda poco.
PASSWORD_ADVICE_KEY_PATTERN = Un dibujo en el teclado debe ser más largo y cambiar más veces de dirección.
PASSWORD_ADVICE_NO_REPEATS = No repitas palabras ni caracteres.
PASSWORD_ADVICE_NO_SEQUENCES = Evita las letras y cifras en orden.
PASSWORD_ADVICE_NO_RECENT_YEARS = Evita los años recientes.
PASSWORD_ADVICE_NO_OWN_YEARS = Evita los años que tengan que ver contigo.
PASSWORD_ADVICE_NO_OWN_DATES = Evita las fechas que tengan que ver contigo.
RETYPE_PASSWORD_MISMATCH = Las dos contraseñas son distintas. Escribe la misma dos veces.

## Nombres y números

INVALID_INPUT = Hay caracteres que no podemos aceptar. Quita las etiquetas y los signos como < y &.
INVALID_INPUT_LENGTH = Es demasiado largo; el máximo es de { $length } caracteres.
PHONE_INVALID = Este número de teléfono no es válido. Escríbelo con el prefijo del país, como +34 600 000 000.
USERNAME_ALREADY_ASSOCIATED = El nombre de usuario { $username } está ocupado. Elige otro.
USERNAME_CHANGE = Tu nuevo nombre de usuario ya está activo.
USERNAME_DISALLOWED_CHARACTERS = Un nombre de usuario solo puede tener letras y cifras.
USERNAME_INVALID_LENGTH = Un nombre de usuario necesita entre { $min } y { $max } caracteres.
USERNAME_NOT_PROVIDED = Escribe un nombre de usuario.
USERNAME_RECOVERY_REQUEST = Si conocemos esta dirección, va en camino un correo con tu nombre de usuario.

## Códigos y segundos factores

CODE_HAS_BEEN_SENT = Te hemos enviado un código.
FAILED_TO_SEND_CODE = No hemos podido enviar el código. Inténtalo más tarde.
INVALID_CODE = El código de este enlace no es correcto. Pide uno nuevo.
INVALID_PASSWORD_CODE = Ni la contraseña ni el código son correctos.
INVALID_RECOVERY_CODE = Este código de recuperación no es correcto o ya se ha usado.
NO_RECOVERY_CODES_SETUP = Todavía no tienes códigos de recuperación.
TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL = Tu segundo factor está configurado.
TWO_FACTOR_DISABLED = Tu segundo factor está desactivado.
TWO_FACTOR_INVALID_TOKEN = Este código no es correcto. Revísalo o pide uno nuevo.
TWO_FACTOR_LOGIN_SUCCESSFUL = El código es correcto. ¡Hola!
TWO_FACTOR_METHOD_NOT_AVAILABLE = Este segundo factor no se puede elegir aquí.
TWO_FACTOR_PERMISSION_DENIED = Inicia sesión primero; el segundo factor viene después.
TWO_FACTOR_SETUP_EXPIRED = Tenías { $within } para terminar. Empieza de nuevo la configuración.
USE_CODE = Tu código para iniciar sesión es { $code }. Nadie de nuestro equipo te lo pedirá nunca.
US_CURRENT_METHODS = Puedes iniciar sesión con: { $method_list }.
US_METHOD_NOT_AVAILABLE = No puedes iniciar sesión de esta forma; no está configurada.
US_SETUP_EXPIRED = Tenías { $within } para terminar. Empieza de nuevo la configuración.
US_SETUP_SUCCESSFUL = Esta forma de iniciar sesión está configurada.
US_SPECIFY_IDENTITY = No conocemos esta cuenta. Revisa lo que has escrito.

## Llaves de acceso

WEBAUTHN_CREDENTIAL_DELETED = La llave de acceso «{ $name }» se ha eliminado.
WEBAUTHN_CREDENTIAL_ID_INUSE = Esta llave de acceso ya está registrada.
WEBAUTHN_CREDENTIAL_WRONG_USAGE = Esta llave de acceso está registrada para otro paso del inicio de sesión.
WEBAUTHN_EXPIRED = Tenías { $within } para usar tu llave de acceso. Inténtalo de nuevo.
WEBAUTHN_MISMATCH_USER_HANDLE = Esta llave de acceso pertenece a otra cuenta.
WEBAUTHN_NAME_DISALLOWED_CHARACTERS = El nombre solo puede tener letras, cifras, espacios, guiones y guiones bajos.
WEBAUTHN_NAME_INUSE = Ya tienes una llave de acceso llamada «{ $name }».
WEBAUTHN_NAME_NOT_FOUND = No tienes ninguna llave de acceso llamada «{ $name }».
WEBAUTHN_NAME_REQUIRED = Ponle un nombre a la llave de acceso.
WEBAUTHN_NO_VERIFY = La llave de acceso no se ha aceptado ({ $cause }). Inténtalo de nuevo.
WEBAUTHN_ORPHAN_CREDENTIAL_ID = La cuenta de esta llave de acceso ya no existe.
WEBAUTHN_REGISTER_SUCCESSFUL = La llave de acceso «{ $name }» está lista para usarse.
WEBAUTHN_UNKNOWN_CREDENTIAL_ID = No conocemos esta llave de acceso.

## Solicitudes: lo que los programas comparan palabra por palabra queda en inglés

LITERAL = { $text }
REGISTRATION_SENT = Si esta dirección es nueva aquí, su cuenta está lista: inicia sesión ahora.
FIRST_ADMINISTRATOR_READY = Ahora administras este sitio.
ACCOUNT_UNLOCKED = Tu cuenta está desbloqueada. Puedes volver a iniciar sesión.
CHANGE_EMAIL_UNDONE = Tu cuenta vuelve a usar { $email } y la sesión está cerrada en todas partes. Los próximos pasos están en el correo que te hemos enviado.
CHANGE_EMAIL_UNDO_EXPIRED = Este enlace era válido durante { $within } y ya no funciona. Escribe a quienes llevan este sitio.
CHANGE_EMAIL_UNDO_INVALID = Este enlace no funciona o el cambio ya se ha deshecho.
CHANGE_EMAIL_UNDO_TAKEN = Entretanto otra cuenta usa { $email }, así que no podemos devolverla a la tuya. Escribe a quienes llevan este sitio.
ACCOUNT_CLOSED = Tu cuenta está cerrada y se eliminará dentro de { $within }. Si cambias de idea, abre el enlace del correo que te hemos enviado.
ACCOUNT_REOPENED = Tu cuenta vuelve a estar abierta. Inicia sesión para continuar.
ACCOUNT_REOPEN_INVALID = Este enlace no funciona o la cuenta ya está abierta.
ACCOUNT_LAST_ADMINISTRATOR = Nadie más administra este sitio. Dale ese rol a otra persona antes de cerrar tu cuenta.
VISIT_FIRST = Echa primero un vistazo a esta página.
SESSION_REVOKED = La sesión de ese dispositivo está cerrada.
SESSION_GONE = La sesión de ese dispositivo ya estaba cerrada.
SESSIONS_OTHERS_REVOKED = Has cerrado la sesión en todas partes menos aquí.
SESSIONS_ALL_REVOKED = Has cerrado la sesión en todas partes. Inicia sesión de nuevo para continuar.
CSRF_TOKEN_MISSING = The CSRF token is missing.
CSRF_SESSION_TOKEN_MISSING = The CSRF session token is missing.
CSRF_TOKEN_EXPIRED = The CSRF token has expired.
CSRF_TOKEN_INVALID = The CSRF token is invalid.
CSRF_TOKEN_MISMATCH = The CSRF tokens do not match.
CSRF_REFERRER_MISSING = The referrer header is missing.
CSRF_REFERRER_MISMATCH = The referrer does not match the host.
CSRF_ORIGIN_MISMATCH = The request comes from another site.
FIELD_REQUIRED = Rellena este campo.
CHOICE_INVALID = Elige una de las opciones ofrecidas.

## Plazos y listas

DURATION_YEARS = { $count ->
    [one] { $count } año
   *[other] { $count } años
}
DURATION_MONTHS = { $count ->
    [one] { $count } mes
   *[other] { $count } meses
}
DURATION_DAYS = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
DURATION_HOURS = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
DURATION_MINUTES = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
DURATION_SECONDS = { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}
DURATION_AND = { $first } y { $last }
DURATION_COMMA = { $first }, { $last }
LIST_COMMA = { $first }, { $last }
LIST_END = { $first } y { $last }

## Lo que tiene cada página

PAGE_LANGUAGE = es
LANGUAGE_NAME = Español
SITE_NAME = Gatewright
NAV_HOME = Inicio
NAV_LOGIN = Iniciar sesión
NAV_LOGOUT = Cerrar sesión
NAV_REGISTER = Crear una cuenta
NAV_FORGOT_PASSWORD = ¿Has olvidado la contraseña?
NAV_CONFIRM = Reenviar el correo de confirmación
NAV_RECOVER_USERNAME = ¿Has olvidado tu nombre de usuario?
NAV_CHANGE_PASSWORD = Cambiar la contraseña
NAV_CHANGE_EMAIL = Cambiar la dirección de correo
NAV_CHANGE_USERNAME = Cambiar el nombre de usuario
NAV_SESSIONS = Tus dispositivos
NAV_ACCOUNT = Cuenta
NAV_LANGUAGE = Idioma
NAV_BACK = Volver
NAV_MENU = Tu cuenta
NAV_SKIP = Ir al contenido
LANGUAGE_TITLE = Elige tu idioma
FLASH_TITLE = Mensajes
ERRORS_TITLE = Corrige lo siguiente:

## Campos

FIELD_EMAIL = Correo electrónico
FIELD_EMAIL_NEW = Nuevo correo electrónico
FIELD_IDENTITY = Correo electrónico o nombre de usuario
FIELD_USERNAME = Nombre de usuario
FIELD_USERNAME_NEW = Nuevo nombre de usuario
FIELD_PASSWORD = Contraseña
FIELD_PASSWORD_NOW = Contraseña actual
FIELD_PASSWORD_NEW = Nueva contraseña
FIELD_PASSWORD_AGAIN = La misma contraseña otra vez
FIELD_PASSWORD_OPTIONAL = Contraseña (puede quedar vacía)
FIELD_PASSWORD_OR_CODE = Contraseña o código
FIELD_REMEMBER = Mantener la sesión iniciada en este dispositivo
FIELD_PHONE = Número de teléfono
FIELD_CODE = Código
FIELD_OPTIONAL = opcional
FIELD_ROLES = Roles
PASSWORD_HINT = Varias palabras poco comunes se recuerdan mejor que los signos.

## Página: iniciar sesión

LOGIN_TITLE = Iniciar sesión
LOGIN_SUBMIT = Iniciar sesión
LOGIN_EITHER = Tu correo electrónico o tu nombre de usuario: basta con uno de los dos.
LOGIN_NEW_HERE = ¿Es tu primera vez aquí?
LOGIN_OTHER_WAYS = Otras formas de iniciar sesión
LOGIN_WITH = Iniciar sesión con { $provider }

## Página: contraseña olvidada

FORGOT_PASSWORD_TITLE = ¿Has olvidado la contraseña?
FORGOT_PASSWORD_TEXT = Escribe tu dirección de correo. Te enviaremos un enlace con el que puedes poner una contraseña nueva.
FORGOT_PASSWORD_SUBMIT = Enviar el enlace

## Página: una contraseña nueva en lugar de la olvidada

RESET_PASSWORD_TITLE = Poner una contraseña nueva
RESET_PASSWORD_TEXT = Se cerrará tu sesión en todos los dispositivos.
RESET_PASSWORD_SUBMIT = Poner la contraseña

## Página: cambiar la contraseña

CHANGE_PASSWORD_TITLE = Cambiar la contraseña
CHANGE_PASSWORD_TEXT = Tu sesión sigue abierta aquí y se cerrará en todos los demás dispositivos.
CHANGE_PASSWORD_FIRST = Tu cuenta todavía no tiene contraseña.
CHANGE_PASSWORD_SUBMIT = Cambiar la contraseña

## Página: un enlace para iniciar sesión

SEND_LOGIN_TEXT = Escribe tu dirección de correo. Te enviaremos un enlace con el que inicias sesión.
SEND_LOGIN_SUBMIT = Enviar el enlace
LOGIN_LINK_TITLE = Iniciar sesión
LOGIN_LINK_TEXT = Vas a iniciar sesión como { $email }.
LOGIN_LINK_SUBMIT = Iniciar sesión
LOGIN_LINK_EXPIRED_TITLE = Este enlace es demasiado antiguo
LOGIN_LINK_EXPIRED_TEXT = Ya no sirve para iniciar sesión. Podemos enviar uno nuevo a { $email }.
LOGIN_LINK_EXPIRED_SUBMIT = Enviar un enlace nuevo

## Página: cerrar sesión

LOGOUT_TITLE = Cerrar sesión
LOGOUT_TEXT = ¿Quieres cerrar la sesión en este dispositivo?
LOGOUT_SUBMIT = Cerrar sesión
LOGOUT_STAY = Seguir con la sesión iniciada

## Página: sigues siendo tú

VERIFY_TITLE = Confirma que eres tú
VERIFY_TEXT = Lo que sigue es delicado. Escribe tu contraseña una vez más para continuar.
VERIFY_SUBMIT = Continuar

## Página: las sesiones propias

SESSIONS_TITLE = Tus dispositivos
SESSIONS_TEXT = Tu cuenta tiene la sesión iniciada aquí. ¿Hay un dispositivo que no conoces? Cierra su sesión y cambia tu contraseña.
SESSIONS_CURRENT = este dispositivo
SESSIONS_UNKNOWN = Dispositivo desconocido
SESSIONS_SEEN = Último uso
SESSIONS_NOW = ahora mismo
SESSIONS_AGO = hace { $span }
SESSIONS_ADDRESS = Dirección IP
SESSIONS_BEGAN = Inicio de sesión
SESSIONS_ENDS = Termina si no se usa
SESSIONS_REMEMBERED = mantiene la sesión iniciada
SESSIONS_REVOKE = Cerrar sesión
SESSIONS_REVOKE_LABEL = Cerrar sesión: { $device }, { $address }, { $seen }
SESSIONS_NONE = Ningún dispositivo ha iniciado sesión en una página; puede que lo hayan hecho aplicaciones, con tokens.
SESSIONS_OTHERS_TITLE = Cerrar sesiones de una vez
SESSIONS_OTHERS_TEXT = Esto también pone fin a las aplicaciones que usan tu cuenta y a los enlaces de los correos que te hemos enviado.
SESSIONS_OTHERS = Cerrar sesión en todos los demás dispositivos
SESSIONS_ALL = Cerrar sesión en todas partes, también aquí

## Página: otra dirección de correo

CHANGE_EMAIL_TITLE = Cambiar la dirección de correo
CHANGE_EMAIL_NOW = Tu cuenta usa ahora esta dirección:
CHANGE_EMAIL_TEXT = Enviaremos un enlace a la nueva dirección. El cambio se completa cuando lo abras, en un plazo de { $within }.
CHANGE_EMAIL_SUBMIT = Enviar el enlace
CHANGE_EMAIL_ASK_TITLE = ¿Usar esta dirección?
CHANGE_EMAIL_ASK_TEXT = Desde ese momento tu cuenta usa { $email }. Con ella inicias sesión y allí llegan nuestros correos.
CHANGE_EMAIL_ASK_SUBMIT = Usar esta dirección
UNDO_EMAIL_TITLE = ¿Deshacer el cambio?
UNDO_EMAIL_TEXT = Tu cuenta volverá a usar { $email } y la sesión se cerrará en todas partes. Después te diremos por correo qué hacer.
UNDO_EMAIL_SUBMIT = Deshacer el cambio

## Página: otro nombre de usuario

CHANGE_USERNAME_TITLE = Cambiar el nombre de usuario
CHANGE_USERNAME_NOW = Tu nombre de usuario es:
CHANGE_USERNAME_NONE = Todavía no tienes nombre de usuario.
CHANGE_USERNAME_HINT = De { $min } a { $max } letras y cifras.
CHANGE_USERNAME_EMPTY = Déjalo vacío para no tener ninguno.
CHANGE_USERNAME_SUBMIT = Cambiar el nombre de usuario

## Página: nombre de usuario olvidado

RECOVER_USERNAME_TITLE = ¿Has olvidado tu nombre de usuario?
RECOVER_USERNAME_TEXT = Lo enviaremos a la dirección de correo de tu cuenta.
RECOVER_USERNAME_SUBMIT = Enviarme mi nombre de usuario

## Página: la cuenta propia

ACCOUNT_TITLE = Tu cuenta
ACCOUNT_CONFIRMED = confirmada
ACCOUNT_UNCONFIRMED = sin confirmar
ACCOUNT_SINCE = Cuenta desde
ACCOUNT_LAST_LOGIN = Inicio de sesión anterior
ACCOUNT_EMAIL_TITLE = Correo electrónico
ACCOUNT_USERNAME_TITLE = Nombre de usuario
ACCOUNT_PASSWORD_TITLE = Contraseña
ACCOUNT_PASSWORD_SET = Inicias sesión con una contraseña.
ACCOUNT_PASSWORD_NONE = No tienes contraseña.
ACCOUNT_SESSIONS_TEXT = Mira dónde tienes la sesión iniciada y ciérrala en los dispositivos que quieras.
ACCOUNT_SESSIONS_LINK = Ver tus dispositivos
ACCOUNT_CONFIRM_TITLE = Tu dirección no está confirmada
ACCOUNT_CONFIRM_TEXT = Abre el enlace del correo que hemos enviado a { $email } o pide otro.
ACCOUNT_ACTIVITY_TITLE = Actividad reciente
ACCOUNT_ACTIVITY_TEXT = ¿Hay algo que no has hecho tú? Cambia tu contraseña y cierra la sesión en todos los demás dispositivos.
ACCOUNT_DATA_TITLE = Tus datos
ACCOUNT_DATA_TEXT = Guarda una copia de lo que tenemos registrado sobre ti o cierra tu cuenta.
ACCOUNT_DATA_LINK = Descargar tus datos
ACCOUNT_CLOSE_LINK = Cerrar tu cuenta
CLOSE_ACCOUNT_TITLE = ¿Cerrar tu cuenta?
CLOSE_ACCOUNT_NOW = Tu sesión se cierra de inmediato en todas partes y ya nadie puede iniciarla.
CLOSE_ACCOUNT_LATER = Dentro de { $within } se eliminará tu cuenta con todo lo que le pertenece. Hasta entonces puedes volver a abrirla con un enlace que te enviamos; después nadie podrá recuperarla.
CLOSE_ACCOUNT_DATA = ¿Quieres guardar una copia de tus datos? Descárgala antes:
CLOSE_ACCOUNT_SUBMIT = Cerrar mi cuenta
CLOSE_ACCOUNT_STAY = Volver a tu cuenta
REOPEN_ACCOUNT_TITLE = ¿Conservar tu cuenta?
REOPEN_ACCOUNT_TEXT = La cuenta { $email } está cerrada. Si la conservas, no se elimina y puedes volver a iniciar sesión.
REOPEN_ACCOUNT_SUBMIT = Conservar mi cuenta
ACTIVITY_USER_AUTHENTICATED = Inicio de sesión
ACTIVITY_USER_FAILED_AUTHN = Contraseña o código incorrectos
ACTIVITY_PASSWORD_CHANGED = Contraseña cambiada
ACTIVITY_PASSWORD_RESET = Contraseña olvidada sustituida
ACTIVITY_CHANGE_EMAIL_CONFIRMED = Dirección de correo cambiada
ACTIVITY_EMAIL_CHANGE_UNDONE = Cambio de la dirección de correo deshecho
ACTIVITY_USERNAME_CHANGED = Nombre de usuario cambiado
ACTIVITY_ACCOUNT_LOCKED = Cuenta bloqueada
ACTIVITY_ACCOUNT_UNLOCKED = Cuenta desbloqueada
ACTIVITY_ACCOUNT_CLOSED = Cuenta cerrada
ACTIVITY_ACCOUNT_REOPENED = Cuenta abierta de nuevo
ACTIVITY_SESSION_REVOKED = Sesión de un dispositivo cerrada
ACTIVITY_SESSION_REPLAYED = Sesión copiada cerrada
ACTIVITY_USER_CONFIRMED = Dirección de correo confirmada
ACTIVITY_USER_REGISTERED = Cuenta creada
ACTIVITY_RESET_PASSWORD_INSTRUCTIONS_SENT = Enlace para una nueva contraseña solicitado
ACTIVITY_CHANGE_EMAIL_INSTRUCTIONS_SENT = Cambio de la dirección de correo solicitado
ACTIVITY_CONFIRM_INSTRUCTIONS_SENT = Enlace para confirmar la dirección de correo solicitado
ACTIVITY_LOGIN_INSTRUCTIONS_SENT = Enlace para iniciar sesión solicitado
ACTIVITY_USERNAME_RECOVERY_EMAIL_SENT = Nombre de usuario solicitado
ACTIVITY_USER_CREATED = Cuenta creada por la administración

## Página: crear una cuenta

REGISTER_TITLE = Crear una cuenta
REGISTER_SUBMIT = Crear la cuenta
REGISTER_HAVE_ACCOUNT = ¿Ya tienes una cuenta?
REGISTER_PASSWORD_HINT = Al menos { $length } caracteres. Varias palabras poco comunes se recuerdan mejor que los signos.

## Páginas: confirmar la dirección

SEND_CONFIRMATION_TITLE = Confirma tu dirección de correo
SEND_CONFIRMATION_TEXT = Te enviamos un correo con un enlace. Ábrelo y tu dirección queda confirmada.
SEND_CONFIRMATION_SUBMIT = Enviarme el correo
CONFIRM_EMAIL_TITLE = Confirma tu dirección de correo
CONFIRM_EMAIL_TEXT = ¿Es { $email } tu dirección? Pulsa el botón y queda confirmada.
CONFIRM_EMAIL_SUBMIT = Confirmar mi dirección

## Página: bienvenida

WELCOME_TITLE = Te damos la bienvenida
WELCOME_SIGNED_IN = Has iniciado sesión como { $name }.
WELCOME_SIGNED_OUT = No has iniciado sesión.
WELCOME_NO_ROLES = ninguno
WELCOME_NEXT_TITLE = Qué hacer ahora
WELCOME_NEXT_IN = Esta página de inicio viene con el servidor. Pon tu propia aplicación en su lugar e indica qué página necesita qué rol.
WELCOME_NEXT_OUT = Inicia sesión para ver tu cuenta.

## Página: la primera cuenta de administración

UNLOCK_TITLE = Desbloquear tu cuenta
UNLOCK_TEXT = Tu cuenta se bloqueó tras demasiadas contraseñas o códigos incorrectos. Aquí puedes ponerle fin.
UNLOCK_SUBMIT = Desbloquear mi cuenta
SETUP_TITLE = Crear la primera cuenta de administración
SETUP_TEXT = Este sitio aún no tiene cuentas. La que crees aquí podrá hacerlo todo.
SETUP_TOKEN = Clave de instalación
SETUP_TOKEN_HINT = Está en el registro que el servidor escribió al arrancar.
SETUP_TOKEN_WRONG = Esta clave de instalación no es correcta. Cópiala de nuevo del registro del servidor.
SETUP_SUBMIT = Crear la cuenta de administración
SETUP_DONE = La cuenta de administración ya existe. Inicia sesión para continuar.

## Páginas: algo va mal

ERROR_400_TITLE = No hemos podido leerlo
ERROR_400_TEXT = Vuelve atrás, recarga la página e inténtalo de nuevo.
ERROR_401_TITLE = Inicia sesión
ERROR_401_TEXT = A esta página solo se accede con la sesión iniciada.
ERROR_401_STALE_TEXT = Esta página requiere un inicio de sesión más reciente. Cierra la sesión, iníciala de nuevo y vuelve aquí.
ERROR_403_TITLE = Acceso no permitido
ERROR_403_TEXT = Si necesitas esta página, pide acceso a la administración del sitio.
ERROR_404_TITLE = Aquí no hay nada
ERROR_404_TEXT = Esta dirección no lleva a ninguna parte. Comprueba que esté bien escrita o empieza por la página de inicio.
ERROR_405_TITLE = Así no
ERROR_405_TEXT = Esta dirección existe, pero no para lo que has intentado. Empieza por la página de inicio.
ERROR_HOST_TEXT = Este sitio no se encuentra en esa dirección. Revisa la dirección en el navegador o avisa a quienes llevan el sitio.
ERROR_CROSS_SITE_TEXT = Esto lo ha enviado la página de otro sitio, así que no se ha hecho nada. Si era tu intención, abre este sitio en una pestaña nueva y hazlo allí.
ERROR_413_TITLE = Demasiado grande
ERROR_413_TEXT = Has enviado más de lo que aceptamos. Envía menos e inténtalo de nuevo.
ERROR_429_TITLE = Un poco más despacio, por favor
ERROR_429_TEXT = Ha habido demasiados intentos. Espera { $wait } e inténtalo de nuevo.
ERROR_500_TITLE = El error ha sido nuestro
ERROR_500_TEXT = Algo ha fallado por nuestra parte y ha quedado anotado en el registro. Inténtalo más tarde.
ERROR_503_TITLE = Mucha actividad
ERROR_503_TEXT = Ahora mismo hay más trabajo del que podemos atender. Inténtalo de nuevo dentro de { $wait }.
ERROR_CSRF_TITLE = Este formulario es demasiado antiguo
ERROR_CSRF_TEXT = Por tu seguridad, un formulario solo vale durante un tiempo. Envíalo de nuevo.

## Correos

MAIL_FOOTER = Este correo se ha enviado automáticamente; nadie lee las respuestas.
MAIL_LINK_HINT = Si el botón no funciona, copia esta dirección en tu navegador:
MAIL_UNKNOWN = desconocido
MAIL_SEEN_TIME = Hora
MAIL_SEEN_ADDRESS = Dirección IP
MAIL_SEEN_AGENT = Dispositivo
MAIL_SESSION_REPLAYED_SUBJECT = Hemos cerrado una sesión de tu cuenta
MAIL_SESSION_REPLAYED_TEXT = Alguien ha usado una clave de tu sesión que ya no era válida. Eso ocurre si la sesión se ha copiado a otro dispositivo, así que la hemos cerrado.
MAIL_REFRESH_REPLAYED_SUBJECT = Hemos desconectado una aplicación de tu cuenta
MAIL_REFRESH_REPLAYED_TEXT = Una clave con la que una aplicación sigue conectada a tu cuenta se ha usado dos veces. Eso ocurre si se ha copiado, así que la hemos anulado.
MAIL_REPLAYED_YOU = Si has sido tú, por ejemplo con un perfil de navegador copiado o una copia de seguridad restaurada, basta con que inicies sesión de nuevo.
MAIL_REPLAYED_NOT_YOU = Si no, puede que alguien haya tenido acceso a tu cuenta. Cambia tu contraseña, cierra la sesión en todas partes y comprueba que no haya programas maliciosos en tus dispositivos.
MAIL_ACCOUNT_LOCKED_SUBJECT = Tu cuenta está bloqueada por ahora
MAIL_ACCOUNT_LOCKED_TEXT = Ha habido demasiadas contraseñas o códigos incorrectos para tu cuenta, así que la hemos bloqueado.
MAIL_ACCOUNT_LOCKED_WITHIN = Se desbloquea por sí sola después de { $within }.
MAIL_ACCOUNT_LOCKED_LINK = Si has sido tú, puedes desbloquearla ahora mismo:
MAIL_ACCOUNT_LOCKED_BUTTON = Desbloquear mi cuenta
MAIL_ACCOUNT_LOCKED_NOT_YOU = Si no, alguien está intentando entrar. No lo ha conseguido y no tienes que hacer nada. Si usas tu contraseña también en otros sitios, es un buen momento para cambiarla.
MAIL_LINK_WITHIN = El enlace sirve una sola vez, durante { $within }.
MAIL_CONFIRM_SUBJECT = Confirma tu dirección de correo
MAIL_CONFIRM_TEXT = ¿Es { $email } tu dirección? Abre este enlace para confirmarla.
MAIL_CONFIRM_BUTTON = Confirmar mi dirección
MAIL_CONFIRM_NOT_YOU = Si no has pedido este correo, puedes ignorarlo: sin el enlace no se confirma nada.
MAIL_RESET_SUBJECT = Pon una contraseña nueva
MAIL_RESET_TEXT = Alguien, probablemente tú, quiere poner una contraseña nueva a tu cuenta. Este enlace lleva a la página para hacerlo. Sirve una sola vez, durante { $within }:
MAIL_RESET_BUTTON = Poner una contraseña nueva
MAIL_RESET_NOT_YOU = Si no has sido tú, puedes borrar este correo: tu contraseña sigue igual.
MAIL_RESET_NOTICE_SUBJECT = Tu contraseña se ha restablecido
MAIL_RESET_NOTICE_TEXT = Se ha puesto una contraseña nueva a tu cuenta, mediante un enlace que habíamos enviado a esta dirección. Tu sesión está cerrada en todos los dispositivos.
MAIL_CHANGE_NOTICE_SUBJECT = Tu contraseña ha cambiado
MAIL_CHANGE_NOTICE_TEXT = Se ha cambiado la contraseña de tu cuenta. En todos los demás dispositivos se ha cerrado la sesión.
MAIL_PASSWORD_NOT_YOU = Si no has sido tú, alguien tiene acceso a tu cuenta. Pon de inmediato una contraseña nueva y asegúrate de que nadie más pueda leer tus correos.
MAIL_LOGIN_SUBJECT = Tu enlace para iniciar sesión
MAIL_LOGIN_TEXT = Con este enlace inicias sesión en tu cuenta. Sirve una sola vez, durante { $within }:
MAIL_LOGIN_BUTTON = Iniciar sesión
MAIL_LOGIN_NOT_YOU = No lo compartas: quien tenga el enlace entra en tu cuenta. Si no lo has pedido, puedes borrar este correo.
MAIL_CHANGE_EMAIL_SUBJECT = Confirma tu nueva dirección de correo
MAIL_CHANGE_EMAIL_TEXT = La cuenta { $email } va a usar esta dirección de correo a partir de ahora. Si es lo que quieres, abre este enlace:
MAIL_CHANGE_EMAIL_BUTTON = Usar esta dirección
MAIL_CHANGE_EMAIL_WITHIN = El enlace es válido durante { $within }. La petición viene de aquí:
MAIL_CHANGE_EMAIL_NOT_YOU = Si no conoces esa cuenta, no tienes que hacer nada: sin el enlace no cambia nada.
MAIL_CHANGE_EMAIL_DONE_SUBJECT = La dirección de correo de tu cuenta ha cambiado
MAIL_CHANGE_EMAIL_DONE_TEXT = Tu cuenta usa ahora otra dirección de correo: { $email }. A esta ya no enviaremos nada más.
MAIL_CHANGE_EMAIL_DONE_YOU = Si has sido tú, no tienes que hacer nada.
MAIL_CHANGE_EMAIL_DONE_NOT_YOU = Si no, alguien tiene acceso a tu cuenta. Deshaz el cambio ahora: tu cuenta recupera esta dirección y se cierran todas las sesiones. El enlace es válido durante { $within }.
MAIL_CHANGE_EMAIL_DONE_BUTTON = Deshacer el cambio
MAIL_CHANGE_EMAIL_UNDONE_SUBJECT = Tu cuenta ha recuperado su dirección de correo
MAIL_CHANGE_EMAIL_UNDONE_TEXT = El cambio a { $email } se ha deshecho. Tu cuenta vuelve a usar esta dirección y la sesión está cerrada en todas partes.
MAIL_CHANGE_EMAIL_UNDONE_RESET = Quien cambió la dirección quizá conozca tu contraseña. Pon ahora una nueva; el enlace es válido durante { $within }.
MAIL_CHANGE_EMAIL_UNDONE_BUTTON = Poner una contraseña nueva
MAIL_CHANGE_EMAIL_UNDONE_NO_RESET = Quien cambió la dirección quizá conozca tu contraseña. Inicia sesión y pon ahora una nueva. Si tu contraseña ya no funciona, escribe a quienes llevan este sitio.
MAIL_CHANGE_EMAIL_TAKEN_BACK_SUBJECT = Esta dirección de correo ya no pertenece a la cuenta
MAIL_CHANGE_EMAIL_TAKEN_BACK_TEXT = La persona a la que pertenece la dirección anterior ha deshecho el cambio. La cuenta ya no usa esta dirección y la sesión está cerrada en todas partes.
MAIL_CHANGE_EMAIL_TAKEN_BACK_YOU = Si la cuenta es tuya, mira los correos de tu dirección anterior: explican cómo seguir.
MAIL_CHANGE_USERNAME_SUBJECT = Tu nombre de usuario ha cambiado
MAIL_CHANGE_USERNAME_TEXT = Tu nombre de usuario es ahora { $username }.
MAIL_CHANGE_USERNAME_NONE = Tu cuenta ya no tiene nombre de usuario. Inicia sesión con tu dirección de correo.
MAIL_CHANGE_USERNAME_NOT_YOU = Si no has sido tú, alguien tiene acceso a tu cuenta. Cambia tu contraseña y cierra la sesión en todas partes.
MAIL_USERNAME_RECOVERY_SUBJECT = Tu nombre de usuario
MAIL_USERNAME_RECOVERY_TEXT = Este es tu nombre de usuario:
MAIL_USERNAME_RECOVERY_NONE = Tu cuenta no tiene nombre de usuario. Inicia sesión con tu dirección de correo, { $email }.
MAIL_USERNAME_RECOVERY_NOT_YOU = Si no lo has pedido, puedes ignorar este correo: solo lo has recibido tú.
MAIL_WELCOME_SUBJECT = Te damos la bienvenida
MAIL_WELCOME_READY = Tu cuenta está lista. ¡Nos alegra tenerte aquí!
MAIL_WELCOME_CONFIRM = ¡Nos alegra tenerte aquí! Falta un paso: abre este enlace para confirmar que la dirección es tuya.
MAIL_WELCOME_NOT_YOU = Si no has creado una cuenta aquí, otra persona ha escrito tu dirección, quizá por error. Puedes ignorar este correo.
MAIL_EXISTING_SUBJECT = Ya tienes una cuenta
MAIL_EXISTING_TEXT = Alguien, probablemente tú, ha intentado crear una cuenta con esta dirección. Ya pertenece a tu cuenta y no se ha cambiado nada.
MAIL_EXISTING_USERNAME = Tu nombre de usuario es { $username }.
MAIL_EXISTING_CONFIRM = Tu dirección todavía no está confirmada. Abre este enlace para hacerlo:
MAIL_EXISTING_RESET = ¿Has olvidado la contraseña? Abre este enlace para poner una nueva:
MAIL_EXISTING_RESET_BUTTON = Poner una contraseña nueva
MAIL_EXISTING_RECOVERY = Cuando ese enlace sea demasiado antiguo, pide otro aquí:
MAIL_EXISTING_NOT_YOU = Si no has sido tú, puedes ignorar este correo: nadie ha tenido acceso a tu cuenta.
MAIL_USERNAME_TAKEN_SUBJECT = Elige otro nombre de usuario
MAIL_USERNAME_TAKEN_TEXT = Alguien, probablemente tú, ha intentado crear una cuenta aquí como { $username } con la dirección { $email }. Otra cuenta ya tiene ese nombre de usuario, así que no se ha creado ninguna. Inténtalo de nuevo con otro nombre.
MAIL_ACCOUNT_CLOSED_SUBJECT = Tu cuenta está cerrada
MAIL_ACCOUNT_CLOSED_TEXT = Tu cuenta está cerrada y la sesión ha terminado en todas partes. El { $date } se eliminará definitivamente.
MAIL_ACCOUNT_CLOSED_LINK = Si cambias de idea, puedes conservarla. El enlace es válido durante { $within }:
MAIL_ACCOUNT_CLOSED_BUTTON = Conservar mi cuenta
MAIL_ACCOUNT_CLOSED_NOT_YOU = Si no has sido tú, conserva tu cuenta ahora y cambia tu contraseña.
MAIL_TEST_SUBJECT = Un correo de prueba
MAIL_TEST_TEXT = Si puedes leer esto, el correo funciona.
