"""The model election of the ERS97 booklet, section 8, and its exercises.

The booklet (Newland and Britton, 3rd edition, 1997; text at rosenstiel.co.uk/stvrules/model.htm) prints the first
preferences, the quota of 107.58, the second stage in full (surplus 26.42, 123 transferable papers, value 0.21,
non-transferable difference 0.59) and says that 107 papers of Glazier and Wright go together at the fourth. It does not
print the ballot papers. Those used here are Lee Yingtong Li's reconstruction
(yingtongli.me/blog/2021/01/04/ers97.html), since withdrawn by its author as a full match of the booklet's result sheet;
so the later stages below are not the booklet's, but were worked by hand from these papers and the text of section 5.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from causeway.engines import stv

NAMES = ["Smith", "Carpenter", "Wright", "Glazier", "Duke", "Prince", "Baron", "Abbot", "Vicar", "Monk", "Freeman"]
PAPERS = """35 1 2|3 1 3 9|11 1 3 6|5 1 3 7|6 1 3 8|20 1 4|7 1 4 9|4 1 4 11|8 1 5|4 1 8|1 1 10 5 7|1 1 10 9|18 1 11|11 1
|81 2|23 3 1 2|2 3 1 2 7|1 3 1 2 8|1 3 1|3 4 1 3 7|1 4 8|11 4 5 6|3 4 2|5 4 2 11|1 4 3|105 5|91 6|64 7|5 8|42 8 9
|12 8 7|55 9|2 10 5|5 10 8|14 10 9|2 10 1 11|90 11"""

# Totals in the order of NAMES, then non-transferable.
SHEET = [
    # 1: first preferences; Smith elected.
    "134 81 27 24 105 91 64 59 55 23 90 / 0",
    # 2: Smith's 26.42 over 123 papers, 0.21 each: 35 Carpenter, 25 Wright, 31 Glazier, 8 Duke, 4 Abbot,
    #    2 Monk, 18 Freeman.
    "107.58 88.35 32.25 30.51 106.68 91 64 59.84 55 23.42 93.78 / 0.59",
    # 3: Monk, at 1: 2 to Duke (elected), 5 Abbot, 14 Vicar, 2 Freeman; at 0.21: one to Baron past Duke, one to Vicar.
    "107.58 88.35 32.25 30.51 108.68 91 64.21 64.84 69.21 0 95.78 / 0.59",
    # 4: Duke's 1.10 waits (32.25 - 30.51 = 1.74). Wright and Glazier together: 62.76 + 1.10 is below Baron's 64.21.
    #    51 papers at 1: 34 to Carpenter (elected), 11 Prince, 3 Baron, 1 Abbot, 2 run out. 56 at 0.21: 3 + 7 Vicar,
    #    11 Prince, 5 Baron, 6 Abbot, 4 Freeman, 20 run out.
    "107.58 122.35 0 0 108.68 104.31 68.26 67.10 71.31 0 96.62 / 6.79",
    # 5: Carpenter's 14.77 from the last 34 papers: 8 transferable, worth less than the surplus, go at 1. Prince reaches
    #    (753 - 13.56 - 3 x 107.58) / 4 = 104.175 and is elected.
    "107.58 107.58 0 0 108.68 104.31 70.26 68.10 71.31 0 101.62 / 13.56",
    # 6: Duke's 1.10 waits (70.26 - 68.10 = 2.16). Abbot's 66 papers at 1: 42 to Vicar (elected), 12 Baron, 12 run out.
    #    Freeman has the (753 - 25.56 - 4 x 107.58 - 104.31) / 2 = 96.405 that is enough; all places are filled.
    "107.58 107.58 0 0 108.68 104.31 82.26 2.10 113.31 0 101.62 / 25.56",
]


def model(rule: str) -> stv.Result:
    lines = [[int(number) for number in line.split()] for line in PAPERS.replace("\n", "").split("|")]
    election = stv.Election.of(((weight, rest) for weight, *rest in lines), names=NAMES, seats=6)
    return stv.count(election, rule=rule)


def test_the_model_election_is_counted_as_by_hand() -> None:
    result = model("ers97")
    assert result.quota == Fraction("107.58")
    assert result.valid == 753
    for stage, row in zip(result.stages, SHEET, strict=True):
        totals, rest = row.split("/")
        assert [*map(Fraction, totals.split())] == list(stage.totals), stage.number
        assert Fraction(rest) == stage.non_transferable
    assert [NAMES[place] for place in result.winners] == ["Smith", "Duke", "Carpenter", "Prince", "Vicar", "Freeman"]
    assert [one.stage for one in result.elected] == [1, 3, 4, 5, 6, 6]


def test_the_second_stage_is_the_booklets_own() -> None:
    stage = model("ers97").stages[1]
    moved = [one for one in stage.transfers if one.receiver is not None]
    assert sum(one.papers for one in moved) == 123
    assert {one.value for one in moved} == {Fraction("0.21")}
    assert stage.lost_by_rounding == Fraction("0.59")


def test_the_fourth_stage_moves_107_papers_of_two_candidates() -> None:
    stage = model("ers97").stages[3]
    assert {NAMES[place] for place in stage.of} == {"Glazier", "Wright"}
    assert sum(one.papers for one in stage.transfers) == 107


def test_meek_on_the_model_election_gives_hills_own_figures() -> None:
    """Stages 2, 4, 6 and 9 of the count by Hill's program (OpenTally's validation data), to its two decimals."""
    shared = [stage for stage in model("meek").stages if stage.action == "surpluses"]
    expected = {
        0: "107.26 87.98 31.99 30.19 106.60 91 64 59.80 55 23.40 93.59",
        1: "106.96 88.47 32.34 30.62 106.96 91 64 64.85 69.21 0 94.27",
        2: "104.42 97.71 34.97 0 104.42 92.45 64.03 66 70.99 0 95.97",
        3: "101.58 101.58 0 0 101.58 97.07 67.24 68.92 73.27 0 99.81",
    }
    for index, row in expected.items():
        for ours, theirs in zip(shared[index].totals, row.split(), strict=True):
            assert abs(ours - Fraction(theirs)) <= Fraction("0.00501")
    assert {NAMES[place] for place in model("meek").winners} == {
        "Smith", "Duke", "Carpenter", "Prince", "Freeman", "Vicar",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("valid", "places", "quota"),
    [(5334, 6, "762"), (698, 7, "87.25"), (28625, 5, "4770.84"), (731, 20, "34.81")],
)
def test_the_quotas_of_exercise_9_2(valid: int, places: int, quota: str) -> None:
    """Booklet, exercise 9.2: 5334/7, 698/8, 28625/6 and 731/21, rounded up to the next 0.01 where not exact."""
    names = [f"C{n}" for n in range(places + 2)]
    rankings = [(valid - places - 1, [1]), *((1, [n + 2]) for n in range(places + 1))]
    result = stv.count(stv.Election.of(rankings, names=names, seats=places), rule="ers97", ties=in_order(len(names)))
    assert result.quota == Fraction(quota)


@pytest.mark.parametrize(
    ("vote", "quota", "non_transferable", "valid", "places", "value", "lost"),
    [
        (127, "88.91", 4, 978, 10, "0.30", "1.19"),  # 38.09 / 123 = 0.30; 123 x 0.30 = 36.90
        (867, "833", 17, 4165, 4, "0.04", "0"),  # 34 / 850 = 0.04 exactly
        (1635, "1149", 14, 4596, 3, "0.29", "15.91"),  # 486 / 1621 = 0.29; 1621 x 0.29 = 470.09
        (1327, "1315", 10, 3945, 2, "0", "12"),  # 12 / 1317 is less than 0.01
    ],
)
def test_the_transfer_values_of_exercise_9_3(
    vote: int, quota: str, non_transferable: int, valid: int, places: int, value: str, lost: str
) -> None:
    """Booklet, exercise 9.3, in an election of so many valid papers and places that its quota is the exercise's."""
    others = places + 1
    share, extra = divmod(valid - vote, others)
    rankings = [(vote - non_transferable, [1, 2]), (non_transferable, [1])]
    rankings += [(share + (index < extra), [index + 2]) for index in range(others)]
    names = [f"C{n}" for n in range(others + 1)]
    result = stv.count(stv.Election.of(rankings, names=names, seats=places), rule="ers97", ties=in_order(len(names)))
    assert result.quota == Fraction(quota)
    stage = result.stages[1]
    assert (stage.action, stage.of) == ("surplus", (0,))
    moved = [one for one in stage.transfers if one.receiver is not None]
    assert sum(one.papers for one in moved) == vote - non_transferable
    assert {one.value for one in moved} == {Fraction(value)}
    assert stage.lost_by_rounding == Fraction(lost)


def in_order(size: int) -> stv.TieOrder:
    return stv.TieOrder.listed(range(size), size=size)
