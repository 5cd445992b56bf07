import { fixedCash } from '#src/shared/domain/compensation.ts'
import { describeCompensation } from '#src/shared/domain/compensation-words.ts'
import { addDays } from '#src/shared/domain/dates.ts'
import { formatMoney } from '#src/shared/domain/money.ts'
import type { ContractTable } from '../db/schema.ts'
import { fillClauses, type FilledContract } from '../documents/contract/fillClauses.ts'
import type { MergeValues } from '../documents/contract/mergeFields.ts'
import type { Branding, CompensationLine, ContractDocument, DeliverableLine, Party, ScheduleLine } from '../documents/contract/types.ts'
import { keptClauses } from './kept.ts'
import { labelsOf, type ContractSubject } from './subject.ts'
import { insideSentence, writtenDate } from './words.ts'

/** Lays a contract's data out for its PDF: clauses filled, parties, tables, signature blocks. */
export function documentOf(
  contract: ContractTable,
  subject: ContractSubject,
  values: MergeValues,
  logo: Uint8Array | null,
): { document: ContractDocument; filled: FilledContract } {
  const filled = fillClauses(contract.template_id, values, contract.language, keptClauses(contract))
  const branding: Branding = { name: subject.agency.name, logo }
  const document: ContractDocument = {
    number: contract.number,
    title: filled.template.title,
    language: contract.language,
    campaign: subject.campaign.name,
    pageSize: contract.page_size === 'Letter' ? 'Letter' : 'A4',
    createdAt: new Date(contract.created_at),
    branding,
    parties: partiesOf(subject),
    clauses: filled.clauses,
    deliverables: subject.deliverables.map((line) => deliverableLine(line, subject)),
    schedule: scheduleOf(subject),
    ...compensationOf(subject),
    signatures: [
      { role: 'agency', name: subject.agency.signerName ?? subject.agency.name, capacity: subject.agency.signerTitle },
      { role: 'creator', name: subject.creator.name },
    ],
  }
  return { document, filled }
}

function partiesOf({ agency, client, creator, accounts }: ContractSubject): Party[] {
  return [
    { role: 'agency', name: agency.legalName ?? agency.name, lines: lines(agency.address, agency.email, agency.taxNumber) },
    { role: 'client', name: client.name, lines: lines(client.address, client.email) },
    {
      role: 'creator',
      name: creator.name,
      lines: lines(
        creator.address ?? [creator.city, creator.country].filter(Boolean).join(', '),
        creator.email,
        ...accounts.map(({ platform, handle }) => `${labelsOf(platform, '').platform}: @${handle}`),
      ),
    },
  ]
}

function lines(...parts: (string | null | undefined)[]): string[] {
  return parts.flatMap((part) => part?.split('\n') ?? []).filter((line) => line.trim() !== '')
}

function deliverableLine(line: ContractSubject['deliverables'][number], { accounts }: ContractSubject): DeliverableLine {
  const label = labelsOf(line.platform, line.format)
  const account = accounts.find(({ platform }) => platform === line.platform)
  return {
    count: line.quantity,
    format: label.format,
    where: account ? `${label.platform}, @${account.handle}` : label.platform,
    details: line.details,
    due: line.dueOn && writtenDate(line.dueOn),
  }
}

function scheduleOf({ campaign, deliverables, brief, paymentDays }: ContractSubject): ScheduleLine[] {
  const days = [...new Set(deliverables.map(({ dueOn }) => dueOn).filter((day) => day !== null))].toSorted()
  const last = days.at(-1)
  const rows = [
    campaign.startsOn && { on: campaign.startsOn, what: 'Campaign begins', who: 'Both' },
    ...days.map((on) => ({
      on,
      what: `Due: ${deliverables
        .filter(({ dueOn }) => dueOn === on)
        .map((line) => `${line.quantity} × ${labelsOf(line.platform, line.format).format}`)
        .join(', ')}`,
      who: 'Creator',
    })),
    last && { on: addDays(last, brief.paymentDays ?? paymentDays), what: 'Payment at the latest, when published in time', who: 'Agency' },
    campaign.endsOn && { on: campaign.endsOn, what: 'Campaign ends', who: 'Both' },
  ]
  return rows
    .filter((row) => row !== null && row !== undefined && row !== '')
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .map(({ on, what, who }) => ({ date: writtenDate(on), what, who }))
}

function compensationOf({ compensation, campaign }: ContractSubject): {
  compensation: CompensationLine[]
  compensationTotal: string | null
} {
  if (!compensation) return { compensation: [], compensationTotal: null }
  const fixed = fixedCash(compensation, campaign.currency)
  const amount = fixed.amountMinor > 0 ? formatMoney(fixed, 'en-US', 'code') : null
  return {
    compensation: [
      {
        what: compensation.model[0]?.toUpperCase() + compensation.model.slice(1),
        basis: insideSentence(describeCompensation(compensation, campaign.currency)),
        amount,
      },
    ],
    compensationTotal: amount,
  }
}
