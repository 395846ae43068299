-- Coverage that ended before the business date ($1) and was not announced, the licence not being
-- revoked by then. $2 as for `expired`.
SELECT 'coverage-ended' AS rule, c.licence, NULL::bigint AS person, NULL::text AS programme,
    NULL::text AS role, c.organisation, c.until_date, NULL::integer AS threshold,
    '{}'::text[] AS reasons, false AS passed_over
FROM licence_coverage c
JOIN licence l ON l.id = c.licence AND (l.revoked_on IS NULL OR l.revoked_on > $1)
WHERE c.until_date < $1
    AND c.until_date >= CASE WHEN $2 < $1 THEN $1 - 1 ELSE '-infinity'::date END
    AND NOT EXISTS (
        SELECT FROM notice n
        WHERE n.rule = 'coverage-ended' AND n.licence = c.licence
            AND n.organisation = c.organisation AND n.until_date = c.until_date)
