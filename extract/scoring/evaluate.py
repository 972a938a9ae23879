"""`evaluate`: citations compared with a gold standard, made by hand or from the UN's own hyperlinks."""

from collections.abc import Iterable, Sequence

from extract.scoring.gold import Row
from extract.scoring.linked import evaluate_links
from extract.scoring.listed import evaluate_list
from extract.scoring.score import Evaluation


def evaluate(gold: Sequence[Row], predicted: Iterable[Row], *, strict: bool = False) -> Evaluation:
    """Compare citations with a gold standard; its rows show which of the two kinds it is.

    A list of citations has one row per reference, whose `required` is true or false. A list of documents has one row
    per document, whose `required` is a list of symbols.

    Args:
        gold: rows of either kind.
        predicted: rows of `citations.jsonl`; rows of documents that the gold standard does not contain are ignored.
        strict: whether letters of resolutions, parts and volumes must agree as well.
    """
    documents = [row for row in gold if isinstance(row.get("required"), list)]
    if documents:
        return evaluate_links(documents, predicted, strict=strict)
    return evaluate_list(gold, predicted, strict=strict)
