"""Rules about legal bases and other citations (CC1xx)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc.checks._decree import DECREE, IN_FORCE
from cchc.checks._pattern import Late
from cchc.checks._record import CheckContext
from cchc.checks._rule import Found, rule
from cchc.checks._texts import all_texts, cited
from cchc.diagnostics import Severity
from cchc.knowledge import Confidence, Law
from cchc.model import LegalBasis, Plan
from cchc.text import fold, short_date

if TYPE_CHECKING:
    from cchc.citations import Mention

_SURENESS: dict[Confidence, tuple[str, str]] = {
    "confirmed": ("", ""),
    "one_source": (" (theo một nguồn)", " (by one source)"),
    "unverified": (" (chưa đối chiếu văn bản)", " (not verified)"),
    "doubtful": (" (còn nghi vấn)", " (doubtful)"),
}
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
_YEAR_IN_NUMBER = Late(r"^\d+[a-zđ]?/((?:19|20)\d\d)/")
_SHORTEST_TITLE = 40


def _weight(confidence: Confidence, known: Severity) -> Severity:
    return Severity.INFO if confidence in ("unverified", "doubtful") else known


def _is_basis(one: Mention) -> bool:
    return one.path == "opening" or one.path.startswith("bases[")


def _own(plan: Plan, context: CheckContext) -> Iterator[Mention]:
    """Yield the citations that stand for themselves, each document once: a title within a title is another's words."""
    seen: set[tuple[str, str, dt.date | None]] = set()
    for one in context.once(plan, cited):
        basis = one.basis
        if one.citation.nested or one.citation.antecedent is not None or not basis.number:
            continue
        key = (basis.kind, fold(basis.number), basis.date)
        if key not in seen:
            seen.add(key)
            yield one


def _name(basis: LegalBasis) -> str:
    return f"{basis.kind} số {basis.number}" if basis.number else basis.kind or basis.words


def _place(one: Mention) -> dict[str, int] | dict[str, None]:
    # The words of a basis that has none are written by us: no place in them is a place in the plan.
    if one.path.startswith("bases["):
        return {}
    return {"start": one.citation.start, "end": one.citation.end}


def _found(one: Mention, vi: str, en: str, severity: Severity | None = None) -> Found:
    place = _place(one)
    return Found(
        path=one.path, vi=vi, en=en, severity=severity, start=place.get("start"), end=place.get("end")
    )


def _law(basis: LegalBasis, context: CheckContext) -> Law | None:
    if not basis.number:
        return None
    year = basis.date.year if basis.date else None
    return context.knowledge.law(basis.kind or None, basis.number, basis.issuer, year)


