-- How these people stand in these programmes on the day.
SELECT person, programme::text, role, state, current_until
FROM standing
WHERE person = ANY ($1) AND programme::text = ANY ($2)
    AND from_date <= $3 AND (until_date IS NULL OR until_date >= $3)
