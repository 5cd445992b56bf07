import { fillWords } from '#src/shared/signing-page.ts'
import { heldBytes, saveFile, sha256 } from './bytes.ts'
import { pageData, whenText } from './data.ts'
import { openDesk, type Desk } from './document/desk.ts'
import { openPdf } from './document/reader.ts'
import { byId, button, make, part } from './dom.ts'
import { inspect, type Borne } from './signature/inspect.ts'
import { signingPart, type Signed } from './signing.ts'
import { otherWays, refuse } from './start.ts'
import { aboutPart } from './steps/about.ts'
import { againNotice } from './steps/again.ts'
import { donePart } from './steps/done.ts'

/** How far a device's clock may run behind the agency's before a signature would bear a wrong day. */
const patienceMs = 12 * 3_600_000

const data = pageData()
const { words, contract, agency, signer } = data
const pdf = heldBytes('pdf')

await open()

async function open(): Promise<void> {
  if ((await sha256(pdf)) !== contract.sha256) return refuse(data, words.start.damaged)
  const { signatures, page } = await inspect(pdf, signer.field)
  const own = signatures.find(({ field }) => field === signer.field)
  if (page === null) return refuse(data, words.start.noPlace)
  if (!own && Date.now() < Date.parse(data.madeAt) - patienceMs) return refuse(data, clockWords())
  const document = await openPdf(pdf)
  const side = make('aside', { className: 'side' })
  const desk = openDesk(words, (seen) => steps?.see(seen))
  const ways = otherWaysPart()
  const again = own ? null : againNotice(data)
  const steps: ReturnType<typeof signingPart> | null = own
    ? null
    : signingPart(data, pdf, document.numPages, (signed) => finish(signed, page, desk, [steps?.element, ways, again]))
  side.append(steps?.element ?? signedAlready(own), ways, aboutPart(data), make('p', { className: 'soft' }, words.page.privacy))
  byId('page').append(
    head(signatures, again, () => side.querySelector('h2')?.focus()),
    desk.element,
    side,
  )
  byId('page').hidden = false
  byId('start').hidden = true
  await desk.show(document)
}

/** What was signed takes the place of the steps, and the pages show it. */
async function finish(signed: Signed, page: number, desk: Desk, before: (HTMLElement | null | undefined)[]): Promise<void> {
  const done = await donePart(data, signed, page)
  before[0]?.before(done)
  for (const element of before) element?.remove()
  done.querySelector('h2')?.focus()
  await desk.show(await openPdf(signed.bytes))
  desk.goTo(page)
}

function clockWords(): string {
  const [now, made] = [new Date(), new Date(data.madeAt)].map((instant) => whenText(instant, contract.locale))
  return fillWords(words.start.clock, { now: now ?? '', made: made ?? '' })
}

function head(signatures: readonly Borne[], again: HTMLElement | null, toSigning: () => void): HTMLElement {
  const { page } = words
  const lines = signatures.map(({ name, at }) => fillWords(page.signedBy, { name, date: at ? whenText(at, contract.locale) : '?' }))
  return make(
    'header',
    { className: 'head' },
    make(
      'div',
      {},
      make('p', { className: 'soft', dir: 'auto' }, fillWords(page.from, { agency: agency.name })),
      make('h1', {}, `${contract.title} ${contract.number}`),
      make('p', { dir: 'auto' }, fillWords(page.for, { name: signer.company ?? signer.name })),
    ),
    make('p', { className: 'soft', dir: 'auto' }, lines.length > 0 ? lines.join(' · ') : page.notSigned),
    again,
    button(words.document.toSigning, toSigning, 'jump'),
  )
}

function signedAlready(own: Borne | undefined): HTMLElement {
  const date = own?.at ? whenText(own.at, contract.locale) : '?'
  const said = make('p', { className: 'notice' }, fillWords(words.already.what, { name: own?.name ?? '', date }))
  return part(words.already.heading, null, said)
}

function otherWaysPart(): HTMLElement {
  const ways = otherWays(words, agency.name, () => saveFile(pdf, contract.fileName))
  return make('details', {}, make('summary', {}, words.start.otherWays), ...ways)
}
