-- phase: contract
-- transaction: yes
-- lock-timeout: 2s
-- UPDATE by column where a whole table was open: what tells an order, a timer or a subject from others stays.
--
-- DELETE is wider than sessions and records of requests in four places, each because the code replaces rows that
-- say what is true now and nothing of what was, which the audit log tells:
--   order_timer          a deadline that has passed or was met is no deadline any more
--   order_line           the lines of a draft are written anew when it is edited; an agreed amendment removes one
--   user_role            a role that is taken away must be gone at the next request
--   package_budget_line  an imported package names its budget lines anew

REVOKE UPDATE ON purchase_order, order_timer, sign_in_failure FROM :role;
GRANT UPDATE (number, state, commitment_officer_id, street, region_code, deliver_by, payment_mode, note, justification,
  catalogue_result, catalogue_reason, catalogue_evidence, compared_prices, discarded, price_ex_vat, vat_base, vat,
  vat_collected, gross, withheld, net_to_vendor, accepted_gross, paid_amount, decision, rules_version, food,
  invoice_number, invoice_date, tax_invoice_number, payment_reference, paid_on, tax_deposits, delivery_note,
  submitted_person, issued_person, proposed_person, inspected_person, requested_person, approved_person, paid_person,
  submitted_at, issued_at, handed_over_at, invoiced_at, paid_at, updated_at, version, bank_at_acceptance,
  initial_gross) ON purchase_order TO :role;
GRANT UPDATE (due_at, fires, working_days_left) ON order_timer TO :role;
GRANT UPDATE (failures, since, blocked_until) ON sign_in_failure TO :role;
