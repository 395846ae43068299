-- Every programme; the catalogue is small, and rules may reach from one programme to another.
SELECT code::text, title, sessions_least, sessions_most, minutes, total_minutes, leaders, peers,
    professions, licence_types, min_leaders, min_master_trainers, version
FROM programme
ORDER BY number
