import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import type { z } from 'zod'
import type { Brief as BriefSchema, BriefContent as BriefContentSchema } from '#src/shared/contract/briefs.ts'
import { client } from '../../api/client.ts'
import { useChange } from '../../api/use-change.ts'

export type Brief = z.infer<typeof BriefSchema>
export type BriefContent = z.infer<typeof BriefContentSchema>
export type ChangeBrief = (changes: Partial<BriefContent>) => void

const idleMs = 2000

/** A brief while it is being written: kept here at every key, in the workspace when a field is left or after a moment of rest. What
 *  somebody else changed meanwhile, or an undo, comes in wherever this draft has not been touched. */
export function useBriefDraft(brief: Brief) {
  const [draft, setDraft] = useState<BriefContent>(() => contentOf(brief))
  const [base, setBase] = useState<BriefContent>(() => contentOf(brief))
  const save = useChange(client.briefs.save, { done: () => null, quiet: true })
  const fresh = contentOf(brief)
  if (!save.isPending && !isSame(fresh, base)) {
    setDraft(merged(draft, base, fresh))
    setBase(fresh)
  }
  const commit = () => {
    const changes = changesOf(whole(draft), base)
    if (Object.keys(changes).length > 0) save.mutate({ campaignId: brief.campaignId, changes })
  }
  const commitLater = useDebouncedCallback(commit, idleMs)
  const change: ChangeBrief = (changes) => {
    setDraft((now) => ({ ...now, ...changes }))
    commitLater()
  }
  const isUnsaved = Object.keys(changesOf(whole(draft), base)).length > 0
  return { draft, change, commit, isUnsaved, isSaving: save.isPending, error: save.error }
}

/** Lines that are still empty are the writer's, not the brief's. */
function whole(draft: BriefContent): BriefContent {
  return {
    ...draft,
    keyMessages: filled(draft.keyMessages),
    approvalSteps: filled(draft.approvalSteps),
    links: filled(draft.links),
    deliverables: draft.deliverables.filter(({ platform, format }) => platform !== '' && format !== ''),
  }
}

function filled(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter(Boolean)
}

function contentOf({
  campaignId: _campaignId,
  version: _version,
  updatedAt: _updatedAt,
  receipts: _receipts,
  hints: _hints,
  ...content
}: Brief): BriefContent {
  return content
}

function changesOf(draft: BriefContent, base: BriefContent): Partial<BriefContent> {
  return Object.fromEntries(Object.entries(draft).filter(([key, value]) => !isSame(value, base[key as keyof BriefContent])))
}

function merged(draft: BriefContent, base: BriefContent, fresh: BriefContent): BriefContent {
  return { ...fresh, ...changesOf(draft, base) }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
