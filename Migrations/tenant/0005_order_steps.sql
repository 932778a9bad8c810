-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- What the steps of an order after its issue keep.

-- Bank code and account number when the vendor accepted: money goes there, or somebody says why not.
ALTER TABLE purchase_order ADD COLUMN bank_at_acceptance text;
