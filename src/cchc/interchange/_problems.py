"""What can be wrong with a file: codes for ever, a sentence in Vietnamese and English for each, and their collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc.diagnostics import Diagnostic, Location, Severity
from cchc.interchange._tree import Mark, Marks, Steps

if TYPE_CHECKING:
    from collections.abc import Callable

# code: (English, Vietnamese); {near} is the nearest known word as a sentence of its own, or nothing.
SENTENCES: dict[str, tuple[str, str]] = {
    "CF001": (
        "This is not UTF-8 text{why}. Save the file as UTF-8.",
        "Tệp không phải văn bản UTF-8{why_vi}. Hãy lưu lại với bảng mã UTF-8.",
    ),
    "CF002": ("The {syntax} cannot be read: {why}.{hint}", "Sai cú pháp {syntax}: {why_vi}.{hint_vi}"),
    "CF003": (
        "The file is empty. `cchc new` writes a starter plan.",
        "Tệp rỗng. Lệnh `cchc new` tạo kế hoạch mẫu.",
    ),
    "CF004": ("A second document begins here; a file holds one.", "Mỗi tệp chỉ chứa một tài liệu; tại đây bắt đầu tài liệu thứ hai."),
    "CF005": (
        "Anchors, aliases and merge keys ({word}) are not allowed; write the value out.",
        "Không dùng neo, tham chiếu hoặc khóa gộp ({word}); hãy viết đầy đủ giá trị.",
    ),
    "CF006": ("Tags ({word}) are not allowed; delete the tag.", "Không dùng nhãn kiểu ({word}); hãy xóa nhãn này."),
    "CF007": ("The key {word} stands here a second time.", "Khóa {word} bị lặp lại."),
    "CF008": ("This is nested more than {limit} deep.", "Lồng nhau quá {limit} cấp."),
    "CF009": (
        "The first key must be `cchc: {version}`, the version of the file's form{got}.",
        "Tệp phải có khóa `cchc: {version}` (phiên bản của dạng tệp) ở đầu{got_vi}.",
    ),
    "CF010": ("Unknown key {word}.{near}{hint}", "Không có khóa {word}.{near_vi}{hint_vi}"),
    "CF011": ("The key {word} is missing.", "Thiếu khóa {word}."),
    "CF012": ("Here stands {got}, but {want} is needed.{hint}", "Ở đây là {got_vi}, cần {want_vi}.{hint_vi}"),
    "CF013": ("{word} is not {want}.", "{word} không phải {want_vi}."),
    "CF014": ("{word} is neither true nor false.", "{word} không hợp lệ: chỉ viết true (có) hoặc false (không)."),
    "CF015": ("{word} is no {want}: {why}.", "{word} không phải {want_vi}: {why_vi}."),
    "CF016": ("{word} is none of {known}.{near}", "{word} không có trong danh sách: {known}.{near_vi}"),
    "CF017": ("{word} {why}.", "Giá trị {word} không hợp lệ. {why_vi}"),
    "CF018": (
        "The id {word} stands already at {first}; each id must be unique within the plan.",
        "Mã {word} đã dùng tại {first_vi}; mỗi mã chỉ dùng một lần trong kế hoạch.",
    ),
    "CF019": ("No channel has the id {word}.{near}", "Không có hình thức nào mang mã {word}.{near_vi}"),
    "CF020": ("The plan is empty: `parts` must hold at least one part.", "Kế hoạch rỗng: `parts` cần ít nhất một phần."),
    "CF021": (
        "The character {word} cannot stand in a file. Delete it.",
        "Ký tự {word} không được phép trong tệp. Hãy xóa ký tự này.",
    ),
    "CF022": ("More than {limit} problems; the rest is not listed.", "Có hơn {limit} lỗi; phần còn lại không liệt kê."),
    "CF023": ("The value is missing: {want} is needed.", "Chưa có giá trị: cần {want_vi}."),
    "CF024": ("A key must be a word, not a list or mapping.", "Khóa phải là một từ, không phải danh sách hay nhóm khóa."),
}  # fmt: skip

MOST = 500


def shown(value: object) -> str:
    """Return *value* in quotes as a message may show it: short, and without characters that move the cursor."""
    text = "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii")
        for letter in str(value)[:80]
    )
    return f'"{text[:60]}…"' if len(text) > 60 else f'"{text}"'


class Enough(Exception):  # noqa: N818  # it ends the search and is no error of its own
    """Raised to stop looking when the file has more problems than anybody would read."""


class Problems:
    """The problems of one file, in the order in which they were met."""

    def __init__(self) -> None:
        self._found: list[tuple[str, Steps, Mark | None, bool, dict[str, object]]] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(
        self, code: str, steps: Steps = (), *, mark: Mark | None = None, key: bool = False, **facts: object
    ) -> None:
        """Note a problem at *steps*, at its key if *key* is true, or at *mark* where the place is known already."""
        if len(self._found) == MOST:
            self._found.append(("CF022", (), mark or Mark(1, 1, 0, 0), False, {"limit": MOST}))
            raise Enough
        near = str(facts.pop("near", ""))
        facts["near"] = f" Did you mean {near}?" if near else ""
        facts["near_vi"] = f" Có phải là {near}?" if near else ""
        self._found.append((code, steps, mark, key, facts))

    def diagnostics(self, file: str, marks: Callable[[], Marks]) -> tuple[Diagnostic, ...]:
        """Return the problems as diagnostics, in the order of the file."""
        known = marks() if any(mark is None for _, _, mark, _, _ in self._found) else Marks({}, {})
        made = []
        for code, steps, mark, key, facts in self._found:
            place = mark or known.of(steps, key=key)
            for name in ("first", "first_vi"):
                if isinstance(facts.get(name), tuple):
                    other = known.of(facts[name])  # type: ignore[arg-type]  # steps, as the line above says
                    facts[name] = f"line {other.line}" if name == "first" else f"dòng {other.line}"
            en, vi = SENTENCES[code]
            location = Location(
                file=file,
                path=model_path(steps),
                line=place.line,
                column=place.column,
                start=place.start,
                end=place.end,
            )
            facts = {"hint": "", "hint_vi": "", **facts}
            made.append(
                Diagnostic(
                    code=code,
                    severity=Severity.ERROR,
                    en=en.format_map(facts),
                    vi=vi.format_map(facts),
                    location=location,
                )
            )
        # The note that the rest is not listed stays last.
        return tuple(
            sorted(made, key=lambda one: (one.code == "CF022", one.location.line, one.location.column))
        )


def model_path(steps: Steps) -> str:
    """Return the path in the model of the value at *steps* of the file.

    The two differ at facts only, which a file wraps in a key that says their class: ``facts[0].channel.name`` of the
    file is ``facts[0].name`` of the model, and an item that is one fact has that as its ``facts[0]``.
    """
    path = ""
    for number, step in enumerate(steps):
        if isinstance(step, int):
            path += f"[{step}]"
        elif step in ("channel", "assignment") and number >= 2 and isinstance(steps[number - 1], int):
            path += "" if steps[number - 2] == "facts" else ".facts[0]"
        else:
            path += f".{step}" if path else step
    return path
