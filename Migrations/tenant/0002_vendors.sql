-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- Files, vendors with their papers, products.

CREATE TABLE file (
  id uuid PRIMARY KEY,
  sha256 bytea NOT NULL,
  media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
  size bigint NOT NULL CHECK (size BETWEEN 1 AND 10485760),
  created_at timestamptz NOT NULL
);

CREATE TABLE file_chunk (
  file_id uuid NOT NULL REFERENCES file,
  position integer NOT NULL,
  bytes bytea NOT NULL CHECK (octet_length(bytes) <= 262144),
  PRIMARY KEY (file_id, position)
);
ALTER TABLE file_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE vendor (
  id uuid PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'rejected', 'verified', 'suspended', 'blacklisted', 'lapsed')),
  legal_form text NOT NULL CHECK (legal_form IN ('individual', 'one_person_company', 'cooperative', 'cv', 'pt', 'firma')),
  business_name text NOT NULL,
  owner_name text NOT NULL,
  owner_nik text NOT NULL CHECK (owner_nik ~ '^[0-9]{16}$'),
  nib text NOT NULL UNIQUE CHECK (nib ~ '^[0-9]{13}$'),
  npwp text UNIQUE CHECK (npwp ~ '^[0-9]{16}$'),
  size text NOT NULL CHECK (size IN ('micro', 'small', 'medium')),
  capital bigint NOT NULL CHECK (capital >= 0),
  yearly_sales bigint NOT NULL CHECK (yearly_sales >= 0),
  kbli text[] NOT NULL,
  vat_registered boolean NOT NULL,
  final_tax_letter_number text,
  final_tax_letter_until date,
  exempt_band_date date,
  exempt_band_turnover bigint,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  phone text NOT NULL UNIQUE,
  street text NOT NULL,
  region_code text NOT NULL,
  bank_code text NOT NULL CHECK (bank_code ~ '^[0-9]{3}$'),
  account_number text NOT NULL CHECK (account_number ~ '^[0-9]{6,20}$'),
  account_name text NOT NULL,
  reason text,
  decree text,
  until date,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX vendor_newest ON vendor (created_at DESC, id DESC);
CREATE INDEX vendor_state ON vendor (state, created_at DESC, id DESC);

ALTER TABLE app_user ADD CONSTRAINT app_user_vendor_fk FOREIGN KEY (vendor_id) REFERENCES vendor;

CREATE TABLE vendor_document (
  id uuid PRIMARY KEY,
  vendor_id uuid NOT NULL REFERENCES vendor,
  kind text NOT NULL CHECK (kind IN ('nib', 'npwp', 'nik', 'bank', 'umk_statement', 'halal', 'hygiene', 'vat', 'final_tax', 'other')),
  file_id uuid NOT NULL REFERENCES file,
  created_at timestamptz NOT NULL
);
CREATE INDEX vendor_document_vendor ON vendor_document (vendor_id, created_at DESC, id DESC);

CREATE TABLE vendor_event (
  id uuid PRIMARY KEY,
  vendor_id uuid NOT NULL REFERENCES vendor,
  at timestamptz NOT NULL,
  user_id uuid REFERENCES app_user,
  transition text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  reason text,
  audit_id uuid NOT NULL REFERENCES audit_entry
);
CREATE INDEX vendor_event_vendor ON vendor_event (vendor_id, at);

CREATE TABLE category (
  code text PRIMARY KEY,
  name_id text NOT NULL,
  name_en text NOT NULL,
  tax_classes text[] NOT NULL,
  food boolean NOT NULL
);

CREATE TABLE standard_price (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  category text NOT NULL REFERENCES category,
  unit_of_measure text NOT NULL,
  price bigint NOT NULL CHECK (price > 0),
  valid_from date NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE product (
  id uuid PRIMARY KEY,
  vendor_id uuid NOT NULL REFERENCES vendor,
  -- The vendor's name, place and right to sell are kept here so that the public catalogue is one index away.
  vendor_name text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'in_curation', 'listed', 'delisted')),
  name text NOT NULL,
  description text NOT NULL,
  category text NOT NULL REFERENCES category,
  unit_of_measure text NOT NULL,
  price bigint NOT NULL CHECK (price BETWEEN 1 AND 50000000),
  price_includes_vat boolean NOT NULL,
  tax_class text NOT NULL CHECK (tax_class IN ('goods', 'service', 'catering', 'exempt')),
  sku text,
  local_content_percent integer CHECK (local_content_percent BETWEEN 0 AND 100),
  stock bigint CHECK (stock >= 0),
  minimum_quantity bigint,
  lead_time_days integer,
  standard_price_code text,
  listed_at timestamptz,
  vendor_verified boolean NOT NULL DEFAULT false,
  region_code text NOT NULL,
  search tsvector NOT NULL GENERATED ALWAYS AS (search_vector(name, description)) STORED,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (vendor_id, sku)
);
CREATE INDEX product_newest ON product (created_at DESC, id DESC) WHERE state = 'listed' AND vendor_verified;
CREATE INDEX product_category ON product (category, created_at DESC, id DESC) WHERE state = 'listed' AND vendor_verified;
CREATE INDEX product_price ON product (price, id) WHERE state = 'listed' AND vendor_verified;
-- By code points, so that no change of the system's collation can break it.
CREATE INDEX product_by_name ON product (name COLLATE "C", id) WHERE state = 'listed' AND vendor_verified;
CREATE INDEX product_vendor ON product (vendor_id, created_at DESC, id DESC);
CREATE INDEX product_state ON product (state, created_at DESC, id DESC);
-- Rarely written and often read, so nothing is left in a pending list that every search would have to scan.
CREATE INDEX product_search ON product USING gin (search) WITH (fastupdate = off) WHERE state = 'listed' AND vendor_verified;
CREATE INDEX product_name ON product USING gin (name gin_trgm_ops) WITH (fastupdate = off) WHERE state = 'listed' AND vendor_verified;

CREATE TABLE product_event (
  id uuid PRIMARY KEY,
  product_id uuid NOT NULL REFERENCES product,
  at timestamptz NOT NULL,
  user_id uuid REFERENCES app_user,
  transition text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  price bigint NOT NULL,
  reason text,
  audit_id uuid NOT NULL REFERENCES audit_entry
);
CREATE INDEX product_event_product ON product_event (product_id, at);

GRANT SELECT, INSERT ON file, file_chunk, vendor, vendor_document, vendor_event, category, standard_price, product, product_event TO :role;
GRANT UPDATE (state, legal_form, business_name, owner_name, owner_nik, nib, npwp, size, capital, yearly_sales, kbli, vat_registered, final_tax_letter_number, final_tax_letter_until, exempt_band_date, exempt_band_turnover, email, phone, street, region_code, bank_code, account_number, account_name, reason, decree, until, updated_at, version) ON vendor TO :role;
GRANT UPDATE (name_id, name_en, tax_classes, food) ON category TO :role;
GRANT UPDATE (name, category, unit_of_measure, price, valid_from) ON standard_price TO :role;
GRANT UPDATE (state, vendor_name, name, description, category, unit_of_measure, price, price_includes_vat, tax_class, sku, local_content_percent, stock, minimum_quantity, lead_time_days, standard_price_code, listed_at, vendor_verified, region_code, updated_at, version) ON product TO :role;
