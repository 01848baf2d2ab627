# Japanese. The keys are those of English.

## Accounts: addresses and confirmation

ALREADY_CONFIRMED = このメールアドレスは確認済みです。これ以上の操作は必要ありません。
CONFIRMATION_EXPIRED = このリンクの有効期間（{ $within }）は過ぎました。新しいリンクを請求してください。
CONFIRMATION_REQUEST = { $email } 宛てにメールを送りました。メール内のリンクを開いてアドレスを確認してください。
CONFIRMATION_REQUIRED = 先にメールアドレスを確認してください。リンクはお送りしたメールにあります。
CONFIRM_REGISTRATION = ようこそ！あと一歩です。{ $email } 宛てにお送りしたメールのリンクを開いてください。
EMAIL_CONFIRMED = メールアドレスが確認できました。ありがとうございます。
INVALID_CONFIRMATION_TOKEN = この確認リンクは使えません。新しいリンクを請求してください。
CHANGE_EMAIL_CONFIRMED = 完了しました。アカウントのメールアドレスは新しいものになりました。
CHANGE_EMAIL_EXPIRED = このリンクの有効期間（{ $within }）は過ぎました。アドレスの変更を最初からやり直してください。
CHANGE_EMAIL_SENT = { $email } 宛てにメールを送りました。メール内のリンクを開くと変更が完了します。
EMAIL_ALREADY_ASSOCIATED = { $email } のアカウントはすでにあります。そのアカウントにサインインするか、別のアドレスをお使いください。
EMAIL_NOT_PROVIDED = メールアドレスを入力してください。
INVALID_EMAIL_ADDRESS = メールアドレスの形式ではないようです。name@example.com のように入力してください。
DISABLED_ACCOUNT = このアカウントは停止されています。管理者にお問い合わせください。
USER_DOES_NOT_EXIST = このアカウントは見つかりません。入力内容をご確認ください。

## Signing in

ANONYMOUS_USER_REQUIRED = すでにサインインしています。この操作をするには、先にサインアウトしてください。
API_ERROR = この値は読み取れません。リクエストをご確認ください。
FORGOT_PASSWORD = パスワードをお忘れですか？
GENERIC_AUTHN_FAILED = うまくいきませんでした。入力内容を確認して、もう一度お試しください。
GENERIC_RECOVERY = このアカウントが登録されていれば、次の手順を記したメールが届きます。
GENERIC_US_SIGNIN = このアカウントが登録されていれば、コードが届きます。
IDENTITY_ALREADY_ASSOCIATED = { $value } はすでに別のアカウントで使われています（{ $attr }）。
IDENTITY_NOT_REGISTERED = { $id } のアカウントはここにはありません。先に登録してください。
INVALID_LOGIN_TOKEN = このサインイン用リンクは使えません。新しいリンクを請求してください。
INVALID_REDIRECT = そのアドレスには移動できません。このサイトのものではないためです。
LOGIN = このページを見るにはサインインしてください。
LOGIN_EMAIL_SENT = { $email } 宛てにメールを送りました。メール内のリンクを開くとサインインできます。
LOGIN_EXPIRED = このサインイン用リンクの有効期間（{ $within }）は過ぎました。新しいリンクを { $email } 宛てに送りました。
PASSWORDLESS_LOGIN_SUCCESSFUL = ようこそ。サインインしました。
OAUTH_HANDSHAKE_ERROR = 連携先のサービスでサインインが認められませんでした（{ $exerror }: { $exdesc }）。もう一度お試しください。
REAUTHENTICATION_REQUIRED = 念のため、ご本人であることをもう一度確認させてください。
REAUTHENTICATION_SUCCESSFUL = ありがとうございます。ご本人であることを確認しました。
REFRESH = このページを見るには、もう一度サインインしてください。
REFRESH_TOKEN_INVALID = このリフレッシュトークンは受け付けられません（{ $reason }）。サインインして新しいトークンを取得してください。
UNAUTHENTICATED = サインインしている方だけが利用できます。サインインしてください。
UNAUTHORIZED = お使いのアカウントにはこの操作の権限がありません。

## Passwords

