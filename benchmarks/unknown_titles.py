"""Treaty-like titles in the corpus that the registry does not know, most frequent first, per language.

    python benchmarks/unknown_titles.py [--language zh] [--top 30] [--corpus ../shared/corpus/txt]

A title is known if `extract.registry.gazetteer` finds a registered title in its first words.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import regex

from extract.registry.gazetteer import gazetteer
from extract.registry.registry import Registry, load_registry

CORPUS: Final = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "txt"

# A head noun and what follows it up to the first mark that ends a title; in Chinese, the text between 《 and 》.
FORMS: Final[dict[str, str]] = {
    "ar": r"\b(?:(?:[ولب]|لل)?+(?:اتفاقية|معاهدة|بروتوكول|اتفاق|ميثاق|دستور)"
    r"|[ولب]?+(?:الاتفاقية|المعاهدة|البروتوكول|الاتفاق|الميثاق|العهد|النظام)"
    r"(?= (?:الدولي|المتعلق|الخاص|الأساسي|الإطاري|بشأن)))"
    r"(?: [\p{L}\p{M}]++){2,12}+",
    "en": r"\b(?:\p{Lu}[\p{L}’-]++ ){0,6}+"
    r"(?:Convention|Treaty|Protocol|Covenant|Agreement|Charter|Statute|Constitution|Pact|Accord|Regulations)s?\b"
    r"(?: (?:\p{Lu}[\p{L}’-]++|of|on|against|for|the|and|to|in|relating|concerning|from|or|between|by|with)\b){0,14}+",
    "es": r"\b(?:Convención|Convenio|Tratado|Protocolo|Pacto|Acuerdo|Carta|Estatuto|Constitución|Reglamento)"
    r"(?= (?:sobre|contra|para|de|del|por la|por el|relativ|Internacional|Marco|\p{Lu}))(?: [\p{L}-]++){2,12}+",
    "fr": r"\b(?:Convention|Traité|Protocole|Pacte|Accord|Charte|Statut|Constitution|Acte constitutif|Règlement)"
    r"(?:-cadre)?+(?= (?:sur|contre|pour|de|du|des|d’|relati|concernant|visant|portant|inter|\p{Lu}))"
    r"(?: [\p{L}’-]++){2,12}+",
    "ru": r"\b(?:\p{Lu}\p{L}++ )?+(?:Конвенци|Договор|Протокол|Пакт|Соглашени|Харти|Устав|Статут)"
    r"\p{Ll}*+(?: [\p{L}-]++){2,12}+",
    "zh": r"(?<=《)[^《》]{2,80}(?:公约|条约|议定书|协定|宪章|规约|盟约|组织法|章程|条例)[^《》]{0,60}(?=》)",
}  # fmt: skip
UNSPACED: Final = frozenset({"zh"})
HEAD: Final = 6  # words by which a title is matched and counted where its end is unclear
_WORD: Final[regex.Pattern[str]] = regex.compile(r"\S++")


def unknown_titles(texts: Iterable[str], language: str, registry: Registry) -> Counter[str]:
    """Count the titles of a language's texts that the registry does not know, by their first words."""
    names = gazetteer(registry, language=language)
    pattern = regex.compile(FORMS[language])
    unknown: Counter[str] = Counter()
    for text in texts:
        for paragraph in text.split("\n\n"):
            hits = names.find(paragraph)
            for match in pattern.finditer(paragraph):
                start, head = match.start(), _head(match.group())
                alone = (
                    language not in UNSPACED and " " not in head
                )  # "the Convention": a short form, which the resolver binds
                if not alone and not any(hit.start < start + len(head) and start < hit.end for hit in hits):
                    unknown[" ".join(head.split())] += 1
    return unknown


def _head(form: str) -> str:
    """The first words of a form, unchanged."""
    words = list(_WORD.finditer(form))
    return form[: words[:HEAD][-1].end()]


def main() -> int:
    """Print the table; return 1 if there is no corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--language", choices=sorted(FORMS), help="only this language")
    parser.add_argument("--top", type=int, default=30, help="how many titles a language (default 30)")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with a folder of *.clean.txt per language")
    options = parser.parse_args()
    if not options.corpus.is_dir():
        print(f"no corpus at {options.corpus}: nothing to compare the registry with", file=sys.stderr)
        return 1
    registry = load_registry()
    for language in [options.language] if options.language else sorted(FORMS):
        paths = sorted((options.corpus / language).glob("*.clean.txt"))
        unknown = unknown_titles((path.read_text(encoding="utf-8") for path in paths), language, registry)
        print(f"{language}: {len(unknown)} unknown forms, {unknown.total()} mentions in {len(paths)} documents")
        for title, count in sorted(unknown.items(), key=lambda item: (-item[1], item[0]))[: options.top]:
            print(f"  {count:5d}  {title}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
