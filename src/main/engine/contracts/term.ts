import { addDays, addMonths } from '#src/shared/domain/dates.ts'
import type { ContractTable } from '../db/schema-contracts.ts'
import { templateShapes } from '../documents/contract/library.ts'
import type { MergeField, MergeValues } from '../documents/contract/mergeFields.ts'
import type { ContractSubject } from './subject.ts'

/** First and last day of a contract, the last day for notice and the day on which somebody is reminded; null where it has none or a day
 *  it depends on is not known. */
export interface Term {
  startsOn: string | null
  endsOn: string | null
  noticeOn: string | null
  remindOn: string | null
}

type Row = Pick<ContractTable, 'template_id' | 'starts_on' | 'ends_on' | 'created_at'>

/**
 * When a contract begins and ends. What a person has set goes first. Else it begins with the campaign (a confidentiality agreement on its
 * own date, as one without a campaign's day does) and ends by its template: an ambassador's after so many months, a post's when the right
 * to repost it ends (so many months from the last day a post is due), an add-on's with the paid use, an order's with the campaign.
 */
export function termOf(subject: Pick<ContractSubject, 'campaign' | 'deliverables'>, row: Row, values: MergeValues): Term {
  const shape = templateShapes().find(({ id }) => id === row.template_id)
  const startsOn = row.starts_on ?? usualStart(subject, row, shape?.term)
  const endsOn = row.ends_on ?? usualEnd(subject, startsOn, shape?.term, values)
  const notice = shape?.term === 'months' ? wholeNumber(values['term.notice']) : null
  const noticeOn = endsOn && notice !== null ? addDays(endsOn, -notice) : null
  const deadline = noticeOn ?? endsOn
  return { startsOn, endsOn, noticeOn, remindOn: deadline && shape ? addDays(deadline, -shape.remindDays) : null }
}

type Kind = ReturnType<typeof templateShapes>[number]['term'] | undefined

function usualStart({ campaign }: Pick<ContractSubject, 'campaign'>, { created_at }: Row, kind: Kind): string {
  const madeOn = created_at.slice(0, 10)
  return kind === 'confidentiality' ? madeOn : (campaign.startsOn ?? madeOn)
}

function usualEnd(
  { campaign, deliverables }: Pick<ContractSubject, 'campaign' | 'deliverables'>,
  startsOn: string,
  kind: Kind,
  values: MergeValues,
): string | null {
  const months = (field: MergeField) => wholeNumber(values[field])
  const lastPost = lastDueOf(deliverables) ?? campaign.endsOn
  switch (kind) {
    case 'months':
      return monthsFrom(startsOn, months('term.months'), -1)
    case 'confidentiality':
      return monthsFrom(startsOn, months('confidentiality.months'), 0)
    case 'licence':
      return lastPost && monthsFrom(lastPost, values['usage.months'] === '' ? 0 : months('usage.months'), 0)
    case 'paid use': {
      const days = wholeNumber(values['paidUse.days'])
      return days === null ? null : addDays(lastPost ?? startsOn, days)
    }
    case 'campaign':
      return campaign.endsOn
    case undefined:
      return null
  }
}

function monthsFrom(start: string, months: number | null, days: number): string | null {
  return months === null ? null : addDays(addMonths(start, months), days)
}

/** The last day on which anything is due; null while no deliverable has a day. */
export function lastDueOf(deliverables: ContractSubject['deliverables']): string | null {
  return (
    deliverables
      .flatMap(({ dueOn }) => dueOn ?? [])
      .toSorted()
      .at(-1) ?? null
  )
}

/** The whole number a value is or begins with, up to four digits; null for anything else, such as "unlimited". */
export function wholeNumber(value: string | null | undefined): number | null {
  const digits = /^\s*(\d{1,4})(?!\d)/.exec(value ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}
