"""Names and towns in scripts without capitals that nothing introduces."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def found(text: str, entity: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == entity]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("请把王小明的电话13812345678发给我", "王小明"),
        ("田中太郎の電話は090-1234-5678です", "田中太郎"),
        ("佐藤 健から連絡、メールは ken@example.jp", "佐藤 健"),
        ("김민수의 전화번호는 010-1234-5678", "김민수"),
        ("이서연은 seoyeon@example.kr 로 연락", "이서연"),
        ("محمد علي، هاتف +20 100 377 8630", "محمد علي"),
        ("דוד כהן, טלפון 050-1234567", "דוד כהן"),
        ("राहुल शर्मा, फ़ोन 9812345678", "राहुल शर्मा"),
        ("สมชาย ใจดี โทร 081-234-5678", "สมชาย ใจดี"),
        ("ชื่อ: ชนิศา บุนยะศัพท์ โทร: 086-982-9134", "ชนิศา บุนยะศัพท์"),
        ("氏名: 山田 太郎 電話: 03-1234-5678", "山田 太郎"),
    ],
)
def test_a_name_beside_something_personal(text: str, name: str) -> None:
    assert found(text, "PERSON") == [name]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Переезжаю в Москву", "Москву"),
        ("живу в Самаре", "Самаре"),
        ("我住在上海", "上海"),
        ("大阪に住んでいます", "大阪"),
        ("서울에 살아요", "서울"),
        ("μένω στην Αθήνα", "Αθήνα"),
        ("אני גרה בתל אביב", "תל אביב"),
        ("أسكن في القاهرة", "القاهرة"),
    ],
)
def test_where_somebody_lives(text: str, town: str) -> None:
    assert found(text, "LOCATION") == [town]


@pytest.mark.parametrize(
    "text",
    [
        "高级用户的电话号码格式",
        "周末的地址, 黄色的手机",
        "田中太郎",
        "이메일은 이용자는 주소는",
        "محمد بن سلمان سياسي",
        "システムは東京リージョンで動作します",
        "Перейти в Настройки, я в Системе",
        "我住在酒店",
        "cuDNN 9.1.0.70",
    ],
)
def test_what_is_neither(text: str) -> None:
    assert DETECTOR.find(text) == ()


def test_a_word_that_tells_a_number_within_others() -> None:
    assert found("他的电话13812345678", "PHONE_NUMBER") == ["13812345678"]
