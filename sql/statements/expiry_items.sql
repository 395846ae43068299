-- What the run of a date announced, in the order of the rules ($2) and then of the things. $3 to
-- $9 are the item last seen, $3 being the place of its rule, 0 for the beginning.
SELECT rule, licence, person, programme::text, role, organisation, until_date, threshold, reasons
FROM (
    SELECT *, array_position($2::text[], rule) AS place FROM notice
    WHERE on_date = $1 AND NOT passed_over) n
WHERE (place, coalesce(licence, 0), coalesce(person, 0), coalesce(organisation, 0),
        coalesce(programme, ''), coalesce(role, ''), coalesce(until_date, '-infinity'))
    > ($3, $4, $5, $6, $7, $8, coalesce($9, '-infinity'::date))
ORDER BY place, coalesce(licence, 0), coalesce(person, 0), coalesce(organisation, 0),
    coalesce(programme, ''), coalesce(role, ''), coalesce(until_date, '-infinity')
LIMIT $10
