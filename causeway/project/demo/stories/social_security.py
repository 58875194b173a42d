"""Social security: national campaigns against sanctions, workfare and reassessments, 2010 to 2015."""

from __future__ import annotations

from datetime import date

from causeway.project.demo.stories.health import SOURCE
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

SOCIAL_SECURITY = Story(
    alliance="National",
    name="Social security without sanctions",
    summary="Claimants and the union of those who pay benefits, against sanctions, workfare and reassessments.",
    why="Sanctions rose to 580,000 in 2012–13, four times more than three years before. Workers were pressed to impose "
    "them; claimants lost what they lived on.",
    opened_on=date(2010, 10, 1),
    source=SOURCE,
    service=ServiceTold(
        name="Social security for people out of work",
        about="Jobcentres, benefits for unemployed, ill and disabled people, and their assessment.",
        area="Great Britain",
        reach="targeted",
        provider="Department for Work and Pensions",
        used_by="Unemployed, ill and disabled people, and their families",
        worked_in_by="Civil servants; about four in five are in one union",
    ),
    threat=ThreatTold(
        kind="conditionality",
        title="Sanctions, workfare and reassessments",
        summary="Benefits made conditional: work requirements for disabled people, unpaid placements, sanctions.",
        announced_on=date(2010, 10, 1),
    ),
    members=(
        MemberTold("PCS, social security group", "union", "workers", "A survey of its members; high membership"),
        MemberTold("Unite Community", "union", "users", "Organises people out of work"),
        MemberTold("Disabled People Against Cuts", "campaign_group", "users", "Actions against the assessments"),
        MemberTold("Black Triangle", "campaign_group", "users", "Actions against the assessments"),
        MemberTold("Boycott Workfare", "campaign_group", "users", "Requests for information; pickets and leaflets"),
    ),
    demands=(
        DemandTold("End the workfare scheme.", "met", date(2015, 11, 1)),
        DemandTold("End sanctions."),
        DemandTold("End the assessments by the private contractor.", "partly", date(2014, 4, 1)),
    ),
    targets=(
        TargetTold("Department for Work and Pensions", "Sanctions and assessments", "Secretary of State"),
        TargetTold("Councils and employers in the scheme", "Whether they take placements"),
    ),
    actions=(
        ActionTold(
            "foi",
            "Requests for information to councils about workfare",
            date(2013, 2, 1),
            about="Which councils used the scheme? They were then named. The month is estimated.",
            gained="A list of the councils that ran it",
            hosts=("Boycott Workfare",),
        ),
        ActionTold("picket", "Pickets and leaflets at employers that took placements", date(2013, 4, 1)),
        ActionTold(
            "survey",
            "Survey of workers in jobcentres",
            date(2014, 1, 1),
            about="80% felt more pressure to sanction; 20% had a target in numbers.",
            gained="The government had to answer whether there were targets",
            hosts=("PCS, social security group",),
        ),
        ActionTold(
            "demonstration", "Actions against the assessments’ contractor", date(2012, 8, 27), date(2012, 8, 31)
        ),
        ActionTold(
            "media",
            "Former jobcentre workers help with a feature film",
            date(2016, 1, 1),
            about="About the same problems; it won awards. Date estimated.",
        ),
    ),
    gains=(
        NoteTold(date(2014, 4, 1), "The contractor for the assessments left its contract early. Date estimated."),
        NoteTold(
            date(2015, 11, 1),
            "The workfare scheme collapsed after several employers left it. The source gives the year.",
        ),
    ),
    obstacles=(
        NoteTold(date(2014, 1, 1), "Claimants felt that support for the union’s strikes was not returned."),
        NoteTold(date(2014, 1, 1), "Open conflict: workers were made to sanction those with whom they campaigned."),
        NoteTold(date(2014, 1, 1), "The public was divided; newspapers wrote of scroungers."),
    ),
    unintended=(NoteTold(date(2014, 4, 1), "Another company took the contract, and the assessments stayed the same."),),
    outcomes=(OutcomeTold("partly", date(2015, 11, 1), "Workfare ended; sanctions and assessments stayed."),),
)
