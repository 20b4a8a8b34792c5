"""What a form asks of a unit: its own duties, figures, questions, all from the plan."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Literal

from attrs import frozen

from cchc.knowledge import Knowledge, KnownBody, RegimeLevel
from cchc.model import Body, Indicator, Plan, Task, assignments, tasks
from cchc.text import fold

__all__ = ["INDICATORS", "QUESTIONS", "STATES", "Duties", "Duty", "Question", "asked_indicators", "level_of"]

# What stands around the nouns of a class of bodies, between them, and nouns that mean every body there is.
_CLASS = re.compile(r"^.*?\b(?:các|những|mọi)\s+|\s+(?:trên địa bàn|thuộc|trực thuộc|của|trong)\b.*$")
_JOINED = re.compile(r"\s*(?:,|;|\bvà\b)\s*(?:các\s+)?")
_ANYBODY = re.compile(r"(?:cơ quan|đơn vị|phòng|ban|ngành|địa phương|tổ chức|cấp)\b")

#: States of a duty as a form says them, in the order in which an office goes through them.
STATES = {
    "not_started": "Chưa thực hiện",
    "ongoing": "Đang thực hiện",
    "done": "Hoàn thành",
    "late": "Chậm",
    "dropped": "Không thực hiện",
}


def _indicator(
    id_: str, name: str, unit: str, evidence: str, adds: Literal["sum", "last"] = "sum"
) -> Indicator:
    return Indicator(id=id_, name=name, unit=unit, adds=adds, evidence=evidence)


#: What communication reports of provinces are seen to count. No central form that asks for these was seen: they are a
#: start, for a plan that names no indicators where no plugin gives any, and bind nobody.
INDICATORS = (
    _indicator("tin-bai-bao-chi", "Tin, bài đăng trên báo in, báo điện tử", "tin, bài", "danh mục tin, bài kèm đường dẫn"),
    _indicator("tin-bai-cong", "Tin, bài đăng trên cổng, trang thông tin điện tử", "tin, bài", "danh mục tin, bài kèm đường dẫn"),
    _indicator("phong-su", "Phóng sự truyền hình, phát thanh", "phóng sự", "lịch phát sóng"),
    _indicator("chuyen-muc", "Chuyên mục, chuyên trang đã thực hiện", "kỳ", "lịch phát sóng, số báo"),
    _indicator("phat-thanh", "Buổi phát trên hệ thống truyền thanh cơ sở", "buổi", "sổ theo dõi phát thanh"),
    _indicator("hoi-nghi", "Hội nghị, hội thảo tuyên truyền", "cuộc", "giấy mời, báo cáo kết quả"),
    _indicator("nguoi-du-hoi-nghi", "Người dự hội nghị, hội thảo tuyên truyền", "lượt người", "danh sách đại biểu"),
    _indicator("tap-huan", "Lớp tập huấn, bồi dưỡng có nội dung cải cách hành chính", "lớp", "kế hoạch, danh sách học viên"),
    _indicator("nguoi-tap-huan", "Người được tập huấn, bồi dưỡng", "lượt người", "danh sách học viên"),
    _indicator("to-roi", "Tờ rơi, tờ gấp, sổ tay đã phát hành", "bản", "mẫu in, biên bản giao nhận"),
    _indicator("pano", "Pano, áp phích, băng rôn, khẩu hiệu", "cái", "ảnh chụp, hợp đồng"),
    _indicator("bai-mang-xa-hoi", "Bài đăng trên mạng xã hội", "bài đăng", "đường dẫn"),
    _indicator("tiep-can-mang-xa-hoi", "Lượt tiếp cận trên mạng xã hội", "lượt", "ảnh chụp số liệu của trang"),
    _indicator("doi-thoai", "Cuộc đối thoại với người dân, doanh nghiệp", "cuộc", "thông báo kết luận"),
    _indicator("cuoc-thi", "Cuộc thi, hội thi tìm hiểu cải cách hành chính", "cuộc", "thể lệ, quyết định khen thưởng"),
    _indicator("khao-sat", "Phiếu khảo sát đã thu về", "phiếu", "báo cáo kết quả khảo sát"),
)  # fmt: skip


@frozen(kw_only=True)
class Question:
    """A free text that a form asks for: the key of the answer, the words, what to write."""

    key: str
    words: str
    help: str


QUESTIONS = (
    Question(
        key="ket-qua",
        words="Kết quả nổi bật, cách làm hay",
        help="Nêu ngắn gọn việc đã làm được ngoài các số liệu đã báo cáo.",
    ),
    Question(
        key="kho-khan",
        words="Khó khăn, vướng mắc và nguyên nhân",
        help="Nêu từng khó khăn trên một dòng; để trống nếu không có.",
    ),
    Question(
        key="kien-nghi",
        words="Kiến nghị, đề xuất",
        help="Nêu rõ kiến nghị với cơ quan nào; để trống nếu không có.",
    ),
    Question(
        key="phuong-huong",
        words="Nhiệm vụ trọng tâm kỳ tới",
        help="Nêu việc sẽ làm trong kỳ tới.",
    ),
)


@frozen(kw_only=True)
class Duty:
    """A task of the plan that is a unit's own, and whether the unit leads it or helps."""

    task: Task
    leads: bool


def asked_indicators(plan: Plan, knowledge: Knowledge, regime: str = "cchc") -> tuple[Indicator, ...]:
    """Return the figures that units report: those of the plan, else those that its province and *regime* ask for."""
    on = plan.date or dt.date(plan.year, 1, 1)
    unit = knowledge.unit_of(plan, on)
    return plan.indicators or knowledge.indicators_for(unit.code if unit else None, regime, on)


