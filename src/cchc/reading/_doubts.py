"""What a reader is not sure of: each doubt has a code, said in Vietnamese and English, at its place in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from cchc.diagnostics import Diagnostic, Location, Severity
from cchc.templates import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cchc.reading._outline import Node


@frozen
class _Doubt:
    severity: Severity
    vi: str
    en: str


DOUBTS = {
    "CR010": _Doubt(
        Severity.INFO,
        "Đây là tin về một kế hoạch, không phải toàn văn kế hoạch; chỉ đọc được những gì tin nêu.",
        "This is a news item about a plan, not the plan itself; only what it tells could be read.",
    ),
    "CR011": _Doubt(
        Severity.WARNING,
        "Văn bản báo trước {announced} mục nhưng đọc được {found}; hãy kiểm tra các mục bị mất dấu đầu dòng.",
        "The text announces {announced} points but {found} were read; some may have lost their marker.",
    ),
    "CR012": _Doubt(
        Severity.INFO,
        "Không rõ mục «{heading}» là phần nào của kế hoạch; nội dung được giữ nguyên.",
        "It is not known which part of a plan {heading!r} heads; its text was kept as it is.",
    ),
    "CR013": _Doubt(
        Severity.INFO,
        "Không có «{body}» trong danh mục cơ quan; tên được giữ như văn bản viết.",
        "{body!r} is no body that the tables know; its name was kept as written.",
    ),
    "CR014": _Doubt(
        Severity.INFO,
        "Thời gian «{time}» chỉ hiểu được bằng lời, không tính được thành ngày tháng.",
        "The time {time!r} is kept in words; no day or month follows from it.",
    ),
    "CR015": _Doubt(
        Severity.WARNING,
        "Số thứ tự «{marker}» không nối tiếp «{before}»; có thể thiếu hoặc lặp một mục.",
        "The marker {marker!r} does not follow {before!r}; a point may be missing or doubled.",
    ),
    "CR016": _Doubt(
        Severity.INFO,
        "Dấu đầu mục «{marker}» khác kiểu với «{before}» ở cùng cấp; đã hiểu là các mục ngang nhau.",
        "The marker {marker!r} is of another style than {before!r} beside it; both were read as one level.",
    ),
    "CR017": _Doubt(
        Severity.WARNING,
        "Không xác định được chắc chắn cơ quan ban hành («{issuer}»); hãy kiểm tra tên và mã đơn vị.",
        "The issuing body ({issuer!r}) is not certain; check its name and the code of its unit.",
    ),
    "CR018": _Doubt(
        Severity.INFO,
        "Phụ lục không lặp lại nhiệm vụ của kế hoạch nên được giữ nguyên ở cuối tệp; khi xuất, phụ lục in sau chữ ký.",
        "The annex does not say the tasks of the plan once more; it was kept as the last part, and is printed behind the signature.",
    ),
    "CR019": _Doubt(
        Severity.WARNING,
        "Không thấy năm của kế hoạch trong tiêu đề và phần mở đầu; đã lấy năm {year}.",
        "Neither title nor opening says the year of the plan; {year} was taken.",
    ),
    "CR020": _Doubt(
        Severity.WARNING,
        "Đoạn này dài {length} ký tự nên chỉ giữ nguyên văn, không đọc việc và hình thức trong đó.",
        "This paragraph has {length} characters; its words were kept, and no channel or duty was read from it.",
    ),
    "CR021": _Doubt(
        Severity.INFO,
        "Tên loại của văn bản là «{title}»; nội dung được đọc như một kế hoạch và sẽ được in với tên loại KẾ HOẠCH.",
        "The document is called {title!r}; it was read as a plan and will be printed as one.",
    ),
    "CR022": _Doubt(
        Severity.WARNING,
        "Văn bản do nhiều cơ quan cùng ban hành hoặc ký («{issuer}»); kế hoạch chỉ có chỗ cho một, hãy kiểm tra tên và phần ký.",
        "Several bodies issued or signed this ({issuer!r}), and a plan has room for one; check the name and the signature.",
    ),
}


def doubt(code: str, where: Location, **said: object) -> Diagnostic:
    """Return the doubt *code* at *where*; *said* fills its sentences."""
    known = DOUBTS[code]
    return Diagnostic(
        code=code,
        severity=known.severity,
        vi=known.vi.format(**said),
        en=known.en.format(**said),
        location=where,
    )


_NUMBERED = ("roman", "upper", "number", "letter")


def numbering_doubts(nodes: Sequence[Node], file: str) -> Iterator[Diagnostic]:
    """Yield where the numbers of an outline leave something out, repeat, or change their style on one level."""
    before: Node | None = None
    for node in nodes:
        if node.kind in _NUMBERED:
            where = Location(file=file, start=node.line.start, end=node.end)
            if before is not None and before.kind == node.kind:
                if not _follows(before, node):
                    yield doubt("CR015", where, marker=node.marker, before=before.marker)
                elif _style(before.marker) != _style(node.marker):
                    yield doubt("CR016", where, marker=node.marker, before=before.marker)
            before = node
        yield from numbering_doubts(node.below, file)


def _follows(before: Node, node: Node) -> bool:
    if before.number is None or node.number is None or node.number == before.number + 1:
        return True
    # Lists that skip đ are as common as lists that have it.
    return node.kind == "letter" and LETTERS[before.number : node.number - 1] == "đ"


def _style(marker: str) -> str:
    return marker.strip()[-1:]
