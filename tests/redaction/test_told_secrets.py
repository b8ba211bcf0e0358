"""Secrets that a sentence, a command or a line of code tells, and what is none."""

import random
import re

import pytest

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection import Detector

DETECTOR = Detector()
SLOT = re.compile(r"@(o|[nahBbk])([0-9]*)@")
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
DRAWN = {
    "n": "0123456789",
    "a": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
    "h": "0123456789abcdef",
    "B": "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
    "k": BASE58,
}
ENDS = {"n": "47", "a": "x7", "h": "a7", "B": "A7", "k": "x7"}


def drawn(text: str, seed: int) -> str:
    """Put what is drawn into the places of a text that are for it."""
    generator = random.Random(seed)  # noqa: S311

    def put(slot: re.Match[str]) -> str:
        kind, size = slot[1], int(slot[2])
        if kind == "o":
            return ",".join(map(str, generator.sample(range(100, 256), size)))
        if kind == "b":
            signs = ["".join(generator.choices(DRAWN["B"], k=2)) for _ in range(size)]
            groups = [
                f"{generator.choice('GHKMQRTVWX')}{two}{generator.choice('234567')}"
                for two in signs
            ]
            return " ".join(groups).lower()
        return "".join(generator.choices(DRAWN[kind], k=size - 2)) + ENDS[kind]

    return SLOT.sub(put, text)


