# Turkish. The keys are those of English.

## Accounts: addresses and confirmation

ALREADY_CONFIRMED = Yapılacak bir şey kalmadı: bu e-posta adresi zaten doğrulanmış.
CONFIRMATION_EXPIRED = Bu bağlantı { $within } geçerliydi ve artık çalışmıyor. Lütfen yenisini isteyin.
CONFIRMATION_REQUEST = { $email } adresine bir e-posta gönderdik. Adresi doğrulamak için içindeki bağlantıyı açın.
CONFIRMATION_REQUIRED = Önce e-posta adresinizi doğrulayın; bağlantı size gönderdiğimiz e-postada.
CONFIRM_REGISTRATION = Hoş geldiniz! Bir adım kaldı: { $email } adresine gönderdiğimiz e-postadaki bağlantıyı açın.
EMAIL_CONFIRMED = E-posta adresiniz doğrulandı. Teşekkürler!
INVALID_CONFIRMATION_TOKEN = Bu doğrulama bağlantısı çalışmıyor. Lütfen yenisini isteyin.
CHANGE_EMAIL_CONFIRMED = Tamam: hesabınız artık yeni e-posta adresini kullanıyor.
CHANGE_EMAIL_EXPIRED = Bu bağlantı { $within } geçerliydi ve artık çalışmıyor. Lütfen adres değişikliğini baştan başlatın.
CHANGE_EMAIL_SENT = { $email } adresine bir e-posta gönderdik. Değişikliği tamamlamak için içindeki bağlantıyı açın.
EMAIL_ALREADY_ASSOCIATED = { $email } adresiyle bir hesap zaten var. O hesaba giriş yapın ya da başka bir adres kullanın.
EMAIL_NOT_PROVIDED = Lütfen e-posta adresinizi girin.
INVALID_EMAIL_ADDRESS = Bu bir e-posta adresine benzemiyor. Şöyle görünmeli: ad@example.com.
DISABLED_ACCOUNT = Bu hesap kapatılmış. Lütfen bir yöneticiye başvurun.
USER_DOES_NOT_EXIST = Böyle bir hesap tanımıyoruz. Lütfen yazdıklarınızı kontrol edin.

## Signing in

ANONYMOUS_USER_REQUIRED = Zaten giriş yaptınız; bunu yapmak için önce çıkış yapın.
API_ERROR = Bu değeri okuyamıyoruz. Lütfen isteği kontrol edin.
FORGOT_PASSWORD = Parolanızı mı unuttunuz?
GENERIC_AUTHN_FAILED = Olmadı. Yazdıklarınızı kontrol edip yeniden deneyin.
GENERIC_RECOVERY = Bu hesabı tanıyorsak, sonraki adımları anlatan bir e-posta yolda.
GENERIC_US_SIGNIN = Bu hesabı tanıyorsak, bir kod yolda.
IDENTITY_ALREADY_ASSOCIATED = { $value } değerini başka bir hesap zaten kullanıyor ({ $attr }).
IDENTITY_NOT_REGISTERED = { $id } için burada bir hesap yok. Lütfen önce kaydolun.
INVALID_LOGIN_TOKEN = Bu giriş bağlantısı çalışmıyor. Lütfen yenisini isteyin.
INVALID_REDIRECT = Sizi oraya gönderemeyiz: bu adres bu siteye ait değil.
LOGIN = Bu sayfayı görmek için giriş yapın.
LOGIN_EMAIL_SENT = { $email } adresine bir e-posta gönderdik. Giriş yapmak için içindeki bağlantıyı açın.
LOGIN_EXPIRED = Bu giriş bağlantısı { $within } geçerliydi ve artık çalışmıyor. { $email } adresine yenisini gönderdik.
PASSWORDLESS_LOGIN_SUCCESSFUL = Hoş geldiniz, giriş yaptınız.
OAUTH_HANDSHAKE_ERROR = Diğer hizmet girişe izin vermedi ({ $exerror }: { $exdesc }). Lütfen yeniden deneyin.
REAUTHENTICATION_REQUIRED = Güvenliğiniz için lütfen siz olduğunuzu bir kez daha gösterin.
REAUTHENTICATION_SUCCESSFUL = Teşekkürler, siz olduğunuzu anladık.
REFRESH = Bu sayfayı görmek için yeniden giriş yapın.
REFRESH_TOKEN_INVALID = Bu yenileme belirteci kabul edilmedi ({ $reason }). Yenisini almak için giriş yapın.
UNAUTHENTICATED = Bu yalnızca giriş yapanlar içindir. Lütfen giriş yapın.
UNAUTHORIZED = Hesabınızın buna izni yok.

## Passwords

