"""JSON of agents: their messages, tools, traces and memories. Leaves name a slot."""

import json
from typing import Any, Final

AGENTS: Final[tuple[Any, ...]] = (
    [{"role": "system", "content": "You handle motor claims."}, {"role": "user", "content": "My wife <<FULL>> was driving. Her licence is <<UK_DRIVING_LICENCE>>."}],
    [{"role": "user", "parts": [{"type": "text", "content": "Cím: <<address:hu_HU>>, név: <<NAME_HU>>"}]}, {"role": "assistant", "parts": [{"type": "tool_call", "id": "call_77", "name": "update_address", "arguments": {"holder": "<<NAME_HU>>", "taj": "<<HU_TAJ>>"}}]}],
    {"role": "assistant", "tool_calls": [{"id": "call_1", "type": "function", "function": {"name": "open_claim", "arguments": json.dumps({"policy": "P-88120", "claimant": {"given": "<<GIVEN>>", "family": "<<FAMILY>>", "born": "<<BORN_ISO>>"}, "callback": "<<PHONE_PL>>"})}}]},
    {"role": "tool", "tool_call_id": "call_1", "content": json.dumps({"rows": [{"subscriber": "<<FULL>>", "msisdn": "<<PHONE_TR>>", "tckn": "<<TR_NATIONAL_ID>>", "plan": "M"}], "took_ms": 18})},
    {"messages": [{"type": "human", "data": {"content": "אני <<NAME_HE>>, טלפון <<PHONE_IL>>", "additional_kwargs": {}}}, {"type": "ai", "data": {"content": "תודה, <<NAME_HE>>."}}]},
    {"anthropic_version": "x", "max_tokens": 500, "system": "Caller: <<FULL>>, <<HOME_NL>>", "messages": [{"role": "user", "content": [{"type": "text", "text": "When is the engineer coming?"}]}]},
    {"contents": [{"role": "user", "parts": [{"text": "ชื่อ <<NAME_TH>> โทร <<PHONE_TH>>"}]}], "generationConfig": {"temperature": 0.2}},
    {"candidates": [{"content": {"parts": [{"functionCall": {"name": "kyc_check", "args": {"fullName": "<<full:id_ID>>", "nik": "<<ID_NIK>>", "dob": "<<BORN_ISO>>"}}}]}, "finishReason": "STOP"}]},
    {"resourceSpans": [{"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "claims-agent"}}]}, "scopeSpans": [{"spans": [{"name": "execute_tool find_member", "attributes": [{"key": "gen_ai.tool.call.arguments", "value": {"stringValue": json.dumps({"name": "<<FULL>>", "birth_date": "<<BORN_DOT>>"})}}, {"key": "enduser.id", "value": {"stringValue": "<<MAIL>>"}}, {"key": "client.address", "value": {"stringValue": "<<IP>>"}}]}]}]}]},
    {"resourceLogs": [{"scopeLogs": [{"logRecords": [{"timeUnixNano": "1772443200000000000", "body": {"kvlistValue": {"values": [{"key": "passenger", "value": {"stringValue": "<<CAPITALS>>"}}, {"key": "passport", "value": {"stringValue": "<<MX_PASSPORT>>"}}, {"key": "seat", "value": {"stringValue": "14C"}}]}}}]}]}]},
    {"span": {"name": "chat", "events": [{"name": "gen_ai.user.message", "attributes": {"content": "Soy <<full:es_CL>>, RUT <<CL_RUT>>"}}, {"name": "gen_ai.choice", "attributes": {"message": json.dumps({"role": "assistant", "content": "Gracias, <<first:es_CL>>. ¿Sigue viviendo en <<city:es_CL>>?"})}}]}},
    {"traceId": "5b8efff798038103d269b633813fc60c", "attributes": {"db.query.text": "SELECT * FROM residents WHERE oib = '<<HR_OIB>>' AND surname = '<<last:hr_HR>>'", "db.system.name": "postgresql"}},
    {"jsonrpc": "2.0", "id": "a-3", "method": "tools/call", "params": {"name": "send_sms", "arguments": {"to": "<<PHONE_KE>>", "text": "Habari <<NAME_SW>>, fundi anakuja kesho."}}},
    {"jsonrpc": "2.0", "id": "a-3", "result": {"content": [{"type": "text", "text": "2 tenants found: <<FULL>> (<<PHONE_SG>>), <<FULL2>> (<<PHONE_ZA>>)"}], "isError": False}},
    {"jsonrpc": "2.0", "id": 9, "error": {"code": -32602, "message": "invalid params", "data": {"field": "personnummer", "holder": "<<full:no_NO>>", "got": "<<NO_FODSELSNUMMER>>"}}},
    {"task": {"id": "t-19", "status": {"state": "input-required", "message": {"role": "agent", "parts": [{"kind": "text", "text": "Is <<MAIL>> still the right address for <<FULL>>?"}]}}}},
    {"run": {"steps": [{"thought": "Need the lease of <<FULL>>.", "action": "lease.get", "action_input": "<<HOME_US>>"}, {"thought": "The co-tenant is <<FULL2>>.", "action": "finish"}]}},
    {"memory": [{"k": "user.name", "v": "<<FULL>>"}, {"k": "user.daughter", "v": "<<GIVEN2>>"}, {"k": "user.town", "v": "<<TOWN>>"}, {"k": "user.tone", "v": "formal"}]},
    {"retrieval": {"query": "who signed for flat 9", "hits": [{"score": 0.83, "chunk": "Signed by <<COMMA>>, witness <<INITIAL>>."}, {"score": 0.41, "chunk": "Keys are kept at the concierge."}]}},
    {"transcript": [{"t": 0.4, "spk": "A", "txt": "may I have your name"}, {"t": 3.1, "spk": "B", "txt": "<<SMALL>>"}, {"t": 5.0, "spk": "A", "txt": "and your mail"}, {"t": 7.7, "spk": "B", "txt": "<<MAIL_SPOKEN>>"}]},
    {"slots": {"customer_name": {"value": "<<FULL>>", "confidence": 0.94}, "callback_number": {"value": "<<PHONE_FR>>", "confidence": 0.9}, "intent": {"value": "meter_reading", "confidence": 0.99}}},
    {"entities": [{"type": "person", "text": "<<NAME_JA>>", "start": 0}, {"type": "phone", "text": "<<PHONE_JP>>", "start": 14}], "lang": "ja"},
    {"dataset_row": {"input": "Draft a letter to <<FULL>>, <<HOME_IE>>.", "reference": "Dear <<FULL2>>, ...", "labels": ["letter", "formal"]}},
    {"handover": {"from": "bot", "to": "desk-4", "summary": json.dumps({"who": "<<full:uk_UA>>", "ipn": "<<UA_RNOKPP>>", "wants": "new card"}), "sentiment": -0.2}},
    {"audit": {"actor": "<<MAIL>>", "actor_ip": "<<IP_SIX>>", "before": {"beneficiary": "<<FULL>>", "iban": "<<IBAN_TR>>"}, "after": {"beneficiary": "<<FULL2>>", "iban": "<<IBAN_GR>>"}}},
    {"checkpoint": {"channel_values": {"messages": [["human", "Ben <<full:tr_TR>>, <<HOME_TR>>"], ["ai", "Teşekkürler"]], "verified": True}, "v": 4}},
    {"prompt": "### Customer\n<<FULL>>\n<<HOME_DE>>\n### Task\nWrite a reminder.", "stop": ["###"], "n": 1},
    {"tool": "run_sql", "result": {"columns": ["id", "inhaber", "geburtsdatum", "ort"], "rows": [[1, "<<full:de_DE>>", "<<BORN_DOT>>", "<<city:de_DE>>"], [2, "<<full2:de_DE>>", "<<BORN_DOT2>>", "<<city2:de_DE>>"]]}},
    {"tool": "read_csv", "output": "member,born,phone\n<<FULL>>,<<BORN_ISO>>,<<PHONE_IN>>\n<<FULL2>>,<<BORN_ISO2>>,<<PHONE_IN2>>"},
    {"tool": "ocr", "output": {"lines": ["OSOBNA ISKAZNICA", "<<CAPITALS>>", "<<BORN_DOT>>", "OIB <<HR_OIB>>"], "mean_confidence": 0.88}},
    {"tool": "browser.fill", "args": {"selector": "#card", "value": "<<VISA>>"}, "next": {"selector": "#holder", "value": "<<CAPITALS>>"}},
    {"tool": "http", "request": {"headers": {"X-Service-Key": "<<KEY>>"}, "body": json.dumps({"email": "<<MAIL>>", "mobile": "<<PHONE_BR>>"})}, "status": 202},
)  # fmt: skip
