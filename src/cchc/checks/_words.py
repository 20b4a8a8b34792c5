"""Rules about text as text: doubled words, tones, look-alike letters, spaces, known slips (CC6xx)."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from cchc.checks._decree import DECREE
from cchc.checks._pattern import Late
from cchc.checks._record import Check, CheckContext
from cchc.checks._rule import Found, rule
from cchc.checks._texts import all_texts
from cchc.diagnostics import Severity
from cchc.model import Plan

_TWICE = Late(r"(?<!\w)(\w+(?: \w+){0,3}) \1(?!\w)", re.IGNORECASE)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Words of grammar are never said twice.
_GRAMMAR = _words(
    "các của và là những trong cho về với được để theo tại từ do bởi trên dưới đến có một mỗi cùng như khi nếu phải sẽ đã đang"
)
# Syllables that end one word and begin another, with what they begin: "tài chính chính xác" is no slip.
_BEGIN = {
    "chính": "xác quyền sách phủ quy thức trị đáng là sự yếu sử thống đảng thể diện kiến ngạch khách trực",
    "tin": "cậy bài học tưởng tức nhắn giả yêu tặc dùng",
    "bộ": "phận máy môn ngành thủ trưởng luật tiêu chỉ câu nội công tài hồ dữ",
    "sở": "hữu tại thích nội tài tư văn y giáo khoa nông công xây dân",
    "quan": "trọng tâm hệ điểm sát niệm chức",
    "trình": "bày diễn độ tự duyệt chiếu tỉnh ubnd hđnd chủ cấp thủ",
    "dân": "chủ tộc cư sinh trí vận số quân sự nguyện chúng tộc ca",
    "hành": "chính động vi trình lang nghề khách hạ",
    "cách": "thức mạng làm thực ly tiếp giải xử",
    "thức": "ăn tỉnh thời dậy",
    "thông": "tin báo qua thường tư suốt điệp",
    "tiếp": "nhận tục xúc cận theo công dân đón",
    "công": "chức tác khai dân nghệ việc an bằng tâm vụ trình nhận bố lập cộng chúng đoàn ty",
    "vụ": "việc án mùa kiện",
    "nhân": "dân viên lực rộng sự đạo ái cách",
    "pháp": "luật lý chế quyền lệnh",
    "thể": "hiện thức chế loại thao dục",
    "hội": "nghị thảo thi viên đồng nhập họp đủ trường",
    "báo": "cáo chí đài điện cần",
    "lý": "do luận giải lịch",
    "định": "kỳ hướng mức danh lượng vị",
    "thực": "hiện tế tiễn thi hành trạng sự phẩm",
    "chức": "năng danh vụ trách",
    "viên": "chức",
    "sự": "nghiệp việc kiện tham phối cố",
    "cải": "cách thiện tiến",
    "đồng": "bào thời chí bộ đều",
    "đoàn": "thể kết viên thanh",
    "truyền": "thông thanh hình thống đạt",
    "số": "hóa liệu lượng hoá 0 1 2 3 4 5 6 7 8 9",
    "phối": "hợp",
    "kế": "hoạch toán thừa",
    "đầu": "tư mối năm tiên",
    "tâm": "lý huyết",
    "năm": "2020 nay học",
    "chỉ": "đạo thị số tiêu huy",
    "đến": "nay cuối hết",
}
_REDUPLICATED = _words(
    "luôn thường ngày người nhà đời mãi dần đều song xa gần từ mau nhanh chậm nhỏ to xanh ngành nghề nơi điều việc lần lượt ai nhiều khác"
    " vừa càng rất hay sớm mai hơi hằng trung chung cao thấp nhẹ khe sâu"
)


@rule(
    "CC601",
    name="Từ lặp",
    rationale="Hai chữ giống nhau liền nhau thường do gõ hoặc dán hai lần.",
    wrong="Quyền phản ánh, kiến nghị về về TTHC",
    right="Quyền phản ánh, kiến nghị về TTHC",
    fix="bỏ một chữ, khi là hư từ hoặc cả cụm từ lặp",
)
def doubled(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find words that are said twice, without those that Vietnamese doubles and those that begin another word."""
    for text in context.once(plan, all_texts):
        for match in _TWICE.finditer(text.words):
            word = match[1].lower()
            if word.isdigit() or word in _REDUPLICATED:
                continue
            several = " " in word
            after = re.match(r" (\w+)", text.words[match.end() :])
            if not several and word not in _GRAMMAR and after:
                begun = _BEGIN.get(word)
                if begun is None or after[1].lower() in begun.split() or after[1][:1].isupper():
                    continue
            if several and len(set(word.split())) == 1:
                continue
            safe = several or word in _GRAMMAR
            yield Found(
                path=text.path,
                start=match.start(),
                end=match.end(),
                becomes=match[1] if safe else None,
                vi=f"{match[1]!r} viết hai lần.",
                en=f"{match[1]!r} is written twice.",
            )


