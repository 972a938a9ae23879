"""`python -m graph.cli`: the `recalling` command."""

import sys

from graph.cli.main import main

sys.exit(main())
