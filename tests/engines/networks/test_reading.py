"""CSV as people save it, and files that nobody should have sent."""

from __future__ import annotations

import contextlib
import datetime
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.exact import BadInput
from causeway.engines.networks import Network, Organisation, Tie, read, reading
from causeway.engines.networks.report import as_graphml

PLAIN = """from,to,tie,date,weight
PCS branch,Claimants’ group,support,2026-02-03,2.5
Carers’ forum,PCS branch,joint action,,
"""
BODIES = """organisation,kind,power
PCS branch,Union branch,
City council,Council,yes
"""


def network_in(text: str | bytes, folder: Path, *more: str) -> Network:
    files = []
    for number, one in enumerate((text, *more)):
        file = folder / f"{number}.csv"
        file.write_bytes(one.encode() if isinstance(one, str) else one)
        files.append(file)
    return read(*files)


def test_ties_have_a_layer_a_date_and_a_weight_in_hundredths(tmp_path: Path) -> None:
    assert network_in(PLAIN, tmp_path).ties == (
        Tie("Carers’ forum", "PCS branch", "joint action", None, 100),
        Tie("PCS branch", "Claimants’ group", "support", datetime.date(2026, 2, 3), 250),
    )


def test_organisations_come_in_a_second_table_or_a_second_file(tmp_path: Path) -> None:
    expected = (
        Organisation("Carers’ forum"),
        Organisation("City council", "Council", True),
        Organisation("Claimants’ group"),
        Organisation("PCS branch", "Union branch"),
    )
    assert network_in(f"{PLAIN}\n{BODIES}", tmp_path).organisations == expected
    assert network_in(f"{BODIES},,\n{PLAIN}", tmp_path).organisations == expected
    assert network_in(PLAIN, tmp_path, BODIES).organisations == expected


@pytest.mark.parametrize(
    "written",
    [
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.replace(",", ";").encode(),
        PLAIN.replace(",", "\t").encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.encode("cp1252"),
        PLAIN.replace("from", " From ").replace("support", "Support given").encode(),
        PLAIN.replace("joint action", "Joint_Action").encode(),
        PLAIN.replace("2026-02-03", "03/02/2026").encode(),
        PLAIN.replace("PCS branch", " PCS  branch").encode(),
        PLAIN.replace("weight\n", "weight,,\n").encode(),
        PLAIN.rstrip().rstrip(",").encode(),
    ],
    ids=["bom", "semicolons", "tabs", "crlf", "windows", "header", "underscore", "british", "spaces", "empty", "short"],
)
def test_a_spreadsheet_in_any_of_its_ways_gives_the_same_network(written: bytes, tmp_path: Path) -> None:
    assert network_in(written, tmp_path).digest == network_in(PLAIN, tmp_path).digest


def test_a_file_without_the_column_tie_is_of_support(tmp_path: Path) -> None:
    assert network_in("from,to\nA,B\n", tmp_path).ties == (Tie("A", "B", "support"),)


def test_ties_of_some_days_and_those_without_a_date_are_kept(tmp_path: Path) -> None:
    network = network_in("from,to,date\nA,B,2026-01-01\nA,C,2026-02-01\nA,D,\n", tmp_path)
    found = network.between(datetime.date(2026, 1, 15), datetime.date(2026, 2, 1))
    assert [tie.other for tie in found.ties] == ["C", "D"]
    assert found.names == network.names


