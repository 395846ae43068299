-- Licences and certifications that will end: one row for each rung of the ladder that is due on
-- the business date ($1) and not recorded. All but the tightest rung due are passed over.
-- $2 as for `expired`. A rung counts up to a hundred years, far beyond any term.
WITH ladder AS MATERIALIZED (
    SELECT DISTINCT p.from_date, p.until_date, rung
    FROM policy_in_effect p CROSS JOIN LATERAL unnest(p.numbers) AS rung
    WHERE p.name = 'expiry-ladder-days' AND rung BETWEEN 0 AND 36525),
present AS MATERIALIZED (
    SELECT rung FROM ladder
    WHERE from_date <= $1 AND (until_date IS NULL OR until_date >= $1))
SELECT 'expiring' AS rule, l.id AS licence, NULL::bigint AS person, NULL::text AS programme,
    NULL::text AS role, NULL::bigint AS organisation, l.until_date, p.rung AS threshold,
    '{}'::text[] AS reasons,
    p.rung > (SELECT min(t.rung) FROM present t WHERE l.until_date - $1 <= t.rung) AS passed_over
FROM present p
JOIN licence l ON l.until_date BETWEEN $1 AND $1 + p.rung
WHERE (l.revoked_on IS NULL OR l.revoked_on > $1)
    AND NOT EXISTS (
        SELECT FROM notice n
        WHERE n.rule = 'expiring' AND n.licence = l.id AND n.until_date = l.until_date
            AND n.threshold = p.rung)
    AND NOT EXISTS (
        SELECT FROM ladder e
        WHERE e.rung = p.rung
            AND greatest($2, l.until_date - e.rung, e.from_date) <= least($1 - 1, e.until_date))
UNION ALL
SELECT 'expiring', NULL, s.person, s.programme::text, s.role, NULL, s.current_until, p.rung,
    '{}'::text[],
    p.rung > (SELECT min(t.rung) FROM present t WHERE s.current_until - $1 <= t.rung)
FROM present p
JOIN standing s ON s.current_until BETWEEN $1 AND $1 + p.rung
WHERE s.from_date <= $1 AND (s.until_date IS NULL OR s.until_date >= $1)
    AND s.state <> 'revoked'
    AND NOT EXISTS (
        SELECT FROM notice n
        WHERE n.rule = 'expiring' AND n.person = s.person AND n.programme = s.programme
            AND n.role = s.role AND n.until_date = s.current_until AND n.threshold = p.rung)
    AND NOT EXISTS (
        SELECT FROM ladder e, standing b
        WHERE e.rung = p.rung AND b.person = s.person AND b.programme = s.programme
            AND b.role = s.role AND b.current_until = s.current_until AND b.state <> 'revoked'
            AND greatest($2, b.current_until - e.rung, e.from_date, b.from_date)
                <= least($1 - 1, e.until_date, b.until_date))
