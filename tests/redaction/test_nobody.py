"""Fields left empty, departments, customers and institutions, which are no names in any language."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def people(text: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == "PERSON"]


@pytest.mark.parametrize(
    "text",
    [
        "Nombre: Sin Nombre",
        "Nome: Não Informado",
        "Naam: Onbekend",
        "Namn: Okänd",
        "Imię: Nieznane",
        "Név: Ismeretlen",
        "Имя: Не указано",
        "Όνομα: Άγνωστο",
        "الاسم: غير معروف",
        "שם: לא ידוע",
        "नाम: अज्ञात",
        "氏名: 未入力",
        "姓名:未填写",
        "이름: 미입력",
        "ชื่อ: ไม่ระบุ",
    ],
)
def test_a_field_left_empty(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Atentamente,\nServicio al Cliente",
        "Cordiali saluti,\nIl Servizio Clienti",
        "Z poważaniem\nDział Obsługi Klienta",
        "С уважением,\nСлужба поддержки",
        "Με εκτίμηση,\nΗ Ομάδα Υποστήριξης",
        "Cu stimă,\nEchipa de suport",
        "Trân trọng,\nBộ phận Chăm sóc Khách hàng",
    ],
)
def test_a_department_that_signs(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Liebe Eltern, liebe Schülerinnen und Schüler,",
        "Gentile Signora, Gentile Signore,",
        "Tisztelt Ügyfelünk!",
        "Sayın Müşterimiz,",
        "Tôi là Khách Hàng",
        "Я Клиент банка",
        "Pan Prezydent podpisał ustawę.",
        "Ich heiße Sie willkommen.",
    ],
)
def test_who_is_spoken_to_by_what_they_are(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "CMP (Colegio Médico): 096535",
        "Colegio de Abogados de Madrid",
        "Politecnico di Milano",
        "Friedrich-Schiller-Universität Jena",
        "Uniwersytet Jagielloński",
        "Верховный Суд Российской Федерации",
        "Универзитет у Београду",
        "Εθνικό Μετσόβιο Πολυτεχνείο",
        "Términos Y Condiciones",
        "Mark As Read",
    ],
)
def test_an_institution_or_a_heading(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "class Customer(BaseModel):\n    name: str",
        "client = Client(DemoTransport)",
        "Caller(ContextVar)",
        '"owner": "PlatformTeam"',
        '"assignee": "OnCallRotation"',
        '{"course": "Linear Algebra", "teacher": "TBA"}',
        '{"name": "Grand Hotel Europa", "stars": 4}',
    ],
)
def test_a_class_or_a_team(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Guten Tag, mein Name ist Thoralf Knappe. Bitte überweisen Sie die Kaution.",
            ["Thoralf Knappe"],
        ),
        ("Coach says Torbjørn Bakken is late.", ["Torbjørn Bakken"]),
        ("Sehr geehrter Herr Gast,", ["Gast"]),
        ("Last name: Ward", ["Ward"]),
        ("Nombre: Santiago Ramón Y Cajal", ["Santiago Ramón Y Cajal"]),
        ("Имя: Анна Ковалёва", ["Анна Ковалёва"]),
        ("Atentamente,\nLucía Ferrer, Servicio al Cliente", ["Lucía Ferrer"]),
        ('"owner": "JohnSmith"', ["JohnSmith"]),
        ('"owner": "McDonald"', ["McDonald"]),
        ('"owner": "DeShawn LaPorte"', ["DeShawn LaPorte"]),
        ("Tôi là Nguyễn Thị Hoa", ["Nguyễn Thị Hoa"]),
    ],
)
def test_names_beside_them_stay(text: str, names: list[str]) -> None:
    assert people(text) == names
