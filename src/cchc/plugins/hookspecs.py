"""The hooks by which a plugin adds to cchc: each takes nothing and returns records.

A plugin is a module (or any object) with functions of these names, marked by :data:`hookimpl`, that its distribution
names under the entry-point group ``cchc``::

    [project.entry-points.cchc]
    can-tho = "cchc_can_tho"

A hook is called once for each registry. Import heavy libraries and read data inside it, so that a program that only
asks for a name does not wait for them.
"""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from cchc.checks import Check
from cchc.knowledge import Facts, Province
from cchc.reading import Reader
from cchc.rendering import Format
from cchc.reporting import ReportTemplate
from cchc.templates import Template

__all__ = [
    "cchc_checks",
    "cchc_facts",
    "cchc_formats",
    "cchc_provinces",
    "cchc_readers",
    "cchc_templates",
    "hookimpl",
]

#: Marks a function of a plugin as an implementation of the hook with its name.
hookimpl = pluggy.HookimplMarker("cchc")

_hookspec = pluggy.HookspecMarker("cchc")


@_hookspec
def cchc_provinces() -> Iterable[Province]:
    """Give the provinces that this plugin stands for, by key and by code with its days.

    Plans of a province find its templates through this record: their issuer has a code, the code belongs to a province
    on the day of the plan, and templates name that province by its key.

    Example:
        >>> import datetime as dt
        >>> from cchc.plugins import Province, UnitSpan, hookimpl
        >>> @hookimpl
        ... def cchc_provinces():
        ...     reform = dt.date(2025, 7, 1)
        ...     yield Province(
        ...         key="quang-tri",
        ...         name="Quảng Trị",
        ...         spans=(UnitSpan(code="45", until=reform), UnitSpan(code="44", since=reform)),
        ...         source="Nghị quyết 202/2025/QH15",
        ...     )
    """
    raise NotImplementedError


@_hookspec
def cchc_templates() -> Iterable[Template | ReportTemplate]:
    """Give templates: what the plans and reports of a province, or of any, look like at some levels and on some days.

    Of the templates that serve a plan, or the report on one, that with the latest ``since`` is taken; ``template=``
    takes any by its key.

    Example:
        >>> from cchc.plugins import ReportSection, ReportTemplate, Section, Template, hookimpl
        >>> @hookimpl
        ... def cchc_templates():
        ...     yield Template(
        ...         key="quang-tri-xa",
        ...         name="Kế hoạch của xã, tỉnh Quảng Trị",
        ...         province="quang-tri",
        ...         levels=("commune",),
        ...         source="Kế hoạch tuyên truyền CCHC năm 2022 của thị trấn Khe Sanh",
        ...         sections=(
        ...             Section(role="aims", heading="MỤC ĐÍCH, YÊU CẦU"),
        ...             Section(role="contents", heading="NỘI DUNG TUYÊN TRUYỀN"),
        ...             Section(role="channels", heading="HÌNH THỨC TUYÊN TRUYỀN"),
        ...             Section(role="organisation", heading="TỔ CHỨC THỰC HIỆN"),
        ...         ),
        ...     )
        ...     yield ReportTemplate(
        ...         key="quang-tri-xa-bao-cao",
        ...         name="Báo cáo của xã, tỉnh Quảng Trị",
        ...         province="quang-tri",
        ...         levels=("commune",),
        ...         source="Ví dụ năm 2026, không theo báo cáo nào đã ban hành",
        ...         sections=(
        ...             ReportSection(role="results", heading="KẾT QUẢ THỰC HIỆN"),
        ...             ReportSection(role="figures", heading="SỐ LIỆU"),
        ...             ReportSection(role="difficulties", heading="KHÓ KHĂN, VƯỚNG MẮC"),
        ...             ReportSection(role="proposals", heading="ĐỀ XUẤT, KIẾN NGHỊ"),
        ...         ),
        ...     )
    """
    raise NotImplementedError


@_hookspec
def cchc_formats() -> Iterable[Format]:
    r"""Give output formats: functions from a :class:`~cchc.document.Document` to bytes.

    Example:
        >>> from cchc.plugins import Format, hookimpl
        >>> def count(document):
        ...     blocks = sum(len(section.blocks) for section in document.sections)
        ...     return f"{document.properties.title}: {blocks}\n".encode()
        >>> @hookimpl
        ... def cchc_formats():
        ...     yield Format(
        ...         key="count", name="Số khối", suffix=".count.txt", media_type="text/plain; charset=utf-8", render=count
        ...     )
    """
    raise NotImplementedError


@_hookspec
def cchc_readers() -> Iterable[Reader]:
    """Give readers: functions from the bytes of a file and its name to the plan in it.

    Example:
        >>> from cchc.plugins import Body, Plan, Reader, Reading, hookimpl
        >>> def read(data, name):
        ...     subject, year = data.decode("utf-8").split("|")
        ...     issuer = Body(words="UBND xã Vân Hồ", code="04048")
        ...     return Reading(plan=Plan(id="mot-dong", year=int(year), level="commune", issuer=issuer, subject=subject))
        >>> @hookimpl
        ... def cchc_readers():
        ...     yield Reader(key="line", name="Một dòng (.line)", suffixes=(".line",), read=read)
    """
    raise NotImplementedError


@_hookspec
def cchc_checks() -> Iterable[Check]:
    """Give coded rules over a plan; a code is one for ever and begins with letters of the plugin's own.

    Example:
        >>> from cchc.plugins import Check, Diagnostic, Location, hookimpl
        >>> def without_recipients(plan, context):
        ...     if not plan.recipients:
        ...         yield Diagnostic(
        ...             code="QT001",
        ...             vi="Kế hoạch chưa có nơi nhận.",
        ...             en="The plan has no recipients.",
        ...             location=Location(path="recipients"),
        ...         )
        >>> @hookimpl
        ... def cchc_checks():
        ...     yield Check(
        ...         code="QT001",
        ...         name="Chưa có nơi nhận",
        ...         rationale="Văn bản không có nơi nhận thì không biết gửi cho ai.",
        ...         since="0.1.0",
        ...         run=without_recipients,
        ...     )
    """
    raise NotImplementedError


@_hookspec
def cchc_facts() -> Iterable[Facts]:
    """Give dated facts that the tables of cchc lack: laws, units, agencies, report regimes, indicators.

    Example:
        >>> import datetime as dt
        >>> from cchc.plugins import Facts, Law, hookimpl
        >>> @hookimpl
        ... def cchc_facts():
        ...     yield Facts(
        ...         laws=(
        ...             Law(
        ...                 kind="Quyết định",
        ...                 number="01/2027/QĐ-UBND",
        ...                 issuer="UBND tỉnh Quảng Trị",
        ...                 year=2027,
        ...                 date=dt.date(2027, 1, 4),
        ...                 title="Quy định về báo cáo cải cách hành chính",
        ...                 since=dt.date(2027, 1, 15),
        ...                 source="Công báo tỉnh Quảng Trị",
        ...             ),
        ...         )
        ...     )
    """
    raise NotImplementedError
