"""Values that look like something and are nothing."""

from typing import Final

from benchmarks.held_out._caller._sums import Draw, filled, luhn, runs, shapes

NEGATIVE_KINDS: Final[dict[str, Draw]] = {
    "sha": runs("[a-f0-9]{40}"),
    "short": runs("[a-f0-9]{7}"),
    "digest": runs("[a-f0-9]{64}"),
    "md": runs("[a-f0-9]{32}"),
    "half": runs("[a-f0-9]{16}"),
    "uid": runs("[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-b[a-f0-9]{3}-[a-f0-9]{12}"),
    "ulid": runs("01J[0-9A-HJKMNP-TV-Z]{23}"),
    "call": runs("[A-Za-z0-9]{24}"),
    "sri": runs("[A-Za-z0-9+/]{86}=="),
    "some": shapes("%", "%#"),
    "many": shapes("%##", "%###"),
    "lots": shapes("%######", "%#######"),
    "long": shapes("%###########"),
    "price": shapes("%#.##", "%##.##"),
    "version": shapes("%.#.#", "%.%#.#"),
    "stamp": shapes("17########"),
    "millis": shapes("17###########"),
    "lat": shapes("4#.######", "1#.######"),
    "part": runs("[A-Z]{3}-[0-9]{5}-[A-Z]{2}"),
    "sku": runs("[A-Z]{2}[0-9]{6}[A-Z]{1}"),
    "parcel": lambda rng: luhn("00340" + filled(rng, "##############")),
}
