"""The addresses of rotas, shifts and turns."""

from __future__ import annotations

from django.urls import path

from causeway.domains.campaigns.web import rotas, shifts

app_name = "rotas"

urlpatterns = [
    path("mine/", shifts.my_shifts_page, name="mine"),
    path("mine/reminders/", shifts.choose, name="reminders"),
    path("stop-reminders/<str:token>/", shifts.stop_reminders, name="stop_reminders"),
    path("of/<slug:slug>/", rotas.rotas_of_campaign, name="of_campaign"),
    path("of/<slug:slug>/draw-up/", rotas.draw_up, name="draw_up"),
    path("shift/<uuid:shift_id>/", shifts.shift_page, name="shift"),
    path("shift/<uuid:shift_id>/offer/", shifts.offer, name="offer"),
    path("turn/<uuid:turn_id>/", shifts.turn_page, name="turn"),
    path("<uuid:rota_id>/", rotas.rota_page, name="rota"),
    path("<uuid:rota_id>/roster/", rotas.roster, name="roster"),
    path("<uuid:rota_id>/end/", rotas.end, name="end"),
]
