-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- The sealed audit log: committed entries in one order without gaps, the leaves of its Merkle tree.

CREATE TABLE audit_leaf (
  index bigint PRIMARY KEY CHECK (index >= 0),
  -- No foreign key: the verifier has to see an entry that was removed.
  entry_id uuid NOT NULL UNIQUE,
  -- SHA-256 of the octet 0 and the entry's canonical bytes (RFC 6962 §2.1).
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  sealed_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON audit_leaf TO :role;
