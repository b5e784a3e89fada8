"""The merged team's results: what is published, as it stands, with what lies behind every figure."""
