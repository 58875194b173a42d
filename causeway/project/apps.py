from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "causeway.project"
    label = "project"

    def ready(self) -> None:
        from causeway.kernel.jobs import subscribe
        from causeway.project.subscriptions import SUBSCRIPTIONS

        subscribe(SUBSCRIPTIONS)
