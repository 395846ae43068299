SELECT id FROM certification WHERE person = $1 AND programme = $2 AND role = $3
