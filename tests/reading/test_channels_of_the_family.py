"""Channels as other plans tell them: by who does it at the end, in brackets, under names without a medium, among the contents."""

from __future__ import annotations

import pytest

from cchc.model import assignments, channels
from tests.reading.reader import read
from tests.reading.test_prose import PAGE, given, plan_with, told

CHANNELS = {
    "Mở chuyên mục “Chính quyền số” trên sóng phát thanh tỉnh, mỗi tuần một kỳ. Do Đài Phát thanh và Truyền hình tỉnh chủ trì thực hiện, Sở Nội vụ và Sở Tư pháp phối hợp.": [
        "chuyên mục “Chính quyền số” trên sóng phát thanh tỉnh | week*1 | - | Đài Phát thanh và Truyền hình tỉnh | Sở Nội vụ; Sở Tư pháp",
    ],
    "Tổ chức 05 cuộc đối thoại với công nhân tại các khu công nghiệp trong quý III/2024 (Sở Tư pháp chủ trì, Liên đoàn Lao động tỉnh và Ban Quản lý Khu kinh tế phối hợp).": [
        "cuộc đối thoại với công nhân tại các khu công nghiệp | 2024-07..2024-09 | 5 cuộc | Sở Tư pháp | Liên đoàn Lao động tỉnh; Ban Quản lý Khu kinh tế",
    ],
    "Tiếp dân định kỳ tại bệnh viện: 02 lần/tháng, vào sáng thứ Ba, Phòng Điều dưỡng chủ trì, phối hợp với các khoa lâm sàng.": [
        "Tiếp dân định kỳ tại bệnh viện | month*2 | - | Phòng Điều dưỡng | các khoa lâm sàng",
    ],
    "Website, Zalo của Sở: mỗi tháng đăng 06 tin, bài; Văn phòng Sở Nội vụ phụ trách.": [
        "Website, Zalo của Sở | month | 6 tin, bài | Văn phòng Sở Nội vụ | -",
    ],
    "Báo Sơn La, Đài Phát thanh và Truyền hình tỉnh và hệ thống loa truyền thanh là những kênh tuyên truyền chủ lực, được sử dụng thường xuyên trong năm.": [
        "Báo Sơn La | all_year | - | - | -",
        "Đài Phát thanh và Truyền hình tỉnh | all_year | - | - | -",
        "hệ thống loa truyền thanh | all_year | - | - | -",
    ],
    "Trang thông tin điện tử của Sở; bảng tin tại trụ sở; mạng nội bộ của cơ quan.": [
        "Trang thông tin điện tử của Sở | - | - | - | -",
        "bảng tin tại trụ sở | - | - | - | -",
        "mạng nội bộ của cơ quan | - | - | - | -",
    ],
    "Sàn giao dịch việc làm, kết hợp giới thiệu dịch vụ công: ngày 05 và 20 hằng tháng (Trung tâm Dịch vụ việc làm tỉnh thực hiện).": [
        "Sàn giao dịch việc làm | month | - | Trung tâm Dịch vụ việc làm tỉnh | -",
    ],
    "Hợp đồng với Đài Phát thanh và Truyền hình tỉnh thực hiện 04 tọa đàm “Dân hỏi”, thời lượng 20 phút/kỳ (Sở Nội vụ chủ trì).": [
        "tọa đàm “Dân hỏi” | - | 4 tọa đàm | Sở Nội vụ | Đài Phát thanh và Truyền hình tỉnh",
    ],
    "Tuyên truyền qua Bưu điện tỉnh khi chi trả lương hưu.": [
        "Bưu điện tỉnh | - | - | - | -",
    ],
    "Phát hành cẩm nang “Hỏi đáp”: 1.500 quyển, dịp Ngày Pháp luật (Sở Tư pháp chủ trì).": [
        "cẩm nang “Hỏi đáp” | words | 1500 quyển | Sở Tư pháp | -",
    ],
    "Tổ chức 06 buổi truyền thông tại các xã vùng cao: Nậm Giôn, Chiềng Công; thời gian từ tháng 6 đến tháng 9 năm 2024.": [
        "buổi truyền thông tại các xã vùng cao | 2024-06..2024-09 | 6 buổi | - | -",
    ],
    "Đăng bài trên Báo Sơn La; ghi hình trên Đài Phát thanh và Truyền hình tỉnh; treo 15 băng rôn tại thị trấn.": [
        "Báo Sơn La | - | - | - | -",
        "Đài Phát thanh và Truyền hình tỉnh | - | - | - | -",
        "băng rôn tại thị trấn | - | 15 băng rôn | - | -",
    ],
    "Trang tin điện tử xã: trong tháng 02 tin, bài.": [
        "Trang tin điện tử xã | month | 2 tin, bài | - | -",
    ],
    "Trong tháng 02 tổ chức 03 hội nghị.": [
        "hội nghị | 2024-02.. | 3 hội nghị | - | -",
    ],
    "Trang thông tin điện tử huyện đăng 36 bài trong năm, định kỳ 03 bài/tháng.": [
        "Trang thông tin điện tử huyện | month | 36 bài | - | -",
    ],
    "Mỗi xã treo 05 băng rôn trong năm.": [
        "băng rôn | - | 5 băng rôn | - | -",
    ],
    "Nhóm Zalo các bản và Fanpage “Xã Tân Lập”: mỗi tuần 03 tin, bài.": [
        "Nhóm Zalo các bản và Fanpage “Xã Tân Lập” | week | 3 tin, bài | - | -",
    ],
    "Tổ chức 03 (ba) lớp tập huấn cho công chức cấp xã trong quý II.": [
        "lớp tập huấn cho công chức cấp xã | 2024-04..2024-06 | 3 lớp | - | -",
    ],
    "Tổ chức từ 02 đến 04 hội nghị đối thoại trong năm 2024.": [
        "hội nghị đối thoại | all_year | >=2 hội nghị | - | -",
    ],
    "Nhắn tin SMS đến 4.000 thuê bao trong tháng 9; Viễn thông Sơn La thực hiện.": [
        "Nhắn tin SMS đến 4.000 thuê bao | 2024-09.. | - | Viễn thông Sơn La | -",
    ],
    "Tổ chức đêm giao lưu văn nghệ “Vì dân” vào tối 10/10/2024, do Tỉnh đoàn chủ trì.": [
        "đêm giao lưu văn nghệ “Vì dân” | 2024-10-10.. | - | Tỉnh đoàn | -",
    ],
    "Tổ chức Tuần lễ hỗ trợ dịch vụ công, từ ngày 01 - 07/10/2024; Sở Nội vụ chủ trì.": [
        "Tuần lễ hỗ trợ dịch vụ công | 2024-10-01..2024-10-07 | - | Sở Nội vụ | -",
    ],
    "Tổ chức lễ ra quân trong tháng 3/2024.": [
        "lễ ra quân | 2024-03.. | - | - | -",
    ],
}  # fmt: skip


