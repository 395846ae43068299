-- Events that a statement of the nightly run or of the delivery records carry a digest as those of
-- commands do: without one an audit takes them for somebody else's.

-- An event with its serial, its time and its digest, which is made as in `event_add.sql`. For those
-- that tell of nobody, so that nothing stands beside them.
CREATE FUNCTION event_made(account text, command text, thing text, before jsonb, after jsonb)
RETURNS event LANGUAGE plpgsql AS $$
DECLARE
    made event;
BEGIN
    made.transaction := pg_current_xact_id();
    made.serial := nextval(pg_get_serial_sequence('event', 'serial'));
    made.at := clock_timestamp();
    made.account := account;
    made.command := command;
    made.thing := thing;
    made.before := before;
    made.after := after;
    made.digest := sha256(convert_to((
        SELECT jsonb_object_agg(key, value)::text
        FROM jsonb_each((to_jsonb(made) - 'digest') || jsonb_build_object(
            'at', to_char(made.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
        WHERE value <> 'null'), 'UTF8'));
    RETURN made;
END
$$;

-- Those that were recorded before this.
ALTER TABLE event DISABLE TRIGGER event_is_kept;

UPDATE event e
SET digest = sha256(convert_to((
    SELECT jsonb_object_agg(key, value)::text
    FROM jsonb_each((to_jsonb(e) - 'digest') || jsonb_build_object(
        'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
    WHERE value <> 'null'), 'UTF8'))
WHERE digest IS NULL AND account IN ('nightly', 'delivery');

ALTER TABLE event ENABLE ALWAYS TRIGGER event_is_kept;
