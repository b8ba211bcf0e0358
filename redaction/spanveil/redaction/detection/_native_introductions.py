"""Names in scripts without capitals behind words of introduction, and behind what somebody is.

What says who speaks may say anything else as well, `אני` as English `I am`, so that most words here
ask for two words and for something behind them that is told of people: a number, an address.
The words are our own list.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from spanveil.redaction.detection._finding import Finding

_HEBREW: Final = "\u05d0-\u05ea"
_THAI: Final = "\u0e01-\u0e4e"
_GEORGIAN: Final = "\u10d0-\u10fa"
_ARABIC: Final = "\u0621-\u064a\u0670-\u06d3"
_INDIC: Final = "\u0900-\u0963\u0970-\u0dff"
_ARMENIAN: Final = "\u0561-\u0587"
_HAN: Final = "\u3400-\u9fff\u3005"
_KANA: Final = "\u3041-\u30ff"
_ETHIOPIC: Final = "\u1200-\u135f"
_KHMER: Final = "\u1780-\u17d3"
_LAO: Final = "\u0e81-\u0ecd"
_BURMESE: Final = "\u1000-\u104f"
_CYRILLIC: Final = "\u0400-\u052f"


def _word(script: str) -> str:
    return rf"[{script}][{script}'\u2019\u05f3-]{{1,18}}"


def _two(script: str, *, more: str = "") -> str:
    """Return an expression for two words of a script, or more."""
    return rf"{_word(script)}(?: {_word(script)}){more or '{1}'}"


_ANY_NUMBER: Final = r"[0-9+(\u0660-\u0669\u06f0-\u06f9]"
# What is told of people right behind their name
_HEBREW_NEXT: Final = rf"(?=,? (?:ת\.?[\"\u05f4]?ז|תעודת|טל|נייד|פלאפון|מספר|מס['\u05f3]|גר|מתגורר|מרח|רח|דרכון|בת? \d|יליד|ה?מייל|דוא|{_ANY_NUMBER}))"
_THAI_NEXT: Final = (
    "เลข|โทร|เบอร์|อายุ|เกิด|ที่อยู่|อยู่|พัก|บัตร|รหัส|อีเมล|มือถือ|หนังสือเดินทาง|พาสปอร์ต|แจ้ง|ต้องการ|ขอ"
)
_GEORGIAN_NEXT: Final = rf"(?=[,;.(]|$|\n| (?:პირად|ტელ|მობ|მისამართ|დაბად|ცხოვრობ|{_ANY_NUMBER}))"
_ARABIC_NEXT: Final = (
    rf"(?=[،,]? ?(?:رقم|هاتف|جوال|موبايل|هوي|جواز|العنوان|عنوان|تاريخ|مواليد|{_ANY_NUMBER}))"
)
_INDIC_NEXT: Final = rf"(?=[,।;(]|$|\n|\.| (?:का|की|के|को|ने|फ़ोन|फोन|मोबाइल|मोबाईल|आधार|पता|जन्म|ফোন|মোবাইল|ঠিকানা|{_ANY_NUMBER}))"
_CAPITALIZED: Final = rf"[\u0400-\u042fӘҒҚҢӨҰҮҺҲҶӢӮ][{_CYRILLIC}'\u2019-]{{1,20}}"
_ARMENIAN_NAME: Final = rf"[\u0531-\u0556][{_ARMENIAN}]{{1,18}}"
_SURNAMES: Final = (
    "सिंह|शर्मा|वर्मा|गुप्ता|यादव|पटेल|मिश्रा|पाण्डेय|पांडेय|पांडे|तिवारी|चौधरी|जोशी|मेहता|शाह|ख़ान|खान|अग्रवाल|जैन|नायर|रेड्डी|राव|चटर्जी|बनर्जी|मुखर्जी|घोष|बोस|ठाकुर|राजपूत|कपूर|मल्होत्रा"
    "|चोपड़ा|सक्सेना|श्रीवास्तव|त्रिपाठी|द्विवेदी|शुक्ला|दुबे|कुलकर्णी|देशपांडे|पाटिल|पाटील|पवार|गायकवाड़|थापा|गुरुंग|तामाङ|श्रेष्ठ|महर्जन|कौर|बेगम"
)
_FORMS: Final = (
    # the script, how sure it is, and the forms
    (
        _HEBREW,
        rf"(?<![{_HEBREW}])(?:אני|כאן|זה|זאת|מדברת?|הלקוחה?|לקוחה?|המטופלת?|מטופלת?|הנוסעת?|נוסעת?|העובדת?|הדיירת?|השוכרת?|המבוטחת?|העדה?|התלמידה?|הנהגת?|שם(?: מלא)?:?) ({_two(_HEBREW)}){_HEBREW_NEXT}",
        (r"(?:היי|הי|שלום|בוקר טוב|ערב טוב|צהריים טובים)[,!.]? (?:אני|כאן|מדברת?) (?!רוצה|צריכ|מנסה|לא |מחפש|מעוני|יודע|חושב|מבקש|רק |גם |עדיין|כבר |יכול|אוהב|עובד|לקוח|שוב |פה )"
        rf"({_two(_HEBREW)})(?=[,.!]|$|\n)"),
        (r"(?:כתובת|טלפון|מספר|חשבון|הזמנה|תור|תיק|פרטים|מייל|דרכון|פוליסה|משכורת|כרטיס|תעודת הזהות) של (?!ה?(?:לקוח|חבר|משתמש|מוצר|אתר|מערכת|צוות|עובד|ספק|שרת|סניף|משרד|בנק|ארגון|קבוצ|פרויקט))"
        rf"({_two(_HEBREW)})(?=$|[ .,:?\n])"),
    ),
    (
        _THAI,
        (rf"(?:ลูกค้า|ผู้ป่วย|คนไข้|ผู้โดยสาร|ผู้เอาประกัน(?:ภัย)?|พนักงาน|นักเรียน|นักศึกษา|ผู้รับ|ผู้ส่ง|เจ้าของ(?:บัญชี|บัตร|รถ|บ้าน)?|ผู้กู้|ผู้ซื้อ|ผู้ขาย|ผู้ถือบัตร|สมาชิก|ผู้เช่า|คนขับ|พยาน|ชื่อ(?:บัญชี|ผู้รับ|จริง)|ติดต่อ)"
        rf"[ :]{{1,2}}([{_THAI}]{{2,24}} (?!{_THAI_NEXT})[{_THAI}]{{2,24}})(?= {{0,2}}(?:{_THAI_NEXT}|{_ANY_NUMBER}|[,;:.\"'\\\n]|$))"),
        rf"ชื่อ[ :]{{1,2}}([{_THAI}]{{2,24}} (?!{_THAI_NEXT})[{_THAI}]{{2,24}})(?= {{0,2}}(?:{_THAI_NEXT}|{_ANY_NUMBER}))",
        rf"(?:เด็กชาย|เด็กหญิง|ด\.ช\.|ด\.ญ\.) ?([{_THAI}]{{2,24}} (?!{_THAI_NEXT})[{_THAI}]{{2,24}})",
    ),
    (
        _GEORGIAN,
        rf"(?<![{_GEORGIAN}])(?:მე მქვია|მქვია|მე ვარ|ჩემი სახელია|ჩემი სახელი და გვარია|ბატონი|ქალბატონი|ბატონო|ქალბატონო|ბ-ნი|ქ-ნი) ({_word(_GEORGIAN)}(?: {_word(_GEORGIAN)})?)",
        rf"(?<![{_GEORGIAN}])(?:სახელი(?:,? (?:და )?გვარი)?|გვარი(?:,? (?:და )?სახელი)?): ?({_word(_GEORGIAN)}(?: {_word(_GEORGIAN)})?)(?=[,;.(\"\\\n]|$| [^:]{{2,16}}:)",
        rf"(?<![{_GEORGIAN}])(?:კლიენტი|პაციენტი|მომხმარებელი|მგზავრი|მფლობელი|მოქალაქე|სტუდენტი|თანამშრომელი|მძღოლი|მოიჯარე|მიმღები|გამგზავნი):? ({_two(_GEORGIAN)}){_GEORGIAN_NEXT}",
        # most families' names end so, and streets that are named after them
        rf"(?<![{_GEORGIAN}])([{_GEORGIAN}]{{3,16}} [{_GEORGIAN}]{{2,16}}(?:შვილ(?:ი|ს|მა|ის|თან)|ძე(?:ს|მ)?|ძის))(?![{_GEORGIAN}]| (?:ქ\.|ქუჩ|გამზ|მოედ|ჩიხ|ხეივ))",
    ),
    (
        _ARMENIAN,
        rf"(?<![\u0531-\u0556{_ARMENIAN}])(?:[Իի]մ անունը|[Իի]մ անունն է|Անունս|[Եե]ս|[Պպ]արոն|[Տտ]իկին|[Օօ]րիորդ|Անուն(?:ը|,? ազգանունը?)?[՝:.]|[Հհ]աճախորդ|[Հհ]իվանդ|(?:Ու|ու)ղևոր|[Քք]աղաքացի) ?({_ARMENIAN_NAME}(?: {_ARMENIAN_NAME}){{0,2}})",
        rf"(?<![\u0531-\u0556{_ARMENIAN}])({_ARMENIAN_NAME} [\u0531-\u0556][{_ARMENIAN}]{{1,14}}(?:յան|եան|յանց)(?:ի|ը|ն|ին|ից)?)(?![{_ARMENIAN}])",
    ),
    (
        _INDIC,
        rf"(?<![{_INDIC}])(?:ग्राहक|मरीज़?|मरीज़|रोगी|यात्री|छात्रा?|कर्मचारी|ड्राइवर|चालक|मालिक|सदस्य|किरायेदार|गवाह|रुग्ण|গ্রাহক|রোগী|যাত্রী|বাড়িওয়ালা)(?: का नाम|র নাম)?[ :]{{1,3}}({_two(_INDIC)}){_INDIC_NEXT}",
        rf"(?<![{_INDIC}])(?:मैं|मी|म|আমি|நான்|నేను|ನಾನು|ഞാൻ|હું|ਮੈਂ) ({_two(_INDIC)})(?= (?:बोल|বলছি|பேசு|మాట్లాడు|ಮಾತನಾಡು|സംസാരി|બોલ|ਬੋਲ))",
        rf"(?<![{_INDIC}])(?:මගේ නම|মোর নাম|మా పేరు|ମୋ ନାମ)(?: වන්නේ)? ({_two(_INDIC, more='{0,1}')})",
    ),
    (
        _ARABIC,
        rf"(?<![{_ARABIC}])(?:أنا|معك|معكم|الراكبة?|المسافرة?|السائقة?|المستأجرة?|الطالبة?|المستفيدة?|الشاهدة?|المرسل إليه|المستلم|صاحب الحساب|صاحبة الحساب|الزبونة?|مسافر|بیمار|مشتری|مریض|گاہک):? ({_two(_ARABIC, more='{1,3}?')}){_ARABIC_NEXT}",
    ),
    (
        _HAN,
        rf"(?:はじめまして|こんにちは|お世話になっております|もしもし)[、。!！]?\s?(?:[{_HAN}{_KANA}]{{2,12}}の)?([{_HAN}]{{2,6}}(?:[ \u3000][{_HAN}{_KANA}]{{1,5}})?)(?=です|と申|と言|といい)",
    ),
    (
        "\uac00-\ud7a3",
        r"(?<![\uac00-\ud7a3])(?:승객|피보험자|세입자|임차인|임대인|투숙객|신청인|계약자|수취인|운전자|기사|보호자|배우자|증인|작성자|탑승객|입금자)(?:명|는|은)? ?[:：]? ?([김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류진지엄채원천방공현함변염][\uac00-\ud7a3]{2})(?=$|[\s,.(]|[은는이가의님씨와과])",
    ),
    (
        _CYRILLIC,  # Kazakh, Kyrgyz, Uzbek, Tajik, Mongolian, Tatar
        rf"(?<![{_CYRILLIC}])(?i:менің атым|менин атым|менинг исмим|номи ман|миний нэр|намайг|минем исемем)[ :,\u2013-]{{1,3}}({_CAPITALIZED}(?: {_CAPITALIZED}){{0,3}})",
    ),
    (_ETHIOPIC, rf"(?<![{_ETHIOPIC}])(?:ስሜ|እኔ|ስም) ?:? ?({_two(_ETHIOPIC)})(?= (?:ነው|ነኝ|እባላለሁ)|[,።፣(])"),
    (
        _KHMER,
        rf"(?:ខ្ញុំឈ្មោះ|ខ្ញុំបាទឈ្មោះ|នាងខ្ញុំឈ្មោះ|ឈ្មោះ ?:) ?([{_KHMER}]{{2,20}}(?: [{_KHMER}]{{2,20}})?)",
    ),
    (
        _LAO,
        rf"(?:ຂ້ອຍຊື່|ຂ້າພະເຈົ້າຊື່|ຊື່ ?:|ທ້າວ|ນາງ ) ?([{_LAO}]{{2,24}}(?: [{_LAO}]{{2,24}})?)",
    ),
    (
        _BURMESE,
        rf"(?:ကျွန်တော့်နာမည်|ကျွန်မနာမည်|ကျွန်တော့်အမည်|ကျွန်မအမည်|အမည် ?[:-])(?:က)? ?([{_BURMESE}]{{2,24}}(?: [{_BURMESE}]{{2,24}})?)",
    ),
)  # fmt: skip
_COMPILED: Final = tuple(
    (re.compile(f"[{script}]"), tuple(map(re.compile, forms))) for script, *forms in _FORMS
)
_BY_FAMILY: Final = re.compile(
    rf"(?<![{_INDIC}])({_word(_INDIC)} (?:{_word(_INDIC)} )?(?:{_SURNAMES}))(?![{_INDIC}])"
)
_SURE: Final = 0.7
_UNSURE: Final = 0.3
_LEAST: Final = 3
"""A name of fewer characters may be part of any word."""
_MOST: Final = 64


def introduced(text: str, characters: str) -> Iterator[Finding]:
    """Yield names that words of introduction, a role or an ending of families tells.

    Args:
        text: The text.
        characters: Those of it that are not ASCII.
    """
    for script, forms in _COMPILED:
        if script.search(characters):
            for form in forms:
                for match in form.finditer(text):
                    yield Finding(*match.span(1), "PERSON", _SURE)
            if script.match("\u0930"):
                for match in _BY_FAMILY.finditer(text):
                    yield Finding(*match.span(1), "PERSON", _UNSURE)


def named_again(text: str, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield where names that are sure stand elsewhere in the text.

    Args:
        text: The text.
        found: What was found in it.
    """
    places: dict[str, set[int]] = {}
    for start, end, entity, score in found:
        name = text[start:end]
        if entity == "PERSON" and score >= _SURE and len(name) >= _LEAST and len(places) < _MOST:
            places.setdefault(name, set()).add(start)
    for name, known in places.items():
        place = text.find(name)
        while place >= 0:
            if place not in known:
                yield Finding(place, place + len(name), "PERSON", _SURE)
            place = text.find(name, place + len(name))
