"""engine: strangers' queries, answered in processes of their own on checkpoints of the store."""
