-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Registrations of vendors that are not sent yet: what was typed so far, step by step.

CREATE TABLE registration (
  id uuid PRIMARY KEY,
  -- Not unique: nobody has proved yet whose it is, and nobody may keep another from registering.
  email text NOT NULL CHECK (email = lower(email)),
  password_hash text NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  -- What stands in the fields, as it was typed.
  fields jsonb NOT NULL,
  started_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX registration_email ON registration (email, updated_at DESC);
CREATE INDEX registration_age ON registration (updated_at);

-- DELETE: personal data of somebody who never became a vendor is erased after a month, and with the registration itself.
GRANT SELECT, INSERT, DELETE ON registration TO :role;
GRANT UPDATE (token_hash, fields, updated_at) ON registration TO :role;
