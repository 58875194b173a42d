"""A comparison as one page that stands alone: no network, no script, for a phone, paper and a screen reader."""

from __future__ import annotations

from html import escape

from causeway.engines.qca.kinds import KindsOfCases, kinds_of_cases
from causeway.engines.qca.remarks import listed
from causeway.engines.qca.report.frame import framed, listing, table
from causeway.engines.qca.report.plots import table_svg, xy_svg
from causeway.engines.qca.report.sentences import firmness, model_in_words, outcome_in_words, summary
from causeway.engines.qca.report.text import figures, shown
from causeway.engines.qca.report.venn import drawable, venn_svg
from causeway.engines.qca.result import Comparison, ModelFound
from causeway.engines.qca.robustness import Robustness

SHOWN_MODELS = 10
SHOWN_PLOTS = 6
SHOWN_ROWS = 60
FIT = {"Inclusion", "PRI", "Coverage", "Only this", "RoN", "Cases", "Row"}
OUT = {"1": "yes", "0": "no", "C": "undecided", "?": "too few cases"}


def as_page(found: Comparison, robustness: Robustness | None, *, checked_with: str) -> str:
    """The page as HTML.

    Args:
        found: what was found.
        robustness: what the models hang on, if it was tried.
        checked_with: the command that gives the same again.
    """
    return framed(
        f"What goes with {outcome_in_words(found)}",
        [
            *(f"<p>{escape(sentence)}</p>" for sentence in summary(found)),
            *_models(found),
            *_remarks(found),
            *_truth_table(found),
            *_cases(found),
            *_necessity(found),
            *_firmness(found, robustness),
            *_figures(),
            "<h2>How to check this</h2>",
            f"<p>With the same file, <code>{escape(checked_with)}</code> gives this again, with the digest "
            f"<code>{found.digest}</code> of cases and settings (version {found.version}). The order of the cases in "
            "the file makes no difference.</p>",
        ],
    )


def _models(found: Comparison) -> list[str]:
    if not found.models:
        return ["<h2>The answer</h2>", "<p>There is no solution.</p>"]
    many = len(found.models)
    head = "The answer" if many == 1 else f"The answers: {many:,} that do equally well"
    rest = [f"<p>{many - SHOWN_MODELS:,} more models are in the JSON.</p>"] if many > SHOWN_MODELS else []
    shown_models = enumerate(found.models[:SHOWN_MODELS], 1)
    return [
        f"<h2>{head}</h2>",
        *(part for number, model in shown_models for part in _model(found, number, model)),
        *rest,
    ]


def _model(found: Comparison, number: int, model: ModelFound) -> list[str]:
    rows = [
        [term.text, *figures(term.fit.inclusion, term.fit.pri, term.fit.coverage, term.unique), ", ".join(term.cases)]
        for term in model.terms
    ]
    rows.append(["all together", *figures(model.fit.inclusion, model.fit.pri, model.fit.coverage), "", ""])
    taken = model.assumptions
    assumed = f" It assumes {taken.count:,} combinations that nobody has seen." if taken.count else ""
    return [
        f'<p class="model"><strong>M{number}.</strong> {escape(model_in_words(found, model))}</p>',
        f"<p><code>{escape(model.text)} → {escape(found.cases.outcome)}</code>{assumed}</p>",
        table(
            f"Terms of model {number}",
            ["Term", "Inclusion", "PRI", "Coverage", "Only this", "Cases in it"],
            rows,
            numbers=FIT,
            text="Cases in it",
        ),
    ]


def _remarks(found: Comparison) -> list[str]:
    return ["<h2>Before you rely on it</h2>", listing(found.remarks)] if found.remarks else []


