SELECT id, programme::text, organisation, role, name, first_months, later_months, counts_first,
    counts_later, counts_in, trained_in, from_date, until_date, source
FROM retention_rule
ORDER BY id
