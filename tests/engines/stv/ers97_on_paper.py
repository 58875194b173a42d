"""ERS97 as a second reader understands it: eight elections derived on paper before the engine was asked.

The reader had the text of the rules (Newland and Britton, “How to conduct an election by the Single Transferable
Vote”, 3rd edition, Electoral Reform Society 1997, sections 5 and 6) as OpenSTV transcribes it, with part of OpenSTV’s
code below it. Paragraph numbers are those of that text. Every figure was worked by hand and committed before it was
compared: the first four before anything of ours on the rule was read but one sentence of the design, the fifth and
sixth after our page on it, the last two after the engine’s code, since nothing before them told the earliest
difference from the latest. No figure of the engine, its slow twin or the reader differed; what the reader missed were
reasons in the ground: why a surplus waits, how a tie for the last place is settled, what does not move.

Each row is a point of the count at which 5.1.7, 5.3.13 or 5.4.9 asks who is deemed elected: the first stage, each
surplus, each batch of an exclusion. Candidates go by letter; the last figure of a row is the non-transferable
vote.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One point of the count: what was done, everybody's vote after it, the quota, who was deemed elected."""

    stage: int
    done: str
    votes: str
    quota: str
    elected: str = ""


@dataclass(frozen=True)
class Paper:
    """A whole election worked on paper."""

    places: int
    candidates: str
    ballots: str
    rows: tuple[Row, ...]

    def lines(self) -> list[tuple[int, list[int]]]:
        """How many papers, and the positions they name, from 1."""
        pairs = [line.split() for line in self.ballots.split(", ")]
        return [(int(count), [self.candidates.index(name) + 1 for name in names]) for count, names in pairs]


# Surplus at the first stage; a later surplus deferred by 5.2.2(b) though not by (a); two excluded together;
# elected below the quota in mid-exclusion.
# 1: 50 / 4 = 12.50 (5.1.6). A 20 has a surplus of 7.50, above 0 (a: E 2, F 2) and above 3 (b: D 7 less E and F
#    4): transfer it.
# 2: 17 of A's 20 papers are transferable; 7.50 / 17 = 0.44, remainder ignored (5.3.7): 7.48, non-transferable
#    difference 0.02 (6.11). B 13.96 elected. Active vote 11.20 + 7 + 2.88 + 2.44 + 1.46 = 24.98; / 2 = 12.49: not
#    C.
# 3: surplus 1.46 exceeds (a) 2.88 - 2.44 = 0.44 but not (b) 7 - 5.32 = 1.68: deferred. E and F together: 5.32 +
#    1.46 = 6.78 <= 7 (5.2.5(b)). Value 1: ED, EFD to D, FC to C, F non-transferable. Two are elected, so 5.4.8
#    leaves the quota. Active vote 12.20 + 9 + 1.46 + 1.32 (3 papers at 0.44, awaiting transfer, 6.20) = 23.98; /
#    2 = 11.99: C 12.20 elected (5.4.9(b)). All places filled: the batch at 0.44 is not transferred (5.5.2).
DEFERRED_TOGETHER = Paper(
    places=3,
    candidates="ABCDEF",
    ballots="9 AB, 5 ACD, 2 AED, 1 AF, 3 A, 10 B, 9 CD, 7 DC, 1 ED, 1 EFD, 1 FC, 1 F",
    rows=(
        Row(1, "first", "20 10 9 7 2 2 0", "12.50", "A"),
        Row(2, "surplus A at 0.44", "12.50 13.96 11.20 7 2.88 2.44 0.02", "12.50", "B"),
        Row(3, "exclude EF at 1.00", "12.50 13.96 12.20 9 0.88 0.44 1.02", "12.50", "C"),
    ),
)

