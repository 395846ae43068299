SELECT programme::text, kind, name, half_days_least, half_days_most
FROM training_format
ORDER BY programme, place
