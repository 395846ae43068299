-- What came of attempt $2: an outcome ($3), or none and a wait of $4 seconds before the next. Says
-- nothing where somebody else has taken it since.
UPDATE dispatch
SET outcome = $3, fault = $5,
    settled = CASE WHEN $3::text IS NOT NULL THEN clock_timestamp() END,
    due = clock_timestamp() + make_interval(secs => $4)
WHERE id = $1 AND attempts = $2 AND settled IS NULL
