"""JSON of agents, their tools and their telemetry. Leaves name a slot."""

import json
from typing import Any, Final

AGENT_SHAPES: Final[tuple[Any, ...]] = (
    [{"role": "user", "content": [{"type": "input_text", "text": "Reset the PIN for <<FULLNAME>>, phone <<PHONE_US>>"}]}, {"role": "assistant", "content": [{"type": "output_text", "text": "Done. I texted <<ONLYGIVEN>> a link."}]}],
    {"traceId": "a1b2c3d4e5f60718293a4b5c6d7e8f90", "name": "invoke_agent concierge", "attributes": {"gen_ai.input.messages": json.dumps([{"role": "user", "parts": [{"type": "text", "content": "Book a cab for <<FULLNAME>> to <<HOME>>"}]}]), "enduser.id": "<<BOX>>", "client.address": "<<HOST>>"}},
    {"resourceLogs": [{"scopeLogs": [{"logRecords": [{"severityText": "INFO", "body": {"stringValue": "tool verify_identity ok for <<FULLNAME>> dob=<<BORN_ISO>>"}, "attributes": [{"key": "user.email", "value": {"stringValue": "<<BOX>>"}}]}]}]}]},
    {"step": 4, "action": "call_tool", "tool": "lookup_member", "tool_input": {"surname": "<<ONLYFAMILY>>", "postcode_city": "<<POSTPLACE>>"}, "observation": "1 row: <<FULLNAME>>, <<PHONE_BE>>"},
    {"id": "msg_01", "type": "message", "role": "assistant", "content": [{"type": "text", "text": "I will mail it to <<BOX>>."}, {"type": "tool_use", "id": "toolu_01", "name": "send_mail", "input": {"recipient": "<<BOX>>", "body": "Dear <<ONLYGIVEN>>, your lease is attached."}}]},
    {"choices": [{"index": 0, "finish_reason": "tool_calls", "message": {"role": "assistant", "tool_calls": [{"function": {"name": "create_contact", "arguments": json.dumps({"displayName": "<<PARTICLE>>", "mobile": "<<PHONE_NL>>", "homeAddress": "<<HOME>>"})}}]}}], "usage": {"total_tokens": 388}},
    {"jsonrpc": "2.0", "id": 12, "method": "tools/call", "params": {"name": "pay", "arguments": {"creditor": "<<FULLNAME>>", "iban": "<<IBAN_FR>>", "amount": {"value": "41.00", "currency": "EUR"}}}},
    {"jsonrpc": "2.0", "id": 12, "result": {"structuredContent": {"patient": {"name": [{"family": "<<ONLYFAMILY>>", "given": ["<<ONLYGIVEN>>"]}], "birthDate": "<<BORN_ISO>>", "telecom": [{"system": "phone", "value": "<<PHONE_AU>>"}]}}}},
    {"thread": "th-4", "turns": [{"who": "user", "said": "my mother <<FULLNAME>> lives at <<ROAD>>"}, {"who": "agent", "said": "Should <<FULLNAME>> sign herself?"}]},
    {"retrieved": [{"source": "minutes.txt", "passage": "<<DOTTED>> seconded the motion; contact <<BOX>>.", "distance": 0.21}, {"source": "rules.txt", "passage": "A quorum is five members.", "distance": 0.4}]},
    {"event": "handoff", "from_agent": "triage", "to_agent": "billing", "context": {"caller": {"name": "<<FULLNAME>>", "ani": "<<PHONE_E>>"}, "summary": "Card <<VISA>> charged twice"}},
    {"tool": "http_request", "input": {"url": "https://api.example.org/v1/orders", "headers": {"X-Api-Key": "<<SECRET_unkey>>", "Accept": "application/json"}}, "output": {"status": 401}},
    {"tool": "run_shell", "input": {"cmd": "cat deploy.env"}, "output": "STAGE=prod\nREGION=fsn1\nSOCKET_TOKEN=<<SECRET_socket_dev>>\n"},
    {"tool": "python", "input": {"code": "client = Inngest(signing_key='<<SECRET_inngest>>')"}, "output": None, "duration_ms": 31},
    {"browser": {"action": "fill", "fields": [{"label": "Card number", "value": "<<MASTERCARD>>"}, {"label": "Name on card", "value": "<<SHOUT>>"}]}, "ok": True},
    {"agent_memory": {"facts": ["The user is called <<ONLYGIVEN>>", "Daughter: <<ONLYGIVEN2>>", "Works in <<PLACE>>"], "updated": "2026-05-02"}},
    {"evaluation": {"question": "When was <<FULLNAME>> born?", "expected": "<<BORN_LONG>>", "got": "I cannot share that.", "score": 0.0}},
    {"guardrail": "pii", "verdict": "flag", "matches": [{"kind": "us_ssn", "text": "<<US_SSN>>"}, {"kind": "email", "text": "<<BOX>>"}]},
    {"session": {"principal": "<<BOX>>", "ip": "<<HOST>>", "agent": "Mozilla/5.0 (X11; Linux x86_64)"}, "conversation": [["user", "Ich heiße <<full:de_DE>>"], ["bot", "Hallo!"]]},
    {"sql_result": {"cols": ["mieter", "iban", "miete"], "rows": [["<<full:de_DE>>", "<<IBAN_DE>>", 840], ["<<full2:de_DE>>", "<<IBAN_DE2>>", 912]]}},
)  # fmt: skip
