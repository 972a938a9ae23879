"""Settings of all tests: Hypothesis has no deadline, since the first example loads a lexicon and machines differ."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
