"""The records of dated facts: what the tables of this package hold and what plugins give.

Every record says where it comes from (``source``), how sure that is (``confidence``) and when it holds: from ``since``
up to, but not on, ``until``. ``since=None`` means that the record held already when its table begins; ``until=None``
that it has not ended as far as the table knows.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Literal, Protocol, get_args

from attrs import Attribute, field, frozen

from cchc.errors import ModelError
from cchc.model._shape import as_tuple, between, matches, not_blank, one_of

if TYPE_CHECKING:
    from cchc.model import Indicator

Confidence = Literal["confirmed", "one_source", "unverified", "doubtful"]
UnitLevel = Literal["province", "district", "commune"]
UnitType = Literal[
    "tỉnh",
    "thành phố",
    "huyện",
    "quận",
    "thị xã",
    "thành phố thuộc tỉnh",
    "thành phố thuộc thành phố",
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
]
BodyLevel = Literal["central", "province", "district", "commune"]
RegimeLevel = Literal["ministry", "province", "department", "district", "commune"]
BodyKind = Literal["state", "party", "front", "press", "mass", "service"]
PeriodKind = Literal["month", "quarter", "half_year", "nine_months", "year"]

_UNIT_CODE = re.compile(r"[0-9]{2}|[0-9]{3}|[0-9]{5}")
# A unit that is named by a number or after a person takes a capital type (NĐ 30/2020, Phụ lục II, mục III).
_NAMED_AFTER_PERSON = frozenset({"Hồ Chí Minh"})


class Dated(Protocol):
    """What holds from one day to another."""

    @property
    def since(self) -> dt.date | None:
        """First day."""

    @property
    def until(self) -> dt.date | None:
        """First day on which it no longer holds."""


_code = matches(
    _UNIT_CODE,
    "must be the code of a unit as text: 2, 3 or 5 digits",
    "Mã đơn vị hành chính là chữ, gồm 2, 3 hoặc 5 chữ số.",
)
_key = matches(
    re.compile(r"(?!(?:[0-9]{2}|[0-9]{3}|[0-9]{5})$)[a-z0-9][a-z0-9.-]{0,63}"),
    "must be a key: small letters a-z, digits, dots and hyphens, and not a unit's code",
    "Khóa chỉ gồm chữ thường không dấu, chữ số, dấu chấm và gạch nối.",
)
_sure = one_of(*get_args(Confidence))


def _days_in_order(record: object, field_: Attribute[Any], value: dt.date | None) -> None:
    since: dt.date | None = getattr(record, "since", None)
    if value is not None and since is not None and value <= since:
        why = f"must be later than since ({since}); it is the first day on which the record no longer holds"
        raise ModelError(
            where=f"{type(record).__name__}.{field_.name}",
            value=value,
            why=why,
            why_vi="Ngày hết hiệu lực phải sau ngày bắt đầu.",
        )


def holds(record: Dated, on: dt.date) -> bool:
    """Return whether *record* holds on the day *on*: ``since <= on < until``."""
    return (record.since is None or record.since <= on) and (record.until is None or on < record.until)


def overlap(first: Dated, second: Dated) -> bool:
    """Return whether there is a day on which both records hold."""
    return (first.until is None or second.since is None or second.since < first.until) and (
        second.until is None or first.since is None or first.since < second.until
    )


@frozen(kw_only=True)
class Unit:
    """An administrative unit (*đơn vị hành chính*) as it was from one day to another.

    Code and first day name it: a code that goes on after a merger stands for another unit, 44 was Quảng Bình before
    1 July 2025 and is Quảng Trị since.

    Attributes:
        code: official code as text: 2 digits for a province, 3 for a district, 5 for a commune.
        name: its name without the type, "Sơn La".
        type: its type in Vietnamese, small letters: "tỉnh", "thành phố", "huyện", "xã" …
        level: ``province``, ``district`` or ``commune``.
        parent: code of the unit above; ``None`` for a province.
        since: first day; ``None`` where it held already when the table begins.
        until: first day on which it no longer holds; ``None`` where it has not ended.
        predecessors: codes of the units that it was made of; they held on the day before *since*.
        successors: codes of the units that it became or was divided among; they hold on *until*.
        source: where this is said.
        confidence: how sure that is.
    """

    code: str = field(validator=_code)
    name: str = field(validator=not_blank)
    type: UnitType
    level: UnitLevel
    parent: str | None = None
    since: dt.date | None = None
    until: dt.date | None = field(default=None, validator=_days_in_order)
    predecessors: tuple[str, ...] = field(default=(), converter=as_tuple)
    successors: tuple[str, ...] = field(default=(), converter=as_tuple)
    source: str = field(validator=not_blank)
    confidence: Confidence = field(default="confirmed", validator=_sure)

    @property
    def full_name(self) -> str:
        """Type and name as a sentence has them: "tỉnh Sơn La", but "Thành phố Hồ Chí Minh" and "Quận 1"."""
        kind = self.type.removesuffix(" thuộc tỉnh").removesuffix(" thuộc thành phố")
        if self.name.isdigit() or self.name in _NAMED_AFTER_PERSON:
            kind = kind.capitalize()
        return f"{kind} {self.name}"


@frozen(kw_only=True)
class UnitSpan:
    """The code that one place had from one day to another; *until* is the first day on which it no longer holds."""

    code: str = field(validator=_code)
    since: dt.date | None = None
    until: dt.date | None = field(default=None, validator=_days_in_order)


@frozen(kw_only=True)
class Agency:
    """An agency or organisation (*cơ quan, tổ chức*), as a type that stands at a level or as one of a single place.

    Attributes:
        key: stable key, "so-noi-vu"; plans may carry it as the code of a body.
        name: official name, "Sở Nội vụ"; ``{unit}`` stands for the name of the place, "Báo {unit}".
        level: level at which it stands; ``None`` for one that stands at every level.
        kind: ``state``, ``party``, ``front``, ``press``, ``mass`` or ``service``.
        owner: key or name of the body above it, "Tỉnh ủy"; empty where that is the People's Committee of its level.
        names: other names and spellings under which plans know it.
        abbreviations: customary short forms, "SNV".
        unit: code of the only unit that has it; empty where any unit of the level may have it.
        since: first day; ``None`` where it held already when the table begins.
        until: first day on which it no longer holds; ``None`` where it has not ended.
        predecessors: keys of the agencies whose work it took over when it began or later.
        successors: keys of the agencies that took over its work.
        note: what a reader must know beside this.
        source: where this is said.
        confidence: how sure that is.
    """

    key: str = field(validator=_key)
    name: str = field(validator=not_blank)
    level: BodyLevel | None = None
    kind: BodyKind = "state"
    owner: str = ""
    names: tuple[str, ...] = field(default=(), converter=as_tuple)
    abbreviations: tuple[str, ...] = field(default=(), converter=as_tuple)
    unit: str = ""
    since: dt.date | None = None
    until: dt.date | None = field(default=None, validator=_days_in_order)
    predecessors: tuple[str, ...] = field(default=(), converter=as_tuple)
    successors: tuple[str, ...] = field(default=(), converter=as_tuple)
    note: str = ""
    source: str = field(validator=not_blank)
    confidence: Confidence = field(default="confirmed", validator=_sure)


@frozen(kw_only=True)
class Province:
    """A province as a plugin names it: by code and dates, because one name has had two codes and one code two names.

    Attributes:
        key: stable key of the province, "quang-tri".
        name: its name without the type, "Quảng Trị".
        spans: the codes that it has had, with their days.
        agencies: agencies and press that only this province has, or names otherwise.
        source: where this is said; a conflict is reported with it.

    Example:
        >>> import datetime as dt
        >>> from cchc.knowledge import Province, UnitSpan
        >>> reform = dt.date(2025, 7, 1)
        >>> quang_tri = Province(
        ...     key="quang-tri",
        ...     name="Quảng Trị",
        ...     spans=(UnitSpan(code="45", until=reform), UnitSpan(code="44", since=reform)),
        ...     source="Nghị quyết 202/2025/QH15",
        ... )
        >>> quang_tri.code(dt.date(2026, 1, 1))
        '44'
    """

    key: str = field(validator=_key)
    name: str = field(validator=not_blank)
    spans: tuple[UnitSpan, ...] = field(converter=as_tuple)
    agencies: tuple[Agency, ...] = field(default=(), converter=as_tuple)
    source: str = field(validator=not_blank)

    def code(self, on: dt.date) -> str | None:
        """Return the code of the province on the day *on*, or ``None`` where none of its spans holds."""
        return next((span.code for span in self.spans if holds(span, on)), None)


@frozen(kw_only=True)
class LawKey:
    """What tells one legal document from another: 76/NQ-CP alone is two documents, of 2013 and of 2021."""

    kind: str
    number: str
    issuer: str
    year: int

    def __str__(self) -> str:
        return f"{self.kind} số {self.number} năm {self.year} của {self.issuer}"


@frozen(kw_only=True)
class Law:
    """A legal or guiding document (*văn bản*) and when it holds.

    Attributes:
        kind: its type in Vietnamese, "Nghị quyết".
        number: number and symbol, "76/NQ-CP".
        issuer: who issued it, "Chính phủ".
        year: year of issue.
        date: day of issue; ``None`` where no source shows it.
        title: its subject, short.
        since: first day in force, or the first day on which it is known to be used.
        until: first day on which it is no longer in force; ``None`` where it still is.
        replaced_by: keys of the documents that ended it; empty for one whose own time ran out.
        amends: keys of the documents that it amends.
        note: what a reader must know beside this.
        source: where this is said.
        confidence: how sure the dates in force are.
    """

    kind: str = field(validator=not_blank)
    number: str = field(validator=not_blank)
    issuer: str = field(validator=not_blank)
    year: int
    date: dt.date | None = None
    title: str = ""
    since: dt.date
    until: dt.date | None = field(default=None, validator=_days_in_order)
    replaced_by: tuple[LawKey, ...] = field(default=(), converter=as_tuple)
    amends: tuple[LawKey, ...] = field(default=(), converter=as_tuple)
    note: str = ""
    source: str = field(validator=not_blank)
    confidence: Confidence = field(default="confirmed", validator=_sure)

    @property
    def key(self) -> LawKey:
        """Kind, number, issuer and year."""
        return LawKey(kind=self.kind, number=self.number, issuer=self.issuer, year=self.year)


@frozen(kw_only=True)
class LawStatus:
    """What holds of a document on a day.

    Attributes:
        law: the document.
        on: the day.
        in_force: whether it is in force on that day.
        amended_by: documents in force by that day that amend it, in the order of their issue.
        replaced_by: documents that have ended it by that day.
        confidence: how sure the dates are.
    """

    law: Law
    on: dt.date
    in_force: bool
    amended_by: tuple[Law, ...] = ()
    replaced_by: tuple[Law, ...] = ()
    confidence: Confidence


@frozen(kw_only=True)
class DayRule:
    """A day of the year as a rule names it.

    Attributes:
        year: 0 for the year of the period, -1 for the year before, 1 for the year after.
        month: 1 to 12.
        day: 1 to 31; where the month of that year is shorter, its last day is meant.
    """

    year: Literal[-1, 0, 1] = 0
    month: int = field(validator=between(1, 12))
    day: int = field(validator=between(1, 31))

    def of(self, year: int) -> dt.date:
        """Return the day for a period of *year*."""
        last = calendar.monthrange(year + self.year, self.month)[1]
        return dt.date(year + self.year, self.month, min(self.day, last))


@frozen(kw_only=True)
class PeriodRule:
    """A reporting period (*kỳ báo cáo*) of a regime.

    Attributes:
        id: "M01" to "M12", "Q1" to "Q4", "H1", "H2", "9M" or "Y".
        kind: ``month``, ``quarter``, ``half_year``, ``nine_months`` or ``year``.
        name: its name in Vietnamese, "Quý I".
        start: first day of the figures; ``None`` where no source shows it.
        end: cut-off, the last day of the figures (*thời gian chốt số liệu*); ``None`` where no source shows it.
        due: last day to send the report (*thời hạn gửi*); ``None`` where each province sets it.
    """

    id: str = field(validator=not_blank)
    kind: PeriodKind
    name: str = field(validator=not_blank)
    start: DayRule | None = None
    end: DayRule | None = None
    due: DayRule | None = None


@frozen(kw_only=True)
class Regime:
    """A report regime (*chế độ báo cáo*) for the bodies of some levels.

    Attributes:
        key: "cchc" for the reform reports, "dinh-ky" for the State's periodic reports in general.
        name: its name in Vietnamese.
        law: the document that sets it, in words.
        levels: levels whose bodies it binds.
        receiver: who gets the reports.
        since: first day.
        until: first day on which it no longer holds.
        periods: its periods in the order of their cut-offs.
        working_days: working days that must lie between cut-off and deadline; 0 where it does not say.
        note: what a reader must know beside this.
        source: where this is said.
        confidence: how sure that is.
    """

    key: str = field(validator=_key)
    name: str = field(validator=not_blank)
    law: str = field(validator=not_blank)
    levels: tuple[RegimeLevel, ...] = field(converter=as_tuple)
    receiver: str = ""
    since: dt.date | None = None
    until: dt.date | None = field(default=None, validator=_days_in_order)
    periods: tuple[PeriodRule, ...] = field(default=(), converter=as_tuple)
    working_days: int = 0
    note: str = ""
    source: str = field(validator=not_blank)
    confidence: Confidence = field(default="confirmed", validator=_sure)

    def period(self, id_: str) -> PeriodRule | None:
        """Return the period with this id, or ``None`` where the regime has none."""
        return next((rule for rule in self.periods if rule.id == id_), None)


@frozen(kw_only=True)
class Abbreviation:
    """A short form and what it stands for from one day to another.

    Attributes:
        short: the short form, "KH" or "SNV".
        words: what it stands for, "Kế hoạch" or "Sở Nội vụ".
        of: ``document`` for a type of document, ``agency`` for a body.
        key: key of the agency; empty for a type of document.
        since: first day.
        until: first day on which it no longer holds.
        source: where this is said.
        confidence: how sure that is.
    """

    short: str = field(validator=not_blank)
    words: str = field(validator=not_blank)
    of: Literal["document", "agency"]
    key: str = ""
    since: dt.date | None = None
    until: dt.date | None = field(default=None, validator=_days_in_order)
    source: str = field(validator=not_blank)
    confidence: Confidence = field(default="confirmed", validator=_sure)


@frozen(kw_only=True)
class IndicatorSet:
    """The figures that one province or one report regime asks for (*bộ chỉ tiêu*), of a plan that names none itself.

    Attributes:
        indicators: the figures in the order in which a form asks for them.
        province: key of the province whose plans it is for, "son-la"; empty for any.
        regime: key of the report regime that it is for, "cchc"; empty for any.
        since: first day, by the date of the plan.
        until: first day on which it no longer holds.
        source: where this is said.
    """

    indicators: tuple[Indicator, ...] = field(converter=as_tuple)
    province: str = ""
    regime: str = ""
    since: dt.date | None = None
    until: dt.date | None = field(default=None, validator=_days_in_order)
    source: str = field(validator=not_blank)

    def __attrs_post_init__(self) -> None:
        if not (self.province or self.regime):
            raise ModelError(
                where="IndicatorSet.province",
                value="",
                why="or regime must be given; indicators for anybody are Facts.indicators",
                why_vi="Cần nêu tỉnh hoặc chế độ báo cáo.",
            )


@frozen(kw_only=True)
class Facts:
    """Dated facts that a plugin adds (what the hook ``cchc_facts`` gives).

    ``indicators`` are asked of anybody for whom no ``indicator_sets`` are given.
    """

    laws: tuple[Law, ...] = field(default=(), converter=as_tuple)
    units: tuple[Unit, ...] = field(default=(), converter=as_tuple)
    agencies: tuple[Agency, ...] = field(default=(), converter=as_tuple)
    regimes: tuple[Regime, ...] = field(default=(), converter=as_tuple)
    indicators: tuple[Indicator, ...] = field(default=(), converter=as_tuple)
    indicator_sets: tuple[IndicatorSet, ...] = field(default=(), converter=as_tuple)


@frozen(kw_only=True)
class KnownBody:
    """A body that words name, as the tables know it.

    Attributes:
        words: the words that were asked for.
        name: its official name on the day; a class keeps its words.
        code: code of the unit whose People's Committee it is, or the key of an agency; ``None`` for a class, or where
            the words name a kind of body without saying whose.
        is_class: whether the words stand for many bodies, "UBND cấp xã".
        kind: ``state``, ``party``, ``front``, ``press``, ``mass`` or ``service``.
        level: level at which it stands; ``None`` where a class spans several.
        unit: the unit that it belongs to, where the words or *within* say so.
        asked: whether a People's Committee asks it (*đề nghị*) and does not order it (*giao*).
        confidence: how sure the tables are.
    """

    words: str
    name: str
    code: str | None = None
    is_class: bool = False
    kind: BodyKind = "state"
    level: BodyLevel | None = None
    unit: Unit | None = None
    asked: bool = False
    confidence: Confidence = "confirmed"


@frozen(kw_only=True)
class BodyPiece:
    """A piece of a list of bodies: its place in the text (code points, end exclusive) and the body, if known."""

    words: str
    start: int
    end: int
    body: KnownBody | None = None


@frozen(kw_only=True)
class Answer:
    """What the tables say to a question in words.

    Attributes:
        laws: status of the documents with that number or name.
        units: units with that code or name on the day.
        former_units: units with that code or name that had ended by the day, or had not begun.
        now: what became of the former units, by their code and first day.
        agencies: agencies with that name or short form on the day.
        former_agencies: agencies with that name or short form that do not hold on the day.
        abbreviations: short forms that match on the day.
    """

    query: str
    on: dt.date
    laws: tuple[LawStatus, ...] = ()
    units: tuple[Unit, ...] = ()
    former_units: tuple[Unit, ...] = ()
    now: tuple[tuple[Unit, tuple[Unit, ...]], ...] = ()
    agencies: tuple[Agency, ...] = ()
    former_agencies: tuple[Agency, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()

    def __bool__(self) -> bool:
        return bool(
            self.laws
            or self.units
            or self.former_units
            or self.agencies
            or self.former_agencies
            or self.abbreviations
        )
