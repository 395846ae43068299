-- New numbers of a table, as many as asked for.
SELECT nextval(pg_get_serial_sequence($1, 'id')) FROM generate_series(1, $2::integer)
