"""Addresses of more countries, in Latin letters: a street by its word, or a number before a town.

What makes an address is the same everywhere: a street, the number of a house, parts of the house,
a postal code and a town. The words and the order differ, so there is a row for each order.
"""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction.detection._address_parts import MIXED_CODE, PARTS_OF_HOUSE
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._gazetteer import Gazetteer
from spanveil.redaction.detection._lines import lines_of
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._spelling import UPPER

_NAME: Final = rf"(?:[{UPPER}][\w'\u2019.-]{{0,24}}|\d{{1,4}}\.?(?!\d)|(?:de|da|do|dos|das|del|della|dei|delle|di|du|des|la|le|las|los|lui|cel|van|von|der|den|pod|nad|na|v|u|z|of|y|e|i|en|zu|zum|zur|am|an|aan|op|sv\.|\u015bw\.|a|al|et))"
_TOWN: Final = rf"[{UPPER}][\w'\u2019.-]{{1,24}}(?:[ -](?:[{UPPER}][\w'\u2019.-]{{0,24}}|(?:del|dell[ao]|das|dos|de|da|do|las|los|la|les|le|di|du|des|nad|pod|u|v|na|am|an|aan|den|der|het|sur|sous|upon|lui|cel|cea)(?![\w])|\d{{1,2}}(?!\d))){{0,3}}"
_HOUSE: Final = r"\d{1,5}(?: ?[A-Za-z](?![\w':]))?(?: ?[/-] ?\d{1,4}[A-Za-z]?(?!\d)){0,2}"
_NUMBER_WORD: Final = (
    r"(?:(?:[Nn]o|[Nn]r|[Nn]\u00fam|[Nn]um|[Nn]|[Cc]\.p)[.:]{0,2} ?|[Nn][\u00b0\u00ba] ?|# ?)"
)
_PART: Final = (
    r"(?:[Bb]l|[Bb]loc|[Ss]c|[Ee]t|[Aa]p|[Aa]pt|[Aa]pto|[Aa]pp?|[Dd]to|[Dd]pto|[Dd]ep|[Pp]iso|[Pp]l|[Pp]ta|[Pp]uerta|[Ii]nt|[Ii]nterior|[Ss]cala|[Ll]ocal|[Oo]f|[Oo]ficina|[Cc]asa|[Ll]ote|[Ll]t|[Mm]z|[Mm]anzana|[Ll]oja|[Ss]ala"
    r"|RT|RW|[Rr]t|[Rr]w|[Kk]el|[Kk]ec|[Kk]elurahan|[Kk]ecamatan|[Bb]lok|[Mm]ieszkanie|[Mm]ieszk|[Mm]|[Ll]ok|[Kk]at|[Dd]aire|D|K|No|[Aa]s|[Ll]gh|H0|[Ll]eil|[Ss]t|[Tt]\u00fcr|[Ss]tiege|[Tt]op|[Ww]hg|[Ee]m|[Aa]jt\u00f3|[Ff]sz|[Ee]melet"
    r"|[Bb]us|[Bb]te|[Bb]o\u00eete|[Uu]nit|[Ss]uite|[Ff]lat|[Aa]partment|[Ff]loor|[Ss]ector|[Ss]ect|[Cc]p|CP|C\.P|CEP|[Cc]ol|PIN|[Pp]ostcode|Kv|kv|s)"
    rf"[.: ]{{0,3}}(?:{_NUMBER_WORD})?[A-Z]?\d{{1,5}}[A-Za-z]?(?:[/-]\d{{1,4}})?"
)
_CODE: Final = r"(?:[A-Z]{1,3}[ -])?(?:\d{7,8}|\d{3,6}(?:[ -]\d{2,4})?)(?: ?[A-Z]{2}(?![\w]))?"
_TAIL: Final = (
    rf"(?:(?:[ ]{{0,2}}[,;\n][ ]{{0,2}}(?:{_CODE}(?![\d-])[ ]{_TOWN}(?: ?/ ?[A-Z]{{2}}(?!\w))?|{_NUMBER_WORD}?{_HOUSE}(?!\w)|{_PART}|{_CODE}(?![\d-])|(?:[Cc]ol|[Bb]airro|[Kk]el|[Kk]ec|[Kk]ota|[Kk]abupaten|[Jj]ud|[Ss]ector|[Cc]om)\.?[ ]{_TOWN}|{_TOWN}(?:[ ]{_CODE}(?![\d-]))?(?: ?/ ?[A-Z]{{2}}(?!\w))?)"
    rf"|[ ](?:[IVX]{{1,4}}|\d{{1,2}})\.? ?(?:/ ?\d{{1,3}}|em\.? ?\d{{0,3}})\.?(?!\w)|[ ]{{1,3}}(?:{_PART}|{_CODE}(?![\d-])(?:[ ]{_TOWN})?)|[ ](?:-|/)[ ](?:{_TOWN}|{_CODE})|[ ]\([^()\n]{{2,20}}\))){{0,7}}"
)
# A word that ends with one for a street: Mannerheimintie 5, Storgatan 12 B
_ENDS: Final = (
    "katu|tie|kuja|polku|kaari|ranta|raitti|v\u00e4yl\u00e4|penger|rinne|tori|aukio|bulevardi|puistikko|kallio|m\u00e4ki|gatan|gata|gaten|gate|v\u00e4gen|v\u00e4g|gr\u00e4nd|gr\u00e4nden|stigen|torget|torg|backen|bakken|bakke|all\u00e9n|all\u00e9|plan|platsen"
    "|veien|vegen|vei|veg|plass|plassen|svingen|haugen|skogen|toppen|jordet|lia|l\u00f8kka|tunet|gade|vej|str\u00e6de|v\u00e6nget|parken|torv|pladsen|plads|toften|haven|k\u00e6ret|marken|lunden|engen|krogen|stien|hegnet|ager|ageren|leddet"
    "|straat|laan|weg|plein|boulevard|hof|gracht|kade|dijk|singel|steeg|hof|pad|dreef|park|baan|lei|kaai|markt|wal|oord|hoek|kamp|burg|donk|stra\u00dfe|strasse|str\\.|platz|allee|gasse|ring|damm|ufer|steig|stieg|pfad|zeile|chaussee|graben|wall|kai|promenade"
    "|siedlung|rain|matte|halde|t\u00e4nav|gatv\u0117|iela|gr\u00e4nd|esplanaden|leden|slingan|kroken|r\u00f6d|l\u00e4nken"
)
_ENDING: Final = re.compile(
    rf"(?<![\w-])(?:[{UPPER}][\w.-]{{1,24}} ){{0,2}}(?:[{UPPER}]|(?<=\w )[a-z\u00e0-\u017f])[\w-]{{1,30}}?(?:{_ENDS})(?<![A-Z]),? {_HOUSE}(?!\d)(?![.,]\d)\.?(?=\W|$){_TAIL}"
)
# A name and a word for a street behind it: Pilisi utca 51., Brīvības iela 5, Vilniaus g. 12
_AFTER_WORDS: Final = (
    r"utca|u\.|\u00fat|\u00fatja|t\u00e9r|tere|k\u00f6r\u00fat|krt\.|k\u00f6z|sor|fasor|s\u00e9t\u00e1ny|rakpart|rkp\.|lak\u00f3telep|ltp\.|d\u0171l\u0151|liget|sug\u00e1r\u00fat|lejt\u0151|Mah\.|Mahallesi|Mh\.|Cad\.|Caddesi|Cd\.|Sok\.|Sokak|Soka\u011f\u0131|Sk\.|Bulvar\u0131|Blv\."
    r"|iela|bulv\u0101ris|prospekts|gatve|laukums|ce\u013c\u0161|g\.|gatv\u0117|pr\.|prospektas|al\.|al\u0117ja|tn\.?|t\u00e4nav|mnt\.?|maantee|pst\.?|puiestee|p\u00f5ik|ulica|cesta|avenija|\u0161etali\u0161te|prilaz|trg|naselje|n\u00e1m\u011bst\u00ed|n\u00e1b\u0159e\u017e\u00ed|t\u0159\u00edda|ulice|sady"
    r"|k\u00fc\u00e7\.|k\u00fc\u00e7\u0259si|katu|gata|v\u00e4g|vei|straat|laan|gasse|Mo\u02bbyna|ko\u02bbchasi|khiaban|Marg|Nagar|Vihar|Chowk|Ganj|Zila|Enclave|Bagh|Puram"
)
_BEHIND: Final = re.compile(
    rf"(?<![\w-])(?:\d{{4,5}} {_TOWN}, |{_HOUSE},? )?(?:{_NAME} ){{1,4}}(?:{_AFTER_WORDS})(?!\w)(?:(?:,? (?:{_NAME} ){{1,3}}(?:{_AFTER_WORDS})(?!\w)){{0,2}}),?\s?{_NUMBER_WORD}?{_HOUSE}\.?(?!\d){_TAIL}"
)
# A word for a street and its name: Str. Mihai Eminescu nr. 5, Jl. Merdeka No. 3, ul. Polna 7
_BEFORE_WORDS: Final = (
    r"[Ss]tr|[Ss]trada|[Bb]d|[Bb]-dul|[Bb]dul|[Bb]ulevardul|[Cc]alea|[Aa]leea|[Ii]ntrarea|[Pp]ia\u021ba|[Pp]iata|\u0218oseaua|Soseaua|\u0219oseaua|\u0218os|Sos|[Ss]plaiul|[Dd]rumul|[Ff]undatura|[Jj]l|[Jj]ln|[Jj]alan|[Gg]g|[Gg]ang|[Kk]omplek|[Pp]erum|[Uu]l|[Uu]lica|[Uu]lice|[Aa]l|[Aa]leja|[Oo]s|[Pp]l|[Pp]lac|[Ss]kwer|[Nn]\u00e1m|[Tt]\u0159|[Tt]rg|[Uu]litsa|[Pp]rospekt"
    r"|C/|C[.]|[Cc]alle|[Cc]l|[Aa]v|[Aa]vda|[Aa]venida|[Pp]je|[Pp]asaje|[Cc]arrera|[Cc]ra|[Cc]alz|[Cc]alzada|[Cc]errada|[Pp]rivada|[Pp]rolongaci\u00f3n|[Bb]lvd|[Bb]oulevard|[Dd]iagonal|[Cc]ircuito|[Aa]ndador|[Tt]ransversal|[Aa]utopista|[Cc]amino|[Cc]a\u00f1ada|[Vv]ial|[Gg]lorieta|[Cc]allej\u00f3n|[Cc]uesta|[Rr]ambla|[Pp]aseo|[Aa]cceso|[Pp]laza|[Pp]asadizo|[Vv]ereda|[Cc]arretera|[Cc]tra|[Tt]raves\u00eda|[Pp]ol\u00edgono|[Bb]arrio|[Rr]uta|[Jj]ir\u00f3n|[Jj]r|[Pp]eatonal|[Ee]je vial|[Cc]orredor|[Vv]iaducto|[Rr]onda|[Rr]etorno|[Cc]ontinuaci\u00f3n|[Pp]eriferico|[Pp]erif\u00e9rico|[Aa]mpliaci\u00f3n"
    r"|R|[Rr]ua|[Tt]v|[Tt]ravessa|[Aa]lameda|[Ll]argo|[Pp]ra\u00e7a|[Pp]raceta|[Ee]strada|[Rr]odovia|[Vv]ila|[Vv]iela|[Rr]ue|[Bb]oul|[Cc]hemin|[Cc]h|[Ii]mpasse|[Aa]ll\u00e9e|[Rr]oute|[Rr]te|[Pp]lace|[Qq]uai|[Cc]ours|[Pp]assage|[Ss]entier|[Vv]ia|[Vv]\.le|[Vv]iale|[Pp]\.zza|[Pp]iazza|[Pp]iazzale|[Cc]orso|[Cc]\.so|[Vv]icolo|[Bb]orgo|[Cc]ontrada|[Ll]ocalit\u00e0"
    r"|\u0110\u01b0\u1eddng|\u0111\u01b0\u1eddng|[Pp]h\u1ed1|[Nn]g\u00f5|[Hh]\u1ebbm|[Bb]rgy|[Bb]arangay|[Pp]urok|[Ss]itio|[Oo]dos|[Ll]eoforos|[Uu]rb|[Uu]rbanizaci\u00f3n|[Cc]arrer|[Pp]asseig|[Pp]la\u00e7a|[Rr]\u00faa|[Bb]\u00f3thar|[Ss]r\u00e1id|[Bb]ulv|[Kk]v|[Gg]rad|[Pp]ut"
)
_BEFORE: Final = re.compile(
    rf"(?<![\w-])(?:{_BEFORE_WORDS})\.?\s{_NAME}(?:[ ]{_NAME}){{0,4}}(?:,?\s?{_NUMBER_WORD}\s?{_HOUSE}|,?\s?{_HOUSE}|,\s?s/n|,\s(?:Edif|Edificio|Torre|Res|Residencias|Quinta|Qta|Conjunto|Conj)\.?(?:\s{_NAME}){{1,4}})(?!\d){_TAIL}"
)
# A word for a street, its name and a town with its code, without a number of a house
_BARE: Final = re.compile(
    rf"(?<![\w-])(?:{_BEFORE_WORDS})\.?\s{_NAME}(?:[ ]{_NAME}){{0,4}},\s(?:{_TOWN},\s){{1,2}}\d{{5,6}}(?!\d)|(?<![\w-])(?:{_BEFORE_WORDS})\.?\s{_NAME}(?:[ ]{_NAME}){{0,4}},\s(?:{_TOWN},\s)?\d{{5}}-?\d{{3}}\s{_TOWN}(?:\s?/\s?[A-Z]{{2}}(?!\w))?"
)
# In the names of streets in small letters: Karl Johans gate, Ulica kralja Tomislava
_IN_NAMES: Final = "gate|gata|vei|veg|plass|torg|ulica|ulice|cesta|trg|put|tere|tn|mnt|iela|utca|kralja|kneza|bana|cara|svet\u00e9ho|svetog|gener\u00e1la|rue|avenue"
# A name, a number, and a town with its code: Neužilova 34, 306 05 Úvaly
_CODED: Final = re.compile(
    rf"(?<![\w-])(?:{_NAME} (?:(?:{_IN_NAMES}) )?){{1,5}}{_HOUSE}\.?(?:,? (?:{_PART})){{0,3}}[ ]?[,\n][ ]{{0,2}}(?:[A-Z]{{1,3}}-|[A-HJ-NP-Z](?=\d{{4}}))?\d{{3,5}}(?:(?<=[A-Z]\d{{4}})[A-Z]{{3}}| \d{{2,3}})?(?: [A-Z]{{2}},?)?(?:-\d{{3}})? (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[{UPPER}][^\W\d_]{{1,24}}(?:[ -](?:(?:nad|pod|u|v|na|am|an der|de|la|le|les|sur|sous|aan den|aan de|del|di)[ ])?[{UPPER}][\w.-]{{0,24}}){{0,3}}(?:,\s[{UPPER}][^\W\d_]{{2,24}})?"
)
# Cl. 12 # 44-47 Este, Av. carrera 9 # 3-88
_COLOMBIAN: Final = re.compile(
    rf"(?<![\w-])(?:[Cc]ll?|[Cc]alle|[Cc]r|[Cc]ra|[Cc]arrera|[Kk]r|[Kk]ra|[Aa][ck]|[Aa]v\.? [Cc]alle|[Aa]v\.? [Cc]arrera|[Aa]v|[Aa]venida|[Dd]iagonal|[Dd]g|[Tt]ransversal|[Tt]v|[Tt]ransv|[Cc]ircular|[Cc]irc)\.? \d{{1,3}}[\u00aa\u00ba]?[A-Z]{{0,2}}(?: [Bb]is| Sur| Este| Norte| Oeste)? ?(?:#|No\.?|N\u00b0) ?\d{{1,3}}[A-Z]{{0,2}} ?- ?\d{{1,3}}(?: Sur| Este| Norte| Oeste)?(?:,? (?:[Ee]tapa|[Aa]partamento|[Tt]orre|[Cc]asa|[Ii]nterior|[Aa]pto\.?|[Bb]loque|[Mm]anzana|[Ll]ote|[Pp]iso|[Ll]ocal|[Oo]ficina|[Cc]onjunto) \w{{1,4}}){{0,4}}{_TAIL}"
)
# Am Alten Markt 5a, Hinterhaus, 96047 Bamberg: one part of the house, whatever it is called
_PARTED: Final = re.compile(
    rf"(?<![\w-])(?=[{UPPER}0-9])(?:{_NAME} ){{1,5}}{_HOUSE},? (?:{PARTS_OF_HOUSE}|[{UPPER}][a-z\u00c0-\u017f]{{3,20}})(?: \d{{1,3}}| (?:links|rechts|mitte|Mitte))?, (?:[A-Z]{{1,3}}-)?(?!(?:19|20)\d\d )\d{{4,5}} {_TOWN}"
)
# Số 93 ngõ 460 Cầu Giấy, phường Quan Hoa, quận Cầu Giấy, Hà Nội
_DISTRICTS: Final = r"(?:[Pp]h\u01b0\u1eddng|[Qq]u\u1eadn|[Hh]uy\u1ec7n|[Xx]\u00e3|[Tt]\u1ec9nh|[Tt]h\u1ecb (?:x\u00e3|tr\u1ea5n)|[Tt]h\u00e0nh ph\u1ed1|TP\.?(?:HCM)?|[PQ]\.)"
_VIETNAMESE: Final = re.compile(
    rf"(?<![\w-])(?:[Ss]\u1ed1 (?:nh\u00e0 )?)?\d{{1,5}}[A-Za-z]?(?:/\d{{1,4}}[A-Za-z]?){{0,3}}(?:[ ,]{{1,2}}(?:{_DISTRICTS}|ng\u00f5|ng\u00e1ch|h\u1ebbm|ki\u1ec7t|\u0111\u01b0\u1eddng|ph\u1ed1|t\u1ed5|khu(?: ph\u1ed1)?|\u1ea5p|th\u00f4n|x\u00f3m|[{UPPER}]\w{{0,12}}|\d{{1,4}}(?:/\d{{1,4}})?(?![\d:]))){{3,18}}"
)
# Blk 88A Toa Payoh Lorong 2, #10-345, S(310088)
_SINGAPORE: Final = re.compile(
    rf"(?<![\w-])(?:(?:Blk|Block|BLK) )?\d{{1,4}}[A-Z]?,? (?:{_NAME} ?){{1,6}},? ?#[A-Z]?\d{{1,3}}-\d{{1,4}}[A-Z]?,? (?:Singapore|S) ?\(?\d{{6}}\)?"
)
_IRISH_COUNTIES: Final = "Antrim|Armagh|Carlow|Cavan|Clare|Cork|Derry|Donegal|Down|Dublin|Durham|Fermanagh|Galway|Kerry|Kildare|Kilkenny|Laois|Leitrim|Limerick|Londonderry|Longford|Louth|Mayo|Meath|Monaghan|Offaly|Roscommon|Sligo|Tipperary|Tyrone|Waterford|Westmeath|Wexford|Wicklow"
# The Old Mill, Ballinamore, Co. Leitrim: a house with a number or an article, or two parts at most
_IRISH: Final = re.compile(
    rf"(?<![\w-])(?=[{UPPER}0-9])(?:(?:(?:\d{{1,4}}[A-Za-z]?|The|Apartment \w{{1,4}}|Apt\.? \w{{1,4}}|Flat \w{{1,4}}|Unit \w{{1,4}}),? (?:{_NAME} ?){{1,5}}(?:, (?:{_NAME} ?){{1,4}}){{0,3}}|(?:{_NAME} ?){{1,4}}(?:, (?:{_NAME} ?){{1,3}})?), )(?:Co|County|Contae)\.? (?:{_IRISH_COUNTIES})(?!\w)(?:,? {MIXED_CODE})?"
)
# Villa 23, Street 14B, Al Barsha 1, Dubai: a house by its number and parts that commas separate
_ASIAN_PART: Final = rf"(?:(?:(?:Street|St|Road|Rd|Lane|Gali|Block|Blk|Lot|Sector|Phase|Soi|Moo|Ward|Woreda|Kebele|House|Villa|Flat|Plot)\.?(?: No\.?)? )(?:\d{{1,4}}[A-Z]?|[A-Z])|[A-Z]-\d{{1,3}}(?:/\d{{1,3}})?|\d{{1,2}}/F|\d{{1,3}}(?:st|nd|rd|th) (?:Floor|Cross|Main|Road|Street|Avenue)|(?!Lesson|Exercise|Chapter|Section|Part|Page|Figure|Table|Step|Module|Version|Question|Article|Day|Week|Grade){_TOWN})"
_PLAIN_TOWN: Final = rf"[{UPPER}][\w\u2019'-]{{1,24}}(?: [{UPPER}][\w\u2019'-]{{1,24}}){{0,3}}"
_LED: Final = re.compile(
    rf"(?<![\w-])(?:(?:Villa|House|H|Plot|Lot|Flat|Unit|Blk|Block|Erf|Stand|Ward|Shop|Room|Apt|Apartment|Bungalow|Woreda)\.?(?: No\.?| ?#)? ?[A-Z]?-?\d{{1,5}}[A-Z]?(?:[-/]\d{{1,4}})?),? (?:{_ASIAN_PART}, ){{1,5}}(?:\d{{4,6}} )?{_PLAIN_TOWN}(?:(?: -)? \d{{3,6}}| \d{{1,2}}(?!\w))?"
)
# 1-2-3 Shibuya, Shibuya-ku, Tokyo 150-0002; 152 Teheran-ro, Gangnam-gu, Seoul 06236
_ROMANISED: Final = re.compile(
    rf"(?<![\w-])(?:(?:#?\d{{1,4}}[A-Z]?, )?\d{{1,4}}(?:-\d{{1,4}}){{0,3}}(?:-(?:ch\u014d|chome|cho|banchi|beon-gil))?,? )?(?:[{UPPER}][\w\u2019'-]{{1,24}}(?: \d{{1,4}}(?:-\d{{1,4}}){{0,2}}(?!\d))?,? ){{1,5}}[{UPPER}][a-z\u014d\u016b]{{2,14}}(?:-(?:shi|si|do|fu|ken|to|city))?(?:,? \d{{3}}-\d{{4}}| \d{{5}}(?!\d))?(?:, (?:Japan|Korea|South Korea)(?!\w))?"
)
# 123/45 Sukhumvit Soi 11, Watthana, Bangkok 10110
_THAI: Final = re.compile(
    rf"(?<![\w./-])\d{{1,4}}(?:/\d{{1,4}})?(?:,? (?:Moo|Mu|Soi|Village No\.) ?\d{{1,3}})?,? (?:[{UPPER}][\w.-]{{1,24}} ){{0,4}}(?:(?:Soi|Moo|Mu|Road|Rd\.) ?\d{{1,3}})?,? ?(?:{_TOWN},? ){{1,4}}(?<=[ ])\d{{5}}(?!\d)"
)
# Studio 54, Stewart Extensions, Christophermouth, G7A 6ND: parts before a code that nothing else is
# written like, the first with a number, an article, or a word for a house.
_MIXED: Final = re.compile(MIXED_CODE)
_CAPITALS: Final = rf"(?:[{UPPER}][\w'\u2019.-]{{0,24}}|of|on|upon|the|and|in|le|de|under|by)"
_CAPITAL_PART: Final = re.compile(rf"{_CAPITALS}(?: {_CAPITALS}){{0,5}}")
_FIRST_PART: Final = re.compile(
    rf"(?<![\w:.-])(?:(?:(?:Flat|Apt\.?|Apartment|Unit|Studio|Suite|Room) \w{{1,5}}|\d{{1,5}}[A-Za-z]?|The)(?: {_CAPITALS}){{0,5}}"
    rf"|(?:[{UPPER}][\w'\u2019]{{1,24}} ){{1,3}}(?:House|Cottage|Farm|Lodge|Barn|Hall|Court|Manor|Grange|Mill|Vicarage|Rectory))$"
)
_PARTS: Final = 5
# No street: `Copyright 2005,2008 George Peter Staplin`, `Oct 15, 2000 Ada Byron`
_DATED: Final = re.compile(
    r"(?:Copyright|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December)"
    r"\.? \d{1,4}[,-] ?(?:19|20)\d\d(?!\d)"
)
_NEW_ZEALAND: Final = re.compile(
    rf"(?<![\w.-])(?:(?:Flat|Apt|Unit|Suite|Studio|PO Box|Private Bag|RD) ?\w{{1,6}},? )?\d{{1,5}}[A-Z]?(?:/\d{{1,4}}[A-Z]?)? (?:[{UPPER}][\w'\u2019-]{{1,24}} ){{0,3}}[{UPPER}][\w'\u2019-]{{1,24}}(?:, [{UPPER}][\w'\u2019 -]{{1,24}}){{1,2}} \d{{4,5}}(?!\d)"
)
# House 890, Street 84, F-8/3, Islamabad: streets, blocks and sectors that only have numbers
_STREETS_BY_NUMBER: Final = (
    "Street|St|Road|Rd|Lane|Gali|Block|Sector|Phase|Avenue|Precinct|Circle|Ward|Zone"
)
_HOUSES: Final = "House|Plot|Villa|Flat|Shop|Bungalow|Holding|Quarter|Qtr|H"
_NUMBERED_STREETS: Final = re.compile(
    rf"(?<![\w-])(?:Flat[.:# ]{{1,3}}[A-Z]?-?\d{{1,4}}[A-Z]?,? )?(?:{_HOUSES})[.:# ]{{1,3}}(?:No[.: ]{{1,3}}|# ?)?[A-Z]?-?\d{{1,5}}[A-Za-z]?(?:[-/][0-9A-Z]{{1,4}}){{0,2}}"
    rf"(?:,? (?:(?:{_STREETS_BY_NUMBER})[.:# ]{{1,3}}(?:No[.: ]{{1,3}}|# ?)?(?:[A-Z]{{0,2}}-?\d{{1,4}}[A-Z]?(?:/[0-9A-Z]{{1,3}}){{0,2}}|[A-Z])(?!\w)|[A-Z]{{1,3}}-\d{{1,2}}(?:/\d{{1,2}})?(?!\w))){{1,5}}"
    rf"(?:, {_TOWN}){{0,4}}(?:[ -]\d{{4,6}}(?!\d))?(?<![.])"
)
_TEMPERATURE: Final = re.compile(r"C\. (?!.{0,300}\d{5})")
"""`180 C. Mix 250 g`: the short form of a street's word needs a postcode."""
_TO_A_TOWN: Final = frozenset({_LED, _ROMANISED})
_LAST_PART: Final = re.compile(
    rf"(?:^|, |(?<=[ ]))([{UPPER}][^\W\d_]{{1,24}}(?:[ -][{UPPER}][^\W\d_]{{1,24}}){{0,3}})(?:-(?:shi|si|do|fu|ken|to|city))?(?:(?: -)? \d[\d-]{{0,8}})?(?:, (?:Japan|Korea|South Korea))?$"
)
_ARTICLE: Final = re.compile("(?:der|die|das|dem) (?=[A-Z])")
_AFTER_STARTS: Final = 200


