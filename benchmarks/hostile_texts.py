"""Texts that somebody repeats to make detection slow: a piece for every kind of rule and helper.

The benchmark measures them at doubling lengths, and a test counts the work that they cause.
"""

from collections.abc import Iterator

from spanveil.redaction.detection._tokens import TOKENS

PIECES = (
    # separators, letters, digits
    ".", "a.", "-", "=", ":", "_", "a_", "a-", "a", "A", "a b ", "1", "1.", "1-", "(1", "1 ", "12 ", "123456789 ", "\n", " ",
    "\t", '"', "\x00", "<", "{", "[", '["a",', "abcdefghij" * 5 + " ", "{\"a\":",
    # encodings
    "\\", "\\n", "\\u", "\\u0041", "\\x41", "%", "%41", "%40", "&", "&#64;", "&amp;", "&#1", "&a", "aGVsbG8g", "aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ ",
    "68656c6c6f", "68656c6c6f776f726c6468656c6c6f ", "a\u200b", "\uff21", "\u0430", "\U0001f600", "\u00a0", "\u0661", "\u00e9", "\u00c9 ",
    # secrets
    "password is ", "password=Ab1", "password=a,", "password=a&", "token ", "token=", "token={", "sid=1", "sid==", "sid=|", "jwt={", "psk: ", "psk={", "senha=", "clave: ", "pass={", "cookie={", "session=", "AGE-SECRET-KEY-1=", "sms code1", 'password="\'', '\\"password\\": \\"', "password'='", "<password>", "<password a=", '{"password":', '"name": "DB_PASSWORD", "value": ', "- name: DB_PASSWORD\n", "Credential ",
    "key", "key=", "key_", 'secret" ', "secret, ", "secret) ",
    "pass <b>", "a=b&", "cookie: a=b; ", "Bearer ", "://", "://a:b", "://a:", "-u ", "-u a:", "machine a login b password ", "-----BEGIN ",
    "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\n-----END ", "PuTTY-User-Key-File", "PuTTY-User-Key-File Private-Lines: ",
    "identified by ", "mnemonic ", "mnemonic abc ", "seed phrase ", "$2a$", "{SSHA}", "eyJ", ":5432:a:b:", 'auth":"',
    # structured data
    "@", "a@", "a@b.", "ssn ", "ssn 123 ", "phone ", "phone 1 ", "card 4 ", "dob 1 ", "born January ", "account number 1 ", "driver A1 ", "passport A1 ",
    "DE12 ", "DE12AAAA", "GB 12 ", "GB82 WEST 1234 5698 7654 32 ", "GB00A1 B2A1 B2A1 B2 ", "A1", "1.1.1.1 ", "1.1.1.", "::", "a::", "ab:", "ab:cd:ef:", "ab-",
    "1" + "A" * 25 + " ", "0x" + "a" * 40 + " ", "bc1qqqqqqqqqqq ", "*" + "A" * 40 + " ", "K", "M" + "a" * 23 + "." + "b" * 6 + ".",
    # names and places
    "Aa ", "Aa-", "Aa'", "A. ", "A.B", "d'A ", "A\n", "1\n", "Aa Bb Cc Dd Ee, ", "Anna van der ", "Camel", "Aberg ", "North ", "New-", "St. ",
    "Dr. A ", "name is ", "name ", "name=A ", "name: A ", 'name:"', 'name: "A', 'city="Aaa', "my name is ", "my name is ada ", "in Paris ", "a,", "ab,cd,",
    "name,city\n", "name,city\nA,B\n", "name,city,id\n1,2\n", "12 Oak ", "12 Oak, ", "1 A ", "1 Oak Street, ", "1 Oak St, A, B, C, ", "1 A, B, IL ", "Flat 1 A ", "Unit 1 ", "PSC a ",
    "P.O. Box 1, ", "rue A ", "1 rue ", "Aastr. ", "Aa-Weg 1, ", "live at 1A ", "address is 1 A ", "address ",
    # tables and statements: their heads are HEADS, or stand again and again
    "user,password\n", "user,password\nbob,Ab1!cdef\n", "| user | password |\n", "password,", "COPY users (id, password) FROM stdin;\n", "INSERT INTO users (id,password) VALUES (1,'Ab1!cdef');\n",
    "bob,Ab1!cdef\n", "(1,'Anna Bell','Ab1!cdef'),", "1\tbob\tAb1!cdef\n", "| bob | Ab1!cdef |\n", "bob,Ab1!cdef\\n", "Ab1!cdef,", "DE12;ok\n",
    # what is redacted already
    "[redacted:", "[redacted]", "[redacted:prompt:4]",
)  # fmt: skip

HEADS = {
    "bob,Ab1!cdef\n": "user,password\n",
    "(1,'Anna Bell','Ab1!cdef'),": "INSERT INTO users (id,name,password) VALUES ",
    "1\tbob\tAb1!cdef\n": "COPY users (id, login, password) FROM stdin;\n",
    "| bob | Ab1!cdef |\n": "| user | password |\n|---|---|\n",
    "bob,Ab1!cdef\\n": '{"content":"user,password\\n',
    "Ab1!cdef,": "password," * 40 + "id\n",
    "DE12;ok\n": "iban;status\n",
}
"""What stands once, before the first of the pieces."""


def hostile_pieces() -> Iterator[str]:
    """Yield every piece: those above, and each token's anchor alone and with a body begun."""
    yield from PIECES
    for rule in TOKENS:
        yield rule.anchor
        yield f"{rule.anchor}aA1"
        yield f"{rule.anchor}{'0' * 31} "


def text_of(piece: str, length: int) -> str:
    """Return a text of exactly that length."""
    return (HEADS.get(piece, "") + piece * (length // len(piece) + 1))[:length]
