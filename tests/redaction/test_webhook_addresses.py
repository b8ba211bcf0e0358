"""Addresses of webhooks whose whole path lets whoever has it in."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()
_ONE, _TWO = "7d9c2b1e-4f3a-4c5d-8e6f-1a2b3c4d5e6f", "0e9d8c7b-6a5f-4e3d-9c2b-1a0f9e8d7c6b"
_LONG = "R2y5_SD9N_9R_SDjRehZ0DcuvWxGErwk_wAu44JDk5eEzxuQSiyaA-3sUmmb2yBzkJn0"


@pytest.mark.parametrize(
    ("host", "path"),
    [
        ("https://hooks.slack.com/services/", "T216A39W9GT/BY8ECTGHJP0/1cxg9yGJNlxBVpcN1cmXr54Z"),
        (
            "https://hooks.slack.com/workflows/",
            "T0161JQ8F/A02B7C9D1E/418273645091827364/mQ8vR2tY6wN4pL9sK3hJ5cXz",
        ),
        ("https://hooks.slack-gov.com/services/", "T0161JQ8F/B02B7C9D1E/mQ8vR2tY6wN4pL9sK3hJ5cXz"),
        ("https://discord.com/api/webhooks/", f"8287020600988031428/{_LONG}"),
        ("https://discord.com/api/v10/webhooks/", f"8287020600988031428/{_LONG}"),
        (
            "https://acme.webhook.office.com/webhookb2/",
            f"{_ONE}@{_TWO}/IncomingWebhook/9f8e7d6c5b4a39281706f5e4d3c2b1a0/{_ONE}/V2xA9sDfGhJkLq1",
        ),
        (
            "https://chat.googleapis.com/v1/spaces/AAAAx7Kq2mE/messages?",
            "key=AIzaSyDdI0hCZtE6vySjMm-WEfRq3CPzqKqqsHI&token=q8Yw2eRt5uI7oP1aS3dF6gH9jK0lZ4xC8v",
        ),
        ("https://hooks.zapier.com/hooks/catch/", "1827364/b7k2m9x"),
        ("https://chat.acme.io/hooks/", "Xy7kQ2mN9pR4tV6wZ/aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY"),
        ("https://acme.bitrix24.com/rest/", "17/k3m9x2q7v5b8n1z4"),
        (
            "https://api.vercel.com/v1/integrations/deploy/",
            "prj_a8Bc3De5Fg7Hi9Jk1Lm2No4Pq6Rs/kJ8mN2pQ4r",
        ),
        (
            "https://webexapis.com/v1/webhooks/incoming/",
            "Y2lzY29zcGFyazovL3VzL1dFQkhPT0svODI5NTQyMTQtZjY3Ny00",
        ),
        ("https://nosnch.in/", "c2354d53d2"),
        (
            "https://hooks.airtable.com/workflows/v1/genericWebhook/",
            "appAb1Cd2Ef3Gh4Ij/wflKl5Mn6Op7Qr8St/wtrUv9Wx0Yz1Ab2Cd",
        ),
        ("https://api-private.atlassian.com/automation/webhooks/jira/a/", f"{_ONE}/{_TWO}"),
    ],
)
def test_finds_the_whole_path(host: str, path: str) -> None:
    text = f"requests.post('{host}{path}/', json=body)"
    found = {place for each in DETECTOR.find(text) for place in range(each.start, each.end)}
    start = text.index(path)
    assert found.issuperset(
        place for place in range(start, start + len(path)) if text[place].isalnum()
    )
