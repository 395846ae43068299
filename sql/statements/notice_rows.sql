SELECT id, on_date, rule, licence, person, programme::text, role, organisation, until_date,
    threshold, reasons, withdrawn_on, acknowledged IS NOT NULL, version
FROM notice
WHERE id = ANY ($1)
ORDER BY id
