SELECT p.id, p.professions,
    ARRAY(SELECT programme::text FROM person_peer WHERE person = p.id ORDER BY 1)
FROM person p
WHERE p.id = ANY ($1)
