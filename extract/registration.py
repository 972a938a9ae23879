"""What a printed registration means: the treaties of a number and volume, told apart by the title beside it."""

from collections.abc import Sequence
from dataclasses import replace

from extract.mentions.candidate import Found, of_entry
from extract.mentions.treaty_series import SeriesMention
from extract.model.citation import Certainty
from extract.registry.registry import Registry, Treaty


def registered(mention: SeriesMention, hinted: Sequence[Treaty], registry: Registry) -> list[Found]:
    """Give a registration as references to the treaties it means.

    Args:
        mention: the registration as printed.
        hinted: treaties that the text names beside it; they decide where several share a number, and alone tell what is
            meant where the number is missing or is of the League of Nations.
        registry: the treaties by registration.

    Returns:
        One reference a treaty; a number that the registry does not know is a treaty by its number alone; a page that
        no title explains is none.
    """
    if mention.league:
        return [of_entry(t, mention.start, mention.end, certainty="explicit") for t in hinted[:1]] or [
            Found(
                start=mention.start,
                end=mention.end,
                kind="treaty",
                target=None,
                reason="League of Nations treaty that the registry does not know",
            )
        ]
    certainty: Certainty = "inferred" if mention.ibid else "explicit"
    if mention.number is None:
        told = [t for t in hinted if any(volume in mention.volumes for _, volume in t.registrations)]
        return [of_entry(t, mention.start, mention.end, certainty=certainty) for t in told]
    found: list[Treaty] = []
    for volume in mention.volumes or (None,):
        may = registry.by_registration(mention.number, volume) or registry.by_registration(mention.number)[:1]
        chosen = [t for t in may if t in hinted] or list(may[:1])
        found += [t for t in chosen if t not in found]
    if found:
        rows = [of_entry(t, mention.start, mention.end, certainty=certainty) for t in found]
        return [replace(row, unts=mention.number) for row in rows]
    return [
        Found(
            start=mention.start,
            end=mention.end,
            kind="treaty",
            target=f"treaty:unts-{mention.number}",
            unts=mention.number,
            certainty=certainty,
        )
    ]
