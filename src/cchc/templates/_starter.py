"""A plan to start from: the sections of a template with words that an office replaces by its own."""

from __future__ import annotations

from collections.abc import Mapping

from cchc.model import (
    Assignment,
    Body,
    Channel,
    Item,
    LegalBasis,
    Level,
    Plan,
    Quantity,
    Role,
    Schedule,
    Signature,
)
from cchc.templates._builtin import STANDARD
from cchc.templates._record import Section, Template

__all__ = ["start_plan"]

#: Words for a section that a template leaves without any, so that no heading stands over nothing.
_WORDS: Mapping[str, tuple[str, ...]] = {
    "aims": ("Nâng cao nhận thức của cán bộ, công chức, viên chức và người dân về cải cách hành chính.",),
    "purpose": ("Nâng cao nhận thức của cán bộ, công chức, viên chức và người dân về cải cách hành chính.",),
    "requirements": ("Nội dung chính xác, hình thức phù hợp, phân công rõ cơ quan chủ trì và thời gian.",),
    "audience": ("Cán bộ, công chức, viên chức; người dân, tổ chức, doanh nghiệp trên địa bàn.",),
    "contents": ("Nhiệm vụ cải cách hành chính năm {year}; kết quả cung cấp dịch vụ công trực tuyến.",),
    "schedule": ("Trong năm {year}.",),
    "budget": ("Kinh phí thực hiện bố trí trong dự toán được giao theo quy định.",),
    "implementers": ("Các cơ quan, đơn vị có tên tại Kế hoạch này.",),
    "reporting": ("Các cơ quan, đơn vị báo cáo kết quả thực hiện hằng quý và cả năm.",),
}


def start_plan(
    template: Template,
    *,
    id: str,  # noqa: A002  # the name of the field
    year: int,
    level: Level,
    issuer: Body,
    parent_body: Body | None,
    place: str,
    bases: tuple[LegalBasis, ...],
    lead: Body,
) -> Plan:
    """Return a draft that renders at once: the sections of *template*, two channels, three duties of *lead* and others.

    Where the template has no sections of its own, as one that keeps a plan's order, those of the built-in one serve.
    """
    sections = template.sections or STANDARD.sections
    subject = f"Tuyên truyền cải cách hành chính năm {year}"
    said = {
        "issuer": issuer.words,
        "kind": "Kế hoạch",
        "subject": subject[:1].lower() + subject[1:],
        "year": str(year),
        "bases": "",
        "place": place,
        "superior": parent_body.words if parent_body else "",
        "number": "",
        "date": "",
    }
    inside = level == "department"
    names = "Các phòng, đơn vị thuộc Sở" if inside else "Các cơ quan, đơn vị, địa phương"
    everybody = Body(words=names, is_class=True)
    homes = {
        _home(sections, ("channels", "substance", "contents")): _channels(level, lead),
        _home(sections, ("duties", "organisation", "implementers")): _duties(lead, everybody),
    }
    facts = {id_: tuple(Item(facts=(fact,)) for fact in several) for id_, several in homes.items()}
    *authority, position = template.signature or (
        ("GIÁM ĐỐC",) if inside else ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    )
    return Plan(
        id=id,
        year=year,
        level=level,
        issuer=issuer,
        parent_body=parent_body,
        symbol=template.symbol,
        place=place,
        subject=subject,
        bases=bases,
        parts=tuple(_part(section, said, facts) for section in sections),
        recipients=_recipients(template, parent_body, (lead, everybody), inside=inside),
        archive=template.archive,
        signature=Signature(authority=tuple(authority), position=position),
        annex=True,
    )


def _recipients(
    template: Template, parent: Body | None, assigned: tuple[Body, ...], *, inside: bool
) -> tuple[Body, ...]:
    """Return the recipients of *template*; without any, and for the units *inside* an office, those who have duties too."""
    given = tuple(Body(words=words) for words in template.recipients)
    above = (Body(words=parent.words),) if parent and not given else ()
    return (*above, *given, *(assigned if inside or not given else ()))


def _home(sections: tuple[Section, ...], roles: tuple[Role, ...]) -> Role | None:
    """Return the first of *roles* that a section has, at any depth."""

    def all_roles(below: tuple[Section, ...]) -> set[Role]:
        return {role for one in below for role in (one.role, *all_roles(one.sections))}

    return next((role for role in roles if role in all_roles(sections)), None)


def _part(section: Section, said: Mapping[str, str], facts: Mapping[Role | None, tuple[Item, ...]]) -> Item:
    below = (
        *(_part(one, said, facts) for one in section.sections),
        *facts.get(section.role, ()),
    )
    starter = section.starter or (() if below else _WORDS.get(section.role, ()))
    words = tuple(text.format_map(said) for text in starter)
    if section.run_in and len(words) == 1 and not below:
        return Item(role=section.role, label=section.heading, words=words[0])
    # A text of its own needs no number.
    several = len(words) > 1 or bool(below)
    points = (Item(words=one, marked=several) for one in words)
    return Item(role=section.role, label=section.heading, items=(*points, *below))


def _channels(level: Level, lead: Body) -> tuple[Channel | Assignment, ...]:
    page = Channel(
        id="trang-thong-tin",
        name="Chuyên mục cải cách hành chính trên Cổng (Trang) thông tin điện tử",
        family="portal",
        schedule=Schedule(kind="all_year"),
        quantity=Quantity(number=12, unit="tin, bài", at_least=True),
        lead=(lead,),
    )
    if level in {"commune", "district"}:
        second = Channel(
            id="truyen-thanh",
            name="Chuyên mục cải cách hành chính trên hệ thống truyền thanh cơ sở",
            family="loudspeaker",
            schedule=Schedule(kind="recurring", every="month", times=2),
            lead=(lead,),
        )
    else:
        second = Channel(
            id="tap-huan",
            name="Hội nghị tập huấn nghiệp vụ cải cách hành chính",
            family="training",
            schedule=Schedule(kind="months", months=(6,)),
            quantity=Quantity(number=1, unit="hội nghị"),
            lead=(lead,),
        )
    return page, second


def _duties(lead: Body, everybody: Body) -> tuple[Channel | Assignment, ...]:
    return (
        Assignment(
            id="theo-doi",
            bodies=(lead,),
            role="lead",
            task="Hướng dẫn, theo dõi, đôn đốc việc thực hiện Kế hoạch; tổng hợp kết quả",
            schedule=Schedule(kind="all_year"),
        ),
        Assignment(
            id="trien-khai",
            bodies=(everybody,),
            task="Xây dựng kế hoạch và tổ chức tuyên truyền phù hợp với điều kiện của mình",
            schedule=Schedule(kind="all_year"),
        ),
        Assignment(
            id="bao-cao",
            bodies=(everybody,),
            role="report",
            task="Báo cáo kết quả thực hiện",
            # A day after the figures of a quarter are closed: NĐ 09/2019/NĐ-CP, Điều 8 and 13.
            schedule=Schedule(
                words="Mỗi quý một lần, chậm nhất ngày 15 của tháng cuối quý",
                kind="recurring",
                every="quarter",
                times=1,
            ),
            product="Báo cáo",
            reports_to=lead,
        ),
    )
