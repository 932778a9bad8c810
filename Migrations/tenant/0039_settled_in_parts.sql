-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- An order whose parts were all billed and paid by themselves is settled by the service.

ALTER TABLE order_timer DROP CONSTRAINT order_timer_kind_check;
ALTER TABLE order_timer ADD CONSTRAINT order_timer_kind_check CHECK (
  kind IN ('accept', 'inspect', 'invoice', 'verify', 'pay', 'close', 'cure', 'dispute', 'amendment', 'hold', 'replace',
    'settle', 'remind_submitted', 'escalate_submitted', 'remind_accept_half', 'remind_accept_late', 'remind_invoice',
    'remind_inspect', 'remind_replace', 'deemed_review'));
