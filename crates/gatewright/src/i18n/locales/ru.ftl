# Russian. The keys are those of English.

## Accounts: addresses and confirmation

ALREADY_CONFIRMED = Всё уже сделано: этот адрес электронной почты подтверждён.
CONFIRMATION_EXPIRED = Эта ссылка действовала { $within } и больше не работает. Пожалуйста, запросите новую.
CONFIRMATION_REQUEST = Мы отправили письмо на { $email }. Откройте ссылку из него, чтобы подтвердить адрес.
CONFIRMATION_REQUIRED = Сначала подтвердите адрес электронной почты; ссылка — в нашем письме.
CONFIRM_REGISTRATION = Добро пожаловать! Остался один шаг: откройте ссылку в письме, отправленном на { $email }.
EMAIL_CONFIRMED = Ваш адрес электронной почты подтверждён. Спасибо!
INVALID_CONFIRMATION_TOKEN = Эта ссылка для подтверждения не работает. Пожалуйста, запросите новую.
CHANGE_EMAIL_CONFIRMED = Готово: теперь в вашей учётной записи новый адрес электронной почты.
CHANGE_EMAIL_EXPIRED = Эта ссылка действовала { $within } и больше не работает. Пожалуйста, начните смену адреса заново.
CHANGE_EMAIL_SENT = Мы отправили письмо на { $email }. Откройте ссылку из него, чтобы завершить смену адреса.
EMAIL_ALREADY_ASSOCIATED = Учётная запись с адресом { $email } уже есть. Войдите в неё или укажите другой адрес.
EMAIL_NOT_PROVIDED = Пожалуйста, введите адрес электронной почты.
INVALID_EMAIL_ADDRESS = Это не похоже на адрес электронной почты. Он должен выглядеть так: name@example.com.
DISABLED_ACCOUNT = Эта учётная запись отключена. Пожалуйста, обратитесь к администратору.
USER_DOES_NOT_EXIST = Мы не знаем такой учётной записи. Проверьте введённые данные.

## Signing in

ANONYMOUS_USER_REQUIRED = Вы уже вошли; для этого действия сначала выйдите.
API_ERROR = Не удаётся прочитать это значение. Проверьте запрос.
FORGOT_PASSWORD = Забыли пароль?
GENERIC_AUTHN_FAILED = Не получилось. Проверьте введённые данные и попробуйте ещё раз.
GENERIC_RECOVERY = Если такая учётная запись есть, письмо с дальнейшими шагами уже в пути.
GENERIC_US_SIGNIN = Если такая учётная запись есть, код уже в пути.
IDENTITY_ALREADY_ASSOCIATED = Значение { $value } уже использует другая учётная запись ({ $attr }).
IDENTITY_NOT_REGISTERED = Для { $id } здесь нет учётной записи. Пожалуйста, сначала зарегистрируйтесь.
INVALID_LOGIN_TOKEN = Эта ссылка для входа не работает. Пожалуйста, запросите новую.
INVALID_REDIRECT = Перейти туда нельзя: этот адрес не относится к нашему сайту.
LOGIN = Войдите, чтобы увидеть эту страницу.
LOGIN_EMAIL_SENT = Мы отправили письмо на { $email }. Откройте ссылку из него, чтобы войти.
LOGIN_EXPIRED = Эта ссылка для входа действовала { $within } и больше не работает. Новую мы отправили на { $email }.
PASSWORDLESS_LOGIN_SUCCESSFUL = Добро пожаловать, вы вошли.
OAUTH_HANDSHAKE_ERROR = Другой сервис не разрешил вход ({ $exerror }: { $exdesc }). Попробуйте ещё раз.
REAUTHENTICATION_REQUIRED = На всякий случай подтвердите ещё раз, что это вы.
REAUTHENTICATION_SUCCESSFUL = Спасибо, мы убедились, что это вы.
REFRESH = Войдите ещё раз, чтобы увидеть эту страницу.
REFRESH_TOKEN_INVALID = Этот токен обновления не принят ({ $reason }). Войдите, чтобы получить новый.
UNAUTHENTICATED = Это доступно только после входа. Пожалуйста, войдите.
UNAUTHORIZED = У вашей учётной записи нет на это прав.

## Passwords

