-- What checks ask about people, a row each: who they turned out to be, where they belong, and the
-- derived periods of their standing. Days are counted from 1970-01-01.
SELECT p.id, p.merged_into, p.professions,
    ARRAY(SELECT programme::text FROM person_peer WHERE person = p.id ORDER BY 1),
    a.organisations, a.starts, a.ends,
    s.programmes, s.roles, s.states, s.starts, s.ends, s.anchors, s.currents
FROM person p
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(organisation), '{}'),
        coalesce(array_agg(from_date - date '1970-01-01'), '{}'),
        coalesce(array_agg(until_date - date '1970-01-01'), '{}')
    FROM affiliation WHERE person = p.id) AS a (organisations, starts, ends)
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(programme::text), '{}'), coalesce(array_agg(role), '{}'),
        coalesce(array_agg(state), '{}'),
        coalesce(array_agg(from_date - date '1970-01-01'), '{}'),
        coalesce(array_agg(until_date - date '1970-01-01'), '{}'),
        coalesce(array_agg(anchor - date '1970-01-01'), '{}'),
        coalesce(array_agg(current_until - date '1970-01-01'), '{}')
    FROM standing WHERE person = p.id)
    AS s (programmes, roles, states, starts, ends, anchors, currents)
WHERE p.id = ANY ($1)
ORDER BY p.id
