SELECT id, on_date, rule, licence, person, programme::text, role, organisation, until_date,
    threshold, reasons, notice_state(n, $2), snoozed_until, owner, notice_delivery(id), version
FROM notice n
WHERE id = ANY ($1)
ORDER BY id
