-- Pairs of organisation and programme whose verdict on the later day ($2) may differ from that on
-- the earlier one ($1): every pair for which something begins or ends between them. Some of them
-- will not differ; none that does is missing. Where a run finished on the earlier day, pairs whose
-- facts were written since it began are among them, whatever dates those facts have. Pairs after
-- ($3, $4), at most $5; $6 are the codes of the rules by which organisations are judged.
WITH written AS (
    -- Transaction numbers mean nothing in a database that was restored from a dump, where they
    -- begin anew; there the serial says all, for nothing was running.
    SELECT DISTINCT thing
    FROM event
    -- Where no run finished then, the log is not looked at at all.
    WHERE EXISTS (SELECT FROM expiry_run WHERE on_date = $1)
        AND (serial > (SELECT serial FROM expiry_run WHERE on_date = $1)
            OR (transaction >= (SELECT horizon FROM expiry_run WHERE on_date = $1)
                AND transaction < pg_snapshot_xmax(pg_current_snapshot())))),
news AS (
    SELECT left(thing, 1) AS letter, substr(thing, 3)::bigint AS number
    FROM written
    WHERE thing ~ '^[OPLTWCR]-[0-9]{1,18}$'),
amended AS (
    SELECT p.number FROM written w JOIN programme p ON p.code::text = w.thing),
turned AS (
    -- Policy that takes another rule, or the same one more or less severely, and policy that was
    -- written since: every pair.
    SELECT WHERE EXISTS (SELECT FROM news WHERE letter = 'R') OR EXISTS (
        SELECT FROM severity
        WHERE code = ANY ($6) AND ((from_date > $1 AND from_date <= $2)
            OR (until_date >= $1 AND until_date < $2)))
    OR EXISTS (
        SELECT FROM policy_number
        WHERE name = 'report-grace-days' AND ((from_date > $1 AND from_date <= $2)
            OR (until_date >= $1 AND until_date < $2)))),
overdue AS (
    -- Reports that become overdue, where that does more than warn.
    SELECT o.licence
    FROM policy_in_effect g
    CROSS JOIN reports_owed($2) o
    WHERE g.name = 'report-grace-days'
        AND g.from_date <= $2 AND (g.until_date IS NULL OR g.until_date >= $2)
        AND o.due >= $1 - least(greatest(0, coalesce(g.numbers[1], 0)), 36525)
        AND (SELECT severity FROM severity
            WHERE code = 'report-overdue' AND from_date <= $2
                AND (until_date IS NULL OR until_date >= $2)
            ORDER BY from_date DESC, id DESC LIMIT 1) IS DISTINCT FROM 'warn'),
changed AS (
    SELECT id AS licence FROM licence WHERE from_date > $1 AND from_date <= $2
    UNION SELECT id FROM licence WHERE until_date >= $1 AND until_date < $2
    UNION SELECT id FROM licence WHERE revoked_on > $1 AND revoked_on <= $2
    UNION SELECT licence FROM licence_suspension WHERE from_date > $1 AND from_date <= $2
    UNION SELECT licence FROM licence_suspension WHERE until_date >= $1 AND until_date < $2
    UNION SELECT licence FROM overdue),
served AS (
    -- OFFSET 0 has each licence looked up by its number, for few have changed.
    SELECT c.licence, l.holder AS organisation
    FROM changed c
    CROSS JOIN LATERAL (SELECT holder FROM licence WHERE id = c.licence OFFSET 0) l
    UNION SELECT c.licence, o.organisation
    FROM changed c
    CROSS JOIN LATERAL (
        SELECT organisation FROM licence_coverage WHERE licence = c.licence OFFSET 0) o
    UNION SELECT licence, organisation FROM licence_coverage
    WHERE from_date > $1 AND from_date <= $2
    UNION SELECT licence, organisation FROM licence_coverage
    WHERE until_date >= $1 AND until_date < $2),
moved AS (
    SELECT person, organisation FROM affiliation WHERE from_date > $1 AND from_date <= $2
    UNION SELECT person, organisation FROM affiliation
    WHERE until_date >= $1 AND until_date < $2),
person_news AS (
    SELECT number AS person FROM news WHERE letter = 'P'
    UNION SELECT c.person FROM news n JOIN certification c ON c.id = n.number
    WHERE n.letter = 'C'
    UNION SELECT r.person FROM news n JOIN training_trainer r ON r.training = n.number
    WHERE n.letter = 'T'
    UNION SELECT r.person FROM news n JOIN training_attendee r ON r.training = n.number
    WHERE n.letter = 'T'
    UNION SELECT r.person FROM news n JOIN workshop_leader r ON r.workshop = n.number
    WHERE n.letter = 'W'),
touched AS (
    SELECT o.id AS organisation FROM news n JOIN organisation o ON o.id = n.number
    WHERE n.letter = 'O'
    UNION SELECT l.holder FROM news n JOIN licence l ON l.id = n.number WHERE n.letter = 'L'
    UNION SELECT c.organisation FROM news n JOIN licence_coverage c ON c.licence = n.number
    WHERE n.letter = 'L'
    UNION SELECT a.organisation FROM person_news n JOIN affiliation a ON a.person = n.person),
pair AS (
    SELECT t.organisation, p.number FROM touched t CROSS JOIN programme p
    UNION SELECT s.organisation, p.number
    FROM served s
    CROSS JOIN LATERAL (
        SELECT id, type, any_programme FROM licence WHERE id = s.licence OFFSET 0) l
    JOIN programme p ON l.type = ANY (p.licence_types) AND (l.any_programme OR EXISTS (
        SELECT FROM licence_programme x WHERE x.licence = l.id AND x.programme = p.code))
    UNION SELECT o.id, p.number
    FROM organisation o CROSS JOIN programme p
    WHERE o.closed_on > $1 AND o.closed_on <= $2
    UNION SELECT m.organisation, p.number
    FROM moved m
    JOIN programme p ON p.professions <> '{}'
        OR NOT EXISTS (SELECT FROM training_format f WHERE f.programme = p.code)
        OR EXISTS (SELECT FROM standing s WHERE s.person = m.person AND s.programme = p.code)
    UNION SELECT a.organisation, p.number
    FROM standing s
    JOIN affiliation a ON a.person = s.person AND a.from_date <= $2
        AND (a.until_date IS NULL OR a.until_date >= $1)
    JOIN programme p ON p.code = s.programme
    WHERE s.from_date > $1 AND s.from_date <= $2
    -- An organisation with rules of its own is judged each night: nothing is derived for those.
    UNION SELECT r.organisation, p.number
    FROM (
        SELECT organisation, programme, from_date, until_date FROM retention_rule
        UNION ALL SELECT organisation, programme, from_date, until_date FROM experience_rule) r
    JOIN programme p ON r.programme IS NULL OR r.programme = p.code
    WHERE r.organisation IS NOT NULL
        AND r.from_date <= $2 AND (r.until_date IS NULL OR r.until_date >= $1)
    UNION SELECT o.id, p.number
    FROM amended p CROSS JOIN organisation o
    UNION SELECT o.id, p.number
    FROM turned CROSS JOIN organisation o CROSS JOIN programme p)
SELECT pair.organisation, pair.number, p.code::text
FROM pair JOIN programme p ON p.number = pair.number
WHERE (pair.organisation, pair.number) > ($3, $4)
ORDER BY 1, 2
LIMIT $5
