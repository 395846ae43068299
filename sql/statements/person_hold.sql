-- As person_lock.sql, with those who were merged.
SELECT id, version FROM person WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE
