"""Where commands, calls and settings take a secret, and what stands there that is none."""

import base64
import random
import re
import string
from collections.abc import Callable
from urllib.parse import quote

import pytest

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection import Detector
from spanveil.redaction.detection._letters import are_drawn_letters

DETECTOR = Detector()
SLOT = re.compile(r"@([lahB])([0-9]*)@")
DRAWN = {
    "l": string.ascii_letters,
    "a": string.ascii_letters + string.digits,
    "h": "0123456789abcdef",
    "B": string.ascii_letters + string.digits + "+/",
}
ENDS = {"l": "", "a": "x7", "h": "a7", "B": "x7"}


def fill(text: str, seed: int) -> str:
    """Put what is drawn into the places of a text that are for it."""
    generator = random.Random(seed)  # noqa: S311 - nothing is protected by these

    def put(slot: re.Match[str]) -> str:
        end = ENDS[slot[1]]
        while True:
            body = "".join(generator.choices(DRAWN[slot[1]], k=int(slot[2]) - len(end)))
            if slot[1] != "l" or are_drawn_letters(body):
                return body + end

    return SLOT.sub(put, text)


# drawn letters without a digit, words that a sign or a hyphen joins: wherever a password is taken
WORDED = [
    "curl -u bob:«@l12@» https://api.example.com",
    "sshpass -p «@l14@» ssh bob@nas",
    "SetEnv DB_PASSWORD «@l12@»",
    "psexec \\\\nas -u bob -p «Lantern*Velvet» cmd",
    "mosquitto_pub -h m -u bob -P «cobalt-dahlia-nirvana» -t t -m x",
    "neighbor 10.0.0.2 password «@l12@»",
    'os.getenv("DB_PASSWORD", "«printemps-kettle-copper»")',
    "define('DB_PASSWORD', '«@l12@»');",
    '{"args": ["--password", "«@l12@»"]}',
    'conn = pymysql.connect("db", "app", "«Acorn*Sommer»", "x")',
    'smtp.PlainAuth("", "a@example.com", "«harbor-nirvana-kaktus»", "smtp.example.com")',
    'session.userauth_password("bob", "«orchid-tundra-saffron»")',
    "my password is «@l12@»",
    "Mijn wachtwoord is «@l14@»",
    "密码：«printemps-acorn-kettle»",
    "비밀번호는 «@l13@» 입니다",
]
PLACES = [
    "password = '''«tundra-jabuka-saffron»'''",
    "xh -a bob:«Harbor532» https://x.example",
    "https -a bob:«Harbor_532» x.example",
    "com2sec readonly default «Sommer@41»",
    "set system tacplus-server 10.0.0.1 secret «kettle8012»",
    "/snmp community set 0 name=«Kettle1998»",
    "config vpn ipsec\n edit t\n set psksecret «meadow.kaktus74»",
    "wlan security wpa akm psk set-key ascii 0 «zowa4t6j3q» 1",
    "runas /user:bob cmd <<< «Nirvana@14»",
    "yes «Marble5!» | passwd bob",
    "useradd -m -p «cobalt.saffron76» bob",
    "openssl enc -d -aes-256-cbc -K «@h64@» -iv 00",
    '<apikeys><add key="https://feed.example" value="«@B86@==»"/></apikeys>',
    'boto3.Session("AKIA3EXQ7RTZ5WVUNHLM", "«@B40@»")',
    "AKIA3EXQ7RTZ5WVUNHLM,«@B40@»",
    "gs_access_key_id = «GOOG1E5VWH09SCYQA6KWW6SBV8»",
    "login attempt [b'admin'/b'«Saffron*Walnut»'] failed",
    'Authorization: Digest username="bob", realm="x", uri="/", response="«@h32@»"',
    "Cookie: lang=en; HSID=«@a17@»; SSID=«@a17@»; SAPISID=«@a34@»",
    "code=«@a40@»&redirect_uri=x",
    'new UsernamePasswordAuthenticationToken("bob", "«amarillo_biscuit946»")',
    'Credentials.basic("bob", "«Orchid@37»")',
    'mqtt.username_pw_set("bob", "«pelican5198»")',
    'await userManager.CreateAsync(user, "«54KaktusRocket»");',
    'bcrypt.GenerateFromPassword([]byte("«ember.rocket92»"), 10)',
    "crypto.scryptSync('«Falcon-Caffe436»', salt, 32)",
    'EVP_BytesToKey(c, m, salt, "«Yarrow@78»", 9, 1, k, iv);',
    'Credentials::new("a@example.com".into(), "«Biscuit@64»".into())',
    'std::string password{"«84SaffronJabuka»"};',
    'auto pwd = std::string("«Saffron@58»");',
    'new AuthenticationHeaderValue("Basic", "«Ym9iOjJsOGJwcW5zdTg=»")',
    '{:basic_auth, {"bob", "«Yarrow1984»"}}',
    'basicAuth "bob" "«Meadow6!»"',
    'fill_in "Password", with: "«lantern#2024»"',
    "Das neue Kennwort für den Drucker heißt «Printemps1990»",
    "Parole ir «Harbor2009»",
    "Parool on «Corazon@95»",
    "here it is «dtn_@h64@» ok",
    "here it is «key_@h128@» ok",
    "here it is «n8n_api_@h96@» ok",
    "here it is «depot_org_@h32@» ok",
    "here it is «creem_@a22@» ok",
    "here it is «testsk_@a32@.us» ok",
    "here it is «admin-@h64@v3» ok",
    "here it is «prod:happy-otter-123|eyJ2MiI6@h40@» ok",
    "u/p bob/«Nirvana*Juniper»",
    "I changed the password from «acorn-tundra-kaktus» to «Falcon-Nirvana103»",
    "password was «1c437m8vsk» but I reset it to «Yarrow-Printemps168»",
    "my security answer is «Hoffmann»",
    "Enter this code: «899160»",
    "the code from the authenticator app is «067366»",
    "Doğrulama kodunuz: «440505»",
    "Kode OTP Anda «678110»",
    "קוד האימות שלך הוא «616054»",
    "Ovikoodi on «7269»",
    "conference pin «747525»#",
    "Kata sandi saya «thistle92PN»",
    "Password nya «Nirvana1986» ya",
    'jedis.auth("«5lprdsg56t»");',
    'red:auth("«zipper-walnut-saffron»")',
    'keyStore.load(in, "«Wombat-Rocket216»".toCharArray());',
    "La contrasenya és «pelican70II»",
    "O contrasinal é «wombat44ST»",
]
NONE = [
    "curl -u bob:getUserName https://api.example.com",
    'os.getenv("DB_PASSWORD", "first-name")',
    'define("DB_PASSWORD", "dbPasswordField");',
    "the password is resetByAdmin",
    "the password is XMLHttpRequest",
    'subprocess.run("cmd", "left-hand-side")',
    "barcode=A1234567890123456789012&page=2",
    "useradd -m -s /bin/bash -p name bob",
    'form = {"password": "Password", "name": "Name"}',
    "com2sec readonly default public",
    "SSID=Home; key-mgmt=none",
    "def acct(self, password):\n    '''Send new account name.'''",
    "security answer is required",
    "user-0123456789abcdef v3",
    "prod: blue-green-12 | canary",
    "the password was reset from ip-10-0-0-1 to nothing",
    "Enter this code: in the box",
    'api.auth("basic")',
    'char[] letters = "hello".toCharArray();',
    "echo yes | apt-get install vim",
]


