SELECT e.serial, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.account,
    e.command, e.thing, e.request, coalesce(e.reason, p.reason),
    (e.before || coalesce(p.before, '{}'))::text, (e.after || coalesce(p.after, '{}'))::text
FROM event e
LEFT JOIN event_personal p ON p.event = e.serial
WHERE e.serial = ANY ($1)