def street_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with a form in which its address begins or goes on."""
    shadow = re.compile(r"\\u[0-9a-f]{4}|[^\x00-\x7f]")  # as the scanner sees a text
    ends = _grouped(shadow.sub("[?]", _ENDS).split("|"), 24)
    after = _grouped(shadow.sub("[?]", _AFTER_WORDS).split("|"), 24)
    before = _grouped(shadow.sub("[?]", _BEFORE_WORDS).split("|"), 24)
    return [
        *((Anchor(rf"(?:{some}),? [0-9]", expression=True), _around(_ENDING, 60)) for some in ends),
        *(
            (Anchor(rf" (?:{some}),? ?(?:[Nn][or][.:] ?)?[0-9]", expression=True), _around(_BEHIND, 70))
            for some in after
        ),
        *(
            (Anchor(rf"(?:^|[^0-9A-Za-z_])(?:{some})[.]? [A-Z0-9?dlvs]", expression=True), _here(_BEFORE, _BARE))
            for some in before
        ),
        (
            Anchor(r"[0-9][A-Za-z]?[.]?(?: ?,|\n| ,) ?(?:[A-Z]{1,3}-|[A-Z])?[0-9]{3,5}(?:[A-Z]{3}| [0-9]{2,3}| [A-Z]{2},?)? [A-Z?]", expression=True),
            _around(_CODED, 80),
        ),
        (Anchor(r"[0-9A-Za-z?] ?(?:#|No[.]?) ?[0-9]{1,3}[A-Z]{0,2} ?- ?[0-9]", expression=True), _around(_COLOMBIAN, 30)),
        (Anchor(r"[0-9][A-Za-z]?,? [A-Z0-9?][A-Za-z0-9.? ]{1,22}, (?:[A-Z]{1,3}-)?[0-9]{4,5} [A-Z?]", expression=True), _around(_PARTED, 60)),
        (Anchor(r"[ ,](?:[Pp]h[?]{2}ng|[Qq]u[?]n|[Hh]uy[?]n|[Xx][?]|[Tt][?]nh|[Tt]h[?]nh ph[?]|TP)[. ]{1,2}[A-Z0-9?]", expression=True), _around(_VIETNAMESE, 90)),
        (Anchor(r"S[?] [0-9]{1,4}[A-Z]?(?:/[0-9]{1,4})? [A-Z?]", expression=True), _around(_VIETNAMESE, 8)),
        (Anchor(r"(?:Villa|House|Plot|Lot|Flat|Unit|Blk|Block|Erf|Stand|Ward|Shop|Room|Apt|Apartment|Bungalow|Woreda|H)[.]?(?: No[.]?| ?#)? ?[A-Z]?-?[0-9]{1,5}[A-Z]?(?:[-/][0-9]{1,4})?,? [A-Z0-9]", expression=True), _around(_LED, 8)),
        (Anchor(r"[a-z?]-(?:ku|gu|shi|si|ro|daero|gil|gun|machi|cho|dong),? [A-Z0-9]", expression=True), _around(_ROMANISED, 60)),
        (Anchor(r"[0-9],? (?:[A-Z][a-z]{1,20} ){0,2}(?:Soi|Moo|Mu) ?[0-9]", expression=True), _around(_THAI, 12)),
        (Anchor(r"#[A-Z]?[0-9]{1,3}-[0-9]{1,4}[A-Z]?,? (?:Singapore|S) ?[(]?[0-9]{6}", expression=True), _around(_SINGAPORE, 60)),
        (
            Anchor(
                rf"(?:{_HOUSES})[.:# ]{{1,3}}(?:No[.: ]{{1,3}}|# ?)?[A-Z]?-?[0-9]{{1,5}}[A-Za-z]?(?:[-/][0-9A-Z]{{1,4}})?,? (?:{_STREETS_BY_NUMBER}|House)[.:# ]",
                expression=True,
            ),
            _here(_NUMBERED_STREETS),
        ),
        (Anchor(rf", (?:Co|County|Contae)[.]? (?:{_IRISH_COUNTIES})", expression=True), _around(_IRISH, 90)),
        (Anchor(r"[a-z?],? (?:[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}|[A-Z][0-9][0-9A-Z] [0-9A-Z]{4})(?:[^0-9A-Za-z]|$)", expression=True), _before_code),
        (Anchor(r"[A-Za-z?] [0-9]{4}(?:[^0-9A-Za-z.,-]|$)", expression=True), _around(_NEW_ZEALAND, 60)),
    ]  # fmt: skip


def _is_named(value: str) -> bool:
    """Say whether an address names more than a word for a street and a number: `Route 53`."""
    return sum(map(_is_capital, re.split(r"[\s.]+", value))) > 1


def _ends_in_town(value: str) -> bool:
    """Say whether an address in an order that lists have too ends in a place that is known."""
    last = _LAST_PART.search(value)
    return last is not None and last[1] in Gazetteer.shipped().places


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _grouped(words: list[str], size: int) -> Iterator[str]:
    for first in range(0, len(words), size):
        yield "|".join(words[first : first + size])


def _here(*forms: re.Pattern[str]) -> Confirm:
    """Return what looks for an address that begins with the anchor, or behind its first character."""

    def confirm(text: str, start: int) -> Iterator[Finding]:
        window = lines_of(text[max(0, start - 1) : start + _AFTER_STARTS])
        at = min(start, 1)
        for form in forms:
            match = form.match(window, at + 1) or form.match(window, at)
            if match and _is_named(match[0]) and not _TEMPERATURE.match(match[0]):
                begin = max(0, start - 1)
                yield Finding(match.start() + begin, match.end() + begin, "LOCATION", 0.85)
                return

    return confirm


def _before_code(text: str, start: int) -> Iterator[Finding]:
    """Find the parts of an address before a code, read back from it."""
    begin = max(0, start - 90)
    window = lines_of(text[begin : start + 16])
    code = _MIXED.search(window, start - begin)
    if code is None:
        return
    end = len(window[: code.start()].rstrip(", "))
    first = -1
    for part in window[:end].rsplit(", ", _PARTS - 1)[::-1]:
        place = end - len(part)
        if lead := _FIRST_PART.search(part):
            first = place + lead.start()
        if not _CAPITAL_PART.fullmatch(part):
            break
        end = place - 2
    if first >= 0:
        yield Finding(first + begin, code.end() + begin, "LOCATION", 0.85)


def _around(form: re.Pattern[str], back: int) -> Confirm:
    """Return what looks for an address around the anchor.

    Args:
        form: The address.
        back: How far before the anchor it may begin, in characters.
    """

    def confirm(text: str, start: int) -> Iterator[Finding]:
        begin = max(0, start - back)
        window = lines_of(text[begin : start + _AFTER_STARTS])
        at = start - begin
        # A word may be cut where the window begins.
        first = 1 if begin and window[:1].isalnum() and text[begin - 1].isalnum() else 0
        while match := form.search(window, first, at + 60):
            if match.start() > at + 2:
                return
            whole = form.match(window, match.start()) or match
            if whole.end() > at:
                if _DATED.match(whole[0]):
                    return
                if form in _TO_A_TOWN and not _ends_in_town(whole[0]):
                    return
                if form is _ENDING or _is_named(whole[0]):
                    article = _ARTICLE.match(whole[0])
                    first = whole.start() + begin + (article.end() if article else 0)
                    yield Finding(first, whole.end() + begin, "LOCATION", 0.85)
                return
            first = whole.end()

    return confirm
