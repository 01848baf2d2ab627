# Português do Brasil. As chaves em maiúsculas são as mesmas do inglês.

## Contas: endereços e confirmação

ALREADY_CONFIRMED = Nada mais a fazer: este endereço de e-mail já está confirmado.
CONFIRMATION_EXPIRED = Este link valia por { $within } e não funciona mais. Peça um novo.
CONFIRMATION_REQUEST = Enviamos um e-mail para { $email }. Abra o link que está nele para confirmar o endereço.
CONFIRMATION_REQUIRED = Confirme primeiro o seu endereço de e-mail; o link está no e-mail que enviamos a você.
CONFIRM_REGISTRATION = Olá! Falta só um passo: abra o link do e-mail que enviamos para { $email }.
EMAIL_CONFIRMED = Seu endereço de e-mail está confirmado. Agradecemos!
INVALID_CONFIRMATION_TOKEN = Este link de confirmação não funciona. Peça um novo.
CHANGE_EMAIL_CONFIRMED = Pronto: sua conta agora usa o novo endereço de e-mail.
CHANGE_EMAIL_EXPIRED = Este link valia por { $within } e não funciona mais. Comece a troca de endereço de novo.
CHANGE_EMAIL_SENT = Enviamos um e-mail para { $email }. Abra o link que está nele para concluir a troca.
EMAIL_ALREADY_ASSOCIATED = Já existe uma conta com o endereço { $email }. Entre nela ou use outro endereço.
EMAIL_NOT_PROVIDED = Digite o seu endereço de e-mail.
INVALID_EMAIL_ADDRESS = Isto não parece um endereço de e-mail. Ele deve ser parecido com nome@example.com.
DISABLED_ACCOUNT = Esta conta está desativada. Fale com a administração do site.
USER_DOES_NOT_EXIST = Não conhecemos esta conta. Confira o que você digitou.

## Entrar

ANONYMOUS_USER_REQUIRED = Você já entrou na sua conta; para fazer isto, saia primeiro.
API_ERROR = Não conseguimos ler este valor. Confira a requisição.
FORGOT_PASSWORD = Esqueceu a senha?
GENERIC_AUTHN_FAILED = Não deu certo. Confira o que você digitou e tente de novo.
GENERIC_RECOVERY = Se conhecemos esta conta, um e-mail com os próximos passos está a caminho.
GENERIC_US_SIGNIN = Se conhecemos esta conta, um código está a caminho.
IDENTITY_ALREADY_ASSOCIATED = Outra conta já usa { $value } ({ $attr }).
IDENTITY_NOT_REGISTERED = Nenhuma conta daqui pertence a { $id }. Crie uma conta primeiro.
INVALID_LOGIN_TOKEN = Este link de acesso não funciona. Peça um novo.
INVALID_REDIRECT = Não podemos levar você a esse endereço: ele não faz parte deste site.
LOGIN = Entre para ver esta página.
LOGIN_EMAIL_SENT = Enviamos um e-mail para { $email }. Abra o link que está nele para entrar.
LOGIN_EXPIRED = Este link de acesso valia por { $within } e não funciona mais. Enviamos um novo para { $email }.
PASSWORDLESS_LOGIN_SUCCESSFUL = Olá, você entrou na sua conta.
OAUTH_HANDSHAKE_ERROR = O outro serviço não deixou você entrar ({ $exerror }: { $exdesc }). Tente de novo.
REAUTHENTICATION_REQUIRED = Por segurança, mostre mais uma vez que é você.
REAUTHENTICATION_SUCCESSFUL = Obrigado, agora sabemos que é você.
REFRESH = Entre de novo para ver esta página.
REFRESH_TOKEN_INVALID = Este token de renovação não foi aceito ({ $reason }). Entre para obter um novo.
UNAUTHENTICATED = Isto é só para quem entrou na conta. Entre primeiro.
UNAUTHORIZED = Sua conta não tem permissão para isto.

## Senhas