NATIVE = [
    "Пароль от админки «Самовар@n3@!», логин прежний",
    "Пароль від адмінки «Криниця@n2@!», логін той самий",
    "мой старый пароль был «Снежинка@n4@!», новый «Снежинка@n4@?»",
    "Пароль: «Ромашка$Мост»",
    "Паролата за мрежата е «Слънце@n4@!»",
    "Лозинка за рутер је «Малина@n3@#»",
    "Ο κωδικός του δικτύου είναι «Ελιά@n4@#»",
    "路由器密码是«春风十里@n4@?»，别告诉别人",
    "登录密码改成了«阳光沙滩@n2@»，记得保存",
    "サーバーのパスワードは「«おにぎり@n4@!»」に変更しました。",
    "合言葉は『«ひらけごま@n4@»』です",
    "와이파이 비밀번호는 «고양이@n3@» 입니다.",
    "공유기 비밀번호가 «호랑이@n4@!»로 바뀌었어요",
    "كلمة المرور الجديدة هي «قهوة@n4@?»",
    "رمز عبور وای‌فای «گربه@n4@» است",
    "הסיסמה לוויי-פיי היא «בננה@n4@!»",
    "พาสเวิร์ด wifi คือ «กล้วย@n4@!»",
    "वाईफ़ाई का पासवर्ड «गुलाब@n4@» है",
    "पासवर्ड «Otter*Walnut» है, किसी को मत बताना",
    "Mật khẩu wifi của văn phòng là «vvjwivhi@n3@j»",
    "Mật khẩu Wi-Fi là «caphe$sua»",
    "Wi-Fi parolası «Çilek@n4@!»",
    "PWは「«まめしば@n4@»」",
    "رمز جدید «گلابی@n4@»",
    "A senha do roteador é «Mustard$Mustard», não passa pra ninguém",
    "ONVIF camera 7: user admin, password «Copper$Puzzle», port 8000",
    "the wifi password is «Copper!Ladder»",
]
DOORS = [
    "> On Tuesday somebody wrote:\n> the kiosk unlock is «@n4@»\nDoes not work for me.",
    "POS terminal 0042: supervisor code «@n6@», manager override enabled",
    "alarm panel installer code: «@n6@»; user code: «@n4@»",
    "duress code «@n4@», it is a silent alarm",
    "cashier override «@n4@»",
    "Bonjour, voici le code d'accès de l'immeuble : «@n2@-@n2@-@n2@». Bonne visite.",
    "Voici le code d'accès du bâtiment B : «*@n4@#»",
    "código del edificio: «@n4@#»",
    "il codice del palazzo è «@n4@#»",
    "код от подъезда «@n4@»К",
    "门禁码是 «@n4@#»",
    "Panel code: «@n4@»",
    "to disarm, enter «@n4@»",
    "Disarm with «@n4@» then the sign",
    "the lockbox on the railing is «@n4@»",
    "Elevator to 12F: «@n4@#»",
    "Schlüsselbox Code «@n4@»",
    "code d'entrée «B@n4@»",
    "il codice dell'allarme è «@n4@»",
    "现在门锁密码是«@n4@»",
    "현관 비밀번호는 «@n4@*»",
    "the code in the email was «@n6@»",
    "I entered «@n6@» and it says expired code",
    "le code est «@n6@», il ne marche pas",
    "o código que chegou foi «@n6@»",
    "пришёл код «@n6@», не подходит",
    "i can't get in, it sent me «@n6@» by text but says wrong code",
    "they texted me «@n6@» but the page says expired",
    "the app shows «@n3@ @n3@» and the login page rejects it",
    "your site keeps sending codes, the last was «@n3@ @n3@»",
    "OK so the thing you need to type is «qwertz@n3@» (capital first letter)",
    "lo que tienes que escribir es «qwertz@n3@»",
    "iLO: Administrator / «Q7W2E@n2@R4»",
    "NAS → admin → «Otter@n4@!»",
    "WPA2 key «Otter@n4@»",
    "BMC default login is on the pull-out tab: ADMIN / «5ux@n2@x3e8»",
    "Benutzer ist ops, als Passwort nimmst du «HammockLagoon@n2@»",
    "iDRAC root / «walnut_meadow@n3@» on rack 3",
]
SEED = "quantum erosion salmon hamster engine lecture festival absorb jungle carbon velvet wrestle"
PHRASES = [
    "For the record: the backup drive opens with the words «cactus meadow tundra saffron walnut»",
    "the safe unlocks with these words: «rocket lantern velvet copper»",
    "my vault opens with «rocket meadow tundra saffron lantern»",
    f"Support: please read me the words on the card. Caller: «{SEED}»",
    f"Please type your twelve words.\nUser: «{SEED}»",
    f"die Wörter auf der Karte: «{SEED}»",
    f"Agent: your secret words?\nCustomer: sure, «{SEED}»",
    f"I typed «{SEED}» into metamask",
    "I used «pebble parade copper cobalt» as encryption passphrase",
    "the diceware phrase is «cactus meadow tundra saffron walnut»",
    "die Passphrase lautet «kaktus wiese tundra safran»",
    "password is four words, «cactus meadow tundra saffron», no caps",
    "recovery codes «k4f@n2@-2m@n2@q» and «a8s@n2@-9f@n2@g»",
    "my last unused code is «@n4@ @n4@»",
    "резервный код «@n4@ @n4@»",
    "one of my ten Google backup codes is «@n4@ @n4@», I have used the rest",
    "I used backup code «@n4@ @n4@» yesterday",
    "Mein Backup-Code ist «@n4@ @n4@»",
    "the recovery code is «k4f@n2@-2m@n2@q»",
    "If the barcode does not scan, enter this key by hand: «@b8@»",
    "QR code broken? type «@b4@» into the app",
    "Clave manual: «@b8@»",
]
KEYS = [
    "phantom shows this when I press export: «@k88@»",
    "import «@k87@» into Solflare",
    "Anchor signs with «SC@B54@», please move it to the HSM",
    "my 2fa seed in base32 «@B32@»",
    "Leaver checklist: deactivate «2/8@n15@/4@n15@:@h32@», wipe phone",
    "webex bot created, save this now: «@a64@_PE93_@h8@-@h4@-@h4@-@h4@-@h12@»",
    "upctl wants a token, here: «ucat_01@B24@»",
    "[solana]\nkeypair = «[@o64@]»",
    "cat ~/.config/solana/id.json\n«[@o64@]»",
    "my keypair file is «[@o64@]»",
    "printf '«[@o64@]»' > ~/.config/solana/id.json",
    "advanced:\n  network_key: «[@o16@]»\n",
    f"algorand account mnemonic: «{SEED} {SEED} orbit»",
    "const secretKey = Uint8Array.from(«[@o32@]»)",
    "const PRIVATE_KEY: [u8; 16] = «[@o16@]»;",
]
CODE = [
    "aes-128 master key (base64) «@a22@==»",
    "encryption key (hex) «@h32@»",
    "$config['encryption_key'] = hex2bin('«@h32@»');",
    'SECRET_KEY = Convert.FromHexString("«@h32@»");',
    'let secret_key = hex!("«@h32@»");',
    "$secretKey = pack('H*', \"«@h32@»\");",
    'cfg := Config{Addr: ":8080", SessionKey: []byte("«@a32@»")}',
    'store := sessions.NewCookieStore([]byte("«@a32@»"))',
    'let encryptionKey = Data(base64Encoded: "«@a32@»")',
    'let signing_key = SigningKey::from_bytes(&hex::decode("«@h64@»"))',
    'aesKey, _ := hex.DecodeString("«@h32@»")',
    "cloudflared service install «eyJhIjogI@a120@»",
    "flyctl auth token\n«FlyV1 fm2_@a80@,fm2_@a60@»",
    "oathtool --totp -b «@B32@»",
    "oathtool --totp=sha256 «@n40@»",
    'curl -u "«@h40@»:x" https://api.example.com',
    "curl -u «@h40@»:api_token https://api.example.com",
    "https://api.render.com/deploy/srv-cn1a2b3c4d?key=«@a11@»",
    "wandb login «@h40@»",
    "[b2]\ntype = b2\naccount = 0031f\nkey = «K006@a27@»",
]


