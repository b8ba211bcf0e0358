"""Calls of tools, their answers, and documents within documents."""

import json
from typing import Any, Final

NESTED: Final[tuple[Any, ...]] = (
    {
        "type": "function_call",
        "call_id": "call_r9",
        "name": "update_contact",
        "arguments": json.dumps({"name": "<<MEXICAN>>", "phone": "<<PHONE_MX>>", "vip": False}),
    },
    {
        "role": "assistant",
        "content": [
            {"type": "text", "text": "I will write to <<AMERICAN>> now."},
            {"type": "tool_use", "id": "tu_1", "name": "send_mail", "input": {"to": "<<MAIL>>"}},
        ],
    },
    {
        "role": "user",
        "content": [
            {
                "type": "tool_result",
                "tool_use_id": "tu_2",
                "content": "1 row: <<SPANISH>>, <<ES_NIF>>, <<HOME_ES>>",
            }
        ],
    },
    {
        "jsonrpc": "2.0",
        "id": 7,
        "method": "tools/call",
        "params": {"name": "find_booking", "arguments": {"surname_and_name": "<<FRENCH_FORMAL>>"}},
    },
    {
        "jsonrpc": "2.0",
        "id": 8,
        "result": {
            "content": [{"type": "text", "text": "Called <<PHONE_IE>>, <<BRITISH>> agreed."}]
        },
    },
    {
        "Records": [
            {
                "eventSource": "aws:sqs",
                "body": json.dumps({"cpf": "<<BR_CPF>>", "nome": "<<BRAZILIAN>>", "cep": None}),
            }
        ]
    },
    {
        "webhook": "message.received",
        "payload": {
            "from": "<<PHONE_NG>>",
            "text": "My name is <<NIGERIAN>>, I live at <<HOME_NG>>",
        },
    },
    {
        "query": "SELECT nama, nik FROM nasabah LIMIT 2",
        "rows": [["<<INDONESIAN>>", "<<ID_NIK>>"], ["<<INDONESIAN2>>", "<<ID_NIK2>>"]],
        "truncated": False,
    },
    {
        "columns": ["full_name", "email", "ip"],
        "data": [
            ["<<AMERICAN>>", "<<MAIL>>", "<<IP>>"],
            ["<<POLISH>>", "<<MAIL_PL>>", "<<IP2>>"],
            ["<<EGYPTLATIN>>", "<<MAIL_EG>>", "<<IPV>>"],
        ],
    },
    {
        "span": {"name": "invoke_agent concierge", "kind": "CLIENT", "status": "OK"},
        "attributes": {
            "gen_ai.operation.name": "invoke_agent",
            "gen_ai.input.messages": json.dumps(
                [{"role": "user", "content": "Book for <<VIETNAMESE>>, passport <<VN_PASSPORT>>"}]
            ),
            "enduser.id": "<<MAIL_VN>>",
        },
    },
    {
        "logs": [
            {"ts": 1767225600, "line": "otp sent to <<PHONE_PH>>"},
            {"ts": 1767225611, "line": "otp accepted for <<FILIPINO>> from <<IP>>"},
        ]
    },
    {
        "state": {
            "memory": [
                "The user's name is <<CZECH>>.",
                "Lives in <<TOWN_CZ>>, prefers trains.",
                "Account for refunds: <<CZ_BANK_ACCOUNT>>.",
            ]
        },
        "next": "planner",
    },
    {
        "candidates": [
            {
                "content": {
                    "role": "model",
                    "parts": [
                        {
                            "functionCall": {
                                "name": "create_ticket",
                                "args": {
                                    "requester": "<<GERMAN>>",
                                    "steuer_id": "<<DE_STEUER_ID>>",
                                },
                            }
                        }
                    ],
                },
                "finishReason": "STOP",
            }
        ]
    },
    {
        "retrieval": {"query": "late parcel", "top_k": 2},
        "documents": [
            {"score": 0.81, "text": "Call of <<BRITISH>> (<<PHONE_UK>>): parcel late, will wait."},
            {"score": 0.77, "text": "Mail from <<MAIL_DE>>: Paket fehlt, Adresse <<HOME_DE>>."},
        ],
    },
    {
        "error": "ValidationError",
        "detail": [{"loc": ["body", "hkid"], "msg": "bad check digit", "input": "<<HK_ID>>"}],
    },
    {
        "thread": [
            {"author": "<<CANTONESE>>", "text": "唔該打<<PHONE_HK>>"},
            {"author": "<<TAIWANESE>>", "text": "好，我的信箱是<<MAIL_TW>>"},
        ]
    },
    {
        "contents": json.dumps(
            {"inner": json.dumps({"driver": "<<SOUTHAFRICAN>>", "reg": "<<PLATE_ZA>>"})}
        ),
        "encoding": "json",
    },
    {
        "device": {"imei": "<<IMEI>>", "wifi_mac": "<<MAC>>", "os": "Android 15"},
        "owner": {"name": "<<EGYPTIAN>>", "national_id": "<<EG_NATIONAL_ID>>"},
    },
    {
        "customer": {"nombre": "<<MEXICAN>>", "rfc": "<<MX_RFC>>", "domicilio": "<<HOME_MX>>"},
        "integration": {"provider": "shopify", "access_token": "<<SECRET_shopify_admin>>"},
    },
    {
        "tool": "http_request",
        "request": {
            "headers": {"Authorization": "Bearer <<SECRET_opaque>>"},
            "body": {"employee": "<<BRAZILIAN>>", "pis": "<<BR_PIS>>"},
        },
    },
    {
        "profile": {
            "display": "<<AMERICAN_FIRST>>",
            "about": "vet nurse, two dogs",
            "verified_phone": "<<PHONE_US>>",
            "hometown": "<<TOWN_US>>",
        },
        "report": {"category": "romance_scam", "reporter": "<<MAIL>>"},
    },
)
