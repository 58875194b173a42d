from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "causeway.kernel"
    label = "kernel"
