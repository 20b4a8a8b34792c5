"""What no reader may fall over: each bad file is one clear error, soon, and nothing is written."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cchc
from cchc import Registry
from cchc.errors import CchcError, CouldNotReadError
from cchc.reading import Source, read_docx, read_html, read_text
from tests.reading.word import p, relation, table, word, zipped

EXAMPLES = Path(__file__).parents[2] / "examples"
REGISTRY = Registry.of()
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SONG = "Quê hương là chùm khế ngọt\nCho con trèo hái mỗi ngày\n\nQuê hương là đường đi học\nCon về rợp bướm vàng bay\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
# Seconds of processor time that any bad file may cost: far above what each takes, far below what an unguarded one would.
SOON = 20.0


def bomb() -> bytes:
    """Return a file of 100 KB that unpacks to 100 MB."""
    return word("<w:p/>", extra={"word/document.xml": b"<w:p/>" * 17_000_000})


def lying_bomb() -> bytes:
    """Return a bomb whose directory says that it is small."""
    data = bytearray(bomb())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as made:
        size = made.getinfo("word/document.xml").file_size
    return bytes(data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))


def doctype(declarations: str, text: str) -> bytes:
    """Return a file whose text is XML with a document type."""
    xml = f"<!DOCTYPE w [{declarations}]><w:document xmlns:w='x'><w:body>{text}</w:body></w:document>"
    return word("", extra={"word/document.xml": xml.encode()})


def unpacked(data: bytes) -> bytes:
    """Return a zip whose parts are not deflated, so that nothing is refused for how well it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as opened, zipfile.ZipFile(out, "w") as made:
        for name in opened.namelist():
            made.writestr(name, opened.read(name))
    return out.getvalue()


def in_utf16(declarations: str) -> bytes:
    """Return a file whose document type is seen only by whoever decodes it."""
    xml = (
        f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [{declarations}]><w:document xmlns:w="{WORD}"/>'
    )
    return word("", extra={"word/document.xml": xml.encode("utf-16")})


def header_again(times: int) -> bytes:
    """Return a file that takes one large part *times* times, under as many names."""
    header = b"<w:hdr xmlns:w='x'>" + random.Random(1).randbytes(1_000_000).hex().encode() + b"</w:hdr>"
    links = "".join(relation("header", f"h{n}.xml", number=n) for n in range(times))
    return word(p("a"), relations=links, extra={f"word/h{n}.xml": header for n in range(times)})


def laughs() -> str:
    """Return entities that grow tenfold each."""
    more = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!ENTITY l0 "ha">{more}'


BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty.docx": ("docx", lambda: b"", "empty"),
    "empty.txt": ("txt", lambda: b"", "empty"),
    "blank.txt": ("txt", lambda: b" \n\t\n", "empty"),
    "invisible.txt": ("txt", "\ufeff\u200b\u00a0".encode, "empty"),
    "empty.html": ("html", lambda: b"", "empty"),
    "text.docx": ("docx", lambda: b"Ke hoach", "no .docx"),
    "old.docx": ("docx", lambda: OLE + "WordDocument".encode("utf-16-le"), r"old Office file .*save it as .docx"),
    "encrypted.docx": ("docx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "table.docx": ("docx", lambda: OLE + "Workbook".encode("utf-16-le"), "old Excel workbook"),
    "rich.docx": ("docx", lambda: rb"{\rtf1 Ke hoach}", ".rtf"),
    "print.docx": ("docx", lambda: b"%PDF-1.7", ".pdf"),
    "scan.docx": ("docx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), "a picture.*OCR"),
    "photo.txt": ("txt", lambda: b"\xff\xd8\xff\xe0" + bytes(50), "a picture.*OCR"),
    "archive.docx": ("docx", lambda: b"Rar!\x1a\x07" + bytes(50), "an archive.*Unpack"),
    "page.docx": ("docx", lambda: b"\n<!DOCTYPE html><p>Ke hoach", "a web page.*ending .html"),
    "archive.mht.docx": ("docx", lambda: b"MIME-Version: 1.0\r\n", "a web archive"),
    "zip.docx": ("docx", lambda: zipped({"a.txt": b"a"}), "word/document.xml is missing"),
    "book.docx": ("docx", lambda: zipped({"xl/workbook.xml": b"<a/>"}), r"an Excel workbook \(.xlsx\)"),
    "open.docx": ("docx", lambda: zipped({"META-INF/manifest.xml": b"<a/>", "content.xml": b"<a/>"}), "OpenDocument"),
    "no-body.docx": ("docx", lambda: zipped({"word/document.xml": b"<a/>"}), "no body"),
    "word.txt": ("txt", lambda: word(p("Kế hoạch")), "a Word file.*ending .docx"),
    "word.html": ("html", lambda: word(p("Kế hoạch")), "a Word file.*ending .docx"),
    "zip.txt": ("txt", lambda: zipped({"a.txt": b"a"}), "a .zip archive"),
    "print.txt": ("txt", lambda: b"%PDF-1.7\n1 0 obj", "a .pdf file"),
    "truncated.docx": ("docx", lambda: word(p("Kế hoạch"))[:-200], "damaged"),
    "flipped.docx": ("docx", lambda: word(p("Kế hoạch " * 50)).replace(b"word/document.xml", b"word/document.xmI", 1), "."),
    "many.docx": ("docx", lambda: word(p("a"), extra={f"a{n}": b"" for n in range(5000)}), "thousands"),
    "bomb.docx": ("docx", bomb, "unpacks"),
    "tight.docx": ("docx", lambda: word("<w:p/>" * 1_000_000), "times its size"),
    "lying.docx": ("docx", lying_bomb, "damaged|unpacks"),
    "heads.docx": ("docx", lambda: header_again(12), "more than 16 MB"),
    "tags.docx": ("docx", lambda: unpacked(word("<w:p/>" * 1_100_000)), "million tags"),
    "entities.docx": ("docx", lambda: doctype(laughs(), "&l9;"), "document type"),
    "outside.docx": ("docx", lambda: doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"), "document type"),
    "utf16.docx": ("docx", lambda: in_utf16('<!ENTITY x SYSTEM "file:///etc/passwd">'), "document type"),
    "styles.docx": ("docx", lambda: word(p("a"), styles="", extra={"word/styles.xml": b"<!DOCTYPE a><a/>"}), "document type"),
    "deep.docx": ("docx", lambda: word("<w:sdt><w:sdtContent>" * 2000), "nested too deep"),
    "broken.docx": ("docx", lambda: word("<w:p>"), "is no XML"),
    "relation.docx": (
        "docx",
        lambda: word(p("a"), relations=relation("header", "http://10.0.0.1/h.xml", external=True)),
        "outside",
    ),
    "climbing.docx": ("docx", lambda: word(p("a"), relations=relation("header", "../../../etc/passwd")), "outside"),
    "long.docx": ("docx", lambda: word(p(" ".join(map(str, range(400_000))))), "no plan has so many"),
    "rows.docx": ("docx", lambda: word("".join(p(str(n)) for n in range(30_000))), "no plan has so many"),
    "long.txt": ("txt", lambda: b"Ke hoach tuyen truyen\n" * 400_000, "no plan has so many"),
    "line.txt": ("txt", lambda: b"a" * 3_000_000, "no plan has so many"),
    "lines.txt": ("txt", lambda: b"a\n" * 900_000, "no plan has so many"),
    "cells.txt": ("txt", lambda: b"a\t" * 450_000 + b"\n" + b"a\t" * 450_000, "no plan has so many"),
    "binary.txt": ("txt", lambda: random.Random(1).randbytes(50_000), "no text"),
    "zeros.txt": ("txt", lambda: bytes(50_000), "no text|empty"),
    "mixed.txt": ("txt", lambda: "Kế hoạch\n".encode() + b"K\xd5 ho\xb9ch tuy\xaan truy\xd2n\n", "UTF-8 up to line 2"),
    "mixed-16.txt": ("txt", lambda: "Kế hoạch".encode("utf-16") + b"Ke hoach nam 2027 ", "a part is not"),
    "cut.txt": ("txt", lambda: "Kế hoạch tuyên truyề".encode()[:-1], "within a letter"),
    "song.txt": ("txt", SONG.encode, "nothing in it reads as a plan"),
    "song.html": ("html", f"<p>{SONG}</p>".encode, "nothing in it reads as a plan"),
    "song.docx": ("docx", lambda: word("".join(map(p, SONG.split("\n")))), "nothing in it reads as a plan"),
    "deep.html": ("html", lambda: b"<div>" * 300_000, "nested|no text"),
    "wide.html": ("html", lambda: b"<p>a" * 100_000, "no plan has so many"),
    "attributes.html": ("html", lambda: b"<p " + b"a='b' " * 200_000 + b">", "no text|parsed"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_clear_error_soon(name: str, tmp_path: Path) -> None:
    """It says in both languages what is wrong with which file, soon, and writes nothing."""
    _, make, why = BAD[name]
    path = tmp_path / name
    path.write_bytes(make())
    begun = time.process_time()
    with pytest.raises(CouldNotReadError, match=why) as caught:
        cchc.read_plan(path, registry=REGISTRY)
    took = time.process_time() - begun

    assert name in caught.value.message("en")
    assert name in caught.value.message("vi")
    assert caught.value.why_vi
    assert caught.value.hint
    assert caught.value.hint_vi
    assert "\n" not in caught.value.message("vi")
    assert took < SOON
    assert [path] == list(tmp_path.iterdir())


def _reaching_down() -> bytes:
    row = b"<tr><td rowspan=50 colspan=50>a</td></tr>"
    return b"<table>" + row * 5_000 + b"</table>"


def _based_on_each_other() -> bytes:
    count = 6_000
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n - 1}"/></w:style>'
        for n in range(count)
    )
    return unpacked(word("".join(p("a", f'<w:pStyle w:val="s{n}"/>') for n in range(count)), styles=styles))


def _merged_down() -> bytes:
    row = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
    return unpacked(word(p("a") + f"<w:tbl>{row * 20_000}</w:tbl>"))


# What is no reason to refuse a file, and would take minutes or all memory if it were read without thought.
COSTLY: dict[str, tuple[str, Callable[[], bytes]]] = {
    "cells that reach down and across": ("html", _reaching_down),
    "a style attribute of a megabyte": ("html", lambda: b"<table style='" + b"border-x:" * 120_000 + b"'><tr><td>a<td>b</table>"),
    "a list with a style of a megabyte": ("html", lambda: b"<ol style='" + b"list-style:" * 100_000 + b"'><li>a</ol>"),
    "marks without end on a letter": ("txt", ("Sở e" + "\u0301\u0323" * 200_000 + " a").encode),
    "styles based on each other": ("docx", _based_on_each_other),
    "cells merged down": ("docx", _merged_down),
}  # fmt: skip


@pytest.mark.parametrize("what", COSTLY)
def test_what_is_made_to_cost_much_costs_little(what: str) -> None:
    """Cost grows in step with the size of a file, whatever stands in it."""
    kind, make = COSTLY[what]
    data = make()
    begun = time.process_time()
    source = READERS[kind](data, "thu")

    assert source.lines
    assert time.process_time() - begun < SOON / 4


def test_strict_word_files_are_read() -> None:
    """Word offers to save a Strict Open XML Document too, which only calls its elements otherwise."""
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = word(p("Kế hoạch"))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        parts = {
            name: opened.read(name).replace(WORD.encode(), strict.encode()) for name in opened.namelist()
        }

    assert read_docx(data, "a").lines == read_docx(zipped(parts), "a").lines


def test_a_text_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    """A file is not taken into memory to find out that it is too large."""
    path = tmp_path / "lon.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    begun = time.process_time()

    with pytest.raises(CouldNotReadError, match="larger than"):
        cchc.read_plan(path, registry=REGISTRY)
    assert time.process_time() - begun < SOON


@pytest.mark.parametrize("suffix", ["", ".doc", ".bak", ".docx"])
def test_what_a_file_is_counts_where_its_name_says_nothing(suffix: str, tmp_path: Path) -> None:
    """Without a known suffix the first bytes tell; the same plan is read."""
    plan = cchc.load_plan(EXAMPLES / "khe-sanh-2022.yaml")
    path = tmp_path / f"ke-hoach{suffix}"
    path.write_bytes(cchc.render(plan, "docx", registry=REGISTRY))

    assert (
        cchc.read_plan(path, registry=REGISTRY).plan
        == cchc.read_plan(path.read_bytes(), registry=REGISTRY).plan
    )


@pytest.mark.parametrize("format_", ["docx", "html", "txt"])
def test_bytes_tell_what_they_are(format_: str) -> None:
    """Bytes have no name; a document of each format is recognised by how it begins."""
    data = cchc.render(cchc.load_plan(EXAMPLES / "khe-sanh-2022.yaml"), format_, registry=REGISTRY)

    assert (
        cchc.read_plan(data, registry=REGISTRY).plan
        == cchc.read_plan(data, format=format_, registry=REGISTRY).plan
    )


@pytest.mark.parametrize("format_", ["yaml", "json", "toml"])
def test_a_plan_file_is_told_from_text(format_: Literal["yaml", "json", "toml"]) -> None:
    """The fields of a plan file are no prose."""
    plan = cchc.load_plan(EXAMPLES / "khe-sanh-2022.yaml")

    assert plan == cchc.read_plan(cchc.dump_plan(plan, format_).encode(), registry=REGISTRY).plan


# Fuzz: whatever the bytes, a source or an error of ours.


def _parts() -> dict[str, bytes]:
    from docx import Document

    made = Document()
    made.add_paragraph("KẾ HOẠCH")
    made.add_paragraph("Tuyên truyền cải cách hành chính", style="List Number")
    made.add_table(2, 3).cell(1, 1).text = "Sở Nội vụ"
    made.add_heading("I. MỤC ĐÍCH", 1)
    out = io.BytesIO()
    made.save(out)
    with zipfile.ZipFile(out) as opened:
        return {
            name: opened.read(name)
            for name in opened.namelist()
            if "theme" not in name and "docProps" not in name
        }


PARTS = _parts()
GOOD = {
    "docx": zipped(PARTS),
    "html": f"<html><body><nav>a</nav>{'<p>1. Tuyên truyền</p>' * 3}<table><tr><td>a<td>b</table></body></html>".encode(),
    "txt": "KẾ HOẠCH\nI. MỤC ĐÍCH\n- Nâng cao nhận thức\nTT\tNội dung\tChủ trì\n1\ta\tb\n".encode(),
}
READERS: dict[str, Callable[[bytes, str], Source]] = {"docx": read_docx, "html": read_html, "txt": read_text}
MANY = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def check(kind: str, data: bytes) -> None:
    """Read *data*; an error of ours is an answer too."""
    try:
        source = READERS[kind](data, "thu")
    except CchcError:
        return
    assert source.lines
    assert all(0 <= line.start < line.end <= len(source.text) for line in source.lines)


@pytest.mark.parametrize("kind", READERS)
@MANY
@given(data=st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(kind: str, data: bytes) -> None:
    """No bytes make a reader fall over."""
    check(kind, data)


CHANGES = st.lists(
    st.tuples(
        st.integers(0, 10**6),
        st.sampled_from(["set", "cut", "twice", "put"]),
        st.binary(min_size=1, max_size=6),
    ),
    min_size=1,
    max_size=6,
)


def changed(data: bytes, changes: list[tuple[int, str, bytes]]) -> bytes:
    """Return *data* with some of it overwritten, cut out, doubled or put in."""
    for place, how, piece in changes:
        at = place % (len(data) + 1)
        if how == "set":
            data = data[:at] + piece + data[at + len(piece) :]
        elif how == "cut":
            data = data[:at] + data[at + place % 40 :]
        elif how == "twice":
            data = data[: at + place % 60] + data[at:]
        else:
            data = data[:at] + piece + data[at:]
    return data


@pytest.mark.parametrize("kind", READERS)
@MANY
@given(changes=CHANGES)
def test_good_files_that_were_damaged_are_read_or_refused(
    kind: str, changes: list[tuple[int, str, bytes]]
) -> None:
    """No damage to a file makes a reader fall over."""
    check(kind, changed(GOOD[kind], changes))


@MANY
@given(part=st.sampled_from(sorted(PARTS)), changes=CHANGES)
def test_word_files_with_a_damaged_part_are_read_or_refused(
    part: str, changes: list[tuple[int, str, bytes]]
) -> None:
    """Damage within a part passes the checks of the zip file, and still no reader falls over."""
    check("docx", zipped({**PARTS, part: changed(PARTS[part], changes)}))


_NAMES = ("p", "r", "t", "tbl", "tr", "tc", "pPr", "numPr", "numId", "ilvl", "sdt", "sdtContent", "ins", "del", "hyperlink",
          "br", "tab", "sym", "pict", "txbxContent", "tblPr", "tcPr", "gridSpan", "outlineLvl", "pStyle", "sectPr", "rPr", "rFonts")  # fmt: skip
_VALUES = st.sampled_from(["", "0", "1", "-1", "9", "99999999999", "x", "²", "nil", "Heading1", ".VnTime"])
ELEMENTS = st.recursive(
    st.sampled_from(["chữ", "", " "]),
    lambda inner: st.builds(
        lambda name, value, within: (
            f'<w:{name} w:val="{value}" w:ascii="{value}">{"".join(within)}</w:{name}>'
        ),
        st.sampled_from(_NAMES),
        _VALUES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@MANY
@given(body=st.lists(ELEMENTS, min_size=1, max_size=5))
def test_elements_in_any_order_are_read_or_refused(body: list[str]) -> None:
    """What is no Word document but has its elements is no reason to fall over."""
    check("docx", word("".join(body) + p("chữ") + table(("a", "b"))))


TAGS = (
    "p",
    "div",
    "table",
    "tr",
    "td",
    "th",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "nav",
    "span",
    "br",
    "a",
    "caption",
    "b",
    "pre",
)
PAGES = st.recursive(
    st.sampled_from(["chữ", "1. a", "Độc lập - Tự do", "&#0;", "&xyz;", "<", "\x0b"]),
    lambda inner: st.builds(
        lambda tag, value, within: (
            f'<{tag} class="{value}" start="{value}" value="{value}" rowspan="{value}">{"".join(within)}</{tag}>'
        ),
        st.sampled_from(TAGS),
        st.sampled_from(["", "menu", "content", "run-in", "kind", "-3", "²", "99999", "3"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@MANY
@given(body=st.lists(PAGES, min_size=1, max_size=5))
def test_tags_in_any_order_are_read_or_refused(body: list[str]) -> None:
    """No page makes the reader fall over."""
    check("html", "".join(body).encode())