INVALID_PASSWORD = Bu parola doğru değil.
INVALID_RESET_PASSWORD_TOKEN = Bu bağlantı çalışmıyor ya da daha önce kullanılmış. Lütfen yenisini isteyin.
PASSWORD_BREACHED = Bu parola çalınmış parolalar listesinde yer alıyor. Lütfen başka bir parola seçin.
PASSWORD_BREACHED_SITE_ERROR = Bu parolanın çalınmış olup olmadığına bakamadık. Lütfen bir süre sonra yeniden deneyin.
PASSWORD_CHANGE = Yeni parolanız artık geçerli.
PASSWORD_INVALID_LENGTH = Parola { $length } ile 128 karakter arasında olmalıdır.
PASSWORD_IS_THE_SAME = Bu şu anki parolanız. Lütfen başka bir parola seçin.
PASSWORD_MISMATCH = İki farklı parola yazdınız.
PASSWORD_NOT_PROVIDED = Lütfen bir parola girin.
PASSWORD_RESET = Yeni parolanız artık geçerli ve giriş yaptınız.
PASSWORD_RESET_EXPIRED = Bu bağlantı { $within } geçerliydi ve artık çalışmıyor. Lütfen yenisini isteyin.
PASSWORD_RESET_NO_LOGIN = Yeni parolanız artık geçerli. Onunla giriş yapın.
PASSWORD_RESET_REQUEST = { $email } bir hesaba aitse, oraya bir e-posta gönderdik. Yeni parolayı nasıl belirleyeceğinizi orada bulursunuz.
PASSWORD_TOO_SIMPLE = Bu parolayı tahmin etmek kolay. Birkaç alışılmadık sözcük daha eklerseniz güvenli olur.
PASSWORD_WEAK_CONTEXT = Bu parola sizin ya da bu sitenin adlarından oluşuyor. Başkaları önce bunu dener.
PASSWORD_WEAK_KEY_ROW = Yan yana tuşları tahmin etmek kolaydır.
PASSWORD_WEAK_KEY_PATTERN = Klavyedeki kısa bir deseni tahmin etmek kolaydır.
PASSWORD_WEAK_REPEATED_CHARACTER = Hep aynı karakteri tahmin etmek kolaydır.
PASSWORD_WEAK_REPEATED_PART = Tekrarlanan bir parçayı tahmin etmek, parçanın kendisinden pek zor değildir.
PASSWORD_WEAK_TOP_10 = Bundan daha çok kullanılan parola neredeyse yok.
PASSWORD_WEAK_TOP_100 = Bu, en çok kullanılan yüz paroladan biri.
PASSWORD_WEAK_COMMON = Bu parolayı çok kişi kullanıyor, bu yüzden ilk o denenir.
PASSWORD_WEAK_SIMILAR = Bu parola, çok kişinin kullandığı bir parolaya çok benziyor.
PASSWORD_WEAK_SEQUENCE = Sıralı harfleri ya da rakamları tahmin etmek kolaydır.
PASSWORD_WEAK_YEAR = Bir yılı tahmin etmek kolaydır.
PASSWORD_WEAK_WORD = Tek bir sözcüğü tahmin etmek kolaydır.
PASSWORD_WEAK_DATE = Bir tarihi tahmin etmek kolaydır.
PASSWORD_WEAK_NAME = Tek başına bir adı tahmin etmek kolaydır.
PASSWORD_WEAK_NAMES = Yaygın adları tahmin etmek kolaydır.
PASSWORD_ADVICE_FEW_WORDS = Birbiriyle ilgisi olmayan birkaç sözcük seçin.
PASSWORD_ADVICE_NO_SIGNS = İşaretler, rakamlar ve büyük harfler gerekmez.
PASSWORD_ADVICE_MORE_WORDS = Bir iki alışılmadık sözcük daha eklerseniz güvenli olur.
PASSWORD_ADVICE_CAPITAL = Baştaki büyük harfin pek yararı olmaz.
PASSWORD_ADVICE_CAPITALS = Her harfi büyük yazmanın pek yararı olmaz.
PASSWORD_ADVICE_REVERSED = Tersten yazılmış sözcüklerin pek yararı olmaz.
PASSWORD_ADVICE_SWAPS = Harf yerine konan işaretlerin, örneğin a yerine @ işaretinin, pek yararı olmaz.
PASSWORD_ADVICE_KEY_PATTERN = Klavyedeki desen daha uzun olmalı ve daha sık yön değiştirmeli.
PASSWORD_ADVICE_NO_REPEATS = Sözcükleri ve karakterleri tekrarlamayın.
PASSWORD_ADVICE_NO_SEQUENCES = Sıralı harf ve rakam kullanmayın.
PASSWORD_ADVICE_NO_RECENT_YEARS = Son yılları kullanmayın.
PASSWORD_ADVICE_NO_OWN_YEARS = Sizinle ilgili yılları kullanmayın.
PASSWORD_ADVICE_NO_OWN_DATES = Sizinle ilgili tarihleri kullanmayın.
RETYPE_PASSWORD_MISMATCH = İki parola birbirinden farklı. Lütfen iki kez aynısını yazın.

## Names and numbers

INVALID_INPUT = Burada kabul edemediğimiz karakterler var. Lütfen < ve & gibi biçim işaretlerini çıkarın.
INVALID_INPUT_LENGTH = Bu çok uzun; en fazla { $length } karakter olabilir.
PHONE_INVALID = Bu geçerli bir telefon numarası değil. Ülke koduyla yazın, örneğin +90 212 123 45 67.
USERNAME_ALREADY_ASSOCIATED = { $username } kullanıcı adı alınmış. Lütfen başka bir ad seçin.
USERNAME_CHANGE = Yeni kullanıcı adınız artık geçerli.
USERNAME_DISALLOWED_CHARACTERS = Kullanıcı adında yalnızca harf ve rakam olabilir.
USERNAME_INVALID_LENGTH = Kullanıcı adı { $min } ile { $max } karakter arasında olmalıdır.
USERNAME_NOT_PROVIDED = Lütfen bir kullanıcı adı girin.
USERNAME_RECOVERY_REQUEST = Bu adresi tanıyorsak, kullanıcı adınızı içeren bir e-posta yolda.

## Codes and second factors

CODE_HAS_BEEN_SENT = Kodunuz yolda.
FAILED_TO_SEND_CODE = Kodu gönderemedik. Lütfen bir süre sonra yeniden deneyin.
INVALID_CODE = Bu bağlantıdaki kod yanlış. Lütfen yenisini isteyin.
INVALID_PASSWORD_CODE = Ne parola ne de kod doğru.
INVALID_RECOVERY_CODE = Bu kurtarma kodu doğru değil ya da daha önce kullanılmış.
NO_RECOVERY_CODES_SETUP = Henüz kurtarma kodunuz yok.
TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL = İkinci faktörünüz ayarlandı.
TWO_FACTOR_DISABLED = İkinci faktörünüz kapatıldı.
TWO_FACTOR_INVALID_TOKEN = Bu kod doğru değil. Lütfen kontrol edin ya da yenisini isteyin.
TWO_FACTOR_LOGIN_SUCCESSFUL = Kod doğru. Hoş geldiniz!
TWO_FACTOR_METHOD_NOT_AVAILABLE = Bu ikinci faktör burada seçilemez.
TWO_FACTOR_PERMISSION_DENIED = Lütfen önce giriş yapın; ikinci faktör ondan sonra gelir.
TWO_FACTOR_SETUP_EXPIRED = Bunu tamamlamak için { $within } süreniz vardı. Lütfen kurulumu baştan başlatın.
USE_CODE = Giriş kodunuz: { $code }. Bizden hiç kimse size bu kodu sormaz.
US_CURRENT_METHODS = Şöyle giriş yapabilirsiniz: { $method_list }.
US_METHOD_NOT_AVAILABLE = Bu yolla giriş yapamazsınız; ayarlanmamış.
US_SETUP_EXPIRED = Bunu tamamlamak için { $within } süreniz vardı. Lütfen kurulumu baştan başlatın.
US_SETUP_SUCCESSFUL = Bu giriş yolu ayarlandı.
US_SPECIFY_IDENTITY = Böyle bir hesap tanımıyoruz. Lütfen yazdıklarınızı kontrol edin.

