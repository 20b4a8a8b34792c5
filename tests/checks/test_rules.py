"""Every rule of the package: the good plan passes, and the rule's own edit makes the rule, and only it, find something."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc
from cchc import Registry, Severity
from cchc.checks import ReadDocument
from cchc.plugins import Check

HERE = Path(__file__).parent
# What each kind of rule looks at: a plan, a report and a document in which nothing is wrong.
GOOD = {
    kind: (HERE / name).read_text(encoding="utf-8")
    for kind, name in (("plan", "good.yaml"), ("report", "good-report.yaml"), ("document", "good.txt"))
}
REGISTRY = Registry.of()
CODES = [check.code for check in REGISTRY.checks]


def found(text: str, kind: str = "plan") -> list[str]:
    """Return the codes that the checks find in a plan file, a report file, or a document."""
    data = text.encode("utf-8")
    if kind == "report":
        return [one.code for one in cchc.check_plan(cchc.load_report(data, format="yaml"), registry=REGISTRY)]
    if kind == "plan":
        return [one.code for one in cchc.check_plan(cchc.load_plan(data, format="yaml"), registry=REGISTRY)]
    plan = cchc.read_plan(data, format="txt", registry=REGISTRY).plan
    subjects = (plan, ReadDocument(text=text, plan=plan))
    return [one.code for subject in subjects for one in cchc.check_plan(subject, registry=REGISTRY)]


def check_of(code: str) -> Check:
    """Return the rule with this code."""
    return next(check for check in REGISTRY.checks if check.code == code)


def example(check: Check) -> str:
    """Return what is good with the rule's right example, which stands in it, exchanged for the wrong one."""
    good = GOOD[check.applies_to]
    if check.code == "CC606":
        return good.replace("NỘI DUNG TUYÊN TRUYỀN", f"Nội dung {check.wrong}", 1)
    assert good.count(check.right) == 1, f"{check.code}: the right example must stand once in what is good"
    return good.replace(check.right, check.wrong)


@pytest.mark.parametrize("kind", GOOD)
def test_what_is_good_is_good(kind: str) -> None:
    """Nothing is found in it, by any rule."""
    assert found(GOOD[kind], kind) == []


@pytest.mark.parametrize("code", CODES)
def test_a_rule_finds_its_wrong_example_and_nothing_else_does(code: str) -> None:
    """The small edit that the rule's page shows is found by that rule alone."""
    check = check_of(code)

    assert set(found(example(check), check.applies_to)) == {code}


@pytest.mark.parametrize("code", CODES)
def test_a_rule_can_be_explained(code: str) -> None:
    """Every rule says what it is about, why, and since when, and its code tells its family."""
    check = check_of(code)

    assert check.name
    assert check.rationale.endswith(".")
    assert check.since
    assert check.applies_to == {"7": "report", "8": "document"}.get(code[2], "plan")
    assert code[2] in "12345678"
    assert check.wrong != check.right


def test_codes_are_those_that_were_given() -> None:
    """A code is one for ever: this list only grows."""
    expected = {
        *(f"CC{n}" for n in range(101, 112)),
        *(f"CC{n}" for n in range(201, 212)),
        *(f"CC{n}" for n in range(301, 307)),
        *(f"CC{n}" for n in range(401, 406)),
        *(f"CC{n}" for n in range(501, 508)),
        *(f"CC{n}" for n in range(601, 608)),
        *(f"CC{n}" for n in range(701, 713)),
        *(f"CC{n}" for n in range(801, 805)),
    }

    assert set(CODES) == expected


@pytest.mark.parametrize("name", ["son-la-2027", "van-ho-2027"])
def test_nothing_is_found_in_the_plans_of_2027(name: str) -> None:
    """They are what the package holds up as good."""
    plan = cchc.load_plan(Path(__file__).parents[2] / "examples" / f"{name}.yaml")

    assert cchc.check_plan(plan, registry=Registry.discover()) == ()


def test_weak_facts_are_never_errors() -> None:
    """A law whose dates were not verified is told as information that says so."""
    text = GOOD["plan"].replace(
        "  - kind: Luật\n    number: 72/2025/QH15\n    date: 2025-06-16\n    issuer: Quốc hội\n    title: Tổ chức chính quyền địa phương\n",
        "  - kind: Nghị định\n    number: 61/2018/NĐ-CP\n    date: 2018-04-23\n    issuer: Chính phủ\n    title: về cơ chế một cửa\n",
    )
    plan = cchc.load_plan(text.encode("utf-8"), format="yaml")
    (one,) = cchc.check_plan(plan, registry=REGISTRY)

    assert (one.code, one.severity) == ("CC102", Severity.INFO)
    assert "chưa đối chiếu" in one.vi
    assert "118/2025/NĐ-CP" in one.vi


@pytest.mark.parametrize("words", ["sau đây viết tắt là TTHC", "gọi tắt là TTHC", "viết tắt “TTHC”", "TTHC"])
def test_a_short_form_is_explained_in_any_of_the_usual_ways(words: str) -> None:
    """In brackets alone, or behind the words that say that it is a short form."""
    text = GOOD["plan"].replace("thủ tục hành chính (TTHC)", f"thủ tục hành chính ({words})")

    assert found(text) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Trung tâm Văn hóa, Thông tin và Thể thao", []),
        ("Trung tâm Văn hóa, Thông tin và Thể thao huyện", ["CC208"]),
        ("Phòng Tư pháp", ["CC208"]),
    ],
)
def test_a_commune_may_call_its_service_units_as_districts_did(body: str, expected: list[str]) -> None:
    """Its offices are set by decree, its service units by itself; a district in the name has ended for both."""
    plan = (HERE.parents[1] / "examples" / "van-ho-2027.yaml").read_text(encoding="utf-8")
    changed = plan.replace("recipients:\n", f"recipients:\n  - {body}\n", 1)

    assert changed != plan
    assert expected == [code for code in found(changed) if code == "CC208"]
