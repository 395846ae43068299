-- A rule of the programme itself takes the place of the shipped one of the same role and name.
SELECT p.code::text, r.role, r.name, r.first_months, r.later_months, r.counts_first,
    r.counts_later, r.from_date, r.until_date, r.source
FROM programme p
JOIN retention_rule r ON r.programme = p.code
    OR (r.programme IS NULL AND NOT EXISTS (
        SELECT FROM retention_rule own
        WHERE own.programme = p.code AND own.role = r.role AND own.name = r.name))
ORDER BY p.number, r.id
