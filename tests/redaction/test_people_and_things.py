"""People who bear a name, and things that do."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def people(text: str) -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == "PERSON"]


THINGS = (
    # companies and brands, by what stands beside them or because everybody knows them
    "Wells Fargo returned HTTP 503; retrying.",
    "Compare Goldman Sachs and Morgan Stanley by revenue.",
    "Johnson & Johnson and Ernst & Young were named.",
    "The part is made by Otto Fuchs KG.",
    "Alfa Romeo Giulia and Harley Davidson Sportster are out of stock.",
    # products, models and bots that bear the names of people
    "Claude Opus planned, Ada was used for the embedding.",
    "Jenkins pipeline failed, Cassandra compaction finished.",
    "Hello, I am Claude. How can I help you?",
    "You are Ava, the assistant of a shop.",
    "Assistant Ella is not available.",
    "The Eliza bot is mentioned in the history chapter.",
    "Julia 1.10 and Ada 2012 are supported in the sandbox.",
    # what is named after somebody
    "Dijkstra's algorithm with a Fibonacci heap, then a Bloom filter.",
    "Patients with Wilson disease were left out.",
    "The Von Neumann architecture is compared with others.",
    "Carnegie Hall, Hudson Bay and Victoria Falls: opening hours",
    "Hurricane Katrina and Storm Dennis are in the dataset.",
    "USS Gerald Miller and MV Anna Pieters: position is stale.",
    # lists of things, and words that are names too
    "Playlist: Peggy Sue, Billie Jean",
    "Minerals: Ruby, Jade, Amber, Beryl",
    "Silk Road and Golden Path are titles.",
    "Summer Sale, Desk Lamp, Coffee Mug",
    "KubeCon Paris, OpenStack Victoria, AMD Milan",
    "Regards, Acme Notifications",
    # fields
    '{"name": "Desk Lamp", "owner": "Finance Team", "displayName": "Amazon Kinesis Analytics"}',
    "name,value,unit\nFree Disk,412,GB\nOpen Files,1022,count\n",
    "manager=Supervisor task=Report",
    "The name is trimmed before it is stored.",
)

PEOPLE = (
    ("I met Johanna Korhonen at the office", ["Johanna Korhonen"]),
    ("Please call back Zsófia Szabó today", ["Zsófia Szabó"]),
    ("the contract of Szabó Anna is ready", ["Szabó Anna"]),
    ("Ravil G. Yefimov was mentioned", ["Ravil G. Yefimov"]),
    ("Producer James Sparks explained it", ["James Sparks"]),
    ("Marie Curie's passport is lost", ["Marie Curie"]),
    ("My name is Martin", ["Martin"]),
    ("Hi Grace, thank you", ["Grace"]),
    ("Dear Mrs. Baker", ["Baker"]),
    ("i'm anna kowalski and I wait", ["anna kowalski"]),
    ("GARCIA, Matthew was admitted", ["GARCIA, Matthew"]),
    ("Flight for NOVAK/MANDA MRS on 12 May", ["NOVAK/MANDA MRS"]),
    ('{"full_name": "Billy Day", "owner": "Lucas Hall"}', ["Billy Day", "Lucas Hall"]),
    ('{"family": "Kauppila", "given": ["Kalervo"]}', ["Kauppila", "Kalervo"]),
    # of a name that a thing has as well, and of what no list knows, beside something personal
    ("John Lewis, john@example.net", ["John Lewis"]),
    ("Qarzim Voltek, +49 30 1234567", ["Qarzim Voltek"]),
    # records
    ("BEGIN:VCARD\nN:Kévim;Jesus;;;\nFN:Jesus Kévim\nEND:VCARD", ["Kévim", "Jesus", "Jesus Kévim"]),
    ("PID|1||9921^^^HOSP||Harper^Roy^Q|||F", ["Harper^Roy^Q"]),
    (
        '{"columns": ["id", "name"], "rows": [[1, "Grazia Aebi"], [2, "Selim Burri"]]}',
        ["Grazia Aebi", "Selim Burri"],
    ),
    ('"Last Name","First Name"\n"Andrews","Joe"\n', ["Andrews", "Joe"]),
)


@pytest.mark.parametrize("text", THINGS)
def test_a_thing_is_nobody(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(("text", "names"), PEOPLE)
def test_somebody_is_found(text: str, names: list[str]) -> None:
    found = people(text)
    assert all(any(name in one for one in found) for name in names)


@pytest.mark.parametrize(
    "text",
    [
        "Qarzim Voltek is 12.",  # nothing says that it is somebody
        "John Lewis, 12 items",
    ],
)
def test_what_may_be_a_name_needs_something_personal_beside_it(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "window 800 600 1024 768; tile 256 256",
        "SKU 0076840100354 and EAN 0012345678905",
        "Lottery 04 12 19 23 38 41",
        "modes 0755 0644 0600",
        "Dial TCP 127.0.0.1:5432",
        "weekly 12 Critical Path items, 9 Feature Branch builds",
        "Route 53 has 12 Hosted Zones",
        "v2.24.4 to address the security issue CVE-2021-21300; see there",
        "region eu-west-3 (Paris), edge at Milan",
    ],
)
def test_numbers_and_places_of_nobody(text: str) -> None:
    found = DETECTOR.find(text)
    assert [f for f in found if f.entity in {"PHONE_NUMBER", "LOCATION"}] == []
