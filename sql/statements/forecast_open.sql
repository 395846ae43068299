-- Opens a cursor over what begins or ends by itself after one day ($1) and up to another ($2), in
-- order of the day: of one organisation ($3) or all, of one programme ($4) or all. Licences and
-- their coverage are only named: what became of them, the domain tells.
DECLARE forecast NO SCROLL CURSOR FOR
WITH grace AS MATERIALIZED (
    SELECT from_date, least(greatest(0, coalesce(numbers[1], 0)), 36525) AS days
    FROM policy_in_effect
    WHERE name = 'report-grace-days'),
owed AS MATERIALIZED (
    -- Reports that are not filed and fall due by then. What is revoked, the domain leaves out.
    SELECT l.id AS licence, y.due
    FROM licence l
    CROSS JOIN LATERAL generate_series(0, greatest(0,
        extract(year FROM least(l.until_date, $2::date))::integer
            - extract(year FROM l.from_date)::integer)) AS n
    CROSS JOIN LATERAL (
        SELECT (l.from_date + make_interval(months => 12 * n))::date AS first,
            least((l.from_date + make_interval(months => 12 * n + 12))::date,
                l.until_date + 1) AS due) AS y
    WHERE l.from_date < $2 AND y.first <= l.until_date AND y.due <= $2
        AND NOT EXISTS (
            SELECT FROM licence_report r WHERE r.licence = l.id AND r.year = y.first)),
licence_turn AS (
    SELECT id AS licence, from_date AS day FROM licence WHERE from_date > $1 AND from_date <= $2
    UNION SELECT id, until_date + 1 FROM licence WHERE until_date >= $1 AND until_date < $2
    UNION SELECT id, revoked_on FROM licence WHERE revoked_on > $1 AND revoked_on <= $2
    UNION SELECT licence, from_date FROM licence_suspension
    WHERE from_date > $1 AND from_date <= $2
    UNION SELECT licence, until_date + 1 FROM licence_suspension
    WHERE until_date >= $1 AND until_date < $2
    UNION SELECT licence, due FROM owed WHERE due > $1
    UNION SELECT o.licence, o.due + g.days + 1 FROM owed o CROSS JOIN grace g
    WHERE o.due + g.days >= $1 AND o.due + g.days < $2
    UNION SELECT o.licence, g.from_date FROM owed o JOIN grace g ON o.due <= g.from_date
    WHERE g.from_date > $1 AND g.from_date <= $2),
coverage_turn AS (
    SELECT licence, organisation, from_date AS day FROM licence_coverage
    WHERE from_date > $1 AND from_date <= $2
    UNION SELECT licence, organisation, until_date + 1 FROM licence_coverage
    WHERE until_date >= $1 AND until_date < $2),
affiliation_turn AS (
    SELECT person, organisation, from_date AS day, 'not-yet' AS was, 'in-force' AS becomes,
        NULL::date AS until_date
    FROM affiliation WHERE from_date > $1 AND from_date <= $2
    UNION ALL SELECT person, organisation, until_date + 1, 'in-force', 'ended', until_date
    FROM affiliation WHERE until_date >= $1 AND until_date < $2),
named AS (
    -- The licences that concern the organisation and the programme.
    SELECT l.id
    FROM licence l
    WHERE ($3::bigint IS NULL OR l.holder = $3 OR EXISTS (
            SELECT FROM licence_coverage c WHERE c.licence = l.id AND c.organisation = $3))
        AND ($4::text IS NULL OR l.any_programme OR EXISTS (
            SELECT FROM licence_programme p WHERE p.licence = l.id AND p.programme = $4)))
SELECT day, 'licence' AS what, 1 AS place, licence AS thing, NULL::bigint AS organisation,
    NULL::text AS programme, NULL::text AS role, NULL::text AS was, NULL::text AS becomes,
    NULL::date AS until_date
FROM licence_turn WHERE licence IN (SELECT id FROM named)
UNION ALL
SELECT day, 'coverage', 2, licence, organisation, NULL, NULL, NULL, NULL, NULL
FROM coverage_turn
WHERE licence IN (SELECT id FROM named) AND ($3 IS NULL OR organisation = $3 OR EXISTS (
    SELECT FROM licence WHERE id = licence AND holder = $3))
UNION ALL
SELECT s.from_date, 'certification', 3, s.person, NULL, s.programme::text, s.role,
    coalesce(b.state, 'untrained'), s.state, s.current_until
FROM standing s
LEFT JOIN standing b ON b.person = s.person AND b.programme = s.programme AND b.role = s.role
    AND b.until_date = s.from_date - 1
WHERE s.from_date > $1 AND s.from_date <= $2 AND s.state IS DISTINCT FROM b.state
    AND ($4 IS NULL OR s.programme = $4)
    AND ($3 IS NULL OR EXISTS (
        SELECT FROM affiliation a
        WHERE a.person = s.person AND a.organisation = $3 AND a.from_date <= s.from_date
            AND (a.until_date IS NULL OR a.until_date >= s.from_date - 1)))
UNION ALL
SELECT t.day, 'affiliation', 4, t.person, t.organisation, NULL, NULL, t.was, t.becomes,
    t.until_date
FROM affiliation_turn t
WHERE ($3 IS NULL OR t.organisation = $3) AND ($4 IS NULL OR EXISTS (
    SELECT FROM standing s WHERE s.person = t.person AND s.programme = $4))
UNION ALL
SELECT closed_on, 'organisation', 5, id, NULL, NULL, NULL, 'open', 'closed', NULL
FROM organisation
WHERE closed_on > $1 AND closed_on <= $2 AND ($3 IS NULL OR id = $3)
UNION ALL
SELECT until_date + 1, 'training', 6, id, organisation, programme::text, NULL, 'scheduled',
    'overdue', until_date
FROM training
WHERE scheduled AND NOT voided AND until_date >= $1 AND until_date < $2
    AND ($3 IS NULL OR organisation = $3) AND ($4 IS NULL OR programme = $4)
UNION ALL
SELECT until_date + 1, 'workshop', 7, id, organisation, programme::text, NULL, 'scheduled',
    'overdue', until_date
FROM workshop
WHERE scheduled AND NOT voided AND until_date >= $1 AND until_date < $2
    AND ($3 IS NULL OR organisation = $3) AND ($4 IS NULL OR programme = $4)
ORDER BY day, place, thing, organisation, programme, role, was
