"""Channels and duties told in sentences: what each sentence says of when, how much, who leads, who helps and who gets the report."""

from __future__ import annotations

import functools

import pytest

from cchc.model import Assignment, Body, Channel, Plan, Schedule, assignments, channels
from tests.reading.reader import read

PAGE = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 41/KH-UBND
Sơn La, ngày 18 tháng 01 năm 2024

KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2024

Thực hiện Kế hoạch số 12/KH-UBND ngày 10/01/2024 của UBND tỉnh về cải cách hành chính năm 2024, UBND tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU
Ít nhất 95% người dân được biết về dịch vụ công trực tuyến.
II. HÌNH THỨC TUYÊN TRUYỀN
{channels}
III. TỔ CHỨC THỰC HIỆN
{duties}

Nơi nhận:
- Bộ Nội vụ;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lò Văn Khánh
"""


@functools.cache
def plan_with(
    channel: str = "1. Tuyên truyền trên Báo Sơn La.", duty: str = "1. Sở Nội vụ: Theo dõi."
) -> Plan:
    """Return what is read of a page with one channel and one duty."""
    return read(PAGE.format(channels=channel, duties=duty)).plan


def when(schedule: Schedule | None) -> str:
    """Return a time in few signs: "once ..2024-06-30", "month*2"."""
    if schedule is None:
        return "-"
    if schedule.kind == "recurring":
        return f"{schedule.every}*{schedule.times}" if schedule.times else f"{schedule.every}"
    if schedule.kind == "months":
        return ",".join(map(str, schedule.months))
    return (
        f"{schedule.start or ''}..{schedule.end or ''}" if schedule.start or schedule.end else schedule.kind
    )


def names(bodies: tuple[Body, ...]) -> str:
    """Return bodies on one line."""
    return "; ".join(body.words for body in bodies) or "-"


def told(one: Channel) -> str:
    """Return a channel on one line: name | time | how much | who leads | who helps."""
    amount = one.quantity
    floor = ">=" if amount and amount.at_least else ""
    number = f"{floor}{amount.number} {amount.unit}" if amount else "-"
    return f"{one.name} | {when(one.schedule)} | {number} | {names(one.lead)} | {names(one.partners)}"


def given(one: Assignment) -> str:
    """Return a duty on one line: role | who | with whom | time | who gets the report."""
    receiver = one.reports_to.words if one.reports_to else "-"
    return f"{one.role} | {names(one.bodies)} | {names(one.partners)} | {when(one.schedule)} | {receiver}"


CHANNELS = {
    "Trên Cổng Thông tin điện tử tỉnh: đăng tối thiểu 100 tin, bài mỗi năm; Văn phòng UBND tỉnh chủ trì, phối hợp với Sở Nội vụ và các sở, ngành liên quan.": [
        "Cổng Thông tin điện tử tỉnh | year | >=100 tin, bài | Văn phòng UBND tỉnh | Sở Nội vụ; các sở, ngành liên quan",
    ],
    "Tuyên truyền trên Trang thông tin điện tử tỉnh: mỗi tháng ít nhất 05 tin, bài. Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp.": [
        "Trang thông tin điện tử tỉnh | month | >=5 tin, bài | Sở Nội vụ | Sở Tư pháp",
    ],
    "Trên hệ thống loa truyền thanh: phát mỗi tuần 03 buổi, mỗi buổi không quá 20 phút, do UBND cấp xã thực hiện.": [
        "hệ thống loa truyền thanh | week*3 | - | UBND cấp xã | -",
    ],
    "Tổ chức 03 hội nghị tập huấn nghiệp vụ cho công chức cấp xã trong Quý II/2024; Sở Nội vụ chủ trì, phối hợp với UBND các huyện, thành phố.": [
        "hội nghị tập huấn nghiệp vụ cho công chức cấp xã | 2024-04..2024-06 | 3 hội nghị | Sở Nội vụ | UBND các huyện, thành phố",
    ],
    "Tổ chức 01 hội nghị đối thoại giữa lãnh đạo tỉnh với người dân, doanh nghiệp về đất đai, xây dựng trong tháng 8/2024.": [
        "hội nghị đối thoại giữa lãnh đạo tỉnh với người dân, doanh nghiệp về đất đai, xây dựng | 2024-08.. | 1 hội nghị | - | -",
    ],
    "In và cấp phát 12.000 tờ rơi về dịch vụ công trực tuyến, hoàn thành trước ngày 31/5/2024, do Bưu điện tỉnh thực hiện.": [
        "tờ rơi về dịch vụ công trực tuyến | ..2024-05-31 | 12000 tờ rơi | Bưu điện tỉnh | -",
    ],
    "In 2.500 cuốn sổ tay hỏi đáp; 10.000 tờ gấp trước ngày 31/8/2024.": [
        "cuốn sổ tay hỏi đáp | - | 2500 cuốn | - | -",
        "tờ gấp | ..2024-08-31 | 10000 tờ gấp | - | -",
    ],
    "Tổ chức 02 lớp tập huấn, 01 cuộc thi trực tuyến trong năm 2024.": [
        "lớp tập huấn | all_year | 2 lớp | - | -",
        "cuộc thi trực tuyến | all_year | 1 cuộc thi | - | -",
    ],
    "Treo ít nhất 50 băng rôn, khẩu hiệu tại các trục đường chính dịp kỷ niệm Quốc khánh 2/9.": [
        "băng rôn, khẩu hiệu tại các trục đường chính | words | >=50 băng rôn, khẩu hiệu | - | -",
    ],
    "Treo pano, khẩu hiệu tại trung tâm các xã: hoàn thành trong quý I/2024. Giao Sở Văn hóa, Thể thao và Du lịch chủ trì.": [
        "pano, khẩu hiệu tại trung tâm các xã | 2024-01..2024-03 | - | Sở Văn hóa, Thể thao và Du lịch | -",
    ],
    "Giao Đài Phát thanh và Truyền hình tỉnh mở chuyên mục “Dân hỏi - Chính quyền trả lời”, mỗi tháng 02 số.": [
        "chuyên mục “Dân hỏi - Chính quyền trả lời” | month*2 | - | Đài Phát thanh và Truyền hình tỉnh | -",
    ],
    "Báo Sơn La mở chuyên mục về cải cách thủ tục hành chính; tối thiểu 08 tin, bài mỗi tháng.": [
        "chuyên mục về cải cách thủ tục hành chính | month | >=8 tin, bài | Báo Sơn La | -",
    ],
    "Trên báo chí của tỉnh: Báo Sơn La mở chuyên mục “Nụ cười công sở”, mỗi tuần 01 số; Tạp chí Suối Reo đăng ít nhất 02 bài mỗi quý.": [
        "chuyên mục “Nụ cười công sở” | week*1 | - | Báo Sơn La | -",
        "Tạp chí Suối Reo | quarter | >=2 bài | Tạp chí Suối Reo | -",
    ],
    "Trên sóng truyền hình: mỗi tháng 01 phóng sự; trên báo in: mỗi tuần 02 tin, bài.": [
        "sóng truyền hình | month*1 | - | - | -",
        "báo in | week | 2 tin, bài | - | -",
    ],
    "Xây dựng, phát sóng chuyên mục “Chính quyền và công dân” định kỳ 01 tháng/lần.": [
        "chuyên mục “Chính quyền và công dân” | month*1 | - | - | -",
    ],
    "Duy trì chuyên mục “Cải cách hành chính” trên Báo Sơn La, mỗi tuần 01 kỳ.": [
        "chuyên mục “Cải cách hành chính” trên Báo Sơn La | week*1 | - | - | -",
    ],
    "Trên sóng phát thanh của tỉnh: Thực hiện chuyên mục “Một cửa”, phát sóng 02 kỳ/tháng vào tuần thứ hai và tuần thứ tư.": [
        "chuyên mục “Một cửa” trên sóng phát thanh của tỉnh | month*2 | - | - | -",
    ],
    "Phát động cuộc thi viết “Nụ cười công sở” từ tháng 3 đến tháng 9 năm 2024. Công đoàn viên chức tỉnh chủ trì.": [
        "cuộc thi viết “Nụ cười công sở” | 2024-03..2024-09 | - | Công đoàn viên chức tỉnh | -",
    ],
    "Sản xuất 06 phóng sự về các mô hình, sáng kiến, phát sóng từ tháng 4 đến tháng 11 năm 2024.": [
        "phóng sự về các mô hình, sáng kiến | 2024-04..2024-11 | 6 phóng sự | - | -",
    ],
    "Xây dựng 02 video clip hướng dẫn nộp hồ sơ, hoàn thành trong tháng 6/2024; do Trung tâm Phục vụ hành chính công tỉnh thực hiện, phối hợp với Viễn thông tỉnh.": [
        "video clip hướng dẫn nộp hồ sơ | ..2024-06 | 2 video clip | Trung tâm Phục vụ hành chính công tỉnh | Viễn thông tỉnh",
    ],
    "Tổ chức Hội nghị trực tuyến phổ biến thủ tục mới trong tháng 9 năm 2024; do Chi cục Quản lý chất lượng nông sản thực hiện.": [
        "Hội nghị trực tuyến phổ biến thủ tục mới | 2024-09.. | - | Chi cục Quản lý chất lượng nông sản | -",
    ],
    "Tọa đàm với doanh nghiệp: 02 cuộc, tại thành phố Sơn La (tháng 6) và huyện Mộc Châu (tháng 10); Sở Tư pháp chủ trì.": [
        "Tọa đàm với doanh nghiệp | 6,10 | 2 cuộc | Sở Tư pháp | -",
    ],
    "Tổ chức đối thoại giữa Chủ tịch UBND tỉnh với thanh niên, doanh nghiệp (ít nhất 01 lần/năm).": [
        "đối thoại giữa Chủ tịch UBND tỉnh với thanh niên, doanh nghiệp | year*1 | - | - | -",
    ],
    "Đối thoại: tổ chức 04 phiên “Cà phê doanh nhân” tại các huyện, mỗi quý 01 phiên. Chủ tịch UBND tỉnh chủ trì; Hội Nông dân tỉnh phối hợp.": [
        "phiên “Cà phê doanh nhân” tại các huyện | quarter*1 | 4 phiên | Chủ tịch UBND tỉnh | Hội Nông dân tỉnh",
    ],
    "Mạng xã hội: ít nhất 10 tin, bài mỗi quý trên trang Zalo OA “Sơn La số” do Sở Thông tin và Truyền thông quản trị.": [
        "trang Zalo OA “Sơn La số” | quarter | >=10 tin, bài | Sở Thông tin và Truyền thông | -",
    ],
    "Tuyên truyền cổ động bằng pano tại trụ sở cơ quan (Sở Văn hóa, Thể thao và Du lịch chủ trì).": [
        "cổ động bằng pano tại trụ sở cơ quan | - | - | Sở Văn hóa, Thể thao và Du lịch | -",
    ],
    "Tuyên truyền trên Cổng Thông tin điện tử tỉnh; giao Văn phòng UBND tỉnh thực hiện thường xuyên.": [
        "Cổng Thông tin điện tử tỉnh | all_year | - | Văn phòng UBND tỉnh | -",
    ],
    "Lồng ghép trong các hội nghị tiếp xúc cử tri, các buổi họp thôn, tổ dân phố trong cả năm.": [
        "các hội nghị tiếp xúc cử tri | all_year | - | - | -",
        "các buổi họp thôn, tổ dân phố | all_year | - | - | -",
    ],
    "Lồng ghép trong các hội nghị giao ban báo chí hàng tháng; các buổi sinh hoạt chi bộ.": [
        "các hội nghị giao ban báo chí | month | - | - | -",
        "các buổi sinh hoạt chi bộ | - | - | - | -",
    ],
    "Tổ chức Cuộc thi trực tuyến tìm hiểu pháp luật. Thời gian: tháng 8 - tháng 9/2024. Đối tượng dự thi: Công chức trong tỉnh. Sở Nội vụ chủ trì, phối hợp với Tỉnh đoàn tổ chức thực hiện.": [
        "Cuộc thi trực tuyến tìm hiểu pháp luật | 2024-08..2024-09 | - | Sở Nội vụ | Tỉnh đoàn",
    ],
    "Tổ chức 01 hội thi “Công chức với cải cách hành chính” vào tháng 9/2024. Giao Sở Nội vụ chủ trì, phối hợp với Tỉnh đoàn xây dựng thể lệ hội thi trước ngày 31/7/2024.": [
        "hội thi “Công chức với cải cách hành chính” | 2024-09.. | 1 hội thi | Sở Nội vụ | Tỉnh đoàn",
    ],
    "Đăng tin, bài về cải cách hành chính trên Trang thông tin điện tử tỉnh ít nhất 03 tin, bài/tháng. Giao Văn phòng UBND tỉnh thực hiện.": [
        "tin, bài về cải cách hành chính trên Trang thông tin điện tử tỉnh | month | >=3 tin, bài | Văn phòng UBND tỉnh | -",
    ],
    "Định kỳ hằng quý tổ chức họp báo thông tin kết quả; Sở Thông tin và Truyền thông chủ trì.": [
        "họp báo thông tin kết quả | quarter | - | Sở Thông tin và Truyền thông | -",
    ],
    "Niêm yết công khai thủ tục hành chính tại Bộ phận Một cửa.": [
        "Niêm yết công khai thủ tục hành chính tại Bộ phận Một cửa | - | - | - | -",
    ],
    "Thông tin trên Báo Sơn La, Đài Phát thanh - Truyền hình tỉnh, hệ thống truyền thanh cơ sở.": [
        "Báo Sơn La | - | - | - | -",
        "Đài Phát thanh - Truyền hình tỉnh | - | - | - | -",
        "hệ thống truyền thanh cơ sở | - | - | - | -",
    ],
    "In 800 cuốn cẩm nang, xong trước 20/10.": [
        "cuốn cẩm nang | ..2024-10-20 | 800 cuốn | - | -",
    ],
    "Tổ chức Hội thi “Cán bộ một cửa giỏi” vào tuần thứ hai tháng 6; Sở Nội vụ chủ trì.": [
        "Hội thi “Cán bộ một cửa giỏi” | 2024-06.. | - | Sở Nội vụ | -",
    ],
    "Sản xuất 05 phóng sự về chuyển đổi số, hoàn thành trong 9 tháng đầu năm 2024.": [
        "phóng sự về chuyển đổi số | 2024-01..2024-09 | 5 phóng sự | - | -",
    ],
    "Trên truyền hình. Sản xuất 06 phóng sự ngắn, hoàn thành trước ngày 30/9/2024; đơn vị chủ trì: Sở Nội vụ; đơn vị phối hợp: Sở Tư pháp, Sở Y tế.": [
        "phóng sự ngắn trên truyền hình | ..2024-09-30 | 6 phóng sự | Sở Nội vụ | Sở Tư pháp; Sở Y tế",
    ],
    "Trên báo chí. Phối hợp với Báo Sơn La, Đài Phát thanh và Truyền hình tỉnh mở chuyên trang “Dân bàn”, mỗi tháng 01 số; Sở Nội vụ chủ trì.": [
        "chuyên trang “Dân bàn” trên báo chí | month*1 | - | Sở Nội vụ | Báo Sơn La; Đài Phát thanh và Truyền hình tỉnh",
    ],
    "Trang tin của Sở Nội vụ đăng 04 tin, bài mỗi tháng. (Văn phòng UBND tỉnh chủ trì; Sở Tư pháp, Tỉnh đoàn phối hợp)": [
        "Trang tin của Sở Nội vụ | month | 4 tin, bài | Văn phòng UBND tỉnh | Sở Tư pháp; Tỉnh đoàn",
    ],
    "Trang Zalo của tỉnh: 03 tin, bài mỗi tuần; Sở Nội vụ quản trị, các sở, ngành phối hợp cung cấp tin, bài.": [
        "Trang Zalo của tỉnh | week | 3 tin, bài | Sở Nội vụ | các sở, ngành",
    ],
    "Ấn phẩm. In 4.000 tờ rơi, xong trước ngày 31 tháng 7 năm 2024; Sở Tư pháp chịu trách nhiệm nội dung và phát hành.": [
        "tờ rơi | ..2024-07-31 | 4000 tờ rơi | Sở Tư pháp | -",
    ],
    "Thùng thư ý kiến tại trụ sở: duy trì cả năm, do Thanh tra tỉnh quản lý.": [
        "Thùng thư ý kiến tại trụ sở | all_year | - | Thanh tra tỉnh | -",
    ],
    "Góc thông tin tại trạm y tế: cập nhật hằng tuần.": [
        "Góc thông tin tại trạm y tế | week | - | - | -",
    ],
    "Bảo đảm tiến độ: hoàn thành trước ngày 30/11/2024 các hình thức trên.": [],
    "Về thời lượng: mỗi tuần 02 buổi.": [],
    "Nội dung phải ngắn gọn: mỗi tuần chọn 01 chủ đề.": [],
    "Hưởng ứng ngày 10/10, tổ chức chương trình “Chợ phiên số” trong tháng 10.": [
        "chương trình “Chợ phiên số” | 2024-10.. | - | - | -",
    ],
}  # fmt: skip

#: What a line "Số lượng: …" says, and the count that it gives.
AMOUNTS = {
    "Từ 45 tin, bài trở lên": ">=45 tin, bài",
    "03 lớp/120 người": "3 lớp",
    "12 chuyên mục, mỗi chuyên mục 15 phút": "12 chuyên mục",
    "08 băng rôn, treo tại các ngã tư": "8 băng rôn",
    "20 khẩu hiệu (khổ 1 x 8 m)": "20 khẩu hiệu",
}

DUTIES = {
    "Câu lạc bộ Tuyên truyền viên trẻ, Cảng hàng không Nà Sản, Hội đồng phối hợp phổ biến, giáo dục pháp luật phối hợp tổ chức hội nghị.": [
        "partner | Câu lạc bộ Tuyên truyền viên trẻ; Cảng hàng không Nà Sản; Hội đồng phối hợp phổ biến, giáo dục pháp luật | - | - | -",
    ],
    "Giao Tỉnh đoàn, Trung tâm Phục vụ hành chính công tỉnh, Câu lạc bộ Tuyên truyền viên trẻ theo dõi.": [
        "implement | Tỉnh đoàn; Trung tâm Phục vụ hành chính công tỉnh; Câu lạc bộ Tuyên truyền viên trẻ | - | - | -",
    ],
    "Sở Nội vụ: Theo dõi, đôn đốc việc thực hiện. Định kỳ hằng quý, trước ngày 15 của tháng cuối quý, tổng hợp báo cáo UBND tỉnh.": [
        "implement | Sở Nội vụ | - | - | -",
        "report | Sở Nội vụ | - | quarter | UBND tỉnh",
    ],
    "Các sở, ban, ngành: Xây dựng kế hoạch của đơn vị trước ngày 28/02/2024; gửi báo cáo kết quả về Sở Nội vụ trước ngày 05/12/2024.": [
        "implement | Các sở, ban, ngành | - | ..2024-02-28 | -",
        "report | Các sở, ban, ngành | - | ..2024-12-05 | Sở Nội vụ",
    ],
    "Giao Sở Tài chính thẩm định dự toán, hoàn thành trong Quý I/2024.": [
        "implement | Sở Tài chính | - | 2024-01..2024-03 | -",
    ],
    "Đề nghị Ban Tuyên giáo Tỉnh ủy chỉ đạo, định hướng công tác tuyên truyền.": [
        "implement | Ban Tuyên giáo Tỉnh ủy | - | - | -",
    ],
    "Tổ trưởng các tổ dân phố: Thông báo đến từng hộ dân chậm nhất ngày 15/3/2024.": [
        "implement | Tổ trưởng các tổ dân phố | - | ..2024-03-15 | -",
    ],
    "Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ và Viễn thông Sơn La rà soát thủ tục hành chính trong 6 tháng đầu năm.": [
        "lead | Sở Tư pháp | Sở Nội vụ; Viễn thông Sơn La | 2024-01..2024-06 | -",
    ],
    "Ban Quản lý các khu công nghiệp tỉnh: Định kỳ 6 tháng, năm báo cáo kết quả về Sở Nội vụ để tổng hợp.": [
        "report | Ban Quản lý các khu công nghiệp tỉnh | - | half_year | Sở Nội vụ",
    ],
    "Công an tỉnh có trách nhiệm cấp tài khoản định danh điện tử; thường xuyên hướng dẫn người dân.": [
        "implement | Công an tỉnh | - | - | -",
    ],
    "Trung tâm Văn hóa, Thông tin và Thể thao huyện: Treo 30 băng rôn, hoàn thành trước ngày 10/4/2024. Nội dung theo mẫu của Sở Nội vụ.": [
        "implement | Trung tâm Văn hóa, Thông tin và Thể thao huyện | - | ..2024-04-10 | -",
    ],
    "Yêu cầu Thủ trưởng các cơ quan, đơn vị thực hiện Kế hoạch; kết quả báo cáo về UBND tỉnh trước ngày 01/12/2024.": [
        "implement | Thủ trưởng các cơ quan, đơn vị | - | - | -",
        "report | Thủ trưởng các cơ quan, đơn vị | - | ..2024-12-01 | UBND tỉnh",
    ],
    "Văn phòng UBND tỉnh: Tổng hợp kết quả vào báo cáo cải cách hành chính hằng quý, năm gửi Bộ Nội vụ.": [
        "report | Văn phòng UBND tỉnh | - | quarter | Bộ Nội vụ",
    ],
    "Thanh tra tỉnh: Thường xuyên kiểm tra công vụ.": [
        "implement | Thanh tra tỉnh | - | all_year | -",
    ],
    "Sở Y tế: Báo cáo kết quả trước ngày 05/6/2024 và ngày 25/11/2024.": [
        "report | Sở Y tế | - | words | -",
    ],
    "Sở Thông tin và Truyền thông: Định hướng nội dung tuyên truyền tại hội nghị giao ban báo chí hằng tháng.": [
        "implement | Sở Thông tin và Truyền thông | - | month | -",
    ],
    "Đề nghị Công đoàn Xây dựng Việt Nam, Hội Nông dân tỉnh: Vận động đoàn viên, hội viên tham gia.": [
        "implement | Công đoàn Xây dựng Việt Nam; Hội Nông dân tỉnh | - | - | -",
    ],
    "Vụ Pháp chế (cơ quan thường trực): Chủ trì rà soát thủ tục, báo cáo Bộ trưởng trước ngày 30/6/2024.": [
        "lead | Vụ Pháp chế | - | ..2024-06-30 | Bộ trưởng",
    ],
    "Sở Giáo dục và Đào tạo: Phối hợp với Sở Nội vụ tổ chức hội thi trong tháng 9/2024.": [
        "partner | Sở Giáo dục và Đào tạo | Sở Nội vụ | 2024-09.. | -",
    ],
    "Sở Giáo dục và Đào tạo: Phối hợp Sở Nội vụ tổ chức hội thi trong tháng 9/2024.": [
        "partner | Sở Giáo dục và Đào tạo | Sở Nội vụ | 2024-09.. | -",
    ],
    "Giao Văn phòng UBND tỉnh là đầu mối đôn đốc việc thực hiện; tham mưu báo cáo Bộ Nội vụ kết quả quý I.": [
        "implement | Văn phòng UBND tỉnh | - | - | -",
        "report | Văn phòng UBND tỉnh | - | - | Bộ Nội vụ",
    ],
    "Sở Nội vụ: Là cơ quan thường trực, chủ trì, phối hợp với các phòng, đơn vị thuộc Sở theo dõi việc thực hiện.": [
        "lead | Sở Nội vụ | các phòng, đơn vị thuộc Sở | - | -",
    ],
    "Hạt Kiểm lâm huyện Mường La: phổ biến thủ tục; 6 tháng, năm tổng hợp báo cáo về Sở Nội vụ trước ngày 10/11/2024.": [
        "implement | Hạt Kiểm lâm huyện Mường La | - | - | -",
        "report | Hạt Kiểm lâm huyện Mường La | - | ..2024-11-10 | Sở Nội vụ",
    ],
}  # fmt: skip


@pytest.mark.parametrize("sentence", CHANNELS)
def test_a_sentence_tells_its_channels(sentence: str) -> None:
    """What is said is read, and nothing that is not."""
    assert CHANNELS[sentence] == [told(one) for one in channels(plan_with(channel=f"1. {sentence}"))]


@pytest.mark.parametrize("sentence", CHANNELS)
def test_the_words_of_a_channel_stay(sentence: str) -> None:
    """Facts are added; a label and the words behind it are all that a point is divided into."""
    point = plan_with(channel=f"1. {sentence}").parts[1].items[0]

    assert sentence == (f"{point.label}: {point.words}" if point.label else point.words)


@pytest.mark.parametrize("sentence", DUTIES)
def test_a_sentence_gives_its_duties(sentence: str) -> None:
    """One for each sentence, a report on its own."""
    assert DUTIES[sentence] == [given(one) for one in assignments(plan_with(duty=f"1. {sentence}"))]


@pytest.mark.parametrize("said", AMOUNTS)
def test_a_line_says_how_much(said: str) -> None:
    """What is counted ends where the line goes on with something else."""
    point = f"1. Chuyên mục trên Báo Sơn La\n- Thời lượng, số lượng: {said}.\n- Cơ quan chủ trì: Sở Nội vụ."

    assert [AMOUNTS[said]] == [told(one).split(" | ")[2] for one in channels(plan_with(channel=point))]


def test_a_deputy_of_a_general_department_signs() -> None:
    """Who signs for another has the office of the second line."""
    page = PAGE.replace("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "KT. TỔNG CỤC TRƯỞNG\nPHÓ TỔNG CỤC TRƯỞNG")
    signature = read(
        page.format(channels="1. Tuyên truyền trên Báo Sơn La.", duties="1. Sở Nội vụ: Theo dõi.")
    ).plan.signature

    assert signature is not None
    assert (("KT. TỔNG CỤC TRƯỞNG",), "PHÓ TỔNG CỤC TRƯỞNG") == (signature.authority, signature.position)


def test_a_cell_over_two_rows_leads_both() -> None:
    """Who stands in a merged cell leads what each of its rows says."""
    table = (
        "<table border='1'><tr><th>TT</th><th>Nội dung</th><th>Đơn vị chủ trì</th><th>Thời gian</th></tr>"
        "<tr><td>1</td><td>Đăng tin trên Báo Sơn La</td><td rowspan='2'>Sở Nội vụ</td><td>Hằng tháng</td></tr>"
        "<tr><td>2</td><td>Hội thi tìm hiểu</td><td>Quý II</td></tr></table>"
    )
    page = PAGE.format(channels="@", duties="1. Sở Nội vụ: Theo dõi.")
    html = "".join(f"<p>{line}</p>" for line in page.splitlines()).replace("<p>@</p>", table)

    assert [
        "Đăng tin trên Báo Sơn La | month | - | Sở Nội vụ | -",
        "Hội thi tìm hiểu | 2024-04..2024-06 | - | Sở Nội vụ | -",
    ] == [told(one) for one in channels(read(f"<html><body>{html}</body></html>", "html").plan)]


def test_a_table_of_duties_may_begin_with_whose_they_are() -> None:
    """A column of offices before that of tasks gives its rows, and each point of a cell, to them."""
    table = (
        "<table border='1'><tr><th>Phòng, đơn vị</th><th>Nhiệm vụ</th><th>Thời hạn</th></tr>"
        "<tr><td rowspan='2'>Văn phòng UBND tỉnh</td><td>- Theo dõi tiến độ.</td><td>Hằng tháng</td></tr>"
        "<tr><td>- Tổng hợp, báo cáo Bộ Nội vụ kết quả.</td><td>Trước 10/12</td></tr>"
        "<tr><td>Sở Tư pháp</td><td>Chủ trì, phối hợp với Sở Nội vụ biên soạn tài liệu trên Cổng dịch vụ công.</td><td>Quý I</td></tr></table>"
    )
    html = "".join(f"<p>{line}</p>" for line in PAGE.format(channels="Trên báo.", duties="@").splitlines())
    plan = read(f"<html><body>{html.replace('<p>@</p>', table)}</body></html>", "html").plan

    assert [
        "implement | Văn phòng UBND tỉnh | - | month | -",
        "report | Văn phòng UBND tỉnh | - | ..2024-12-10 | Bộ Nội vụ",
        "lead | Sở Tư pháp | Sở Nội vụ | 2024-01..2024-03 | -",
    ] == [given(one) for one in assignments(plan)]


def test_parts_of_an_office_have_duties_of_their_own() -> None:
    """Below "Đối với …" a point goes to the office, and one that names a part of it to that part."""
    duty = (
        "1. Đối với Sở Nội vụ\n- Phòng Cải cách hành chính: Theo dõi tiến độ.\n"
        "2. Đối với các trường trực thuộc\n- Xây dựng kế hoạch trước 20/3.\n- Công khai thủ tục tại cổng trường."
    )

    assert [
        "implement | Phòng Cải cách hành chính | - | - | -",
        "implement | các trường trực thuộc | - | ..2024-03-20 | -",
        "implement | các trường trực thuộc | - | - | -",
    ] == [given(one) for one in assignments(plan_with(duty=duty))]


def test_points_of_a_body_below_a_channel_keep_its_marker() -> None:
    """Deep down a template has no further marker: what stands behind a body is its own, whatever label it ends with."""
    channel = (
        "1. Ngày hội chuyển đổi số; hằng quý; Sở Nội vụ chủ trì.\n- Sở Tư pháp; UBND các huyện, thành phố:\n"
        "- Phối hợp cử 02 công chức; sản phẩm: Danh sách.\n- Chủ trì rà soát; thời gian thực hiện: hằng tháng."
    )

    assert [
        "partner | Sở Tư pháp; UBND các huyện, thành phố | - | - | -",
        "lead | Sở Tư pháp; UBND các huyện, thành phố | - | month | -",
    ] == [given(one) for one in assignments(plan_with(channel)) if one.channel]


def test_semicolons_with_nothing_between_them_are_passed_over() -> None:
    """What is read is the same as without the empty clauses, and no error of the model."""
    doubled = plan_with(channel="1. Cấp phát tờ gấp; ; 500 tờ; ; quý II/2024.")

    assert list(channels(doubled)) == list(
        channels(plan_with(channel="1. Cấp phát tờ gấp; 500 tờ; quý II/2024."))
    )


def test_a_place_of_its_own_is_no_channel() -> None:
    """A point that says where, among the channels, names no form of communication."""
    assert not list(channels(plan_with(channel="1. Địa điểm: Nhà văn hóa huyện Mai Sơn.")))


@pytest.mark.parametrize(
    "words",
    [
        "Quỹ thời gian: Bố trí hợp lý.",
        "Đội ngũ tuyên truyền viên rất quan trọng.",
        "Nhóm giải pháp về thể chế: Rà soát văn bản.",
        "Bản kế hoạch này: Gửi các sở.",
        "Ban đầu: Rà soát thủ tục.",
    ],
)
def test_words_that_only_begin_like_bodies_have_no_duty(words: str) -> None:
    """What begins with the syllable of a body's name and goes on as a common word names nobody."""
    assert not list(assignments(plan_with(duty=f"1. {words}")))


def test_an_investment_board_is_a_body() -> None:
    """It begins as "ban đầu" does."""
    (duty,) = assignments(plan_with(duty="1. Ban Đầu tư: Rà soát thủ tục."))

    assert duty.bodies[0].words == "Ban Đầu tư"
