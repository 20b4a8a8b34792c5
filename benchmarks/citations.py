"""How fast citations are found: on law text, on text made to hurt, and side by side with eyecite on US text.

Run ``python benchmarks/citations.py``: law text up to 8 MB, text made to hurt up to 0.5 MB; ``--full`` takes that to 8 MB too
and some twenty minutes. Times are CPU seconds, the best of three.
"""

from __future__ import annotations

import functools
import itertools
import sys
import time
import unicodedata
from typing import TYPE_CHECKING

from cchc.citations import find_citations

if TYPE_CHECKING:
    from collections.abc import Callable

MB = 1_000_000
AIM = 5.0
DOUBLING = 2.3

# One citation to 700 bytes: denser than a decree, about as dense as a plan.
_LAW = (
    "Điều {n}. Trách nhiệm của các cơ quan, đơn vị trong việc thực hiện Kế hoạch\n"
    "1. Căn cứ Nghị định số {n}/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư, các cơ quan, đơn vị "
    "tổ chức quán triệt, tuyên truyền và bố trí kinh phí trong dự toán được giao hằng năm theo quy định của pháp luật.\n"
    "2. Sở Nội vụ chủ trì, phối hợp với các sở, ngành theo dõi, đôn đốc việc thực hiện Quyết định số {n}/QĐ-UBND ngày "
    "28/12/2016 của UBND tỉnh ban hành Kế hoạch cải cách hành chính; định kỳ hằng quý báo cáo Ủy ban nhân dân tỉnh trước "
    "ngày 20 của tháng cuối quý, kèm theo số liệu của 12 chỉ tiêu và 45/60 phiếu khảo sát.\n"
    "3. Ủy ban nhân dân cấp xã niêm yết công khai thủ tục hành chính theo điểm a khoản 2 Điều 5 Luật Tiếp cận thông tin ngày "
    "06 tháng 4 năm 2016, bảo đảm đầy đủ, chính xác, dễ hiểu, dễ thực hiện đối với người dân và doanh nghiệp.\n"
    "4. Thủ trưởng các cơ quan, đơn vị công khai số điện thoại đường dây nóng, bố trí công chức trực tiếp nhận phản ánh, kiến nghị "
    "của cá nhân, tổ chức về quy định hành chính trong giờ làm việc; tổng hợp, phân loại và chuyển đến cơ quan có thẩm quyền xử lý "
    "trong thời hạn 05 ngày làm việc, kể từ ngày nhận được phản ánh, kiến nghị đầy đủ thông tin.\n"
    "5. Hằng năm, trước ngày 15 tháng 12, các sở, ngành và Ủy ban nhân dân cấp xã tự đánh giá, chấm điểm theo các tiêu chí đã được "
    "ban hành, gửi tài liệu kiểm chứng cho từng tiêu chí và chịu trách nhiệm về tính chính xác của kết quả tự chấm điểm.\n"
    "6. Cán bộ, công chức, viên chức chịu trách nhiệm trước người đứng đầu cơ quan về kết quả thực hiện nhiệm vụ được giao.\n\n"
)


def law(size: int) -> str:
    """Make law text of *size* bytes."""
    parts, length, n = [], 0, 1
    while length < size:
        part = _LAW.format(n=n)
        parts.append(part)
        length += len(part.encode())
        n += 1
    return "".join(parts)


def decomposed(size: int) -> str:
    """The same in NFD, so that every offset must be mapped back."""
    text = unicodedata.normalize("NFD", law(size))
    return text[: int(size * len(text) / len(text.encode()))]


