-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- A standard price that begins later stands beside the one that holds until then.

ALTER TABLE standard_price ADD CONSTRAINT standard_price_version UNIQUE (code, valid_from);
ALTER TABLE standard_price DROP CONSTRAINT standard_price_code_key;
REVOKE UPDATE (valid_from) ON standard_price FROM :role;
