"""Merging reports is a union: in whatever grouping and order units report, the same comes out."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.model import Body, Figure, Report, UnitReport
from tests.strategies import reports, unit_reports

A, B, C = reports(), reports(), reports()


class TestMergingIsAssociative:
    """``(a | b) | c == a | (b | c)``."""

    @given(a=A, b=B, c=C)
    @settings(max_examples=50)
    def test_grouping_does_not_matter(self, a: Report, b: Report, c: Report) -> None:
        """Commune by commune or district by district, the province sees the same."""
        assert (a | b) | c == a | (b | c)


class TestMergingIsCommutative:
    """``a | b == b | a``."""

    @given(a=A, b=B)
    @settings(max_examples=50)
    def test_order_does_not_matter(self, a: Report, b: Report) -> None:
        """Whoever reports first, the same comes out."""
        assert a | b == b | a


class TestMergingIsIdempotent:
    """``a | a == a``."""

    @given(a=A)
    @settings(max_examples=50)
    def test_twice_is_once(self, a: Report) -> None:
        """A report that arrives twice counts once."""
        assert a == a | a


class TestTheEmptyReportIsTheIdentity:
    """``Report() | a == a``."""

    @given(a=A)
    @settings(max_examples=50)
    def test_nothing_adds_nothing(self, a: Report) -> None:
        """Merging with nothing changes nothing."""
        assert (a, a) == (Report() | a, a | Report())


class TestNoPlanAndNobodyAskedIsLost:
    """A merged report has every plan and every unit of both, once."""

    @given(a=A, b=B)
    @settings(max_examples=50)
    def test_union(self, a: Report, b: Report) -> None:
        """Two drafts of one plan both stay; lists of one period become one."""
        both = a | b
        keys = [(one.plan_id, one.period, one.regime) for one in both.asked]

        assert set(map(repr, both.plans)) == set(map(repr, a.plans + b.plans))
        assert len(keys) == len(set(keys))
        for one in a.asked + b.asked:
            (merged,) = (
                each for each in both.asked if (each.plan_id, each.period) == (one.plan_id, one.period)
            )

            assert set(one.units) <= set(merged.units)


class TestTheHighestVersionWins:
    """For each plan, unit and period only returns of its highest version stay."""

    @given(a=A, b=B)
    @settings(max_examples=50)
    def test_no_older_version_stays(self, a: Report, b: Report) -> None:
        """A correction takes the place of what it corrects, wherever it came from."""
        newest: dict[tuple[str, str, str], int] = {}
        for one in (*a.returns, *b.returns):
            newest[one.key] = max(one.version, newest.get(one.key, 0))

        assert newest == {one.key: one.version for one in (a | b).returns}

    @given(a=A, b=B)
    @settings(max_examples=50)
    def test_nothing_is_made_up_or_lost(self, a: Report, b: Report) -> None:
        """What stays was sent, and whatever was sent with the highest version stays."""
        merged = set((a | b).returns)
        sent = {*a.returns, *b.returns}
        versions = {one.key: one.version for one in merged}

        assert merged == {one for one in sent if one.version == versions[one.key]}


class TestReportsAreEqualAsSets:
    """A report does not depend on the order in which its returns were given."""

    @given(returns=st.lists(unit_reports(), max_size=5), data=st.data())
    @settings(max_examples=60)
    def test_any_order_gives_the_same(self, returns: list[UnitReport], data: st.DataObject) -> None:
        """Shuffled returns make an equal report with an equal hash."""
        shuffled = data.draw(st.permutations(returns))

        assert {Report(returns=tuple(returns))} == {Report(returns=tuple(shuffled))}


def one(value: int | Decimal, *, version: int = 1, unit: str = "UBND xã Vân Hồ") -> UnitReport:
    """Return a return with one figure."""
    return UnitReport(
        plan_id="a",
        unit=Body(words=unit),
        period="2027-Q1",
        version=version,
        figures=(Figure(indicator="tin-bai", value=value),),
    )


def test_a_contradiction_can_be_seen() -> None:
    """Two different returns of one version both stay: a unit counted twice is visible."""
    merged = Report(returns=(one(1),)) | Report(returns=(one(2),))

    assert [1, 2] == [returned.figures[0].value for returned in merged.returns]


def test_a_correction_settles_a_contradiction() -> None:
    """A higher version takes the place of both."""
    merged = Report(returns=(one(1), one(2))) | Report(returns=(one(3, version=2),))

    assert (one(3, version=2),) == merged.returns


def test_units_are_told_apart_by_code_before_name() -> None:
    """Two names with one code are one unit; one name without codes is one unit."""
    named = one(1)
    old = UnitReport(plan_id="a", unit=Body(words="UBND xã Khe Sanh", code="19429"), period="2027-Q1")
    new = UnitReport(
        plan_id="a", unit=Body(words="Ủy ban nhân dân xã Khe Sanh", code="19429"), period="2027-Q1", version=2
    )

    assert {named, new} == set(Report(returns=(named, old, new)).returns)


def test_equal_numbers_in_different_types_are_one() -> None:
    """1 and 1.0 are the same figure, so that the same return does not stand twice."""
    assert 1 == len(Report(returns=(one(1), one(Decimal(1)))).returns)
