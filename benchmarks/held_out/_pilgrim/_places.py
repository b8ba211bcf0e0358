"""Homes and towns, as they are written where they stand."""

import random
from typing import Final

from benchmarks.held_out._pilgrim._draw import Draw, shape

_HOMES: Final = {
    "US": (
        "%## Larkspur Ln, Boise, ID 837##|%### W Cermak Rd Apt %B, Chicago, IL 606##"
        "|%## Peachtree Hills Ave NE, Atlanta, GA 30305|PO Box %##, Truckee, CA 96161"
    ),
    "UK": (
        "%# Kelvinhaugh Street, Glasgow G3 8N&|Flat %, ## Roundhay Road, Leeds LS8 4A&"
        "|%# Cowbridge Road East, Cardiff CF11 9A&|%# Tib Lane, Manchester M2 4J&"
    ),
    "IE": (
        "%# Oliver Plunkett Street, Cork, T12 X###|%# Shop Street, Galway, H91 F###"
        "|Apt %, Smithfield Market, Dublin 7, D07 E###"
    ),
    "BR": (
        "Rua Augusta, %##, apto %#, São Paulo - SP, 01304-###"
        "|Av. Boa Viagem, %###, Recife - PE, 51020-###|Rua da Bahia, %##, Belo Horizonte/MG, 30160-###"
    ),
    "MX": (
        "Calle Durango %##, Col. Roma Norte, 06700 CDMX|Av. Vallarta %###, Guadalajara, Jal. 44130"
        "|Calle 60 No. %##, Centro, 97000 Mérida, Yuc."
    ),
    "ES": (
        "C/ Embajadores %#, 3º B, 28012 Madrid|Carrer de Mallorca, %##, 2n 1a, 08036 Barcelona"
        "|Avda. de la Constitución %#, 41001 Sevilla"
    ),
    "FR": (
        "%# rue Sainte-Catherine, 33000 Bordeaux|%# bis avenue Jean-Jaurès, 69007 Lyon"
        "|%, place de la République, 59000 Lille|%## chemin des Amandiers, 13090 Aix-en-Provence"
    ),
    "DE": (
        "Karl-Heine-Straße %#, 04229 Leipzig|Eppendorfer Weg %##, 20259 Hamburg"
        "|Am Alten Graben %, 99084 Erfurt"
    ),
    "AT": "Mariahilfer Straße %#/%#, 1060 Wien|Linzer Gasse %#, 5020 Salzburg",
    "CH": "Langstrasse %##, 8004 Zürich|Rue de Carouge %#, 1205 Genève|Spalenberg %#, 4051 Basel",
    "PL": (
        "ul. Piotrkowska %##/%#, 90-447 Łódź|ul. Długa %# m. %, 31-147 Kraków"
        "|al. Niepodległości %##, 02-653 Warszawa"
    ),
    "CZ": "Vinohradská %##/%#, 120 00 Praha 2|Masarykova %#, 602 00 Brno|Nádražní %#, 702 00 Ostrava",
    "NG": (
        "%# Adeola Odeku Street, Victoria Island, Lagos|Plot %##, Aminu Kano Crescent, Wuse 2, Abuja"
        "|%# Ogui Road, Enugu"
    ),
    "ZA": (
        "%# Kloof Street, Gardens, Cape Town, 8001|%## Florida Road, Morningside, Durban, 4001"
        "|Unit %, %# Jan Smuts Ave, Rosebank, Johannesburg 2196"
    ),
    "EG": "%# شارع طلعت حرب، وسط البلد، القاهرة|%# شارع فؤاد، الإسكندرية|شقة %، %# شارع الهرم، الجيزة",
    "PH": (
        "%## Maginhawa St., Teachers Village, Quezon City 1101|Blk % Lot %#, Brgy. Lahug, Cebu City 6000"
        "|%# Roxas Ave., Davao City 8000"
    ),
    "ID": (
        "Jl. Kemang Raya No. %#, Jakarta Selatan 12730|Jl. Dipati Ukur No. %##, Bandung 40132"
        "|Jl. Kaliurang KM %, Sleman, Yogyakarta 55281"
    ),
    "VN": (
        "%## Nguyễn Trãi, Phường 2, Quận 5, TP. Hồ Chí Minh|Số %# ngõ %# phố Huế, Hai Bà Trưng, Hà Nội"
        "|%# Bạch Đằng, Hải Châu, Đà Nẵng"
    ),
    "CN": "上海市徐汇区天钥桥路%##号%#室|北京市朝阳区建国路%#号%号楼|深圳市南山区科技园南路%#号",
    "TW": "台北市大安區復興南路一段%##號%樓|高雄市苓雅區四維三路%#號|台中市西區公益路%##巷%號",
    "HK": "Flat %C, #5/F, Fortune Court, %## Nathan Road, Kowloon|九龍旺角彌敦道%##號%樓C室",
}
_TOWNS: Final = {
    "US": "Boise|Tulsa|Chattanooga|Duluth|Sacramento|Hoboken",
    "UK": "Leeds|Aberdeen|Swansea|Wolverhampton|Truro|Derry",
    "IE": "Galway|Limerick|Sligo|Dundalk",
    "BR": "Recife|Campinas|Belo Horizonte|Manaus|Florianópolis",
    "MX": "Guadalajara|Mérida|Monterrey|Puebla|Oaxaca",
    "ES": "Sevilla|Bilbao|Zaragoza|Girona|A Coruña",
    "FR": "Rennes|Lyon|Clermont-Ferrand|Lille|Toulouse",
    "DE": "Leipzig|Erfurt|Lübeck|Karlsruhe|Wuppertal",
    "AT": "Graz|Linz|Innsbruck|Klagenfurt",
    "CH": "Zürich|Winterthur|Lausanne|Luzern",
    "PL": "Łódź|Kraków|Wrocław|Białystok|Rzeszów",
    "CZ": "Brno|Ostrava|Plzeň|Olomouc",
    "NG": "Lagos|Abuja|Ibadan|Enugu|Port Harcourt|Kano",
    "ZA": "Durban|Polokwane|Bloemfontein|Stellenbosch",
    "EG": "القاهرة|الإسكندرية|المنصورة|أسوان",
    "PH": "Cebu City|Davao|Iloilo|Baguio",
    "ID": "Bandung|Surabaya|Yogyakarta|Makassar",
    "VN": "Hà Nội|Đà Nẵng|Cần Thơ|Hải Phòng",
    "CN": "上海|杭州|成都|深圳",
    "TW": "台中|高雄|台南|新竹",
    "HK": "Sham Shui Po|Tuen Mun|Kowloon Tong",
}


def _home(patterns: str) -> Draw:
    def draw(rng: random.Random) -> str:
        return shape(rng, rng.choice(patterns.split("|")))

    return draw


def _town(towns: str) -> Draw:
    return lambda rng: rng.choice(towns.split("|"))


PLACES: Final[dict[str, Draw]] = {
    **{f"HOME_{country}": _home(patterns) for country, patterns in _HOMES.items()},
    **{f"TOWN_{country}": _town(towns) for country, towns in _TOWNS.items()},
}
