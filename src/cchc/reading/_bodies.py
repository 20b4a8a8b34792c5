"""Bodies in words, by the longest known names."""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING

from attrs import frozen

from cchc.model import Body
from cchc.text import CAPITALS, fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from cchc.knowledge import Knowledge, KnownBody, Unit

#: No name of a body is longer than this many syllables.
_LONGEST = 18
_LONGEST_LIST = 45
#: No label with a name that nobody knows is longer than this many characters; one of known names may be twice that.
_LONGEST_LABEL = 200
#: As much of a text tells whether it begins like a name.
_LOOKED_AT = 60
_GAP = re.compile(r"\s*(?:,\s*(?:và\s+)?|;\s*(?:và\s+)?|\s+và\s+|\s+cùng\s+)")
_COMMITTEE = re.compile(r"^(ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)\s+(.+)$")
_FULL = {"ubnd": "Ủy ban nhân dân", "ủy ban nhân dân": "Ủy ban nhân dân", "hđnd": "Hội đồng nhân dân"}
_TYPES = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
#: Words with which names of bodies begin; a heading that begins so and is not known is still taken for a body's.
_LIKE_A_BODY = re.compile(
    r"^(?:đề nghị |yêu cầu |giao )?(?:các |những )?(?:sở(?! hữu| thích)|phòng(?! ngừa| tránh| chống)|ban(?! hành| đầu(?! tư))|bộ(?! phận một cửa| tài liệu| câu hỏi| chỉ số| tiêu chí| thủ tục| ảnh| máy| mặt| quy tắc| nhận diện| công cụ| luật)|ubnd|ủy ban|hđnd|hội đồng|văn phòng(?! phẩm)|trung tâm"
    r"|báo(?! cáo)|đài|công an|chi cục|cục|hội(?! nghị| thi| thảo| họp| diễn| chợ| trại| nhập)|đoàn(?! kết)|liên đoàn|công đoàn|chi nhánh|hiệp hội|trường(?! hợp)|hiệu trưởng"
    r"|bệnh viện|thanh tra|bưu điện|cơ quan|đơn vị(?! tính)|ngành(?! nghề)|mặt trận|thường trực|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|trưởng|thủ trưởng"
    r"|chủ tịch|giám đốc|tổ công|cổng|ubmttq|công chức|câu lạc bộ|công ty|hợp tác xã|doanh nghiệp|ngân hàng(?! câu hỏi| đề)|bảo hiểm xã hội|cán bộ|nhà văn hóa|quỹ(?! thời gian| đất| lương)|đội(?! ngũ)|nhóm(?! giải pháp| nhiệm vụ| nội dung| chỉ tiêu| chỉ số| vấn đề| đối tượng| tiêu chí| thủ tục| dịch vụ| lĩnh vực)"
    r"|tòa án|viện kiểm sát|viện(?! dẫn| trợ| phí)|vụ(?! việc| án)|tổng cục|kho bạc|điện lực|lực lượng|mạng lưới|ủy(?! quyền| thác)|học viện|viễn thông|tổ(?! chức)|trạm|chánh|bí thư|nhân viên"
    r"|đồn (?:biên phòng|công an)|bộ đội|hạt kiểm lâm|điểm (?:phục vụ|bưu điện)|thôn|bản(?! tin| đồ| cam kết| án| kế hoạch| thân| chất| sắc| sao| chính| kiểm điểm| ghi| dự thảo| hướng dẫn| đăng ký| quyền)|ấp|khu phố|khối phố|tỉnh đoàn|thành đoàn|huyện đoàn|thị đoàn|tổng công ty|tập đoàn|tạp chí|nhà xuất bản|cảng"
    r"|đồng chí|giáo viên|ban giám hiệu|phó (?:hiệu trưởng|giám đốc|chủ tịch|trưởng|bí thư)|khoa(?! học)|liên minh|liên hiệp|vnpt|viettel|mobifone|fpt|vnpost"
    r"|(?:hai|các) bên|hai (?:cơ quan|ngành|đơn vị)|agribank|bidv|vietcombank|vietinbank)\b"
)
#: A heading with one of these is about a thing to do and not the name of who does it.
_NO_NAME = re.compile(
    r"\b(?:thực hiện|triển khai|xây dựng|(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm|kỳ)|mỗi|trong năm|chỉ đạo|phối hợp|có trách nhiệm|là|gồm|như|cần|phải|để)\b"
)

