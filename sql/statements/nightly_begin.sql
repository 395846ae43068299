-- Begins the run of a business date, or goes on with it. Gives whether the lease is held.
WITH lease AS (
    SELECT FROM nightly_lease WHERE epoch = $2 FOR SHARE),
begun AS (
    INSERT INTO expiry_run (on_date, serial)
    SELECT $1, (SELECT coalesce(max(serial), 0) FROM event) WHERE EXISTS (SELECT FROM lease)
    ON CONFLICT DO NOTHING)
SELECT EXISTS (SELECT FROM lease), 0::bigint
