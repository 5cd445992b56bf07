import type { SigningPageData } from '#src/shared/signing-page.ts'

const place = /%%(\w+)%%/g

/** The page one contract is signed on: the built template with the PDF and its words in it. Whatever a name holds, it stays text: the page
 *  gets its data as JSON that no markup can end, and what stands in the page itself is escaped. The PDF must not be larger than a mail can
 *  carry; that is the caller's to see to. */
export function fillSigningPage(template: string, data: SigningPageData, pdf: Uint8Array): string {
  const { words, contract } = data
  const parts: Record<string, string> = {
    language: escaped(contract.language),
    title: escaped(words.page.title.replace('{title}', () => contract.title).replace('{number}', () => contract.number)),
    opening: escaped(words.start.heading),
    wait: escaped(words.start.wait),
    howTo: escaped(words.start.howTo),
    // In a script element only `</script` and `<!--` mean anything; neither is left.
    data: JSON.stringify(data).replaceAll('<', String.raw`\u003c`),
    pdf: Buffer.from(pdf).toString('base64'),
  }
  return template.replaceAll(place, (_, name: string) => {
    const part = parts[name]
    if (part === undefined) throw new Error(`Nothing fills the place “${name}” of the signing page.`)
    return part
  })
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
