"""Tokens of services by their prefix: one row each, with what follows the prefix."""

from typing import Final

_W: Final = "[A-Za-z0-9_-]"
_A: Final = "[A-Za-z0-9]"
_H: Final = "[0-9a-f]"
_U: Final = "[A-Z0-9]"
_B: Final = "[A-Za-z0-9+/=]"
_UUID: Final = f"{_H}{{8}}(?:-{_H}{{4}}){{3}}-{_H}{{12}}"
# A body that is drawn: a digit, and no more words of a name in code.
_DRAWN: Final = "(?=[A-Za-z]{0,80}[0-9])[A-Za-z0-9]"

# Prefixes of one vendor whose bodies are alike: the least length of a body, and its prefixes.
_PREFIXES: Final = (
    (
        20,
        (
            "GR1348941 bitpat_ lip_ ddapp_ ddpat_ ddo_ ddp_ ctp_ figor_ ptk_ lmb_ obu_ tss_ "
            "vtwn_ alcht_ apify_api_ samsara_api_ polar_oat_ polar_whs_ polar_pat_ dvc_server_ "
            "rpa_ unkey_ inc_ bxt_ ramp_ xau_ isat_ pina_ phs_ pnb_ bkct_ bkpt_ bkaj_ essu_ "
            "waka_sec_ wrkatoapi- persona_production_ persona_sandbox_ vercel_blob_rw_ aivenv1 "
            "bb_live_ bt-st- CCDB1_ SWMKEY-1- Mid-server- mercury_production_ mercury_sandbox_ "
            "secret_admin_ dvc_client_ csb_v1_"
        ),
    ),
    (32, "cnvca cflt sntrya_ sntryi_ shptka_ shpua_ vlt_"),
)
ROWS: Final[tuple[tuple[str, str], ...]] = (
    *(
        (prefix, rf"(?=[A-Za-z_-]{{0,60}}[0-9])[A-Za-z0-9_-]{{{least},200}}={{0,2}}")
        for least, prefixes in _PREFIXES
        for prefix in prefixes.split()
    ),
    ("GOOG1", "[EA][A-Z0-9]{18,60}"),
    ("AVNS_", f"{_W}{{18,24}}"),
    ("md-", f"{_DRAWN}{{22}}"),
    ("sk_", rf"(?:[a-z]{{2,8}}_){{0,2}}{_DRAWN}{{24,120}}"),
    ("live_", rf"{_DRAWN}{{30,60}}"),
    ("pdl_", rf"(?:live|sdbx|ntfset)_(?:apikey_)?{_W}{{30,120}}"),
    ("cfsk_", rf"ma_(?:prod|test)_{_H}{{32}}_{_H}{{8}}"),
    ("ck_", f"{_H}{{40}}"),
    ("cs_", f"{_H}{{40}}"),
    ("pk_", f"[0-9]{{6,9}}_{_U}{{32}}"),
    ("pk_prod_", f"{_U}{{28}}"),
    ("key_", f"{_H}{{64}}"),
    ("zpka_", f"{_H}{{32}}_{_H}{{8}}"),
    ("hcxik_", "[a-z0-9]{58}"),
    ("secret_lambda_", rf"{_H}{{32}}\.{_A}{{24,40}}"),
    ("slk_", f"{_H}{{64}}"),
    ("sgp_", f"{_A}{{64}}"),
    ("cu_", f"{_H}{{32}}"),
    ("rootly_", f"{_H}{{64}}"),
    ("dvc_mobile_", f"{_H}{{40}}"),
    *((prefix, _UUID) for prefix in ("api-", "mob-", "xaat-", "xapt-", "waka_", "ovsxat_")),
    ("ovsxp_", f"{_W}{{36,48}}"),
    ("snyk_", rf"(?:uat|sat)\.{_H}{{8}}\.[\w.-]{{40,200}}"),
    ("xsmtpsib-", f"{_H}{{64}}-{_A}{{16}}"),
    ("s-s4t2", f"(?:ud|af)-{_H}{{64}}"),
    ("xoxo-", "[A-Za-z0-9-]{20,250}"),
    ("mfa.", f"{_W}{{80,90}}"),
    ("oauth:", "[a-z0-9]{30}"),
    ("syt_", rf"{_W}{{2,80}}_{_A}{{20}}_{_A}{{6}}"),
    ("mct_", rf"{_A}{{30}}_{_A}{{6}}"),
    ("SWMTKN-1-", "[a-z0-9]{40,60}-[a-z0-9]{20,30}"),
    ("K10", f"{_H}{{64}}::[a-z]{{4,8}}:[A-Za-z0-9]{{16,64}}"),
    ("kubeconfig-u", "[a-z0-9-]{2,20}:[a-z0-9]{40,60}"),
    ("token-", "[a-z0-9]{5}:[a-z0-9]{54}"),
    ("KEY0", rf"{_U}{{24,40}}_{_A}{{16,30}}"),
    ("KEY", f"[0-9A-F]{{32}}_{_A}{{16,30}}"),
    *((prefix, rf"{_A}{{20,32}}\.{_A}{{20,48}}") for prefix in ("api_", "key_", "sk_")),
    ("v1.Cm", f"{_W}{{80,2000}}(?:\\.{_W}{{20,400}})?"),
    # NATS: the seed of a user, an account, an operator, a cluster, a server, a curve, each by its first byte
    *((prefix, "[A-P][A-Z2-7]{54}") for prefix in ("SUA", "SAA", "SOA", "SCA", "SNA", "SXA")),
    ("API-", f"{_U}{{25,36}}"),
    ("ATTA", "[0-9a-fA-F]{60,80}"),
    ("BSA", f"{_W}{{28}}"),
    ("fnA", f"{_W}{{36,38}}"),
    ("AKLT", f"{_W}{{40,50}}"),
    ("4b1d", f"{_A}{{38}}"),
    ("PMAT-", f"{_U}{{26}}"),
    ("dG9rOj", f"{_B}{{40,80}}"),
    ("eyJrIjoi", f"{_B}{{60,400}}"),
    ("ZXlKaGJHY2lPaU", f"{_A}{{60,4000}}={{0,2}}"),
    ("pat.", rf"{_W}{{22}}\.{_A}{{24}}\.{_A}{{20}}"),
    ("sat.", rf"{_W}{{22}}\.{_A}{{24}}\.{_A}{{20}}"),
    ("hawk.", rf"{_A}{{16,32}}\.{_A}{{16,32}}"),
    ("na1.", "[A-Za-z0-9+/]{60,120}"),
    ("api_live.", rf"{_W}{{8,16}}\.{_W}{{24,40}}"),
    ("t1.", rf"{_W}{{16,200}}={{0,2}}\.{_W}{{86}}={{0,2}}"),
    *((name, r"[a-z0-9]{5,30}\.[a-z0-9]{4,6}\.acc[_-][a-z0-9-]{10,32}\.[\w+/=-]{30,120}")
      for name in ("sc_", "scauth_", "authress_")),
    ("AQE", rf"{_A}{{20,80}}-[A-Za-z0-9+/]{{20,80}}={{0,2}}-[!-~]{{8,40}}"),
    ("force://", r"[A-Za-z0-9]{4,120}:[A-Za-z0-9]{0,80}:[\w.!-]{20,200}(?=@)"),
    ("jina_", rf"{_H}{{32}}{_W}{{20,40}}"),
    ("pylf_v", rf"[0-9]_(?:[a-z]{{2,10}}_)?{_A}{{40,60}}"),
    ("mdb_sa_sk_", f"{_W}{{36,48}}"),
    ("nyk_v0_", f"{_A}{{50,80}}"),
    ("sk_prod_", f"{_W}{{40,90}}"),
    ("sec-c-", f"{_A}{{40,60}}={{0,2}}"),
    ("ck-", f"{_DRAWN}{{40,60}}"),
    ("hcaik_", "[0-9]{2}[a-z0-9]{56,64}"),
    ("edsk", "[1-9A-HJ-NP-Za-km-z]{50,94}"),
    ("pk_", f"{_H}{{34}}"),
    ("AQE", r"[A-Za-z0-9+/]{20,200}={0,2}-[A-Za-z0-9+/]{20,80}={0,2}-[!-~]{8,40}"),
    ("AAAAAAAAAAAAAAAAAAAAA", "(?=[A-Za-z%]{0,40}[0-9])[A-Za-z0-9%]{50,120}"),
    ("eyJhIjoi", f"{_B}{{100,400}}"),
    ("AGE-SECRET-KEY-PQ-1", f"{_U}{{58,2000}}"),
    ("APP_USR-", rf"[0-9]{{10,20}}-[0-9]{{6}}-{_H}{{32}}-[0-9]{{6,12}}"),
    ("TEST-", rf"[0-9]{{10,20}}-[0-9]{{6}}-{_H}{{32}}-[0-9]{{6,12}}"),
    # of one case, or shorter than what is known by its look
    *((prefix, f"{_H}{{64}}") for prefix in ("mzp_", "mlsn.", "lip_", "tkn_", "xkeysib-", "edgt_", "fhb-", "hcp_")),
    ("os_v2_", "(?:app|org)_[a-z0-9]{60,200}"),
    ("dnkey-", "[A-Z0-9]{26}-[A-Z0-9]{52}"),
    *((prefix, f"{_DRAWN}{{22,24}}") for prefix in ("as-", "ak-")),
    ("esecret_", "[a-z0-9]{26,40}"),
    ("IGQV", f"{_W}{{60,300}}"),
    ("IGAA", f"{_A}{{60,300}}"),
    ("IGQW", f"{_W}{{60,300}}"),
    ("WPL_AP1.", rf"{_A}{{12,20}}\.[A-Za-z0-9+/=]{{6,12}}"),
    *((prefix, r"(?=[A-Za-z_-]{0,60}[0-9])[A-Za-z0-9_-]{28,80}={0,2}") for prefix in ("secret-live-", "secret-test-", "project-live-")),
    # RFC 8959
    ("secret-token:", r"[\w.%~+/-]{10,512}={0,2}"),
    ("$aact_", "(?:prod_|hmlg_)?[A-Za-z0-9+/=:]{40,400}"),
    *((prefix, f"(?=[A-Za-z]{{0,23}}[0-9])(?=[a-z0-9]{{0,23}}[A-Z]){_A}{{24}}") for prefix in ("app-", "dataset-")),
    *((f"{project}:{stage}.", f"{_H}{{50,64}}") for project in ("*", "default", "[]") for stage in ("production", "development", "staging")),
    ("ptr_", "[A-Za-z0-9+/]{43}="),
    ("p8e-", f"{_A}{{32}}"),
    ("s.", "(?=[a-z0-9]{0,23}[A-Z])(?=[A-Z0-9]{0,23}[a-z])(?=[A-Za-z]{0,23}[0-9]|[A-Za-z]{0,20}[A-Z]{2}[a-z])[A-Za-z0-9]{24}(?![.(\\w-])"),
    ("b.AAAAAQ", f"{_W}{{40,200}}"),
    ("at_", rf"{_A}{{10}}_s{_A}{{20,200}}"),
    ("st.", rf"{_H}{{24}}\.{_H}{{32}}(?:\.{_H}{{20,64}})?"),
    ("ser.", f"(?=[A-Za-z]{{0,21}}[0-9]){_A}{{22}}"),
    ("u+", "(?=[A-Za-z_-]{0,17}[0-9])[A-Za-z0-9_-]{18}(?![\\w-])"),
    ("sess-", f"{_DRAWN}{{40}}"),
    ("akab-", "[a-z0-9]{16}-[a-z0-9]{16}"),
    ("retool_", "[0-9]{2}[a-z0-9]{24,60}"),
    ("configcat-sdk-1/", f"{_W}{{22}}/{_W}{{22}}"),
    ("RGAPI-", _UUID),
    ("aio_", f"{_DRAWN}{{28}}"),
    ("BBFF-", f"{_A}{{30,40}}"),
    ("KGAT_", f"{_H}{{32}}"),
    ("p.eyJ", rf"{_W}{{20,400}}\.{_W}{{20,80}}"),
    ("ncryptsec1", "[02-9ac-hj-np-z]{100,200}"),
    *((prefix, "[02-9ac-hj-np-z]{60,300}") for prefix in ("ed25519e_sk1", "ed25519_sk1", "addr_xsk1", "root_xsk1", "acct_xsk1", "xprv1", "spsk1", "p2sk1")),
    ("edesk1", "[1-9A-HJ-NP-Za-km-z]{60,100}"),
    ("0201036c6e64", "[0-9a-f]{80,2000}"),
    ("_|WARNING:-DO-NOT-SHARE-THIS", r"[^|]{10,200}\|_[0-9A-F]{100,2000}"),
    ("ext_", r"[a-z0-9]{5,30}\.[a-z0-9]{4,6}\.acc[_-][a-z0-9-]{10,32}\.[\w+/=-]{30,120}"),
    ("4/0A", f"{_W}{{60,90}}"),
    *((prefix, f"{_B}{{80,2000}}") for prefix in ("IQoJb3JpZ2luX2Vj", "FwoGZXIvYXdz", "FQoGZXIvYXdz", "AQoDYXdz")),
    *((prefix, "[A-Za-z0-9_.-]{20,64}") for prefix in ("glrtr-", "gliat-", "glwt-")),
    ("_gitlab_session=", "[0-9a-z]{32}"),
    ("kit_", f"{_H}{{32}}"),
    ("luma-", f"{_UUID}-{_H}{{8,80}}"),
    ("cloudinary://", rf"[0-9]{{12,18}}:{_W}{{20,40}}(?=@)"),
    ("sm_pat_", f"{_A}{{16}}"),
    ("sm_sat_", f"{_A}{{16}}"),
    ("AGE-PLUGIN-", f"[A-Z0-9-]{{2,32}}1{_U}{{20,400}}"),
    # what Ory issues: for access, to refresh, a session, a workspace
    ("ory_", rf"(?:at|rt|ac|dc|st|lo|pat|wak|apikey|sess)_{_W}{{20,120}}(?:\.{_W}{{20,120}})?"),
    # Login with Amazon, its marketplace, its sign-on; eBay
    ("amzn1.oa2-cs.v1.", f"{_H}{{64}}"),
    ("amzn.mws.", _UUID),
    *((mark, r"\|[A-Za-z0-9_+/-]{60,2000}={0,2}") for mark in ("Atza", "Atzr", "Atna", "Atnr", "Atc", "Atmb")),
    *((mark, rf"{_W}{{60,2000}}(?::[A-Za-z0-9+/=]{{40,200}})?") for mark in ("aoaAAAAAG", "aorAAAAAG")),
    *((f"{stage}-", f"{_H}{{12}}(?:-{_H}{{4}}){{4}}") for stage in ("PRD", "SBX")),
    ("v^1.1#i^1#", "[A-Za-z0-9#^+/=]{60,4000}"),
    # Blockfrost, by the network
    *((network, f"(?=[a-zA-Z]{{0,31}}[0-9])(?=[a-z0-9]{{0,31}}[A-Z]){_A}{{32}}") for network in ("mainnet", "testnet", "preview", "preprod", "sanchonet", "ipfs")),
    ("CG-", f"{_A}{{24}}"),
    ("skey_", "(?:test_)?(?=[a-z]{0,18}[0-9])[a-z0-9]{19,24}"),
    ("tk_", "(?=[a-z]{0,28}[0-9])[a-z0-9]{29,32}"),
    ("SEC", f"{_H}{{64}}"),
    ("an-", _UUID),
    *((prefix, rf"{_UUID}-{_W}{{20,64}}") for prefix in ("as-", "ak-", "sk-")),
    # Yandex: a key of its storage, and tokens of its accounts by their generation
    ("YC", f"(?=[A-Za-z_-]{{0,37}}[0-9])(?=[A-Z0-9_-]{{0,37}}[a-z])(?=[a-z0-9_-]{{0,37}}[A-Z]){_W}{{38}}(?![\\w-])"),
    *((f"y{number}_", f"{_W}{{50,80}}") for number in "123"),
    # macaroons: the packets of their first format begin with a length and `location`, the second has a version
    ("MDA", f"{_A}{{3}}xvY2F0aW9uI{_W}{{40,4000}}={{0,2}}"),
    *((prefix, f"(?=[A-Za-z_-]{{0,60}}[0-9]){_W}{{60,4000}}={{0,2}}(?![+/])") for prefix in ("AgEE", "AgED", "AgEL")),
    # what a service's own mark says that it is, from public lists of the forms of tokens
    ("da2-", "(?=[a-z]{0,25}[0-9])[a-z0-9]{26}"),
    *((f"{version}.A", rf"{_W}{{50,600}}(?:\.[0-9])?\.A{_W}{{200,2000}}(?:\.A{_W}{{100,2000}})?") for version in "01"),
    ("git&", "[0-9]{12}&[A-Za-z0-9/+]{86}=="),
    *((prefix, f"{_H}{{30}}") for prefix in ("bb_pr_", "bb_ma_")),
    ("secret_", f"(?=[A-Za-z]{{0,15}}[0-9])(?=[a-z0-9]{{0,15}}[A-Z])(?=[A-Z0-9]{{0,15}}[a-z]){_A}{{16}}"),
    ("endr+", "(?=[A-Za-z-]{0,15}[0-9])[A-Za-z0-9-]{16}"),
    ("figp_", f"{_W}{{40,54}}={{0,2}}"),
    ("API_KEY", "(?=[A-Z]{0,31}[0-9])[0-9A-Z]{32}"),
    *((f"flb_{stage}_", f"{_A}{{20}}") for stage in ("live", "test")),
    ("NRBR-", f"{_H}{{19}}"),
    ("pgar_", f"{_A}{{27}}"),
    ("rh-api-", _UUID),
    ("salad_cloud_", f"{_A}{{1,7}}_(?=[A-Za-z]{{0,234}}[0-9]){_A}{{16,235}}"),
    *((prefix, "[A-Za-z0-9._=]{80,200}") for prefix in ("5Aep861", "5AEP861")),
    ("spu-", "(?=[a-z]{0,31}[0-9])[a-z0-9]{32}"),
    ("tkn.v1_", f"{_A}{{60,80}}={{0,2}}"),
    *(("sk_", f"{stage}{_UUID}") for stage in ("", "test_", "live_", "sbox_")),
    ("sk_sbox_", "(?=[a-z*$=#]{0,26}[0-9])[a-z0-9*$=#]{24,32}"),
    ("sandbox_sk_", rf"(?:[a-z]{{2,8}}_){{1,2}}{_H}{{40}}"),
    ("sk_", f"[0-9]{{4}}_[0-9]{{6}}_{_H}{{32}}"),
    # sandboxes and automation, builds, payments, licences, webhooks, editors: all of one case or short
    ("dtn_", f"{_H}{{64}}"),
    ("crsr_", f"{_H}{{64}}"),
    ("hxtp_", f"{_H}{{64}}"),
    ("key_", f"{_H}{{128}}"),
    ("n8n_api_", f"{_H}{{80,120}}"),
    ("depot_", f"(?:org|project|user)_{_H}{{32,64}}"),
    ("sk_car_", f"{_DRAWN}{{20,24}}"),
    ("creem_", f"(?:test_)?{_DRAWN}{{20,24}}"),
    *((prefix, rf"{_A}{{32}}\.(?:eu|us|in|ca|au)") for prefix in ("sk_", "testsk_")),
    *((f"{kind}-", f"{_H}{{64,80}}v[1-3]") for kind in ("prod", "admin", "user", "activ", "env")),
    *((f"{stage}:", rf"[a-z]{{2,24}}-[a-z]{{2,24}}-[0-9]{{1,4}}\|{_B}{{20,400}}") for stage in ("prod", "dev", "preview")),
    ("VF.", f"(?:(?:DM|WS)\\.)?[0-9a-fA-F]{{24}}\\.{_A}{{16}}"),
)  # fmt: skip
"""The prefix, and the form of what follows."""

