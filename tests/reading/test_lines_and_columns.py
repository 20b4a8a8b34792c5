"""Labelled lines and columns as other offices name them: who leads by "Đầu mối", how often by "Tần suất"."""

from __future__ import annotations

from cchc.model import assignments, channels
from tests.reading.reader import read
from tests.reading.test_prose import PAGE, given, plan_with, told

LINES = """1. Trang Zalo của Sở Nội vụ
• Tần suất: thứ Ba, thứ Sáu hằng tuần
• Thời lượng: không quá 300 chữ
• Định mức: 02 tin, bài, 10 ảnh/bài
• Đầu mối: Văn phòng Sở Nội vụ
• Cùng thực hiện: Sở Tư pháp
• Đơn vị tham mưu: Phòng Cải cách hành chính
2. Màn hình tại bến xe
• Hoàn thành: quý II/2024
• Số lượng: tối thiểu 12 video clip/tháng
• Địa điểm: Ban Quản lý bến xe tỉnh
• Thực hiện: Sở Giao thông vận tải
3. Hội thi “Một cửa thân thiện”
• Lịch tổ chức: phát động 15/4; trao giải ngày 20/11/2024
• Đơn vị chịu trách nhiệm: Tỉnh đoàn
• Lực lượng tham gia: Hội Nông dân tỉnh
• Nhà tài trợ: Bưu điện tỉnh"""


def test_lines_have_the_labels_of_many_offices() -> None:
    """And those that no field has give nobody a duty."""
    plan = plan_with(channel=LINES)

    assert [
        "Trang Zalo của Sở Nội vụ | week | 2 tin, bài | Văn phòng Sở Nội vụ | Sở Tư pháp",
        "Màn hình tại bến xe | 2024-04..2024-06 | >=12 video clip | Sở Giao thông vận tải | -",
        "Hội thi “Một cửa thân thiện” | 2024-04-15..2024-11-20 | - | Tỉnh đoàn | Hội Nông dân tỉnh",
    ] == [told(one) for one in channels(plan)]
    assert ["implement | Sở Nội vụ | - | - | -"] == [given(one) for one in assignments(plan)]


def test_a_count_for_each_month_is_a_rhythm_as_well() -> None:
    """Where no line says when."""
    lines = "1. Fanpage của tỉnh\n- Số lượng: 08 tin, bài/tháng\n- Chủ trì: Sở Nội vụ"

    assert ["Fanpage của tỉnh | month | 8 tin, bài | Sở Nội vụ | -"] == [
        told(one) for one in channels(plan_with(channel=lines))
    ]


def test_columns_have_the_titles_of_many_offices() -> None:
    """A message beside a channel is what it carries, an empty cell says nothing."""
    rows = (
        ("Kênh", "Thông điệp", "Tần suất", "Định mức", "Đầu mối", "Cùng thực hiện"),
        ("Cổng dịch vụ công tỉnh", "Nộp hồ sơ qua 04 bước", "Hằng tuần", "03 bài/tuần", "Sở Nội vụ", "Sở Tư pháp"),
        ("Xe loa lưu động", "Đi từng ngõ", "02 đợt/năm", "", "Sở Văn hóa, Thể thao và Du lịch", ""),
    )  # fmt: skip
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = PAGE.format(channels="@", duties="1. Sở Nội vụ: Theo dõi.")
    html = "".join(f"<p>{line}</p>" for line in page.splitlines())
    html = html.replace("<p>@</p>", f"<table border='1'>{table}</table>")
    found = channels(read(f"<html><body>{html}</body></html>", "html").plan)

    assert [
        "Cổng dịch vụ công tỉnh | week | 3 bài | Sở Nội vụ | Sở Tư pháp",
        "Xe loa lưu động | year*2 | - | Sở Văn hóa, Thể thao và Du lịch | -",
    ] == [told(one) for one in found]
    assert ["Nộp hồ sơ qua 04 bước", "Đi từng ngõ"] == [one.content for one in found]
