SELECT id, version FROM workshop WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE
