-- At most $3 people after $2 who are certified in one of the programmes.
SELECT DISTINCT person FROM certification
WHERE person > $2 AND programme::text = ANY ($1)
ORDER BY person
LIMIT $3
