"""Tokens, addresses and files of services, and what looks like them and lets nobody in."""

from typing import Final

SECRETS: Final = (
    # behind a key that says so, with a dot, a hyphen or braces in the value
    "[client]\nuser=backup\npassword=@jumbled@\nhost=db2.internal\n",
    "jdbc:mysql://db3.internal:3306/shop?user=web&password=@jumbled@&useSSL=true",
    "jdbc:postgresql://db/shop?user=web&password=@pair@&ssl=true",
    "user=bob\npassword=@pair@\n",
    "jdbc:sqlserver://mssql.internal;databaseName=hr;user=sa;password={@jumbled@};encrypt=true",
    "Driver={ODBC Driver 17};Server=db;UID=sa;PWD={@mixed@};Encrypt=yes",
    "sentinel monitor main redis-1.internal 6379 2\nsentinel auth-pass main @jumbled@\n",
    "client branch-ap {\n  shortname = branch\n  secret = @pair@\n  nas_type = other\n}\n",
    "client branch-ap {\n  secret = @jumbled@\n}\n",
    "EMAIL_HOST_PASSWORD=@four4@\nEMAIL_PORT=587",
    'app_password: "@four4@"',
    # what is typed into a page
    """{"action":"fill","selector":"input[type='password']","value":"@year@"}""",
    '{"text": "@year@", "selector": "#login-password"}',
    # addresses whose path is the key
    "https://open.larksuite.com/open-apis/bot/v2/hook/@uuid@",
    "https://hook.eu1.make.com/@lower32@",
    "wss://sepolia.infura.io/ws/v3/@hex32@",
    "https://eth-mainnet.g.alchemy.com/v2/@a32@",
    "https://quiet-dawn.quiknode.pro/@hex40@/",
    "https://rpc.ankr.com/eth/@hex64@",
    "https://hc-ping.com/@uuid@",
    "https://events.pagerduty.com/integration/@hex32@/enqueue",
    "https://api.netlify.com/build_hooks/@hex24@",
    "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=@uuid@",
    # tokens
    "we saw @yc@ there",
    "we saw ory_at_@a43@.@a43@ there",
    "we saw ory_rt_@a43@.@a43@ there",
    "we saw ory_pat_@a32@ there",
    "we saw skey_@lower19@ there",
    "we saw skey_test_@lower19@ there",
    "we saw CG-@a24@ there",
    "we saw mainnet@a32@ there",
    "we saw preprod@a32@ there",
    "we saw PRD-@hex12@-@hex4@-@hex4@-@hex4@-@hex4@ there",
    "we saw SBX-@hex12@-@hex4@-@hex4@-@hex4@-@hex4@ there",
    "we saw amzn1.oa2-cs.v1.@hex64@ there",
    "we saw amzn.mws.@uuid@ there",
    "we saw Atzr|IwEB@a200@ there",
    "we saw Atza|IwEB@a200@ there",
    "we saw AKLT@a43@ there",
    "we saw an-@uuid@ there",
    "we saw ak-@uuid@-@a32@ there",
    "we saw tk_@lower29@ there",
    "we saw SEC@hex64@ there",
    "x-biscuit: En1p@a100@==",
    "macaroon for the node: AgEEYXBpAihB@a120@",
    "we saw MDAxY2xvY2F0aW9uI@a120@ there",
    "password_pbkdf2 root @grub@",
    "we saw pi_3MtwBwLkdIwHu7ix28a3tqPa_secret_@a25@ there",
)

NONE: Final = (
    # references of programs
    "password = config.database.password",
    "password=settings.DB_PASSWORD",
    "password=Config.DbPwd",
    "password=cfg.dbPwd",
    "password: values.db.pw",
    '"password": "form.labels.pwd"',
    "secret = module.vault.secret_arn",
    "token: HttpClient.DefaultRequestHeaders",
    "password = TLSConfig.RSAKeyPEM",
    "secret = MyApp-ProductionConfig",
    "passwd=passwd.txt",
    # what is put in place of
    "Server=db;UID=sa;PWD={password};Encrypt=yes",
    'url = f"jdbc:sqlserver://h;user=sa;password={db_password};"',
    "password: must have some more",
    # what is read on a page
    '{"action":"fill","selector":"#password","text":"Enter your password"}',
    '{"action":"click","selector":"button[name=reset-password]","text":"Reset password"}',
    # identifiers, and pages of the same services
    "PRD-2024-11-03-build went out",
    "see https://mainnet.infura.io/docs/getting-started and https://www.make.com/en/integrations",
    '"app" "Firefox 115"\n"name" "Team Fortress"\n',
    '{"type": "tool_result", "tool_use_id": "toolu_7", "content": "the password was changed"}',
    "customer cus_pdT1byeaDw8KJWYYWwDYuyarZdKj paid with pm_1MtwBwLkdIwHu7ix28a3tqPaQx7",
    "human-centered, an-other and mainnet-beta and previewDeployment",
)