_WORD = re.compile(r"[\w&-]+")
_SYLLABLE = re.compile(r"\S+")
_NO_VOWEL = re.compile(r"(?:[BCDĐGHKLMNPQRSTVX&]+|UBND|MTTQ)")
_LAST_WORD = re.compile(r"(\w+)\W*$")
_STOP = re.compile(rf"[;:]|[.…]\s+(?=[{CAPITALS}])")
#: Words with which names begin beside those of the agencies: what bodies in general and their heads are called by.
_GENERAL = frozenset(
    {
        "các", "những", "toàn", "tất", "mỗi", "từng", "mọi", "hệ", "sở", "ban", "ngành", "phòng", "cơ",
        "đơn", "tổ", "đoàn", "hội", "doanh", "trường", "tỉnh", "thành", "huyện", "quận", "thị", "xã",
        "phường", "đặc", "địa", "trung", "thôn", "bản", "tiểu", "khóm", "ấp", "khu", "khối", "bộ", "chi",
        "cục", "viện", "cấp", "chính", "công", "bệnh", "trạm", "cán", "người", "thủ", "lãnh", "giám",
        "phó", "chủ", "trưởng", "chánh", "ủy", "văn", "ông", "bà", "đồng", "hai", "đảng", "bí", "báo",
        "đài", "ubnd", "hđnd", "mttq", "ubmttq", "ubmttqvn", "mttqvn", "ub", "vp", "bql", "đội", "tổng",
        "hiệu", "chỉ", "giáo", "02", "03",
    }
)  # fmt: skip


@functools.lru_cache(maxsize=8)
def _first_words(knowledge: Knowledge) -> frozenset[str]:
    """Return the words with which a name that the tables know can begin; the others need not be asked for."""
    named = (
        name
        for agency in knowledge.agencies()
        for name in (agency.name, *agency.names, *agency.abbreviations)
    )
    return _GENERAL | {fold(name).split()[0].strip(".,;:-") for name in named}


