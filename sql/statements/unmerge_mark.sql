-- The one is somebody again, and the other forgets what they learnt, where nobody changed it since.
WITH kept AS (
    SELECT moved -> 'into' AS was, moved -> 'made' -> 'into' AS became
    FROM person_merge
    WHERE person = $1),
peer AS (
    DELETE FROM person_peer p
    USING kept
    WHERE p.person = $2 AND NOT kept.was -> 'peers' ? p.programme::text
        AND kept.became -> 'peers' = to_jsonb(ARRAY(
            SELECT programme::text FROM person_peer WHERE person = $2 ORDER BY 1))),
mark AS (
    UPDATE person SET merged_into = NULL, version = version + 1 WHERE id = $1)
UPDATE person p
SET email = CASE WHEN p.email IS NOT DISTINCT FROM kept.became ->> 'email'
        THEN kept.was ->> 'email' ELSE p.email END,
    professions = CASE WHEN to_jsonb(p.professions) = kept.became -> 'professions'
        THEN ARRAY(SELECT jsonb_array_elements_text(kept.was -> 'professions'))
        ELSE p.professions END,
    version = version + 1
FROM kept
WHERE p.id = $2
