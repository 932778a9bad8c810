-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- The life of vendors: papers that end, sanctions, accounts that change, particulars that are compared, regions served.

-- The last day on which a paper holds; null where it has none.
ALTER TABLE vendor_document ADD COLUMN valid_until date;

-- A verifier has looked at a paper; until then it stands for nothing.
CREATE TABLE vendor_document_check (
  document_id uuid PRIMARY KEY REFERENCES vendor_document,
  at timestamptz NOT NULL,
  user_id uuid NOT NULL REFERENCES app_user,
  audit_id uuid NOT NULL REFERENCES audit_entry
);

-- Until when the verifier should have answered; null where nothing waits for one.
ALTER TABLE vendor ADD COLUMN verify_due_at timestamptz;
-- When the service has to look at the vendor next, and when it did last.
ALTER TABLE vendor ADD COLUMN wake_at timestamptz;
ALTER TABLE vendor ADD COLUMN watched_at timestamptz;
CREATE INDEX vendor_wake ON vendor (wake_at) WHERE wake_at IS NOT NULL;

ALTER TABLE vendor ADD COLUMN bank_changed_at timestamptz;
ALTER TABLE vendor ADD COLUMN bank_cooling_until timestamptz;
ALTER TABLE vendor ADD COLUMN bank_checked_at timestamptz;

-- The regions that the vendor names; empty where its own address says it.
ALTER TABLE vendor ADD COLUMN service_regions text[] NOT NULL DEFAULT '{}';
ALTER TABLE product ADD COLUMN service_regions text[] NOT NULL DEFAULT '{}';

-- The price at which a verifier listed the product last.
ALTER TABLE product ADD COLUMN curated_price bigint;

-- Whether the hashes of the particulars are those of today's particulars; the key is not in the database.
ALTER TABLE vendor ADD COLUMN traced boolean NOT NULL DEFAULT false;
ALTER TABLE app_user ADD COLUMN traced boolean NOT NULL DEFAULT false;
CREATE INDEX vendor_untraced ON vendor (id) WHERE NOT traced;
CREATE INDEX app_user_untraced ON app_user (id) WHERE NOT traced;

CREATE TABLE vendor_trace (
  vendor_id uuid NOT NULL REFERENCES vendor,
  kind text NOT NULL CHECK (kind IN ('nik', 'phone', 'account', 'address')),
  hash bytea NOT NULL,
  PRIMARY KEY (vendor_id, kind, hash)
);
CREATE INDEX vendor_trace_hash ON vendor_trace (kind, hash);

CREATE TABLE user_trace (
  user_id uuid NOT NULL REFERENCES app_user,
  kind text NOT NULL CHECK (kind IN ('nik', 'phone', 'account', 'address')),
  -- From the account itself, or from a file that keeps nothing but the hash.
  source text NOT NULL CHECK (source IN ('account', 'import')),
  hash bytea NOT NULL,
  PRIMARY KEY (user_id, kind, source, hash)
);
CREATE INDEX user_trace_hash ON user_trace (kind, hash);

-- The national blacklist (Daftar Hitam Nasional).
CREATE TABLE blacklist_entry (
  id uuid PRIMARY KEY,
  decree text NOT NULL,
  name text NOT NULL,
  npwp text,
  nib text,
  act text NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL CHECK (until_on > from_on),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (decree, name),
  CHECK (npwp IS NOT NULL OR nib IS NOT NULL)
);
CREATE INDEX blacklist_npwp ON blacklist_entry (npwp) WHERE npwp IS NOT NULL;
CREATE INDEX blacklist_nib ON blacklist_entry (nib) WHERE nib IS NOT NULL;

CREATE TABLE sanction_case (
  id uuid PRIMARY KEY,
  vendor_id uuid NOT NULL REFERENCES vendor,
  order_id uuid NOT NULL UNIQUE REFERENCES purchase_order,
  unit_id uuid NOT NULL REFERENCES unit,
  proposal text NOT NULL CHECK (proposal IN ('suspend', 'blacklist')),
  reason text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'granted', 'dismissed')),
  answer text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX sanction_case_newest ON sanction_case (created_at DESC, id DESC);

CREATE TABLE sanction_case_event (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES sanction_case,
  at timestamptz NOT NULL,
  user_id uuid NOT NULL REFERENCES app_user,
  transition text NOT NULL,
  to_state text NOT NULL,
  reason text,
  audit_id uuid NOT NULL REFERENCES audit_entry
);

CREATE TABLE vendor_sanction (
  id uuid PRIMARY KEY,
  vendor_id uuid NOT NULL REFERENCES vendor,
  kind text NOT NULL CHECK (kind IN ('suspension', 'blacklist')),
  origin text NOT NULL CHECK (origin IN ('office', 'case', 'national')),
  decree text,
  act text,
  reason text,
  from_on date NOT NULL,
  until_on date,
  order_id uuid REFERENCES purchase_order,
  at timestamptz NOT NULL,
  user_id uuid REFERENCES app_user,
  audit_id uuid NOT NULL REFERENCES audit_entry
);
CREATE INDEX vendor_sanction_vendor ON vendor_sanction (vendor_id, at DESC, id DESC);

GRANT SELECT, INSERT ON vendor_document_check, blacklist_entry, sanction_case, sanction_case_event, vendor_sanction
  TO :role;
-- DELETE: a hash of particulars that are no more is no trace any more, and has to be erasable.
GRANT SELECT, INSERT, DELETE ON vendor_trace, user_trace TO :role;
GRANT UPDATE (verify_due_at, wake_at, watched_at, bank_changed_at, bank_cooling_until, bank_checked_at,
  service_regions, traced) ON vendor TO :role;
GRANT UPDATE (traced) ON app_user TO :role;
GRANT UPDATE (service_regions, curated_price) ON product TO :role;
GRANT UPDATE (npwp, nib, act, from_on, until_on, updated_at) ON blacklist_entry TO :role;
GRANT UPDATE (state, answer, updated_at, version) ON sanction_case TO :role;

-- The service looks at everybody once: a letter on the final tax may be about to end.
UPDATE vendor SET wake_at = updated_at WHERE state = 'verified';
UPDATE product p SET curated_price = (
    SELECT e.price FROM product_event e WHERE e.product_id = p.id AND e.transition = 'list'
    ORDER BY e.at DESC, e.id DESC LIMIT 1)
  WHERE EXISTS (SELECT FROM product_event e WHERE e.product_id = p.id AND e.transition = 'list');