INVALID_PASSWORD = Неверный пароль.
INVALID_RESET_PASSWORD_TOKEN = Эта ссылка не работает или уже была использована. Пожалуйста, запросите новую.
PASSWORD_BREACHED = Этот пароль есть в списке украденных. Пожалуйста, выберите другой.
PASSWORD_BREACHED_SITE_ERROR = Не удалось проверить, нет ли этого пароля среди украденных. Попробуйте чуть позже.
PASSWORD_CHANGE = Новый пароль уже действует.
PASSWORD_INVALID_LENGTH = Длина пароля — от { $length } до 128 символов.
PASSWORD_IS_THE_SAME = Это ваш нынешний пароль. Пожалуйста, выберите другой.
PASSWORD_MISMATCH = Вы ввели два разных пароля.
PASSWORD_NOT_PROVIDED = Пожалуйста, введите пароль.
PASSWORD_RESET = Новый пароль уже действует, и вы вошли.
PASSWORD_RESET_EXPIRED = Эта ссылка действовала { $within } и больше не работает. Пожалуйста, запросите новую.
PASSWORD_RESET_NO_LOGIN = Новый пароль уже действует. Войдите с ним.
PASSWORD_RESET_REQUEST = Если у адреса { $email } есть учётная запись, мы отправили туда письмо. В нём сказано, как задать новый пароль.
PASSWORD_TOO_SIMPLE = Этот пароль легко угадать. Добавьте несколько необычных слов, и он станет надёжным.
PASSWORD_WEAK_CONTEXT = Этот пароль составлен из ваших имён или названий этого сайта. Его попробуют в первую очередь.
PASSWORD_WEAK_KEY_ROW = Соседние клавиши легко угадать.
PASSWORD_WEAK_KEY_PATTERN = Короткий узор на клавиатуре легко угадать.
PASSWORD_WEAK_REPEATED_CHARACTER = Один и тот же символ подряд легко угадать.
PASSWORD_WEAK_REPEATED_PART = Повторённый кусок угадать едва ли труднее, чем сам этот кусок.
PASSWORD_WEAK_TOP_10 = Мало какой пароль встречается чаще этого.
PASSWORD_WEAK_TOP_100 = Это один из ста самых частых паролей.
PASSWORD_WEAK_COMMON = Этим паролем пользуются многие, поэтому его пробуют одним из первых.
PASSWORD_WEAK_SIMILAR = Этот пароль очень похож на тот, которым пользуются многие.
PASSWORD_WEAK_SEQUENCE = Буквы или цифры по порядку легко угадать.
PASSWORD_WEAK_YEAR = Год легко угадать.
PASSWORD_WEAK_WORD = Одно слово легко угадать.
PASSWORD_WEAK_DATE = Дату легко угадать.
PASSWORD_WEAK_NAME = Одно имя или фамилию легко угадать.
PASSWORD_WEAK_NAMES = Распространённые имена и фамилии легко угадать.
PASSWORD_ADVICE_FEW_WORDS = Возьмите несколько слов, не связанных между собой.
PASSWORD_ADVICE_NO_SIGNS = Знаки, цифры и заглавные буквы не нужны.
PASSWORD_ADVICE_MORE_WORDS = Ещё одно-два необычных слова сделают его надёжным.
PASSWORD_ADVICE_CAPITAL = Заглавная буква в начале мало помогает.
PASSWORD_ADVICE_CAPITALS = Сплошные заглавные буквы мало помогают.
PASSWORD_ADVICE_REVERSED = Слова задом наперёд мало помогают.
PASSWORD_ADVICE_SWAPS = Знаки вместо букв, например @ вместо a, мало помогают.
PASSWORD_ADVICE_KEY_PATTERN = Узор на клавиатуре должен быть длиннее и чаще менять направление.
PASSWORD_ADVICE_NO_REPEATS = Не повторяйте слова и символы.
PASSWORD_ADVICE_NO_SEQUENCES = Не берите буквы и цифры по порядку.
PASSWORD_ADVICE_NO_RECENT_YEARS = Не берите последние годы.
PASSWORD_ADVICE_NO_OWN_YEARS = Не берите годы, которые связаны с вами.
PASSWORD_ADVICE_NO_OWN_DATES = Не берите даты, которые связаны с вами.
RETYPE_PASSWORD_MISMATCH = Пароли различаются. Пожалуйста, введите дважды один и тот же.

## Names and numbers

INVALID_INPUT = Здесь есть символы, которые мы не можем принять. Уберите разметку, например < и &.
INVALID_INPUT_LENGTH = Слишком длинно; наибольшее число символов: { $length }.
PHONE_INVALID = Это не номер телефона. Укажите его с кодом страны, например +7 495 123-45-67.
USERNAME_ALREADY_ASSOCIATED = Имя пользователя { $username } занято. Пожалуйста, выберите другое.
USERNAME_CHANGE = Новое имя пользователя уже действует.
USERNAME_DISALLOWED_CHARACTERS = В имени пользователя могут быть только буквы и цифры.
USERNAME_INVALID_LENGTH = Длина имени пользователя — от { $min } до { $max } символов.
USERNAME_NOT_PROVIDED = Пожалуйста, введите имя пользователя.
USERNAME_RECOVERY_REQUEST = Если мы знаем этот адрес, письмо с вашим именем пользователя уже в пути.

## Codes and second factors

CODE_HAS_BEEN_SENT = Код уже в пути.
FAILED_TO_SEND_CODE = Не удалось отправить код. Попробуйте чуть позже.
INVALID_CODE = В этой ссылке неверный код. Пожалуйста, запросите новую.
INVALID_PASSWORD_CODE = Не подходит ни пароль, ни код.
INVALID_RECOVERY_CODE = Этот резервный код неверен или уже был использован.
NO_RECOVERY_CODES_SETUP = У вас ещё нет резервных кодов.
TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL = Второй фактор настроен.
TWO_FACTOR_DISABLED = Второй фактор отключён.
TWO_FACTOR_INVALID_TOKEN = Неверный код. Проверьте его или запросите новый.
TWO_FACTOR_LOGIN_SUCCESSFUL = Код верный. Добро пожаловать!
TWO_FACTOR_METHOD_NOT_AVAILABLE = Этот второй фактор здесь выбрать нельзя.
TWO_FACTOR_PERMISSION_DENIED = Сначала войдите; второй фактор потребуется потом.
TWO_FACTOR_SETUP_EXPIRED = Это нужно было закончить за { $within }. Пожалуйста, начните настройку заново.
USE_CODE = Ваш код для входа: { $code }. Мы никогда его не спрашиваем.
US_CURRENT_METHODS = Вы можете войти так: { $method_list }.
US_METHOD_NOT_AVAILABLE = Так войти нельзя: этот способ не настроен.
US_SETUP_EXPIRED = Это нужно было закончить за { $within }. Пожалуйста, начните настройку заново.
US_SETUP_SUCCESSFUL = Этот способ входа настроен.
US_SPECIFY_IDENTITY = Мы не знаем такой учётной записи. Проверьте введённые данные.

