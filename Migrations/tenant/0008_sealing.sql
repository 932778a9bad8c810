-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Entries that wait for their number: found without any clock, since a clock may be set back.

CREATE TABLE audit_unsealed (
  -- No foreign key: the verifier has to see an entry that was removed.
  entry_id uuid PRIMARY KEY
);

CREATE FUNCTION audit_entry_waits() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO audit_unsealed (entry_id) SELECT id FROM fresh;
  RETURN NULL;
END $$;

-- From here on nobody else writes entries until COMMIT, so that none is missed below.
CREATE TRIGGER audit_entry_waits AFTER INSERT ON audit_entry
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_waits();

INSERT INTO audit_unsealed (entry_id)
SELECT e.id FROM audit_entry e WHERE NOT EXISTS (SELECT FROM audit_leaf l WHERE l.entry_id = e.id);

-- A number that was given ends the waiting.
GRANT SELECT, INSERT, DELETE ON audit_unsealed TO :role;
