"""JSON of agents: messages, tool calls and results, spans, logs and memories in several dialects."""

import json
from typing import Any, Final


def _chat(*turns: tuple[str, str]) -> list[Any]:
    return [
        {"role": role, "content": [{"type": "input_text", "text": text}]} for role, text in turns
    ]


AGENTS: Final[tuple[Any, ...]] = (
    {"model": "gpt-4.1-mini", "input": _chat(("developer", "Answer briefly."), ("user", "I'm <<full>>, my card <<VISA>> was charged twice."), ("assistant", "Sorry, <<first>>. Which day?")), "temperature": 0.2, "store": False},
    {"id": "resp_<<PLAIN_hexfour>>", "output": [{"type": "function_call", "call_id": "call_<<PLAIN_wide>>", "name": "open_account", "arguments": json.dumps({"holder": "<<full>>", "contact": {"email": "<<email>>", "phone": "<<phone>>"}, "residence": {"line": "<<address>>", "city": "<<city>>"}})}], "usage": {"input_tokens": 1811, "output_tokens": 92}},
    {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "toolu_<<PLAIN_wide>>", "content": json.dumps({"hits": 2, "people": [{"name": "<<full>>", "mail": "<<email>>", "ssn": "<<US_SSN>>"}, {"name": "<<full2>>", "mail": "<<email2>>", "ssn": "<<US_SSN2>>"}]})}]},
    {"candidates": [{"content": {"role": "model", "parts": [{"text": "The account of <<WHOLE>> (<<MAILBOX>>) is locked."}, {"functionCall": {"name": "unlock", "args": {"email": "<<MAILBOX>>", "requested_from": "<<IP_FOUR>>"}}}]}, "finishReason": "STOP"}], "modelVersion": "gemini-2.0-flash", "responseId": "<<PLAIN_nanoid>>"},
    {"lc": 1, "type": "constructor", "id": ["langchain", "schema", "messages", "HumanMessage"], "kwargs": {"content": "Where is my parcel? <<WHOLE>>, <<STREET>>, <<ZIPCITY>>", "additional_kwargs": {}, "id": "<<PLAIN_guid>>"}},
    {"llm.input_messages.1.message.role": "user", "llm.input_messages.1.message.content": "my phone is <<PHONE_IE>>", "llm.output_messages.0.message.content": "Thanks, I will call <<PHONE_IE>>.", "llm.model_name": "mistral-large", "session.id": "<<PLAIN_guid>>"},
    {"ai.operationId": "ai.generateText.doGenerate", "ai.prompt.messages": json.dumps([{"role": "user", "content": [{"type": "text", "text": "Write to <<email>> that <<full>> accepted."}]}]), "ai.response.text": "Dear <<first>>, thank you.", "ai.usage.promptTokens": 402},
    {"resourceLogs": [{"scopeLogs": [{"logRecords": [{"timeUnixNano": "1781002833190000000", "severityText": "WARN", "body": {"stringValue": "reset requested for <<MAILBOX>> by <<IP_SHORT>>"}, "traceId": "<<PLAIN_hexfour>>", "attributes": [{"key": "enduser.id", "value": {"stringValue": "<<MAILBOX>>"}}]}]}]}]},
    {"name": "chat claude-sonnet", "kind": "CLIENT", "attributes": {"gen_ai.system_instructions": json.dumps([{"type": "text", "content": "You help guests of the hotel."}]), "gen_ai.output.messages": json.dumps([{"role": "assistant", "parts": [{"type": "text", "content": "Welcome back, <<full>>! Room 311 is ready."}], "finish_reason": "stop"}]), "gen_ai.usage.output_tokens": 38, "server.port": 443}},
    {"jsonrpc": "2.0", "id": 31, "method": "tools/call", "params": {"name": "crm.update", "arguments": {"id": 448120, "patch": {"name": "<<full>>", "phone": "<<phone>>", "address": "<<address>>"}}}},
    {"jsonrpc": "2.0", "id": 31, "result": {"structuredContent": {"contact": {"displayName": "<<full>>", "emails": ["<<email>>", "<<MAILBOX>>"], "lastSeenIp": "<<IP_FOUR>>"}}, "isError": False}},
    {"jsonrpc": "2.0", "id": 12, "method": "elicitation/create", "params": {"message": "Is <<birth>> the right date of birth of <<full>>?", "requestedSchema": {"type": "object", "properties": {"ok": {"type": "boolean"}}}}},
    {"task": {"id": "<<PLAIN_guid>>", "status": {"state": "input-required", "message": {"role": "agent", "parts": [{"kind": "text", "text": "Which account should <<full>> be paid to, <<IBAN_NL>> or <<IBAN_FR>>?"}]}}}},
    {"thread": "<<PLAIN_ulid>>", "steps": [{"thought": "look the customer up", "action": "sql", "input": "SELECT * FROM people WHERE email='<<email>>'", "observation": "id=4411 | <<full>> | <<phone>>"}], "final": "<<first>> has no open order."},
    {"scratchpad": "Question: who lives at <<STREET>>?\nThought: search the register\nAction: register\nObservation: <<WHOLE>>, born <<BORN_WORD>>\nAnswer: <<WHOLE>>", "iterations": 3, "tokens": 2290},
    {"memory": {"profile": {"user_name": "<<WHOLE>>", "home_town": "<<TOWN>>", "spouse_name": "<<WHOLE2>>", "favourite_color": "green"}, "updated": "2026-04-14T06:00:00Z", "version": 17}},
    {"documents": [{"page_content": "Lease between Acme Homes and <<WHOLE>>, residing at <<STREET>>, <<ZIPCITY>>.", "metadata": {"source": "leases/118.pdf", "page": 1, "score": 0.8213371}}, {"page_content": "Quiet hours are from 10 pm to 7 am.", "metadata": {"source": "rules.md", "page": 4, "score": 0.4410092}}]},
    {"event": "on_tool_end", "run_id": "<<PLAIN_guid>>", "name": "fetch_ticket", "data": {"output": "From: <<WHOLE>> <<<MAILBOX>>>\nSubject: login\n\nI cannot log in from <<IP_FOUR>>."}},
    {"trace": {"traceId": "<<PLAIN_hexfour>>", "spanId": "<<PLAIN_hexshort>><<PLAIN_hexshort2>>"}, "prompt": "Summarise: <<full>> called on Monday from <<phone>> about IBAN <<IBAN_DE>>.", "completion": "<<full>> called about a bank account.", "latency_ms": 1289.41, "cost_usd": 0.00231},
    {"tool": "browser", "action": "fill_form", "fields": [{"selector": "#fname", "value": "<<first>>"}, {"selector": "#lname", "value": "<<last>>"}, {"selector": "#mail", "value": "<<email>>"}, {"selector": "#city", "value": "<<city>>"}], "screenshot": "shot-<<PLAIN_number>>.png"},
    {"tool": "shell", "command": "grep -n '<<MAILBOX>>' users.csv", "stdout": "12:<<WHOLE>>,<<MAILBOX>>,<<PHONE_NL>>\n", "stderr": "", "exit_code": 0, "duration_ms": 6},
    {"tool": "python", "code": "df.loc[df.mail == '<<MAILBOX>>', 'phone'] = '<<PHONE_E>>'", "result": "1 row changed", "kernel": "<<PLAIN_guid>>"},
    {"tool": "calendar.insert", "params": {"summary": "Interview", "attendees": [{"email": "<<email>>", "displayName": "<<full>>"}, {"email": "<<email2>>", "displayName": "<<full2>>", "optional": True}], "location": "<<address>>", "start": "2026-09-03T09:30:00+02:00"}},
    {"tool": "payments.transfer", "args": {"beneficiary_name": "<<full>>", "beneficiary_iban": "<<IBAN_ES>>", "amount": "1250.00", "currency": "EUR", "reference": "INV-2026-0915"}, "ok": True},
    {"handoff": {"from": "triage", "to": "billing", "summary": "<<full>> disputes 3 charges on card <<AMEX>>; verified by date of birth <<birth>>.", "priority": 2}},
    {"guardrail": {"name": "pii", "triggered": True, "input": "my social is <<US_SSN>> and I live in <<city>>", "categories": {"pii": 0.97, "toxicity": 0.01}}},
    {"evaluation": {"metric": "helpfulness", "score": 0.72, "sample": {"question": "When was <<WHOLE>> born?", "expected": "<<BORN_WORD>>", "answer": "I cannot share that."}}},
    {"speech": {"segments": [{"start": 0.0, "end": 2.31, "speaker": "S1", "text": "you are speaking with <<WHOLE>>"}, {"start": 2.4, "end": 5.02, "speaker": "S2", "text": "hi, my number is <<PHONE_PAREN>>"}], "language": "en"}},
    {"config": {"mcpServers": {"crm": {"command": "npx", "args": ["-y", "crm-mcp"], "env": {"CRM_API_KEY": "<<KEY>>", "CRM_REGION": "eu"}}}}, "installed_by": "<<MAILBOX>>"},
    {"messages": [{"role": "user", "content": "The key is <<SECRET_ory>>, please rotate it."}, {"role": "assistant", "content": "Rotated; <<full>> (<<email>>) was informed."}], "conversation_id": "<<PLAIN_guid>>"},
)  # fmt: skip
