-- Suspensions and revocation of what was folded are the other's own again, where nobody changed
-- them since.
WITH unchanged AS (
    SELECT c.id, was.revoked_on
    FROM person_merge m
    CROSS JOIN jsonb_each(m.moved -> 'folded') AS folded
    JOIN certification c ON c.id = folded.key::bigint
    JOIN jsonb_to_recordset(m.moved -> 'certification') AS was (id bigint, revoked_on date)
        ON was.id = c.id
    JOIN certification own ON own.person = $1 AND own.programme = c.programme
        AND own.role = c.role
    WHERE m.person = $1 AND c.person = $2 AND folded.value = jsonb_build_object(
        'revoked_on', c.revoked_on, 'suspension', ARRAY(
            SELECT to_jsonb(s) FROM certification_suspension s
            WHERE certification = c.id ORDER BY s.id))),
revoked AS (
    UPDATE certification c SET revoked_on = unchanged.revoked_on, version = version + 1
    FROM unchanged WHERE c.id = unchanged.id),
gone AS (
    DELETE FROM certification_suspension s
    USING unchanged
    WHERE s.certification = unchanged.id)
SELECT id FROM unchanged