# Nobody elected at first; three excluded together; the quota falls; a last batch worth less than the surplus; a
# tie for the last place.
# 1: 46 / 4 = 11.50. Nobody.
# 2: E, F, G 3 + 3 + 2 = 8, not above D 8 (5.2.5(b)). Three papers become non-transferable before anybody is
#    elected: 43 / 4 = 10.75 (5.4.8). A 13 and C 11 elected, surpluses 2.25 and 0.25. Active vote 10 + 9 + 2.50 =
#    21.50; / 2 = 10.75: not B.
# 3: 2.50 exceeds 10 - 9. A's last batch is EAD and EA (5.3.2); one transferable paper worth 1 does not exceed
#    2.25, so it goes at 1.00 (5.3.7); the rest, 1.25, is the difference between the surplus and what was
#    transferred (6.11). Active vote 20.25; / 2 = 10.125: nobody.
# 4: 0.25 exceeds 10 - 10. C's last batch FCB, FCD: 0.25 / 2 = 0.12, 0.01 lost. Active vote 20.24; / 2 = 10.12: B
#    and D both reach it with one place left; B had more at the first stage, 10 to 8 (5.6.2).
FALLING_QUOTA = Paper(
    places=3,
    candidates="ABCDEFG",
    ballots="11 AB, 10 BD, 9 CB, 8 DB, 1 EAD, 1 EA, 1 E, 1 FCB, 1 FCD, 1 FD, 2 G",
    rows=(
        Row(1, "first", "11 10 9 8 3 3 2 0", "11.50"),
        Row(2, "exclude EFG at 1.00", "13 10 11 9 0 0 0 3", "10.75", "AC"),
        Row(3, "surplus A at 1.00", "10.75 10 11 10 0 0 0 4.25", "10.75"),
        Row(4, "surplus C at 0.12", "10.75 10.12 10.75 10.12 0 0 0 4.26", "10.75", "B"),
    ),
)

# Batches in descending value; nobody elected in one batch receives from the next; a tie for exclusion; a deferral
# on the very boundary.
# 1: 56 / 4 = 14. A's surplus 10 exceeds 4 - 3; E and F 7 could not go before D 5.
# 2: 10 / 20 = 0.50. Active vote 42; / 3 = 14: nobody.
# 3: E and F tie at 6; together 12 exceed D 7.50. F had fewer at the first stage, 3 to 4 (5.2.5). Value 1: FB to B
#    (14.50, elected), FED to E. Value 0.50: AFBD passes B over (5.4.10) to D, AFEC and AFE to E, AFB has nobody
#    left. Active vote 10 + 8.50 + 8 + 0.50 = 27; / 2 = 13.50.
# 4: 0.50 does not exceed 8.50 - 8: deferred (5.2.2(a)). E 8 + 0.50 does not exceed D 8.50 (5.2.5(b)). Value 1:
#    ED, FED to D, EC to C; active vote 27. Value 0.50: AED to D, AFEC to C, AFE non-transferable. Active vote
#    12.50 + 13.50 + 0.50 = 26.50; / 2 = 13.25: D elected below the quota.
BY_BATCHES = Paper(
    places=3,
    candidates="ABCDEF",
    ballots="4 AED, 2 AFBD, 1 AFEC, 1 AFE, 2 AFB, 3 AB, 2 AC, 5 AD, 4 A, 11 BC, 9 CD, 5 DC, 2 ED, 2 EC, 2 FB, 1 FED",
    rows=(
        Row(1, "first", "24 11 9 5 4 3 0", "14.00", "A"),
        Row(2, "surplus A at 0.50", "14 12.50 10 7.50 6 6 0", "14.00"),
        Row(3, "exclude F at 1.00", "14 14.50 10 7.50 7 3 0", "14.00", "B"),
        Row(3, "exclude F at 0.50", "14 14.50 10 8.50 8 0 1", "14.00"),
        Row(4, "exclude E at 1.00", "14 14.50 12 11.50 3 0 1", "14.00"),
        Row(4, "exclude E at 0.50", "14 14.50 12.50 13.50 0 0 1.50", "14.00", "D"),
    ),
)

