INSERT INTO programme (code, title, sessions_least, sessions_most, minutes, total_minutes,
    leaders, peers, professions, licence_types, min_leaders, min_master_trainers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
