"""The northern alliance: a region that organised before the cuts came, 2010 to 2011."""

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

SOURCE = "Article by the convenor of a union’s northern region, Red Pepper, 2 January 2011"

STRANDS = (
    ("An alternative economic agenda", "Show that there is another way than cuts, and say it in every workplace."),
    ("Workplace organising", "No privatisation, no compulsory redundancies, and a say for the workforce."),
    ("Community coalition", "Local coalitions of unions, users, community and voluntary groups that meet monthly."),
    ("Political strategy", "Ask councils, members of parliament and candidates to sign up to a common agenda."),
)

NORTHERN = Story(
    alliance="Northern",
    name="Public services in the North East",
    summary="Local coalitions across the region, planned months before an election and launched in June 2010.",
    why="A third of all jobs in the region are public, and women do 65% of them. Deep cuts were announced.",
    opened_on=date(2010, 6, 1),
    source=SOURCE,
    service=ServiceTold(
        name="Council services in the North East",
        about="What the region’s councils provide, from care to libraries.",
        area="North East England",
        reach="universal",
        provider="Councils in the North East",
        used_by="Everybody in the region",
        worked_in_by="A third of the region’s workers are in public services",
        latitude=54.978,
        longitude=-1.618,
    ),
    threat=ThreatTold(
        kind="cut",
        title="Cuts to public services in the North East",
        summary="Large cuts to public spending, expected from the general election of 2010 on.",
        announced_on=date(2010, 6, 1),
    ),
    members=(
        MemberTold(
            "UNISON Northern region", "union", "workers", "A community organiser for twelve months in Newcastle"
        ),
        MemberTold("PCS Northern region", "union", "workers", "A joint statement on working together"),
        MemberTold("Newcastle community coalition", "community", "community", "Community and voluntary groups"),
    ),
    demands=(
        DemandTold("No privatisation."),
        DemandTold("No compulsory redundancies."),
        DemandTold("Employers agree a protocol with the unions.", "partly", date(2011, 1, 2)),
    ),
    targets=(
        TargetTold("Newcastle City Council", "A protocol with the unions", "Leader of the council"),
        TargetTold("Councils in the North East", "Their budgets", "Leaders of the councils"),
    ),
    actions=(
        ActionTold("meeting", "Launch of the alliance", date(2010, 6, 15), about="The source gives the month."),
        ActionTold(
            "lobby",
            "Talks with members of parliament and council leaders",
            date(2010, 11, 1),
            about="About a manifesto for the May elections. The month is estimated.",
        ),
    ),
    gains=(
        NoteTold(date(2011, 1, 2), "Newcastle City Council agreed a protocol."),
        NoteTold(date(2011, 1, 2), "Local coalitions meet every month across the region; most coordinators are women."),
        NoteTold(date(2011, 1, 2), "The model was taken up elsewhere."),
    ),
    outcomes=(OutcomeTold("ongoing", date(2011, 1, 2), "The coalitions grow; the struggle is expected to be long."),),
)
