# Chinese, simplified. The keys are those of English.

## Accounts: addresses and confirmation

ALREADY_CONFIRMED = 无需再做什么：此邮箱地址已经确认。
CONFIRMATION_EXPIRED = 此链接的有效期为 { $within }，现已失效。请重新获取一个链接。
CONFIRMATION_REQUEST = 我们已向 { $email } 发送邮件。请打开邮件中的链接以确认地址。
CONFIRMATION_REQUIRED = 请先确认您的邮箱地址；链接在我们发给您的邮件里。
CONFIRM_REGISTRATION = 欢迎！还差一步：请打开我们发送到 { $email } 的邮件中的链接。
EMAIL_CONFIRMED = 您的邮箱地址已确认。谢谢！
INVALID_CONFIRMATION_TOKEN = 此确认链接无效。请重新获取一个链接。
CHANGE_EMAIL_CONFIRMED = 完成：您的账号现在使用新的邮箱地址。
CHANGE_EMAIL_EXPIRED = 此链接的有效期为 { $within }，现已失效。请重新开始更改地址。
CHANGE_EMAIL_SENT = 我们已向 { $email } 发送邮件。打开邮件中的链接即可完成更改。
EMAIL_ALREADY_ASSOCIATED = 已有使用 { $email } 的账号。请登录该账号，或使用其他地址。
EMAIL_NOT_PROVIDED = 请输入您的邮箱地址。
INVALID_EMAIL_ADDRESS = 这不像是邮箱地址。正确的格式类似 name@example.com。
DISABLED_ACCOUNT = 此账号已停用。请联系管理员。
USER_DOES_NOT_EXIST = 没有找到这个账号。请检查您的输入。

## Signing in

ANONYMOUS_USER_REQUIRED = 您已登录；如需进行此操作，请先退出登录。
API_ERROR = 无法读取这个值。请检查请求。
FORGOT_PASSWORD = 忘记密码？
GENERIC_AUTHN_FAILED = 没有成功。请检查您的输入，然后重试。
GENERIC_RECOVERY = 如果此账号存在，一封说明后续步骤的邮件正在发送。
GENERIC_US_SIGNIN = 如果此账号存在，验证码正在发送。
IDENTITY_ALREADY_ASSOCIATED = 另一个账号已在使用 { $value }（{ $attr }）。
IDENTITY_NOT_REGISTERED = 这里没有属于 { $id } 的账号。请先注册。
INVALID_LOGIN_TOKEN = 此登录链接无效。请重新获取一个链接。
INVALID_REDIRECT = 无法前往该地址：它不属于本网站。
LOGIN = 请登录以查看此页面。
LOGIN_EMAIL_SENT = 我们已向 { $email } 发送邮件。打开邮件中的链接即可登录。
LOGIN_EXPIRED = 此登录链接的有效期为 { $within }，现已失效。我们已向 { $email } 发送新的链接。
PASSWORDLESS_LOGIN_SUCCESSFUL = 欢迎，您已登录。
OAUTH_HANDSHAKE_ERROR = 另一项服务拒绝了登录（{ $exerror }: { $exdesc }）。请重试。
REAUTHENTICATION_REQUIRED = 为了安全起见，请再次证明是您本人。
REAUTHENTICATION_SUCCESSFUL = 谢谢，已确认是您本人。
REFRESH = 请重新登录以查看此页面。
REFRESH_TOKEN_INVALID = 此刷新令牌未被接受（{ $reason }）。请登录以获取新的令牌。
UNAUTHENTICATED = 仅限已登录的访客。请登录。
UNAUTHORIZED = 您的账号没有此权限。

## Passwords

