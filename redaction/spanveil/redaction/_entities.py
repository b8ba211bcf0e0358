"""The entity types that detection reports, in Presidio's names where Presidio has one."""

from typing import Final

SECRET: Final = "SECRET"  # noqa: S105 - the name of a type
ENTITY: Final = "ENTITY"

ENTITIES: Final = frozenset(
    # presidio-analyzer, "Supported entities"
    {"CREDIT_CARD", "CRYPTO", "DATE_TIME", "EMAIL_ADDRESS", "IBAN_CODE", "IP_ADDRESS", "LOCATION"}
    | {"MAC_ADDRESS", "MEDICAL_LICENSE", "NRP", "PERSON", "PHONE_NUMBER", "URL"}
    | {"US_BANK_NUMBER", "US_DRIVER_LICENSE", "US_ITIN", "US_MBI", "US_NPI", "US_PASSPORT"}
    | {"US_SSN", "ABA_ROUTING_NUMBER", "UK_NHS", "UK_NINO", "ES_NIF", "ES_NIE", "IT_FISCAL_CODE"}
    | {"PL_PESEL", "SG_NRIC_FIN", "AU_ABN", "AU_ACN", "AU_MEDICARE", "AU_TFN", "CA_SIN"}
    | {"IN_AADHAAR", "IN_PAN", "FI_PERSONAL_IDENTITY_CODE", "KR_RRN"}
    # without a Presidio counterpart
    | {SECRET, ENTITY}
)
"""``ENTITY`` stands for any type of a user's own recognizer."""
