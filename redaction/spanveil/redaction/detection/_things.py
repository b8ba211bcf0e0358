"""What says that a capitalised run is a thing: words in it, and what stands beside it."""

import re
from collections.abc import Callable
from string import ascii_letters
from typing import Final

HEADS: Final = frozenset({
    # weather, waters, vehicles and missions
    "cyclone", "hurricane", "storm", "typhoon", "tornado", "volcano", "comet", "asteroid", "planet", "mount", "monte", "lake",
    "river", "cape", "gulf", "isle", "port", "fort", "hms", "rms", "uss", "ss", "mv", "hmas", "iss", "airbus", "boeing",
    "operation", "mission", "project", "codename", "apollo", "probe", "telescope",
    # software and hardware
    "agent", "android", "api", "app", "apache", "assistant", "aws", "bot", "branch", "build", "chatbot", "class", "cluster", "codec",
    "collection", "column", "container", "daemon", "database", "dataset", "debian", "device", "docker", "eclipse", "endpoint",
    "engine", "epic", "experiment", "feature", "field", "file", "flag", "font", "framework", "function", "game", "group", "host",
    "index", "intel", "interface", "job", "language", "lib", "library", "linux", "macos", "machine", "maschine", "method", "milestone",
    "mint", "model", "modell", "modelo", "modèle", "module", "namespace", "network", "node", "object", "openstack", "package",
    "pipeline", "plugin", "printer", "process", "product", "produkt", "program", "protocol", "queue", "release", "repo",
    "repository", "robot", "room", "samsung", "schema", "script", "server", "serveur", "service", "servidor", "shell", "skill", "software",
    "sony", "sprint", "system", "table", "tag", "task", "template", "theme", "tool", "topic", "type", "typ", "variable", "variant",
    "vendor", "version", "vm", "worker", "workflow", "yocto", "ros",
    # authorities and houses in other languages
    "amtsgericht", "landgericht", "finanzamt", "stadt", "gemeinde", "landkreis", "universit\u00e4t", "klinikum", "sparkasse", "bahnhof",
    "flughafen", "agentur", "verein", "stadtwerke", "mairie", "ville", "universit\u00e9", "gare", "banque", "banco", "ayuntamiento",
    "universidad", "ciudad", "estado", "banca", "comune", "stazione", "prefeitura", "universidade", "urz\u0105d", "gemeente", "rechtbank",
    "oficina", "abteilung", "dzia\u0142", "viernes", "semana", "serie", "marca", "hyundai", "renault", "seat",
    # parts of a site, and what is carried with a brand on it
    "tower", "torre", "turm", "tour", "block", "bloque", "bloc", "blok", "building", "gebäude", "bâtiment", "edificio", "wing", "flügel", "terminal",
    "carte", "karte", "kaart", "karta", "tarjeta", "tessera", "cartão", "fahrkarte", "abonnement",
    # media, places and goods
    "album", "band", "book", "brand", "breed", "character", "film", "hall", "hotel", "magazine", "movie", "novel", "restaurant",
    "ship", "song", "species", "team", "tanker", "ferry", "vessel", "track", "café", "cafe", "battle", "treaty", "siege",
})  # fmt: skip
"""Words before what is no person: `Hurricane Katrina`, `model Claude`."""