INVALID_PASSWORD = 密码不正确。
INVALID_RESET_PASSWORD_TOKEN = 此链接无效，或已使用过。请重新获取一个链接。
PASSWORD_BREACHED = 此密码出现在被盗密码的列表中。请换一个密码。
PASSWORD_BREACHED_SITE_ERROR = 无法查询此密码是否被盗。请稍后重试。
PASSWORD_CHANGE = 您的新密码已生效。
PASSWORD_INVALID_LENGTH = 密码长度须为 { $length } 到 128 个字符。
PASSWORD_IS_THE_SAME = 这是您现在的密码。请换一个密码。
PASSWORD_MISMATCH = 您输入了两个不同的密码。
PASSWORD_NOT_PROVIDED = 请输入密码。
PASSWORD_RESET = 您的新密码已生效，并且您已登录。
PASSWORD_RESET_EXPIRED = 此链接的有效期为 { $within }，现已失效。请重新获取一个链接。
PASSWORD_RESET_NO_LOGIN = 您的新密码已生效。请用它登录。
PASSWORD_RESET_REQUEST = 如果 { $email } 属于某个账号，我们已向它发送邮件，其中说明了如何设置新密码。
PASSWORD_TOO_SIMPLE = 此密码容易被猜到。再加几个不常见的词就安全了。
PASSWORD_WEAK_CONTEXT = 此密码由您自己或本网站的名称组成，别人会最先尝试它。
PASSWORD_WEAK_KEY_ROW = 相邻的按键容易被猜到。
PASSWORD_WEAK_KEY_PATTERN = 键盘上的简短图案容易被猜到。
PASSWORD_WEAK_REPEATED_CHARACTER = 反复使用同一个字符容易被猜到。
PASSWORD_WEAK_REPEATED_PART = 反复使用同一段内容，几乎不会比只用一次更难猜。
PASSWORD_WEAK_TOP_10 = 几乎没有比它更常用的密码。
PASSWORD_WEAK_TOP_100 = 这是最常用的一百个密码之一。
PASSWORD_WEAK_COMMON = 很多人使用此密码，因此会最先被尝试。
PASSWORD_WEAK_SIMILAR = 此密码与很多人使用的密码十分相似。
PASSWORD_WEAK_SEQUENCE = 按顺序排列的字母或数字容易被猜到。
PASSWORD_WEAK_YEAR = 年份容易被猜到。
PASSWORD_WEAK_WORD = 单独一个词容易被猜到。
PASSWORD_WEAK_DATE = 日期容易被猜到。
PASSWORD_WEAK_NAME = 单独一个名字容易被猜到。
PASSWORD_WEAK_NAMES = 常见的名字容易被猜到。
PASSWORD_ADVICE_FEW_WORDS = 请选用几个互不相关的词。
PASSWORD_ADVICE_NO_SIGNS = 不需要符号、数字和大写字母。
PASSWORD_ADVICE_MORE_WORDS = 再加一两个不常见的词就安全了。
PASSWORD_ADVICE_CAPITAL = 首字母大写帮助不大。
PASSWORD_ADVICE_CAPITALS = 全部大写帮助不大。
PASSWORD_ADVICE_REVERSED = 把词倒过来写帮助不大。
PASSWORD_ADVICE_SWAPS = 用符号代替字母（例如用 @ 代替 a）帮助不大。
PASSWORD_ADVICE_KEY_PATTERN = 键盘上的图案需要更长，转折更多。
PASSWORD_ADVICE_NO_REPEATS = 请勿重复词语或字符。
PASSWORD_ADVICE_NO_SEQUENCES = 请勿使用按顺序排列的字母和数字。
PASSWORD_ADVICE_NO_RECENT_YEARS = 请勿使用最近的年份。
PASSWORD_ADVICE_NO_OWN_YEARS = 请勿使用与您有关的年份。
PASSWORD_ADVICE_NO_OWN_DATES = 请勿使用与您有关的日期。
RETYPE_PASSWORD_MISMATCH = 两个密码不一致。请输入两次相同的密码。

## Names and numbers

INVALID_INPUT = 其中有我们无法接受的字符。请去掉 < 和 & 之类的标记。
INVALID_INPUT_LENGTH = 内容过长；最多 { $length } 个字符。
PHONE_INVALID = 这不是有效的电话号码。请带上国家代码，例如 +86 10 1234 5678。
USERNAME_ALREADY_ASSOCIATED = 用户名 { $username } 已被占用。请换一个。
USERNAME_CHANGE = 您的新用户名已生效。
USERNAME_DISALLOWED_CHARACTERS = 用户名只能包含字母和数字。
USERNAME_INVALID_LENGTH = 用户名长度须为 { $min } 到 { $max } 个字符。
USERNAME_NOT_PROVIDED = 请输入用户名。
USERNAME_RECOVERY_REQUEST = 如果此地址存在，一封包含您用户名的邮件正在发送。

## Codes and second factors

CODE_HAS_BEEN_SENT = 验证码正在发送给您。
FAILED_TO_SEND_CODE = 无法发送验证码。请稍后重试。
INVALID_CODE = 此链接中的代码有误。请重新获取一个链接。
INVALID_PASSWORD_CODE = 密码和验证码都不正确。
INVALID_RECOVERY_CODE = 此恢复代码不正确，或已使用过。
NO_RECOVERY_CODES_SETUP = 您还没有恢复代码。
TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL = 您的第二重验证已设置好。
TWO_FACTOR_DISABLED = 您的第二重验证已关闭。
TWO_FACTOR_INVALID_TOKEN = 验证码不正确。请检查，或重新获取一个。
TWO_FACTOR_LOGIN_SUCCESSFUL = 验证码正确。欢迎！
TWO_FACTOR_METHOD_NOT_AVAILABLE = 这里不能选择这种第二重验证。
TWO_FACTOR_PERMISSION_DENIED = 请先登录；之后才是第二重验证。
TWO_FACTOR_SETUP_EXPIRED = 您需要在 { $within }内完成，现已超时。请重新开始设置。
USE_CODE = 您的登录验证码是 { $code }。我们绝不会向您索要验证码。
US_CURRENT_METHODS = 您可以使用以下方式登录：{ $method_list }。
US_METHOD_NOT_AVAILABLE = 您不能用这种方式登录；它尚未设置。
US_SETUP_EXPIRED = 您需要在 { $within }内完成，现已超时。请重新开始设置。
US_SETUP_SUCCESSFUL = 这种登录方式已设置好。
US_SPECIFY_IDENTITY = 没有找到这个账号。请检查您的输入。

