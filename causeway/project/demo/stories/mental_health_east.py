"""Norfolk and Suffolk, and Cambridge: two mental health campaigns in the East of England, 2013 to 2014."""

from __future__ import annotations

from datetime import date

from causeway.project.demo.stories.mental_health_north import SOURCE
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

NORFOLK_AND_SUFFOLK = Story(
    alliance="East of England",
    name="Campaign to Save Mental Health Services in Norfolk and Suffolk",
    summary="Over 300 came where 100 were expected: workers, service users and carers against a redesign that cut "
    "£40 million.",
    why="A radical redesign cut £40 million and almost 500 posts, 103 nurses and 49 doctors among them, and nearly 100 "
    "beds. People were sent up to 200 miles away for a bed. Twenty service users had died by suicide in five months.",
    opened_on=date(2013, 11, 1),
    source=SOURCE,
    service=ServiceTold(
        name="Mental health services, Norfolk and Suffolk",
        about="Community teams, crisis and early intervention teams, and wards.",
        area="Norfolk and Suffolk",
        reach="universal",
        provider="Norfolk and Suffolk NHS Foundation Trust",
        commissioner="Clinical Commissioning Groups in Norfolk and Suffolk",
        used_by="Everybody in Norfolk and Suffolk who needs mental health care",
        worked_in_by="Nurses, doctors, social workers and support staff",
        latitude=52.628,
        longitude=1.293,
    ),
    threat=ThreatTold(
        kind="cut",
        title="£40 million cut from mental health services in Norfolk and Suffolk",
        summary="Almost 500 redundancies, mostly frontline, and nearly 100 beds fewer.",
        announced_on=date(2012, 10, 1),
        outcome="went_ahead",
        closed_on=date(2014, 6, 1),
        note="Much of it went ahead; the end of distant admissions was agreed and later broken.",
    ),
    members=(
        MemberTold("UNISON Norfolk and Suffolk mental health branch", "union_branch", "workers", "Called the meeting"),
        MemberTold("Equal Lives", "user_group", "users", "Advocacy led by service users"),
        MemberTold("Norfolk carers’ groups", "carer_group", "users", "Carers’ experience and support"),
        MemberTold("Disabled People Against Cuts, Norfolk", "campaign_group", "users", "Experience of direct action"),
        MemberTold("People’s Assembly, Norfolk", "campaign_group", "community", "Activists for lobbies and protests"),
    ),
    demands=(
        DemandTold("A system that limits caseloads: community caseloads had risen from 25 to more than 60."),
        DemandTold("Bring back the crisis teams."),
        DemandTold("Bring back the link workers."),
        DemandTold("Bring back early intervention."),
        DemandTold("A strategy to prevent suicide."),
        DemandTold("Stop closing beds."),
    ),
    targets=(
        TargetTold("Norfolk and Suffolk NHS Foundation Trust", "The redesign and its cuts", "Chief executive"),
        TargetTold("Clinical Commissioning Groups in Norfolk and Suffolk", "How much is spent on mental health"),
        TargetTold(
            "Department of Health", "National policy; the minister was a local MP", "Minister of State for Care"
        ),
    ),
    actions=(
        ActionTold(
            "meeting",
            "Public meeting that founded the campaign",
            date(2013, 11, 1),
            about="A hundred were expected. The month is estimated.",
            turnout=300,
            turnout_how="estimated",
        ),
        ActionTold(
            "open_letter",
            "Open letter with six demands",
            date(2013, 12, 1),
            about="Spread through a page that soon had 1,000 likes. The month is estimated.",
        ),
        ActionTold(
            "media", "An advent calendar of cuts: twelve days at Christmas", date(2013, 12, 13), date(2013, 12, 24)
        ),
        ActionTold(
            "lobby",
            "Lobbies and protests with users and carers",
            date(2014, 2, 1),
            about="Month estimated.",
            gained="Front page of the local press; national print, radio and television",
        ),
    ),
    gains=(
        NoteTold(date(2014, 3, 1), "The chief executive, the operations director and the head of personnel left."),
        NoteTold(date(2014, 3, 1), "The trust agreed to end admissions out of the area."),
    ),
    obstacles=(
        NoteTold(
            date(2014, 3, 1),
            "Staff were watched, the campaign’s site was blocked at work, and there were legal threats.",
        ),
        NoteTold(date(2014, 3, 1), "Staff had to apply for lower-paid posts and compete for their own jobs."),
        NoteTold(date(2014, 3, 1), "Workers were in two unions; a regional office chose procedure over campaigning."),
        NoteTold(date(2014, 3, 1), "A web page tends to make people passive; the task is to get them active."),
    ),
    outcomes=(
        OutcomeTold("partly", date(2014, 3, 1), "Those responsible left, and distant admissions were to end."),
        OutcomeTold("reneged", date(2014, 6, 1), "The agreement on distant admissions was broken."),
    ),
)