INVALID_PASSWORD = パスワードが違います。
INVALID_RESET_PASSWORD_TOKEN = このリンクは無効か、すでに使われています。新しいリンクを請求してください。
PASSWORD_BREACHED = このパスワードは、盗まれたパスワードの一覧に載っています。別のパスワードを選んでください。
PASSWORD_BREACHED_SITE_ERROR = このパスワードが盗まれたものかどうか調べられませんでした。しばらくしてからもう一度お試しください。
PASSWORD_CHANGE = 新しいパスワードが有効になりました。
PASSWORD_INVALID_LENGTH = パスワードは{ $length }文字以上128文字以下にしてください。
PASSWORD_IS_THE_SAME = 現在のパスワードと同じです。別のパスワードを選んでください。
PASSWORD_MISMATCH = 入力された2つのパスワードが異なります。
PASSWORD_NOT_PROVIDED = パスワードを入力してください。
PASSWORD_RESET = 新しいパスワードが有効になり、サインインしました。
PASSWORD_RESET_EXPIRED = このリンクの有効期間（{ $within }）は過ぎました。新しいリンクを請求してください。
PASSWORD_RESET_NO_LOGIN = 新しいパスワードが有効になりました。そのパスワードでサインインしてください。
PASSWORD_RESET_REQUEST = { $email } がアカウントのアドレスであれば、そこにメールを送りました。新しいパスワードの設定方法が書かれています。
PASSWORD_TOO_SIMPLE = このパスワードは推測されやすいものです。珍しい単語をいくつか足すと安全になります。
PASSWORD_WEAK_CONTEXT = このパスワードはご自身やこのサイトの名前でできています。真っ先に試されるものです。
PASSWORD_WEAK_KEY_ROW = 隣り合ったキーの並びは推測されやすいものです。
PASSWORD_WEAK_KEY_PATTERN = キーボード上の短いパターンは推測されやすいものです。
PASSWORD_WEAK_REPEATED_CHARACTER = 同じ文字の繰り返しは推測されやすいものです。
PASSWORD_WEAK_REPEATED_PART = 同じ部分を繰り返しても、推測の難しさはほとんど変わりません。
PASSWORD_WEAK_TOP_10 = これより多く使われているパスワードはほとんどありません。
PASSWORD_WEAK_TOP_100 = 最も多く使われている100個のパスワードの1つです。
PASSWORD_WEAK_COMMON = 多くの人が使っているパスワードなので、真っ先に試されます。
PASSWORD_WEAK_SIMILAR = 多くの人が使っているパスワードによく似ています。
PASSWORD_WEAK_SEQUENCE = 順番に並んだ文字や数字は推測されやすいものです。
PASSWORD_WEAK_YEAR = 年は推測されやすいものです。
PASSWORD_WEAK_WORD = 単語1つだけでは推測されやすくなります。
PASSWORD_WEAK_DATE = 日付は推測されやすいものです。
PASSWORD_WEAK_NAME = 名前だけでは推測されやすくなります。
PASSWORD_WEAK_NAMES = よくある名前は推測されやすいものです。
PASSWORD_ADVICE_FEW_WORDS = 互いに関係のない単語をいくつか選んでください。
PASSWORD_ADVICE_NO_SIGNS = 記号、数字、大文字は必要ありません。
PASSWORD_ADVICE_MORE_WORDS = 珍しい単語をあと1つか2つ足すと安全になります。
PASSWORD_ADVICE_CAPITAL = 先頭を大文字にしても、あまり効果はありません。
PASSWORD_ADVICE_CAPITALS = すべて大文字にしても、あまり効果はありません。
PASSWORD_ADVICE_REVERSED = 単語を逆から書いても、あまり効果はありません。
PASSWORD_ADVICE_SWAPS = a を @ にするなど、文字を記号に置き換えても、あまり効果はありません。
PASSWORD_ADVICE_KEY_PATTERN = キーボード上のパターンは、もっと長く、何度も向きを変える必要があります。
PASSWORD_ADVICE_NO_REPEATS = 単語や文字を繰り返さないでください。
PASSWORD_ADVICE_NO_SEQUENCES = 順番に並んだ文字や数字は避けてください。
PASSWORD_ADVICE_NO_RECENT_YEARS = 最近の年は避けてください。
PASSWORD_ADVICE_NO_OWN_YEARS = ご自身に関係のある年は避けてください。
PASSWORD_ADVICE_NO_OWN_DATES = ご自身に関係のある日付は避けてください。
RETYPE_PASSWORD_MISMATCH = 2つのパスワードが異なります。同じものを2回入力してください。

## Names and numbers

INVALID_INPUT = 使えない文字が含まれています。< や & などの記号を取り除いてください。
INVALID_INPUT_LENGTH = 長すぎます。{ $length }文字以内にしてください。
PHONE_INVALID = 有効な電話番号ではありません。+81 3 1234 5678のように国番号から入力してください。
USERNAME_ALREADY_ASSOCIATED = ユーザー名「{ $username }」はすでに使われています。別の名前を選んでください。
USERNAME_CHANGE = 新しいユーザー名が有効になりました。
USERNAME_DISALLOWED_CHARACTERS = ユーザー名に使えるのは文字と数字だけです。
USERNAME_INVALID_LENGTH = ユーザー名は{ $min }文字以上{ $max }文字以下にしてください。
USERNAME_NOT_PROVIDED = ユーザー名を入力してください。
USERNAME_RECOVERY_REQUEST = このアドレスが登録されていれば、ユーザー名を記したメールが届きます。

## Codes and second factors

CODE_HAS_BEEN_SENT = コードを送りました。
FAILED_TO_SEND_CODE = コードを送れませんでした。しばらくしてからもう一度お試しください。
INVALID_CODE = このリンクのコードは正しくありません。新しいリンクを請求してください。
INVALID_PASSWORD_CODE = パスワードとしてもコードとしても正しくありません。
INVALID_RECOVERY_CODE = このリカバリーコードは正しくないか、すでに使われています。
NO_RECOVERY_CODES_SETUP = リカバリーコードはまだありません。
TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL = 第2要素を設定しました。
TWO_FACTOR_DISABLED = 第2要素を無効にしました。
TWO_FACTOR_INVALID_TOKEN = コードが違います。確認するか、新しいコードを請求してください。
TWO_FACTOR_LOGIN_SUCCESSFUL = コードを確認しました。ようこそ！
TWO_FACTOR_METHOD_NOT_AVAILABLE = この第2要素はここでは選べません。
TWO_FACTOR_PERMISSION_DENIED = 先にサインインしてください。第2要素の確認はその後です。
TWO_FACTOR_SETUP_EXPIRED = 制限時間（{ $within }）を過ぎました。設定を最初からやり直してください。
USE_CODE = サインイン用コードは { $code } です。私たちがこのコードをお尋ねすることはありません。
US_CURRENT_METHODS = 利用できるサインイン方法: { $method_list }。
US_METHOD_NOT_AVAILABLE = この方法は設定されていないため、サインインに使えません。
US_SETUP_EXPIRED = 制限時間（{ $within }）を過ぎました。設定を最初からやり直してください。
US_SETUP_SUCCESSFUL = このサインイン方法を設定しました。
US_SPECIFY_IDENTITY = このアカウントは見つかりません。入力内容をご確認ください。

