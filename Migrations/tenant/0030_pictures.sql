-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Pictures of products, by the hash of which the catalogue links them.

CREATE TABLE product_picture (
  id uuid PRIMARY KEY,
  product_id uuid NOT NULL REFERENCES product,
  file_id uuid NOT NULL REFERENCES file,
  sha256 bytea NOT NULL,
  -- What is to be seen, for whoever does not see it.
  alt text NOT NULL,
  at timestamptz NOT NULL,
  user_id uuid NOT NULL REFERENCES app_user,
  audit_id uuid NOT NULL REFERENCES audit_entry,
  removed_at timestamptz,
  removal_audit_id uuid REFERENCES audit_entry,
  CHECK ((removed_at IS NULL) = (removal_audit_id IS NULL))
);
CREATE INDEX product_picture_product ON product_picture (product_id, at, id) WHERE removed_at IS NULL;
CREATE INDEX product_picture_hash ON product_picture (sha256) WHERE removed_at IS NULL;

GRANT SELECT, INSERT ON product_picture TO :role;
GRANT UPDATE (removed_at, removal_audit_id) ON product_picture TO :role;
