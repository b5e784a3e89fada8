"""The assessment page: what is held in memory while a case is judged, and how each part of it is shown."""
