DELETE FROM person_peer WHERE person = ANY ($1)
