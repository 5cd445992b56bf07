/** Creators in full: what else is known of them, audiences, samples, views and shortlists, vetting, and the relationship. What an import of
 *  thousands writes stays in the tables of the first schema; these hold what people add to a creator they look after. */
export const creators = {
  number: 3,
  name: 'creators',
  sql: `
-- One row at most for each creator, under the creator's own id.
CREATE TABLE creator_profile (
  id TEXT PRIMARY KEY REFERENCES creator (id) ON DELETE CASCADE,
  languages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(languages)), formats TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(formats)),
  owner TEXT, portrait_file_id TEXT REFERENCES file (id), check_in_days INTEGER, updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX creator_profile_portrait ON creator_profile (portrait_file_id);

-- A match leaves them out, and there are few.
CREATE INDEX creator_not_to_contact ON creator (id) WHERE do_not_contact = 1;

CREATE TABLE creator_contact (
  id TEXT PRIMARY KEY, creator_id TEXT NOT NULL REFERENCES creator (id) ON DELETE CASCADE, kind TEXT NOT NULL, label TEXT, value TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX creator_contact_creator ON creator_contact (creator_id);

CREATE TABLE brand_history (
  id TEXT PRIMARY KEY, creator_id TEXT NOT NULL REFERENCES creator (id) ON DELETE CASCADE, brand TEXT NOT NULL, kind TEXT NOT NULL,
  started_on TEXT, ended_on TEXT, url TEXT, notes TEXT, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX brand_history_creator ON brand_history (creator_id);

-- A post of theirs: its link, its figures, and an image kept in the workspace.
CREATE TABLE content_sample (
  id TEXT PRIMARY KEY, creator_id TEXT NOT NULL REFERENCES creator (id) ON DELETE CASCADE,
  account_id TEXT REFERENCES account (id) ON DELETE SET NULL, url TEXT, file_id TEXT REFERENCES file (id), caption TEXT, format TEXT,
  posted_on TEXT, is_sponsored INTEGER, brand TEXT, likes INTEGER, comments INTEGER, shares INTEGER, saves INTEGER, views INTEGER,
  source TEXT NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX content_sample_creator ON content_sample (creator_id, posted_on);
CREATE INDEX content_sample_account ON content_sample (account_id);
CREATE INDEX content_sample_file ON content_sample (file_id);

CREATE TABLE creator_document (
  id TEXT PRIMARY KEY, creator_id TEXT NOT NULL REFERENCES creator (id) ON DELETE CASCADE, name TEXT NOT NULL,
  file_id TEXT NOT NULL REFERENCES file (id), created_at TEXT NOT NULL
) STRICT;
CREATE INDEX creator_document_creator ON creator_document (creator_id);
CREATE INDEX creator_document_file ON creator_document (file_id);

-- Who follows an account, on a day. Shares in basis points by dimension and label: {"country": {"DE": 4210}, "age": {"18-24": 3000}}.
CREATE TABLE audience (
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE, taken_on TEXT NOT NULL,
  shares TEXT NOT NULL CHECK (json_valid(shares)), source TEXT NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX audience_account ON audience (account_id, taken_on);
-- The newest audience of each creator's primary account, for the filters of the roster.
CREATE TABLE roster_audience (
  dimension TEXT NOT NULL, label TEXT NOT NULL, search_id INTEGER NOT NULL, share_bp INTEGER NOT NULL, PRIMARY KEY (dimension, label, search_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX roster_audience_row ON roster_audience (search_id);
-- What the roster can be narrowed by from now on.
INSERT INTO roster_label (kind, label, search_id)
  SELECT 'language', trim(c.language), r.search_id FROM creator c JOIN roster_row r ON r.creator_id = c.id WHERE trim(c.language) <> '';
INSERT INTO roster_label (kind, label, search_id)
  SELECT 'mark', 'do not contact', r.search_id FROM creator c JOIN roster_row r ON r.creator_id = c.id WHERE c.do_not_contact <> 0;

-- Two creators that a person said are not the same; the smaller id first.
CREATE TABLE distinct_creators (
  id TEXT PRIMARY KEY, one_id TEXT NOT NULL REFERENCES creator (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES creator (id) ON DELETE CASCADE, created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX distinct_creators_pair ON distinct_creators (one_id, other_id);
CREATE INDEX distinct_creators_other ON distinct_creators (other_id);

CREATE TABLE roster_view (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, content TEXT NOT NULL CHECK (json_valid(content)), created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE shortlist (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, client_id TEXT REFERENCES client (id) ON DELETE SET NULL,
  campaign_id TEXT REFERENCES campaign (id) ON DELETE SET NULL,
  -- What was asked of the match that made it.
  need TEXT CHECK (need IS NULL OR json_valid(need)), notes TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX shortlist_client ON shortlist (client_id);
CREATE INDEX shortlist_campaign ON shortlist (campaign_id);
CREATE TABLE shortlist_entry (
  id TEXT PRIMARY KEY, shortlist_id TEXT NOT NULL REFERENCES shortlist (id) ON DELETE CASCADE,
  creator_id TEXT NOT NULL REFERENCES creator (id) ON DELETE CASCADE, position INTEGER NOT NULL, note TEXT, created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX shortlist_entry_pair ON shortlist_entry (shortlist_id, creator_id);
CREATE INDEX shortlist_entry_creator ON shortlist_entry (creator_id);

-- One pass through the three steps. Without a decision it is under way; decided ones are the history.
CREATE TABLE vetting_review (
  id TEXT PRIMARY KEY, creator_id TEXT NOT NULL REFERENCES creator (id) ON DELETE CASCADE, reviewer TEXT NOT NULL, started_on TEXT NOT NULL,
  checklist TEXT NOT NULL CHECK (json_valid(checklist)),
  -- The signals as they stood when it was decided.
  signals TEXT CHECK (signals IS NULL OR json_valid(signals)), credibility INTEGER,
  decision TEXT, conditions TEXT, reason TEXT, decided_on TEXT, recheck_on TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX vetting_review_creator ON vetting_review (creator_id, decided_on);
CREATE INDEX vetting_review_recheck ON vetting_review (recheck_on) WHERE recheck_on IS NOT NULL;

-- A sample of comments or followers that was judged; the rows as they were read are the file.
CREATE TABLE vetting_sample (
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE, kind TEXT NOT NULL CHECK (kind IN ('comments', 'followers')),
  taken_on TEXT NOT NULL, name TEXT NOT NULL, file_id TEXT NOT NULL REFERENCES file (id), result TEXT NOT NULL CHECK (json_valid(result)),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX vetting_sample_account ON vetting_sample (account_id, kind, taken_on);
CREATE INDEX vetting_sample_file ON vetting_sample (file_id);

CREATE TABLE contact_log (
  id TEXT PRIMARY KEY, creator_id TEXT NOT NULL REFERENCES creator (id) ON DELETE CASCADE,
  collaboration_id TEXT REFERENCES collaboration (id) ON DELETE SET NULL, kind TEXT NOT NULL, channel TEXT, happened_on TEXT NOT NULL,
  words TEXT NOT NULL, person TEXT NOT NULL, created_at TEXT NOT NULL
) STRICT;
CREATE INDEX contact_log_creator ON contact_log (creator_id, happened_on);
CREATE INDEX contact_log_collaboration ON contact_log (collaboration_id);

CREATE TABLE creator_reminder (
  id TEXT PRIMARY KEY, creator_id TEXT NOT NULL REFERENCES creator (id) ON DELETE CASCADE, kind TEXT NOT NULL, due_on TEXT NOT NULL, words TEXT,
  done_on TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX creator_reminder_creator ON creator_reminder (creator_id);
CREATE INDEX creator_reminder_due ON creator_reminder (due_on) WHERE done_on IS NULL;

-- The bands of an ambassador or advocacy program and what each is offered.
CREATE TABLE program_tier (
  id TEXT PRIMARY KEY, campaign_id TEXT NOT NULL REFERENCES campaign (id) ON DELETE CASCADE, name TEXT NOT NULL, min_followers INTEGER NOT NULL,
  max_followers INTEGER, offer TEXT NOT NULL CHECK (json_valid(offer)), created_at TEXT NOT NULL
) STRICT;
CREATE INDEX program_tier_campaign ON program_tier (campaign_id, min_followers);
`,
} as const
