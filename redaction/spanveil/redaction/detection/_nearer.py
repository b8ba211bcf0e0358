"""A number that stands beside a telling word and belongs to what stands nearer, or is two years."""

import re
from typing import Final

_LABELS: Final = re.compile(
    # `received job=8140369`, `numéro de suivi 7591…`, `(merge 7818b619e2`
    r"(?<![A-Za-z])(?:(?i:jobs?|builds?|pids?|tids?|ports?|merge[ds]?|commit|revision|rev|version|copyright|sha1?|bytes|offset|exit|errno|error|iterations"
    r"|tracking|shipment|waybill|parcel|barcode|sku|ean|gtin|upc|isbn|issn|ndc|pzn|imo|mmsi"
    r"|suivi|commande|colis|facture|s\u00e9rie|lot|pi\u00e8ce|r\u00e9servation|vol|article|mod\u00e8le"
    r"|pedido|factura|rastreo|seguimiento|rastreamento|fatura|ordine|fattura|spedizione"
    r"|bestell(?:ung|nummer)|sendungs(?:nummer|verfolgung)|auftrag(?:snummer)?|rechnung(?:snummer)?|bestelling|zam\u00f3wienia|objedn\u00e1vky))"
    r"(?i:[_ ]?(?:id|no|nr|n\u00b0|n\u00ba|number))?[\\\"' .:#=]{1,4}$"
    # a driver of a data base
    r"|(?i:odbc|jdbc|server ?=)"
)
_NO_VALUE: Final = re.compile(
    r"\s?(?:(?:19|20)\d\d ?[-\u2013/] ?(?:19|20)\d\d(?![\w/-])"
    r"|(?i:merge|commit|port|step|page|build|error|issue|pull|part|chapter|section) )"
    # a version has a zero between points, a phone none
    r"|\d{1,3}\.0\.\d{2,5}\.\d"
)


def is_of_another(between: str, value: str) -> bool:
    """Say whether a number is no number of the word before it.

    Args:
        between: What stands between the word and the number.
        value: The number.
    """
    return _NO_VALUE.match(value) is not None or _LABELS.search(between) is not None
