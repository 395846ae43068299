DELETE FROM event_personal WHERE person = ANY ($1)
