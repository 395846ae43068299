-- Those that moved whole move back; those that were folded are made again under their numbers.
WITH own AS (
    SELECT k.*
    FROM person_merge m, jsonb_to_recordset(m.moved -> 'certification')
        AS k (id bigint, person bigint, programme text, role text, revoked_on date,
            version integer)
    WHERE m.person = $1 AND k.person = $1),
back AS (
    UPDATE certification c SET person = $1, version = c.version + 1
    FROM own WHERE c.id = own.id)
INSERT INTO certification (id, person, programme, role, revoked_on, version)
OVERRIDING SYSTEM VALUE
SELECT id, $1, programme, role, revoked_on, version + 1
FROM own
WHERE NOT EXISTS (SELECT FROM certification c WHERE c.id = own.id)
RETURNING id
