/** What reading one cell or field gave: a value, honestly nothing, or a sentence for the person who has to mend it. */
export type Parsed<T> = { readonly kind: 'value'; readonly value: T } | Missing | Problem

/** `blank` = empty; `placeholder` = "N/A", "-", "nan" …; `formula error` = "#REF!" and its kin, whose value is lost in the source. */
export type Missing = { readonly kind: 'missing'; readonly reason: 'blank' | 'placeholder' | 'formula error' }

export type Problem = { readonly kind: 'problem'; readonly problem: string }

// Shared instances: imports read millions of cells, most of the unreadable ones alike.
export const BLANK: Missing = Object.freeze({ kind: 'missing', reason: 'blank' })
export const PLACEHOLDER: Missing = Object.freeze({ kind: 'missing', reason: 'placeholder' })
export const FORMULA_ERROR: Missing = Object.freeze({ kind: 'missing', reason: 'formula error' })

export function valueOf<T>(value: T): Parsed<T> {
  return { kind: 'value', value }
}

export function problem(sentence: string): Problem {
  return { kind: 'problem', problem: sentence }
}
