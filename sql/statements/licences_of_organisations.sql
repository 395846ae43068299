-- Their own licences, and every licence that ever named them as covered.
SELECT holder AS organisation, id FROM licence WHERE holder = ANY ($1)
UNION
SELECT organisation, licence FROM licence_coverage WHERE organisation = ANY ($1)
ORDER BY 1, 2
