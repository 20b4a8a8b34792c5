"""Channels that a sentence names: "Tuyên truyền trên Báo Nam Định, Đài …" names two.

A medium counts only where the sentence is about using it: behind a preposition ("trên Báo …", "thông qua niêm yết"), behind
a verb of making ("xây dựng chuyên mục"), or as the next of such a list. A medium that is only spoken of is no channel.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, frozen

from cchc.model import Family
from cchc.reading._times import rhythm_in
from cchc.text import CAPITALS, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc.model import Body
    from cchc.reading._bodies import BodyReader

#: Media by the words that name them, tried in order.
MEDIA: tuple[tuple[Family, str], ...] = (
    (
        "community",
        r"người có uy tín|già làng|trưởng bản|trưởng thôn|tuyên truyền viên|(?:tuyên truyền|vận động) miệng|huy động (?:các )?(?:tổ chức|cá nhân|người dân|hội viên)",
    ),
    ("minority_language", r"tiếng (?:các )?(?:đồng bào )?dân tộc"),
    (
        "loudspeaker",
        r"loa\b|đài truyền thanh(?! - truyền hình|-truyền hình| và truyền hình)|truyền thanh cơ sở|hệ thống truyền thanh",
    ),
    (
        "broadcast",
        r"đài (?:phát thanh|ptth|pt-th|pt&th|truyền hình|truyền thanh)|phát thanh|truyền hình|phóng sự|sóng truyền hình",
    ),
    (
        "portal",
        r"cổng (?:thông tin|dịch vụ)|(?:trang|mạng) (?:thông )?tin điện tử|trang web|website|trang tin|cổng ttđt|trang ttđt|trang (?:tuổi trẻ|cộng đồng|điện tử)|mạng nội bộ|chatbot",
    ),
    ("social", r"mạng xã hội|zalo|facebook|fanpage|youtube|tiktok|nền tảng số|nền tảng mạng"),
    (
        "press",
        (
            r"báo\b(?! cáo)|báo chí|(?:phương tiện )?thông tin đại chúng|(?:viết )?tin, bài|(?:viết )?tin bài|(?:viết )?bài viết|viết bài"
            r"|chuyên trang|chuyên mục|tạp chí|bản tin"
        ),
    ),
    ("print", r"tờ rơi|tờ gấp|tờ xếp|tờ bướm|tờ tin|tờ thông tin|sổ tay|tài liệu|ấn phẩm|cẩm nang"),
    (
        "visual",
        r"pa ?-?nô|pano|áp phích|bảng thông báo|bảng tin(?! tức)|(?:biển|bảng|mã) (?:mã )?qr|áp-phích|băng ?rôn|khẩu hiệu|trực quan|màn hình|bảng điện tử|cờ phướn|infographic",
    ),
    ("posting", r"niêm yết"),
    (
        "contest",
        r"hội thi|phát động thi đua|phong trào thi đua|cuộc thi|thi (?:tìm hiểu|vẽ|viết|trực tuyến)|sáng tác",
    ),
    ("survey", r"khảo sát|điều tra|lấy ý kiến"),
    ("dialogue", r"đối thoại|diễn đàn|tọa đàm|giao lưu|tiếp xúc cử tri|hộp thư"),
    ("training", r"tập huấn|bồi dưỡng|lớp học|giảng dạy|giảng, dạy|sinh hoạt chuyên đề"),
    (
        "stage",
        r"tiểu phẩm|kịch|văn hóa, văn nghệ|văn nghệ|sân khấu|chiếu phim|cổ động|(?:thông tin|tuyên truyền)(?: cổ động)? lưu động|xe lưu động",
    ),
    ("integrated", r"lồng ghép"),
    (
        "meeting",
        r"(?:buổi|đợt|cuộc|sự kiện) truyền thông|mít ?tinh|lễ (?:phát động|ra quân|ra mắt)|nói chuyện chuyên đề|hội nghị|cuộc họp|họp\b|sinh hoạt|giao ban|hội thảo|ngày pháp luật",
    ),
    (
        "other",
        (
            r"chương trình [\"“]|hòm thư|băng,? đĩa|tin nhắn|nhắn tin|đường dây nóng|tổng đài|video|clip|ngày hội|triển lãm|gian hàng"
            r"|lễ hội|tuần lễ|đợt cao điểm|hội chợ|sàn giao dịch|chiến dịch|thư ngỏ|livestream|podcast"
        ),
    ),
)
_MEDIA = tuple((family, re.compile(pattern)) for family, pattern in MEDIA)
_ANY_MEDIUM = re.compile("|".join(pattern for _, pattern in MEDIA))

#: What may stand between the beginning of a name and the word that tells the medium.
_BEFORE_MEDIUM = (
    r"(?:các |những |một số |hệ thống |mạng lưới |loại |hình thức |kênh |nền tảng |phương tiện |trang |hoạt động |chương trình "
    r"|cụm |bộ |buổi |cuộc |đợt |lớp |mô hình |chuyên đề |đêm |lễ |góc |chuỗi |loạt |video |clip |hệ thống |sóng |đội |xe |hội |bảng |nhóm |[0-9.]{1,7} )*"
)
_MEDIUM = re.compile(_BEFORE_MEDIUM + "(?:" + "|".join(pattern for _, pattern in MEDIA) + ")")
#: Verbs of making and using, which may stand before a medium.
VERBS = re.compile(
    r"(?:(?:đặc biệt là|đồng thời|ngoài ra|bên cạnh đó|cần|phải|tiếp tục|tăng cường|đẩy mạnh|chú trọng|tích cực|thường xuyên|kịp thời"
    r"|tổ chức|thực hiện|triển khai|xây dựng|duy trì|mở|nâng cao chất lượng|nâng cao hiệu quả|đa dạng hóa|phát huy vai trò của|phát huy"
    r"|tranh thủ sự giúp đỡ của|tranh thủ|bố trí|treo|lắp đặt|phát hành|in ấn|in|biên soạn|tham gia|sản xuất|đăng tải|đăng|phát sóng|phát động|phát thanh(?= (?:chuyên|chương trình|bản tin|tin))|phát(?! thanh)"
    r"|cấp phát|sử dụng|lựa chọn|công khai|viết|làm|cung cấp|truyền thông|thông tin, tuyên truyền|thông tin|tuyên truyền|tiếp âm|phát lại|tiếp sóng|dàn dựng"
    r"|dựng|thiết kế|ra mắt|vận hành|khai thác|quản trị|chỉnh trang|thay mới|căng|kẻ vẽ|bổ sung|gửi|ra quân|nhân rộng|hoàn thiện|cấp|trao|trưng bày)(?:\s+|\s*,\s+|\s+và\s+))+"
)
_PREPOSITION = re.compile(
    r"\b(?:thông qua|qua|trên|bằng|tại|trong|vào)\s*:?\s*(?:(?:việc )?tổ chức )?(?!đó\b|này\b)"
)
_INTEGRATED = re.compile(
    r"\b(?:lồng ghép|đưa nội dung|đưa các nội dung)\b.*?\b(?:trong|vào|tại|với|qua)\s+(?=các |những |một số |chương trình |hội |cuộc |buổi |họp )"
)
_SHOWN = r"(?:chuyên trang|chuyên mục|chuyên đề|chương trình|phóng sự|phim tài liệu|tọa đàm|bản tin|tiểu phẩm|tin, bài|tin bài|bài viết|tin|bài|ảnh)"
#: Lists whose commas and "và" are their own; "chuyên trang, chuyên mục cải cách hành chính trên Báo …" is one thing.
_COMPOUNDS = re.compile(
    rf"{_SHOWN}(?:(?:,| và) {_SHOWN})+(?!\w)|"
    r"(?:phát thanh|truyền thanh)\s*(?:và|,|-|–|&)\s*truyền hình|tin, bài(?:, ảnh| và ảnh)?|băng,? đĩa|văn hóa, văn nghệ"
    r"|văn hóa, thể thao(?: và du lịch)?|tập huấn, bồi dưỡng|bồi dưỡng, tập huấn|đào tạo, bồi dưỡng|tuyên truyền, phổ biến|thông tin, tuyên truyền"
    r"|tọa đàm, (?:giao lưu|đối thoại)|giao lưu, (?:tọa đàm|đối thoại)|giảng, dạy|tổ chức, cá nhân|cá nhân, tổ chức"
    r"|tiếp nhận và trả kết quả|(?:xã, (?:phường(?:,| và) )?thị trấn|xã, phường(?:, đặc khu)?|phường, xã|huyện, (?:thị xã, )?thành phố|quận, huyện|bản, tiểu khu|cơ quan, đơn vị)\b"
    r"|thôn, (?:bản|ấp|tổ dân phố|khu phố)(?:, [^,;.]{2,12}(?=[,;.]|$))*|sở, (?:ban, )?ngành|ban, ngành|cán bộ, công chức(?:, viên chức)?|hội nghị, hội thảo"
    r"|người dân(?:,| và) (?:các )?(?:tổ chức|doanh nghiệp)|doanh nghiệp(?:,| và) (?:các )?(?:người dân|hợp tác xã|hộ kinh doanh)|đất đai, [^.;]*?như"
)
_SEPARATOR = re.compile(r"\s*(?:[,;:]|[…/]\s|\.{3})\s*(?:và\s+)?|\s+(?:và|cùng)\s+")
_SENTENCE_END = re.compile(rf"(?<=[.!?…])\s+(?=[{CAPITALS}])")
#: A name ends where its purpose, its fit or its readers begin.
_NAME_ENDS = re.compile(
    r"\s+(?:để|nhằm|giúp|phù hợp|liên quan|đối với|theo (?:quy định|hướng dẫn|từng|kế hoạch)|phải|qua đó|trong đó|đến từng|cho các)\s"
    r"|,?\s+(?:thời lượng|quy mô|mỗi (?:kỳ|số|buổi|lớp|đợt|cuộc))\s"
    r"|\s+trong năm$|\s+(?:khác|…)(?=\s|$)|\s+\(.*"
)
VENUES = frozenset({"press", "broadcast", "loudspeaker", "portal", "social"})
_PROGRAMME = re.compile(
    r"chuyên mục|chuyên trang|chương trình|tọa đàm|giao lưu|phóng sự|tin, bài|tin bài|bài viết|niêm yết|đối thoại|diễn đàn|(?<!bảng )thông báo"
)
_AT_VENUE = re.compile(r"\b(?:trên|tại|qua)\s")
#: "của huyện" names a place and begins no list of bodies.
_PLACE = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|bản|thôn|địa phương)\b")
#: Whose meetings they are, leads them; whose lessons or pages they are says nothing of who leads.
_MEETINGS = re.compile(r"hội nghị|họp|hoạt động|sinh hoạt|buổi|cuộc")
_PEOPLE = re.compile(r"\s(?:giữa|với|cho)\s(?!.*\b(?:về|tại|trên|trong)\s)")
_ARE_PEOPLE = re.compile(
    r"(?:các |đội ngũ |hộ |người |những )?(?:doanh nghiệp|tổ chức|cá nhân|công dân|người dân|nhân dân|thanh niên|hộ kinh doanh|kinh doanh|hợp tác xã|nhà đầu tư"
    r"|công chức|viên chức|cán bộ|đoàn viên|hội viên|học sinh|sinh viên|phụ nữ|nông dân|lao động|cao tuổi|nộp thuế|hiệp hội|đồng bào|cử tri)\b"
)
_OWNED = re.compile(r"\s+của\s+")


@define
class Named:
    """A channel that a sentence names: its words, its family, its rhythm and the bodies that hold it, where it says them."""

    name: str
    family: Family
    schedule: str = ""
    lead: tuple[Body, ...] = ()


@frozen
class _Chunk:
    words: str
    mark: str


def family_of(words: str) -> Family | None:
    """Return the family of media that *words* name first."""
    plain = fold(words)
    first = _ANY_MEDIUM.search(plain)
    if first is None:
        return None
    return next(family for family, pattern in _MEDIA if pattern.match(plain, first.start()))


def channels_named(words: str, bodies: BodyReader) -> tuple[Named, ...]:
    """Return the channels that *words* name, in their order."""
    found: list[Named] = []
    for sentence in _SENTENCE_END.split(" ".join(words.split())):
        found.extend(_in_sentence(sentence, bodies))
    return tuple(one for one in found if one.name)


def integrates(words: str) -> bool:
    """Whether a sentence brings something into meetings, lessons and the like ("Đưa nội dung … vào chương trình …")."""
    return _INTEGRATED.search(_plain(words)) is not None


def _in_sentence(sentence: str, bodies: BodyReader) -> Iterator[Named]:
    plain = _plain(sentence)
    integrated = _INTEGRATED.search(plain)
    start = integrated.end() if integrated is not None else 0
    found: list[Named] = []
    listing = integrated is not None
    for chunk in _chunks(sentence[start:], bodies):
        text = chunk.words
        heads = listing or chunk.mark in ("", ":")
        begins = _beginning(text, heads=heads, integrated=integrated is not None)
        last = found[-1] if found else None
        if begins is None:
            if last is not None and listing and _goes_on(last, text, chunk.mark):
                last.name = f"{last.name} và {text}" if chunk.mark == "và" else f"{last.name}, {text}"
            else:
                listing = listing and chunk.mark in (",", "và", "cùng")
            continue
        at, behind_preposition = begins
        name = text[at:]
        family = "integrated" if integrated is not None else family_of(name)
        if last is not None and _is_venue(last, name, family, behind_preposition):
            last.name = f"{last.name}{';' if chunk.mark == ';' else ','} {text}"
            continue
        if family is None:
            continue
        found.append(Named(name, family))
        listing = True
    for one in found:
        _finish(one)
    if integrated is not None:
        _give_owners(found, bodies)
    yield from found


def _plain(words: str) -> str:
    """Return *words* folded where that keeps every place, else in small letters."""
    folded = fold(words)
    return folded if len(folded) == len(words) else words.lower()


def _beginning(text: str, *, heads: bool, integrated: bool) -> tuple[int, bool] | None:
    """Return where the name of a channel begins in *text*, and whether a preposition stands before it.

    With *heads*, a medium at the very beginning counts: "Niêm yết công khai …", or the next member of a list.
    """
    plain = _plain(text)
    verbs = VERBS.match(plain)
    at = verbs.end() if verbs is not None else 0
    if _MEDIUM.match(plain, at) and (verbs is not None or heads):
        return at, False
    if integrated and re.match(r"(?:các|những|một số)\s", plain):
        return 0, False
    for preposition in _PREPOSITION.finditer(plain):
        if _MEDIUM.match(plain, preposition.end()):
            return preposition.end(), True
    return None


def _goes_on(last: Named, text: str, mark: str) -> bool:
    """Whether a name goes on with one more of those whose it is, or whom it is for: "… với thanh niên, doanh nghiệp"."""
    if mark == "," and _OWNED.search(last.name) is not None and len(text.split()) <= 3:
        return True
    people = _PEOPLE.search(_plain(last.name))
    return people is not None and mark in (",", "và") and _ARE_PEOPLE.match(_plain(text)) is not None


def _is_venue(last: Named, name: str, family: Family | None, behind_preposition: bool) -> bool:
    """Whether *name* is only where the programme before it is shown: "chuyên mục … trên Đài …; Báo …"."""
    if family not in VENUES or not _PROGRAMME.search(_plain(last.name)) or _PROGRAMME.match(_plain(name)):
        return False
    return behind_preposition or _AT_VENUE.search(_plain(last.name)) is not None


def _finish(one: Named) -> None:
    if (said := rhythm_in(one.name)) is not None:
        one.schedule = one.name[said[0] : said[1]]
        one.name = (one.name[: said[0]] + one.name[said[1] :]).strip()
    one.name = without_tail(one.name)


def without_tail(name: str) -> str:
    """Return *name* up to where its purpose, its fit or its readers begin."""
    if (end := _NAME_ENDS.search(_plain(name))) is not None:
        name = name[: end.start()]
    return name.strip(" .;:,…")


def is_programme(name: str) -> bool:
    """Whether *name* is something that is shown in a medium, "chuyên mục", and no medium of its own."""
    return _PROGRAMME.match(_plain(name)) is not None


def _give_owners(found: list[Named], bodies: BodyReader) -> None:
    """Give a list of meetings the bodies that hold them: "… vào các hội nghị của các sở, ngành"."""
    if not found or not _MEETINGS.search(_plain(found[-1].name)):
        return
    owned = _OWNED.search(_plain(found[-1].name))
    if owned is None:
        return
    owners, rest = bodies.begins(found[-1].name[owned.end() :])
    if owners and not rest.strip(" .,;…"):
        found[-1].name = found[-1].name[: owned.start()]
        for one in found:
            one.lead = owners


def _chunks(words: str, bodies: BodyReader) -> Iterator[_Chunk]:
    """Yield the members of the lists in *words*, each with the mark before it; names of bodies stay whole."""
    kept = [*_spans(words, bodies)]
    start, mark = 0, ""
    for separator in _SEPARATOR.finditer(words):
        if any(first <= separator.start() < last for first, last in kept):
            continue
        yield _Chunk(words[start : separator.start()].strip(), mark)
        start, mark = (
            separator.end(),
            separator[0].strip()[:1] if separator[0].strip()[:1] in ",;:…./" else "và",
        )
    yield _Chunk(words[start:].strip(), mark)


def _spans(words: str, bodies: BodyReader) -> Iterator[tuple[int, int]]:
    plain = _plain(words)
    for bracket in re.finditer(r"\([^)]*\)?", words):
        yield bracket.span()
    for quoted in re.finditer(r"“[^”]*”|\"[^\"]*\"|«[^»]*»", words):
        yield quoted.span()
    for compound in _COMPOUNDS.finditer(plain):
        yield compound.span()
    for name in re.finditer(r"(?:(?<=của )|(?<=trên )|(?<=, )|(?<=và )|(?<=: )|^)(?=\S)", words):
        owned = words[: name.start()].endswith("của ")
        if owned and _PLACE.match(plain, name.start()):
            continue
        length = bodies.length(words[name.start() :], several=owned)
        if length:
            yield name.start(), name.start() + length
