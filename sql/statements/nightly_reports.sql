-- Annual reports not filed: due on the day after their licence year, overdue when the grace after
-- that lies before the business date ($1). Each is found once as due, on a date on which it is
-- not overdue yet, and once as overdue. $2 as for `expired`.
WITH grace AS MATERIALIZED (
    SELECT from_date, until_date, least(greatest(0, coalesce(numbers[1], 0)), 36525) AS days
    FROM policy_in_effect
    WHERE name = 'report-grace-days')
SELECT f.rule, o.licence, NULL::bigint AS person, NULL::text AS programme, NULL::text AS role,
    NULL::bigint AS organisation, o.due AS until_date, NULL::integer AS threshold,
    '{}'::text[] AS reasons, false AS passed_over
FROM grace g
CROSS JOIN reports_owed($1) o
CROSS JOIN LATERAL (
    SELECT CASE WHEN o.due + g.days < $1 THEN 'report-overdue' ELSE 'report-due' END AS rule) f
WHERE g.from_date <= $1 AND (g.until_date IS NULL OR g.until_date >= $1)
    AND NOT EXISTS (
        SELECT FROM notice n
        WHERE n.rule = f.rule AND n.licence = o.licence AND n.until_date = o.due)
    AND NOT EXISTS (
        SELECT FROM grace e
        WHERE CASE f.rule
            WHEN 'report-due' THEN greatest($2, e.from_date, o.due)
                <= least($1 - 1, e.until_date, o.due + e.days)
            ELSE greatest($2, e.from_date, o.due + e.days + 1) <= least($1 - 1, e.until_date)
            END)
