from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "causeway.surfaces.site"
    label = "site"
