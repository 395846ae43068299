-- Draws the numbers of a table up to one that was given by hand, so that none is given twice.
SELECT count(nextval(own.numbers))
FROM (SELECT pg_get_serial_sequence($1, 'id')::regclass AS numbers) AS own,
    generate_series(coalesce(pg_sequence_last_value(own.numbers), 0) + 1, $2::bigint)