## Passkeys

WEBAUTHN_CREDENTIAL_DELETED = Ключ доступа «{ $name }» удалён.
WEBAUTHN_CREDENTIAL_ID_INUSE = Этот ключ доступа уже зарегистрирован.
WEBAUTHN_CREDENTIAL_WRONG_USAGE = Этот ключ доступа зарегистрирован для другого шага входа.
WEBAUTHN_EXPIRED = Ключ доступа нужно было применить за { $within }. Попробуйте ещё раз.
WEBAUTHN_MISMATCH_USER_HANDLE = Этот ключ доступа принадлежит другой учётной записи.
WEBAUTHN_NAME_DISALLOWED_CHARACTERS = В названии могут быть только буквы, цифры, пробелы, дефисы и знаки подчёркивания.
WEBAUTHN_NAME_INUSE = У вас уже есть ключ доступа с названием «{ $name }».
WEBAUTHN_NAME_NOT_FOUND = У вас нет ключа доступа с названием «{ $name }».
WEBAUTHN_NAME_REQUIRED = Пожалуйста, дайте ключу доступа название.
WEBAUTHN_NO_VERIFY = Ключ доступа не принят ({ $cause }). Попробуйте ещё раз.
WEBAUTHN_ORPHAN_CREDENTIAL_ID = Учётной записи этого ключа доступа больше нет.
WEBAUTHN_REGISTER_SUCCESSFUL = Ключ доступа «{ $name }» готов к работе.
WEBAUTHN_UNKNOWN_CREDENTIAL_ID = Мы не знаем такого ключа доступа.

## Requests: what clients may compare word for word

LITERAL = { $text }
REGISTRATION_SENT = Если этого адреса здесь ещё не было, учётная запись для него готова: войдите.
FIRST_ADMINISTRATOR_READY = Теперь вы администратор.
ACCOUNT_UNLOCKED = Ваша учётная запись разблокирована. Можно снова войти.
CHANGE_EMAIL_UNDONE = Ваша учётная запись снова использует { $email }, и везде выполнен выход. Дальнейшие шаги — в письме, которое мы вам отправили.
CHANGE_EMAIL_UNDO_EXPIRED = Эта ссылка действовала { $within } и больше не работает. Пожалуйста, напишите владельцам сайта.
CHANGE_EMAIL_UNDO_INVALID = Эта ссылка не работает, или смена адреса уже отменена.
CHANGE_EMAIL_UNDO_TAKEN = Адрес { $email } уже использует другая учётная запись, и вернуть его вашей нельзя. Пожалуйста, напишите владельцам сайта.
ACCOUNT_CLOSED = Ваша учётная запись закрыта и будет удалена через { $within }. Если передумаете, откройте ссылку в письме, которое мы отправили.
ACCOUNT_REOPENED = Ваша учётная запись снова открыта. Войдите, чтобы продолжить.
ACCOUNT_REOPEN_INVALID = Эта ссылка не работает, или учётная запись уже открыта.
ACCOUNT_LAST_ADMINISTRATOR = Вы последний администратор. Прежде чем закрыть учётную запись, назначьте администратором кого-то ещё.
VISIT_FIRST = Пожалуйста, сначала загляните на эту страницу.
SESSION_REVOKED = На этом устройстве выполнен выход.
SESSION_GONE = На этом устройстве выход уже был выполнен.
SESSIONS_OTHERS_REVOKED = Выход выполнен везде, кроме этого устройства.
SESSIONS_ALL_REVOKED = Выход выполнен везде. Чтобы продолжить, войдите снова.
CSRF_TOKEN_MISSING = The CSRF token is missing.
CSRF_SESSION_TOKEN_MISSING = The CSRF session token is missing.
CSRF_TOKEN_EXPIRED = The CSRF token has expired.
CSRF_TOKEN_INVALID = The CSRF token is invalid.
CSRF_TOKEN_MISMATCH = The CSRF tokens do not match.
CSRF_REFERRER_MISSING = The referrer header is missing.
CSRF_REFERRER_MISMATCH = The referrer does not match the host.
CSRF_ORIGIN_MISMATCH = The request comes from another site.
FIELD_REQUIRED = Пожалуйста, заполните это поле.
CHOICE_INVALID = Пожалуйста, выберите один из предложенных вариантов.

## Spans of time and lists

# Spans of time are in the accusative: the sentences around them ask for it.

DURATION_YEARS = { $count ->
    [one] { $count } год
    [few] { $count } года
    [many] { $count } лет
   *[other] { $count } года
}
DURATION_MONTHS = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
    [many] { $count } месяцев
   *[other] { $count } месяца
}
DURATION_DAYS = { $count ->
    [one] { $count } день
    [few] { $count } дня
    [many] { $count } дней
   *[other] { $count } дня
}
DURATION_HOURS = { $count ->
    [one] { $count } час
    [few] { $count } часа
    [many] { $count } часов
   *[other] { $count } часа
}
DURATION_MINUTES = { $count ->
    [one] { $count } минуту
    [few] { $count } минуты
    [many] { $count } минут
   *[other] { $count } минуты
}
DURATION_SECONDS = { $count ->
    [one] { $count } секунду
    [few] { $count } секунды
    [many] { $count } секунд
   *[other] { $count } секунды
}
DURATION_AND = { $first } и { $last }
DURATION_COMMA = { $first }, { $last }
LIST_COMMA = { $first }, { $last }
LIST_END = { $first } и { $last }

