-- What the other learnt is forgotten, where nobody changed it since.
WITH kept AS (
    SELECT moved -> 'into' AS was, moved -> 'is' AS became FROM person_merge WHERE person = $1),
peer AS (
    DELETE FROM person_peer p
    USING kept, person_peer own
    WHERE p.person = $2 AND own.person = $1 AND own.programme = p.programme
        AND NOT kept.was -> 'peers' ? p.programme::text),
mark AS (
    UPDATE person SET merged_into = NULL, version = version + 1 WHERE id = $1)
UPDATE person p
SET email = CASE WHEN to_jsonb(p.email) IS NOT DISTINCT FROM nullif(kept.became -> 'email', 'null')
        THEN kept.was ->> 'email' ELSE p.email END,
    professions = CASE WHEN to_jsonb(p.professions) = kept.became -> 'professions'
        THEN ARRAY(SELECT jsonb_array_elements_text(kept.was -> 'professions'))
        ELSE p.professions END,
    version = version + 1
FROM kept
WHERE p.id = $2
