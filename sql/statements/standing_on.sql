SELECT role, state, anchor, current_until
FROM standing
WHERE person = $1 AND programme = $2
    AND from_date <= $3 AND (until_date IS NULL OR until_date >= $3)
