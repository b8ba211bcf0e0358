"""Names and addresses of countries, languages and scripts, as people write them."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()

ADDRESSES = (
    "Mannerheimintie 5 B 12, 00100 Helsinki",
    "Haagan pappilantie 9, 74486 Kontiolahti",
    "Pilisi utca 51., H-5418 Hetvenváros",
    "Str. Mihai Eminescu nr. 5 Bl. 3 Sc. 2 Ap. 14, Cluj-Napoca, 400001",
    "Neužilova 34, 306 05 Úvaly",
    "ul. Polna 7/12, 00-625 Warszawa",
    "Brīvības iela 5, LV-1010 Rīga",
    "Atatürk Mah. Lale Sok. No: 12 D:5, 34758 Istanbul",
    "Jl. Merdeka No. 3, Bandung, Jawa Barat 40115",
    "Storgatan 12 B, 114 51 Stockholm",
    "Bakkeveien 7, 0484 Oslo",
    "Diagonal Jujuy N° 758, Salta 4400, Salta",
    "Cl. 12 # 44-47 Este, 523199, Pasto, Nariño",
    "Rua das Flores, 12, 01310-100 São Paulo / SP",
    "ул. Ленина, д. 5, кв. 12, 620014",
    "г. Москва, ул. Тверская, д. 7",
    "Οδός Αθηνάς 12, 105 54 Αθήνα",
    "東京都新宿区西新宿2丁目8番1号",
    "广东省深圳市南山区科技路8号 518057",
    "서울특별시 강남구 테헤란로 152",
    "99/1 ถนนสุขุมวิท แขวงคลองเตย เขตคลองเตย กรุงเทพ 10110",
    "רחוב הרצל 12, תל אביב",
)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("frame", ["Please deliver it here: {}", '{{"note": "sent; {}"}}', "{}\n"])
def test_an_address_is_found_whole(address: str, frame: str) -> None:
    text = frame.format(address)
    covered = {
        i for f in DETECTOR.find(text) if f.entity == "LOCATION" for i in range(f.start, f.end)
    }
    start = text.index(address)
    left = [i for i in range(start, start + len(address)) if text[i].isalnum() and i not in covered]
    assert left == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{}様、お問い合わせありがとうございます。", "長谷川 直子"),
        ("私の名前は{}です。", "鈴木和也"),
        ("{}先生要求退款", "谭丽华"),
        ("请联系{}，谢谢", "李坤"),
        ("{}님께 전화하세요", "오선영"),
        ("제 이름은 {}입니다", "김지우"),
        ("السيد {} يطلب", "أحمد سعود"),
        ("שמי {} ואני מחכה", "נחמה זינגר"),
        ("คุณ{} ขอคืนเงิน", "สมชาย ใจดี"),
        ("मेरा नाम {} है", "मुकेश ताम्बे"),
        ("მე მქვია {}.", "ნინო ბერიძე"),
        ("Меня зовут {}, звоните", "Ольга Петрова"),
        ("안녕하세요 {}입니다. 문의드립니다", "송하윤"),
        ("שלום, מדברת {}, בבקשה", "הילה אטיאס"),
        ("नमस्ते, मैं {} बोल रहा हूँ", "स्वपन अहलूवालिया"),
        ("მე ვარ {}, ჩემი მისამართია", "ლიანა ქურდაძე"),
        ("سلام، من {} هستم، شماره", "محمدجواد گلپایگانی"),
        ("Sawubona, ngingu {}, inombolo", "Luyanda Ngema"),
        ("με λένε {}", "Νίκος Παππάς"),
        ("Jó napot, a nevem {}.", "Takács Tünde"),
        ("nama saya {}", "Lukita Permadi"),
        ("Üdvözlettel, {}", "Mészáros Irén"),
        ('{{"氏名": "{}"}}', "橋本 翼"),
        ('{{"имя": "{}"}}', "Ольга"),
        ('{{"jméno": "{}"}}', "Želmíra"),
        ('{{"fornavn": "{}"}}', "Gunhild"),
    ],
)
def test_a_name_is_found(text: str, name: str) -> None:
    text = text.format(name)
    start = text.index(name)
    covered = {
        i for f in DETECTOR.find(text) if f.entity == "PERSON" for i in range(f.start, f.end)
    }
    assert all(i in covered for i in range(start, start + len(name)) if text[i].isalpha())


@pytest.mark.parametrize(
    "text",
    [
        "お客様サポートは営業時間外です。仕様を確認してください。",
        "고객님의 주문이 완료되었습니다. 담당자님께 문의하세요.",
        "忘记密码请联系管理员。",
        "服务器已重启，订单编号 88213，响应时间 120 毫秒。",
        "Сервер перезапущен, заказ 88213 обработан за 120 мс.",
        "السيد المدير العام",
        "השרת הופעל מחדש, מספר הזמנה 88213.",
        "Die Verarbeitung der Anfrage dauerte 12 Sekunden.",
        "Amtsgericht Berlin, Abteilung Einkauf",
    ],
)
def test_a_text_about_nobody(text: str) -> None:
    found = DETECTOR.find(text)
    assert [f for f in found if f.entity in {"PERSON", "LOCATION"}] == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("住在北京市海淀区中关村大街27号，电话13812345678", "北京市海淀区中关村大街27号"),
        ("住在北京市海淀区中关村大街27号，电话13812345678", "13812345678"),
        ("東京都渋谷区神南1-2-3に住んでいます", "東京都渋谷区神南1-2-3"),
    ],
)
def test_what_is_found_ends_where_the_thing_does(text: str, whole: str) -> None:
    assert whole in [text[f.start : f.end] for f in DETECTOR.find(text)]
