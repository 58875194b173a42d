"""The page’s style: phone and desktop, light and dark, and paper."""

STYLE = """
:root { color-scheme: light dark; --line: #767676; --text: #1b1b1b; --back: #fff; --quiet: #505a5f; --focus: #1d5f8a;
  --g0: #1d5f8a; --g1: #b0490e; --g2: #00703c; --g3: #8f2d7d; --g4: #5c5c00; --sign: #fff }
@media screen and (prefers-color-scheme: dark) {
  :root { --line: #9a9a9a; --text: #eee; --back: #161616; --quiet: #b6bcc0; --focus: #6fb3e0;
    --g0: #7cc0ee; --g1: #f5a262; --g2: #7fd0a0; --g3: #e69ad6; --g4: #d6d06a; --sign: #111 } }
body { font: 1.05rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); max-width: 62rem;
  margin: 0 auto; padding: 1rem }
h1, h2, h3 { line-height: 1.2; overflow-wrap: anywhere } h2 { margin-top: 2rem }
table { border-collapse: collapse; width: 100% } caption { text-align: left; font-weight: 600; padding: .3rem 0 }
th, td { border-bottom: 1px solid var(--line); padding: .4rem .8rem .4rem 0; text-align: left; vertical-align: top;
  min-width: 5rem }
thead th { vertical-align: bottom } tbody th { font-weight: 400; min-width: 12rem; max-width: 26rem;
  overflow-wrap: break-word }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; min-width: 3rem }
.wide { overflow-x: auto } .wide:focus-visible, summary:focus-visible { outline: 3px solid var(--focus) }
.map { display: block; width: 100%; max-width: 44rem; height: auto; border: 1px solid var(--line) }
.axis { stroke: var(--line); stroke-width: .6; stroke-dasharray: 4 4; fill: none }
.strip { display: block; width: 100%; max-width: 26rem; height: auto; margin-top: .3rem }
.span { stroke-width: 3; fill: none } .s0 { stroke: var(--g0) } .s1 { stroke: var(--g1) } .s2 { stroke: var(--g2) }
.s3 { stroke: var(--g3) } .s4 { stroke: var(--g4) } svg .scale { font-size: 11px; font-weight: 400; fill: var(--text) }
svg text { font-weight: 600; fill: var(--sign) }
.g0 { fill: var(--g0) } .g1 { fill: var(--g1) } .g2 { fill: var(--g2) } .g3 { fill: var(--g3) } .g4 { fill: var(--g4) }
.map polygon, .map circle { stroke: var(--back); stroke-width: 1.2; fill-opacity: .9 }
svg { forced-color-adjust: none } .key { width: 1.7em; height: 1.7em; vertical-align: -.5em }
.keys { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem }
.says { padding-left: 1.2rem } .says li { margin-bottom: .7rem; overflow-wrap: anywhere }
.fig { display: block; color: var(--quiet) }
summary { cursor: pointer; padding: .6rem 0 } code { overflow-wrap: anywhere }
@media print { .wide { overflow: visible } body { max-width: none; font-size: 10pt } h2, h3 { break-after: avoid }
  tr, .says li { break-inside: avoid } details::details-content { content-visibility: visible } }
"""
