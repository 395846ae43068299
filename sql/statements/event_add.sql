-- Records changes, many at once: each with what it tells of people beside it, bound by a salted
-- hash, and with its digest. `audit verify` makes both anew (event_audit.sql).
WITH part AS MATERIALIZED (
    SELECT place, person, gen_random_uuid() AS salt, before, after, reason
    FROM unnest($8::bigint[], $9::bigint[], $10::jsonb[], $11::jsonb[], $12::text[])
        AS part (place, person, before, after, reason)),
bound AS (
    SELECT place, jsonb_object_agg('P-' || person, encode(sha256(convert_to(
        salt::text || jsonb_build_array(before, after, reason)::text, 'UTF8')), 'hex')) AS personal
    FROM part
    GROUP BY place),
given AS MATERIALIZED (
    SELECT pg_current_xact_id() AS transaction,
        nextval(pg_get_serial_sequence('event', 'serial')) AS serial, clock_timestamp() AS at,
        change.*
    FROM (
        SELECT place, account, command, thing, request, reason, before, after, personal
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[],
            $7::jsonb[]) WITH ORDINALITY
            AS change (account, command, thing, request, reason, before, after, place)
        LEFT JOIN bound USING (place)
        ORDER BY place) AS change),
made AS (
    INSERT INTO event (serial, at, account, command, thing, request, reason, before, after,
        transaction, personal, digest)
    OVERRIDING SYSTEM VALUE
    SELECT serial, at, account, command, thing, request, reason, before, after, transaction,
        personal, sha256(convert_to((
            SELECT jsonb_object_agg(key, value)::text
            FROM jsonb_each((to_jsonb(given) - 'place') || jsonb_build_object(
                'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
            WHERE value <> 'null'), 'UTF8'))
    FROM given),
kept AS (
    INSERT INTO event_personal (event, person, salt, before, after, reason)
    SELECT given.serial, part.person, part.salt, part.before, part.after, part.reason
    FROM part
    JOIN given USING (place))
SELECT serial FROM given ORDER BY place
