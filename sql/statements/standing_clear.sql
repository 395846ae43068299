DELETE FROM standing WHERE person = ANY ($1) AND programme::text = ANY ($2)