TAILS: Final = frozenset({
    "academy", "act", "advisors", "advisory", "agency", "airlines", "airport", "airways", "alliance", "analytics", "archive",
    "association", "associates", "attack", "auction", "authority", "avenue", "award", "awards", "bakery", "bank", "bar", "bay",
    "beach", "board", "bridge", "brigade", "brothers", "bros", "bureau", "cafe", "canal", "capital", "castle", "cathedral",
    "celebration", "center", "centre", "challenge", "channel", "chapel", "church", "cinema", "circuit", "city", "clinic", "club",
    "coast", "college", "commission", "committee", "company", "conference", "consortium", "consulting", "cooperative", "corp",
    "corporation", "council", "county", "court", "creek", "cup", "dam", "day", "dept", "department", "desert", "disease", "district",
    "doctrine", "effect", "empire", "enterprises", "era", "estate", "exchange", "expedition", "express", "falls", "farm", "farms",
    "federation", "fellowship", "festival", "films", "financial", "firm", "forest", "forum", "foundation", "framework", "fund", "funds",
    "gallery", "games", "garden", "gardens", "gate", "group", "gulf", "hall", "harbor", "harbour", "holding", "holdings", "homes", "hospital", "hotel",
    "hotels", "inc", "incorporated", "industries", "initiative", "institut", "institute", "insurance", "international", "investments",
    "island", "islands", "journal", "jet", "laboratories", "laboratory", "labs", "lake", "law", "league", "lecture", "library", "llc",
    "logistics", "ltd", "magazine", "mall", "manufacturing", "market", "marketing", "markets", "medal", "media", "memorial",
    "method", "mill", "mills", "model", "monument", "motors", "mountain", "mountains", "museum", "music", "network", "networks", "news",
    "night", "office", "opera", "orchestra", "organization", "palace", "park", "partners", "partnership", "peninsula", "pharma",
    "pharmaceuticals", "pizza", "plan", "plaza", "post", "press", "prize", "process", "productions", "products", "program", "project",
    "properties", "protocol", "publishing", "radio", "railway", "records", "region", "republic", "research", "reserve",
    "resort", "restaurant", "review", "river", "road", "rock", "school", "schools", "scale", "scholarship", "securities", "services",
    "shop", "society", "software", "solutions", "square", "stadium", "standard", "station", "store", "stores", "street", "studio", "studios",
    "summit", "supply", "symposium", "syndrome", "system", "systems", "team", "technologies", "technology", "telescope", "test", "theater",
    "theatre", "theorem", "times", "tower", "towers", "transform", "transit", "transport", "treaty", "tribune", "trophy", "trust", "tv",
    "union", "university", "valley", "ventures", "village", "wall", "week", "weekly", "windows", "workshop", "works", "world", "zoo",
    "bot", "chatbot", "gmbh", "kg", "ag", "plc", "oy", "ab", "bv", "nv", "spa", "srl", "sarl", "sas",
})  # fmt: skip
"""Last words of what is named after somebody or something: `Carnegie Hall`."""

FAMILY_TAILS: Final = frozenset({
    "bank", "bay", "bell", "castle", "church", "court", "dam", "day", "farm", "garden", "gates", "hall", "lake", "law", "mills",
    "park", "parks", "post", "press", "reserve", "rivers", "rock", "school", "street", "wall", "week", "woods",
})  # fmt: skip
"""Those of them that are family names too: `Lucas Hall`."""