## What every page has

PAGE_LANGUAGE = ru
LANGUAGE_NAME = Русский
SITE_NAME = Gatewright
NAV_HOME = Главная страница
NAV_LOGIN = Войти
NAV_LOGOUT = Выйти
NAV_REGISTER = Создать учётную запись
NAV_FORGOT_PASSWORD = Забыли пароль?
NAV_CONFIRM = Отправить письмо для подтверждения ещё раз
NAV_RECOVER_USERNAME = Забыли имя пользователя?
NAV_CHANGE_PASSWORD = Сменить пароль
NAV_CHANGE_EMAIL = Сменить адрес электронной почты
NAV_CHANGE_USERNAME = Сменить имя пользователя
NAV_SESSIONS = Ваши устройства
NAV_ACCOUNT = Учётная запись
NAV_LANGUAGE = Язык
NAV_BACK = Назад
NAV_MENU = Ваша учётная запись
NAV_SKIP = Перейти к содержанию
LANGUAGE_TITLE = Выберите язык
FLASH_TITLE = Сообщения
ERRORS_TITLE = Пожалуйста, исправьте:

## Fields

FIELD_EMAIL = Адрес электронной почты
FIELD_EMAIL_NEW = Новый адрес электронной почты
FIELD_IDENTITY = Адрес электронной почты или имя пользователя
FIELD_USERNAME = Имя пользователя
FIELD_USERNAME_NEW = Новое имя пользователя
FIELD_PASSWORD = Пароль
FIELD_PASSWORD_NOW = Нынешний пароль
FIELD_PASSWORD_NEW = Новый пароль
FIELD_PASSWORD_AGAIN = Тот же пароль ещё раз
FIELD_PASSWORD_OPTIONAL = Пароль (можно не заполнять)
FIELD_PASSWORD_OR_CODE = Пароль или код
FIELD_REMEMBER = Не выходить на этом устройстве
FIELD_PHONE = Номер телефона
FIELD_CODE = Код
FIELD_OPTIONAL = необязательно
FIELD_ROLES = Роли
PASSWORD_HINT = Несколько необычных слов запомнить легче, чем знаки.

## Page: sign in

LOGIN_TITLE = Вход
LOGIN_SUBMIT = Войти
LOGIN_EITHER = Адрес электронной почты или имя пользователя: достаточно чего-то одного.
LOGIN_NEW_HERE = Впервые здесь?
LOGIN_OTHER_WAYS = Другие способы входа
LOGIN_WITH = Войти через { $provider }

## Page: password forgotten

FORGOT_PASSWORD_TITLE = Забыли пароль?
FORGOT_PASSWORD_TEXT = Введите адрес электронной почты. Мы пришлём ссылку, по которой можно задать новый пароль.
FORGOT_PASSWORD_SUBMIT = Отправить ссылку

## Page: a new password in place of a forgotten one

RESET_PASSWORD_TITLE = Задайте новый пароль
RESET_PASSWORD_TEXT = На всех устройствах будет выполнен выход.
RESET_PASSWORD_SUBMIT = Задать пароль

## Page: change the password

CHANGE_PASSWORD_TITLE = Смена пароля
CHANGE_PASSWORD_TEXT = Здесь вы останетесь в учётной записи, а на всех других устройствах будет выполнен выход.
CHANGE_PASSWORD_FIRST = У вашей учётной записи ещё нет пароля.
CHANGE_PASSWORD_SUBMIT = Сменить пароль

## Page: a link to sign in

SEND_LOGIN_TEXT = Введите адрес электронной почты. Мы пришлём ссылку, по которой вы войдёте.
SEND_LOGIN_SUBMIT = Отправить ссылку
LOGIN_LINK_TITLE = Вход
LOGIN_LINK_TEXT = Вы входите как { $email }.
LOGIN_LINK_SUBMIT = Войти
LOGIN_LINK_EXPIRED_TITLE = Эта ссылка устарела
LOGIN_LINK_EXPIRED_TEXT = Войти по ней уже нельзя. Мы можем отправить новую на { $email }.
LOGIN_LINK_EXPIRED_SUBMIT = Отправить новую ссылку

## Page: sign out

LOGOUT_TITLE = Выход
LOGOUT_TEXT = Выйти из учётной записи на этом устройстве?
LOGOUT_SUBMIT = Выйти
LOGOUT_STAY = Остаться

## Page: it is still you

VERIFY_TITLE = Подтвердите, что это вы
VERIFY_TEXT = Дальше — важные настройки. Чтобы продолжить, введите пароль ещё раз.
VERIFY_SUBMIT = Продолжить

## Page: one's own sessions

SESSIONS_TITLE = Ваши устройства
SESSIONS_TEXT = На этих устройствах выполнен вход в вашу учётную запись. Какое-то вам незнакомо? Выйдите на нём и смените пароль.
SESSIONS_CURRENT = это устройство
SESSIONS_UNKNOWN = Неизвестное устройство
SESSIONS_SEEN = Последнее использование
SESSIONS_NOW = только что
SESSIONS_AGO = { $span } назад
SESSIONS_ADDRESS = IP-адрес
SESSIONS_BEGAN = Вход выполнен
SESSIONS_ENDS = Без использования истекает
SESSIONS_REMEMBERED = вход сохраняется
SESSIONS_REVOKE = Выйти
SESSIONS_REVOKE_LABEL = Выйти: { $device }, { $address }, { $seen }
SESSIONS_NONE = Ни на одном устройстве нет входа через страницу; у приложений он может быть по токенам.
SESSIONS_OTHERS_TITLE = Выйти сразу везде
SESSIONS_OTHERS_TEXT = Это отключит и приложения, которые пользуются вашей учётной записью, и ссылки в наших письмах.
SESSIONS_OTHERS = Выйти на всех других устройствах
SESSIONS_ALL = Выйти везде, и здесь тоже