REFUSED = {
    "": "The file names no organisations: it needs a line with the columns “from” and “to”, and ties.",
    "from,to\n": "The file names no organisations: it needs a line with the columns “from” and “to”, and ties.",
    "from,too\nA,B\n": "Line 1: The columns lack “to”; a table of ties starts “from,to,tie,date,weight”.",
    "name\nA\n": "Line 1: The columns lack “organisation”; a table of ties starts “from,to,tie,date,weight”.",
    "from,to,email\n": (
        "Line 1: The column “email” is not read; leave it out. Only date, from, tie, to, weight are, since a network "
        "is of organisations, never of persons."
    ),
    "from,to,to\n": "Line 1: A column appears twice.",
    "from,to\nann@example.org,B\n": (
        "Line 2: “ann@example.org” looks like somebody’s address; a network is of organisations only."
    ),
    "from,to\nA,\n": "Line 2: A name of an organisation is missing.",
    "from,to\nA,A\n": "Line 2: “A” cannot be tied to itself.",
    "from,to\nA,B\na,C\n": "Line 3: “a” was written “A” before; write it in one way.",
    "from,to,tie\nA,B,marriage\n": (
        "Line 2: “marriage” is no kind of tie; write affiliation, joint action or support."
    ),
    "from,to,date\nA,B,31/02/2026\n": "Line 2: “31/02/2026” is not a date; write 2026-11-22 or 22/11/2026.",
    "from,to,date\nA,B,spring\n": "Line 2: “spring” is not a date; write 2026-11-22 or 22/11/2026.",
    "from,to,weight\nA,B,many\n": "Line 2: “many” is not a number.",
    "from,to,weight\nA,B,-1\n": "Line 2: The weight must be more than 0 and at most 1,000,000,000.",
    "from,to,weight\nA,B,1e9999\n": "Line 2: “1e9999” is not a number.",
    f"from,to,weight\nA,B,{'9' * 40}\n": "Line 2: The weight must be more than 0 and at most 1,000,000,000.",
    "from,to\nA,B,C\n": "Line 2: It has 3 fields, but there are 2 columns.",
    "organisation,power\nA,perhaps\n": "Line 2: “perhaps” does not say whether it holds power; write yes or no.",
    "organisation,kind\nA,x\nA,y\n": "Line 3: “A” was listed before, with another kind or power.",
    f"from,to\n{'A' * 161},B\n": f"Line 2: The name “{'A' * 40}…” is longer than 160 characters.",
}


@pytest.mark.parametrize("text", REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_is_refused_in_a_sentence_with_its_line(text: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        network_in(text, tmp_path)
    assert refused.value.sentence == REFUSED[text]


def test_files_that_are_no_text_or_too_large_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for raw, words in ((b"from,to\nA,B\0", "zero bytes"), (PLAIN.encode("utf-16"), "UTF-16")):
        with pytest.raises(BadInput, match=words):
            network_in(raw, tmp_path)
    with pytest.raises(BadInput, match="cannot be read"):
        read(tmp_path / "nowhere.csv")
    with pytest.raises(BadInput, match="cannot be read as CSV"):
        network_in('from,to\n"' + "A" * 200_000 + "\n", tmp_path)
    monkeypatch.setattr("causeway.engines.networks.reading.MOST_BYTES", 10)
    with pytest.raises(BadInput, match="is longer than"):
        network_in(PLAIN, tmp_path)


def test_more_organisations_or_ties_than_anybody_can_mean_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (reading.MOST_ORGANISATIONS, reading.MOST_TIES) == (5_000, 200_000)
    monkeypatch.setattr(reading, "MOST_ORGANISATIONS", 10)
    monkeypatch.setattr(reading, "MOST_TIES", 20)
    many = "\n".join(f"A{number},B{number}" for number in range(6))
    with pytest.raises(BadInput, match=r"Line 7: There are more than 10 organisations\."):
        network_in(f"from,to\n{many}\n", tmp_path)
    with pytest.raises(BadInput, match=r"Line 22: There are more than 20 ties\."):
        network_in("from,to\n" + "A,B\n" * 21, tmp_path)


LINES = st.text(max_size=300).map(lambda text: f"from,to,tie\n{text}".encode("utf-8", "ignore"))


@given(raw=st.binary(max_size=300) | LINES)
@settings(max_examples=200)
def test_no_file_ends_in_anything_but_a_network_or_a_refusal(
    raw: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("hostile") / "network.csv"
    file.write_bytes(raw)
    network = None
    with contextlib.suppress(BadInput):
        network = read(file)
    if network:
        nx.parse_graphml(as_graphml(network))


def test_graphml_says_all_that_the_network_knows(tmp_path: Path) -> None:
    network = network_in(f"{PLAIN}\n{BODIES}", tmp_path)
    graph = nx.parse_graphml(as_graphml(network), force_multigraph=True)
    assert graph.nodes["City council"] == {"kind": "Council", "power": True}
    assert list(graph.edges(data=True)) == [
        ("Carers’ forum", "PCS branch", {"layer": "joint action", "directed": False, "weight": 1.0}),
        ("PCS branch", "Claimants’ group", {"layer": "support", "directed": True, "weight": 2.5, "date": "2026-02-03"}),
    ]
