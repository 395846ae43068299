-- Events that the chain of blocks seals and that are not there, events before its end that no block
-- seals, and blocks that are missing. Whether an event is still what was sealed, an audit tells.
WITH sealed AS (
    SELECT b.number, s.serial FROM event_block b CROSS JOIN unnest(b.serials) AS s (serial))
SELECT about, detail
FROM (
    SELECT 'E-' || s.serial AS about, 'block ' || s.number || ' seals it, and it is not there'
        AS detail, s.serial
    FROM sealed s
    WHERE NOT EXISTS (SELECT FROM event e WHERE e.serial = s.serial)
    UNION ALL
    SELECT 'E-' || e.serial, 'no block seals it, though later ones are sealed', e.serial
    FROM event e
    WHERE e.serial <= (SELECT max(last_serial) FROM event_block)
        AND NOT EXISTS (SELECT FROM sealed s WHERE s.serial = e.serial)
    UNION ALL
    SELECT 'block-' || b.number - 1, 'block ' || b.number || ' follows, and it is not there',
        b.last_serial
    FROM event_block b
    WHERE b.number > 1 AND NOT EXISTS (SELECT FROM event_block p WHERE p.number = b.number - 1))
    AS found
ORDER BY serial
LIMIT $1