## Passkeys

WEBAUTHN_CREDENTIAL_DELETED = “{ $name }” geçiş anahtarı kaldırıldı.
WEBAUTHN_CREDENTIAL_ID_INUSE = Bu geçiş anahtarı zaten kayıtlı.
WEBAUTHN_CREDENTIAL_WRONG_USAGE = Bu geçiş anahtarı girişin başka bir adımı için kayıtlı.
WEBAUTHN_EXPIRED = Geçiş anahtarınızı kullanmak için { $within } süreniz vardı. Lütfen yeniden deneyin.
WEBAUTHN_MISMATCH_USER_HANDLE = Bu geçiş anahtarı başka bir hesaba ait.
WEBAUTHN_NAME_DISALLOWED_CHARACTERS = Adda yalnızca harf, rakam, boşluk, kısa çizgi ve alt çizgi olabilir.
WEBAUTHN_NAME_INUSE = “{ $name }” adlı bir geçiş anahtarınız zaten var.
WEBAUTHN_NAME_NOT_FOUND = “{ $name }” adlı bir geçiş anahtarınız yok.
WEBAUTHN_NAME_REQUIRED = Lütfen geçiş anahtarına bir ad verin.
WEBAUTHN_NO_VERIFY = Geçiş anahtarı kabul edilmedi ({ $cause }). Lütfen yeniden deneyin.
WEBAUTHN_ORPHAN_CREDENTIAL_ID = Bu geçiş anahtarının hesabı artık yok.
WEBAUTHN_REGISTER_SUCCESSFUL = “{ $name }” geçiş anahtarı kullanıma hazır.
WEBAUTHN_UNKNOWN_CREDENTIAL_ID = Bu geçiş anahtarını tanımıyoruz.

## Requests: what clients may compare word for word

LITERAL = { $text }
REGISTRATION_SENT = Bu adres burada yeniyse hesabı hazır: şimdi giriş yapın.
FIRST_ADMINISTRATOR_READY = Artık yönetici sizsiniz.
ACCOUNT_UNLOCKED = Hesabınızın kilidi açıldı. Yeniden giriş yapabilirsiniz.
CHANGE_EMAIL_UNDONE = Hesabınız yeniden { $email } adresini kullanıyor ve her yerde oturumu kapatıldı. Sonraki adımlar size gönderdiğimiz e-postada.
CHANGE_EMAIL_UNDO_EXPIRED = Bu bağlantı { $within } geçerliydi ve artık çalışmıyor. Lütfen bu siteyi işletenlere yazın.
CHANGE_EMAIL_UNDO_INVALID = Bu bağlantı çalışmıyor ya da değişiklik daha önce geri alınmış.
CHANGE_EMAIL_UNDO_TAKEN = { $email } adresini artık başka bir hesap kullanıyor, bu yüzden onu sizinkine geri veremiyoruz. Lütfen bu siteyi işletenlere yazın.
ACCOUNT_CLOSED = Hesabınız kapatıldı ve { $within } sonra silinecek. Fikrinizi değiştirirseniz size gönderdiğimiz e-postadaki bağlantıyı açın.
ACCOUNT_REOPENED = Hesabınız yeniden açık. Devam etmek için giriş yapın.
ACCOUNT_REOPEN_INVALID = Bu bağlantı çalışmıyor ya da hesap zaten açık.
ACCOUNT_LAST_ADMINISTRATOR = Son yönetici sizsiniz. Hesabınızı kapatmadan önce başka birini yönetici yapın.
VISIT_FIRST = Lütfen önce bu sayfaya bir göz atın.
SESSION_REVOKED = O cihazın oturumu kapatıldı.
SESSION_GONE = O cihazın oturumu zaten kapalıydı.
SESSIONS_OTHERS_REVOKED = Burası dışında her yerde oturumunuz kapatıldı.
SESSIONS_ALL_REVOKED = Her yerde oturumunuz kapatıldı. Devam etmek için yeniden giriş yapın.
CSRF_TOKEN_MISSING = The CSRF token is missing.
CSRF_SESSION_TOKEN_MISSING = The CSRF session token is missing.
CSRF_TOKEN_EXPIRED = The CSRF token has expired.
CSRF_TOKEN_INVALID = The CSRF token is invalid.
CSRF_TOKEN_MISMATCH = The CSRF tokens do not match.
CSRF_REFERRER_MISSING = The referrer header is missing.
CSRF_REFERRER_MISMATCH = The referrer does not match the host.
CSRF_ORIGIN_MISMATCH = The request comes from another site.
FIELD_REQUIRED = Lütfen bu alanı doldurun.
CHOICE_INVALID = Lütfen sunulan seçeneklerden birini seçin.

## Spans of time and lists

DURATION_YEARS = { $count ->
    [one] { $count } yıl
   *[other] { $count } yıl
}
DURATION_MONTHS = { $count ->
    [one] { $count } ay
   *[other] { $count } ay
}
DURATION_DAYS = { $count ->
    [one] { $count } gün
   *[other] { $count } gün
}
DURATION_HOURS = { $count ->
    [one] { $count } saat
   *[other] { $count } saat
}
DURATION_MINUTES = { $count ->
    [one] { $count } dakika
   *[other] { $count } dakika
}
DURATION_SECONDS = { $count ->
    [one] { $count } saniye
   *[other] { $count } saniye
}
DURATION_AND = { $first } { $last }
DURATION_COMMA = { $first } { $last }
LIST_COMMA = { $first }, { $last }
LIST_END = { $first } ve { $last }