INVALID_PASSWORD = Esta senha não está certa.
INVALID_RESET_PASSWORD_TOKEN = Este link não funciona ou já foi usado. Peça um novo.
PASSWORD_BREACHED = Esta senha está em uma lista de senhas roubadas. Escolha outra.
PASSWORD_BREACHED_SITE_ERROR = Não conseguimos verificar se esta senha foi roubada. Tente de novo daqui a pouco.
PASSWORD_CHANGE = Sua nova senha já está valendo.
PASSWORD_INVALID_LENGTH = Uma senha precisa ter de { $length } a 128 caracteres.
PASSWORD_IS_THE_SAME = Esta é a senha que você já usa. Escolha outra.
PASSWORD_MISMATCH = Você digitou duas senhas diferentes.
PASSWORD_NOT_PROVIDED = Digite uma senha.
PASSWORD_RESET = Sua nova senha já está valendo, e você entrou na sua conta.
PASSWORD_RESET_EXPIRED = Este link valia por { $within } e não funciona mais. Peça um novo.
PASSWORD_RESET_NO_LOGIN = Sua nova senha já está valendo. Entre com ela.
PASSWORD_RESET_REQUEST = Se { $email } pertence a uma conta, enviamos um e-mail para lá. Ele explica como definir uma nova senha.
PASSWORD_TOO_SIMPLE = Esta senha é fácil de adivinhar. Algumas palavras incomuns a mais a tornam segura.
PASSWORD_WEAK_CONTEXT = Esta senha é feita dos seus nomes ou dos nomes deste site. É o que outras pessoas tentariam primeiro.
PASSWORD_WEAK_KEY_ROW = Teclas vizinhas são fáceis de adivinhar.
PASSWORD_WEAK_KEY_PATTERN = Um desenho curto no teclado é fácil de adivinhar.
PASSWORD_WEAK_REPEATED_CHARACTER = O mesmo caractere repetido é fácil de adivinhar.
PASSWORD_WEAK_REPEATED_PART = O mesmo trecho repetido é pouco mais difícil de adivinhar do que o trecho sozinho.
PASSWORD_WEAK_TOP_10 = Quase nenhuma senha é mais usada do que esta.
PASSWORD_WEAK_TOP_100 = Esta é uma das cem senhas mais usadas.
PASSWORD_WEAK_COMMON = Muita gente usa esta senha, por isso ela é das primeiras a ser tentada.
PASSWORD_WEAK_SIMILAR = Esta senha se parece muito com uma que muita gente usa.
PASSWORD_WEAK_SEQUENCE = Letras ou números em ordem são fáceis de adivinhar.
PASSWORD_WEAK_YEAR = Um ano é fácil de adivinhar.
PASSWORD_WEAK_WORD = Uma palavra só é fácil de adivinhar.
PASSWORD_WEAK_DATE = Uma data é fácil de adivinhar.
PASSWORD_WEAK_NAME = Um nome sozinho é fácil de adivinhar.
PASSWORD_WEAK_NAMES = Nomes comuns são fáceis de adivinhar.
PASSWORD_ADVICE_FEW_WORDS = Use várias palavras que não tenham relação entre si.
PASSWORD_ADVICE_NO_SIGNS = Sinais, números e letras maiúsculas não são necessários.
PASSWORD_ADVICE_MORE_WORDS = Uma ou duas palavras incomuns a mais a tornam segura.
PASSWORD_ADVICE_CAPITAL = Uma letra maiúscula no começo ajuda pouco.
PASSWORD_ADVICE_CAPITALS = Escrever tudo em maiúsculas ajuda pouco.
PASSWORD_ADVICE_REVERSED = Escrever palavras ao contrário ajuda pouco.
PASSWORD_ADVICE_SWAPS = Trocar letras por sinais, como @ no lugar de a, ajuda pouco.
PASSWORD_ADVICE_KEY_PATTERN = Um desenho no teclado precisa ser mais longo e mudar mais vezes de direção.
PASSWORD_ADVICE_NO_REPEATS = Não repita palavras nem caracteres.
PASSWORD_ADVICE_NO_SEQUENCES = Evite letras e números em ordem.
PASSWORD_ADVICE_NO_RECENT_YEARS = Evite os anos recentes.
PASSWORD_ADVICE_NO_OWN_YEARS = Evite anos que tenham a ver com você.
PASSWORD_ADVICE_NO_OWN_DATES = Evite datas que tenham a ver com você.
RETYPE_PASSWORD_MISMATCH = As duas senhas são diferentes. Digite a mesma duas vezes.

## Nomes e números

INVALID_INPUT = Há caracteres que não podemos aceitar. Retire marcações e sinais como < e &.
INVALID_INPUT_LENGTH = Isto é longo demais; o máximo é de { $length } caracteres.
PHONE_INVALID = Este número de telefone não é válido. Escreva com o código do país, como +55 11 91234-5678.
USERNAME_ALREADY_ASSOCIATED = O nome de usuário { $username } já está em uso. Escolha outro.
USERNAME_CHANGE = Seu novo nome de usuário já está valendo.
USERNAME_DISALLOWED_CHARACTERS = Um nome de usuário só pode ter letras e números.
USERNAME_INVALID_LENGTH = Um nome de usuário precisa ter de { $min } a { $max } caracteres.
USERNAME_NOT_PROVIDED = Digite um nome de usuário.
USERNAME_RECOVERY_REQUEST = Se conhecemos este endereço, um e-mail com o seu nome de usuário está a caminho.

## Códigos e segundos fatores

CODE_HAS_BEEN_SENT = Enviamos um código a você.
FAILED_TO_SEND_CODE = Não conseguimos enviar o código. Tente de novo daqui a pouco.
INVALID_CODE = O código deste link não está certo. Peça um novo.
INVALID_PASSWORD_CODE = Nem a senha nem o código estão certos.
INVALID_RECOVERY_CODE = Este código de recuperação não está certo ou já foi usado.
NO_RECOVERY_CODES_SETUP = Você ainda não tem códigos de recuperação.
TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL = Seu segundo fator está configurado.
TWO_FACTOR_DISABLED = Seu segundo fator está desativado.
TWO_FACTOR_INVALID_TOKEN = Este código não está certo. Confira ou peça um novo.
TWO_FACTOR_LOGIN_SUCCESSFUL = O código está certo. Olá!
TWO_FACTOR_METHOD_NOT_AVAILABLE = Este segundo fator não pode ser escolhido aqui.
TWO_FACTOR_PERMISSION_DENIED = Entre primeiro; o segundo fator vem depois.
TWO_FACTOR_SETUP_EXPIRED = Você tinha { $within } para terminar. Comece a configuração de novo.
USE_CODE = Seu código de acesso é { $code }. Ninguém da nossa equipe vai pedir esse código a você.
US_CURRENT_METHODS = Você pode entrar com: { $method_list }.
US_METHOD_NOT_AVAILABLE = Você não pode entrar desta forma; ela não está configurada.
US_SETUP_EXPIRED = Você tinha { $within } para terminar. Comece a configuração de novo.
US_SETUP_SUCCESSFUL = Esta forma de entrar está configurada.
US_SPECIFY_IDENTITY = Não conhecemos esta conta. Confira o que você digitou.

