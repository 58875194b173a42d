"""The style of the page. Lines and texts have a contrast of 4.5 to their ground, shapes an outline of that contrast."""

STYLE = """
:root { color-scheme: light dark; --text: #1b1b1b; --back: #fff; --line: #767676; --faint: #d9d9d9; --focus: #b35c00;
  --support: #1d5f8a; --action: #5f6a70; --affiliation: #767676;
  --k0: #fff; --k1: #0072b2; --k2: #e69f00; --k3: #009e73; --k4: #d55e00; --k5: #cc79a7; --k6: #56b4e9; --k7: #f0e442;
  --k8: #7a4f9a; --k9: #a65628; --k10: #b3b3b3 }
@media (prefers-color-scheme: dark) { :root { --text: #eee; --back: #161616; --line: #9a9a9a; --faint: #3a3a3a;
  --focus: #f0a860; --support: #7fbfe8; --action: #a9b4ba; --affiliation: #8d8d8d; --k0: #161616 } }
body { font: 1.05rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); max-width: 70rem;
  margin: 0 auto; padding: 1rem }
h1, h2 { line-height: 1.2; overflow-wrap: anywhere } li { overflow-wrap: anywhere; margin: .2rem 0 }
ul { padding-left: 1.3rem }
table { border-collapse: collapse; width: 100% } caption { text-align: left; font-weight: 600; padding: .3rem 0 }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .8rem .35rem 0; text-align: left; vertical-align: top;
  overflow-wrap: break-word; min-width: 3.5rem }
th[scope=row] { font-weight: 600; min-width: 9rem }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
td.t { min-width: 20rem }
.wide { overflow-x: auto; margin-bottom: 1.5rem } .wide:focus-visible { outline: 3px solid var(--focus) }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem }
.legend svg { vertical-align: middle }
svg { display: block } .legend svg { display: inline-block }
svg text { font: 11px system-ui, sans-serif; fill: var(--text) } svg .edge { fill: var(--line); text-anchor: middle }
.name { paint-order: stroke; stroke: var(--back); stroke-width: 3px; stroke-linejoin: round }
.grid { stroke: var(--faint); stroke-width: 1 }
.kind { stroke: var(--text); stroke-width: 1.2; stroke-linejoin: round; forced-color-adjust: none }
.ring { fill: none; stroke: var(--text); stroke-width: 1.5 }
.tie-support { stroke: var(--support); stroke-width: 1.6 } .tip { fill: var(--support) }
.tie-joint-action { stroke: var(--action); stroke-width: 1.2 }
.dense line { stroke-opacity: .5 }
.tie-affiliation { stroke: var(--affiliation); stroke-width: 1.1; stroke-dasharray: 3 3 }
.look-0 { fill: var(--k0) } .look-1 { fill: var(--k1) } .look-2 { fill: var(--k2) } .look-3 { fill: var(--k3) }
.look-4 { fill: var(--k4) } .look-5 { fill: var(--k5) } .look-6 { fill: var(--k6) } .look-7 { fill: var(--k7) }
.look-8 { fill: var(--k8) } .look-9 { fill: var(--k9) } .look-10 { fill: var(--k10) }
code { overflow-wrap: anywhere }
@media print { .wide { overflow: visible } body { max-width: none } svg { max-width: 100%; height: auto } }
"""
