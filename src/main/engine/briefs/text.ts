import { describeCompensation } from '#src/shared/domain/compensation-words.ts'
import { workOf, type Work } from '../campaigns/work.ts'
import type { ReadDb } from '../db/handles.ts'
import { formatInWords } from '../deliverables/words.ts'
import { settingsOf } from '../workspace/settings.ts'
import type { BriefContent } from './content.ts'
import { briefContentOf } from './queries.ts'

/** The brief as one creator reads it, plain text to paste into mail or chat. Raises NOT_FOUND. */
export async function briefText(db: ReadDb, collaborationId: string, today: string): Promise<{ subject: string; body: string }> {
  const [work] = await workOf(db, [collaborationId], today)
  if (!work) throw new Error('workOf answers with every collaboration it was asked for')
  const brief = await briefContentOf(db, work.row.campaign_id)
  const { agency } = await settingsOf(db)
  const sections = [
    `Hello ${work.creatorName},`,
    `here is the brief for ${work.campaignName} by ${work.clientName}.`,
    section('What it is about', brief.goal),
    section('Points to bring across, in your own words', list(brief.keyMessages)),
    section('What we ask for', list(brief.deliverables.map(deliverableLine))),
    section('When', datesLine(work)),
    section('Your freedom', brief.creativeFreedom),
    section('Please tag', tagsLine(brief)),
    section('Please avoid', brief.restrictions),
    section('How approval works', list(brief.approvalSteps)),
    section('Usage rights', usageLine(brief)),
    section('Exclusivity', exclusivityLine(brief)),
    section('Your payment', paymentLines(work, brief)),
    section('Disclosure', brief.disclosure),
    section(
      'Your link and code',
      list([
        work.row.tracking_link && `Link: ${work.row.tracking_link}`,
        work.row.discount_code && `Discount code: ${work.row.discount_code}`,
      ]),
    ),
    section('Further links', list(brief.links)),
    ['Best regards', agency.signerName, agency.name].filter(Boolean).join('\n'),
  ]
  return { subject: `Brief: ${work.campaignName}`, body: `${sections.filter((text) => text !== '').join('\n\n')}\n` }
}

function section(heading: string, text: string): string {
  return text.trim() === '' ? '' : `${heading}\n${text.trim()}`
}

function list(lines: readonly (string | null)[]): string {
  return lines
    .filter((line) => line)
    .map((line) => `- ${line}`)
    .join('\n')
}

function deliverableLine(line: BriefContent['deliverables'][number]): string {
  return [`${line.quantity} × ${formatInWords(line)}`, line.length, line.dueOn && `due ${writtenDay(line.dueOn)}`]
    .filter(Boolean)
    .join(', ')
}

function datesLine({ startsOn, endsOn }: Work): string {
  if (startsOn && endsOn) return `${writtenDay(startsOn)} to ${writtenDay(endsOn)}`
  if (startsOn) return `From ${writtenDay(startsOn)}`
  return endsOn ? `Until ${writtenDay(endsOn)}` : ''
}

function tagsLine({ hashtags, mentions }: BriefContent): string {
  return [...hashtags.map((tag) => marked('#', tag)), ...mentions.map((handle) => marked('@', handle))].join(' ')
}

function marked(mark: string, word: string): string {
  return word.startsWith(mark) ? word : mark + word
}

function usageLine({ usageMonths, usageChannels }: BriefContent): string {
  if (usageMonths === null) return ''
  if (usageMonths === 0) return 'The brand does not repost your content.'
  const where = usageChannels.length > 0 ? ` on ${new Intl.ListFormat('en-GB').format(usageChannels)}` : ''
  return `The brand may repost your content for ${usageMonths} ${usageMonths === 1 ? 'month' : 'months'}${where}. It stays yours.`
}

function exclusivityLine({ exclusivityDays }: BriefContent): string {
  if (exclusivityDays === null || exclusivityDays === 0) return ''
  return `No work for competitors for ${exclusivityDays} ${exclusivityDays === 1 ? 'day' : 'days'}.`
}

function paymentLines({ terms, currency }: Work, { paymentTerms, paymentDays }: BriefContent): string {
  const due = paymentDays === null ? '' : `Paid within ${paymentDays} days after your last post.`
  return [terms ? describeCompensation(terms, currency) : '', paymentTerms, due].filter((line) => line.trim() !== '').join('\n')
}

function writtenDay(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