_AFTER: Final = re.compile(
    r"[ ]?&(?!&)|[-\u2013]?\d|[_/@]\w|[ ]?(?:\u2122|\u00ae|\(TM\)|\(R\))|[ ](?!\d{3}\.\d{3}\.\d{4}(?!\d)|0\d(?:\.\d\d){4}(?!\d))v?\d{1,4}(?:\.\d{1,5}){1,3}(?![\w.]{0,30}@)|[ ](?:v|x)\d"
    r"|,?[ ](?:Inc|Ltd|LLC|LLP|GmbH|AG|KG|SE|Corp|Co|PLC|plc|S\.A|SA|BV|B\.V|NV|AB|A/S|Oy|SpA|S\.p\.A|Srl|SARL|SAS|Pty|Limited|Sp\. z|s\.r\.o|a\.s|Kft|Zrt|d\.o\.o)\b"
)
# How most names are followed, and nothing that `_AFTER` matches begins, which is sooner looked up.
_ENDS: Final = frozenset("\n.;:!?)\"'\u2019<|\\")
_GOES_ON_SO: Final = frozenset(f" {letter}" for letter in "bcefghijklmnoqrtuwyzDEFHJMQRTUVWXY")
_RARELY: Final = {
    ", ": frozenset("ILGAKSCPpBNOZasd"),
    " (": frozenset("TR"),
    " a": frozenset("."),
    " d": frozenset("."),
    " s": frozenset("."),
    " p": frozenset("l"),
}
"""Behind two characters that often follow a name, the third ones with which ``_AFTER`` goes on."""
_OPENS: Final = "\"'\u201c\u2018`( "
_NEXT: Final = re.compile(r"['\u2019]?s?[ ]([a-z]{2,24})(?![\w'\u2019-]|\.\w)")
# `Ada signs off`, `Ada tests it` are none.
_EPONYM: Final = re.compile(
    r" ([a-z]{3,16})\b(?! (?:off|up|in|out|it|this|that|them|his|her|my|our|your)\b)"
)
_EPONYMS: Final = frozenset({
    "algorithm", "algorithms", "axiom", "bound", "cipher", "code", "coefficient", "coefficients", "conjecture", "constant", "correction", "criterion", "curve",
    "decomposition", "diagram", "disease", "distance", "distribution", "effect", "equation", "equations", "filter", "filters", "formula", "function", "functions", "heuristic",
    "hypothesis", "index", "inequality", "integral", "kernel", "law", "laws", "lemma", "matrix", "matrices", "method", "metric", "model", "models", "notation", "number",
    "numbers", "paradox", "polynomial", "polynomials", "principle", "problem", "process", "product", "rule", "scale", "score", "sequence", "series", "sign",
    "simulation", "smoothing", "space", "spaces", "statistic", "syndrome", "tau", "test", "theorem", "theorems", "transform", "transformation", "tree", "trees",
    "triangle", "architecture", "gpu", "chip", "superchip", "server", "cluster", "sdk", "api", "app", "plugin", "library", "framework", "package", "module",
    "repo", "release", "version", "edition", "engine", "benchmark", "dataset", "corpus", "mission", "telescope", "satellite", "class", "variety", "cultivar",
    "sauce", "salad", "cocktail", "brand", "shoes", "jeans", "guitar", "knife", "tea", "whiskey", "whisky", "cheese", "bot", "chatbot", "assistant", "agent", "style", "styles", "chair", "lamp", "sofa", "cake", "pie", "soup", "steak", "sandwich", "apple", "apples", "pear", "pears", "potatoes", "rose", "roses", "terrier",
    "spaniel", "retriever", "nebula", "crater", "telescopes", "catheter", "forceps", "palsy", "lymphoma", "sarcoma", "thyroiditis", "fracture", "tendon", "stain", "staining",
    "reagent", "buffer", "blot", "assay", "dish", "burner", "counter", "diode", "circuit", "projection", "regression", "correlation", "coding", "compression", "blur", "chain", "chains",
    "fellowship", "fellowships", "prize", "award", "medal", "fallacy", "criteria", "sampling", "graph", "graphs", "machine", "heap", "sort",
})  # fmt: skip
"""What is named after somebody whom everybody may know."""
_EPONYM_BEGINS: Final = frozenset(f" {word[:2]}" for word in _EPONYMS)
_GOES_ON: Final = frozenset({
    # what may follow a name inside a sentence
    "a", "about", "after", "again", "ago", "all", "alone", "already", "also", "always", "am", "an", "and", "are", "as", "at", "away", "back", "be", "because",
    "before", "but", "by", "can", "could", "did", "do", "does", "during", "for", "from", "had", "has", "have", "he", "her", "here", "him", "his", "how",
    "i", "if", "in", "into", "is", "it", "just", "last", "later", "like", "may", "might", "must", "my", "never", "next", "not", "now", "of", "off", "on",
    "once", "only", "or", "our", "out", "over", "she", "should", "since", "so", "still", "than", "that", "the", "their", "them", "then", "there",
    "they", "this", "though", "through", "to", "today", "together", "tomorrow", "tonight", "too", "under", "until", "up", "via", "was", "we", "were", "what",
    "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with", "without", "would", "yesterday", "yet", "you", "your", "please",
    "aged", "born", "et", "de", "en", "y", "e", "und", "said", "says", "say", "told", "tells", "asked", "asks", "wrote", "writes",
    "got", "gets", "get", "went", "goes", "go", "came", "comes", "come", "made", "makes", "gave", "gives", "took", "takes", "knows", "knew", "thinks",
    "thought", "wants", "wanted", "needs", "needed", "likes", "liked", "loves", "loved", "lives", "lived", "works", "worked", "calls", "called",
    "left", "met", "sent", "sends", "paid", "pays", "bought", "sold", "felt", "found", "saw", "sees", "seems", "looks", "looked", "signed", "spoke",
    "grew", "keeps", "kept", "let", "lost", "moved", "plays", "put", "read", "reads", "ran", "runs", "starts", "stayed", "studied", "teaches", "tried", "turns",
    "uses", "used", "visited", "waited", "walked", "won", "agreed", "added", "joined", "reported", "requested", "confirmed", "complained",
    "whether", "even", "first", "instead", "every", "each", "earlier", "soon", "twice", "myself", "himself", "herself", "directly", "personally",
})  # fmt: skip
_LISTS: Final = frozenset({
    "now playing", "playlist", "playlists", "series", "title", "titles", "film", "films", "movie", "movies", "song", "songs", "album", "albums", "episode", "episodes",
    "show", "shows", "game", "games", "novel", "novels", "book", "books", "article", "articles", "character", "characters", "cartoon", "cartoons", "trademark",
    "trademarks", "cocktail", "cocktails", "drinks", "recipe", "recipes", "dishes", "dessert", "desserts", "menu", "species", "breed", "breeds",
    "varieties", "cultivars", "plant", "plants", "flowers", "roses", "trees", "bird", "birds", "dog", "dogs", "mineral", "minerals", "gems", "gemstones", "font",
    "fonts", "typefaces", "color", "colors", "colour", "colours", "brand", "brands", "vendor", "vendors", "retailer", "retailers", "labels", "model", "models",
    "car", "cars", "vehicle", "vehicles", "guitar", "guitars", "ship", "ships", "vessel", "vessels", "ferries", "storm", "storms", "hurricane", "hurricanes",
    "cyclone", "cyclones", "typhoon", "typhoons", "code name", "code names", "codename", "codenames", "release", "releases", "version", "versions", "distribution", "distributions",
    "cluster", "clusters", "host", "hosts", "server", "servers", "node", "nodes", "room", "rooms", "printer", "printers", "bot", "bots", "chatbot", "chatbots",
    "libraries", "package", "packages", "framework", "frameworks", "tool", "tools", "language", "languages", "database", "databases", "mission", "missions",
    "probe", "probes", "satellite", "satellites", "project", "projects", "product", "products", "units", "constants", "theorem", "theorems", "algorithm",
    "algorithms", "planets", "moons", "deploy", "deployed", "deploying", "install", "installed", "installing", "upgrade", "upgraded", "upgrades", "upgrading",
    "migrate", "migrated", "migrating",
})  # fmt: skip
"""What lists things: `Playlist: …`, `rooms: …`, `Roses: …`."""
_LIST_BEGINS: Final = frozenset(words.partition(" ")[0] for words in _LISTS)
_LIST_ENDS: Final = frozenset(words.rpartition(" ")[2] for words in _LISTS)
# What stands between the word for a list and a name in it, as ``_LISTED`` has it.
_GOES_ON_IN_A_LIST: Final = frozenset(
    {"has", "have", "are", "is", "of", "the", "week", "month", "year", "to", "from", "list", "and"}
    | {"at", "with", "line", "section", "include", "includes", "or", "on", "in", "&", "-", "vs"}
)
_ITEM_BEGINS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\"'\u201c(")
_LED: Final = re.compile(r"[A-Za-z]{1,16}+(?=:? )")
# It is said before them.
_LISTED: Final = re.compile(
    rf"(?<![\w-])(?ai:{'|'.join(sorted(_LISTS))})"
    r"(?: (?:has|have|are|is|of the (?:week|month|year)|to|from|list|and|at|with|line|section|includes?))?:? "
    # then capitalised words and little else
    r"(?:(?:[A-Z0-9\"'\u201c(][^\s.!?]{0,24}|and|or|the|on|of|in|&|-|vs)[ ,;]{1,2}){0,14}[\"'\u201c(]?$"
)
_IN_A_LIST: Final = frozenset({", ", ": ", "; "})
_JOINS_A_LIST: Final = (" and ", " or ", " has ", " to ")
_PARTS_A_LIST: Final = frozenset(" ,;")
"""What stands before a quote in a list."""
_PERSON_ACTS: Final = re.compile(
    r",? (?:who |also |has |had |just |then |already |later |still |would |will |could |did not |didn't |cannot |can't |never ){0,2}"
    r"(?:said|says|told|tells|asked|asks|wrote|writes|phoned|called me|called us|lives|lived|resides|grew up|was born|were born|been promoted|promoted|signed(?! by| up| off on)"
    r"|married|moved to|works? (?:at|for|as|in)|worked (?:at|for|as|in)|complained|apologi[sz]ed|resigned|retired|replied|stated|claims|claimed that|insists|insisted"
    r"|wants|wanted|would like|likes|loves|hates|thinks|thought|believes|feels|felt|visited|arrived|bought|ordered|paid|owes|forgot|lost (?:his|her|their)|turned \d\d"
    r"|turns \d\d|is (?:my|our|his|her|their) |is (?:a|an|the) (?:\w{1,16} ){0,2}(?:nurse|doctor|teacher|lawyer|engineer|manager|director|student|patient|friend|client|customer|colleague|neighbou?r|employee|candidate|tenant)"
    r"|is \d\d years|is from|is allergic|got (?:married|engaged|promoted|hired|fired)|has (?:a|an|two|three) (?:appointment|daughter|son|child|kid|wife|husband|dog|cat|job)"
    r"|passed away|died|(?:hired|fired|emailed|texted)(?! by)|has not paid|hasn't paid|is (?:sick|ill|away|on leave|on vacation|unhappy|angry|happy|waiting|pregnant))\b"
    # what people do at a desk or on a shift, and what happens to them
    r"| (?:(?:phoned|rang|emailed|texted|checked|clocked) in (?:with|sick|late|to say|about|from|again|today|this)|called in\b|dropped (?:by|out)|handled (?:it|this|that|everything)\b)"
    r"| (?:(?:will |then )?(?:take|show|meet|greet|call|ring|drive|text)s? you\b|(?:is|was|were|has been|had been) (?:late|absent|ill|sick|off sick|unwell|admitted|discharged|hospitali[sz]ed|diagnosed|bullied|arrested|injured|made redundant|rude|running late|in labou?r))"
    r"| (?:can(?:'t|\u2019t|not) (?:come|make it|walk|drive|attend|afford|sleep|eat|breathe|swim)|complain(?:s|ed) of|(?:has|had) (?:chest|back|abdominal|stomach) pains?|has a (?:fever|rash|cough|temperature)|did(?:n't|n\u2019t| not) (?:show up|turn up))"
    r"| (?:est (?:n\u00e9e?|morte?|d\u00e9c\u00e9d\u00e9e?|malade|absente?)|(?:ist|wurde) (?:geboren|krank|gestorben|verstorben|schwanger)|wurde am|naci\u00f3|falleci\u00f3|est\u00e1 (?:enferm[oa]|embarazada)|\u00e8 nat[oa]|nasceu|(?:is|werd) geboren|urodzi\u0142a?|habite|wohnt|abita|vive en)\b"
    r"|['\u2019]s (?:passport|phone|wife|husband|son|daughter|mother|father|mom|mum|dad|birthday|account|address|email|e-mail|doctor|salary|lawyer|boss|manager|visa|house|flat|room|dog|cat|bike|school|teacher|bag|luggage|suitcase|laptop|shift|prescription|medication|surgery|results|blood|application|claim|policy|card|landlord|tenant|neighbou?r|complaint|refund|payment|invoice|bill|ticket|booking|flight|seat|deposit|payslip|pension|funeral|wedding|notes|records|file|apartment|appointment|order|boyfriend|girlfriend|brother|sister|family|kids|diagnosis|medical|number|car|contract|cv|resume|leave|team lead)\b"
    r"|, (?:year|grade|class|form|room|seat) \d| \((?:\*|b\.|born|n\u00e9e?|geb\.|DOB|D\.O\.B)[ :.]| \(\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\)"
    r"|, (?:aged? )?\d\d(?:,| years)| \(\d\d\)|, (?:my|our|his|her) | party of \d| here(?=[,.])| (?:on|at) (?:\+\d|\(?0\d{2})|, (?:ID|DOB|D\.O\.B|SSN|NHS|NI|passport|born|geb\.|n\u00e9e?|nacid[oa]|nat[oa]|date of birth|mobile|cell)\b|, (?:CEO|CFO|CTO|COO|VP|MD|PhD|RN|Esq|Jr|Sr)\b"
)