## Page: another email address

CHANGE_EMAIL_TITLE = Смена адреса электронной почты
CHANGE_EMAIL_NOW = Сейчас у вашей учётной записи этот адрес:
CHANGE_EMAIL_TEXT = Мы отправим ссылку на новый адрес. Она действует { $within }; когда вы её откроете, адрес сменится.
CHANGE_EMAIL_SUBMIT = Отправить ссылку
CHANGE_EMAIL_ASK_TITLE = Использовать этот адрес?
CHANGE_EMAIL_ASK_TEXT = С этого момента адрес вашей учётной записи — { $email }. С ним вы входите, и на него приходят наши письма.
CHANGE_EMAIL_ASK_SUBMIT = Использовать этот адрес
UNDO_EMAIL_TITLE = Отменить смену адреса?
UNDO_EMAIL_TEXT = Ваша учётная запись снова будет использовать { $email }, и везде будет выполнен выход. Затем мы пришлём письмо с дальнейшими шагами.
UNDO_EMAIL_SUBMIT = Отменить смену

## Page: another user name

CHANGE_USERNAME_TITLE = Смена имени пользователя
CHANGE_USERNAME_NOW = Ваше имя пользователя:
CHANGE_USERNAME_NONE = У вас ещё нет имени пользователя.
CHANGE_USERNAME_HINT = Только буквы и цифры, от { $min } до { $max } знаков.
CHANGE_USERNAME_EMPTY = Если имя не нужно, оставьте поле пустым.
CHANGE_USERNAME_SUBMIT = Сменить имя пользователя

## Page: user name forgotten

RECOVER_USERNAME_TITLE = Забыли имя пользователя?
RECOVER_USERNAME_TEXT = Мы пришлём его на адрес вашей учётной записи.
RECOVER_USERNAME_SUBMIT = Прислать имя пользователя

## Page: one's own account

ACCOUNT_TITLE = Ваша учётная запись
ACCOUNT_CONFIRMED = подтверждён
ACCOUNT_UNCONFIRMED = не подтверждён
ACCOUNT_SINCE = Учётная запись создана
ACCOUNT_LAST_LOGIN = Предыдущий вход
ACCOUNT_EMAIL_TITLE = Адрес электронной почты
ACCOUNT_USERNAME_TITLE = Имя пользователя
ACCOUNT_PASSWORD_TITLE = Пароль
ACCOUNT_PASSWORD_SET = Вы входите с паролем.
ACCOUNT_PASSWORD_NONE = У вас нет пароля.
ACCOUNT_SESSIONS_TEXT = Посмотрите, где выполнен вход, и выйдите на лишних устройствах.
ACCOUNT_SESSIONS_LINK = Посмотреть устройства
ACCOUNT_CONFIRM_TITLE = Ваш адрес не подтверждён
ACCOUNT_CONFIRM_TEXT = Откройте ссылку в письме, отправленном на { $email }, или запросите новое.
ACCOUNT_ACTIVITY_TITLE = Недавние действия
ACCOUNT_ACTIVITY_TEXT = Что-то из этого сделали не вы? Смените пароль и выйдите на всех других устройствах.
ACCOUNT_DATA_TITLE = Ваши данные
ACCOUNT_DATA_TEXT = Сохраните копию того, что мы о вас храним, или закройте учётную запись.
ACCOUNT_DATA_LINK = Скачать данные
ACCOUNT_CLOSE_LINK = Закрыть учётную запись
CLOSE_ACCOUNT_TITLE = Закрыть учётную запись?
CLOSE_ACCOUNT_NOW = Везде сразу будет выполнен выход, и войти больше никто не сможет.
CLOSE_ACCOUNT_LATER = Через { $within } ваша учётная запись и всё, что к ней относится, будут удалены. До этого её можно снова открыть по ссылке из нашего письма; потом вернуть её не сможет никто.
CLOSE_ACCOUNT_DATA = Хотите сохранить копию своих данных? Сначала скачайте её:
CLOSE_ACCOUNT_SUBMIT = Закрыть мою учётную запись
CLOSE_ACCOUNT_STAY = Назад к учётной записи
REOPEN_ACCOUNT_TITLE = Сохранить учётную запись?
REOPEN_ACCOUNT_TEXT = Учётная запись { $email } закрыта. Если её сохранить, она не будет удалена, и можно будет снова войти.
REOPEN_ACCOUNT_SUBMIT = Сохранить мою учётную запись
ACTIVITY_USER_AUTHENTICATED = Выполнен вход
ACTIVITY_USER_FAILED_AUTHN = Неверный пароль или код
ACTIVITY_PASSWORD_CHANGED = Пароль изменён
ACTIVITY_PASSWORD_RESET = Забытый пароль заменён
ACTIVITY_CHANGE_EMAIL_CONFIRMED = Адрес электронной почты изменён
ACTIVITY_EMAIL_CHANGE_UNDONE = Смена адреса электронной почты отменена
ACTIVITY_USERNAME_CHANGED = Имя пользователя изменено
ACTIVITY_ACCOUNT_LOCKED = Учётная запись заблокирована
ACTIVITY_ACCOUNT_UNLOCKED = Учётная запись разблокирована
ACTIVITY_ACCOUNT_CLOSED = Учётная запись закрыта
ACTIVITY_ACCOUNT_REOPENED = Учётная запись снова открыта
ACTIVITY_SESSION_REVOKED = Выполнен выход на устройстве
ACTIVITY_SESSION_REPLAYED = Скопированный сеанс завершён
ACTIVITY_USER_CONFIRMED = Адрес электронной почты подтверждён
ACTIVITY_USER_REGISTERED = Учётная запись создана
ACTIVITY_RESET_PASSWORD_INSTRUCTIONS_SENT = Запрошена ссылка для нового пароля
ACTIVITY_CHANGE_EMAIL_INSTRUCTIONS_SENT = Запрошена смена адреса электронной почты
ACTIVITY_CONFIRM_INSTRUCTIONS_SENT = Запрошена ссылка для подтверждения адреса
ACTIVITY_LOGIN_INSTRUCTIONS_SENT = Запрошена ссылка для входа
ACTIVITY_USERNAME_RECOVERY_EMAIL_SENT = Запрошено имя пользователя
ACTIVITY_USER_CREATED = Учётная запись создана администратором

