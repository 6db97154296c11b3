#!/usr/bin/env python
"""ceasefire's command line. `python manage.py up` runs everything; `python manage.py help` lists the rest."""

import os
import sys

from ceasefire.ops import cluster
from ceasefire.ops.unusable import Unusable


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ceasefire.settings")
    from django.core.management import execute_from_command_line

    try:
        with cluster.attached(sys.argv):
            execute_from_command_line(sys.argv)
    except Unusable as fault:
        sys.exit(f"manage.py: {fault}")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