def names_a_thing(text: str, begin: int, end: int) -> bool:
    """Say whether what stands right beside a run says that it is no person.

    Args:
        text: The text.
        begin: Where the run begins.
        end: Where it ends.
    """
    if text[end : end + 1] not in _ENDS:
        after = text[end : end + 2]
        if (
            after not in _GOES_ON_SO
            and ((rarely := _RARELY.get(after)) is None or text[end + 2 : end + 3] in rarely)
            and _AFTER.match(text, end)
        ):
            return True
        follows = _EPONYM.match(text, end) if text[end : end + 3] in _EPONYM_BEGINS else None
        if follows and follows[1] in _EPONYMS and text[end - 2 : end] not in ("'s", "\u2019s"):
            return True
    if not begin or text[begin - 1] not in _OPENS:
        return False
    start = max(0, begin - 20)
    space = text.rfind(" ", start, begin - 1)
    if space >= 0 and text[begin - 1] == " " and (word := text[space + 1 : begin - 1]).isalpha():
        # Most names stand behind a plain word between spaces, which is sooner cut out.
        last = word.lower()
        if last != "are":
            return last in HEADS or last == "the"
    # The last word before, which is sooner split off than searched for.
    before = text[start:begin].rstrip(_OPENS)
    sign = before[-1:]
    if not (sign.isalpha() or sign.isspace() or sign == "&"):
        return False  # the sign behind a key, most often
    words = before.rsplit(None, 1)
    if not words:
        return False
    last = words[-1].lower()
    return (
        last in HEADS
        or last in ("the", "&", "you're")
        or (last == "are" and words[0].lower().split()[-1:] == ["you"])
    )


