import type { z } from 'zod'
import type { CommentVetting, FollowerVetting } from '#src/shared/contract/vetting.ts'
import type { Command, Option, OutsideCommand } from '../command.ts'
import { facts, table } from '../table.ts'
import { given } from '../values.ts'
import { reviewCommands } from './vetting-reviews.ts'

const file = { name: 'FILE', note: 'a CSV, TSV or XLSX list in any encoding' } as const
const sheet: Option = { value: 'NAME', note: 'of a workbook, the sheet to read' }

const comments: OutsideCommand = {
  name: 'vet comments',
  summary: 'Judges a sample of comments one by one: promotion, repetition, empty praise or genuine',
  arguments: [file],
  options: {
    'text-column': { value: 'NAME', note: 'the column with the comments; found by its usual names when left out' },
    about: { value: 'TEXT', note: 'caption or title of the post; its words are never off-topic' },
    sheet,
  },
  details: 'It needs no workspace. How it judges, and how often it errs, stands in docs/vetting.md.',
  async runOutside({ values, onInterrupt }) {
    const { vetCommentFile } = await import('../vet-file.ts')
    const request = given({ textColumn: values.text('text-column'), about: values.text('about'), sheet: values.text('sheet') })
    const vetted = await vetCommentFile(values.argument('FILE'), request, onInterrupt)
    return { json: vetted, text: () => commentsText(vetted) }
  },
}

function commentsText({ rows, summary }: z.infer<typeof CommentVetting>): string {
  const shown = table(
    rows,
    [
      { heading: 'LINE', cell: (row) => row.line, right: true },
      { heading: 'VERDICT', cell: (row) => row.verdict },
      { heading: 'SPAM', cell: (row) => row.spam?.toFixed(2), right: true },
      { heading: 'BECAUSE', cell: (row) => row.reasons[0] },
    ],
    'It holds no comments.',
  )
  const head = facts([
    ['Comments', summary.comments],
    ['Judged', summary.judged],
    ...Object.entries(summary.verdicts),
    ['Promotional or spam', percentage(summary.spamShare)],
  ])
  return [shown, head, findingsText(summary.findings)].filter(Boolean).join('\n\n')
}

const followers: OutsideCommand = {
  name: 'vet followers',
  summary: 'Judges a sample of follower profiles, and estimates the share of fake accounts',
  arguments: [file],
  options: { sheet },
  details:
    'It needs no workspace. The list needs columns for followers, following and posts; bio, picture, private and username make it surer. ' +
    'How it judges, and how often it errs, stands in docs/vetting.md.',
  async runOutside({ values, onInterrupt }) {
    const { vetFollowerFile } = await import('../vet-file.ts')
    const request = given({ sheet: values.text('sheet') })
    const vetted = await vetFollowerFile(values.argument('FILE'), request, onInterrupt)
    return { json: vetted, text: () => followersText(vetted) }
  },
}

function followersText({ rows, share, interval, summary }: z.infer<typeof FollowerVetting>): string {
  const shown = table(
    rows,
    [
      { heading: 'LINE', cell: (row) => row.line, right: true },
      { heading: 'FAKE', cell: (row) => row.fake?.toFixed(2), right: true },
      { heading: 'NOT KNOWN', cell: (row) => row.findings[0] ?? '' },
    ],
    'It holds no accounts.',
  )
  const head = facts([
    ['Accounts', summary.accounts],
    ['Judged', summary.judged],
    ['Share of fakes', percentage(share) ?? 'not enough data'],
    ['95 % interval', interval && `${percentage(interval[0])} to ${percentage(interval[1])}`],
  ])
  return [shown, head, findingsText(summary.findings)].filter(Boolean).join('\n\n')
}

function findingsText(findings: readonly { line: number; problem: string }[]): string {
  return findings.map(({ problem }) => problem).join('\n')
}

function percentage(share: number | null): string | null {
  return share === null ? null : `${(share * 100).toFixed(1)} %`
}

export const vettingCommands: readonly Command[] = [comments, followers, ...reviewCommands]
