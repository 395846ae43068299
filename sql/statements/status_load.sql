SELECT current_setting('server_version'), pg_is_in_recovery(),
    pg_database_size(current_database()),
    (SELECT max(number) FROM schema_migration),
    (SELECT max(on_date) FROM expiry_run WHERE finished IS NOT NULL),
    open.count, open.oldest,
    (SELECT count(*) FROM dispatch WHERE settled IS NULL),
    (SELECT count(*) FROM dispatch WHERE outcome = 'undeliverable'),
    (SELECT coalesce(max(serial), 0) FROM event),
    (SELECT count(*) FROM event
        WHERE serial > (SELECT coalesce(max(last_serial), 0) FROM event_block))
FROM (
    SELECT count(*), min(on_date) FROM notice
    WHERE acknowledged IS NULL AND withdrawn_on IS NULL AND NOT passed_over)
    AS open (count, oldest)
