"""``python -m cchc`` is the command ``cchc``."""

from __future__ import annotations

import sys

from cchc.cli import main

if __name__ == "__main__":
    sys.exit(main())
