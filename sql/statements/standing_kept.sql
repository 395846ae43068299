-- The periods of standing of these people, as they are kept.
SELECT person, programme::text, role, from_date, until_date, state, anchor, current_until
FROM standing
WHERE person = ANY ($1)
