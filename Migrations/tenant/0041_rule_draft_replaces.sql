-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- A change of the rules tells which accepted versions would never begin, since it begins before them.

ALTER TABLE rule_draft ADD COLUMN replaces jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(replaces) = 'array');