## Page: register

REGISTER_TITLE = Создание учётной записи
REGISTER_SUBMIT = Создать учётную запись
REGISTER_HAVE_ACCOUNT = Уже есть учётная запись?
REGISTER_PASSWORD_HINT = Наименьшее число символов: { $length }. Несколько необычных слов запомнить легче, чем знаки.

## Pages: confirm the address

SEND_CONFIRMATION_TITLE = Подтвердите адрес электронной почты
SEND_CONFIRMATION_TEXT = Мы пришлём письмо со ссылкой. Откройте её, и адрес будет подтверждён.
SEND_CONFIRMATION_SUBMIT = Отправить письмо
CONFIRM_EMAIL_TITLE = Подтвердите адрес электронной почты
CONFIRM_EMAIL_TEXT = { $email } — это ваш адрес? Нажмите кнопку, чтобы его подтвердить.
CONFIRM_EMAIL_SUBMIT = Подтвердить мой адрес

## Page: welcome

WELCOME_TITLE = Добро пожаловать
WELCOME_SIGNED_IN = Вы вошли как { $name }.
WELCOME_SIGNED_OUT = Вы не вошли.
WELCOME_NO_ROLES = нет
WELCOME_NEXT_TITLE = Что дальше
WELCOME_NEXT_IN = Эта начальная страница поставляется с сервером. Замените её своим приложением и укажите, какая роль нужна для каждой его страницы.
WELCOME_NEXT_OUT = Войдите, чтобы увидеть свою учётную запись.

## Page: the first administrator

UNLOCK_TITLE = Разблокировать учётную запись
UNLOCK_TEXT = Ваша учётная запись заблокирована: слишком много раз вводили неверный пароль или код. Здесь её можно разблокировать.
UNLOCK_SUBMIT = Разблокировать мою учётную запись
SETUP_TITLE = Создание первого администратора
SETUP_TEXT = На этом сайте ещё нет учётных записей. У той, которую вы создадите сейчас, будут все права.
SETUP_TOKEN = Ключ настройки
SETUP_TOKEN_HINT = Он есть в журнале, который сервер записал при запуске.
SETUP_TOKEN_WRONG = Неверный ключ настройки. Скопируйте его из журнала сервера ещё раз.
SETUP_SUBMIT = Создать администратора
SETUP_DONE = Администратор создан. Войдите, чтобы продолжить.

## Pages: something is wrong

ERROR_400_TITLE = Не удалось это прочитать
ERROR_400_TEXT = Вернитесь назад, обновите страницу и попробуйте ещё раз.
ERROR_401_TITLE = Пожалуйста, войдите
ERROR_401_TEXT = Эта страница доступна только после входа.
ERROR_401_STALE_TEXT = Для этой страницы нужен недавний вход. Выйдите, войдите снова и вернитесь сюда.
ERROR_403_TITLE = Нет доступа
ERROR_403_TEXT = Если эта страница вам нужна, попросите у администратора доступ.
ERROR_404_TITLE = Здесь ничего нет
ERROR_404_TEXT = Этот адрес никуда не ведёт. Проверьте, нет ли в нём опечатки, или начните с главной страницы.
ERROR_405_TITLE = Так не получится
ERROR_405_TEXT = Этот адрес существует, но не для этого. Начните с главной страницы.
ERROR_HOST_TEXT = По этому адресу сайт не работает. Проверьте адрес в браузере или сообщите владельцам сайта.
ERROR_CROSS_SITE_TEXT = Запрос отправила страница другого сайта, поэтому ничего не сделано. Если вы этого хотели, откройте этот сайт в новой вкладке и сделайте это там.
ERROR_413_TITLE = Слишком много данных
ERROR_413_TEXT = Вы отправили больше, чем мы принимаем. Отправьте меньше и попробуйте ещё раз.
ERROR_429_TITLE = Пожалуйста, чуть медленнее
ERROR_429_TEXT = Было слишком много попыток. Подождите { $wait } и попробуйте ещё раз.
ERROR_500_TITLE = Это наша ошибка
ERROR_500_TEXT = У нас что-то сломалось, и это записано в журнал. Попробуйте чуть позже.
ERROR_503_TITLE = Много запросов
ERROR_503_TEXT = Сейчас мы не справляемся со всеми запросами. Попробуйте ещё раз через { $wait }.
ERROR_CSRF_TITLE = Эта форма устарела
ERROR_CSRF_TEXT = Для вашей безопасности форма действует ограниченное время. Пожалуйста, отправьте её ещё раз.

## Mails

MAIL_FOOTER = Это письмо отправлено автоматически; ответы на него никто не читает.
MAIL_LINK_HINT = Если кнопка не работает, скопируйте этот адрес в браузер:
MAIL_UNKNOWN = неизвестно
MAIL_SEEN_TIME = Время
MAIL_SEEN_ADDRESS = IP-адрес
MAIL_SEEN_AGENT = Устройство
MAIL_SESSION_REPLAYED_SUBJECT = Мы завершили сеанс вашей учётной записи
MAIL_SESSION_REPLAYED_TEXT = Кто-то использовал ключ вашего сеанса, который уже не действовал. Так бывает, если сеанс скопировали на другое устройство, поэтому мы его завершили.
MAIL_REFRESH_REPLAYED_SUBJECT = Мы отключили приложение от вашей учётной записи
MAIL_REFRESH_REPLAYED_TEXT = Ключ, с которым приложение остаётся в вашей учётной записи, использовали дважды. Так бывает, если его скопировали, поэтому мы сделали его недействительным.
MAIL_REPLAYED_YOU = Если это были вы, например с копией профиля браузера или после восстановления из резервной копии, просто войдите снова.
MAIL_REPLAYED_NOT_YOU = Если нет, у кого-то мог быть доступ к вашей учётной записи. Смените пароль, выйдите везде и проверьте устройства на вредоносные программы.
MAIL_ACCOUNT_LOCKED_SUBJECT = Ваша учётная запись временно заблокирована
MAIL_ACCOUNT_LOCKED_TEXT = Для вашей учётной записи слишком много раз вводили неверный пароль или код, поэтому мы её заблокировали.
MAIL_ACCOUNT_LOCKED_WITHIN = Она разблокируется сама через { $within }.
MAIL_ACCOUNT_LOCKED_LINK = Если это были вы, можно разблокировать её прямо сейчас:
MAIL_ACCOUNT_LOCKED_BUTTON = Разблокировать мою учётную запись
MAIL_ACCOUNT_LOCKED_NOT_YOU = Если нет, кто-то пытается войти. Это не удалось, и делать ничего не нужно. Если вы пользуетесь этим паролем и в других местах, сейчас хорошее время его сменить.
MAIL_LINK_WITHIN = Ссылка действует один раз, { $within }.
MAIL_CONFIRM_SUBJECT = Подтвердите адрес электронной почты
MAIL_CONFIRM_TEXT = { $email } — это ваш адрес? Откройте эту ссылку, чтобы его подтвердить.
MAIL_CONFIRM_BUTTON = Подтвердить мой адрес
MAIL_CONFIRM_NOT_YOU = Если вы не просили об этом письме, просто не обращайте на него внимания: без ссылки ничего не подтвердится.
MAIL_RESET_SUBJECT = Задайте новый пароль
MAIL_RESET_TEXT = Кто-то, вероятно вы, хочет задать новый пароль для вашей учётной записи. Эта ссылка ведёт на нужную страницу. Она действует один раз, { $within }:
MAIL_RESET_BUTTON = Задать новый пароль
MAIL_RESET_NOT_YOU = Если это были не вы, удалите это письмо: ваш пароль останется прежним.
MAIL_RESET_NOTICE_SUBJECT = Ваш пароль сброшен
MAIL_RESET_NOTICE_TEXT = Для вашей учётной записи задан новый пароль — по ссылке, которую мы отправили на этот адрес. На всех устройствах выполнен выход.
MAIL_CHANGE_NOTICE_SUBJECT = Ваш пароль изменён
MAIL_CHANGE_NOTICE_TEXT = Пароль вашей учётной записи изменён. На всех других устройствах выполнен выход.
MAIL_PASSWORD_NOT_YOU = Если это были не вы, у кого-то есть доступ к вашей учётной записи. Сразу же задайте новый пароль и убедитесь, что вашу почту больше никто не читает.
MAIL_LOGIN_SUBJECT = Ваша ссылка для входа
MAIL_LOGIN_TEXT = По этой ссылке вы войдёте в свою учётную запись. Она действует один раз, { $within }:
MAIL_LOGIN_BUTTON = Войти
MAIL_LOGIN_NOT_YOU = Никому её не передавайте: войти сможет каждый, у кого она есть. Если вы о ней не просили, удалите это письмо.
MAIL_CHANGE_EMAIL_SUBJECT = Подтвердите новый адрес электронной почты
MAIL_CHANGE_EMAIL_TEXT = Учётная запись { $email } теперь должна использовать этот адрес электронной почты. Если вы этого хотите, откройте ссылку:
MAIL_CHANGE_EMAIL_BUTTON = Использовать этот адрес
MAIL_CHANGE_EMAIL_WITHIN = Ссылка действует { $within }. Вот откуда пришёл запрос:
MAIL_CHANGE_EMAIL_NOT_YOU = Если эта учётная запись вам незнакома, делать ничего не нужно: без ссылки ничего не изменится.
MAIL_CHANGE_EMAIL_DONE_SUBJECT = Адрес электронной почты вашей учётной записи изменён
MAIL_CHANGE_EMAIL_DONE_TEXT = Теперь у вашей учётной записи другой адрес электронной почты: { $email }. На этот адрес писем больше не будет.
MAIL_CHANGE_EMAIL_DONE_YOU = Если это были вы, делать ничего не нужно.
MAIL_CHANGE_EMAIL_DONE_NOT_YOU = Если нет, у кого-то есть доступ к вашей учётной записи. Отмените смену сейчас: учётная запись снова получит этот адрес, и везде будет выполнен выход. Ссылка действует { $within }.
MAIL_CHANGE_EMAIL_DONE_BUTTON = Отменить смену
MAIL_CHANGE_EMAIL_UNDONE_SUBJECT = Вашей учётной записи возвращён её адрес
MAIL_CHANGE_EMAIL_UNDONE_TEXT = Смена адреса на { $email } отменена. Ваша учётная запись снова использует этот адрес, и везде выполнен выход.
MAIL_CHANGE_EMAIL_UNDONE_RESET = Тот, кто сменил адрес, может знать ваш пароль. Задайте новый прямо сейчас; ссылка действует { $within }.
MAIL_CHANGE_EMAIL_UNDONE_BUTTON = Задать новый пароль
MAIL_CHANGE_EMAIL_UNDONE_NO_RESET = Тот, кто сменил адрес, может знать ваш пароль. Войдите и задайте новый прямо сейчас. Если пароль больше не подходит, напишите владельцам сайта.
MAIL_CHANGE_EMAIL_TAKEN_BACK_SUBJECT = Этот адрес больше не относится к учётной записи
MAIL_CHANGE_EMAIL_TAKEN_BACK_TEXT = Владелец прежнего адреса отменил смену. Учётная запись больше не использует этот адрес, и везде выполнен выход.
MAIL_CHANGE_EMAIL_TAKEN_BACK_YOU = Если учётная запись ваша, загляните в письма на прежнем адресе: там сказано, что делать дальше.
MAIL_CHANGE_USERNAME_SUBJECT = Ваше имя пользователя изменено
MAIL_CHANGE_USERNAME_TEXT = Теперь ваше имя пользователя — { $username }.
MAIL_CHANGE_USERNAME_NONE = У вашей учётной записи больше нет имени пользователя. Входите по адресу электронной почты.
MAIL_CHANGE_USERNAME_NOT_YOU = Если это были не вы, у кого-то есть доступ к вашей учётной записи. Смените пароль и выйдите везде.
MAIL_USERNAME_RECOVERY_SUBJECT = Ваше имя пользователя
MAIL_USERNAME_RECOVERY_TEXT = Вот ваше имя пользователя:
MAIL_USERNAME_RECOVERY_NONE = У вашей учётной записи нет имени пользователя. Входите по адресу { $email }.
MAIL_USERNAME_RECOVERY_NOT_YOU = Если вы этого не просили, не обращайте внимания на это письмо: его получили только вы.
MAIL_WELCOME_SUBJECT = Добро пожаловать
MAIL_WELCOME_READY = Ваша учётная запись готова. Рады вас видеть!
MAIL_WELCOME_CONFIRM = Рады вас видеть! Остался один шаг: откройте эту ссылку, чтобы подтвердить, что адрес ваш.
MAIL_WELCOME_NOT_YOU = Если вы здесь не регистрировались, кто-то указал ваш адрес, возможно, по ошибке. Не обращайте внимания на это письмо.
MAIL_EXISTING_SUBJECT = У вас уже есть учётная запись
MAIL_EXISTING_TEXT = Кто-то, вероятно вы, пытался зарегистрироваться с этим адресом. Он уже относится к вашей учётной записи, и ничего не изменилось.
MAIL_EXISTING_USERNAME = Ваше имя пользователя: { $username }.
MAIL_EXISTING_CONFIRM = Ваш адрес ещё не подтверждён. Чтобы подтвердить его, откройте ссылку:
MAIL_EXISTING_RESET = Забыли пароль? Откройте ссылку, чтобы задать новый:
MAIL_EXISTING_RESET_BUTTON = Задать новый пароль
MAIL_EXISTING_RECOVERY = Если эта ссылка устареет, запросите новую здесь:
MAIL_EXISTING_NOT_YOU = Если это были не вы, не обращайте внимания на это письмо: доступа к вашей учётной записи никто не получил.
MAIL_USERNAME_TAKEN_SUBJECT = Пожалуйста, выберите другое имя пользователя
MAIL_USERNAME_TAKEN_TEXT = Кто-то, вероятно вы, пытался зарегистрироваться здесь под именем { $username } с адресом { $email }. Это имя уже занято, поэтому учётная запись не создана. Зарегистрируйтесь ещё раз с другим именем.
MAIL_ACCOUNT_CLOSED_SUBJECT = Ваша учётная запись закрыта
MAIL_ACCOUNT_CLOSED_TEXT = Ваша учётная запись закрыта, и везде выполнен выход. Дата окончательного удаления: { $date }.
MAIL_ACCOUNT_CLOSED_LINK = Если передумаете, учётную запись можно сохранить. Ссылка действует { $within }:
MAIL_ACCOUNT_CLOSED_BUTTON = Сохранить мою учётную запись
MAIL_ACCOUNT_CLOSED_NOT_YOU = Если это были не вы, сохраните учётную запись прямо сейчас и смените пароль.
MAIL_TEST_SUBJECT = Пробное письмо
MAIL_TEST_TEXT = Если вы это читаете, почта работает.
