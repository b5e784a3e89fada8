"""The page of one case: facts, chronology, points to raise, alerts, interview; a file for each part."""
