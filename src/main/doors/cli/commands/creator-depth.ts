import { BrandKind, ContactKind } from '#src/shared/contract/profiles.ts'
import { AUDIENCE_DIMENSIONS, type AudienceDimension, type AudienceShares } from '#src/shared/domain/audience.ts'
import { countryName } from '#src/shared/domain/country-codes.ts'
import { raise } from '#src/shared/contract/errors.ts'
import type { Client, Command, WorkspaceCommand } from '../command.ts'
import { facts, table } from '../table.ts'
import { misused } from '../usage-error.ts'
import { given, type Values } from '../values.ts'
import { percent } from './words.ts'

const creator = { name: 'CREATOR', note: 'id, @handle, PLATFORM:HANDLE or exact name' } as const
const account = { value: 'PLATFORM', note: 'of the account, or PLATFORM:HANDLE; the primary one when left out' } as const

const profile: WorkspaceCommand = {
  name: 'creators profile',
  summary: 'Shows what was added to a creator: formats, contacts, brands, posts, documents; or changes it',
  readsOnly: (values) => !changing.some((name) => values.flag(name) || values.many(name) !== undefined),
  arguments: [creator],
  options: {
    language: { value: 'LANGUAGE', note: 'also spoken, in place of what stands there', many: true },
    format: { value: 'FORMAT', note: 'what they make, such as reel, in place of what stands there', many: true },
    owner: { value: 'NAME', note: 'who of the agency looks after them' },
    portrait: { value: 'FILE', note: 'PNG or JPEG' },
    document: { value: 'FILE', note: 'kept with the creator' },
  },
  async run({ call, values, lookup, files }) {
    const creatorId = await lookup.creator(values.argument('CREATOR'))
    const changes = given({ languages: values.list('language'), formats: values.list('format'), owner: values.text('owner') })
    if (Object.keys(changes).length > 0) await call.profiles.update({ creatorId, changes })
    const [portrait, document] = [values.text('portrait'), values.text('document')]
    if (portrait !== undefined) await call.profiles.setPortrait({ creatorId, file: files.toRead(portrait) })
    if (document !== undefined) await call.profiles.addDocument({ creatorId, file: files.toRead(document) })
    const shown = await call.profiles.show({ creatorId })
    const text = facts([
      ['Also speaks', shown.languages.join(', ')],
      ['Formats', shown.formats.join(', ')],
      ['Owner', shown.owner],
      ['Portrait', shown.portraitId === null ? null : 'kept'],
      ...shown.contacts.map(({ kind, label, value }): [string, string] => [label ?? kind, value]),
      ...shown.brands.map(({ brand, kind, startedOn }): [string, string] => [brand, [kind, startedOn].filter(Boolean).join(', ')]),
      ...shown.samples.map(({ postedOn, url, caption }): [string, string] => [`Post ${postedOn ?? ''}`.trim(), url ?? caption ?? 'image']),
      ...shown.documents.map(({ name }): [string, string] => ['Document', name]),
    ])
    return { json: shown, text: text || 'Nothing was added yet.' }
  },
}

const changing = ['language', 'format', 'owner', 'portrait', 'document']

const contact: WorkspaceCommand = {
  name: 'creators contact',
  summary: 'Adds a way to reach a creator',
  arguments: [creator, { name: 'VALUE', note: 'the address, number or name' }],
  options: {
    kind: { value: 'KIND', note: 'what it is', choices: ContactKind.options, needed: true },
    label: { value: 'TEXT', note: 'whose it is, such as agent' },
  },
  async run({ call, values, lookup }) {
    const creatorId = await lookup.creator(values.argument('CREATOR'))
    const kind = values.oneOf('kind', ContactKind.options) ?? 'other'
    const saved = await call.profiles.saveContact({ creatorId, kind, label: values.text('label') ?? null, value: values.argument('VALUE') })
    return { json: saved, text: 'Added.' }
  },
}

const brand: WorkspaceCommand = {
  name: 'creators brand',
  summary: 'Adds a brand a creator worked with, owns, likes or competes with',
  arguments: [creator, { name: 'BRAND', note: 'its name' }],
  options: {
    kind: { value: 'KIND', note: 'worked with when left out', choices: BrandKind.options },
    from: { value: 'DAY', note: 'when it began', kind: 'date' },
    until: { value: 'DAY', note: 'when it ended', kind: 'date' },
    url: { value: 'ADDRESS', note: 'where it can be seen' },
  },
  async run({ call, values, lookup }) {
    const saved = await call.profiles.saveBrand({
      creatorId: await lookup.creator(values.argument('CREATOR')),
      brand: values.argument('BRAND'),
      kind: values.oneOf('kind', BrandKind.options) ?? 'worked with',
      startedOn: values.date('from') ?? null,
      endedOn: values.date('until') ?? null,
      url: values.text('url') ?? null,
      notes: null,
    })
    return { json: saved, text: 'Added.' }
  },
}

const figures = ['likes', 'comments', 'shares', 'saves', 'views'] as const