CAMBRIDGE = Story(
    alliance="East of England",
    name="Save Lifeworks, Cambridge",
    summary="Service users sat in for one night, and stayed almost four months, until a five-year contract was signed.",
    why="Lifeworks, a drop-in and crisis centre, was to close. Without it people would have had their GP, emergency "
    "services, or counselling at £18 an hour.",
    opened_on=date(2014, 3, 1),
    source=SOURCE,
    service=ServiceTold(
        name="Lifeworks drop-in and crisis centre, Cambridge",
        about="Part of the Complex Cases Service: therapy, groups, drop-in and support in a crisis.",
        area="Cambridge",
        reach="targeted",
        provider="Cambridgeshire and Peterborough NHS Foundation Trust",
        used_by="People with complex mental health needs, most of them women",
        worked_in_by="Therapists and support staff",
        latitude=52.205,
        longitude=0.122,
    ),
    threat=ThreatTold(
        kind="closure",
        title="Lifeworks in Cambridge to close",
        summary="The trust announced the closure in March 2014, after two years in which payment by results had "
        "narrowed what the centre offered.",
        announced_on=date(2014, 3, 1),
        outcome="stopped",
        closed_on=date(2014, 6, 20),
        note="A contract for at least five more years was signed. The source gives the month.",
    ),
    members=(
        MemberTold("Lifeworks service users", "user_group", "users", "Held the building day and night"),
        MemberTold("UNISON, Cambridgeshire health branch", "union_branch", "workers", "Practical advice on a sit-in"),
        MemberTold("GMB, Cambridge branch", "union_branch", "workers", "Practical advice and solidarity"),
        MemberTold(
            "Disabled People Against Cuts, Cambridge", "campaign_group", "users", "Support at lobbies and stalls"
        ),
    ),
    demands=(
        DemandTold("Keep Lifeworks open.", "met", date(2014, 6, 20)),
        DemandTold("More work in groups, not only one-to-one therapy.", "met", date(2014, 6, 20)),
        DemandTold("A drop-in that is open to all who use Lifeworks.", "met", date(2014, 6, 20)),
    ),
    targets=(
        TargetTold("Cambridgeshire and Peterborough NHS Foundation Trust", "Whether Lifeworks stays open"),
        TargetTold("Cambridgeshire County Council", "Scrutiny of the trust’s decisions", "Health scrutiny committee"),
    ),
    actions=(
        ActionTold(
            "occupation",
            "The occupation of Lifeworks",
            date(2014, 3, 4),
            date(2014, 6, 20),
            about="Meant for one night. A rota held the building for almost four months. Days estimated.",
            place="Lifeworks, Cambridge",
            gained="A contract for at least five years",
            hosts=("Lifeworks service users",),
        ),
        ActionTold("stall", "Regular stalls across the county", date(2014, 3, 15), date(2014, 6, 14)),
        ActionTold("leafleting", "Leaflets and a petition across the county", date(2014, 3, 15), date(2014, 6, 14)),
        ActionTold("demonstration", "Local demonstrations and lobbies", date(2014, 5, 1), about="Month estimated."),
        ActionTold("hearing", "The county council questions the trust", date(2014, 5, 20), about="Day estimated."),
    ),
    gains=(
        NoteTold(date(2014, 6, 20), "A contract that keeps Lifeworks open for at least five more years."),
        NoteTold(date(2014, 6, 20), "Users help to plan and shape services there and across the county."),
    ),
    obstacles=(
        NoteTold(date(2014, 4, 1), "Male security guards were sent into the building."),
        NoteTold(date(2014, 4, 1), "Letters accused the campaigners of criminal behaviour."),
    ),
    outcomes=(OutcomeTold("won", date(2014, 6, 20), "The trust relented and signed for at least five years."),),
    closed_because="The contract was signed. Its users go on shaping the service.",
)
