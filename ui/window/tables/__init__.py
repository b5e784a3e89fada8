"""Qt's item models over rows that are already in memory."""