## Passkeys

WEBAUTHN_CREDENTIAL_DELETED = パスキー「{ $name }」を削除しました。
WEBAUTHN_CREDENTIAL_ID_INUSE = このパスキーはすでに登録されています。
WEBAUTHN_CREDENTIAL_WRONG_USAGE = このパスキーは、サインインの別の段階のために登録されています。
WEBAUTHN_EXPIRED = パスキーを使う制限時間（{ $within }）を過ぎました。もう一度お試しください。
WEBAUTHN_MISMATCH_USER_HANDLE = このパスキーは別のアカウントのものです。
WEBAUTHN_NAME_DISALLOWED_CHARACTERS = 名前に使えるのは、文字、数字、空白、ハイフン、アンダースコアだけです。
WEBAUTHN_NAME_INUSE = 「{ $name }」という名前のパスキーはすでにあります。
WEBAUTHN_NAME_NOT_FOUND = 「{ $name }」という名前のパスキーはありません。
WEBAUTHN_NAME_REQUIRED = パスキーに名前を付けてください。
WEBAUTHN_NO_VERIFY = パスキーは受け付けられませんでした（{ $cause }）。もう一度お試しください。
WEBAUTHN_ORPHAN_CREDENTIAL_ID = このパスキーのアカウントはもうありません。
WEBAUTHN_REGISTER_SUCCESSFUL = パスキー「{ $name }」が使えるようになりました。
WEBAUTHN_UNKNOWN_CREDENTIAL_ID = このパスキーは登録されていません。

## Requests: what clients may compare word for word

LITERAL = { $text }
REGISTRATION_SENT = 初めてのアドレスであれば、アカウントの準備ができています。サインインしてください。
FIRST_ADMINISTRATOR_READY = あなたが管理者になりました。
ACCOUNT_UNLOCKED = アカウントのロックを解除しました。またサインインできます。
CHANGE_EMAIL_UNDONE = アカウントのアドレスは { $email } に戻り、すべての端末がサインアウトされました。次の手順はお送りしたメールにあります。
CHANGE_EMAIL_UNDO_EXPIRED = このリンクの有効期間（{ $within }）は過ぎました。サイトの運営者にご連絡ください。
CHANGE_EMAIL_UNDO_INVALID = このリンクは無効か、変更はすでに取り消されています。
CHANGE_EMAIL_UNDO_TAKEN = { $email } は現在、別のアカウントで使われているため、元に戻せません。サイトの運営者にご連絡ください。
ACCOUNT_CLOSED = アカウントは閉鎖され、{ $within }後に削除されます。取りやめるには、お送りしたメールのリンクを開いてください。
ACCOUNT_REOPENED = アカウントを再開しました。続けるにはサインインしてください。
ACCOUNT_REOPEN_INVALID = このリンクは無効か、アカウントはすでに再開されています。
ACCOUNT_LAST_ADMINISTRATOR = 最後の管理者です。アカウントを閉鎖する前に、ほかの人を管理者にしてください。
VISIT_FIRST = 先にこのページをご覧ください。
SESSION_REVOKED = その端末をサインアウトしました。
SESSION_GONE = その端末はすでにサインアウトしています。
SESSIONS_OTHERS_REVOKED = この端末以外をすべてサインアウトしました。
SESSIONS_ALL_REVOKED = すべての端末をサインアウトしました。続けるには、もう一度サインインしてください。
CSRF_TOKEN_MISSING = The CSRF token is missing.
CSRF_SESSION_TOKEN_MISSING = The CSRF session token is missing.
CSRF_TOKEN_EXPIRED = The CSRF token has expired.
CSRF_TOKEN_INVALID = The CSRF token is invalid.
CSRF_TOKEN_MISMATCH = The CSRF tokens do not match.
CSRF_REFERRER_MISSING = The referrer header is missing.
CSRF_REFERRER_MISMATCH = The referrer does not match the host.
CSRF_ORIGIN_MISMATCH = The request comes from another site.
FIELD_REQUIRED = この項目を入力してください。
CHOICE_INVALID = 表示されている選択肢から選んでください。

## Spans of time and lists

DURATION_YEARS = { $count }年
DURATION_MONTHS = { $count }か月
DURATION_DAYS = { $count }日
DURATION_HOURS = { $count }時間
DURATION_MINUTES = { $count }分
DURATION_SECONDS = { $count }秒
DURATION_AND = { $first }{ $last }
DURATION_COMMA = { $first }{ $last }
LIST_COMMA = { $first }、{ $last }
LIST_END = { $first }、{ $last }

## What every page has

