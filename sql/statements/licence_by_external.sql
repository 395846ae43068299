SELECT external_id, id FROM licence WHERE external_id = ANY ($1)
