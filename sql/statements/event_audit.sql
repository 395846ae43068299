-- Events after $1, up to $2 where it is given: the digest made anew, whether the event carries the
-- same one (absent where it carries none), and the people of whom it keeps something else than it
-- is bound to. What an erased person's event kept is rightly gone. The expressions are those of
-- event_add.sql, of built-in functions only: a function of the schema could be exchanged.
SELECT e.serial, made.digest, e.digest = made.digest,
    ARRAY(
        SELECT bound.key
        FROM jsonb_each_text(e.personal) AS bound
        LEFT JOIN event_personal p ON p.event = e.serial AND bound.key = 'P-' || p.person
        WHERE CASE
            WHEN p.event IS NULL THEN NOT EXISTS (
                SELECT FROM event x WHERE x.thing = bound.key AND x.command = 'person erase')
            ELSE bound.value <> encode(sha256(convert_to(
                p.salt::text || jsonb_build_array(p.before, p.after, p.reason)::text, 'UTF8')),
                'hex')
            END
        UNION
        SELECT 'P-' || p.person
        FROM event_personal p
        WHERE p.event = e.serial AND NOT coalesce(e.personal, '{}') ? ('P-' || p.person)
        ORDER BY 1),
    pg_snapshot_xmin(pg_current_snapshot())::text::bigint
FROM event e
CROSS JOIN LATERAL (
    SELECT sha256(convert_to(jsonb_object_agg(key, value)::text, 'UTF8')) AS digest
    FROM jsonb_each((to_jsonb(e) - 'digest') || jsonb_build_object(
        'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
    WHERE value <> 'null') AS made
WHERE e.serial > $1 AND ($2::bigint IS NULL OR e.serial <= $2)
ORDER BY e.serial
LIMIT $3