def _truth_table(found: Comparison) -> list[str]:
    rows = [
        [
            str(row.number), *map(str, row.values), OUT[row.out], str(len(row.cases)),
            shown(row.inclusion), shown(row.pri), _members(row.cases, row.without if row.contradictory else ()),
        ]
        for row in found.table.rows
    ]  # fmt: skip
    names = [condition.name for condition in found.cases.conditions]
    head = ["Row", *names, "Outcome", "Cases", "Inclusion", "PRI", "Which"]
    caption = "Combinations that were seen"
    drawn = len(rows) <= SHOWN_ROWS
    return [
        '<h2 id="rows">The truth table</h2>',
        "<p>Each row is a combination that was seen, with its number of cases: ✓ it goes with the outcome, ✗ it does "
        "not, ± it is undecided, ? it holds too few cases.</p>",
        *(['<div class="wide" role="region" aria-labelledby="rows" tabindex="0">', table_svg(found), "</div>"] * drawn),
        *(["<h3>As a Venn diagram</h3>", venn_svg(found)] if drawable(found) else []),
        table(caption, head, rows, numbers=FIT | set(names), text="Which"),
    ]


def _members(cases: tuple[str, ...], without: tuple[str, ...]) -> str:
    return ", ".join(cases) + (f" (without the outcome: {', '.join(without)})" if without else "")


def _cases(found: Comparison) -> list[str]:
    if not found.models:
        return []
    model = found.models[0]
    kinds = kinds_of_cases(found.cases, model)
    pairs = [("the whole solution", found.cases.union([term.term for term in model.terms]))]
    pairs += [(term.text, found.cases.term(term.term)) for term in model.terms[:SHOWN_PLOTS]]
    if len(model.terms) == 1:
        pairs = pairs[1:]
    plots = "".join(
        f"<figure>{xy_svg(found, x, name=name, number=number)}</figure>" for number, (name, x) in enumerate(pairs)
    )
    return [
        "<h2>Which cases to look at next</h2>",
        f"<p>By the first model, the best to study first. In the pictures, {escape(outcome_in_words(found))} rises "
        "upwards and membership in the term to the right: filled dots above the diagonal fit, open ones fit less, and "
        "those on the lower right stand against the term.</p>",
        *_kinds(kinds),
        f'<div class="plots">{plots}</div>',
    ]


def _kinds(kinds: KindsOfCases) -> list[str]:
    rows = [
        [term.text, listed(term.typical), listed(term.unique), listed(term.in_degree), listed(term.consistency)]
        for term in kinds.terms
    ]
    head = ["Term", "Typical", "Typical of it alone", "Fits less", "Against it"]
    coverage = listed(kinds.coverage, 12) if kinds.coverage else "none"
    return [
        table("Cases by term", head, rows),
        f"<p>With the outcome, but in no term (what else can lead there?): {escape(coverage)}.</p>",
    ]


def _necessity(found: Comparison) -> list[str]:
    rows = [
        [one.text, *figures(one.fit.inclusion, one.fit.ron, one.fit.coverage), "yes" if one.necessary else ""]
        for one in found.necessity
    ]
    settings = found.settings
    return [
        "<h2>What is always there</h2>",
        f"<p>A condition counts as necessary if its inclusion reaches {float(settings.necessity_cut):g} and its "
        f"relevance (RoN) {float(settings.ron_cut):g}; what is there almost "
        "always, with and without the outcome, has a low relevance.</p>",
        table("Necessary conditions", ["Condition", "Inclusion", "RoN", "Coverage", "Necessary"], rows, numbers=FIT),
    ]


def _firmness(found: Comparison, robustness: Robustness | None) -> list[str]:
    if robustness is None:
        return []
    return ["<h2>How firm it is</h2>", listing(firmness(found, robustness))]


def _figures() -> list[str]:
    return [
        "<h2>What the figures mean</h2>",
        "<dl><dt>Inclusion</dt><dd>of the cases in a combination, the part that has the outcome, too; 1 is all.</dd>"
        "<dt>PRI</dt><dd>the same without what speaks for the outcome and its absence alike.</dd>"
        "<dt>Coverage</dt><dd>of the outcome, the part that a combination accounts for.</dd>"
        "<dt>Only this</dt><dd>the part that no other term of the model accounts for.</dd></dl>",
    ]
