"""Calls whose argument is a key: the end of the function's name, and what stands before the key."""

from typing import Final

from spanveil.redaction.detection._command_rows import ARGUMENT, STRING, Q

# A call whose argument is a key: the end of its name, and what stands before the key.
CALLS: Final = (
    ("hmac.new(", rf"\s{{0,4}}{STRING}"),
    ("createHmac(", rf"{Q}[\w-]{{1,16}}{Q}\s{{0,3}},\s{{0,3}}{STRING}"),
    ("Fernet(", rf"\s{{0,4}}{STRING}"),
    ("SecretKeySpec(", rf"\s{{0,4}}{STRING}"),
    ("AES.encrypt(", rf"[^,\n]{{1,80}},\s{{0,3}}{STRING}"),
    ("AES.decrypt(", rf"[^,\n]{{1,80}},\s{{0,3}}{STRING}"),
    ("bcrypt.compare", rf"(?:Sync)?\(\s{{0,3}}{STRING}"),
    ("bcrypt.hash", rf"(?:Sync|pw)?\(\s{{0,3}}{STRING}"),
    ("password_hash(", rf"\s{{0,3}}{STRING}"),
    ("password_verify(", rf"\s{{0,3}}{STRING}"),
    ("AES.new(", rf"\s{{0,4}}{STRING}"),
    ("jwt.encode(", rf"[^,\n]{{1,80}},\s{{0,3}}{STRING}"),
    ("jwt.decode(", rf"[^,\n]{{1,80}},\s{{0,3}}{STRING}"),
    ("jwt.sign(", rf"[^,\n]{{1,80}},\s{{0,3}}{STRING}"),
    ("jwt.verify(", rf"[^,\n]{{1,80}},\s{{0,3}}{STRING}"),
    ("auth", rf"\w{{0,8}}\s{{0,3}}[=:]?\s{{0,3}}\(\s{{0,3}}{Q}[^\"'\\\n]{{1,64}}{Q}\s{{0,3}},\s{{0,3}}{STRING}"),
    ("Auth(", rf"\s{{0,3}}{Q}[^\"'\\\n]{{1,64}}{Q}\s{{0,3}},\s{{0,3}}{STRING}"),
    ("login(", rf"\s{{0,3}}{Q}[^\"'\\\n]{{1,64}}{Q}\s{{0,3}},\s{{0,3}}{STRING}"),
    ("Credential", rf"s?\(\s{{0,3}}{Q}[^\"'\\\n]{{1,64}}{Q}\s{{0,3}},\s{{0,3}}(?!{Q}[0-9a-f-]{{36}}{Q}\s?,){STRING}"),
    # Ruby calls so
    ("auth", rf"\w{{0,8}}\s{Q}[^\"'\\\n]{{1,64}}{Q}\s?,\s?{STRING}"),
    *(
        (name, rf"[^,\n()]{{1,80}},\s{{0,3}}{STRING}")
        for name in ("pgp_sym_decrypt(", "pgp_sym_encrypt(", "AES_ENCRYPT(", "AES_DECRYPT(", "aes_encrypt(", "aes_decrypt(", "PGP_SYM_DECRYPT(", "PGP_SYM_ENCRYPT(")
    ),
    *((name, rf"\s{{0,3}}N?{STRING}") for name in ("cryptByPassPhrase(", "CRYPTBYPASSPHRASE(")),
    ("getConnection(", rf"[^,\n]{{1,160}},\s{{0,3}}{Q}[^\"'\\\n]{{1,64}}{Q}\s{{0,3}},\s{{0,3}}{STRING}"),
    ("mysqli", rf"(?:_connect)?\([^,\n]{{1,128}},[^,\n]{{1,128}},\s{{0,3}}{STRING}"),
    ("Client(\"AC", rf"[0-9a-f]{{32}}{Q}\s{{0,3}},\s{{0,3}}{STRING}"),
    ("Client('AC", rf"[0-9a-f]{{32}}{Q}\s{{0,3}},\s{{0,3}}{STRING}"),
    ("secrets.put(", rf"{Q}[^\"'\n]{{1,64}}{Q}\s?,\s?{Q}[^\"'\n]{{1,64}}{Q}\s?,\s?{STRING}"),
    ("ipheriv(", rf"{Q}[\w-]{{1,24}}{Q}\s?,\s?(?:Buffer\.from\()?{STRING}"),
    *((name, r"([^'\\\n]{4,128})'") for name in ("MD5('", "SHA1('", "SHA2('", "md5('", "sha1('", "crypt('")),
    ("CLIENT_RANDOM ", "([0-9a-fA-F]{64} [0-9a-fA-F]{96})"),
    ("SAMLResponse=", "([A-Za-z0-9+/%=_-]{60,20000})"),
    ("SAMLRequest=", "([A-Za-z0-9+/%=_-]{60,20000})"),
    ("asicAuth ", rf"{Q}[^\"'\\\n]{{1,64}}{Q}\s{{1,2}}{STRING}"),
    ("basic_auth", rf"[,:]\s{{0,2}}\{{\s?{Q}[^\"'\\\n]{{1,64}}{Q}\s?,\s?{STRING}"),
    ("HeaderValue(", rf"\s?{Q}(?:Basic|Bearer|Token|ApiKey){Q}\s?,\s?{STRING}"),
    ("new PDO(", rf"[^,\n]{{1,200}},[^,\n]{{1,128}},\s{{0,3}}{STRING}"),
    ("PlainText ", ARGUMENT),
    ("ConvertTo-SecureString", rf"\s(?:-String\s)?{STRING}"),
    # Composer's auth.json: a token under the name of its host
    *(
        (name, rf"{Q}\s{{0,3}}:\s{{0,3}}\{{(?:\s|\\{{1,7}}[nrt]){{0,20}}{Q}[\w.-]{{1,64}}{Q}\s{{0,3}}:\s{{0,3}}{STRING}")
        for name in ("hub-oauth", "lab-oauth", "lab-token", '\"bearer')
    ),
)  # fmt: skip
