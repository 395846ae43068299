DELETE FROM workshop_leader WHERE workshop = $1
