SELECT external_id, id FROM organisation WHERE external_id = ANY ($1)
