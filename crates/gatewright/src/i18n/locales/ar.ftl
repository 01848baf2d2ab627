# Arabic. The keys are those of English.

## Accounts: addresses and confirmation

ALREADY_CONFIRMED = لم يبقَ شيء لتفعله: عنوان البريد الإلكتروني هذا مؤكَّد بالفعل.
CONFIRMATION_EXPIRED = كان هذا الرابط صالحًا لمدة { $within } ولم يعد يعمل. يُرجى طلب رابط جديد.
CONFIRMATION_REQUEST = أرسلنا رسالة إلى { $email }. افتح الرابط الوارد فيها لتأكيد العنوان.
CONFIRMATION_REQUIRED = أكِّد عنوان بريدك الإلكتروني أولًا؛ الرابط في الرسالة التي أرسلناها إليك.
CONFIRM_REGISTRATION = مرحبًا بك! بقيت خطوة واحدة: افتح الرابط الوارد في الرسالة التي أرسلناها إلى { $email }.
EMAIL_CONFIRMED = تم تأكيد عنوان بريدك الإلكتروني. شكرًا لك!
INVALID_CONFIRMATION_TOKEN = رابط التأكيد هذا لا يعمل. يُرجى طلب رابط جديد.
CHANGE_EMAIL_CONFIRMED = تم الأمر: يستخدم حسابك الآن عنوان البريد الإلكتروني الجديد.
CHANGE_EMAIL_EXPIRED = كان هذا الرابط صالحًا لمدة { $within } ولم يعد يعمل. يُرجى بدء تغيير العنوان من جديد.
CHANGE_EMAIL_SENT = أرسلنا رسالة إلى { $email }. افتح الرابط الوارد فيها ليكتمل التغيير.
EMAIL_ALREADY_ASSOCIATED = يوجد بالفعل حساب بالعنوان { $email }. سجِّل الدخول إليه أو استخدم عنوانًا آخر.
EMAIL_NOT_PROVIDED = يُرجى إدخال عنوان بريدك الإلكتروني.
INVALID_EMAIL_ADDRESS = لا يبدو هذا عنوان بريد إلكتروني. ينبغي أن يكون بهذا الشكل: name@example.com.
DISABLED_ACCOUNT = هذا الحساب موقوف. يُرجى التواصل مع أحد المسؤولين.
USER_DOES_NOT_EXIST = لا نعرف هذا الحساب. يُرجى التحقق مما كتبته.

## Signing in

ANONYMOUS_USER_REQUIRED = لقد سجَّلت الدخول بالفعل؛ سجِّل الخروج أولًا إن أردت القيام بذلك.
API_ERROR = تتعذَّر علينا قراءة هذه القيمة. يُرجى التحقق من الطلب.
FORGOT_PASSWORD = هل نسيت كلمة المرور؟
GENERIC_AUTHN_FAILED = لم ينجح ذلك. تحقَّق مما كتبته وحاول مرة أخرى.
GENERIC_RECOVERY = إن كنا نعرف هذا الحساب، فستصل رسالة بالخطوات التالية.
GENERIC_US_SIGNIN = إن كنا نعرف هذا الحساب، فسيصل رمز إليك.
IDENTITY_ALREADY_ASSOCIATED = القيمة { $value } يستخدمها حساب آخر بالفعل ({ $attr }).
IDENTITY_NOT_REGISTERED = لا يوجد هنا حساب باسم { $id }. يُرجى إنشاء حساب أولًا.
INVALID_LOGIN_TOKEN = رابط تسجيل الدخول هذا لا يعمل. يُرجى طلب رابط جديد.
INVALID_REDIRECT = لا يمكن نقلك إلى ذلك العنوان: إنه ليس جزءًا من هذا الموقع.
LOGIN = سجِّل الدخول لرؤية هذه الصفحة.
LOGIN_EMAIL_SENT = أرسلنا رسالة إلى { $email }. افتح الرابط الوارد فيها لتسجيل الدخول.
LOGIN_EXPIRED = كان رابط تسجيل الدخول هذا صالحًا لمدة { $within } ولم يعد يعمل. أرسلنا رابطًا جديدًا إلى { $email }.
PASSWORDLESS_LOGIN_SUCCESSFUL = مرحبًا بك، تم تسجيل دخولك.
OAUTH_HANDSHAKE_ERROR = لم تسمح الخدمة الأخرى بدخولك ({ $exerror }: { $exdesc }). يُرجى المحاولة مرة أخرى.
REAUTHENTICATION_REQUIRED = من باب الحيطة، أثبِت مرة أخرى أنك صاحب الحساب.
REAUTHENTICATION_SUCCESSFUL = شكرًا، تأكَّدنا من هويتك.
REFRESH = سجِّل الدخول مجددًا لرؤية هذه الصفحة.
REFRESH_TOKEN_INVALID = لم يُقبل رمز التحديث هذا ({ $reason }). سجِّل الدخول للحصول على رمز جديد.
UNAUTHENTICATED = هذا متاح لمن سجَّل الدخول فقط. يُرجى تسجيل الدخول.
UNAUTHORIZED = ليس لدى حسابك إذن بذلك.

## Passwords

INVALID_PASSWORD = كلمة المرور هذه غير صحيحة.
INVALID_RESET_PASSWORD_TOKEN = هذا الرابط لا يعمل، أو سبق استخدامه. يُرجى طلب رابط جديد.
PASSWORD_BREACHED = كلمة المرور هذه واردة في قائمة كلمات مرور مسروقة. يُرجى اختيار كلمة أخرى.
PASSWORD_BREACHED_SITE_ERROR = تعذَّر علينا البحث عن كلمة المرور هذه بين المسروقة. يُرجى المحاولة بعد قليل.
PASSWORD_CHANGE = كلمة مرورك الجديدة سارية الآن.
PASSWORD_INVALID_LENGTH = يجب أن يكون طول كلمة المرور من { $length } إلى 128 حرفًا.
PASSWORD_IS_THE_SAME = هذه كلمة مرورك الحالية. يُرجى اختيار كلمة أخرى.
PASSWORD_MISMATCH = كتبت كلمتَي مرور مختلفتين.
PASSWORD_NOT_PROVIDED = يُرجى إدخال كلمة مرور.
PASSWORD_RESET = كلمة مرورك الجديدة سارية الآن، وقد تم تسجيل دخولك.
PASSWORD_RESET_EXPIRED = كان هذا الرابط صالحًا لمدة { $within } ولم يعد يعمل. يُرجى طلب رابط جديد.
PASSWORD_RESET_NO_LOGIN = كلمة مرورك الجديدة سارية الآن. سجِّل الدخول بها.
PASSWORD_RESET_REQUEST = إن كان العنوان { $email } يخصّ حسابًا، فقد أرسلنا إليه رسالة تشرح كيفية تعيين كلمة مرور جديدة.
PASSWORD_TOO_SIMPLE = كلمة المرور هذه سهلة التخمين. بضع كلمات أخرى غير مألوفة تجعلها آمنة.
PASSWORD_WEAK_CONTEXT = تتكوَّن كلمة المرور هذه من أسمائك أو أسماء هذا الموقع، وهي أول ما سيجرِّبه الآخرون.
PASSWORD_WEAK_KEY_ROW = المفاتيح المتجاورة سهلة التخمين.
PASSWORD_WEAK_KEY_PATTERN = النمط القصير على لوحة المفاتيح سهل التخمين.
PASSWORD_WEAK_REPEATED_CHARACTER = تكرار الحرف نفسه سهل التخمين.
PASSWORD_WEAK_REPEATED_PART = تكرار الجزء نفسه لا يكاد يصعِّب التخمين أكثر من الجزء وحده.
PASSWORD_WEAK_TOP_10 = تكاد لا توجد كلمة مرور تُستخدم أكثر من هذه.
PASSWORD_WEAK_TOP_100 = هذه من أكثر مئة كلمة مرور استخدامًا.
PASSWORD_WEAK_COMMON = يستخدم كثيرون كلمة المرور هذه، ولذلك تُجرَّب أولًا.
PASSWORD_WEAK_SIMILAR = تشبه كلمة المرور هذه كثيرًا كلمةً يستخدمها كثيرون.
PASSWORD_WEAK_SEQUENCE = الحروف أو الأرقام المتسلسلة سهلة التخمين.
PASSWORD_WEAK_YEAR = السنة سهلة التخمين.
PASSWORD_WEAK_WORD = الكلمة الواحدة سهلة التخمين.
PASSWORD_WEAK_DATE = التاريخ سهل التخمين.
PASSWORD_WEAK_NAME = الاسم وحده سهل التخمين.
PASSWORD_WEAK_NAMES = الأسماء الشائعة سهلة التخمين.
PASSWORD_ADVICE_FEW_WORDS = اختر عدة كلمات لا علاقة بينها.
PASSWORD_ADVICE_NO_SIGNS = لا حاجة إلى الرموز والأرقام والحروف الكبيرة.
PASSWORD_ADVICE_MORE_WORDS = كلمة أو كلمتان إضافيتان غير مألوفتين تجعلها آمنة.
PASSWORD_ADVICE_CAPITAL = الحرف الكبير في البداية قليل الفائدة.
PASSWORD_ADVICE_CAPITALS = كتابة كل الحروف كبيرة قليلة الفائدة.
PASSWORD_ADVICE_REVERSED = الكلمات المكتوبة بالعكس قليلة الفائدة.
PASSWORD_ADVICE_SWAPS = الرموز التي تحلّ محلّ حروف، مثل @ بدلًا من a، قليلة الفائدة.
PASSWORD_ADVICE_KEY_PATTERN = يجب أن يكون النمط على لوحة المفاتيح أطول وأن يغيِّر اتجاهه أكثر.
PASSWORD_ADVICE_NO_REPEATS = لا تكرِّر الكلمات أو الحروف.
PASSWORD_ADVICE_NO_SEQUENCES = تجنَّب الحروف والأرقام المتسلسلة.
PASSWORD_ADVICE_NO_RECENT_YEARS = تجنَّب السنوات الأخيرة.
PASSWORD_ADVICE_NO_OWN_YEARS = تجنَّب السنوات التي لها صلة بك.
PASSWORD_ADVICE_NO_OWN_DATES = تجنَّب التواريخ التي لها صلة بك.
RETYPE_PASSWORD_MISMATCH = كلمتا المرور مختلفتان. يُرجى كتابة الكلمة نفسها مرتين.

## Names and numbers

INVALID_INPUT = يحتوي هذا على رموز لا يمكننا قبولها. يُرجى حذف علامات الترميز مثل < و &.
INVALID_INPUT_LENGTH = هذا طويل جدًا؛ أقصى عدد للحروف هو { $length }.
PHONE_INVALID = هذا ليس رقم هاتف صالحًا. اكتبه مع رمز البلد، مثل ‎+1 650 253 0000‎.
USERNAME_ALREADY_ASSOCIATED = اسم المستخدم { $username } محجوز. يُرجى اختيار اسم آخر.
USERNAME_CHANGE = اسم المستخدم الجديد سارٍ الآن.
USERNAME_DISALLOWED_CHARACTERS = لا يجوز أن يحتوي اسم المستخدم إلا على حروف وأرقام.
USERNAME_INVALID_LENGTH = يجب أن يكون طول اسم المستخدم من { $min } إلى { $max } من الحروف.
USERNAME_NOT_PROVIDED = يُرجى إدخال اسم مستخدم.
USERNAME_RECOVERY_REQUEST = إن كنا نعرف هذا العنوان، فستصل رسالة فيها اسم المستخدم الخاص بك.

## Codes and second factors

CODE_HAS_BEEN_SENT = أرسلنا إليك رمزًا.
FAILED_TO_SEND_CODE = تعذَّر إرسال الرمز. يُرجى المحاولة بعد قليل.
INVALID_CODE = الرمز في هذا الرابط خاطئ. يُرجى طلب رابط جديد.
INVALID_PASSWORD_CODE = كلمة المرور والرمز كلاهما غير صحيح.
INVALID_RECOVERY_CODE = رمز الاسترداد هذا غير صحيح، أو سبق استخدامه.
NO_RECOVERY_CODES_SETUP = ليست لديك رموز استرداد بعد.
TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL = تم إعداد العامل الثاني.
TWO_FACTOR_DISABLED = تم إيقاف العامل الثاني.
TWO_FACTOR_INVALID_TOKEN = هذا الرمز غير صحيح. يُرجى التحقق منه أو طلب رمز جديد.
TWO_FACTOR_LOGIN_SUCCESSFUL = الرمز صحيح. مرحبًا بك!
TWO_FACTOR_METHOD_NOT_AVAILABLE = لا يمكن اختيار هذا العامل الثاني هنا.
TWO_FACTOR_PERMISSION_DENIED = يُرجى تسجيل الدخول أولًا؛ العامل الثاني يأتي بعد ذلك.
TWO_FACTOR_SETUP_EXPIRED = كان عليك إتمام هذا خلال { $within }. يُرجى بدء الإعداد من جديد.
USE_CODE = رمز تسجيل الدخول هو { $code }. لن يطلبه منك أحد من طرفنا أبدًا.
US_CURRENT_METHODS = يمكنك تسجيل الدخول بهذه الطرق: { $method_list }.
US_METHOD_NOT_AVAILABLE = لا يمكنك تسجيل الدخول بهذه الطريقة؛ لم يتم إعدادها.
US_SETUP_EXPIRED = كان عليك إتمام هذا خلال { $within }. يُرجى بدء الإعداد من جديد.
US_SETUP_SUCCESSFUL = تم إعداد طريقة تسجيل الدخول هذه.
US_SPECIFY_IDENTITY = لا نعرف هذا الحساب. يُرجى التحقق مما كتبته.

