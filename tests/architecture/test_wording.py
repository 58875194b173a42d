"""Words around numbers, checked on the templates and the code: one signature, two signatures."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent.parent / "causeway"
TEMPLATES = sorted(path for path in HOUSE.rglob("templates/**/*") if path.suffix in {".html", ".txt"})
MODULES = sorted(path for path in HOUSE.rglob("*.py") if not {"migrations", "engines"} & set(path.parts))

NOUNS = (
    "people|members|signatures|services|organisations|alliances|campaigns|petitions|threats|notices|releases|problems|"
    "areas|lines|sheets|letters|names|points|minutes|hours|days|weeks|months|years|places|shifts|turns|events|actions|"
    "meetings|demands|targets|gains|obstacles|results|items|rows|pages|files|votes|handlers|requests|changes"
)
# Before such words a number is a limit, and limits are never one.
LIMIT = r"(?<!at most )(?<!up to )(?<!than )(?<!from )(?<!first )(?<!and )"
IN_TEMPLATE = re.compile(rf"{LIMIT}\{{\{{[^}}]*\}}\}}(?:</\w+>)? (?:\w+ )?(?:{NOUNS})\b")
IN_CODE = re.compile(rf"{LIMIT}(?:%\(\w+\)[sd]|%[sd]|\{{\w+\}}) (?:\w+ )?(?:{NOUNS})\b")
ALWAYS_SEVERAL = {"%(n)s hours before", "You are reminded %(n)s hours before each shift."}  # 2, 12, 24 or 48


def without_plurals(template: str) -> str:
    """The template with those texts left out that have a form for one and a form for several."""
    text = r"\{% blocktranslate(?:(?!endblocktranslate).)*?\{% plural %\}.*?\{% endblocktranslate %\}"
    return re.sub(text, "", template, flags=re.DOTALL)


def translated(path: Path) -> Iterator[str]:
    """The texts that a module gives to gettext, and so without a form for one."""
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
            continue
        first = node.args[0]
        if node.func.id in {"_", "gettext", "gettext_lazy"} and isinstance(first, ast.Constant):
            yield str(first.value)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_number_in_a_template_stands_before_a_word_that_has_two_forms(path: Path) -> None:
    found = IN_TEMPLATE.findall(re.sub(r"\s+", " ", without_plurals(path.read_text())))
    assert not found, f"{path.name} says {found} of one too: use blocktranslate count … plural."


def test_a_number_in_the_code_stands_before_a_word_that_has_two_forms() -> None:
    found = [
        f"{path.name}: {text}"
        for path in MODULES
        for text in translated(path)
        if text not in ALWAYS_SEVERAL and IN_CODE.search(text)
    ]
    assert not found, f"Use ngettext: {found}"