## What every page has

PAGE_LANGUAGE = tr
LANGUAGE_NAME = Türkçe
SITE_NAME = Gatewright
NAV_HOME = Ana sayfa
NAV_LOGIN = Giriş yap
NAV_LOGOUT = Çıkış yap
NAV_REGISTER = Hesap oluştur
NAV_FORGOT_PASSWORD = Parolanızı mı unuttunuz?
NAV_CONFIRM = Doğrulama e-postasını yeniden gönder
NAV_RECOVER_USERNAME = Kullanıcı adınızı mı unuttunuz?
NAV_CHANGE_PASSWORD = Parolayı değiştir
NAV_CHANGE_EMAIL = E-posta adresini değiştir
NAV_CHANGE_USERNAME = Kullanıcı adını değiştir
NAV_SESSIONS = Cihazlarınız
NAV_ACCOUNT = Hesap
NAV_LANGUAGE = Dil
NAV_BACK = Geri
NAV_MENU = Hesabınız
NAV_SKIP = İçeriğe geç
LANGUAGE_TITLE = Dilinizi seçin
FLASH_TITLE = İletiler
ERRORS_TITLE = Lütfen şunları düzeltin:

## Fields

FIELD_EMAIL = E-posta adresi
FIELD_EMAIL_NEW = Yeni e-posta adresi
FIELD_IDENTITY = E-posta adresi ya da kullanıcı adı
FIELD_USERNAME = Kullanıcı adı
FIELD_USERNAME_NEW = Yeni kullanıcı adı
FIELD_PASSWORD = Parola
FIELD_PASSWORD_NOW = Şu anki parola
FIELD_PASSWORD_NEW = Yeni parola
FIELD_PASSWORD_AGAIN = Aynı parola bir kez daha
FIELD_PASSWORD_OPTIONAL = Parola (boş bırakabilirsiniz)
FIELD_PASSWORD_OR_CODE = Parola ya da kod
FIELD_REMEMBER = Bu cihazda oturumum açık kalsın
FIELD_PHONE = Telefon numarası
FIELD_CODE = Kod
FIELD_OPTIONAL = isteğe bağlı
FIELD_ROLES = Roller
PASSWORD_HINT = Birkaç alışılmadık sözcüğü hatırlamak, işaretleri hatırlamaktan kolaydır.

## Page: sign in

LOGIN_TITLE = Giriş yapın
LOGIN_SUBMIT = Giriş yap
LOGIN_EITHER = E-posta adresiniz ya da kullanıcı adınız: biri yeterli.
LOGIN_NEW_HERE = Burada yeni misiniz?
LOGIN_OTHER_WAYS = Diğer giriş yolları
LOGIN_WITH = { $provider } ile giriş yap

## Page: password forgotten

FORGOT_PASSWORD_TITLE = Parolanızı mı unuttunuz?
FORGOT_PASSWORD_TEXT = E-posta adresinizi girin. Yeni parola belirleyebileceğiniz bir bağlantı göndereceğiz.
FORGOT_PASSWORD_SUBMIT = Bağlantıyı gönder

## Page: a new password in place of a forgotten one

RESET_PASSWORD_TITLE = Yeni parola belirleyin
RESET_PASSWORD_TEXT = Tüm cihazlarda oturumunuz kapatılacak.
RESET_PASSWORD_SUBMIT = Parolayı belirle

## Page: change the password

CHANGE_PASSWORD_TITLE = Parolayı değiştirin
CHANGE_PASSWORD_TEXT = Burada oturumunuz açık kalır, diğer tüm cihazlarda kapatılır.
CHANGE_PASSWORD_FIRST = Hesabınızın henüz parolası yok.
CHANGE_PASSWORD_SUBMIT = Parolayı değiştir

## Page: a link to sign in

SEND_LOGIN_TEXT = E-posta adresinizi girin. Giriş yapmanızı sağlayan bir bağlantı göndereceğiz.
SEND_LOGIN_SUBMIT = Bağlantıyı gönder
LOGIN_LINK_TITLE = Giriş yapın
LOGIN_LINK_TEXT = { $email } olarak giriş yapmak üzeresiniz.
LOGIN_LINK_SUBMIT = Giriş yap
LOGIN_LINK_EXPIRED_TITLE = Bu bağlantı çok eski
LOGIN_LINK_EXPIRED_TEXT = Artık onunla giriş yapılamaz. { $email } adresine yenisini gönderebiliriz.
LOGIN_LINK_EXPIRED_SUBMIT = Yeni bağlantı gönder

## Page: sign out

LOGOUT_TITLE = Çıkış yapın
LOGOUT_TEXT = Bu cihazda çıkış yapmak istiyor musunuz?
LOGOUT_SUBMIT = Çıkış yap
LOGOUT_STAY = Oturum açık kalsın

## Page: it is still you

VERIFY_TITLE = Lütfen siz olduğunuzu doğrulayın
VERIFY_TEXT = Sıradaki adım hassas. Devam etmek için parolanızı bir kez daha girin.
VERIFY_SUBMIT = Devam et

## Page: one's own sessions

SESSIONS_TITLE = Cihazlarınız
SESSIONS_TEXT = Hesabınızın oturumu şu cihazlarda açık. Tanımadığınız bir cihaz mı var? Oturumunu kapatın ve parolanızı değiştirin.
SESSIONS_CURRENT = bu cihaz
SESSIONS_UNKNOWN = Bilinmeyen cihaz
SESSIONS_SEEN = Son kullanım
SESSIONS_NOW = az önce
SESSIONS_AGO = { $span } önce
SESSIONS_ADDRESS = IP adresi
SESSIONS_BEGAN = Giriş
SESSIONS_ENDS = Kullanılmazsa biter
SESSIONS_REMEMBERED = oturum açık kalır
SESSIONS_REVOKE = Oturumu kapat
SESSIONS_REVOKE_LABEL = Oturumu kapat: { $device }, { $address }, { $seen }
SESSIONS_NONE = Sayfadan giriş yapmış bir cihaz yok; uygulamalar belirteçlerle giriş yapmış olabilir.
SESSIONS_OTHERS_TITLE = Hepsini birden kapatın
SESSIONS_OTHERS_TEXT = Hesabınızı kullanan uygulamaların oturumları ve size e-postayla gönderdiğimiz bağlantılar da sona erer.
SESSIONS_OTHERS = Diğer tüm cihazlarda oturumu kapat
SESSIONS_ALL = Burası da dahil her yerde kapat