PAGE_LANGUAGE = ja
LANGUAGE_NAME = 日本語
SITE_NAME = Gatewright
NAV_HOME = ホーム
NAV_LOGIN = サインイン
NAV_LOGOUT = サインアウト
NAV_REGISTER = アカウントを作成
NAV_FORGOT_PASSWORD = パスワードをお忘れですか？
NAV_CONFIRM = 確認メールをもう一度送る
NAV_RECOVER_USERNAME = ユーザー名をお忘れですか？
NAV_CHANGE_PASSWORD = パスワードを変更
NAV_CHANGE_EMAIL = メールアドレスを変更
NAV_CHANGE_USERNAME = ユーザー名を変更
NAV_SESSIONS = サインイン中の端末
NAV_ACCOUNT = アカウント
NAV_LANGUAGE = 言語
NAV_BACK = 戻る
NAV_MENU = アカウント
NAV_SKIP = 本文へ移動
LANGUAGE_TITLE = 言語を選ぶ
FLASH_TITLE = お知らせ
ERRORS_TITLE = 次の点を修正してください:

## Fields

FIELD_EMAIL = メールアドレス
FIELD_EMAIL_NEW = 新しいメールアドレス
FIELD_IDENTITY = メールアドレスまたはユーザー名
FIELD_USERNAME = ユーザー名
FIELD_USERNAME_NEW = 新しいユーザー名
FIELD_PASSWORD = パスワード
FIELD_PASSWORD_NOW = 現在のパスワード
FIELD_PASSWORD_NEW = 新しいパスワード
FIELD_PASSWORD_AGAIN = 同じパスワードをもう一度
FIELD_PASSWORD_OPTIONAL = パスワード（空欄でもかまいません）
FIELD_PASSWORD_OR_CODE = パスワードまたはコード
FIELD_REMEMBER = この端末でサインインしたままにする
FIELD_PHONE = 電話番号
FIELD_CODE = コード
FIELD_OPTIONAL = 任意
FIELD_ROLES = ロール
PASSWORD_HINT = 珍しい単語をいくつか並べるほうが、記号よりも覚えやすくなります。

## Page: sign in

LOGIN_TITLE = サインイン
LOGIN_SUBMIT = サインイン
LOGIN_EITHER = メールアドレスかユーザー名の、どちらか一方を入力してください。
LOGIN_NEW_HERE = 初めての方
LOGIN_OTHER_WAYS = 別の方法でサインイン
LOGIN_WITH = { $provider } でサインイン

## Page: password forgotten

FORGOT_PASSWORD_TITLE = パスワードをお忘れですか？
FORGOT_PASSWORD_TEXT = メールアドレスを入力してください。新しいパスワードを設定できるリンクをメールでお送りします。
FORGOT_PASSWORD_SUBMIT = リンクを送る

## Page: a new password in place of a forgotten one

RESET_PASSWORD_TITLE = 新しいパスワードを設定
RESET_PASSWORD_TEXT = すべての端末がサインアウトされます。
RESET_PASSWORD_SUBMIT = パスワードを設定

## Page: change the password

CHANGE_PASSWORD_TITLE = パスワードを変更
CHANGE_PASSWORD_TEXT = この端末ではサインインしたままですが、ほかの端末はすべてサインアウトされます。
CHANGE_PASSWORD_FIRST = アカウントにはまだパスワードがありません。
CHANGE_PASSWORD_SUBMIT = パスワードを変更

## Page: a link to sign in

SEND_LOGIN_TEXT = メールアドレスを入力してください。サインインできるリンクをメールでお送りします。
SEND_LOGIN_SUBMIT = リンクを送る
LOGIN_LINK_TITLE = サインイン
LOGIN_LINK_TEXT = { $email } としてサインインします。
LOGIN_LINK_SUBMIT = サインイン
LOGIN_LINK_EXPIRED_TITLE = このリンクは古くなっています
LOGIN_LINK_EXPIRED_TEXT = このリンクではもうサインインできません。新しいリンクを { $email } 宛てに送れます。
LOGIN_LINK_EXPIRED_SUBMIT = 新しいリンクを送る

## Page: sign out

LOGOUT_TITLE = サインアウト
LOGOUT_TEXT = この端末でサインアウトしますか？
LOGOUT_SUBMIT = サインアウト
LOGOUT_STAY = サインインしたままにする

## Page: it is still you

VERIFY_TITLE = ご本人であることを確認してください
VERIFY_TEXT = この先は大切な操作です。続けるには、パスワードをもう一度入力してください。
VERIFY_SUBMIT = 続ける

## Page: one's own sessions

SESSIONS_TITLE = サインイン中の端末
SESSIONS_TEXT = お使いのアカウントがサインインしている端末です。心当たりのない端末があれば、サインアウトして、パスワードを変更してください。
SESSIONS_CURRENT = この端末
SESSIONS_UNKNOWN = 不明な端末
SESSIONS_SEEN = 最終利用
SESSIONS_NOW = たった今
SESSIONS_AGO = { $span }前
SESSIONS_ADDRESS = IPアドレス
SESSIONS_BEGAN = サインイン日時
SESSIONS_ENDS = 未使用時の期限
SESSIONS_REMEMBERED = サインインを維持
SESSIONS_REVOKE = サインアウト
SESSIONS_REVOKE_LABEL = サインアウト: { $device }、{ $address }、{ $seen }
SESSIONS_NONE = ページからサインインしている端末はありません。アプリケーションはトークンでサインインしていることがあります。
SESSIONS_OTHERS_TITLE = まとめてサインアウト
SESSIONS_OTHERS_TEXT = アカウントを使っているアプリケーションの接続と、お送りしたメールのリンクも無効になります。
SESSIONS_OTHERS = ほかの端末をすべてサインアウト
SESSIONS_ALL = この端末も含めてすべてサインアウト