# What is between the marks is the secret.
@pytest.mark.parametrize("template", [*NATIVE, *DOORS, *PHRASES, *KEYS, *CODE])
def test_what_is_told_is_found(template: str) -> None:
    for seed in range(3):
        text, secrets = "", set[int]()
        for number, part in enumerate(re.split("[«»]", drawn(template, seed))):
            secrets |= set(range(len(text), len(text) + len(part))) if number % 2 else set()
            text += part
        found = DETECTOR.find(text)
        covered = {place for f in found for place in range(f.start, f.end)}
        missed = [text[place] for place in sorted(secrets - covered) if text[place].isalnum()]
        assert not missed, template
        assert all(secrets & set(range(f.start, f.end)) for f in found), template


@pytest.mark.parametrize(
    "template",
    [
        # what is said of passwords, and not one of them
        "Пароль должен содержать минимум 8 символов и одну цифру.",
        "Сброс пароля для отдела №12: заявка 4521.",
        "Κωδικός προϊόντος: ΑΒΓ1234",
        "密码长度为8到16位，必须包含数字。",
        "密码为空时返回错误码1002",
        "パスワードは半角英数字8文字以上16文字以内で設定してください。",
        "비밀번호는 영문 숫자 조합 10자리 이상이어야 합니다.",
        "كلمة المرور يجب أن تحتوي على 8 أحرف على الأقل",
        "Mật khẩu phải có ít nhất 8 ký tự.",
        "Password reset failed in com.acme.Outer$Inner",
        "the password field is Required*Field in the form",
        # numbers that open nothing
        "user code: 8684 lines were removed",
        "error code 4402 at the kiosk",
        "fix the keypad separator (closes: #748734, #749112)",
        "the master code review took 20 minutes, branch 1234",
        "le bâtiment est 1932, rénové en 2004",
        "he sent me 2000 emails by text this year",
        "she sent me 5000 euros by bank transfer",
        "The app shows 1200 errors per hour",
        "you need to type float32 here",
        # words and groups
        "The letter opens with the words dear friends welcome home",
        "My backup drive opens with disk utility",
        "The words on the slide: growth revenue margin customers",
        "recovery code was merged in 20241012",
        "the passphrase is stored encrypted inside vault server",
        "the passphrase is too short and weak",
        "the contraseña es demasiado corta para usar",
        "I typed some of the words into metamask",
        "this that with from have been 24px 32px",
        "0000010 6f2e 6465 6c6c 6f20 7765 6c63 6f6d 6520",
        # what only looks like a key
        "https://explorer.example.com/tx/@k88@",
        "event evt_01@B24@ token count 5",
        "seed = [0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]",
        "ratio 2/16026381947665:45",
        # code, commands and settings
        "https://api.example.com/deploy/status?key=production",
        "curl -u averyveryverylongusername: https://x.example",
        'oathtool --totp -b "$SECRET"',
        "admin / worker_pool12",
        'connect(user="app", dsn="db/XEPDB1")',
        "smtp_sasl_password_maps: [smtp.example.net]:587",
    ],
)
def test_what_only_looks_so_is_left(template: str) -> None:
    text = drawn(template, 1)
    assert not [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == SECRET]


@pytest.mark.parametrize("around", ["%s", "%s.", "«%s»", "typed %s", "%s now"])
def test_a_key_typed_in_groups_may_begin_or_end_a_text(around: str) -> None:
    key = "k3ow 7xqz 4mfa j2rt b6yc u5hd"
    text = around % key
    assert [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == SECRET] == [key]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Votre code de confirmation est le 990438.", "990438"),
        ("El código de verificación es el 482913", "482913"),
        (
            "recovery code 1 of 8 for the admin login: EPYLx5ZCC6Ad7KS3kEYI9Vqh",
            "EPYLx5ZCC6Ad7KS3kEYI9Vqh",
        ),
    ],
)
def test_codes_behind_an_article_or_a_count(text: str, secret: str) -> None:
    assert secret in [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == SECRET]
