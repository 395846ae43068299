SELECT id, version FROM training WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE
