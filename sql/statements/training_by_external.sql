SELECT external_id, id FROM training WHERE external_id = ANY ($1)
