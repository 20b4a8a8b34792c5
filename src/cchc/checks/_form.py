"""Rules about form: dates, symbol, filing, end mark, signature, capitals, abbreviations (CC5xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.checks._decree import DECREE, IN_FORCE, weight
from cchc.checks._pattern import Late
from cchc.checks._record import CheckContext
from cchc.checks._rule import Found, rule
from cchc.checks._texts import all_texts, is_inside, prose, quoted
from cchc.diagnostics import Severity
from cchc.model import Plan
from cchc.text import fold

_SHORT = Late(r"(?<![\d/.,-])([0-3]?\d)/([01]?\d)/((?:19|20|21)\d\d)(?![\d/])")
_LONG = Late(r"(?<=gày )([0-3]?\d) tháng ([01]?\d) năm ((?:19|20|21)\d\d)")


@rule(
    "CC501",
    name="Số 0 trong ngày tháng",
    rationale="Ngày nhỏ hơn 10 và tháng 1, 2 ghi thêm số 0 ở trước; tháng 3 đến tháng 9 thì không.",
    wrong="trước ngày 30/09/2026",
    right="trước ngày 30/9/2026",
    source=f"{DECREE}, Phụ lục I, mục II.4.b",
    fix="viết lại ngày, 02/09/2021 thành 02/9/2021",
)
def leading_zeros(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find days and months with a zero too many or too few."""
    for text in context.once(plan, all_texts):
        for pattern, form in ((_SHORT, "{}/{}/{}"), (_LONG, "{} tháng {} năm {}")):
            for match in pattern.finditer(text.words):
                day, month = int(match[1]), int(match[2])
                if not (1 <= day <= 31 and 1 <= month <= 12):
                    continue
                right = form.format(f"{day:02d}", f"{month:02d}" if month < 3 else month, match[3])
                if right != match.group():
                    yield Found(
                        path=text.path,
                        start=match.start(),
                        end=match.end(),
                        becomes=right,
                        severity=weight(context),
                        vi=f"Ngày viết {match.group()!r}, đúng là {right!r}.",
                        en=f"{match.group()!r} should be {right!r}.",
                    )


