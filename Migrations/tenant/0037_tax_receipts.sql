-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Proofs that the taxes of a payment were deposited (NTPN) and withheld (bukti potong), as far as they come after it;
-- those that come with the payment stand beside it.

CREATE TABLE tax_receipt (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES purchase_order,
  -- The part that was paid by itself; null for the order's own payment.
  part_id uuid REFERENCES order_part,
  code text NOT NULL,
  ntpn text NOT NULL,
  withholding_slip text,
  recorded_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL REFERENCES app_user,
  audit_id uuid NOT NULL REFERENCES audit_entry
);
CREATE INDEX tax_receipt_order ON tax_receipt (order_id, recorded_at DESC);

GRANT SELECT, INSERT ON tax_receipt TO :role;
