SELECT id, version FROM organisation WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE
