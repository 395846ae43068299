-- The end of a statement that begins with `WITH found AS (findings)`: what a run of the business
-- date $1 would announce by the rules $3, what an interrupted run of it announced already among
-- it, in the order of the rules and then of the things.
SELECT rule, licence, person, programme, role, organisation, until_date, threshold, reasons
FROM (
    SELECT rule::text, licence, person, programme, role, organisation, until_date, threshold,
        reasons
    FROM found
    WHERE NOT passed_over
    UNION ALL
    SELECT rule::text, licence, person, programme::text, role, organisation, until_date, threshold,
        reasons
    FROM notice
    WHERE on_date = $1 AND NOT passed_over AND rule = ANY ($3::text[])) a
ORDER BY array_position($3::text[], rule), coalesce(licence, 0), coalesce(person, 0),
    coalesce(organisation, 0), coalesce(programme, '') COLLATE "C",
    coalesce(role, '') COLLATE "C", coalesce(until_date, '-infinity'), coalesce(threshold, 0)
