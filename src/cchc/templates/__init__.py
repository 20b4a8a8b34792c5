"""Templates: a plan in, an official document out."""

from cchc.templates._record import Labels, Layout, Section, Template

__all__ = ["Labels", "Layout", "Section", "Template"]
