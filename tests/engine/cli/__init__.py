"""The command `coursewright`, as an author types it."""
