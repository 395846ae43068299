DELETE FROM programme_mode WHERE programme = $1
