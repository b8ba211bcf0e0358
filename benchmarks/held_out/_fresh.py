"""The third split: files of tools, devices and platforms whose secrets neither other split holds.

Written before its first look and without looking at the rules of detection; no line of the
development or the sealed split was copied.
"""

import base64
import random
import string
from collections.abc import Callable
from typing import Final

from benchmarks.held_out import _secrets
from benchmarks.held_out._identifiers import UPPER, chars
from benchmarks.held_out._secrets import ALNUM, HEX

BASE: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_NAMES: Final = ("Tiger", "Bremen", "Kaffee", "Rocket", "Nimbus", "Otter", "Falcon", "Maple")
_VERBS: Final = ("climbs", "paints", "forgets", "carries", "borrows", "measures")
_THINGS: Final = ("ladder", "violin", "kettle", "compass", "blanket", "lantern")


def _strong(r: random.Random) -> str:
    return (
        r.choice(UPPER)
        + chars(r, ALNUM + "!#%*_+=?-", 12)
        + r.choice("!?#%*")
        + chars(r, string.digits, 2)
    )


def _leet(r: random.Random) -> str:
    name = r.choice(_NAMES)
    return r.choice(
        (
            f"{name.replace('e', '3').replace('i', '1')}@{r.randrange(1980, 2026)}",
            f"{name}_{r.choice(_NAMES)}{r.randrange(100)}",
            f"{name.lower()}{r.randrange(1000, 9999)}",
            f"{name}#{r.randrange(10, 99)}!",
        )
    )


def _phrase(r: random.Random) -> str:
    return (
        f"{r.choice(_NAMES).lower()} {r.choice(_VERBS)} {r.choice(_THINGS)} {r.randrange(10, 99)}"
    )


def _encoded(r: random.Random) -> str:
    return base64.b64encode(_strong(r).encode()).decode()


def _utf16(r: random.Random) -> str:
    return base64.b64encode((_leet(r) + "Password").encode("utf-16-le")).decode()


def _lines(r: random.Random, alphabet: str, width: int, count: int, join: str) -> str:
    return join.join(chars(r, alphabet, width) for _ in range(count))


def _cisco7(r: random.Random) -> str:
    return f"{r.randrange(16):02}" + chars(r, "0123456789ABCDEF", 16)


KINDS: Final[dict[str, Callable[[random.Random], str]]] = {
    **_secrets.KINDS,
    "strong": _strong,
    "leet": _leet,
    "phrase": _phrase,
    "encoded": _encoded,
    "utf16": _utf16,
    "salt": lambda r: chars(r, ALNUM + "!@#$%^&*()-_[]{}<>~+=,.;:/?| ", 64),
    "md5crypt": lambda r: f"$1${chars(r, ALNUM, 8)}${chars(r, ALNUM + './', 22)}",
    "scrypt9": lambda r: f"$9${chars(r, ALNUM, 14)}${chars(r, ALNUM + './', 43)}",
    "cisco7": _cisco7,
    "jenkins": lambda r: "{AQAAABAAAAAw" + base64.b64encode(r.randbytes(48)).decode() + "}",
    "maven": lambda r: "{" + base64.b64encode(r.randbytes(48)).decode() + "}",
    "nss": lambda r: "MDoEEPgAAAAAAAAAAAAAAAAAAAEwFAYIKoZIhvcNAwcECL" + chars(r, ALNUM, 32) + "==",
    "vaulted": lambda r: _lines(r, string.digits[3:7], 80, 4, "\n"),
    "vaulted_indented": lambda r: _lines(r, string.digits[3:7], 80, 3, "\n          "),
    "putty": lambda r: "\n".join(base64.b64encode(r.randbytes(48)).decode() for _ in range(4)),
    "eights": lambda r: "\n".join(
        f"{chars(r, string.digits, 4)} {chars(r, string.digits, 4)}" for _ in range(5)
    ),
    "fours": lambda r: "  ".join(
        f"{chars(r, BASE, 4)}-{chars(r, BASE, 4)}-{chars(r, BASE, 4)}" for _ in range(3)
    ),
    "seed24": lambda r: " ".join(r.choices(_secrets._WORDS, k=24)),
    "hex16": lambda r: chars(r, HEX, 16),
    "hex48": lambda r: chars(r, HEX, 48),
    "random32": lambda r: chars(r, ALNUM, 31) + r.choice("23456789"),
    "hub": lambda r: "gho_" + chars(r, ALNUM, 36),
    "azure": lambda r: chars(r, ALNUM, 3) + "8Q~" + chars(r, ALNUM + "_-", 34),
    "groups": lambda r: "-".join(chars(r, BASE, 5) for _ in range(5)),
}

