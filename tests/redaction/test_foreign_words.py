"""Scripts that the anchor scan, which reads ASCII, cannot tell apart."""

import pytest

from spanveil.config import ContentClass
from spanveil.redaction import Redactor
from spanveil.redaction.detection import Detector, TooManyHits

PROSE = {
    "Chinese": "我们在下午的会议上讨论了新的部署计划，大家都同意先从小规模开始。",
    "Japanese": "明日の会議では新しい計画について話し合う予定ですので、資料を用意してください。",
    "Korean": "우리는 오후 회의에서 새로운 배포 계획을 논의했고 모두가 동의했습니다.",
    "Russian": "Мы обсудили новый план развёртывания и решили начать с небольшого масштаба.",
    "Thai": "เราได้หารือเกี่ยวกับแผนใหม่ในการประชุมช่วงบ่ายและทุกคนเห็นด้วย",
    "Arabic": "ناقشنا الخطة الجديدة في اجتماع بعد الظهر واتفق الجميع على البدء.",
}


@pytest.mark.parametrize("language", PROSE)
def test_long_prose_of_any_script_is_read(language: str) -> None:
    text = PROSE[language] * (20_000 // len(PROSE[language]))
    redacted, report = Redactor(profile="diagnostic").text(text, ContentClass.PROMPT)
    assert not report.errors
    assert redacted == text


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("주민등록번호 900101-1234568", "KR_RRN"),
        ("ผู้ป่วย เลขประจำตัว 1-1017-00230-70-8", "TH_TNIN"),
    ],
)
def test_a_telling_word_of_another_script_tells(text: str, entity: str) -> None:
    found = Detector().find(text)
    assert [f.entity for f in found] == [entity]
    key, value = text.rsplit(" ", 1)
    assert [f.entity for f in Detector().find(value, key)] == [entity]


def test_another_word_of_that_script_does_not_tell() -> None:
    assert not Detector().find("가나다라마바 900101-1234568 가나다라마바")


def test_nothing_but_telling_words_is_hostile() -> None:
    with pytest.raises(TooManyHits):
        Detector().find("사업자" * 5_000)
