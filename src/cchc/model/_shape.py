"""The checks of shape that the model's fields share; what they mean for the field's business is a matter of checks."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from cchc.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]

# Ids name files, defined cells and anchors of pages, so they keep to characters that are safe in all three.
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


def as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """Return *values* as a tuple; a single string is refused, because it would fall apart into letters."""
    if isinstance(values, str):
        raise ModelError(
            where="a list field",
            value=values,
            why="must be a sequence of values, not one string",
            why_vi="Cần một danh sách, không phải một chuỗi chữ.",
        )
    return tuple(values)


def _refuse(instance: Any, field: attrs.Attribute[Any], value: object, why: str, why_vi: str) -> None:
    where = f"{type(instance).__name__}.{field.name}"
    raise ModelError(where=where, value=value, why=why, why_vi=why_vi)


def is_a(*types: type, optional: bool = False) -> Validator:
    """Check for exactly these types: ``True`` is no ``int`` here, and a ``datetime`` is no ``date``."""
    names = " or ".join(kind.__name__ for kind in types)

    def check(instance: Any, field: attrs.Attribute[Any], value: object) -> None:
        if type(value) not in types and not (optional and value is None):
            _refuse(instance, field, value, f"must be {names}", f"Cần kiểu {names}.")

    return check


def all_are(*types: type) -> Validator:
    """Check that every value of a tuple is of exactly one of these types."""
    names = " or ".join(kind.__name__ for kind in types)

    def check(instance: Any, field: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
        for part in value:
            if type(part) not in types:
                _refuse(instance, field, part, f"must hold only {names}", f"Chỉ nhận kiểu {names}.")

    return check


def one_of(*values: str | None) -> Validator:
    """Check for one of a closed list of words."""
    words = ", ".join(repr(value) for value in values if value is not None)

    def check(instance: Any, field: attrs.Attribute[Any], value: object) -> None:
        if value not in values:
            _refuse(instance, field, value, f"must be one of {words}", f"Chọn một trong: {words}.")

    return check


def matches(pattern: re.Pattern[str], why: str, why_vi: str, *, optional: bool = False) -> Validator:
    """Check that a text is as *pattern* says from its first to its last character."""

    def check(instance: Any, field: attrs.Attribute[Any], value: object) -> None:
        if optional and value in (None, ""):
            return
        if type(value) is not str or not pattern.fullmatch(value):
            _refuse(instance, field, value, why, why_vi)

    return check


def between(low: int, high: int, *, optional: bool = False) -> Validator:
    """Check for a whole number from *low* to *high*."""

    def check(instance: Any, field: attrs.Attribute[Any], value: object) -> None:
        if optional and value is None:
            return
        if type(value) is not int or not low <= value <= high:
            why = f"must be a whole number from {low} to {high}"
            _refuse(instance, field, value, why, f"Cần số nguyên từ {low} đến {high}.")

    return check


def a_number(instance: Any, field: attrs.Attribute[Any], value: object) -> None:
    """Check for a whole or a decimal number; never a float, which would lose what was said, and nothing without end."""
    if type(value) is not int and not (type(value) is Decimal and value.is_finite()):
        _refuse(
            instance,
            field,
            value,
            "must be an int or a finite Decimal",
            "Cần số nguyên hoặc số thập phân hữu hạn.",
        )


def is_visible(text: str) -> bool:
    """Return whether *text* has a visible character: what a page cannot show is dropped before it is printed."""
    return any(character.isprintable() and not character.isspace() for character in text)


def not_blank(instance: Any, field: attrs.Attribute[Any], value: object) -> None:
    """Check for a text with at least one visible character."""
    if type(value) is not str or not is_visible(value):
        _refuse(instance, field, value, "must not be blank", "Không được để trống.")


an_id = matches(
    ID,
    "must be an id: small letters a-z, digits and hyphens, at most 64",
    "Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, tối đa 64 ký tự.",
)
