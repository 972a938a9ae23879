"""`name_clusters`: what each group of texts is about, in words of their own titles.

A name is a phrase that many titles of the group have and few of the others: term frequency times inverse frequency
among the groups. Titles are cut at words of grammar (`topics.toml`), and a phrase is made of one to three of the parts.
"""

import functools
import math
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from itertools import pairwise, takewhile
from typing import Any, Final

import regex

_WORD: Final = regex.compile(r"\p{Han}+|[\p{L}\p{M}\p{Nd}]+(?:['’.-][\p{L}\p{M}\p{Nd}]+)*")
_HAN: Final = regex.compile(r"\p{Han}")
_BREAK: Final = regex.compile(r"([,;:.()\[\]«»“”\"،؛，。；：、（）《》]|\s[-–—]\s)")
_COMMAS: Final = frozenset(",،，、")
_ELIDED: Final = regex.compile(r"\b([dl])['’]", regex.IGNORECASE)
_APART: Final = regex.compile(r"\b([dl]) (?=\p{L})", regex.IGNORECASE)
_NUMBER: Final = regex.compile(r"[\p{Nd}.-]+")
_PARTS: Final = 3
_LONGEST: Final = 42  # characters of a name; one in Chinese half as many
_SHORTEST: Final = 4
_LONGEST_TITLE: Final = 400  # characters of a title that count; a longer one is a text
_SHARE: Final = 0.08  # share of a group's titles that a name needs
_SECOND: Final = 0.6  # score of a second name, as a share of that of the first
_MOST: Final = 2
_WHOLE: Final = 0.6  # a phrase that stands in a longer one so often is a piece of it
_CLOSED: Final = 1 / 3  # a phrase is a piece where more goes on in most of its titles ("peace and security caused")
_EVERYWHERE: Final = 0.5  # a phrase that more than this share of the groups has names none,
_SMALLEST_MAP: Final = 4  # where there are so many groups
_FIRST: Final = "en"
_JOIN: Final = " · "
_DECLINED: Final = frozenset(
    {"ru"}
)  # languages in which words within a title are in the case that those before ask for
_LATIN: Final = regex.compile(r"\p{Latin}")

Phrase = tuple[str, ...]


def name_clusters(documents: Sequence[Mapping[str, Any]], clusters: Sequence[int]) -> list[dict[str, str]]:
    """Name every cluster.

    Args:
        documents: texts as `Content` has them, with `titles` by language and `name`, what stands for a title.
        clusters: number of each text's cluster, -1 for none.

    Returns:
        Per cluster its name by language, in the languages in which its titles have a phrase of their own.
    """
    count = max(clusters, default=-1) + 1
    names: list[dict[str, str]] = [{} for _ in range(count)]
    sizes = [0] * count  # titles in the language that has most
    for language in _words():
        titles: list[list[str]] = [[] for _ in range(count)]
        for each, cluster in zip(documents, clusters, strict=True):
            if cluster >= 0 and (title := _title(each, language)):
                titles[cluster].append(title[:_LONGEST_TITLE])
        sizes = [max(size, len(group)) for size, group in zip(sizes, titles, strict=True)]
        for names_of, name in zip(names, _names(titles, language, sizes), strict=True):
            if name:
                names_of[language] = name
    _translate(names, documents, clusters)
    return names


def _translate(
    names: Sequence[dict[str, str]], documents: Sequence[Mapping[str, Any]], clusters: Sequence[int]
) -> None:
    """Add a name in a further language where a title of the group is the name, and has one in that language too."""
    for each, cluster in zip(documents, clusters, strict=True):
        first, *_ = names[cluster].get(_FIRST, "").split(_JOIN) if cluster >= 0 else [""]
        if not first or _title(each, _FIRST).casefold() != first.casefold():
            continue
        for language in _words():
            own = _title(each, language)
            if own and _fits(own):
                names[cluster].setdefault(language, _capital(own))


@functools.cache
def _words() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """By language the words `grammar` and `empty`."""
    with resources.files("graph.pages.parts").joinpath("topics.toml").open("rb") as file:
        table = tomllib.load(file)
    return {language: {kind: frozenset(words) for kind, words in kinds.items()} for language, kinds in table.items()}


