-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Returned vendors lapse; amounts that vendors tell are bounded.

-- When a vendor that was returned lapses; null in every other state.
ALTER TABLE vendor ADD COLUMN lapses_at timestamptz;
CREATE INDEX vendor_lapses ON vendor (lapses_at) WHERE lapses_at IS NOT NULL;
UPDATE vendor v SET lapses_at = interval '14 days' + coalesce(
    (SELECT max(e.at) FROM vendor_event e WHERE e.vendor_id = v.id AND e.transition = 'return'), v.updated_at)
  WHERE v.state = 'returned';

-- Not for what is there already: nobody could mend it here.
ALTER TABLE vendor ADD CONSTRAINT vendor_amounts CHECK (
  capital <= 1000000000000000 AND yearly_sales <= 1000000000000000
  AND exempt_band_turnover BETWEEN 0 AND 1000000000000000) NOT VALID;

GRANT UPDATE (lapses_at) ON vendor TO :role;
