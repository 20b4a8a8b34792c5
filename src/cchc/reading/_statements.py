"""What the items of a plan state: the channels and duties in their words, labels, lines and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs
from attrs import define, field

from cchc.model import Assignment, Channel, Item
from cchc.reading._facts import channel_from_sentence, duties_in_clauses, duty_values
from cchc.reading._items import ORDERS
from cchc.reading._media import Named, family_of, integrates
from cchc.reading._phrases import schedule_in, times_in
from cchc.reading._prose import (
    Thing,
    Told,
    details,
    doers_in,
    is_piece,
    lead_in,
    names_form,
    own_clauses,
    rate_in,
    tell,
    things_told,
    under_label,
)
from cchc.reading._roles import OF, OF_ALL, says_more
from cchc.reading._tables import channel_values, duty_values_of
from cchc.reading._times import quantity_of, schedule_of
from cchc.text import CAPITALS, fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cchc.model import Body, Role
    from cchc.reading._bodies import BodyReader
    from cchc.reading._tables import Row

#: No sentence of an office is longer; what is, would cost more time than it can say.
WORDIEST = 4_000
#: Parts of a plan in which a body at the beginning of a sentence has a duty.
_GIVES_DUTIES = ("organisation", "duties", "reporting", "implementers", "budget")
#: Lines of a channel.
_FIELDS = ("schedule", "lead", "partners", "audience", "content", "quantity", "method", "budget")
#: Lines that, as points of their own among the channels, speak of all of these.
_OF_ALL = ("schedule", "audience", "content", "quantity", "budget")
#: Before it, a clause may say which of the bodies are meant: "các ngành có liên quan đến … có trách nhiệm …".
_RESPONSIBLE = re.compile(
    r"^(?:(?:đến|trong|được|theo|là|thuộc|trên)\s[^.;:]{0,120}?)?(?:có trách nhiệm|chịu trách nhiệm(?! về\b| trước\b)|có nhiệm vụ)\s+"
)
#: Words that go on with a name, or with a sentence that is about the body and gives it no duty.
_NO_VERB = re.compile(
    r"(?:và|của|có liên quan|là(?! (?:cơ quan |đơn vị )?(?:đầu mối|thường trực|chủ trì))|cũng|để|về|trong|tại|ở|trên|với|được|do|đã|đang|khi|nếu|mà|hoặc|thuộc|theo(?! dõi))\b"
)
#: "Đối với Phòng Nội vụ", "Đối với các trường trực thuộc".
_TOWARDS = re.compile(r"đối với\s+(?=\S)")
#: A task that says no more than who leads a channel.
_NOTHING_MORE = re.compile(r"(?:chủ trì )?(?:tổ chức |triển khai )?thực hiện|chủ trì")
#: A heading among the contents below which forms of communication stand.
_COMMUNICATION = re.compile(
    r"(?:về )?(?:công tác |hoạt động )?(?:thông tin,? )?(?:tuyên truyền|truyền thông)(?:, (?:phổ biến|vận động))?"
)
#: Headings of all forms, which are no form themselves.
_ALL_FORMS = re.compile(
    r"(?:tuyên truyền|truyền thông|thông tin)\b.*\b(?:các |những )(?:phương tiện|kênh|hình thức)\b(?! thông tin đại chúng)"
)
_SHOWN = re.compile(
    r"\b(?:đăng tải|đăng|phát sóng|phát|tuyên truyền|truyền thông|niêm yết)(?: công khai)? (?:trên|qua|thông qua|bằng|tại)\b"
)
#: What plans of reform give to offices as work although it could be a form of communication as well.
_OF_OFFICES = frozenset({"training", "survey", "meeting", "integrated", "other"})
_OFFICE_WORK = re.compile(
    r"(?:ban hành|xây dựng(?: và ban hành)? (?:kế hoạch|văn bản|quy chế|đề án)|kiểm tra|giám sát|đánh giá|sơ kết|tổng kết|báo cáo|rà soát|tham mưu|bố trí|tổng hợp"
    r"|theo dõi|đôn đốc|hướng dẫn|thẩm định|công bố|kiện toàn)\b"
)
_PRODUCT = re.compile(r"(?:sản phẩm|kết quả|đầu ra)[^:]{0,30}:")
_PRODUCT_LABEL = 50
_SENTENCE = re.compile(rf"(?<=[.…])\s+(?=[{CAPITALS}])")


@define
class StatementReader:
    """One run over the items of one plan.

    Attributes:
        bodies: reads names of bodies.
        year: the plan's year.
        rows: the rows of tables by the path of their items.
        parties: who issued the plan, where several did.
        telling: whether the plan is one of communication, and not of reform as a whole.
    """

    bodies: BodyReader
    year: int
    rows: Mapping[str, Row]
    parties: tuple[Body, ...] = ()
    telling: bool = True
    _keys: dict[str, int] = field(factory=dict)

    def with_facts(
        self, items: tuple[Item, ...], path: str = "parts", within: Role | None = None
    ) -> tuple[Item, ...]:
        """Return *items* with the facts that they state, from the parts down; *within* is the part they belong to."""
        return tuple(self._stated(item, f"{path}[{index}]", within) for index, item in enumerate(items))

    def _stated(self, item: Item, path: str, within: Role | None) -> Item:
        if max(len(item.words), len(item.label)) > WORDIEST:
            return self._below(item, path, item.role or within)
        if path in self.rows:
            return self._in_row(item, path, within)
        if any(f"{path}.items[{index}]" in self.rows for index in range(len(item.items))):
            return self._below(item, path, within)
        if within == "channels":
            return self._channel_item(item, path)
        several = any(OF.match(fold(child.label)) for child in item.items if child.label)
        if item.role == "duties" and item.items and not several and (bodies := self._whose(item.label)):
            return attrs.evolve(item, items=tuple(self._given(child, bodies) for child in item.items))
        if within in _GIVES_DUTIES and item.role is None:
            return self._duty_item(item, path, within)
        if within in ("contents", "substance") and any(child.role == "lead" for child in item.items):
            return self._with_lines(item, within)
        if within == "contents" and not item.items:
            return self._content_item(item)
        if within in ("contents", "substance") and item.role is None:
            if _COMMUNICATION.fullmatch(fold(item.label).rstrip(" :.")) is not None:
                return self._below(item, path, "channels")
            if within == "substance" and (told := self._telling_item(item, path)) is not None:
                return told
        inner = item.role or within
        if inner in _GIVES_DUTIES and item.words:
            item = self._ordered(item)
        return self._below(item, path, inner)

    def _below(self, item: Item, path: str, within: Role | None) -> Item:
        if not item.items:
            return item
        return attrs.evolve(item, items=self.with_facts(item.items, f"{path}.items", within))

    # Channels

    def _channel_item(self, item: Item, path: str) -> Item:
        lines = {child.role: child for child in item.items if child.role is not None}
        if lines.keys() & {"schedule", "lead", "partners"} or _begins_with_line(item):
            return self._with_lines(item, "channels")
        if any(one.role in _FIELDS for child in item.items for one in child.items):
            return self._below(item, path, "channels")
        if item.label and item.items and all(child.marked for child in item.items):
            duties = [self._duty_within(child, "") for child in item.items]
            if not all(child.facts for child in duties):
                # A heading over points: each of them says its own channels.
                return self._below(item, path, "channels")
        if item.words and (item.role in _OF_ALL or says_more(item.label)):
            return item
        if item.label and (item.items or item.words):
            if not item.words and _ALL_FORMS.match(fold(item.label)) and family_of(item.label) is None:
                return self._below(item, path, "channels")
            return self._told(item)
        if not item.words or (item.words.endswith(":") and not item.items):
            # What only leads to the points behind it is no channel.
            return item
        made = attrs.evolve(item, facts=self._named_in(item.words))
        channels = [fact for fact in made.facts if isinstance(fact, Channel)]
        if len(channels) == 1:
            return attrs.evolve(
                made, items=tuple(self._duty_within(child, channels[0].id) for child in item.items)
            )
        return made if channels else self._below(made, path, "channels")

    def _telling_item(self, item: Item, path: str) -> Item | None:
        """Return a point of a part that has contents and forms, where it says when, how much, who, or on what it is shown."""
        if family_of(item.label or item.words) is None:
            return None
        keys = dict(self._keys)
        made = self._channel_item(item, path)
        if any(_says_enough(one) for one in made.facts) or _SHOWN.search(fold(item.words)) is not None:
            return made
        self._keys = keys
        return None

    def _with_lines(self, item: Item, within: Role) -> Item:
        """Return a channel under whose name labelled lines stand; among the contents, what names no medium is a duty."""
        name = (item.label or item.words).strip().rstrip(" :.")
        values: dict[str, Any] = {"name": name, "family": family_of(name)}
        lines = {child.role: child for child in item.items if child.role is not None}
        product = next((said for child in item.items if (said := _product_in(child))), "")
        for role, line in lines.items():
            if role in _FIELDS:
                values.update(self._field(role, _said(line)))
        if "schedule" not in values:
            # "+ Mỗi tuần 03 buổi, …": a line that begins with a time needs no label.
            said = next(
                (
                    child.words
                    for child in item.items
                    if child.role is None and _begins_with_time(child.words)
                ),
                "",
            )
            if said:
                values["schedule"] = schedule_in(said, self.year)
        key = self._key(name)
        if within != "channels" and values.get("lead") and not self._communicates(name, values["family"]):
            duty = Assignment(
                id=key,
                bodies=values["lead"],
                role="lead",
                partners=values.get("partners", ()),
                task=name,
                schedule=values.get("schedule"),
                product=product,
            )
            return attrs.evolve(item, facts=(duty,))
        if "quantity" not in values and (quantity := quantity_of(product)) is not None:
            values["quantity"] = quantity
        if "schedule" not in values and (
            rate := rate_in(_said(lines["quantity"]), self.year) if "quantity" in lines else None
        ):
            # "Số lượng: 15 tin, bài/tháng": how often stands with how much.
            values["schedule"] = rate
        inner = tuple(self._duty_within(child, key) for child in item.items)
        return attrs.evolve(item, facts=(Channel(id=key, **values),), items=inner)

    def _communicates(self, name: str, family: str | None) -> bool:
        """Whether a task among the contents, with who leads it, is a form of communication and no work of an office."""
        if not self.telling:
            return family is not None and family not in _OF_OFFICES
        return family is not None or _OFFICE_WORK.match(fold(name)) is None

    def _told(self, item: Item) -> Item:
        """Return what is told under a name, in sentences."""
        said = _said(item)
        told = tell(item.words or said, self.bodies)
        things = under_label(item.label.rstrip(" :."), told, self.bodies, self.year)
        for words in (child.words for child in item.items):
            order = ORDERS.match(fold(words))
            if not told.lead and order is not None:
                told.lead = self.bodies.begins(words[order.end() :])[0]
        if len(things) == 1 and things[0].quantity is None:
            things[0].quantity = quantity_of(said)
        channels = tuple(self._channel(thing, told) for thing in things)
        key = channels[0].id if len(channels) == 1 else ""
        inner = tuple(self._duty_within(child, key) for child in item.items)
        return attrs.evolve(item, facts=channels, items=inner)

    def _named_in(self, words: str) -> tuple[Channel | Assignment, ...]:
        values: dict[str, Any] | None = channel_from_sentence(words, self.bodies, self.year)
        if values is not None:
            return (Channel(id=self._key(str(values["name"])), **values),)
        if own := own_clauses(words, self.bodies):
            return tuple(fact for clause in own for fact in self._doing(clause))
        if (headed := lead_in(words, self.bodies)) is not None:
            told = tell(headed[1], self.bodies)
            things = under_label(headed[0], told, self.bodies, self.year)
        else:
            told = tell(words, self.bodies)
            things = things_told(told, self.bodies, self.year)
        if not things and (form := names_form(words, self.year, self.bodies)) is not None:
            told = form[1]
            things = under_label(form[0], told, self.bodies, self.year)
        found = [self._channel(thing, told) for thing in things]
        if not (told.lead or told.partners):
            return tuple(found)
        if not found and ORDERS.match(fold(words)) and (duty := self._sentence_duty(words)) is not None:
            # A form of communication that is only an order to somebody is named by what is ordered.
            thing = Thing(Named(duty.task, family_of(words) or "other"), duty.schedule)
            found.append(self._channel(thing, told))
        channel = found[0].id if len(found) == 1 else ""
        ordering = told.own if told.clauses and not ORDERS.match(fold(words)) else [words]
        return (*found, *(duty for sentence in ordering for duty in self._duties_in(sentence, channel)))

    def _doing(self, clause: str) -> Iterator[Channel]:
        """Yield the channel that a clause says a body to make; where it makes no programme, its pages are the channel."""
        told = tell(clause, self.bodies)
        things = things_told(told, self.bodies, self.year)
        if told.lead and (not things or (len(things) == 1 and is_piece(things[0]))):
            name = told.lead[0].words
            things = [
                Thing(Named(name, family_of(name) or "press"), *details("; ".join(told.clauses), self.year))
            ]
        yield from (self._channel(thing, told) for thing in things)

    def _channel(self, thing: Thing, told: Told) -> Channel:
        name = thing.named.name
        values: dict[str, Any] = {"name": name, "family": thing.named.family}
        values["lead"] = thing.named.lead or told.lead
        values["partners"] = told.partners
        values["schedule"] = thing.schedule
        values["quantity"] = thing.quantity
        for role, said in told.fields.items():
            values.update(self._field(role, said))
        return Channel(id=self._key(name), **values)

    def _field(self, role: str, said: str) -> dict[str, Any]:
        """Return the field of a channel that a line or a sentence under the label of *role* gives."""
        if role == "schedule":
            return {role: schedule_of(said, self.year)}
        if role == "lead":
            lead, partners = doers_in(said, self.bodies)
            return {"lead": lead, "partners": partners} if partners else {"lead": lead}
        if role == "partners":
            return {role: self.bodies.bodies(said)}
        if role == "quantity":
            return {role: quantity_of(said, alone=True)}
        return {role: said.rstrip(".;").strip()}

    def _content_item(self, item: Item) -> Item:
        """Return a point of the contents; it states a channel only where it says when, by whom, or into what."""
        values: dict[str, Any] | None = channel_from_sentence(item.words, self.bodies, self.year)
        if values is not None and ("lead" in values or "partners" in values):
            return attrs.evolve(item, facts=(Channel(id=self._key(str(values["name"])), **values),))
        if integrates(item.words):
            return attrs.evolve(item, facts=self._named_in(item.words))
        return item

    # Duties

    def _duty_item(self, item: Item, path: str, within: Role | None) -> Item:
        towards = _TOWARDS.match(fold(item.label))
        people = towards is not None and self.bodies.are_people(item.label[towards.end() :])
        told = [item.words] if item.words else [child.words for child in item.items if not child.label]
        orders = (
            within in ("organisation", "duties") and not people and all(map(self.bodies.says_to_do, told))
        )
        if towards is not None and not orders:
            # Whom the words are for, and not who is told to do something.
            return self._below(item, path, within)
        if item.label and (bodies := self._under(item.label)):
            if item.words:
                return attrs.evolve(item, facts=self._duties_of(item.words, bodies))
            return attrs.evolve(item, items=tuple(self._given(child, bodies) for child in item.items))
        if item.words and not item.label:
            item = self._implements(item) if within == "implementers" else self._ordered(item)
        return self._below(item, path, "duties" if within != "implementers" else within)

    def _whose(self, label: str) -> tuple[Body, ...]:
        """Return the bodies of a part whose heading says whose duties stand in it: "TRÁCH NHIỆM CỦA SỞ Y TẾ"."""
        plain = fold(label)
        if OF_ALL.fullmatch(plain.strip(" :.")) is not None:
            return self.parties
        if (whose := OF.match(plain)) is None:
            return ()
        name = label[whose.end() :]
        return self.bodies.name_bodies(self.bodies.in_small(name) if name.isupper() else name)

    def _under(self, label: str) -> tuple[Body, ...]:
        """Return the bodies that a label names, "Sở Nội vụ", "Đề nghị Tỉnh đoàn", "Trách nhiệm của Sở Y tế"."""
        plain = fold(label)
        if self.parties and OF_ALL.fullmatch(plain.strip(" :.")) is not None:
            return self.parties
        begin = ORDERS.match(plain) or _TOWARDS.match(plain) or OF.match(plain)
        return self.bodies.name_bodies(label[begin.end() :] if begin is not None else label)

    def _duties_of(self, words: str, bodies: tuple[Body, ...], channel: str = "") -> tuple[Assignment, ...]:
        """Return the duties that *words* under the name of *bodies* give, one for each sentence that says what to do."""
        sentences: list[str] = []
        for sentence in _SENTENCE.split(words):
            if sentences and not self.bodies.says_to_do(sentence):
                # It goes on about what was said.
                sentences[-1] = f"{sentences[-1]} {sentence}"
            else:
                sentences.append(sentence)
        parts = [part for sentence in sentences for part in duties_in_clauses(sentence, self.bodies)]
        return tuple(self._duty(part, bodies, channel) for part in parts)

    def _given(self, item: Item, bodies: tuple[Body, ...], channel: str = "") -> Item:
        """Return a point under the name of *bodies* with the duty that it gives them."""
        if item.items and not item.words:
            return attrs.evolve(
                item, items=tuple(self._given(child, bodies, channel) for child in item.items)
            )
        if item.label and item.words and (own := self._under(item.label)):
            # Below a whole office, its parts have duties of their own.
            return attrs.evolve(item, facts=self._duties_of(item.words, own, channel))
        words = item.words
        named, rest = self.bodies.begins(words)
        if named and (again := _RESPONSIBLE.match(rest)) is not None:
            words = rest[again.end() :]
        if item.label:
            words = f"{item.label}: {words}"
        if not words.strip():
            return item
        return attrs.evolve(item, facts=self._duties_of(words, bodies, channel))

    def _ordered(self, item: Item) -> Item:
        duties = self._duties_in(item.words, "")
        return attrs.evolve(item, facts=(*item.facts, *duties)) if duties else item

    def _implements(self, item: Item) -> Item:
        """Return a point of "Cơ quan thực hiện": bodies alone carry out the plan, others do what the sentence says."""
        if duties := self._sentence_duties(item.words):
            return attrs.evolve(item, facts=tuple(self._keyed(duty) for duty in duties))
        if self.bodies.are_bodies(item.words, sure=True):
            bodies = self.bodies.bodies(item.words)
            return attrs.evolve(item, facts=(self._duty("Thực hiện Kế hoạch", bodies),))
        return item

    def _duty_within(self, item: Item, channel: str) -> Item:
        """Return an item below a channel with the duties that it gives: "Giao Sở …", "Sở …: …", "Sở … có trách nhiệm …"."""
        if item.role in ("schedule", "lead", "partners", "quantity", "audience") or says_more(item.label):
            return item
        facts: tuple[Assignment, ...] = ()
        bodies = self.bodies.name_bodies(item.label) if item.label and item.role is None else ()
        if bodies and item.words:
            facts = self._duties_of(item.words, bodies, channel)
        elif bodies:
            return attrs.evolve(
                item, items=tuple(self._given(child, bodies, channel) for child in item.items)
            )
        elif item.words:
            facts = self._duties_in(item.words, channel)
        inner = tuple(self._duty_within(child, channel) for child in item.items)
        return attrs.evolve(item, facts=facts, items=inner)

    def _duties_in(self, words: str, channel: str) -> tuple[Assignment, ...]:
        """Return the duties that sentences of *words* give, to bodies at their beginning or by an order."""
        return tuple(
            self._keyed(duty, channel)
            for sentence in _SENTENCE.split(words)
            if not (channel and sentence.startswith("Mỗi "))
            for duty in self._sentence_duties(sentence)
            if not (channel and _NOTHING_MORE.fullmatch(fold(duty.task)))
        )

    def _sentence_duty(self, sentence: str) -> Assignment | None:
        return next(iter(self._sentence_duties(sentence)), None)

    def _sentence_duties(self, sentence: str) -> tuple[Assignment, ...]:
        order = ORDERS.match(fold(sentence))
        text = sentence[order.end() :] if order is not None else sentence
        bodies, rest = self.bodies.begins(text) if order is None else self.bodies.doers(text)
        if order is None and not bodies and self.bodies.is_like_one(text):
            bodies, rest = self.bodies.doers(text)
        if not bodies or not re.match(r"[:,]?\s*\w", rest):
            return ()
        responsible = _RESPONSIBLE.match(rest)
        if order is None and responsible is None and not self._does(bodies, rest):
            return ()
        rest = rest[responsible.end() :] if responsible is not None else rest
        made: list[Assignment] = []
        for part in duties_in_clauses(rest.lstrip(" ,:"), self.bodies):
            values: dict[str, Any] = duty_values(part, bodies, self.bodies, self.year)
            if values["task"]:
                made.append(Assignment(id="x", **values))
        return tuple(made)

    def _does(self, bodies: tuple[Body, ...], rest: str) -> bool:
        """Whether a sentence that begins with *bodies* goes on with what they do."""
        known = any(self.bodies.known(one.words) or self.bodies.is_like_one(one.words) for one in bodies)
        return known and rest[:1].islower() and not _NO_VERB.match(rest)

    def _duty(self, words: str, bodies: tuple[Body, ...], channel: str = "") -> Assignment:
        values: dict[str, Any] = duty_values(words, bodies, self.bodies, self.year)
        return self._keyed(Assignment(id="x", **values), channel)

    def _keyed(self, duty: Assignment, channel: str = "") -> Assignment:
        return attrs.evolve(duty, id=self._key(duty.task or duty.bodies[0].words), channel=channel)

    # Tables

    def _in_row(self, item: Item, path: str, within: Role | None) -> Item:
        row = self.rows[path]
        said = row.said
        if row.group:
            return self._below(item, path, within)
        if "content" not in said or not ({"lead", "body", "schedule", "partners"} & said.keys()):
            return item
        if within in _GIVES_DUTIES and (bodies := self.bodies.bodies(said.get("body", ""))):
            return attrs.evolve(item, facts=tuple(self._tabled(row, bodies)))
        if within in _GIVES_DUTIES and self.bodies.bodies(said.get("lead", "")):
            values: dict[str, Any] = duty_values_of(row, self.bodies, self.year)
            return attrs.evolve(item, facts=(self._keyed(Assignment(id="x", **values)),))
        told: dict[str, Any] = channel_values(row, self.bodies, self.year)
        return attrs.evolve(item, facts=(Channel(id=self._key(str(told["name"])), **told),))

    def _tabled(self, row: Row, bodies: tuple[Body, ...]) -> Iterator[Assignment]:
        """Yield the duties that a row gives to the *bodies* with which it begins, one for each point of its cell."""
        for line in row.said["content"].splitlines():
            values: dict[str, Any] = duty_values(line.lstrip("-–+•* "), bodies, self.bodies, self.year)
            if not values["task"]:
                continue
            if "partners" in row.said:
                values["partners"] = self.bodies.bodies(row.said["partners"].replace("\n", "; "))
            if "schedule" in row.said:
                values["schedule"] = schedule_of(row.said["schedule"], self.year)
            if "product" in row.said:
                values["product"] = " ".join(row.said["product"].split()).rstrip(" .;")
            yield self._keyed(Assignment(id="x", **values))

    def _key(self, words: str) -> str:
        """Return an id that follows from *words* and that no other fact has."""
        base = slug(words, 40) or "muc"
        number = self._keys.get(base, 0) + 1
        key = base if number == 1 else f"{base}-{number}"
        self._keys[base] = number
        if number > 1 and key in self._keys:
            return self._key(words)
        self._keys.setdefault(key, 1)
        return key


def _product_in(item: Item) -> str:
    said = f"{item.label}: {item.words}" if item.label else item.words
    label = said[:_PRODUCT_LABEL]
    found = _PRODUCT.match(fold(label)) if ":" in label else None
    return said.partition(":")[2].strip().rstrip(" .;") if found is not None else ""


def _says_enough(fact: Channel | Assignment) -> bool:
    return isinstance(fact, Channel) and bool(fact.schedule or fact.quantity or fact.lead or fact.partners)


def _begins_with_time(words: str) -> bool:
    times = times_in(words)
    return bool(times) and times[0].start == 0


def _begins_with_line(item: Item) -> bool:
    """Whether the first of what stands below a name gives a field of it."""
    return bool((item.label or item.words) and item.items) and item.items[0].role in _FIELDS


def _said(item: Item) -> str:
    parts = [item.words, *(_said(child) for child in item.items)]
    return " ".join(part for part in parts if part)
