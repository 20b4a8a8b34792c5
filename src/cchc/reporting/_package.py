"""Parts into a zip, the same bytes for the same parts; a part that is used again is packed once."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

from attrs import frozen

__all__ = ["Packed", "pack", "package"]

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
# 1 January 1980, the first day that a zip knows.
_TIME, _DATE = 0, 33
_DEFLATED, _VERSION, _UTF8 = 8, 20, 0x800


@frozen
class Packed:
    """A part as it lies in a zip; *method* 0 is for one that is not compressed."""

    name: bytes
    check: int
    size: int
    data: bytes
    method: int = _DEFLATED


def pack(name: str, data: bytes) -> Packed:
    """Return a part, compressed."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return Packed(name.encode(), zlib.crc32(data), len(data), packer.compress(data) + packer.flush())


def package(parts: Iterable[Packed]) -> bytes:
    """Return the zip of *parts* in their order."""
    body, directory, offset, count = [], [], 0, 0
    for one in parts:
        sizes = (_TIME, _DATE, one.check, len(one.data), one.size, len(one.name))
        head = _LOCAL.pack(b"PK\x03\x04", _VERSION, _UTF8, one.method, *sizes, 0)
        body += [head, one.name, one.data]
        directory += [
            _CENTRAL.pack(
                b"PK\x01\x02", _VERSION, _VERSION, _UTF8, one.method, *sizes, 0, 0, 0, 0, 0, offset
            ),
            one.name,
        ]
        offset += len(head) + len(one.name) + len(one.data)
        count += 1
    listed = b"".join(directory)
    return b"".join([*body, listed, _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), offset, 0)])
