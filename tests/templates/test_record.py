"""The records of templates: a slip in a word is said where it was made, not by a form that never appears."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cchc.errors import ModelError
from cchc.plugins import ReportSection, ReportTemplate, Section, Template

GIVEN: dict[str, Any] = {"key": "k", "name": "Mẫu", "levels": ("commune",), "source": "phép thử"}


@pytest.mark.parametrize(
    ("slip", "where"),
    [
        (
            {"levels": ("xã",)},
            "levels: must be one of 'ministry', 'province', 'department', 'district', 'commune'",
        ),
        ({"levels": "commune"}, "levels: must be a tuple"),
        ({"markers": "I."}, "markers: must be a tuple"),
        ({"signature": "CHỦ TỊCH"}, "signature: must be a tuple"),
    ],
)
@pytest.mark.parametrize("record", [Template, ReportTemplate])
def test_a_slip_in_a_template_is_refused(record: type, slip: dict[str, object], where: str) -> None:
    """A level that does not exist would be a template that never serves; a text would fall apart into letters."""
    with pytest.raises(ModelError, match=re.escape(f"{record.__name__}.{where}")):
        record(**{**GIVEN, "sections": (), **slip})


@pytest.mark.parametrize(
    ("record", "slip"),
    [
        (Template, {"channels": "tables"}),
        (Template, {"duties": "body"}),
        (Template, {"bases": "line"}),
        (Template, {"citation": "medium"}),
        (ReportTemplate, {"quotes": "unit", "sections": ()}),
        (ReportTemplate, {"charts": ("pie",), "sections": ()}),
    ],
)
def test_a_word_that_a_form_does_not_know_is_refused(record: type, slip: dict[str, object]) -> None:
    """The message names the words that it knows."""
    with pytest.raises(ModelError, match="must be one of '"):
        record(**{**GIVEN, **slip})


@pytest.mark.parametrize(("record", "role"), [(Section, "content"), (ReportSection, "figure")])
def test_a_section_of_no_known_role_is_refused(record: type, role: str) -> None:
    """It would stay empty, and what belongs there would follow somewhere else."""
    with pytest.raises(ModelError, match=f"{record.__name__}.role: must be one of '"):
        record(role=role, heading="NỘI DUNG")
