from django.apps import AppConfig


class ImpactConfig(AppConfig):
    name = "causeway.domains.impact"
    label = "impact"
