-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- An order that went to the next offer, as it was for the vendor that had it before: that vendor goes on seeing what it
-- had, and nothing of what came after.

CREATE TABLE order_past (
  order_id uuid NOT NULL REFERENCES purchase_order,
  vendor_id uuid NOT NULL REFERENCES vendor,
  -- The first event that is no longer this vendor's.
  position integer NOT NULL CHECK (position > 0),
  -- The row of the order and those of its lines, as they were.
  content jsonb NOT NULL,
  lines jsonb NOT NULL,
  audit_id uuid NOT NULL REFERENCES audit_entry,
  PRIMARY KEY (order_id, vendor_id)
);
CREATE INDEX order_past_vendor ON order_past (vendor_id);

GRANT SELECT, INSERT ON order_past TO :role;