SECRETS: Final[tuple[tuple[str, str], ...]] = (
    # files of tools, as they lie about in web roots and home directories
    ("define('LOGGED_IN_SALT',   '@@');\ndefine('DB_CHARSET', 'utf8');", "salt"),
    ("define( \"DB_PASSWORD\", \"@@\" );", "strong"),
    ("<Server><Host>ftp.example.com</Host><Port>21</Port><User>deploy</User>\n<Pass encoding=\"base64\">@@</Pass><Logontype>1</Logontype></Server>", "encoded"),
    ("<Server><Host>10.0.0.4</Host><User>bob</User><Pass>@@</Pass></Server>", "leet"),
    ("https://build-bot:@@@git.example.com\n", "hex40"),
    ("hostname = smtp.example.com:587\nusername = \"ops\"\npassword = \"@@\"\nstarttls = required\n", "strong"),
    ("account work\nhost smtp.example.com\nport 587\nauth on\nuser ops\npassword @@\n", "leet"),
    ("$ cat config/master.key\n@@\n", "hex32"),
    ("RAILS_MASTER_KEY=@@", "hex32"),
    ("{\"postgres-jdbc-18a\": {\"#connection\": {\"user\": \"app\", \"password\": \"@@\"}}}", "leet"),
    ("{\"https://index.docker.io/v1/\": {\"auth\": \"@@\", \"email\": \"\"}}", "basic"),
    ("registry = https://npm.example.com/\n_auth = \"@@\"\nalways-auth = true\n", "basic"),
    ("[default]\nbucket_location = EU\naccess_key = AKIAIOSFODNN7EXAMPLE\nsecret_key = @@\nsigurl_use_https = True\n", "aws_secret"),
    ("[default]\ngpg_passphrase = @@\nhost_base = s3.example.com\n", "leet"),
    ("{\"uploadOnSave\": true, \"hostname\": \"web1\", \"username\": \"www\", \"password\": \"@@\", \"port\": 22}", "strong"),
    ("{\n  \"type\": \"sftp\",\n  \"host\": \"web1\",\n  \"user\": \"www\",\n  \"password\": \"@@\",\n  //\"port\": \"22\",\n}", "leet"),
    ("[Server]\nName=Raid\nPort=3784\nAdminPassword=@@\nPassword=\n", "leet"),
    ("{\"logins\":[{\"id\":1,\"hostname\":\"https://x.example.com\",\"encryptedUsername\":\"\",\"encryptedPassword\":\"@@\",\"encType\":1}]}", "nss"),
    ("daemon:*:18375:0:99999:7:::\nmaria:@@:18400:0:99999:7:::\n", "md5crypt"),
    ("ftpuser:@@:2001:2001::/srv/ftp:/sbin/nologin", "md5crypt"),
    ("$dbuser = 'shop';\n$dbpasswd = '@@';\n$table_prefix = 'phpbb_';", "leet"),
    ("$cfg['Servers'][$i]['password'] = '@@';", "strong"),
    ("machine api.heroku.com\n  login ops@example.com\n  password @@\nmachine git.heroku.com\n", "uuid"),
    ("{\"connections\":[{\"connectionName\":\"prod\",\"credentials\":[{\"databaseName\":\"shop\",\"mechanism\":\"SCRAM-SHA-1\",\"userName\":\"app\",\"userPassword\":\"@@\"}]}]}", "leet"),
    ("*:*:*:postgres:@@\n", "strong"),
    ("github.com:\n- user: octo\n  oauth_token: @@\n  protocol: https\n", "hub"),
    ("web1:@@:1002:1002::/home/web1/./::::::::::::", "sha512crypt"),
    ("<webServer id=\"1\" name=\"prod\" url=\"http://x\"><fileTransfer host=\"web1\" port=\"22\" username=\"www\" password=\"@@\" rootFolder=\"/\"/></webServer>", "hex48"),
    ("{\"production\": {\"host\": \"web1\", \"deploy_user\": \"www\", \"deploy_pass\": \"@@\", \"key\": \"\"}}", "strong"),
    ("var conn = new jsforce.Connection();\nconn.login('ops@example.com', '@@', function(err, res) {", "random32"),
    ("<pwd>@@</pwd>", "leet"),
    ("[client]\nuser=root\npassword=\"@@\"\nsocket=/run/mysqld.sock", "strong"),
    # platforms
    ("apiVersion: v1\nkind: Secret\nmetadata:\n  name: smtp\ntype: Opaque\ndata:\n  SMTP_USER: b3Bz\n  smtp.pass: @@\n", "encoded"),
    ("kind: Secret\nstringData:\n  cookie: @@\n", "random32"),
    ("postgresql:\n  auth:\n    enablePostgresUser: true\n    postgresPassword: @@\n    database: shop\n", "leet"),
    ("ingress:\n  basicAuth: \"ops:@@\"\n", "strong"),
    ("resource \"aws_db_instance\" \"x\" {\n  engine = \"postgres\"\n  username = \"app\"\n  password = \"@@\"\n}", "strong"),
    ("master_user_password = \"@@\"  # tfvars", "strong"),
    ("\"outputs\": {\"db_password\": {\"value\": \"@@\", \"type\": \"string\", \"sensitive\": true}}", "strong"),
    ("$ANSIBLE_VAULT;1.1;AES256\n@@\n", "vaulted"),
    ("db_pass: !vault |\n          $ANSIBLE_VAULT;1.2;AES256;prod\n          @@\n", "vaulted_indented"),
    ("server.ssl.key-store-password=@@\nserver.ssl.key-alias=tomcat", "leet"),
    ("spring:\n  security:\n    oauth2:\n      client:\n        registration:\n          okta:\n            client-id: web\n            client-secret: @@\n", "azure"),
    ("{\"ConnectionStrings\": {\"Default\": \"Data Source=db1;Initial Catalog=shop;User ID=app;Password=@@;MultipleActiveResultSets=true\"}}", "strong"),
    ("<add name=\"Main\" connectionString=\"Data Source=db1;uid=app;pwd=@@;\" providerName=\"System.Data.SqlClient\" />", "leet"),
    ("<machineKey validationKey=\"@@\" validation=\"SHA1\" decryption=\"AES\" />", "hex64"),
    ("HostName=hub1.azure-devices.net;DeviceId=d1;SharedAccessKey=@@", "b64_32"),
    ("AccountEndpoint=https://c1.documents.azure.com:443/;AccountKey=@@;", "b64_64"),
    ("\"AzureWebJobsStorage\": \"DefaultEndpointsProtocol=https;AccountName=fn1;AccountKey=@@;EndpointSuffix=core.windows.net\"", "b64_64"),
    ("InstrumentationKey=@@;IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/", "uuid"),
    ("https://hooks.slack.com/services/T0AB12CD3/B0EF45GH6/@@", "random24"),
    ("POST https://discordapp.com/api/webhooks/998877665544332211/@@?wait=true", "random68"),
    ("https://outlook.office.com/webhook/11112222-0000-4000-8000-000000000001@11112222-0000-4000-8000-000000000002/IncomingWebhook/@@/x", "hex32"),
    ("EMAIL_URL=smtps://ops%40example.com:@@@smtp.example.com:465", "random24"),
    ("MAILER_DSN=sendgrid+api://@@@default", "sendgrid"),
    ("otpauth://hotp/ACME:jo@example.com?issuer=ACME&secret=@@&counter=3", "base32"),
    ("Can't scan it? Enter this setup key: @@", "base32"),
    # devices and networks
    ("PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: k\nPublic-Lines: 0\nPrivate-Lines: 4\n@@\nPrivate-MAC: 00", "putty"),
    ("[Interface]\nAddress = 10.8.0.2/24\nPrivateKey = @@\nListenPort = 51820\n", "b64_32"),
    ("[Peer]\nAllowedIPs = 0.0.0.0/0\nPresharedKey = @@\n", "b64_32"),
    ("rocommunity @@ 10.0.0.0/8", "leet"),
    ("snmp-server user ops grp v3 auth sha @@ priv aes 128 x", "leet"),
    ("snmpget -v2c -c @@ 10.0.0.9 sysName.0", "leet"),
    ("username admin privilege 15 password 7 @@", "cisco7"),
    ("username admin privilege 15 secret 9 @@", "scrypt9"),
    ("line vty 0 4\n password 7 @@\n login", "cisco7"),
    ("tacacs-server key 7 @@", "cisco7"),
    ("radius-server host 10.0.0.5 key @@", "leet"),
    ("crypto isakmp key @@ address 203.0.113.9", "leet"),
    ("set system root-authentication encrypted-password \"@@\"", "md5crypt"),
    ("network={\n\tssid=\"Office\"\n\tpsk=@@\n}", "hex64"),
    ("[wifi-security]\nkey-mgmt=wpa-psk\npsk=@@\n", "strong"),
    ("<keyMaterial>@@</keyMaterial>", "strong"),
    ("WIFI:T:WPA;S:Office;P:@@;;", "leet"),
    ("%any %any : PSK \"@@\"", "strong"),
    ("<AdministratorPassword><Value>@@</Value><PlainText>false</PlainText></AdministratorPassword>", "utf16"),
    ("<AutoLogon><Password><Value>@@</Value><PlainText>true</PlainText></Password><Username>a</Username></AutoLogon>", "leet"),
    ("<Properties action=\"U\" userName=\"localadm\" cpassword=\"@@\" changeLogon=\"0\"/>", "b64_32"),
    # build tools and package registries
    ("<com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl><id>ci</id><username>bot</username><password>@@</password>", "jenkins"),
    ("<org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl><id>x</id><secret>@@</secret>", "jenkins"),
    ("<settingsSecurity><master>@@</master></settingsSecurity>", "maven"),
    ("<server><id>nexus</id><username>bot</username><password>@@</password></server>", "leet"),
    ("signing.keyId=24875D73\nsigning.password=@@\nmavenCentralUsername=bot\n", "leet"),
    ("RELEASE_STORE_PASSWORD=@@\nRELEASE_KEY_ALIAS=upload", "leet"),
    ("[testpypi]\nrepository = https://test.pypi.org/legacy/\nusername = __token__\npassword = @@", "pypi"),
    ("{\"http-basic\": {\"repo.example.com\": {\"username\": \"bot\", \"password\": \"@@\"}}}", "leet"),
    ("{\"github-oauth\": {\"github.com\": \"@@\"}}", "hex40"),
    ("{\"gitlab-token\": {\"gitlab.example.com\": \"@@\"}}", "random32"),
    ("<packageSourceCredentials><corp><add key=\"Username\" value=\"bot\" /><add key=\"ClearTextPassword\" value=\"@@\" /></corp></packageSourceCredentials>", "strong"),
    (":rubygems_api_key: rubygems_@@", "hex48"),
    ("[registry]\ntoken = \"@@\"\n", "random32"),
    ("$ vault token lookup\nKey    Value\nid     @@\nttl    1h", "vault"),
    ("Unseal Key 1: @@\nUnseal Key 2: (hidden)", "b64_32"),
    ("Initial Root Token: @@", "vault"),
    ("# created: 2026-01-01\n# public key: age1x\n@@", "age"),
    # requests, logs and sessions
    ("GET /export?format=csv&apikey=@@ HTTP/1.1", "hex32"),
    ("GET /v2/x?client=web&sig=@@ 200 12ms", "hex64"),
    ("PHPSESSID=@@; path=/; secure", "hex32"),
    ("Set-Cookie: JSESSIONID=@@; Path=/app; HttpOnly", "hex32"),
    ("Cookie: _csrf=@@; theme=light", "random24"),
    ("cookies: {'session': '@@'}", "random40"),
    ("  env:\n    DEPLOY_TOKEN: @@\n    CI: true\n##[endgroup]", "random40"),
    ("+ curl -sS -H 'PRIVATE-TOKEN: @@' https://gitlab.example.com/api/v4/projects", "random24"),
    ("[2026-03-01 10:11:12] + docker login -u ci --password=@@ r.example.com", "strong"),
    ("10:11:12 Run echo \"token=@@\" >> $GITHUB_OUTPUT", "random40"),
    ("connecting with {user=app, password=@@, host=db}", "strong"),
    ("X-Vault-Token: @@", "random24"),
    ("Authorization: SharedAccessSignature sr=hub&sig=@@&se=1790000000", "b64_32"),
    ("Authorization: Digest username=\"bob\", realm=\"x\", response=\"@@\"", "hex32"),
    ("Authorization: ApiKey @@", "random40"),
    ("Ocp-Apim-Subscription-Key: @@", "hex32"),
    # tables
    ("host,login,pwd,port\nweb1,root,@@,22\n", "strong"),
    ("name\turl\tusername\tpassword\nshop\thttps://x\tbob\t@@\n", "leet"),
    ("service;api_key;owner\nmaps;@@;platform\n", "hex32"),
    ("title,notes,password\n\"mail\",\"\",\"@@\"\n", "phrase"),
    # prose
    ("ok so the router login is admin and the password is @@ (capital T)", "leet"),
    ("I set the passphrase to \"@@\" like you said", "phrase"),
    ("passphrase: @@\n", "phrase"),
    ("the database password changed, it's @@ now", "strong"),
    ("hi team, new credentials for staging -> user: qa, pass: @@", "strong"),
    ("log in as root/@@ on the jump host", "strong"),
    ("Password for the zip is @@, please delete this mail", "leet"),
    ("my pin is @@ for the debit card", "pin"),
    ("You can unlock the phone with @@, that's the passcode", "pin"),
    ("Here is the license key: @@", "groups"),
    ("the secret is @@ don't share it", "random24"),
    ("her old password was '@@' and she reused it", "leet"),
    ("Das WLAN-Passwort lautet @@", "leet"),
    ("la contraseña es @@", "leet"),
    ("le mot de passe est @@", "leet"),
    ("Your 24-word recovery phrase: @@", "seed24"),
    ("Keep these backup codes safe:\n@@\n", "eights"),
    ("recovery keys: @@", "fours"),
    ("OTP @@ is valid for 10 minutes", "pin"),
    # code
    ("Credentials credentials = new UsernamePasswordCredentials(\"svc\", \"@@\");", "strong"),
    ("String pwd = \"@@\";", "leet"),
    ("DriverManager.getConnection(url, \"app\", \"@@\")", "strong"),
    ("$mysqli = new mysqli('localhost', 'app', '@@', 'shop');", "strong"),
    ("smtp.login(\"ops@example.com\", \"@@\")", "strong"),
    ("client.auth.login({ email: 'a@example.com', password: '@@' })", "leet"),
    ("ConvertTo-SecureString '@@' -AsPlainText -Force", "strong"),
    ("crypto.createHmac('sha256', '@@')", "random32"),
    ("jwt.sign(payload, '@@', { expiresIn: '1h' })", "random32"),
    ("ssh.connect(host, username='root', password='@@')", "leet"),
    ("Fernet(b'@@')", "b64_32"),
    ("encryptionKey: Buffer.from('@@', 'hex')", "hex64"),
)  # fmt: skip
"""A text with ``@@`` where the secret stands, and the kind of secret."""

