"""`render`: the HTML of a page from its template in `graph/pages/templates/`, every value escaped.

Only what this module hands to the templates is markup; text from a document stays text wherever a template puts it.
"""

import functools
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graph.pages.parts import shell
from graph.pages.parts.escape import shorten, writable

_MARKUP: Final = ("spoken", "word", "language_switch", "ways")
"""Functions of `graph.pages.parts.shell` whose results are markup, escaped there."""


def render(template: str, /, **values: Any) -> str:  # noqa: ANN401  # whatever the template shows
    """Fill a template of `graph/pages/templates/`.

    Args:
        template: name of the file.
        values: values of the names in the template.
    """
    return _environment().get_template(template).render(values)


@functools.cache
def _environment() -> Environment:
    """The templates: a missing name is an error, and a character that HTML cannot represent becomes U+FFFD."""
    environment = Environment(
        loader=PackageLoader("graph.pages", "templates"),
        autoescape=True,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals.update({name: _marked(name) for name in _MARKUP})
    environment.filters.update(shorten=_shorten, thousands=_thousands, words=_words)
    return environment


def _marked(name: str) -> Any:  # noqa: ANN401  # a function with the parameters of the one that it calls
    function = getattr(shell, name)
    return lambda *arguments, **named: Markup(function(*arguments, **named))  # noqa: S704  # escaped by the function


def _finalize(value: Any) -> Any:  # noqa: ANN401  # any value of a template
    return value if isinstance(value, Markup) or not isinstance(value, str) else writable(value)


def _shorten(value: object, limit: int) -> str:
    return shorten(str(value), limit=limit)


def _thousands(value: int) -> str:
    return f"{value:,}"


def _words(value: object) -> str:
    """Return text on one line; empty for an unknown value."""
    return " ".join(str(value or "").split())