## Passkeys

WEBAUTHN_CREDENTIAL_DELETED = 通行密钥“{ $name }”已移除。
WEBAUTHN_CREDENTIAL_ID_INUSE = 此通行密钥已注册。
WEBAUTHN_CREDENTIAL_WRONG_USAGE = 此通行密钥是为登录的另一个步骤注册的。
WEBAUTHN_EXPIRED = 您需要在 { $within }内使用通行密钥，现已超时。请重试。
WEBAUTHN_MISMATCH_USER_HANDLE = 此通行密钥属于另一个账号。
WEBAUTHN_NAME_DISALLOWED_CHARACTERS = 名称只能包含字母、数字、空格、连字符和下划线。
WEBAUTHN_NAME_INUSE = 您已有名为“{ $name }”的通行密钥。
WEBAUTHN_NAME_NOT_FOUND = 您没有名为“{ $name }”的通行密钥。
WEBAUTHN_NAME_REQUIRED = 请为通行密钥命名。
WEBAUTHN_NO_VERIFY = 通行密钥未被接受（{ $cause }）。请重试。
WEBAUTHN_ORPHAN_CREDENTIAL_ID = 此通行密钥的账号已不存在。
WEBAUTHN_REGISTER_SUCCESSFUL = 通行密钥“{ $name }”可以使用了。
WEBAUTHN_UNKNOWN_CREDENTIAL_ID = 没有找到这个通行密钥。

## Requests: what clients may compare word for word

LITERAL = { $text }
REGISTRATION_SENT = 如果此地址在这里是新的，它的账号已准备好：请登录。
FIRST_ADMINISTRATOR_READY = 您现在是管理员。
ACCOUNT_UNLOCKED = 您的账号已解锁，可以重新登录了。
CHANGE_EMAIL_UNDONE = 您的账号已恢复使用 { $email }，并已在所有地方退出登录。后续步骤在我们发给您的邮件中。
CHANGE_EMAIL_UNDO_EXPIRED = 此链接的有效期为 { $within }，现已失效。请联系本网站的运营者。
CHANGE_EMAIL_UNDO_INVALID = 此链接无效，或更改已被撤销。
CHANGE_EMAIL_UNDO_TAKEN = { $email } 现已被另一个账号使用，无法再归还给您的账号。请联系本网站的运营者。
ACCOUNT_CLOSED = 您的账号已关闭，将在 { $within }后删除。如果您改变主意，请打开我们发给您的邮件中的链接。
ACCOUNT_REOPENED = 您的账号已重新开启。请登录以继续。
ACCOUNT_REOPEN_INVALID = 此链接无效，或账号已经开启。
ACCOUNT_LAST_ADMINISTRATOR = 您是最后一位管理员。关闭账号之前，请先让其他人成为管理员。
VISIT_FIRST = 请先看一下这个页面。
SESSION_REVOKED = 该设备已退出登录。
SESSION_GONE = 该设备此前已退出登录。
SESSIONS_OTHERS_REVOKED = 除这里以外，您已在所有地方退出登录。
SESSIONS_ALL_REVOKED = 您已在所有地方退出登录。请重新登录以继续。
CSRF_TOKEN_MISSING = The CSRF token is missing.
CSRF_SESSION_TOKEN_MISSING = The CSRF session token is missing.
CSRF_TOKEN_EXPIRED = The CSRF token has expired.
CSRF_TOKEN_INVALID = The CSRF token is invalid.
CSRF_TOKEN_MISMATCH = The CSRF tokens do not match.
CSRF_REFERRER_MISSING = The referrer header is missing.
CSRF_REFERRER_MISMATCH = The referrer does not match the host.
CSRF_ORIGIN_MISMATCH = The request comes from another site.
FIELD_REQUIRED = 请填写此项。
CHOICE_INVALID = 请从提供的选项中选择一项。

## Spans of time and lists

DURATION_YEARS = { $count } 年
DURATION_MONTHS = { $count } 个月
DURATION_DAYS = { $count } 天
DURATION_HOURS = { $count } 小时
DURATION_MINUTES = { $count } 分钟
DURATION_SECONDS = { $count } 秒
DURATION_AND = { $first } { $last }
DURATION_COMMA = { $first } { $last }
LIST_COMMA = { $first }、{ $last }
LIST_END = { $first }和{ $last }

## What every page has

