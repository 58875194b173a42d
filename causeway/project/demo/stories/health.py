"""Nuneaton and Bristol: two campaigns against the private takeover of NHS services, from 2013."""

from __future__ import annotations

from datetime import date

from causeway.project.demo.story import (
    ActionTold,
    DemandTold,
    MemberTold,
    NoteTold,
    OutcomeTold,
    ServiceTold,
    Story,
    TargetTold,
    ThreatTold,
)

SOURCE = "Study of solidarity in health and social security campaigns, 2007 to 2016 (Work, Employment and Society)"

NUNEATON = Story(
    alliance="National",
    name="Keep Nuneaton’s hospital public",
    summary="Two union branches campaigned apart, from different sides, and the hospital was not taken over.",
    why="In 2013 regulators chose the hospital for a private takeover. Firms were interested.",
    opened_on=date(2013, 6, 1),
    source=SOURCE,
    service=ServiceTold(
        name="The hospital in Nuneaton",
        about="The town’s general hospital.",
        area="Nuneaton",
        reach="universal",
        provider="The NHS trust in Nuneaton",
        used_by="Everybody in and around Nuneaton",
        worked_in_by="Nurses, allied health professionals, porters, clerks, cleaners, doctors",
        latitude=52.513,
        longitude=-1.478,
    ),
    threat=ThreatTold(
        kind="outsourcing",
        title="Nuneaton’s hospital to be run by a private company",
        summary="Chosen in 2013 for a private takeover.",
        announced_on=date(2013, 6, 1),
        outcome="stopped",
        closed_on=date(2015, 6, 1),
        note="No private company took over. The date is estimated.",
    ),
    members=(
        MemberTold("UNISON, Nuneaton health branch", "union_branch", "workers", "Talks with those who decide"),
        MemberTold("Unite, Nuneaton health branch", "union_branch", "workers", "Weekly stall, petition, candidates"),
    ),
    demands=(DemandTold("No private takeover of the hospital.", "met", date(2015, 6, 1)),),
    targets=(
        TargetTold("NHS Trust Development Authority", "Whether the hospital is taken over"),
        TargetTold("Parties in the 2015 general election", "What their candidates promise", "Candidates for the seat"),
    ),
    actions=(
        ActionTold(
            "stall",
            "A stall in the town on Saturdays",
            date(2013, 9, 7),
            date(2013, 12, 21),
            about="In the first weeks people had to be invited; by the third they queued. People took sheets home, to "
            "a block of flats for one, and brought them back full. Dates estimated.",
            gained="Paper sheets that came back full",
            hosts=("Unite, Nuneaton health branch",),
        ),
        ActionTold(
            "lobby",
            "Candidates asked for their support",
            date(2015, 2, 1),
            about="Month estimated.",
            gained="Politicians who turned up brought the press, and the press the public",
        ),
    ),
    gains=(NoteTold(date(2015, 6, 1), "The takeover did not happen."),),
    obstacles=(
        NoteTold(
            date(2014, 1, 1), "The two branches disagreed on tactics and campaigned apart; it stayed out of the public."
        ),
        NoteTold(date(2014, 1, 1), "The royal colleges stayed neutral."),
        NoteTold(date(2014, 1, 1), "Many thought that it would never happen; who speaks out is called a troublemaker."),
    ),
    unintended=(NoteTold(date(2014, 6, 1), "Decision-makers were met from several sides at once."),),
    outcomes=(OutcomeTold("won", date(2015, 6, 1), "The private takeover was prevented. The date is estimated."),),
)

BRISTOL = Story(
    alliance="National",
    name="Keep Bristol’s mental health services public",
    summary="Retired health workers and patients, with a union branch, against the tender of a city’s mental health "
    "services.",
    why="In 2013 the clinical commissioning group decided to put the city’s mental health services out to tender.",
    opened_on=date(2013, 9, 1),
    source=SOURCE,
    service=ServiceTold(
        name="Mental health services, Bristol",
        about="Community and hospital mental health services of the city.",
        area="Bristol",
        reach="universal",
        provider="The mental health trust in Bristol",
        commissioner="Bristol Clinical Commissioning Group",
        used_by="Everybody in Bristol who needs mental health care",
        worked_in_by="Nurses, social workers, therapists, doctors",
        latitude=51.454,
        longitude=-2.588,
    ),
    threat=ThreatTold(
        kind="outsourcing",
        title="Bristol’s mental health services put out to tender",
        summary="Put out to tender by the clinical commissioning group in 2013; private firms were interested.",
        announced_on=date(2013, 9, 1),
        outcome="stopped",
        closed_on=date(2014, 12, 1),
        note="No private company took over. The date is estimated.",
    ),
    members=(
        MemberTold(
            "UNISON, Bristol health branch", "union_branch", "workers", "Information from inside, within limits"
        ),
        MemberTold("Bristol NHS campaign group", "campaign_group", "community", "Retired health workers and patients"),
    ),
    demands=(DemandTold("Keep the city’s mental health services in the NHS.", "met", date(2014, 12, 1)),),
    targets=(TargetTold("Bristol Clinical Commissioning Group", "Who runs the services"),),
    actions=(
        ActionTold("stall", "Stalls and leaflets", date(2013, 10, 5), date(2014, 6, 28), about="Dates estimated."),
        ActionTold("leafleting", "Leaflets that explain what commissioning means", date(2013, 11, 2)),
    ),
    gains=(NoteTold(date(2014, 12, 1), "No private takeover."),),
    obstacles=(
        NoteTold(date(2014, 3, 1), "Workers came to meetings but feared reprisals and did not join protests."),
        NoteTold(
            date(2014, 3, 1), "It was hard to explain commissioning, and many thought private meant better rooms."
        ),
        NoteTold(date(2014, 3, 1), "Doctors and the royal colleges stayed away."),
    ),
    outcomes=(OutcomeTold("won", date(2014, 12, 1), "The private takeover was prevented. The date is estimated."),),
)
