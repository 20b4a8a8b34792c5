"""The first law of reading: every word of a source comes back in order from the plan that was read."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.model import facts
from tests.reading import domain
from tests.reading.held_out import TEXTS
from tests.reading.reader import SEED_NAMES, in_order, printed, read, registry, seed, words

#: Marks of a letterhead, blanks of a draft, and labels that every page has, whether its source has them or not.
MARKS = re.compile(
    r"^.*CỘNG HO[ÀA][ÀA]? XÃ HỘI CHỦ NGHĨA VIỆT NAM.*$|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc"
    r"|^\s*Số\b.{0,30}$|^.{0,60}ngày[\s\d]*tháng[\s\d]*năm[\s\d]*$|^DỰ THẢO$|^KẾ HOẠCH\s*$|^Nơi nhận\s*:\s*$",
    re.MULTILINE,
)


def body_words(page: str) -> list[str]:
    """Return the words of *page* without marks; an abbreviated name in a letterhead is written out as printing does."""
    return words(
        MARKS.sub(" ", re.sub(r"^UBND (?=[A-ZĐÀ-Ỹ ]+$)", "ỦY BAN NHÂN DÂN ", page, flags=re.MULTILINE))
    )


#: An annex that is kept as a part stands before the signature when it is printed again.
REORDERED = ("annex with a table of its own",)


def in_reading_order(source: str) -> str:
    """Return *source* with the runs of lines in two columns divided: first the left column, then the right one."""
    out: list[str] = []
    right: list[str] = []
    for line in [*source.splitlines(), ""]:
        parts = re.split(r"\t|\s\|\s|(?<=\S) {3,}(?=\S)", line)
        if len(parts) == 2:
            out.append(parts[0])
            right.append(parts[1])
            continue
        if right and line.startswith("- "):
            out.append(line)
            continue
        out += [*right, line]
        right = []
    return "\n".join(out)


def came_back(source: str) -> tuple[float, float]:
    """Return the shares of the words of *source* that come back in order, and of the words that are added."""
    reading = read(source)
    kept = source
    for left in reading.left_out:
        kept = kept.replace(left.words, "", 1)
    page = printed(reading.plan, "as_read").decode()
    # A source without a letterhead cannot give back its issuer and its subject as lines of their own.
    head, _, body = page.partition("KẾ HOẠCH\n")
    subject, _, body = body.partition("\n")
    stands = {" ".join(line.split()) for line in in_reading_order(kept).splitlines()}
    added_head = [line for line in (*head.splitlines(), subject) if " ".join(line.split()) not in stands]
    first, second = body_words(in_reading_order(kept)), body_words(page)
    own = sum(len(body_words(line)) for line in added_head)
    same = in_order(first, second)
    return same / len(first), max(0, len(second) - own - same) / len(second)


@pytest.mark.parametrize("name", SEED_NAMES)
def test_each_word_of_a_real_plan_comes_back(name: str) -> None:
    """At least 0.995 of the words in order, at most 1 % added."""
    same, added = came_back(seed(name).decode())

    assert (True, True) == (same >= 0.995, added <= 0.01), (same, added)


@pytest.mark.parametrize("name", [name for name in TEXTS if name not in REORDERED])
def test_each_word_of_a_plan_in_another_shape_comes_back(name: str) -> None:
    """The same of plans as other provinces, levels and years write them."""
    same, added = came_back(TEXTS[name])

    assert (True, True) == (same >= 0.995, added <= 0.01), (same, added)


@pytest.mark.parametrize("name", REORDERED)
def test_no_word_is_lost_where_parts_change_their_place(name: str) -> None:
    """What is printed elsewhere than it stood is there all the same."""
    page = printed(read(TEXTS[name]).plan, "as_read").decode()

    assert Counter(body_words(TEXTS[name])) - Counter(words(page)) == Counter()


@settings(
    max_examples=16, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(data=st.data())
def test_reading_is_a_fixed_point(data: st.DataObject) -> None:
    """What was read, printed as it was read and read again, says the same."""
    key = data.draw(st.sampled_from([one.key for one in registry().templates if not one.keep_order]))
    plan = read(printed(data.draw(domain.plans(registry().template(key))), key)).plan

    assert facts(plan) == facts(read(printed(plan, "as_read")).plan)


@pytest.mark.parametrize("name", SEED_NAMES)
def test_reading_a_real_plan_is_a_fixed_point(name: str) -> None:
    """Printing a real plan as it was read changes nothing in what it says."""
    plan = read(seed(name)).plan

    assert facts(plan) == facts(read(printed(plan, "as_read")).plan)
