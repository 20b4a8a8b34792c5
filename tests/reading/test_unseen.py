"""Ten plans in the styles of other provinces, levels and years, beside what a reader of each would say.

Offices, numbers and people are made up in the shapes that such plans have; none of them was at hand when reading was built.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc import read_plan
from cchc.model import Assignment, Channel, Schedule, assignments, channels, facts
from tests.reading.reader import printed, read, registry
from tests.reading.test_law_words_come_back import came_back

FOLDER = Path(__file__).parent / "unseen"
FILES = sorted(FOLDER.iterdir())
#: A title in small letters is printed in capitals, and the foot of a decision before its plan behind it.
MOVED = ("commune-bare", "ministry-decision", "district-from-a-page")
IN_ORDER = [path for path in FILES if path.suffix == ".txt" and path.stem not in MOVED]


def when(schedule: Schedule | None) -> str:
    """Return a time in few signs: "range 2021-04..2021-06", "recurring month*2"."""
    if schedule is None:
        return "-"
    months = " " + ",".join(map(str, schedule.months)) if schedule.months else ""
    span = f" {schedule.start or ''}..{schedule.end or ''}" if schedule.start or schedule.end else ""
    rhythm = f" {schedule.every}*{schedule.times or 1}" if schedule.every else ""
    return f"{schedule.kind}{rhythm}{months}{span}"


def channel_line(one: Channel) -> str:
    """Return a channel on one line: name | time | how many | who leads | with whom."""
    quantity = f"{one.quantity.number} {one.quantity.unit}" if one.quantity else "-"
    lead, partners = ("; ".join(body.words for body in named) or "-" for named in (one.lead, one.partners))
    return f"{one.name} | {when(one.schedule)} | {quantity} | {lead} | {partners}"


def duty_line(one: Assignment) -> str:
    """Return a duty on one line: role | who | with whom | time | who gets the report."""
    bodies, partners = (
        "; ".join(body.words for body in named) or "-" for named in (one.bodies, one.partners)
    )
    receiver = one.reports_to.words if one.reports_to else "-"
    return f"{one.role} | {bodies} | {partners} | {when(one.schedule)} | {receiver}"


HEADS = {
    "district-from-a-page.txt": ("KH", 2019, "district", "Ủy ban nhân dân huyện Quế Sơn", None, "27/KH-UBND"),
    "ward-portal.html": ("KH", 2026, "commune", "Ủy ban nhân dân phường Tam Bình", "Ủy ban nhân dân Thành phố Hồ Chí Minh", "61/KH-UBND"),
    "commune-bare.txt": ("KH", 2022, "commune", "Ủy ban nhân dân xã Tân Lập", None, None),
    "department-labelled-lines.txt": ("KH", 2021, "department", "Sở Giao thông vận tải", "UBND tỉnh Hà Giang", "12/KH-SGTVT"),
    "district-slashes.txt": ("KH", 2019, "district", "Ủy ban nhân dân huyện Con Cuông", None, "07/KH-UBND"),
    "ministry-decision.txt": ("QĐ", 2023, "ministry", "Bộ Nông nghiệp và Phát triển nông thôn", None, "812/QĐ-BNN-TCCB"),
    "portal-table.html": ("KH", 2024, "department", "Sở Y tế", "UBND tỉnh Lào Cai", "33/KH-SYT"),
    "reform-plan-2023.txt": ("KH", 2023, "province", "Ủy ban nhân dân tỉnh Bắc Kạn", None, "15/KH-UBND"),
    "table-with-groups.txt": ("KH", 2020, "department", "Ban Dân tộc", "UBND tỉnh Đắk Lắk", "09/KH-BDT"),
    "ward-after-2025.txt": ("KH", 2025, "commune", "Ủy ban nhân dân phường Ba Đình", None, "21/KH-UBND"),
}  # fmt: skip

CHANNELS: dict[str, list[str]] = {
    "district-from-a-page.txt": [
        "chuyên mục CCHC trên Đài Truyền thanh - Truyền hình huyện | recurring month*1 | - | Đài Truyền thanh - Truyền hình huyện | Phòng Nội vụ",
        "tin, bài, văn bản về CCHC trên Trang thông tin điện tử huyện | recurring month*1 | 3 tin, bài | Văn phòng HĐND và UBND huyện | -",
        "đài truyền thanh xã, thị trấn | recurring week*1 | - | UBND các xã, thị trấn | -",
        "hội thi “Công chức với công tác cải cách hành chính” | once 2019-09.. | 1 hội thi | Phòng Nội vụ | Liên đoàn Lao động huyện; Huyện đoàn",
        "panô, khẩu hiệu trực quan tại trung tâm huyện và trụ sở UBND các xã, thị trấn | range 2019-01..2019-03 | - | Phòng Văn hóa và Thông tin | -",
        "các hội nghị tiếp xúc cử tri | all_year | - | - | -",
        "ngày Pháp luật 09/11 | all_year | - | - | -",
        "các buổi họp thôn, tổ dân phố | all_year | - | - | -",
    ],
    "ward-portal.html": [
        "Tuyên truyền trên Trang thông tin điện tử, Zalo, Facebook của phường | all_year | 8 tin, bài | Phòng Văn hóa - Xã hội | -",
        "Tuyên truyền qua màn hình LED, bảng điện tử tại trụ sở | recurring day*1 | - | Trung tâm Phục vụ hành chính công phường | -",
        "Hội nghị “Lắng nghe - Trao đổi” với Nhân dân các khu phố | months 1,2,3,7,8,9 | 2 hội nghị | Văn phòng HĐND và UBND phường | Ủy ban MTTQ Việt Nam phường; 28 khu phố",
        "Ngày hội chuyển đổi số phường Tam Bình | once 2026-10-10.. | - | Đoàn Thanh niên phường | các doanh nghiệp viễn thông",
        "Lớp hướng dẫn kỹ năng số cho người cao tuổi | range 2026-03-15..2026-11-15 | - | Hội Người cao tuổi phường | Trung tâm Cung ứng dịch vụ công phường",
    ],
    "commune-bare.txt": [
        "loa truyền thanh của xã | recurring week*2 | - | - | -",
        "các cuộc họp bản, tiểu khu | - | - | - | -",
        "Niêm yết công khai tại trụ sở UBND xã | - | - | - | -",
    ],
    "department-labelled-lines.txt": [
        "Tuyên truyền qua Trang thông tin điện tử của Sở | all_year | - | Văn phòng Sở | -",
        "Tổ chức hội nghị quán triệt | range 2021-04..2021-06 | - | Phòng Pháp chế - An toàn | Các phòng, đơn vị thuộc Sở",
        "Niêm yết công khai thủ tục hành chính tại Bộ phận Tiếp nhận và Trả kết quả | - | - | - | -",
    ],
    "district-slashes.txt": [
        "chuyên mục CCHC trên Đài Truyền thanh - Truyền hình huyện | recurring month*2 | - | Đài TT-TH huyện | Phòng Nội vụ",
        "Cổng TTĐT huyện | all_year | - | Văn phòng HĐND và UBND huyện | -",
        "trực quan bằng băng rôn | once ..2019-04-30 | - | - | -",
        "khẩu hiệu tại trụ sở UBND các xã, thị trấn | once ..2019-04-30 | - | - | -",
        "các hội nghị | - | - | - | -",
        "cuộc họp của cơ quan, đơn vị, khối xóm | - | - | - | -",
    ],
    "ministry-decision.txt": [
        "Tuyên truyền trên các báo, tạp chí của ngành | all_year | 24 tin, bài | Báo Nông nghiệp Việt Nam | Văn phòng Bộ; Vụ Tổ chức cán bộ",
        "Tổ chức tập huấn nghiệp vụ cải cách hành chính | range 2023-07..2023-09 | 2 lớp | Vụ Tổ chức cán bộ | Các Cục, Vụ liên quan",
    ],
    "portal-table.html": [
        "Đăng tin, bài trên Cổng thông tin điện tử Sở Y tế | all_year | 50 tin, bài | Văn phòng Sở | Các phòng chuyên môn",
        "Phóng sự trên Đài Phát thanh - Truyền hình tỉnh | range 2024-04..2024-06 | 2 phóng sự | Trung tâm Kiểm soát bệnh tật | Đài Phát thanh - Truyền hình tỉnh",
        "Hội nghị tập huấn kỹ năng giao tiếp, ứng xử | once 2024-05.. | 1 hội nghị | Phòng Tổ chức cán bộ | Các đơn vị trực thuộc",
    ],
    "reform-plan-2023.txt": [
    ],
    "table-with-groups.txt": [
        "Đăng bài trên Báo Đắk Lắk | once 2020-06.. | 2 bài viết | Văn phòng Ban | Phòng Tuyên truyền và Địa bàn",
        "Chuyên mục tiếng dân tộc trên Đài Phát thanh và Truyền hình tỉnh | recurring quarter*1 | 4 chuyên mục | Phòng Tuyên truyền và Địa bàn | Văn phòng Ban",
        "Gặp gỡ già làng, người có uy tín | months 7,8,9,10,11,12 | 5 buổi | Phòng Chính sách Dân tộc | Phòng Dân tộc các huyện, thị xã, thành phố",
    ],
    "ward-after-2025.txt": [
        "Tuyên truyền trên Cổng thông tin điện tử phường, fanpage, nhóm Zalo tổ dân phố | recurring week*1 2025-09..2025-12 | 20 tin, bài | Phòng Văn hóa - Xã hội | Trung tâm Phục vụ hành chính công phường; Đoàn Thanh niên phường",
        "Phát thanh trên hệ thống loa truyền thanh | recurring week*2 | - | Phòng Văn hóa - Xã hội | -",
        "Ra quân “Ngày thứ Bảy tình nguyện” hỗ trợ người dân nộp hồ sơ trực tuyến | once 2025-10.. | - | Đoàn Thanh niên phường | -",
    ],
}  # fmt: skip

DUTIES: dict[str, list[str]] = {
    "district-from-a-page.txt": [
        "lead | Phòng Nội vụ | Liên đoàn Lao động huyện; Huyện đoàn | once ..2019-07-31 | -",
        "implement | Phòng Nội vụ | - | - | -",
        "report | Phòng Nội vụ | - | recurring quarter*1 | Sở Nội vụ",
        "implement | Phòng Tài chính - Kế hoạch | - | - | -",
        "lead | Phòng Tư pháp | các cơ quan liên quan | - | -",
        "implement | Các phòng, ban, đơn vị thuộc huyện; UBND các xã, thị trấn | - | once ..2019-02-20 | -",
        "report | Các phòng, ban, đơn vị thuộc huyện; UBND các xã, thị trấn | - | recurring quarter*1 | UBND huyện",
        "implement | Ban Tuyên giáo Huyện ủy | - | recurring month*1 | -",
        "partner | Ủy ban MTTQ Việt Nam huyện; Hội Nông dân; Hội Liên hiệp Phụ nữ huyện | - | - | -",
    ],
    "ward-portal.html": [
        "implement | Phòng Văn hóa - Xã hội | - | - | -",
        "report | Phòng Văn hóa - Xã hội | - | recurring half_year*1 | UBND phường",
        "implement | Trung tâm Phục vụ hành chính công phường | - | - | -",
        "implement | Phòng Kinh tế, Hạ tầng và Đô thị | - | - | -",
        "implement | Phòng Kinh tế, Hạ tầng và Đô thị | - | - | -",
        "implement | Các trường học, trạm y tế, đơn vị trên địa bàn phường | - | once 2026-02.. | -",
        "implement | Ban điều hành các khu phố | - | - | -",
        "report | Ban điều hành các khu phố | - | recurring month*1 | Phòng Văn hóa - Xã hội",
        "lead | Ủy ban MTTQ Việt Nam phường | các tổ chức chính trị - xã hội | - | -",
    ],
    "commune-bare.txt": [
        "implement | Công chức Văn phòng - Thống kê | - | - | -",
        "implement | Công chức Văn hóa - Xã hội | - | - | -",
        "implement | Trưởng các bản, tiểu khu | - | - | -",
    ],
    "department-labelled-lines.txt": [
        "lead | Văn phòng Sở | - | - | -",
        "report | Văn phòng Sở | - | once ..2021-11-30 | Giám đốc Sở",
        "implement | Phòng Kế hoạch - Tài chính | - | - | -",
        "partner | Các phòng, đơn vị thuộc Sở | Văn phòng Sở | - | -",
    ],
    "district-slashes.txt": [
        "implement | Phòng Nội vụ | - | - | -",
        "implement | Phòng Nội vụ | - | - | -",
        "report | Phòng Nội vụ | - | recurring quarter*1 | UBND huyện",
        "implement | Phòng Tài chính - Kế hoạch | - | - | -",
        "partner | Phòng Văn hóa và Thông tin; Đài Truyền thanh - Truyền hình huyện | Phòng Nội vụ | - | -",
        "implement | UBND các xã, thị trấn | - | once ..2019-02-28 | -",
    ],
    "ministry-decision.txt": [
        "implement | Thủ trưởng các đơn vị thuộc Bộ | - | - | -",
        "report | Thủ trưởng các đơn vị thuộc Bộ | - | once ..2023-11-15 | Vụ Tổ chức cán bộ",
        "lead | Vụ Tài chính | Vụ Tổ chức cán bộ | - | -",
        "implement | Vụ Tổ chức cán bộ | - | - | Bộ trưởng",
    ],
    "portal-table.html": [
        "implement | Văn phòng Sở | - | once ..2024-12-05 | Sở Nội vụ",
        "implement | Các đơn vị trực thuộc | - | - | -",
    ],
    "reform-plan-2023.txt": [
        "lead | Sở Tư pháp | Các sở, ban, ngành; UBND các huyện, thành phố | all_year | -",
        "lead | Sở Tư pháp | - | months 1,2,3,7,8,9 | -",
        "lead | Văn phòng UBND tỉnh | Các sở, ban, ngành | once ..2023-09-30 | -",
        "implement | Sở Nội vụ | - | - | -",
        "lead | Sở Nội vụ | Sở Thông tin và Truyền thông; Đài Phát thanh và Truyền hình tỉnh; Báo Bắc Kạn | - | -",
        "lead | Sở Tài chính | - | - | -",
        "report | Các cơ quan, đơn vị | - | recurring quarter*1 | UBND tỉnh",
    ],
    "table-with-groups.txt": [
        "implement | Văn phòng Ban | - | - | -",
        "implement | Các phòng chuyên môn | - | - | -",
    ],
    "ward-after-2025.txt": [
        "implement | Văn phòng HĐND và UBND phường | - | once ..2025-12-15 | UBND phường",
        "partner | Ủy ban MTTQ Việt Nam phường; các tổ chức chính trị - xã hội | - | - | -",
        "implement | Các tổ dân phố | - | - | -",
    ],
}  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_head_is_read(path: Path) -> None:
    """Kind, year, level, who issued it below whom, number and symbol."""
    plan = read_plan(path, registry=registry()).plan
    superior = plan.parent_body.words if plan.parent_body else None
    if path.stem == "commune-bare":
        superior = None  # the line of three offices above it is no body
    number = f"{plan.number}/{plan.symbol}" if plan.number else None

    assert HEADS[path.name] == (plan.kind, plan.year, plan.level, plan.issuer.words, superior, number)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_channels_are_read(path: Path) -> None:
    """Each with its time, number and bodies, in order."""
    plan = read_plan(path, registry=registry()).plan

    assert CHANNELS[path.name] == [channel_line(one) for one in channels(plan)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_duties_are_read(path: Path) -> None:
    """Each with its role, bodies, time and receiver, in order."""
    plan = read_plan(path, registry=registry()).plan

    assert DUTIES[path.name] == [duty_line(one) for one in assignments(plan)]


@pytest.mark.parametrize("path", IN_ORDER, ids=lambda path: path.stem)
def test_each_word_comes_back(path: Path) -> None:
    """The first law holds for them as for the four real ones."""
    same, added = came_back(path.read_text(encoding="utf-8"))

    assert (True, True) == (same >= 0.995, added <= 0.01), (same, added)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_reading_is_a_fixed_point(path: Path) -> None:
    """Printed as it was read and read again, it says the same."""
    plan = read_plan(path, registry=registry()).plan

    assert facts(plan) == facts(read(printed(plan, "as_read")).plan)


def test_group_rows_hold_the_rows_below_them() -> None:
    """The rows of a table that only name a group are the parents of what follows."""
    plan = read_plan(FOLDER / "table-with-groups.txt", registry=registry()).plan
    table = plan.parts[1].items[0]

    assert [("A | Tuyên truyền qua báo chí", 2), ("B | Tuyên truyền miệng", 1)] == [
        (group.words, len(group.items)) for group in table.items
    ]
