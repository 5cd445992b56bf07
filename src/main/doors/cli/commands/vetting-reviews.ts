import { Decision, ReviewAnswer, type Review } from '#src/shared/contract/vetting-reviews.ts'
import type { z } from 'zod'
import type { Command, WorkspaceCommand } from '../command.ts'
import { facts, table } from '../table.ts'
import { misused } from '../usage-error.ts'
import { given, type Values } from '../values.ts'
import { signalsText } from './vetting-words.ts'

const creator = { name: 'CREATOR', note: 'id, @handle, PLATFORM:HANDLE or exact name' } as const

const signals: WorkspaceCommand = {
  name: 'vet signals',
  summary: 'Computes the vetting signals of a creator from what is on file, and the credibility',
  readsOnly: true,
  arguments: [creator],
  options: {
    'audience-country': { value: 'COUNTRY', note: 'where the audience should live, as it is on file', many: true },
    'audience-ages': { value: 'FROM-TO', note: 'how old it should be, such as 18-34 or 35-' },
    least: { value: 'PERCENT', note: 'the least share of the audience; 40 when left out', kind: 'percent' },
  },
  details: 'Thresholds, weights and their sources stand in docs/vetting.md.',
  check: (values) => void targetFrom(values),
  async run({ call, values, lookup }) {
    const creatorId = await lookup.creator(values.argument('CREATOR'))
    const answer = await call.vetting.signals({ creatorId, ...given({ target: targetFrom(values) }) })
    return { json: answer, text: signalsText(answer) }
  },
}

function targetFrom(values: Values) {
  const countries = values.many('audience-country') ?? []
  const ages = values.text('audience-ages')
  const found = /^(\d{1,3})?-(\d{1,3})?$/.exec(ages ?? '-')
  if (!found || (ages !== undefined && !found[1] && !found[2])) misused(`--audience-ages takes ages such as 18-34 or 35-, not "${ages}".`)
  const [ageFrom, ageTo] = [found[1], found[2]].map((age) => (age === undefined ? null : Number(age)))
  if (countries.length === 0 && ages === undefined)
    return values.percent('least') === undefined ? undefined : misused('--least goes with --audience-country or --audience-ages.')
  return { countries, ageFrom: ageFrom ?? null, ageTo: ageTo ?? null, ...given({ leastBp: values.percent('least') }) }
}

const start: WorkspaceCommand = {
  name: 'vet start',
  summary: 'Begins a review of each creator who has none under way',
  arguments: [{ ...creator, many: true }],
  options: { reviewer: { value: 'NAME', note: 'who reviews; you when left out' } },
  async run({ call, values, lookup }) {
    const creatorIds = await lookup.creators(values.rest('CREATOR'))
    const answer = await call.vetting.startReviews({ creatorIds, ...given({ reviewer: values.text('reviewer') }) })
    const underWay = answer.underWay > 0 ? ` ${answer.underWay} were under way already.` : ''
    return { json: answer, text: `Reviews begun: ${answer.started.length}.${underWay}` }
  },
}

const review: WorkspaceCommand = {
  name: 'vet review',
  summary: 'Answers questions of the review that is under way, and begins one where there is none',
  arguments: [creator],
  options: {
    answer: { value: 'QUESTION=ANSWER', note: `such as growth=fine; an answer is ${ReviewAnswer.options.join(', ')}`, many: true },
    finding: { value: 'QUESTION=TEXT', note: 'what was found', many: true },
    reviewer: { value: 'NAME', note: 'who reviews' },
    again: { note: 'begins with the answers of the last decided review' },
  },
  check: (values) => void itemsFrom(values),
  async run({ call, values, lookup }) {
    const creatorId = await lookup.creator(values.argument('CREATOR'))
    const reviewer = given({ reviewer: values.text('reviewer') })
    const [newest] = await call.vetting.reviews({ creatorIds: [creatorId], limit: 1 })
    const id = await openReview()
    const items = itemsFrom(values)
    if (items.length > 0 || reviewer.reviewer !== undefined) await call.vetting.updateReview({ id, items, ...reviewer })
    const shown = await call.vetting.review({ id })
    return { json: shown, text: reviewText(shown) }

    async function openReview(): Promise<string> {
      if (newest && newest.decidedOn === null) return newest.id
      if (newest && values.flag('again')) return (await call.vetting.reopen({ id: newest.id, ...reviewer })).id
      return (await call.vetting.startReviews({ creatorIds: [creatorId], ...reviewer })).started[0] ?? ''
    }
  },
}

function itemsFrom(values: Values) {
  const answers = pairs(values, 'answer').map(([id, answer]) => ({
    id,
    answer:
      ReviewAnswer.options.find((known) => known === answer) ?? misused(`"${answer}" is no answer: ${ReviewAnswer.options.join(', ')}.`),
  }))
  const findings = pairs(values, 'finding').map(([id, finding]) => ({ id, finding }))
  return [...answers, ...findings]
}

function pairs(values: Values, name: string): [string, string][] {
  return (values.many(name) ?? []).map((pair) => {
    const at = pair.indexOf('=')
    return at > 0 ? [pair.slice(0, at), pair.slice(at + 1)] : misused(`--${name} takes a question and an equals sign, not "${pair}".`)
  })
}

