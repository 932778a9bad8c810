-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Everybody who bound the province by an order, signed for a part of it, or paid one, and not only the last of them, so
-- that the duties stay apart over reissues and parts; what a dispute finds due lowers parts.

ALTER TABLE purchase_order ADD COLUMN issuers text[] NOT NULL DEFAULT '{}';
ALTER TABLE purchase_order ADD COLUMN inspectors text[] NOT NULL DEFAULT '{}';
ALTER TABLE purchase_order ADD COLUMN payers text[] NOT NULL DEFAULT '{}';

UPDATE purchase_order o SET issuers = array_remove(ARRAY[o.issued_person], NULL),
  inspectors = ARRAY(
    SELECT DISTINCT s.person FROM (
      SELECT o.inspected_person AS person UNION ALL SELECT p.handed_person FROM order_part p WHERE p.order_id = o.id
    ) s WHERE s.person IS NOT NULL)
WHERE o.issued_person IS NOT NULL;
-- What was paid before by somebody who had signed for another part is not judged anew.
UPDATE purchase_order o SET payers = ARRAY(
  SELECT DISTINCT s.person FROM (
    SELECT o.requested_person AS person UNION ALL SELECT o.paid_person
    UNION ALL SELECT p.requested_person FROM order_part p WHERE p.order_id = o.id
    UNION ALL SELECT p.paid_person FROM order_part p WHERE p.order_id = o.id
  ) s WHERE s.person <> ALL (o.issuers) AND s.person <> ALL (o.inspectors))
WHERE o.inspectors <> '{}';

ALTER TABLE purchase_order ADD CONSTRAINT duty_create_issuers CHECK (created_person <> ALL (issuers));
ALTER TABLE purchase_order ADD CONSTRAINT duty_create_inspectors CHECK (created_person <> ALL (inspectors));
ALTER TABLE purchase_order ADD CONSTRAINT duty_issuers_payers CHECK (NOT issuers && payers);
ALTER TABLE purchase_order ADD CONSTRAINT duty_inspectors_payers CHECK (NOT inspectors && payers);
ALTER TABLE purchase_order ADD CONSTRAINT duty_issuers_approve CHECK (
  kpa_as_ppk OR approved_person <> ALL (issuers));

GRANT UPDATE (issuers, inspectors, payers) ON purchase_order TO :role;
GRANT UPDATE (price_ex_vat, vat_base, vat, vat_collected, gross, withheld, net_to_vendor, taxes) ON order_part TO :role;