PAGE_LANGUAGE = zh-Hans
LANGUAGE_NAME = 简体中文
SITE_NAME = Gatewright
NAV_HOME = 首页
NAV_LOGIN = 登录
NAV_LOGOUT = 退出登录
NAV_REGISTER = 创建账号
NAV_FORGOT_PASSWORD = 忘记密码？
NAV_CONFIRM = 重新发送确认邮件
NAV_RECOVER_USERNAME = 忘记用户名？
NAV_CHANGE_PASSWORD = 更改密码
NAV_CHANGE_EMAIL = 更改邮箱地址
NAV_CHANGE_USERNAME = 更改用户名
NAV_SESSIONS = 您的设备
NAV_ACCOUNT = 账号
NAV_LANGUAGE = 语言
NAV_BACK = 返回
NAV_MENU = 您的账号
NAV_SKIP = 跳到正文
LANGUAGE_TITLE = 选择您的语言
FLASH_TITLE = 消息
ERRORS_TITLE = 请更正以下内容：

## Fields

FIELD_EMAIL = 邮箱地址
FIELD_EMAIL_NEW = 新的邮箱地址
FIELD_IDENTITY = 邮箱地址或用户名
FIELD_USERNAME = 用户名
FIELD_USERNAME_NEW = 新的用户名
FIELD_PASSWORD = 密码
FIELD_PASSWORD_NOW = 当前密码
FIELD_PASSWORD_NEW = 新密码
FIELD_PASSWORD_AGAIN = 再次输入相同的密码
FIELD_PASSWORD_OPTIONAL = 密码（可以留空）
FIELD_PASSWORD_OR_CODE = 密码或验证码
FIELD_REMEMBER = 在此设备上保持登录
FIELD_PHONE = 电话号码
FIELD_CODE = 验证码
FIELD_OPTIONAL = 选填
FIELD_ROLES = 角色
PASSWORD_HINT = 几个不常见的词比符号更容易记住。

## Page: sign in

LOGIN_TITLE = 登录
LOGIN_SUBMIT = 登录
LOGIN_EITHER = 您的邮箱地址或用户名：填写其中一项即可。
LOGIN_NEW_HERE = 第一次来？
LOGIN_OTHER_WAYS = 其他登录方式
LOGIN_WITH = 使用 { $provider } 登录

## Page: password forgotten

FORGOT_PASSWORD_TITLE = 忘记密码？
FORGOT_PASSWORD_TEXT = 请输入您的邮箱地址。我们会把用于设置新密码的链接发送给您。
FORGOT_PASSWORD_SUBMIT = 发送链接

## Page: a new password in place of a forgotten one

RESET_PASSWORD_TITLE = 设置新密码
RESET_PASSWORD_TEXT = 您将在所有设备上退出登录。
RESET_PASSWORD_SUBMIT = 设置密码

## Page: change the password

CHANGE_PASSWORD_TITLE = 更改密码
CHANGE_PASSWORD_TEXT = 您在这里保持登录，在所有其他设备上将退出登录。
CHANGE_PASSWORD_FIRST = 您的账号还没有密码。
CHANGE_PASSWORD_SUBMIT = 更改密码

## Page: a link to sign in

SEND_LOGIN_TEXT = 请输入您的邮箱地址。我们会把用于登录的链接发送给您。
SEND_LOGIN_SUBMIT = 发送链接
LOGIN_LINK_TITLE = 登录
LOGIN_LINK_TEXT = 您将以 { $email } 的身份登录。
LOGIN_LINK_SUBMIT = 登录
LOGIN_LINK_EXPIRED_TITLE = 此链接已过期
LOGIN_LINK_EXPIRED_TEXT = 它已不能用于登录。我们可以向 { $email } 发送新的链接。
LOGIN_LINK_EXPIRED_SUBMIT = 发送新链接

## Page: sign out

LOGOUT_TITLE = 退出登录
LOGOUT_TEXT = 要在此设备上退出登录吗？
LOGOUT_SUBMIT = 退出登录
LOGOUT_STAY = 保持登录

## Page: it is still you

VERIFY_TITLE = 请确认是您本人
VERIFY_TEXT = 接下来的操作较为敏感。请再次输入密码以继续。
VERIFY_SUBMIT = 继续

## Page: one's own sessions

SESSIONS_TITLE = 您的设备
SESSIONS_TEXT = 您的账号已在以下设备上登录。有不认识的设备吗？请让它退出登录，并更改密码。
SESSIONS_CURRENT = 此设备
SESSIONS_UNKNOWN = 未知设备
SESSIONS_SEEN = 上次使用
SESSIONS_NOW = 刚刚
SESSIONS_AGO = { $span }前
SESSIONS_ADDRESS = IP 地址
SESSIONS_BEGAN = 登录时间
SESSIONS_ENDS = 不使用则结束于
SESSIONS_REMEMBERED = 保持登录
SESSIONS_REVOKE = 退出登录
SESSIONS_REVOKE_LABEL = 退出登录：{ $device }、{ $address }、{ $seen }
SESSIONS_NONE = 没有设备通过页面登录；应用可能通过令牌登录。
SESSIONS_OTHERS_TITLE = 一次全部退出
SESSIONS_OTHERS_TEXT = 使用您账号的应用，以及我们发给您的邮件中的链接，也会一并失效。
SESSIONS_OTHERS = 退出所有其他设备
SESSIONS_ALL = 退出所有设备，包括此设备

