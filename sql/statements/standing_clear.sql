DELETE FROM standing WHERE person = ANY ($1) AND programme = $2
