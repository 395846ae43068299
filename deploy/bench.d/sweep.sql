-- The nightly run of a date, every date before it having been run, as plain SQL in one transaction:
-- the same notices, the same events with their digests, the same verdicts kept. The findings and
-- the candidates are the daemon's own statements, put in at the marks.
BEGIN;
INSERT INTO expiry_run (on_date, serial)
SELECT date '@day@', coalesce(max(serial), 0) FROM event;

CREATE TEMPORARY TABLE pair ON COMMIT DROP AS
SELECT organisation, code AS programme, date '@day@' AS day
FROM (
@candidates@
) AS candidate (organisation, number, code);
ANALYZE pair;

CREATE TEMPORARY TABLE judged ON COMMIT DROP AS
@judge@;

CREATE TEMPORARY TABLE turned ON COMMIT DROP AS
SELECT j.*, k.may_offer AS offered, k.may_train AS trained
FROM judged j
LEFT JOIN verdict_known k ON k.organisation = j.organisation AND k.programme = j.programme
WHERE (k.may_offer, k.may_train) IS DISTINCT FROM (j.may_offer, j.may_train);

-- Those that changed are judged on the day before too: for the reasons of what was gained, and for
-- what was never kept.
TRUNCATE pair;
INSERT INTO pair SELECT organisation, programme, date '@day@' - 1 FROM turned;
CREATE TEMPORARY TABLE judged_before ON COMMIT DROP AS
@judge@;

CREATE TEMPORARY TABLE verdict_change ON COMMIT DROP AS
SELECT CASE WHEN t.may_offer THEN 'offer-gained' ELSE 'offer-lost' END AS rule, t.organisation,
    t.programme, CASE WHEN t.may_offer THEN b.offer_reasons ELSE t.offer_reasons END AS reasons
FROM turned t JOIN judged_before b USING (organisation, programme)
WHERE coalesce(t.offered, b.may_offer) <> t.may_offer
UNION ALL
SELECT CASE WHEN t.may_train THEN 'train-gained' ELSE 'train-lost' END, t.organisation,
    t.programme, CASE WHEN t.may_train THEN b.train_reasons ELSE t.train_reasons END
FROM turned t JOIN judged_before b USING (organisation, programme)
WHERE coalesce(t.trained, b.may_train) <> t.may_train;

WITH found AS (
    (@findings@)
    UNION ALL
    SELECT rule, NULL, NULL, programme::text, NULL, organisation, NULL, NULL, reasons, false
    FROM verdict_change),
made AS (
    INSERT INTO notice (rule, licence, person, programme, role, organisation, until_date,
        threshold, on_date, reasons, passed_over)
    SELECT rule, licence, person, programme, role, organisation, until_date, threshold,
        date '@day@', reasons, passed_over
    FROM found
    ON CONFLICT DO NOTHING
    RETURNING *)
@tell@
SELECT 'N-' || id AS thing, NULL::jsonb AS before, jsonb_strip_nulls(jsonb_build_object(
    'on', on_date, 'rule', rule,
    'about', coalesce('L-' || licence, 'P-' || person, 'O-' || organisation),
    'programme', programme, 'role', role,
    'organisation', CASE WHEN coalesce(licence, person) IS NOT NULL
        THEN 'O-' || organisation END,
    'until', until_date, 'threshold', threshold,
    'reasons', CASE WHEN reasons <> '{}' THEN to_jsonb(reasons) END,
    'passed-over', CASE WHEN passed_over THEN true END)) AS after
FROM made
@told@

INSERT INTO verdict_known AS k (organisation, programme, may_offer, may_train)
SELECT organisation, programme, may_offer, may_train FROM judged
ON CONFLICT (organisation, programme) DO UPDATE
    SET may_offer = excluded.may_offer, may_train = excluded.may_train
    WHERE (k.may_offer, k.may_train) <> (excluded.may_offer, excluded.may_train);

WITH made AS (
    UPDATE notice SET withdrawn_on = date '@day@', version = version + 1
    WHERE id IN (SELECT id FROM moot_notices(date '@day@', false, NULL))
    RETURNING id)
@tell@
SELECT 'N-' || id AS thing, '{"state": "open"}'::jsonb AS before,
    jsonb_build_object('state', 'withdrawn', 'on', date '@day@') AS after
FROM made
@told@

WITH made AS (
    UPDATE expiry_run SET finished = clock_timestamp(), items = (
        SELECT count(*) FROM notice WHERE on_date = date '@day@' AND NOT passed_over)
    WHERE on_date = date '@day@'
    RETURNING on_date, items)
@tell@
SELECT on_date::text AS thing, NULL::jsonb AS before,
    jsonb_build_object('on', on_date, 'items', items) AS after
FROM made
@told@
COMMIT;