## Passkeys

WEBAUTHN_CREDENTIAL_DELETED = تمت إزالة مفتاح المرور «{ $name }».
WEBAUTHN_CREDENTIAL_ID_INUSE = مفتاح المرور هذا مسجَّل بالفعل.
WEBAUTHN_CREDENTIAL_WRONG_USAGE = مفتاح المرور هذا مسجَّل لخطوة أخرى من تسجيل الدخول.
WEBAUTHN_EXPIRED = كان عليك استخدام مفتاح المرور خلال { $within }. يُرجى المحاولة مرة أخرى.
WEBAUTHN_MISMATCH_USER_HANDLE = مفتاح المرور هذا يخصّ حسابًا آخر.
WEBAUTHN_NAME_DISALLOWED_CHARACTERS = لا يجوز أن يحتوي الاسم إلا على حروف وأرقام ومسافات وواصلات وشرطات سفلية.
WEBAUTHN_NAME_INUSE = لديك بالفعل مفتاح مرور باسم «{ $name }».
WEBAUTHN_NAME_NOT_FOUND = ليس لديك مفتاح مرور باسم «{ $name }».
WEBAUTHN_NAME_REQUIRED = يُرجى تسمية مفتاح المرور.
WEBAUTHN_NO_VERIFY = لم يُقبل مفتاح المرور ({ $cause }). يُرجى المحاولة مرة أخرى.
WEBAUTHN_ORPHAN_CREDENTIAL_ID = لم يعد حساب مفتاح المرور هذا موجودًا.
WEBAUTHN_REGISTER_SUCCESSFUL = مفتاح المرور «{ $name }» جاهز للاستخدام.
WEBAUTHN_UNKNOWN_CREDENTIAL_ID = لا نعرف مفتاح المرور هذا.

## Requests: what clients may compare word for word

LITERAL = { $text }
REGISTRATION_SENT = إن كان هذا العنوان جديدًا هنا، فحسابه جاهز: سجِّل الدخول الآن.
FIRST_ADMINISTRATOR_READY = أنت المسؤول الآن.
ACCOUNT_UNLOCKED = تم إلغاء قفل حسابك. يمكنك تسجيل الدخول من جديد.
CHANGE_EMAIL_UNDONE = عاد حسابك إلى استخدام { $email }، وتم تسجيل خروجه من كل مكان. الخطوات التالية في الرسالة التي أرسلناها إليك.
CHANGE_EMAIL_UNDO_EXPIRED = كان هذا الرابط صالحًا لمدة { $within } ولم يعد يعمل. يُرجى مراسلة القائمين على هذا الموقع.
CHANGE_EMAIL_UNDO_INVALID = هذا الرابط لا يعمل، أو سبق التراجع عن التغيير.
CHANGE_EMAIL_UNDO_TAKEN = أصبح حساب آخر يستخدم { $email }، ولذلك لا يمكننا إعادته إلى حسابك. يُرجى مراسلة القائمين على هذا الموقع.
ACCOUNT_CLOSED = أُغلق حسابك وسيُحذف بعد { $within }. إن غيَّرت رأيك، فافتح الرابط الوارد في الرسالة التي أرسلناها إليك.
ACCOUNT_REOPENED = حسابك مفتوح من جديد. سجِّل الدخول للمتابعة.
ACCOUNT_REOPEN_INVALID = هذا الرابط لا يعمل، أو أن الحساب مفتوح بالفعل.
ACCOUNT_LAST_ADMINISTRATOR = أنت آخر مسؤول. عيِّن مسؤولًا غيرك قبل أن تغلق حسابك.
VISIT_FIRST = يُرجى إلقاء نظرة على هذه الصفحة أولًا.
SESSION_REVOKED = تم تسجيل الخروج من ذلك الجهاز.
SESSION_GONE = كان ذلك الجهاز قد سُجِّل خروجه من قبل.
SESSIONS_OTHERS_REVOKED = تم تسجيل خروجك من كل مكان ما عدا هنا.
SESSIONS_ALL_REVOKED = تم تسجيل خروجك من كل مكان. سجِّل الدخول مجددًا للمتابعة.
CSRF_TOKEN_MISSING = The CSRF token is missing.
CSRF_SESSION_TOKEN_MISSING = The CSRF session token is missing.
CSRF_TOKEN_EXPIRED = The CSRF token has expired.
CSRF_TOKEN_INVALID = The CSRF token is invalid.
CSRF_TOKEN_MISMATCH = The CSRF tokens do not match.
CSRF_REFERRER_MISSING = The referrer header is missing.
CSRF_REFERRER_MISMATCH = The referrer does not match the host.
CSRF_ORIGIN_MISMATCH = The request comes from another site.
FIELD_REQUIRED = يُرجى ملء هذا الحقل.
CHOICE_INVALID = يُرجى اختيار أحد الخيارات المعروضة.

## Spans of time and lists

# Spans of time are in the genitive: the sentences around them ask for it.