const sample: WorkspaceCommand = {
  name: 'creators sample',
  summary: 'Adds a post of a creator with its figures, and keeps its image',
  arguments: [creator],
  options: {
    url: { value: 'ADDRESS', note: 'of the post' },
    image: { value: 'FILE', note: 'PNG or JPEG of the post' },
    caption: { value: 'TEXT', note: 'of the post' },
    format: { value: 'FORMAT', note: 'such as reel' },
    posted: { value: 'DAY', note: 'when it went out', kind: 'date' },
    sponsored: { note: 'it was paid for' },
    brand: { value: 'NAME', note: 'whom it was for' },
    account,
    ...Object.fromEntries(figures.map((figure) => [figure, { value: 'N', note: 'of the post', kind: 'count' } as const])),
  },
  needsOneOf: ['url', 'image', 'caption'],
  async run({ call, values, lookup, files }) {
    const creatorId = await lookup.creator(values.argument('CREATOR'))
    const image = values.text('image')
    const saved = await call.profiles.saveSample({
      creatorId,
      ...given({
        url: values.text('url'),
        caption: values.text('caption'),
        format: values.text('format'),
        postedOn: values.date('posted'),
        isSponsored: values.flag('sponsored') || undefined,
        brand: values.text('brand'),
        image: image === undefined ? undefined : files.toRead(image),
        accountId: values.text('account') === undefined ? undefined : await accountId(call, creatorId, values),
        ...Object.fromEntries(figures.map((figure) => [figure, values.count(figure)])),
      }),
    })
    return { json: saved, text: 'Added.' }
  },
}

const audience: WorkspaceCommand = {
  name: 'creators audience',
  summary: 'Shows who follows a creator; with a file or shares, keeps it for a day',
  readsOnly: (values) => values.argumentIfGiven('FILE') === undefined && values.many('share') === undefined,
  arguments: [creator, { name: 'FILE', note: "a platform's own export of the audience", optional: true }],
  options: {
    account,
    share: { value: 'SHARE', note: 'by hand: country:DE=41.5, age:18-24=30', many: true },
    'taken-on': { value: 'DAY', note: 'when it was so; today when left out', kind: 'date' },
  },
  check(values) {
    if (values.argumentIfGiven('FILE') !== undefined && values.many('share') !== undefined) misused('Give a file or --share, not both.')
    sharesFrom(values.many('share') ?? [])
  },
  async run({ call, values, lookup, files, say }) {
    const creatorId = await lookup.creator(values.argument('CREATOR'))
    const [file, shares] = [values.argumentIfGiven('FILE'), values.many('share')]
    const takenOn = values.date('taken-on')
    if (file !== undefined) {
      const read = await call.audiences.import({ file: files.toRead(file), accountId: await accountId(call, creatorId, values), takenOn })
      for (const { line, problem } of read.findings) say(line > 0 ? `Line ${line}: ${problem}` : problem)
    } else if (shares !== undefined) {
      await call.audiences.add({ accountId: await accountId(call, creatorId, values), takenOn, shares: sharesFrom(shares) })
    }
    const kept = await call.audiences.list({ creatorId })
    const lines = kept.flatMap(({ takenOn: day, source, shares: by }) =>
      AUDIENCE_DIMENSIONS.flatMap((dimension) =>
        Object.entries(by[dimension] ?? {}).map(([label, share]) => ({ day, source, dimension, label, share })),
      ),
    )
    const text = table(
      lines,
      [
        { heading: 'AS OF', cell: (line) => line.day },
        { heading: 'BY', cell: (line) => line.dimension },
        { heading: 'WHO', cell: (line) => (line.dimension === 'country' ? countryName(line.label) : line.label) },
        { heading: 'SHARE', cell: (line) => percent(line.share), right: true },
        { heading: 'SOURCE', cell: (line) => line.source },
      ],
      'Nothing is known of the audience yet.',
    )
    return { json: kept, text }
  },
}

function sharesFrom(all: readonly string[]): AudienceShares {
  const shares: AudienceShares = {}
  for (const one of all) {
    const [, word = '', label = '', share = ''] = /^\s*(\w+)\s*:\s*(.+?)\s*=\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%?\s*$/.exec(one) ?? []
    const dimension = AUDIENCE_DIMENSIONS.find((known): known is AudienceDimension => known === word.toLowerCase())
    if (dimension === undefined)
      misused(`--share takes ${AUDIENCE_DIMENSIONS.join(', ')} with a share, such as country:DE=41.5; not "${one}".`)
    shares[dimension] = { ...shares[dimension], [label]: Math.round(Number(share.replace(',', '.')) * 100) }
  }
  return shares
}

async function accountId(call: Client, creatorId: string, values: Values): Promise<string> {
  const { accounts, name } = await call.creators.show({ id: creatorId })
  const [platform, handle] = (values.text('account') ?? '').toLowerCase().split(':')
  const found = accounts.filter(
    (one) => !platform || (one.platform === platform && (!handle || one.handle.toLowerCase() === handle.replace(/^@/, ''))),
  )
  return (found.find(({ isPrimary }) => isPrimary) ?? found[0])?.id ?? raise('NOT_FOUND', `${name} has no such account on file.`)
}

export const creatorDepthCommands: readonly Command[] = [profile, contact, brand, sample, audience]