## Page: another email address

CHANGE_EMAIL_TITLE = 更改邮箱地址
CHANGE_EMAIL_NOW = 您的账号目前使用此地址：
CHANGE_EMAIL_TEXT = 我们会向新地址发送一个链接。请在 { $within }内打开它以完成更改。
CHANGE_EMAIL_SUBMIT = 发送链接
CHANGE_EMAIL_ASK_TITLE = 使用此地址？
CHANGE_EMAIL_ASK_TEXT = 从此您的账号使用 { $email }。您用它登录，我们的邮件也发送到那里。
CHANGE_EMAIL_ASK_SUBMIT = 使用此地址
UNDO_EMAIL_TITLE = 撤销更改？
UNDO_EMAIL_TEXT = 您的账号将恢复使用 { $email }，并在所有地方退出登录。随后我们会发邮件告诉您接下来该怎么做。
UNDO_EMAIL_SUBMIT = 撤销更改

## Page: another user name

CHANGE_USERNAME_TITLE = 更改用户名
CHANGE_USERNAME_NOW = 您的用户名：
CHANGE_USERNAME_NONE = 您还没有用户名。
CHANGE_USERNAME_HINT = { $min } 到 { $max } 个字母和数字。
CHANGE_USERNAME_EMPTY = 如果不需要用户名，请留空。
CHANGE_USERNAME_SUBMIT = 更改用户名

## Page: user name forgotten

RECOVER_USERNAME_TITLE = 忘记用户名？
RECOVER_USERNAME_TEXT = 我们会把它发送到您账号的邮箱地址。
RECOVER_USERNAME_SUBMIT = 把用户名发给我

## Page: one's own account

ACCOUNT_TITLE = 您的账号
ACCOUNT_CONFIRMED = 已确认
ACCOUNT_UNCONFIRMED = 未确认
ACCOUNT_SINCE = 注册时间
ACCOUNT_LAST_LOGIN = 上一次登录
ACCOUNT_EMAIL_TITLE = 邮箱地址
ACCOUNT_USERNAME_TITLE = 用户名
ACCOUNT_PASSWORD_TITLE = 密码
ACCOUNT_PASSWORD_SET = 您使用密码登录。
ACCOUNT_PASSWORD_NONE = 您没有密码。
ACCOUNT_SESSIONS_TEXT = 查看您在哪些设备上登录，并让设备退出登录。
ACCOUNT_SESSIONS_LINK = 查看您的设备
ACCOUNT_CONFIRM_TITLE = 您的地址尚未确认
ACCOUNT_CONFIRM_TEXT = 请打开我们发送到 { $email } 的邮件中的链接，或重新获取一封邮件。
ACCOUNT_ACTIVITY_TITLE = 最近的活动
ACCOUNT_ACTIVITY_TEXT = 有不是您本人的操作吗？请更改密码，并退出所有其他设备。
ACCOUNT_DATA_TITLE = 您的数据
ACCOUNT_DATA_TEXT = 您可以保存一份我们所存储的您的数据，或关闭账号。
ACCOUNT_DATA_LINK = 下载您的数据
ACCOUNT_CLOSE_LINK = 关闭您的账号
CLOSE_ACCOUNT_TITLE = 要关闭您的账号吗？
CLOSE_ACCOUNT_NOW = 您将立即在所有地方退出登录，之后任何人都无法再登录。
CLOSE_ACCOUNT_LATER = { $within }后，您的账号及其所有内容都会被删除。在此之前，可以用我们发送给您的链接重新开启；之后任何人都无法恢复。
CLOSE_ACCOUNT_DATA = 想保存一份您的数据吗？请先下载：
CLOSE_ACCOUNT_SUBMIT = 关闭我的账号
CLOSE_ACCOUNT_STAY = 返回您的账号
REOPEN_ACCOUNT_TITLE = 要保留您的账号吗？
REOPEN_ACCOUNT_TEXT = 账号 { $email } 已关闭。如果您保留它，它就不会被删除，您可以重新登录。
REOPEN_ACCOUNT_SUBMIT = 保留我的账号
ACTIVITY_USER_AUTHENTICATED = 登录
ACTIVITY_USER_FAILED_AUTHN = 密码或验证码错误
ACTIVITY_PASSWORD_CHANGED = 更改密码
ACTIVITY_PASSWORD_RESET = 重置忘记的密码
ACTIVITY_CHANGE_EMAIL_CONFIRMED = 更改邮箱地址
ACTIVITY_EMAIL_CHANGE_UNDONE = 撤销邮箱地址的更改
ACTIVITY_USERNAME_CHANGED = 更改用户名
ACTIVITY_ACCOUNT_LOCKED = 账号被锁定
ACTIVITY_ACCOUNT_UNLOCKED = 账号已解锁
ACTIVITY_ACCOUNT_CLOSED = 账号已关闭
ACTIVITY_ACCOUNT_REOPENED = 账号重新开启
ACTIVITY_SESSION_REVOKED = 设备退出登录
ACTIVITY_SESSION_REPLAYED = 被复制的会话已结束
ACTIVITY_USER_CONFIRMED = 确认邮箱地址
ACTIVITY_USER_REGISTERED = 创建账号
ACTIVITY_RESET_PASSWORD_INSTRUCTIONS_SENT = 申请了设置新密码的链接
ACTIVITY_CHANGE_EMAIL_INSTRUCTIONS_SENT = 申请了更改电子邮箱地址
ACTIVITY_CONFIRM_INSTRUCTIONS_SENT = 申请了确认电子邮箱地址的链接
ACTIVITY_LOGIN_INSTRUCTIONS_SENT = 申请了登录链接
ACTIVITY_USERNAME_RECOVERY_EMAIL_SENT = 查询了用户名
ACTIVITY_USER_CREATED = 管理员创建了账户

