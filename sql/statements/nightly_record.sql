-- The end of a statement that begins with `WITH found AS (findings)`: records at most $4 of what
-- was found for the business date $1, with an event for each, if the lease is still of epoch $3.
-- Gives whether it is, and how many were recorded.
, lease AS (
    SELECT FROM nightly_lease WHERE epoch = $3 FOR SHARE),
made AS (
    INSERT INTO notice (rule, licence, person, programme, role, organisation, until_date,
        threshold, on_date, reasons, passed_over)
    SELECT rule, licence, person, programme, role, organisation, until_date, threshold, $1,
        reasons, passed_over
    FROM found
    WHERE EXISTS (SELECT FROM lease)
    ORDER BY licence, person, organisation, programme, role, until_date, threshold, rule
    LIMIT $4
    ON CONFLICT DO NOTHING
    RETURNING *),
told AS (
    INSERT INTO event OVERRIDING SYSTEM VALUE
    SELECT e.*
    FROM (SELECT * FROM made ORDER BY id) AS n
    CROSS JOIN LATERAL event_made('nightly', 'expiry run', 'N-' || n.id, NULL,
        jsonb_strip_nulls(jsonb_build_object(
            'on', n.on_date, 'rule', n.rule,
            'about', coalesce('L-' || n.licence, 'P-' || n.person, 'O-' || n.organisation),
            'programme', n.programme, 'role', n.role,
            'organisation', CASE WHEN coalesce(n.licence, n.person) IS NOT NULL
                THEN 'O-' || n.organisation END,
            'until', n.until_date, 'threshold', n.threshold,
            'reasons', CASE WHEN n.reasons <> '{}' THEN to_jsonb(n.reasons) END,
            'passed-over', CASE WHEN n.passed_over THEN true END))) AS e)
SELECT EXISTS (SELECT FROM lease), (SELECT count(*) FROM made)
