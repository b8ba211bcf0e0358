"""How a text joins a key and its value: the expressions for each layout."""

import re
from typing import Final

Q: Final = r"\\{0,7}[\"'`]"
# All that `\s` stands for, one by one: a class of its own is looked up twice as soon as a category.
_SPACE: Final = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_TAG: Final = r"</?(?!t[rh]\b)[A-Za-z][^<>\n]{0,60}>"
# Calls that only read, copy or decode what they are given: `String::from("…")`, `new String(decode("…"))`.
_MAKE: Final = (
    r"(?=(?:\w{1,12}:\s?)?(?:new\s)?[A-Za-z_][\w.:]{0,56}+\()"
    r"(?:(?:\w{1,12}:\s?)?(?:new\s)?(?:[\w.:]{1,40}(?:\.|::))?(?:String|string|from|from_bytes|from_slice|new|of|decode|getDecoder|GetBytes|getBytes|Data|fromHex|"
    r"FromBase64String|to_string|SecretStr|Secret|SecretString|Some|Ok|b64decode)\((?:\)\.)?&?(?:\w{1,16}:\s?)?){1,4}"
)
_LEAD: Final = (
    # a scheme, the name of a digest, or a look-up whose default follows
    r"(?:(?:Bearer|Basic|Token|ApiKey|Digest|bearer|basic|token)\s{1,3}|(?:sha(?:1|256|512)|v[01])=)?"
    # or the function that reads its bytes or digests it, or how a router or a registry wrote it
    rf"(?:(?:(?:\\{{0,7}}[\"'])?\{{\{{\s?|Buffer\.from\(|(?:(?:bytes\.|bytearray\.)?fromhex|(?:\w{{1,16}}\.){{0,3}}(?:b64decode|unhexlify|DecodeString|"
    r"hex2bin|base64_decode|FromHexString|hexToBytes|hex_to_bytes|decodeHex|decode_hex|from_hex|hex!|a2b_hex|a2b_base64|strict_decode64|urlsafe_decode64|decode64|"
    r"GetBytes)|atob|(?i:(?:old_)?password|md5|sha[0-9]{0,3}|crypt|encrypt|hash|hashpw|make|some|string|bytes|str|n?varchar|"
    r"jsonencode|(?:ConvertTo-)?SecureString|SymmetricKey)|Secret\w{0,8})"
    rf"\(\s{{0,2}})(?=[bB]?{Q})|\[\]byte\(\s{{0,2}}(?={Q})|pack\(\s?[\"']H\*[\"'],\s{{0,2}}(?={Q})|[\w.]{{1,30}}\(\s{{0,2}}{Q}[\w.-]{{1,40}}{Q}\s{{0,2}},\s{{0,2}}(?:fallback\s?=\s?|default\s?=\s?)?|[A-Z]\w{{1,16}}\(\s{{0,2}}(?:default\s?=\s?)?(?={Q}))?"
    r"(?:[0-9][ \t](?=\S{8})|(?:(?:irreversible-)?cipher|simple|plain(?:text)?|encrypted|hashed|ENC|ascii(?:-text)?(?:\s[0-9])?|"
    r"hex(?:adecimal)?|REG_(?:SZ|BINARY|EXPAND_SZ)|/t\sREG_SZ\s/d|md5|!!\w{1,10})\s{1,8}|[|>][+-]?\n\s{1,16}|!!\w{1,10}\s)?"
    r"(?:\(\w{1,24}\s(?=[\"']))?(?:\(?ConvertTo-SecureString\s(?:-String\s|-AsPlainText\s|-Force\s){0,3})?"
    r"(?:(?:Bearer|Basic|Token)\s?[\"']\s?[+.,]\s?)?(?:string\([0-9]{1,4}\)\s|value\s(?=\S{8}))?\(?(?:(?:tried|use|try)\s)?(?:\"(?=\\\"))?"
    rf"(?:{_MAKE}(?={Q})|'\"'(?=\"'))?"
    # an environment variable whose default follows
    rf"(?:(?:<%=\s?)?[\w.\[\]'\"]{{1,60}}\s(?:\|\||\?\?|or)\s(?={Q}))?"
    rf"(?:[bBfFrRuUN@]{{1,2}}(?={Q}))?"
)
_TAKEN: Final = (
    r"(?:\\{0,7}\"(?:\"\")?(?:(?:Bearer|Basic|Token|ApiKey)\s{1,3})?(?P<d>[^\"\\\n]{1,2048})"
    r"|\\{0,7}'(?:'')?(?:(?:Bearer|Basic|Token|ApiKey)\s{1,3})?(?P<s>[^'\\\n]{1,2048})"
    r"|`(?P<t>[^`\n]{1,2048})|[\u201c\u201e\u00ab\u300c]\s?(?P<g>[^\s\u201c\u201d\u00bb\u300d]{1,128})"
    r"|<!\[CDATA\[(?P<c>[^\]\n]{1,2048})"
    rf"|(?P<b>[^{_SPACE}\"'`\\<>;]{{1,2048}}))"
)
# What a sentence puts between a key and its value.
_IS: Final = (
    r"is|was|are|were|ist|lautet|hei\u00dft|heisst|es|est|c'est|is\sthe|est\sle|es\sel|\u00e9|\u00e8|\u00e4r|er|on|je|to|jest|la|ir|\u00e9s|este|sunt|sind|zijn|son|adalah|ialah|saya|nya|anda|hai|ni|hat|van|var|"
    r"\u044d\u0442\u043e"
)
# And what says since when
_STILL: Final = (
    r"(?:now|still|literally|just|simply|actually|currently|always|again|immer\snoch|noch\simmer|noch|jetzt|nun|weiterhin|maintenant|toujours|"
    r"ahora|todav\u00eda|siempre|agora|ainda|sempre|adesso|ancora|nu|nog\ssteeds|fortfarande|teraz|nadal|st\u00e1le|n\u00e5|fortsatt)\s"
)
VALUE: Final = re.compile(
    rf"(?:\?(?={Q}))?(?:{Q})?\]?\)?(?:{Q}(?=\s?,))?(?:\[[^\]\n]{{0,12}}\])?(?:\*{{1,2}}(?=[ :]))?(?:\s(?:\([^()\n]{{1,24}}\)|\[[^\]\n]{{0,24}}\])(?=\s?[:=])|\s\((?i:base64|b64|hex|hexadecimal|base32|raw|ascii|utf-?8)[\w, -]{{0,12}}\)(?=\s[\w+/-]{{16}})|,\s(?:_|err|ok)(?=\s:?=))?"
    r"(?P<sep>:\s?[&A-Za-z][\w.&<>\[\]|?]{0,30}\s?=\s{0,2}(?=[\"'`]|[A-Z]\w{1,16}\()"
    rf"|\(\)[^\n]{{0,16}}:\s{{1,16}}return\s(?={Q})"
    r"|(?:\s{0,4}|[ \t]{5,40})\\?(?:=>|:=|\?=|<-|!==?|===|\?\?|[|]{2}=?|\?\?=|&&=|==?|::?)(?:[*_]{1,2}(?=\s))?(?:\s|&nbsp;|\\(?=\n)){0,4}[ \t]{0,24}(?:\*\*|__)?|\uff1a\s?"
    rf"|\s(?:string|str|String)\s?=\s?|\s{{1,3}}(?:{_IS})\s{{1,3}}(?:{_STILL}|set\sto\s)?(?::\s{{0,4}}[ \t]{{0,12}}|:?\s?)"
    r"|\s{0,2}\.{3,80}:?\s?|\s\.\s(?=[\"'])|\](?=\S)|\\{0,7}\";s:[0-9]{1,4}:(?=\\{0,7}\")|\?[\"']?\s{1,3}[A-Za-z]{1,12}[:>]\s|[\"'](?:\r?\n|\\{1,7}r\\{1,7}n){2}|[\"']?,?\swith:?\s(?=[\"'])"
    r"|\s{1,3}(?:->|-->|\u2192|\u2190|\u2013|\u2014|-)\s{1,3}|'s\s{1,2}"
    r"|:?\s{0,4}\n[-=~]{3,40}\n\s{0,4}|:\}\s{0,2}\\{1,4}\w{2,8}\{|\s(?:FROM|from|TO)\s(?=[\"'])|(?<=\))\s?\{\s?(?=[\"'])|\{(?=\")|/[a-z]{0,3}\){1,2},\s?(?=[\"'])"
    # arguments, the next link of a chain of calls, a cell of a table, text between tags
    r"|\s{0,3},(?:\s{0,3}|[ \t]{4,40})(?=\\{0,7}[\"'])|\s{1,4}(?=\\{0,7}[\"'`])"
    rf"|</th>\s{{0,8}}<td[^<>\n]{{0,60}}>(?:\s{{0,4}}{_TAG})?\s{{0,4}}|\(\s{{0,2}}(?=(?:\w{{1,16}}\()?[bnruBNRU]?{Q}|{_MAKE}{Q})|{Q}?\]?\)\.\w{{2,20}}\(\s{{0,2}}(?={Q})"
    rf"|\s{{1,20}}[|]\s{{1,4}}|:?(?:\s{{0,8}}{_TAG}){{1,4}}\s{{0,8}}"
    r"|(?:\s[^<>\n]{0,60})?>(?:\s{0,20}<(?i:value|string|text|data|secret|content|plaintext)>)?\s{0,8}|[ \t]{2,40}(?=[^\s:=])|\s{1,3}(?=[^\s:=]))"
    + _LEAD
    + _TAKEN
)
# `{"name": "DB_PASS", "value": "…"}`, `<add key="…" value="…"/>`, `variable "…" { default = "…" }`
NAMED: Final = re.compile(
    rf"(?:\s(?:field|input|box|textbox))?\??(?:{Q}?[\])]{{1,2}})?{Q}?\s{{0,3}}(?::\s{{0,3}}\{{|:\s?(?=\n)|,\s?\{{|[,{{]|>\s{{0,3}}<)?(?:\s|\\{{1,7}}[nrt]){{0,20}}(?:-\s)?"
    rf"(?:{Q}\w{{1,16}}{Q}\s?:\s?(?:{Q}[\w #./-]{{0,32}}{Q}|[\w.]{{1,12}})\s?,\s{{0,8}}){{0,3}}(?:[\w-]{{1,16}}\s{{0,8}}[:=]\s?\"?\w{{1,20}}\"?\s{{1,20}}){{0,2}}{Q}?(?:[a-z]{{1,12}}:(?=value))?"
    # what none of them can be is sooner seen by what follows it
    rf"(?=[\w-]{{1,40}}+{Q}?\s{{0,8}}[=:>])"
    r"(?:(?:[a-z]{0,12}[_-]?)?(?:value|val)|default|content|text|string|plaintext|cleartext|secure|encrypted|literal|raw|inline|answer|new|[SN](?=\\{0,7}\"))"
    # OTLP says of which type a value is
    rf"{Q}?\s{{0,8}}[=:>]\s{{0,3}}(?:\{{\s{{0,12}}{Q}(?:string|bytes)_?value{Q}\s{{0,3}}:\s{{0,3}})?"
    + _TAKEN,
    re.IGNORECASE,
)
# `the password for the office is "…"`, `password (temporary): …`
SPOKEN: Final = re.compile(
    r"(?:\sto\s{1,2}(?=[\"'`]|\S{0,64}[0-9])|(?:\s(?:'?[a-z]{3,5}://[^\s]{1,60}|[\w'()./@%+-]{1,40}),?){1,7}?"
    rf"(?:\s(?:{_IS}|it's|equals)(?!\w)\s{{0,2}}:?\s{{0,2}}(?:{_STILL})?(?=[\"'`\u201c\u201e\u00ab]|\S{{0,64}}[0-9]|[^\W\d_]{{3,16}}[!#$%&*^][^\W\d_])|\?\s{{1,2}}(?=\S{{0,64}}[0-9])|[ ]?[:=]\s{{0,4}}|\s(?:-|\u2013|->|\u2192)\s)"
    r"|,?\s(?:prompt\s)?(?:just\s)?(?:type|use|enter|try|give)\s{1,2})(?:tried\s)?" + _TAKEN
)
# `das Passwort vom Router auf "…"`: what a word of direction turns a password into
TURNED: Final = re.compile(
    r"\s(?:(?:auf|para|naar|til|till|na|en|a|in|su|con|to)\s{1,2}(?=[\"'`]|\S{0,64}[0-9])"
    r"|(?:from|von)\s{1,2}(?=\S{6,64}\s(?:to|auf|zu)\s\S{6}))" + _TAKEN
)
FEW_WORDS: Final = re.compile(r"(?:\s[\w'-]{1,16}){0,4}")
# A password that Google issues for a program
FOUR_GROUPS: Final = re.compile(
    rf"(?:{Q})?\s?[:=]\s?(?:{Q})?(?P<b>(?:[a-z]{{4}}[ ]){{3}}[a-z]{{4}})(?![ ]?\w)"
)
# `the password of the vault is wombat.yarrow.dahlia.cobalt`: words that one sign joins
JOINED: Final = re.compile(
    rf"(?:[ ][\w'-]{{1,16}}){{1,7}}?(?:[ ]?:|[ ](?:{_IS}))[ ]{{1,3}}[\"'`]?"
    r"(?P<b>[a-z]{3,12}(?P<sign>[-_.])[a-z]{3,12}(?:(?P=sign)[a-z]{3,12}){1,6})(?![\w(/@:=-]|\.\w)"
)
# `passphrase: kettle borrows lantern 7`, to the end of the line and no sentence.
PHRASE: Final = re.compile(
    r"(?:\s{0,3}|(?:\s[\w'-]{1,16}){1,6}?\s?(?=[:][ ][a-z]{3,12}(?:[ ][a-z]{3,12}){3}))[:=][ ]{1,3}"
    # the first two words, which say soonest that none are there
    r"(?=(?:[A-Za-z0-9]{2,16}[ -]){2})"
    r"(?![^\n]{0,160}\b(?:an?|and|are|at|be|been|can|do|for|if|in|is|it|may|must|no|none|not|of|on|or|should|that|the|"
    r"this|to|was|will|with|you|your)\b)"
    r"(?P<b>(?:[A-Za-z0-9]{2,16}[ -]){2,11}[A-Za-z0-9]{1,16})[ \t]{0,4}(?=$|[\r\n]|\\{1,7}[nr])",
    re.IGNORECASE,
)