## Page: another email address

CHANGE_EMAIL_TITLE = メールアドレスを変更
CHANGE_EMAIL_NOW = アカウントの現在のアドレス:
CHANGE_EMAIL_TEXT = 新しいアドレス宛てにリンクをお送りします。{ $within }以内に開くと変更が完了します。
CHANGE_EMAIL_SUBMIT = リンクを送る
CHANGE_EMAIL_ASK_TITLE = このアドレスを使いますか？
CHANGE_EMAIL_ASK_TEXT = 今後、アカウントのアドレスは { $email } になります。サインインにはこのアドレスを使い、メールもここに届きます。
CHANGE_EMAIL_ASK_SUBMIT = このアドレスを使う
UNDO_EMAIL_TITLE = 変更を取り消しますか？
UNDO_EMAIL_TEXT = アカウントのアドレスは { $email } に戻り、すべての端末がサインアウトされます。その後、次の手順をメールでお送りします。
UNDO_EMAIL_SUBMIT = 変更を取り消す

## Page: another user name

CHANGE_USERNAME_TITLE = ユーザー名を変更
CHANGE_USERNAME_NOW = 現在のユーザー名:
CHANGE_USERNAME_NONE = ユーザー名はまだありません。
CHANGE_USERNAME_HINT = { $min }〜{ $max }文字の文字と数字。
CHANGE_USERNAME_EMPTY = ユーザー名を使わない場合は空欄にしてください。
CHANGE_USERNAME_SUBMIT = ユーザー名を変更

## Page: user name forgotten

RECOVER_USERNAME_TITLE = ユーザー名をお忘れですか？
RECOVER_USERNAME_TEXT = アカウントのアドレス宛てにメールでお送りします。
RECOVER_USERNAME_SUBMIT = ユーザー名をメールで受け取る

## Page: one's own account

ACCOUNT_TITLE = アカウント
ACCOUNT_CONFIRMED = 確認済み
ACCOUNT_UNCONFIRMED = 未確認
ACCOUNT_SINCE = 登録日
ACCOUNT_LAST_LOGIN = 前回のサインイン
ACCOUNT_EMAIL_TITLE = メールアドレス
ACCOUNT_USERNAME_TITLE = ユーザー名
ACCOUNT_PASSWORD_TITLE = パスワード
ACCOUNT_PASSWORD_SET = パスワードでサインインしています。
ACCOUNT_PASSWORD_NONE = パスワードはありません。
ACCOUNT_SESSIONS_TEXT = サインインしている端末を確認し、サインアウトできます。
ACCOUNT_SESSIONS_LINK = 端末を見る
ACCOUNT_CONFIRM_TITLE = アドレスが確認されていません
ACCOUNT_CONFIRM_TEXT = { $email } 宛てにお送りしたメールのリンクを開くか、新しいメールを請求してください。
ACCOUNT_ACTIVITY_TITLE = 最近の操作
ACCOUNT_ACTIVITY_TEXT = 心当たりのない操作があれば、パスワードを変更し、ほかの端末をすべてサインアウトしてください。
ACCOUNT_DATA_TITLE = ご自身のデータ
ACCOUNT_DATA_TEXT = 保存されているデータの控えを取るか、アカウントを閉鎖できます。
ACCOUNT_DATA_LINK = データをダウンロード
ACCOUNT_CLOSE_LINK = アカウントを閉鎖
CLOSE_ACCOUNT_TITLE = アカウントを閉鎖しますか？
CLOSE_ACCOUNT_NOW = すぐにすべての端末がサインアウトされ、以後は誰もサインインできなくなります。
CLOSE_ACCOUNT_LATER = { $within }後に、アカウントとそれに属するものがすべて削除されます。それまでは、お送りするメールのリンクで再開できます。その後は誰にも元に戻せません。
CLOSE_ACCOUNT_DATA = データの控えが必要な場合は、先にダウンロードしてください:
CLOSE_ACCOUNT_SUBMIT = アカウントを閉鎖する
CLOSE_ACCOUNT_STAY = アカウントに戻る
REOPEN_ACCOUNT_TITLE = アカウントを残しますか？
REOPEN_ACCOUNT_TEXT = アカウント { $email } は閉鎖されています。残すと削除されず、またサインインできます。
REOPEN_ACCOUNT_SUBMIT = アカウントを残す
ACTIVITY_USER_AUTHENTICATED = サインイン
ACTIVITY_USER_FAILED_AUTHN = パスワードまたはコードの間違い
ACTIVITY_PASSWORD_CHANGED = パスワードの変更
ACTIVITY_PASSWORD_RESET = 忘れたパスワードの再設定
ACTIVITY_CHANGE_EMAIL_CONFIRMED = メールアドレスの変更
ACTIVITY_EMAIL_CHANGE_UNDONE = メールアドレスの変更の取り消し
ACTIVITY_USERNAME_CHANGED = ユーザー名の変更
ACTIVITY_ACCOUNT_LOCKED = アカウントのロック
ACTIVITY_ACCOUNT_UNLOCKED = アカウントのロックの解除
ACTIVITY_ACCOUNT_CLOSED = アカウントの閉鎖
ACTIVITY_ACCOUNT_REOPENED = アカウントの再開
ACTIVITY_SESSION_REVOKED = 端末のサインアウト
ACTIVITY_SESSION_REPLAYED = コピーされたセッションの終了
ACTIVITY_USER_CONFIRMED = メールアドレスの確認
ACTIVITY_USER_REGISTERED = アカウントの作成
ACTIVITY_RESET_PASSWORD_INSTRUCTIONS_SENT = 新しいパスワード用のリンクの申請
ACTIVITY_CHANGE_EMAIL_INSTRUCTIONS_SENT = メールアドレス変更の申請
ACTIVITY_CONFIRM_INSTRUCTIONS_SENT = メールアドレス確認用のリンクの申請
ACTIVITY_LOGIN_INSTRUCTIONS_SENT = ログイン用リンクの申請
ACTIVITY_USERNAME_RECOVERY_EMAIL_SENT = ユーザー名の問い合わせ
ACTIVITY_USER_CREATED = 管理者によるアカウントの作成

