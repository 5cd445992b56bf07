import { fixedCash } from '#src/shared/domain/compensation.ts'
import { addDays } from '#src/shared/domain/dates.ts'
import type { ContractTable } from '../db/schema-contracts.ts'
import { fillClauses, type FilledContract } from '../documents/contract/fillClauses.ts'
import type { MergeValues } from '../documents/contract/mergeFields.ts'
import type { Branding, CompensationLine, ContractDocument, DeliverableLine, Party, ScheduleLine } from '../documents/contract/types.ts'
import { keptClauses } from './kept.ts'
import type { ContractSubject, CreatorSide } from './subject.ts'
import { lastDueOf, type Term } from './term.ts'
import { isMonthly } from './values.ts'
import { filledIn, writerIn, type Writer } from './writer.ts'

/** Lays a contract's data out for its PDF: clauses filled, parties, tables, signature blocks. */
export function documentOf(
  contract: ContractTable,
  subject: ContractSubject,
  values: MergeValues,
  term: Term,
  logo: Uint8Array | null,
): { document: ContractDocument; filled: FilledContract } {
  const writer = writerIn(contract.language)
  const wording = { templateId: contract.template_id, language: contract.language, jurisdiction: contract.jurisdiction }
  const filled = fillClauses(wording, values, keptClauses(contract))
  const branding: Branding = { name: subject.agency.name, logo }
  const clientName = values['client.name'] || subject.client.name
  const document: ContractDocument = {
    number: contract.number,
    title: subject.earlier.amends ? filledIn(writer.phrases.amendedTitle, { title: filled.template.title }) : filled.template.title,
    language: contract.language,
    campaign: subject.campaign.name,
    pageSize: contract.page_size === 'Letter' ? 'Letter' : 'A4',
    createdAt: new Date(contract.created_at),
    branding,
    parties: partiesOf(subject, values, writer),
    clauses: filled.clauses,
    deliverables: subject.deliverables.map((line) => deliverableLine(line, subject, writer)),
    schedule: scheduleOf(subject, filled, term, values, writer),
    ...compensationOf(subject, writer),
    signatures: [
      { role: 'agency', name: subject.agency.signerName ?? subject.agency.name, capacity: subject.agency.signerTitle },
      subject.creator
        ? { role: 'creator', name: values['creator.name'] || subject.creator.name }
        : { role: 'client', name: values['client.representative'] || clientName, capacity: clientName },
    ],
  }
  return { document, filled }
}

/** As the clauses name them: what is typed over there stands here, too. */
function partiesOf({ agency, client, creator }: ContractSubject, values: MergeValues, writer: Writer): Party[] {
  const agencyParty: Party = {
    role: 'agency',
    name: values['agency.name'] || agency.name,
    lines: lines(values['agency.address'], agency.email, agency.taxNumber),
  }
  const clientParty: Party = {
    role: 'client',
    name: values['client.name'] || client.name,
    lines: lines(values['client.address'], client.email),
  }
  if (!creator) return [clientParty, agencyParty]
  return [
    agencyParty,
    clientParty,
    {
      role: 'creator',
      name: values['creator.name'] || creator.name,
      lines: lines(
        values['creator.address'],
        creator.email,
        ...creator.accounts.map(({ platform, handle }) => `${writer.platform(platform)}: @${handle}`),
      ),
    },
  ]
}

function lines(...parts: (string | null | undefined)[]): string[] {
  return parts.flatMap((part) => part?.split('\n') ?? []).filter((line) => line.trim() !== '')
}

function deliverableLine(
  { platform, format, quantity, details, dueOn }: ContractSubject['deliverables'][number],
  { creator }: ContractSubject,
  writer: Writer,
): DeliverableLine {
  const account = creator?.accounts.find((one) => one.platform === platform)
  const name = writer.platform(platform)
  return {
    count: quantity,
    format: writer.format(platform, format),
    where: account ? filledIn(writer.phrases.where, { platform: name, handle: account.handle }) : name,
    details,
    due: dueOn && writer.date(dueOn),
  }
}

function scheduleOf(
  { campaign, deliverables, creator }: ContractSubject,
  { clauses }: FilledContract,
  { startsOn, endsOn }: Term,
  values: MergeValues,
  writer: Writer,
): ScheduleLine[] {
  const hasTerm = clauses.some(({ kind }) => kind === 'term')
  const say = writer.phrases.schedule
  const days = [...new Set(deliverables.flatMap(({ dueOn }) => dueOn ?? []))].toSorted()
  const last = lastDueOf(deliverables)
  const paymentDays = Number(values['payment.days'])
  const rows = [
    { on: hasTerm && startsOn, what: say.termBegins, who: say.both },
    { on: campaign.startsOn, what: say.begins, who: say.both },
    ...days.map((on) => ({
      on,
      what: filledIn(say.due, { what: dueTogether(deliverables, on, writer) }),
      who: creator ? say.creator : say.agency,
    })),
    {
      on: last && Number.isInteger(paymentDays) && isPaidAfterPosts(creator, clauses, values, writer) ? addDays(last, paymentDays) : null,
      what: say.payment,
      who: say.agency,
    },
    { on: campaign.endsOn, what: say.ends, who: say.both },
    { on: hasTerm && endsOn, what: say.termEnds, who: say.both },
  ]
  return rows
    .flatMap(({ on, ...row }) => (on ? [{ on, ...row }] : []))
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .map(({ on, what, who }) => ({ date: writer.date(on), what, who }))
}

/** Whether money follows the last post, by the terms and by what the clause on pay says: not a product, not what is paid by the month. */
function isPaidAfterPosts(
  creator: CreatorSide | null,
  clauses: FilledContract['clauses'],
  { 'payment.trigger': trigger }: MergeValues,
  { phrases }: Writer,
): boolean {
  const model = creator?.compensation?.model
  const isAsked = clauses.some(({ paragraphs }) => paragraphs.flat().some(({ field }) => field === 'payment.trigger'))
  return isAsked && model !== undefined && model !== 'gifting' && !isMonthly(model) && trigger !== phrases.monthlyPayment
}

function dueTogether(deliverables: ContractSubject['deliverables'], on: string, writer: Writer): string {
  return deliverables
    .filter(({ dueOn }) => dueOn === on)
    .map((line) => `${line.quantity} × ${writer.format(line.platform, line.format)}`)
    .join(', ')
}

function compensationOf(
  { creator, campaign, creatorCount }: ContractSubject,
  { phrases, amount, compensation }: Writer,
): { compensation: CompensationLine[]; compensationTotal: string | null } {
  if (!creator) {
    const fee = campaign.budget && amount(campaign.budget)
    const basis = filledIn(phrases.order, { creators: String(creatorCount) })
    return { compensation: [{ what: phrases.models.order, basis, amount: fee }], compensationTotal: fee }
  }
  const terms = creator.compensation
  if (!terms) return { compensation: [], compensationTotal: null }
  const fixed = fixedCash(terms, campaign.currency)
  // What is agreed for a month is no sum of the whole contract.
  const sum = fixed.amountMinor > 0 && !isMonthly(terms.model) ? amount(fixed) : null
  return {
    compensation: [{ what: phrases.models[terms.model], basis: compensation(terms, campaign.currency, 'figures'), amount: sum }],
    compensationTotal: sum,
  }
}
