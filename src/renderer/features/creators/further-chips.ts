import { countryName } from '#src/shared/domain/country-codes.ts'
import { formatCount, formatPercent } from '../../ui/format.ts'
import type { RosterSearch } from './roster-search.ts'

/** One part of the filter in words, with the filter without it. */
export interface Chip {
  name: string
  value: string
  without: RosterSearch
}

/** The parts of a filter that are no list of choices: who follows, and what was done. */
export function furtherChips(search: RosterSearch): Chip[] {
  const { audience = [], notWorkedWithDays, doNotContact, vetted } = search
  const conditions = audience.map(({ dimension, labels, atLeastBp }, place) => {
    const others = audience.toSpliced(place, 1)
    const who = labels.map((label) => (dimension === 'country' ? countryName(label) : label)).join(' or ')
    return {
      name: 'Audience',
      value: `${who}: ${formatPercent(atLeastBp)} or more`,
      without: { ...search, audience: others.length > 0 ? others : undefined },
    }
  })
  return [
    ...conditions,
    ...(notWorkedWithDays === undefined
      ? []
      : [
          {
            name: 'Not worked with in',
            value: `${formatCount(notWorkedWithDays)} days`,
            without: { ...search, notWorkedWithDays: undefined },
          },
        ]),
    ...(doNotContact === undefined
      ? []
      : [{ name: 'Contact', value: doNotContact ? 'not wanted' : 'allowed', without: { ...search, doNotContact: undefined } }]),
    ...(vetted === undefined
      ? []
      : [{ name: 'Vetting', value: vetted ? 'decided' : 'not decided', without: { ...search, vetted: undefined } }]),
  ]
}
