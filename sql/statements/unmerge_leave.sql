-- The days that the merge made go, where nobody changed them since; else they stay the other's.
WITH unchanged AS (
    SELECT made.key::bigint AS organisation
    FROM person_merge m
    CROSS JOIN jsonb_each(m.moved -> 'made' -> 'affiliation') AS made
    WHERE m.person = $1 AND made.value = (
        SELECT jsonb_agg(a ORDER BY a.id) FROM affiliation a
        WHERE a.person = $2 AND a.organisation = made.key::bigint))
DELETE FROM affiliation a
USING unchanged
WHERE a.person = $2 AND a.organisation = unchanged.organisation
