"""The merged team's results: annex 2 as it stands, with what lies behind every figure."""
