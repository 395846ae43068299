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
    INSERT INTO event (account, command, thing, after)
    SELECT 'nightly', 'expiry run', 'N-' || id, jsonb_strip_nulls(jsonb_build_object(
        'on', on_date, 'rule', rule,
        'about', coalesce('L-' || licence, 'P-' || person, 'O-' || organisation),
        'programme', programme, 'role', role,
        'organisation', CASE WHEN coalesce(licence, person) IS NOT NULL
            THEN 'O-' || organisation END,
        'until', until_date, 'threshold', threshold,
        'reasons', CASE WHEN reasons <> '{}' THEN to_jsonb(reasons) END,
        'passed-over', CASE WHEN passed_over THEN true END))
    FROM made
    ORDER BY id)
SELECT EXISTS (SELECT FROM lease), (SELECT count(*) FROM made)
