-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- More time to deliver, and what waits at the end of a budget year.

-- The last day of delivery before an addendum gave more time.
ALTER TABLE purchase_order ADD COLUMN first_deliver_by date;
CREATE INDEX order_submitted ON purchase_order (budget_line_id) WHERE state = 'submitted';

GRANT UPDATE (first_deliver_by) ON purchase_order TO :role;
