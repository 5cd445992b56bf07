import type wordsEn from '../../../resources/contracts/audit.en.json'

/** What the audit page says, in the language of the contract; each language is a file beside the clauses. */
export type AuditWords = (typeof wordsEn)['words']

/** One step of a contract's life as the record inside its PDF holds it: the very step of the workspace's chain, so that anyone can follow
 *  the hashes. */
export interface AuditStep {
  sequence: number
  /** UTC instant. */
  at: string
  kind: string
  actor: string
  detail: unknown
  /** SHA-256 of the PDF that the step made or took in. */
  documentHash: string | null
  previousHash: string | null
  hash: string
}

/** How one signature came to be: what its part of the audit page shows, and what its trail field holds. */
export interface AuditEntry {
  /** The signature field it belongs to. */
  field: string
  role: string
  name: string
  email: string | null
  /** UTC instant, whole seconds. */
  at: string
  isStamped: boolean
  /** How the signer was identified, in words. */
  identified: string | null
  method: 'drawn' | 'typed' | 'image' | 'imported'
  /** PAdES level, such as `B-B`. */
  level: string
  reason: string | null
  certificate: { issuer: string; fingerprint: string }
  /** SHA-256 of the file as it was before this signature. */
  fileBefore: string
  contract: { id: string; number: string }
  steps: readonly AuditStep[]
}

/** Measures of an entry on the audit page in points, whoever draws it: the engine, or the signing page in a browser. With the inset as wide
 *  as the labels above on the page, so that all values stand in one column. */
export const auditMeasures = { inset: 8, labelWidth: 110, size: 7.4, leading: 10.2 } as const

/** Names of the fields of the audit page that belong to a signature field. */
export function auditFields(field: string): { entry: string; trail: string } {
  return { entry: `audit.${field}`, trail: `trail.${field}` }
}

/** The facts of an entry, label and text, without the steps. */
export function auditFacts(entry: AuditEntry, words: AuditWords): [label: string, text: string][] {
  const time = minuteOf(entry.at, 19)
  return [
    [words.signedBy, entry.email ? `${entry.name} <${entry.email}>` : entry.name],
    [words.when, (entry.isStamped ? words.stamped : words.clock).replace('{time}', time)],
    [words.identified, entry.identified ?? words.notIdentified],
    [words.how, `${words.methods[entry.method]}; PAdES ${entry.level}`],
    ...(entry.reason ? [[words.reason, entry.reason] satisfies [string, string]] : []),
    [words.certificate, filled(words.issuedBy, { issuer: entry.certificate.issuer })],
    [words.fingerprint, entry.certificate.fingerprint],
    [words.fileBefore, entry.fileBefore],
  ]
}

/** The steps of an entry, a line each, oldest first; where there are more than `most`, the middle ones are only counted. */
export function auditSteps({ steps }: Pick<AuditEntry, 'steps'>, words: AuditWords, most: number): string[] {
  const lines = steps.map(({ sequence, at, kind, actor }) =>
    filled(words.step, { sequence: String(sequence), time: minuteOf(at, 16), kind: kindIn(words, kind), actor }),
  )
  if (lines.length <= most) return lines
  const shown = Math.max(0, most - 1)
  const first = Math.floor(shown / 2)
  const rest = words.more.replace('{count}', String(lines.length - shown))
  return [...lines.slice(0, first), rest, ...lines.slice(lines.length - (shown - first))]
}

/** What the entry's field holds as plain text: for screen readers, and for whoever copies it out. */
export function auditText(entry: AuditEntry, words: AuditWords): string {
  const facts = auditFacts(entry, words).map(([label, text]) => `${label}: ${text}`)
  return [...facts, `${words.steps}:`, ...auditSteps(entry, words, 40)].join('\n')
}

/** What the trail field holds: the record for programs, as JSON. */
export function auditTrail({ contract, steps, ...signature }: AuditEntry): string {
  return JSON.stringify({ format: 'troupe-trail', formatVersion: 1, contract, steps, signature })
}

function minuteOf(instant: string, length: number): string {
  return instant.slice(0, length).replace('T', ' ')
}

function kindIn({ kinds }: AuditWords, kind: string): string {
  return Object.hasOwn(kinds, kind) ? kinds[kind as keyof AuditWords['kinds']] : kind
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : whole))
}
