"""Running rules: crashes, choice, order, and words that a plugin adds."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc
from cchc import (
    Assignment,
    Body,
    Channel,
    Diagnostic,
    Item,
    Location,
    Plan,
    Registry,
    Report,
    Schedule,
    Severity,
)
from cchc.checks import ReadDocument, slips
from cchc.plugins import Check, CheckContext, hookimpl

GOOD = cchc.load_plan(Path(__file__).parent / "good.yaml")


def _late(plan: Plan, context: CheckContext) -> Iterator[Diagnostic]:
    yield Diagnostic(code="QT001", vi="một", en="one", location=Location(path="parts[10]"))
    yield Diagnostic(code="QT001", vi="hai", en="two", location=Location(path="parts[2]"))
    if plan.number == "13":
        raise ZeroDivisionError("mười ba")


class QuangTri:
    """A plugin with a rule that may crash late, and with slips of its own."""

    @hookimpl
    def cchc_checks(self) -> tuple[Check, ...]:
        """Give both."""
        return (
            Check(code="QT001", name="", rationale="", since="1", run=_late),
            slips("QT601", {"khe xanh": "khe sanh"}, since="1"),
        )


REGISTRY = Registry.of(QuangTri())


def found(plan: Plan, **how: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Return what the plugin's rules find."""
    return cchc.check_plan(plan, registry=REGISTRY, **{"select": ("QT",), **how})  # type: ignore[arg-type]


def test_findings_are_in_the_order_of_places() -> None:
    """The second item comes before the tenth."""
    assert [one.vi for one in found(GOOD)] == ["hai", "một"]


def test_a_crash_names_rule_and_plugin_and_costs_no_other_rule() -> None:
    """Even one that comes after its first findings."""
    wrong = attrs.evolve(GOOD, number="13", closing="Về Khe Xanh")
    crash, slip = found(wrong)

    assert (crash.code, crash.severity) == ("CC001", Severity.ERROR)
    assert "QT001" in crash.vi
    assert "QuangTri" in crash.vi
    assert "mười ba" in crash.vi
    assert (slip.code, slip.edits[0].text) == ("QT601", "Khe sanh")


def test_rules_are_chosen_and_passed_over() -> None:
    """By code, or the beginning of one."""
    assert found(GOOD, select=("QT6",)) == ()
    assert found(GOOD, ignore=("QT0",)) == ()


