import type { z } from 'zod'
import type { EvidenceKind } from '#src/shared/contract/duplicates.ts'
import { countryCode, countryName } from '#src/shared/domain/country-codes.ts'
import { isOneLetterAway } from '#src/shared/domain/likeness.ts'
import { labelOf } from '../accounts.ts'
import type { Card } from './cards.ts'

export interface Evidence {
  kind: z.infer<typeof EvidenceKind>
  words: string
  points: number
}

/** What speaks for two creators being one, the strongest first; empty where nothing does. An address or a number is one person's, or their
 *  manager's, so it weighs most; the same handle elsewhere is nearly always the same person; a name needs country and niche beside it. */
export function evidenceFor(one: Card, other: Card): Evidence[] {
  return [emailEvidence(one, other), phoneEvidence(one, other), handleEvidence(one, other), nameEvidence(one, other)].filter(
    (evidence) => evidence !== null,
  )
}

function emailEvidence(one: Card, other: Card): Evidence | null {
  const same = one.emails.find((email) => other.emails.includes(email))
  return same === undefined ? null : { kind: 'e-mail', words: `Both have the e-mail address ${same}.`, points: 4 }
}

function phoneEvidence(one: Card, other: Card): Evidence | null {
  for (const [key, ours] of one.phones) {
    const theirs = other.phones.get(key)
    if (theirs === undefined) continue
    const words = ours === theirs ? `Both have the phone number ${ours}.` : `The phone numbers ${ours} and ${theirs} end alike.`
    return { kind: 'phone', words, points: 3 }
  }
  return null
}

function handleEvidence(one: Card, other: Card): Evidence | null {
  let similar: Evidence | null = null
  for (const ours of one.handles) {
    for (const theirs of other.handles) {
      if (ours.loose === null || ours.loose !== theirs.loose) continue
      const [here, there] = [labelOf(ours.platform), labelOf(theirs.platform)]
      if (ours.key === theirs.key && ours.platform !== theirs.platform)
        return { kind: 'handle', words: `@${ours.handle} on ${here} is also the handle on ${there}.`, points: 3 }
      similar ??= {
        kind: 'similar handle',
        words: `@${ours.handle} on ${here} and @${theirs.handle} on ${there} differ only in signs and capitals.`,
        points: 2,
      }
    }
  }
  return similar
}

function nameEvidence(one: Card, other: Card): Evidence | null {
  if (one.nameKey === null || other.nameKey === null || one.countryCode === null || one.countryCode !== other.countryCode) return null
  const niche = [...one.niches].find(([key]) => other.niches.has(key))?.[1]
  if (niche === undefined) return null
  const beside = `both are in ${countryName(countryCode(one.country ?? ''))} and post about ${niche}.`
  if (one.nameKey === other.nameKey) return { kind: 'name', words: `${sameName(one.name, other.name)}; ${beside}`, points: 2 }
  if (!isOneLetterAway(one.nameKey, other.nameKey)) return null
  return { kind: 'name', words: `The names ${one.name} and ${other.name} differ by one letter; ${beside}`, points: 1 }
}

function sameName(one: string, other: string): string {
  return one === other ? `Both are called ${one}` : `${one} and ${other} are the same name`
}
