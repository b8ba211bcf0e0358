"""Secrets of many families in many files' formats, drawn when asked for; none was ever issued."""

import base64
import json
import random
import string
from collections.abc import Callable
from typing import Final

from benchmarks.held_out._identifiers import UPPER, chars

ALNUM: Final = string.ascii_letters + string.digits
HEX: Final = "0123456789abcdef"
BASE32: Final = UPPER + "234567"
_WORDS: Final = [
    "anchor",
    "bamboo",
    "candle",
    "dolphin",
    "ember",
    "fabric",
    "garden",
    "harbor",
    "island",
    "jungle",
    "kitten",
    "lemon",
    "magnet",
    "nephew",
    "orbit",
    "pepper",
    "quarter",
    "ribbon",
    "saddle",
    "tunnel",
    "uncle",
    "velvet",
    "window",
    "yellow",
    "zebra",
    "abandon",
    "broken",
    "castle",
]


def _drawn(alphabet: str, count: int) -> Callable[[random.Random], str]:
    """Draw characters, a digit among them."""
    return lambda r: (
        chars(r, alphabet, count - 1) + r.choice("23456789" if "9" in alphabet else alphabet)
    )


def _prefixed(prefix: str, alphabet: str, count: int) -> Callable[[random.Random], str]:
    return lambda r: prefix + chars(r, alphabet, count)


