-- The rules that an administrator set aside when it was recorded.
ALTER TABLE training ADD waived text[] NOT NULL DEFAULT '{}';
ALTER TABLE workshop ADD waived text[] NOT NULL DEFAULT '{}';
