"""What the new plan cannot do without and the old one never said: asked in words of our own, place by place.

The checks tell where. A check that is not in the table below has nothing to do with the new year, and what it finds stays
its finding.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from cchc.diagnostics import Diagnostic
from cchc.model import value_at
from cchc.rollover._bodies import Bodies
from cchc.rollover._ledger import Ledger
from cchc.rollover._record import Kind
from cchc.rollover._tree import order


@frozen(kw_only=True)
class _Question:
    """What is asked where a check finds something; ``{year}`` is the new year, ``{words}`` what stands at the place."""

    kind: Kind
    vi: str
    en: str


# What names a body, a channel, a duty.
_SAY = ("words", "name", "task")
_QUESTIONS = {
    "CC108": _Question(
        kind="document",
        vi="Kế hoạch cải cách hành chính năm {year} mà kế hoạch này thực hiện: số mấy, ngày nào, của cơ quan nào?",
        en="Which reform plan of {year} does this plan carry out?",
    ),
    "CC111": _Question(
        kind="period",
        vi="Chương trình tổng thể không có giai đoạn {words!r}; ghi giai đoạn nào?",
        en="The programme has no period {words!r}; which one is meant?",
    ),
    "CC201": _Question(
        kind="missing",
        vi="Bản cũ không nêu thời gian của một số hình thức; năm {year} thực hiện khi nào?",
        en="The old plan gives some channels no time: when are they due in {year}?",
    ),
    "CC202": _Question(
        kind="missing",
        vi="Bản cũ không nêu cơ quan chủ trì của một số hình thức; năm {year} giao cho ai?",
        en="The old plan gives some channels no lead: who leads them in {year}?",
    ),
    "CC205": _Question(
        kind="missing",
        vi='Bản cũ chỉ ghi "thường xuyên" cho việc đếm được (hội nghị, cuộc thi, lớp tập huấn); năm {year} làm tháng nào, mấy lần?',
        en="The old plan says only 'all the time' of things that are counted: when, and how often, in {year}?",
    ),
    "CC206": _Question(
        kind="missing",
        vi="Số lượng ở bản cũ không có đơn vị tính; đơn vị là gì?",
        en="A quantity of the old plan has no unit: what is counted?",
    ),
    "CC207": _Question(
        kind="missing",
        vi="Bản cũ xếp hình thức này trong phần nội dung; năm {year} có chuyển sang phần hình thức không?",
        en="The old plan has this channel among its contents: does it move to the channels?",
    ),
    "CC208": _Question(
        kind="body",
        vi="{words!r} không tồn tại vào ngày của kế hoạch mới; giao cho cơ quan nào?",
        en="{words!r} does not stand on the day of the new plan: who takes over?",
    ),
    "CC210": _Question(
        kind="term",
        vi="{words!r} không còn dùng; viết lại thế nào?",
        en="{words!r} is no longer said: how is it to be put?",
    ),
    "CC301": _Question(
        kind="missing",
        vi="{words!r} có việc phải làm nhưng bản cũ không gửi; có thêm vào nơi nhận không?",
        en="{words!r} has work to do, but does not get the plan: is it to be a recipient?",
    ),
    "CC302": _Question(
        kind="missing",
        vi="Bản cũ không nêu thời gian và sản phẩm của một số nhiệm vụ; năm {year} xong khi nào, giao nộp gì?",
        en="The old plan gives some duties neither time nor product: when are they due in {year}, and what is handed over?",
    ),
    "CC304": _Question(
        kind="missing",
        vi="Chế độ báo cáo ở bản cũ chưa đủ tần suất, nơi nhận, ngày gửi; năm {year} quy định thế nào?",
        en="The old plan's report duty lacks how often, to whom or by when: what holds in {year}?",
    ),
    "CC401": _Question(
        kind="words",
        vi="Lời văn ở đây không khớp với dữ liệu của năm {year}; viết lại thế nào?",
        en="The words here do not fit the facts of {year}: how are they to be put?",
    ),
}


def left_open(ledger: Ledger, found: Iterable[Diagnostic], bodies: Bodies) -> None:
    """Ask about what the checks *found* in the draft and no question speaks of yet.

    In the plan of a district that was divided, "huyện" stands in many places and waits for one answer: whose plan it is.
    """
    draft = ledger.made()
    asked = {(one.code, place.removesuffix(".words")) for one in ledger.decisions() for place in one.places}
    divided = bodies.divided and bodies.home is not None and bodies.home.level == "district"
    for one in sorted(found, key=lambda one: order(one.location.path)):
        path, question = one.location.path, _QUESTIONS.get(one.code)
        if question is None or (one.code, path.removesuffix(".words")) in asked:
            continue
        value = value_at(draft, path)
        words = next((said for name in _SAY if (said := getattr(value, name, ""))), "")
        words = value if isinstance(value, str) else words
        if one.location.start is not None:
            words = words[one.location.start : one.location.end].strip()
        if one.code == "CC111" and ledger.told("period", path, words, one.code):
            continue
        if one.code == "CC210" and divided:
            vi, en = bodies.whose()
            vi, en = f"{vi} Lời văn nêu 'huyện' viết lại theo đó.", f"{en} Words that say 'huyện' follow it."
        else:
            vi = question.vi.format(year=draft.year, words=words)
            en = question.en.format(year=draft.year, words=words)
        ledger.ask(
            "unit" if one.code == "CC210" and divided else question.kind,
            path,
            words,
            vi,
            en,
            code=one.code,
            source=one.source,
        )
