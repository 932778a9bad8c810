-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Offers that counted for nothing, and requests after which an auditor's flag on their vendors is looked at.

-- Set when it is decided on the request: no order could be made of it.
ALTER TABLE offer ADD COLUMN disqualified boolean NOT NULL DEFAULT false;
CREATE INDEX offer_vendor ON offer (vendor_id);

CREATE TABLE offer_check (
  -- No foreign key, since a check that was made leaves.
  request_id uuid PRIMARY KEY
);

GRANT UPDATE (disqualified) ON offer TO :role;
-- A check that was made is due no more.
GRANT SELECT, INSERT, DELETE ON offer_check TO :role;
