"""Salford and Liverpool: two campaigns for day centres in the North West of England, 2012 to 2014."""

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

SOURCE = "Study of four mental health campaigns in England by researchers who took part in one of them, 2014"

SALFORD = Story(
    alliance="Salford",
    name="United Service Users’ Committee, Salford",
    summary="Service users organised when four drop-in centres were to close, and came to run much of what followed.",
    why="Four mental health drop-in centres were to close, and half of the community workers to go. A union branch "
    "secretary told the service users, who took up the defence of community services against cuts and privatisation.",
    opened_on=date(2012, 6, 1),
    source=SOURCE,
    service=ServiceTold(
        name="Community mental health drop-in centres, Salford",
        about="Places to meet, be safe and find support, with frontline community mental health workers.",
        area="Salford",
        reach="targeted",
        provider="Manchester Mental Health and Social Care Trust",
        commissioner="Salford City Council",
        used_by="People with mental health needs in Salford",
        worked_in_by="Community mental health workers",
        latitude=53.483,
        longitude=-2.293,
    ),
    threat=ThreatTold(
        kind="closure",
        title="Four drop-in centres in Salford to close",
        summary="Four drop-in centres to close; what stayed to open two days a week, in another building; community "
        "care workers to be cut from 18 to 9.",
        announced_on=date(2012, 6, 1),
        outcome="reduced",
        closed_on=date(2013, 6, 1),
        note="A drop-in stayed, four days a week, in a more suitable building. Jobs and centres were lost.",
    ),
    members=(
        MemberTold("Salford Service Users’ Committee", "user_group", "users", "Leads the campaign and runs the centre"),
        MemberTold("UNISON Salford health branch", "union_branch", "workers", "Told the service users of the plan"),
        MemberTold("Cromwell House User Group", "user_group", "users", "Can apply for funds for the centre"),
    ),
    demands=(
        DemandTold("Keep the drop-in open four days a week, not two.", "met", date(2013, 6, 1)),
        DemandTold("A building that is suitable, not one shared with children and families.", "met", date(2013, 6, 1)),
        DemandTold("Keep the community care workers.", "refused", date(2013, 6, 1)),
    ),
    targets=(
        TargetTold("Manchester Mental Health and Social Care Trust", "Whether the centres stay open"),
        TargetTold("Salford City Council", "The building for the new centre", "Mayor of Salford"),
    ),
    actions=(
        ActionTold("lobby", "Lobby of council meetings, with banners", date(2012, 9, 1), about="Month estimated."),
        ActionTold("lobby", "Lobby of the mental health trust", date(2012, 11, 1), about="Month estimated."),
        ActionTold("lobby", "Lobby at a party’s annual conference", date(2012, 10, 1), about="Month estimated."),
        ActionTold("media", "Local and national media told of the plan", date(2012, 7, 1), about="Month estimated."),
    ),
    gains=(
        NoteTold(
            date(2013, 6, 1), "The new drop-in opens four days a week in a building that its users helped to find."
        ),
        NoteTold(date(2013, 6, 1), "Users have more of a say in the day-to-day running of the centre."),
        NoteTold(date(2013, 9, 1), "Small takings for tea and cheap lunches are put back into the group."),
    ),
    obstacles=(NoteTold(date(2012, 12, 1), "The first building offered was shared with children and families."),),
    unintended=(
        NoteTold(date(2013, 9, 1), "The group grew into a wider movement that supports other campaigns against cuts."),
        NoteTold(date(2014, 5, 1), "An active member stood for the council and won about 20% of the vote."),
    ),
    outcomes=(
        OutcomeTold("partly", date(2013, 6, 1), "A drop-in was kept and is largely run by its users; jobs went."),
    ),
)

