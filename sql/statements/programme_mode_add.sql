INSERT INTO programme_mode (programme, name, place, group_least, group_most, leaders)
VALUES ($1, $2, $3, $4, $5, $6)
