-- Affiliations that ended before the business date ($1) and were not announced. $2 as for
-- `expired`.
SELECT 'affiliation-ended' AS rule, NULL::bigint AS licence, a.person, NULL::text AS programme,
    NULL::text AS role, a.organisation, a.until_date, NULL::integer AS threshold,
    '{}'::text[] AS reasons, false AS passed_over
FROM affiliation a
WHERE a.until_date < $1
    AND a.until_date >= CASE WHEN $2 < $1 THEN $1 - 1 ELSE '-infinity'::date END
    AND NOT EXISTS (
        SELECT FROM notice n
        WHERE n.rule = 'affiliation-ended' AND n.person = a.person
            AND n.organisation = a.organisation AND n.until_date = a.until_date)
