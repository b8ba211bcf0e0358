"""People behind what they are, in lists, with initials, and as people write of themselves in a chat."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def found(text: str, entity: str = "PERSON") -> list[str]:
    return [text[f.start : f.end] for f in DETECTOR.find(text) if f.entity == entity]


PEOPLE = (
    # a role within the run of capitals is none of the name
    ("Claimant Robert J. Hanlon", ["Robert J. Hanlon"]),
    ("Defendant Peter Marsh and Plaintiff Olga Stern appeared.", ["Peter Marsh", "Olga Stern"]),
    ("Follow-up with GP Dr Gillian Davies in June", ["Gillian Davies"]),
    ("CTO Mark Cochran", ["Mark Cochran"]),
    ("Klägerin Sabine Vogt", ["Sabine Vogt"]),
    # initials, and the small words before a family name
    ("signed off by T. Okonkwo yesterday", ["T. Okonkwo"]),
    ("Reviewed by J. van der Meer and K.-H. Schulte", ["J. van der Meer", "K.-H. Schulte"]),
    ("bij mevrouw van den Velden", ["van den Velden"]),
    ("u spreekt met Ilse van 't Riet", ["Ilse van 't Riet"]),
    # the family name first
    ("Name: GARCIA LOPEZ, MARIA", ["GARCIA LOPEZ, MARIA"]),
    ("result ready for Ward, Ethan (ward 4)", ["Ward, Ethan"]),
    # in lower case
    ("my name's bob dylan thomas and i'm late", ["bob dylan thomas"]),
    ("hi i'm gary from head office", ["gary"]),
    ("hiya its hamza bergstrom, i moved", ["hamza bergstrom"]),
    ("um call pavlos diallo back about the kitchen", ["pavlos diallo"]),
    ("he should ring hamza on 07385 272662", ["hamza"]),
    ("guest in 407 is siobhan tanaka", ["siobhan tanaka"]),
    ("salut c rosa kealoha, tu peux venir", ["rosa kealoha"]),
    # introductions in other words
    ("lives here, maybe under the maiden name Antończak.", ["Antończak"]),
    ("Congratulate Ingrid on the wedding", ["Ingrid"]),
    ("bed 5 Jonathan Day for theatre", ["Jonathan Day"]),
    ("because Kyle's dog was loose.", ["Kyle"]),
    ("result ready for Edwards, Nigel (ward 4)", ["Edwards, Nigel"]),
    ("hier spricht Paula Thies. Mein Zähler steht", ["Paula Thies"]),
    ("Avocat : Me Deschamps, absent", ["Deschamps"]),
    ("Per L. Kwon, hold it. P. Diallo disagrees", ["L. Kwon", "P. Diallo"]),
    ("Transcript request for Papadakis, Priyanka, born in May", ["Papadakis, Priyanka"]),
    ("principal Ewa Krishnan, agent Farid Yildirim, witnessed", ["Ewa Krishnan", "Farid Yildirim"]),
    ("Моя фамилия Иванова, зовут Ольга", ["Иванова", "Ольга"]),
    ("She gave her maiden name as Franklin.", ["Franklin"]),
    ("Surname: Kohli\nGiven names: Yashvi", ["Kohli", "Yashvi"]),
    ("Volunteers: ring Luis on +1 (492) 108-9405.", ["Luis"]),
    # lists, transcripts, answers
    ("Team sheet: 1 Dixon, 2 Evans, 3 Graham", ["Dixon", "Evans", "Graham"]),
    ("Attending:\n- Ruth Chan\n- Owusu\n- B. Lindqvist", ["Ruth Chan", "Owusu", "B. Lindqvist"]),
    ("Speaker 1 (Nathaniel): can you hear me?", ["Nathaniel"]),
    ("It was handled by support (Kowalczyk).", ["Kowalczyk"]),
    ("[10:03] Katarzyna: what is it\n[10:04] Anjali: this", ["Katarzyna", "Anjali"]),
    ("Subject: invoice\n\nHelen, can you resend?\n\nChristopher", ["Helen", "Christopher"]),
    ("agent Michelle: May I have your name?\nvisitor: Victoria White", ["Michelle", "Victoria White"]),
)  # fmt: skip

THINGS = (
    "Driver Update Tool, Nurse Station, Tenant Portal, Client Kubernetes",
    "Captain Morgan, General Mills, Chef Boyardee, Student Union, Guest House",
    "Driver Nvidia Geforce; Father Christmas; Coach Class",
    "E. coli and S. Aureus, vitamin C. Results follow. Plan B. Install it.",
    "U. S. Army, N. Korea, A. Docker",
    "my name is not there, i'm based in production, this is ruby",
    "Lease signed by the parties; i am from reading; i live in hope",
    "Participants: Marketing, Sales, Legal",
    "Agent Tesla: malware. Support Docker: yes. client Java: 17",
    "Candidates: Python, Rust, Go; bench: Results, Latency",
    "May I have your name?\nvisitor: No",
    "the model (Mistral), the compiler (Clang)",
    "12:30 Error: failed\n12:31 Warning: x\n[10:02] Julia: 1.10",
    "call the office back; text is here; with python docker; from docker compose",
    "its ruby on rails; im rahmen der arbeit; details for the plan",
    "Summary\n\nJulia\n\nRuby\n\nPerl\n",
    "Sehr geehrte Kundin, Szanowny Kliencie, Estimado cliente, Geachte klant, Kära kund",
    "3 Deutsche Bank, 12 Feature Rise, 4 Critical Gate",
)


@pytest.mark.parametrize(("text", "names"), PEOPLE)
def test_people(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize("text", THINGS)
def test_what_only_looks_so(text: str) -> None:
    assert DETECTOR.find(text) == ()


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("i live in swansea with my mum", "swansea"),
        ("im from leeds, sorry for the typos", "leeds"),
        ("ich wohne in köln", "köln"),
        ("vivo en sevilla", "sevilla"),
    ],
)
def test_a_town_in_lower_case(text: str, town: str) -> None:
    assert found(text, "LOCATION") == [town]
