"""How forms look: label, hint, error and field, one under the other."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class SiteRenderer(TemplatesSetting):
    """Django's forms, drawn with the site's own templates."""

    form_template_name = "site/forms/form.html"
    field_template_name = "site/forms/field.html"