@pytest.mark.parametrize("sentence", CHANNELS)
def test_a_sentence_tells_its_channels(sentence: str) -> None:
    """What is said is read, and nothing that is not."""
    assert CHANNELS[sentence] == [told(one) for one in channels(plan_with(channel=f"1. {sentence}"))]


def test_a_name_is_what_its_paragraph_tells_of() -> None:
    """A name in quotation marks heads the paragraph behind it; one without a medium keeps it; "Mỗi xã" leads nothing."""
    lines = (
        "1. Diễn đàn “Công chức trẻ”\nTổ chức 01 diễn đàn cấp tỉnh trong tháng 9/2024, do Tỉnh đoàn chủ trì.\n"
        "2. Tuyên truyền miệng\nThông qua già làng, trưởng bản; lồng ghép tại các cuộc họp bản hằng tháng.\n"
        "3. Đối thoại tại các xã\nMỗi xã tổ chức ít nhất 02 cuộc đối thoại trong năm. UBND các xã chủ trì."
    )
    plan = plan_with(channel=lines)

    assert [
        "Diễn đàn “Công chức trẻ” | 2024-09.. | 1 diễn đàn | Tỉnh đoàn | -",
        "Tuyên truyền miệng | month | - | - | -",
        "Đối thoại tại các xã | - | >=2 cuộc | UBND các xã | -",
    ] == [told(one) for one in channels(plan)]
    assert ["implement | Sở Nội vụ | - | - | -"] == [given(one) for one in assignments(plan)]


def test_forms_that_stand_among_the_contents_are_channels() -> None:
    """In a part of contents and forms, and below a heading of communication; what only tells of matters is none."""
    contents = (
        "II. NỘI DUNG, GIẢI PHÁP\n"
        "1. Tuyên truyền trên các phương tiện của Hội\n"
        "Tuyên truyền thông qua fanpage “Phụ nữ Sơn La”, bản tin sinh hoạt chi hội hằng quý.\n"
        "2. Lễ ra mắt mô hình\nGiới thiệu về dịch vụ công trực tuyến.\n"
        "3. Thông tin về mô hình được đăng trên Báo Sơn La.\n"
    )
    plan = read(
        PAGE.replace("II. HÌNH THỨC TUYÊN TRUYỀN", contents).format(
            channels="", duties="1. Sở Nội vụ: Theo dõi."
        )
    ).plan

    assert [
        "fanpage “Phụ nữ Sơn La” | - | - | - | -",
        "bản tin sinh hoạt chi hội | quarter | - | - | -",
        "Báo Sơn La | - | - | - | -",
    ] == [told(one) for one in channels(plan)]


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("Truyền thông cải cách hành chính", ["channel", "duty", "channel"]),
        ("Cải cách hành chính", ["duty", "duty", "channel"]),
    ],
)
def test_what_a_task_with_a_leader_is_depends_on_the_plan(subject: str, found: list[str]) -> None:
    """In a plan of communication a form, in one of reform work of an office, unless it names a medium of its own."""
    tasks = (
        "II. NHIỆM VỤ\n1. Ngày thứ Bảy tình nguyện\n- Chủ trì: Tỉnh đoàn\n"
        "2. Rà soát thủ tục nội bộ\n- Chủ trì: Sở Tư pháp\n3. Chuyên mục trên Báo Sơn La\n- Chủ trì: Sở Nội vụ\n"
    )
    page = PAGE.replace("II. HÌNH THỨC TUYÊN TRUYỀN", tasks).replace(
        "Tuyên truyền cải cách hành chính", subject
    )
    plan = read(page.format(channels="", duties="1. Sở Y tế: Theo dõi.")).plan
    names = {one.name: "channel" for one in channels(plan)} | {one.task: "duty" for one in assignments(plan)}

    assert found == [
        names[name]
        for name in ("Ngày thứ Bảy tình nguyện", "Rà soát thủ tục nội bộ", "Chuyên mục trên Báo Sơn La")
    ]
