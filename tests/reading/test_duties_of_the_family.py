"""Duties as other bodies and other documents give them: parties of a programme, the Party, hospitals, schools, companies."""

from __future__ import annotations

import pytest

from cchc.model import assignments
from tests.reading.reader import read
from tests.reading.test_heads_of_the_family import JOINT
from tests.reading.test_prose import given, plan_with

DUTIES = {
    "Hiệu trưởng các trường tiểu học đóng chân trên địa bàn huyện Mường La tổ chức sinh hoạt dưới cờ.": [
        "implement | Hiệu trưởng các trường tiểu học đóng chân trên địa bàn huyện Mường La | - | - | -",
    ],
    "Các cơ quan, đơn vị đóng trên địa bàn xã: Treo băng rôn trước ngày 20/8/2024.": [
        "implement | Các cơ quan, đơn vị đóng trên địa bàn xã | - | ..2024-08-20 | -",
    ],
    "Các sở, ngành căn cứ Kế hoạch này ban hành kế hoạch của đơn vị và báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 15/11/2024.": [
        "implement | Các sở, ngành | - | - | -",
        "report | Các sở, ngành | - | ..2024-11-15 | Sở Nội vụ",
    ],
    "Văn phòng UBND tỉnh: Phân công người trực; cập nhật số hồ sơ hằng ngày, báo cáo Chủ tịch UBND tỉnh vào 10 giờ thứ Hai hằng tuần.": [
        "implement | Văn phòng UBND tỉnh | - | day | -",
        "report | Văn phòng UBND tỉnh | - | week | Chủ tịch UBND tỉnh",
    ],
    "Sở Nội vụ: Theo dõi tiến độ; tham mưu UBND tỉnh báo cáo Bộ Nội vụ theo quy định.": [
        "implement | Sở Nội vụ | - | - | -",
        "report | Sở Nội vụ | - | - | Bộ Nội vụ",
    ],
    "Ban Tuyên giáo Tỉnh ủy: Chủ trì, phối hợp với các cơ quan tham mưu, giúp việc Tỉnh ủy kiểm tra việc thực hiện.": [
        "lead | Ban Tuyên giáo Tỉnh ủy | các cơ quan tham mưu, giúp việc Tỉnh ủy | - | -",
    ],
    "Các chi bộ, đảng bộ trực thuộc: Quán triệt Kế hoạch trong tháng 3/2024.": [
        "implement | Các chi bộ, đảng bộ trực thuộc | - | 2024-03.. | -",
    ],
    "Các huyện, thành đoàn và đoàn trực thuộc: Ra quân trong tháng 3/2024; báo cáo về Tỉnh đoàn (qua Ban Tuyên giáo) trước ngày 20/11/2024.": [
        "implement | Các huyện, thành đoàn và đoàn trực thuộc | - | 2024-03.. | -",
        "report | Các huyện, thành đoàn và đoàn trực thuộc | - | ..2024-11-20 | Tỉnh đoàn",
    ],
    "Các khoa lâm sàng, cận lâm sàng: Phổ biến Kế hoạch tại buổi giao ban.": [
        "implement | Các khoa lâm sàng, cận lâm sàng | - | - | -",
    ],
    "Giáo viên chủ nhiệm: Tuyên truyền tới học sinh của lớp.": [
        "implement | Giáo viên chủ nhiệm | - | - | -",
    ],
    "Đồng chí Lường Văn Inh - Phó Giám đốc: Chỉ đạo chung.": [
        "implement | Đồng chí Lường Văn Inh - Phó Giám đốc | - | - | -",
    ],
    "VNPT Sơn La, Viettel Sơn La: Bảo đảm đường truyền.": [
        "implement | VNPT Sơn La; Viettel Sơn La | - | - | -",
    ],
    "Chi cục Phòng, chống tệ nạn xã hội: Niêm yết thủ tục tại nơi giao dịch.": [
        "implement | Chi cục Phòng, chống tệ nạn xã hội | - | - | -",
    ],
    "Sở Y tế: phối hợp với Trung tâm Dịch vụ việc làm tỉnh mời người lao động tham gia.": [
        "partner | Sở Y tế | Trung tâm Dịch vụ việc làm tỉnh | - | -",
    ],
    "Hai cơ quan thống nhất tổ chức sơ kết vào tháng 12/2024.": [
        "implement | Hai cơ quan | - | 2024-12.. | -",
    ],
}  # fmt: skip


@pytest.mark.parametrize("sentence", DUTIES)
def test_a_sentence_gives_its_duties(sentence: str) -> None:
    """One for each thing that is to be done, a report on its own."""
    assert DUTIES[sentence] == [given(one) for one in assignments(plan_with(duty=f"1. {sentence}"))]


@pytest.mark.parametrize(
    "part", ["III. TRÁCH NHIỆM CỦA CÁC BÊN", "III. TỔ CHỨC THỰC HIỆN", "III. ĐIỀU KHOẢN THI HÀNH"]
)
def test_a_programme_of_two_gives_duties_to_each_and_to_both(part: str) -> None:
    """Headings name whose they are; what is common is for all who issued it."""
    duties = (
        f"{part}\n1. Trách nhiệm của Sở Tư pháp\n- Cung cấp tài liệu.\n- Cử báo cáo viên.\n"
        "2. Trách nhiệm của Hội Nông dân tỉnh\n- Chủ trì, phối hợp với Sở Tư pháp chọn mô hình điểm.\n"
        "3. Trách nhiệm chung\n- Định kỳ 6 tháng trao đổi thông tin.\n\nTM. BAN"
    )

    assert [
        "implement | Sở Tư pháp | - | - | -",
        "implement | Sở Tư pháp | - | - | -",
        "lead | Hội Nông dân tỉnh | Sở Tư pháp | - | -",
        "implement | Sở Tư pháp tỉnh Lào Cai; Hội Nông dân tỉnh | - | half_year | -",
    ] == [given(one) for one in assignments(read(JOINT.replace("TM. BAN", duties)).plan)]


def test_a_whole_part_may_be_that_of_one_body() -> None:
    """With a heading in capitals."""
    parts = (
        "III. TRÁCH NHIỆM CỦA SỞ TƯ PHÁP\n1. Cung cấp tài liệu.\n2. Cử báo cáo viên.\n"
        "IV. TRÁCH NHIỆM CHUNG\n1. Trao đổi thông tin.\n\nTM. BAN"
    )

    assert [
        "implement | Sở Tư pháp | - | - | -",
        "implement | Sở Tư pháp | - | - | -",
        "implement | Sở Tư pháp tỉnh Lào Cai; Hội Nông dân tỉnh | - | - | -",
    ] == [given(one) for one in assignments(read(JOINT.replace("TM. BAN", parts)).plan)]
