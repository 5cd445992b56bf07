/** Rows of creators in full: what people add to those they look after. The conventions are those of schema.ts. */
type Nullable<T> = T | null

export interface CreatorProfileTable {
  id: string
  languages: string
  formats: string
  owner: Nullable<string>
  portrait_file_id: Nullable<string>
  updated_at: string
}

export interface CreatorContactTable {
  id: string
  creator_id: string
  kind: string
  label: Nullable<string>
  value: string
  created_at: string
}

export interface BrandHistoryTable {
  id: string
  creator_id: string
  brand: string
  kind: string
  started_on: Nullable<string>
  ended_on: Nullable<string>
  url: Nullable<string>
  notes: Nullable<string>
  created_at: string
}

export interface ContentSampleTable {
  id: string
  creator_id: string
  account_id: Nullable<string>
  url: Nullable<string>
  file_id: Nullable<string>
  caption: Nullable<string>
  format: Nullable<string>
  posted_on: Nullable<string>
  is_sponsored: Nullable<number>
  brand: Nullable<string>
  likes: Nullable<number>
  comments: Nullable<number>
  shares: Nullable<number>
  saves: Nullable<number>
  views: Nullable<number>
  source: string
  created_at: string
}

export interface CreatorDocumentTable {
  id: string
  creator_id: string
  name: string
  file_id: string
  created_at: string
}

export interface AudienceTable {
  id: string
  account_id: string
  taken_on: string
  shares: string
  source: string
  created_at: string
}

export interface DistinctCreatorsTable {
  id: string
  one_id: string
  other_id: string
  created_at: string
}

export interface RosterViewTable {
  id: string
  name: string
  content: string
  created_at: string
  updated_at: string
}

export interface ShortlistTable {
  id: string
  name: string
  client_id: Nullable<string>
  campaign_id: Nullable<string>
  need: Nullable<string>
  notes: Nullable<string>
  created_at: string
  updated_at: string
}

export interface ShortlistEntryTable {
  id: string
  shortlist_id: string
  creator_id: string
  position: number
  note: Nullable<string>
  created_at: string
}

export interface VettingReviewTable {
  id: string
  creator_id: string
  reviewer: string
  started_on: string
  checklist: string
  signals: Nullable<string>
  credibility: Nullable<number>
  decision: Nullable<string>
  conditions: Nullable<string>
  reason: Nullable<string>
  decided_on: Nullable<string>
  recheck_on: Nullable<string>
  created_at: string
  updated_at: string
}

export interface VettingSampleTable {
  id: string
  account_id: string
  kind: 'comments' | 'followers'
  taken_on: string
  name: string
  file_id: string
  result: string
  created_at: string
}

export interface ContactLogTable {
  id: string
  creator_id: string
  collaboration_id: Nullable<string>
  kind: string
  channel: Nullable<string>
  happened_on: string
  words: string
  person: string
  created_at: string
}

export interface CreatorReminderTable {
  id: string
  creator_id: string
  kind: string
  due_on: string
  every_days: Nullable<number>
  words: Nullable<string>
  done_on: Nullable<string>
  created_at: string
  updated_at: string
}

export interface ProgramTierTable {
  id: string
  campaign_id: string
  name: string
  min_followers: number
  max_followers: Nullable<number>
  offer: string
  created_at: string
}
