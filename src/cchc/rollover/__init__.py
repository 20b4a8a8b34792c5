"""Next year's plan from this year's: what can be known is changed, what a person must decide is listed."""

from cchc.rollover._draft import draft_text
from cchc.rollover._engine import roll
from cchc.rollover._page import page
from cchc.rollover._record import Change, Decision, Rollover

__all__ = ["Change", "Decision", "Rollover", "draft_text", "page", "roll"]
