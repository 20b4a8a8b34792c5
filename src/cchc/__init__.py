"""Plan, check, issue and report the communication work on administrative reform (*cải cách hành chính*, CCHC)."""

from __future__ import annotations

__version__ = "0.1.0"
