-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- What is under way, for the desks of officials: few rows among many that are done.

CREATE INDEX order_under_way ON purchase_order (state, updated_at)
  WHERE state NOT IN ('paid', 'closed', 'rejected', 'cancelled', 'terminated');
CREATE INDEX need_under_way ON need (created_at) WHERE state NOT IN ('ordered', 'cancelled');
CREATE INDEX order_overlay_under_way ON order_overlay (until) WHERE ended_at IS NULL;
CREATE INDEX vendor_submitted ON vendor (verify_due_at) WHERE state = 'submitted';
CREATE INDEX product_in_curation ON product (updated_at) WHERE state = 'in_curation';
