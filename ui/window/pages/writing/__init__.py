"""Writing notes, points, chronology lines and alerts: the editor and the list, for the pages of a case."""
