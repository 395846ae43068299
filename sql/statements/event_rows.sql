-- Who lives with a condition is told only to those who may know it ($2).
SELECT e.serial, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.account,
    e.command, e.thing, e.request, coalesce(e.reason, p.reason),
    ((e.before || coalesce(p.before, '{}')) - hidden.keys)::text,
    ((e.after || coalesce(p.after, '{}')) - hidden.keys)::text
FROM event e
CROSS JOIN (SELECT CASE WHEN $2 THEN '{}' ELSE '{peer-for}' END::text[] AS keys) AS hidden
LEFT JOIN event_personal p ON p.event = e.serial
WHERE e.serial = ANY ($1)
