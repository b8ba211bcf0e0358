"""Names and towns in scripts without capitals that nothing introduces, by the names that many have.

Such a name is one only beside something personal: a word may be spelled as it is. The lists are our
own: family names of China, Japan and Korea, given names of Arabic, Hebrew, Hindi, Bengali and Thai, and large towns.
"""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction.detection._finding import Finding

_LONGEST: Final = 40
_UNSURE: Final = 0.3
"""What counts only beside something personal."""
_HAN: Final = "\u3400-\u9fff\u3005"
_CHINESE: Final = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱郭林罗羅郑鄭梁谢謝宋唐邓鄧冯馮韩韓曹曾彭萧蕭蔡潘田董袁叶葉蒋蔣杜苏蘇魏吕呂丁沈姜范傅钟鍾卢盧汪戴崔陆陸廖姚邹熊"
_JAPANESE: Final = (
    "佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|渡部|山本|中村|小林|加藤|吉田|山田|佐々木|松本|井上|木村|斎藤|斉藤|齋藤|清水|山崎|池田|橋本|阿部|前田|藤田|小川|後藤|岡田|長谷川|村上|近藤|石井|坂本|遠藤|青木"
    "|藤井|西村|福田|太田|三浦|藤原|岡本|松田|中川|中野|原田|小野|田村|竹内|金子|和田|中山|石田|上田|森田|柴田|酒井|工藤|横山|宮本|内田|高木|安藤|谷口|大野|丸山|今井|高田|河野|藤本|村田|武田|上野|杉山|増田|平野"
    "|大塚|菅原|久保|松井|小島|岩崎|木下|野口|野村|松尾|菊地|菊池|佐野|大西|杉本|新井|浜田|市川|古川|水野|小松|島田|小山|吉川|山内|西田|西川|北村|五十嵐|東野|川口|中島|永井|関口|服部|飯田|樋口|本田|荒木|久保田"
)
_KOREAN: Final = "김이박최정강조윤장임한오서신권황안송홍전유고문양손배백허남심노하곽성차주우구민류진엄채원천방공현함변염여추도소석선설마길연위표명기반왕"
_KOREAN_SYLLABLES: Final = "민서지현수영준우진은정혜연희경미선성호동재승태상철규원석훈빈윤하예아인주나린솔한결찬혁범식환기종병광덕순옥숙애란화춘명건도현유시율채다온소라보람가을슬"
_ARABIC: Final = (
    "محمد|أحمد|احمد|محمود|مصطفى|علي|عمر|خالد|حسن|حسين|يوسف|إبراهيم|ابراهيم|سعيد|سالم|فهد|سلطان|ناصر|طارق|كريم|ياسر|وليد|سامي|رامي|عبدالله|عبدالرحمن|عبد الله|عبد الرحمن|فاطمة|عائشة|مريم|سارة|نورة|نور|هند|ليلى|أمل|هدى|سلمى|زينب|خديجة|رانيا|دينا|ريم"
    "|رضا|مهدی|زهرا|علیرضا|امیر|فرهاد|شیرین|نسرین|پریسا"
)
_HEBREW: Final = "דוד|משה|יוסף|יוסי|יעקב|אברהם|אבי|יצחק|דניאל|מיכאל|אורי|עידו|איתי|נועם|גיא|רון|אלון|עמית|יונתן|שרה|רחל|רבקה|לאה|מרים|נועה|מאיה|תמר|יעל|מיכל|שירה|טליה|הילה|רונית|אורית|דנה|ענת"
_INDIC: Final = (
    "राम|राहुल|अमित|राजेश|सुरेश|विजय|संजय|अनिल|मनोज|रवि|दीपक|विकास|प्रिया|पूजा|सुनीता|अनीता|नेहा|कविता|मीना|सीता|गीता|रीता|आरव|रोहित|मोहन|श्याम|कृष्ण|अर्जुन|रमेश|महेश|दिनेश|अंजलि|किरण|सन्तोष|बिष्णु"
    "|রহিম|করিম|আব্দুল|মোহাম্মদ|মোঃ|ফাতেমা|আয়েশা|রহমান|সুমন|রাজু|নাসরিন|শিরিন|রুবেল"
)
_THAI: Final = "สมชาย|สมศักดิ์|สมหญิง|วิชัย|ประเสริฐ|สุชาติ|ณัฐพล|กิตติ|อนุชา|ธนากร|สุดารัตน์|วรรณา|มาลี|กาญจนา|พรทิพย์|ศิริพร|อรุณ|ปิยะ|นภา|จันทร์"
_WORD: Final = r"[{0}][{0}'\u2019\u05f3-]{{1,18}}"