SAID = st.text(
    alphabet=st.sampled_from(
        "aăâbcdđeêghikmnoơôprstuưvxy ÀÁẢÃẠàáảãạếềịọụ.,;:()/-0123456789\u0300\u00d0\u0430\n\t\u00a0"
    ),
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@given(SAID, SAID, st.sampled_from([dt.date(2014, 1, 1), dt.date(2023, 1, 1), dt.date(2027, 1, 1)]))
def test_no_text_crashes_a_rule_and_edits_fit_it(first: str, second: str, on: dt.date) -> None:
    """Whatever is written: no CC001, and every edit lies inside the text at its place."""
    plan = attrs.evolve(
        GOOD,
        opening=first,
        parts=(Item(role="contents", label=second or "x", items=(Item(words=first + second or "y"),)),),
        closing=second,
        recipients=(Body(words=f"Sở {first}"),),
    )
    texts = {
        "opening": first,
        "closing": second,
        "parts[0].label": second or "x",
        "parts[0].items[0].words": first + second or "y",
    }
    for one in cchc.check_plan(plan, on=on, registry=Registry.of()):
        assert one.code != "CC001", one.vi
        for edit in one.edits:
            words = texts.get(one.location.path)
            assert words is None or 0 <= edit.start < edit.end <= len(words)


@pytest.mark.parametrize(
    "words",
    [
        "Công tác tài chính chính xác, kịp thời",
        "Các thông tin tin cậy về kế hoạch",
        "Luôn luôn lắng nghe, ngày ngày đổi mới",
        "Cán bộ bộ phận một cửa",
        "Quý I, quý II; qua thủy lợi",
        "Các nhân viên, các nhân tố mới",
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
        "Cơ quan nhà nước, hành chính nhà nước",
        "Ủy ban nhân dân và Hội đồng nhân dân",
        "Từ ngày 01 tháng 01 đến ngày 31 tháng 12 năm 2026",
        "Tỷ lệ 1/2 số hồ sơ; xã Quảng Trị; Tỉnh đoàn",
        "UBND huyện Vân Hồ cũ, quận Hoàn Kiếm trước đây; các huyện trước ngày 01/7/2025",
        "Ngày 30 tháng 4 năm 2026; tháng 6/2026; năm 2025 - 2026; chỉ số PAPI, SIPAS, DDCI",
        "điểm a khoản 1 Điều 24 Luật Ban hành văn bản quy phạm pháp luật; mục II Phần 1",
        "Tỷ lệ 95,5%; 1.250 hồ sơ; 3/4 số thôn; từ 7h30 đến 11h30; số 115",
        "Mức độ hài lòng mức 3, mức 4 trên thang điểm 5; đạt 05 mục tiêu: một; hai; ba; bốn; năm",
        "Yêu cầu Trưởng bản, giao Phòng Văn hóa - Xã hội; đề nghị Công đoàn xã",
    ],
)
def test_what_is_right_is_left_alone(words: str) -> None:
    """Sentences in which a careless rule would see a slip."""
    plan = attrs.evolve(GOOD, closing=words)

    assert cchc.check_plan(plan, ignore=("CC108",), registry=Registry.of()) == ()


def test_either_style_alone_is_right() -> None:
    """A plan that writes hoà and uỷ throughout is as good as one that writes hòa and ủy."""
    plan = attrs.evolve(
        GOOD,
        opening="",
        parts=(
            Item(
                role="contents",
                label="Nội dung",
                items=(Item(words="Uỷ ban, văn hoá, hoà nhập, thuỷ lợi, quý"),),
            ),
        ),
        closing="Uỷ ban phổ biến",
        issuer=Body(words="Uỷ ban nhân dân xã Vân Hồ", code="04048"),
        recipients=(),
    )

    assert cchc.check_plan(plan, select=("CC602",), registry=Registry.of()) == ()


def test_a_decomposed_text_is_composed_by_its_edits() -> None:
    """All of its words, and nothing else."""
    words = unicodedata.normalize("NFD", "Đề nghị phổ biến") + " rộng rãi"
    (*edits,) = (
        edit
        for one in cchc.check_plan(
            attrs.evolve(GOOD, closing=words), select=("CC604",), registry=Registry.of()
        )
        for edit in one.edits
    )
    for edit in reversed(edits):
        words = words[: edit.start] + edit.text + words[edit.end :]

    assert words == "Đề nghị phổ biến rộng rãi"


def test_a_rule_runs_on_what_it_applies_to_and_on_nothing_else() -> None:
    """A plan, a report, the text of a document that was read: one engine, one record."""

    class Kinds:
        """A plugin with one rule of each kind."""

        @hookimpl
        def cchc_checks(self) -> tuple[Check, ...]:
            """Give all three."""
            kinds: tuple[Any, ...] = ("plan", "report", "document")
            return tuple(
                Check(code=f"QT10{n}", name="", rationale="", since="1", applies_to=kind, run=_always)
                for n, kind in enumerate(kinds, 1)
            )

    registry = Registry.of(Kinds())
    subjects = (GOOD, Report(), ReadDocument(text="x", plan=GOOD))
    found = [cchc.check_plan(one, select=("QT",), registry=registry) for one in subjects]

    assert [[one.code for one in several] for several in found] == [["QT101"], ["QT102"], ["QT103"]]


def _always(subject: object, context: CheckContext) -> Iterator[Diagnostic]:
    yield Diagnostic(
        code=f"QT10{('Plan', 'Report', 'ReadDocument').index(type(subject).__name__) + 1}", vi="", en=""
    )


def test_a_rule_applies_to_something_that_is_checked() -> None:
    """A word that is none of the kinds is refused when the rule is made."""
    with pytest.raises(ValueError, match="applies_to"):
        Check(code="QT101", name="", rationale="", since="1", applies_to="plans", run=_always)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        ("CC302", {"words": "Phòng Văn hóa - Xã hội lập bảng theo dõi trước ngày 20/12/2026."}),
        ("CC302", {"words": "Định kỳ, Phòng Văn hóa - Xã hội lập bảng theo dõi."}),
        ("CC304", {"words": "Báo cáo UBND xã trước ngày 20 của tháng cuối quý.", "role": "report"}),
    ],
)
def test_words_that_say_when_are_enough(code: str, fields: dict[str, str]) -> None:
    """What a field lacks, the sentence has: a document that was read often leaves it there."""
    role: Any = fields.get("role", "implement")
    body = Body(words="Phòng Văn hóa - Xã hội")
    duty = Assignment(id="x", bodies=(body,), task="việc", role=role, reports_to=body)
    plan = attrs.evolve(
        GOOD, parts=(Item(role="duties", items=(Item(words=fields["words"], facts=(duty,)),)),)
    )
    bare = attrs.evolve(plan, parts=(Item(role="duties", items=(Item(words="Làm việc.", facts=(duty,)),)),))

    assert cchc.check_plan(plan, select=(code,), registry=Registry.of()) == ()
    assert len(cchc.check_plan(bare, select=(code,), registry=Registry.of())) == 1


def test_one_of_several_rhythms_in_a_sentence_may_be_the_channels() -> None:
    """A sentence says how often several things happen; the one that the field says is among them."""
    schedule = Schedule(kind="recurring", every="week", times=2)
    channel = Channel(
        id="loa", name="phát thanh", schedule=schedule, lead=(Body(words="Phòng Văn hóa - Xã hội"),)
    )
    found = [
        cchc.check_plan(
            attrs.evolve(GOOD, parts=(Item(role="channels", items=(Item(words=words, facts=(channel,)),)),)),
            select=("CC401",),
            registry=Registry.of(),
        )
        for words in ("Mỗi tuần hai buổi, mỗi tuần một buổi tiếng dân tộc.", "Mỗi tuần ba buổi.")
    ]

    assert [len(one) for one in found] == [0, 1]
