-- The spans that the merge made go, where nobody changed them since.
WITH unchanged AS (
    SELECT joined.key::bigint AS organisation
    FROM person_merge, jsonb_each(moved -> 'joined') AS joined
    WHERE person = $1 AND joined.value = (
        SELECT jsonb_agg(to_jsonb(a) ORDER BY id) FROM affiliation a
        WHERE a.person = $2 AND a.organisation = joined.key::bigint))
DELETE FROM affiliation a
USING unchanged
WHERE a.person = $2 AND a.organisation = unchanged.organisation
