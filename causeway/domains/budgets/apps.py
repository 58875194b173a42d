from django.apps import AppConfig


class BudgetsConfig(AppConfig):
    name = "causeway.domains.budgets"
    label = "budgets"
