"""The interview view of one officer: facts, points to raise, and what is asked; never a judgement."""