## Page: another email address

CHANGE_EMAIL_TITLE = E-posta adresini değiştirin
CHANGE_EMAIL_NOW = Hesabınız şu anda bu adresi kullanıyor:
CHANGE_EMAIL_TEXT = Yeni adrese bir bağlantı göndereceğiz. Onu { $within } içinde açtığınızda değişiklik tamamlanır.
CHANGE_EMAIL_SUBMIT = Bağlantıyı gönder
CHANGE_EMAIL_ASK_TITLE = Bu adres kullanılsın mı?
CHANGE_EMAIL_ASK_TEXT = Bundan sonra hesabınız { $email } adresini kullanır. Onunla giriş yaparsınız ve e-postalarımız oraya gelir.
CHANGE_EMAIL_ASK_SUBMIT = Bu adresi kullan
UNDO_EMAIL_TITLE = Değişiklik geri alınsın mı?
UNDO_EMAIL_TEXT = Hesabınız yeniden { $email } adresini kullanacak ve her yerde oturumu kapatılacak. Ardından size ne yapacağınızı anlatan bir e-posta göndereceğiz.
UNDO_EMAIL_SUBMIT = Değişikliği geri al

## Page: another user name

CHANGE_USERNAME_TITLE = Kullanıcı adını değiştirin
CHANGE_USERNAME_NOW = Kullanıcı adınız:
CHANGE_USERNAME_NONE = Henüz kullanıcı adınız yok.
CHANGE_USERNAME_HINT = { $min } ile { $max } arasında harf ve rakam.
CHANGE_USERNAME_EMPTY = Kullanıcı adı istemiyorsanız boş bırakın.
CHANGE_USERNAME_SUBMIT = Kullanıcı adını değiştir

## Page: user name forgotten

RECOVER_USERNAME_TITLE = Kullanıcı adınızı mı unuttunuz?
RECOVER_USERNAME_TEXT = Onu hesabınızın adresine göndereceğiz.
RECOVER_USERNAME_SUBMIT = Kullanıcı adımı gönder

## Page: one's own account

ACCOUNT_TITLE = Hesabınız
ACCOUNT_CONFIRMED = doğrulandı
ACCOUNT_UNCONFIRMED = doğrulanmadı
ACCOUNT_SINCE = Üyelik başlangıcı
ACCOUNT_LAST_LOGIN = Bundan önceki giriş
ACCOUNT_EMAIL_TITLE = E-posta adresi
ACCOUNT_USERNAME_TITLE = Kullanıcı adı
ACCOUNT_PASSWORD_TITLE = Parola
ACCOUNT_PASSWORD_SET = Parolayla giriş yapıyorsunuz.
ACCOUNT_PASSWORD_NONE = Parolanız yok.
ACCOUNT_SESSIONS_TEXT = Nerelerde oturumunuzun açık olduğunu görün ve cihazların oturumunu kapatın.
ACCOUNT_SESSIONS_LINK = Cihazlarınızı görün
ACCOUNT_CONFIRM_TITLE = Adresiniz doğrulanmadı
ACCOUNT_CONFIRM_TEXT = { $email } adresine gönderdiğimiz e-postadaki bağlantıyı açın ya da yenisini isteyin.
ACCOUNT_ACTIVITY_TITLE = Son etkinlikler
ACCOUNT_ACTIVITY_TEXT = Sizin yapmadığınız bir şey mi var? Parolanızı değiştirin ve diğer tüm cihazlarda oturumu kapatın.
ACCOUNT_DATA_TITLE = Verileriniz
ACCOUNT_DATA_TEXT = Sizinle ilgili sakladıklarımızın bir kopyasını alın ya da hesabınızı kapatın.
ACCOUNT_DATA_LINK = Verilerinizi indirin
ACCOUNT_CLOSE_LINK = Hesabınızı kapatın
CLOSE_ACCOUNT_TITLE = Hesabınız kapatılsın mı?
CLOSE_ACCOUNT_NOW = Her yerde oturumunuz hemen kapatılır ve artık kimse giriş yapamaz.
CLOSE_ACCOUNT_LATER = { $within } sonra hesabınız ve ona ait her şey silinir. O zamana kadar size göndereceğimiz bir bağlantıyla yeniden açılabilir; sonrasında kimse geri getiremez.
CLOSE_ACCOUNT_DATA = Verilerinizin bir kopyasını saklamak ister misiniz? Önce onu indirin:
CLOSE_ACCOUNT_SUBMIT = Hesabımı kapat
CLOSE_ACCOUNT_STAY = Hesabınıza dönün
REOPEN_ACCOUNT_TITLE = Hesabınız kalsın mı?
REOPEN_ACCOUNT_TEXT = { $email } hesabı kapatıldı. Hesabı tutarsanız silinmez ve yeniden giriş yapabilirsiniz.
REOPEN_ACCOUNT_SUBMIT = Hesabım kalsın
ACTIVITY_USER_AUTHENTICATED = Giriş yapıldı
ACTIVITY_USER_FAILED_AUTHN = Yanlış parola ya da kod
ACTIVITY_PASSWORD_CHANGED = Parola değiştirildi
ACTIVITY_PASSWORD_RESET = Unutulan parola yenilendi
ACTIVITY_CHANGE_EMAIL_CONFIRMED = E-posta adresi değiştirildi
ACTIVITY_EMAIL_CHANGE_UNDONE = E-posta adresi değişikliği geri alındı
ACTIVITY_USERNAME_CHANGED = Kullanıcı adı değiştirildi
ACTIVITY_ACCOUNT_LOCKED = Hesap kilitlendi
ACTIVITY_ACCOUNT_UNLOCKED = Hesabın kilidi açıldı
ACTIVITY_ACCOUNT_CLOSED = Hesap kapatıldı
ACTIVITY_ACCOUNT_REOPENED = Hesap yeniden açıldı
ACTIVITY_SESSION_REVOKED = Cihazın oturumu kapatıldı
ACTIVITY_SESSION_REPLAYED = Kopyalanan oturum sonlandırıldı
ACTIVITY_USER_CONFIRMED = E-posta adresi doğrulandı
ACTIVITY_USER_REGISTERED = Hesap oluşturuldu
ACTIVITY_RESET_PASSWORD_INSTRUCTIONS_SENT = Yeni parola bağlantısı istendi
ACTIVITY_CHANGE_EMAIL_INSTRUCTIONS_SENT = E-posta adresi değişikliği istendi
ACTIVITY_CONFIRM_INSTRUCTIONS_SENT = E-posta adresini doğrulama bağlantısı istendi
ACTIVITY_LOGIN_INSTRUCTIONS_SENT = Giriş bağlantısı istendi
ACTIVITY_USERNAME_RECOVERY_EMAIL_SENT = Kullanıcı adı istendi
ACTIVITY_USER_CREATED = Hesap bir yönetici tarafından oluşturuldu

