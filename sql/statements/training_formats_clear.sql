DELETE FROM training_format WHERE programme = $1
