-- Whoever was merged is not there: what is recorded of them is recorded of the other.
SELECT id, version, erased_on IS NOT NULL
FROM person
WHERE id = ANY ($1) AND merged_into IS NULL
ORDER BY id
FOR NO KEY UPDATE