def _title(document: Mapping[str, Any], language: str) -> str:
    own = str(document.get("titles", {}).get(language) or document.get("names", {}).get(language, ""))
    if own or language != _FIRST:
        return own
    name = str(document.get("name", ""))
    return name if _LATIN.search(name) else ""


def _names(titles: Sequence[Sequence[str]], language: str, sizes: Sequence[int]) -> list[str]:
    """The name of each group, empty where no phrase is typical of it."""
    spelled: Counter[tuple[Phrase, str]] = Counter()
    found = [_counted(group, language, spelled) for group in titles]
    groups = Counter(phrase for counts in found for phrase in counts)
    forms: dict[Phrase, str] = {}
    for (phrase, words), _ in sorted(spelled.items(), key=lambda item: (item[1], item[0][1])):
        forms[phrase] = words  # the most frequent spelling remains
    return [
        _JOIN.join(_capital(forms[phrase]) for phrase in _best(counts, groups, len(titles), size))
        for counts, size in zip(found, sizes, strict=True)
    ]


def _counted(titles: Sequence[str], language: str, spelled: Counter[tuple[Phrase, str]]) -> Counter[Phrase]:
    """In how many titles each phrase stands, without those that are mostly pieces; `spelled` learns their spellings."""
    counts, closed = Counter[Phrase](), Counter[Phrase]()
    for title in titles:
        here, here_closed = _taken_apart(title, language)
        counts.update(here.keys())
        closed.update(here_closed)
        spelled.update(here.items())
    return Counter({phrase: times for phrase, times in counts.items() if closed[phrase] >= _CLOSED * times})


@functools.lru_cache(maxsize=1 << 14)  # the texts of a series have one title
def _taken_apart(title: str, language: str) -> tuple[Mapping[Phrase, str], frozenset[Phrase]]:
    """The phrases of a title, each with its spelling, and those that end where a sentence may."""
    phrases = list(_phrases(title, language))
    here = {_key(words): _joined(words) for words, _ in phrases}
    return here, frozenset(_key(words) for words, is_closed in phrases if is_closed)


def _key(words: Sequence[str]) -> Phrase:
    return tuple(word.casefold().replace("’", "'") for word in words)


def _phrases(title: str, language: str) -> Iterator[tuple[list[str], bool]]:
    """The phrases of a title, and whether each ends where a sentence may.

    They are up to three parts of it with the words of grammar between them, across no comma.
    """
    words_of = _words()[language]
    declined = language in _DECLINED  # only what begins the title is in the case of a name
    pieces = list(_pieces(title, words_of["grammar"]))
    for words, is_closed in pieces[:1] if declined else pieces:
        for start, end in _places(words, words_of):
            if (start == 0 or not declined) and _tells(words[start:end], words_of):
                yield words[start:end], is_closed and end == len(words)


