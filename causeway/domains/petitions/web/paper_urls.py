"""The addresses for paper: sheets, hand-ins and answers."""

from __future__ import annotations

from django.urls import URLPattern, path

from causeway.domains.petitions.web import handin, sheets, taking_in

paper_urls: list[URLPattern] = [
    path("s/<str:code>/", sheets.short, name="short"),
    path("my-sheets/", sheets.my_sheets, name="my_sheets"),
    path("sheets/<uuid:sheet_id>/", sheets.sheet, name="sheet"),
    path("sheets/<uuid:sheet_id>/out/", sheets.hand_out, name="hand_out_sheet"),
    path("sheets/<uuid:sheet_id>/back/", sheets.take_back, name="take_back_sheet"),
    path("sheets/<uuid:sheet_id>/lost/", sheets.lost, name="lost_sheet"),
    path("sheets/<uuid:sheet_id>/void/", sheets.void, name="void_sheet"),
    path("sheets/<uuid:sheet_id>/reinstate/", sheets.reinstate, name="reinstate_sheet"),
    path("sheets/<uuid:sheet_id>/type/", taking_in.type_sheet, name="type_sheet"),
    path("sheets/<uuid:sheet_id>/look/", taking_in.look, name="look_at_lines"),
    path("sheets/<uuid:sheet_id>/count/", taking_in.count_sheet, name="count_sheet"),
    path("sheets/<uuid:sheet_id>/photograph/", taking_in.photograph, name="sheet_photograph"),
    path("sheets/<uuid:sheet_id>/check/", taking_in.check_sheet, name="check_sheet"),
    path("lines/<uuid:signature_id>/withdraw/", sheets.withdraw_line, name="withdraw_line"),
    path("alike/<int:resemblance_id>/", sheets.decide, name="decide_resemblance"),
    path("hand-ins/<uuid:hand_in_id>/", handin.hand_in, name="hand_in"),
    path("hand-ins/<uuid:hand_in_id>/copy/", handin.take_copy, name="take_hand_in_copy"),
    path("hand-ins/<uuid:hand_in_id>/receipt/", handin.receipt, name="record_receipt"),
    path("hand-ins/<uuid:hand_in_id>/answer/", handin.answer, name="record_answer"),
    path("<slug:slug>/sheets/", sheets.sheets, name="sheets"),
    path("<slug:slug>/sheets/print/", sheets.print_sheets, name="print_sheets"),
    path("<slug:slug>/sheets/<int:first>-<int:last>/", sheets.printed_sheets, name="printed_sheets"),
    path("<slug:slug>/sheets/<int:first>-<int:last>.pdf", sheets.sheets_file, name="sheets_file"),
    path("<slug:slug>/sheets/alike/", sheets.resemblances, name="resemblances"),
    path("<slug:slug>/hand-in/", handin.hand_in_petition, name="hand_in_petition"),
]
