-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Particulars that an auditor declared to be no conflict of interest, and addresses that are compared in their town.

CREATE TABLE conflict_declaration (
  id uuid PRIMARY KEY,
  vendor_id uuid NOT NULL REFERENCES vendor,
  user_id uuid NOT NULL REFERENCES app_user,
  -- Not the NIK: the same person is no coincidence.
  kind text NOT NULL CHECK (kind IN ('phone', 'account', 'address')),
  hash bytea NOT NULL,
  reason text NOT NULL,
  until_on date NOT NULL,
  at timestamptz NOT NULL,
  declared_by uuid NOT NULL REFERENCES app_user,
  audit_id uuid NOT NULL REFERENCES audit_entry
);
CREATE INDEX conflict_declaration_pair ON conflict_declaration (vendor_id, user_id);

GRANT SELECT, INSERT ON conflict_declaration TO :role;

-- Hashes of addresses name the town from now on. Those of vendors are made anew; an official's is known by its street
-- alone and compares with nothing any more, until a file brings it with its region.
DELETE FROM user_trace WHERE kind = 'address';
UPDATE vendor SET traced = false;
