"""Programs, and where on their command lines a secret stands: one row for each."""

from typing import Final

Q: Final = r"\\{0,7}[\"']"
WORDS: Final = r"[^\n|;&]{0,160}?"
ARGUMENT: Final = rf"(?:{Q}([^\"'\\\n]{{3,256}})(?={Q})|(?:{Q})?([^\s\"'\\|;&]{{3,256}}))"
TYPED: Final = rf"(?:[0-9]\s)?{ARGUMENT}"
STRING: Final = rf"[bfru]?{Q}([^\"'\\\n]{{3,256}}){Q}"
# The program, and how its option for a password is written.
OPTIONS: Final = (
    ("mysql", rf"(?:dump|admin|import|sh)?\s{WORDS}(?<=\s)-p{ARGUMENT}"),
    ("mariadb", rf"(?:-dump|-admin)?\s{WORDS}(?<=\s)-p{ARGUMENT}"),
    # Oracle's tools take a user's name and a password as one argument
    *(
        (
            name,
            rf"[\w.$#-]{{1,32}}/(?:{Q})?(?=\S{{0,64}}[0-9])([^\s\"'\\|;&/]{{4,128}}?)(?=(?:{Q})?(?:@[\w/:.-]{{2,160}})?(?:\s|$))",
        )
        for name in ("expdp ", "impdp ", "rman target ", "CONNECT ", "connect ", "conn ", "sqlldr ")
    ),
    ("rclone obscure ", ARGUMENT),
    # what installs or logs in a program with nothing but a token
    ("cloudflared", rf"(?:\.exe)?\sservice\sinstall\s{ARGUMENT}"),
    *(
        (name, rf"(?:-\S{{1,24}}\s){{0,3}}(?:{Q})?([A-Za-z0-9_-]{{20,200}})(?=(?:{Q})?(?:\s|$))")
        for name in ("wandb login ", "cargo login ", "snyk auth ", "cachix authtoken ")
    ),
    ("config set --secret ", rf"(?:-\S{{1,24}}\s){{0,2}}[\w:.-]{{1,64}}\s{ARGUMENT}"),
    ("activate-refresh-token ", rf"\S{{1,64}}\s{ARGUMENT}"),
    ("civo apikey ", rf"(?:save|add)\s\S{{1,64}}\s{ARGUMENT}"),
    (
        "ykman oath ",
        rf"(?:accounts\s)?(?:add|uri)\s(?:-\S{{1,24}}\s){{0,4}}(?:{Q}[^\"'\n]{{1,64}}{Q}|\S{{1,64}})\s([A-Z2-7]{{16,64}})",
    ),
    ("bw unlock ", ARGUMENT),
    ("cypher-shell ", rf"{WORDS}(?<=\s)-p\s{ARGUMENT}"),
    ("-RecoveryPassword ", r"((?:[0-9]{6}-){7}[0-9]{6})"),
    ("cretsdump", rf"(?:\.py)?\s(?:{Q})?(?:[\w.-]{{1,64}}/)?[\w.$-]{{1,64}}:([^\s\"'@]{{3,128}})@"),
    ("LOGIN ", rf"[\w.@+-]{{1,64}}\s{STRING}"),
    ('"AUTH" ', rf"(?:{Q}[\w.-]{{1,64}}{Q}\s)?{STRING}"),
    ("mc config host add ", rf"\S{{1,64}}\s\S{{1,128}}\s\S{{1,64}}\s{ARGUMENT}"),
    ("esxcli ", rf"{WORDS}(?<=\s)-p\s{ARGUMENT}"),
    ("esxcli ", rf"{WORDS}(?<=\s)-c\s{ARGUMENT}"),
    ("secret-set-value ", rf"{WORDS}--base64\s{ARGUMENT}"),
    ("set_wlan ", rf"{Q}[^\"'\n]{{1,64}}{Q}\s{ARGUMENT}"),
    *(
        (name, rf"(?:-t\s\S{{1,32}}\s)?{STRING}(?=[^\n]{{0,60}}(?i:passw|passphrase|\bPIN\b))")
        for name in ("send-keys ", " stuff ", "xdotool type ", "input text ")
    ),
    ("operator unseal ", ARGUMENT),
    ("rasdial ", rf"(?:{Q}[^\"'\n]{{1,64}}{Q}|\S{{1,64}})\s[^\s/]\S{{0,64}}\s{ARGUMENT}"),
    ("-createCredential ", rf"\S{{1,64}}\s\S{{1,64}}\s{ARGUMENT}"),
    ("ssh-keygen", rf"\s{WORDS}(?<=\s)-N\s{ARGUMENT}"),
    ("ssh-keygen", rf"\s{WORDS}(?<=\s)-P\s{ARGUMENT}"),
    ("--encrypt ", rf"{ARGUMENT}(?:{Q})?\s\S{{3,128}}\s(?:40|128|256)\s"),
    ("--encrypt ", rf"\S{{3,128}}\s{ARGUMENT}(?:{Q})?\s(?:40|128|256)\s"),
    ("bundle config ", rf"(?:set\s)?(?:--\w{{1,8}}\s)?[\w.-]{{1,64}}\s[\w.@-]{{1,64}}:{ARGUMENT}"),
    # a shop of gems gives a name and a word that are one key
    (
        "bundle config ",
        r"(?:set\s)?(?:--\w{1,8}\s)?[\w.-]{1,64}\s(?:[\"'])?([0-9a-f]{8}:[0-9a-f]{8})(?!\w)",
    ),
    ("conan ", rf"(?:user|remote\slogin)\s{WORDS}(?<=\s)-p\s{ARGUMENT}"),
    ("encrypt_string ", ARGUMENT),
    ("7za ", rf"{WORDS}(?<=\s)-p{ARGUMENT}"),
    ("u: ", rf"\S{{1,64}}\s{{1,3}}p(?:w|ass)?:\s?{ARGUMENT}"),
    ("db2 connect ", rf"to\s\S{{1,32}}\suser\s\S{{1,32}}\susing\s{ARGUMENT}"),
    ("PRAGMA ", rf"(?:re|hex)?key\s?=\s?{ARGUMENT}"),
    (" KEY '", r"([^'\n]{6,128})'"),
    ("server-private ", rf"{WORDS}\skey\s{TYPED}"),
    (
        "authentication-key ",
        rf"[0-9]{{1,5}}\s(?:md5|sha\w{{0,4}}|type\s\w{{1,8}}\svalue)\s{TYPED}",
    ),
    ("vrrp ", rf"[0-9]{{1,3}}\sauthentication\s(?:text\s|md5\skey-string\s)?{TYPED}"),
    ("password level ", rf"[0-9]{{1,2}}\s(?:cipher\s|simple\s)?{ARGUMENT}"),
    ("createUser ", rf"\S{{1,64}}\s(?:MD5|SHA)\S{{0,4}}\s{ARGUMENT}"),
    (
        "createUser ",
        rf"\S{{1,64}}\s(?:MD5|SHA)\S{{0,4}}\s\S{{3,128}}\s(?:DES|AES)\S{{0,4}}\s{ARGUMENT}",
    ),
    ("nsupdate ", rf"{WORDS}-y\s?(?:hmac-\w{{3,8}}:)?[\w.-]{{1,64}}:{ARGUMENT}"),
    ("check_snmp ", rf"{WORDS}(?<=\s)-C\s{ARGUMENT}"),
    ("check_http ", rf"{WORDS}(?<=\s)-a\s(?:{Q})?[^\s:\"']{{1,64}}:{ARGUMENT}"),
    ("mcrcon ", rf"{WORDS}(?<=\s)-p\s{ARGUMENT}"),
    ("pihole ", rf"(?:-a\s-p|setpassword)\s{ARGUMENT}"),
    ("signtool ", rf"{WORDS}(?<=\s)/p\s{ARGUMENT}"),
    ("pm2 link ", rf"\w{{8,24}}\s{ARGUMENT}"),
    ("pm2 link ", ARGUMENT),
    ("user:password ", rf"(?:{Q})?[\w.@-]{{1,64}}(?:{Q})?\s{ARGUMENT}"),
    ("secret add ", rf"{WORDS}--data[\s=]{ARGUMENT}"),
    ("cf create-user", rf"\s\S{{1,64}}\s{ARGUMENT}"),
    ("mosquitto_passwd", rf"\s-\w{{0,3}}b\w{{0,3}}\s\S{{1,128}}\s\S{{1,64}}\s{ARGUMENT}"),
    (
        "doveadm ",
        rf"(?:auth\s(?:test|login)|pw)\s{WORDS}(?:\S{{1,64}}\s|-p\s){ARGUMENT}(?=(?:{Q})?\s{{0,2}}(?:$|\n))",
    ),
    ("radtest ", rf"\S{{1,64}}\s{ARGUMENT}\s\S{{1,64}}\s[0-9]"),
    ("dscl ", rf"\S{{1,64}}\s-passwd\s\S{{1,128}}\s{ARGUMENT}"),
    ("-setairportnetwork ", rf"\S{{1,16}}\s(?:{Q}[^\"'\n]{{1,32}}{Q}|\S{{1,32}})\s{ARGUMENT}"),
    ("mc alias set ", rf"\S{{1,64}}\s\S{{1,128}}\s\S{{1,64}}\s{ARGUMENT}"),
    ("sapcontrol ", rf"{WORDS}-user\s\S{{1,64}}\s{ARGUMENT}"),
    ("net ads ", rf"{WORDS}(?<=\s)-U\s?(?:{Q})?[^\s%]{{1,64}}%{ARGUMENT}"),
    ("net rpc ", rf"{WORDS}(?<=\s)-U\s?(?:{Q})?[^\s%]{{1,64}}%{ARGUMENT}"),
    ("rpcclient ", rf"{WORDS}(?<=\s)-U\s?(?:{Q})?[^\s%]{{1,64}}%{ARGUMENT}"),
    # keys of name servers, of time servers, of proxies; users of monit, of switches, of load balancers
    ("hmac-", r"(?:sha|md)[0-9-]{1,8}:[\w.-]{1,64}\s([A-Za-z0-9+/]{16,128}={0,2})(?=\s|$)"),
    (" HEX:", r"([0-9A-Fa-f]{16,128})(?![0-9A-Fa-f])"),
    (" ASCII:", r"(\S{6,64})(?=\s|$)"),
    ("allow ", r"[\w.-]{1,32}:(?=\S{0,40}[0-9])([^\s\"':/.][^\s\"':/]{4,63})"),
    ("$USER", r"[0-9]{1,3}\$\s?=\s?([^\s/]\S{5,127})"),
    *(
        (f"{scheme} ", rf"[\w.-]{{1,64}}\s[0-9]{{2,5}}\s\S{{1,64}}\s{ARGUMENT}\s{{0,4}}(?=$|\n)")
        for scheme in ("socks5", "socks4", "http")
    ),
    ("add system user ", rf"\S{{1,64}}\s{ARGUMENT}"),
    ("add aaa user ", rf"\S{{1,64}}\s(?:-password\s)?{ARGUMENT}"),
    ("user-name ", rf"(?:{Q})?[\w.@-]{{1,64}}(?:{Q})?\s(?:plaintext|sha1|sha256|hash)\s{ARGUMENT}"),
    # keys of a SIM card: 3GPP TS 35.206
    *(
        (f"{name}{sign}", r"\s?([0-9A-Fa-f]{32})(?![0-9A-Fa-f])")
        for name in ("Ki", "OPc", "OPC", "opc")
        for sign in ("=", ":")
    ),
    # macros and pads that type it
    *(
        (name, r"[\"']?([^\s{}\"',]{6,64})\{(?i:enter)\}")
        for name in (
            "Send, ",
            "Send ",
            "SendInput ",
            "SendInput, ",
            "SendKeys ",
            "SendKeys(",
            "SendText ",
        )
    ),
    *((name, rf"\s?{STRING}") for name in ("Unprotect ", "nprotectSheet ", ".Protect ")),
    # an argument of its own in an audit trail
    ('="-p', r"([^\s\"=]{5,64})\""),
    ("/private-", r"([0-9a-f]{32})(?![0-9a-f])"),
    ("random_password", rf"{Q}[^\n]{{0,400}}?{Q}result{Q}\s?:\s?{STRING}"),
    ("appid=", r"([0-9a-f]{32})(?![0-9a-f])"),
    ("-1:", r"([A-Za-z0-9+/]{86}==)"),
    ("auth-pass ", rf"\S{{1,64}}\s{ARGUMENT}"),
    ("ftp> user ", rf"\S{{1,64}}\s{ARGUMENT}"),
    ("open -u ", rf"[^\s,]{{1,64}},{ARGUMENT}"),
    ("password-command", rf"[=\s]{{1,2}}(?:{Q})?echo\s(?:-n\s)?{ARGUMENT}"),
    ("set-agent-token ", r"[\w-]{1,24}\s([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"),
    *(
        (name, r"([^{}\n]{3,128})\}(?=;|$|[\"'])")
        for name in ("Pwd={", "PWD={", "pwd={", "Password={", "PASSWORD={")
    ),
    ("cred", rf"\w{{0,12}}\s?[=:]\s?[(\[]\s?{STRING}\s?,\s?{STRING}"),
    # a name and a password that are about to be encoded
    *(
        (name, rf"\s{{0,3}}[bu]?{Q}[\w.@+-]{{1,64}}:([^\"'\\\n{{}}$]{{3,128}}){Q}")
        for name in (
            "btoa(",
            "b64encode(",
            "base64_encode(",
            "encode64(",
            "Buffer.from(",
            "GetBytes(",
            "[]byte(",
        )
    ),
    ('"-u" a', r'[0-9]="[^\s:"]{1,64}:([^\s"]{3,128})"'),
    ("APPID", r"[\"']?(?:\s?[:=]\s?|,\s?\"value\"\s?:\s?|\sto\s)[\"']?([0-9a-f]{32})(?![0-9a-f])"),
    ("chpasswd <<< ", rf"(?:{Q})?[\w.-]{{1,32}}:{ARGUMENT}"),
    (
        "kv put ",
        r"(?:-\S{1,40}\s){0,3}\S{1,128}\s[\w.-]{1,64}=(?=\S{0,64}[0-9])([^\s\"'$@|;&]{6,256})",
    ),
    ("secrets set ", r"(?:-\S{1,40}\s){0,3}[\w.-]{1,64}=(?=\S{0,64}[0-9])([^\s\"'$@|;&]{6,256})"),
    (
        "secret create ",
        r"[^\n|;]{0,120}?--from-literal[= ](?:[\"'])?[\w.-]{1,64}=([^\s\"'$|;&]{4,256})",
    ),
    (
        "config:set ",
        r"(?:-\S{1,40}\s){0,3}[\w.-]{1,64}=(?=[^\s/]{0,64}[0-9])(?=\S{0,64}[A-Z])([^\s\"'$@|;&/]{20,256})",
    ),
    ("kadmin", rf"(?:\.local)?\s{WORDS}(?<=\s)-w\s{ARGUMENT}"),
    ("ipa-server-install", rf"\s{WORDS}(?<=\s)-a\s{ARGUMENT}"),
    ("ipa-server-install", rf"\s{WORDS}(?<=\s)-p\s{ARGUMENT}"),
    (
        "security ",
        rf"(?:add|find|set|unlock|import|create)[a-z-]{{0,32}}\s{WORDS}(?<=\s)-[wpP]\s{ARGUMENT}",
    ),
    ("altool ", rf"{WORDS}(?<=\s)(?:-p|--password)\s((?:[a-z]{{4}}-){{3}}[a-z]{{4}})"),
    ("rar ", rf"\w{{1,2}}\s{WORDS}(?<=\s)-h?p{ARGUMENT}"),
    (
        "<<E",
        rf"[OTN]?[FD]?\w{{0,3}}['\"]?\n(?:[^\n]{{0,80}}\n){{0,2}}user\s\S{{1,64}}\s{ARGUMENT}",
    ),
    ("openstack ", rf"{WORDS}(?<=\s)--(?:os-)?password\s{ARGUMENT}"),
    ("curl ", rf"{WORDS}(?<=\s)-\w{{0,6}}u\s?(?:{Q})?[^\s:\"'\\]{{1,64}}:([^\s\"'\\]{{3,128}})"),
    ("kaggle ", rf"{WORDS}(?<=\s)-v\s{ARGUMENT}"),
    ("key1 ", r"\s{0,20}\w{4,12}\s{1,20}([A-Za-z0-9+/]{86}==)"),
    ("key2 ", r"\s{0,20}\w{4,12}\s{1,20}([A-Za-z0-9+/]{86}==)"),
    ("sshpass", rf"\s{{1,3}}-p\s{{0,2}}{ARGUMENT}"),
    ("docker login", rf"{WORDS}\s(?:-p|--password)[\s=]{ARGUMENT}"),
    ("podman login", rf"{WORDS}\s(?:-p|--password)[\s=]{ARGUMENT}"),
    ("helm registry login", rf"{WORDS}\s-p[\s=]{ARGUMENT}"),
    ("az login", rf"{WORDS}\s(?:-p|--password)[\s=]{ARGUMENT}"),
    ("oc login", rf"{WORDS}\s(?:-p|--token)[\s=]{ARGUMENT}"),
    ("vault login", rf"\s(?:token=)?{ARGUMENT}"),
    ("redis-cli", rf"\s{WORDS}(?:-a|--pass)[\s=]{ARGUMENT}"),
    ("mongo", rf"(?:sh|dump|restore|export)?\s{WORDS}(?<=\s)-p[\s=]?{ARGUMENT}"),
    ("sqlcmd", rf"\s{WORDS}(?<=\s)-P\s?{ARGUMENT}"),
    ("bcp ", rf"{WORDS}(?<=\s)-P\s?{ARGUMENT}"),
    ("sqlplus", rf"\s{WORDS}[\w.-]+/(?:{Q})?([^\s\"'\\@|;&]{{3,256}}?)(?:{Q})?@"),
    ("openssl", rf"\s{WORDS}(?<=\s)(?:-k\s|-pass(?:in|out)?\spass:)(?:pass:)?{ARGUMENT}"),
    ("ldapsearch", rf"\s{WORDS}(?<=\s)-w\s?{ARGUMENT}"),
    ("ldapmodify", rf"\s{WORDS}(?<=\s)-w\s?{ARGUMENT}"),
    ("smbclient", rf"\s{WORDS}(?<=\s)-U\s?(?:{Q})?[^\s%]{{1,64}}%{ARGUMENT}"),
    ("net use", rf"\s{WORDS}/user:\S{{1,64}}\s(?!/){ARGUMENT}"),
    ("net user", rf"\s\S{{1,64}}\s(?!/){ARGUMENT}"),
    ("xfreerdp", rf"\s{WORDS}/p:{ARGUMENT}"),
    ("7z ", rf"{WORDS}(?<=\s)-p{ARGUMENT}"),
    ("unzip ", rf"{WORDS}(?<=\s)-P\s?{ARGUMENT}"),
    ("zip ", rf"{WORDS}(?<=\s)-P\s?{ARGUMENT}"),
    ("htpasswd", rf"\s-\w*b\w*\s{WORDS}(?<=\s)([^\s\"'|;&]{{4,256}})\s*(?=$|\n)"),
    (
        "snmp-server host",
        rf"\s\S{{1,64}}\s(?:traps\s|informs\s)?(?:version\s[123]c?\s(?:auth\s|priv\s)?)?{ARGUMENT}",
    ),
    ("snmp community", rf"\s{ARGUMENT}"),
    (" -A ", rf"{ARGUMENT}(?=\s-X|\s{WORDS}snmp|\s\S{{1,64}}$)"),
    ("snmp", rf"\w{{2,8}}\s{WORDS}(?<=\s)-A\s{ARGUMENT}"),
    ("snmp", rf"\w{{2,8}}\s{WORDS}(?<=\s)-X\s{ARGUMENT}"),
    ("lftp", rf"\s{WORDS}-u\s[^\s,]{{1,64}},{ARGUMENT}"),
    *((name, rf"[^\s:]{{1,64}}:{ARGUMENT}") for name in ("xh -a ", "https -a ")),
    ("com2sec", rf"6?\s{{1,8}}\S{{1,32}}\s{{1,8}}\S{{1,64}}\s{{1,8}}{ARGUMENT}"),
    *(
        (name, rf"\S{{1,64}}\s(?:[\w.-]{{1,24}}\s){{0,6}}secret\s{ARGUMENT}")
        for name in ("tacplus-server ", "radius-server ", "accounting-server ")
    ),
    ("snmp community ", rf"(?:set|add)\s[^\n;]{{0,60}}?name={ARGUMENT}"),
    ("psksecret ", rf"(?:ENC\s)?{ARGUMENT}"),
    ("set-key ", rf"(?:ascii|hex)\s[0-9]\s{ARGUMENT}"),
    *((name, rf"{WORDS}(?<=\s)-p\s{ARGUMENT}") for name in ("useradd ", "usermod ")),
    ("openssl enc", rf"\s{WORDS}(?<=\s)-K\s([0-9A-Fa-f]{{16,128}})"),
    ("http -a ", rf"[^\s:]{{1,64}}:{ARGUMENT}"),
    ("--auth ", rf"[^\s:]{{1,64}}:{ARGUMENT}"),
    ("ldappasswd", rf"\s{WORDS}-s\s{ARGUMENT}"),
    ("net use", rf"\s(?:\w:\s)?\\{{2,4}}\S{{1,100}}\s(?!/){ARGUMENT}"),
    ("openssl passwd", rf"\s-\w{{1,8}}\s{ARGUMENT}"),
    ("config http-basic", rf"\.\S{{1,100}}\s\S{{1,64}}\s{ARGUMENT}"),
    ("+login ", rf"\S{{1,64}}\s{ARGUMENT}"),
    (" LOGIN ", rf"\S{{1,64}}\s(?=\S{{0,64}}[0-9]){ARGUMENT}(?=\s|$)"),
    ("AUTH ", rf"(?:\w{{1,32}}[ ])?(?=\S{{0,64}}[0-9]){ARGUMENT}\s{{0,2}}(?=\n|$)"),
    ("AuthInfo:", r"\S{1,100}\s[^\n]{0,80}\"P:([^\"\n]{3,128})"),
    ("authtoken", rf"(?:s)?\s{ARGUMENT}"),
    ("auth init", rf"\s-t\s{ARGUMENT}"),
    ("auth:token", rf"\s{ARGUMENT}"),
    ("addprinc", rf"\s{WORDS}-pw\s{ARGUMENT}"),
    ("sp_addlogin", rf"\s{STRING}\s{{0,3}},\s{{0,3}}{STRING}"),
    (": EAP ", ARGUMENT),
    (": XAUTH ", ARGUMENT),
    (": RSA ", rf"\S{{1,128}}\s{ARGUMENT}"),
    (" pptpd ", ARGUMENT),
    ("-setcookie ", ARGUMENT),
    ("snmp-server community", rf"\s{ARGUMENT}"),
    ("snmp-server user", rf"\s{WORDS}\sauth\s(?:md5|sha)\S{{0,6}}\s{ARGUMENT}"),
    (
        "snmp-server user",
        rf"\s{WORDS}\spriv\s(?:3?des|aes)\S{{0,6}}(?:\s[0-9]{{3}})?\s{ARGUMENT}",
    ),
    ("rocommunity", rf"6?\s{{1,8}}{ARGUMENT}"),
    ("rwcommunity", rf"6?\s{{1,8}}{ARGUMENT}"),
    *(
        (f"snmp{verb}", rf"\s{WORDS}(?<=\s)-c\s?{ARGUMENT}")
        for verb in ("walk", "get", "getnext", "bulkwalk", "bulkget", "set", "trap")
    ),
    ("radius-server", rf"{WORDS}\skey\s{TYPED}"),
    ("tacacs-server", rf"{WORDS}\skey\s{TYPED}"),
    ("aaa-server", rf"[^;&]{{0,160}}?\skey\s{TYPED}"),
    ("radius server ", rf"[^;&]{{0,160}}?\skey\s{TYPED}"),
    ("tacacs server ", rf"[^;&]{{0,160}}?\skey\s{TYPED}"),
    ("message-digest-key", rf"\s[0-9]{{1,3}}\smd5\s{TYPED}"),
    ("ssid=", rf"(?:{Q})?[^\s,;]{{1,36}}[\s,;]{{1,3}}(?:key|psk|pass\w{{0,8}})\s?=\s?{ARGUMENT}"),
    ("requirepass", rf"\s{ARGUMENT}"),
    ("masterauth", rf"\s{ARGUMENT}"),
    ("az ", rf"(?<=\baz\s){WORDS}(?<=\s)(?:-p|--admin-password)\s{ARGUMENT}"),
    ("codecov", rf"\s{WORDS}(?<=\s)-t\s{ARGUMENT}"),
    ("sonar.login=", ARGUMENT),
    ("AWS AKIA", "[A-Z0-9]{16}:([A-Za-z0-9+/=]{20,64})"),
    ("wordpress_", r"(?:logged_in|sec)_\w{1,40}=([^\s;\"'\\]{20,512})"),
    ("nickserv ", rf":?(?i:identify)\s(?:[^\s\"']{{1,32}}\s)?{ARGUMENT}"),
    ("NickServ ", rf":?(?i:identify)\s(?:[^\s\"']{{1,32}}\s)?{ARGUMENT}"),
    ("wpa_passphrase ", rf"(?:{Q}[^\"'\\\n]{{1,32}}{Q}|[^\s\"']{{1,32}})\s{ARGUMENT}"),
    ("dockerconfigjson", rf"(?:{Q})?:\s{{1,3}}(?:{Q})?([A-Za-z0-9+/=]{{40,2000}})"),
    (
        "unseal_keys_",
        rf"(?:b64|hex){Q}\s{{0,3}}:\s{{0,3}}\[((?:(?:\s|\\{{1,7}}[nrt]|,|{Q}){{1,24}}[A-Za-z0-9+/=]{{32,100}}){{1,16}})",
    ),
    ("isakmp key", rf"\s{TYPED}"),
    ("pre-shared-key", rf"\s(?:(?:local|remote|ascii-text|hexadecimal)\s)?{TYPED}"),
    ("key-string", rf"\s{TYPED}"),
    ("neighbor ", rf"\S{{1,64}}\spassword\s{TYPED}"),
    ("Unseal Key ", rf"[0-9]{{1,2}}:\s{{0,3}}{ARGUMENT}"),
    ("rabbitmqctl", rf"\s(?:add_user|change_password)\s\S{{1,64}}\s{ARGUMENT}"),
    ("aws configure set", rf"\s\S{{0,32}}(?:secret|token)\S{{0,32}}\s{ARGUMENT}"),
    ("gh auth", rf"{WORDS}--with-token\s<<<\s{ARGUMENT}"),
    ("-u ", rf"(?:{Q})?(?!\S{{0,40}}://)[^\s:\"'\\]{{1,64}}:([^\s\"'\\]{{3,128}})"),
    ("--user", rf"[\s=]{{1,3}}(?:{Q})?[^\s:\"'\\]{{1,64}}:([^\s\"'\\]{{3,128}})"),
    ("--proxy-user", rf"[\s=]{{1,3}}(?:{Q})?[^\s:\"'\\]{{1,64}}:([^\s\"'\\]{{3,128}})"),
    ("--tlsuser", rf"\s\S{{1,64}}\s{WORDS}--tlspassword\s{ARGUMENT}"),
)