#: Whose they are, by the short name of an office: "các đơn vị thuộc Tổng cục", "các phòng thuộc Ban Quản lý".
_OF_ITS = re.compile(
    r"\s+(?:trực )?thuộc (?:Tổng cục|Bộ|Sở|Ban(?: Quản lý)?|Cục|Chi cục|Vụ|Viện|Ủy ban|Tổng công ty|Trung tâm|Phòng|Trường)(?=\s+[^\W\d_A-ZĐ]|[.,;:]|$)"
)
_ASKS_FOR_MORE = re.compile(r"\s(?:và|cùng|các|của|có|trong|trên|(?<!trực )thuộc|tại|ở|được|như|cấp|theo)$")
#: Words of two syllables that a name must not be cut from; the bar is where it ends.
_BROKEN = re.compile(
    r"\b(?:bộ\| phận|báo\| cáo|hội\| (?:nghị|thi|thảo)|ban\| hành|tổ\| chức|đài\| thọ|sở\| hữu|ngành\| nghề|(?:tỉnh|thành|huyện|quận|thị|đảng)\| (?:đoàn|ủy|uỷ)|việc\| làm|dịch vụ\| (?:việc làm|công)|phòng\|, ch(?:ống|áy)|đóng\| (?:chân|trên))\b"
)
#: An office of a committee, with the unit whose it is: "Văn phòng Ủy ban nhân dân quận".
_NEEDS_UNIT = re.compile(r"^[Vv]ăn phòng .*(?:Ủy ban nhân dân|UBND)$")
_UNIT = re.compile(
    r"\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\b(?:\s+[A-ZĐ][\w'-]*)*"
)
#: Where they are: "các trường trung học đóng chân trên địa bàn huyện".
_STANDING = re.compile(
    r"(?:\s+[^\W\d_]+){0,7}?\s+đóng (?:chân )?trên địa bàn(?:\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\b)?(?:\s+[A-ZĐ][\w'-]*)*"
)
#: Words with which a name goes on behind a comma or "và": "Chi cục Phòng, chống …", "Trung tâm Văn hóa, Thông tin và Truyền thông".
_GOES_ON = re.compile(
    r"(?:chống|cháy)\b|(?:Thông tin|Thể thao|Thể dục|Truyền thông|Du lịch|Gia đình|Hạ tầng|Đô thị|Môi trường)\b(?! (?:tỉnh|huyện)?:)"
)
_HAS_PARTS = re.compile(r"(?:Trung tâm|Phòng|Ban|Chi cục|Nhà văn hóa)\s")
#: As much of a name, and of what follows it, holds such a word.
_AROUND = 20
_BY_ROLE = re.compile(r"(?:các )?(?:cơ quan|đơn vị) (?:phối hợp|chủ trì)")
_WITH = re.compile(r"\s*,?\s*(?:với|cùng|phối hợp)\b")
#: The tables take any words for a place behind "trong" and a comma; a name has only a place there.
_RUNS_ON = re.compile(
    r",\s*(?:trong|của|thuộc|trên)\s|\s(?:trong|ở|tại)\s+(?!(?:toàn |địa bàn )?(?:tỉnh|thành phố|huyện|quận|xã|phường|hệ thống)\b)"
    r"|\s(?:của|thuộc|trên địa bàn)(?:\s+\S+){9}"
)
#: Verbs with which tasks begin, in small letters as inside a sentence.
_DOES = re.compile(
    r"(?:[,:]?\s+(?:có trách nhiệm|là (?:cơ quan |đơn vị )?(?:đầu mối|thường trực)|chịu trách nhiệm|chịu|chủ trì|chủ động|phối hợp|tham mưu|hướng dẫn|tổ chức|xây dựng|thực hiện|triển khai"
    r"|theo dõi|kiểm tra|đôn đốc|giám sát|đánh giá|tổng hợp|báo cáo|cung cấp|cập nhật|đăng tải|niêm yết|tuyên truyền|phổ biến|lồng ghép"
    r"|bố trí|cân đối|in|biên soạn|thiết kế|lắp đặt|treo|phát sóng|phát hành|mở|duy trì|tăng cường|đẩy mạnh|tiếp tục|rà soát|lập|đưa"
    r"|quán triệt|chỉ đạo|thường xuyên|kịp thời|dự trù|tham gia|vận động|nghiêm túc|căn cứ|tiếp nhận|xử lý|giải quyết|thẩm định|trình"
    r"|phê duyệt|công khai|khen thưởng|biểu dương|đề xuất|cử|phát động|phát huy|phân công|giao|nghiên cứu|sưu tầm|viết|đăng|gửi|nhận"
    r"|chuẩn bị|bảo đảm|đảm bảo|sử dụng|lựa chọn|ban hành|soạn|(?<!việc )làm|gắn|nâng cao|đổi mới|khắc phục|chấn chỉnh|giới thiệu|tư vấn|hỗ trợ"
    r"|thông tin|thông báo(?! cáo)|truyền thông|phản ánh|trả lời|lắng nghe|khảo sát|lấy ý kiến|thống kê|thu thập|quản lý|vận hành|kết nối"
    r"|tạo điều kiện|ưu tiên|dành|sao gửi|nêu gương|tự|định kỳ|(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm|kỳ)|sản xuất|dàn dựng|biểu diễn|trao|ký|lãnh đạo|yêu cầu|mời|huy động|thành lập|bồi dưỡng|tập huấn|sơ kết|tổng kết|đề nghị|nhân rộng|kích hoạt)|\s*:)(?=[\s,.])"
)
#: People and parts of an office, which plans give duties to as if they were bodies.
_PEOPLE = re.compile(
    r"(?:(?:các|toàn thể|đội ngũ) )?(?:bộ phận(?: chuyên môn| liên quan)?|cán bộ(?:, công chức)?(?:, viên chức)?(?:,? và người lao động|, người lao động)?"
    r"|công chức(?:, viên chức)?(?: chuyên môn)?|khối dân cư|người dân|giám đốc sở|bộ trưởng|lãnh đạo (?:sở|bộ|cơ quan|đơn vị)"
    r"|(?:hai|các) (?:bên|cơ quan)|giáo viên(?: chủ nhiệm| bộ môn)?|ban giám hiệu|tổ trưởng chuyên môn|khoa(?:, phòng)?(?: lâm sàng)?(?:, cận lâm sàng)?"
    r"|(?:cơ quan|ban|văn phòng)(?:, ban)?(?: chuyên trách)? tham mưu,? giúp việc(?: của)?(?: (?:tỉnh|thành|huyện|quận|thị|đảng|cấp) ủy)?"
    r"|(?:chi, đảng bộ|chi bộ(?:, đảng bộ)?|đảng bộ(?:, chi bộ)?)(?: trực thuộc| cơ sở)?"
    r"|(?:huyện|quận|thị|thành)(?:, (?:quận|huyện|thị|thành))* (?:đoàn|ủy)(?:(?: và|,) (?:các )?(?:đoàn|đảng bộ|đảng ủy) trực thuộc)?)"
)
_PEOPLE_END = frozenset(
    {
        "phận",
        "môn",
        "quan",
        "bộ",
        "chức",
        "viên",
        "động",
        "cư",
        "dân",
        "sở",
        "trưởng",
        "vị",
        "việc",
        "ủy",
        "thuộc",
        "đoàn",
        "sàng",
        "phòng",
        "khoa",
        "nhiệm",
        "hiệu",
        "bên",
    }
)


