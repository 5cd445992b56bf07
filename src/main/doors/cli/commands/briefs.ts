import type { z } from 'zod'
import type { BriefDeliverable } from '#src/shared/contract/briefs.ts'
import type { Command, Option, WorkspaceCommand } from '../command.ts'
import { facts, table } from '../table.ts'
import { misused } from '../usage-error.ts'
import { given } from '../values.ts'
import { campaignAndCreators, expectSelection, selectionOptions } from './selection.ts'
import { counted, day } from './words.ts'

const campaign = { name: 'CAMPAIGN', note: 'id or exact name' } as const

const show: WorkspaceCommand = {
  name: 'briefs show',
  summary: 'Shows the brief of a campaign, and who has it',
  readsOnly: true,
  arguments: [campaign],
  async run({ call, values, lookup }) {
    const brief = await call.briefs.show({ campaignId: await lookup.campaign(values.argument('CAMPAIGN')) })
    const parts = facts([
      ['Version', brief.version || 'nothing written yet'],
      ['Goal', brief.goal],
      ...brief.keyMessages.map((line) => ['Key message', line] as const),
      ...brief.deliverables.map(
        (one) =>
          [
            'Deliverable',
            [`${one.quantity} × ${one.format} on ${one.platform}`, one.length, one.dueOn && `by ${one.dueOn}`].filter(Boolean).join(', '),
          ] as const,
      ),
      ['Hashtags', brief.hashtags.join(' ')],
      ['Mentions', brief.mentions.join(' ')],
      ...brief.approvalSteps.map((line) => ['Approval', line] as const),
      ['Restrictions', brief.restrictions],
      ['Creative freedom', brief.creativeFreedom],
      ['Usage', brief.usageMonths === null ? null : `${counted(brief.usageMonths, 'month')} ${brief.usageChannels.join(', ')}`],
      ['Exclusivity', brief.exclusivityDays === null ? null : counted(brief.exclusivityDays, 'day')],
      ['Payment terms', brief.paymentTerms],
      ['Payment due', brief.paymentDays === null ? null : `${counted(brief.paymentDays, 'day')} after the last post`],
      ['Disclosure', brief.disclosure],
      ...brief.links.map((link) => ['Link', link] as const),
      ...brief.hints.map((hint) => ['Hint', hint] as const),
    ])
    const receipts = table(
      brief.receipts,
      [
        { heading: 'SENT TO', cell: (row) => row.creatorName },
        { heading: 'VERSION', cell: (row) => row.version, right: true },
        { heading: 'BY', cell: (row) => row.channel },
        { heading: 'ON', cell: (row) => day(row.sentAt) },
        { heading: 'CONFIRMED', cell: (row) => day(row.confirmedAt) },
      ],
      'Not sent to anybody yet.',
    )
    return { json: brief, text: `${parts}\n\n${receipts}` }
  },
}

const partOptions: Readonly<Record<string, Option>> = {
  goal: { value: 'TEXT', note: 'what the campaign is to reach' },
  'key-message': { value: 'TEXT', note: 'a point, never a script', many: true },
  deliverable: { value: 'WHAT', note: 'QUANTITY PLATFORM FORMAT, and a day if it has one: "2 instagram reel 2026-04-01"', many: true },
  hashtag: { value: 'TAG', note: 'to be used', many: true },
  mention: { value: 'HANDLE', note: 'to be mentioned', many: true },
  'approval-step': { value: 'TEXT', note: 'who looks at what, and when', many: true },
  restrictions: { value: 'TEXT', note: 'what must not be said or shown' },
  freedom: { value: 'TEXT', note: "what is the creator's own choice" },
  'usage-months': { value: 'N', note: 'how long the brand may repost; 0 where it may not', kind: 'count', most: 1200 },
  'usage-channel': { value: 'CHANNEL', note: 'where it may', many: true },
  'exclusivity-days': { value: 'N', note: 'how long no competitor is worked for', kind: 'count', most: 3650 },
  'payment-terms': { value: 'TEXT', note: 'in words' },
  'payment-days': { value: 'N', note: 'days after the last post until the payout is due', kind: 'count', most: 365 },
  disclosure: { value: 'TEXT', note: 'how the advertising is marked' },
  link: { value: 'URL', note: 'to material', many: true },
}

