"""``cchc new``: a commented plan file to start from, for a province, a level and a year."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import attrs
import click

import cchc
from cchc._verbs import LEVEL_WORDS
from cchc.cli._frame import Command, Stop, code_of, sentence, tell_failures
from cchc.cli._many import refuse_suffix
from cchc.cli._options import year_option
from cchc.cli._speech import Say, shown, tell
from cchc.errors import CchcError, UnknownNameError
from cchc.files import write_atomic
from cchc.model import Body, LegalBasis, Level
from cchc.plugins import Knowledge, Registry, Template, Unit
from cchc.templates import start_plan
from cchc.text import nearest, slug

__all__ = ["command"]

_LEVELS = tuple(level for level in get_args(Level) if level != "ministry")

#: Who as a rule leads the work at a level: key in the tables of agencies, and words where they do not have it that day.
_LEADS = {
    "province": ("so-noi-vu", "Sở Nội vụ"),
    "department": ("", "Văn phòng Sở"),
    "district": ("phong-noi-vu", "Phòng Nội vụ"),
    "commune": ("phong-van-hoa-xa-hoi", "Công chức Văn phòng - Thống kê"),
}
_NAMELESS = {"district": "huyện [tên huyện]", "commune": "xã [tên xã]"}

# The last day of the 63 provinces: Nghị quyết số 202/2025/QH15 merged most of them from 1 July 2025.
_BEFORE_MERGERS = dt.date(2025, 6, 30)

# Beside each key of the file, in Vietnamese and in English.
_COMMENTS = {
    "id": (
        "Mã ổn định của kế hoạch; báo cáo và biểu mẫu dẫn theo mã này.",
        "Stable id of the plan; reports and forms refer to it.",
    ),
    "issuer": ("Cơ quan ban hành và cơ quan cấp trên trực tiếp.", "The issuing body, and the body above it."),
    "symbol": (
        'Số và ngày ban hành: bỏ dấu # khi đã có.\nnumber: "05"\ndate: {year}-01-15',
        'Number and day of issue: take the # away once there are any.\nnumber: "05"\ndate: {year}-01-15',
    ),
    "bases": (
        """Căn cứ. Hãy kiểm tra hiệu lực và thêm văn bản của địa phương.
use: basis là căn cứ; implements là văn bản được thực hiện; không ghi thì theo loại văn bản.""",
        """Legal bases. Check that they are in force, and add those of the place.
use: basis is what it rests on; implements is what it carries out; without it, the type of the document decides.""",
    ),
    "parts": (
        """Thân kế hoạch. Có lời văn thì in đúng lời văn; chỉ có dữ kiện (channel, assignment) thì mẫu viết thành câu.
Sửa, thêm, bớt tùy ý; mỗi id chỉ dùng một lần.""",
        """The body. Words are printed as they are; of facts alone (channel, assignment) the template makes sentences.
Change, add and take away at will; each id is used once.""",
    ),
    "recipients": ("Nơi nhận, không kể dòng lưu.", "Recipients, without the filing line."),
    "signature": (
        "Người ký; thêm dòng name khi biết họ tên.",
        "Who signs; add a line name once it is known.",
    ),
    "annex": (
        "true: in kèm phụ lục phân công nhiệm vụ.",
        "true: the table of tasks is printed as an annex.",
    ),
}


def command(say: Say, about: str) -> Command:
    """Return the command in the language of *say*."""
    levels = ", ".join(_LEVELS)
    return Command(
        "new",
        say=say,
        help=about,
        callback=lambda **given: _new(say, **given),
        params=[
            click.Option(
                ["--province"],
                metavar=say("TỈNH", "PROVINCE"),
                help=say(
                    "Tỉnh, thành phố: khóa (can-tho), tên hoặc mã; có --unit thì bỏ qua được. Tỉnh chưa có mẫu riêng dùng mẫu chung.",
                    "The province: key (can-tho), name or code; not needed beside --unit. One without a form of its own gets "
                    "the common one.",
                ),
            ),
            click.Option(
                ["--level"],
                required=True,
                metavar=say("CẤP", "LEVEL"),
                callback=lambda ctx, _, value: _level(ctx, value, say),
                help=say(f"Cấp ban hành: {levels}.", f"Level of the issuer: {levels}."),
            ),
            year_option(
                say,
                say("Năm của kế hoạch. Mặc định là năm nay.", "Year of the plan. This year by default."),
            ),
            click.Option(
                ["--unit"],
                metavar=say("MÃ", "CODE"),
                help=say(
                    "Mã đơn vị hành chính của cơ quan ban hành.",
                    "Code of the unit whose committee issues it.",
                ),
            ),
            click.Option(
                ["--issuer"],
                metavar=say("TÊN", "NAME"),
                help=say('Tên cơ quan ban hành, ví dụ "UBND xã Vân Hồ".', 'The issuer, as "UBND xã Vân Hồ".'),
            ),
            click.Option(
                ["-o", "--output"],
                metavar=say("TỆP", "FILE"),
                help=say("Tệp để ghi. Mặc định là in ra màn hình.", "File to write. The screen by default."),
            ),
            click.Option(
                ["--force"], is_flag=True, help=say("Ghi đè tệp đã có.", "Overwrite a file that exists.")
            ),
        ],
        epilog=say(
            "Ví dụ: cchc new --province son-la --level commune --unit 04048 --year 2027 -o van-ho-2027.yaml",
            "Example: cchc new --province son-la --level commune --unit 04048 --year 2027 -o van-ho-2027.yaml",
        ),
    )


def _level(ctx: click.Context, value: str, say: Say) -> str:
    if value not in _LEVELS:
        known = ", ".join(f"{level} ({say(LEVEL_WORDS[level], level)})" for level in _LEVELS)
        known = say(known, ", ".join(_LEVELS))
        ctx.fail(
            say(f"Không có cấp {value!r}. Có: {known}.", f"There is no level {value!r}. Known: {known}.")
        )
    return value


def _new(
    say: Say,
    *,
    province: str | None,
    level: Level,
    year: int,
    unit: str | None,
    issuer: str | None,
    output: str | None,
    force: bool,
) -> int:
    # With its comments, which only YAML can have.
    refuse_suffix(output, (".yaml", ".yml"), say)
    registry = Registry.discover()
    tell_failures(registry, say)
    today = dt.date.today()
    # Of a year to come the tables say today what they know; a year gone by is asked for as it was.
    day = today if year == today.year else dt.date(year, 1, 1)
    try:
        key, home = _home(registry, province, unit, day, say)
        text = _text(registry, key, home, level, year, day, unit, issuer, output or "", say)
        if output:
            write_atomic(output, text.encode("utf-8"), overwrite=force)
    except UnknownNameError as error:
        raise Stop(2, sentence(error, say)) from error
    except CchcError as error:
        raise Stop(code_of(error), sentence(error, say)) from error
    if output:
        print(shown(output))
    else:
        print(text, end="")
    return 0


def _home(
    registry: Registry, province: str | None, unit: str | None, day: dt.date, say: Say
) -> tuple[str, Unit]:
    """Return the key of the plugin's province, empty where none gives it, and the province as a unit on the day."""
    knowledge = registry.knowledge
    if province is None:
        if unit is None:
            raise Stop(2, say("Lỗi: cần --province hoặc --unit.", "Error: --province or --unit is needed."))
        home = knowledge.province_of(unit, day)
        if home is None:
            _insist_on_unit(knowledge, None, None, "commune", day, unit, say)
        assert home is not None
    else:
        wanted = slug(province)
        given = next((one for one in registry.provinces if wanted in (one.key, slug(one.name))), None)
        if given is not None:
            home = knowledge.unit(given.code(day) or "", day)
            if home is None:
                raise _gone(knowledge, given.name, day, say) or Stop(
                    2,
                    say(
                        f"Lỗi: {given.name} không có mã đơn vị hành chính vào ngày {day:%d/%m/%Y}; hãy chọn tỉnh hoặc năm khác.",
                        f"Error: {given.name} has no code of its own on {day}; choose another province or year.",
                    ),
                )
            return given.key, home
        units = knowledge.units("province", day)
        home = next((one for one in units if wanted in (one.code, slug(one.name), slug(one.full_name))), None)
        if home is None:
            if gone := _gone(knowledge, province, day, say):
                raise gone
            names = {slug(one.name): one.name for one in units}
            near = nearest(wanted, names)
            hint = (f"Có phải là {names[near]}? ", f"Did you mean {names[near]}? ") if near else ("", "")
            raise UnknownNameError(
                noun="province",
                noun_vi="tỉnh, thành phố",
                name=province,
                known=tuple(names.values()),
                hint=hint[1],
                hint_vi=hint[0],
            )
    own = knowledge.province(home.code, day)
    return (own.key if own else ""), home


def _gone(knowledge: Knowledge, name: str, day: dt.date, say: Say) -> Stop | None:
    """Return what stops the command where *name* was a province until the mergers of 2025 and is none on the day."""
    before = knowledge.units("province", _BEFORE_MERGERS)
    former = next((one for one in before if slug(name) in (slug(one.name), slug(one.full_name))), None)
    if former is None or former.until is None or day < former.until:
        return None
    now = ", ".join(one.full_name for one in knowledge.successors(former, day))
    return Stop(
        2,
        say(
            f"Lỗi: vào ngày {day:%d/%m/%Y} không còn {former.full_name}; nay thuộc {now}.",
            f"Error: on {day} there is no {former.full_name} any more; it has become part of {now}.",
        ),
    )


def _text(
    registry: Registry,
    province: str,
    home: Unit,
    level: Level,
    year: int,
    day: dt.date,
    unit: str | None,
    issuer: str | None,
    output: str,
    say: Say,
) -> str:
    knowledge = registry.knowledge
    body, place = _issuer(knowledge, home, level, day, unit, issuer, say)
    template = _template(registry, province, level, day)
    plan = start_plan(
        template,
        id=f"{slug(place) or slug(home.name)}-{year}",
        year=year,
        level=level,
        issuer=body,
        parent_body=None
        if level == "province"
        else Body(words=f"Ủy ban nhân dân {home.full_name}", code=home.code),
        place=place,
        bases=_bases(knowledge, day),
        lead=_lead(knowledge, level, day),
    )
    if not plan.symbol:
        plan = attrs.evolve(plan, symbol=_symbol(knowledge, body, day))
    return _commented(cchc.dump_plan(plan), year, output or "ke-hoach.yaml", say)


def _issuer(
    knowledge: Knowledge,
    home: Unit,
    level: Level,
    day: dt.date,
    unit: str | None,
    issuer: str | None,
    say: Say,
) -> tuple[Body, str]:
    """Return the issuing body, and the place of issue."""
    if unit is not None:
        found = knowledge.unit(unit, day)
        _insist_on_unit(knowledge, found, home, level, day, unit, say)
        assert found is not None
        return Body(words=issuer or f"Ủy ban nhân dân {found.full_name}", code=found.code), _place(found)
    if issuer is not None:
        known = knowledge.resolve_body(issuer, on=day, within=home.code)
        if known and known.unit and level in {"province", "district", "commune"}:
            _insist_on_unit(knowledge, known.unit, home, level, day, issuer, say)
        if known is None or known.code is None:
            tell(
                say(
                    f"Lưu ý: danh mục không có {issuer!r} vào ngày {day:%d/%m/%Y}; hãy kiểm tra lại tên.",
                    f"Note: the tables do not know {issuer!r} on {day}; check the name.",
                )
            )
        place = _place(known.unit if known and known.unit else home)
        return Body(words=issuer, code=known.code if known else None), place
    if level == "province":
        return Body(words=f"Ủy ban nhân dân {home.full_name}", code=home.code), _place(home)
    if level == "department":
        return _lead(knowledge, "province", day), _place(home)
    assert level != "ministry", "the command line refuses it"
    if not knowledge.units(level, day, within=home.code):
        raise Stop(
            2,
            say(
                f"Lỗi: vào ngày {day:%d/%m/%Y}, {home.full_name} không có đơn vị hành chính cấp {LEVEL_WORDS[level]}.",
                f"Error: on {day}, {home.full_name} has no units of the level {level}.",
            ),
        )
    return Body(words=f"Ủy ban nhân dân {_NAMELESS[level]}"), _NAMELESS[level].partition(" ")[2]


def _place(unit: Unit) -> str:
    """Return the place of issue: units named after a person, a number or an event are written in full."""
    # NĐ 30/2020/NĐ-CP, Phụ lục I, phần II, mục 4; such a full name is the one that begins with a capital.
    return unit.full_name if unit.full_name[:1].isupper() else unit.name


def _symbol(knowledge: Knowledge, issuer: Body, day: dt.date) -> str:
    """Return the symbol of a plan of *issuer*, empty where its short form is not known."""
    if issuer.words.startswith(("Ủy ban nhân dân", "UBND")):
        return "KH-UBND"
    agency = knowledge.agency(issuer.code or issuer.words, day)
    return f"KH-{agency.abbreviations[0]}" if agency and agency.abbreviations else ""


def _insist_on_unit(
    knowledge: Knowledge,
    found: Unit | None,
    home: Unit | None,
    level: Level,
    day: dt.date,
    asked: str,
    say: Say,
) -> None:
    wanted = "province" if level == "department" else level
    if found and home and found.level == wanted and knowledge.contains(home.code, found, day):
        return
    former = [unit for unit in knowledge.unit_history(asked) if unit.until and unit.until <= day]
    now = ", ".join(
        f"{one.full_name} ({one.code})" for unit in former for one in knowledge.successors(unit, day)
    )
    if found and home:
        what = (
            f"{found.full_name} ({found.code}) không phải đơn vị cấp {LEVEL_WORDS[wanted]} của {home.full_name}",
            f"{found.full_name} ({found.code}) is no unit of the level {wanted} in {home.full_name}",
        )
    else:
        what = (
            f"không có đơn vị hành chính mã {asked!r} vào ngày {day:%d/%m/%Y}",
            f"there is no unit with the code {asked!r} on {day}",
        )
    raise Stop(
        2,
        say(
            f"Lỗi: {what[0]}." + (f" Nay là: {now}." if now else ""),
            f"Error: {what[1]}." + (f" It has become {now}." if now else ""),
        ),
    )


def _template(registry: Registry, province: str, level: Level, day: dt.date) -> Template:
    fitting = [
        one for one in registry.templates if province and one.province == province and one.serves(level, day)
    ]
    return max(fitting, key=lambda one: one.since or dt.date.min, default=None) or registry.template(
        "standard"
    )


def _lead(knowledge: Knowledge, level: Level, day: dt.date) -> Body:
    key, words = _LEADS[level]
    agency = knowledge.agency(key, day) if key else None
    return Body(words=agency.name, code=agency.key) if agency else Body(words=words)


def _bases(knowledge: Knowledge, day: dt.date) -> tuple[LegalBasis, ...]:
    """Return what such plans rest on and carry out, as far as it is sure to be in force on the day."""
    bases = []
    for law in knowledge.laws():
        rests = law.title == "Tổ chức chính quyền địa phương"
        if not rests and "cải cách hành chính nhà nước" not in law.title:
            continue
        if law.date and law.confidence == "confirmed" and knowledge.law_status(law, day).in_force:
            bases.append(
                LegalBasis(
                    kind=law.kind,
                    number=law.number,
                    date=law.date,
                    issuer=law.issuer,
                    title=law.title,
                    use="basis" if rests else "implements",
                )
            )
    return tuple(sorted(bases, key=lambda basis: basis.use != "basis"))


def _commented(text: str, year: int, name: str, say: Say) -> str:
    head, *lines = text.splitlines()
    intro = say(
        "Kế hoạch để bắt đầu. Sửa cho đúng với cơ quan rồi viết thành văn bản:\n"
        f"  cchc render {name} --to docx --to xlsx -o ket-qua\n"
        "Để trình soạn thảo gợi ý và báo lỗi, đặt lược đồ cạnh tệp này: cchc schema > plan.schema.json",
        "A plan to start from. Make it fit, then write the documents:\n"
        f"  cchc render {name} --to docx --to xlsx -o out\n"
        "For an editor that completes and checks, put the schema beside this file: cchc schema > plan.schema.json",
    )
    commented = [head, *_comment(intro)]
    for line in lines:
        key = line.partition(":")[0]
        if key in _COMMENTS:
            commented += ["", *_comment(say(*_COMMENTS[key]).replace("{year}", str(year)))]
        commented.append(line)
    return "\n".join(commented) + "\n"


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in text.split("\n")]
