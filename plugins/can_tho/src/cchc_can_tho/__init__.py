"""Cần Thơ for cchc: the province, its agencies and the form of its plans and reports."""

from __future__ import annotations

from collections.abc import Iterable

from cchc.plugins import Province, ReportTemplate, Template, hookimpl


@hookimpl
def cchc_provinces() -> Iterable[Province]:
    """Give Cần Thơ with its codes by date and its own agencies."""
    from cchc_can_tho._province import PROVINCE

    return (PROVINCE,)


@hookimpl
def cchc_templates() -> Iterable[Template | ReportTemplate]:
    """Give the forms of plans and reports in Cần Thơ, one for each level and time."""
    from cchc_can_tho._reports import REPORT_TEMPLATES
    from cchc_can_tho._templates import TEMPLATES

    return (*TEMPLATES, *REPORT_TEMPLATES)