LIVERPOOL = Story(
    alliance="Liverpool",
    name="Save Our Sanity, Liverpool",
    summary="Warned two months before the consultation began, service users and workers kept two resource centres "
    "open and public.",
    why="Only two mental health resource centres were still run by the city council. Staff learned of a plan to cut "
    "£1 million and were told not to tell; one warned the service users and a local anti-cuts group all the same.",
    opened_on=date(2014, 6, 1),
    source=SOURCE,
    service=ServiceTold(
        name="Mental health resource centres, Liverpool",
        about="Two centres run by the council where people meet others whom they know and trust.",
        area="Liverpool",
        reach="targeted",
        provider="Liverpool City Council",
        commissioner="Liverpool City Council",
        used_by="People with mental health needs in Liverpool",
        worked_in_by="Council day service staff and volunteers",
        latitude=53.407,
        longitude=-2.991,
    ),
    threat=ThreatTold(
        kind="outsourcing",
        title="Resource centres in Liverpool to close or be outsourced",
        summary="£1 million to be cut. Options were outsourcing, another use of the building, short-term services "
        "only, or closure.",
        announced_on=date(2014, 6, 1),
        consultation_opens_on=date(2014, 8, 1),
        outcome="stopped",
        closed_on=date(2014, 10, 1),
        note="The proposals that were published no longer spoke of closing or outsourcing the two centres.",
    ),
    members=(
        MemberTold("Save Our Sanity service users", "user_group", "users", "Chose the name and lead the campaign"),
        MemberTold("Liverpool Against the Cuts", "campaign_group", "community", "Passed the warning on to others"),
        MemberTold("Social Work Action Network, Liverpool", "campaign_group", "community", "Knew the other campaigns"),
        MemberTold("Unite, Liverpool branch", "union_branch", "workers", "Offices to meet in"),
        MemberTold("Liverpool Trades Union Council", "trades_council", "workers", "A donation for a public meeting"),
    ),
    demands=(
        DemandTold("Keep both resource centres open.", "met", date(2014, 10, 1)),
        DemandTold("Keep them in public hands.", "met", date(2014, 10, 1)),
        DemandTold("Keep the full range of services and decent conditions for staff."),
    ),
    targets=(
        TargetTold("Liverpool City Council", "Whether the centres stay open and public", "Cabinet member for care"),
    ),
    actions=(
        ActionTold(
            "meeting",
            "First meeting at a resource centre",
            date(2014, 6, 15),
            about="In the daytime, so that users and workers could come. Day estimated.",
            turnout=40,
            turnout_how="estimated",
            gained="A plan for a campaign of users, workers and allies",
        ),
        ActionTold(
            "picket",
            "Service users on the centre workers’ picket line",
            date(2014, 7, 10),
            about="A one-day strike over pay; afterwards all marched together. The source gives the month.",
            gained="Trust between users and workers",
        ),
        ActionTold("leafleting", "5,000 flyers across the city", date(2014, 7, 15), about="Day estimated."),
        ActionTold("media", "A volunteer speaks on regional radio", date(2014, 8, 1), about="Month estimated."),
        ActionTold("lobby", "Talks with MPs and councillors", date(2014, 8, 15), about="Day estimated."),
        ActionTold(
            "speaker",
            "Public meeting with speakers from Salford and Cambridge",
            date(2014, 9, 15),
            about="Paid for by a donation of the trades union council. The source gives the month.",
            gained="The success of other campaigns kept spirits up",
            hosts=("Liverpool Trades Union Council",),
        ),
        ActionTold(
            "demonstration",
            "Delegation to the national demonstration in London",
            date(2014, 10, 1),
            about="The source gives the month.",
        ),
    ),
    gains=(
        NoteTold(date(2014, 10, 1), "No closure and no outsourcing in the proposals that were put to consultation."),
        NoteTold(date(2014, 10, 1), "Already organised for two months when the consultation began."),
    ),
    obstacles=(
        NoteTold(
            date(2014, 8, 1), "Workers had to apply again for their posts and feared to be seen with the campaign."
        ),
        NoteTold(date(2014, 8, 1), "Workers were in two different unions."),
        NoteTold(date(2014, 9, 1), "Some found the word “sanity” in the name wrong; the users decided to keep it."),
    ),
    unintended=(
        NoteTold(
            date(2014, 10, 20), "Disabled people’s and learning disability groups joined to defend their services."
        ),
        NoteTold(
            date(2014, 10, 20), "Users who had never spoken in public spoke, and ran the campaign’s communications."
        ),
    ),
    outcomes=(
        OutcomeTold("won", date(2014, 10, 1), "Both centres stay open and public; the campaign goes on for the rest."),
    ),
)
