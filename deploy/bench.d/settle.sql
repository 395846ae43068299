-- After the loading: what autovacuum would do in its own time, while others are measured.
VACUUM (FREEZE, ANALYZE);
CHECKPOINT;
