SELECT id, closed_on FROM organisation WHERE id = ANY ($1)
