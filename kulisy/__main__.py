"""The program ``kulisy``: everything an operator does is one of its commands."""

import sys

from kulisy.cli import program


def main() -> None:
    """Run the command named on the command line."""
    sys.exit(program.run(sys.argv))


if __name__ == "__main__":
    main()
