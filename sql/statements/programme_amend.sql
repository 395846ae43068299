UPDATE programme
SET title = $2, sessions_least = $3, sessions_most = $4, minutes = $5, total_minutes = $6,
    leaders = $7, peers = $8, professions = $9, licence_types = $10, min_leaders = $11,
    min_master_trainers = $12, version = version + 1
WHERE code = $1
