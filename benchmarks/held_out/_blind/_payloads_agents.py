"""JSON that models, agents, tools and telemetry exchange. Leaves name a slot."""

import json
from typing import Any, Final

AGENT_SHAPES: Final[tuple[Any, ...]] = (
    {"object": "chat.completion", "choices": [{"index": 0, "message": {"role": "assistant", "tool_calls": [{"type": "function", "function": {"name": "open_ticket", "arguments": json.dumps({"reporter": "<<full:en_US>>", "reach_at": "<<phone:en_US>>", "severity": 2})}}]}}]},
    {"input": [{"role": "user", "content": [{"type": "input_text", "text": "I'm <<full:en_GB>>, resend the contract to <<email:en_GB>>"}]}], "model": "gpt-4.1"},
    {"type": "message", "role": "assistant", "content": [{"type": "text", "text": "Looking that up."}, {"type": "tool_use", "id": "toolu_1", "name": "find_person", "input": {"who": "<<full:de_DE>>", "born": "<<birth>>"}}]},
    {"contents": [{"role": "model", "parts": [{"functionCall": {"name": "bookRide", "args": {"rider": "<<full:es_ES>>", "pickup": "<<address:es_ES>>"}}}]}], "finishReason": "STOP"},
    {"lc": 1, "type": "constructor", "id": ["langchain", "schema", "messages", "HumanMessage"], "kwargs": {"content": "My name is <<full:fr_FR>> and I was born on <<birth>>", "additional_kwargs": {}}},
    {"jsonrpc": "2.0", "id": 12, "method": "tools/call", "params": {"name": "crm_update", "arguments": {"contact": {"display": "<<full:nl_NL>>", "gsm": "<<phone:nl_NL>>"}}}},
    {"jsonrpc": "2.0", "id": 12, "result": {"structuredContent": {"matches": [{"label": "<<full:pl_PL>>", "pesel": "<<PL_PESEL>>"}]}, "isError": False}},
    {"tool": "sql", "output": {"cols": ["full_nm", "cell_no", "home_addr"], "rows": [["<<full:en_US>>", "<<phone:en_US>>", "<<address:en_US>>"], ["<<full2:en_US>>", "<<phone2:en_US>>", "<<address2:en_US>>"]]}},
    {"resourceSpans": [{"scopeSpans": [{"spans": [{"name": "chat", "attributes": [{"key": "gen_ai.input", "value": {"stringValue": "call <<full:sv_SE>> on <<phone:sv_SE>>"}}, {"key": "enduser.mail", "value": {"stringValue": "<<email:sv_SE>>"}}]}]}]}]},
    {"resourceLogs": [{"scopeLogs": [{"logRecords": [{"severityText": "WARN", "body": {"kvlistValue": {"values": [{"key": "subscriber", "value": {"stringValue": "<<full:it_IT>>"}}, {"key": "peer.ip", "value": {"stringValue": "<<IP_ADDRESS>>"}}]}}}]}]}]},
    {"event": "on_tool_end", "name": "web_form", "data": {"output": {"fields_filled": {"#fname": "<<first:pt_BR>>", "#lname": "<<last:pt_BR>>", "#cpf": "<<BR_CPF>>"}}}},
    {"memory": {"facts": ["The user is called <<full:tr_TR>>", "Mobile is <<phone:tr_TR>>", "Likes tea"]}, "version": 3},
    {"query": "orders of <<full:fi_FI>>", "filters": {"customer.email": {"$eq": "<<email:fi_FI>>"}}, "top_k": 4},
    {"matches": [{"id": "v1", "score": 0.71, "metadata": {"text": "Lease signed by <<full:cs_CZ>> for <<address:cs_CZ>>", "page": 2}}]},
    {"trajectory": [{"thought": "user <<full:en_AU>> wants a refund", "action": "refund", "action_input": {"card": "<<CREDIT_CARD>>", "cents": 4200}}]},
    {"stdout": json.dumps({"user": {"gecos": "<<full:en_CA>>", "mail": "<<email:en_CA>>"}}), "stderr": "", "code": 0},
    {"handoff": {"to": "billing", "briefing": "Caller <<full:en_NZ>>, callback <<phone:en_NZ>>, angry about invoice 7"}},
    {"eval": {"prompt": "Write to <<full:el_GR>>", "completion": "Dear <<first:el_GR>>,", "score": 0.5}},
    {"span": {"attributes": {"http.url": "https://api.example.com/find", "app.customer.name": "<<full:hr_HR>>", "app.customer.oib": "<<HR_OIB>>"}}},
    {"browser": {"action": "type", "selector": "input[name=dob]", "value": "<<birth>>"}, "page_title": "Profile of <<full:da_DK>>"},
    {"env": {"TZ": "UTC", "REPORT_SIGNING": "<<SECRET_alnum_long>>"}, "cmd": ["python", "report.py"]},
    {"server": {"url": "https://mcp.example.com", "headers": {"X-Agent-Key": "<<SECRET_urlsafe>>"}}, "transport": "http"},
    {"arguments": json.dumps({"connection": {"host": "db1", "user": "app", "password": "<<SECRET_manager>>"}}), "call_id": "fc_1", "type": "function_call"},
    {"result": {"content": [{"type": "text", "text": "export STRIPE=<<SECRET_stripe_long>>"}]}, "jsonrpc": "2.0", "id": 3},
)  # fmt: skip