# Microsoft writes a mark of four letters into its keys: where it stands, and what follows.
MARKED: Final[tuple[tuple[str, int, str], ...]] = (
    *((mark, 76, f"{_A}{{6}}==") for mark in ("+ASt", "ACDb", "+ABa", "APIM", "+AMC")),
    ("AzFu", 44, f"{_A}{{4,8}}=="),
    *((mark, 42, f"{_A}{{6}}") for mark in ("+ACR", "AzSe")),
    *((mark, 33, f"{_A}{{5,6}}=") for mark in ("+ASb", "+AEh", "AIoT", "+ARm", "AzCa")),
    ("JQQJ99", 52, f"{_A}{{20,28}}[A-Z]{{4}}{_A}{{4}}"),
    ("JQQJ99", 52, f"{_A}{{14}}[A-Z]{{4}}{_A}{{4}}"),
    ("AZDO", 76, f"{_A}{{4}}"),
    ("_mmk", 36, ""),
    # a licence to send measurements and one of an app, a token of a content system
    ("NRAL", 36, ""),
    ("-NRMA", 42, ""),
    ("tt-", 22, f"[0-9]{{6}}-{_W}{{20}}"),
    # a push service, an access token of a password manager, a market of interfaces, bots of a chat
    ("msh", 10, f"{_A}{{15,26}}jsn{_A}{{10,24}}"),
    (":APA91b", 11, f"{_W}{{100,180}}"),
    # the first bytes of keys that were encoded without their frame (RFC 5208, RFC 8017, RFC 7292)
    *(
        (mark, 6, f"{_B}{{60,8000}}")
        for mark in ("IBADANBgkqhkiG9w0BAQEFAASC", "IBAAKCAQEA", "IBAAKCAgEA", "IBAzCC")
    ),
)
"""The mark, how many characters stand before it, and the form of what follows."""
