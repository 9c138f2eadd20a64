/** What every page looks like. Colours carry no meaning that words beside them do not say too. */
export const BASE_STYLE = `
:root { color-scheme: light dark; --ink: #17212b; --soft: #4d5a67; --line: #d3dae1; --paper: #fff; --card: #f5f7f9; --mark: #0b5cad; --warn: #8a4600; --stop: #a40e26;
  --core: #d8efe1; --core-ink: #0d4a2c; --implementation: #fdecc0; --implementation-ink: #5f4200; --specific: #f8d3d0; --specific-ink: #86180f; --open: #ece4f6; --open-ink: #55308a; --band: #3d6fb4; --thin: #a9b8c8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #a3aeb9; --line: #343c45; --paper: #0d1117; --card: #161b22; --mark: #6cb6ff; --warn: #e8ad62; --stop: #ff8f8f;
  --core: #14402b; --core-ink: #b9ecd0; --implementation: #4a3706; --implementation-ink: #fbdf9a; --specific: #571d1b; --specific-ink: #ffc9c5; --open: #35264d; --open-ink: #dcc7fb; --band: #5f97e0; --thin: #53616f; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 66rem; padding: 2rem 1.25rem 4rem; font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; } h2 { margin: 2.75rem 0 .25rem; font-size: 1.3rem; line-height: 1.25; } h3 { margin: 1.5rem 0 .25rem; font-size: 1.05rem; }
p { margin: .25rem 0 .5rem; } small { font-size: .85em; color: var(--soft); } a { color: var(--mark); }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .75rem; }
.note { color: var(--warn); } .stop { color: var(--stop); font-weight: 600; } .soft { color: var(--soft); }
code { font: .88em ui-monospace, "SFMono-Regular", Menlo, monospace; }
nav { display: flex; flex-wrap: wrap; gap: .4rem; margin: 1.25rem 0; }
nav a { border: 1px solid var(--line); border-radius: 1rem; padding: .15rem .75rem; font-size: .92rem; text-decoration: none; background: var(--paper); }
nav a:hover { border-color: var(--mark); }
details { border: 1px solid var(--line); border-left: 4px solid var(--mark); border-radius: .4rem; background: var(--card); margin: .5rem 0; padding: .5rem .9rem; }
summary { cursor: pointer; }
html[lang="fr"] [lang="en"] { font-style: italic; }
@page { size: A4; margin: 14mm; }
@media print { html { font-size: 9.5pt; } h2 { margin-top: 1.75rem; } nav, .skip { display: none; } details, tr, article, figure { break-inside: avoid; } h2, h3 { break-after: avoid; } body { max-width: none; padding: 0; print-color-adjust: exact; -webkit-print-color-adjust: exact; } details::details-content { content-visibility: visible; block-size: auto; } }
`;

/** Tables of a class as cards: each row one, each cell with its head before it. */
function cards(of: string): string {
  return `  ${["", " caption", " tbody", " tr", " th", " td"].map((part) => `${of}${part}`).join(", ")} { display: block; width: auto; } ${of} thead { position: absolute; left: -99rem; }
  ${of} tr { border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .7rem; margin: .5rem 0; } ${of} th, ${of} td, ${of} .number { border: 0; padding: .12rem 0; text-align: left; }
  ${of} td::before { content: attr(data-label) ": "; color: var(--soft); font-size: .88em; } html[lang="fr"] ${of} td::before { content: attr(data-label) "\\a0: "; } ${of} tbody th { font-weight: 600; }
`;
}