## Page: register

REGISTER_TITLE = 创建账号
REGISTER_SUBMIT = 创建账号
REGISTER_HAVE_ACCOUNT = 已有账号？
REGISTER_PASSWORD_HINT = 至少 { $length } 个字符。几个不常见的词比符号更容易记住。

## Pages: confirm the address

SEND_CONFIRMATION_TITLE = 确认您的邮箱地址
SEND_CONFIRMATION_TEXT = 我们会给您发送一封带有链接的邮件。打开链接，您的地址即被确认。
SEND_CONFIRMATION_SUBMIT = 发送邮件
CONFIRM_EMAIL_TITLE = 确认您的邮箱地址
CONFIRM_EMAIL_TEXT = { $email } 是您的地址吗？按下按钮即可确认。
CONFIRM_EMAIL_SUBMIT = 确认我的地址

## Page: welcome

WELCOME_TITLE = 欢迎
WELCOME_SIGNED_IN = 您已登录为 { $name }。
WELCOME_SIGNED_OUT = 您尚未登录。
WELCOME_NO_ROLES = 无
WELCOME_NEXT_TITLE = 下一步做什么
WELCOME_NEXT_IN = 这个起始页是服务器自带的。请换成您自己的应用，并说明其中哪个页面需要哪种角色。
WELCOME_NEXT_OUT = 请登录以查看您的账号。

## Page: the first administrator

UNLOCK_TITLE = 解锁您的账号
UNLOCK_TEXT = 由于密码或验证码错误次数过多，您的账号已被锁定。您可以在这里解锁。
UNLOCK_SUBMIT = 解锁我的账号
SETUP_TITLE = 创建第一位管理员
SETUP_TEXT = 本网站还没有账号。您在这里创建的账号将拥有全部权限。
SETUP_TOKEN = 设置密钥
SETUP_TOKEN_HINT = 它在服务器启动时写入的日志中。
SETUP_TOKEN_WRONG = 此设置密钥不正确。请从服务器日志中重新复制。
SETUP_SUBMIT = 创建管理员
SETUP_DONE = 管理员已创建。请登录以继续。

## Pages: something is wrong

ERROR_400_TITLE = 我们无法读取
ERROR_400_TEXT = 请返回上一页，重新加载后再试。
ERROR_401_TITLE = 请登录
ERROR_401_TEXT = 此页面仅限已登录的访客。
ERROR_401_STALE_TEXT = 此页面要求最近登录过。请退出登录，重新登录，然后再回来。
ERROR_403_TITLE = 没有权限
ERROR_403_TEXT = 如果您需要此页面，请向管理员申请访问权限。
ERROR_404_TITLE = 这里什么也没有
ERROR_404_TEXT = 此地址没有对应的页面。请检查是否输入有误，或从首页开始。
ERROR_405_TITLE = 不能这样访问
ERROR_405_TEXT = 此地址存在，但不能用于您尝试的操作。请从首页开始。
ERROR_HOST_TEXT = 本网站不使用这个地址。请检查浏览器中的地址，或告知网站的运营者。
ERROR_CROSS_SITE_TEXT = 这是由另一个网站的页面发送的，因此没有执行任何操作。如果这是您的本意，请在新标签页中打开本网站再操作。
ERROR_413_TITLE = 内容过大
ERROR_413_TEXT = 您发送的内容超出了我们接受的范围。请减少后重试。
ERROR_429_TITLE = 请稍慢一些
ERROR_429_TEXT = 尝试次数过多。请等待 { $wait }，然后重试。
ERROR_500_TITLE = 这是我们的错误
ERROR_500_TEXT = 我们这边出了问题，并已写入日志。请稍后重试。
ERROR_503_TITLE = 非常繁忙
ERROR_503_TEXT = 目前的请求超出了我们的处理能力。请在 { $wait }后重试。
ERROR_CSRF_TITLE = 此表单已过期
ERROR_CSRF_TEXT = 为了您的安全，表单只在有限时间内有效。请再次提交。

