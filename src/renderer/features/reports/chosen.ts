/** Creators one by one, or those of a shortlist by its id. */
export type Chosen = { creatorIds: string[] } | { shortlist: string }
