from django.apps import AppConfig


class PetitionsConfig(AppConfig):
    name = "causeway.domains.petitions"
    label = "petitions"