DURATION_YEARS = { $count ->
    [zero] { $count } سنة
    [one] سنة واحدة
    [two] سنتين
    [few] { $count } سنوات
    [many] { $count } سنة
   *[other] { $count } سنة
}
DURATION_MONTHS = { $count ->
    [zero] { $count } شهر
    [one] شهر واحد
    [two] شهرين
    [few] { $count } أشهر
    [many] { $count } شهرًا
   *[other] { $count } شهر
}
DURATION_DAYS = { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
DURATION_HOURS = { $count ->
    [zero] { $count } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
DURATION_MINUTES = { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
DURATION_SECONDS = { $count ->
    [zero] { $count } ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
}
DURATION_AND = { $first } و{ $last }
DURATION_COMMA = { $first } و{ $last }
LIST_COMMA = { $first } و{ $last }
LIST_END = { $first } و{ $last }

## What every page has

PAGE_LANGUAGE = ar
LANGUAGE_NAME = العربية
SITE_NAME = Gatewright
NAV_HOME = الصفحة الرئيسية
NAV_LOGIN = تسجيل الدخول
NAV_LOGOUT = تسجيل الخروج
NAV_REGISTER = إنشاء حساب
NAV_FORGOT_PASSWORD = هل نسيت كلمة المرور؟
NAV_CONFIRM = إعادة إرسال رسالة التأكيد
NAV_RECOVER_USERNAME = هل نسيت اسم المستخدم؟
NAV_CHANGE_PASSWORD = تغيير كلمة المرور
NAV_CHANGE_EMAIL = تغيير عنوان البريد الإلكتروني
NAV_CHANGE_USERNAME = تغيير اسم المستخدم
NAV_SESSIONS = أجهزتك
NAV_ACCOUNT = الحساب
NAV_LANGUAGE = اللغة
NAV_BACK = رجوع
NAV_MENU = حسابك
NAV_SKIP = الانتقال إلى المحتوى
LANGUAGE_TITLE = اختر لغتك
FLASH_TITLE = رسائل
ERRORS_TITLE = يُرجى تصحيح ما يلي:

## Fields

FIELD_EMAIL = عنوان البريد الإلكتروني
FIELD_EMAIL_NEW = عنوان البريد الإلكتروني الجديد
FIELD_IDENTITY = عنوان البريد الإلكتروني أو اسم المستخدم
FIELD_USERNAME = اسم المستخدم
FIELD_USERNAME_NEW = اسم المستخدم الجديد
FIELD_PASSWORD = كلمة المرور
FIELD_PASSWORD_NOW = كلمة المرور الحالية
FIELD_PASSWORD_NEW = كلمة المرور الجديدة
FIELD_PASSWORD_AGAIN = كلمة المرور نفسها مرة أخرى
FIELD_PASSWORD_OPTIONAL = كلمة المرور (يمكن تركها فارغة)
FIELD_PASSWORD_OR_CODE = كلمة المرور أو الرمز
FIELD_REMEMBER = إبقائي مسجَّل الدخول على هذا الجهاز
FIELD_PHONE = رقم الهاتف
FIELD_CODE = الرمز
FIELD_OPTIONAL = اختياري
FIELD_ROLES = الأدوار
PASSWORD_HINT = تذكُّر عدة كلمات غير مألوفة أسهل من تذكُّر الرموز.

## Page: sign in

LOGIN_TITLE = تسجيل الدخول
LOGIN_SUBMIT = تسجيل الدخول
LOGIN_EITHER = عنوان بريدك الإلكتروني أو اسم المستخدم: يكفي أحدهما.
LOGIN_NEW_HERE = هل أنت جديد هنا؟
LOGIN_OTHER_WAYS = طرق أخرى لتسجيل الدخول
LOGIN_WITH = تسجيل الدخول باستخدام { $provider }

## Page: password forgotten

FORGOT_PASSWORD_TITLE = هل نسيت كلمة المرور؟
FORGOT_PASSWORD_TEXT = أدخل عنوان بريدك الإلكتروني. سنرسل إليك رابطًا يمكنك به تعيين كلمة مرور جديدة.
FORGOT_PASSWORD_SUBMIT = إرسال الرابط

## Page: a new password in place of a forgotten one

RESET_PASSWORD_TITLE = تعيين كلمة مرور جديدة
RESET_PASSWORD_TEXT = سيتم تسجيل خروجك من جميع الأجهزة.
RESET_PASSWORD_SUBMIT = تعيين كلمة المرور

## Page: change the password

CHANGE_PASSWORD_TITLE = تغيير كلمة المرور
CHANGE_PASSWORD_TEXT = ستبقى مسجَّل الدخول هنا، وسيتم تسجيل خروجك من جميع الأجهزة الأخرى.
CHANGE_PASSWORD_FIRST = ليست لحسابك كلمة مرور بعد.
CHANGE_PASSWORD_SUBMIT = تغيير كلمة المرور

## Page: a link to sign in

SEND_LOGIN_TEXT = أدخل عنوان بريدك الإلكتروني. سنرسل إليك رابطًا لتسجيل دخولك.
SEND_LOGIN_SUBMIT = إرسال الرابط
LOGIN_LINK_TITLE = تسجيل الدخول
LOGIN_LINK_TEXT = أنت على وشك تسجيل الدخول باسم { $email }.
LOGIN_LINK_SUBMIT = تسجيل الدخول
LOGIN_LINK_EXPIRED_TITLE = هذا الرابط قديم
LOGIN_LINK_EXPIRED_TEXT = لم يعد صالحًا لتسجيل الدخول. يمكننا إرسال رابط جديد إلى { $email }.
LOGIN_LINK_EXPIRED_SUBMIT = إرسال رابط جديد

## Page: sign out

LOGOUT_TITLE = تسجيل الخروج
LOGOUT_TEXT = هل تريد تسجيل الخروج من هذا الجهاز؟
LOGOUT_SUBMIT = تسجيل الخروج
LOGOUT_STAY = البقاء مسجَّل الدخول

## Page: it is still you

VERIFY_TITLE = يُرجى تأكيد هويتك
VERIFY_TEXT = الخطوة التالية حسّاسة. أدخل كلمة المرور مرة أخرى للمتابعة.
VERIFY_SUBMIT = متابعة

## Page: one's own sessions

SESSIONS_TITLE = أجهزتك
SESSIONS_TEXT = حسابك مسجَّل الدخول على هذه الأجهزة. هل بينها جهاز لا تعرفه؟ سجِّل الخروج منه وغيِّر كلمة المرور.
SESSIONS_CURRENT = هذا الجهاز
SESSIONS_UNKNOWN = جهاز غير معروف
SESSIONS_SEEN = آخر استخدام
SESSIONS_NOW = الآن
SESSIONS_AGO = قبل { $span }
SESSIONS_ADDRESS = عنوان IP
SESSIONS_BEGAN = وقت الدخول
SESSIONS_ENDS = تنتهي إن لم تُستخدم
SESSIONS_REMEMBERED = يبقى مسجَّل الدخول
SESSIONS_REVOKE = تسجيل الخروج
SESSIONS_REVOKE_LABEL = تسجيل الخروج: { $device }، { $address }، { $seen }
SESSIONS_NONE = لا يوجد جهاز مسجَّل الدخول عبر الصفحات؛ قد تكون هناك تطبيقات مسجَّلة برموز مميَّزة.
SESSIONS_OTHERS_TITLE = تسجيل الخروج دفعة واحدة
SESSIONS_OTHERS_TEXT = يُنهي هذا أيضًا وصول التطبيقات التي تستخدم حسابك، والروابط الواردة في رسائلنا إليك.
SESSIONS_OTHERS = تسجيل الخروج من جميع الأجهزة الأخرى
SESSIONS_ALL = تسجيل الخروج من كل مكان، وهنا أيضًا

## Page: another email address

CHANGE_EMAIL_TITLE = تغيير عنوان البريد الإلكتروني
CHANGE_EMAIL_NOW = يستخدم حسابك هذا العنوان الآن:
CHANGE_EMAIL_TEXT = سنرسل رابطًا إلى العنوان الجديد. يكتمل التغيير عندما تفتحه خلال { $within }.
CHANGE_EMAIL_SUBMIT = إرسال الرابط
CHANGE_EMAIL_ASK_TITLE = هل تريد استخدام هذا العنوان؟
CHANGE_EMAIL_ASK_TEXT = سيستخدم حسابك العنوان { $email } من الآن فصاعدًا: به تسجِّل الدخول، وإليه نرسل رسائلنا.
CHANGE_EMAIL_ASK_SUBMIT = استخدام هذا العنوان
UNDO_EMAIL_TITLE = هل تريد التراجع عن التغيير؟
UNDO_EMAIL_TEXT = سيعود حسابك إلى استخدام { $email }، وسيتم تسجيل خروجه من كل مكان. ثم نرسل إليك رسالة بما عليك فعله بعد ذلك.
UNDO_EMAIL_SUBMIT = التراجع عن التغيير

## Page: another user name

CHANGE_USERNAME_TITLE = تغيير اسم المستخدم
CHANGE_USERNAME_NOW = اسم المستخدم الخاص بك:
CHANGE_USERNAME_NONE = ليس لديك اسم مستخدم بعد.
CHANGE_USERNAME_HINT = من { $min } إلى { $max } من الحروف والأرقام.
CHANGE_USERNAME_EMPTY = اتركه فارغًا إن لم ترد اسمًا.
CHANGE_USERNAME_SUBMIT = تغيير اسم المستخدم

## Page: user name forgotten

RECOVER_USERNAME_TITLE = هل نسيت اسم المستخدم؟
RECOVER_USERNAME_TEXT = سنرسله إلى عنوان حسابك.
RECOVER_USERNAME_SUBMIT = إرسال اسم المستخدم إليّ

## Page: one's own account

ACCOUNT_TITLE = حسابك
ACCOUNT_CONFIRMED = مؤكَّد
ACCOUNT_UNCONFIRMED = غير مؤكَّد
ACCOUNT_SINCE = عضو منذ
ACCOUNT_LAST_LOGIN = آخر تسجيل دخول قبل هذا
ACCOUNT_EMAIL_TITLE = عنوان البريد الإلكتروني
ACCOUNT_USERNAME_TITLE = اسم المستخدم
ACCOUNT_PASSWORD_TITLE = كلمة المرور
ACCOUNT_PASSWORD_SET = تسجِّل الدخول بكلمة مرور.
ACCOUNT_PASSWORD_NONE = ليست لديك كلمة مرور.
ACCOUNT_SESSIONS_TEXT = اطَّلع على الأماكن التي سجَّلت الدخول فيها، وسجِّل الخروج من الأجهزة.
ACCOUNT_SESSIONS_LINK = عرض أجهزتك
ACCOUNT_CONFIRM_TITLE = لم يُؤكَّد عنوانك
ACCOUNT_CONFIRM_TEXT = افتح الرابط الوارد في الرسالة التي أرسلناها إلى { $email }، أو اطلب رسالة أخرى.
ACCOUNT_ACTIVITY_TITLE = النشاط الأخير
ACCOUNT_ACTIVITY_TEXT = هل هناك شيء لم تفعله أنت؟ غيِّر كلمة المرور وسجِّل الخروج من جميع الأجهزة الأخرى.
ACCOUNT_DATA_TITLE = بياناتك
ACCOUNT_DATA_TEXT = احتفظ بنسخة مما نخزِّنه عنك، أو أغلق حسابك.
ACCOUNT_DATA_LINK = تنزيل بياناتك
ACCOUNT_CLOSE_LINK = إغلاق حسابك
CLOSE_ACCOUNT_TITLE = هل تريد إغلاق حسابك؟
CLOSE_ACCOUNT_NOW = سيتم تسجيل خروجك من كل مكان فورًا، ولن يتمكن أحد من تسجيل الدخول بعد ذلك.
CLOSE_ACCOUNT_LATER = بعد { $within } يُحذف حسابك وكل ما يتبعه. حتى ذلك الحين يمكن فتحه من جديد برابط نرسله إليك؛ وبعد ذلك لا يستطيع أحد استعادته.
CLOSE_ACCOUNT_DATA = هل تريد الاحتفاظ بنسخة من بياناتك؟ نزِّلها أولًا:
CLOSE_ACCOUNT_SUBMIT = إغلاق حسابي
CLOSE_ACCOUNT_STAY = العودة إلى حسابك
REOPEN_ACCOUNT_TITLE = هل تريد الاحتفاظ بحسابك؟
REOPEN_ACCOUNT_TEXT = الحساب { $email } مغلق. إن احتفظت به، فلن يُحذف، ويمكنك تسجيل الدخول من جديد.
REOPEN_ACCOUNT_SUBMIT = الاحتفاظ بحسابي
ACTIVITY_USER_AUTHENTICATED = تم تسجيل الدخول
ACTIVITY_USER_FAILED_AUTHN = كلمة مرور خاطئة أو رمز خاطئ
ACTIVITY_PASSWORD_CHANGED = تم تغيير كلمة المرور
ACTIVITY_PASSWORD_RESET = تم استبدال كلمة المرور المنسية
ACTIVITY_CHANGE_EMAIL_CONFIRMED = تم تغيير عنوان البريد الإلكتروني
ACTIVITY_EMAIL_CHANGE_UNDONE = تم التراجع عن تغيير عنوان البريد الإلكتروني
ACTIVITY_USERNAME_CHANGED = تم تغيير اسم المستخدم
ACTIVITY_ACCOUNT_LOCKED = تم قفل الحساب
ACTIVITY_ACCOUNT_UNLOCKED = تم إلغاء قفل الحساب
ACTIVITY_ACCOUNT_CLOSED = تم إغلاق الحساب
ACTIVITY_ACCOUNT_REOPENED = تم فتح الحساب من جديد
ACTIVITY_SESSION_REVOKED = تم تسجيل الخروج من جهاز
ACTIVITY_SESSION_REPLAYED = تم إنهاء جلسة منسوخة
ACTIVITY_USER_CONFIRMED = تم تأكيد عنوان البريد الإلكتروني
ACTIVITY_USER_REGISTERED = تم إنشاء الحساب
ACTIVITY_RESET_PASSWORD_INSTRUCTIONS_SENT = طُلب رابط لتعيين كلمة مرور جديدة
ACTIVITY_CHANGE_EMAIL_INSTRUCTIONS_SENT = طُلب تغيير عنوان البريد الإلكتروني
ACTIVITY_CONFIRM_INSTRUCTIONS_SENT = طُلب رابط لتأكيد عنوان البريد الإلكتروني
ACTIVITY_LOGIN_INSTRUCTIONS_SENT = طُلب رابط لتسجيل الدخول
ACTIVITY_USERNAME_RECOVERY_EMAIL_SENT = طُلب اسم المستخدم
ACTIVITY_USER_CREATED = أنشأ أحد المسؤولين الحساب

## Page: register

REGISTER_TITLE = إنشاء حساب
REGISTER_SUBMIT = إنشاء الحساب
REGISTER_HAVE_ACCOUNT = هل لديك حساب؟
REGISTER_PASSWORD_HINT = أقل عدد للحروف هو { $length }. تذكُّر عدة كلمات غير مألوفة أسهل من تذكُّر الرموز.

## Pages: confirm the address

SEND_CONFIRMATION_TITLE = تأكيد عنوان بريدك الإلكتروني
SEND_CONFIRMATION_TEXT = سنرسل إليك رسالة فيها رابط. افتحه ليتأكَّد عنوانك.
SEND_CONFIRMATION_SUBMIT = إرسال الرسالة
CONFIRM_EMAIL_TITLE = تأكيد عنوان بريدك الإلكتروني
CONFIRM_EMAIL_TEXT = هل { $email } عنوانك؟ اضغط الزر لتأكيده.
CONFIRM_EMAIL_SUBMIT = تأكيد عنواني

## Page: welcome

WELCOME_TITLE = مرحبًا بك
WELCOME_SIGNED_IN = أنت مسجَّل الدخول باسم { $name }.
WELCOME_SIGNED_OUT = لم تسجِّل الدخول.
WELCOME_NO_ROLES = لا شيء
WELCOME_NEXT_TITLE = ما الخطوة التالية
WELCOME_NEXT_IN = صفحة البداية هذه تأتي مع الخادم. ضع تطبيقك مكانها وحدِّد الدور الذي تتطلَّبه كل صفحة من صفحاته.
WELCOME_NEXT_OUT = سجِّل الدخول لرؤية حسابك.

## Page: the first administrator

UNLOCK_TITLE = إلغاء قفل حسابك
UNLOCK_TEXT = قُفل حسابك بعد عدد كبير من كلمات المرور أو الرموز الخاطئة. يمكنك إلغاء القفل هنا.
UNLOCK_SUBMIT = إلغاء قفل حسابي
SETUP_TITLE = إنشاء المسؤول الأول
SETUP_TEXT = لا توجد حسابات في هذا الموقع بعد. الحساب الذي تنشئه هنا سيملك جميع الصلاحيات.
SETUP_TOKEN = مفتاح الإعداد
SETUP_TOKEN_HINT = تجده في السجلّ الذي كتبه الخادم عند بدء تشغيله.
SETUP_TOKEN_WRONG = مفتاح الإعداد هذا غير صحيح. انسخه من سجلّ الخادم مرة أخرى.
SETUP_SUBMIT = إنشاء المسؤول
SETUP_DONE = المسؤول موجود الآن. سجِّل الدخول للمتابعة.

## Pages: something is wrong

ERROR_400_TITLE = تعذَّرت علينا قراءة ذلك
ERROR_400_TEXT = ارجع إلى الخلف وأعد تحميل الصفحة ثم حاول مرة أخرى.
ERROR_401_TITLE = يُرجى تسجيل الدخول
ERROR_401_TEXT = هذه الصفحة متاحة لمن سجَّل الدخول فقط.
ERROR_401_STALE_TEXT = تتطلَّب هذه الصفحة تسجيل دخول أحدث. سجِّل الخروج، ثم سجِّل الدخول مجددًا وعُد إلى هنا.
ERROR_403_TITLE = غير مسموح
ERROR_403_TEXT = إن كنت تحتاج إلى هذه الصفحة، فاطلب إذن الوصول من أحد المسؤولين.
ERROR_404_TITLE = لا شيء هنا
ERROR_404_TEXT = لا يؤدي هذا العنوان إلى شيء. تحقَّق من خلوّه من أخطاء الكتابة، أو ابدأ من الصفحة الرئيسية.
ERROR_405_TITLE = ليس بهذه الطريقة
ERROR_405_TEXT = هذا العنوان موجود، ولكن ليس لما حاولت فعله. ابدأ من الصفحة الرئيسية.
ERROR_HOST_TEXT = لا يعمل هذا الموقع تحت ذلك العنوان. تحقَّق من العنوان في المتصفح، أو أخبر القائمين على الموقع.
ERROR_CROSS_SITE_TEXT = أرسلت هذا صفحةُ موقع آخر، ولذلك لم يُنفَّذ شيء. إن كنت تقصده، فافتح هذا الموقع في علامة تبويب جديدة ونفِّذه هناك.
ERROR_413_TITLE = كبير جدًا
ERROR_413_TEXT = أرسلت أكثر مما نقبله. أرسل قدرًا أقل وحاول مرة أخرى.
ERROR_429_TITLE = أبطأ قليلًا من فضلك
ERROR_429_TEXT = كانت المحاولات كثيرة جدًا. انتظر لمدة { $wait } ثم حاول مرة أخرى.
ERROR_500_TITLE = كان هذا خطأنا
ERROR_500_TEXT = حدث خلل من جهتنا، وقد دُوِّن في السجلّ. يُرجى المحاولة بعد قليل.
ERROR_503_TITLE = ضغط كبير
ERROR_503_TEXT = الطلبات الآن أكثر مما يمكننا تلبيته. يُرجى المحاولة مرة أخرى بعد { $wait }.
ERROR_CSRF_TITLE = هذا النموذج قديم
ERROR_CSRF_TEXT = حفاظًا على أمانك، يعمل النموذج لفترة محدودة فقط. يُرجى إرساله مرة أخرى.

## Mails

MAIL_FOOTER = أُرسلت هذه الرسالة تلقائيًا، ولا أحد يقرأ الردود عليها.
MAIL_LINK_HINT = إن لم يعمل الزر، فانسخ هذا العنوان إلى متصفحك:
MAIL_UNKNOWN = غير معروف
MAIL_SEEN_TIME = الوقت
MAIL_SEEN_ADDRESS = عنوان IP
MAIL_SEEN_AGENT = الجهاز
MAIL_SESSION_REPLAYED_SUBJECT = أنهينا إحدى جلسات حسابك
MAIL_SESSION_REPLAYED_TEXT = استخدم أحدهم مفتاحًا لجلستك لم يعد صالحًا. يحدث ذلك إذا نُسخت الجلسة إلى جهاز آخر، ولذلك أنهيناها.
MAIL_REFRESH_REPLAYED_SUBJECT = سجَّلنا خروج تطبيق من حسابك
MAIL_REFRESH_REPLAYED_TEXT = استُخدم مرتين مفتاحٌ يُبقي تطبيقًا مسجَّل الدخول إلى حسابك. يحدث ذلك إذا نُسخ المفتاح، ولذلك أبطلناه.
MAIL_REPLAYED_YOU = إن كنت أنت من فعل ذلك، مثلًا بملف تعريف متصفح منسوخ أو نسخة احتياطية مستعادة، فما عليك إلا تسجيل الدخول مجددًا.
MAIL_REPLAYED_NOT_YOU = وإن لم تكن أنت، فربما وصل أحدهم إلى حسابك. غيِّر كلمة المرور، وسجِّل الخروج من كل مكان، وافحص أجهزتك بحثًا عن البرمجيات الخبيثة.
MAIL_ACCOUNT_LOCKED_SUBJECT = حسابك مقفل مؤقتًا
MAIL_ACCOUNT_LOCKED_TEXT = أُدخل لحسابك عدد كبير من كلمات المرور أو الرموز الخاطئة، ولذلك قفلناه.
MAIL_ACCOUNT_LOCKED_WITHIN = سيُلغى القفل تلقائيًا بعد { $within }.
MAIL_ACCOUNT_LOCKED_LINK = إن كنت أنت من فعل ذلك، فيمكنك إلغاء القفل فورًا:
MAIL_ACCOUNT_LOCKED_BUTTON = إلغاء قفل حسابي
MAIL_ACCOUNT_LOCKED_NOT_YOU = وإن لم تكن أنت، فهناك من يحاول الدخول. لم ينجح في ذلك، ولا يلزمك فعل شيء. إن كنت تستخدم كلمة المرور نفسها في أماكن أخرى، فهذا وقت مناسب لتغييرها.
MAIL_LINK_WITHIN = الرابط صالح لمرة واحدة، ولمدة { $within }.
MAIL_CONFIRM_SUBJECT = يُرجى تأكيد عنوان بريدك الإلكتروني
MAIL_CONFIRM_TEXT = هل { $email } عنوانك؟ افتح هذا الرابط لتأكيده.
MAIL_CONFIRM_BUTTON = تأكيد عنواني
MAIL_CONFIRM_NOT_YOU = إن لم تطلب هذه الرسالة، فيمكنك تجاهلها: لا يُؤكَّد شيء دون الرابط.
MAIL_RESET_SUBJECT = تعيين كلمة مرور جديدة
MAIL_RESET_TEXT = يريد أحدهم، وأغلب الظن أنه أنت، تعيين كلمة مرور جديدة لحسابك. يؤدي هذا الرابط إلى الصفحة المخصَّصة لذلك، وهو صالح لمرة واحدة خلال { $within }:
MAIL_RESET_BUTTON = تعيين كلمة مرور جديدة
MAIL_RESET_NOT_YOU = إن لم تكن أنت، فيمكنك حذف هذه الرسالة: ستبقى كلمة مرورك كما هي.
MAIL_RESET_NOTICE_SUBJECT = أُعيد تعيين كلمة مرورك
MAIL_RESET_NOTICE_TEXT = عُيِّنت كلمة مرور جديدة لحسابك عبر رابط أرسلناه إلى هذا العنوان. تم تسجيل خروجك من جميع الأجهزة.
MAIL_CHANGE_NOTICE_SUBJECT = تم تغيير كلمة مرورك
MAIL_CHANGE_NOTICE_TEXT = تم تغيير كلمة مرور حسابك، وتسجيل الخروج من جميع الأجهزة الأخرى.
MAIL_PASSWORD_NOT_YOU = إن لم تكن أنت، فهناك من يستطيع الوصول إلى حسابك. عيِّن كلمة مرور جديدة فورًا، وتأكَّد من أن لا أحد غيرك يقرأ بريدك.
MAIL_LOGIN_SUBJECT = رابط تسجيل دخولك
MAIL_LOGIN_TEXT = بهذا الرابط تسجِّل الدخول إلى حسابك. وهو صالح لمرة واحدة خلال { $within }:
MAIL_LOGIN_BUTTON = تسجيل الدخول
MAIL_LOGIN_NOT_YOU = لا تعطِه لأحد: كل من يملك الرابط يدخل به. إن لم تطلبه، فيمكنك حذف هذه الرسالة.
MAIL_CHANGE_EMAIL_SUBJECT = تأكيد عنوان بريدك الإلكتروني الجديد
MAIL_CHANGE_EMAIL_TEXT = طُلب أن يستخدم الحساب { $email } عنوان البريد الإلكتروني هذا من الآن فصاعدًا. إن كنت تريد ذلك، فافتح هذا الرابط:
MAIL_CHANGE_EMAIL_BUTTON = استخدام هذا العنوان
MAIL_CHANGE_EMAIL_WITHIN = الرابط صالح لمدة { $within }. جاء الطلب من هنا:
MAIL_CHANGE_EMAIL_NOT_YOU = إن لم تكن تعرف ذلك الحساب، فلا يلزمك فعل شيء: لا يتغيَّر شيء دون الرابط.
MAIL_CHANGE_EMAIL_DONE_SUBJECT = تم تغيير عنوان البريد الإلكتروني لحسابك
MAIL_CHANGE_EMAIL_DONE_TEXT = يستخدم حسابك الآن عنوان بريد إلكتروني آخر: { $email }. لن تصلك رسائل أخرى على هذا العنوان.
MAIL_CHANGE_EMAIL_DONE_YOU = إن كنت أنت من فعل ذلك، فلا يلزمك فعل شيء.
MAIL_CHANGE_EMAIL_DONE_NOT_YOU = وإن لم تكن أنت، فهناك من يستطيع الوصول إلى حسابك. تراجَع عن التغيير الآن: يستعيد حسابك هذا العنوان، ويتم تسجيل خروج الجميع. الرابط صالح لمدة { $within }.
MAIL_CHANGE_EMAIL_DONE_BUTTON = التراجع عن التغيير
MAIL_CHANGE_EMAIL_UNDONE_SUBJECT = استعاد حسابك عنوان بريده الإلكتروني
MAIL_CHANGE_EMAIL_UNDONE_TEXT = تم التراجع عن التغيير إلى { $email }. عاد حسابك إلى استخدام هذا العنوان، وتم تسجيل خروجه من كل مكان.
MAIL_CHANGE_EMAIL_UNDONE_RESET = ربما يعرف من غيَّر العنوان كلمة مرورك. عيِّن كلمة جديدة الآن؛ الرابط صالح لمدة { $within }.
MAIL_CHANGE_EMAIL_UNDONE_BUTTON = تعيين كلمة مرور جديدة
MAIL_CHANGE_EMAIL_UNDONE_NO_RESET = ربما يعرف من غيَّر العنوان كلمة مرورك. سجِّل الدخول وعيِّن كلمة جديدة الآن. إن لم تعد كلمة مرورك تعمل، فيُرجى مراسلة القائمين على هذا الموقع.
MAIL_CHANGE_EMAIL_TAKEN_BACK_SUBJECT = لم يعد عنوان البريد هذا تابعًا للحساب
MAIL_CHANGE_EMAIL_TAKEN_BACK_TEXT = تراجَع صاحب العنوان السابق عن تغيير العنوان. لم يعد الحساب يستخدم هذا العنوان، وتم تسجيل خروجه من كل مكان.
MAIL_CHANGE_EMAIL_TAKEN_BACK_YOU = إن كان الحساب لك، فانظر في الرسائل الواصلة إلى عنوانك السابق: ففيها ما عليك فعله.
MAIL_CHANGE_USERNAME_SUBJECT = تم تغيير اسم المستخدم الخاص بك
MAIL_CHANGE_USERNAME_TEXT = أصبح اسم المستخدم الخاص بك { $username }.
MAIL_CHANGE_USERNAME_NONE = لم يعد لحسابك اسم مستخدم. سجِّل الدخول بعنوان بريدك الإلكتروني.
MAIL_CHANGE_USERNAME_NOT_YOU = إن لم تكن أنت، فهناك من يستطيع الوصول إلى حسابك. غيِّر كلمة المرور وسجِّل الخروج من كل مكان.
MAIL_USERNAME_RECOVERY_SUBJECT = اسم المستخدم الخاص بك
MAIL_USERNAME_RECOVERY_TEXT = هذا اسم المستخدم الخاص بك:
MAIL_USERNAME_RECOVERY_NONE = ليس لحسابك اسم مستخدم. سجِّل الدخول بعنوان بريدك الإلكتروني { $email }.
MAIL_USERNAME_RECOVERY_NOT_YOU = إن لم تطلبه، فيمكنك تجاهل هذه الرسالة: لم تصل إلى أحد سواك.
MAIL_WELCOME_SUBJECT = مرحبًا بك
MAIL_WELCOME_READY = حسابك جاهز. يسعدنا وجودك هنا!
MAIL_WELCOME_CONFIRM = يسعدنا وجودك هنا! بقيت خطوة واحدة: افتح هذا الرابط لتأكيد أن العنوان لك.
MAIL_WELCOME_NOT_YOU = إن لم تسجِّل هنا، فقد أدخل شخص آخر عنوانك، ربما عن طريق الخطأ. يمكنك تجاهل هذه الرسالة.
MAIL_EXISTING_SUBJECT = لديك حساب بالفعل
MAIL_EXISTING_TEXT = حاول أحدهم، وأغلب الظن أنه أنت، إنشاء حساب بهذا العنوان. العنوان تابع لحسابك بالفعل، ولم يتغيَّر شيء.
MAIL_EXISTING_USERNAME = اسم المستخدم الخاص بك هو { $username }.
MAIL_EXISTING_CONFIRM = لم يُؤكَّد عنوانك بعد. افتح هذا الرابط لتأكيده:
MAIL_EXISTING_RESET = هل نسيت كلمة المرور؟ افتح هذا الرابط لتعيين كلمة جديدة:
MAIL_EXISTING_RESET_BUTTON = تعيين كلمة مرور جديدة
MAIL_EXISTING_RECOVERY = إذا انتهت صلاحية ذلك الرابط، فاطلب رابطًا آخر من هنا:
MAIL_EXISTING_NOT_YOU = إن لم تكن أنت، فيمكنك تجاهل هذه الرسالة: لم يصل أحد إلى حسابك.
MAIL_USERNAME_TAKEN_SUBJECT = يُرجى اختيار اسم مستخدم آخر
MAIL_USERNAME_TAKEN_TEXT = حاول أحدهم، وأغلب الظن أنه أنت، إنشاء حساب هنا باسم { $username } وبالعنوان { $email }. اسم المستخدم هذا لحساب آخر، ولذلك لم يُنشأ حساب. يُرجى التسجيل مجددًا باسم آخر.
MAIL_ACCOUNT_CLOSED_SUBJECT = حسابك مغلق
MAIL_ACCOUNT_CLOSED_TEXT = أُغلق حسابك وتم تسجيل خروجه من كل مكان. سيُحذف نهائيًا في { $date }.
MAIL_ACCOUNT_CLOSED_LINK = إن غيَّرت رأيك، فيمكنك الاحتفاظ به. الرابط صالح لمدة { $within }:
MAIL_ACCOUNT_CLOSED_BUTTON = الاحتفاظ بحسابي
MAIL_ACCOUNT_CLOSED_NOT_YOU = إن لم تكن أنت، فاحتفظ بحسابك الآن وغيِّر كلمة المرور.
MAIL_TEST_SUBJECT = رسالة تجريبية
MAIL_TEST_TEXT = إن استطعت قراءة هذا، فالبريد يعمل.
