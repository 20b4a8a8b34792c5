"""The command ``cchc``: it parses, calls the verbs, writes files and speaks to an officer.

Vietnamese is spoken unless ``--lang en`` stands anywhere on the line. Errors are one readable block on stderr.

Exit codes: 0 all done; 1 something is wrong with an input; 2 the command line is wrong; 3 something could not be written;
4 cchc or a plugin failed; 130 interrupted; 141 whoever read the output went away.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from cchc.cli._speech import is_of_output, language, prepare_streams, tell

__all__ = ["main"]


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line *args*, that of the process where it is ``None``, and return the exit code."""
    line = list(sys.argv[1:] if args is None else args)
    prepare_streams()
    say = language(line)
    try:
        from cchc.cli._application import run

        code = run(line, say)
        # Where there is no output at all, there is nothing to flush.
        print(end="", flush=True)
    except KeyboardInterrupt:
        tell(say("Đã dừng theo yêu cầu.", "Interrupted."))
        return 130
    except BrokenPipeError:
        _close_stdout()
        return 141
    except OSError as error:
        if not is_of_output(error):
            raise
        _close_stdout()
        tell(
            say(
                "Lỗi: Không ghi được kết quả in ra: ổ đĩa đã đầy hoặc bị lỗi. Hãy giải phóng dung lượng rồi làm lại.",
                "Error: Cannot write the output: the disk is full, or failed. Free some space and try again.",
            )
        )
        return 3
    return code


def _close_stdout() -> None:
    # Python would flush once more when it ends, and complain.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
