/** What a later saving of a signed PDF did. */
export interface Change {
  kind:
    | 'signature'
    | 'time stamp'
    | 'validation data'
    | 'form fill'
    | 'annotation'
    | 'content'
    | 'form'
    | 'attachment'
    | 'action'
    | 'layer'
    | 'properties'
    | 'structure'
  /** From 1; null where it concerns the whole document. */
  page: number | null
  /** What happened, without a full stop: "the content of page 2 was changed". */
  text: string
  /** Whether a signed document may be changed so; anything else makes it altered. */
  isAllowed: boolean
}

/** A stretch of a page that an allowed change drew on. It must not hide or imitate the words that were signed. */
export interface Place {
  change: Change
  page: number
  rect: readonly [left: number, bottom: number, right: number, top: number]
}

/** What was found in one object or list. */
export interface Finding {
  change: Change
  place?: Place['rect'] | undefined
}

/** A change that makes the document altered. */
export function alteration(kind: Change['kind'], page: number | null, text: string): Finding {
  return { change: { kind, page, text, isAllowed: false } }
}

/** A change that a signed document may go through. `place` is where it shows. */
export function allowed(kind: Change['kind'], page: number | null, text: string, place?: Place['rect']): Finding {
  return { change: { kind, page, text, isAllowed: true }, place }
}

/** What a field is called in a sentence: ours on the audit page by what stands in them, any other by its name. */
export function fieldWords(name: string): string {
  const [, part, signer] = /^(audit|trail)\.([a-z]+)$/.exec(name) ?? []
  if (part === undefined) return `the field “${name}”`
  return part === 'audit'
    ? `the audit page’s entry on the ${signer}’s signature`
    : `the audit page’s list of events up to the ${signer}’s signature`
}
