-- What is there of both before the merge, for taking it back.
INSERT INTO person_merge (person, moved)
SELECT $1, jsonb_build_object(
    'into', (SELECT jsonb_build_object('email', email, 'professions', professions, 'peers', ARRAY(
            SELECT programme FROM person_peer WHERE person = $2))
        FROM person WHERE id = $2),
    'affiliation', (SELECT coalesce(jsonb_agg(to_jsonb(a)), '[]') FROM affiliation a
        WHERE person IN ($1, $2)
            AND organisation IN (SELECT organisation FROM affiliation WHERE person = $1)),
    'trainer', (SELECT coalesce(jsonb_agg(to_jsonb(a)), '[]') FROM training_trainer a
        WHERE person IN ($1, $2)),
    'attendee', (SELECT coalesce(jsonb_agg(to_jsonb(a)), '[]') FROM training_attendee a
        WHERE person IN ($1, $2)),
    'leader', (SELECT coalesce(jsonb_agg(to_jsonb(a)), '[]') FROM workshop_leader a
        WHERE person IN ($1, $2)),
    'certification', (SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]') FROM certification c
        WHERE person IN ($1, $2)),
    'award', (SELECT coalesce(jsonb_agg(to_jsonb(a)), '[]') FROM award a
        JOIN certification c ON c.id = a.certification WHERE c.person IN ($1, $2)),
    'suspension', (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM certification_suspension s
        JOIN certification c ON c.id = s.certification WHERE c.person IN ($1, $2)),
    'notice', (SELECT coalesce(jsonb_agg(n.id), '[]') FROM notice n WHERE person = $1))
