-- phase: expand
-- transaction: yes
-- lock-timeout: 2s
-- When a password was set, from which its term counts where the province has chosen the profile bssn; where it was never
-- set anew, the account's own beginning.

ALTER TABLE app_user ADD COLUMN password_set_at timestamptz;

GRANT UPDATE (password_set_at) ON app_user TO :role;
