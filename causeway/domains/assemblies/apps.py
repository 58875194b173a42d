from django.apps import AppConfig


class AssembliesConfig(AppConfig):
    name = "causeway.domains.assemblies"
    label = "assemblies"