## Mails

MAIL_FOOTER = 此邮件由系统自动发送，回复无人查看。
MAIL_LINK_HINT = 如果按钮无法使用，请将此地址复制到浏览器中：
MAIL_UNKNOWN = 未知
MAIL_SEEN_TIME = 时间
MAIL_SEEN_ADDRESS = IP 地址
MAIL_SEEN_AGENT = 设备
MAIL_SESSION_REPLAYED_SUBJECT = 我们结束了您账号的一个会话
MAIL_SESSION_REPLAYED_TEXT = 有人使用了您会话中已经失效的密钥。会话被复制到另一台设备时会出现这种情况，因此我们结束了该会话。
MAIL_REFRESH_REPLAYED_SUBJECT = 我们让一个应用退出了您的账号
MAIL_REFRESH_REPLAYED_TEXT = 某个应用用来在您的账号中保持登录的密钥被使用了两次。密钥被复制时会出现这种情况，因此我们已将其作废。
MAIL_REPLAYED_YOU = 如果是您本人，例如使用了复制的浏览器配置或恢复的备份，重新登录即可。
MAIL_REPLAYED_NOT_YOU = 如果不是，可能有人访问过您的账号。请更改密码，在所有地方退出登录，并检查您的设备是否有恶意软件。
MAIL_ACCOUNT_LOCKED_SUBJECT = 您的账号暂时被锁定
MAIL_ACCOUNT_LOCKED_TEXT = 您的账号密码或验证码错误次数过多，因此我们将其锁定。
MAIL_ACCOUNT_LOCKED_WITHIN = { $within }后将自动解锁。
MAIL_ACCOUNT_LOCKED_LINK = 如果是您本人，现在就可以解锁：
MAIL_ACCOUNT_LOCKED_BUTTON = 解锁我的账号
MAIL_ACCOUNT_LOCKED_NOT_YOU = 如果不是，说明有人正试图登录。对方没有成功，您无需做任何事。如果您在其他地方也使用此密码，现在正是更改它的好时机。
MAIL_LINK_WITHIN = 链接只能使用一次，有效期为 { $within }。
MAIL_CONFIRM_SUBJECT = 请确认您的邮箱地址
MAIL_CONFIRM_TEXT = { $email } 是您的地址吗？打开此链接即可确认。
MAIL_CONFIRM_BUTTON = 确认我的地址
MAIL_CONFIRM_NOT_YOU = 如果您没有要求发送此邮件，可以忽略它：没有链接就不会确认任何内容。
MAIL_RESET_SUBJECT = 设置新密码
MAIL_RESET_TEXT = 有人（很可能是您本人）想为您的账号设置新密码。此链接通向相应的页面。它只能使用一次，有效期为 { $within }：
MAIL_RESET_BUTTON = 设置新密码
MAIL_RESET_NOT_YOU = 如果不是您本人，可以删除此邮件：您的密码保持不变。
MAIL_RESET_NOTICE_SUBJECT = 您的密码已重置
MAIL_RESET_NOTICE_TEXT = 有人通过我们发送到此地址的链接，为您的账号设置了新密码。您已在所有设备上退出登录。
MAIL_CHANGE_NOTICE_SUBJECT = 您的密码已更改
MAIL_CHANGE_NOTICE_TEXT = 您账号的密码已更改。所有其他设备均已退出登录。
MAIL_PASSWORD_NOT_YOU = 如果不是您本人，说明有人能够访问您的账号。请立即设置新密码，并确保没有其他人能读取您的邮件。
MAIL_LOGIN_SUBJECT = 您的登录链接
MAIL_LOGIN_TEXT = 使用此链接即可登录您的账号。它只能使用一次，有效期为 { $within }：
MAIL_LOGIN_BUTTON = 登录
MAIL_LOGIN_NOT_YOU = 请勿转发：任何拥有此链接的人都能登录。如果您没有要求发送，可以删除此邮件。
MAIL_CHANGE_EMAIL_SUBJECT = 请确认您的新邮箱地址
MAIL_CHANGE_EMAIL_TEXT = 账号 { $email } 今后将使用此邮箱地址。如果您同意，请打开此链接：
MAIL_CHANGE_EMAIL_BUTTON = 使用此地址
MAIL_CHANGE_EMAIL_WITHIN = 链接有效期为 { $within }。请求来自：
MAIL_CHANGE_EMAIL_NOT_YOU = 如果您不认识这个账号，则无需做任何事：没有链接就不会有任何更改。
MAIL_CHANGE_EMAIL_DONE_SUBJECT = 您账号的邮箱地址已更改
MAIL_CHANGE_EMAIL_DONE_TEXT = 您的账号现在使用另一个邮箱地址：{ $email }。此地址将不再收到邮件。
MAIL_CHANGE_EMAIL_DONE_YOU = 如果是您本人，则无需做任何事。
MAIL_CHANGE_EMAIL_DONE_NOT_YOU = 如果不是，说明有人能够访问您的账号。请立即撤销更改：您的账号将恢复此地址，并且所有人都会退出登录。链接有效期为 { $within }。
MAIL_CHANGE_EMAIL_DONE_BUTTON = 撤销更改
MAIL_CHANGE_EMAIL_UNDONE_SUBJECT = 您的账号已恢复原邮箱地址
MAIL_CHANGE_EMAIL_UNDONE_TEXT = 更改为 { $email } 的操作已撤销。您的账号恢复使用此地址，并已在所有地方退出登录。
MAIL_CHANGE_EMAIL_UNDONE_RESET = 更改地址的人可能知道您的密码。请立即设置新密码；链接有效期为 { $within }。
MAIL_CHANGE_EMAIL_UNDONE_BUTTON = 设置新密码
MAIL_CHANGE_EMAIL_UNDONE_NO_RESET = 更改地址的人可能知道您的密码。请登录并立即设置新密码。如果您的密码已失效，请联系本网站的运营者。
MAIL_CHANGE_EMAIL_TAKEN_BACK_SUBJECT = 此邮箱地址不再属于该账号
MAIL_CHANGE_EMAIL_TAKEN_BACK_TEXT = 原地址的所有者撤销了地址更改。该账号不再使用此地址，并已在所有地方退出登录。
MAIL_CHANGE_EMAIL_TAKEN_BACK_YOU = 如果账号是您的，请查看发到您原地址的邮件：其中说明了接下来怎么做。
MAIL_CHANGE_USERNAME_SUBJECT = 您的用户名已更改
MAIL_CHANGE_USERNAME_TEXT = 您的用户名现在是 { $username }。
MAIL_CHANGE_USERNAME_NONE = 您的账号不再有用户名。请使用邮箱地址登录。
MAIL_CHANGE_USERNAME_NOT_YOU = 如果不是您本人，说明有人能够访问您的账号。请更改密码，并在所有地方退出登录。
MAIL_USERNAME_RECOVERY_SUBJECT = 您的用户名
MAIL_USERNAME_RECOVERY_TEXT = 这是您的用户名：
MAIL_USERNAME_RECOVERY_NONE = 您的账号没有用户名。请使用邮箱地址 { $email } 登录。
MAIL_USERNAME_RECOVERY_NOT_YOU = 如果您没有要求发送，可以忽略此邮件：只有您收到了它。
MAIL_WELCOME_SUBJECT = 欢迎
MAIL_WELCOME_READY = 您的账号已准备好。很高兴您的加入！
MAIL_WELCOME_CONFIRM = 很高兴您的加入！还差一步：请打开此链接，确认该地址属于您。
MAIL_WELCOME_NOT_YOU = 如果您没有在这里注册，可能是别人误填了您的地址。您可以忽略此邮件。
MAIL_EXISTING_SUBJECT = 您已有账号
MAIL_EXISTING_TEXT = 有人（很可能是您本人）尝试用此地址注册。它已属于您的账号，没有任何更改。
MAIL_EXISTING_USERNAME = 您的用户名是 { $username }。
MAIL_EXISTING_CONFIRM = 您的地址尚未确认。请打开此链接进行确认：
MAIL_EXISTING_RESET = 忘记密码？请打开此链接设置新密码：
MAIL_EXISTING_RESET_BUTTON = 设置新密码
MAIL_EXISTING_RECOVERY = 如果该链接已过期，请在这里获取新的链接：
MAIL_EXISTING_NOT_YOU = 如果不是您本人，可以忽略此邮件：没有人能访问您的账号。
MAIL_USERNAME_TAKEN_SUBJECT = 请选择另一个用户名
MAIL_USERNAME_TAKEN_TEXT = 有人（很可能是您本人）尝试以用户名 { $username } 和地址 { $email } 在这里注册。该用户名已属于另一个账号，因此没有创建账号。请换一个用户名重新注册。
MAIL_ACCOUNT_CLOSED_SUBJECT = 您的账号已关闭
MAIL_ACCOUNT_CLOSED_TEXT = 您的账号已关闭，并已在所有地方退出登录。它将于 { $date } 被永久删除。
MAIL_ACCOUNT_CLOSED_LINK = 如果您改变主意，可以保留账号。链接有效期为 { $within }：
MAIL_ACCOUNT_CLOSED_BUTTON = 保留我的账号
MAIL_ACCOUNT_CLOSED_NOT_YOU = 如果不是您本人，请立即保留账号并更改密码。
MAIL_TEST_SUBJECT = 测试邮件
MAIL_TEST_TEXT = 如果您能读到这封邮件，说明邮件功能正常。
