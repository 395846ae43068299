SELECT external_id, id FROM workshop WHERE external_id = ANY ($1)
