"""Word files made by hand, part by part, for what our own writer never writes."""

from __future__ import annotations

import io
import zipfile

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_ROOTS = {"numbering": "numbering", "styles": "styles", "header": "hdr", "footer": "ftr"}


def relation(kind: str, target: str, *, number: int = 90, external: bool = False) -> str:
    """Return one relationship of the main part."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'


def word(body: str, *, relations: str = "", extra: dict[str, bytes] | None = None, **parts: str) -> bytes:
    """Return a .docx with this body; *parts* are the contents of its numbering, styles, header, footnotes, comments."""
    links = relations
    members: dict[str, bytes] = {}
    for number, (name, content) in enumerate(parts.items(), 1):
        root = _ROOTS.get(name, name)
        members[f"word/{name}.xml"] = f"<w:{root} {_NAMESPACES}>{content}</w:{root}>".encode()
        links += relation(name, f"{name}.xml", number=number)
    members["word/document.xml"] = f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>".encode()
    members["word/_rels/document.xml.rels"] = _relationships(links)
    members["_rels/.rels"] = _relationships(relation("officeDocument", "word/document.xml"))
    members["[Content_Types].xml"] = b"<Types/>"
    return zipped({**members, **(extra or {})})


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return out.getvalue()


def _relationships(links: str) -> bytes:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{links}</Relationships>'.encode()


def p(text: str = "", properties: str = "", inner: str = "") -> str:
    """Return a paragraph of one run, and whatever else stands in it."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}{inner}</w:p>"


def table(*rows: tuple[str, ...], ruled: bool = True) -> str:
    """Return a table of paragraphs; a text that begins with < is taken as it is."""
    edges = "".join(
        f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    borders = f"<w:tblBorders>{edges}</w:tblBorders>" if ruled else ""
    body = "".join(
        "<w:tr>"
        + "".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr>{body}</w:tbl>"


def level(depth: int, format_: str, text: str, *, start: int = 1, more: str = "") -> str:
    """Return a level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{format_}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*definitions: str, numbers: str = "") -> str:
    """Return list definitions, each used by the list of the same number from 1."""
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>'
        for key, levels in enumerate(definitions, 1)
    )
    used = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
        for key in range(1, len(definitions) + 1)
    )
    return made + used + numbers


def numbered(text: str, number: int = 1, depth: int = 0) -> str:
    """Return a paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')
