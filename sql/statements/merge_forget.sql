DELETE FROM person_merge WHERE person = ANY ($1)
