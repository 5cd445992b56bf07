import { escaped } from '../html/text.ts'
import type { ClauseRedline, Part } from './redline.ts'
import { countsSentence, fateOf, type RedlinePaper } from './words-for-people.ts'

// What came in is underlined, what went out struck through, so that it can be told in print and without colours too.
const style = `
:root { color-scheme: light; }
body { font: 16px/1.6 system-ui, "Noto Sans", sans-serif; color: #1b2230; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.3; } h2 { font-size: 1.05rem; margin: 1.8rem 0 .3rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem 1rem; } dt { color: #566072; } dd { margin: 0; }
.fate { font-weight: 400; font-size: .85rem; color: #566072; } .same { color: #566072; }
ins { color: #14532d; background: #dcfce7; text-decoration: underline; } del { color: #7f1d1d; background: #fee2e2; text-decoration: line-through; }
p { margin: .4rem 0; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; } }
`

/** A redline as one HTML page that needs nothing besides: no script, no network. */
export function redlineAsHtml({ title, before, after, redline }: RedlinePaper): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<dl><dt>From</dt><dd>${escaped(before)}</dd><dt>To</dt><dd>${escaped(after)}</dd></dl>
<p>${escaped(countsSentence(redline))} <ins>What came in</ins> is underlined, <del>what went out</del> struck through.</p>
${redline.clauses.map(clauseHtml).join('\n')}
</body>
</html>
`
}

function clauseHtml(clause: ClauseRedline): string {
  const fate = fateOf(clause)
  const note = fate ? ` <span class="fate">(${escaped(fate)})</span>` : ''
  const heading = clause.heading.length > 0 && clause.heading.some(({ text }) => text) ? partsHtml(clause.heading) : 'Head of the contract'
  const paragraphs = clause.paragraphs.map((parts) => `<p dir="auto">${partsHtml(parts)}</p>`).join('\n')
  return `<section${fate ? '' : ' class="same"'}>\n<h2 dir="auto">${heading}${note}</h2>\n${paragraphs}\n</section>`
}

function partsHtml(parts: readonly Part[]): string {
  const tags = { same: ['', ''], inserted: ['<ins>', '</ins>'], deleted: ['<del>', '</del>'] } as const
  return parts.map(({ kind, text }) => `${tags[kind][0]}${escaped(text)}${tags[kind][1]}`).join('')
}
