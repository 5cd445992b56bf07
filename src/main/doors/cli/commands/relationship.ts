import { ContactKind, RenewalDecision, ReminderKind } from '#src/shared/contract/relationship.ts'
import { CHECK_IN_DAYS } from '#src/shared/domain/relationship/check-in.ts'
import type { Command, WorkspaceCommand } from '../command.ts'
import { facts, table } from '../table.ts'
import { misused } from '../usage-error.ts'
import { counted } from './words.ts'

const creator = { name: 'CREATOR', note: 'id, @handle, PLATFORM:HANDLE or exact name' } as const
const creators = { ...creator, many: true } as const
const changed = (answer: { entryId: string | null }, words: string) => ({
  json: answer,
  text: answer.entryId ? words : 'It was so already.',
})

const show: WorkspaceCommand = {
  name: 'relationship show',
  summary: 'Shows how things stand with a creator: contact log, check-ins, ladder, renewal',
  readsOnly: true,
  arguments: [creator],
  async run({ call, values, lookup }) {
    const found = await call.relationship.show({ creatorId: await lookup.creator(values.argument('CREATOR')) })
    const { ladder, renewal } = found
    const head = facts([
      ['Step', `${ladder.step}: ${ladder.because.join(' ')}`],
      [
        'Next',
        ladder.next &&
          `${ladder.next.step}, ${ladder.next.isReady ? 'ready' : 'not yet'}: ${[...ladder.next.for, ...ladder.next.against].join(' ')}`,
      ],
      ['Last contact', found.lastContactOn],
      ['Check-in', found.checkIn && `${found.checkIn.dueOn}, every ${found.checkIn.everyDays} days`],
      ['Load', found.load],
      [
        'Renewal',
        renewal && `${renewal.reviewOn}: ${renewal.verdict}. ${[...renewal.for, ...renewal.against, ...renewal.unknown].join(' ')}`,
      ],
      [
        'Programs',
        found.programs.map(({ campaignName, tierName }) => [campaignName, tierName].filter(Boolean).join(', ')).join('; ') || null,
      ],
    ])
    const log = table(
      found.log,
      [
        { heading: 'DAY', cell: (row) => row.happenedOn },
        { heading: 'KIND', cell: (row) => row.kind },
        { heading: 'CHANNEL', cell: (row) => row.channel },
        { heading: 'WORDS', cell: (row) => row.words },
        { heading: 'BY', cell: (row) => row.person },
        { heading: 'ID', cell: (row) => row.id },
      ],
      'Nothing is in the contact log yet.',
    )
    return { json: found, text: `${head}\n\n${log}` }
  },
}

const log: WorkspaceCommand = {
  name: 'relationship log',
  summary: 'Writes a contact, a win, a problem or a note into the contact log of creators',
  arguments: [creators],
  options: {
    words: { value: 'TEXT', note: 'what it was about', needed: true },
    kind: { value: 'KIND', note: 'a message when left out', choices: ContactKind.options },
    channel: { value: 'TEXT', note: 'such as mail or WhatsApp' },
    on: { value: 'DAY', note: 'today when left out', kind: 'date' },
  },
  async run({ call, values, lookup }) {
    const answer = await call.relationship.log({
      creatorIds: await lookup.creators(values.rest('CREATOR')),
      kind: values.oneOf('kind', ContactKind.options) ?? 'message',
      channel: values.text('channel') ?? null,
      happenedOn: values.date('on'),
      words: values.needed('words'),
    })
    return changed(answer, 'Written down.')
  },
}

const checkIn: WorkspaceCommand = {
  name: 'relationship check-in',
  summary: 'Sets how often creators are written to',
  arguments: [creators],
  options: {
    every: { value: 'DAYS', note: `${CHECK_IN_DAYS.usual} when left out; two to four weeks are usual`, kind: 'count', least: 1, most: 366 },
    never: { note: 'ends their check-ins' },
  },
  check(values) {
    if (values.flag('never') && values.count('every') !== undefined) misused('Give --every or --never, not both.')
  },
  async run({ call, values, lookup }) {
    const everyDays = values.flag('never') ? null : (values.count('every') ?? CHECK_IN_DAYS.usual)
    const answer = await call.relationship.setCheckIn({ creatorIds: await lookup.creators(values.rest('CREATOR')), everyDays })
    return changed(answer, everyDays === null ? 'Check-ins ended.' : `Check-ins every ${everyDays} days.`)
  },
}

