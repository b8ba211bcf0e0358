"""What tells a person without being a number: handles, bookings, coordinates, wallets, devices."""

import re
from typing import Final

from spanveil.redaction.detection._identifiers import Context, digits_at_least

_HANDLE_MARKED: Final = r"[@$][a-z][a-z0-9_.-]{1,29}"
_HANDLE: Final = r"(?=[A-Za-z_-]{0,19}[0-9])[a-z][a-z0-9_-]{5,19}"
_PROFILE: Final = r"(?:https?://)?(?:www\.)?(?:linkedin\.com/(?:in|pub)|facebook\.com|instagram\.com|t\.me|tiktok\.com|x\.com|twitter\.com|xing\.com/profile)/@?[a-z0-9_.-]{3,40}"
_WALLET: Final = r"(?=[1-9A-HJ-NP-Za-km-z]{0,40}[0-9])(?=[1-9A-HJ-NP-Za-km-z]{0,40}[A-Z])(?=[1-9A-HJ-NP-Za-km-z]{0,40}[a-z])[1-9A-HJ-NP-Za-km-z]{25,106}|(?:addr|stake|cosmos|osmo|ltc|bc|inj|terra|tb)1[02-9ac-hj-np-z]{20,110}"
_UUID: Final = r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
_PAIR: Final = r"[-+]?\d{1,2}\.\d{3,10}\u00b0?[NS]?[,;/ ]{1,2}[-+]?\d{1,3}\.\d{3,10}\u00b0?[EW]?"
_BOOKING: Final = r"(?=[A-Z]{0,5}\d)(?=\d{0,5}[A-Z])[A-Z0-9]{6}|[A-Z]{6}"

_CARD: Final = re.compile(
    r"(?i:visa(?! ?-?(?:nummer|number|no|type|categ))|mastercard|maestro|amex|discover|credit|debit|kredit|\bcvv|\bcvc|\bpan\b|"
    r"card ?(?:number|no|ending)|carte (?:bancaire|bleue|de cr)|tarjeta|cart[a\u00e3]o? (?:di|de) cr|girokarte|bankkarte|kart[ya] (?:kred|p\u0142at))|(?<!\d)\d{4}(?:[ -]\d{4}){3}(?!\d)|(?<!\d)[3-6]\d{14,15}(?!\d)"
)
"""What says that a month is the last one of a card, and not of a document."""

HANDLES: Final = (
    Context("PERSONAL_ID", ("venmo", "cashtag", "cash app", "cashapp", "instagram", "twitter", "tiktok", "snapchat", "telegram", "mastodon", "bluesky", "threads handle", "social handle", "user handle"), _HANDLE_MARKED, reach=32),
    Context("URL", ("linkedin", "facebook", "instagram", "profile url", "profile link"), _PROFILE, reach=40),
    Context("PERSONAL_ID", ("pnr", "booking ref", "record locator", "booking code", "buchungscode", "reservation code", "airline confirmation", "code de r\u00e9servation", "localizador"), _BOOKING, caseless=False, reach=24),
    Context("PERSONAL_ID", ("idfa", "gaid", "idfv", "advertising id", "ad id", "android id", "ssaid", "device uuid"), _UUID + r"|[0-9a-f]{16}"),
    Context("LOCATION", ("home location", "home coordinates", "gps", "geolocation", "last seen at", "home position", "my coordinates", "her coordinates", "his coordinates", "their coordinates", "user coordinates", "customer coordinates", "current coordinates", "last coordinates", "coordinates of"), _PAIR, digits_at_least(8)),
    Context("CRYPTO", ("wallet", "xrp", "ripple", "solana", "monero", "xmr", "cardano", "polkadot", "litecoin", "ltc", "dogecoin", "doge", "trx", "tron", "btc", "bitcoin", "crypto address", "deposit address", "payout address"), _WALLET, caseless=False),
    Context("US_BANK_NUMBER", ("bic", "swift"), r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?", caseless=False, reach=24),
    Context("US_BANK_NUMBER", ("ifsc",), r"[A-Z]{4}0[A-Z0-9]{6}", reach=24),
    Context("EMAIL_ADDRESS", ("upi", "vpa"), r"[a-z0-9][a-z0-9._-]{1,60}@[a-z]{2,16}", reach=24, digits=0),
    Context("PERSONAL_ID", ("wechat", "weixin", "wxid", "\u5fae\u4fe1\u53f7", "\u5fae\u4fe1", "line id", "kakaotalk", "kakao id", "zalo id", "qq\u53f7"), _HANDLE, reach=16),
    Context("NATIONAL_ID", ("i-94", "i94"), r"\d{9}[A-Z]\d|\d{11}"),
    Context("NATIONAL_ID", ("a-number", "a number", "alien number"), r"A-?\d{3}-?\d{3}-?\d{3}|A\d{8}"),
    Context("NATIONAL_ID", ("dod id",), r"\d{10}"),
    Context("NATIONAL_ID", ("my number",), r"\d{4}[ -]?\d{4}[ -]?\d{4}"),
    Context("NATIONAL_ID", ("c.i.", "c.c.", "c. i.", "c. c."), r"\d{1,3}\.\d{3}\.\d{3}(?:\.\d{3})?(?:-\d)?|\d{6,10}"),
    Context("CREDIT_CARD", ("card expiry", "card_expiry", "exp date", "valid thru"), r"(?:0[1-9]|1[0-2]) ?/ ?(?:20)?\d\d", reach=20, score=0.5),
    Context("CREDIT_CARD", ("expiry", "expires", "exp.", "valid through", "valid until", "g\u00fcltig bis", "ablauf", "verfall", "expire", "v\u00e1lida hasta", "caduca", "caducidad", "vencimiento", "vence", "v\u00e1lido at\u00e9", "validade", "scadenza", "scade", "geldig tot", "vervaldatum", "wa\u017cna do", "wa\u017cno\u015bci", "platnost", "son kullanma", "utg\u00e5r", "udl\u00f8b", "utl\u00f8p"), r"(?:0[1-9]|1[0-2]) ?/ ?(?:20)?\d\d", reach=20, score=0.5, near=_CARD),
    Context("PHONE_NUMBER", ("m-pesa", "mpesa", "payid"), r"\+?\d(?:[ -]?\d){8,13}", reach=24),
)  # fmt: skip
"""Rows of the table, each a form beside its words."""
