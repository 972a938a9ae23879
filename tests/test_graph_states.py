"""States are one agent each, however metadata write them."""

import pytest
from graph_sample import NO_CATALOGUE, REGISTRY, record

from extract.model.adoption import Vote
from graph.rdf import vocabulary as v
from graph.rdf.build import triples
from graph.rdf.literal import Triple, value_of
from graph.rdf.states import state_of, states_in

KINGDOM = "United Kingdom of Great Britain and Northern Ireland"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Japan", "392"), ("JAPAN", "392"), ("Turkey", "792"), ("Türkiye", "792"), ("Cote d’Ivoire", "384"),
        ("CÔTE D'IVOIRE", "384"), ("LIBYAN ARAB JAMAHIRIYA", "434"), ("Libya Arab Jamahiriya", "434"),
        ("United Kingdom", "826"), ("Democratic People’s Republic of Korea", "408"), ("Swaziland", "748"),
    ],
)  # fmt: skip
def test_a_state_is_known_by_each_of_its_names(name: str, code: str) -> None:
    state = state_of(name)
    assert state is not None
    assert state.m49 == code


@pytest.mark.parametrize(
    "name", ["Chair of the Committee", "Group of 77 and China", "League of Arab States", "USSR", "Yugoslavia", ""]
)
def test_offices_groups_and_states_that_ended_are_no_states(name: str) -> None:
    assert state_of(name) is None
    assert states_in(name) == [name]


def test_names_in_the_place_of_one() -> None:
    assert states_in("introduced in the Committee by the representative of Romania") == ["Romania"]
    assert states_in("Belgium Botswana") == ["Belgium", "Botswana"]
    assert states_in("Papua New Guinea") == ["Papua New Guinea"]


def test_one_agent_each_in_votes_and_among_sponsors() -> None:
    vote = Vote(in_favour=2, against=0, abstaining=0, states_in_favour=("TURKEY", "United Kingdom"))
    records = [
        record("A/RES/63/73", vote=vote, sponsors=("Türkiye", "Nigeria (on behalf of the Group of African States)")),
        record("A/RES/63/74", sponsors=("Turkey", "Chair of the Committee")),
    ]
    said = list(triples(records, (), registry=REGISTRY, catalogue=NO_CATALOGUE))
    names = {value: subject for subject, value in values(said, v.NAME).items()}
    assert set(names) == {
        "Türkiye", KINGDOM, "Nigeria", "Group of African States",
        "Chair of the Committee",
    }  # fmt: skip
    codes = {names[name]: code for name, code in (("Türkiye", "TUR"), (KINGDOM, "GBR"), ("Nigeria", "NGA"))}
    assert values(said, v.ISO_3) == codes


def values(said: list[Triple], predicate: str) -> dict[str, str]:
    """The texts that a property gives to each agent."""
    agents = (triple for triple in said if triple[0].startswith(v.AGENT))
    return {agent: value_of(value).value for agent, name, value in agents if name == predicate}
