"""Secrets in logs, dumps, wire protocols and what agents call and remember. ``@@`` stands for the secret."""

import json
from typing import Final

LOGS: Final[tuple[tuple[str, str], ...]] = (
    # errors that print what they were given
    ("sqlalchemy.exc.OperationalError: could not connect: postgresql://app:@@@pg1:5432/shop", "alnum_short"),
    ("panic: dial error: Error 1045 (28000) for DSN app:@@@tcp(db1:3306)/shop?parseTime=true", "alnum_short"),
    ("#0 /app/Db.php(12): PDO->__construct('mysql:host=db1;d...', 'app', '@@')\n#1 {main}", "manager"),
    ("java.sql.SQLException: No suitable driver for jdbc:mariadb://db1/shop?user=app&password=@@", "alnum_short"),
    ("MongoServerError: bad auth. options: { auth: { username: 'app', password: '@@' }, replicaSet: 'rs0' }", "manager"),
    ("pydantic_core.ValidationError: 1 error for Settings\nport\n  input_value={'db_pw': '@@', 'port': 'x'}", "manager"),
    ("KeyError: 'region' in config {'id': 7, 'smtp_secret': '@@'}", "alnum_middle"),
    ("Started POST \"/sessions\"\n  Parameters: {\"user\"=>\"ops\", \"passphrase\"=>\"@@\"}", "sentence"),
    ("Exception Value: auth failed\nLocal vars: user = 'ops'  pw = '@@'", "human"),
    ("{\"propertySources\":[{\"name\":\"systemEnvironment\",\"properties\":{\"LDAP_BIND_PW\":{\"value\":\"@@\"}}}]}", "manager"),
    ("AssertionError: expected login to fail with '@@' but got 200", "human"),
    ("TRACE c.e.Ldap - bind(dn=cn=svc, pw=@@) -> 49 invalidCredentials", "human"),
    ("WARN rotate: old=<<SECRET_alnum_middle>> new=<<SECRET_alnum_middle2>> overlap=24h", "alnum_middle"),
    # audit trails and shells
    ("type=EXECVE msg=audit(1790000000.1:88): argc=4 a0=\"mysql\" a1=\"-uroot\" a2=\"-p@@\" a3=\"shop\"", "initial"),
    ("EventID 4688 CommandLine: net use X: \\\\nas\\s @@ /user:ops", "human"),
    (": 1790000000:0;gh auth login --with-token <<< @@", "github_user"),
    ("PS C:\\> $p = '@@'; Invoke-Sqlcmd -Password $p -Username sa", "human"),
    ("Command line: /opt/agent/bin/agent --enroll --enrollment-token @@ --url https://f1", "elastic_key"),
    ("{\"eventName\":\"CreateLoginProfile\",\"requestParameters\":{\"userName\":\"ops\",\"password\":\"@@\"}}", "human"),
    ("cloud-init[812]: ci-info: user ops set with plain text password @@", "human"),
    ("changed: [web1] => {\"invocation\": {\"module_args\": {\"name\": \"app\", \"login_password\": \"@@\"}}}", "manager"),
    ("#12 [5/9] RUN pip install --index-url https://ci:@@@r.corp/simple app", "alnum_middle"),
    ("$ ./deploy.sh\n+ export SIGN_PIN=@@\n+ gradle sign", "pin_eight"),
    ("2026-09-01T02:11:09 general_log 41 Query SET PASSWORD FOR 'app'@'%' = '@@'", "manager"),
    ("LOG:  statement: CREATE ROLE ro LOGIN ENCRYPTED PASSWORD '@@';", "manager"),
    ("1790000000.112233 [0 r1:51512] \"AUTH\" \"app\" \"@@\"", "alnum_middle"),
    ("sshd-honeypot: password attempt user=root pass=@@ accepted=no", "human"),
    ("nginx: 200 \"GET /ics/private-@@/basic.ics HTTP/2\" 18ms", "hex_key"),
    ("router - - at=info method=GET path=\"/invite/accept?invitation_token=@@\" status=200", "urlsafe"),
    ("oauth2-proxy: exchanged code=@@ for session (state ok)", "urlsafe"),
    ("{\"findings\":[{\"RuleID\":\"generic\",\"File\":\"a.env\",\"Secret\":\"@@\",\"StartLine\":3}]}", "alnum_long"),
    ("{\"DetectorName\":\"URI\",\"Verified\":false,\"Raw\":\"https://bot:@@@git.corp\"}", "alnum_middle"),
    # wire protocols
    ("220 ftp1 ready\nUSER www\n331 need password\nPASS @@\n230 ok", "human"),
    ("a1 LOGIN ops \"@@\"\na1 OK LOGIN completed", "human"),
    ("AUTH LOGIN\n334 VXNlcm5hbWU6\nb3Bz\n334 UGFzc3dvcmQ6\n@@\n235 ok", "b_sixteen"),
    (":ops PRIVMSG NickServ :IDENTIFY @@", "human"),
    ("PASS oauth:@@\nNICK streambot\nUSER streambot", "twitch"),
    ("> GET /v1 HTTP/1.1\n> Host: api\n> Authorization: Basic @@\n>\n< HTTP/1.1 401", "basic_pair"),
    ("CONNECT mq MQTT3.1.1 user=dev9 pwd=@@ keepalive=60", "initial"),
    ("write(3, \"AUTH @@\\r\\n\", 40) = 40", "alnum_middle"),
    ("<iq type='set'><query xmlns='jabber:iq:auth'><username>ops</username><password>@@</password></query></iq>", "human"),
    ("<soap:Header><AuthHeader><Login>ops</Login><Pwd>@@</Pwd></AuthHeader></soap:Header>", "human"),
    ("Cookie: XSRF=1; laravel_token=@@; tz=UTC", "jwt_access"),
    ("x-goog-iam-authorization-token: @@\nx-client: 1", "jwt_access"),
    ("dpop: x\nx-amz-security-token: @@\n", "alnum_long"),
    ("{\"grant_type\":\"password\",\"username\":\"ops\",\"password\":\"@@\",\"scope\":\"all\"}", "human"),
    ("assertion=@@&grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer", "jwt_access"),
    ("{\"device_code\":\"@@\",\"interval\":5}", "urlsafe"),
    ("sip: Proxy-Authorization: Digest username=\"2001\", nonce=\"x\", response=\"@@\"", "hex_key"),
    # dumps
    ("(1, 'ops', '@@', 'active', '2026-01-01 00:00:00'),", "bcrypt_hash"),
    ("ops:1001:<<SECRET_hex_key>>:<<SECRET_hex_key2>>:::", "hex_key"),
    ("  id | login | secret_hash\n----+-------+------\n   1 | ops | @@", "argon_hash"),
    ("_id,uid,pw_clear\n1,7,@@\n", "human"),
    ("{\"_id\":7,\"login\":\"ops\",\"totpSeed\":\"@@\"}", "base_thirtytwo"),
)  # fmt: skip


def _call(tool: str, arguments: object) -> str:
    call = {"id": "call_7", "function": {"name": tool, "arguments": json.dumps(arguments)}}
    return json.dumps({"role": "assistant", "tool_calls": [call]})


def _answer(result: object) -> str:
    block = {"type": "tool_result", "tool_use_id": "toolu_01", "content": json.dumps(result)}
    return json.dumps({"role": "user", "content": [block]})


AGENTS: Final[tuple[tuple[str, str], ...]] = (
    (_call("bash", {"command": "PGPASSWORD='@@' pg_dump -h pg1 shop > d.sql"}), "manager"),
    (_call("bash", {"command": "curl -s -u ci:@@ https://ci/job/7/build", "timeout": 60}), "alnum_middle"),
    (_call("browser_type", {"ref": "e14", "element": "Password field", "text": "@@"}), "human"),
    (_call("write_file", {"path": ".env", "content": "DEBUG=0\nPAYMENT_KEY=@@\n"}), "stripe_long"),
    (_call("edit", {"path": "a.yml", "old": "password: x", "new": "password: @@"}), "manager"),
    (_call("http_request", {"url": "https://a", "headers": {"X-Api-Token": "@@"}}), "alnum_long"),
    (_call("create_user", {"login": "ops9", "initial_password": "@@", "mfa": False}), "human"),
    (_call("ssh_exec", {"host": "web1", "auth": {"user": "root", "secret": "@@"}}), "human"),
    (_call("run_sql", {"q": "ALTER USER ro IDENTIFIED BY '@@'"}), "manager"),
    (_call("memory_save", {"fact": "The staging admin password is @@"}), "human"),
    (_answer({"stdout": "DB_URL=mysql://app:@@@db1/shop\n", "exit_code": 0}), "alnum_short"),
    (_answer({"file": "wp-config.php", "text": "define('NONCE_KEY', '@@');"}), "alnum_long"),
    (_answer({"rows": [["smtp", "relay", "@@"]], "columns": ["name", "user", "passwd"]}), "manager"),
    (_answer([{"type": "text", "text": "Secret value: @@ (version 4)"}]), "alnum_middle"),
    (_answer({"data": {"createApiKey": {"plainTextKey": "@@", "id": "9"}}}), "urlsafe"),
    (_answer({"vm": {"name": "web9", "rootPassword": "@@"}, "state": "running"}), "initial"),
    (_answer({"subject": "Welcome", "snippet": "Use the temporary passcode @@ to enroll"}), "pin_eight"),
    (json.dumps({"jsonrpc": "2.0", "method": "tools/call", "params": {"name": "db", "arguments": {"dsn": "postgres://app:@@@pg1/shop"}}}), "alnum_short"),
    (json.dumps({"functionCall": {"name": "login", "args": {"user": "ops", "pass": "@@"}}}), "human"),
    (json.dumps({"resourceSpans": [{"attributes": [{"key": "http.request.header.authorization", "value": {"arrayValue": {"values": [{"stringValue": "Bearer @@"}]}}}]}]}), "jwt_access"),
    (json.dumps({"key": "db.connection_string", "value": {"stringValue": "Server=db1;Uid=app;Pwd=@@"}}), "alnum_short"),
    (json.dumps({"gen_ai.prompt": "SYSTEM: API key for the weather tool is @@. Never reveal it."}), "hex_key"),
    (json.dumps({"body": "{\"auth\":{\"identity\":{\"password\":{\"user\":{\"name\":\"ops\",\"password\":\"@@\"}}}}}"}), "human"),
    ("Thought: the e-mail says the portal password is @@, so I will type it.\nAction: type", "human"),
    ("Action: unlock_door\nAction Input: {\"door\": \"B2\", \"code\": \"@@\"}", "pin_six"),
    ("Observation: OCR of sticky note -> \"alarm @@ / wifi see fridge\"", "pin_four"),
    ("<thinking>User gave me access: login=ops pass=@@. I should not repeat it.</thinking>", "human"),
    ("You are BillingBot. Authenticate with client id web-9 and client secret @@ before each call.", "urlsafe"),
    ("## Scratchpad\n- [x] found creds in ticket (ops / @@)\n- [ ] log in", "human"),
    ("<parameter name=\"script\">Set-ADAccountPassword ops -NewPassword (ss '@@')</parameter>", "human"),
    ("computer.type(\"@@\")  # password field focused", "human"),
    ("playwright> fill #otp \"@@\"\nplaywright> click Verify", "pin_six"),
    ("tool(vault.read) => map[data:map[pgp_pass:@@] lease_id: renewable:false]", "diceware"),
    ("Chunk 4 (runbook.md): break-glass account `bg-1`, password `@@`, rotate after use.", "manager"),
    ("agent.memory[\"router\"] = {\"ip\": \"see dhcp\", \"admin_pw\": \"@@\"}", "human"),
)  # fmt: skip
