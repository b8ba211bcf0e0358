"""Numbers that offices give out, in a form of their own beside a word that says little alone."""

import pytest

from tests.redaction.detected import DETECTOR, is_covered


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # who immigrates to the United States
        ("A-Number A143-750-696; receipt LIN2265995741; interview", "LIN2265995741"),
        ("A-number A30 591 554, case WAC2116019439.", "A30 591 554"),
        ('{"receipt": "IOE0917908579", "form": "I-765"}', "IOE0917908579"),
        # firms
        ("Companies House number: SC305659", "SC305659"),
        ('{"status": "ok", "numer_krs": "0000729215"}', "0000729215"),
        ("Vendor onboarding: RC 3298002, TIN 77262812-0001", "RC 3298002"),
        ("cac_rc_number=BN 8733173", "BN 8733173"),
        ("商業登記號碼: 97376753-000", "97376753-000"),
        ("發票請打統編 41654881，寄送地址", "41654881"),
        ("رقم التسجيل الضريبي: 955-855-478", "955-855-478"),
        ("factura rectificativa para B46973558, base imponible", "B46973558"),
        # persons
        ("nin=8516 504 4546", "8516 504 4546"),
        ("The consignee Riaan Mokoena (ID 960819 9240 087) must sign", "960819 9240 087"),
        ("OP č. 165113490, trvalé bydliště", "165113490"),
        ("Médico tratante Lourdes Huerta, céd. prof. 15118846", "15118846"),
        ("handset stolen, SIM 8949802321076838523, reported", "8949802321076838523"),
        ("Pay to GTBank 0089734126, account name", "0089734126"),
        ("Licence check failed for BYRNE006013V998QY: two missing", "BYRNE006013V998QY"),
        ('{"loc": ["body", "hkid"], "msg": "bad digit", "input": "A540377(7)"}', "A540377(7)"),
        ('nik FROM nasabah", "rows": [["Ratna", "3174010705470003"]]', "3174010705470003"),
        # vehicles
        ("rider plate NZQ 7820, tawagan sa", "NZQ 7820"),
        ("Driver plat B 0131 DCM, hubungi", "B 0131 DCM"),
        ("Tài xế biển số 30A-468.01, gọi", "30A-468.01"),
        ("网约车车牌粤B79466，司机电话", "粤B79466"),
        ("VIN VF1RFS1A9LM825653, tag 8YKX751, parked in the lot", "8YKX751"),
        ("Veículo placa GKY6X01, Renavam", "GKY6X01"),
        ("traffic fine for ND 443-960, driver", "ND 443-960"),
        # accounts and telephones
        ("sent it to the wrong account (20-76-36, 63213465), help", "20-76-36"),
        ("Please pay the refund into 53860279, sort code 40-82-20", "53860279"),
        ("| Chave Pix aleatória | ac379193-b724-4f64-940a-f373756d962a |", "ac379193"),
        ("y llamadme al 91 961 75 53.", "91 961 75 53"),
        ("Mój numer to 651-943-610.", "651-943-610"),
        ("打9360 7744搵", "9360 7744"),
        # names behind what somebody is, in scripts without capitals
        ("请核对申请人孙桂芬的身份证", "孙桂芬"),
        ("帮我写一封邮件给赵丽华，告诉他", "赵丽华"),
        ("退款到工商银行卡，户名王志强", "王志强"),
        ("جواز السفر رقم A78370803 باسم منى حسنين", "منى حسنين"),
    ],
)
def test_a_number_or_name_of_an_office_is_found_whole(text: str, value: str) -> None:
    assert is_covered(text, value)


@pytest.mark.parametrize(
    "text",
    [
        "docker tag 8XYZ123 pushed",
        "case 12345 closed, receipt printed",
        "onboarding finished in 12 days",
        "the account was locked for 30 minutes",
        "git tag ABC-1234 was deleted",
        "factura de 1200 EUR",
    ],
)
def test_the_same_words_alone_tell_nothing(text: str) -> None:
    assert not DETECTOR.find(text)


@pytest.mark.parametrize(
    "text", ["Sitz der Gesellschaft: Karlsruhe", "Chave Pix: 123", "Carte Navigo perdue"]
)
def test_what_a_form_asks_for_is_nobody(text: str) -> None:
    assert not [found for found in DETECTOR.find(text) if found.entity == "PERSON"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Oye, el repartidor Armando no encuentra la casa", "Armando"),
        ("El cliente se llama Rodrigo y vive cerca", "Rodrigo"),
    ],
)
def test_a_given_name_behind_what_somebody_does(text: str, name: str) -> None:
    assert is_covered(text, name)
