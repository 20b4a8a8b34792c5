"""``cchc plugins``: what is installed, what it gives, and what of it cannot be used."""

from __future__ import annotations

import json

from cchc.cli._frame import Command
from cchc.cli._options import form_option
from cchc.cli._speech import Say, shown
from cchc.plugins import Failure, Plugin, Registry

__all__ = ["command"]

_LISTED = 12


def command(say: Say, about: str) -> Command:
    """Return the command in the language of *say*."""
    return Command(
        "plugins",
        say=say,
        help=about,
        callback=lambda form: _list(say, form),
        params=[form_option(say)],
    )


def _list(say: Say, form: str) -> int:
    registry = Registry.discover()
    if form == "json":
        told = {
            "plugins": [_facts(plugin) for plugin in registry.plugins],
            "failures": [_failure(failure) for failure in registry.failures],
        }
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for plugin in registry.plugins:
            print(shown(f"{plugin}\n  {plugin.file}"))
            for hook, keys in plugin.gives.items():
                more = len(keys) - _LISTED
                rest = say(f", và {more} mục khác", f", and {more} more") if more > 0 else ""
                print(shown(f"  {hook}: {', '.join(keys[:_LISTED]) or '-'}{rest}"))
        if registry.failures:
            print(say("\nKhông dùng được:", "\nCannot be used:"))
        for failure in registry.failures:
            print(shown(f"  {say(failure.line('vi'), failure.line('en'))}"))
            if failure.file:
                print(shown(f"    {failure.file}"))
    return 1 if registry.failures else 0


def _facts(plugin: Plugin) -> dict[str, object]:
    return {
        "name": plugin.name,
        "distribution": plugin.distribution,
        "version": plugin.version,
        "file": plugin.file,
        "gives": {hook: list(keys) for hook, keys in plugin.gives.items()},
    }


def _failure(failure: Failure) -> dict[str, object]:
    return {
        "plugin": failure.plugin,
        "distribution": failure.distribution,
        "version": failure.version,
        "file": failure.file,
        "stage": failure.stage,
        "vi": failure.vi,
        "en": failure.en,
    }
