SELECT programme::text, name, group_least, group_most, leaders
FROM programme_mode
ORDER BY programme, place
