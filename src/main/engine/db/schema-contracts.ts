import type { Generated } from 'kysely'

/** Rows of contracts and signing. The conventions are those of schema.ts. */
type Nullable<T> = T | null

export interface ContractTable {
  id: string
  campaign_id: string
  /** Null where the contract is with the client. */
  collaboration_id: Nullable<string>
  number: string
  template_id: string
  language: string
  /** ISO 3166, or `any`. */
  jurisdiction: string
  page_size: string
  status: string
  fields: string
  clauses: string
  /** The contract that this one changes. */
  amends_id: Nullable<string>
  starts_on: Nullable<string>
  ends_on: Nullable<string>
  remind_on: Nullable<string>
  sent_at: Nullable<string>
  signed_at: Nullable<string>
  created_at: string
  updated_at: string
}

/** The highest running number given out in a scope: the words around it, such as `2026-`. */
export interface ContractCounterTable {
  scope: string
  highest: number
}

export interface ContractDocumentTable {
  id: string
  contract_id: string
  kind: string
  name: string
  file_id: string
  places: Nullable<string>
  created_at: string
}

export interface SigningIdentityTable {
  id: string
  kind: 'authority' | 'signer'
  name: string
  email: Nullable<string>
  certificate: string
  issuer_id: Nullable<string>
  valid_to: string
  revoked_at: Nullable<string>
  revocation_reason: Nullable<string>
  /** PEM; only of an imported identity. */
  chain: Nullable<string>
  /** JSON with the number and the PEM of the newest list; only of an authority. */
  revocation_list: Nullable<string>
  created_at: string
}

/** The id is the SHA-256 of the certificate. */
export interface TrustedAuthorityTable {
  id: string
  identity_id: string
  is_own: number
  created_at: string
}

/** Somebody whose own certificate was accepted with what they signed; the id is its SHA-256. */
export interface AcceptedSignerTable {
  id: string
  name: string
  certificate: string
  contract_id: Nullable<string>
  accepted_by: string
  created_at: string
}

/** Private keys, sealed by the secrets port; outside the journal. */
export interface SealedKeyTable {
  id: string
  sealed: string
  sealed_with: Generated<'machine' | 'passphrase'>
}

export interface ContractSignatureTable {
  id: string
  contract_id: string
  document_id: string
  role: string
  signer_name: string
  method: string
  certificate_fingerprint: Nullable<string>
  signed_at: string
  /** How the signer was identified, in words. */
  identified: Nullable<string>
  reason: Nullable<string>
  /** The PAdES level reached, such as `B-B`. */
  level: Nullable<string>
}

/** The words of a contract at one moment: what was sent, or what the other side sent back. */
export interface ContractVersionTable {
  id: string
  contract_id: string
  number: number
  origin: 'agency' | 'counterparty'
  content: string
  document_id: Nullable<string>
  created_at: string
}

/** One step of a contract's audit trail; `hash` covers the step and the hash before it. */
export interface ContractEventTable {
  id: string
  contract_id: string
  sequence: number
  at: string
  kind: string
  actor: string
  detail: string
  document_hash: Nullable<string>
  previous_hash: Nullable<string>
  hash: string
}

/** What a signed contract asks of one party. */
export interface ContractObligationTable {
  id: string
  contract_id: string
  clause_id: string
  kind: string
  party: string
  what: string
  due_on: Nullable<string>
  amount_minor: Nullable<number>
  currency: Nullable<string>
  deliverable_id: Nullable<string>
  payout_id: Nullable<string>
  done_on: Nullable<string>
  created_at: string
  updated_at: string
}