## Page: register

REGISTER_TITLE = Hesap oluşturun
REGISTER_SUBMIT = Hesabı oluştur
REGISTER_HAVE_ACCOUNT = Hesabınız var mı?
REGISTER_PASSWORD_HINT = En az { $length } karakter. Birkaç alışılmadık sözcüğü hatırlamak, işaretleri hatırlamaktan kolaydır.

## Pages: confirm the address

SEND_CONFIRMATION_TITLE = E-posta adresinizi doğrulayın
SEND_CONFIRMATION_TEXT = Size bağlantı içeren bir e-posta göndereceğiz. Bağlantıyı açtığınızda adresiniz doğrulanır.
SEND_CONFIRMATION_SUBMIT = E-postayı gönder
CONFIRM_EMAIL_TITLE = E-posta adresinizi doğrulayın
CONFIRM_EMAIL_TEXT = { $email } sizin adresiniz mi? Doğrulamak için düğmeye basın.
CONFIRM_EMAIL_SUBMIT = Adresimi doğrula

## Page: welcome

WELCOME_TITLE = Hoş geldiniz
WELCOME_SIGNED_IN = { $name } olarak giriş yaptınız.
WELCOME_SIGNED_OUT = Giriş yapmadınız.
WELCOME_NO_ROLES = yok
WELCOME_NEXT_TITLE = Sırada ne var
WELCOME_NEXT_IN = Bu başlangıç sayfası sunucuyla birlikte gelir. Yerine kendi uygulamanızı koyun ve hangi sayfanın hangi rolü gerektirdiğini belirtin.
WELCOME_NEXT_OUT = Hesabınızı görmek için giriş yapın.

## Page: the first administrator

UNLOCK_TITLE = Hesabınızın kilidini açın
UNLOCK_TEXT = Çok sayıda yanlış parola ya da koddan sonra hesabınız kilitlendi. Kilidi buradan açabilirsiniz.
UNLOCK_SUBMIT = Hesabımın kilidini aç
SETUP_TITLE = İlk yöneticiyi oluşturun
SETUP_TEXT = Bu sitede henüz hesap yok. Burada oluşturacağınız hesap her şeyi yapabilir.
SETUP_TOKEN = Kurulum anahtarı
SETUP_TOKEN_HINT = Sunucunun başlarken yazdığı günlükte yer alır.
SETUP_TOKEN_WRONG = Bu kurulum anahtarı doğru değil. Sunucunun günlüğünden yeniden kopyalayın.
SETUP_SUBMIT = Yöneticiyi oluştur
SETUP_DONE = Yönetici artık var. Devam etmek için giriş yapın.

## Pages: something is wrong

ERROR_400_TITLE = Bunu okuyamadık
ERROR_400_TEXT = Geri dönün, sayfayı yenileyin ve bir daha deneyin.
ERROR_401_TITLE = Lütfen giriş yapın
ERROR_401_TEXT = Bu sayfa yalnızca giriş yapanlar içindir.
ERROR_401_STALE_TEXT = Bu sayfa daha yeni bir giriş istiyor. Çıkış yapın, yeniden giriş yapın ve buraya dönün.
ERROR_403_TITLE = İzin yok
ERROR_403_TEXT = Bu sayfaya ihtiyacınız varsa bir yöneticiden erişim isteyin.
ERROR_404_TITLE = Burada bir şey yok
ERROR_404_TEXT = Bu adres hiçbir yere çıkmıyor. Yazım hatası olup olmadığına bakın ya da ana sayfadan başlayın.
ERROR_405_TITLE = Bu şekilde olmaz
ERROR_405_TEXT = Bu adres var, ama denediğiniz şey için değil. Ana sayfadan başlayın.
ERROR_HOST_TEXT = Bu site bu adreste sunulmuyor. Tarayıcıdaki adresi kontrol edin ya da siteyi işletenlere haber verin.
ERROR_CROSS_SITE_TEXT = Bunu başka bir sitenin sayfası gönderdi, bu yüzden hiçbir şey yapılmadı. Bunu istediyseniz bu siteyi yeni bir sekmede açıp orada yapın.
ERROR_413_TITLE = Çok büyük
ERROR_413_TEXT = Kabul ettiğimizden fazlasını gönderdiniz. Daha azını gönderip yeniden deneyin.
ERROR_429_TITLE = Biraz daha yavaş, lütfen
ERROR_429_TEXT = Çok fazla deneme yapıldı. { $wait } bekleyip yeniden deneyin.
ERROR_500_TITLE = Bu bizim hatamızdı
ERROR_500_TEXT = Bizim tarafımızda bir şey ters gitti ve günlüğe yazıldı. Lütfen bir süre sonra yeniden deneyin.
ERROR_503_TITLE = Çok yoğunuz
ERROR_503_TEXT = Şu anda yetişebildiğimizden fazla iş var. Lütfen { $wait } sonra yeniden deneyin.
ERROR_CSRF_TITLE = Bu form çok eski
ERROR_CSRF_TEXT = Güvenliğiniz için bir form yalnızca sınırlı bir süre geçerlidir. Lütfen yeniden gönderin.

