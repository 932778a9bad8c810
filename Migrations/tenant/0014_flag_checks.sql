-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Steps of orders after which an auditor's flags are looked at, by a worker and not in the step's own time.

CREATE TABLE flag_check (
  -- The event, so that no step waits for the worker; no foreign key, since a check that was made leaves.
  event_id uuid PRIMARY KEY,
  order_id uuid NOT NULL,
  transition text NOT NULL
);

CREATE FUNCTION flag_check_waits() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO flag_check (event_id, order_id, transition) VALUES (NEW.id, NEW.order_id, NEW.transition);
  RETURN NULL;
END $$;

CREATE TRIGGER flag_check_waits AFTER INSERT ON order_event FOR EACH ROW
  WHEN (NEW.transition IN ('issue', 'reissue', 'accept', 'request-payment', 'confirm-paid'))
  EXECUTE FUNCTION flag_check_waits();

-- A check that was made is due no more.
GRANT SELECT, INSERT, DELETE ON flag_check TO :role;

-- What a commitment officer issued of late.
CREATE INDEX order_officer ON purchase_order (commitment_officer_id, issued_at) WHERE issued_at IS NOT NULL;
