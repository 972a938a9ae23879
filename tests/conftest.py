"""Settings of all tests: no example is timed, since the first of a run loads a lexicon and machines differ."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
