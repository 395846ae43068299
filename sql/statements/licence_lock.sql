SELECT id, version FROM licence WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE
