"""Build the unit tables of ``cchc.knowledge`` from the data of the package vietnamadminunits.

    python tools/build_units.py PATH

PATH is the folder ``vietnamadminunits`` of that package (1.0.4, MIT), unpacked from its wheel or as installed; nothing is
downloaded. What the package does not know (the resolutions of 2024 and 2026, other names of provinces) stands here, each
with its document. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import json
import sqlite3
import unicodedata
from collections.abc import Iterable
from pathlib import Path

OUT = Path(__file__).parents[1] / "src" / "cchc" / "knowledge" / "data"
RESOLUTIONS = "các Nghị quyết 1654 đến 1687/NQ-UBTVQH15 ngày 16/6/2025; Quyết định 19/2025/QĐ-TTg"
DATA_SET = "vietnamadminunits 1.0.4 (2025-10-08, MIT)"
REFORM = "2025-07-01"

# Old code by new code, for the provinces that Nghị quyết 202/2025/QH15 made of several (its data set names them too;
# here they are said once more, so that a change there is noticed).
MERGED = {
    "08": "02 08",
    "15": "10 15",
    "19": "06 19",
    "24": "24 27",
    "25": "17 25 26",
    "31": "30 31",
    "33": "33 34",
    "37": "35 36 37",
    "44": "44 45",
    "48": "48 49",
    "51": "51 62",
    "52": "52 64",
    "56": "56 58",
    "66": "54 66",
    "68": "60 67 68",
    "75": "70 75",
    "79": "74 77 79",
    "80": "72 80",
    "82": "82 87",
    "86": "83 84 86",
    "91": "89 91",
    "92": "92 93 94",
    "96": "95 96",
}
# Provinces that became cities: code → day, source.
CITIES = {"75": ("2026-04-30", "c"), "22": ("2026-09-01", "d"), "24": ("2026-09-20", "e")}
# Communes that became phường with them, by the names of the resolutions: code → names, day, source.
WARDS = {
    "75": (
        "Dầu Giây, Đồng Phú, Long Thành, Lộc Ninh, Nhơn Trạch, Tân Khai, Tân Phú, Trảng Bom, Trị An, Xuân Lộc",
        "2026-04-30",
        "b",
    ),
    "24": (
        "Bố Hạ, Lạng Giang, Kép, Lục Nam, Hiệp Hòa, Yên Phong, Phù Lãng, Chi Lăng, Tiên Du, Gia Bình, Nhân Thắng, Lương Tài",
        "2026-09-20",
        "c",
    ),
}
# Other names and spellings under which provinces are known.
ALSO = {
    "79": "HCM;TPHCM;Tp Hồ Chí Minh;Sài Gòn",
    "77": "Bà Rịa Vũng Tàu;BR-VT;BRVT",
    "46": "Thừa Thiên - Huế;TT-Huế;TT Huế",
    "66": "Đắc Lắc;Đăk Lăk",
    "67": "Đắc Nông;Đăk Nông",
    "06": "Bắc Cạn",
    "62": "Kontum",
}
PROVINCE_SOURCES = (
    f"# source a | confirmed | {DATA_SET}; Nghị quyết 202/2025/QH15 ngày 12/6/2025; Quyết định 19/2025/QĐ-TTg",
    "# source b | unverified | Nghị quyết 175/2024/QH15 ngày 30/11/2024 (thành phố Huế từ 01/01/2025), chưa đối chiếu văn bản",
    "# source c | confirmed | Nghị quyết 30/2026/QH16 ngày 24/4/2026 (thành phố Đồng Nai từ 30/4/2026)",
    "# source d | confirmed | Nghị quyết 36/2026/QH16 ngày 24/8/2026 (thành phố Quảng Ninh từ 01/9/2026)",
    "# source e | confirmed | Nghị quyết 39/2026/QH16 (thành phố Bắc Ninh từ 20/9/2026)",
)
OLD_SOURCES = (
    f"# source a | confirmed | {DATA_SET}; danh mục đơn vị hành chính của Tổng cục Thống kê, đầu năm 2025",
)
NEW_SOURCES = (
    f"# source a | confirmed | {DATA_SET}; {RESOLUTIONS}",
    "# source b | confirmed | Nghị quyết 237/NQ-UBTVQH16 ngày 14/4/2026 (10 phường của Đồng Nai từ 30/4/2026)",
    "# source c | confirmed | Nghị quyết 388/NQ-UBTVQH16 (12 phường của Bắc Ninh từ 20/9/2026)",
)

Row = tuple[str, ...]

TYPES = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")


def write(name: str, sources: tuple[str, ...], constants: str, columns: str, rows: Iterable[Row]) -> None:
    """Write a table: header, then rows in the order of code and first day."""
    lines = [
        f"# version: {DATA_SET}",
        *sources,
        f"# every row: {constants}",
        "#:" + columns.replace(" ", "\t"),
    ]
    width = len(columns.split())
    for row in sorted(rows):
        if len(row) != width or any("\t" in cell or "\n" in cell for cell in row):
            raise SystemExit(f"{name}: this row does not fit its columns: {row}")
        lines.append("\t".join(unicodedata.normalize("NFC", cell) for cell in row))
    (OUT / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{name}.tsv: {len(lines) - len(sources) - 3} rows")


def divide(full: str) -> tuple[str, str]:
    """Return type and name of "Thị Trấn Ái Tử": the full name is right where the data set's type column is not."""
    name = " ".join(unicodedata.normalize("NFC", full).split())
    for kind in TYPES:
        if name.casefold().startswith(kind + " "):
            return kind, name[len(kind) + 1 :]
    raise SystemExit(f"{full!r} begins with no type of unit")


def provinces(
    old: dict[str, tuple[str, str]], new: dict[str, tuple[str, str]], merged: dict[str, set[str]]
) -> None:
    """Write the provinces that ended by 1 July 2025, those since, and the cities of 2026."""
    for code, made_of in merged.items():
        if made_of != set(MERGED.get(code, code).split()):
            raise SystemExit(
                f"{code}: the data set makes it of {sorted(made_of)}, this script of {MERGED.get(code)}"
            )
    into = {part: code for code, made_of in merged.items() for part in made_of}
    until_2025 = [
        (code, name, kind, REFORM, into[code], ALSO.get(code, ""), "a")
        for code, (kind, name) in old.items()
        if merged.get(code) != {code}
    ]
    until_2025.append(("46", "Thừa Thiên Huế", "tỉnh", "2025-01-01", "46", ALSO["46"], "b"))
    since_2025 = []
    for code, (kind, name) in new.items():
        until = CITIES[code][0] if code in CITIES else ""
        since, before, source = (REFORM, MERGED[code], "a") if code in MERGED else ("", "", "a")
        if code == "46":
            since, before, source = "2025-01-01", "46", "b"
        also = "" if code == "46" else ALSO.get(code, "")
        since_2025.append((code, name, kind, since, until, before, code if until else "", also, source))
    write(
        "provinces-until-2025",
        PROVINCE_SOURCES,
        "level=province parent= since= predecessors=",
        "code name type until successors also source",
        until_2025,
    )
    write(
        "provinces-2025",
        PROVINCE_SOURCES,
        "level=province parent=",
        "code name type since until predecessors successors also source",
        since_2025,
    )
    write(
        "provinces-2026",
        PROVINCE_SOURCES,
        "level=province parent= type=thành_phố until= successors= also=",
        "code name since predecessors source",
        [(code, new[code][1], day, code, source) for code, (day, source) in CITIES.items()],
    )


def main() -> None:
    """Read the data set and write the tables."""
    parser = argparse.ArgumentParser(description="Build the unit tables of cchc.knowledge.")
    parser.add_argument("data_set", type=Path, help="folder vietnamadminunits of that package, version 1.0.4")
    folder = parser.parse_args().data_set / "data"
    with contextlib.closing(sqlite3.connect(f"file:{folder / 'dataset.db'}?mode=ro", uri=True)) as base:
        old_rows = base.execute(
            "select provinceKey, districtKey, wardKey, provinceCode, province, districtCode, district,"
            " wardCode, ward from admin_units_legacy"
        ).fetchall()
        new_rows = base.execute(
            "select provinceKey, wardKey, provinceCode, province, wardCode, ward from admin_units"
        ).fetchall()
    converter = json.loads((folder / "converter_2025.json").read_text(encoding="utf-8"))

    old_provinces = {row[3]: divide(row[4]) for row in old_rows}
    new_provinces = {row[2]: divide(row[3]) for row in new_rows}
    old_province_keys = {row[0]: row[3] for row in old_rows}
    new_province_keys = {row[0]: row[2] for row in new_rows}
    merged = {
        new_province_keys[key]: {old_province_keys[part] for part in parts}
        for key, parts in converter["DICT_PROVINCE"].items()
    }

    # A district without communes (five islands) went over as a whole.
    old_keys = {f"{row[0]}_{row[1]}_{row[2] or ''}": row[7] or row[5] for row in old_rows}
    new_keys = {(row[0], row[1]): row[4] for row in new_rows}
    became: dict[str, list[str]] = collections.defaultdict(list)
    for province_key, communes in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, parts in communes.items():
            for part in parts:
                became[old_keys[part]].append(new_keys[province_key, commune])
    for province_key, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for part, communes in divided.items():
            # The commune that most of the old one went to comes first.
            for commune in sorted(communes, key=lambda one: not one["isDefaultNewWard"]):
                became[old_keys[part]].append(new_keys[province_key, commune["newWardKey"]])
    made_of: dict[str, list[str]] = collections.defaultdict(list)
    for before in sorted(became):
        for after in became[before]:
            made_of[after].append(before)

    districts: dict[str, Row] = {}
    of_district: dict[str, dict[str, None]] = collections.defaultdict(dict)
    old_communes: list[Row] = []
    for row in old_rows:
        code, parent = row[5], row[3]
        kind, name = divide(row[6])
        if kind == "thành phố":
            kind += " thuộc thành phố" if old_provinces[parent][0] == "thành phố" else " thuộc tỉnh"
        districts[code] = (code, name, kind, parent)
        for after in became[row[7] or code]:
            of_district[code][after] = None
        if row[7]:
            kind, name = divide(row[8])
            old_communes.append((row[7], name, kind, code, " ".join(became[row[7]])))
    new_communes = {row[4]: (*divide(row[5]), row[2]) for row in new_rows}

    retyped = {
        commune: (day, source)
        for code, (names, day, source) in WARDS.items()
        for commune, (kind, name, parent) in new_communes.items()
        if parent == code and kind == "xã" and name in names.split(", ")
    }
    expected = sum(len(names.split(", ")) for names, _, _ in WARDS.values())
    if len(retyped) != expected:
        raise SystemExit(f"{len(retyped)} communes of 2026 were found, {expected} are named")

    OUT.mkdir(exist_ok=True)
    provinces(old_provinces, new_provinces, merged)
    write(
        "districts",
        OLD_SOURCES,
        f"level=district since= until={REFORM} predecessors= source=a",
        "code name type parent successors",
        [(*row, " ".join(of_district[code])) for code, row in districts.items()],
    )
    write(
        "communes-until-2025",
        OLD_SOURCES,
        f"level=commune since= until={REFORM} predecessors= source=a",
        "code name type parent successors",
        old_communes,
    )
    write(
        "communes-2025",
        NEW_SOURCES,
        f"level=commune since={REFORM} source=a",
        "code name type parent until predecessors successors",
        [
            (
                code,
                name,
                kind,
                parent,
                retyped[code][0] if code in retyped else "",
                " ".join(made_of[code]),
                code if code in retyped else "",
            )
            for code, (kind, name, parent) in new_communes.items()
        ],
    )
    write(
        "communes-2026",
        NEW_SOURCES,
        "level=commune type=phường until= successors=",
        "code name parent since predecessors source",
        [
            (code, new_communes[code][1], new_communes[code][2], day, code, source)
            for code, (day, source) in retyped.items()
        ],
    )


if __name__ == "__main__":
    main()
