/** Adds the campaign to the images of contracts in one column of the journal: to single ones, and to lists of rows below names of columns. */
function imagesWithCampaign(column: 'before' | 'after'): string {
  return `
UPDATE journal_change
  SET ${column} = json_set(${column}, '$.campaign_id', (
    SELECT campaign_id FROM campaign_of WHERE collaboration_id = ${column} ->> 'collaboration_id'
  ))
  WHERE table_name = 'contract' AND op <> 'bulk' AND ${column} IS NOT NULL;
UPDATE journal_change
  SET ${column} = json_object(
    'columns', json_insert(${column} -> 'columns', '$[#]', 'campaign_id'),
    'rows', json((
      SELECT json_group_array(json_insert(r.value, '$[#]', (
        SELECT campaign_id FROM campaign_of
        WHERE collaboration_id = r.value ->> (SELECT key FROM json_each(${column}, '$.columns') WHERE value = 'collaboration_id')
      )))
      FROM json_each(${column}, '$.rows') AS r
    ))
  )
  WHERE table_name = 'contract' AND op = 'bulk' AND ${column} IS NOT NULL;
`
}

/** Contracts in full: with clients too, amendments, terms, versions for redlines, the audit trail as a chain of hashes, and obligations. */
export const contracts = {
  number: 2,
  name: 'contracts',
  sql: `
CREATE TABLE contract_new (
  id TEXT PRIMARY KEY, campaign_id TEXT NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  -- Null where the contract is with the client: an insertion order.
  collaboration_id TEXT REFERENCES collaboration (id) ON DELETE CASCADE, number TEXT NOT NULL,
  template_id TEXT NOT NULL, language TEXT NOT NULL,
  -- The country whose law the clauses are worded for, or any.
  jurisdiction TEXT NOT NULL DEFAULT 'any', page_size TEXT NOT NULL, status TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)), clauses TEXT NOT NULL CHECK (json_valid(clauses)),
  amends_id TEXT REFERENCES contract (id) ON DELETE SET NULL, starts_on TEXT, ends_on TEXT, remind_on TEXT,
  sent_at TEXT, signed_at TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
INSERT INTO contract_new (id, campaign_id, collaboration_id, number, template_id, language, page_size, status, fields, clauses, signed_at,
    created_at, updated_at)
  SELECT t.id, k.campaign_id, t.collaboration_id, t.number, t.template_id, t.language, t.page_size, t.status, t.fields, t.clauses, t.signed_at,
    t.created_at, t.updated_at
  FROM contract t JOIN collaboration k ON k.id = t.collaboration_id;
DROP TABLE contract;
ALTER TABLE contract_new RENAME TO contract;

-- The journal's images of contracts learn their campaign as well, so that what was changed before can still be checked, undone and redone.
CREATE TABLE campaign_of (collaboration_id TEXT, campaign_id TEXT) STRICT;
INSERT INTO campaign_of
  SELECT id, campaign_id FROM collaboration
  UNION SELECT row_id, coalesce(after, before) ->> 'campaign_id' FROM journal_change WHERE table_name = 'collaboration' AND op <> 'bulk'
  UNION SELECT r.value ->> (SELECT key FROM json_each(image, '$.columns') WHERE value = 'id'),
    r.value ->> (SELECT key FROM json_each(image, '$.columns') WHERE value = 'campaign_id')
  FROM (
    SELECT before AS image FROM journal_change WHERE table_name = 'collaboration' AND op = 'bulk'
    UNION ALL SELECT after FROM journal_change WHERE table_name = 'collaboration' AND op = 'bulk'
  ) AS b, json_each(b.image, '$.rows') AS r;
CREATE INDEX campaign_of_collaboration ON campaign_of (collaboration_id);
${(['before', 'after'] as const).map(imagesWithCampaign).join('')}DROP TABLE campaign_of;
CREATE INDEX contract_campaign ON contract (campaign_id);
CREATE INDEX contract_collaboration ON contract (collaboration_id);
CREATE INDEX contract_amends ON contract (amends_id);
CREATE INDEX contract_remind ON contract (remind_on) WHERE remind_on IS NOT NULL;
CREATE INDEX contract_ends ON contract (ends_on) WHERE ends_on IS NOT NULL;
-- Not unique: a contract that came in a campaign file keeps the number printed on it, which one of ours may bear too.
CREATE INDEX contract_number ON contract (number);

-- Numbers given out, by the words around them. Outside the journal, so that undoing or deleting a contract never frees its number.
CREATE TABLE contract_counter (scope TEXT PRIMARY KEY, highest INTEGER NOT NULL) STRICT;

ALTER TABLE contract_signature ADD COLUMN identified TEXT;
ALTER TABLE contract_signature ADD COLUMN reason TEXT;
ALTER TABLE contract_signature ADD COLUMN level TEXT;
ALTER TABLE signing_identity ADD COLUMN revoked_at TEXT;
ALTER TABLE signing_identity ADD COLUMN revocation_reason TEXT;
-- Certificates that lead from an imported one to its authority; the list of what an authority has taken back, signed by it.
ALTER TABLE signing_identity ADD COLUMN chain TEXT;
ALTER TABLE signing_identity ADD COLUMN revocation_list TEXT CHECK (json_valid(revocation_list));
ALTER TABLE sealed_key ADD COLUMN sealed_with TEXT NOT NULL DEFAULT 'machine' CHECK (sealed_with IN ('machine', 'passphrase'));

-- Signers whom no authority vouches for, accepted one by one when what they signed was taken in. The id is the fingerprint.
CREATE TABLE accepted_signer (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, certificate TEXT NOT NULL,
  contract_id TEXT REFERENCES contract (id) ON DELETE SET NULL, accepted_by TEXT NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX accepted_signer_contract ON accepted_signer (contract_id);

CREATE TABLE contract_version (
  id TEXT PRIMARY KEY, contract_id TEXT NOT NULL REFERENCES contract (id) ON DELETE CASCADE, number INTEGER NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('agency', 'counterparty')), content TEXT NOT NULL CHECK (json_valid(content)),
  document_id TEXT REFERENCES contract_document (id) ON DELETE SET NULL, created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX contract_version_number ON contract_version (contract_id, number);
CREATE INDEX contract_version_document ON contract_version (document_id);

CREATE TABLE contract_event (
  id TEXT PRIMARY KEY, contract_id TEXT NOT NULL REFERENCES contract (id) ON DELETE CASCADE, sequence INTEGER NOT NULL,
  at TEXT NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL, detail TEXT NOT NULL CHECK (json_valid(detail)), document_hash TEXT,
  previous_hash TEXT, hash TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX contract_event_sequence ON contract_event (contract_id, sequence);

CREATE TABLE contract_obligation (
  id TEXT PRIMARY KEY, contract_id TEXT NOT NULL REFERENCES contract (id) ON DELETE CASCADE, clause_id TEXT NOT NULL, kind TEXT NOT NULL,
  party TEXT NOT NULL, what TEXT NOT NULL, due_on TEXT, amount_minor INTEGER, currency TEXT,
  deliverable_id TEXT REFERENCES deliverable (id) ON DELETE SET NULL, payout_id TEXT REFERENCES payout (id) ON DELETE SET NULL,
  done_on TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX contract_obligation_contract ON contract_obligation (contract_id);
CREATE INDEX contract_obligation_deliverable ON contract_obligation (deliverable_id);
CREATE INDEX contract_obligation_payout ON contract_obligation (payout_id);
CREATE INDEX contract_obligation_due ON contract_obligation (due_on) WHERE done_on IS NULL;
`,
} as const
