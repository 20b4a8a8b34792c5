"""Readers: a file in, a plan and what is known about where it came from out."""

from cchc.reading._record import LeftOut, Reader, Reading

__all__ = ["LeftOut", "Reader", "Reading"]