## Chaves de acesso

WEBAUTHN_CREDENTIAL_DELETED = A chave de acesso “{ $name }” foi removida.
WEBAUTHN_CREDENTIAL_ID_INUSE = Esta chave de acesso já está registrada.
WEBAUTHN_CREDENTIAL_WRONG_USAGE = Esta chave de acesso está registrada para outra etapa da entrada.
WEBAUTHN_EXPIRED = Você tinha { $within } para usar sua chave de acesso. Tente de novo.
WEBAUTHN_MISMATCH_USER_HANDLE = Esta chave de acesso pertence a outra conta.
WEBAUTHN_NAME_DISALLOWED_CHARACTERS = O nome só pode ter letras, números, espaços, hifens e sublinhados.
WEBAUTHN_NAME_INUSE = Você já tem uma chave de acesso chamada “{ $name }”.
WEBAUTHN_NAME_NOT_FOUND = Você não tem nenhuma chave de acesso chamada “{ $name }”.
WEBAUTHN_NAME_REQUIRED = Dê um nome à chave de acesso.
WEBAUTHN_NO_VERIFY = A chave de acesso não foi aceita ({ $cause }). Tente de novo.
WEBAUTHN_ORPHAN_CREDENTIAL_ID = A conta desta chave de acesso não existe mais.
WEBAUTHN_REGISTER_SUCCESSFUL = A chave de acesso “{ $name }” está pronta para usar.
WEBAUTHN_UNKNOWN_CREDENTIAL_ID = Não conhecemos esta chave de acesso.

## Requisições: o que os programas comparam palavra por palavra fica em inglês

LITERAL = { $text }
REGISTRATION_SENT = Se este endereço é novo aqui, a conta dele está pronta: entre agora.
FIRST_ADMINISTRATOR_READY = Agora você administra este site.
ACCOUNT_UNLOCKED = Sua conta está desbloqueada. Você pode entrar de novo.
CHANGE_EMAIL_UNDONE = Sua conta voltou a usar { $email } e foi desconectada em todos os lugares. Os próximos passos estão no e-mail que enviamos a você.
CHANGE_EMAIL_UNDO_EXPIRED = Este link valia por { $within } e não funciona mais. Escreva para quem cuida deste site.
CHANGE_EMAIL_UNDO_INVALID = Este link não funciona ou a troca já foi desfeita.
CHANGE_EMAIL_UNDO_TAKEN = Nesse meio-tempo outra conta passou a usar { $email }, por isso não podemos devolvê-lo à sua. Escreva para quem cuida deste site.
ACCOUNT_CLOSED = Sua conta está encerrada e será excluída daqui a { $within }. Se mudar de ideia, abra o link do e-mail que enviamos a você.
ACCOUNT_REOPENED = Sua conta está aberta de novo. Entre para continuar.
ACCOUNT_REOPEN_INVALID = Este link não funciona ou a conta já está aberta.
ACCOUNT_LAST_ADMINISTRATOR = Ninguém mais administra este site. Dê esse papel a outra pessoa antes de encerrar a sua conta.
VISIT_FIRST = Dê primeiro uma olhada nesta página.
SESSION_REVOKED = Esse dispositivo foi desconectado.
SESSION_GONE = Esse dispositivo já estava desconectado.
SESSIONS_OTHERS_REVOKED = Você saiu de todos os lugares, menos daqui.
SESSIONS_ALL_REVOKED = Você saiu de todos os lugares. Entre de novo para continuar.
CSRF_TOKEN_MISSING = The CSRF token is missing.
CSRF_SESSION_TOKEN_MISSING = The CSRF session token is missing.
CSRF_TOKEN_EXPIRED = The CSRF token has expired.
CSRF_TOKEN_INVALID = The CSRF token is invalid.
CSRF_TOKEN_MISMATCH = The CSRF tokens do not match.
CSRF_REFERRER_MISSING = The referrer header is missing.
CSRF_REFERRER_MISMATCH = The referrer does not match the host.
CSRF_ORIGIN_MISMATCH = The request comes from another site.
FIELD_REQUIRED = Preencha este campo.
CHOICE_INVALID = Escolha uma das opções oferecidas.

## Prazos e listas