def _places(words: Sequence[str], words_of: Mapping[str, frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Where the phrases of a piece begin and end."""
    parts = list(_parts(words, words_of["grammar"]))
    for first, (start, own_end) in enumerate(parts):
        goes_on = _may_go_on(words[:start], words_of)
        for _, end in parts[first : first + _PARTS]:
            if goes_on or end == own_end or _is_name(words[start:end], words_of["grammar"]):
                yield start, end


def _pieces(title: str, grammar: frozenset[str]) -> Iterator[tuple[list[str], bool]]:
    """The words between two stops of a title, and whether the latter of these is more than a comma."""
    written = [*_BREAK.split(_ELIDED.sub(r"\1' ", title)), ""]
    for piece, stop in zip(written[::2], written[1::2], strict=True):
        yield _split(piece, grammar), stop not in _COMMAS


def _may_go_on(before: Sequence[str], words_of: Mapping[str, frozenset[str]]) -> bool:
    """Whether a phrase may have more parts than one, by what stands before it: "of", but not "in" or "and".

    After these only a name may ("in the Democratic Republic of the Congo").
    """
    heads = words_of["heads"]
    if not before or not heads:
        return True
    told = takewhile(words_of["grammar"].__contains__, (word.casefold() for word in reversed(before)))
    return heads.issuperset(told)


def _is_name(words: Sequence[str], grammar: frozenset[str]) -> bool:
    """Whether all words but those of grammar have capitals."""
    return all(word[0].isupper() for word in words if word.casefold() not in grammar)


def _parts(words: Sequence[str], grammar: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The beginning and end of each run of words that are none of grammar."""
    stops = [place for place, word in enumerate(words) if word.casefold() in grammar]
    for one, other in pairwise([-1, *stops, len(words)]):
        if other - one > 1:
            yield one + 1, other


def _tells(phrase: Sequence[str], words_of: Mapping[str, frozenset[str]]) -> bool:
    """Whether a phrase can be a name: it has the length of one, and its head says something."""
    head = phrase[-1] if _HAN.match(phrase[-1]) else _head(phrase, words_of["grammar"], words_of["joins"])
    whole = " ".join(phrase).casefold()
    return _fits(_joined(phrase)) and not {whole, head} & words_of["empty"] and not _NUMBER.fullmatch(whole)


def _head(phrase: Sequence[str], grammar: frozenset[str], joins: frozenset[str]) -> str:
    """What stands before the first word of grammar that is no "and"; the whole phrase where there is none.

    In Chinese the head is the last part.
    """
    folded = [word.casefold() for word in phrase]
    cut = next((place for place, word in enumerate(folded) if word in grammar), len(folded))
    return "" if cut < len(folded) and folded[cut] in joins else " ".join(folded[:cut])


def _split(part: str, grammar: frozenset[str]) -> list[str]:
    """Words; Chinese has no spaces, and is cut at characters of grammar."""
    words: list[str] = []
    for word in _WORD.findall(part):
        if not _HAN.match(word):
            words.append(word)
            continue
        run = ""
        for sign in word:
            if sign in grammar:
                words += [run, sign] if run else [sign]
                run = ""
            else:
                run += sign
        words += [run] if run else []
    return words


def _fits(name: str) -> bool:
    han = bool(_HAN.match(name))
    return (_SHORTEST // (2 if han else 1)) <= len(name) <= (_LONGEST // (2 if han else 1))


def _joined(words: Sequence[str]) -> str:
    return _APART.sub(r"\1’", ("" if all(map(_HAN.match, words)) else " ").join(words))


def _best(counts: Counter[Phrase], groups: Counter[Phrase], total: int, size: int) -> list[Phrase]:
    """The phrases that tell a group from the others best, without a longer word in common."""
    chosen: list[Phrase] = []
    best = 0.0
    for score, phrase in sorted(_scores(counts, groups, total, size), key=lambda each: (-each[0], each[1])):
        if len(chosen) == _MOST or score < _SECOND * best:
            break
        if all(not _long(phrase) & _long(other) for other in chosen) and not _cut(phrase, counts):
            best = best or score
            chosen.append(phrase)
    return chosen


def _cut(phrase: Phrase, counts: Counter[Phrase]) -> bool:
    """Whether a phrase is a piece of a longer one that nearly as many titles have."""
    enough = _WHOLE * counts[phrase]
    return any(
        times >= enough and len(other) > len(phrase) and " ".join(phrase) in " ".join(other)
        for other, times in counts.items()
    )


def _long(phrase: Phrase) -> set[str]:
    return {word for word in phrase if len(word) >= _SHORTEST or _HAN.match(word)}


def _scores(counts: Counter[Phrase], groups: Counter[Phrase], total: int, size: int) -> Iterator[tuple[float, Phrase]]:
    everywhere = _EVERYWHERE * total if total >= _SMALLEST_MAP else total
    for phrase, times in counts.items():
        if times >= max(2, _SHARE * size) and groups[phrase] <= everywhere:
            told = min(len(_long(phrase)), 3)  # a phrase of two or three words tells more than one
            yield times * (1 + 0.35 * (told - 1)) * math.log(1 + total / groups[phrase]), phrase


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