NEGATIVES: Final = (
    "{\"type\": \"service_account\", \"private_key_id\": \"<<sha1>>\", \"universe_domain\": \"googleapis.com\"}",
    "define('WP_DEBUG', false);\ndefine('DB_CHARSET', 'utf8mb4');\n$table_prefix = 'wp_';",
    "define('DB_PASSWORD', getenv('DB_PASSWORD'));",
    "<Pass encoding=\"base64\"></Pass><Logontype>0</Logontype>",
    "[Server]\nName=Raid\nPort=3784\nAdminPassword=\nPassword=\n",
    "password = \"\"\nstarttls = required\n",
    "password:\n  minLength: 12\n  requireDigit: true\n",
    "<password></password>\n<username>bot</username>",
    "password = var.db_password\nusername = var.db_user",
    "password: {{ vault_db_password }}",
    "db_password = data.aws_secretsmanager_secret_version.db.secret_string",
    "valueFrom:\n  secretKeyRef:\n    name: db-credentials\n    key: password",
    "existingSecret: shop-postgresql\nsecretKeys:\n  adminPasswordKey: postgres-password",
    "kind: Secret\nmetadata:\n  name: smtp\n  uid: <<uuid>>\n  resourceVersion: \"<<int>>\"",
    "<<sha256>>  spanveil-<<version>>.tar.gz",
    "--hash=sha256:<<sha256>>",
    "h1:<<nano>><<nano>>= go.sum mismatch",
    "\"resolved\": \"https://registry.npmjs.org/left-pad/-/left-pad-<<version>>.tgz\"",
    "snmp-server location rack 7 row <<ms>>",
    "snmp-server enable traps config",
    "service password-encryption\nno ip http server\naaa new-model",
    "enable secret <removed>",
    "[wifi-security]\nkey-mgmt=wpa-psk\n",
    "The password field is required.",
    "Password changed successfully for user <<int>>.",
    "Passwords do not match, please try again.",
    "the password is required to be at least 12 characters",
    "the password is incorrect, the account was locked after <<ms>> attempts",
    "the passphrase is optional; leave it empty for none",
    "the secret is rotated every 90 days by the operator",
    "The secret is that the dough rests overnight.",
    "token is expired",
    "Token expired at <<stamp>>, refreshing",
    "the token is a list of words and the model reads <<int>> of them",
    "Please reset your password or contact support.",
    "log in as root/administrator on the jump host",
    "Enter the code shown in the app.",
    "error code <<order>> while calling the shipping API",
    "exit code <<ms>>",
    "PIN codes must have six digits",
    "Your order code is <<order>>, it ships in 3 days",
    "zip code <<order>>",
    "the license key is invalid",
    "Public-Lines: 6\nEncryption: aes256-cbc",
    "-----BEGIN CERTIFICATE REQUEST-----",
    "Cookie: theme=dark; lang=en; consent=all",
    "Set-Cookie: lang=de; Path=/; Max-Age=<<int>>",
    "GET /items?page=<<ms>>&sort=created_at&limit=50",
    "?utm_source=newsletter&utm_campaign=spring_<<ms>>",
    "Authorization: <redacted>",
    "Authorization header is missing",
    "https://docs.example.com/auth/reset-password?lang=en#step-2",
    "git clone https://github.com/example/repo.git",
    "https://user@git.example.com/repo.git",
    "host,login,port\nweb1,root,22\nweb2,deploy,2222\n",
    "feature,enabled\npassword_reset,true\ntoken_refresh,false\n",
    "password_policy: strong",
    "auth_method: password",
    "key_alias=upload\nkey_usage=digitalSignature",
    "ALTER TABLE users ADD COLUMN password_hash varchar(255) NOT NULL",
    "SELECT password FROM users WHERE id = ?",
    "def login(username: str, password: str) -> Token:",
    "public void setPassword(String password) { this.password = password; }",
    "conn.login(username, password, callback)",
    "jwt.sign(payload, process.env.JWT_SECRET, { expiresIn: '1h' })",
    "crypto.createHash('sha256').update(body).digest('hex')",
    "new mysqli($host, $user, $password, $name)",
    "DriverManager.getConnection(url, user, password)",
    "smtp.login(user, os.environ['SMTP_PASSWORD'])",
    "ConvertTo-SecureString $env:ADMIN_PW -AsPlainText -Force",
    "vault kv get secret/data/shop/db",
    "Unseal Progress 1/3, Seal Type shamir, Total Shares 5",
    "ssh-keygen -t ed25519 -C ops -f ~/.ssh/id_ed25519",
    "dn: cn=config\nolcPasswordHash: {SSHA}",
    "nobody:*:18375:0:99999:7:::\nsys:!:18375:0:99999:7:::",
    "root:x:0:0:root:/root:/bin/bash\nwww:x:33:33::/var/www:/usr/sbin/nologin",
    "*:*:*:*:example line of a password file has five parts",
    "docker.io/library/postgres:16.<<ms>>@sha256:<<sha256>>",
    "keyboard shortcut: Ctrl+Shift+P opens the palette",
    "the key is to keep batches small and the queue short",
    "the keys are sorted before they are hashed: <<short>>",
    "session <<ms>> of the workshop starts at nine",
    "cookie policy: we use cookies for analytics",
    "seed=<<int>> shuffle=true epochs=<<ms>>",
    "seed phrase backups are stored offline by the customer",
    "span <<span>> of trace <<trace>> ended",
    "etag: \"<<trace>>\"\nlast-modified: <<stamp>>",
    "checksum=<<sha1>> size=<<int>>",
    "layer <<short>>: already exists",
    "build <<order>> of pipeline <<snowflake>> passed in <<ms>> s",
    "salt 1 tsp, pepper, two onions",
    "the master branch and the master key of the piano",
)  # fmt: skip
"""Beside the above: the same files and sentences, with nothing in them to hide."""