def _given(script: str, names: str) -> re.Pattern[str]:
    """Return the expression for one of some given names and one or two words more."""
    word = _WORD.format(script)
    return re.compile(rf"((?:{names})(?: {word}){{1,2}})(?![{script}])")


_NAMES: Final = (
    # of three characters, between what is none or before what is somebody's
    (
        re.compile(rf"[{_HAN}]"),
        re.compile(
            rf"([{_CHINESE}](?![末一二三四五六日多色])[{_HAN}]{{1,2}})(?=$|[\s,，。;；:：（(\"'0-9A-Za-z]|的(?:电|電|手|邮|郵|地|身|护|護|生|账|帳|病|订|訂|银|銀|快))"
        ),
    ),
    (
        re.compile(rf"[{_HAN}]"),
        re.compile(
            rf"((?:{_JAPANESE})[ \u3000]?(?![県市区町村駅店社部課製商工電建産銀大高])[{_HAN}\u3041-\u3096]{{1,3}})(?=$|[\s,、。:：（(\"'はがをにのとへも]|から|です|より)"
        ),
    ),
    # whose an account is: `普通 2371520 ヤマダ タロウ`
    (
        re.compile("[\u3041-\u30ff]"),
        re.compile(
            r"(?:普通|当座|総合|貯蓄)(?:預金)?[ \u3000:：]{0,2}\d{6,8}[ \u3000,、/／]{1,3}(?:名義[人]?[:：]?[ \u3000]?)?([\u30a1-\u30fa\u30fc]{2,8}[ \u3000・]?[\u30a1-\u30fa\u30fc]{2,8})(?![\u30a1-\u30fc])"
        ),
    ),
    (
        re.compile("[\uac00-\ud7a3]"),
        re.compile(
            rf"([{_KOREAN}][{_KOREAN_SYLLABLES}]{{2}})(?=(?:은|는|이|가|을|를|의|에게|한테|께|와|과)?(?:[\s,.!?:;)(\"']|$))"
        ),
    ),
    (re.compile("[\u0621-\u064a]"), _given("\u0621-\u064a\u0670-\u06d3", _ARABIC)),
    (re.compile("[\u05d0-\u05ea]"), _given("\u05d0-\u05ea", _HEBREW)),
    (re.compile("[\u0900-\u09ff]"), _given("\u0900-\u0963\u0970-\u09ff", _INDIC)),
    (re.compile("[\u0e01-\u0e4e]"), re.compile(rf"((?:{_THAI})[ ][\u0e01-\u0e4e]{{3,20}})")),
)
_KOREAN_WORDS: Final = frozenset(
    {
        "이상",
        "이용",
        "주소",
        "정보",
        "전화",
        "신청",
        "고객",
        "문서",
        "성명",
        "기관",
        "주민",
        "현재",
        "조건",
        "한도",
        "서명",
        "이유",
        "도시",
        "지원",
        "정상",
        "최소",
        "주요",
        "전원",
        "이동",
        "인원",
        "전송",
        "수신",
    }
)
"""How words begin that are spelled as names are."""
_JOINED: Final = frozenset("把给給找叫请請和跟与與向是帮幫替")
"""Behind which a name stands in Chinese without a space."""
_TOWNS: Final = (
    # who lives there says it
    (
        re.compile("[\u0400-\u052f]"),
        re.compile(
            r"(?i:жив(?:у|ёт|ет|ём|ем|ут)|прожива(?:ю|ет)|родил(?:ся|ась)|переезжа(?:ю|ем)|переехал[аи]?|мешкаю|живемо|роден[аи]?|родом) (?:сейчас |теперь |зараз )?(?:в|во|из|на|до|з|із|у|от|во град|в городе|из города) ([А-ЯЁІЇЄҐЈЉЊЋЏ][\w-]{2,24}(?:[ -][А-ЯЁІЇЄҐ][\w-]{2,24})?)"
        ),
    ),
    (
        re.compile(rf"[{_HAN}]"),
        re.compile(
            r"(?:住在|家在|来自|來自|搬到|搬去|出生于|出生在|老家在|人在)((?:北京|上海|广州|廣州|深圳|天津|重庆|重慶|成都|杭州|武汉|武漢|西安|南京|苏州|蘇州|郑州|長沙|长沙|青岛|沈阳|瀋陽|宁波|昆明|大连|厦门|廈門|福州|济南|哈尔滨|长春|石家庄|合肥|南昌|贵阳|南宁|太原|兰州|海口|台北|高雄|台中|台南|新北|桃園|香港|澳门|澳門)市?)"
        ),
    ),
    (
        re.compile("[\u3041-\u30ff]"),
        re.compile(
            r"((?:東京|大阪|名古屋|横浜|札幌|福岡|神戸|京都|仙台|広島|千葉|さいたま|川崎|北九州|新潟|浜松|熊本|岡山|静岡|鹿児島|長崎|金沢|那覇|奈良|松山|宇都宮|高松|青森|盛岡|秋田|山形|福島|水戸|前橋|甲府|長野|岐阜|津|大津|和歌山|鳥取|松江|山口|徳島|高知|佐賀|大分|宮崎)(?:都|府|市|県)?)(?=に住|に在住|在住|出身|へ引っ越|に引っ越|の実家)"
        ),
    ),
    (
        re.compile("[\uac00-\ud7a3]"),
        re.compile(
            r"((?:서울|부산|대구|인천|광주|대전|울산|세종|수원|창원|고양|용인|성남|청주|전주|천안|포항|제주|춘천|강릉|원주|여수|순천|목포|김해|안산|안양|부천|남양주|화성|평택)(?:특별시|광역시|시)?)(?=에 (?:살|거주|사는)|에서 (?:살|태어|왔)|으?로 이사| 출신)"
        ),
    ),
    (
        re.compile("[\u0370-\u03ff]"),
        re.compile(
            r"(?:μένω|μένει|ζω|ζει|κατάγομαι|γεννήθηκα|είμαι) (?:στην|στη|στον|στο|στα|από την|από τη|από το|από τον) ([\u0386\u0388-\u038f\u0391-\u03ab][\w]{2,24})"
        ),
    ),
    (
        re.compile("[\u05d0-\u05ea]"),
        re.compile(
            r"(?:גר|גרה|גרים|מתגורר|מתגוררת|נולדתי) ב((?:תל אביב|ירושלים|חיפה|באר שבע|ראשון לציון|פתח תקווה|אשדוד|נתניה|רמת גן|הרצליה|כפר סבא|רעננה|חולון|בת ים|אשקלון|רחובות|אילת|נצרת|טבריה|מודיעין))"
        ),
    ),
    (
        re.compile("[\u0621-\u064a]"),
        re.compile(
            r"(?:أسكن|أعيش|يسكن|تسكن|يعيش|تعيش|أقيم|مقيم|ولدت) في ((?:مدينة )?(?:القاهرة|الإسكندرية|الرياض|جدة|مكة|المدينة|الدمام|دبي|أبوظبي|الشارقة|الدوحة|الكويت|المنامة|مسقط|عمان|بيروت|دمشق|حلب|بغداد|البصرة|الموصل|صنعاء|عدن|طرابلس|بنغازي|تونس|الجزائر|وهران|الرباط|الدار البيضاء|مراكش|فاس|الخرطوم|غزة|رام الله))"
        ),
    ),
)


def is_native_name(value: str) -> bool:
    """Say whether a value in a script without capitals is spelled as names of its language are.

    Two characters of Chinese may be a word as well.
    """
    if not 2 < len(value) <= _LONGEST or value[:2] in _KOREAN_WORDS:
        return False
    return any(form.fullmatch(value) for _, form in _NAMES)


def unintroduced(text: str, characters: str) -> Iterator[Finding]:
    """Yield names and towns that only lists tell, or where somebody lives.

    Args:
        text: The text.
        characters: Those of it that are not ASCII.
    """
    for script, form in _NAMES:
        if script.search(characters):
            for match in form.finditer(text):
                # Looked at behind a match, since a search for a letter is much sooner done.
                before = text[match.start() - 1 : match.start()]
                if match[1][:2] in _KOREAN_WORDS:
                    continue
                if script.match(before) is None or before in _JOINED:
                    yield Finding(*match.span(1), "PERSON", _UNSURE)
    for script, form in _TOWNS:
        if script.search(characters):
            for match in form.finditer(text):
                yield Finding(*match.span(1), "LOCATION", 0.5)
