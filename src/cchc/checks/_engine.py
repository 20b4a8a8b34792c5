"""Running checks: each by itself, so that one that crashes never silences the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cchc.checks._record import AppliesTo, Check, CheckContext, ReadDocument, Subject
from cchc.diagnostics import Diagnostic, Severity
from cchc.model import Report, path_order


def _chosen(code: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    picked = not select or code.startswith(select)
    return picked and not (ignore and code.startswith(ignore))


def _kind(subject: Subject) -> AppliesTo:
    if isinstance(subject, Report):
        return "report"
    return "document" if isinstance(subject, ReadDocument) else "plan"


def _place(one: Diagnostic) -> tuple[object, ...]:
    return (one.code, path_order(one.location.path), one.location.start or 0)


def run_checks(
    subject: Subject,
    checks: Iterable[Check],
    context: CheckContext,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    owners: Mapping[str, str] | None = None,
) -> tuple[Diagnostic, ...]:
    """Return the findings of *checks* about *subject*, ordered by code and place; those for other subjects do not run.

    *select* and *ignore* take codes or the beginnings of codes. A check that raises becomes the finding ``CC001``, which
    names it and, by *owners*, the plugin that gave it.
    """
    kind = _kind(subject)
    found: list[Diagnostic] = []
    for check in checks:
        if check.applies_to != kind or not _chosen(check.code, select, ignore):
            continue
        try:
            # All of it inside the try: a generator raises when it is asked for the next finding.
            found += tuple(check.run(subject, context))
        except Exception as error:  # noqa: BLE001
            # Whatever a foreign rule raises must not cost the officer the findings of all the others.
            owner = (owners or {}).get(check.code, "")
            found.append(
                Diagnostic(
                    code="CC001",
                    severity=Severity.ERROR,
                    vi=f"Quy tắc {check.code}{f' của phần mở rộng {owner}' if owner else ''} bị lỗi khi chạy "
                    f"({type(error).__name__}: {error}); các quy tắc khác vẫn chạy.",
                    en=f"Check {check.code}{f' of the plugin {owner}' if owner else ''} crashed "
                    f"({type(error).__name__}: {error}); the others still ran.",
                )
            )
    return tuple(sorted(found, key=_place))
