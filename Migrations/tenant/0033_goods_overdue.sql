-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Deadlines of goods that are delivered anew, and reminders of an inspection and of a replacement that are overdue.

ALTER TABLE order_timer DROP CONSTRAINT order_timer_kind_check;
ALTER TABLE order_timer ADD CONSTRAINT order_timer_kind_check CHECK (
  kind IN ('accept', 'inspect', 'invoice', 'verify', 'pay', 'close', 'cure', 'dispute', 'amendment', 'hold', 'replace',
    'remind_submitted', 'escalate_submitted', 'remind_accept_half', 'remind_accept_late', 'remind_invoice',
    'remind_inspect', 'remind_replace', 'deemed_review'));