## Page: register

REGISTER_TITLE = アカウントを作成
REGISTER_SUBMIT = アカウントを作成
REGISTER_HAVE_ACCOUNT = アカウントをお持ちですか？
REGISTER_PASSWORD_HINT = { $length }文字以上。珍しい単語をいくつか並べるほうが、記号よりも覚えやすくなります。

## Pages: confirm the address

SEND_CONFIRMATION_TITLE = メールアドレスの確認
SEND_CONFIRMATION_TEXT = リンクを記したメールをお送りします。リンクを開くと、アドレスの確認が完了します。
SEND_CONFIRMATION_SUBMIT = メールを送る
CONFIRM_EMAIL_TITLE = メールアドレスの確認
CONFIRM_EMAIL_TEXT = { $email } はご自身のアドレスですか？ボタンを押すと確認が完了します。
CONFIRM_EMAIL_SUBMIT = アドレスを確認する

## Page: welcome

WELCOME_TITLE = ようこそ
WELCOME_SIGNED_IN = { $name } としてサインインしています。
WELCOME_SIGNED_OUT = サインインしていません。
WELCOME_NO_ROLES = なし
WELCOME_NEXT_TITLE = 次にすること
WELCOME_NEXT_IN = この開始ページはサーバーに付属のものです。ご自身のアプリケーションに置き換えて、どのページにどのロールが必要かを指定してください。
WELCOME_NEXT_OUT = アカウントを見るにはサインインしてください。

## Page: the first administrator

UNLOCK_TITLE = アカウントのロックを解除
UNLOCK_TEXT = パスワードまたはコードの間違いが多すぎたため、アカウントがロックされました。ここで解除できます。
UNLOCK_SUBMIT = アカウントのロックを解除
SETUP_TITLE = 最初の管理者を作成
SETUP_TEXT = このサイトにはまだアカウントがありません。ここで作成するアカウントには、すべての権限があります。
SETUP_TOKEN = セットアップキー
SETUP_TOKEN_HINT = サーバーが起動時に書き出したログにあります。
SETUP_TOKEN_WRONG = このセットアップキーは正しくありません。サーバーのログからもう一度コピーしてください。
SETUP_SUBMIT = 管理者を作成
SETUP_DONE = 管理者を作成しました。続けるにはサインインしてください。

## Pages: something is wrong

ERROR_400_TITLE = 読み取れませんでした
ERROR_400_TEXT = 前のページに戻り、再読み込みしてからもう一度お試しください。
ERROR_401_TITLE = サインインしてください
ERROR_401_TEXT = このページはサインインしている方だけが見られます。
ERROR_401_STALE_TEXT = このページには、より新しいサインインが必要です。いったんサインアウトし、もう一度サインインしてから戻ってきてください。
ERROR_403_TITLE = 許可されていません
ERROR_403_TEXT = このページが必要な場合は、管理者にアクセス権を依頼してください。
ERROR_404_TITLE = ここには何もありません
ERROR_404_TEXT = このアドレスのページはありません。入力の間違いがないか確認するか、ホームから始めてください。
ERROR_405_TITLE = この方法では使えません
ERROR_405_TEXT = このアドレスはありますが、そのような使い方はできません。ホームから始めてください。
ERROR_HOST_TEXT = このサイトはそのアドレスでは公開されていません。ブラウザーのアドレスを確認するか、サイトの運営者にお知らせください。
ERROR_CROSS_SITE_TEXT = 別のサイトのページから送られたため、何も行いませんでした。意図した操作であれば、新しいタブでこのサイトを開いて行ってください。
ERROR_413_TITLE = 大きすぎます
ERROR_413_TEXT = 受け付けられる量を超えています。減らしてからもう一度お試しください。
ERROR_429_TITLE = 少し間を置いてください
ERROR_429_TEXT = 試行回数が多すぎます。{ $wait }待ってからもう一度お試しください。
ERROR_500_TITLE = こちらの不具合です
ERROR_500_TEXT = こちら側で問題が起き、ログに記録しました。しばらくしてからもう一度お試しください。
ERROR_503_TITLE = 混み合っています
ERROR_503_TEXT = 現在、処理が追いついていません。{ $wait }後にもう一度お試しください。
ERROR_CSRF_TITLE = このフォームは古くなっています
ERROR_CSRF_TEXT = 安全のため、フォームには有効期間があります。もう一度送信してください。

## Mails

