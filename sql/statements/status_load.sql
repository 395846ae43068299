SELECT current_setting('server_version'), pg_is_in_recovery(),
    (SELECT max(on_date) FROM expiry_run WHERE finished IS NOT NULL),
    (SELECT count(*) FROM notice
        WHERE acknowledged IS NULL AND withdrawn_on IS NULL AND NOT passed_over),
    (SELECT coalesce(max(serial), 0) FROM event),
    (SELECT max(number) FROM schema_migration)
