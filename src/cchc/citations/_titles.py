"""The words with which the title (*trích yếu*) of a document begins."""

from __future__ import annotations

# Say a title wherever they stand behind a number.
CERTAIN = (
    "về", "v/v", "ban hành", "sửa đổi", "bổ sung", "phê duyệt", "hướng dẫn", "quy định", "công bố", "bãi bỏ", "đính chính",
    "thành lập", "kiện toàn",
)  # fmt: skip
# Say a title behind the day or the body; behind a bare number they may be the verb of the sentence.
VERBS = (
    "thực hiện", "triển khai", "thay thế", "điều chỉnh", "giao", "phân cấp", "phân công", "ủy quyền", "uỷ quyền", "tăng cường",
    "đẩy mạnh", "hợp nhất", "đề nghị", "xin ý kiến", "trả lời", "thông báo", "kết luận", "tổ chức", "báo cáo", "nâng cao",
    "xây dựng", "phát động", "kiểm tra", "đánh giá", "cho phép", "chấn chỉnh", "công nhận", "khen thưởng", "rà soát", "góp ý",
    "thẩm định", "đôn đốc", "tiếp tục",
)  # fmt: skip
# The same, but written anew they need a "về" before them.
NOUNS = (
    "truyền thông", "tuyên truyền", "thông tin", "ứng dụng", "cải cách", "chuyển đổi", "kiểm soát", "phát triển", "một số", "chi tiết",
)  # fmt: skip
