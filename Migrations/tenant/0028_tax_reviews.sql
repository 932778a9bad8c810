-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- What a person decides the taxes of: luxuries, vendors from abroad, certificates of exemption (SKB).

ALTER TABLE vendor ADD COLUMN is_foreign boolean NOT NULL DEFAULT false;
ALTER TABLE vendor ADD COLUMN exemption_number text;
ALTER TABLE vendor ADD COLUMN exemption_until date;
ALTER TABLE product ADD COLUMN luxury boolean NOT NULL DEFAULT false;
-- Frozen with the line, as its tax class is.
ALTER TABLE order_line ADD COLUMN luxury boolean NOT NULL DEFAULT false;

GRANT UPDATE (is_foreign, exemption_number, exemption_until) ON vendor TO :role;
GRANT UPDATE (luxury) ON product TO :role;
