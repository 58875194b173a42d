from django.apps import AppConfig


class ServicesConfig(AppConfig):
    name = "causeway.domains.services"
    label = "services"
