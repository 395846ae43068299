-- A new holder has a new epoch: whatever an earlier one still writes is refused by it.
UPDATE nightly_lease SET epoch = epoch + 1, holder = $1, taken_at = clock_timestamp()
RETURNING epoch
