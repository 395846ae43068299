-- Whoever was merged is not there: all that they did is the other's.
SELECT p.id, p.professions,
    ARRAY(SELECT programme::text FROM person_peer WHERE person = p.id ORDER BY 1)
FROM person p
WHERE p.id = ANY ($1) AND p.merged_into IS NULL