DURATION_YEARS = { $count ->
    [one] { $count } ano
   *[other] { $count } anos
}
DURATION_MONTHS = { $count ->
    [one] { $count } mês
   *[other] { $count } meses
}
DURATION_DAYS = { $count ->
    [one] { $count } dia
   *[other] { $count } dias
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
DURATION_AND = { $first } e { $last }
DURATION_COMMA = { $first }, { $last }
LIST_COMMA = { $first }, { $last }
LIST_END = { $first } e { $last }

## O que toda página tem

PAGE_LANGUAGE = pt-BR
LANGUAGE_NAME = Português (Brasil)
SITE_NAME = Gatewright
NAV_HOME = Início
NAV_LOGIN = Entrar
NAV_LOGOUT = Sair
NAV_REGISTER = Criar uma conta
NAV_FORGOT_PASSWORD = Esqueceu a senha?
NAV_CONFIRM = Reenviar o e-mail de confirmação
NAV_RECOVER_USERNAME = Esqueceu o nome de usuário?
NAV_CHANGE_PASSWORD = Trocar a senha
NAV_CHANGE_EMAIL = Trocar o endereço de e-mail
NAV_CHANGE_USERNAME = Trocar o nome de usuário
NAV_SESSIONS = Seus dispositivos
NAV_ACCOUNT = Conta
NAV_LANGUAGE = Idioma
NAV_BACK = Voltar
NAV_MENU = Sua conta
NAV_SKIP = Ir para o conteúdo
LANGUAGE_TITLE = Escolha o seu idioma
FLASH_TITLE = Mensagens
ERRORS_TITLE = Corrija o seguinte:

## Campos

FIELD_EMAIL = Endereço de e-mail
FIELD_EMAIL_NEW = Novo endereço de e-mail
FIELD_IDENTITY = Endereço de e-mail ou nome de usuário
FIELD_USERNAME = Nome de usuário
FIELD_USERNAME_NEW = Novo nome de usuário
FIELD_PASSWORD = Senha
FIELD_PASSWORD_NOW = Senha atual
FIELD_PASSWORD_NEW = Nova senha
FIELD_PASSWORD_AGAIN = A mesma senha mais uma vez
FIELD_PASSWORD_OPTIONAL = Senha (pode ficar em branco)
FIELD_PASSWORD_OR_CODE = Senha ou código
FIELD_REMEMBER = Continuar na conta neste dispositivo
FIELD_PHONE = Número de telefone
FIELD_CODE = Código
FIELD_OPTIONAL = opcional
FIELD_ROLES = Papéis
PASSWORD_HINT = Várias palavras incomuns são mais fáceis de lembrar do que sinais.

## Página: entrar

LOGIN_TITLE = Entrar
LOGIN_SUBMIT = Entrar
LOGIN_EITHER = Seu endereço de e-mail ou seu nome de usuário: basta um dos dois.
LOGIN_NEW_HERE = Primeira vez aqui?
LOGIN_OTHER_WAYS = Outras formas de entrar
LOGIN_WITH = Entrar com { $provider }

## Página: senha esquecida

FORGOT_PASSWORD_TITLE = Esqueceu a senha?
FORGOT_PASSWORD_TEXT = Digite o seu endereço de e-mail. Enviaremos um link com o qual você pode definir uma nova senha.
FORGOT_PASSWORD_SUBMIT = Enviar o link

## Página: uma nova senha no lugar da esquecida

RESET_PASSWORD_TITLE = Definir uma nova senha
RESET_PASSWORD_TEXT = Sua conta será desconectada em todos os dispositivos.
RESET_PASSWORD_SUBMIT = Definir a senha

## Página: trocar a senha

CHANGE_PASSWORD_TITLE = Trocar a senha
CHANGE_PASSWORD_TEXT = Aqui você continua na conta; todos os outros dispositivos serão desconectados.
CHANGE_PASSWORD_FIRST = Sua conta ainda não tem senha.
CHANGE_PASSWORD_SUBMIT = Trocar a senha

## Página: um link para entrar

SEND_LOGIN_TEXT = Digite o seu endereço de e-mail. Enviaremos um link para você entrar.
SEND_LOGIN_SUBMIT = Enviar o link
LOGIN_LINK_TITLE = Entrar
LOGIN_LINK_TEXT = Você vai entrar como { $email }.
LOGIN_LINK_SUBMIT = Entrar
LOGIN_LINK_EXPIRED_TITLE = Este link é antigo demais
LOGIN_LINK_EXPIRED_TEXT = Ele não serve mais para entrar. Podemos enviar um novo para { $email }.
LOGIN_LINK_EXPIRED_SUBMIT = Enviar um novo link

## Página: sair

LOGOUT_TITLE = Sair
LOGOUT_TEXT = Você quer sair da conta neste dispositivo?
LOGOUT_SUBMIT = Sair
LOGOUT_STAY = Continuar na conta

## Página: ainda é você

VERIFY_TITLE = Confirme que é você
VERIFY_TEXT = O que vem agora é delicado. Digite sua senha mais uma vez para continuar.
VERIFY_SUBMIT = Continuar

## Página: as próprias sessões

SESSIONS_TITLE = Seus dispositivos
SESSIONS_TEXT = Sua conta está conectada nestes dispositivos. Não conhece algum deles? Desconecte-o e troque a senha.
SESSIONS_CURRENT = este dispositivo
SESSIONS_UNKNOWN = Dispositivo desconhecido
SESSIONS_SEEN = Último uso
SESSIONS_NOW = agora mesmo
SESSIONS_AGO = há { $span }
SESSIONS_ADDRESS = Endereço IP
SESSIONS_BEGAN = Entrada
SESSIONS_ENDS = Termina sem uso
SESSIONS_REMEMBERED = continua conectado
SESSIONS_REVOKE = Desconectar
SESSIONS_REVOKE_LABEL = Desconectar: { $device }, { $address }, { $seen }
SESSIONS_NONE = Nenhum dispositivo está conectado por uma página; aplicativos podem estar, com tokens.
SESSIONS_OTHERS_TITLE = Desconectar de uma vez
SESSIONS_OTHERS_TEXT = Isto também encerra os aplicativos que usam a sua conta e os links dos e-mails que enviamos a você.
SESSIONS_OTHERS = Desconectar todos os outros dispositivos
SESSIONS_ALL = Sair de todos os lugares, inclusive daqui

## Página: outro endereço de e-mail

CHANGE_EMAIL_TITLE = Trocar o endereço de e-mail
CHANGE_EMAIL_NOW = Sua conta usa agora este endereço:
CHANGE_EMAIL_TEXT = Enviaremos um link para o novo endereço. A troca se completa quando você o abrir, dentro de { $within }.
CHANGE_EMAIL_SUBMIT = Enviar o link
CHANGE_EMAIL_ASK_TITLE = Usar este endereço?
CHANGE_EMAIL_ASK_TEXT = A partir daí sua conta usa { $email }. Você entra com ele, e nossos e-mails vão para lá.
CHANGE_EMAIL_ASK_SUBMIT = Usar este endereço
UNDO_EMAIL_TITLE = Desfazer a troca?
UNDO_EMAIL_TEXT = Sua conta voltará a usar { $email } e será desconectada em todos os lugares. Depois enviaremos um e-mail com o que fazer.
UNDO_EMAIL_SUBMIT = Desfazer a troca

## Página: outro nome de usuário

CHANGE_USERNAME_TITLE = Trocar o nome de usuário
CHANGE_USERNAME_NOW = Seu nome de usuário é:
CHANGE_USERNAME_NONE = Você ainda não tem nome de usuário.
CHANGE_USERNAME_HINT = De { $min } a { $max } letras e números.
CHANGE_USERNAME_EMPTY = Deixe em branco para não ter nenhum.
CHANGE_USERNAME_SUBMIT = Trocar o nome de usuário

## Página: nome de usuário esquecido

RECOVER_USERNAME_TITLE = Esqueceu o nome de usuário?
RECOVER_USERNAME_TEXT = Nós o enviaremos para o endereço de e-mail da sua conta.
RECOVER_USERNAME_SUBMIT = Quero receber meu nome de usuário

## Página: a própria conta

ACCOUNT_TITLE = Sua conta
ACCOUNT_CONFIRMED = confirmado
ACCOUNT_UNCONFIRMED = não confirmado
ACCOUNT_SINCE = Conta desde
ACCOUNT_LAST_LOGIN = Entrada anterior
ACCOUNT_EMAIL_TITLE = Endereço de e-mail
ACCOUNT_USERNAME_TITLE = Nome de usuário
ACCOUNT_PASSWORD_TITLE = Senha
ACCOUNT_PASSWORD_SET = Você entra com uma senha.
ACCOUNT_PASSWORD_NONE = Você não tem senha.
ACCOUNT_SESSIONS_TEXT = Veja onde a sua conta está conectada e desconecte dispositivos.
ACCOUNT_SESSIONS_LINK = Ver os seus dispositivos
ACCOUNT_CONFIRM_TITLE = Seu endereço não está confirmado
ACCOUNT_CONFIRM_TEXT = Abra o link do e-mail que enviamos para { $email } ou peça outro.
ACCOUNT_ACTIVITY_TITLE = Atividade recente
ACCOUNT_ACTIVITY_TEXT = Há algo que não foi você? Troque a senha e desconecte todos os outros dispositivos.
ACCOUNT_DATA_TITLE = Seus dados
ACCOUNT_DATA_TEXT = Guarde uma cópia do que temos armazenado sobre você ou encerre a sua conta.
ACCOUNT_DATA_LINK = Baixar os seus dados
ACCOUNT_CLOSE_LINK = Encerrar a sua conta
CLOSE_ACCOUNT_TITLE = Encerrar a sua conta?
CLOSE_ACCOUNT_NOW = Sua conta é desconectada na hora em todos os lugares, e ninguém mais pode entrar.
CLOSE_ACCOUNT_LATER = Daqui a { $within } sua conta será excluída com tudo o que pertence a ela. Até lá, um link que enviamos a você pode reabri-la; depois, ninguém poderá recuperá-la.
CLOSE_ACCOUNT_DATA = Quer guardar uma cópia dos seus dados? Baixe antes:
CLOSE_ACCOUNT_SUBMIT = Encerrar minha conta
CLOSE_ACCOUNT_STAY = Voltar à sua conta
REOPEN_ACCOUNT_TITLE = Manter a sua conta?
REOPEN_ACCOUNT_TEXT = A conta { $email } está encerrada. Se você a mantiver, ela não será excluída, e você poderá entrar de novo.
REOPEN_ACCOUNT_SUBMIT = Manter minha conta
ACTIVITY_USER_AUTHENTICATED = Entrada
ACTIVITY_USER_FAILED_AUTHN = Senha ou código errado
ACTIVITY_PASSWORD_CHANGED = Senha trocada
ACTIVITY_PASSWORD_RESET = Senha esquecida substituída
ACTIVITY_CHANGE_EMAIL_CONFIRMED = Endereço de e-mail trocado
ACTIVITY_EMAIL_CHANGE_UNDONE = Troca do endereço de e-mail desfeita
ACTIVITY_USERNAME_CHANGED = Nome de usuário trocado
ACTIVITY_ACCOUNT_LOCKED = Conta bloqueada
ACTIVITY_ACCOUNT_UNLOCKED = Conta desbloqueada
ACTIVITY_ACCOUNT_CLOSED = Conta encerrada
ACTIVITY_ACCOUNT_REOPENED = Conta reaberta
ACTIVITY_SESSION_REVOKED = Dispositivo desconectado
ACTIVITY_SESSION_REPLAYED = Sessão copiada encerrada
ACTIVITY_USER_CONFIRMED = Endereço de e-mail confirmado
ACTIVITY_USER_REGISTERED = Conta criada
ACTIVITY_RESET_PASSWORD_INSTRUCTIONS_SENT = Link para uma nova senha solicitado
ACTIVITY_CHANGE_EMAIL_INSTRUCTIONS_SENT = Troca do endereço de e-mail solicitada
ACTIVITY_CONFIRM_INSTRUCTIONS_SENT = Link para confirmar o endereço de e-mail solicitado
ACTIVITY_LOGIN_INSTRUCTIONS_SENT = Link para entrar solicitado
ACTIVITY_USERNAME_RECOVERY_EMAIL_SENT = Nome de usuário solicitado
ACTIVITY_USER_CREATED = Conta criada pela administração

## Página: criar uma conta

REGISTER_TITLE = Criar uma conta
REGISTER_SUBMIT = Criar a conta
REGISTER_HAVE_ACCOUNT = Já tem uma conta?
REGISTER_PASSWORD_HINT = Pelo menos { $length } caracteres. Várias palavras incomuns são mais fáceis de lembrar do que sinais.

## Páginas: confirmar o endereço

SEND_CONFIRMATION_TITLE = Confirme o seu endereço de e-mail
SEND_CONFIRMATION_TEXT = Enviamos um e-mail com um link. Abra-o, e o seu endereço fica confirmado.
SEND_CONFIRMATION_SUBMIT = Quero receber o e-mail
CONFIRM_EMAIL_TITLE = Confirme o seu endereço de e-mail
CONFIRM_EMAIL_TEXT = { $email } é o seu endereço? Aperte o botão para confirmar.
CONFIRM_EMAIL_SUBMIT = Confirmar meu endereço

## Página: boas-vindas

WELCOME_TITLE = Boas-vindas
WELCOME_SIGNED_IN = Você entrou como { $name }.
WELCOME_SIGNED_OUT = Você não entrou em nenhuma conta.
WELCOME_NO_ROLES = nenhum
WELCOME_NEXT_TITLE = O que fazer agora
WELCOME_NEXT_IN = Esta página inicial vem com o servidor. Coloque o seu próprio aplicativo no lugar dela e diga qual página exige qual papel.
WELCOME_NEXT_OUT = Entre para ver a sua conta.

## Página: a primeira conta de administração

UNLOCK_TITLE = Desbloquear a sua conta
UNLOCK_TEXT = Sua conta foi bloqueada depois de muitas senhas ou códigos errados. Aqui você pode desbloqueá-la.
UNLOCK_SUBMIT = Desbloquear minha conta
SETUP_TITLE = Criar a primeira conta de administração
SETUP_TEXT = Este site ainda não tem contas. A que você criar aqui poderá fazer tudo.
SETUP_TOKEN = Chave de instalação
SETUP_TOKEN_HINT = Ela está no log que o servidor escreveu ao iniciar.
SETUP_TOKEN_WRONG = Esta chave de instalação não está certa. Copie-a de novo do log do servidor.
SETUP_SUBMIT = Criar a conta de administração
SETUP_DONE = A conta de administração já existe. Entre para continuar.

## Páginas: algo está errado

ERROR_400_TITLE = Não conseguimos ler isso
ERROR_400_TEXT = Volte, recarregue a página e tente de novo.
ERROR_401_TITLE = Entre na sua conta
ERROR_401_TEXT = Esta página é só para quem entrou na conta.
ERROR_401_STALE_TEXT = Esta página exige uma entrada mais recente. Saia, entre de novo e volte aqui.
ERROR_403_TITLE = Não permitido
ERROR_403_TEXT = Se você precisa desta página, peça acesso à administração do site.
ERROR_404_TITLE = Não há nada aqui
ERROR_404_TEXT = Este endereço não leva a lugar nenhum. Veja se ele foi digitado direito ou comece pela página inicial.
ERROR_405_TITLE = Assim não dá
ERROR_405_TEXT = Este endereço existe, mas não para o que você tentou. Comece pela página inicial.
ERROR_HOST_TEXT = Este site não atende nesse endereço. Confira o endereço no navegador ou avise quem cuida do site.
ERROR_CROSS_SITE_TEXT = Isto foi enviado pela página de outro site, por isso nada foi feito. Se era o que você queria, abra este site em uma nova aba e faça por lá.
ERROR_413_TITLE = Grande demais
ERROR_413_TEXT = Você enviou mais do que aceitamos. Envie menos e tente de novo.
ERROR_429_TITLE = Um pouco mais devagar, por favor
ERROR_429_TEXT = Houve tentativas demais. Espere { $wait } e tente de novo.
ERROR_500_TITLE = O erro foi nosso
ERROR_500_TEXT = Algo falhou do nosso lado e ficou anotado no log. Tente de novo daqui a pouco.
ERROR_503_TITLE = Muito movimento
ERROR_503_TEXT = No momento há mais trabalho do que conseguimos atender. Tente de novo em { $wait }.
ERROR_CSRF_TITLE = Este formulário é antigo demais
ERROR_CSRF_TEXT = Para a sua segurança, um formulário só vale por algum tempo. Envie-o de novo.

## E-mails

MAIL_FOOTER = Este e-mail foi enviado automaticamente; ninguém lê as respostas.
MAIL_LINK_HINT = Se o botão não funcionar, copie este endereço para o seu navegador:
MAIL_UNKNOWN = desconhecido
MAIL_SEEN_TIME = Horário
MAIL_SEEN_ADDRESS = Endereço IP
MAIL_SEEN_AGENT = Dispositivo
MAIL_SESSION_REPLAYED_SUBJECT = Encerramos uma sessão da sua conta
MAIL_SESSION_REPLAYED_TEXT = Alguém usou uma chave da sua sessão que não valia mais. Isso acontece quando a sessão é copiada para outro dispositivo, por isso nós a encerramos.
MAIL_REFRESH_REPLAYED_SUBJECT = Desconectamos um aplicativo da sua conta
MAIL_REFRESH_REPLAYED_TEXT = Uma chave com a qual um aplicativo continua conectado à sua conta foi usada duas vezes. Isso acontece quando ela é copiada, por isso nós a anulamos.
MAIL_REPLAYED_YOU = Se foi você, por exemplo com um perfil de navegador copiado ou um backup restaurado, basta entrar de novo.
MAIL_REPLAYED_NOT_YOU = Se não foi, alguém pode ter tido acesso à sua conta. Troque a senha, saia de todos os lugares e verifique se há programas maliciosos nos seus dispositivos.
MAIL_ACCOUNT_LOCKED_SUBJECT = Sua conta está bloqueada por enquanto
MAIL_ACCOUNT_LOCKED_TEXT = Houve senhas ou códigos errados demais para a sua conta, por isso nós a bloqueamos.
MAIL_ACCOUNT_LOCKED_WITHIN = Ela se desbloqueia sozinha depois de { $within }.
MAIL_ACCOUNT_LOCKED_LINK = Se foi você, é possível desbloqueá-la agora mesmo:
MAIL_ACCOUNT_LOCKED_BUTTON = Desbloquear minha conta
MAIL_ACCOUNT_LOCKED_NOT_YOU = Se não foi você, alguém está tentando entrar. Não conseguiu, e você não precisa fazer nada. Se você usa a mesma senha em outros lugares, este é um bom momento para trocá-la.
MAIL_LINK_WITHIN = O link vale uma única vez, por { $within }.
MAIL_CONFIRM_SUBJECT = Confirme o seu endereço de e-mail
MAIL_CONFIRM_TEXT = { $email } é o seu endereço? Abra este link para confirmar.
MAIL_CONFIRM_BUTTON = Confirmar meu endereço
MAIL_CONFIRM_NOT_YOU = Se você não pediu este e-mail, pode ignorá-lo: sem o link, nada é confirmado.
MAIL_RESET_SUBJECT = Defina uma nova senha
MAIL_RESET_TEXT = Alguém, provavelmente você, quer definir uma nova senha para a sua conta. Este link leva à página para isso. Ele vale uma única vez, por { $within }:
MAIL_RESET_BUTTON = Definir uma nova senha
MAIL_RESET_NOT_YOU = Se não foi você, pode apagar este e-mail: sua senha continua a mesma.
MAIL_RESET_NOTICE_SUBJECT = Sua senha foi redefinida
MAIL_RESET_NOTICE_TEXT = Uma nova senha foi definida para a sua conta, por um link que enviamos a este endereço. Sua conta foi desconectada em todos os dispositivos.
MAIL_CHANGE_NOTICE_SUBJECT = Sua senha foi trocada
MAIL_CHANGE_NOTICE_TEXT = A senha da sua conta foi trocada. Todos os outros dispositivos foram desconectados.
MAIL_PASSWORD_NOT_YOU = Se não foi você, alguém tem acesso à sua conta. Defina agora mesmo uma nova senha e garanta que mais ninguém possa ler os seus e-mails.
MAIL_LOGIN_SUBJECT = Seu link para entrar
MAIL_LOGIN_TEXT = Com este link você entra na sua conta. Ele vale uma única vez, por { $within }:
MAIL_LOGIN_BUTTON = Entrar
MAIL_LOGIN_NOT_YOU = Não passe adiante: quem tem o link entra na sua conta. Se você não pediu, pode apagar este e-mail.
MAIL_CHANGE_EMAIL_SUBJECT = Confirme o seu novo endereço de e-mail
MAIL_CHANGE_EMAIL_TEXT = A conta { $email } deve usar este endereço de e-mail a partir de agora. Se é isso que você quer, abra este link:
MAIL_CHANGE_EMAIL_BUTTON = Usar este endereço
MAIL_CHANGE_EMAIL_WITHIN = O link vale por { $within }. O pedido veio daqui:
MAIL_CHANGE_EMAIL_NOT_YOU = Se você não conhece essa conta, não precisa fazer nada: sem o link, nada muda.
MAIL_CHANGE_EMAIL_DONE_SUBJECT = O endereço de e-mail da sua conta foi trocado
MAIL_CHANGE_EMAIL_DONE_TEXT = Sua conta usa agora outro endereço de e-mail: { $email }. Não enviaremos mais nada para este aqui.
MAIL_CHANGE_EMAIL_DONE_YOU = Se foi você, não precisa fazer nada.
MAIL_CHANGE_EMAIL_DONE_NOT_YOU = Se não foi, alguém tem acesso à sua conta. Desfaça a troca agora: sua conta volta a ter este endereço, e todas as sessões são encerradas. O link vale por { $within }.
MAIL_CHANGE_EMAIL_DONE_BUTTON = Desfazer a troca
MAIL_CHANGE_EMAIL_UNDONE_SUBJECT = Sua conta recuperou o endereço de e-mail
MAIL_CHANGE_EMAIL_UNDONE_TEXT = A troca para { $email } foi desfeita. Sua conta voltou a usar este endereço e foi desconectada em todos os lugares.
MAIL_CHANGE_EMAIL_UNDONE_RESET = Quem trocou o endereço talvez conheça a sua senha. Defina uma nova agora; o link vale por { $within }.
MAIL_CHANGE_EMAIL_UNDONE_BUTTON = Definir uma nova senha
MAIL_CHANGE_EMAIL_UNDONE_NO_RESET = Quem trocou o endereço talvez conheça a sua senha. Entre e defina uma nova agora. Se a sua senha não funcionar mais, escreva para quem cuida deste site.
MAIL_CHANGE_EMAIL_TAKEN_BACK_SUBJECT = Este endereço de e-mail não pertence mais à conta
MAIL_CHANGE_EMAIL_TAKEN_BACK_TEXT = A pessoa a quem pertence o endereço anterior desfez a troca. A conta não usa mais este endereço e foi desconectada em todos os lugares.
MAIL_CHANGE_EMAIL_TAKEN_BACK_YOU = Se a conta é sua, veja os e-mails do seu endereço anterior: eles explicam como continuar.
MAIL_CHANGE_USERNAME_SUBJECT = Seu nome de usuário foi trocado
MAIL_CHANGE_USERNAME_TEXT = Seu nome de usuário agora é { $username }.
MAIL_CHANGE_USERNAME_NONE = Sua conta não tem mais nome de usuário. Entre com o seu endereço de e-mail.
MAIL_CHANGE_USERNAME_NOT_YOU = Se não foi você, alguém tem acesso à sua conta. Troque a senha e saia de todos os lugares.
MAIL_USERNAME_RECOVERY_SUBJECT = Seu nome de usuário
MAIL_USERNAME_RECOVERY_TEXT = Este é o seu nome de usuário:
MAIL_USERNAME_RECOVERY_NONE = Sua conta não tem nome de usuário. Entre com o seu endereço de e-mail, { $email }.
MAIL_USERNAME_RECOVERY_NOT_YOU = Se você não pediu, pode ignorar este e-mail: só você o recebeu.
MAIL_WELCOME_SUBJECT = Boas-vindas
MAIL_WELCOME_READY = Sua conta está pronta. Que bom ter você aqui!
MAIL_WELCOME_CONFIRM = Que bom ter você aqui! Falta um passo: abra este link para confirmar que o endereço é seu.
MAIL_WELCOME_NOT_YOU = Se você não criou uma conta aqui, outra pessoa digitou o seu endereço, talvez por engano. Você pode ignorar este e-mail.
MAIL_EXISTING_SUBJECT = Você já tem uma conta
MAIL_EXISTING_TEXT = Alguém, provavelmente você, tentou criar uma conta com este endereço. Ele já pertence à sua conta, e nada foi mudado.
MAIL_EXISTING_USERNAME = Seu nome de usuário é { $username }.
MAIL_EXISTING_CONFIRM = Seu endereço ainda não está confirmado. Abra este link para confirmar:
MAIL_EXISTING_RESET = Esqueceu a senha? Abra este link para definir uma nova:
MAIL_EXISTING_RESET_BUTTON = Definir uma nova senha
MAIL_EXISTING_RECOVERY = Quando esse link estiver antigo demais, peça outro aqui:
MAIL_EXISTING_NOT_YOU = Se não foi você, pode ignorar este e-mail: ninguém teve acesso à sua conta.
MAIL_USERNAME_TAKEN_SUBJECT = Escolha outro nome de usuário
MAIL_USERNAME_TAKEN_TEXT = Alguém, provavelmente você, tentou criar uma conta aqui como { $username } com o endereço { $email }. Outra conta já tem esse nome de usuário, por isso nenhuma foi criada. Tente de novo com outro nome.
MAIL_ACCOUNT_CLOSED_SUBJECT = Sua conta está encerrada
MAIL_ACCOUNT_CLOSED_TEXT = Sua conta está encerrada e foi desconectada em todos os lugares. Ela será excluída para sempre em { $date }.
MAIL_ACCOUNT_CLOSED_LINK = Se mudar de ideia, você pode mantê-la. O link vale por { $within }:
MAIL_ACCOUNT_CLOSED_BUTTON = Manter minha conta
MAIL_ACCOUNT_CLOSED_NOT_YOU = Se não foi você, mantenha a sua conta agora e troque a senha.
MAIL_TEST_SUBJECT = Um e-mail de teste
MAIL_TEST_TEXT = Se você consegue ler isto, o envio de e-mails funciona.
