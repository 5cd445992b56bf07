import type { PageSize } from '../page/theme.ts'
import type { FilledClause } from './fillClauses.ts'

/** How the agency shows itself on its documents. */
export interface Branding {
  name: string
  /** PNG or JPEG. */
  logo?: Uint8Array | null
  /** #rrggbb; used only where it can be read on white. */
  accent?: string | null
}

/** One party as the head of the contract names it. */
export interface Party {
  role: 'agency' | 'client' | 'creator'
  name: string
  /** Address, e-mail, accounts …, a line each. */
  lines: string[]
}

export interface DeliverableLine {
  count: number
  /** Such as "Reel" or "Story". */
  format: string
  /** Platform and account, such as "Instagram, @ana.cooks". */
  where: string
  details?: string | null
  /** As it is to read, such as "14 April 2026". */
  due?: string | null
}

export interface ScheduleLine {
  date: string
  what: string
  who: string
}

export interface CompensationLine {
  what: string
  /** How the amount is worked out, such as "5 % of attributed sales". */
  basis: string
  /** As it is to read, such as "500.00 EUR"; null where it depends on results. */
  amount: string | null
}

/** Who signs, and as what. */
export interface SignatureBlock {
  role: 'agency' | 'creator' | 'client'
  name: string
  capacity?: string | null
}

/** All that stands in a contract's PDF. Plain data: the same data gives the same bytes. */
export interface ContractDocument {
  number: string
  title: string
  /** BCP 47; a clause library must exist for it. */
  language: string
  campaign: string | null
  pageSize: PageSize
  /** When the contract was made; the only date in the file. */
  createdAt: Date
  branding: Branding
  parties: Party[]
  clauses: FilledClause[]
  deliverables: DeliverableLine[]
  schedule: ScheduleLine[]
  compensation: CompensationLine[]
  /** Sum of the fixed amounts as it is to read; null where there is none. */
  compensationTotal: string | null
  signatures: SignatureBlock[]
}

/** Where a signature goes, in PDF coordinates (points from the page's bottom left corner). */
export interface SignaturePlace {
  role: SignatureBlock['role']
  /** Name of the signature field in the PDF. */
  field: string
  /** From 0. */
  page: number
  rect: [left: number, bottom: number, right: number, top: number]
}

export interface RenderedContract {
  bytes: Uint8Array
  pages: number
  signaturePlaces: SignaturePlace[]
}