_SYLLABLE = Late(r"(?<!\w)(?!q)\w{0,4}?(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]|[òóỏõọ][ae]|[ùúủũụ]y)(?!\w)", re.IGNORECASE)
_NEW = Late(r"[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ]")


def _without_place(syllable: str) -> str:
    bare = unicodedata.normalize("NFD", syllable.lower())
    tone = "".join(letter for letter in bare if letter in "\u0300\u0301\u0303\u0309\u0323")
    return "".join(letter for letter in bare if letter not in "\u0300\u0301\u0303\u0309\u0323") + tone


@rule(
    "CC602",
    name="Dấu thanh đặt hai kiểu trong một văn bản",
    rationale='"hóa" và "hoá" đều được dùng, nhưng một văn bản chỉ nên theo một kiểu; tìm kiếm mới ra đủ.',
    wrong="nếu có vướng mắc, các cơ quan phản ánh về Phòng Văn hoá - Xã hội",
    right="nếu có vướng mắc, các cơ quan phản ánh về Phòng Văn hóa - Xã hội",
    fix="viết theo kiểu mà văn bản dùng nhiều hơn",
)
def two_styles(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find syllables that are written both ways (hóa, hoá), where they are written the rarer way."""
    seen: dict[str, list[tuple[str, re.Match[str]]]] = {}
    for text in context.once(plan, all_texts):
        for match in _SYLLABLE.finditer(text.words):
            if not match.group().lower().startswith("qu"):
                seen.setdefault(_without_place(match.group()), []).append((text.path, match))
    for places in seen.values():
        styles = Counter(bool(_NEW.search(match.group())) for _, match in places)
        if len(styles) < 2:
            continue
        # Where both are as frequent, the names of the State's own bodies have "hóa".
        keep = styles[True] > styles[False]
        for path, match in places:
            word = match.group()
            if bool(_NEW.search(word)) != keep:
                right = _moved(word)
                yield Found(
                    path=path,
                    start=match.start(),
                    end=match.end(),
                    becomes=right,
                    vi=f"Viết {word!r}, nơi khác trong kế hoạch viết {right!r}.",
                    en=f"{word!r} here, {right!r} elsewhere in the plan.",
                )


def _moved(syllable: str) -> str:
    """Return a syllable with its tone on the other of its two last vowels."""
    first, second = (unicodedata.normalize("NFD", letter) for letter in syllable[-2:])
    tone = "".join(letter for letter in first + second if letter in "\u0300\u0301\u0303\u0309\u0323")
    bare = [part.replace(tone, "") for part in (first, second)]
    onto = 1 if tone in first else 0
    bare[onto] += tone
    return syllable[:-2] + unicodedata.normalize("NFC", "".join(bare))


_FOREIGN = Late("[\u00d0\u0189\u0256\u00f0\u0391-\u03c9\u0400-\u04ff]")
_ALIKE = str.maketrans(
    "\u00d0\u0189\u00f0\u0256"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425",
    "ĐĐđđ" + "aeopcyxiABEKMHOPCTX",
)


@rule(
    "CC603",
    name="Chữ lạ giống chữ Việt",
    rationale="Chữ Kirin, chữ Hy Lạp hoặc chữ Ð của tiếng Aixơlen trông như chữ Việt nhưng tìm kiếm và sắp xếp không ra.",
    wrong="- words: \u00d0ề nghị Ủy ban",
    right="- words: Đề nghị Ủy ban",
    fix="thay bằng chữ Việt cùng hình",
)
def look_alikes(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find letters of other alphabets inside Vietnamese words."""
    for text in context.once(plan, all_texts):
        for match in _FOREIGN.finditer(text.words):
            letter = match.group()
            right = letter.translate(_ALIKE)
            around = text.words[max(0, match.start() - 1) : match.end() + 1]
            # A Greek or Cyrillic letter among its own is a quotation, not a slip.
            if right == letter or len(_FOREIGN.findall(around)) > 1:
                continue
            yield Found(
                path=text.path,
                start=match.start(),
                end=match.end(),
                becomes=right,
                vi=f"Chữ {letter!r} (U+{ord(letter):04X}) không phải chữ Việt; đúng là {right!r}.",
                en=f"{letter!r} (U+{ord(letter):04X}) is no Vietnamese letter; meant is {right!r}.",
            )


_DECOMPOSED = Late("\\S*[\u0300-\u036f]\\S*")


@rule(
    "CC604",
    name="Chữ tách dấu (Unicode tổ hợp)",
    rationale="Chữ gõ bằng bảng mã tổ hợp trông giống chữ dựng sẵn nhưng tìm kiếm, so sánh không ra.",
    wrong="- words: Đe\u0302\u0300 nghị Ủy ban",
    right="- words: Đề nghị Ủy ban",
    source=f"TCVN 6909:2001, theo {DECREE}, Phụ lục I",
    fix="đổi sang chữ dựng sẵn",
)
def decomposed(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find words whose letters and marks are apart."""
    for text in context.once(plan, all_texts):
        if text.words.isascii():
            continue
        for match in _DECOMPOSED.finditer(text.words):
            right = unicodedata.normalize("NFC", match.group())
            if right != match.group():
                yield Found(
                    path=text.path,
                    start=match.start(),
                    end=match.end(),
                    becomes=right,
                    vi=f"{right!r} viết bằng Unicode tổ hợp.",
                    en=f"{right!r} is written in decomposed Unicode.",
                )


_SPACES = Late(r"(?<=\S)[ \u00a0]{2,}(?=\S)|(?<=\w)[ \u00a0]+(?=[,;:](?:\s|$))|(?<=\w) +(?=\.(?:\s|$))")


@rule(
    "CC605",
    name="Dấu cách thừa",
    severity=Severity.INFO,
    rationale="Hai dấu cách liền nhau, hoặc dấu cách trước dấu câu, làm giãn dòng và lệch tìm kiếm.",
    wrong='"Dịch vụ công trực tuyến  toàn trình và thủ tục hành chính (TTHC) ở cấp xã."',
    right="Dịch vụ công trực tuyến toàn trình và thủ tục hành chính (TTHC) ở cấp xã.",
    fix="bỏ dấu cách thừa",
)
def spaces(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find doubled spaces and spaces before a mark."""
    for text in context.once(plan, all_texts):
        for match in _SPACES.finditer(text.words):
            before_mark = text.words[match.end() : match.end() + 1] in ",;:."
            yield Found(
                path=text.path,
                start=match.start(),
                end=match.end(),
                becomes="" if before_mark else " ",
                vi="Thừa dấu cách trước dấu câu." if before_mark else "Thừa dấu cách.",
                en="A space before a mark." if before_mark else "More than one space.",
            )


SLIPS: Mapping[str, str] = {
    "hanh chính": "hành chính", "hành chinh": "hành chính", "cải cach": "cải cách", "cãi cách": "cải cách",
    "cấp cở": "cấp sở", "khui vực": "khu vực", "thũ tục": "thủ tục", "thủ tuc": "thủ tục", "bổ xung": "bổ sung",
    "sữa đổi": "sửa đổi", "xữ lý": "xử lý", "hướng dẩn": "hướng dẫn", "trãi qua": "trải qua", "chử ký": "chữ ký",
    "sử lý": "xử lý", "xuất sắt": "xuất sắc", "chất lượn": "chất lượng", "tham mưa": "tham mưu",
    "trực tuyển": "trực tuyến", "tuyên truyên": "tuyên truyền", "tuyên truyển": "tuyên truyền", "chuyên muc": "chuyên mục",
    "doang nghiệp": "doanh nghiệp", "ban nghành": "ban ngành", "các nghành": "các ngành", "chuyên nghành": "chuyên ngành",
    "đãm bảo": "đảm bảo", "triễn khai": "triển khai", "kiễm tra": "kiểm tra", "phổ biển": "phổ biến",
    "uỷ bản": "ủy ban", "công chúc": "công chức", "viên chúc": "viên chức", "nâng cáo": "nâng cao", "đẫy mạnh": "đẩy mạnh",
    "các tổ chức, các nhân": "các tổ chức, cá nhân", "tổ chức, các nhân": "tổ chức, cá nhân",
}  # fmt: skip
"""Known slips and what was meant; a plugin adds its own by a check that :func:`slips` makes."""

# "kế họach", "tòan", "khỏan": before a consonant the tone stands on the second vowel, whatever the style.
_MISPLACED = Late(r"(?<!\w)\w{0,3}?([òóỏõọ])([aă])(n|ng|nh|c|ch|t|i|y|m|p)(?!\w)", re.IGNORECASE)


def slips(
    code: str, words: Mapping[str, str], *, since: str, source: str = "", name: str = "Lỗi gõ đã biết"
) -> Check:
    """Return a check that finds the keys of *words* and would write their values instead.

    Args:
        code: code of the check, in letters of the plugin's own.
        words: slip to what was meant, in small letters.
        since: version of the plugin that brought it.
        source: where the list comes from.
        name: what it looks for.
    """
    first = next(iter(words))

    @rule(
        code,
        name=name,
        rationale="Những lỗi gõ hay gặp trong kế hoạch, không trùng với cách viết đúng nào.",
        wrong=first,
        right=words[first],
        source=source,
        since=since,
        fix="viết lại cho đúng",
    )
    def look(plan: Plan, context: CheckContext) -> Iterator[Found]:
        pattern = _compiled(tuple(words))
        for text in context.once(plan, all_texts):
            for match in pattern.finditer(text.words):
                right = words[match.group().lower()]
                if match.group()[0].isupper():
                    right = right[0].upper() + right[1:]
                yield _slip(text.path, match, right)

    return look


@functools.cache
def _compiled(words: tuple[str, ...]) -> re.Pattern[str]:
    # When it is first needed: compiling a list is dear, and most runs of the command need none.
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


def _slip(path: str, match: re.Match[str], right: str) -> Found:
    return Found(
        path=path,
        start=match.start(),
        end=match.end(),
        becomes=right,
        vi=f"{match.group()!r} có lẽ là {right!r}.",
        en=f"{match.group()!r} is probably {right!r}.",
    )


known_slips = slips("CC606", SLIPS, since="0.1.0")


@rule(
    "CC607",
    name="Dấu thanh đặt nhầm nguyên âm",
    rationale='"họach", "tòan" do bộ gõ đặt dấu khi chưa gõ xong chữ; không kiểu viết nào như vậy.',
    wrong="theo dõi, đôn đốc việc thực hiện Kế họach này",
    right="theo dõi, đôn đốc việc thực hiện Kế hoạch này",
    fix="đặt lại dấu",
)
def misplaced_tone(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find closed syllables with the tone on the first of two vowels."""
    for text in context.once(plan, all_texts):
        for match in _MISPLACED.finditer(text.words):
            at = match.start(1) - match.start()
            word = match.group()
            right = word[:at] + _moved(word[at : at + 2]) + word[at + 2 :]
            yield _slip(text.path, match, right)


RULES = (doubled, two_styles, look_alikes, decomposed, spaces, known_slips, misplaced_tone)
