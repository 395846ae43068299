DELETE FROM training_trainer WHERE training = $1
