import type { ContractTable } from '../../db/schema-contracts.ts'
import type { Filled } from '../fill.ts'
import { writerIn } from '../writer.ts'
import { problem, warning, type Check } from './check.ts'

type Row = Pick<ContractTable, 'created_at'>

/** Days in the wrong order. */
export function dateChecks(row: Row, { subject: { campaign }, terms }: Pick<Filled, 'subject' | 'terms'>): Check[] {
  const { startsOn: begins, endsOn: ends } = campaign
  const { deliverables, startsOn, endsOn, lastDueOn, noticeOn } = terms
  const name = (line: (typeof deliverables)[number]) => writerIn('en').deliverable(line, line.quantity)
  const madeOn = row.created_at.slice(0, 10)
  const perLine = deliverables.flatMap((line): Check[] => {
    const { dueOn } = line
    if (dueOn === null) return []
    if (begins && dueOn < begins)
      return [problem('campaign.start', `${name(line)} is due on ${dueOn}, before the campaign begins on ${begins}.`)]
    if (ends && dueOn > ends) return [problem('campaign.end', `${name(line)} is due on ${dueOn}, after the campaign ends on ${ends}.`)]
    return dueOn < madeOn ? [problem('contract.date', `${name(line)} is due on ${dueOn}, before the contract was made on ${madeOn}.`)] : []
  })
  const whole: (Check | false | null | '')[] = [
    begins && ends && ends < begins && problem('campaign.end', `The campaign ends on ${ends}, before it begins on ${begins}.`),
    startsOn && endsOn && endsOn < startsOn && problem('term.end', `The contract ends on ${endsOn}, before it begins on ${startsOn}.`),
    endsOn &&
      lastDueOn &&
      endsOn < lastDueOn &&
      problem('term.end', `The contract ends on ${endsOn}, before the last post is due on ${lastDueOn}.`),
    startsOn && noticeOn && noticeOn < startsOn && problem('term.notice', `The time for notice is longer than the contract runs.`),
    ends !== null && ends < madeOn && warning('campaign.end', `The campaign was over on ${ends}, before the contract was made.`),
  ]
  return [...whole.filter((check): check is Check => Boolean(check)), ...perLine]
}
