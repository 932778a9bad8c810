-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Requests for offers, offers that stay sealed until their deadline, and deadlines of needs.

ALTER TABLE need DROP CONSTRAINT need_state_check;
ALTER TABLE need ADD CONSTRAINT need_state_check CHECK (state IN (
  'assigned', 'prepared', 'with_officer', 'rfo_open', 'rfo_evaluating', 'ordered', 'cancelled'));
-- The standard price that the own estimate was compared with.
ALTER TABLE need ADD COLUMN standard_price_code text;
ALTER TABLE need ADD COLUMN standard_price bigint CHECK (standard_price > 0);

CREATE TABLE need_timer (
  need_id uuid NOT NULL REFERENCES need,
  kind text NOT NULL CHECK (kind IN ('officer', 'offers', 'evaluate')),
  due_at timestamptz NOT NULL,
  -- Whether somebody is to be reminded; not where that has happened, nor where the deadline is kept elsewhere.
  fires boolean NOT NULL,
  PRIMARY KEY (need_id, kind)
);
CREATE INDEX need_timer_due ON need_timer (due_at) WHERE fires;

-- Published once and never changed: the deadline is part of what every offer is sealed for.
CREATE TABLE request_for_offers (
  id uuid PRIMARY KEY,
  need_id uuid NOT NULL REFERENCES need,
  published_at timestamptz NOT NULL,
  deadline timestamptz NOT NULL CHECK (deadline > published_at),
  note text,
  region_codes text[] NOT NULL,
  audit_id uuid NOT NULL REFERENCES audit_entry
);
CREATE INDEX request_newest ON request_for_offers (published_at DESC, id DESC);
CREATE INDEX request_need ON request_for_offers (need_id);
ALTER TABLE need ADD COLUMN request_id uuid REFERENCES request_for_offers;

CREATE TABLE request_invitation (
  request_id uuid NOT NULL REFERENCES request_for_offers,
  vendor_id uuid NOT NULL REFERENCES vendor,
  PRIMARY KEY (vendor_id, request_id)
);

-- The public halves of the keys for which offers are sealed; only the operator writes them.
CREATE TABLE opening_key (
  generation integer PRIMARY KEY CHECK (generation > 0),
  public_key bytea NOT NULL CHECK (octet_length(public_key) = 32),
  -- By a key that the database does not hold, so that nobody who owns it can put another in its place.
  proof bytea NOT NULL,
  published_at timestamptz NOT NULL
);

CREATE TABLE offer (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES request_for_offers,
  vendor_id uuid NOT NULL REFERENCES vendor,
  state text NOT NULL CHECK (state IN (
    'submitted', 'withdrawn', 'opened', 'clarified', 'selected', 'not_selected', 'invalid')),
  -- Its order was declined or expired: the next in rank takes its place.
  passed_over boolean NOT NULL DEFAULT false,
  key_generation integer NOT NULL REFERENCES opening_key,
  encapsulated_key bytea NOT NULL,
  wrapped_key bytea NOT NULL,
  sealed bytea NOT NULL CHECK (octet_length(sealed) <= 131072),
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  submitted_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX offer_live ON offer (request_id, vendor_id) WHERE state <> 'withdrawn';
CREATE INDEX offer_request ON offer (request_id);

-- What lay under the seal, or why it counts for nothing; only the operator writes it, after the deadline.
CREATE TABLE offer_opening (
  offer_id uuid PRIMARY KEY REFERENCES offer,
  opened_at timestamptz NOT NULL,
  content bytea,
  invalid_reason text CHECK (invalid_reason IN ('seal_broken', 'content_changed', 'vendor_not_verified')),
  audit_id uuid NOT NULL REFERENCES audit_entry,
  CHECK (content IS NOT NULL OR invalid_reason IS NOT NULL)
);

CREATE TABLE offer_event (
  id uuid PRIMARY KEY,
  offer_id uuid NOT NULL REFERENCES offer,
  position integer NOT NULL,
  at timestamptz NOT NULL,
  user_id uuid REFERENCES app_user,
  actor_name text NOT NULL,
  role text NOT NULL,
  transition text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  reason text,
  -- The price that a round of negotiation asked for or agreed on.
  unit_price bigint CHECK (unit_price BETWEEN 1 AND 50000000),
  audit_id uuid NOT NULL REFERENCES audit_entry,
  UNIQUE (offer_id, position)
);

CREATE TABLE offer_round (
  offer_id uuid NOT NULL REFERENCES offer,
  round integer NOT NULL CHECK (round BETWEEN 1 AND 9),
  asked_price bigint CHECK (asked_price BETWEEN 1 AND 50000000),
  note text NOT NULL,
  asked_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  accepted boolean,
  -- The price that holds from this answer on; null where it stays.
  agreed_price bigint CHECK (agreed_price BETWEEN 1 AND 50000000),
  answered_at timestamptz,
  PRIMARY KEY (offer_id, round)
);

-- A product that was described in an offer: ordered for that need alone, never listed.
ALTER TABLE product ADD COLUMN need_id uuid REFERENCES need;
ALTER TABLE purchase_order ADD COLUMN offer_id uuid REFERENCES offer;

GRANT SELECT, INSERT ON need_timer, request_for_offers, request_invitation, offer, offer_event, offer_round TO :role;
-- A deadline that was met is no fact.
GRANT DELETE ON need_timer TO :role;
GRANT UPDATE (due_at, fires) ON need_timer TO :role;
GRANT UPDATE (standard_price_code, standard_price, request_id) ON need TO :role;
GRANT UPDATE (state, passed_over, updated_at, version) ON offer TO :role;
GRANT UPDATE (accepted, agreed_price, answered_at) ON offer_round TO :role;
GRANT SELECT ON opening_key, offer_opening TO :role;
-- An order whose vendor declined goes to the next in rank.
GRANT UPDATE (vendor_id, vendor_name, offer_id) ON purchase_order TO :role;
