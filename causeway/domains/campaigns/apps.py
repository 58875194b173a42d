from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    name = "causeway.domains.campaigns"
    label = "campaigns"
