, given AS MATERIALIZED (
    SELECT pg_current_xact_id() AS transaction,
        nextval(pg_get_serial_sequence('event', 'serial')) AS serial, clock_timestamp() AS at,
        'nightly' AS account, 'expiry run' AS command, thing, before, after
    FROM (
