"""``python -m dashboard.cli`` is the command ``atlas``."""

import sys

from dashboard.cli import main

if __name__ == "__main__":
    sys.exit(main())
