"""Make secrets of many kinds at run time: random, never issued, never committed."""

import base64
import json
import random
import string
from collections.abc import Callable

ALNUM = string.ascii_letters + string.digits
HEX = "0123456789abcdef"


class Generator:
    """Make secrets from a seed.

    Args:
        seed: The same seed makes the same secrets.
    """

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - nothing is protected by these

    def chars(self, alphabet: str, count: int) -> str:
        return "".join(self.random.choice(alphabet) for _ in range(count))

    def base64(self, count: int) -> str:
        return base64.b64encode(self.random.randbytes(count)).decode()

    def pem(self, kind: str) -> str:
        body = self.base64(600)
        lines = "\n".join(body[i : i + 64] for i in range(0, len(body), 64))
        return f"-----BEGIN {kind}PRIVATE KEY-----\n{lines}\n-----END {kind}PRIVATE KEY-----"

    def jwt(self) -> str:
        def part(value: object) -> str:
            return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

        claims = part({"sub": self.chars(ALNUM, 8)})
        return f"{part({'alg': 'HS256'})}.{claims}.{self.chars(ALNUM, 43)}"

    def password(self) -> str:
        return self.chars(ALNUM, 6) + self.chars("!#%*-_.~", 2) + self.chars(ALNUM, 4) + "7"


def tokens() -> dict[str, Callable[[Generator], str]]:
    """Return kinds of tokens that say themselves what they are."""
    return {
        "aws": lambda g: "AKIA" + g.chars(string.ascii_uppercase + "234567", 16),
        "github": lambda g: "ghp_" + g.chars(ALNUM, 36),
        "github fine grained": lambda g: f"github_pat_{g.chars(ALNUM, 22)}_{g.chars(ALNUM, 59)}",
        "gitlab": lambda g: "glpat-" + g.chars(ALNUM, 20),
        "npm": lambda g: "npm_" + g.chars(ALNUM, 36),
        "pypi": lambda g: "pypi-AgEIcHlwaS5vcmc" + g.chars(ALNUM, 120),
        "slack": lambda g: f"xoxb-{g.chars('123456789', 12)}-{g.chars(ALNUM, 24)}",
        "stripe": lambda g: "sk_live_" + g.chars(ALNUM, 24),
        "google": lambda g: "AIza" + g.chars(ALNUM, 35),
        "openai": lambda g: f"sk-proj-{g.chars(ALNUM, 40)}T3BlbkFJ{g.chars(ALNUM, 40)}",
        "anthropic": lambda g: f"sk-ant-api03-{g.chars(ALNUM, 93)}AA",
        "hugging face": lambda g: "hf_" + g.chars(string.ascii_letters, 34),
        "sendgrid": lambda g: f"SG.{g.chars(ALNUM, 22)}.{g.chars(ALNUM, 43)}",
        "databricks": lambda g: "dapi" + g.chars(HEX, 32),
        "vault": lambda g: "hvs." + g.chars(ALNUM, 90),
        "digitalocean": lambda g: "dop_v1_" + g.chars(HEX, 64),
        "jwt": lambda g: g.jwt(),
        "age": lambda g: "AGE-SECRET-KEY-1" + g.chars("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", 58),
    }


def beside_keys() -> dict[str, Callable[[Generator], tuple[str, str]]]:
    """Return texts that hold a secret beside a key or in a file's format, with the secret."""

    def with_secret(
        form: str, secret: Callable[[Generator], str]
    ) -> Callable[[Generator], tuple[str, str]]:
        def make(g: Generator) -> tuple[str, str]:
            value = secret(g)
            return form.replace("@@", value), value

        return make

    def hex32(g: Generator) -> str:
        return g.chars(HEX, 32)

    def random40(g: Generator) -> str:
        return g.chars(ALNUM, 39) + "7"

    def bcrypt(g: Generator) -> str:
        return "$2b$12$" + g.chars(ALNUM + "./", 53)

    def crypt(g: Generator) -> str:
        return f"$6${g.chars(ALNUM, 12)}${g.chars(ALNUM + './', 86)}"

    def basic(g: Generator) -> str:
        return base64.b64encode(f"bot:{g.password()}".encode()).decode()

    forms = {
        "env": ("DB_PASSWORD=@@\nPORT=1", Generator.password),
        "yaml": ("db:\n  password: @@\n  port: 1", Generator.password),
        "json": ('{"api_key": "@@", "n": 1}', random40),
        "json in json": ('{"a": "{\\"client_secret\\": \\"@@\\"}"}', random40),
        "sentence": ("my password is @@ please log in", Generator.password),
        "header": ("Authorization: Bearer @@\nHost: x", random40),
        "camel": ("const smtpPassword = '@@';", Generator.password),
        "hex key": ("DATADOG_API_KEY: @@", hex32),
        "flag": ("tool --api-token @@ run", random40),
        "url": ("postgres://app:@@@db.internal:5432/x", Generator.password),
        "odbc": (
            "Server=db;User ID=sa;Password=@@;Encrypt=True",
            lambda g: g.chars(ALNUM, 14) + "7",
        ),
        "azure storage": ("AccountName=x;AccountKey=@@;EndpointSuffix=y", lambda g: g.base64(64)),
        "pgpass": ("db.internal:5432:orders:app:@@\n", lambda g: g.chars(ALNUM, 14)),
        "netrc": ("machine api.internal\n  login bot\n  password @@\n", Generator.password),
        "htpasswd": ("bob:@@\n", lambda g: f"$apr1${g.chars(ALNUM, 8)}${g.chars(ALNUM, 22)}"),
        "shadow": ("root:@@:19000:0:99999:7:::", crypt),
        "sql dump": ("INSERT INTO users VALUES (1,'bob','@@');", bcrypt),
        "docker": ('{"auths": {"r.internal": {"auth": "@@"}}}', basic),
        "xml": ("<server><password>@@</password></server>", Generator.password),
        "xml attribute": ('<Pass encoding="base64">@@</Pass>', lambda g: g.base64(12) + "7"),
        "php": ("define('DB_PASSWORD', '@@');", Generator.password),
        "mysql": ("CREATE USER a IDENTIFIED BY '@@';", Generator.password),
        "curl": ("curl -u admin:@@ https://x.internal", Generator.password),
        "ldif": ("userPassword: {SSHA}@@", lambda g: g.base64(24)),
    }
    return {name: with_secret(form, secret) for name, (form, secret) in forms.items()}
