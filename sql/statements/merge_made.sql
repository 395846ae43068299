-- What the merge made of what both had, so that taking it back sees what was changed since.
UPDATE person_merge m
SET moved = moved || jsonb_build_object('made', jsonb_build_object(
    'into', (SELECT jsonb_build_object('email', p.email, 'professions', p.professions, 'peers',
            ARRAY(SELECT programme::text FROM person_peer WHERE person = p.id ORDER BY 1))
        FROM person p WHERE p.id = $2),
    'affiliation', (SELECT coalesce(jsonb_object_agg(organisation, ids), '{}') FROM (
        SELECT a.organisation, jsonb_agg(a ORDER BY a.id) AS ids
        FROM affiliation a
        WHERE a.person = $2 AND a.organisation IN (
            SELECT (k ->> 'organisation')::bigint
            FROM jsonb_array_elements(m.moved -> 'affiliation') AS k)
        GROUP BY a.organisation) AS now),
    'certification', (SELECT coalesce(jsonb_object_agg(c.id, certification_marks(c)), '{}')
        FROM certification c
        WHERE c.id IN (SELECT (k ->> 'id')::bigint
            FROM jsonb_array_elements(m.moved -> 'certification') AS k))))
WHERE m.person = $1
