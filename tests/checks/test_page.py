"""The page of the rules is what the rules say of themselves."""

from __future__ import annotations

from tools.build_checks_page import PAGE, page


def test_the_page_is_written_from_the_rules() -> None:
    """Whoever changes a rule runs ``python tools/build_checks_page.py``."""
    assert page() == PAGE.read_text(encoding="utf-8")