const save: WorkspaceCommand = {
  name: 'briefs save',
  summary: "Writes parts of a campaign's brief; what is not given stays as it is",
  arguments: [campaign],
  options: partOptions,
  needsOneOf: Object.keys(partOptions),
  async run({ call, values, lookup }) {
    const changes = given({
      goal: values.text('goal'),
      keyMessages: values.many('key-message'),
      deliverables: values.many('deliverable')?.map(deliverableFrom),
      hashtags: values.many('hashtag'),
      mentions: values.many('mention'),
      approvalSteps: values.many('approval-step'),
      restrictions: values.text('restrictions'),
      creativeFreedom: values.text('freedom'),
      usageMonths: values.count('usage-months'),
      usageChannels: values.many('usage-channel'),
      exclusivityDays: values.count('exclusivity-days'),
      paymentTerms: values.text('payment-terms'),
      paymentDays: values.count('payment-days'),
      disclosure: values.text('disclosure'),
      links: values.many('link'),
    })
    const answer = await call.briefs.save({ campaignId: await lookup.campaign(values.argument('CAMPAIGN')), changes })
    return {
      json: answer,
      text: answer.entryId ? `Saved as version ${answer.version}.` : `It was so already, in version ${answer.version}.`,
    }
  },
}

function deliverableFrom(given: string): z.infer<typeof BriefDeliverable> {
  const [, quantity = '', platform = '', format = '', dueOn] =
    /^(\d{1,4})\s+(\S+)\s+(.+?)(?:\s+(\d{4}-\d\d-\d\d))?$/.exec(given.trim()) ??
    misused(`--deliverable is written such as "2 instagram reel 2026-04-01"; not "${given}".`)
  return { platform, format, quantity: Number(quantity), length: null, dueOn: dueOn ?? null }
}

const text: WorkspaceCommand = {
  name: 'briefs text',
  summary: 'Prints the brief as one creator reads it, ready to paste',
  readsOnly: true,
  arguments: [campaign, { name: 'CREATOR', note: 'of that campaign: id, @handle or exact name' }],
  async run({ call, values, lookup }) {
    const written = await call.briefs.text({
      collaborationId: await lookup.collaboration(values.argument('CAMPAIGN'), values.argument('CREATOR')),
    })
    return { json: written, text: `${written.subject}\n\n${written.body}` }
  },
}

const send: WorkspaceCommand = {
  name: 'briefs send',
  summary: 'Keeps record that the brief, as it stands, went to creators',
  arguments: campaignAndCreators,
  options: { ...selectionOptions, channel: { value: 'WAY', note: 'such as mail or chat; mail when left out' } },
  check: expectSelection,
  async run({ call, values, lookup }) {
    const collaborationIds = await lookup.collaborations(values.argument('CAMPAIGN'), values.rest('CREATOR'))
    const answer = await call.briefs.send({ collaborationIds, ...given({ channel: values.text('channel') }) })
    return { json: answer, text: `Kept as sent to ${counted(answer.sent, 'creator')}.` }
  },
}

const confirm: WorkspaceCommand = {
  name: 'briefs confirm',
  summary: 'Keeps record that creators confirmed the brief',
  arguments: campaignAndCreators,
  options: selectionOptions,
  check: expectSelection,
  async run({ call, values, lookup }) {
    const answer = await call.briefs.confirm({
      collaborationIds: await lookup.collaborations(values.argument('CAMPAIGN'), values.rest('CREATOR')),
    })
    return { json: answer, text: `Kept as confirmed by ${counted(answer.confirmed, 'creator')}.` }
  },
}

export const briefCommands: readonly Command[] = [show, save, text, send, confirm]
