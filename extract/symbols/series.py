"""The series of UN document symbols: first components, and the bodies whose documents they number.

Source: *United Nations Document Series Symbols* of the Dag Hammarskjöld Library (ST/LIB/SER.B/5 and its addenda).
"""

from collections.abc import Sequence
from typing import Final

BODIES: Final[dict[tuple[str, ...], str]] = {
    ("A",): "General Assembly",
    ("A", "HRC"): "Human Rights Council",
    ("A", "CN.4"): "International Law Commission",
    ("A", "CN.9"): "United Nations Commission on International Trade Law",
    ("A", "CN.10"): "Disarmament Commission",
    ("A", "C.1"): "First Committee",
    ("A", "C.2"): "Second Committee",
    ("A", "C.3"): "Third Committee",
    ("A", "C.4"): "Fourth Committee",
    ("A", "C.5"): "Fifth Committee",
    ("A", "C.6"): "Sixth Committee",
    ("S",): "Security Council",
    ("E",): "Economic and Social Council",
    ("E", "CN.3"): "Statistical Commission",
    ("E", "CN.4"): "Commission on Human Rights",
    ("E", "CN.5"): "Commission for Social Development",
    ("E", "CN.6"): "Commission on the Status of Women",
    ("E", "CN.7"): "Commission on Narcotic Drugs",
    ("E", "CN.9"): "Commission on Population and Development",
    ("E", "CN.15"): "Commission on Crime Prevention and Criminal Justice",
    ("E", "CN.16"): "Commission on Science and Technology for Development",
    ("E", "CN.17"): "Commission on Sustainable Development",
    ("E", "C.12"): "Committee on Economic, Social and Cultural Rights",
    ("E", "C.19"): "Permanent Forum on Indigenous Issues",
    ("E", "ECA"): "Economic Commission for Africa",
    ("E", "ECE"): "Economic Commission for Europe",
    ("E", "ESCAP"): "Economic and Social Commission for Asia and the Pacific",
    ("E", "ESCWA"): "Economic and Social Commission for Western Asia",
    ("E", "ICEF"): "United Nations Children's Fund",
    ("T",): "Trusteeship Council",
    ("ST",): "Secretariat",
    ("APLC",): "States Parties to the Anti-Personnel Mine Ban Convention",
    ("ATT",): "States Parties to the Arms Trade Treaty",
    ("BWC",): "States Parties to the Biological Weapons Convention",
    ("C",): "Conference of the States Parties to the Chemical Weapons Convention",
    ("RC",): "Conference of the States Parties to the Chemical Weapons Convention",
    ("EC",): "Executive Council of the Organisation for the Prohibition of Chemical Weapons",
    ("CAC",): "Conference of the States Parties to the United Nations Convention against Corruption",
    ("CAT",): "Committee against Torture",
    ("CBD",): "Conference of the Parties to the Convention on Biological Diversity",
    ("UNEP", "CBD"): "Conference of the Parties to the Convention on Biological Diversity",
    ("CCM",): "States Parties to the Convention on Cluster Munitions",
    ("CCPR",): "Human Rights Committee",
    ("CCW",): "High Contracting Parties to the Convention on Certain Conventional Weapons",
    ("CD",): "Conference on Disarmament",
    ("CEB",): "United Nations System Chief Executives Board for Coordination",
    ("CED",): "Committee on Enforced Disappearances",
    ("CEDAW",): "Committee on the Elimination of Discrimination against Women",
    ("CERD",): "Committee on the Elimination of Racial Discrimination",
    ("CLCS",): "Commission on the Limits of the Continental Shelf",
    ("CMS",): "Conference of the Parties to the Convention on Migratory Species",
    ("CMW",): "Committee on Migrant Workers",
    ("CRC",): "Committee on the Rights of the Child",
    ("CRPD",): "Committee on the Rights of Persons with Disabilities",
    ("CTOC",): "Conference of the Parties to the Convention against Transnational Organized Crime",
    ("DP",): "United Nations Development Programme",
    ("DPSIDS",): "Small Island Developing States",
    ("ECE",): "Economic Commission for Europe",
    ("ENMOD",): "States Parties to the Environmental Modification Convention",
    ("ESCAP",): "Economic and Social Commission for Asia and the Pacific",
    ("FCCC",): "Parties to the United Nations Framework Convention on Climate Change",
    ("GC",): "General Conference of the International Atomic Energy Agency",
    ("GOV",): "Board of Governors of the International Atomic Energy Agency",
    ("INFCIRC",): "International Atomic Energy Agency",
    ("HRI",): "Human rights treaty bodies",
    ("HSP",): "United Nations Habitat Assembly",
    ("HS",): "United Nations Human Settlements Programme",
    ("ICC",): "International Criminal Court",
    ("ICCD",): "Parties to the United Nations Convention to Combat Desertification",
    ("ID",): "United Nations Industrial Development Organization",
    ("IDB",): "Industrial Development Board",
    ("ISBA",): "International Seabed Authority",
    ("JIU",): "Joint Inspection Unit",
    ("LC",): "Economic Commission for Latin America and the Caribbean",
    ("LOS",): "Preparatory Commission for the International Seabed Authority",
    ("NPT",): "Parties to the Treaty on the Non-Proliferation of Nuclear Weapons",
    ("PBC",): "Peacebuilding Commission",
    ("PRST",): "Human Rights Council",
    ("PCNICC",): "Preparatory Commission for the International Criminal Court",
    ("SPLOS",): "States Parties to the United Nations Convention on the Law of the Sea",
    ("TD",): "United Nations Conference on Trade and Development",
    ("TPNW",): "States Parties to the Treaty on the Prohibition of Nuclear Weapons",
    ("UNEP",): "United Nations Environment Programme",
    ("UNEP", "EA"): "United Nations Environment Assembly",
    ("UNFF",): "United Nations Forum on Forests",
    ("UNITAR",): "United Nations Institute for Training and Research",
    ("UNODC",): "United Nations Office on Drugs and Crime",
    ("UNW",): "United Nations Entity for Gender Equality and the Empowerment of Women",
    ("WFP",): "World Food Programme",
}
_OPCW: Final = frozenset({"C", "EC", "RC"})  # series only with a session behind them
SERIES: Final[frozenset[str]] = frozenset(components[0] for components in BODIES) - _OPCW
HEAD: Final[str] = (
    r"(?:\L<series>(?=/)|(?:GC|IDB)(?:\((?:\d{1,3}+|[IVXL]{1,8}+)\)|\.\d{1,3}+)|(?:C|EC|RC)-(?:[A-Z]{1,2}+-)?\d{1,3}+)"
)
"""Pattern of a known first component, with its session: `A`, `GC(60)`, `EC-M-33`; compile it with `series=SERIES`."""
_LONGEST: Final = max(map(len, BODIES))


def stem(component: str) -> str:
    """The name of a series or body without its session: `GC` of `GC(60)`, `EA` of `EA.4`, `EC` of `EC-M-33`."""
    for mark in "(.-":
        component = component.partition(mark)[0]
    return component


def body_of(components: Sequence[str]) -> str | None:
    """The English name of the body that a symbol's leading components tell; the most specific one, None when none."""
    for count in range(min(_LONGEST, len(components)), 0, -1):
        head = (stem(components[0]), *components[1:count])
        for key in (head, (*head[:-1], stem(head[-1]))):
            if key in BODIES:
                return BODIES[key]
    return None
