"""The law of reading: ``facts(read(render(plan, template))) == facts(plan)`` for the plans of the domain."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.model import facts
from tests.reading import domain
from tests.reading.reader import printed, read, registry

FORMS = tuple(sorted(one.key for one in registry().templates if not one.keep_order))
QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@pytest.mark.parametrize("key", FORMS)
@settings(max_examples=6, deadline=None, suppress_health_check=QUIET)
@given(data=st.data())
def test_what_is_printed_is_read(key: str, data: st.DataObject) -> None:
    """Every form of every province, by its text."""
    plan = data.draw(domain.plans(registry().template(key)))

    assert facts(plan) == facts(read(printed(plan, key)).plan)


@pytest.mark.parametrize("format", ["docx", "html"])
@settings(max_examples=20, deadline=None, suppress_health_check=QUIET)
@given(data=st.data())
def test_what_is_printed_as_a_file_is_read(format: str, data: st.DataObject) -> None:  # noqa: A002
    """Any form, by the files that offices keep."""
    key = data.draw(st.sampled_from(FORMS))
    plan = data.draw(domain.plans(registry().template(key)))

    assert facts(plan) == facts(read(printed(plan, key, format), format).plan)


@pytest.mark.many
@pytest.mark.parametrize("format", ["txt", "docx", "html"])
@pytest.mark.parametrize("key", FORMS)
@settings(max_examples=75, deadline=None, suppress_health_check=QUIET)
@given(data=st.data())
def test_what_is_printed_is_read_many_times(key: str, format: str, data: st.DataObject) -> None:  # noqa: A002
    """The same, for thousands of plans."""
    plan = data.draw(domain.plans(registry().template(key)))

    assert facts(plan) == facts(read(printed(plan, key, format), format).plan)
