"""`GivenNames`: names that a text gives to treaties in brackets ("… (Protocol V)"), and where they recur."""

from collections.abc import Sequence
from typing import Final

import regex

from extract.language.forms import words
from extract.language.reference_table import HEADS
from extract.language.references import References
from extract.language.titles import load_titles
from extract.mentions.candidate import Candidate, Resolved
from extract.model.cache import compiled
from extract.model.span import Span, overlaps_any
from extract.registry.registry import Treaty
from extract.resolve.antecedents import Antecedent, head_of

_BRACKET: Final = regex.compile(r"[》»”\"]?\s?[(（](?<name>[^()（）\n]{4,64})[)）]")
_QUOTED: Final = regex.compile(r"[“”\"«《]\s?(?<name>[^“”\"«»《》]{4,48}?)\s?[“”\"»》]")
_COLLECTIVELY: Final = regex.compile(
    r"(?:\p{Ll}[\p{L}'’]*+\s){0,6}+(?:[ld]['’])?(?P<name>\p{Lu}[^,،，]{3,40})(?:[,،，].*)?", regex.V1
)
"""What a bracket says of several texts together: "collectively the Peace Agreement, S/1995/999, annex"."""
_STEM: Final = 4
"""Letters of a word that inflection leaves unchanged."""
_FIGURE: Final = regex.compile(r"\d")


class GivenNames:
    """The names that one document gives to treaties; blocks come in reading order."""

    def __init__(self, lexicon: References) -> None:
        """Start with no name given."""
        self._lexicon = lexicon
        self._named: dict[str, tuple[regex.Pattern[str], Antecedent]] = {}
        self._inflected = bool(load_titles(lexicon.language).endings)
        anaphors, heads = lexicon.anaphors, lexicon.heads
        self._nouns = frozenset(form.casefold() for head in HEADS for form in (*anaphors.of(head), *heads.of(head)))
        self._article = compiled(rf"^(?i:{words(anaphors.before)})(?:\s|(?<='))", regex.V1)

    def learn(self, text: str, title: Span, treaty: Treaty, paragraph: str) -> None:
        """Remember the name in the bracket after a title, or at its end, if it is more than a head noun."""
        opened = text.rfind("(", *title)
        bracket = _BRACKET.match(text, opened if opened >= 0 else title.end)
        if bracket is None:
            return
        name = self._article.sub("", _name_in(bracket["name"]).strip())
        if head_of(name, self._lexicon) and self._is_name(name):
            self._named[name] = (_pattern(name, inflected=self._inflected), Antecedent(treaty, paragraph))

    def _is_name(self, name: str) -> bool:
        """Whether a text is a proper name: no lone head noun, no phrase that begins with a small letter, no number."""
        return name.casefold() not in self._nouns and not name[0].islower() and not _FIGURE.search(name)

    def find(self, text: str, found: Sequence[Candidate]) -> list[Resolved]:
        """The names given so far, where they recur."""
        out: list[Resolved] = []
        for pattern, meant in self._named.values():
            for match in pattern.finditer(text):
                made = meant.at(*match.span())
                if not overlaps_any(made, (*found, *out)):
                    out.append(made)
        return out


def _name_in(bracket: str) -> str:
    """The name in a bracket: what is quoted, else what is said of several texts together, else all of it."""
    if quoted := _QUOTED.search(bracket):
        return str(quoted["name"])
    together = _COLLECTIVELY.fullmatch(bracket)
    return str(together["name"]) if together else bracket


def _pattern(name: str, *, inflected: bool) -> regex.Pattern[str]:
    """The pattern of a name; in an inflected language its words may have other endings."""
    stems = (
        rf"{regex.escape(word[: max(_STEM, len(word) - 2)])}\p{{L}}{{0,4}}"
        if inflected and len(word) > _STEM
        else regex.escape(word)
        for word in name.split()
    )
    joined = r"\s".join(stems)
    return regex.compile(rf"(?<![[\p{{L}}--\p{{Han}}](])(?:{joined})(?![[\p{{L}}--\p{{Han}}]\d])", regex.V1)
