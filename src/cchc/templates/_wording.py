"""Writing facts in words: the one place that says them, so that a reader knows what to expect."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from cchc.model import Body, Month, Quantity, Schedule
from cchc.text import long_date, two_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cchc.model import Assignment, Channel, LegalBasis
    from cchc.templates._record import Template

#: A stretch that the office fills in by hand; it must not collapse or break.
BLANK = "\N{NO-BREAK SPACE}" * 8

_TIMES = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_EVERY = {
    "day": ("Hằng ngày", "Mỗi ngày"),
    "week": ("Hằng tuần", "Mỗi tuần"),
    "month": ("Hằng tháng", "Mỗi tháng"),
    "quarter": ("Hằng quý", "Mỗi quý"),
    "half_year": ("Định kỳ 06 tháng", "Mỗi 06 tháng"),
    "year": ("Hằng năm", "Mỗi năm"),
}
_USES = {"basis": "Căn cứ", "implements": "Thực hiện"}
_READY = ("căn cứ", "thực hiện", "theo ", "xét ", "trên cơ sở")


def lower_first(text: str) -> str:
    """Return *text* with a small first letter, unless its first word is an abbreviation in capitals."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Return *text* with a capital first letter."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """Return *text* with a full stop, unless it ends with a mark of its own."""
    text = text.rstrip()
    return text if not text or text[-1] in ".;:!?…" else text + "."


def _moment(moment: dt.date | Month) -> str:
    if isinstance(moment, Month):
        # Months 1 and 2 take a leading zero, 3 to 9 do not: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4.
        month = two_digits(moment.month) if moment.month < 3 else str(moment.month)
        return f"tháng {month} năm {moment.year}"
    return long_date(moment)


def _span(start: dt.date | Month | None, end: dt.date | Month | None) -> str:
    if start is not None and end is not None:
        return f"từ {_moment(start)} đến {_moment(end)}"
    if start is not None:
        return f"từ {_moment(start)}"
    return f"đến hết {_moment(end)}" if end is not None else ""


def schedule_words(schedule: Schedule, year: int) -> str:
    """Return when something is done, with a capital first letter: its own words, else written from its fields."""
    if schedule.words.strip():
        return schedule.words.strip()
    return upper_first(_schedule(schedule, year))


def _schedule(schedule: Schedule, year: int) -> str:
    span = _span(schedule.start, schedule.end)
    match schedule.kind:
        case "once":
            if schedule.start is not None and schedule.end is None:
                return _moment(schedule.start)
            return (
                span
                if schedule.start is not None
                else f"chậm nhất {_moment(schedule.end)}"
                if schedule.end
                else ""
            )
        case "months":
            names = [f"tháng {two_digits(month) if month < 3 else month}" for month in schedule.months]
            listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " và " + names[-1]
            return f"{listed} năm {year}"
        case "recurring":
            assert schedule.every is not None
            plain, each = _EVERY[schedule.every]
            rhythm = plain if schedule.times is None else f"{each} {_times(schedule.times)} lần"
            return f"{rhythm}, {span}" if span else f"{rhythm} trong năm {year}"
        case "all_year":
            return f"thường xuyên, {span}" if span else f"thường xuyên trong năm {year}"
        case _:
            return span


def _times(times: int) -> str:
    return _TIMES[times] if times < len(_TIMES) else str(times)


def deadline(schedule: Schedule | None, year: int) -> dt.date | None:
    """Return the last day of *schedule* in the plan's *year*; ``None`` where only words say it."""
    if schedule is None or schedule.kind == "words":
        return None
    if schedule.kind == "months":
        return Month(year=year, month=max(schedule.months)).last_day
    last = schedule.end
    if last is None and schedule.kind == "once":
        last = schedule.start
    if last is None:
        return dt.date(year, 12, 31)
    return last.last_day if isinstance(last, Month) else last


def number_words(number: int | Decimal) -> str:
    """Return a number as Vietnamese documents print it: 3 as "03", 1500 as "1.500", 2.5 as "2,5"."""
    if isinstance(number, int):
        return two_digits(number) if 0 <= number < 10 else f"{number:,}".replace(",", ".")
    whole, _, fraction = f"{number:,f}".partition(".")
    return whole.replace(",", ".") + ("," + fraction if fraction else "")


def quantity_words(quantity: Quantity) -> str:
    """Return how much: its own words, else "ít nhất 03 tiểu phẩm"."""
    if quantity.words.strip():
        return quantity.words.strip()
    floor = "ít nhất " if quantity.at_least else ""
    return f"{floor}{number_words(quantity.number)} {quantity.unit}".rstrip()


