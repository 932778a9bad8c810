-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- What all tenants read: search functions. The extensions pg_trgm and unaccent stand in this schema too.

CREATE FUNCTION search_vector(name text, description text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = pg_catalog
  AS $$
    SELECT setweight(to_tsvector('pg_catalog.indonesian', name), 'A')
        || setweight(to_tsvector('pg_catalog.indonesian', description), 'C')
  $$;

-- Whoever may look into this schema may search; a tenant's login inherits nothing from its group.
GRANT EXECUTE ON FUNCTION search_vector(text, text) TO PUBLIC;