# A quota that does not divide; two surpluses at once; a later, larger surplus goes before an earlier one, from
# its last batch at a value already cut.
# 1: 61 / 6 = 10.16 and a remainder: 10.17 (5.1.6). A 20 and B 13. Active vote 28 + 9.83 + 2.83 = 40.66; / 4 =
#    10.165: not C.
# 2: A first, 9.83 / 17 = 0.57: 9.69, 0.14 lost; ABF passes B over. C 13.13 elected. Active vote 24.56 + 2.83 +
#    2.96 = 30.35; / 3 = 10.11: not D 9.85.
# 3: 5.79 exceeds 5.71 - 3. The largest is C's 2.96 (5.2.3): its last batch is 9 papers at 0.57, of which 7 are
#    transferable, worth 3.99; 2.96 / 7 = 0.42: 2.94, 0.02 lost. D 10.27 elected. Active vote 17.23 + 2.83 + 0.10
#    = 20.16; / 2 = 10.08.
# 4: 2.93 does not exceed 6.55 - 3: deferred. G 3 + 2.93 = 5.93 <= 6.55; F with it exceeds E 7.68.
# 5: 2.93 exceeds 8.68 - 8.55. B's 2.83 arose at the first stage, so all 13 papers (5.3.1), 11 transferable: 0.25,
#    0.08 lost. F 10.55 takes the last place.
LATER_BUT_LARGER = Paper(
    places=5,
    candidates="ABCDEFG",
    ballots="4 ACE, 2 ACF, 1 ACBD, 2 AC, 5 AD, 3 ABF, 3 A, 8 BF, 3 BE, 2 B, 8 CE, 7 DE, 6 EF, 4 FE, 2 GF, 1 GE",
    rows=(
        Row(1, "first", "20 13 8 7 6 4 3 0", "10.17", "AB"),
        Row(2, "surplus A at 0.57", "10.17 13 13.13 9.85 6 5.71 3 0.14", "10.17", "C"),
        Row(3, "surplus C at 0.42", "10.17 13 10.17 10.27 7.68 6.55 3 0.16", "10.17", "D"),
        Row(4, "exclude G at 1.00", "10.17 13 10.17 10.27 8.68 8.55 0 0.16", "10.17"),
        Row(5, "surplus B at 0.25", "10.17 10.17 10.17 10.27 9.43 10.55 0 0.24", "10.17", "F"),
    ),
)

# Equal surpluses; a look after each batch; a tie for the last place between two who were never unequal, so by lot.
# 1: 50 / 5 = 10. Surpluses 10 and 2.
# 2: 10 / 20 = 0.50. C 12 elected. Active vote 16 + 2 + 2 = 20; / 2 = 10.
# 3: 4 exceeds 6 - 4. B and C both have 2; B had more at the first stage, 12 to 7 (5.2.3). All 12 papers, 8
#    transferable: 0.25. Active vote 18 + 2; / 2 = 10.
# 4: 2 does not exceed 7 - 4: deferred. F 4 + 2 <= 7. Value 1: FD, FE, F; active vote 16 + 1 + 2 = 19; / 2 = 9.50.
#    Value 0.50: AFD, AFE; active vote 17 + 2.
# 5: 2 exceeds 0. C's last batch, 10 papers at 0.50, 6 transferable worth 3: 2 / 6 = 0.33, 0.02 lost. Active vote
#    18.98; / 2 = 9.49, which D and E both have. One place, equal at every point: neither is deemed elected (5.6.2).
# 6: one must be excluded, by lot (5.2.5); the lot here falls on D. That would leave E alone for one place, so E is
#    deemed elected (5.5.1) and nothing is transferred.
BY_LOT = Paper(
    places=4,
    candidates="ABCDEF",
    ballots="3 ACD, 3 ACE, 4 AC, 4 AD, 4 AE, 1 AFD, 1 AFE, 4 BD, 4 BE, 4 B, 7 CF, 4 DE, 4 ED, 1 FD, 1 FE, 1 F",
    rows=(
        Row(1, "first", "20 12 7 4 4 3 0", "10.00", "AB"),
        Row(2, "surplus A at 0.50", "10 12 12 6 6 4 0", "10.00", "C"),
        Row(3, "surplus B at 0.25", "10 10 12 7 7 4 0", "10.00"),
        Row(4, "exclude F at 1.00", "10 10 12 8 8 1 1", "10.00"),
        Row(4, "exclude F at 0.50", "10 10 12 8.50 8.50 0 1", "10.00"),
        Row(5, "surplus C at 0.33", "10 10 10 9.49 9.49 0 1.02", "10.00"),
        Row(6, "exclude D", "10 10 10 9.49 9.49 0 1.02", "10.00", "E"),
    ),
)

# Two who were unequal only between the batches of one exclusion.
# 1: 39 / 3 = 13. Surplus 6, above 5 - 2; {C, E} 7 could not go before D 5, nor {C, D, E} 12 before B 8.
# 2: 6 / 12 = 0.50. Active vote 26; / 2 = 13.
# 3: E 3; with C 9.50 it exceeds D 6.50. Value 1: EC to C, E non-transferable; active vote 25; / 2 = 12.50. Value
#    0.50: AED to D.
# 4: C and D tie at 7.50, together above B 10. Equal at stages 1, 2 and 3, but after the first batch of stage 3 D had
#    6.50 to C's 7.50: D is excluded (5.2.5). Value 1: DB, DC. B 13 elected; D's batch at 0.50, 2.50 in all, stays.
BETWEEN_BATCHES = Paper(
    places=2,
    candidates="ABCDE",
    ballots="4 AB, 2 AED, 3 AC, 3 ADB, 7 A, 8 BC, 5 CD, 3 DB, 2 DC, 1 EC, 1 E",
    rows=(
        Row(1, "first", "19 8 5 5 2 0", "13.00", "A"),
        Row(2, "surplus A at 0.50", "13 10 6.50 6.50 3 0", "13.00"),
        Row(3, "exclude E at 1.00", "13 10 7.50 6.50 1 1", "13.00"),
        Row(3, "exclude E at 0.50", "13 10 7.50 7.50 0 1", "13.00"),
        Row(4, "exclude D at 1.00", "13 13 9.50 2.50 0 1", "13.00", "B"),
    ),
)

