import { escaped } from './text.ts'

/** A page to send: everything inside one file, nothing asked of any network, no script. */
export interface HtmlPage {
  /** BCP 47. */
  language: string
  title: string
  /** #rrggbb that can be read on white. */
  accent: string
  /** As CSS names it: "A4", "letter". */
  paper: string
  /** Sets how the page is composed. */
  layout: string
  body: string
}

// In the dark the accent is lightened until it can be read. Paper is always light.
const style = `
:root { color-scheme: light dark; --ink: #1b2230; --soft: #566072; --rule: #d5dae1; --tint: #f4f6f8; --paper: #fff;
  --strong: var(--accent); }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e8ebf0; --soft: #a9b2c0; --rule: #39414d; --tint: #1f242c; --paper: #15181d;
  --strong: color-mix(in srgb, var(--accent), #fff 55%); }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; font: 16px/1.55 system-ui, "Segoe UI", "Noto Sans", sans-serif; color: var(--ink); background: var(--paper);
  overflow-wrap: anywhere; }
h1 { font-size: 2.1rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
p { margin: 0 0 .6rem; } ul, dl { margin: 0; padding: 0; list-style: none; } dd { margin: 0; } figure { margin: 0; }
a { color: var(--strong); } img { display: block; max-width: 100%; }
.soft, .note { color: var(--soft); } .note { font-size: .85rem; }
.mark img { max-width: 200px; max-height: 56px; background: #fff; border-radius: 4px; }
.mark { font-weight: 600; font-size: 1.1rem; margin: 0; }
.portrait { width: 100%; aspect-ratio: 1; border-radius: 12px; object-fit: cover; background: var(--accent); color: #fff;
  display: grid; place-items: center; font-size: 3.4rem; font-weight: 600; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); gap: .8rem; margin: 1rem 0; }
.tile { background: var(--tint); border-radius: 8px; padding: .8rem 1rem; } .tile p { margin: 0; }
.tile .label { font-size: .8rem; font-weight: 600; color: var(--soft); }
.tile .figure { font-size: 1.6rem; font-weight: 600; line-height: 1.3; }
.tile .unknown { color: var(--soft); }
.tile .how { font-size: .8rem; color: var(--soft); margin-bottom: .3rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); gap: 1rem 2rem; }
svg { display: block; width: 100%; height: auto; }
svg text { font: 12px system-ui, "Segoe UI", "Noto Sans", sans-serif; fill: var(--ink); }
svg .value { font-weight: 600; }
svg .axis { fill: var(--soft); }
.growth { max-width: 36rem; }
svg .bar { fill: var(--strong); }
svg .line { fill: none; stroke: var(--strong); stroke-width: 2; }
svg .area { fill: var(--strong); opacity: .1; }
svg .rule { stroke: var(--rule); }
.posts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 1.2rem; }
.post img { width: 100%; aspect-ratio: 4 / 3; object-fit: cover; border-radius: 8px; margin-bottom: .4rem; }
.post p { margin: 0; } .post .label { font-size: .8rem; font-weight: 600; color: var(--soft); } .post .figure { font-weight: 600; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
th, td { text-align: left; min-width: 6.5rem; padding: .45rem .8rem .45rem 0; border-bottom: 1px solid var(--rule); vertical-align: top;
  overflow-wrap: normal; }
thead th { font-size: .8rem; color: var(--soft); }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
tr.total th, tr.total td { font-weight: 600; }
.entries li { margin-bottom: .4rem; } .entries .soft { font-size: .85rem; display: block; }
.why { background: var(--tint); border-inline-start: 4px solid var(--strong); border-radius: 4px; padding: .8rem 1rem; margin: 1rem 0; }
.why h3 { margin: 0 0 .3rem; }
.why p:last-child { margin: 0; }
footer { margin-top: 2.5rem; padding-top: .6rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: .85rem; }
.sheet { max-width: 66rem; margin: 0 auto; border-top: 6px solid var(--strong); padding: 1.5rem 1.2rem 2rem; }
.sheet > header { max-width: 10rem; margin-bottom: 1.2rem; } .sheet aside .mark { margin-top: 2rem; }
@media screen and (min-width: 50rem) {
  .sheet { display: grid; grid-template: "portrait main" auto "aside main" 1fr / 15rem 1fr; column-gap: 2.5rem; }
  .sheet > header { grid-area: portrait; max-width: none; margin: 0; } .sheet main { grid-area: main; } .sheet aside { grid-area: aside; }
  .sheet footer { grid-column: 1 / -1; }
}
.portfolio .wrap { max-width: 54rem; margin: 0 auto; padding: 0 1.2rem 2rem; } .portfolio .top { padding: 1.2rem; }
.band { background: var(--accent); color: #fff; }
.band .wrap { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-end; padding-top: 2rem; padding-bottom: 2rem; }
.band .portrait { flex: none; width: 10rem; border: 3px solid #fff; }
.band h1 { flex: 1 1 18rem; } .band .words { flex: 1 1 18rem; min-width: 0; } .band p { margin: .3rem 0 0; color: #fff; }
.person { border-top: 1px solid var(--rule); padding-top: 1.2rem; margin-top: 2.2rem; }
.person .who { display: flex; gap: 1.2rem; flex-wrap: wrap; }
.person .portrait { width: 7rem; flex: none; font-size: 2.2rem; }
.person .who > div:last-child { flex: 1 1 16rem; min-width: 0; }
.person h2 { margin: 0; font-size: 1.5rem; } .price { font-weight: 600; color: var(--strong); }
@media print {
  html, body { font-size: 11px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .tile, .post, figure, tr, .why { break-inside: avoid; } h2, h3, h2 + p, h3 + p { break-after: avoid; }
  .charts { grid-template-columns: 1fr 1fr; } .posts, .tiles { grid-template-columns: repeat(3, 1fr); } .growth { max-width: 34rem; }
  .person { break-before: page; border: 0; } .wide { overflow: visible; }
  .sheet { display: block; padding: 0; }
  .sheet > header { float: left; width: 9rem; margin: 1rem 1.4rem 0 0; }
  .sheet main { padding-top: 1rem; }
  .tiles, section { clear: both; } footer { margin-top: 1rem; }
}
`

/** Nothing may be asked of anybody; what is inside may be shown. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/** The whole file as text. `body` is HTML whose texts are escaped already. */
export function htmlPage({ language, title, accent, paper, layout, body }: HtmlPage): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>@page { size: ${paper}; margin: 14mm; } :root { --accent: ${accent}; }${style}</style>
</head>
<body class="${layout}">
${body}
</body>
</html>
`
}
