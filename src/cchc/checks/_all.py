"""The rules of cchc itself, in the order of their codes."""

from cchc.checks import _agreement, _bases, _channels, _documents, _duties, _form, _former, _reports, _words

RULES = tuple(
    sorted(
        (
            one
            for room in (_bases, _channels, _former, _duties, _agreement, _form, _words, _reports, _documents)
            for one in room.RULES
        ),
        key=lambda one: one.code,
    )
)