/** Of the exit report. */
export const REPORT_STYLE = `
.meta { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; color: var(--soft); font-size: .92rem; margin: .5rem 0 1rem; }
.trust { border: 1px solid var(--line); border-left: 4px solid var(--warn); border-radius: .4rem; background: var(--card); padding: .6rem .9rem; margin: 1rem 0; }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: .3rem; padding: 0 .45rem; font-size: .85rem; font-weight: 600; color: var(--warn); }
.targets { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1rem; margin: 1rem 0; }
.target { border: 1px solid var(--line); border-radius: .6rem; background: var(--card); padding: .9rem 1.1rem 1.1rem; } .target h3 { margin: 0 0 .5rem; font-size: 1.15rem; }
.only { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); gap: .75rem 2rem; }
.figure { margin: 0 0 .9rem; } .figure b { display: block; font-size: 1.6rem; line-height: 1.15; font-variant-numeric: tabular-nums; } .figure b small { font-weight: 400; font-size: .95rem; white-space: nowrap; }
.label { font-size: .8rem; font-weight: 600; letter-spacing: .03em; color: var(--soft); text-transform: uppercase; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 0 2rem; }
.columns ul { margin: .25rem 0; padding-left: 1.15rem; } .columns li { margin: .3rem 0; }
.gain { font-weight: 600; white-space: nowrap; color: var(--core-ink); background: var(--core); border-radius: .25rem; padding: 0 .35rem; }
svg { display: block; width: 100%; height: 1rem; } svg.bar { height: .7rem; min-width: 3rem; } svg.fits { height: 1.1rem; margin: .3rem 0; border-radius: .25rem; }
.thin { fill: var(--thin); } .band { fill: var(--band); } .tick { fill: var(--ink); } .ground { fill: var(--line); }
.fill-core { fill: #4e9f72; } .fill-implementation { fill: #e0a92e; } .fill-specific { fill: #c4453c; }
.work { fill: var(--band); } .transfer { fill: #2f8a5b; } .wait { fill: var(--thin); } .critical { stroke: var(--stop); stroke-width: 2; vector-effect: non-scaling-stroke; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; font-size: .93rem; } caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; } thead th { color: var(--soft); font-weight: 600; font-size: .85rem; vertical-align: bottom; }
tbody th { font-weight: 400; } .number { text-align: right; font-variant-numeric: tabular-nums; } th, td { hyphens: manual; }
.untitled caption { position: absolute; left: -99rem; } .lead { font-size: 1.08rem; }
.ranges { table-layout: fixed; } .ranges th:first-child { width: 32%; } .ranges .number { width: 4.2rem; } .ranges td:last-child { padding-left: .75rem; }
.heat { table-layout: fixed; border-collapse: separate; border-spacing: 3px; } .heat th:first-child { width: 38%; } .heat td { border: 0; border-radius: .3rem; padding: .35rem .55rem; } .heat td small { color: inherit; display: block; }
.core { background: var(--core); color: var(--core-ink); } .implementation { background: var(--implementation); color: var(--implementation-ink); } .specific { background: var(--specific); color: var(--specific-ink); }
.unknown { white-space: nowrap; background: var(--open); color: var(--open-ink); border-radius: .25rem; padding: 0 .35rem; font-weight: 600; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem .75rem; font-size: .88rem; margin: .25rem 0 .5rem; padding: 0; list-style: none; } .legend span { border-radius: .25rem; padding: 0 .4rem; font-weight: 600; }
.gantt { table-layout: fixed; } .gantt th:first-child { width: 30%; } .gantt td:last-child { width: 27%; } .gantt svg { height: 1.1rem; overflow: visible; } .axis { display: flex; justify-content: space-between; }
.pill { white-space: nowrap; border-radius: .25rem; padding: 0 .4rem; font-weight: 600; font-size: .85em; }
dt { font-weight: 600; } dd { margin: 0 0 .4rem; color: var(--soft); }
@media print { #sources details { break-inside: auto; } .only { grid-template-columns: repeat(4, 1fr); } .wide, .wide thead th { font-size: .74rem; } .wide th, .wide td { padding-right: .35rem; } }
@media screen and (min-width: 64.01rem) { tbody th:first-child { min-width: 9rem; } tbody td:not(.number) { min-width: 6rem; }
  #matrix table { font-size: .85rem; } #matrix thead th { font-size: .8rem; } #matrix th, #matrix td { padding-right: .4rem; min-width: 0; } #matrix tbody td.number:nth-last-child(2) { min-width: 6.5rem; } #matrix tbody td.number:nth-child(-n + 4) { min-width: 5rem; } }
@media screen and (min-width: 44.01rem) and (max-width: 64rem) {
${cards(".wide")}}
@media screen and (max-width: 44rem) {
  body { padding: 1.25rem 1rem 3rem; } h1 { font-size: 1.4rem; } nav { flex-wrap: nowrap; overflow-x: auto; margin: .75rem 0; padding-bottom: .25rem; } nav a { flex: none; }
${cards(".cards")}  .ranges th:first-child, .ranges .number { width: auto; } .ranges td:last-child { padding-left: 0; }
  .heat th:first-child { width: 36%; } .heat.one th:first-child { width: 60%; } .heat td { padding: .25rem .35rem; font-size: .86rem; hyphens: auto; } .heat thead th { hyphens: auto; }
  .gantt thead { position: absolute; left: -99rem; } .gantt, .gantt caption, .gantt tbody { display: block; } .gantt tr { display: grid; grid-template-columns: 1fr auto; gap: 0 .75rem; padding: .4rem 0; border-bottom: 1px solid var(--line); }
  .gantt th, .gantt td, .gantt th:first-child, .gantt td:last-child { border: 0; padding: 0; width: auto; } .gantt .plot { grid-row: 2; grid-column: 1 / -1; padding-top: .2rem; } .gantt .number { max-width: 9rem; font-size: .88em; }
}
`;
