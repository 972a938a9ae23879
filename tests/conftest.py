"""Settings of all tests: Hypothesis has no deadline, since the first example loads a lexicon and machines differ.

No test reads the catalogue of the user who runs them.
"""

import os

from hypothesis import settings

from extract.catalogue.catalogue import OWN

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

os.environ[OWN] = ""