def bodies_words(bodies: Sequence[Body]) -> str:
    """Return bodies as a list; semicolons where a name has a comma of its own, "UBND quận, huyện"."""
    names = [body.words for body in bodies]
    return ("; " if any("," in name for name in names) else ", ").join(names)


def basis_words(basis: LegalBasis, template: Template) -> str:
    """Return the citation of *basis*: its own words, else in the template's style."""
    if words := basis.words.strip():
        return words
    # The grammar of citations takes a while to compile, and most plans bring their opening in words.
    from cchc.citations import cite

    return cite(basis, "full" if template.citation == "long" else "full_short_date")


def introduced(basis: LegalBasis, template: Template) -> str:
    """Return the citation of *basis* behind "Căn cứ" or "Thực hiện", unless its words bring an opener of their own."""
    words = basis_words(basis, template)
    return words if words.lower().startswith(_READY) else f"{_USES[basis.used_as]} {words}"


def bases_sentence(bases: Iterable[LegalBasis], template: Template) -> str:
    """Return all bases as the beginning of one sentence, "Thực hiện …; …"; the opener is said when it changes."""
    parts: list[str] = []
    said = ""
    for basis in bases:
        words = introduced(basis, template)
        opener = _USES[basis.used_as]
        if words.startswith(opener):
            if opener == said:
                words = words[len(opener) + 1 :]
            elif parts:
                words = lower_first(words)
            said = opener
        parts.append(words)
    return "; ".join(parts)


def channel_sentence(channel: Channel, template: Template, year: int) -> str:
    """Return a channel as prose: name, rhythm, number, who leads with whom, then what has a label."""
    parts = [channel.name.rstrip(" .;:")]
    if channel.schedule is not None:
        parts.append(lower_first(schedule_words(channel.schedule, year).rstrip(" .;")))
    if channel.quantity is not None:
        parts.append(quantity_words(channel.quantity))
    lead = bodies_words(channel.lead)
    partners = bodies_words(channel.partners)
    if lead:
        parts.append(f"{lead} chủ trì, phối hợp với {partners}" if partners else f"{lead} chủ trì")
    elif partners:
        parts.append(f"phối hợp với {partners}")
    sentences = ["; ".join(parts) + "."]
    for label, words in (
        (template.labels.audience, channel.audience),
        (template.labels.content, channel.content),
        (template.labels.method, channel.method),
        (template.labels.budget, channel.budget),
    ):
        if words.strip():
            sentences.append(f"{label}: {ended(words.strip())}")
    return " ".join(sentences)


def channel_lines(channel: Channel, template: Template, year: int) -> dict[str, tuple[str, str]]:
    """Return the labelled lines that a channel's fields give: field name to label and text, in the template's order."""
    words = {
        "schedule": schedule_words(channel.schedule, year) if channel.schedule else "",
        "lead": bodies_words(channel.lead),
        "partners": bodies_words(channel.partners),
        "audience": channel.audience,
        "content": channel.content,
        "quantity": quantity_words(channel.quantity) if channel.quantity else "",
        "method": channel.method,
        "budget": channel.budget,
    }
    return {
        name: (getattr(template.labels, name), ended(text.strip()))
        for name, text in words.items()
        if text.strip()
    }


def duty_sentence(duty: Assignment, year: int) -> str:
    """Return what the bodies of *duty* have to do, without their names, as a sentence."""
    task = duty.task.strip().rstrip(" .;")
    partners = bodies_words(duty.partners)
    plain = lower_first(task)
    if duty.role == "lead" and not plain.startswith("chủ trì"):
        task = f"Chủ trì, phối hợp với {partners} {plain}" if partners else f"Chủ trì {plain}"
    elif duty.role == "partner" and not plain.startswith("phối hợp"):
        task = f"Phối hợp với {partners} {plain}" if partners else f"Phối hợp {plain}"
    elif partners and "phối hợp" not in plain:
        task = f"{task}; phối hợp với {partners}"
    parts = [upper_first(task.strip())]
    if duty.reports_to is not None and duty.reports_to.words not in duty.task:
        parts.append(f"báo cáo {duty.reports_to.words}")
    if duty.schedule is not None:
        parts.append(f"thời gian thực hiện: {lower_first(schedule_words(duty.schedule, year).rstrip(' .;'))}")
    if duty.product.strip():
        parts.append(f"sản phẩm: {duty.product.strip().rstrip(' .;')}")
    return ended("; ".join(part for part in parts if part))
