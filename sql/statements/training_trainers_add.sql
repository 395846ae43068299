INSERT INTO training_trainer (training, person) SELECT $1, unnest($2::bigint[])
