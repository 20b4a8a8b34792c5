"""What stands around the body of an official document: letterhead, title, signature block, recipients."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cchc.document import Letterhead, SignatureBlock
from cchc.templates._wording import BLANK, lower_first, upper_first
from cchc.text import document_number, long_date

if TYPE_CHECKING:
    import datetime as dt

    from cchc.model import Plan
    from cchc.templates._record import Template

KINDS = {"KH": "Kế hoạch", "QĐ": "Quyết định"}

# The names of collective bodies break before the unit, as every letterhead of a People's Committee does.
_UNIT = re.compile(
    r"^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)\s+"
    r"((?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s.*)$"
)
# What a subject may bring along although the title says it already: "Về việc ban hành Kế hoạch …".
_ABOUT = re.compile(r"^(?:về việc|v/v)\s+", re.IGNORECASE)
_PLAN = re.compile(r"^(?:(?:về việc|v/v)\s+)?(?:ban hành\s+)?kế hoạch\s+(?!số\b|h(?:óa|oá)\b)", re.IGNORECASE)
_ABBREVIATED = re.compile(
    r"^((?:UBND|HĐND)\s+(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU))\s(.+)$"
)
_COMPOUNDS = {("THÀNH", "PHỐ"), ("THỊ", "XÃ"), ("THỊ", "TRẤN"), ("NHÂN", "DÂN"), ("HỘI", "ĐỒNG")}
#: Letters of a bold 13-point line that fit the left column of the letterhead.
_FITS = 22


def full_name(words: str) -> str:
    """Return the name of a body as documents print it the first time: "UBND tỉnh …" as "Ủy ban nhân dân tỉnh …"."""
    return re.sub(r"^UBND(?=\s)", "Ủy ban nhân dân", words.strip())


def name_lines(words: str) -> tuple[str, ...]:
    """Return the name of a body in capitals, broken into lines as letterheads break it."""
    name = " ".join(words.upper().split())
    if (parts := _UNIT.match(name)) is not None:
        return (parts[1], *_balanced(parts[2]))
    if len(name) > _FITS and (parts := _ABBREVIATED.match(name)) is not None:
        return (parts[1], *_balanced(parts[2]))
    return _balanced(name)


def _balanced(name: str) -> tuple[str, ...]:
    if len(name) <= _FITS:
        return (name,)
    words = name.split(" ")
    if len(words) == 1:
        return (name,)
    cut = min(range(1, len(words)), key=lambda at: _unevenness(words, at))
    # A half that is still too long breaks again.
    return (*_balanced(" ".join(words[:cut])), *_balanced(" ".join(words[cut:])))


def _unevenness(words: list[str], at: int) -> int:
    lengths = [len(" ".join(half)) for half in (words[:at], words[at:])]
    difference = abs(lengths[0] - lengths[1]) + 30 * sum(length > _FITS for length in lengths)
    if words[at] == "-" or (words[at - 1], words[at]) in _COMPOUNDS:
        return difference + 100
    # A name reads best when it breaks behind a comma or hyphen or before "VÀ"; elsewhere a break may split a compound.
    return difference - 12 if words[at - 1].endswith((",", "-")) or words[at] == "VÀ" else difference


def number_and_symbol(plan: Plan) -> str:
    """Return "05/KH-UBND", with a blank where the number is not known yet."""
    number = document_number(plan.number) if plan.number else BLANK
    return f"{number}/{plan.symbol}" if plan.symbol else number


def day_words(day: dt.date | None) -> str:
    """Return "ngày 05 tháng 3 năm 2026", with blanks for a day that is not known yet."""
    return long_date(day) if day is not None else f"ngày{BLANK}tháng{BLANK}năm{BLANK}"


def letterhead(plan: Plan) -> Letterhead:
    """Return the head of page 1."""
    return Letterhead(
        superior=name_lines(plan.parent_body.words) if plan.parent_body else (),
        issuer=name_lines(full_name(plan.issuer.words)),
        number=f"Số: {number_and_symbol(plan)}",
        place_date=f"{plan.place or BLANK}, {day_words(plan.date)}",
        marks=("DỰ THẢO",) if plan.status in ("draft", "submitted") else (),
    )


def subject_line(plan: Plan) -> str:
    """Return the subject as it stands below "KẾ HOẠCH": with a capital, without end mark, the type not said again."""
    subject = plan.subject.strip().rstrip(" .;:,") or plan.subject.strip()
    return upper_first(_PLAN.sub("", subject))


def subject_in_text(plan: Plan) -> str:
    """Return the subject as it goes on behind "Kế hoạch" in a sentence."""
    return lower_first(_ABOUT.sub("", subject_line(plan)))


def signature_block(plan: Plan, template: Template) -> SignatureBlock:
    """Return recipients and signature; a plan that names no recipients still says who files it."""
    lines = [f"- {body.words.strip().rstrip(';.')};" for body in plan.recipients]
    archive = plan.archive.strip().rstrip(".") or ("" if template.keep_order else template.archive)
    if archive:
        lines.append(f"- Lưu: {archive}.")
    elif lines:
        lines[-1] = lines[-1][:-1] + "."
    signed = plan.signature
    return SignatureBlock(
        recipients=tuple(lines),
        authority=tuple(line.upper() for line in signed.authority) if signed else (),
        position=signed.position.upper() if signed else "",
        name=signed.name if signed else "",
    )


def decider(plan: Plan) -> str:
    """Return who decides: the collective body, or the head of an office by title, "Giám đốc Sở Y tế"."""
    name = full_name(plan.issuer.words)
    signed = plan.signature
    if signed is None or any(line.upper().startswith("TM.") for line in signed.authority):
        return name
    # A deputy, or whoever signs by order, signs for the head: "KT. GIÁM ĐỐC" decides as "GIÁM ĐỐC".
    title = re.sub(r"^(?:KT|TL|TUQ|Q)\.\s*", "", (*signed.authority, signed.position)[0].upper())
    return f"{title.removesuffix(name.upper()).strip().capitalize()} {name}".strip()
