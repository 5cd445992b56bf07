/** The first schema. Every table that the journal covers has a text `id` as its key; the roster tables are made from the others. */
export const foundation = {
  number: 1,
  name: 'foundation',
  sql: `
CREATE TABLE setting (id TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))) STRICT;
CREATE TABLE agency_user (id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT, created_at TEXT NOT NULL) STRICT;

CREATE TABLE client (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, industry TEXT, contact_name TEXT, contact_email TEXT, billing_address TEXT,
  currency TEXT NOT NULL, notes TEXT, archived_at TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE creator (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, country TEXT, city TEXT, language TEXT, email TEXT, phone TEXT, address TEXT,
  bio TEXT, notes TEXT,
  niches TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(niches)), tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
  stage TEXT NOT NULL DEFAULT 'new', do_not_contact INTEGER NOT NULL DEFAULT 0, import_batch_id TEXT,
  archived_at TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE account (
  id TEXT PRIMARY KEY, creator_id TEXT NOT NULL REFERENCES creator (id) ON DELETE CASCADE,
  platform TEXT NOT NULL, handle TEXT NOT NULL, handle_key TEXT NOT NULL, url TEXT, is_primary INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX account_handle ON account (platform, handle_key);
CREATE INDEX account_creator ON account (creator_id, is_primary);

CREATE TABLE snapshot (
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE, taken_on TEXT NOT NULL,
  followers INTEGER, following INTEGER, posts INTEGER, avg_likes INTEGER, avg_comments INTEGER, avg_shares INTEGER,
  avg_saves INTEGER, avg_views INTEGER,
  stated_engagement_bp INTEGER, source TEXT NOT NULL, import_batch_id TEXT, created_at TEXT NOT NULL
) STRICT;
-- With the followers, because a page of the roster shows how they grew.
CREATE INDEX snapshot_account ON snapshot (account_id, taken_on, followers);

CREATE TABLE rate (
  id TEXT PRIMARY KEY, creator_id TEXT NOT NULL REFERENCES creator (id) ON DELETE CASCADE,
  platform TEXT, format TEXT NOT NULL, amount_minor INTEGER NOT NULL, currency TEXT NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX rate_creator ON rate (creator_id);

CREATE TABLE campaign (
  id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id), name TEXT NOT NULL, program_kind TEXT NOT NULL, status TEXT NOT NULL,
  starts_on TEXT, ends_on TEXT, budget_minor INTEGER, currency TEXT NOT NULL, notes TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX campaign_client ON campaign (client_id);

CREATE TABLE brief (
  id TEXT PRIMARY KEY, campaign_id TEXT NOT NULL UNIQUE REFERENCES campaign (id) ON DELETE CASCADE,
  version INTEGER NOT NULL, content TEXT NOT NULL CHECK (json_valid(content)), updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE collaboration (
  id TEXT PRIMARY KEY, campaign_id TEXT NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  creator_id TEXT NOT NULL REFERENCES creator (id),
  account_id TEXT REFERENCES account (id) ON DELETE SET NULL, stage TEXT NOT NULL,
  compensation TEXT CHECK (compensation IS NULL OR json_valid(compensation)),
  tracking_link TEXT, discount_code TEXT, notes TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX collaboration_pair ON collaboration (campaign_id, creator_id);
CREATE INDEX collaboration_creator ON collaboration (creator_id);
CREATE INDEX collaboration_account ON collaboration (account_id);

CREATE TABLE brief_receipt (
  id TEXT PRIMARY KEY, collaboration_id TEXT NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
  version INTEGER NOT NULL, channel TEXT NOT NULL, sent_at TEXT NOT NULL, confirmed_at TEXT
) STRICT;
CREATE INDEX brief_receipt_collaboration ON brief_receipt (collaboration_id, version);

CREATE TABLE deliverable (
  id TEXT PRIMARY KEY, collaboration_id TEXT NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
  platform TEXT NOT NULL, format TEXT NOT NULL, title TEXT NOT NULL, due_on TEXT, status TEXT NOT NULL, post_url TEXT,
  posted_at TEXT, notes TEXT,
  created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX deliverable_collaboration ON deliverable (collaboration_id);
CREATE INDEX deliverable_due ON deliverable (due_on) WHERE status <> 'posted';

CREATE TABLE file (id TEXT PRIMARY KEY, size INTEGER NOT NULL, media_type TEXT NOT NULL, created_at TEXT NOT NULL) STRICT;

CREATE TABLE contract (
  id TEXT PRIMARY KEY, collaboration_id TEXT NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE, number TEXT NOT NULL,
  template_id TEXT NOT NULL, language TEXT NOT NULL, page_size TEXT NOT NULL, status TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)), clauses TEXT NOT NULL CHECK (json_valid(clauses)),
  signed_at TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX contract_collaboration ON contract (collaboration_id);
-- Not unique: a contract that came in a campaign file keeps the number printed on it, which one of ours may bear too.
CREATE INDEX contract_number ON contract (number);

CREATE TABLE contract_document (
  id TEXT PRIMARY KEY, contract_id TEXT NOT NULL REFERENCES contract (id) ON DELETE CASCADE, kind TEXT NOT NULL, name TEXT NOT NULL,
  file_id TEXT NOT NULL REFERENCES file (id), places TEXT CHECK (places IS NULL OR json_valid(places)), created_at TEXT NOT NULL
) STRICT;
CREATE INDEX contract_document_contract ON contract_document (contract_id, created_at);
CREATE INDEX contract_document_file ON contract_document (file_id);

CREATE TABLE signing_identity (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('authority', 'signer')), name TEXT NOT NULL, email TEXT,
  certificate TEXT NOT NULL, issuer_id TEXT REFERENCES signing_identity (id), valid_to TEXT NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX signing_identity_issuer ON signing_identity (issuer_id);
-- Whose signatures count here, by the fingerprint of the certificate: ours, and those of others that a person chose to trust.
CREATE TABLE trusted_authority (
  id TEXT PRIMARY KEY, identity_id TEXT NOT NULL REFERENCES signing_identity (id), is_own INTEGER NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX trusted_authority_identity ON trusted_authority (identity_id);
CREATE TABLE sealed_key (id TEXT PRIMARY KEY, sealed TEXT NOT NULL) STRICT;

CREATE TABLE contract_signature (
  id TEXT PRIMARY KEY, contract_id TEXT NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
  document_id TEXT NOT NULL REFERENCES contract_document (id) ON DELETE CASCADE,
  role TEXT NOT NULL, signer_name TEXT NOT NULL, method TEXT NOT NULL, certificate_fingerprint TEXT, signed_at TEXT NOT NULL
) STRICT;
CREATE INDEX contract_signature_contract ON contract_signature (contract_id);
CREATE INDEX contract_signature_document ON contract_signature (document_id);

CREATE TABLE payout (
  id TEXT PRIMARY KEY, collaboration_id TEXT NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE, description TEXT NOT NULL,
  amount_minor INTEGER NOT NULL, currency TEXT NOT NULL, due_on TEXT, status TEXT NOT NULL, method TEXT, paid_on TEXT, reference TEXT,
  invoice_number TEXT, notes TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX payout_collaboration ON payout (collaboration_id);
CREATE INDEX payout_due ON payout (status, due_on);

CREATE TABLE result (
  id TEXT PRIMARY KEY, collaboration_id TEXT NOT NULL REFERENCES collaboration (id) ON DELETE CASCADE,
  deliverable_id TEXT REFERENCES deliverable (id) ON DELETE SET NULL, recorded_on TEXT NOT NULL,
  impressions INTEGER, reach INTEGER, views INTEGER, likes INTEGER, comments INTEGER, shares INTEGER, saves INTEGER,
  clicks INTEGER, conversions INTEGER, leads INTEGER, revenue_minor INTEGER, currency TEXT NOT NULL, source TEXT NOT NULL,
  notes TEXT, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX result_collaboration ON result (collaboration_id);
CREATE INDEX result_deliverable ON result (deliverable_id);

CREATE TABLE expense (
  id TEXT PRIMARY KEY, campaign_id TEXT NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  collaboration_id TEXT REFERENCES collaboration (id) ON DELETE CASCADE,
  kind TEXT NOT NULL, amount_minor INTEGER NOT NULL, currency TEXT NOT NULL, description TEXT, spent_on TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX expense_campaign ON expense (campaign_id);
CREATE INDEX expense_collaboration ON expense (collaboration_id);

CREATE TABLE sales_order (
  id TEXT PRIMARY KEY, campaign_id TEXT NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  collaboration_id TEXT REFERENCES collaboration (id) ON DELETE SET NULL,
  number TEXT NOT NULL, ordered_at TEXT NOT NULL, discount_code TEXT, total_minor INTEGER NOT NULL,
  refunded_minor INTEGER NOT NULL DEFAULT 0,
  currency TEXT NOT NULL, source TEXT NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX sales_order_number ON sales_order (campaign_id, number);
CREATE INDEX sales_order_collaboration ON sales_order (collaboration_id);

CREATE TABLE import_batch (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, file_name TEXT NOT NULL, file_hash TEXT NOT NULL, format TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)), counts TEXT NOT NULL CHECK (json_valid(counts)), created_at TEXT NOT NULL
) STRICT;
CREATE TABLE import_mapping (id TEXT PRIMARY KEY, mapping TEXT NOT NULL CHECK (json_valid(mapping)), updated_at TEXT NOT NULL) STRICT;
-- Rows of other workspaces that are ours under another id, so that the next campaign file from there finds them again.
CREATE TABLE foreign_row (id TEXT PRIMARY KEY, table_name TEXT NOT NULL, row_id TEXT NOT NULL, created_at TEXT NOT NULL) STRICT;
CREATE INDEX foreign_row_ours ON foreign_row (row_id);

CREATE TABLE journal_entry (
  id TEXT PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, procedure TEXT NOT NULL, summary TEXT NOT NULL,
  undoes TEXT REFERENCES journal_entry (id)
) STRICT;
CREATE UNIQUE INDEX journal_undo ON journal_entry (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE journal_change (
  id INTEGER PRIMARY KEY, entry_id TEXT NOT NULL REFERENCES journal_entry (id), table_name TEXT NOT NULL, row_id TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete', 'bulk')), before TEXT, after TEXT, row_count INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX journal_change_entry ON journal_change (entry_id);
CREATE INDEX journal_change_table ON journal_change (table_name);
CREATE INDEX journal_change_row ON journal_change (row_id) WHERE op <> 'bulk';

CREATE TABLE roster_row (
  search_id INTEGER PRIMARY KEY, creator_id TEXT NOT NULL UNIQUE, name_key TEXT NOT NULL, account_id TEXT, platform TEXT, handle TEXT,
  followers INTEGER, engagement_bp INTEGER, engagement_basis TEXT, country TEXT, stage TEXT NOT NULL,
  is_archived INTEGER NOT NULL, updated_at TEXT NOT NULL
) STRICT;
-- The orders of the roster, read in one go.
CREATE INDEX roster_followers ON roster_row (followers DESC);
CREATE INDEX roster_engagement ON roster_row (engagement_bp DESC);
CREATE INDEX roster_updated ON roster_row (updated_at DESC);
-- With the handle, because a search for one or two characters looks through names and handles.
CREATE INDEX roster_name ON roster_row (name_key, search_id, handle);
CREATE TABLE roster_label (
  kind TEXT NOT NULL, label TEXT NOT NULL, search_id INTEGER NOT NULL, PRIMARY KEY (kind, label, search_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX roster_label_row ON roster_label (search_id);
CREATE VIRTUAL TABLE roster_search USING fts5 (text, tokenize = "trigram remove_diacritics 1", content = '', contentless_delete = 1);
`,
} as const
