-- Licences that ended before the business date ($1) and were not announced as expired.
-- $2 is the first date that was not run: what a run of an earlier date would have found is left
-- out, so that a preview of a later date gives what will be left for it.
SELECT 'expired' AS rule, l.id AS licence, NULL::bigint AS person, NULL::text AS programme,
    NULL::text AS role, NULL::bigint AS organisation, l.until_date, NULL::integer AS threshold,
    '{}'::text[] AS reasons, false AS passed_over
FROM licence l
WHERE l.until_date < $1
    AND l.until_date >= CASE WHEN $2 < $1 THEN $1 - 1 ELSE '-infinity'::date END
    AND (l.revoked_on IS NULL OR l.revoked_on > $1)
    AND NOT EXISTS (
        SELECT FROM notice n
        WHERE n.rule = 'expired' AND n.licence = l.id AND n.until_date = l.until_date)
