from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "causeway.domains.people"
    label = "people"
