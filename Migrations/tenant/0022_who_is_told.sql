-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- From a unit to its people, so that telling those who hold a role there does not read everybody of the province.

CREATE INDEX app_user_unit ON app_user (unit_id) WHERE vendor_id IS NULL;
CREATE INDEX office_holding_away ON office_holding (unit_id) WHERE NOT at_home;
