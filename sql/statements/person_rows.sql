SELECT p.id, p.name, p.email, p.external_id, p.professions,
    ARRAY(SELECT programme::text FROM person_peer WHERE person = p.id ORDER BY 1), p.version,
    p.erased_on, p.merged_into, ARRAY(SELECT id FROM person WHERE merged_into = p.id ORDER BY 1)
FROM person p
WHERE p.id = ANY ($1)
ORDER BY p.id
