import type { z } from 'zod'
import type { RelationshipStage } from '#src/shared/contract/creators.ts'
import type { CreatorOfPanel } from './creator-types.ts'

const texts = ['country', 'city', 'language', 'email', 'phone', 'address', 'bio', 'notes'] as const
type Text = (typeof texts)[number]

/** The fields of a creator as they stand in a form: an empty text is a text that is not known. */
export type CreatorForm = Record<Text, string> & {
  name: string
  niches: string[]
  tags: string[]
  stage: z.infer<typeof RelationshipStage>
  doNotContact: boolean
}
type CreatorFields = Pick<CreatorOfPanel, Text | 'name' | 'niches' | 'tags' | 'stage' | 'doNotContact'>

export const emptyCreator: CreatorForm = {
  name: '',
  country: '',
  city: '',
  language: '',
  email: '',
  phone: '',
  address: '',
  bio: '',
  notes: '',
  niches: [],
  tags: [],
  stage: 'new',
  doNotContact: false,
}

export function toForm({ name, niches, tags, stage, doNotContact, ...creator }: CreatorFields): CreatorForm {
  const words = Object.fromEntries(texts.map((text) => [text, creator[text] ?? ''])) as Record<Text, string>
  return { ...words, name, niches, tags, stage, doNotContact }
}

export function fromForm({ name, niches, tags, stage, doNotContact, ...words }: CreatorForm): CreatorFields {
  const known = Object.fromEntries(texts.map((text) => [text, words[text].trim() || null])) as Record<Text, string | null>
  return { ...known, name: name.trim(), niches, tags, stage, doNotContact }
}

/** Only the fields that differ, so that an edit says what was edited. */
export function changesBetween(before: CreatorForm, after: CreatorForm): Partial<CreatorFields> {
  const [then, now] = [fromForm(before), fromForm(after)]
  const isSame = (field: string) => JSON.stringify(then[field as keyof CreatorFields]) === JSON.stringify(now[field as keyof CreatorFields])
  return Object.fromEntries(Object.entries(now).filter(([field]) => !isSame(field)))
}
