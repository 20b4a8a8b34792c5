"""Dump and load are inverse, in every format, for every plan and report, hostile texts included."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.interchange import FORMATS, dump_plan, dump_report, load_plan, load_report
from cchc.model import Plan, Report
from tests.strategies import plans, reports


class TestLoadingUndoesDumping:
    """``load(dump(value)) == value``."""

    @given(plan=plans(), name=st.sampled_from(FORMATS))
    @settings(max_examples=60)
    def test_plans(self, plan: Plan, name: str) -> None:
        """A plan comes back from every format."""
        assert plan == load_plan(dump_plan(plan, name).encode(), format=name)

    @given(plan=plans(hostile=True), name=st.sampled_from(FORMATS))
    @settings(max_examples=150)
    def test_plans_with_hostile_texts(self, plan: Plan, name: str) -> None:
        """No text is hostile enough to come back changed."""
        assert plan == load_plan(dump_plan(plan, name).encode(), format=name)

    @given(report=reports(hostile=True), name=st.sampled_from(FORMATS))
    @settings(max_examples=60)
    def test_reports(self, report: Report, name: str) -> None:
        """A report comes back from every format."""
        assert report == load_report(dump_report(report, name).encode(), format=name)


class TestDumpingIsStable:
    """``dump(load(dump(value))) == dump(value)``."""

    @given(plan=plans(hostile=True), name=st.sampled_from(FORMATS))
    @settings(max_examples=40)
    def test_the_second_dump_is_the_first(self, plan: Plan, name: str) -> None:
        """Dumping what was loaded gives the same file."""
        text = dump_plan(plan, name)

        assert text == dump_plan(load_plan(text.encode(), format=name), name)


class TestBytesTellTheirFormat:
    """Without a format, bytes are read as what they begin like."""

    @given(plan=plans(hostile=True), name=st.sampled_from(FORMATS))
    @settings(max_examples=40)
    def test_what_is_dumped_is_recognised(self, plan: Plan, name: str) -> None:
        """Every dumped plan is recognised for what it is."""
        assert plan == load_plan(dump_plan(plan, name).encode())