@functools.lru_cache(maxsize=8)
def _last_words(knowledge: Knowledge) -> frozenset[str]:
    """Return the words in small letters with which names can end."""
    return knowledge.body_endings | _PEOPLE_END


# A few thousand syllables make all texts.
@functools.lru_cache(maxsize=4096)
def _may_begin(word: str, knowledge: Knowledge) -> bool:
    """Whether a name of a body may begin with *word*."""
    return fold(word) in _first_words(knowledge)


@functools.lru_cache(maxsize=4096)
def _may_end(syllable: str, knowledge: Knowledge) -> bool:
    """Whether a name may end with *syllable*: with no word, with one in capitals, or with one that ends known names."""
    last = _LAST_WORD.search(syllable)
    return last is None or not last[1].islower() or fold(last[1]) in _last_words(knowledge)


@frozen
class BodyReader:
    """Reads names of bodies as the tables know them on a day, within the unit whose plan it is."""

    knowledge: Knowledge
    on: dt.date
    within: str | None = None

    def known(self, words: str) -> KnownBody | None:
        """Return what the tables know under *words*."""
        return self.knowledge.resolve_body(words.strip(), on=self.on, within=self.within, ever=True)

    def is_known(self, words: str) -> bool:
        """Whether *words* name a body of the tables, or people that plans give duties to."""
        return self.known(words) is not None or _PEOPLE.fullmatch(words.lower()) is not None

    @staticmethod
    def are_people(words: str) -> bool:
        """Whether *words* name people, "cán bộ, công chức, viên chức", and no office."""
        return _PEOPLE.fullmatch(fold(words).rstrip(" :.")) is not None

    @staticmethod
    def is_like_one(words: str) -> bool:
        """Whether *words* begin like the name of a body: with a capital and with what bodies are called by."""
        return words[:1].isupper() and _LIKE_A_BODY.match(fold(words[:_LOOKED_AT])) is not None

    def body(self, words: str) -> Body:
        """Return the body that *words* name, all of them."""
        known = self.known(words)
        return Body(
            words=words, is_class=known.is_class if known else _PEOPLE.fullmatch(fold(words)) is not None
        )

    def bodies(self, words: str) -> tuple[Body, ...]:
        """Return a list of bodies; a list with semicolons keeps names together that have a comma of their own."""
        text = " ".join(words.split()).rstrip(" .;,")
        found: list[Body] = []
        for part in (piece.strip() for piece in text.split(";")):
            if not part:
                continue
            if _PEOPLE.fullmatch(fold(part)) is not None:
                found.append(self.body(part))
                continue
            pieces = self.knowledge.split_bodies(part, on=self.on, within=self.within, ever=True)
            if ";" in text and len(pieces) > 1 and not any(piece.body for piece in pieces):
                found.append(Body(words=part))
                continue
            if len(pieces) > 1 and not all(piece.body for piece in pieces):
                found.extend(self.body(name) for name in self._listed(part))
                continue
            found.extend(
                Body(words=piece.words, is_class=bool(piece.body and piece.body.is_class)) for piece in pieces
            )
        return tuple(found)

    def _listed(self, words: str) -> Iterator[str]:
        """Yield the names of a list in which some are not known: a name goes on over a comma behind which none begins."""
        start = at = 0
        while (
            gap := _GAP.search(words, max(at, start + len(self._longest(words[start:]) or "")))
        ) is not None:
            at = gap.end()
            name, rest = words[start : gap.start()], words[gap.end() :]
            if not self._begins_name(name, rest):
                continue
            yield name.strip()
            start = at
        yield words[start:].strip()

    def _begins_name(self, before: str, rest: str) -> bool:
        """Whether another name begins with *rest*, behind a comma after *before*."""
        plain = fold(rest[:_LOOKED_AT])
        if _GOES_ON.match(rest) and _HAS_PARTS.match(before):
            return False
        if self.is_known(before):
            return True
        if rest[:1].islower() and not plain.startswith(("các ", "những ", "ubnd")):
            return (
                before[:1].isupper()
                and not fold(before).startswith(("các ", "những "))
                and self._longest(rest) is not None
            )
        return self._longest(rest) is not None or _LIKE_A_BODY.match(plain) is not None

    def are_bodies(self, words: str, *, sure: bool = False) -> bool:
        """Whether *words* read as a list of bodies and of nothing else.

        Each is known, or is written like a name; where one has to be *sure*, it begins with what bodies are called by.
        """
        pieces = self.bodies(words)
        return bool(pieces) and all(
            self.is_known(piece.words)
            or (
                piece.words[:1].isupper()
                and len(piece.words.split()) <= 14
                and (not sure or self.is_like_one(piece.words))
            )
            for piece in pieces
        )

    def begins(self, words: str) -> tuple[tuple[Body, ...], str]:
        """Return the known bodies with which *words* begin, and what follows them."""
        found: list[Body] = []
        rest = words.strip()
        name = self._longest(rest)
        while name is not None:
            found.append(self.body(name))
            after = rest[len(name) :]
            gap = _GAP.match(after)
            following = self._longest(after[gap.end() :]) if gap is not None else None
            if gap is None or following is None:
                if _NEEDS_UNIT.search(name) and (unit := _UNIT.match(after)) is not None:
                    found[-1], after = self.body(f"{name}{unit[0]}"), after[unit.end() :]
                elif found[-1].is_class and (whose := _OF_ITS.match(after) or _standing(after)) is not None:
                    found[-1] = Body(words=f"{name}{whose[0]}", is_class=True)
                    after = after[whose.end() :]
                return tuple(found), after.strip()
            rest, name = after[gap.end() :], following
        return tuple(found), rest

    def doers(self, words: str) -> tuple[tuple[Body, ...], str]:
        """Return the bodies with which a sentence begins, and what they are to do.

        Behind known bodies, and in their place, a name that nobody knows ends where the first verb of a task begins.
        """
        found, rest = self.begins(words)
        if found and rest[:1].isupper():
            # A capital goes on with the name: "Công đoàn Xây dựng Việt Nam".
            found, rest = (), words.strip()
        gap = _GAP.match(f" {rest}") if found else None
        name = rest[gap.end() - 1 :] if gap is not None else rest
        if (found and gap is None) or not name[:1].isupper():
            return found, rest
        verbs = (one for one in _DOES.finditer(name) if not self.is_inside_name(name, one.start()))
        verb = next(verbs, None)
        if verb is None or len(name[: verb.start()].split()) > _LONGEST_LIST or "." in name[: verb.start()]:
            return found, rest
        return (*found, *self.bodies(name[: verb.start()])), name[verb.start() :].lstrip(" ,:")

    def is_inside_name(self, words: str, place: int) -> bool:
        """Whether a known name in the list *words* goes on over *place*: nobody helps in "Hội đồng phối hợp …"."""
        end = len(self._longest(words) or "")
        while end <= place and (gap := _GAP.search(words, end)) is not None and gap.end() <= place:
            end = gap.end() + len(self._longest(words[gap.end() :]) or "")
        return end > place

    @staticmethod
    def says_to_do(sentence: str) -> bool:
        """Whether *sentence* begins with what somebody is to do, or with when."""
        return _DOES.match(f" {sentence[:1].lower()}{sentence[1:]} ") is not None

    def length(self, words: str, *, several: bool = False) -> int:
        """Return how many characters the known body, or with *several* the bodies, take with which *words* begin."""
        if several:
            _, rest = self.begins(words)
            return len(words[: len(words.rstrip()) - len(rest)].rstrip())
        return len(self._longest(words) or "")

    def _longest(self, words: str) -> str | None:
        first = _WORD.match(words)
        if first is None or not _may_begin(first[0], self.knowledge):
            return None
        # No name goes on over the end of a sentence or of a member of a list.
        stop = _STOP.search(words)
        reach = words[: stop.start() + 1] if stop is not None else words
        syllables = [*itertools.islice(_SYLLABLE.finditer(reach), _LONGEST)]
        far = self._far(reach[: syllables[-1].end()])
        # Few words can end a name, so most need not be asked for.
        ends = [
            found.end() for found in syllables if found.end() <= far and _may_end(found[0], self.knowledge)
        ]
        for end in reversed(ends):
            name = words[:end].rstrip(" ,;:.")
            if not name or not self.is_known(name) or _is_cut_badly(name, words[len(name) :]):
                continue
            if not self._holds_the_next(name, words):
                return name
        return None

    def _holds_the_next(self, name: str, words: str) -> bool:
        """Whether the last member of a class in capitals begins a name of its own: "Ban Tổ chức, Viện" of "Viện kiểm sát …"."""
        at = name.rfind(", ") + 2
        known = self.known(name) if at > 1 and name[at].isupper() else None
        if known is None or not known.is_class:
            return False
        longer = self._longest(words[at:])
        return longer is not None and len(longer) > len(name) - at and not self.body(longer).is_class

    def _far(self, words: str) -> int:
        """Return a place in *words* behind which no name ends that begins them."""
        return len(words) if _PEOPLE.match(words.lower()) else self.knowledge.body_reach(words)

    def name_bodies(self, label: str) -> tuple[Body, ...]:
        """Return the bodies that a heading names; nothing where it reads as no list of bodies."""
        # What stands in brackets behind a name explains it.
        text = re.sub(r"\s*\([^()]*\)$", "", label.strip().rstrip(" :."))
        if not text or len(text) > 2 * _LONGEST_LABEL:
            return ()
        listed, rest = self.begins(text)
        if not rest:
            return self.bodies(text)
        if len(text) > _LONGEST_LABEL:
            return ()
        more = re.match(r"\s*[,;(–-]", rest) is not None
        if listed and more:
            return self.bodies(text)
        plain = fold(text)
        like = (
            _LIKE_A_BODY.match(plain) is not None
            and text[:1].isupper()
            and len(text.split()) <= _LONGEST_LIST
            # Behind a known name stands more of the name, or what the body does.
            and not (listed and _DOES.match(f" {rest} "))
        )
        if not like:
            return ()
        bodies = self.bodies(text)
        # A verb of a name has its capital: "Công đoàn Xây dựng Việt Nam".
        unknown = [one.words for one in bodies if not self.is_known(one.words)]
        says = any(_NO_NAME.search(f"{words[:1].lower()}{words[1:]}") for words in unknown)
        return () if says else bodies

    def in_small(self, capitals: str) -> str:
        """Return a name in capitals as the tables write it, else in small letters but for its first."""
        known = self.known(capitals.lower())
        same = known is not None and fold(known.name) == fold(capitals)
        return known.name if known is not None and same else sentence_case(capitals)

    def official(self, capitals: str) -> tuple[Body, Unit | None, bool]:
        """Return the body that a letterhead names in capitals, the unit whose committee it is, and whether that is sure."""
        plain = " ".join(fold(capitals).split())
        if (committee := _COMMITTEE.match(plain)) is not None:
            units = self.knowledge.units_named(committee[2], self.on)
            name = _FULL.get(committee[1], "Hội đồng nhân dân")
            if len(units) > 1 and self.within is not None:
                inside = [unit for unit in units if self.knowledge.contains(self.within, unit, self.on)]
                units = tuple(inside) or units
            if units:
                unit = units[0]
                if len(units) == 1:
                    return Body(words=f"{name} {unit.full_name}", code=unit.code), unit, True
                return Body(words=f"{name} {unit.full_name}"), None, False
            return Body(words=f"{name} {titled(committee[2])}"), None, False
        known = self.known(plain)
        if known is not None and not known.is_class:
            return Body(words=known.name), None, True
        return Body(words=sentence_case(capitals)), None, False


