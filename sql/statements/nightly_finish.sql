-- Finishes the run of a business date: what it announced is counted, an event says so, and what is
-- to be told to whom is laid down: to the contacts of the organisations concerned ($3), else to
-- the administrators ($4), and to the hook ($5). Told are notices that this run made or opened
-- again, and those whose rest ended the day before. Gives whether the lease is held, and the count.
WITH lease AS (
    SELECT FROM nightly_lease WHERE epoch = $2 FOR SHARE),
finished AS (
    UPDATE expiry_run SET finished = clock_timestamp(), items = (
        SELECT count(*) FROM notice WHERE on_date = $1 AND NOT passed_over)
    WHERE on_date = $1 AND finished IS NULL AND EXISTS (SELECT FROM lease)
    RETURNING on_date, items),
told AS (
    INSERT INTO event OVERRIDING SYSTEM VALUE
    SELECT e.*
    FROM finished f
    CROSS JOIN LATERAL event_made('nightly', 'expiry run', f.on_date::text, NULL,
        jsonb_build_object('on', f.on_date, 'items', f.items)) AS e),
telling AS MATERIALIZED (
    SELECT n.id, n.licence, n.person, n.organisation
    FROM notice n
    WHERE EXISTS (SELECT FROM finished) AND NOT n.passed_over AND ($3 OR $4 OR $5)
        AND (n.on_date = $1 OR n.rearmed_on = $1 OR n.snoozed_until = $1 - 1)
        AND notice_state(n, $1) = 'open'),
concerned AS (
    SELECT t.id AS notice, l.holder AS organisation
    FROM telling t JOIN licence l ON l.id = t.licence
    UNION SELECT id, organisation FROM telling WHERE organisation IS NOT NULL
    UNION SELECT t.id, a.organisation
    FROM telling t JOIN affiliation a ON a.person = t.person
        AND a.from_date <= $1 AND (a.until_date IS NULL OR a.until_date >= $1)),
reachable AS (
    SELECT c.notice, c.organisation
    FROM concerned c JOIN organisation o ON o.id = c.organisation
    WHERE $3 AND o.contact IS NOT NULL),
recipient AS (
    SELECT notice, organisation FROM reachable
    UNION ALL
    SELECT t.id, NULL FROM telling t
    WHERE $4 AND NOT EXISTS (SELECT FROM reachable r WHERE r.notice = t.id)),
mail AS (
    INSERT INTO dispatch (channel, organisation, on_date)
    SELECT DISTINCT 'mail', organisation, $1 FROM recipient
    RETURNING id, organisation),
hook AS (
    INSERT INTO dispatch (channel, notice, on_date)
    SELECT 'hook', id, $1 FROM telling WHERE $5
    RETURNING id, notice),
addressed AS (
    INSERT INTO dispatch_notice (dispatch, notice)
    SELECT m.id, r.notice
    FROM mail m JOIN recipient r ON coalesce(r.organisation, 0) = coalesce(m.organisation, 0)
    UNION ALL SELECT id, notice FROM hook)
SELECT EXISTS (SELECT FROM lease), coalesce((SELECT items FROM finished), 0)::bigint
