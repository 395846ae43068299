-- What was committed since another moment: the events of the transactions that had not begun then,
-- and of those that were under way. Written so that the planner takes the index on transactions: of
-- the first both ends are named, of the others each is looked up by itself (OFFSET 0).
SELECT serial, command, thing, before::text, after::text
FROM (
    SELECT * FROM event
    WHERE transaction BETWEEN pg_snapshot_xmax($1::pg_snapshot)
        AND pg_snapshot_xmax(pg_current_snapshot())
    UNION ALL
    SELECT found.* FROM pg_snapshot_xip($1::pg_snapshot) AS ended (number)
    CROSS JOIN LATERAL (SELECT * FROM event WHERE transaction = ended.number OFFSET 0) AS found
) AS recorded
WHERE serial > $2
ORDER BY serial
LIMIT $3