def _standing(after: str) -> re.Match[str] | None:
    return _STANDING.match(after) if " đóng " in after[:80] else None


def _is_cut_badly(name: str, rest: str) -> bool:
    """Whether *name* ends in the middle: behind a word that asks for more, or with a word of what follows."""
    plain = name.lower()
    if ";" in name or _ASKS_FOR_MORE.search(plain) or _RUNS_ON.search(plain):
        return True
    if _BROKEN.search(f"{plain[-_AROUND:]}|{rest[:_AROUND].lower()}"):
        return True
    if plain.endswith((" phối hợp", " chủ trì")) and (not _BY_ROLE.fullmatch(plain) or _WITH.match(rest)):
        return True
    if not plain.endswith(" tổ chức") or plain.endswith((", tổ chức", "và tổ chức", "các tổ chức")):
        return False
    # With its capital it is of the name: a mark may follow "Ban Tổ chức", more of the name follows "Vụ Tổ chức".
    return bool(rest.strip(" .,;:")) if name.endswith(" tổ chức") else rest.lstrip()[:1].isalpha()


def sentence_case(capitals: str) -> str:
    """Return a name in capitals in small letters but for its first, and for abbreviations."""
    # Names of units and people cannot be told from common words in capitals; the first letter alone is sure.
    # A word without a vowel is an abbreviation.
    words = [word if _NO_VOWEL.fullmatch(word) else word.lower() for word in capitals.split()]
    plain = " ".join(words)
    return plain[:1].upper() + plain[1:]


def titled(plain: str) -> str:
    """Return the name of a unit in small letters with its capitals: "tỉnh sơn la" as "tỉnh Sơn La"."""
    for kind in _TYPES:
        if plain.startswith(kind + " "):
            return f"{kind} " + " ".join(
                word[:1].upper() + word[1:] for word in plain[len(kind) + 1 :].split()
            )
    return " ".join(word[:1].upper() + word[1:] for word in plain.split())
