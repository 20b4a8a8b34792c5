"""What collecting can find, each with its code for ever."""

from __future__ import annotations

from cchc.diagnostics import Diagnostic, Location, Severity

__all__ = ["CODES", "finding"]

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

#: Code, weight, Vietnamese and English sentence.
CODES: dict[str, tuple[Severity, str, str]] = {
    "CN101": (_E, "Không đọc được tệp: {why_vi}.", "The file cannot be read: {why}."),
    "CN102": (
        _E,
        "Tệp đặt mật khẩu nên không đọc được. Hãy đề nghị đơn vị bỏ mật khẩu và gửi lại.",
        "The file is locked by a password. Ask the unit to send it without one.",
    ),
    "CN103": (
        _E,
        "Tệp lớn hoặc trải rộng bất thường ({why_vi}) nên không mở. Hãy đề nghị đơn vị ghi lại vào biểu mẫu gốc.",
        "The file is too large or spreads too far ({why}), and was not opened. Ask the unit to use the original form.",
    ),
    "CN104": (
        _W,
        "Tệp có macro; macro không được chạy, số liệu vẫn được đọc.",
        "The file has macros; none was run, the figures were read.",
    ),
    "CN105": (
        _W,
        "Tệp liên kết tới tệp khác; liên kết không được mở, chỉ đọc giá trị đã lưu.",
        "The file links to other files; no link was followed, stored values were read.",
    ),
    "CN106": (
        _E,
        "Đây là tệp {what}, không phải .xlsx. Hãy mở và lưu lại dưới dạng .xlsx.",
        "This is a file of the kind {what}, not .xlsx. Open it and save it as .xlsx.",
    ),
    "CN107": (
        _E,
        "Xử lý tệp gặp lỗi ngoài dự kiến: {why}. Các tệp khác không bị ảnh hưởng.",
        "Reading the file failed in a way that was not foreseen: {why}. Other files are not affected.",
    ),
    "CN110": (
        _E,
        "Tệp không phải biểu đã phát hoặc đã chép sang tệp mới (thiếu trang ẩn); không tính. Hãy ghi vào tệp đã nhận.",
        "The file is no form of ours, or a copy in a new file (no hidden sheet); it does not count. Fill in the file sent.",
    ),
    "CN111": (
        _E,
        "Biểu của kế hoạch khác ({said}, không phải {wanted}); không tính.",
        "The form is of another plan ({said}, not {wanted}); it does not count.",
    ),
    "CN112": (
        _E,
        "Biểu của kỳ khác ({said}, không phải {wanted}); không tính.",
        "The form is of another period ({said}, not {wanted}); it does not count.",
    ),
    "CN113": (
        _E,
        "Đơn vị {said} không có trong danh sách báo cáo; không tính.",
        "The unit {said} is not in the list; its form does not count.",
    ),
    "CN114": (
        _W,
        "Kế hoạch đã thay đổi sau khi lập biểu; các ô còn khớp vẫn được đọc.",
        "The plan has changed since the form was made; the cells that still fit were read.",
    ),
    "CN115": (
        _E,
        "Biểu theo phiên bản {said}, bản này đọc phiên bản {wanted}. Hãy lập lại biểu.",
        "The form is of version {said}; this version reads {wanted}. Make the form anew.",
    ),
    "CN120": (_W, "{unit} chưa gửi báo cáo.", "{unit} has not reported."),
    "CN121": (
        _W,
        "Gửi ngày {received}, quá hạn {due}.",
        "It came on {received}, after the deadline {due}.",
    ),
    "CN122": (
        _W,
        "{unit} gửi nhiều tệp; tính {kept}, không tính tệp này ({reason_vi}).",
        "{unit} sent several files; {kept} counts, and this one does not ({reason}).",
    ),
    "CN130": (
        _W,
        "Ô đã khóa bị sửa: phải là “{wanted}”, nay là “{said}”.",
        "A locked cell was changed: it must say “{wanted}”, and says “{said}”.",
    ),
    "CN131": (
        _E,
        "Không tìm thấy ô “{wanted}” trong tệp; coi như để trống.",
        "The cell “{wanted}” is not in the file; it counts as blank.",
    ),
    "CN132": (
        _W,
        "Ô “{wanted}” mất tên; đã tìm theo nhãn của dòng.",
        "The cell “{wanted}” lost its name; it was found by the label of its row.",
    ),
    "CN133": (
        _W,
        "Ô nhập liệu bị gộp với ô khác; chỉ đọc được một giá trị chung.",
        "A cell to fill in was merged with others; only their common value can be read.",
    ),
    "CN134": (
        _W,
        "Nội dung ghi ngoài các ô nhập liệu, không được tính: “{said}”.",
        "This stands outside the cells to fill in, and does not count: “{said}”.",
    ),
    "CN135": (
        _W,
        "Còn {count} ô khác ghi ngoài các ô nhập liệu, không được tính.",
        "{count} more cells stand outside those to fill in, and do not count.",
    ),
    "CN136": (
        _W,
        "Trang “{said}” không có trong biểu mẫu (thêm mới hoặc sao chép); nội dung trang này không được tính.",
        "The sheet “{said}” is none of the form's (added or copied); what it says does not count.",
    ),
    "CN137": (
        _W,
        "{count} dòng của trang mất tên ô (thường do chép sang tệp khác); đã tìm theo nhãn của dòng, cần đối chiếu.",
        "{count} rows lost the names of their cells (as copies do); they were found by their labels. Compare them.",
    ),
    "CN140": (
        _E,
        "“{said}” không phải một số; chỉ tiêu “{wanted}” coi như để trống.",
        "“{said}” is no number; the figure “{wanted}” counts as blank.",
    ),
    "CN141": (
        _W,
        "Số ghi dưới dạng chữ “{said}”, hiểu là {value}.",
        "The number is written as text, “{said}”; it is read as {value}.",
    ),
    "CN142": (
        _E,
        "“{said}” có thể hiểu nhiều cách ({ways}); chỉ tiêu “{wanted}” coi như để trống. Hãy hỏi lại đơn vị.",
        "“{said}” may mean several numbers ({ways}); the figure “{wanted}” counts as blank. Ask the unit.",
    ),
    "CN143": (
        _E,
        "{said} nằm ngoài khoảng cho phép ({limits}); “{wanted}” coi như để trống.",
        "{said} is out of range ({limits}); “{wanted}” counts as blank.",
    ),
    "CN144": (
        _E,
        "Ô số liệu chứa ngày tháng ({said}); “{wanted}” coi như để trống.",
        "The cell of a figure holds a date ({said}); “{wanted}” counts as blank.",
    ),
    "CN145": (
        _E,
        "Ô “{wanted}” có công thức lỗi hoặc chưa tính; coi như để trống.",
        "The formula in the cell “{wanted}” is broken or was never calculated; it counts as blank.",
    ),
    "CN146": (_I, "{count} chỉ tiêu để trống: {which}.", "{count} figures are blank: {which}."),
    "CN147": (
        _W,
        "Tỷ lệ {said}% rất nhỏ; nếu định ghi {value}% thì cần sửa.",
        "The rate {said}% is very small; if {value}% was meant, it must be corrected.",
    ),
    "CN150": (
        _W,
        "Tổng “{wanted}” ghi {said}, cộng lại là {value}; dùng số cộng lại.",
        "The total “{wanted}” says {said}, and the figures add up to {value}; that is used.",
    ),
    "CN151": (
        _W,
        "“{wanted}” lũy kế {said} nhỏ hơn {value} đã báo cáo kỳ {period}.",
        "“{wanted}” has come to {said}, less than the {value} reported for {period}.",
    ),
    "CN152": (
        _W,
        "Nhiệm vụ “{wanted}”: {said} nhưng chưa nêu lý do.",
        "The duty “{wanted}”: {said}, without a reason.",
    ),
    "CN153": (
        _I,
        "{count} nhiệm vụ chưa chọn trạng thái: {which}.",
        "{count} duties have no state: {which}.",
    ),
    "CN154": (
        _W,
        "Trạng thái “{said}” của nhiệm vụ “{wanted}” không có trong danh sách; tạm coi là Đang thực hiện.",
        "The state “{said}” of the duty “{wanted}” is not in the list; it counts as going on.",
    ),
    "CN160": (
        _W,
        "Ngày ghi dưới dạng chữ “{said}”, {value_vi}.",
        "The day is written as text, “{said}”; {value}.",
    ),
    "CN161": (
        _W,
        "Đã bỏ {count} ký tự không hợp lệ trong ô này.",
        "{count} characters that no document can hold were dropped from this cell.",
    ),
}


def finding(code: str, file: str, sheet: str = "", cell: str = "", /, **facts: object) -> Diagnostic:
    """Return the finding *code* at a cell of a file."""
    severity, vi, en = CODES[code]
    said = {name: _short(value) for name, value in facts.items()}
    return Diagnostic(
        code=code,
        severity=severity,
        vi=vi.format(**said),
        en=en.format(**said),
        location=Location(file=file, path=f"{sheet}!{cell}" if cell else sheet),
    )


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 120 else text[:119] + "…"
