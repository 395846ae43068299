-- Finishes the run of a business date: what it announced is counted, and an event says so. Gives
-- whether the lease is held, and the count.
WITH lease AS (
    SELECT FROM nightly_lease WHERE epoch = $2 FOR SHARE),
finished AS (
    UPDATE expiry_run SET finished = clock_timestamp(), items = (
        SELECT count(*) FROM notice WHERE on_date = $1 AND NOT passed_over)
    WHERE on_date = $1 AND finished IS NULL AND EXISTS (SELECT FROM lease)
    RETURNING on_date, items),
told AS (
    INSERT INTO event (account, command, thing, after)
    SELECT 'nightly', 'expiry run', on_date::text,
        jsonb_build_object('on', on_date, 'items', items)
    FROM finished)
SELECT EXISTS (SELECT FROM lease), coalesce((SELECT items FROM finished), 0)::bigint