def repeated(piece: str) -> Callable[[int], str]:
    """A maker of texts that repeat *piece*."""
    return lambda size: piece * (size // len(piece.encode()) + 1)


HOSTILE: dict[str, Callable[[int], str]] = {
    "digits": repeated("7"),
    "digits and slashes": repeated("12/"),
    "dates": repeated("28/12/2016 "),
    "numbers in a list": repeated("12, "),
    "numbers after số": repeated("số 12 "),
    "codes without kind": repeated("12/AB-CD-EF-GH "),
    "ampersands": repeated("12/A&B&C&D&E&F&G&"),
    "citations without end": repeated("Quyết định số 12/QĐ-UBND "),
    "nested titles": repeated("Quyết định số 12/QĐ-UBND ngày 01/02/2020 của UBND tỉnh về việc thực hiện "),
    "lists without end": repeated("số 12/QĐ-UBND, "),
    "laws without end": repeated("Căn cứ Luật Viên chức "),
    "names without end": repeated("Căn cứ Nghị định số 12/2020/NĐ-CP của Ban Quản lý dự án Ban "),
    "articles without end": repeated("điểm a, b, c khoản 1, 2 và 3 Điều 5, 6 Nghị định số 1/2020/NĐ-CP"),
    "pointers": lambda size: "Quyết định số 1/QĐ-UBND " + repeated("Quyết định nêu trên ")(size),
    "short forms": lambda size: "Quyết định số 1/QĐ-UBND " + repeated("Quyết định số 1 ")(size),
    "spaces": lambda size: "Luật" + " " * size + "số 1/2020/QH14",
    "spaces after của": repeated("Nghị định số 1/2020/NĐ-CP của" + " " * 400),
    "open brackets": repeated("Nghị quyết số 1/NQ-CP về việc ("),
    "line breaks": repeated("Nghị định\nsố\n1/2020/\nNĐ-\nCP\n"),
    "zero-width": repeated("Nghị\u200b định\u200b số 1/2020/NĐ\u200b-CP "),
    "combining marks": repeated("a\u0323\u0302"),
    "one letter, all marks": lambda size: "e" + "\u0301\u0323" * (size // 4),
    "decomposed": decomposed,
}


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The best CPU time of *times* runs."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def speed(text: str) -> tuple[float, float, int]:
    """MB a second, seconds, citations."""
    found = len(find_citations(text))
    taken = seconds(lambda: find_citations(text))
    return len(text.encode()) / MB / taken, taken, found


def _doubling(make: Callable[[int], str], sizes: tuple[int, ...]) -> list[float]:
    # Each round times every size, so that a machine that is busy for a while slows them all alike.
    texts = [make(size) for size in sizes]
    rounds = [[seconds(functools.partial(find_citations, text), 1) for text in texts] for _ in range(3)]
    taken = [min(times) for times in zip(*rounds, strict=True)]
    return [later / earlier for earlier, later in itertools.pairwise(taken)]


_US = (
    "The court relied on {a} v. {b}, {n} U.S. {m} (19{y}), and on {b} Corp. v. State, {n} F.3d {m}, {k} (9th Cir. 20{z}). "
    "Under 42 U.S.C. § 1983, id. at {k}, the plaintiff must show more than the record of this proceeding has been able to "
    "establish so far, and the motion is therefore denied without prejudice to a later filing.\n"
)


def _us(size: int) -> str:
    parts, length, n = [], 0, 0
    while length < size:
        n += 1
        part = _US.format(
            a="Smith", b="Jones", n=100 + n % 400, m=1 + n % 900, k=2 + n % 900, y=50 + n % 49, z=10 + n % 9
        )
        parts.append(part)
        length += len(part)
    return "".join(parts)


def _beside_eyecite() -> None:
    try:
        from eyecite import get_citations
    except ImportError:
        print("eyecite is not installed: pip install eyecite==2.7.8")
        return
    text = _us(20_000)
    found = len(get_citations(text))
    theirs = len(text) / MB / seconds(lambda: get_citations(text), 1)
    ours, _, mine = speed(law(100_000))
    print(f"eyecite, 20 KB of US text       {theirs:8.2f} MB/s  {found} citations")
    print(f"cchc, 100 KB of Vietnamese law  {ours:8.2f} MB/s  {mine} citations")
    print(f"ratio                           {ours / theirs:8.1f}")


def main() -> None:
    """Print the figures, and which of them miss their aim."""
    full = "--full" in sys.argv
    sizes = (100_000, MB, 8 * MB)
    slow = []
    print("law text")
    for name, make in (("composed", law), ("decomposed", decomposed)):
        for size in sizes:
            rate, taken, found = speed(make(size))
            print(f"  {name:12} {size / MB:5.1f} MB {rate:8.1f} MB/s {taken:8.3f} s  {found} citations")
            if rate < AIM:
                slow.append(f"{name} {size}")
    steps = (MB, 2 * MB, 4 * MB, 8 * MB) if full else (MB // 4, MB // 2)
    print(f"time(2n)/time(n), from {steps[0] / MB} to {steps[-1] / MB} MB")
    for name, maker in {"law": law, **HOSTILE}.items():
        ratios = _doubling(maker, steps)
        print(f"  {name:24} {' '.join(f'{ratio:5.2f}' for ratio in ratios)}", flush=True)
        if max(ratios) > DOUBLING:
            slow.append(f"{name} {max(ratios):.2f}")
    _beside_eyecite()
    print("missed: " + ", ".join(slow) if slow else "all within their aims")


if __name__ == "__main__":
    main()
