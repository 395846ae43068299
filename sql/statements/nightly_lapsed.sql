-- Certifications whose current-until, as known on the business date ($1), lies before it and was
-- not announced. A suspension changes nothing, a revocation leaves them out. $2 as for `expired`.
SELECT 'lapsed' AS rule, NULL::bigint AS licence, s.person, s.programme::text, s.role,
    NULL::bigint AS organisation, s.current_until AS until_date, NULL::integer AS threshold,
    '{}'::text[] AS reasons, false AS passed_over
FROM standing s
WHERE s.current_until < $1
    AND s.from_date <= $1 AND (s.until_date IS NULL OR s.until_date >= $1)
    AND s.state <> 'revoked'
    AND NOT EXISTS (
        SELECT FROM notice n
        WHERE n.rule = 'lapsed' AND n.person = s.person AND n.programme = s.programme
            AND n.role = s.role AND n.until_date = s.current_until)
    AND NOT EXISTS (
        SELECT FROM standing e
        WHERE e.person = s.person AND e.programme = s.programme AND e.role = s.role
            AND e.current_until = s.current_until AND e.state <> 'revoked'
            AND greatest($2, e.current_until + 1, e.from_date) <= least($1 - 1, e.until_date))