MAIL_FOOTER = このメールは自動送信です。返信いただいても読むことができません。
MAIL_LINK_HINT = ボタンが使えないときは、次のアドレスをブラウザーにコピーしてください:
MAIL_UNKNOWN = 不明
MAIL_SEEN_TIME = 日時
MAIL_SEEN_ADDRESS = IPアドレス
MAIL_SEEN_AGENT = 端末
MAIL_SESSION_REPLAYED_SUBJECT = アカウントのセッションを終了しました
MAIL_SESSION_REPLAYED_TEXT = すでに無効になったセッションの鍵が使われました。これはセッションが別の端末にコピーされたときに起こるため、そのセッションを終了しました。
MAIL_REFRESH_REPLAYED_SUBJECT = アプリケーションをアカウントからサインアウトしました
MAIL_REFRESH_REPLAYED_TEXT = アプリケーションがアカウントにサインインし続けるための鍵が2回使われました。これは鍵がコピーされたときに起こるため、その鍵を無効にしました。
MAIL_REPLAYED_YOU = ブラウザーのプロファイルのコピーやバックアップの復元など、ご自身によるものであれば、もう一度サインインするだけで大丈夫です。
MAIL_REPLAYED_NOT_YOU = 心当たりがない場合、誰かがアカウントに入ったおそれがあります。パスワードを変更し、すべての端末をサインアウトして、マルウェアがないか調べてください。
MAIL_ACCOUNT_LOCKED_SUBJECT = アカウントを一時的にロックしました
MAIL_ACCOUNT_LOCKED_TEXT = パスワードまたはコードの間違いが多すぎたため、アカウントをロックしました。
MAIL_ACCOUNT_LOCKED_WITHIN = { $within }後に自動で解除されます。
MAIL_ACCOUNT_LOCKED_LINK = ご自身によるものであれば、今すぐロックを解除できます:
MAIL_ACCOUNT_LOCKED_BUTTON = アカウントのロックを解除
MAIL_ACCOUNT_LOCKED_NOT_YOU = 心当たりがない場合、誰かがサインインしようとしています。まだ成功しておらず、何もする必要はありません。同じパスワードをほかでも使っている場合は、この機会に変更することをおすすめします。
MAIL_LINK_WITHIN = リンクは1回だけ、{ $within }以内に使えます。
MAIL_CONFIRM_SUBJECT = メールアドレスを確認してください
MAIL_CONFIRM_TEXT = { $email } はご自身のアドレスですか？次のリンクを開くと確認が完了します。
MAIL_CONFIRM_BUTTON = アドレスを確認する
MAIL_CONFIRM_NOT_YOU = このメールに心当たりがなければ、無視してかまいません。リンクを開かない限り、何も確認されません。
MAIL_RESET_SUBJECT = 新しいパスワードの設定
MAIL_RESET_TEXT = アカウントに新しいパスワードを設定する請求がありました。おそらくご自身によるものです。設定のページは次のリンクから開けます。リンクは1回だけ、{ $within }以内に使えます:
MAIL_RESET_BUTTON = 新しいパスワードを設定
MAIL_RESET_NOT_YOU = 心当たりがなければ、このメールを削除してかまいません。パスワードは変わりません。
MAIL_RESET_NOTICE_SUBJECT = パスワードが再設定されました
MAIL_RESET_NOTICE_TEXT = このアドレスにお送りしたリンクから、アカウントに新しいパスワードが設定されました。すべての端末がサインアウトされています。
MAIL_CHANGE_NOTICE_SUBJECT = パスワードが変更されました
MAIL_CHANGE_NOTICE_TEXT = アカウントのパスワードが変更されました。ほかの端末はすべてサインアウトされています。
MAIL_PASSWORD_NOT_YOU = 心当たりがなければ、誰かがアカウントに入れる状態です。すぐに新しいパスワードを設定し、ほかの誰もメールを読めないことを確かめてください。
MAIL_LOGIN_SUBJECT = サインイン用リンク
MAIL_LOGIN_TEXT = 次のリンクでアカウントにサインインできます。リンクは1回だけ、{ $within }以内に使えます:
MAIL_LOGIN_BUTTON = サインイン
MAIL_LOGIN_NOT_YOU = このリンクを人に渡さないでください。リンクを持つ人は誰でもサインインできます。心当たりがなければ、このメールを削除してかまいません。
MAIL_CHANGE_EMAIL_SUBJECT = 新しいメールアドレスを確認してください
MAIL_CHANGE_EMAIL_TEXT = アカウント { $email } のメールアドレスを、今後このアドレスにする請求がありました。よろしければ、次のリンクを開いてください:
MAIL_CHANGE_EMAIL_BUTTON = このアドレスを使う
MAIL_CHANGE_EMAIL_WITHIN = リンクの有効期間は{ $within }です。請求元は次のとおりです:
MAIL_CHANGE_EMAIL_NOT_YOU = このアカウントに心当たりがなければ、何もする必要はありません。リンクを開かない限り、何も変わりません。
MAIL_CHANGE_EMAIL_DONE_SUBJECT = アカウントのメールアドレスが変更されました
MAIL_CHANGE_EMAIL_DONE_TEXT = アカウントのメールアドレスは { $email } に変わりました。このアドレスには今後メールが届きません。
MAIL_CHANGE_EMAIL_DONE_YOU = ご自身によるものであれば、何もする必要はありません。
MAIL_CHANGE_EMAIL_DONE_NOT_YOU = 心当たりがなければ、誰かがアカウントに入れる状態です。今すぐ変更を取り消してください。アカウントはこのアドレスに戻り、すべての端末がサインアウトされます。リンクの有効期間は{ $within }です。
MAIL_CHANGE_EMAIL_DONE_BUTTON = 変更を取り消す
MAIL_CHANGE_EMAIL_UNDONE_SUBJECT = アカウントのメールアドレスが元に戻りました
MAIL_CHANGE_EMAIL_UNDONE_TEXT = { $email } への変更は取り消されました。アカウントはこのアドレスに戻り、すべての端末がサインアウトされています。
MAIL_CHANGE_EMAIL_UNDONE_RESET = アドレスを変更した人が、パスワードを知っているおそれがあります。今すぐ新しいパスワードを設定してください。リンクの有効期間は{ $within }です。
MAIL_CHANGE_EMAIL_UNDONE_BUTTON = 新しいパスワードを設定
MAIL_CHANGE_EMAIL_UNDONE_NO_RESET = アドレスを変更した人が、パスワードを知っているおそれがあります。サインインして、今すぐ新しいパスワードを設定してください。パスワードが使えなくなっている場合は、サイトの運営者にご連絡ください。
MAIL_CHANGE_EMAIL_TAKEN_BACK_SUBJECT = このメールアドレスはアカウントのものではなくなりました
MAIL_CHANGE_EMAIL_TAKEN_BACK_TEXT = 以前のアドレスの持ち主が、アドレスの変更を取り消しました。アカウントはこのアドレスを使わなくなり、すべての端末がサインアウトされています。
MAIL_CHANGE_EMAIL_TAKEN_BACK_YOU = ご自身のアカウントであれば、以前のアドレスに届いたメールをご覧ください。次の手順が書かれています。
MAIL_CHANGE_USERNAME_SUBJECT = ユーザー名が変更されました
MAIL_CHANGE_USERNAME_TEXT = 新しいユーザー名は { $username } です。
MAIL_CHANGE_USERNAME_NONE = アカウントのユーザー名はなくなりました。メールアドレスでサインインしてください。
MAIL_CHANGE_USERNAME_NOT_YOU = 心当たりがなければ、誰かがアカウントに入れる状態です。パスワードを変更し、すべての端末をサインアウトしてください。
MAIL_USERNAME_RECOVERY_SUBJECT = ユーザー名のお知らせ
MAIL_USERNAME_RECOVERY_TEXT = ユーザー名は次のとおりです:
MAIL_USERNAME_RECOVERY_NONE = アカウントにはユーザー名がありません。メールアドレス { $email } でサインインしてください。
MAIL_USERNAME_RECOVERY_NOT_YOU = 心当たりがなければ、このメールは無視してかまいません。ほかの人には届いていません。
MAIL_WELCOME_SUBJECT = ようこそ
MAIL_WELCOME_READY = アカウントの準備ができました。ようこそお越しくださいました。
MAIL_WELCOME_CONFIRM = ようこそお越しくださいました。あと一歩です。次のリンクを開いて、ご自身のアドレスであることを確認してください。
MAIL_WELCOME_NOT_YOU = 登録に心当たりがない場合、ほかの人が誤ってこのアドレスを入力したのかもしれません。このメールは無視してかまいません。
MAIL_EXISTING_SUBJECT = アカウントはすでにあります
MAIL_EXISTING_TEXT = このアドレスで登録の操作がありました。おそらくご自身によるものです。このアドレスはすでにアカウントで使われており、何も変わっていません。
MAIL_EXISTING_USERNAME = ユーザー名は { $username } です。
MAIL_EXISTING_CONFIRM = アドレスはまだ確認されていません。確認するには次のリンクを開いてください:
MAIL_EXISTING_RESET = パスワードをお忘れですか？新しいパスワードは次のリンクから設定できます:
MAIL_EXISTING_RESET_BUTTON = 新しいパスワードを設定
MAIL_EXISTING_RECOVERY = リンクの有効期間が過ぎたら、ここで新しいリンクを請求してください:
MAIL_EXISTING_NOT_YOU = 心当たりがなければ、このメールは無視してかまいません。誰もアカウントに入っていません。
MAIL_USERNAME_TAKEN_SUBJECT = 別のユーザー名を選んでください
MAIL_USERNAME_TAKEN_TEXT = ユーザー名 { $username }、アドレス { $email } で登録の操作がありました。おそらくご自身によるものです。このユーザー名は別のアカウントで使われているため、アカウントは作成されませんでした。別のユーザー名でもう一度登録してください。
MAIL_ACCOUNT_CLOSED_SUBJECT = アカウントを閉鎖しました
MAIL_ACCOUNT_CLOSED_TEXT = アカウントは閉鎖され、すべての端末がサインアウトされました。{ $date } に完全に削除されます。
MAIL_ACCOUNT_CLOSED_LINK = 取りやめる場合は、アカウントを残せます。リンクの有効期間は{ $within }です:
MAIL_ACCOUNT_CLOSED_BUTTON = アカウントを残す
MAIL_ACCOUNT_CLOSED_NOT_YOU = 心当たりがなければ、今すぐアカウントを残す手続きをして、パスワードを変更してください。
MAIL_TEST_SUBJECT = テストメール
MAIL_TEST_TEXT = このメールを読めていれば、メールの送信は正常です。
