-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- A verified vendor asks to have other lines of business; it goes on selling under the old ones until a verifier has
-- looked.

CREATE TABLE kbli_request (
  id uuid PRIMARY KEY,
  vendor_id uuid NOT NULL REFERENCES vendor,
  kbli text[] NOT NULL CHECK (cardinality(kbli) > 0),
  reason text NOT NULL,
  asked_at timestamptz NOT NULL,
  asked_by uuid NOT NULL REFERENCES app_user,
  audit_id uuid NOT NULL REFERENCES audit_entry,
  accepted boolean,
  answer text,
  answered_at timestamptz,
  answered_by uuid REFERENCES app_user,
  answer_audit_id uuid REFERENCES audit_entry,
  version integer NOT NULL DEFAULT 1,
  CHECK ((answered_at IS NULL) = (accepted IS NULL) AND (answered_at IS NULL) = (answer_audit_id IS NULL))
);
CREATE UNIQUE INDEX kbli_request_open ON kbli_request (vendor_id) WHERE answered_at IS NULL;
CREATE INDEX kbli_request_newest ON kbli_request (vendor_id, asked_at DESC, id DESC);

GRANT SELECT, INSERT ON kbli_request TO :role;
GRANT UPDATE (accepted, answer, answered_at, answered_by, answer_audit_id, version) ON kbli_request TO :role;
