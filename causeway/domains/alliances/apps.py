from django.apps import AppConfig


class AlliancesConfig(AppConfig):
    name = "causeway.domains.alliances"
    label = "alliances"
