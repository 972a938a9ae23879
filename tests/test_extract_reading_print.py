"""PDFs printed by a browser: justified, in columns, from right to left, as its own fonts and engine set them."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from extract.model.document import Document
from extract.reading.readers import read_document

CHROMIUM: Final = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

FRENCH: Final = """<html lang=fr><meta charset=utf-8><style>@page{size:A4;margin:20mm}
body{font:10pt serif;column-count:2;column-gap:8mm;text-align:justify}p{margin:0;text-indent:12pt}
h2{column-span:all;font-size:13pt}sup{font-size:60%}</style>
<h2>Documents officiels des ports du nord</h2><p>L’Assemblée générale,
<p>Rappelant sa résolution 61/74 du 1<sup>er</sup> décembre 2006 et la Convention sur les ports du nord, ainsi que
toutes ses résolutions antérieures relatives aux ports et aux navires de tous les États qui les
empruntent, et soulignant que
les ports sont ouverts à tous, en temps de paix comme en tout autre temps, sans distinction de pavillon,
<p>Rappelant aussi que les ports du nord sont ouverts aux navires de tous les États, et consciente que ce qui y a été
construit l’a été par tous les États qui y sont parties, en leur temps, et que les ports de la mer restent ouverts,
<p>1. Décide de rester saisie de la question des ports du nord et de tout ce qui s’y rattache, et prie le Secrétaire
général de lui faire rapport sur la question à sa prochaine session ordinaire;
<p>2. Prend note de la résolution 62/37 et des rapports A/97/40 et A/97/41 sur les ports, ainsi que de l’ensemble des
observations formulées par les gouvernements au sujet des navires et des ports, et invite tous les États à y donner
suite sans tarder dans la mesure de leurs moyens."""
ARABIC_LINES: Final = (
    "إذ تشير إلى قرارها 61/74 المؤرخ 6 كانون الأول/ديسمبر 2006 وإلى القرار 1718 (2006)",
    "وقرار الجمعية العامة A/RES/S-10/2 (انظر A/75/471، الفقرة 80)،",
    "والوثيقة A/CONF.157/24 (Part I) و E/2016/30 و (S/2020/840)،",
    "والقرارات 217 ألف (د-3) و 2200 ألف (د-21) بنسبة 50% في الفترة 2020-2021،",
)
ARABIC: Final = (
    "<html dir=rtl lang=ar><meta charset=utf-8><style>p{margin:6pt 0;font-size:10pt}</style><p>إن الجمعية العامة،"
    + "".join(f"<p>{line}" for line in ARABIC_LINES)
)


def printed(html: str, folder: Path) -> Document:
    source, made = folder / "page.html", folder / "page.pdf"
    source.write_text(html, encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={made}"]
    subprocess.run([CHROMIUM or "", *flags, source.as_uri()], check=True, capture_output=True, timeout=120)  # noqa: S603  # a browser that is installed, on a page of ours
    return read_document(made.read_bytes(), file="page.pdf")


def test_columns_of_justified_text_are_read_in_order(tmp_path: Path) -> None:
    document = printed(FRENCH, tmp_path)
    blocks = {str(block.label): block.text for block in document.blocks}
    assert document.record.language == "fr"
    assert [label for label in blocks if label.startswith(("pp", "op"))] == ["pp1", "pp2", "op1", "op2"]
    assert blocks["pp1"].startswith("Rappelant sa résolution 61/74 du 1er décembre 2006 et la Convention")
    assert blocks["pp1"].endswith("sans distinction de pavillon,")
    assert blocks["pp2"].endswith("les ports de la mer restent ouverts,")
    assert blocks["op2"].endswith("dans la mesure de leurs moyens.")


def test_arabic_is_read_as_it_was_written(tmp_path: Path) -> None:
    text = printed(ARABIC, tmp_path).text
    if "الجمعية" not in text:
        pytest.skip("no font with Arabic letters is installed")
    for line in ARABIC_LINES:
        assert line in text
