"""What is true about inspecting cases: values and pure functions, standard library only."""
