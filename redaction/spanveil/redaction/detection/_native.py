"""Names and addresses in scripts without capitals: by titles, introductions, keys and by their form.

A scanner that reads ASCII sees nothing of them, so that they are looked for in the text itself. Each
expression begins with a word, and nothing in it is unbounded.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._native_introductions import introduced, named_again
from spanveil.redaction.detection._native_names import unintroduced
from spanveil.redaction.detection._scanner import Anchor, as_scanned

_HAN: Final = "\u3400-\u9fff\u3005\u3006"
_KANA: Final = "\u3041-\u30ff"
_HANGUL: Final = "\uac00-\ud7a3"
_THAI: Final = "\u0e01-\u0e4e"
_ARABIC: Final = "\u0621-\u064a\u0670-\u06d3"
_HEBREW: Final = "\u05d0-\u05ea"
_INDIC: Final = "\u0900-\u0963\u0970-\u0dff"
# Family names that most people of each country have (our own list).
_CHINESE: Final = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦马苗花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常"
    "乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡"
    "田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊"
    "宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀浦尚农温别庄"
    "晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权"
    "逯盖益桓公肖佟涂岳帅缑亢况郈趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴謝鄒竇蘇潘範魯韋馬鮑費賀湯羅畢鄔樂於時齊顧黃蕭紀項閔賈婁顏駱萬盧經應鄧單陸榮車寧厲劉葉龍賴喬聞譚勞農溫莊閻連習魚歐陽鞏聶饒曾關豐遊權蓋"
)
_KOREAN: Final = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모"
_CHINESE_NAME: Final = rf"(?:(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯)|[{_CHINESE}])[{_HAN}]{{1,2}}"
_KOREAN_NAME: Final = rf"(?:남궁|황보|제갈|선우|[{_KOREAN}])[{_HANGUL}]{{2}}"
_JAPANESE_NAME: Final = rf"[{_HAN}ヶノ]{{1,6}}(?:[ \u3000][{_HAN}{_KANA}]{{1,5}})?"


def _words(script: str, more: str = "?") -> str:
    """Return an expression for a word of a script and one more."""
    return rf"[{script}][{script}'\u2019\u05f3-]{{1,18}}(?:[ ][{script}][{script}'\u2019\u05f3-]{{1,18}}){more}"


# What stands before a name, the name, and what may stand behind it.
_NAMES: Final = tuple(
    re.compile(form)
    for form in (
        # 様 and the like are behind a name; what is called so without one is left out
        rf"(?<![{_HAN}])(?!お?客|皆|業者|患者|担当|利用|会員|神|王|何|同|多|仕|模|有|一|各|貴|奥|店員|医者|母|父|姉|兄|弟|お)({_JAPANESE_NAME})\s?(?:様(?![々式子相])|さん|氏(?![名族])|殿|くん|ちゃん)",
        rf"(?:名前は|氏名は|名は|担当の|担当は)\s?({_JAPANESE_NAME})(?=です|と申|と言|といい|だ|さん|様|でし|$|[。、\s])",
        rf"(?<![{_HAN}])({_JAPANESE_NAME})と(?:申し|もうし)",
        rf"私は({_JAPANESE_NAME})(?=です|と申|といい)",
        rf"({_CHINESE_NAME})(?:先生|女士|小姐|太太|老师|老師|教授|医生|醫生|同学|同學|经理|經理|主任|师傅)",
        rf"(?:我叫|我名叫|名叫|我的名字是|名字叫|名字是|我是|本人|请联系|請聯繫|联系人|聯絡人|联系|客户|客戶|顾客|用户|收件人|收货人|收貨人|寄件人|患者|病人|员工|学生|乘客|申请人|申請人|旅客|户名|戶名|会员|會員|司机|司機|租客|住户|住戶|业主|業主|收款人|付款人|投保人|持卡人|乘車人|(?:邮件|郵件|信|短信|簡訊|消息|訊息|通知|转账|轉帳|退款)(?:发|發)?[给給])(?:是|为|：|:)?\s?(?!管理|单位|單位|相关|相關|方法|时间|双方|成员|权限|经理|应用|程序|安全|后台|通知|支持|部门)({_CHINESE_NAME})(?=$|[，。,；;、\s（(先女的于于和与要住在电電已将將])",
        rf"({_KOREAN_NAME})\s?(?:고객님|고객|님|씨|선생님|과장|대리|부장|사장|팀장|교수|환자|학생|기자|회원)",
        rf"(?:안녕하세요[,.!]?(?=\s[{_HANGUL}]{{3}}(?:입니다|이라고|라고))|이름은|성함은|성명은|저는|제가|나는|고객|담당자|수령인|받는 분|예금주|환자|회원|보낸 사람|받는 사람)\s?[:：]?\s?({_KOREAN_NAME})(?=$|[\s,.、은는이가의님씨입에과와])",
        rf"(?<![{_ARABIC}])(?:اسمي(?: هو)?|من(?=\s[{_ARABIC} ]{{4,40}}\sهستم)|السيدة?|الدكتورة?|الأستاذة?|المهندسة?|الآنسة|العميلة?|المريضة?|الموظفة?|المتقدمة?|باسم|رسالة إلى|بريد إلى|الراكبة?|المسافرة?|المشتركة?|المستأجرة?|الطالبة?|صاحب الحساب|اسم العميل|آقای|خانم|جناب|اسم من|نام من|اسمم|میرا نام|محترمہ)\s:?\s?(?!المدير|الرئيس|الوزير|العميل|المسؤول|الموظف|المحترم|الطبيب|القاضي)([{_ARABIC}]{{2,19}}(?:[ ](?:آل|أبو|ابو|أبي|بن|ابن|بنت|عبد|أم)[ ][{_ARABIC}]{{2,18}}|[ ][{_ARABIC}]{{2,18}})(?:[ ](?:ال|بن |آل |أبو |ابن |بنت |عبد )[{_ARABIC}]{{2,16}}){{0,3}}|[{_ARABIC}]{{2,19}})",
        rf"(?<![{_HEBREW}])(?:שמי(?: הוא)?|מדברת?|קוראים לי|השם שלי(?: הוא)?|שם הלקוח|הלקוחה?|מר|גברת|גב['\u05f3]|ד[\"\u05f4]ר|פרופ['\u05f3])\s:?\s?({_words(_HEBREW)})",
        rf"(?:ผมชื่อ|ดิฉันชื่อ|ฉันชื่อ|หนูชื่อ|ชื่อ-สกุล|ชื่อลูกค้า|ลูกค้าชื่อ|นางสาว|น\.ส\.|นาย|นาง)\s?:?\s?([{_THAI}]{{2,24}}(?:[ ][{_THAI}]{{2,24}})?)",
        rf"คุณ(?!ต้อง|สามารถ|ได้|มี|คือ|จะ|ไม่|กำลัง|ควร|สมบัติ|ภาพ|ลักษณะ|ค่า|ครู|หมอ|อยาก|เป็น|อาจ|พบ|เลือก|ใช้)\s?([{_THAI}]{{2,20}}[ ][{_THAI}]{{2,24}})",
        rf"(?:मैं(?=\s[{_INDIC} ]{{4,40}}\s(?:बोल|हूँ))|मेरा नाम|मेरे नाम|माझे नाव|मेरो नाम|श्रीमती|श्री|सुश्री|कुमारी|डॉ\.?|ग्राहक|আমার নাম|জনাব|মিসেস|என் பெயர்|எனது பெயர்|திரு\.?|నా పేరు|ನನ್ನ ಹೆಸರು|എന്റെ പേര്|મારું નામ|ਮੇਰਾ ਨਾਮ|ਮੇਰਾ ਨਾਂ)\s:?\s?({_words(_INDIC)})",
        rf"({_words(_INDIC)}) जी(?![{_INDIC}])",
    )
)
_NAME_KEYS: Final = (
    "氏名|代表者名|代表者|予約者名|予約者|宿泊者|契約者|申込者|申請者|依頼主|配偶者|保護者|名義人|口座名義|患者名|会員名|社員名|乗客|利用者名|乘客|旅客|申请人|申請人|被保险人|投保人|持卡人|户主|法定代表人|经办人|发件人|예약자|대표자|신청인|계약자|보호자|환자명|직원명|학생|姓名|名前|お名前|顧客名|担当者名|担当者|受取人|宛名|收件人|收货人|收貨人|联系人|聯絡人|名字|이름|성명|성함|수령인|담당자|고객명|예금주|имя|Имя|фамилия|Фамилия|отчество|Отчество|фио|ФИО|Получатель|получатель|отримувач|Ім'я|ім'я|ім\u2019я"
    "|прізвище|Прізвище|име|Име|όνομα|Όνομα|επώνυμο|Επώνυμο|ονοματεπώνυμο|Ονοματεπώνυμο|الاسم الكامل|الاسم|اسم العميل|نام خانوادگی|نام|שם מלא|שם פרטי|שם משפחה|שם|ชื่อ-สกุล|ชื่อ|นามสกุล|पूरा नाम|नाम|নাম|பெயர்"
)
_PLACE_KEYS: Final = "住所|お届け先|配送先|届け先|所在地|地址|收货地址|收貨地址|住址|주소|배송지|адрес доставки|адреса|адрес|Адрес доставки|Адреса|Адрес|город|Город|місто|Місто|διεύθυνση|Διεύθυνση|πόλη|Πόλη|العنوان|المدينة|آدرس|نشانی|כתובת|עיר|ที่อยู่|पता|शहर|ঠিকানা|முகவரி"
_KINDS: Final = {
    word.lower(): kind
    for kind, words in (("PERSON", _NAME_KEYS), ("LOCATION", _PLACE_KEYS))
    for word in words.split("|")
}
_LATIN_NAME_KEYS: Final = "imi\u0119|jm\u00e9no|p\u0159\u00edjmen\u00ed|n\u00e9v|keresztn\u00e9v|vezet\u00e9kn\u00e9v|pr\u00e9nom|h\u1ecd t\u00ean|h\u1ecd v\u00e0 t\u00ean|f\u00f6rnamn|v\u00e1rdas|pavard\u0117|v\u0101rds|uzv\u0101rds|krestn\u00e9|prim\u00e1rio|soyad\u0131|ad\u0131|n\u00famele"
_NAMED_IN_LATIN: Final = re.compile(
    rf"(?i:{_LATIN_NAME_KEYS})[\"']?\s{{0,3}}[:=]\s{{0,3}}[\"']?(?P<value>[^\n\"',;|<>{{}}\[\]]{{2,60}})"
)
# What begins with a letter is found much sooner than a place behind which none may stand.
_KEYED: Final = re.compile(
    rf"(?:(?P<name>{_NAME_KEYS})|(?P<place>{_PLACE_KEYS}))(?:\\{{0,7}}[\"'\u201d]){{0,2}}\s{{0,3}}[:：=]\s{{0,3}}(?:\\{{0,7}}[\"'\u201c])?(?P<value>[^\n\"\u201d;；|<>{{}}\[\]]{{1,120}})"
)
# A word for an address, and what follows to the end of the sentence.
_TOLD: Final = re.compile(
    r"(?:住所は|住まいは|住在|家住|地址(?:是|为|為|在)|주소는|사는 곳은|адрес(?:ом|у|ът ми е|та ми е)?(?: доставки)?[:,]?|прожива(?:ю|ет|ющ[а-я]{2,3})(?: по адресу| в| на)?|жив(?:у|ёт|ет)(?: по адресу| в| на)?|зарегистрирован[а-я]{0,2}(?: по адресу| в)?|прописан[а]?(?: по адресу| в)?|переехал[аи]? (?:в|на)|доставить (?:по адресу|на|в)|мешка(?:ю|є)(?: за адресою| на)?|прожива(?:ю|є)(?: за адресою| на)?|адресою"
    r"|живе(?:е|ам|я)? (?:на|во|в|у)|живим (?:на|у)|станува (?:на|во)|адресата е|მისამართ(?:ია|ი)(?: არის)?:?|ვცხოვრობ|ცხოვრობს|հասցե(?:ն|ս)?[՝:]?|ապրում եմ|ठेगाना|को ठेगाना|पत्ता|रहता हूँ|ঠিকানা|என் முகவரி|முகவரி|చిరునామా|ವಿಳಾಸ|വിലാസം|સરનામું|ਪਤਾ|ලිපිනය|လိပ်စာ|អាសយដ្ឋាន"
    r"|διεύθυνση|μέν(?:ω|ει|ουμε)(?: (?:στη|στο|στην|στον|επί της))?(?: διεύθυνση)?|العنوان(?: هو| إلى)?|عنواني(?: هو)?|أسكن في|أعيش في|آدرس من|הכתובת(?: שלי)?(?: היא)?|אני גר(?:ה)? ב|גר(?:ה|ים)? ב(?=\S)|מתגורר(?:ת)? ב|כתובתי|ที่อยู่(?:คือ)?|อาศัยอยู่(?:ที่)?|मेरा पता|पता)"
    r"[ :：]{0,3}(?P<value>[^\n\"<>;；。]{4,110})"
)
_TOLD_LATIN: Final = (
    "\u0111\u1ecba ch\u1ec9|bydl\u00edm|b\u00fdvam|c\u00edmem|lakc\u00edmem|a c\u00edme|lakc\u00edm:|c\u00edm:|adresim|adresi|\u00fcnvan\u0131m|\u00fcnvan\u0131|\u00fcnvan|\u017eivim|stanujem|mieszkam|zamieszka\u0142y|locuiesc|asun|elan|gyvenu|dz\u012bvoju|osoitteeni|osoite|adresa|adres\u0103|adresse|adrese|adresas"
    "|aadress|naslov|morada|domicilio|direcci\u00f3n|endere\u00e7o|alamat|tinggal di|nakatira sa|giao h\u00e0ng (?:t\u1edbi|\u0111\u1ebfn)|giao (?:t\u1edbi|\u0111\u1ebfn)|g\u1eedi (?:t\u1edbi|\u0111\u1ebfn)|c\u01b0 tr\u00fa t\u1ea1i|s\u1ed1ng (?:t\u1ea1i|\u1edf)|nh\u00e0 \u1edf|ikamet ediyorum|ikamet eden|oturuyorum|stanuje|stan v|boravi\u0161te|prebivali\u0161te|bytem|trval\u00e9 bydli\u0161t\u011b|bydli\u0161t\u011b|bydlisko|lakik|lakom|domiciliat|domiciliat\u0103|elukoht|elukoht on|gyvenamoji vieta|dz\u012bvesvieta"
)
_TOLD_IN_LATIN: Final = re.compile(
    rf"(?i:{_TOLD_LATIN})(?: (?:moja|mea|mia|meu|minha|mi|m\u00ed|saya|aku|on|ir|yra|je|este|este:|jest|to|na|v|ve|u|la|en|em|\u00e9|es|der|in|min|mijn|ko|is|na adrese|na adresi|aadressil|c\u1ee7a t\u00f4i|l\u00e0)){{0,3}}[ \":=]{{1,5}}(?P<value>[^\n\"<>;]{{4,110}})"
)
_STOP: Final = re.compile(
    r"(?:[.!?](?= |$)(?<!\b[^\W\d_]{1}\.)(?<!\b[^\W\d_]{2}\.)(?<!\b[^\W\d_]{3}\.)(?<!\d\.)|です|でした|になり|へ|에 |이고|입니다|[，,]\s?(?:电|手|邮)|、電|, (?:тел|телефон|τηλ|số |טל|ה?טלפון|मोब|फ़ोन|phone)| والهاتف| ورقم| है| और| и (?:тел|мой)| και | a (?:telefon|tel)| i moj)"
)
_ADDRESSES: Final = tuple(
    re.compile(form)
    for form in (
        # from the large to the small: a prefecture, a town, its parts, numbers, a building
        rf"(?:〒?\s?\d{{3}}-?\d{{4}}\s?)?[{_HAN}]{{2,3}}[都道府県](?:(?!です|でした|ます|から|まで|に[住在居あお届])[{_HAN}ぁ-ゖァ-ヶー0-9０-９\-－]){{2,40}}(?:[ \u3000][{_HAN}{_KANA}A-Za-z]{{1,20}}\d{{0,5}}(?:号室|階|室|号)?)?",
        rf"[{_HAN}]{{1,6}}[市区郡町村][{_HAN}ァ-ヶー]{{1,12}}[0-9０-９]{{1,4}}(?:丁目|番地?|号|[-－][0-9０-９]{{1,4}}){{1,4}}(?:[0-9０-９\-－号番]{{1,8}})?(?:[ \u3000][{_HAN}{_KANA}A-Za-z]{{1,20}}\d{{0,5}})?",
        rf"(?:\d{{5,6}}\s?)?(?:[{_HAN}]{{2,7}}(?:省|自治区|自治區|特别行政区))?[{_HAN}]{{1,7}}[市县縣州盟旗區区镇鎮乡鄉][{_HAN}]{{1,16}}[路街道巷弄村里段]?[{_HAN}0-9A-Za-z]{{0,12}}[号號座栋棟幢楼樓室弄巷](?:[0-9A-Za-z之\-]{{0,5}}[号號座栋棟幢楼樓室单元层]){{0,4}}(?:[ ,，]{{0,2}}\d{{5,6}}(?!\d))?",
        rf"(?:(?<!\d)\d{{3,6}}\s?)?[{_HAN}]{{2,10}}(?:路|街|大道|巷|道)(?:[一二三四五六七八九十\d]{{1,3}}段)?(?:\d{{1,4}}[巷弄]){{0,2}}\d{{1,4}}[號号](?:之\d{{1,3}})?(?:\d{{1,3}}[樓楼层室]|[A-Z]\d{{0,2}}[室座]){{0,3}}(?:之\d{{1,3}})?",
        rf"(?:[{_HANGUL}]{{2,4}}(?:특별시|광역시|특별자치시|특별자치도|도)\s)?[{_HANGUL}]{{1,6}}[시군구]\s(?:[{_HANGUL}0-9]{{1,8}}[구읍면동리]\s){{0,2}}[{_HANGUL}0-9]{{1,12}}(?:로|길|가|동|리)\s?(?:지하)?\s?\d{{0,5}}(?:-\d{{1,4}})?(?:번길\s?\d{{1,4}})?(?:\s?\([{_HANGUL}0-9 ]{{1,16}}\))?(?:,?\s?\d{{1,4}}[동층호]){{0,3}}",
        rf"(?<![\d.])\d{{1,4}}(?:/\d{{1,4}})?\s(?:[{_THAI}\d .]{{0,40}}?)(?:ถนน|ถ\.|ซอย|ซ\.|หมู่|ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต|จังหวัด|จ\.)[{_THAI}\d ./]{{1,100}}",
        # a street by its word: Cyrillic, Greek, Arabic, Hebrew
        (
            r"(?<![\w.])(?:\d{5,6},\s)?(?:(?:г|гор|пос|п|с|дер|д|к|ст|х|клх|м|смт|село|місто|город|гр|кв|ж\.к|жк)\.?\s[А-ЯЁІЇЄҐ][\w-]{1,24}(?: [А-ЯЁ][\w-]{1,24})?(?: \([^()\n]{1,12}\))?,\s){0,2}"
            r"(?:[А-ЯЁІЇЄҐ][\w-]{2,24}(?: [а-яёіїєґ][\w-]{2,24})? (?:проспект|улица|переулок|бульвар|площадь|набережная|шоссе|проезд|аллея|линия|вулиця|провулок|площа|узвіз|булевард)(?=,? (?:д\.|дом|буд\.|\d))|(?i:ул|улица|булевар|пр|пр-т|пр-кт|просп|проспект|пер|переулок|бул|бульвар|б-р|наб|набережная|пл|площадь|площад|ш|шоссе|алл|аллея|туп|проезд|линия|мкр|вул|вулиця|пров|провулок|набережна|майдан|жк|ж\.к)\.?\s[„\"«]?[\w.-]{1,24}[“\"»]?(?: [\w.-]{1,24}){0,3})"
            r"(?:,?\s(?:д|дом|буд|будинок|№|бл|к|корп|корпус|стр|кв|квартира|оф|офис|вх|ет|ап|под|эт|а)\.?\s?\d{1,5}[\w/]{0,5}|,?\s\d{1,4}[а-яА-Я]?(?:/\d{1,4})?(?!\d)){0,5}(?:,\s(?:(?:г|м|с|смт|пос|гор|обл|р-н)\.\s?)?[А-ЯЁІЇЄҐ][\w -]{1,30}){0,3}(?:,?\s\d{4,6}(?!\d))?(?:,?\s[А-ЯЁІЇЄҐ][\w-]{1,30})?"
        ),
        r"(?:Οδός|οδός|οδό|οδού|Λεωφόρος|Λεωφ\.|Λ\.|Πλατεία|Πλ\.)\s[\w.]{2,30}(?:\s[\w.]{2,30}){0,2}(?:,?\s\d{1,4}[Α-Ωα-ω]?)?(?:[,\s]{1,2}(?:Τ\.?Κ\.?|TK)?\s?\d{3}\s?\d{2})?(?:[,\s]{1,2}[Α-ΩΆ-Ώ][\w]{2,30}(?:\s[Α-ΩΆ-Ώ][\w]{2,30})?)?",
        rf"(?<![{_HEBREW}])(?:רחוב|רח['\u05f3]|שדרות|שד['\u05f3]|סמטת|כיכר|דרך)\s[{_HEBREW}'\u05f3\"\u05f4-]{{2,20}}(?:\s[{_HEBREW}'\u05f3\"\u05f4-]{{2,20}}){{0,3}}\s\d{{1,4}}(?:/\d{{1,4}})?(?:,?\s[{_HEBREW}'\u05f3\"\u05f4-]{{2,20}}(?:\s[{_HEBREW}'\u05f3\"\u05f4-]{{2,20}}){{0,2}})?(?:,?\s\d{{5,7}}(?!\d))?",
        rf"(?<![{_HEBREW}])(?<!גר )(?<!גרה )(?<!גרים )(?!גר|מתגורר|ה?כתובת|של |את )[{_HEBREW}][{_HEBREW}'\u05f3\"\u05f4-]{{1,20}}(?: (?!גר|מתגורר|של |את )[{_HEBREW}0-9][{_HEBREW}0-9'\u05f3\"\u05f4-]{{0,20}}){{0,2}} \d{{1,4}}(?:/\d{{1,4}})?, [{_HEBREW}'\u05f3\"\u05f4-]{{2,20}}(?:[ ][{_HEBREW}'\u05f3\"\u05f4-]{{2,20}}){{0,3}},? \d{{5}}(?:\d\d)?(?!\d)",
        rf"(?<![{_ARABIC}\d])(?:[\d\u0660-\u0669\u06f0-\u06f9]{{1,4}}[،,]?\s)?(?:شارع|حي|طريق|خیابان|کوچه|بلوار|میدان|شارة|زنقة|نهج|حارة|جادة|سكة|درب)\s[{_ARABIC}]{{2,20}}(?:\s[{_ARABIC}]{{2,20}}){{0,3}}(?:[،,]?\s(?:رقم|مبنى|شقة|پلاک|واحد|عمارة|بناية|فيلا|برج|الدور|الطابق|طبقه)?\s?[\d\u0660-\u0669\u06f0-\u06f9]{{1,5}}|[،,]\s(?!وإ|وأ|وال|إلى|ورقم|هاتف|ثم|لك|في)(?:[{_ARABIC}]{{2,20}})(?:\s(?!وإ|وأ|وال|إلى|ورقم|هاتف)[{_ARABIC}]{{2,20}}){{0,3}}(?:\s[\d\u0660-\u0669]{{4,6}})?){{1,5}}",
    )
)
_FIELD_END: Final = re.compile(r"[,，、。'\\]|\s(?=[^\s\d:：]{2,20}\s?[:：])")
"""What a name holds none of, or the next key of the line."""
_LED: Final = re.compile(
    "[^\\d省市县區区]{0,6}?(?:住在|家住|住|寄到|寄往|送到|送往|搬到|位于|位於|在|至|到)(?=.{3})"
)
_NO_ADDRESS: Final = re.compile(r"[@=(){}\[\]]|://")
_NUMBERED: Final = re.compile(r"\d")
_SCRIPTS: Final = (
    # characters that a form needs, and the form
    *((re.compile(rf"[{_HAN}]"), form) for form in (*_NAMES[:6], *_ADDRESSES[:4])),
    *((re.compile(rf"[{_HANGUL}]"), form) for form in (*_NAMES[6:8], _ADDRESSES[4])),
    *((re.compile(rf"[{_ARABIC}]"), form) for form in (_NAMES[8], _ADDRESSES[10])),
    *((re.compile(rf"[{_HEBREW}]"), form) for form in (_NAMES[9], *_ADDRESSES[8:10])),
    *((re.compile(rf"[{_THAI}]"), form) for form in (*_NAMES[10:12], _ADDRESSES[5])),
    *((re.compile(rf"[{_INDIC}]"), form) for form in _NAMES[12:14]),
    *((re.compile("[\u0400-\u052f]"), form) for form in (_ADDRESSES[6],)),
    *((re.compile("[\u0370-\u03ff]"), form) for form in (_ADDRESSES[7],)),
)
_NOT_LATIN: Final = re.compile("[\u0370-\u1dff\u3040-\ud7ff]")


def native(text: str, characters: Iterable[str]) -> Iterator[Finding]:
    """Yield names and addresses of a text in a script that the scanner does not see.

    Args:
        text: The text.
        characters: Those of it that are not ASCII.
    """
    foreign = "".join(characters)
    if _NOT_LATIN.search(foreign) is None:
        return
    found = [*_told_or_keyed(text), *introduced(text, foreign)]
    yield from unintroduced(text, foreign)
    yield from found
    yield from named_again(text, found)


def _told_or_keyed(text: str) -> Iterator[Finding]:
    """Yield names and addresses behind a key or words for them, and by their form."""
    for match in _KEYED.finditer(text):
        if text[match.start() - 1 : match.start()].isalpha():
            continue
        if match["place"]:
            yield from _address(text, *match.span("value"), 0.7)
            continue
        value = _FIELD_END.split(match["value"], maxsplit=1)[0].rstrip()
        if _is_name(value):
            start = match.start("value")
            yield Finding(start, start + len(value), "PERSON", 0.8)
    for match in _TOLD.finditer(text):
        if (
            match[0][0] == "\u05d2"
            and "\u05d0" <= text[match.start() - 1 : match.start()] <= "\u05ea"
        ):
            continue  # the end of another word
        yield from _address(text, *match.span("value"), 0.6)
    for script, form in _SCRIPTS:
        if script.search(text) is None:
            continue
        person = form in _NAMES
        for match in form.finditer(text):
            if person:
                yield Finding(*match.span(1), "PERSON", 0.7)
            elif _NUMBERED.search(match[0]):
                led = _LED.match(match[0])  # the verb before it
                start = match.start() + (led.end() if led else 0)
                yield Finding(start, match.end(), "LOCATION", 0.7)


def native_kind(key: str) -> str:
    """Say whether a key in another script is one of a person or of a place, `""` for neither."""
    return _KINDS.get(key.lower(), "")


def told_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rule for words for an address in Latin letters."""
    words = as_scanned(_TOLD_LATIN)

    def confirm(text: str, start: int) -> Iterable[Finding]:
        match = _TOLD_IN_LATIN.match(text, start)
        if match is None or text[start - 1 : start].isalpha():
            return ()
        if not any(map(str.isupper, match["value"])):
            return ()
        return _address(text, *match.span("value"), 0.6)

    keys = as_scanned(_LATIN_NAME_KEYS)

    def name(text: str, start: int) -> Iterable[Finding]:
        match = _NAMED_IN_LATIN.match(text, start)
        if match is None or text[start - 1 : start].isalpha():
            return ()
        value = match["value"].rstrip(" .\\")
        if not value[:1].isupper() or not _is_name(value):
            return ()
        return (Finding(match.start("value"), match.start("value") + len(value), "PERSON", 0.8),)

    return [
        (Anchor(rf"(?i:{words})[ \":=]", expression=True), confirm),
        (Anchor(rf"(?i:{keys})[ \":=]", expression=True), name),
    ]


def _address(text: str, start: int, end: int, score: float) -> Iterator[Finding]:
    stop = _STOP.search(text, start + 3, end)
    value = text[start : stop.start() if stop else end].rstrip(" .,\\")
    if (
        _NUMBERED.search(value)
        and any(map(str.isalpha, value))
        and _NO_ADDRESS.search(value) is None
    ):
        yield Finding(start, start + len(value), "LOCATION", score)


def _is_name(value: str) -> bool:
    """Say whether a value beside a key is written as a name is."""
    return 0 < len(value) < 50 and not _NUMBERED.search(value) and any(map(str.isalpha, value))