def is_in_a_list_of_things(text: str, begin: int) -> bool:
    """Say whether the sentence up to a place has said that it lists things."""
    if text[begin - 1 : begin] == '"':
        if text[begin - 2 : begin - 1] not in _PARTS_A_LIST:
            return False
    elif text[begin - 2 : begin] not in _IN_A_LIST and not text.endswith(
        _JOINS_A_LIST, max(0, begin - 5), begin
    ):
        return False  # most names; the search is dear
    start = max(0, begin - 110)
    # Nothing that a list is written with ends a line or a sentence.
    start = max(start, text.rfind("\n", start, begin) + 1, text.rfind(".", start, begin) + 1)
    if not _may_list(text[start:begin]):
        return False
    return any(
        word[0].lower() in _LIST_BEGINS and _LISTED.match(text, word.start(), begin)
        for word in _LED.finditer(text, start, begin)
    )


def _may_list(before: str) -> bool:
    """Say whether ``_LISTED`` may match up to the end of a text: read back, most soon cannot."""
    space = " "
    while space:
        before, space, token = before.rpartition(" ")
        word = token[:-1] if token[-1:] == ":" else token
        if word[-1:].isalpha():
            # Behind a sign before it, if any.
            last = word if word.isalpha() else word[len(word.rstrip(ascii_letters)) :]
            if last.lower() in _LIST_ENDS:
                return True
        if token and token[0] not in _ITEM_BEGINS and word not in _GOES_ON_IN_A_LIST:
            first = token.replace(";", ",").lstrip(",").partition(",")[0]
            if first and first[0] not in _ITEM_BEGINS and first not in _GOES_ON_IN_A_LIST:
                return False
    return False


def is_a_noun_next(text: str, end: int, is_english: Callable[[str], bool]) -> bool:
    """Say whether a noun follows, of which a name alone is a part: `the Eliza bot`.

    Args:
        text: The text.
        end: Where the name ends.
        is_english: Says whether a word in lower case is one of English.
    """
    follows = _NEXT.match(text, end)
    return follows is not None and follows[1] not in _GOES_ON and is_english(follows[1])


def acts_as_a_person(text: str, end: int) -> bool:
    """Say whether what follows is said of people alone: `… was born`, `…'s wife`."""
    return _PERSON_ACTS.match(text, end) is not None
