import type { Command, Option, WorkspaceCommand } from '../command.ts'
import { misused } from '../usage-error.ts'
import { given, type Values } from '../values.ts'
import { counted } from './words.ts'

const pageSizes = ['A4', 'Letter'] as const
const layouts = ['one-page', 'portfolio'] as const
const contacts = ['agency', 'creator', 'none'] as const

const paper: Record<string, Option> = { 'page-size': { value: 'SIZE', note: 'A4 when left out', choices: pageSizes } }
const kitOptions: Record<string, Option> = {
  layout: { value: 'LAYOUT', note: 'one-page when left out; portfolio shows everything', choices: layouts },
  ...paper,
  'no-rates': { note: 'leaves the prices out' },
  contact: { value: 'WHOSE', note: "whom to ask; the agency's when left out", choices: contacts },
}

function kitSettings(values: Values) {
  return {
    showRates: !values.flag('no-rates'),
    ...given({
      layout: values.oneOf('layout', layouts),
      pageSize: values.oneOf('page-size', pageSizes),
      contact: values.oneOf('contact', contacts),
    }),
  }
}

const mediaKit: WorkspaceCommand = {
  name: 'media-kit',
  summary: 'Makes the media kit of a creator as PDF or as one HTML file, or of all of a shortlist',
  readsOnly: true,
  arguments: [{ name: 'CREATOR', note: 'id, @handle, PLATFORM:HANDLE or exact name', optional: true }],
  options: {
    out: { value: 'FILE', note: 'where to: .pdf, or .html; .zip for a shortlist', needed: true },
    ...kitOptions,
    'all-of-shortlist': { value: 'NAME', note: 'a file for each creator of this shortlist (name or id), in one zip' },
    html: { note: 'with a shortlist: HTML files instead of PDFs' },
  },
  check(values) {
    const [creator, shortlist] = [values.argumentIfGiven('CREATOR'), values.text('all-of-shortlist')]
    if ((creator === undefined) === (shortlist === undefined)) misused('Name either a creator or a shortlist (--all-of-shortlist).')
    if (shortlist !== undefined && !/\.zip$/i.test(values.needed('out')))
      misused('With --all-of-shortlist, --out takes a file that ends in .zip.')
    if (shortlist === undefined) checkDocument(values)
    if (shortlist === undefined && values.flag('html')) misused('--html goes with --all-of-shortlist; else let the file end in .html.')
  },
  details:
    'One HTML file holds everything and asks no network, so it can be sent as it is. What cannot be used, such as a damaged portrait, is said and left out.',
  async run({ call, values, lookup, files, say }) {
    const file = files.toWrite(values.needed('out'))
    const shortlist = values.text('all-of-shortlist')
    if (shortlist !== undefined) {
      const format = values.flag('html') ? 'html' : 'pdf'
      const answer = await call.reports.mediaKits({ shortlist, file, format, ...kitSettings(values) })
      for (const notice of answer.notices) say(notice)
      return { json: answer, text: `Wrote ${counted(answer.kits, 'media kit')} to ${answer.fileName}.` }
    }
    const creatorId = await lookup.creator(values.argument('CREATOR'))
    const answer = await call.reports.mediaKit({ creatorId, file, ...kitSettings(values) })
    for (const notice of answer.notices) say(notice)
    return { json: answer, text: wrote(answer) }
  },
}

const proposal: WorkspaceCommand = {
  name: 'proposal',
  summary: 'Makes a proposal for a client out of several creators, as PDF or as one HTML file',
  readsOnly: true,
  options: {
    out: { value: 'FILE', note: 'where to: .pdf, or .html', needed: true },
    shortlist: { value: 'NAME', note: 'name or id; its notes say why each creator fits' },
    creators: { value: 'CREATOR', note: 'one by one, or with commas between them', many: true },
    title: { value: 'TEXT', note: "the shortlist's name when left out" },
    client: { value: 'NAME', note: "the shortlist's client when left out" },
    intro: { value: 'TEXT', note: 'opening words' },
    'per-page': { value: 'N', note: 'creators on a page; 1 when left out, with charts', choices: ['1', '2'] },
    ...paper,
    'no-prices': { note: 'leaves the prices out' },
  },
  needsOneOf: ['shortlist', 'creators'],
  check(values) {
    if (values.text('shortlist') !== undefined && values.list('creators') !== undefined)
      misused('Give --shortlist or --creators, not both.')
    checkDocument(values)
  },
  async run({ call, values, lookup, files, say }) {
    const named = values.list('creators')
    const answer = await call.reports.proposal({
      file: files.toWrite(values.needed('out')),
      showPrices: !values.flag('no-prices'),
      ...given({
        shortlist: values.text('shortlist'),
        creatorIds: named && (await lookup.creators(named)),
        title: values.text('title'),
        client: values.text('client'),
        intro: values.text('intro'),
        perPage: values.oneOf('per-page', ['1', '2']) === '2' ? (2 as const) : undefined,
        pageSize: values.oneOf('page-size', pageSizes),
      }),
    })
    for (const notice of answer.notices) say(notice)
    return { json: answer, text: `${counted(answer.creators, 'creator')}. ${wrote(answer)}` }
  },
}

/** A PDF under the name of something else could not be opened by whoever is sent it. */
function checkDocument(values: Values): void {
  const out = values.needed('out')
  if (!/\.(pdf|html?)$/i.test(out)) misused(`--out takes a file that ends in .pdf or .html; not "${out}".`)
}

function wrote({ fileName, pages }: { fileName: string; pages: number | null }): string {
  return pages === null ? `Wrote ${fileName}.` : `Wrote ${counted(pages, 'page')} to ${fileName}.`
}

export const reportCommands: readonly Command[] = [mediaKit, proposal]
