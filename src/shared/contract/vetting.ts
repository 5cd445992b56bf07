import { z } from 'zod'
import { FileGrant, ShortText, readingTask } from './base.ts'
import { vettingReviews } from './vetting-reviews.ts'
import { CommentVerdict, SampleFinding, Share, vettingSamples } from './vetting-samples.ts'
import { vettingSignals } from './vetting-signals.ts'

export const CommentVetting = z.object({
  rows: z.array(
    z.object({
      /** The line of the file on which the record begins. */
      line: z.int(),
      /** Null for a row without text. */
      verdict: CommentVerdict.nullable(),
      spam: Share,
      /** Whole sentences. */
      reasons: z.array(z.string()),
    }),
  ),
  summary: z.object({
    fileName: z.string(),
    /** The column that was read. */
    column: z.string(),
    comments: z.int(),
    judged: z.int(),
    /** How many comments have each verdict. */
    verdicts: z.record(CommentVerdict, z.int()),
    /** Share of the judged comments that are promotional or spam. */
    spamShare: Share,
    findings: z.array(SampleFinding),
  }),
})

export const FollowerVetting = z.object({
  rows: z.array(
    z.object({
      line: z.int(),
      /** Null where followers, following or posts are not known. */
      fake: Share,
      /** Figures that could not be read, as sentences. */
      findings: z.array(z.string()),
    }),
  ),
  /** Estimated share of fake accounts; null where the sample is too small. */
  share: Share,
  /** The limits between which the share lies with 95 % confidence. */
  interval: z.tuple([z.number(), z.number()]).nullable(),
  summary: z.object({
    fileName: z.string(),
    /** Which column was read as which figure. */
    columns: z.record(z.string(), z.string()),
    accounts: z.int(),
    judged: z.int(),
    /** Share that the classifier calls fake, before its known errors are taken out. */
    calledFake: Share,
    findings: z.array(SampleFinding),
  }),
})

const Sample = z.object({
  file: FileGrant,
  /** The sheet of a workbook; the one that looks most like a list when left out. */
  sheet: z.string().optional(),
})

export const vetting = {
  /** Judges a sample of comments one by one. */
  comments: readingTask
    .input(
      Sample.extend({
        /** The heading of the column with the comments; found by its usual names when left out. */
        textColumn: ShortText.optional(),
        /** Caption or title of the post: words that belong to its subject. */
        about: ShortText.optional(),
      }),
    )
    .output(CommentVetting),
  /** Judges a sample of follower profiles, and estimates the share of fakes. */
  followers: readingTask.input(Sample).output(FollowerVetting),
  ...vettingSignals,
  ...vettingReviews,
  ...vettingSamples,
}
