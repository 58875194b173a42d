"""The PDFs: tagged, titled, whole; and nobody's text breaks them or is read as markup."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from causeway.domains.petitions.commands.open_petition import OpenPetition
from causeway.domains.petitions.commands.print_sheets import PrintSheets
from causeway.domains.petitions.models import Petition
from causeway.domains.petitions.pdf.printing import sheets_pdf
from causeway.domains.petitions.short_addresses import petition_with, short_code
from causeway.kernel import pdf as kernel_pdf
from causeway.kernel.errors import Invalid
from causeway.kernel.perform import perform
from tests.domains.petitions.paper_scene import printed
from tests.domains.petitions.scene import draft, petition
from tests.scenes import Scene


def tags_in(reader: PdfReader) -> set[str]:
    """Every structure type in the tree."""
    found: set[str] = set()
    waiting: list[Any] = [reader.trailer["/Root"]["/StructTreeRoot"]]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, IndirectObject):
            if node.idnum in seen:
                continue
            seen.add(node.idnum)
            node = node.get_object()
        if isinstance(node, ArrayObject):
            waiting.extend(node)
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                found.add(str(node["/S"]))
            if "/K" in node:
                waiting.append(node.raw_get("/K"))
    return found


def text_of(content: bytes) -> str:
    """All its text, without the breaks of lines and words."""
    pages = PdfReader(io.BytesIO(content)).pages
    return "".join("".join(page.extract_text().split()) for page in pages).replace("\u200b", "")


def test_a_sheet_is_tagged_and_has_a_title_a_language_and_table_headers(scene: Scene) -> None:
    reader = PdfReader(io.BytesIO(sheets_pdf(petition(scene), printed(scene))))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] in {"en", "en-GB"}
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == petition(scene).title
    assert "pdfuaid:part" in reader.xmp_metadata.stream.get_data().decode()  # type: ignore[union-attr]
    assert {"/H1", "/Table", "/TR", "/TH", "/TD", "/Figure", "/P"} <= tags_in(reader)


@pytest.mark.parametrize("kind", ["petition", "open_letter"])
@pytest.mark.parametrize("size", ["a4", "large"])
def test_a_sheet_says_everything_that_a_signer_must_know(scene: Scene, kind: str, size: str) -> None:
    cora = scene.actor("coordinator")
    made: Petition = perform(cora, OpenPetition(petition_id=draft(scene, kind=kind).pk))
    sheets = perform(
        cora,
        PrintSheets(petition_id=made.pk, count=3, size=size, return_to="The market stall", imprint="A. Promoter"),
    )
    text = text_of(sheets_pdf(made, sheets))
    for said in (made.title, made.text, "1-B", "2-C", "3-D", short_code(made), "Westbury Public Services Alliance",
                 "My name may be handed in", "Send me news", "How long?", "The market stall", "A. Promoter",
                 "Open letter" if kind == "open_letter" else "Petition"):  # fmt: skip
        assert "".join(said.split()) in text, said


def test_type_is_eleven_points_or_more(scene: Scene) -> None:
    sizes: set[float] = set()

    def look(_text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if _text.strip():
            sizes.add(round(size * abs(matrix[3]), 1))

    for page in PdfReader(io.BytesIO(sheets_pdf(petition(scene), printed(scene)))).pages:
        page.extract_text(visitor_text=look)
    assert min(sizes) >= 11


HOSTILE = [
    '#panic("x") #import "/etc/passwd" $x^2$ \\ [b] *bold* _it_ `raw` <label> @ref // gone /* gone */ = head',
    "\x00\x07 #sys.inputs ${data}",
    "w" * 3000,
    "عربى עברית ‮ override",
    "😀👨‍👩‍👧 漢字 বাংলা",
    "\n".join(f"line {n}" for n in range(2000)),
]


@pytest.mark.parametrize("text", HOSTILE, ids=["markup", "control", "long-word", "right-to-left", "emoji", "lines"])
def test_no_text_breaks_a_sheet_or_is_read_as_markup(scene: Scene, text: str) -> None:
    made = petition(scene)
    made.text = text
    made.title = text[:160]
    content = sheets_pdf(made, printed(scene))
    shown = text_of(content)
    if "#panic" in text:
        for part in text.split():
            assert part in shown
    assert PdfReader(io.BytesIO(content)).pages


def test_a_petition_of_ten_thousand_lines_still_prints(scene: Scene) -> None:
    made = petition(scene)
    made.text = "\n\n".join(f"Line {n} of a very long petition." for n in range(10_000))
    assert "Line9999of" in text_of(sheets_pdf(made, printed(scene)))


def test_two_hundred_sheets_come_in_one_file(scene: Scene) -> None:
    assert "200-S" in text_of(sheets_pdf(petition(scene), printed(scene, 200)))


def test_too_much_data_and_too_slow_a_layout_end_in_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    layout = tmp_path / "endless.typ"
    layout.write_text("#let d = json(bytes(sys.inputs.data))\n#set document(title: d.title)\n#while true { [x] }")
    with pytest.raises(Invalid, match="too much"):
        kernel_pdf.compile_pdf(layout, {"title": "x", "language": "en", "text": "x" * 20_000_001})
    monkeypatch.setattr(kernel_pdf, "MOST_SECONDS", 0.001)
    with pytest.raises(Invalid, match="too long"):
        kernel_pdf.compile_pdf(layout, {"title": "x", "language": "en"})


def test_a_layout_reads_nothing_outside_its_folder(tmp_path: Any) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "layouts"
    folder.mkdir()
    (folder / "one.typ").write_text('#set document(title: "x")\n#read("../secret.txt")')
    with pytest.raises(kernel_pdf.CannotTypeset):
        kernel_pdf.compile_pdf(folder / "one.typ", {"title": "x", "language": "en"})


def test_the_short_address_leads_to_the_petition_however_it_is_typed(scene: Scene) -> None:
    code = short_code(petition(scene))
    assert petition_with(code) == petition_with(f"{code[:3]}-{code[3:]}".upper()) == petition(scene)
    for wrong in ("", "abc", "uuuuuu", "!!!!!!", "0" * 40):
        assert petition_with(wrong) is None


def test_a_draft_has_no_short_address_and_no_sheets(scene: Scene) -> None:
    made = draft(scene)
    assert petition_with(short_code(made)) is None
    with pytest.raises(Invalid, match="Open the petition first"):
        perform(scene.actor("coordinator"), PrintSheets(petition_id=made.pk))
