from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "causeway.project"
    label = "project"

    def ready(self) -> None:
        from causeway.domains.alliances.minuting import offer as offer_decided
        from causeway.domains.impact.subjects import offer as offer_subjects
        from causeway.domains.people.desks import open_desks
        from causeway.domains.people.sections import hold
        from causeway.domains.people.staff import name_bodies_with, resolve_staff
        from causeway.kernel.jobs import subscribe
        from causeway.kernel.panels import offer
        from causeway.kernel.web import resolve_staff_with
        from causeway.project.desks import DESKS
        from causeway.project.held_data import SECTIONS, bodies
        from causeway.project.impact_subjects import SUBJECTS
        from causeway.project.minutes import DECIDED
        from causeway.project.panels import PANELS
        from causeway.project.subscriptions import SUBSCRIPTIONS

        subscribe(SUBSCRIPTIONS)
        hold(SECTIONS)
        name_bodies_with(bodies)
        open_desks(DESKS)
        resolve_staff_with(resolve_staff)
        offer(PANELS)
        offer_subjects(SUBJECTS)
        offer_decided(DECIDED)
