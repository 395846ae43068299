-- One validating INSERT … SELECT: those who are named, whose address looks like one, the first of
-- each external id. With :events = 1 each leaves an event with its digest, and what it tells of a
-- person beside it under a salted hash, as the daemon's do.
BEGIN;
CREATE TEMPORARY TABLE good ON COMMIT DROP AS
SELECT s.*
FROM (
    SELECT *, row_number() OVER (PARTITION BY external_id ORDER BY line) AS place
    FROM staging
    WHERE coalesce(trim(name), '') <> ''
        AND (email IS NULL OR email ~ '^[^@[:space:]]+@[^@[:space:]]+$')) s
WHERE place = 1
    AND NOT EXISTS (SELECT FROM person p WHERE p.external_id = s.external_id);

INSERT INTO person (name, email, external_id, professions)
SELECT trim(name), email, external_id, coalesce(string_to_array(lower(professions), ','), '{}')
FROM good
ORDER BY line;

\if :events
WITH part AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY p.id) AS place, p.id AS person, gen_random_uuid() AS salt,
        NULL::jsonb AS before, NULL::text AS reason,
        jsonb_strip_nulls(jsonb_build_object('name', p.name, 'email', p.email,
            'external-id', p.external_id, 'professions', nullif(p.professions, '{}'))) AS after
    FROM person p JOIN good g USING (external_id)),
given AS MATERIALIZED (
    SELECT pg_current_xact_id() AS transaction,
        nextval(pg_get_serial_sequence('event', 'serial')) AS serial, clock_timestamp() AS at,
        place, 'unix:0' AS account, 'import' AS command, 'P-' || person AS thing,
        NULL::text AS request, NULL::text AS reason, NULL::jsonb AS before,
        jsonb_build_object('kind', 'person', 'id', 'P-' || person, 'version', 1) AS after,
        jsonb_build_object('P-' || person, encode(sha256(convert_to(
            salt::text || jsonb_build_array(before, after, reason)::text, 'UTF8')), 'hex'))
            AS personal
    FROM part),
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
    FROM given)
INSERT INTO event_personal (event, person, salt, before, after, reason)
SELECT given.serial, part.person, part.salt, part.before, part.after, part.reason
FROM part JOIN given USING (place);
\endif

SELECT (SELECT count(*) FROM good), (SELECT count(*) FROM staging) - (SELECT count(*) FROM good);
COMMIT;