function reviewText({ items, ...head }: z.infer<typeof Review>): string {
  const shown = table(
    items,
    [
      { heading: 'QUESTION', cell: ({ id }) => id },
      { heading: 'ASKS', cell: ({ question }) => question },
      { heading: 'ANSWER', cell: ({ answer }) => answer ?? 'open' },
      { heading: 'FINDING', cell: ({ finding }) => finding },
    ],
    'It asks nothing.',
  )
  return `${facts([
    ['Creator', head.creatorName],
    ['Reviewer', head.reviewer],
    ['Begun', head.startedOn],
    ['Answered', `${head.answered} of ${head.questions}`],
  ])}\n\n${shown}`
}

const decide: WorkspaceCommand = {
  name: 'vet decide',
  summary: 'Ends the review that is under way with a decision, and keeps the signals as they stand',
  arguments: [creator],
  options: {
    decision: { value: 'DECISION', note: 'what was decided', choices: Decision.options, needed: true },
    conditions: { value: 'TEXT', note: 'of an approval with conditions' },
    reason: { value: 'TEXT', note: 'why; a rejection needs it' },
    reviewer: { value: 'NAME', note: 'who decided' },
    on: { value: 'DATE', note: 'the day of the decision; today when left out', kind: 'date' },
    recheck: { value: 'DATE', note: 'when to look again', kind: 'date' },
  },
  check(values) {
    const decision = values.oneOf('decision', Decision.options)
    if (decision === 'reject' && !values.text('reason')) misused('A rejection needs its --reason.')
    if ((decision === 'approve with conditions') !== (values.text('conditions') !== undefined))
      misused('--conditions go with --decision "approve with conditions", and that with them.')
  },
  async run({ call, values, lookup }) {
    const creatorId = await lookup.creator(values.argument('CREATOR'))
    const [open] = await call.vetting.reviews({ creatorIds: [creatorId], state: 'under way' })
    const id = open?.id ?? (await call.vetting.startReviews({ creatorIds: [creatorId] })).started[0] ?? ''
    const decision = values.oneOf('decision', Decision.options) ?? 'reject'
    const answer = await call.vetting.decide({
      id,
      decision,
      ...given({
        conditions: values.text('conditions'),
        reason: values.text('reason'),
        reviewer: values.text('reviewer'),
        decidedOn: values.date('on'),
        recheckOn: values.date('recheck'),
      }),
    })
    return { json: { id, ...answer }, text: `Decided: ${decision}. Credibility ${answer.credibility ?? 'not enough data'}.` }
  },
}

const history: WorkspaceCommand = {
  name: 'vet history',
  summary: 'Lists reviews, of one creator or all, newest first',
  readsOnly: true,
  arguments: [{ ...creator, optional: true }],
  options: { due: { value: 'DATE', note: 'only those whose re-check is due by that day', kind: 'date' } },
  async run({ call, values, lookup }) {
    const named = values.argumentIfGiven('CREATOR')
    const creatorIds = named === undefined ? undefined : [await lookup.creator(named)]
    const rows = await call.vetting.reviews(given({ creatorIds, dueBy: values.date('due') }))
    const text = table(
      rows,
      [
        { heading: 'CREATOR', cell: (row) => row.creatorName },
        { heading: 'BEGUN', cell: (row) => row.startedOn },
        { heading: 'REVIEWER', cell: (row) => row.reviewer },
        { heading: 'ANSWERED', cell: (row) => `${row.answered} of ${row.questions}`, right: true },
        { heading: 'DECISION', cell: (row) => row.decision ?? 'under way' },
        { heading: 'ON', cell: (row) => row.decidedOn },
        { heading: 'CREDIBILITY', cell: (row) => row.credibility, right: true },
        { heading: 'RE-CHECK', cell: (row) => row.recheckOn },
        { heading: 'CONDITIONS OR REASON', cell: (row) => row.conditions ?? row.reason },
      ],
      'No review is on file.',
    )
    return { json: rows, text }
  },
}

const sample: WorkspaceCommand = {
  name: 'vet sample',
  summary: 'Judges a sample of comments or followers and keeps it with the creator',
  arguments: [creator, { name: 'FILE', note: 'a CSV, TSV or XLSX list in any encoding' }],
  options: {
    kind: { value: 'KIND', note: 'what the list holds', choices: ['comments', 'followers'], needed: true },
    platform: { value: 'PLATFORM', note: "of the account; the primary one's when left out" },
    'text-column': { value: 'NAME', note: 'the column with the comments' },
    about: { value: 'TEXT', note: 'caption or title of the post' },
    sheet: { value: 'NAME', note: 'of a workbook, the sheet to read' },
    on: { value: 'DATE', note: 'the day the sample was taken; today when left out', kind: 'date' },
  },
  async run({ call, values, lookup, files }) {
    const { accounts, name } = await call.creators.show({ id: await lookup.creator(values.argument('CREATOR')) })
    const platform = values.text('platform')?.toLowerCase()
    const account = accounts.find((one) => platform === undefined || one.platform === platform)
    if (!account) return misused(`${name} has no account${platform ? ` on ${platform}` : ''}, so a sample has nowhere to be kept.`)
    const answer = await call.vetting.addSample({
      accountId: account.id,
      kind: values.oneOf('kind', ['comments', 'followers'] as const) ?? 'comments',
      file: files.toRead(values.argument('FILE')),
      ...given({
        takenOn: values.date('on'),
        textColumn: values.text('text-column'),
        about: values.text('about'),
        sheet: values.text('sheet'),
      }),
    })
    return { json: answer, text: `Kept ${answer.sample.name}: ${answer.sample.result.judged} judged. See "vet signals".` }
  },
}

export const reviewCommands: readonly Command[] = [signals, start, review, decide, history, sample]
