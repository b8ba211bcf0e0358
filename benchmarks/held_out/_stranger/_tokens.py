"""All kinds of secrets this split draws, and what its negatives draw.

Prefixes, lengths and alphabets are those that services and formats document, as far as their author
knew them by heart; none was issued.
"""

from typing import Final

from benchmarks.held_out._stranger._tokens_form import Maker, drawn
from benchmarks.held_out._stranger._tokens_made import MADE
from benchmarks.held_out._stranger._tokens_passwords import PASSWORDS
from benchmarks.held_out._stranger._tokens_services import SERVICES
from benchmarks.held_out._stranger._tokens_wallets import WALLETS

KINDS: Final[dict[str, Maker]] = {**SERVICES, **MADE, **WALLETS, **PASSWORDS}

NEGATIVE_KINDS: Final[dict[str, Maker]] = {
    "md": drawn("[0-9a-f]{32}"),
    "sha": drawn("[0-9a-f]{40}"),
    "shorter": drawn("[0-9a-f]{7}"),
    "digest": drawn("[0-9a-f]{64}"),
    "sum_long": drawn("[0-9a-f]{128}"),
    "sri": drawn("[A-Za-z0-9+/]{86}=="),
    "gosum": drawn("[A-Za-z0-9+/]{43}="),
    "uid": drawn("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}"),
    "guid": drawn("[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-9[0-9A-F]{3}-[0-9A-F]{12}"),
    "half": drawn("[0-9a-f]{16}"),
    "ulid": drawn("01J[0-9A-HJKMNP-TV-Z]{23}"),
    "nano": drawn("[A-Za-z0-9_-]{21}"),
    "snow": drawn("1[0-9]{18}"),
    "stamp": drawn("17[0-9]{8}"),
    "stamp_ms": drawn("17[0-9]{11}"),
    "version": drawn("[1-9]{1}.[0-9]{1,2}.[1-9]{1}"),
    "float": drawn("0.[0-9]{6}||-0.[0-9]{6}"),
    "degree": drawn("[1-8]{1}[0-9]{1}.[0-9]{5}"),
    "price": drawn("[1-9]{1}[0-9]{1,3}.[0-9]{2}"),
    "few": drawn("[2-9]{1}"),
    "some": drawn("[1-9]{1}[0-9]{1}"),
    "many": drawn("[1-9]{1}[0-9]{2,3}"),
    "lots": drawn("[1-9]{1}[0-9]{5,7}"),
    "part": drawn("[A-Z]{2,3}-[0-9]{4}-[A-Z]{1}||[0-9]{3}-[A-Z]{2}[0-9]{3}"),
    "blob": drawn("[A-Za-z0-9+/]{180}"),
    "lines": lambda rng: "\n".join(drawn("[A-Za-z0-9+/]{64}")(rng) for _ in range(5)),
    "tag": drawn("[a-z0-9]{5}"),
    "replica": drawn("[b-df-hj-np-tv-z2-9]{9,10}-[b-df-hj-np-tv-z2-9]{5}"),
    "colons": lambda rng: ":".join(drawn("[0-9a-f]{2}")(rng) for _ in range(16)),
    "colons_long": lambda rng: ":".join(drawn("[0-9A-F]{2}")(rng) for _ in range(32)),
    "base_url": drawn("[A-Za-z0-9_-]{43}"),
    "ident": drawn("[A-Za-z0-9]{24}"),
    "call": drawn("[A-Za-z0-9]{24}"),
    "video": drawn("[A-Za-z0-9_-]{11}"),
    "cid": drawn("bafybei[a-z2-7]{52}"),
    "oid": drawn("66[0-9a-f]{22}"),
    "txid": drawn("0x[0-9a-f]{64}"),
    "sri_short": drawn("[A-Za-z0-9+/]{64}"),
    "public": drawn("[A-Za-z0-9+/]{43}"),
    "store": drawn("[0-9a-df-np-sv-z]{32}"),
    "xray": drawn("1-66[0-9a-f]{6}-[0-9a-f]{24}"),
    "identifier": lambda rng: ":".join(drawn("[0-9A-F]{2}")(rng) for _ in range(20)),
}
