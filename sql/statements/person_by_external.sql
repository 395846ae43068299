SELECT external_id, id FROM person WHERE external_id = ANY ($1)
