"""The addresses of conversations."""

from __future__ import annotations

from django.urls import path

from causeway.domains.assemblies.web import conversation_running, conversations, opinions, saying, tables

ONE = "<slug:slug>/conversation/"

urlpatterns = [
    path("of/<str:room>/<slug:slug>/converse/", conversation_running.set_up, name="set_up_conversation"),
    path("conversations/codes/<uuid:sheet_id>/void/", conversation_running.void, name="void_codes"),
    path("conversations/tables/<uuid:table_id>/", tables.table, name="table"),
    path("conversations/tables/<uuid:table_id>/confirm/", tables.confirm, name="confirm_table"),
    path("conversations/tables/<uuid:table_id>/clear/", tables.clear, name="clear_table"),
    path(ONE, conversations.conversation, name="conversation"),
    path(f"{ONE}new/", conversation_running.open_within, name="open_conversation"),
    path(f"{ONE}join/", conversations.join, name="join_conversation"),
    path(f"{ONE}vote/", opinions.opinions, name="opinions"),
    path(f"{ONE}take-back/", opinions.take_back, name="take_back"),
    path(f"{ONE}mine/", opinions.mine, name="mine"),
    path(f"{ONE}mine/<uuid:statement_id>/appeal/", saying.appeal, name="appeal"),
    path(f"{ONE}mine/<uuid:statement_id>/reword/", saying.reword, name="reword"),
    path(f"{ONE}say/", saying.say, name="say"),
    path(f"{ONE}statements/", conversations.statements, name="statements"),
    path(f"{ONE}statements.csv", conversations.statements_csv, name="statements_csv"),
    path(f"{ONE}look/", saying.to_look_at, name="to_look_at"),
    path(f"{ONE}look/<uuid:statement_id>/", saying.look, name="look_at_statement"),
    path(f"{ONE}seed/", conversation_running.seed, name="seed_conversation"),
    path(f"{ONE}freeze/", conversation_running.freeze, name="freeze_conversation"),
    path(f"{ONE}move/", conversation_running.move, name="move_conversation"),
    path(f"{ONE}close/", conversation_running.close, name="close_conversation"),
    path(f"{ONE}codes/", conversation_running.codes, name="codes"),
    path(f"{ONE}screen/", conversation_running.screen, name="code_screen"),
    path(f"{ONE}tables/", tables.tables, name="tables"),
    path(f"{ONE}tables/sheet/", tables.sheet, name="table_sheet"),
]
