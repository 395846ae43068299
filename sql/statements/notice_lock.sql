SELECT id, version FROM notice WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE
