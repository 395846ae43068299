-- Withdraws at most $3 notices that have become moot by the business date $1, with an event for
-- each, if the lease is still of epoch $2. Moot is what announces an end that is not one any
-- more: renewed, revoked, moved to another day, or a report filed since. What was acknowledged
-- stays.
WITH lease AS (
    SELECT FROM nightly_lease WHERE epoch = $2 FOR SHARE),
still_open AS (
    SELECT id, rule, licence, person, programme, role, organisation, until_date
    FROM notice
    WHERE acknowledged IS NULL AND withdrawn_on IS NULL AND NOT passed_over AND on_date <= $1),
moot AS (
    SELECT n.id
    FROM still_open n JOIN licence l ON l.id = n.licence
    WHERE n.rule IN ('expired', 'expiring')
        AND (l.revoked_on <= $1 OR l.until_date <> n.until_date)
    UNION SELECT n.id
    FROM still_open n JOIN licence r ON r.renewal_of = n.licence
    WHERE n.rule IN ('expired', 'expiring') AND (r.revoked_on IS NULL OR r.revoked_on > $1)
    UNION SELECT n.id
    FROM still_open n
    WHERE n.rule IN ('lapsed', 'expiring') AND n.person IS NOT NULL AND NOT EXISTS (
        SELECT FROM standing s
        WHERE s.person = n.person AND s.programme = n.programme AND s.role = n.role
            AND s.from_date <= $1 AND (s.until_date IS NULL OR s.until_date >= $1)
            AND s.state <> 'revoked' AND s.current_until = n.until_date)
    UNION SELECT n.id
    FROM still_open n JOIN licence l ON l.id = n.licence
    WHERE n.rule = 'coverage-ended' AND l.revoked_on <= $1
    UNION SELECT n.id
    FROM still_open n
    WHERE n.rule = 'coverage-ended' AND NOT EXISTS (
        SELECT FROM licence_coverage c
        WHERE c.licence = n.licence AND c.organisation = n.organisation
            AND c.until_date = n.until_date)
    UNION SELECT n.id
    FROM still_open n
    WHERE n.rule = 'affiliation-ended' AND NOT EXISTS (
        SELECT FROM affiliation a
        WHERE a.person = n.person AND a.organisation = n.organisation
            AND a.until_date = n.until_date)
    UNION SELECT n.id
    FROM still_open n
    WHERE n.rule IN ('report-due', 'report-overdue') AND NOT EXISTS (
        SELECT FROM reports_owed($1) o WHERE o.licence = n.licence AND o.due = n.until_date)),
gone AS (
    UPDATE notice n SET withdrawn_on = $1, version = n.version + 1
    WHERE n.id IN (SELECT id FROM moot ORDER BY id LIMIT $3)
        -- Asked again of the row as it is when it is written: it may be acknowledged by now.
        AND n.acknowledged IS NULL AND n.withdrawn_on IS NULL AND EXISTS (SELECT FROM lease)
    RETURNING n.id),
told AS (
    INSERT INTO event (account, command, thing, before, after)
    SELECT 'nightly', 'expiry run', 'N-' || id, '{"state": "open"}',
        jsonb_build_object('state', 'withdrawn', 'on', $1)
    FROM gone
    ORDER BY id)
SELECT EXISTS (SELECT FROM lease), (SELECT count(*) FROM gone)
