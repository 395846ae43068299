-- What is there of both before one is merged into the other, for taking it back: all that is of the
-- one, and what the other has in the same place.
WITH held AS (
    SELECT c.id
    FROM certification c
    WHERE c.person = $1 OR (c.person = $2 AND EXISTS (
        SELECT FROM certification o
        WHERE o.person = $1 AND o.programme = c.programme AND o.role = c.role)))
INSERT INTO person_merge (person, moved)
SELECT $1, jsonb_build_object(
    'into', (SELECT jsonb_build_object('email', p.email, 'professions', p.professions, 'peers',
            ARRAY(SELECT programme::text FROM person_peer WHERE person = p.id ORDER BY 1))
        FROM person p WHERE p.id = $2),
    'merged', ARRAY(SELECT id FROM person WHERE merged_into = $2),
    'affiliation', (SELECT coalesce(jsonb_agg(a), '[]') FROM affiliation a
        WHERE person = $1 OR (person = $2 AND organisation IN (
            SELECT organisation FROM affiliation WHERE person = $1))),
    'trainer', (SELECT coalesce(jsonb_agg(r), '[]') FROM training_trainer r
        WHERE person = $1 OR (person = $2 AND training IN (
            SELECT training FROM training_trainer WHERE person = $1))),
    'attendee', (SELECT coalesce(jsonb_agg(r), '[]') FROM training_attendee r
        WHERE person = $1 OR (person = $2 AND training IN (
            SELECT training FROM training_attendee WHERE person = $1))),
    'leader', (SELECT coalesce(jsonb_agg(r), '[]') FROM workshop_leader r
        WHERE person = $1 OR (person = $2 AND workshop IN (
            SELECT workshop FROM workshop_leader WHERE person = $1))),
    'certification', (SELECT coalesce(jsonb_agg(c), '[]') FROM certification c
        WHERE c.id IN (SELECT id FROM held)),
    'award', (SELECT coalesce(jsonb_agg(a), '[]') FROM award a
        WHERE a.certification IN (SELECT id FROM held)),
    'suspension', (SELECT coalesce(jsonb_agg(s), '[]') FROM certification_suspension s
        WHERE s.certification IN (SELECT id FROM held)),
    'notice', (SELECT coalesce(jsonb_agg(id), '[]') FROM notice WHERE person = $1),
    'account', (SELECT coalesce(jsonb_agg(id), '[]') FROM account WHERE person = $1),
    'token', (SELECT coalesce(jsonb_agg(id), '[]') FROM account_token WHERE person = $1))
