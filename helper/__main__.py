"""The command line's front door. Kept to syntax that any Python 3 reads, so that the wrong one is told so in a sentence."""

import sys

NEEDS = (3, 12)
ADVICE = "Run `make site` once, then use .venv/bin/python -m helper."


def main():
    """Hand over to the command, or say in one line why it cannot run here."""
    if sys.version_info < NEEDS:
        sys.stderr.write("helper: this is Python %d.%d; 3.12 or newer is needed. %s\n" % (sys.version_info[:2] + (ADVICE,)))
        return 2
    try:
        from helper.publish.command import run
    except ImportError as error:
        sys.stderr.write("helper: the package %s is not installed for this Python. %s\n" % (error.name, ADVICE))
        return 2
    try:
        return run(sys.argv[1:], print, sys.stderr.write)
    except BrokenPipeError:  # the reader of our output, such as head, has seen enough
        sys.stderr.close()
        return 0


if __name__ == "__main__":
    sys.exit(main())
