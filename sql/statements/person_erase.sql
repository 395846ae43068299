UPDATE person
SET name = '', email = NULL, external_id = NULL, professions = '{}', erased_on = $2,
    version = version + 1
WHERE id = ANY ($1)