const remind: WorkspaceCommand = {
  name: 'relationship remind',
  summary: 'Sets a reminder for creators',
  arguments: [creators],
  options: {
    on: { value: 'DAY', note: 'when', kind: 'date', needed: true },
    words: { value: 'TEXT', note: 'what is to be done' },
    kind: { value: 'KIND', note: 'other when left out', choices: ReminderKind.exclude(['check-in']).options },
    every: { value: 'DAYS', note: 'comes again so many days after it is ticked off', kind: 'count', least: 1, most: 366 },
  },
  async run({ call, values, lookup }) {
    const answer = await call.relationship.remind({
      creatorIds: await lookup.creators(values.rest('CREATOR')),
      dueOn: values.date('on') ?? misused('--on is needed.'),
      words: values.text('words') ?? null,
      kind: values.oneOf('kind', ReminderKind.exclude(['check-in']).options) ?? 'other',
      everyDays: values.count('every') ?? null,
    })
    return changed(answer, 'Set.')
  },
}

const due: WorkspaceCommand = {
  name: 'relationship due',
  summary: 'Shows check-ins and reminders that are due, and renewals to review',
  readsOnly: true,
  options: { by: { value: 'DAY', note: 'in seven days when left out', kind: 'date' } },
  async run({ call, values }) {
    const reminders = await call.relationship.due({ by: values.date('by') })
    const renewals = await call.relationship.renewals({})
    const rows = table(
      reminders,
      [
        { heading: 'DUE', cell: (row) => row.dueOn },
        { heading: 'KIND', cell: (row) => row.kind },
        { heading: 'CREATOR', cell: (row) => row.creatorName },
        { heading: 'WORDS', cell: (row) => row.words },
        { heading: 'ID', cell: (row) => row.id },
      ],
      'No check-in and no reminder is due.',
    )
    const reviews = table(
      renewals,
      [
        { heading: 'RENEWAL', cell: (row) => row.reviewOn },
        { heading: 'CREATOR', cell: (row) => row.creatorName },
        { heading: 'VERDICT', cell: (row) => row.verdict },
        { heading: 'BECAUSE', cell: (row) => [...row.for, ...row.against].join(' ') },
      ],
      'No partnership is to be reviewed.',
    )
    return { json: { reminders, renewals }, text: `${rows}\n\n${reviews}` }
  },
}

const done: WorkspaceCommand = {
  name: 'relationship done',
  summary: 'Ticks reminders off',
  arguments: [{ name: 'REMINDER', note: 'id', many: true }],
  options: { back: { note: 'takes them up again' } },
  async run({ call, values }) {
    const answer = await call.relationship.setDone({ ids: values.rest('REMINDER'), done: !values.flag('back') })
    return changed(answer, values.flag('back') ? 'Taken up again.' : `Ticked off ${counted(values.rest('REMINDER').length, 'reminder')}.`)
  },
}

const renew: WorkspaceCommand = {
  name: 'relationship review',
  summary: 'Decides what becomes of partnerships after six months',
  arguments: [creators],
  options: {
    decision: { value: 'DECISION', note: 'what becomes of them', choices: RenewalDecision.options, needed: true },
    words: { value: 'TEXT', note: 'why' },
  },
  async run({ call, values, lookup }) {
    const answer = await call.relationship.decideRenewal({
      creatorIds: await lookup.creators(values.rest('CREATOR')),
      decision: values.oneOf('decision', RenewalDecision.options) ?? misused('--decision is needed.'),
      words: values.text('words') ?? null,
    })
    return changed(answer, 'Decided.')
  },
}

export const relationshipCommands: readonly Command[] = [show, log, checkIn, remind, due, done, renew]
