SELECT p.id, p.name, p.email, p.external_id, p.professions,
    ARRAY(SELECT programme::text FROM person_peer WHERE person = p.id ORDER BY 1), p.version
FROM person p
WHERE p.id = ANY ($1)
ORDER BY p.id
