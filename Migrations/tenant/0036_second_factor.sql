-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- One-time codes at sign-in, codes for who has lost the phone, and when it was proved last who somebody is.

CREATE TABLE second_factor (
  user_id uuid PRIMARY KEY REFERENCES app_user,
  -- Sealed under a key that is not in the database; null until the first code was typed.
  seed bytea,
  confirmed_at timestamptz,
  -- The last step whose code was taken; neither it nor one before it is taken again.
  last_step bigint NOT NULL DEFAULT 0,
  -- The seed that waits for its first code, beside the one in force.
  next_seed bytea,
  next_at timestamptz,
  audit_id uuid REFERENCES audit_entry,
  CONSTRAINT second_factor_whole CHECK (
    (seed IS NULL) = (confirmed_at IS NULL) AND (seed IS NULL) = (audit_id IS NULL)
    AND (next_seed IS NULL) = (next_at IS NULL))
);

CREATE TABLE recovery_code (
  code_hash bytea PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user,
  created_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX recovery_code_user ON recovery_code (user_id);

-- By the machine's clock; null where it was before this was kept.
ALTER TABLE session ADD COLUMN proved_at timestamptz;

GRANT SELECT, INSERT ON second_factor, recovery_code TO :role;
GRANT UPDATE (seed, confirmed_at, last_step, next_seed, next_at, audit_id) ON second_factor TO :role;
GRANT UPDATE (used_at) ON recovery_code TO :role;
-- A factor that is taken away is forgotten, and its codes with it.
GRANT DELETE ON second_factor, recovery_code TO :role;
GRANT UPDATE (token_hash, proved_at) ON session TO :role;
