"""Plans as other provinces, levels and years write them, in shapes that the four real ones do not have.

Facts and names are made up of what the tables know; each text has one or two shapes of its own: see its name.
"""

from __future__ import annotations

TEXTS = {
    # Letterhead flattened by tabs, rules under the names, bases on lines of their own, budget before organisation.
    "columns flattened by tabs": """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH SƠN LA\tĐộc lập - Tự do - Hạnh phúc
-------\t---------------
Số: 35/KH-UBND\tSơn La, ngày 18 tháng 02 năm 2021

KẾ HOẠCH
Tuyên truyền cải cách hành chính trên địa bàn tỉnh Sơn La năm 2021
-----

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Nghị quyết số 30c/NQ-CP ngày 08 tháng 11 năm 2011 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2011 - 2020;
Theo đề nghị của Giám đốc Sở Nội vụ,

Ủy ban nhân dân tỉnh Sơn La ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2021 như sau:

I- MỤC ĐÍCH, YÊU CẦU
1- Mục đích: Nâng cao nhận thức của cán bộ, công chức và nhân dân.
2- Yêu cầu: Tuyên truyền thường xuyên, đúng trọng tâm.
II- HÌNH THỨC TUYÊN TRUYỀN
1- Chuyên mục cải cách hành chính trên sóng truyền hình:
- Thời gian thực hiện: Mỗi tháng 02 kỳ;
- Đơn vị chủ trì: Đài Phát thanh - Truyền hình tỉnh;
- Đơn vị phối hợp: Sở Nội vụ, Sở Tư pháp.
2- Hội nghị tập huấn công tác cải cách hành chính:
- Thời gian: Quý II năm 2021;
- Chủ trì: Sở Nội vụ;
- Số lượng: 03 lớp.
III- KINH PHÍ: Do ngân sách nhà nước bảo đảm.
IV- TỔ CHỨC THỰC HIỆN
1- Sở Nội vụ:
- Chủ trì, phối hợp với Sở Tài chính tổ chức thực hiện Kế hoạch này.
- Tổng hợp, báo cáo UBND tỉnh kết quả thực hiện.
2- Sở Tài chính: Bố trí kinh phí thực hiện Kế hoạch theo quy định.

Trên đây là Kế hoạch tuyên truyền cải cách hành chính năm 2021, yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./.

Nơi nhận:\tTM. ỦY BAN NHÂN DÂN
- Bộ Nội vụ;\tKT. CHỦ TỊCH
- Các sở, ban, ngành;\tPHÓ CHỦ TỊCH
- UBND các huyện, thành phố;
- Lưu: VT, NC.\tLò Minh Hùng
""",
    # No letterhead, markers 1. / 1.1. / +, channels as a list in prose, commune.
    "commune with decimal numbers and no letterhead": """KẾ HOẠCH
Tuyên truyền công tác cải cách hành chính năm 2023

Thực hiện Kế hoạch số 12/KH-UBND ngày 10/01/2023 của UBND huyện Hướng Hóa về cải cách hành chính năm 2023, UBND thị trấn Khe Sanh xây dựng Kế hoạch tuyên truyền cải cách hành chính năm 2023 cụ thể như sau:

1. MỤC ĐÍCH, YÊU CẦU
1.1. Mục đích
+ Giúp người dân nắm rõ quy trình giải quyết thủ tục hành chính.
1.2. Yêu cầu
+ Nội dung ngắn gọn, dễ hiểu.
2. HÌNH THỨC TUYÊN TRUYỀN
2.1. Tuyên truyền trên hệ thống loa truyền thanh của thị trấn, trang thông tin điện tử và trang Zalo của UBND thị trấn.
2.2. Niêm yết công khai thủ tục hành chính tại Bộ phận tiếp nhận và trả kết quả.
2.3. Lồng ghép trong các cuộc họp khối, hội nghị của các đoàn thể.
3. TỔ CHỨC THỰC HIỆN
3.1. Công chức Văn phòng - Thống kê: Tham mưu UBND thị trấn triển khai Kế hoạch; định kỳ hằng quý tổng hợp kết quả.
3.2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam thị trấn phối hợp tuyên truyền đến đoàn viên, hội viên.

Trên đây là Kế hoạch tuyên truyền cải cách hành chính năm 2023 của thị trấn Khe Sanh./.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Hồ Văn Thành
""",
    # A table of channels with a merged head, group rows and cells divided by pipes.
    "table of channels": """UBND TỈNH NAM ĐỊNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ | Độc lập - Tự do - Hạnh phúc
Số: 214/KH-SNV | Nam Định, ngày 09 tháng 3 năm 2023

KẾ HOẠCH
Truyền thông về cải cách hành chính năm 2023

Thực hiện Kế hoạch số 20/KH-UBND ngày 17/02/2023 của UBND tỉnh về cải cách hành chính năm 2023, Sở Nội vụ ban hành Kế hoạch truyền thông về cải cách hành chính năm 2023 như sau:

I. MỤC ĐÍCH
Tạo sự đồng thuận của xã hội đối với cải cách hành chính.

II. NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN
1. Nội dung
- Kết quả cải cách thủ tục hành chính.
2. Hình thức

TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian thực hiện | Số lượng
I | Báo chí | | | |
1 | Chuyên trang cải cách hành chính trên Báo Nam Định | Báo Nam Định | Sở Nội vụ | Hằng tháng | 12 chuyên trang
2 | Phóng sự về Bộ phận một cửa | Đài Phát thanh và Truyền hình tỉnh | Sở Nội vụ; UBND các huyện, thành phố | Tháng 5 và tháng 9 năm 2023 | 02 phóng sự
II | Hội nghị | | | |
3 | Hội nghị đối thoại với doanh nghiệp | Sở Kế hoạch và Đầu tư | Sở Nội vụ | Quý III/2023 | 01 hội nghị

III. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở theo dõi, đôn đốc việc thực hiện Kế hoạch.
2. Giao Phòng Cải cách hành chính tổng hợp, báo cáo Giám đốc Sở trước ngày 15/12/2023.

Nơi nhận:
- UBND tỉnh;
- Các phòng, đơn vị thuộc Sở;
- Lưu: VT.

GIÁM ĐỐC
Nguyễn Văn Hòa
""",
    # Plan of reform itself, parts in capital letters, heading split over lines, no-break spaces.
    "plan of reform with parts A and B": """ỦY BAN NHÂN DÂN
HUYỆN VÂN HỒ

Số:  /KH-UBND
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
Vân Hồ, ngày     tháng 01 năm 2020

DỰ THẢO

KẾ HOẠCH
CẢI CÁCH HÀNH CHÍNH NĂM 2020

Triển khai Quyết định số 3175/QĐ-UBND ngày 25/12/2019 của UBND tỉnh Sơn La về ban hành Kế hoạch cải cách hành chính năm 2020, UBND huyện Vân Hồ ban hành Kế hoạch cải cách hành chính năm 2020 như sau:

A. MỤC TIÊU
\u00a0\u00a0\u00a0- Hoàn thành các chỉ tiêu được giao.
B. NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH,
CÔNG TÁC TUYÊN TRUYỀN
I. Cải cách thể chế
1/ Rà soát văn bản quy phạm pháp luật.
2/ Kiểm tra việc thi hành pháp luật.
II. Thông tin, tuyên truyền
1/ Xây dựng chuyên mục cải cách hành chính.
C. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ
a) Chủ trì tham mưu triển khai Kế hoạch.
b) Báo cáo UBND huyện trước ngày 10 tháng 12 năm 2020.
3. Các phòng, ban chuyên môn, UBND các xã
Căn cứ Kế hoạch này xây dựng kế hoạch của cơ quan, đơn vị mình.

Nơi nhận:
- UBND tỉnh;
- Lưu VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
""",
    # A decision with the plan attached and articles of its own.
    "decision with the plan attached": """ỦY BAN NHÂN DÂN
THÀNH PHỐ CẦN THƠ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 402/QĐ-UBND
Cần Thơ, ngày 12 tháng 02 năm 2020

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2020

ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Nghị quyết số 30c/NQ-CP ngày 08 tháng 11 năm 2011 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2011 - 2020;
Xét đề nghị của Giám đốc Sở Nội vụ,

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch tuyên truyền cải cách hành chính năm 2020.

Điều 2. Giao Sở Nội vụ hướng dẫn, kiểm tra việc thực hiện Quyết định này.

Điều 3. Chánh Văn phòng, Giám đốc Sở Nội vụ, Chủ tịch UBND quận, huyện chịu trách nhiệm thi hành./.

Nơi nhận:
- Như Điều 3;
- Bộ Nội vụ;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Quang Mạnh

KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2020
(Ban hành kèm theo Quyết định số 402/QĐ-UBND ngày 12 tháng 02 năm 2020 của Ủy ban nhân dân thành phố Cần Thơ)

I. MỤC TIÊU
Nâng cao nhận thức của người dân về cải cách hành chính.
II. HÌNH THỨC
1. Tuyên truyền trên Báo Cần Thơ:
a) Thời gian thực hiện: Hằng tuần.
b) Cơ quan chủ trì: Báo Cần Thơ.
III. TỔ CHỨC THỰC HIỆN
1. Giao Sở Nội vụ theo dõi việc thực hiện Kế hoạch.
""",
    # Arabic 1) a) -, channels with "chủ trì" in the sentence, an annex that is not the plan's own task table.
    "annex with a table of its own": """ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ
Số: 88/KH-UBND
Quảng Trị, ngày 05 tháng 4 năm 2022

KẾ HOẠCH
Thông tin, tuyên truyền cải cách hành chính năm 2022

Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030, UBND tỉnh Quảng Trị ban hành Kế hoạch như sau:

I. YÊU CẦU
1) Thiết thực, hiệu quả.
2) Tiết kiệm.
II. NỘI DUNG TUYÊN TRUYỀN
Gồm 03 nội dung:
- Chủ trương của Đảng, chính sách của Nhà nước.
Kết quả cải cách hành chính của tỉnh.
- Gương điển hình tiên tiến.
III. TỔ CHỨC THỰC HIỆN
1) Các sở, ban, ngành có trách nhiệm xây dựng kế hoạch cụ thể.
2) Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp theo dõi việc thực hiện.

Nơi nhận:
- Bộ Nội vụ;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Võ Văn Hưng

PHỤ LỤC
DANH MỤC NHIỆM VỤ TRUYỀN THÔNG

STT\tNhiệm vụ\tCơ quan thực hiện\tThời gian hoàn thành\tSản phẩm
1\tBiên soạn sổ tay hỏi đáp\tSở Tư pháp\tTháng 6 năm 2022\tSổ tay
2\tKhảo sát sự hài lòng\tSở Nội vụ\tTrước ngày 30/11/2022\tBáo cáo
""",
    # A department's plan of the two-tier time, unmarked headings in capitals, bullets.
    "headings without markers": """ỦY BAN NHÂN DÂN TỈNH SƠN LA
SỞ TƯ PHÁP
Số: 61/KH-STP
Sơn La, ngày 20 tháng 8 năm 2025

KẾ HOẠCH
Truyền thông cải cách hành chính năm 2025 của Sở Tư pháp

Thực hiện Kế hoạch số 15/KH-UBND ngày 15/01/2025 của UBND tỉnh Sơn La về cải cách hành chính năm 2025, Sở Tư pháp ban hành Kế hoạch truyền thông cải cách hành chính năm 2025 như sau:

MỤC ĐÍCH
• Nâng cao trách nhiệm của công chức, viên chức.
HÌNH THỨC TUYÊN TRUYỀN
• Viết tin, bài đăng trên Cổng Thông tin điện tử của Sở.
• Tổ chức hội nghị tập huấn nghiệp vụ cho công chức.
KINH PHÍ THỰC HIỆN
Từ nguồn kinh phí được giao năm 2025.
TỔ CHỨC THỰC HIỆN
• Văn phòng Sở: Chủ trì, theo dõi, tổng hợp kết quả.
• Các phòng, đơn vị trực thuộc: Viết ít nhất 02 tin, bài mỗi quý.

Nơi nhận:
- Sở Nội vụ;
- Lưu: VT, VP.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Hà Thị Mai
""",
    # A news item of another portal.
    "news item": """Trang chủ
Tin tức - Sự kiện
UBND huyện Vân Hồ ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2019
15:20, 22/02/2019

Ngày 20/02/2019, UBND huyện Vân Hồ ban hành Kế hoạch số 44/KH-UBND về tuyên truyền cải cách hành chính năm 2019.

Kế hoạch đề ra 02 nội dung trọng tâm:
- Tuyên truyền chủ trương, chính sách về cải cách hành chính.
- Tuyên truyền kết quả thực hiện cơ chế một cửa.
Kế hoạch nêu 02 hình thức tuyên truyền, cụ thể:
- Tuyên truyền qua Đài Truyền thanh - Truyền hình huyện và trang thông tin điện tử của huyện.
- Tuyên truyền bằng pano, áp phích tại trung tâm các xã.

UBND huyện yêu cầu các cơ quan, đơn vị nghiêm túc tổ chức thực hiện./.

Tin liên quan
Bản quyền thuộc về UBND huyện
""",
    # Old style: superior by province, "V/v", run-in roman parts, dashes glued to words, signature without recipients.
    "old style of the two thousands": """UBND TỈNH NAM ĐỊNH
SỞ NỘI VỤ
Số 75/KH-SNV
Nam Định, ngày 5 tháng 3 năm 2010

KẾ HOẠCH
V/v tuyên truyền cải cách hành chính năm 2010

Căn cứ Quyết định số 12/2010/QĐ-UBND ngày 20/01/2010 của UBND tỉnh Nam Định, Sở Nội vụ lập kế hoạch tuyên truyền cải cách hành chính năm 2010 như sau:

I/ MỤC ĐÍCH: Đưa công tác cải cách hành chính đến với mọi người dân.
II/ NỘI DUNG:
-Luật Cán bộ, công chức.
-Cơ chế một cửa.
III/ HÌNH THỨC:
-Tuyên truyền trên Báo Nam Định, Đài Phát thanh và Truyền hình tỉnh.
-Phát hành 5.000 tờ rơi.
IV/ THỜI GIAN: Từ tháng 3 đến tháng 12 năm 2010.
V/ TỔ CHỨC THỰC HIỆN:
-Đề nghị các sở, ngành, UBND các huyện, thành phố triển khai thực hiện./.

GIÁM ĐỐC
Trần Văn Bình
""",
}