def _url_safe(r: random.Random, value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def _jwt(r: random.Random) -> str:
    head = _url_safe(r, {"alg": r.choice(("HS256", "RS256")), "typ": "JWT"})
    return f"{head}.{_url_safe(r, {'sub': chars(r, ALNUM, 9), 'exp': 1790000000})}.{chars(r, ALNUM + '_-', 43)}"


def _password(r: random.Random) -> str:
    word = r.choice(_WORDS)
    return r.choice(
        (
            f"{word.title()}{r.randrange(10, 99)}!",
            f"{word}-{r.choice(_WORDS)}-{r.randrange(10, 99)}",
            chars(r, ALNUM, 8) + r.choice("!#%?") + chars(r, ALNUM, 4) + "8",
            word[:3].upper() + chars(r, string.digits, 5) + "$x",
        )
    )


def _block(kind: str) -> Callable[[random.Random], str]:
    def draw(r: random.Random) -> str:
        body = base64.b64encode(r.randbytes(420)).decode()
        lines = "\n".join(body[i : i + 64] for i in range(0, len(body), 64))
        return f"-----BEGIN {kind}-----\n{lines}\n-----END {kind}-----"

    return draw


def _basic(r: random.Random) -> str:
    return base64.b64encode(f"svc-{r.choice(_WORDS)}:{_password(r)}".encode()).decode()


def _mnemonic(r: random.Random) -> str:
    return " ".join(r.choices(_WORDS, k=12))


def _codes(r: random.Random) -> str:
    return "\n".join(f"{chars(r, HEX, 5)}-{chars(r, HEX, 5)}" for _ in range(4))


def _bcrypt(r: random.Random) -> str:
    return f"$2{r.choice('aby')}$1{r.randrange(3)}${chars(r, ALNUM + './', 53)}"


def _b64(count: int) -> Callable[[random.Random], str]:
    return lambda r: base64.b64encode(r.randbytes(count)).decode()


KINDS: Final[dict[str, Callable[[random.Random], str]]] = {
    "aws": _prefixed("AKIA", BASE32, 16),
    "github": _prefixed("ghp_", ALNUM, 36),
    "github_app": _prefixed("ghs_", ALNUM, 36),
    "gitlab": _prefixed("glpat-", ALNUM, 20),
    "slack": lambda r: f"xoxb-{chars(r, string.digits, 12)}-{chars(r, string.digits, 12)}-{chars(r, ALNUM, 24)}",
    "stripe": _prefixed("sk_live_", ALNUM, 24),
    "stripe_restricted": _prefixed("rk_live_", ALNUM, 24),
    "openai": lambda r: f"sk-proj-{chars(r, ALNUM, 74)}T3BlbkFJ{chars(r, ALNUM, 74)}",
    "anthropic": lambda r: f"sk-ant-api03-{chars(r, ALNUM + '-_', 93)}AA",
    "google": _prefixed("AIza", ALNUM + "-_", 35),
    "sendgrid": lambda r: f"SG.{chars(r, ALNUM, 22)}.{chars(r, ALNUM, 43)}",
    "twilio": _prefixed("SK", HEX, 32),
    "npm": _prefixed("npm_", ALNUM, 36),
    "pypi": _prefixed("pypi-AgEIcHlwaS5vcmc", ALNUM + "-_", 150),
    "huggingface": _prefixed("hf_", string.ascii_letters, 34),
    "vault": _prefixed("hvs.", ALNUM, 92),
    "databricks": _prefixed("dapi", HEX, 32),
    "shopify": _prefixed("shpat_", HEX, 32),
    "telegram": lambda r: f"{chars(r, '123456789', 10)}:AA{chars(r, ALNUM + '-_', 33)}",
    "discord": lambda r: f"MT{chars(r, ALNUM, 24)}.G{chars(r, ALNUM, 5)}.{chars(r, ALNUM + '-_', 38)}",
    "linear": _prefixed("lin_api_", ALNUM, 40),
    "notion": _prefixed("ntn_", ALNUM, 46),
    "doppler": _prefixed("dp.pt.", ALNUM, 43),
    "mailgun": _prefixed("key-", HEX, 32),
    "grafana": lambda r: f"glsa_{chars(r, ALNUM, 32)}_{chars(r, HEX, 8)}",
    "newrelic": _prefixed("NRAK-", UPPER + string.digits, 27),
    "jwt": _jwt,
    "age": _prefixed("AGE-SECRET-KEY-1", "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", 58),
    "hex32": _drawn(HEX, 32),
    "hex40": _drawn(HEX, 40),
    "hex64": _drawn(HEX, 64),
    "random24": _drawn(ALNUM, 24),
    "random40": _drawn(ALNUM, 40),
    "random68": _drawn(ALNUM, 68),
    "b64_32": _b64(32),
    "b64_64": _b64(64),
    "aws_secret": _b64(30),
    "base32": _prefixed("", BASE32, 32),
    "pin": lambda r: chars(r, string.digits, 6),
    "password": _password,
    "plain_password": lambda r: r.choice(_WORDS) + r.choice(_WORDS),
    "bcrypt": _bcrypt,
    "sha512crypt": lambda r: f"$6${chars(r, ALNUM, 10)}${chars(r, ALNUM + './', 86)}",
    "yescrypt": lambda r: f"$y$j9T${chars(r, ALNUM, 22)}${chars(r, ALNUM + './', 43)}",
    "apr1": lambda r: f"$apr1${chars(r, ALNUM, 8)}${chars(r, ALNUM, 22)}",
    "argon": lambda r: f"$argon2id$v=19$m=65536,t=3,p=4${chars(r, ALNUM, 22)}${chars(r, ALNUM, 43)}",
    "phpass": lambda r: f"$P$B{chars(r, ALNUM + './', 30)}",
    "mysql": lambda r: "*" + chars(r, "0123456789ABCDEF", 40),
    "ssha": lambda r: "{SSHA}" + base64.b64encode(r.randbytes(24)).decode(),
    "scram": lambda r: f"SCRAM-SHA-256$4096:{_b64(16)(r)}${_b64(32)(r)}:{_b64(32)(r)}",
    "ntlm": lambda r: chars(r, HEX, 32),
    "basic": _basic,
    "rsa": _block("RSA PRIVATE KEY"),
    "openssh": _block("OPENSSH PRIVATE KEY"),
    "pkcs8": _block("ENCRYPTED PRIVATE KEY"),
    "pgp": _block("PGP PRIVATE KEY BLOCK"),
    "mnemonic": _mnemonic,
    "codes": _codes,
    "wif": lambda r: "",  # replaced below
    "uuid": lambda r: f"{chars(r, HEX, 8)}-{chars(r, HEX, 4)}-4{chars(r, HEX, 3)}-a{chars(r, HEX, 3)}-{chars(r, HEX, 12)}",
}  # fmt: skip
del KINDS["wif"]

TOKENS: Final = tuple(list(KINDS)[: list(KINDS).index("hex32")])

TOKEN_FORMS: Final = (
    "I pasted {s} into the settings page and still get 403.",
    "curl https://api.example.com/v1/me -H 'X-Custom: {s}'",
    '{{"role": "user", "content": "here you go: {s}"}}',
    "Error: request with credential {s} was rejected",
    "steps:\n  - run: deploy --with {s}\n",
    "client = Client({s!r})",
    "> {s}\n\nplease rotate it",
    "https://hooks.example.com/run?t={s}&v=2",
)
"""Where a token that says itself what it is may stand."""

DEVELOPMENT: Final[tuple[tuple[str, str], ...]] = (
    # environment, shell, command lines
    ("AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_SECRET_ACCESS_KEY=@@", "aws_secret"),
    ("export OPENWEATHER_API_KEY='@@'", "hex32"),
    ("setx MAPBOX_TOKEN \"@@\"", "random40"),
    ("$env:CLIENT_SECRET = '@@'", "random40"),
    ("mysql -h db -u root -p@@ shop", "password"),
    ("PGPASSWORD=@@ psql -h db -U app", "password"),
    ("sshpass -p '@@' ssh root@build-7", "password"),
    ("curl -u admin:@@ https://ci.example.com/job", "password"),
    ("docker login -u bot -p @@ registry.example.com", "password"),
    ("redis-cli -h cache -a @@ ping", "random24"),
    ("wget --http-user=bob --http-password=@@ https://x.example.com/f", "password"),
    ("helm upgrade app ./chart --set db.password=@@ --wait", "password"),
    ("kubectl create secret generic db --from-literal=password=@@", "password"),
    ("terraform apply -var db_password=@@", "password"),
    ("vault login @@", "vault"),
    ("echo '@@' | docker login --username ci --password-stdin", "random40"),
    ("openssl enc -aes-256-cbc -k @@ -in a -out b", "password"),
    ("net use Z: \\\\srv\\share /user:corp\\bob @@", "password"),
    # configuration
    ("[database]\nhost = db\nuser = app\npassword = @@\n", "password"),
    ("spring.datasource.password=@@\nspring.datasource.username=sa", "password"),
    ("smtp:\n  host: mail\n  pass: \"@@\"\n", "password"),
    ("signing_key = \"@@\"\nttl = 60\n", "b64_32"),
    ("<add key=\"StorageKey\" value=\"@@\" />", "b64_64"),
    ("<property name=\"hibernate.connection.password\">@@</property>", "password"),
    ("<connectionString>Server=tcp:x.database.windows.net;User ID=sa;Password=@@;</connectionString>", "password"),
    ("$config['encryption_key'] = '@@';", "hex32"),
    ("define('AUTH_KEY', '@@');", "random40"),
    ("'password' => env('X', '@@'),", "password"),
    ("config.secret_key_base = '@@'", "hex64"),
    ("SECRET_KEY = 'django-insecure-@@'", "random40"),
    ("jwt:\n  secret: @@\n", "random40"),
    ("apiVersion: v1\nkind: Secret\ndata:\n  db-password: @@\n", "b64_32"),
    ("users:\n- name: admin\n  user:\n    token: @@\n", "jwt"),
    ("users:\n- name: admin\n  user:\n    client-key-data: @@\n", "b64_64"),
    ("variable \"token\" {\n  default = \"@@\"\n}", "random40"),
    ("provider \"datadog\" {\n  api_key = \"@@\"\n}", "hex32"),
    ("env:\n  NPM_TOKEN: @@\n", "uuid"),
    ("//registry.npmjs.org/:_authToken=@@", "uuid"),
    ("//npm.example.com/:_password=\"@@\"", "basic"),
    ("[distutils]\nindex-servers = a\n[a]\nusername = bot\npassword = @@", "password"),
    ("{\"auths\": {\"ghcr.io\": {\"auth\": \"@@\"}}}", "basic"),
    ("machine git.example.com login bot password @@", "random24"),
    ("db.example.com:5432:shop:app:@@", "password"),
    ("alice:@@", "apr1"),
    ("alice:@@:19700:0:99999:7:::", "sha512crypt"),
    ("bob:@@:19700:0:99999:7:::", "yescrypt"),
    ("userPassword: @@", "ssha"),
    ("ALTER USER app PASSWORD '@@';", "scram"),
    ("CREATE USER 'app'@'%' IDENTIFIED BY '@@';", "password"),
    ("INSERT INTO `users` VALUES (7,'bob','active','@@',1);", "bcrypt"),
    ("INSERT INTO wp_users VALUES (1,'admin','@@','admin');", "phpass"),
    ("INSERT INTO mysql.user VALUES ('%','root','@@');", "mysql"),
    ("password_hash: @@", "argon"),
    ("Administrator:500:aad3b435b51404eeaad3b435b51404ee:@@:::", "ntlm"),
    # connection strings
    ("jdbc:postgresql://db:5432/shop?user=app&password=@@", "password"),
    ("jdbc:oracle:thin:app/@@@//db:1521/orcl", "random24"),
    ("jdbc:sqlserver://db:1433;databaseName=shop;user=sa;password=@@;encrypt=true", "password"),
    ("mongodb+srv://app:@@@cluster0.abcde.mongodb.net/shop", "random24"),
    ("amqps://svc:@@@mq.example.com:5671/vhost", "random24"),
    ("rediss://:@@@cache.example.com:6380/0", "b64_32"),
    ("snowflake://app:@@@acct/db/schema", "random24"),
    ("smtp://postmaster:@@@smtp.example.com:587", "random24"),
    ("ftp://deploy:@@@files.example.com/in", "random24"),
    ("DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=@@;EndpointSuffix=core.windows.net", "b64_64"),
    ("Endpoint=sb://bus.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=@@", "b64_32"),
    ("Driver={ODBC Driver 18};Server=db;Uid=app;Pwd=@@;", "password"),
    ("https://shop.blob.core.windows.net/c/f?sv=2023-11-03&sr=b&sp=r&sig=@@", "b64_32"),
    ("https://b.s3.amazonaws.com/k?X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20260101&X-Amz-Signature=@@", "hex64"),
    ("https://storage.googleapis.com/b/o?GoogleAccessId=a&Expires=1790000000&Signature=@@", "random40"),
    ("HTTPS_PROXY=http://svc:@@@proxy.example.com:3128", "random24"),
    ("git clone https://oauth2:@@@gitlab.example.com/a/b.git", "random24"),
    ("https://0a1b2c3d4e5f60718293a4b5c6d7e8f9:@@@sentry.example.com/2", "hex32"),
    # HTTP
    ("GET /me HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer @@", "random40"),
    ("Authorization: Basic @@", "basic"),
    ("x-api-key: @@", "random40"),
    ("Proxy-Authorization: Basic @@", "basic"),
    ("Cookie: theme=dark; sessionid=@@; lang=en", "random24"),
    ("Set-Cookie: connect.sid=s%3A@@; Path=/; HttpOnly", "random40"),
    ("X-Hub-Signature-256: sha256=@@", "hex64"),
    ("headers = {'Authorization': f'Token @@'}", "hex40"),
    ("requests.get(url, auth=('svc', '@@'))", "password"),
    ("POST /token grant_type=client_credentials&client_id=web&client_secret=@@", "random40"),
    ("/reset-password?token=@@", "random40"),
    ("https://example.com/cb?code=@@&state=xyz", "random40"),
    # key files
    ("@@", "rsa"),
    ("cat ~/.ssh/id_ed25519\n@@", "openssh"),
    ("{\"private_key\": \"@@\"}", "pkcs8"),
    ("@@", "pgp"),
    # code
    ("const client = new Stripe('@@');", "stripe"),
    ("private static final String API_SECRET = \"@@\";", "random40"),
    ("conn = psycopg2.connect(host='db', password='@@')", "password"),
    ("app.secret_key = b'@@'", "random24"),
    ("hmac.new(b'@@', body, 'sha256')", "random40"),
    ("{\"clientId\": \"web\", \"clientSecret\": \"@@\"}", "random40"),
    ("{\"name\": \"DB_PASS\", \"value\": \"@@\"}", "password"),
    ("os.environ['TWILIO_AUTH_TOKEN'] = '@@'", "hex32"),
    # prose
    ("my password is @@ and it still says wrong password", "password"),
    ("Login with user bob and password @@.", "password"),
    ("the wifi password for the office is \"@@\"", "password"),
    ("Your one-time code is @@. It expires in 5 minutes.", "pin"),
    ("Use @@ as the API key", "random40"),
    ("the api key is @@", "random40"),
    ("creds: admin / @@", "password"),
    ("username: root, password: @@", "plain_password"),
    ("PIN: @@", "pin"),
    ("My seed phrase is @@", "mnemonic"),
    ("Recovery codes:\n@@", "codes"),
    ("TOTP secret: @@", "base32"),
    ("otpauth://totp/Example:bob?secret=@@&issuer=Example", "base32"),
    ("mot de passe : @@", "password"),
    ("Passwort: @@", "password"),
    ("contraseña: @@", "password"),
    ("hasło: @@", "password"),
    ("senha=@@", "password"),
    # second round
    ('ANSIBLE_VAULT_PASSWORD=@@', 'password'),
    ('- name: SENDGRID_KEY\n  value: @@', 'sendgrid'),
    ('$ mysqldump -u backup -p@@ shop > dump.sql', 'password'),
    ('ldapsearch -x -D cn=admin -w @@ -b dc=example', 'password'),
    ('secret-key-base: @@', 'hex64'),
    ('[credentials]\naccess_token=@@\n', 'random40'),
    ('"refresh_token": "@@"', 'random40'),
    ('spring:\n  datasource:\n    password: ${DB_PASS:@@}', 'password'),
    ("new MongoClient('mongodb://root:@@@mongo:27017')", 'random24'),
    ('amqp://guest2:@@@rabbit:5672//', 'random24'),
    ('Authorization: Token @@', 'hex40'),
    ('X-Auth-Token: @@', 'random40'),
    ("api.get('/x', {headers: {'x-api-key': '@@'}})", 'random40'),
    ('const jwtSecret = `@@`;', 'random40'),
    ('let password: &str = "@@";', 'password'),
    ('account sid AC0, auth token @@', 'hex32'),
    ('please use pw @@ for the staging box', 'password'),
    ('Your verification code: @@', 'pin'),
    ('Backup codes: \n@@', 'codes'),
    ('{"type":"service_account","private_key":"@@"}', 'pkcs8'),
    ('carol:@@:1001:1001::/home/carol:/bin/sh', 'sha512crypt'),
    ('hosts:\n  git:\n    oauth_token: @@', 'github_app'),
    ('registry=https://r.example.com/\n_auth=@@', 'basic'),
    ("GRANT ALL ON *.* TO 'x'@'%' IDENTIFIED BY '@@'", 'password'),
    ('| user | password |\n|---|---|\n| bob | @@ |', 'password'),
    ('psk="@@"', 'random24'),
    ('snmp-server community @@ RO', 'random24'),
    ('?access_token=@@&x=1', 'random40'),
    ('webhook_url: https://discord.com/api/webhooks/112233445566778899/@@', 'random68'),
)  # fmt: skip
"""A text with ``@@`` where the secret stands, and the kind of secret."""

SEALED_FORMS: Final = (
    "use this credential: {s} and list the buckets",
    "[error] upstream said: invalid token {s} (401)",
    '{{"tool": "run", "stdout": "exported {s}\\nok"}}',
    "# .secrets\n{s}\n",
    "const c = connect({s!r}, opts);",
    "| service | value |\n|---|---|\n| ci | {s} |",
)

SEALED: Final[tuple[tuple[str, str], ...]] = (
    ('export GH_TOKEN=@@', 'github'),
    ('env:\n  - name: DB_PASSWORD\n    value: @@', 'password'),
    ("$ smbclient //srv/share -U 'bob%@@'", 'password'),
    ("echo 'root:@@' | chpasswd", 'password'),
    ('session_secret = "@@"', 'random40'),
    ('<clientSecret>@@</clientSecret>', 'random40'),
    ('"id_token":"@@"', 'jwt'),
    ('datasources.default.password=@@', 'password'),
    ('DATABASE_URL=postgresql+asyncpg://app:@@@db/x', 'random24'),
    ('Server=db;Database=x;User Id=sa;Password=@@;', 'password'),
    ('-H "Authorization: Bearer @@"', 'jwt'),
    ('Cookie: auth_token=@@; a=b', 'random40'),
    ("axios.post(u, {}, {auth: {username: 'a', password: '@@'}})", 'password'),
    ('var apiSecret string = "@@"', 'random40'),
    ('@Value("${key:x}") String secretKey = "@@";', 'random40'),
    ('Hey, temporary password: @@ (change it after login)', 'password'),
    ("the new passphrase is '@@'", 'password'),
    ('security code @@ for your login', 'pin'),
    ('mnemonic = "@@"', 'mnemonic'),
    ('ssh key:\n@@', 'openssh'),
    ('dn: uid=x\nuserPassword:: @@', 'b64_32'),
    ('machine x.example.com\nlogin a\npassword @@', 'password'),
    ('[pypi]\nusername = __token__\npassword = @@', 'pypi'),
    ('username,password\ncarol,@@', 'password'),
    ('wpa_passphrase=@@', 'random24'),
    ('enable secret 5 @@', 'apr1'),
    ('https://api.telegram.org/bot@@/getMe', 'telegram'),
    ('&api_key=@@', 'hex32'),
    ('STRIPE_WEBHOOK=whsec_@@', 'random40'),
)  # fmt: skip
"""Written with half of the last round, and never looked at while detection was mended."""
