DELETE FROM training_attendee WHERE training = $1