def findings(text: str) -> list[tuple[int, int]]:
    return [(f.start, f.end) for f in DETECTOR.find(text) if f.entity == SECRET]


@pytest.mark.parametrize("marked", WORDED + PLACES)
@pytest.mark.parametrize("seed", [3, 8])
def test_is_found(marked: str, seed: int) -> None:
    marked = fill(marked, seed)
    text = marked.replace("«", "").replace("»", "")
    found = findings(text)
    for number, match in enumerate(re.finditer("«(.*?)»", marked)):
        start = match.start() - 2 * number
        end = start + len(match[1])
        assert any(one <= start and other >= end for one, other in found), text


@pytest.mark.parametrize("text", NONE)
def test_is_none(text: str) -> None:
    assert findings(text) == []


def in_lines(text: str) -> str:
    """Encode as mail does: RFC 2045, section 6.8."""
    return base64.encodebytes(text.encode()).decode().strip()


ENCODED: dict[str, Callable[[str], str]] = {
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64 twice": lambda text: base64.b64encode(base64.b64encode(text.encode())).decode(),
    "base64 within base64": lambda text: base64.b64encode(
        b'{"data": "%s"}' % base64.b64encode(text.encode())
    ).decode(),
    "base64 of UTF-16": lambda text: base64.b64encode(text.encode("utf-16-le")).decode(),
    "base64 of UTF-16 with a mark": lambda text: base64.b64encode(text.encode("utf-16")).decode(),
    "lines of base64": lambda text: in_lines("Dear all, we hope you are well.\n" * 3 + text),
    "base64 of lines of base64": lambda text: in_lines(in_lines("Dear all, hello.\n" * 4 + text)),
    "hexadecimal": lambda text: text.encode().hex(),
    "hexadecimal with a prefix": lambda text: "0x" + text.encode().hex(),
    "octal": lambda text: "".join(f"\\{ord(char):03o}" for char in text),
    "escapes": lambda text: "".join(f"\\u{ord(char):04x}" for char in text),
    "escapes of UTF-16": lambda text: "".join(f"{char}\\x00" for char in text),
    "UTF-16 within a text": lambda text: text.encode("utf-16-le").decode("latin-1"),
    "UTF-32 within a text": lambda text: text.encode("utf-32-be").decode("latin-1"),
    "percent": lambda text: quote(text, safe=""),
    "percent twice": lambda text: quote(quote(text, safe=""), safe=""),
    "percent thrice": lambda text: quote(quote(quote(text, safe=""), safe=""), safe=""),
    "quoted-printable": lambda text: "caf=C3=A9 " + text.replace("=", "=3D").replace("42", "=\n42"),
    "an encoded word": lambda text: (
        "=?utf-8?Q?" + text.replace("=", "=3D").replace("_", "=5F").replace(" ", "_") + "?="
    ),
}


@pytest.mark.parametrize("encode", ENCODED.values(), ids=ENCODED)
@pytest.mark.parametrize(
    "secret", ["password=Meadow42!Kettle", "the password is copper_4242_nirvana"]
)
def test_is_found_encoded(encode: Callable[[str], str], secret: str) -> None:
    text = encode(secret)
    whole = f"payload: {text} (end)"
    found = findings(whole)
    assert found, whole
    # the last characters of the encoded text are within
    assert max(end for _, end in found) >= len(text), whole


@pytest.mark.parametrize("encode", ENCODED.values(), ids=ENCODED)
def test_what_is_encoded_and_no_secret_is_left(encode: Callable[[str], str]) -> None:
    assert not findings(f"payload: {encode('the weather is fine on the hill today')} (end)")
