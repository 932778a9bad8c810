-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Everybody who submitted an order, asked for a payment or approved one, of a part or of the whole, and not only the
-- last of them.

ALTER TABLE purchase_order ADD COLUMN submitters text[] NOT NULL DEFAULT '{}';
ALTER TABLE purchase_order ADD COLUMN requesters text[] NOT NULL DEFAULT '{}';
ALTER TABLE purchase_order ADD COLUMN approvers text[] NOT NULL DEFAULT '{}';

UPDATE purchase_order o SET
  submitters = array_remove(ARRAY[o.submitted_person], NULL),
  requesters = ARRAY(
    SELECT DISTINCT s.person FROM (
      SELECT o.requested_person AS person UNION ALL SELECT p.requested_person FROM order_part p WHERE p.order_id = o.id
    ) s WHERE s.person IS NOT NULL)
WHERE o.submitted_person IS NOT NULL;
-- What was approved before by somebody who had asked for another payment is not judged anew.
UPDATE purchase_order o SET approvers = ARRAY(
  SELECT DISTINCT s.person FROM (
    SELECT o.approved_person AS person UNION ALL SELECT p.approved_person FROM order_part p WHERE p.order_id = o.id
  ) s WHERE s.person <> ALL (o.requesters))
WHERE o.requesters <> '{}';

ALTER TABLE purchase_order ADD CONSTRAINT duty_submitters_issuers CHECK (NOT submitters && issuers);
ALTER TABLE purchase_order ADD CONSTRAINT duty_requesters_approvers CHECK (NOT requesters && approvers);

GRANT UPDATE (submitters, requesters, approvers) ON purchase_order TO :role;
