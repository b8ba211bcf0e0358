"""Dates of birth as people of many countries write them, beside a word before or behind them."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def dates(text: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == "DATE_TIME"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("生年月日: 昭和18年4月15日\n電話", "昭和18年4月15日"),
        ("生年月日 S60.11.6", "S60.11.6"),
        ("生年月日:平成元年1月8日", "平成元年1月8日"),
        ("（2006年1月1日生まれ）の予約", "2006年1月1日"),
        ("民國80年5月6日出生", "民國80年5月6日"),
        ("วันเกิด: 1 มิถุนายน 2534", "1 มิถุนายน 2534"),
        ("เกิดวันที่ 11 ม.ค. 2498", "11 ม.ค. 2498"),
        ("Születési idő: 2005. 03. 22.", "2005. 03. 22"),
        ("Szül.: 1990. március 5.", "1990. március 5"),
        ('{"szuletesi_datum": "2001. 08. 11."}', "2001. 08. 11"),
        ('{"ngay_sinh": "05/03/1990"}', "05/03/1990"),
        ("sinh ngày 5 tháng 3 năm 1990", "5 tháng 3 năm 1990"),
        ("Клієнтка, 19 серпня 2000 р. народження", "19 серпня 2000 р."),
        ("Клиент, 05.03.1990 г.р., просит", "05.03.1990"),
        ("Родился 5 марта 1990 года", "5 марта 1990 года"),
        ("Sayın İnönü, 24 Nisan 1957 doğumlu kızınızın", "24 Nisan 1957"),
        ("nací el 24 de febrero de 1944 en Merlo", "24 de febrero de 1944"),
        ("alizaliwa tarehe 5/3/1990", "5/3/1990"),
        ("γεννήθηκε στις 5 Μαρτίου 1990", "5 Μαρτίου 1990"),
        ("تاريخ الميلاد: 15 يناير 1990", "15 يناير 1990"),
        ("जन्म तिथि: 5 मार्च 1990", "5 मार्च 1990"),
        ("1990년 5월 3일생입니다", "1990년 5월 3일"),
        ("Heirs: Mrs Ada Lovelace (10.12.15)\n2.", "10.12.15"),
    ],
)
def test_a_date_of_birth(text: str, date: str) -> None:
    assert dates(text) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "Изделие 1.1.2020 г. выпуска",
        "2024년 3월 5일 생산 제품",
        "令和6年4月1日から有効",
        "released 3 มีนาคม 2567",
        "Ada Lovelace (3.12.2024) wrote the patch",
    ],
)
def test_a_date_of_something_else(text: str) -> None:
    assert dates(text) == []