@rule(
    "CC101",
    name="Văn bản được viện dẫn ban hành sau kế hoạch",
    severity=Severity.ERROR,
    rationale="Kế hoạch không thể căn cứ vào một văn bản chưa có vào ngày ký; ngày của một trong hai văn bản bị ghi nhầm.",
    wrong="    date: 2026-03-12\n",
    right="    date: 2026-01-12\n",
)
def later_than_the_plan(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find documents that were issued after the plan."""
    last = plan.date or dt.date(plan.year, 12, 31)
    for one in _own(plan, context):
        if one.basis.date and one.basis.date > last:
            day = short_date(one.basis.date)
            than = f"ngày kế hoạch ({short_date(last)})" if plan.date else f"năm của kế hoạch ({plan.year})"
            yield _found(
                one,
                f"{_name(one.basis)} ngày {day} ban hành sau {than}.",
                f"{one.basis.number} of {one.basis.date} is later than the plan ({last}).",
            )


@rule(
    "CC102",
    name="Căn cứ đã hết hiệu lực hoặc đã được thay thế",
    rationale="Kế hoạch dựa trên văn bản không còn hiệu lực thì phần căn cứ vào đó không còn chỗ dựa.",
    wrong="number: 65/2025/QH15\n    date: 2025-02-19",
    right="number: 72/2025/QH15\n    date: 2025-06-16",
    source="Bảng văn bản của cchc, mỗi dòng có nguồn riêng",
)
def no_longer_in_force(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find bases that are not in force on the day that decides."""
    for one in _own(plan, context):
        law = _law(one.basis, context)
        if law is None or law.until is None or law.until > context.on:
            continue
        status = context.knowledge.law_status(law, context.on)
        vi, en = _SURENESS[law.confidence]
        after = ", ".join(f"{other.kind} số {other.number}" for other in status.replaced_by)
        why = f", đã được thay thế bởi {after}" if after else f" ({law.note})" if law.note else ""
        yield _found(
            one,
            f"{_name(one.basis)} hết hiệu lực từ ngày {short_date(law.until)}{why}{vi}.",
            f"{one.basis.number} is not in force since {law.until}"
            + (f", replaced by {', '.join(other.number for other in status.replaced_by)}" if after else "")
            + f"{en}.",
            _weight(law.confidence, Severity.WARNING if _is_basis(one) else Severity.INFO),
        )


def _namesakes(basis: LegalBasis, context: CheckContext) -> list[Law]:
    """Return the documents of the table with that number that may be meant, whatever is said of day and body."""
    found = context.knowledge.laws(basis.number or "")
    return [law for law in found if not basis.kind or fold(law.kind) == fold(basis.kind)]


@rule(
    "CC103",
    name="Ngày ban hành khác với ngày trong bảng văn bản",
    rationale="Số đúng mà ngày sai thì người đọc không tìm được văn bản.",
    wrong="number: 76/NQ-CP\n    date: 2021-07-16",
    right="number: 76/NQ-CP\n    date: 2021-07-15",
    source="Bảng văn bản của cchc, mỗi dòng có nguồn riêng",
)
def another_day(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find documents whose day is not the day that the table knows."""
    for one in _own(plan, context):
        basis = one.basis
        laws = [law for law in _namesakes(basis, context) if law.date]
        if basis.date is None or any(law.date == basis.date for law in laws):
            continue
        meant = [law for law in laws if law.year == basis.date.year] or [
            law for law in laws if basis.title and _same_title(law.title, basis.title)
        ]
        for law in meant[:1]:
            assert law.date
            vi, en = _SURENESS[law.confidence]
            yield _found(
                one,
                f"{_name(basis)} được ghi ngày {short_date(basis.date)}; theo bảng văn bản là ngày {short_date(law.date)}{vi}.",
                f"{basis.number} is dated {basis.date}; the table has {law.date}{en}.",
                _weight(law.confidence, Severity.WARNING),
            )


def _same_title(one: str, other: str) -> bool:
    short, long = sorted((fold(one), fold(other)), key=len)
    return len(short) >= _SHORTEST_TITLE and short in long


@rule(
    "CC104",
    name="Cơ quan ban hành không khớp với văn bản",
    rationale="Cơ quan ban hành phải đúng với ký hiệu của văn bản; ghi sai là viện dẫn sai.",
    wrong="date: 2021-07-15\n    issuer: Thủ tướng Chính phủ",
    right="date: 2021-07-15\n    issuer: Chính phủ",
    source="Bảng văn bản của cchc, mỗi dòng có nguồn riêng",
)
def another_issuer(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find documents that are said to be of another body than the one that issued them."""
    for one in _own(plan, context):
        basis = one.basis
        if not basis.issuer or not basis.number:
            continue
        fitting = [law for law in _namesakes(basis, context) if not basis.date or law.date == basis.date]
        if (
            len(fitting) == 1
            and context.knowledge.law(None, basis.number, basis.issuer, fitting[0].year) is None
        ):
            law = fitting[0]
            # "Bộ trưởng Bộ Nội vụ" for the ministry: one body's two names.
            if fold(basis.issuer).endswith(f"trưởng {fold(law.issuer)}"):
                continue
            yield _found(
                one,
                f"{_name(basis)} là của {law.issuer}, không phải của {basis.issuer}.",
                f"{basis.number} was issued by {law.issuer}, not by {basis.issuer}.",
                _weight(law.confidence, Severity.WARNING),
            )


@rule(
    "CC105",
    name="Năm trong số hiệu khác năm ban hành",
    severity=Severity.ERROR,
    rationale="Số của luật, nghị định, thông tư mang năm ban hành; hai năm khác nhau là một trong hai bị gõ nhầm.",
    wrong="number: 72/2024/QH15",
    right="number: 72/2025/QH15",
    source="Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15: số có năm ban hành",
)
def year_of_the_number(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find numbers that carry another year than their day."""
    for one in _own(plan, context):
        said = _YEAR_IN_NUMBER.match(one.basis.number or "")
        if said and one.basis.date and int(said[1]) != one.basis.date.year:
            yield _found(
                one,
                f"{_name(one.basis)} có năm {said[1]} trong số hiệu nhưng ghi ngày {short_date(one.basis.date)}.",
                f"{one.basis.number} says {said[1]}, but is dated {one.basis.date}.",
            )


@rule(
    "CC106",
    name="Một căn cứ được nêu hai lần",
    rationale="Mỗi văn bản chỉ nêu một lần trong phần căn cứ.",
    wrong="    number: 9/KH-UBND\n    date: 2026-01-12\n    issuer: UBND tỉnh Sơn La\n    title: về cải cách hành chính tỉnh Sơn La năm 2026\n"
    "  - {kind: Nghị quyết, number: 76/NQ-CP, date: 2021-07-15}\n",
    right="    number: 9/KH-UBND\n    date: 2026-01-12\n    issuer: UBND tỉnh Sơn La\n    title: về cải cách hành chính tỉnh Sơn La năm 2026\n",
)
def named_twice(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find a basis that is listed twice."""
    seen: set[tuple[str, str, dt.date | None]] = set()
    for number, basis in enumerate(plan.bases):
        if not basis.number:
            continue
        key = (basis.kind, fold(basis.number), basis.date)
        if key in seen:
            yield Found(
                path=f"bases[{number}]",
                vi=f"{_name(basis)} đã được nêu ở trên.",
                en=f"{basis.number} is already listed above.",
            )
        seen.add(key)


@rule(
    "CC107",
    name="Hai văn bản khác số mang cùng một trích yếu",
    rationale="Trích yếu thường bị chép từ dòng trên xuống; một trong hai văn bản có thể mang tên của văn bản kia.",
    wrong="title: ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030\n"
    "  - {kind: Nghị quyết, number: 99/NQ-CP, date: 2021-09-02, issuer: Chính phủ, "
    "title: ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030}\n",
    right="title: ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030\n",
)
def one_title(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find two documents of one body with one title."""
    seen: dict[tuple[str, str], Mention] = {}
    for one in _own(plan, context):
        title = fold(one.basis.title).strip(" .;,")
        if len(title) < _SHORTEST_TITLE:
            continue
        other = seen.setdefault((title, fold(one.basis.issuer or "")), one)
        if other is not one and fold(other.basis.number or "") != fold(one.basis.number or ""):
            yield _found(
                one,
                f"{_name(one.basis)} mang cùng trích yếu với {_name(other.basis)}; hãy kiểm tra một trong hai.",
                f"{one.basis.number} has the same title as {other.basis.number}; one of the two may be wrong.",
            )


@rule(
    "CC108",
    name="Không nhắc kế hoạch cải cách hành chính của năm",
    severity=Severity.INFO,
    rationale="Kế hoạch tuyên truyền là một phần của kế hoạch cải cách hành chính năm đó; không nhắc thì khó đối chiếu nhiệm vụ.",
    wrong="title: về cải cách hành chính tỉnh Sơn La năm 2025",
    right="title: về cải cách hành chính tỉnh Sơn La năm 2026",
)
def plan_of_the_year(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find plans that name no reform plan of their year."""
    pattern = re.compile(
        rf"kế hoạch(?!\s+(?:thông tin|tuyên truyền|truyền thông))[^.;:]{{0,80}}?(?:cải cách hành chính|cchc)[^.;]{{0,60}}?năm {plan.year}"
    )
    own = (
        fold(one.basis.words or f"{one.basis.kind} {one.basis.title}") for one in context.once(plan, cited)
    )
    said = (fold(text.words) for text in context.once(plan, all_texts))
    if not any(pattern.search(words) for several in (own, said) for words in several):
        yield Found(
            path="bases",
            vi=f"Kế hoạch không nhắc đến kế hoạch cải cách hành chính năm {plan.year}.",
            en=f"The plan names no administrative reform plan of {plan.year}.",
        )


@rule(
    "CC109",
    name="Viện dẫn lần đầu chưa đủ",
    rationale="Lần đầu viện dẫn phải ghi tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu; các lần sau chỉ cần tên loại và số.",
    wrong="    number: 9/KH-UBND\n    issuer",
    right="    number: 9/KH-UBND\n    date: 2026-01-12\n    issuer",
    source=f"{DECREE}, Phụ lục I, mục II.6.b",
)
def not_complete(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find documents that are cited without type, day, body or title where they are first named."""
    seen: set[str] = set()
    for one in context.once(plan, cited):
        basis = one.basis
        key = fold(basis.number or "")
        # A number without a symbol ("Nghị quyết 18") is a way of speaking of well-known Party resolutions.
        if not re.search("[/-]", key) or key in seen or one.citation.nested:
            continue
        seen.add(key)
        if basis.kind in _LAWS or one.citation.antecedent is not None:
            continue
        dated = basis.date or _YEAR_IN_NUMBER.match(basis.number or "")
        lacking = [
            word
            for word, there in (
                (("tên loại", "type"), basis.kind),
                (("ngày ban hành", "day"), dated),
                (("cơ quan ban hành", "issuer"), basis.issuer),
                (("trích yếu", "title"), basis.title or not one.path.startswith("bases[")),
            )
            if not there
        ]
        if lacking:
            yield _found(
                one,
                f"{_name(basis)} viện dẫn lần đầu còn thiếu {', '.join(vi for vi, _ in lacking)}.",
                f"{basis.number}, first cited here, lacks: {', '.join(en for _, en in lacking)}.",
            )


_SYMBOL = Late(r"(?<![\w/])\d+[a-zđ]?\s?/\s?(?:\d{4}/)?(\w{2,4})\s?-\s?[A-ZĐ]")


@rule(
    "CC110",
    name="Chữ viết tắt tên loại trong ký hiệu viết sai",
    rationale="Ký hiệu của văn bản viết đúng chữ hoa, chữ thường mới tra cứu được.",
    wrong="number: 9/Kh-UBND",
    right="number: 9/KH-UBND",
    source=f"{DECREE}, Phụ lục III",
    fix='viết lại chữ viết tắt, "Ctr" thành "CTr"',
)
def symbol_spelling(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find type codes in other capitals than those of the list: "Ctr" for "CTr"."""
    # The first list of type codes whose text was read is the decree's.
    codes = {
        one.short
        for one in context.knowledge.abbreviations(max(context.on, IN_FORCE))
        if one.of == "document"
    }
    right = {code.casefold(): code for code in sorted(codes, reverse=True)}
    texts = [(text.path, text.words) for text in context.once(plan, all_texts)]
    texts += [(f"bases[{n}].number", basis.number) for n, basis in enumerate(plan.bases) if basis.number]
    for path, words in texts:
        for match in _SYMBOL.finditer(words):
            code = match[1]
            meant = right.get(code.casefold(), code)
            # QyĐ and QĐ, TTr and TTR: whoever writes a code of the list means that code.
            if code != meant and code not in codes:
                yield Found(
                    path=path,
                    start=match.start(1),
                    end=match.end(1),
                    becomes=meant,
                    vi=f"Ký hiệu viết {code!r}, theo bảng chữ viết tắt là {meant!r}.",
                    en=f"The symbol has {code!r}; the list of abbreviations has {meant!r}.",
                )


_PROGRAMME = Late(
    r"(?i:chương trình tổng thể (?:cải cách hành chính|cchc)(?: nhà nước)?,? giai đoạn) ?((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)"
)
_PERIOD = Late(r"chương trình tổng thể cải cách hành chính nhà nước giai đoạn (\d{4}) - (\d{4})")


@rule(
    "CC111",
    name="Giai đoạn của chương trình khác với văn bản ban hành",
    rationale="Chương trình tổng thể có giai đoạn riêng; lấy giai đoạn của kế hoạch 5 năm gắn cho chương trình là sai.",
    wrong="- words: Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2025.",
    right="- words: Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030.",
    source="Nghị quyết 76/NQ-CP ngày 15/7/2021; Nghị quyết 30c/NQ-CP ngày 08/11/2011",
)
def another_period(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find the national programme with a period that it never had."""
    known = {found.groups() for law in context.knowledge.laws() if (found := _PERIOD.search(fold(law.title)))}
    for text in context.once(plan, all_texts):
        for match in _PROGRAMME.finditer(text.words):
            if known and match.groups() not in known:
                periods = "; ".join(sorted(f"{first} - {last}" for first, last in known))
                yield Found(
                    path=text.path,
                    start=match.start(1),
                    end=match.end(2),
                    vi=f"Chương trình tổng thể không có giai đoạn {match[1]} - {match[2]} (có: {periods}).",
                    en=f"The programme has no period {match[1]}-{match[2]} (known: {periods}).",
                )


RULES = (
    later_than_the_plan, no_longer_in_force, another_day, another_issuer, year_of_the_number, named_twice, one_title,
    plan_of_the_year, not_complete, symbol_spelling, another_period,
)  # fmt: skip
