"""Pages that keep people safe from whoever could read along."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.people.web.forms import ACCEPTED, ASKED


@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    """Plain advice."""
    return render(request, "people/safety.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def employer_address(request: HttpRequest) -> HttpResponse:
    """The warning between the form and the account: both choices are open."""
    asked = request.session.get(ASKED)
    if not asked:
        return redirect("account_signup")
    back = asked["back"]
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = reverse("account_signup")
    if request.method == "POST":
        if request.POST.get("choice") == "anyway":
            request.session[ACCEPTED] = asked["email"]
        else:
            request.session[ASKED] = {**asked, "email": ""}
        return redirect(back)
    return render(request, "people/employer_address.html", {"email": asked["email"]})
