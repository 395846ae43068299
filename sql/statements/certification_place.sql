SELECT person, programme::text, role FROM certification WHERE id = $1
