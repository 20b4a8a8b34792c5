"""The templates of the core: a plain one for any province, and one that keeps a plan as it was read."""

from __future__ import annotations

from cchc.templates._record import Section, Template

STANDARD = Template(
    key="standard",
    name="Mẫu chung theo Nghị định số 30/2020/NĐ-CP",
    levels=("ministry", "province", "department", "district", "commune"),
    source="Nghị định số 30/2020/NĐ-CP ngày 05/3/2020, Phụ lục III, Mẫu 1.4; bố cục theo các kế hoạch đã ban hành",
    sections=(
        Section(
            role="aims",
            heading="MỤC ĐÍCH, YÊU CẦU",
            sections=(
                Section(
                    role="purpose",
                    heading="Mục đích",
                    starter=(
                        "Nâng cao nhận thức, trách nhiệm của cán bộ, công chức, viên chức về cải cách hành chính.",
                        "Giúp người dân, doanh nghiệp nắm được kết quả cải cách hành chính và tham gia giám sát.",
                    ),
                ),
                Section(
                    role="requirements",
                    heading="Yêu cầu",
                    starter=(
                        "Nội dung chính xác, kịp thời, dễ hiểu, phù hợp với từng nhóm đối tượng.",
                        "Phân công rõ cơ quan chủ trì, thời gian và sản phẩm của từng nhiệm vụ.",
                    ),
                ),
                Section(role="audience", heading="Đối tượng tuyên truyền"),
            ),
        ),
        Section(
            role="substance",
            heading="NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN",
            sections=(
                Section(
                    role="contents",
                    heading="Nội dung tuyên truyền",
                    starter=(
                        "Chủ trương của Đảng, chính sách, pháp luật của Nhà nước về cải cách hành chính.",
                        "Kết quả thực hiện cải cách thủ tục hành chính và cung cấp dịch vụ công trực tuyến.",
                    ),
                ),
                Section(role="channels", heading="Hình thức tuyên truyền"),
            ),
        ),
        Section(
            role="budget",
            heading="KINH PHÍ THỰC HIỆN",
            starter=(
                "Kinh phí thực hiện Kế hoạch bố trí trong dự toán chi thường xuyên được giao theo quy định.",
            ),
        ),
        Section(
            role="organisation",
            heading="TỔ CHỨC THỰC HIỆN",
            sections=(
                Section(role="implementers", heading="Cơ quan thực hiện"),
                Section(role="schedule", heading="Thời gian thực hiện", run_in=True),
                Section(role="duties", heading=""),
                Section(role="reporting", heading="Chế độ báo cáo"),
            ),
        ),
    ),
    markers=("I.", "1.", "a)", "-", "+"),
    opening="{issuer} ban hành {kind} {subject} như sau:",
    bases="lines",
    citation="long",
    channels="labelled",
    duties="by_body",
    closing=(
        "Trên đây là {kind} {subject}; trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản "
        "ánh về {issuer} để xem xét, giải quyết."
    ),
)

AS_READ = Template(
    key="as_read",
    name="Giữ nguyên bố cục của nguồn",
    levels=("ministry", "province", "department", "district", "commune"),
    source="Thứ tự, tiêu đề và dấu đầu dòng của chính kế hoạch",
    keep_order=True,
    opening="{bases}",
)

TEMPLATES = (STANDARD, AS_READ)