def level_of(body: KnownBody | None, unit: Body) -> RegimeLevel:
    """Return the level at which *unit* reports."""
    if body is None:
        return "commune" if unit.code and unit.code.isdigit() and len(unit.code) == 5 else "department"
    if body.level == "province" and not (body.unit and body.code == body.unit.code):
        return "department"
    levels: dict[str, RegimeLevel] = {
        "central": "ministry",
        "province": "province",
        "district": "district",
        "commune": "commune",
    }
    return levels[body.level or "province"]


class Duties:
    """Finds which tasks of one plan are a unit's own; what the plan says is understood once for all units."""

    def __init__(self, plan: Plan, knowledge: Knowledge, on: dt.date) -> None:
        self._knowledge, self._on = knowledge, on
        self._known: dict[Body, KnownBody | None] = {}
        unit = knowledge.unit_of(plan, on)
        self._within = unit.code if unit else None
        self._tasks = [(task, self._named(task.lead), self._named(task.partners)) for task in tasks(plan)]
        self.receiver = self._receiver(plan)

    def known(self, unit: Body) -> KnownBody | None:
        """Return what the tables know of a unit, by its code, else by its words."""
        if unit not in self._known:
            self._known[unit] = self._resolved(unit)
        return self._known[unit]

    def _resolved(self, unit: Body) -> KnownBody | None:
        found = self._knowledge.resolve_body(unit.words, on=self._on, within=self._within)
        if unit.code and unit.code.isdigit() and (found is None or found.code != unit.code):
            one = self._knowledge.unit(unit.code, self._on)
            if one is not None:
                return self._knowledge.resolve_body(
                    f"Ủy ban nhân dân {one.full_name}", on=self._on, within=one.parent
                )
        return found

    def of(self, unit: Body) -> tuple[Duty, ...]:
        """Return the duties of *unit* in the order of the plan, by name, by code, or as one of a class of bodies."""
        known, name = self.known(unit), _name(unit.words)
        made = []
        for task, lead, partners in self._tasks:
            leads = any(one.is_(unit, name, known) for one in lead)
            if leads or any(one.is_(unit, name, known) for one in partners):
                made.append(Duty(task=task, leads=leads))
        return tuple(made)

    def _receiver(self, plan: Plan) -> str:
        """Return whom units report to: who is said so to many, else the body that sums their reports up."""
        said = [duty for duty in assignments(plan) if duty.role == "report" and duty.reports_to]
        for duty in said:
            if duty.reports_to is not None and any(self._is_class(body) for body in duty.bodies):
                return duty.reports_to.words
        for duty in said:
            # What one body sums up for those above it is not what units send to these.
            if "tổng hợp" in fold(duty.task):
                return duty.bodies[0].words
        return next((duty.reports_to.words for duty in said if duty.reports_to), plan.issuer.words)

    def _is_class(self, body: Body) -> bool:
        known = self._knowledge.resolve_body(body.words, on=self._on, within=self._within)
        return body.is_class or bool(known and known.is_class)

    def _named(self, bodies: Iterable[Body]) -> tuple[_Named, ...]:
        return tuple(one for body in bodies for one in self._pieces(body))

    def _pieces(self, body: Body) -> list[_Named]:
        known = self._knowledge.resolve_body(body.words, on=self._on, within=self._within)
        if known is None and not body.code:
            # "Các sở, ban, ngành; UBND các xã, phường" stands in one field of many plans.
            pieces = self._knowledge.split_bodies(body.words, on=self._on, within=self._within)
            if len(pieces) > 1:
                return [_Named(name=_name(piece.words), code=None, known=piece.body) for piece in pieces]
        return [_Named(name=_name(body.words), code=body.code, known=known, is_class=body.is_class)]


@frozen(kw_only=True)
class _Named:
    """A body that the plan names, ready to be compared."""

    name: str
    code: str | None
    known: KnownBody | None
    is_class: bool = False

    def is_(self, unit: Body, name: str, known: KnownBody | None) -> bool:
        if self.is_class or (self.known and self.known.is_class):
            return self._holds(name, known)
        if self.code and unit.code:
            return self.code == unit.code
        if self.name == name:
            return True
        if self.known is None or known is None or self.known.code is None or self.known.code != known.code:
            return False
        # One key of an agency stands for the agencies of many units.
        ours, theirs = self.known.unit, known.unit
        return ours is None or theirs is None or ours.code == theirs.code

    def _holds(self, name: str, known: KnownBody | None) -> bool:
        nouns = _CLASS.sub("", self.name)
        vague = self.known is None or self.known.level is None
        if (
            vague
            and known is None
            and any(name.startswith(f"{noun} ") for noun in _JOINED.split(nouns) if noun)
        ):
            # "Các tổ dân phố", "trưởng các thôn, bản": no table has them, their names say what they are.
            return True
        if self.known is None:
            return False
        if self.known.level is None and self.known.kind == "state":
            # "Các cơ quan, đơn vị": whoever reports is one of them.
            return _ANYBODY.match(nouns) is not None
        if known is None or self.known.level not in (known.level, None) or known.kind != self.known.kind:
            return False
        # The People's Committee of the province is none of "các sở, ban, ngành".
        own = known.unit is not None and known.code == known.unit.code
        return known.level != "province" or not own


def _name(words: str) -> str:
    return fold(words).replace("ubnd", "ủy ban nhân dân")
