import type { Settings } from './settings-types.ts'

const optional = [
  'legalName',
  'address',
  'email',
  'website',
  'colour',
  'taxNumber',
  'signerName',
  'signerTitle',
  'governingLaw',
  'venue',
] as const
type Optional = (typeof optional)[number]

/** The agency as it stands in the form: an empty text is a text that is not known. */
type AgencyForm = Record<Optional, string> & { name: string; workspaceName: string; currency: string; paymentDays: number | string }

export function toAgencyForm({ agency, currency, paymentDays }: Settings, workspaceName: string): AgencyForm {
  const words = Object.fromEntries(optional.map((name) => [name, agency[name] ?? ''])) as Record<Optional, string>
  return { ...words, name: agency.name, workspaceName, currency, paymentDays }
}

export function fromAgencyForm({ name, workspaceName, currency, paymentDays, ...words }: AgencyForm) {
  const known = Object.fromEntries(optional.map((text) => [text, words[text].trim() || null])) as Record<Optional, string | null>
  return {
    name: workspaceName.trim(),
    changes: { agency: { ...known, name: name.trim() }, currency, ...(paymentDays === '' ? {} : { paymentDays: Number(paymentDays) }) },
  }
}
