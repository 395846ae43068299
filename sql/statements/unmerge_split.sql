-- Those that moved whole move back; those that went up in the other's are made again under their
-- numbers, and the other's are revoked as they were.
WITH held AS (
    SELECT k.*
    FROM person_merge m
    CROSS JOIN jsonb_to_recordset(m.moved -> 'certification')
        AS k (id bigint, person bigint, programme text, role text, revoked_on date,
            version integer)
    WHERE m.person = $1),
back AS (
    UPDATE certification c
    SET person = held.person, revoked_on = held.revoked_on, version = c.version + 1
    FROM held
    WHERE c.id = held.id)
INSERT INTO certification (id, person, programme, role, revoked_on, version)
OVERRIDING SYSTEM VALUE
SELECT id, person, programme, role, revoked_on, version + 1
FROM held
WHERE NOT EXISTS (SELECT FROM certification c WHERE c.id = held.id)
