"""Running checks: each by itself, so that one that crashes never silences the others."""

from __future__ import annotations

from collections.abc import Iterable

from cchc.checks._record import Check, CheckContext
from cchc.diagnostics import Diagnostic, Severity
from cchc.model import Plan


def _chosen(code: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    picked = not select or code.startswith(select)
    return picked and not (ignore and code.startswith(ignore))


def run_checks(
    plan: Plan,
    checks: Iterable[Check],
    context: CheckContext,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
) -> tuple[Diagnostic, ...]:
    """Return the findings of *checks* about *plan*, ordered by code and place.

    *select* and *ignore* take codes or the beginnings of codes. A check that raises becomes the finding ``CC001``.
    """
    found: list[Diagnostic] = []
    for check in checks:
        if not _chosen(check.code, select, ignore):
            continue
        try:
            found.extend(check.run(plan, context))
        except Exception as error:  # noqa: BLE001
            # Whatever a foreign rule raises must not cost the officer the findings of all the others.
            found.append(
                Diagnostic(
                    code="CC001",
                    severity=Severity.ERROR,
                    vi=f"Quy tắc {check.code} bị lỗi khi chạy ({type(error).__name__}: {error}).",
                    en=f"Check {check.code} crashed ({type(error).__name__}: {error}).",
                )
            )
    return tuple(sorted(found, key=lambda one: (one.code, one.location.path)))