## Mails

MAIL_FOOTER = Bu e-posta otomatik olarak gönderildi; yanıtları kimse okumaz.
MAIL_LINK_HINT = Düğme çalışmıyorsa bu adresi tarayıcınıza kopyalayın:
MAIL_UNKNOWN = bilinmiyor
MAIL_SEEN_TIME = Zaman
MAIL_SEEN_ADDRESS = IP adresi
MAIL_SEEN_AGENT = Cihaz
MAIL_SESSION_REPLAYED_SUBJECT = Hesabınızın bir oturumunu sonlandırdık
MAIL_SESSION_REPLAYED_TEXT = Biri, oturumunuzun artık geçerli olmayan bir anahtarını kullandı. Oturum başka bir cihaza kopyalandığında böyle olur, bu yüzden onu sonlandırdık.
MAIL_REFRESH_REPLAYED_SUBJECT = Bir uygulamanın hesabınızdaki oturumunu kapattık
MAIL_REFRESH_REPLAYED_TEXT = Bir uygulamanın hesabınızda oturumunu açık tutan anahtar iki kez kullanıldı. Anahtar kopyalandığında böyle olur, bu yüzden onu geçersiz kıldık.
MAIL_REPLAYED_YOU = Bunu siz yaptıysanız, örneğin kopyalanmış bir tarayıcı profiliyle ya da geri yüklenmiş bir yedekle, yeniden giriş yapmanız yeterli.
MAIL_REPLAYED_NOT_YOU = Siz değilseniz, biri hesabınıza erişmiş olabilir. Parolanızı değiştirin, her yerde çıkış yapın ve cihazlarınızı kötü amaçlı yazılımlara karşı tarayın.
MAIL_ACCOUNT_LOCKED_SUBJECT = Hesabınız geçici olarak kilitlendi
MAIL_ACCOUNT_LOCKED_TEXT = Hesabınız için çok sayıda yanlış parola ya da kod girildi, bu yüzden onu kilitledik.
MAIL_ACCOUNT_LOCKED_WITHIN = { $within } sonra kilidi kendiliğinden açılır.
MAIL_ACCOUNT_LOCKED_LINK = Bunu siz yaptıysanız kilidi hemen açabilirsiniz:
MAIL_ACCOUNT_LOCKED_BUTTON = Hesabımın kilidini aç
MAIL_ACCOUNT_LOCKED_NOT_YOU = Siz değilseniz, biri hesabınıza girmeye çalışıyor. Başaramadı ve yapmanız gereken bir şey yok. Parolanızı başka yerlerde de kullanıyorsanız, değiştirmek için şimdi iyi bir zaman.
MAIL_LINK_WITHIN = Bağlantı yalnızca bir kez kullanılabilir ve { $within } geçerlidir.
MAIL_CONFIRM_SUBJECT = Lütfen e-posta adresinizi doğrulayın
MAIL_CONFIRM_TEXT = { $email } sizin adresiniz mi? Doğrulamak için bu bağlantıyı açın.
MAIL_CONFIRM_BUTTON = Adresimi doğrula
MAIL_CONFIRM_NOT_YOU = Bu e-postayı siz istemediyseniz dikkate almayın: bağlantı olmadan hiçbir şey doğrulanmaz.
MAIL_RESET_SUBJECT = Yeni parola belirleyin
MAIL_RESET_TEXT = Biri, büyük olasılıkla siz, hesabınız için yeni bir parola belirlemek istiyor. Bu bağlantı ilgili sayfayı açar. Yalnızca bir kez kullanılabilir ve { $within } geçerlidir:
MAIL_RESET_BUTTON = Yeni parola belirle
MAIL_RESET_NOT_YOU = Siz değilseniz bu e-postayı silebilirsiniz: parolanız olduğu gibi kalır.
MAIL_RESET_NOTICE_SUBJECT = Parolanız sıfırlandı
MAIL_RESET_NOTICE_TEXT = Bu adrese gönderdiğimiz bir bağlantıyla hesabınız için yeni bir parola belirlendi. Tüm cihazlarda oturumunuz kapatıldı.
MAIL_CHANGE_NOTICE_SUBJECT = Parolanız değiştirildi
MAIL_CHANGE_NOTICE_TEXT = Hesabınızın parolası değiştirildi. Diğer tüm cihazlarda oturum kapatıldı.
MAIL_PASSWORD_NOT_YOU = Siz değilseniz, birinin hesabınıza erişimi var. Hemen yeni bir parola belirleyin ve e-postalarınızı başka kimsenin okuyamadığından emin olun.
MAIL_LOGIN_SUBJECT = Giriş bağlantınız
MAIL_LOGIN_TEXT = Bu bağlantıyla hesabınıza giriş yaparsınız. Yalnızca bir kez kullanılabilir ve { $within } geçerlidir:
MAIL_LOGIN_BUTTON = Giriş yap
MAIL_LOGIN_NOT_YOU = Kimseyle paylaşmayın: bağlantıya sahip olan giriş yapar. Bunu siz istemediyseniz bu e-postayı silebilirsiniz.
MAIL_CHANGE_EMAIL_SUBJECT = Yeni e-posta adresinizi doğrulayın
MAIL_CHANGE_EMAIL_TEXT = { $email } hesabı bundan sonra bu e-posta adresini kullanacak. Bunu istiyorsanız şu bağlantıyı açın:
MAIL_CHANGE_EMAIL_BUTTON = Bu adresi kullan
MAIL_CHANGE_EMAIL_WITHIN = Bağlantı { $within } geçerlidir. İstek şuradan geldi:
MAIL_CHANGE_EMAIL_NOT_YOU = Bu hesabı tanımıyorsanız bir şey yapmanız gerekmez: bağlantı olmadan hiçbir şey değişmez.
MAIL_CHANGE_EMAIL_DONE_SUBJECT = Hesabınızın e-posta adresi değiştirildi
MAIL_CHANGE_EMAIL_DONE_TEXT = Hesabınız artık başka bir e-posta adresi kullanıyor: { $email }. Bu adrese bundan sonra e-posta gelmeyecek.
MAIL_CHANGE_EMAIL_DONE_YOU = Bunu siz yaptıysanız yapılacak bir şey yok.
MAIL_CHANGE_EMAIL_DONE_NOT_YOU = Siz değilseniz, birinin hesabınıza erişimi var. Değişikliği hemen geri alın: hesabınız yeniden bu adresi alır ve herkesin oturumu kapatılır. Bağlantı { $within } geçerlidir.
MAIL_CHANGE_EMAIL_DONE_BUTTON = Değişikliği geri al
MAIL_CHANGE_EMAIL_UNDONE_SUBJECT = Hesabınız e-posta adresini geri aldı
MAIL_CHANGE_EMAIL_UNDONE_TEXT = { $email } adresine geçiş geri alındı. Hesabınız yeniden bu adresi kullanıyor ve her yerde oturumu kapatıldı.
MAIL_CHANGE_EMAIL_UNDONE_RESET = Adresi değiştiren kişi parolanızı biliyor olabilir. Şimdi yenisini belirleyin; bağlantı { $within } geçerlidir.
MAIL_CHANGE_EMAIL_UNDONE_BUTTON = Yeni parola belirle
MAIL_CHANGE_EMAIL_UNDONE_NO_RESET = Adresi değiştiren kişi parolanızı biliyor olabilir. Giriş yapıp şimdi yenisini belirleyin. Parolanız artık çalışmıyorsa lütfen bu siteyi işletenlere yazın.
MAIL_CHANGE_EMAIL_TAKEN_BACK_SUBJECT = Bu e-posta adresi artık hesaba ait değil
MAIL_CHANGE_EMAIL_TAKEN_BACK_TEXT = Önceki adresin sahibi adres değişikliğini geri aldı. Hesap artık bu adresi kullanmıyor ve her yerde oturumu kapatıldı.
MAIL_CHANGE_EMAIL_TAKEN_BACK_YOU = Hesap sizinse önceki adresinize gelen e-postalara bakın: nasıl devam edeceğiniz orada yazıyor.
MAIL_CHANGE_USERNAME_SUBJECT = Kullanıcı adınız değiştirildi
MAIL_CHANGE_USERNAME_TEXT = Yeni kullanıcı adınız: { $username }.
MAIL_CHANGE_USERNAME_NONE = Hesabınızın artık kullanıcı adı yok. E-posta adresinizle giriş yapın.
MAIL_CHANGE_USERNAME_NOT_YOU = Siz değilseniz, birinin hesabınıza erişimi var. Parolanızı değiştirin ve her yerde çıkış yapın.
MAIL_USERNAME_RECOVERY_SUBJECT = Kullanıcı adınız
MAIL_USERNAME_RECOVERY_TEXT = Kullanıcı adınız şudur:
MAIL_USERNAME_RECOVERY_NONE = Hesabınızın kullanıcı adı yok. { $email } e-posta adresinizle giriş yapın.
MAIL_USERNAME_RECOVERY_NOT_YOU = Bunu siz istemediyseniz bu e-postayı dikkate almayın: yalnızca size ulaştı.
MAIL_WELCOME_SUBJECT = Hoş geldiniz
MAIL_WELCOME_READY = Hesabınız hazır. Aramıza hoş geldiniz!
MAIL_WELCOME_CONFIRM = Aramıza hoş geldiniz! Bir adım kaldı: adresin size ait olduğunu doğrulamak için bu bağlantıyı açın.
MAIL_WELCOME_NOT_YOU = Buraya siz kaydolmadıysanız, adresinizi belki yanlışlıkla başka biri girmiştir. Bu e-postayı dikkate almayın.
MAIL_EXISTING_SUBJECT = Zaten bir hesabınız var
MAIL_EXISTING_TEXT = Biri, büyük olasılıkla siz, bu adresle kaydolmaya çalıştı. Adres zaten hesabınıza ait ve hiçbir şey değişmedi.
MAIL_EXISTING_USERNAME = Kullanıcı adınız: { $username }.
MAIL_EXISTING_CONFIRM = Adresiniz henüz doğrulanmadı. Doğrulamak için bu bağlantıyı açın:
MAIL_EXISTING_RESET = Parolanızı mı unuttunuz? Yenisini belirlemek için bu bağlantıyı açın:
MAIL_EXISTING_RESET_BUTTON = Yeni parola belirle
MAIL_EXISTING_RECOVERY = O bağlantı eskidiğinde buradan yenisini isteyin:
MAIL_EXISTING_NOT_YOU = Siz değilseniz bu e-postayı dikkate almayın: kimse hesabınıza erişmedi.
MAIL_USERNAME_TAKEN_SUBJECT = Lütfen başka bir kullanıcı adı seçin
MAIL_USERNAME_TAKEN_TEXT = Biri, büyük olasılıkla siz, buraya { $username } adı ve { $email } adresiyle kaydolmaya çalıştı. Bu kullanıcı adı başka bir hesabın, bu yüzden hesap oluşturulmadı. Lütfen başka bir adla yeniden kaydolun.
MAIL_ACCOUNT_CLOSED_SUBJECT = Hesabınız kapatıldı
MAIL_ACCOUNT_CLOSED_TEXT = Hesabınız kapatıldı ve her yerde oturumu sonlandırıldı. { $date } tarihinde kalıcı olarak silinecek.
MAIL_ACCOUNT_CLOSED_LINK = Fikrinizi değiştirirseniz hesabı tutabilirsiniz. Bağlantı { $within } geçerlidir:
MAIL_ACCOUNT_CLOSED_BUTTON = Hesabım kalsın
MAIL_ACCOUNT_CLOSED_NOT_YOU = Siz değilseniz hesabınızı şimdi koruyun ve parolanızı değiştirin.
MAIL_TEST_SUBJECT = Deneme e-postası
MAIL_TEST_TEXT = Bunu okuyabiliyorsanız e-posta çalışıyor.
