"""The entity types that detection reports, in Presidio's names where Presidio has one."""

from typing import Final

SECRET: Final = "SECRET"  # noqa: S105 - the name of a type
ENTITY: Final = "ENTITY"

ENTITIES: Final = frozenset(
    # presidio-analyzer, "Supported entities"
    {"CREDIT_CARD", "CRYPTO", "DATE_TIME", "EMAIL_ADDRESS", "IBAN_CODE", "IP_ADDRESS", "LOCATION"}
    | {"MAC_ADDRESS", "MEDICAL_LICENSE", "NRP", "ORGANIZATION", "PERSON", "PHONE_NUMBER", "URL"}
    | {"US_BANK_NUMBER", "US_CLAIM_NUMBER", "US_DRIVER_LICENSE", "US_HEALTH_INSURANCE_MEMBER_ID"}
    | {"US_ITIN", "US_MBI", "US_NPI", "US_PASSPORT", "US_PRESCRIPTION_NUMBER"}
    | {"US_PROVIDER_TAX_ID", "US_SSN", "ABA_ROUTING_NUMBER"}
    | {"UK_DRIVING_LICENCE", "UK_NHS", "UK_NINO", "UK_VEHICLE_REGISTRATION"}
    | {"ES_NIF", "ES_NIE", "PL_PESEL", "SE_ORGANISATIONSNUMMER", "SE_PERSONNUMMER"}
    | {"IT_DRIVER_LICENSE", "IT_FISCAL_CODE", "IT_IDENTITY_CARD", "IT_VAT_CODE"}
    | {"DE_HANDELSREGISTER", "DE_HEALTH_INSURANCE", "DE_ID_CARD", "DE_KFZ", "DE_LANR"}
    | {"DE_SOCIAL_SECURITY", "DE_TAX_ID", "DE_TAX_NUMBER", "DE_VAT_ID"}
    | {"AU_ABN", "AU_ACN", "AU_MEDICARE", "AU_TFN", "CA_SIN", "FI_PERSONAL_IDENTITY_CODE"}
    | {"IN_AADHAAR", "IN_GSTIN", "IN_PAN", "IN_VEHICLE_REGISTRATION", "IN_VOTER"}
    | {"KR_BRN", "KR_DRIVER_LICENSE", "KR_RRN", "NG_NIN", "PH_TIN", "PH_UMID", "SG_NRIC_FIN"}
    | {"SG_UEN", "TH_TNIN", "TR_NATIONAL_ID", "ZA_COMPANY_REGISTRATION", "ZA_ID_NUMBER"}
    # without a Presidio counterpart
    | {"BR_CPF", "CL_RUT", "DK_CPR", "FR_NIR", "MX_CURP", "NL_BSN", "NO_FODSELSNUMMER", "PL_NIP"}
    | {"MEDICAL_RECORD_NUMBER", "NATIONAL_ID", "PERSONAL_ID", SECRET, ENTITY}
)
"""``ENTITY`` stands for any type of a user's own recognizer."""
