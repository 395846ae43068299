-- What the merge made of what both had, so that taking it back sees what was changed since.
UPDATE person_merge
SET moved = moved || jsonb_build_object(
    'joined', (SELECT coalesce(jsonb_object_agg(organisation, rows), '{}') FROM (
        SELECT organisation, jsonb_agg(to_jsonb(a) ORDER BY id) AS rows
        FROM affiliation a
        WHERE person = $2 AND organisation IN (
            SELECT (k ->> 'organisation')::bigint FROM jsonb_array_elements(moved -> 'affiliation') k
            WHERE (k ->> 'person')::bigint = $1)
        GROUP BY organisation) AS by_organisation),
    'folded', (SELECT coalesce(jsonb_object_agg(c.id, jsonb_build_object(
            'revoked_on', c.revoked_on, 'suspension', ARRAY(
                SELECT to_jsonb(s) FROM certification_suspension s
                WHERE certification = c.id ORDER BY s.id))), '{}')
        FROM certification c
        WHERE c.person = $2),
    'is', (SELECT jsonb_build_object('email', email, 'professions', professions)
        FROM person WHERE id = $2))
WHERE person = $1