# The earliest difference decides, not the latest, whom to exclude.
# 1: 39 / 3 = 13. Surplus 6, above 4 - 2; {D, E} 6 has no room below C 6, {C, D, E} 12 none below B 8.
# 2: 6 / 12 = 0.50. D 7 is now above C 6.50. Active vote 26; / 2 = 13.
# 3: E 3.50; with C 10 it exceeds D 7. Value 1: EDB to D, E non-transferable; active vote 25; / 2 = 12.50. Value 0.50:
#    AEC to C, who draws level at 8.
# 4: C and D tie, together above B 9. D had fewer at the first stage, 4 to 6, though more at the two points after it:
#    D is excluded (5.2.5). Value 1: DB, EDB. B 14 elected; six papers at 0.50 stay.
EARLIEST_EXCLUDED = Paper(
    places=2,
    candidates="ABCDE",
    ballots="2 AB, 1 AC, 6 AD, 3 AEC, 7 A, 8 BC, 6 CD, 4 DB, 1 EDB, 1 E",
    rows=(
        Row(1, "first", "19 8 6 4 2 0", "13.00", "A"),
        Row(2, "surplus A at 0.50", "13 9 6.50 7 3.50 0", "13.00"),
        Row(3, "exclude E at 1.00", "13 9 6.50 8 1.50 1", "13.00"),
        Row(3, "exclude E at 0.50", "13 9 8 8 0 1", "13.00"),
        Row(4, "exclude D at 1.00", "13 14 8 3 0 1", "13.00", "B"),
    ),
)

# The earliest difference decides, not the latest, whose surplus goes first.
# 1: 50 / 5 = 10. 2: 10 / 20 = 0.50; B 12 elected. Active vote 28 + 2; / 3 = 10.
# 3: 2 does not exceed 7 - 5: deferred; F 5 + 2 <= 7. Value 1: FCD, FCE to C (12, elected), FD to D; active vote 8 + 7
#    + 1 + 4 = 20; / 2 = 10. Value 0.50: AFE to E.
# 4: B and C both have 2. C had more at the first stage, 9 to 7, though fewer at the second: C's goes (5.2.3). Its
#    last batch is 3 papers at 1: 2 / 3 = 0.66, 0.02 lost. Active vote 17.98 + 2; / 2 = 9.99.
# 5: 2 exceeds 9.32 - 8.66. B's last batch 10 papers at 0.50, 6 transferable worth 3: 0.33, 0.02 lost. D 10.64.
EARLIEST_TRANSFERRED = Paper(
    places=4,
    candidates="ABCDEF",
    ballots="4 ABD, 2 ABE, 4 AB, 4 AD, 4 AE, 2 AFE, 7 BC, 9 CD, 5 DE, 5 ED, 2 FCD, 1 FCE, 1 FD",
    rows=(
        Row(1, "first", "20 7 9 5 5 4 0", "10.00", "A"),
        Row(2, "surplus A at 0.50", "10 12 9 7 7 5 0", "10.00", "B"),
        Row(3, "exclude F at 1.00", "10 12 12 8 7 1 0", "10.00", "C"),
        Row(3, "exclude F at 0.50", "10 12 12 8 8 0 0", "10.00"),
        Row(4, "surplus C at 0.66", "10 12 10 9.32 8.66 0 0.02", "10.00"),
        Row(5, "surplus B at 0.33", "10 10 10 10.64 9.32 0 0.04", "10.00", "D"),
    ),
)

WORKED = {
    "deferred together": DEFERRED_TOGETHER,
    "falling quota": FALLING_QUOTA,
    "by batches": BY_BATCHES,
    "later but larger": LATER_BUT_LARGER,
    "by lot": BY_LOT,
    "between batches": BETWEEN_BATCHES,
    "earliest excluded": EARLIEST_EXCLUDED,
    "earliest transferred": EARLIEST_TRANSFERRED,
}
