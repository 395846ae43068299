    ) AS told (thing, before, after))
INSERT INTO event (serial, at, account, command, thing, before, after, transaction, digest)
OVERRIDING SYSTEM VALUE
SELECT serial, at, account, command, thing, before, after, transaction,
    sha256(convert_to(jsonb_strip_nulls(to_jsonb(given) || jsonb_build_object(
        'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))::text, 'UTF8'))
FROM given;