@rule(
    "CC502",
    name="Ký hiệu không khớp với loại văn bản hoặc cơ quan ban hành",
    rationale="Ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt tên cơ quan ban hành.",
    wrong="symbol: QĐ-UBND",
    right="symbol: KH-UBND",
    source=f"{DECREE}, Phụ lục I, mục II.3.b, và Phụ lục III",
)
def symbol(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find symbols of another type of document, and those of a committee that do not name it."""
    if not plan.symbol:
        return
    head, _, tail = plan.symbol.partition("-")
    if head != plan.kind:
        yield Found(
            path="symbol",
            severity=weight(context),
            vi=f"Ký hiệu {plan.symbol!r} không bắt đầu bằng {plan.kind!r} như loại văn bản.",
            en=f"The symbol {plan.symbol!r} does not begin with {plan.kind!r}, the type of the document.",
        )
    elif fold(plan.issuer.words).startswith(("ủy ban nhân dân", "ubnd")) and tail != "UBND":
        yield Found(
            path="symbol",
            severity=weight(context),
            vi=f"Ký hiệu {plan.symbol!r} không có tên cơ quan ban hành: {plan.kind}-UBND.",
            en=f"The symbol {plan.symbol!r} does not name the issuer: {plan.kind}-UBND.",
        )


@rule(
    "CC503",
    name='Dòng lưu không có "VT"',
    rationale='Bản lưu ở văn thư là bản gốc của văn bản; dòng cuối nơi nhận ghi "Lưu: VT", rồi đến đơn vị soạn thảo.',
    wrong="archive: VP1",
    right="archive: VT",
    source=f"{DECREE}, Phụ lục I, mục II.9.b",
    fix='thêm "VT" vào đầu dòng lưu',
)
def filing(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find filing lines that do not name the records office."""
    units = re.sub(r"^Lưu\s*:?\s*", "", plan.archive.strip())
    if units and not re.match(r"VT\b", units):
        yield Found(
            path="archive",
            start=0,
            end=len(plan.archive),
            becomes=f"VT, {units}" if context.on >= IN_FORCE and "VT" not in units else None,
            severity=weight(context),
            vi=f'Dòng lưu ghi {plan.archive!r}, thiếu "VT" (văn thư) ở đầu.',
            en=f"The filing line {plan.archive!r} does not begin with VT, the records office.",
        )


@rule(
    "CC504",
    name="Dấu kết thúc văn bản đặt sai chỗ",
    rationale='"./." chỉ có một lần, ở cuối văn bản; mẫu trình bày tự viết dấu này sau phần kết.',
    wrong="để tổng hợp./.",
    right="để tổng hợp",
    source=f"{DECREE}, Phụ lục III, Mẫu 1.4",
    fix="bỏ dấu thừa ở phần kết",
)
def end_mark(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find end marks inside the plan; the template writes the one at its end."""
    for text in context.once(plan, prose):
        at = text.words.find("./.")
        if at >= 0:
            last = text.path == "closing" and text.words.rstrip().endswith("./.")
            yield Found(
                path=text.path,
                start=at,
                end=at + 3,
                becomes="" if last else None,
                vi='Dấu kết thúc "./." do mẫu trình bày viết ở cuối văn bản; ở đây là thừa.',
                en="The template writes the end mark './.'; here it is one too many.",
            )


_TITLES = Late(r"^(?:GS|PGS|TS|ThS|Th\.S|Ths|CN|KS|BS|NGƯT|NGND|Ông|Bà|Đ/c|Đồng chí)[.\s]")
_DEPUTIES = ("PHÓ", "THỨ TRƯỞNG")
_COLLECTIVE = ("ủy ban nhân dân", "ubnd", "hội đồng nhân dân")


@rule(
    "CC505",
    name="Quyền hạn, chức vụ của người ký không hợp nhau",
    rationale="Chuỗi thẩm quyền nói ai ký thay ai; sai một dòng là văn bản ký không đúng thẩm quyền.",
    wrong="  position: CHỦ TỊCH\n",
    right="  position: PHÓ CHỦ TỊCH\n",
    source=f"{DECREE}, Điều 13 và Phụ lục I, mục II.7",
)
def signing(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find chains of authority that cannot be: no TM. for a committee, KT. without a deputy, a title before a name."""
    signature = plan.signature
    if signature is None:
        return
    lines = [" ".join(line.upper().split()) for line in signature.authority]
    position = " ".join(signature.position.upper().split())
    collective = fold(plan.issuer.words).startswith(_COLLECTIVE)
    acting = next((line for line in lines if line.startswith("KT.")), None)

    def begins(*marks: str) -> bool:
        return any(line.startswith(marks) for line in lines)

    authority = "signature.authority"
    # Whether it is so, its place, and what is wrong with it.
    faults = (
        (
            collective and lines and not begins("TM.", "TUQ.", "TL."),
            authority,
            'Ủy ban nhân dân làm việc theo chế độ tập thể, cần dòng "TM. ỦY BAN NHÂN DÂN"',
            "a People's Committee acts as a body: a line with TM. is needed",
        ),
        (
            not collective and plan.level == "department" and begins("TM."),
            authority,
            'sở làm việc theo chế độ thủ trưởng, không dùng "TM."',
            "a department is led by its head: no TM.",
        ),
        (
            acting and position and not position.startswith(_DEPUTIES),
            "signature.position",
            f"đã có {acting!r} thì người ký là cấp phó",
            f"{acting!r} says that a deputy signs",
        ),
        (
            lines and not acting and position.startswith(_DEPUTIES) and not begins("TL.", "TUQ.", "Q."),
            authority,
            f'{position!r} ký thì cần dòng "KT."',
            f"{position!r} signs: a line with KT. is needed",
        ),
        (
            acting and lines.index(acting) == 0 and begins("TM."),
            authority,
            'dòng "TM." đứng trước dòng "KT."',
            "TM. comes before KT.",
        ),
        (
            acting and begins("TUQ."),
            authority,
            "người được ủy quyền (TUQ.) không được ủy quyền lại",
            "who is authorised (TUQ.) cannot pass it on",
        ),
        (
            _TITLES.match(signature.name),
            "signature.name",
            "trước họ tên người ký không ghi học hàm, học vị, danh hiệu",
            "no titles before the name",
        ),
    )
    for wrong, path, vi, en in faults:
        if wrong:
            yield Found(path=path, severity=weight(context), vi=f"Chữ ký: {vi}.", en=f"Signature: {en}.")


_SMALL = "a-zà-ỹđăâêôơư"
# What must stand in a text before its pattern is worth trying; the pattern; what is right, or nothing for the other case.
_CAPITALS: tuple[tuple[tuple[str, ...], Late, str], ...] = (
    (("nhà nước",), Late(r"(?<=[Cc]ủa )nhà nước\b|(?<=Đảng và )nhà nước\b|(?<=Đảng, )nhà nước\b"), "Nhà nước"),
    (("nhân dân",), Late(r"(?<=[Tt]ầng lớp )nhân dân\b|(?<=[Pp]hục vụ )nhân dân\b(?! \w+ \w+ tự)"), "Nhân dân"),
    (("Khoản", "Điểm"), Late(rf"(?<=[{_SMALL},;] )Khoản(?= \d+)|(?<=[{_SMALL},;] )Điểm(?= [a-zđ]\)? )"), ""),
    (("điều", "chương"), Late(rf"(?<=khoản \d )điều(?= \d)|(?<=[{_SMALL},;] )chương(?= [IVX]+\b)"), ""),
    (("thành phố Hồ Chí Minh",), Late(r"(?<=\w )thành phố(?= Hồ Chí Minh)"), ""),
    (("thủ đô Hà Nội",), Late(r"(?<=\w )thủ đô(?= Hà Nội)"), ""),
    (
        ("ủy ban nhân dân", "uỷ ban nhân dân", "hội đồng nhân dân", "của chính phủ"),
        Late(
            r"(?<=\w )(?:ủy|uỷ) ban nhân dân(?= (?:tỉnh|thành phố|huyện|quận|xã|phường|đặc khu)\b)"
            r"|(?<=\w )hội đồng nhân dân(?= (?:tỉnh|thành phố|huyện|quận|xã|phường|đặc khu|và)\b)|(?<= của )chính phủ\b"
        ),
        "",
    ),
    (
        ("Tỉnh ", "Huyện ", "Xã ", "Thị trấn "),
        Late(rf"(?<=[{_SMALL},;] )(?:Tỉnh|Huyện|Xã|Thị trấn)(?= [A-ZĐ][{_SMALL}]+ [A-ZĐ])"),
        "",
    ),
)  # fmt: skip


@rule(
    "CC506",
    name="Viết hoa",
    severity=Severity.INFO,
    rationale="Nhân dân, Nhà nước luôn viết hoa; viện dẫn thì Phần, Chương, Mục, Điều viết hoa, khoản, điểm viết thường; "
    "danh từ chung chỉ đơn vị hành chính viết thường.",
    wrong="theo Khoản 2 Điều 5",
    right="theo khoản 2 Điều 5",
    source=f"{DECREE}, Phụ lục II",
    fix="đổi chữ đầu thành hoa hoặc thường",
)
def capitals(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find words that are written with a capital, or without, against the decree; only since it is in force."""
    if context.on < IN_FORCE:
        return
    titles = context.once(plan, quoted)
    for text in context.once(plan, prose):
        if text.words.isupper():
            continue
        for needles, pattern, fixed in _CAPITALS:
            if not any(needle in text.words for needle in needles):
                continue
            for match in pattern.finditer(text.words):
                if is_inside(match.start(), titles.get(text.path, ())):
                    continue
                word = match.group()
                right = fixed or (word[0].swapcase() + word[1:])
                yield Found(
                    path=text.path,
                    start=match.start(),
                    end=match.end(),
                    becomes=right,
                    vi=f"Viết {word!r}, đúng là {right!r}.",
                    en=f"{word!r} should be {right!r}.",
                )


_SHORT_FORM = Late(r"(?<![\w/.-])[A-ZĐ]{3,}(?![\w/-])")
_INTRODUCES = Late(r"(?:viết|gọi)(?: tên)? tắt(?: chung)?(?: là)?[ :]*[“\"']?$")
_INTRODUCED = 30
_COMMON = frozenset({"CCHC", "TTHC", "CNTT", "CBCCVC", "CBCC", "DVCTT", "DVC", "PBGDPL", "KSTTHC", "CSDL"})


@rule(
    "CC507",
    name="Chữ viết tắt dùng trước khi được giải thích",
    rationale="Cụm từ viết tắt được viết đầy đủ lần đầu, kèm chữ viết tắt trong ngoặc.",
    wrong="Dịch vụ công trực tuyến toàn trình và TTHC (thủ tục hành chính) ở cấp xã.",
    right="Dịch vụ công trực tuyến toàn trình và thủ tục hành chính (TTHC) ở cấp xã.",
    source=f"{DECREE}, Phụ lục I, mục II.5 và thông lệ soạn thảo",
)
def abbreviations(plan: Plan, context: CheckContext) -> Iterator[Found]:
    """Find short forms that stand before the place that explains them, and common ones that no place explains."""
    titles = context.once(plan, quoted)
    first: dict[str, tuple[str, int, int]] = {}
    explained: set[str] = set()
    late: set[str] = set()
    for text in context.once(plan, prose):
        if text.words.isupper():
            continue
        for match in _SHORT_FORM.finditer(text.words):
            short = match.group()
            before = text.words[max(match.start() - _INTRODUCED, 0) : match.start()]
            if (
                before.endswith("(") and text.words[match.end() : match.end() + 1] == ")"
            ) or _INTRODUCES.search(before):
                if short in first and short not in explained:
                    late.add(short)
                explained.add(short)
            elif short not in (*first, *explained) and not is_inside(
                match.start(), titles.get(text.path, ())
            ):
                first[short] = (text.path, match.start(), match.end())
    for short, (path, start, end) in first.items():
        if short in late:
            yield Found(
                path=path,
                start=start,
                end=end,
                vi=f"{short!r} dùng ở đây trước khi được giải thích.",
                en=f"{short!r} is used here before it is explained.",
            )
        elif short in _COMMON and short not in explained:
            yield Found(
                path=path,
                start=start,
                end=end,
                severity=Severity.INFO,
                vi=f"{short!r} không được giải thích ở đâu trong kế hoạch.",
                en=f"{short!r} is explained nowhere in the plan.",
            )


RULES = (leading_zeros, symbol, filing, end_mark, signing, capitals, abbreviations)
